"""The first step in a new file: the office's people, its way of writing amounts, its first plan; one user action."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import Change, ChangeSet, change_set, inserted
from nscl_desktop.domain.directory import Agency, SalaryBase
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.plans import Plan, Signer
from nscl_desktop.domain.positions import sequence
from nscl_desktop.domain.training import Person
from nscl_desktop.services import plan_life
from nscl_desktop.services.dossier_parts import checked, made

WORDS = "Bắt đầu: cơ quan, người, kế hoạch"


class FirstPerson(NamedTuple):
    """Somebody of the office; ``since`` is an ISO date. Who signs stands under the first plan."""

    name: str
    title: str = ""
    since: str = ""
    signs: bool = False


@dataclass(frozen=True, slots=True)
class FirstPlan:
    """The plan to begin with: empty, or a draft after the one plan of ``model`` with its lines and figures."""

    code: str
    title: str
    year_from: int
    year_to: int
    model: Book | None = None


def begin(
    people: Sequence[FirstPerson],
    plan: FirstPlan | None,
    facts: Mapping[str, Value],
    *,
    staff_names: Collection[str] = (),
    present: Collection[str] = (),
) -> ChangeSet:
    """All of it as one step; ``facts`` are fields of the plan: issuer, place, how amounts are read.

    People whose names are among ``staff_names`` are on file already, as are records whose keys are ``present``.
    Raises InputError for what cannot be stored, and where there is nothing to do.
    """
    changes = [_person(each) for each in people if each.name.strip() and each.name.strip() not in staff_names]
    scope = ""
    if plan:
        own = _plan_changes(plan, checked(Plan, facts), present)
        scope = next(change.id for change in own if change.entity == Plan.entity)
        signers = [each for each in people if each.signs and each.name.strip()]
        changes += [*_signed(own, scope, signers)]
    if not changes:
        raise InputError("Chưa có gì để ghi; hãy ghi ít nhất một người hoặc chọn một kế hoạch, hoặc bấm Để sau.")
    return change_set(WORDS, changes, scope)


def _person(person: FirstPerson) -> Change:
    note = f"Giữ chức vụ từ ngày {person.since[8:]}/{person.since[5:7]}/{person.since[:4]}" if person.since else ""
    return inserted(made(Person, name=person.name.strip(), title=person.title.strip(), is_staff=True, note=note))


def _plan_changes(plan: FirstPlan, facts: Mapping[str, Value], present: Collection[str]) -> list[Change]:
    if plan.model is None:
        step = plan_life.new_plan(
            code=plan.code, title=plan.title, year_from=plan.year_from, year_to=plan.year_to,
            province=str(facts.get("province", "")),
        )  # fmt: skip
        directory: list[Change] = []
    else:
        source = next(iter(plan.model.table(Plan).values()))
        step = plan_life.copy_plan(plan.model, source.id, code=plan.code, title=plan.title)
        shared = (*plan.model.table(Agency).values(), *plan.model.table(SalaryBase).values())
        directory = [inserted(each) for each in shared if each.id not in present]
    return [*directory, *(_with(change, facts) for change in step.changes)]


def _with(change: Change, facts: Mapping[str, Value]) -> Change:
    return replace(change, after={**(change.after or {}), **facts}) if change.entity == Plan.entity else change


def _signed(changes: Iterable[Change], plan_id: str, signers: Sequence[FirstPerson]) -> Iterable[Change]:
    """The plan signed by the office's own people in place of those of the model."""
    if not signers:
        return changes
    own = [change for change in changes if change.entity != Signer.entity]
    places = sequence(len(signers))
    for place, each in zip(places, signers, strict=True):
        authority = (each.title.strip().upper(),) if each.title.strip() else ()
        own.append(inserted(made(Signer, plan_id=plan_id, position=place, authority=authority, name=each.name.strip())))
    return own
