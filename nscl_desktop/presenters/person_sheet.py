"""Somebody on screen, and a club: their own fields, roles, assignments, courses, members."""

from collections.abc import Sequence

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.courses.rows import TakenCourse
from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.sorting import person_sort_key
from nscl_desktop.domain.training import ENROLMENT_STATES, Club, ExpertAssignment, Person, PersonRole
from nscl_desktop.presenters.course_office import OpenClub, OpenPerson
from nscl_desktop.presenters.desk_rows import Deeds, DeskRows, Offers
from nscl_desktop.presenters.offered_form import OfferedForm
from nscl_desktop.services import people

_GONE = "Người này đã bị xóa; hãy chọn người khác."
_CLUB_GONE = "Câu lạc bộ này đã bị xóa; hãy chọn câu lạc bộ khác."
_STATES = dict(ENROLMENT_STATES)


class PersonSheet:
    """Somebody as they stand, for all pages of their screen."""

    def __init__(self, opened: OpenPerson) -> None:
        self.opened, self.desk = opened, opened.desk

    @property
    def person(self) -> Person:
        """Them; InputError once they are deleted."""
        found = self.opened.person
        if found is None:
            raise InputError(_GONE)
        return found

    @property
    def unit(self) -> str:
        """Where they work: the unit on file, else as it was noted."""
        person = self.person
        return self.opened.units.get(person.enterprise_id or "", "") or person.unit

    def form(self, names: Sequence[str]) -> OfferedForm[Person]:
        """Their own fields."""
        return OfferedForm(self.desk, Person, names, _set_person, _GONE)

    def put_unit(self, key: str | None) -> None:
        """They work at a unit on file, or at none that is there."""
        self.desk.perform(people.set_value(self.person, self.person, "enterprise_id", key))

    def roles(self, plans: Offers) -> DeskRows:
        """What they are counted as."""
        names = ("role", "field", "since", "until", "certificate", "certified_on", "valid_to", "issuer")
        clubs = [(each.id, each.name) for each in self.opened.clubs]
        return self._rows(
            PersonRole, (*names, "club_id", "plan_id"), {"club_id": lambda: clubs, "plan_id": plans}, "since"
        )

    def assignments(self) -> DeskRows:
        """Works that they were asked to do."""
        return self._rows(ExpertAssignment, ("text", "document", "date_from", "date_to", "result"), {}, "date_from")

    def courses(self) -> Sequence[tuple[str, ...]]:
        """When, which course, from which unit, with what result, certificate."""
        return [_course(each) for each in self.opened.courses]

    def _rows(
        self, kind: type[people.PersonPart], names: Sequence[str], offers: dict[str, Offers], order: str
    ) -> DeskRows:
        def put(record: Record, name: str, value: Value) -> ChangeSet:
            return people.set_value(self.person, _part(record), name, value)

        def add() -> ChangeSet:
            if kind is PersonRole:
                return people.add_part(self.person, PersonRole)
            return people.add_part(self.person, ExpertAssignment, text="(nội dung)")

        def read() -> Sequence[Record]:
            return sorted(self.desk.book.table(kind).values(), key=lambda each: (getattr(each, order), each.id))

        deeds = Deeds(put, lambda record: people.remove_part(self.person, _part(record)), add, offers)
        return DeskRows(self.desk, kind, names, read, deeds)


class ClubSheet:
    """A club as it stands."""

    def __init__(self, opened: OpenClub) -> None:
        self.opened, self.desk = opened, opened.desk

    @property
    def club(self) -> Club:
        """It; InputError once it is deleted."""
        found = self.opened.club
        if found is None:
            raise InputError(_CLUB_GONE)
        return found

    def form(self, names: Sequence[str]) -> OfferedForm[Club]:
        """Its own fields; plans are offered once they are read."""
        made = OfferedForm(
            self.desk, Club, names, lambda each, name, value: people.set_club(each, each, name, value), _CLUB_GONE
        )
        made.known_offers["plan_id"] = ()
        return made

    def members(self) -> DeskRows:
        """The memberships, by given name."""

        def put(record: Record, name: str, value: Value) -> ChangeSet:
            return people.set_club(self.club, _role(record), name, value)

        def read() -> Sequence[Record]:
            roles = self.desk.book.table(PersonRole).values()
            return sorted(roles, key=lambda each: (person_sort_key(self.name_of(each)), each.id))

        deeds = Deeds(put, lambda record: people.leave_club(self.club, _role(record), self.name_of(record)))
        return DeskRows(self.desk, PersonRole, ("since", "until", "note"), read, deeds)

    def name_of(self, record: Record) -> str:
        """A member's name."""
        person = self._person(record)
        return person.name if person else "(chưa rõ người)"

    def unit_of(self, record: Record) -> str:
        """Where a member works."""
        person = self._person(record)
        return (self.opened.units.get(person.enterprise_id or "", "") or person.unit) if person else ""

    def _person(self, record: Record) -> Person | None:
        return self.desk.book.table(Person).get(_role(record).person_id)


def _course(each: TakenCourse) -> tuple[str, ...]:
    when = format_short(each.date_from) or str(each.year or "")
    return when, each.title, each.unit, _STATES.get(each.state, each.state), each.certificate


def _part(record: Record) -> people.PersonPart:
    assert isinstance(record, PersonRole | ExpertAssignment)  # noqa: S101 - the tables hold no other
    return record


def _role(record: Record) -> PersonRole:
    assert isinstance(record, PersonRole)  # noqa: S101 - likewise
    return record


def _set_person(person: Person, name: str, value: Value) -> ChangeSet:
    return people.set_value(person, person, name, value)
