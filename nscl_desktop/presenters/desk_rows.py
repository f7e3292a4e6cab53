"""Records of a desk as a table: what they are called by, chosen from and changed with is handed in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import FieldSpec, Kind, Value
from nscl_desktop.domain.positions import between
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.text import quoted
from nscl_desktop.presenters.field_text import NONE, text_of, value_of
from nscl_desktop.services.desk import Desk
from nscl_desktop.services.enterprises import spec_of

Offers = Callable[[], Sequence[tuple[str, str]]]
"""(stored value, label) pairs that a cell may hold."""
_SHORT = 12
"""Longer than a year or a code of a source: a key, which says nothing to a reader."""


@dataclass(frozen=True, slots=True)
class Deeds:
    """The steps that a table makes; ``add`` makes an empty record, where one would say something."""

    put: Callable[[Record, str, Value], ChangeSet]
    delete: Callable[[Record], ChangeSet]
    add: Callable[[], ChangeSet] | None = None
    offers: Mapping[str, Offers] = field(default_factory=dict)


class DeskRows:
    """``read`` gives the records in their order; fields with offers are chosen, not typed."""

    is_open = True

    def __init__(
        self,
        desk: Desk,
        record_type: type[Record],
        names: Sequence[str],
        read: Callable[[], Sequence[Record]],
        deeds: Deeds,
    ) -> None:
        self._desk, self._type, self._read, self._deeds = desk, record_type, read, deeds
        self.specs: tuple[FieldSpec, ...] = tuple(self._spec(name) for name in names)

    def records(self) -> tuple[Record, ...]:
        """In their order."""
        return tuple(self._read())

    def text(self, record: Record, spec: FieldSpec) -> str:
        """What a cell shows; a link to what is not on file says so."""
        value = getattr(record, spec.name)
        if spec.name not in self._deeds.offers:
            return text_of(spec, value)
        if value in (None, ""):
            return ""
        lost = str(value) if len(str(value)) <= _SHORT else "(không có trong tệp)"
        return dict(self._deeds.offers[spec.name]()).get(str(value), lost)

    def offers(self, spec: FieldSpec) -> Sequence[tuple[str, str]]:
        """What a cell of choices offers."""
        if spec.name in self._deeds.offers:
            return [("", NONE), *self._deeds.offers[spec.name]()]
        return spec.choices

    def enter(self, record: Record, spec: FieldSpec, text: str) -> None:
        """Take what was typed into a cell; raises InputError with the sentence."""
        self._desk.perform(self._deeds.put(record, spec.name, self._value(spec, text)))

    def add(self) -> str:
        """A new empty record; its key, "" where records come in another way."""
        if self._deeds.add is None:
            return ""
        step = self._deeds.add()
        self._desk.perform(step)
        return step.changes[0].id

    def delete(self, record: Record) -> str:
        """Delete a record; what was done, for the toast."""
        step = self._deeds.delete(record)
        self._desk.perform(step)
        return f"Đã {step.words[:1].lower()}{step.words[1:]}"

    def move(self, record: Record, step: int) -> None:
        """One place up (-1) or down (1); nothing happens at the ends."""
        known = self.records()
        at = next(index for index, each in enumerate(known) if each.id == record.id)
        if not 0 <= at + step < len(known):
            return
        low, high = (at - 2, at - 1) if step < 0 else (at + 1, at + 2)
        positions = [str(getattr(each, "position", "")) for each in known]
        before = positions[low] if low >= 0 else None
        after = positions[high] if high < len(known) else None
        self._desk.perform(self._deeds.put(record, "position", between(before, after)))

    def _value(self, spec: FieldSpec, text: str) -> Value:
        if spec.name not in self._deeds.offers:
            value = value_of(spec, text)
            return value.strip() if isinstance(value, str) and spec.kind is Kind.TEXT else value
        stored = spec_of(self._type, spec.name)
        for value, label in self.offers(spec):
            if text in (value, label):
                if not value:
                    return None if stored.nullable else ""
                return int(value) if stored.kind is Kind.INTEGER else value
        raise InputError(f"“{spec.label}” không có lựa chọn {quoted(text)}; hãy chọn trong danh sách.")

    def _spec(self, name: str) -> FieldSpec:
        spec = spec_of(self._type, name)
        return replace(spec, kind=Kind.CHOICE) if name in self._deeds.offers else spec
