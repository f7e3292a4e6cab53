"""Lịch sử of any record of the registers: who changed what and when, newest first; read when it is looked at."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.presenters.history_list import HistoryList
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.tab import Surroundings

_COLUMNS = (
    ReadColumn("Lúc", 22), ReadColumn("Người làm", 16), ReadColumn("Việc", 32), ReadColumn("Thay đổi"),
)  # fmt: skip


class RecordHistory(QWidget):
    """A table of steps; ``read`` asks the journal, aside. ``of`` ends the sentence that there are none yet."""

    def __init__(self, read: Callable[[], Sequence[HistoryEntry]], around: Surroundings, of: str = "") -> None:
        super().__init__()
        self._read, self._around = read, around
        self.table = ReadTable("Lịch sử thay đổi", _COLUMNS, lines=2)
        self.empty = QLabel(f"Chưa có thay đổi nào được lưu{of}.")
        self.empty.setProperty("role", "caption")
        self.setFocusProxy(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.addWidget(self.empty)
        layout.addWidget(self.table, 1)

    def follow(self) -> None:
        """Read the journal anew."""
        self._around.operations.run("", lambda _: list(self._read()), self._show)

    def _show(self, entries: list[HistoryEntry]) -> None:
        if not isValid(self):
            return  # another record was chosen meanwhile
        rows = HistoryList(None).rows(entries)
        self.empty.setVisible(not rows)
        self.table.setVisible(bool(rows))
        shown = [(row.when, row.who, row.words, row.brief) for row in rows]
        self.table.fill(shown, tips=["\n".join((row.words, *row.changes)) for row in rows])
