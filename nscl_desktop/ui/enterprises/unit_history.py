"""Lịch sử: who changed what of a unit and when, newest first; read when the page comes in front."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.presenters.history_list import HistoryList
from nscl_desktop.services.desk import Desk
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.tab import Surroundings

_COLUMNS = (
    ReadColumn("Lúc", 22), ReadColumn("Người làm", 16), ReadColumn("Việc", 32), ReadColumn("Thay đổi"),
)  # fmt: skip


class UnitHistory(QWidget):
    """A table of steps."""

    def __init__(self, desk: Desk, around: Surroundings) -> None:
        super().__init__()
        self._desk, self._around = desk, around
        self.table = ReadTable("Lịch sử thay đổi", _COLUMNS, lines=2)
        self.empty = QLabel("Chưa có thay đổi nào được lưu cho đơn vị này.")
        self.empty.setProperty("role", "caption")
        self.setFocusProxy(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.empty)
        layout.addWidget(self.table, 1)

    def follow(self) -> None:
        """Read the journal anew."""
        register, key = self._around.office.enterprises, self._desk.root_id
        self._around.operations.run("", lambda _: list(register.history(key)), self._show)

    def _show(self, entries: list[HistoryEntry]) -> None:
        if not isValid(self):
            return  # another unit was chosen meanwhile
        rows = HistoryList(None).rows(entries)
        self.empty.setVisible(not rows)
        self.table.setVisible(bool(rows))
        shown = [(row.when, row.who, row.words, row.brief) for row in rows]
        self.table.fill(shown, tips=["\n".join((row.words, *row.changes)) for row in rows])
