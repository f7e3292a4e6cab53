"""What every room of records does alike over the open data file: steps without a desk, history, settled reading."""

from collections.abc import Sequence

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.office.register_file import RegisterFile
from nscl_desktop.storage.store import Store


class RecordRoom:
    """Over one open data file."""

    def __init__(self, data: RegisterFile) -> None:
        self._data = data

    def add(self, step: ChangeSet) -> None:
        """Save a step that is made on no desk; raises why it was not saved. Aside."""
        self._data.add(step)

    def history(self, key: str) -> Sequence[HistoryEntry]:
        """Who changed a record and what belongs to it, newest first. Aside."""
        return self._data.history(key)

    @property
    def _settled(self) -> Store:
        return self._data.registers(settled=True)
