"""One record as a form: what each field shows, whether it is open, and what becomes of what is typed.

A text that cannot be accepted stays in its field beside the sentence that says why, until it is mended.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from nscl_desktop.domain.changes import Change
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import FieldSpec, Kind
from nscl_desktop.domain.plan_lock import require_unlocked
from nscl_desktop.domain.records import Record
from nscl_desktop.presenters.field_text import offers_of, text_of, value_of
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


class RecordForm:
    """A form over one record of the plan on the desk."""

    def __init__(self, desk: PlanDesk, record_type: type[Record], names: Sequence[str], record_id: str = "") -> None:
        self._desk = desk
        self.record_type = record_type
        self.names: tuple[str, ...] = tuple(names)
        self.record_id = record_id
        self._rejected: dict[str, tuple[str, str]] = {}

    @property
    def record(self) -> Record | None:
        """The record, as long as it is there."""
        return self._desk.book.table(self.record_type).get(self.record_id)

    def show(self, record_id: str) -> None:
        """Another record in the same form; what could not be accepted for the one before is let go."""
        if record_id != self.record_id:
            self.record_id = record_id
            self._rejected.clear()

    def field(self, name: str) -> FormField:
        """A field as it stands."""
        spec, record = spec_of(self.record_type, name), self.record
        if record is None:
            return FormField(spec, "", is_open=False)
        shown = text_of(spec, getattr(record, name), self._desk.budget)
        text, error = self._rejected.get(name, (shown, ""))
        return FormField(spec, text, self._is_open(record, name), error)

    def offers(self, name: str) -> Sequence[tuple[str, str]]:
        """(stored value, label) pairs of a choice or link; a link begins with none."""
        spec = spec_of(self.record_type, name)
        offers = offers_of(spec, self._desk.budget)
        return [("", "—"), *offers] if spec.kind is Kind.REF else offers

    def stored(self, name: str) -> str:
        """The stored value of a choice or link."""
        return str(getattr(self.record, name, None) or "")

    def enter(self, name: str, text: str) -> None:
        """Take what was typed or chosen; raises InputError with the sentence, and keeps the text beside it."""
        record = self.record
        if record is None:
            return
        spec = spec_of(self.record_type, name)
        try:
            value = value_of(spec, text, self._desk.budget)
            self._rejected.pop(name, None)
            self._desk.perform(set_field(self._desk.budget, record, name, value))
        except InputError as error:
            self._rejected[name] = (text, error.sentence)
            raise

    def _is_open(self, record: Record, name: str) -> bool:
        probe = Change(record.entity, record.id, {name: None}, {name: None})
        try:
            require_unlocked(self._desk.book, self._desk.plan_id, [probe])
        except InputError:
            return False
        return True
