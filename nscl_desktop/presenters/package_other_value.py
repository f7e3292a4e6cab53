"""A value that nobody gave, typed for a field in conflict: one field as a form, with the field's own editor."""

from collections.abc import Sequence

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Kind
from nscl_desktop.presenters.field_text import offers_of
from nscl_desktop.presenters.package_conflicts import ConflictTable
from nscl_desktop.presenters.package_words import spec_named
from nscl_desktop.presenters.record_form import FormField


class OtherValue:
    """A form of one field over a row of the table; the row changes only with ``take``."""

    def __init__(self, table: ConflictTable, row: int) -> None:
        conflict = table.rows[row].conflict
        assert conflict is not None  # noqa: S101 - headings cannot be typed in
        self._table, self._row = table, row
        self._spec = spec_named(conflict.key[0], conflict.field)
        self._text, self._error = table.text(row) or "", ""
        value = conflict.shown
        self._stored = value if isinstance(value, str) else ""

    @property
    def names(self) -> tuple[str, ...]:
        """The one field."""
        return (self._spec.name,)

    @property
    def record_id(self) -> str:
        """None of its own."""
        return ""

    def show(self, record_id: str) -> None:
        """It stays the same field."""

    def field(self, name: str) -> FormField:
        """The field as it stands."""
        return FormField(self._spec, self._text, is_open=True, error=self._error)

    def offers(self, name: str) -> Sequence[tuple[str, str]]:
        """(stored value, label) pairs of a choice."""
        return offers_of(self._spec)

    def stored(self, name: str) -> str:
        """The stored value of a choice."""
        return self._stored

    def enter(self, name: str, text: str) -> None:
        """Keep what was typed or chosen; it is judged when it is taken."""
        self._text, self._error = text, ""
        if self._spec.kind is Kind.CHOICE:
            self._stored = text

    def take(self) -> bool:
        """Choose the typed value; False where the field cannot hold it, and the field then says why."""
        try:
            self._table.type_other(self._row, self._text)
        except InputError as error:
            self._error = error.sentence
            return False
        return True
