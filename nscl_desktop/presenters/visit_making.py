"""What a new visit begins with: a check list in use, a plan of inspections, the team of the newest visit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.dates import parse_date
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.inspections import CLERK, HEAD, HOST, MEMBER, PURPOSES, SURVEY, Checklist, InspectionPlan
from nscl_desktop.domain.sorting import sort_key
from nscl_desktop.domain.visit_rows import KnownPerson
from nscl_desktop.presenters.visit_office import Visits
from nscl_desktop.services.visit_work import Attending, new_visit

TEAM_ROLES = (HEAD, CLERK, MEMBER)


@dataclass(frozen=True, slots=True)
class VisitOffers:
    """What can be chosen, read aside before the window asks."""

    checklists: tuple[Checklist, ...]
    plans: tuple[InspectionPlan, ...]
    people: tuple[KnownPerson, ...]

    @classmethod
    def read(cls, visits: Visits) -> "VisitOffers":
        """Check lists and people by name, plans newest first."""
        lists = sorted(visits.checklists(), key=lambda each: (each.purpose == SURVEY, sort_key(each.name)))
        plans = sorted(visits.plans(), key=lambda each: (each.date_from or each.documented_on, each.name), reverse=True)
        return cls(tuple(lists), tuple(plans), tuple(visits.people()))

    def list_words(self) -> Sequence[tuple[str, str]]:
        """Key and words of each check list: "5S (Kiểm tra, phiên bản 2)"."""
        uses = dict(PURPOSES)
        return [
            (each.id, f"{each.name} ({uses[each.purpose].lower()}, bản {each.version})") for each in self.checklists
        ]

    def plan_words(self) -> Sequence[tuple[str, str]]:
        """Key and name of each plan, none first."""
        return [("", "Không thuộc đợt nào"), *((each.id, each.name) for each in self.plans)]


def visit_step(
    offers: VisitOffers, checklist_id: str, unit_id: str, day: str, location: str, plan_id: str,
    team: Iterable[tuple[str, str]], host: str,
) -> ChangeSet:  # fmt: skip
    """The step that makes the visit; ``team`` is role and "name, title" of each who goes, ``host`` the unit's person.

    InputError where nothing was chosen to inspect, or nothing to inspect it by.
    """
    if not unit_id:
        raise InputError("Chưa chọn đơn vị; hãy gõ vài chữ của tên rồi chọn trong danh sách.")
    if not checklist_id:
        raise InputError("Chưa có bảng kiểm nào đang dùng; hãy đưa một bảng kiểm vào dùng ở phần Bảng kiểm.")
    known = {each.name: each for each in offers.people}
    people = [_attending(words, role, known) for role, words in team if words.strip()]
    people += [_attending(host, HOST, {})] if host.strip() else []
    return new_visit(
        Book(offers.checklists), unit_id, checklist_id, date=parse_date(day), location=location,
        inspection_plan_id=plan_id or None, people=people,
    )  # fmt: skip


def _attending(words: str, role: str, known: dict[str, KnownPerson]) -> Attending:
    """Somebody typed as "name" or "name, title"; title and unit of one who is known are taken over."""
    name, _, title = (part.strip() for part in words.partition(","))
    person = known.get(name, KnownPerson(name, "", ""))
    return Attending(name, role, title or person.title, person.unit)
