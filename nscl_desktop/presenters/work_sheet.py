"""A piece of work on screen: its own fields, its reminders, the units that take part; and the list of all work."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.errors import Bug, InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.money import format_quantity
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.text import fold
from nscl_desktop.domain.work import WORK_KINDS, WorkItem, WorkReminder, WorkUnit
from nscl_desktop.domain.work_standing import Standing, WorkState, in_order, state_of
from nscl_desktop.presenters.desk_rows import Deeds, DeskRows
from nscl_desktop.presenters.offered_form import OfferedForm
from nscl_desktop.presenters.work_office import OpenWork, WorkRow
from nscl_desktop.services import work as service

_GONE = "Việc này đã bị xóa; hãy chọn việc khác."
_REMINDER = ("sent_on", "number", "to_party", "due_on", "answered_on", "note")
_UNIT = ("name", "group", "sector", "locality", "year", "state", "note")
PartT = TypeVar("PartT", WorkReminder, WorkUnit)


class WorkSheet:
    """The work as it stands, for all pages of its screen."""

    def __init__(self, opened: OpenWork) -> None:
        self.opened, self.desk = opened, opened.desk

    @property
    def item(self) -> WorkItem:
        """The work; InputError once it is deleted."""
        found = self.opened.item
        if found is None:
            raise InputError(_GONE)
        return found

    def parts(self, kind: type[PartT]) -> tuple[PartT, ...]:
        """Reminders or units, unsorted."""
        return tuple(self.desk.book.table(kind).values())

    def reminders(self) -> DeskRows:
        """The newest first."""
        return self._rows(WorkReminder, _REMINDER, _newest_first)

    def units(self) -> DeskRows:
        """In the order in which they were put; each by the name that it had then."""
        return self._rows(WorkUnit, _UNIT, lambda each: (each.position, each.id))

    def add_unit(self, enterprise_id: str, name: str) -> None:
        """A unit of the register takes part."""
        self.desk.perform(
            service.add_part(self.item, self.parts(WorkUnit), WorkUnit, enterprise_id=enterprise_id, name=name)
        )

    def choice_words(self) -> str:
        """“Trường: 2 được chọn trong 5; …” — what was chosen by group; empty where nothing stands."""
        counts = service.choices_by_group(self.parts(WorkUnit))
        shown = (
            f"{group or 'Không xếp nhóm'}: {chosen} được chọn trong {standing}"
            for group, (chosen, standing) in sorted(counts.items())
            if standing
        )
        return "; ".join(shown)

    def remove(self) -> ChangeSet:
        """Delete the work with all that belongs to it."""
        return service.remove(self.desk.book, self.item, self.item)

    def _rows(self, kind: type[PartT], names: Sequence[str], order: Callable[[PartT], tuple[Any, ...]]) -> DeskRows:
        def put(part: Record, name: str, value: Value) -> ChangeSet:
            return service.set_value(self.item, self._known(part), name, value)

        def add() -> ChangeSet:
            return service.add_part(self.item, self.parts(kind), kind)

        def delete(part: Record) -> ChangeSet:
            return service.remove(Book(self.desk.book.records()), self.item, self._known(part))

        def read() -> Sequence[Record]:
            return sorted(self.parts(kind), key=order)

        return DeskRows(self.desk, kind, names, read, Deeds(put, delete, add))

    @staticmethod
    def _known(part: Record) -> WorkReminder | WorkUnit:
        if not isinstance(part, WorkReminder | WorkUnit):
            raise Bug(f"{part.entity} belongs to no work")
        return part


class WorkForm(OfferedForm[WorkItem]):
    """The work's own fields; the plans that can be named are offered."""

    def __init__(self, sheet: WorkSheet, names: Sequence[str]) -> None:
        def step(item: WorkItem, name: str, value: Value) -> ChangeSet:
            return service.set_value(item, item, name, value)

        super().__init__(sheet.desk, WorkItem, names, step, _GONE)
        self.known_offers["plan_id"] = ()


@dataclass(frozen=True, slots=True)
class WorkEntry:
    """A line of the list."""

    key: str
    title: str
    about: str
    state: WorkState
    waiting: str


class WorkList:
    """All work, sought by words without dấu and filtered; late work first."""

    def __init__(self, today: str) -> None:
        self._today = today
        self._rows: dict[str, WorkRow] = {}
        self.query, self.kind, self.year, self.standing = "", "", "", ""

    @property
    def is_empty(self) -> bool:
        """Whether there is no work at all."""
        return not self._rows

    def load(self, rows: Iterable[WorkRow]) -> None:
        """Take the rows of the file."""
        self._rows = {row.item.id: row for row in rows}

    def follow(self, row: WorkRow) -> None:
        """A piece of work has changed."""
        self._rows[row.item.id] = row

    def entries(self) -> list[WorkEntry]:
        """What is shown, in its order."""
        shown = [row.item for row in self._rows.values() if self._is_shown(row.item)]
        return [self._entry(self._rows[item.id]) for item in in_order(shown, self._today)]

    def counts(self) -> dict[Standing, int]:
        """How much work stands how, of all."""
        found = dict.fromkeys(Standing, 0)
        for row in self._rows.values():
            found[state_of(row.item, self._today).standing] += 1
        return found

    def years(self) -> list[int]:
        """The years that work belongs to, newest first."""
        return sorted({row.item.year for row in self._rows.values() if row.item.year}, reverse=True)

    def _is_shown(self, item: WorkItem) -> bool:
        words = fold(self.query).split()
        text = fold(f"{item.title} {item.lead} {item.partners} {item.person} {item.program}")
        return (
            all(word in text for word in words)
            and self.kind in ("", item.kind)
            and self.year in ("", str(item.year or ""))
            and self.standing in ("", state_of(item, self._today).standing)
        )

    def _entry(self, row: WorkRow) -> WorkEntry:
        item = row.item
        due = f"hạn {format_short(item.due_on)}" if item.due_on else "chưa có thời hạn"
        done = f"{format_quantity(item.quantity)} {item.unit}".strip() if item.quantity is not None else ""
        about = " · ".join(filter(None, (dict(WORK_KINDS)[item.kind], item.lead, due, done)))
        waiting = f"Đôn đốc ngày {format_short(row.waiting.sent_on)} chưa trả lời" if row.waiting else ""
        return WorkEntry(item.id, item.title, about, state_of(item, self._today), waiting)


def _newest_first(reminder: WorkReminder) -> tuple[int, str]:
    digits = reminder.sent_on.replace("-", "").ljust(8, "0")
    return -int(digits or 0), reminder.id
