"""A form in which some fields are chosen out of what other records offer, such as the lines of a plan."""

from collections.abc import Callable, Sequence

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.records import RecordT
from nscl_desktop.presenters.field_text import NONE
from nscl_desktop.presenters.record_form import RootForm
from nscl_desktop.services.desk import Desk

Offers = Sequence[tuple[str, str]]
"""(stored value, label) pairs."""


class OfferedForm(RootForm[RecordT]):
    """``known_offers``: by field, what it may hold; asked for anew each time. ``gone``: said once the record is not."""

    def __init__(
        self,
        desk: Desk,
        record_type: type[RecordT],
        names: Sequence[str],
        step: Callable[[RecordT, str, Value], ChangeSet],
        gone: str,
    ) -> None:
        super().__init__(desk, record_type, names, step)
        self.known_offers: dict[str, Offers] = {}
        self._gone = gone

    def offers(self, name: str) -> Offers:
        """(stored value, label) pairs of a choice or link; what is stored and not offered is told as it is."""
        if name not in self.known_offers:
            return super().offers(name)
        stored, known = self.stored(name), self.known_offers[name]
        lost = [(stored, "(không còn trong tệp)")] if stored and stored not in dict(known) else []
        return [("", NONE), *known, *lost]

    def enter(self, name: str, text: str) -> None:
        """Take what was typed or chosen; InputError also where the record is deleted."""
        if self.record is None:
            raise InputError(self._gone)
        super().enter(name, text)

    def _shown(self, record: RecordT, name: str) -> str:
        return self.stored(name) if name in self.known_offers else super()._shown(record, name)

    def _value(self, name: str, text: str) -> Value:
        return (text or None) if name in self.known_offers else super()._value(name, text)
