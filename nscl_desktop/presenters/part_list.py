"""What belongs to the record on the desk, as a table: one list for every kind of part that has no rules of its own."""

from collections.abc import Callable, Mapping, Sequence
from typing import Generic

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import FieldSpec, Value
from nscl_desktop.domain.positions import between
from nscl_desktop.domain.records import Record, RecordT
from nscl_desktop.presenters.field_text import text_of, value_of
from nscl_desktop.services.desk import Desk
from nscl_desktop.services.editing import spec_of

_GONE = "Dòng này không còn nữa; hãy chọn dòng khác."


class PartList(Generic[RecordT]):
    """Rows are the parts of one kind, columns the named fields; the three callables make the steps.

    ``order`` sorts the rows, by their own positions unless said otherwise; ``first`` gives a new row its values, so
    that a required text says what it is until something is typed.
    """

    is_open = True

    def __init__(
        self,
        desk: Desk,
        part_type: type[RecordT],
        names: Sequence[str],
        change: Callable[[RecordT, str, Value], ChangeSet],
        add: Callable[..., ChangeSet],
        remove: Callable[[RecordT], ChangeSet],
        *,
        order: Callable[[RecordT], object] | None = None,
        first: Mapping[str, Value] | None = None,
    ) -> None:
        self._desk, self._type = desk, part_type
        self.specs: tuple[FieldSpec, ...] = tuple(spec_of(part_type, name) for name in names)
        self._change, self._add, self._remove = change, add, remove
        self._order = order or (lambda each: (getattr(each, "position", ""), each.id))
        self._first = dict(first or {})

    def records(self) -> tuple[Record, ...]:
        """The parts in their order."""
        return self._parts()

    def text(self, record: Record, spec: FieldSpec) -> str:
        """What a cell shows."""
        return text_of(spec, getattr(record, spec.name))

    def offers(self, spec: FieldSpec) -> Sequence[tuple[str, str]]:
        """What a cell of choices offers."""
        return spec.choices

    def enter(self, record: Record, spec: FieldSpec, text: str) -> None:
        """Take what was typed into a cell; raises InputError with the sentence."""
        self._desk.perform(self._change(self._known(record), spec.name, value_of(spec, text)))

    def add(self) -> str:
        """A new part; its key."""
        return self.add_with(**self._first)

    def add_with(self, **values: Value) -> str:
        """A new part with these values; its key."""
        step = self._add(**values)
        self._desk.perform(step)
        return step.changes[-1].id

    def delete(self, record: Record) -> str:
        """Delete a part; what was done, for the toast."""
        step = self._remove(self._known(record))
        self._desk.perform(step)
        return f"Đã {step.words[:1].lower()}{step.words[1:]}"

    def move(self, record: Record, step: int) -> None:
        """One place up (-1) or down (1); nothing happens at the ends."""
        part, known = self._known(record), self._parts()
        at = next(index for index, each in enumerate(known) if each.id == record.id)
        if not 0 <= at + step < len(known):
            return
        low, high = (at - 2, at - 1) if step < 0 else (at + 1, at + 2)
        before = str(getattr(known[low], "position", "")) if low >= 0 else None
        after = str(getattr(known[high], "position", "")) if high < len(known) else None
        self._desk.perform(self._change(part, "position", between(before, after)))

    def _parts(self) -> tuple[RecordT, ...]:
        found = self._desk.book.table(self._type).values()
        return tuple(sorted(found, key=self._order))  # type: ignore[arg-type]  # orders are comparable with their like

    def _known(self, record: Record) -> RecordT:
        found = self._desk.book.table(self._type).get(record.id)
        if found is None:
            raise InputError(_GONE)
        return found
