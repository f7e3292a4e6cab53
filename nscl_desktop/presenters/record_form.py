"""One record as a form: what each field shows, whether it is open, and what becomes of what is typed.

A text that cannot be accepted stays in its field beside the sentence that says why, until it is mended.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol

from nscl_desktop.domain.changes import Change, ChangeSet
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import FieldSpec, Kind, Value
from nscl_desktop.domain.plan_lock import require_unlocked
from nscl_desktop.domain.records import Record, RecordT
from nscl_desktop.presenters.field_text import offers_of, text_of, value_of
from nscl_desktop.services.desk import Desk
from nscl_desktop.services.editing import set_field, spec_of
from nscl_desktop.services.workspace import PlanDesk


@dataclass(frozen=True, slots=True)
class FormField:
    """A field as it stands: ``error`` says why the text in it is not the record's."""

    spec: FieldSpec
    text: str
    is_open: bool
    error: str = ""

    @property
    def is_on(self) -> bool:
        """For a field of yes or no."""
        return self.text == "Có"


class FormSource(Protocol):
    """What a form on screen asks for, whatever its record belongs to."""

    @property
    def names(self) -> tuple[str, ...]:
        """The fields in their order."""

    @property
    def record_id(self) -> str:
        """The record's key."""

    def show(self, record_id: str) -> None:
        """Another record in the same form."""

    def field(self, name: str) -> FormField:
        """A field as it stands."""

    def offers(self, name: str) -> Sequence[tuple[str, str]]:
        """(stored value, label) pairs of a choice or link."""

    def stored(self, name: str) -> str:
        """The stored value of a choice or link."""

    def enter(self, name: str, text: str) -> None:
        """Take what was typed or chosen; raises InputError with the sentence."""


class DeskForm(Generic[RecordT]):
    """A form over one record of any desk; ``step`` makes the edit of one of its fields."""

    def __init__(
        self,
        desk: Desk,
        record_type: type[RecordT],
        record_id: str,
        names: Sequence[str],
        step: Callable[[RecordT, str, Value], ChangeSet],
    ) -> None:
        self._desk, self._type, self._names, self._step = desk, record_type, tuple(names), step
        self.record_id = record_id
        self._rejected: dict[str, tuple[str, str]] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The fields in their order."""
        return self._names

    @property
    def record(self) -> RecordT | None:
        """The record, as long as it is there."""
        return self._desk.book.table(self._type).get(self.record_id)

    def show(self, record_id: str) -> None:
        """Another record in the same form; what could not be accepted for the one before is let go."""
        if record_id != self.record_id:
            self.record_id = record_id
            self._rejected.clear()

    def field(self, name: str) -> FormField:
        """A field as it stands."""
        spec, record = self.spec(name), self.record
        if record is None:
            return FormField(spec, "", is_open=False)
        text, error = self._rejected.get(name, (self._shown(record, name), ""))
        return FormField(spec, text, self._is_open(record, name), error)

    def offers(self, name: str) -> Sequence[tuple[str, str]]:
        """(stored value, label) pairs of a choice or link."""
        return self.spec(name).choices

    def stored(self, name: str) -> str:
        """The stored value of a choice or link."""
        return str(getattr(self.record, name, None) or "")

    def enter(self, name: str, text: str) -> None:
        """Take what was typed or chosen; raises InputError with the sentence, and keeps the text beside it."""
        record = self.record
        if record is None:
            return
        try:
            value = self._value(name, text)
            self._rejected.pop(name, None)
            self._desk.perform(self._step(record, name, value))
        except InputError as error:
            self._rejected[name] = (text, error.sentence)
            raise

    # -- where kinds of records differ ------------------------------------------------------------------------------

    def spec(self, name: str) -> FieldSpec:
        """The field's spec as the form shows it."""
        return spec_of(self._type, name)

    def _shown(self, record: RecordT, name: str) -> str:
        """What a field shows of the record."""
        return text_of(self.spec(name), getattr(record, name))

    def _value(self, name: str, text: str) -> Value:
        """What a text gives to a field; InputError with the sentence."""
        return value_of(self.spec(name), text)

    def _is_open(self, _record: RecordT, _name: str) -> bool:
        """Whether a field can be edited now."""
        return True


class RootForm(DeskForm[RecordT]):
    """A form over the record that a desk is of; it stays with that record."""

    def __init__(
        self,
        desk: Desk,
        record_type: type[RecordT],
        names: Sequence[str],
        step: Callable[[RecordT, str, Value], ChangeSet],
    ) -> None:
        super().__init__(desk, record_type, desk.root_id, names, step)

    def show(self, record_id: str) -> None:
        """There is no other record."""


class RecordForm(DeskForm[Record]):
    """A form over one record of the plan on the desk: links name other parts of the plan, and the plan may be shut."""

    def __init__(self, desk: PlanDesk, record_type: type[Record], names: Sequence[str], record_id: str = "") -> None:
        def step(record: Record, name: str, value: Value) -> ChangeSet:
            return set_field(desk.budget, record, name, value)

        super().__init__(desk, record_type, record_id, names, step)
        self._plan_desk = desk

    def offers(self, name: str) -> Sequence[tuple[str, str]]:
        """(stored value, label) pairs of a choice or link; a link begins with none."""
        spec = self.spec(name)
        offers = offers_of(spec, self._plan_desk.budget)
        return [("", "—"), *offers] if spec.kind is Kind.REF else offers

    def _shown(self, record: Record, name: str) -> str:
        return text_of(self.spec(name), getattr(record, name), self._plan_desk.budget)

    def _value(self, name: str, text: str) -> Value:
        return value_of(self.spec(name), text, self._plan_desk.budget)

    def _is_open(self, record: Record, name: str) -> bool:
        probe = Change(record.entity, record.id, {name: None}, {name: None})
        try:
            require_unlocked(self._plan_desk.book, self._plan_desk.plan_id, [probe])
        except InputError:
            return False
        return True
