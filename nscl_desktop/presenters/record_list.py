"""Records of one kind that belong to the plan, in their order: signers, sources, periods, targets and so on."""

from collections.abc import Sequence
from typing import Any, Protocol

from nscl_desktop.domain.changes import Change, change_set, updated
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import FieldSpec, Kind
from nscl_desktop.domain.plan_lock import require_unlocked
from nscl_desktop.domain.positions import between
from nscl_desktop.domain.records import Record, fields_of, new_id
from nscl_desktop.presenters.field_text import offers_of, text_of, value_of
from nscl_desktop.services.editing import add_record, delete_record, record_name, set_field, spec_of
from nscl_desktop.services.workspace import PlanDesk


class RecordSource(Protocol):
    """What a table of records on screen asks for, whatever they belong to."""

    @property
    def specs(self) -> tuple[FieldSpec, ...]:
        """The columns."""

    def records(self) -> tuple[Record, ...]:
        """The rows in their order."""

    def text(self, record: Record, spec: FieldSpec) -> str:
        """What a cell shows."""

    def offers(self, spec: FieldSpec) -> Sequence[tuple[str, str]]:
        """What a cell of choices offers."""

    def enter(self, record: Record, spec: FieldSpec, text: str) -> None:
        """Take what was typed into a cell; raises InputError with the sentence."""

    def add(self) -> str:
        """A new empty record; its key."""

    def delete(self, record: Record) -> str:
        """Delete a record; what was done, for the toast."""

    def move(self, record: Record, step: int) -> None:
        """One place up (-1) or down (1)."""

    @property
    def is_open(self) -> bool:
        """Whether the records can be changed."""


class RecordList:
    """A table of records: one row each, one column for each named field."""

    def __init__(self, desk: PlanDesk, record_type: type[Record], names: Sequence[str], **fixed: object) -> None:
        self._desk = desk
        self.record_type = record_type
        self.specs: tuple[FieldSpec, ...] = tuple(spec_of(record_type, name) for name in names)
        self._fixed = fixed
        """Field values that all records of this list share, such as the kind of a task."""

    def records(self) -> tuple[Record, ...]:
        """The plan's records in printed order."""
        own = [
            record
            for record in self._desk.book.table(self.record_type).values()
            if getattr(record, "plan_id", None) == self._desk.plan_id
            and all(getattr(record, name) == value for name, value in self._fixed.items())
        ]
        return tuple(sorted(own, key=lambda record: (getattr(record, "position", ""), record.id)))

    def text(self, record: Record, spec: FieldSpec) -> str:
        """What a cell shows."""
        return text_of(spec, getattr(record, spec.name), self._desk.budget)

    def offers(self, spec: FieldSpec) -> Sequence[tuple[str, str]]:
        """What a cell of choices offers."""
        offers = offers_of(spec, self._desk.budget)
        return [("", "—"), *offers] if spec.kind is Kind.REF else offers

    def enter(self, record: Record, spec: FieldSpec, text: str) -> None:
        """Take what was typed into a cell; raises InputError with the sentence."""
        value = value_of(spec, text, self._desk.budget)
        self._desk.perform(set_field(self._desk.budget, record, spec.name, value))

    def add(self) -> str:
        """A new empty record behind the others; its key."""
        last = max((str(getattr(record, "position", "")) for record in self.records()), default="")
        values: dict[str, Any] = {"id": new_id(), "plan_id": self._desk.plan_id, **self._fixed}  # Any: of many types
        if any(spec.kind is Kind.POSITION for spec in fields_of(self.record_type)):
            values["position"] = between(last or None, None)
        record = self.record_type(**values)
        self._desk.perform(add_record(self._desk.budget, record))
        return record.id

    def delete(self, record: Record) -> str:
        """Delete a record with all that belongs to it; what was done, for the toast."""
        name = record_name(self._desk.budget, record)
        self._desk.perform(delete_record(self._desk.book, self._desk.budget, record))
        return f"Đã xóa {name}"

    def move(self, record: Record, step: int) -> None:
        """One place up (-1) or down (1); nothing happens at the ends."""
        records = self.records()
        at = next(index for index, each in enumerate(records) if each.id == record.id)
        if not 0 <= at + step < len(records):
            return
        beside = at + step
        low, high = (beside - 1, beside) if step < 0 else (beside, beside + 1)
        before = _position(records[low]) if low >= 0 else None
        after = _position(records[high]) if high < len(records) else None
        words = f"Chuyển {'lên' if step < 0 else 'xuống'} {record_name(self._desk.budget, record)}"
        change = updated(record, position=between(before, after))
        self._desk.perform(change_set(words, [change], self._desk.plan_id))

    @property
    def is_open(self) -> bool:
        """Whether the plan's state lets this kind of record be changed."""
        try:
            require_unlocked(self._desk.book, self._desk.plan_id, [Change(self.record_type.entity, "", {}, {})])
        except InputError:
            return False
        return True


def _position(record: Record) -> str:
    return str(getattr(record, "position", ""))
