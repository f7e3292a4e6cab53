"""Praise that plans order: proposed and decided for many at once, each with its money by the norm of the day."""

from collections.abc import Iterable, Mapping, Sequence

from nscl_desktop.domain.awards import COLLECTIVE, INDIVIDUAL, Commendation
from nscl_desktop.domain.changes import ChangeSet, change_set, deleted, inserted, updated
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.naming import shortened
from nscl_desktop.domain.prize_money import PrizeRules
from nscl_desktop.domain.training import Person
from nscl_desktop.services.dossier_parts import checked, made

_WHOLE_DAY = len("2026-01-01")


def open_praise(subject: str, name: str, form: str = "", year: int | None = None) -> ChangeSet:
    """A collective or a person to be praised; refused without a name."""
    praise = made(Commendation, subject=subject, name=name, form=form, year=year)
    return change_set(f"Thêm khen thưởng {called(praise)}", [inserted(praise)], praise.id)


def set_praise(praise: Commendation, name: str, value: Value) -> ChangeSet:
    """Give a field a new value; another plan lets go of the line of the one before."""
    values = {name: value}
    if name == "plan_id" and value != praise.plan_id:
        values["line_id"] = None
    change = updated(praise, **checked(Commendation, values))
    return change_set(f"Sửa khen thưởng {called(praise)}", [change], praise.id)


def name_unit(praise: Commendation, unit: Enterprise) -> ChangeSet:
    """The collective is this unit of the register."""
    change = updated(praise, subject=COLLECTIVE, enterprise_id=unit.id, person_id=None, name=unit.name)
    return change_set(f"Chọn đơn vị được khen {unit.name}", [change], praise.id)


def name_person(praise: Commendation, person: Person) -> ChangeSet:
    """The one praised is this person on file."""
    change = updated(
        praise, subject=INDIVIDUAL, person_id=person.id, enterprise_id=person.enterprise_id, name=person.name
    )  # fmt: skip
    return change_set(f"Chọn cá nhân được khen {person.name}", [change], praise.id)


def propose(praise: Sequence[Commendation], number: str, day: str) -> ChangeSet:
    """One proposal (tờ trình) for all of these."""
    _require(praise, number, day, "tờ trình")
    changes = [updated(each, **checked(Commendation, {"proposal": number, "proposed_on": day})) for each in praise]
    return change_set(f"Ghi tờ trình {number} cho {len(praise)} mục khen thưởng", changes)


def decide(praise: Sequence[Commendation], number: str, day: str, money: Mapping[str, PrizeRules]) -> ChangeSet:
    """One decision for all of these; the money is that of the norm on its day, and stays where there is none.

    ``money``: norms by the key of the plan that pays, "" for those that name none.
    """
    _require(praise, number, day, "quyết định")
    changes = []
    for each in praise:
        rules = money.get(each.plan_id or "") or money[""]
        worth = rules.worth(each.form, day, each.subject).amount
        values: dict[str, Value] = {"decision": number, "decided_on": day}
        if worth is not None:
            values["amount"] = worth
        changes.append(updated(each, **checked(Commendation, values)))
    return change_set(f"Ghi quyết định {number} cho {len(praise)} mục khen thưởng", changes)


def remove_praise(praise: Commendation) -> ChangeSet:
    """Remove it; what a decision names stays until the decision is taken out."""
    if praise.decision:
        raise InputError(
            f"Khen thưởng {called(praise)} đã có quyết định nên không xóa được; nếu ghi nhầm, hãy xóa số quyết định"
            " trước."
        )
    return change_set(f"Xóa khen thưởng {called(praise)}", [deleted(praise)], praise.id)


def called(praise: Commendation) -> str:
    """What history calls it."""
    return f"“{shortened(praise.name, 40)}”"


def _require(praise: Iterable[Commendation], number: str, day: str, what: str) -> None:
    if not any(True for _ in praise):
        raise InputError("Chưa chọn mục khen thưởng nào; hãy đánh dấu trong danh sách.")
    if not number.strip() or len(day) != _WHOLE_DAY:
        raise InputError(f"Chưa có số và ngày {what} đầy đủ; hãy nhập đủ.")
