"""Lịch sử: who changed what and when, for the whole plan or for the line chosen in the budget."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.domain.naming import line_name
from nscl_desktop.presenters.history_list import HistoryList
from nscl_desktop.services.workspace import PlanDesk
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.tab import Surroundings

_COLUMNS = (
    ReadColumn("Lúc", 22), ReadColumn("Người làm", 18), ReadColumn("Việc", 28), ReadColumn("Thay đổi"),
    ReadColumn("Máy", 12),
)  # fmt: skip


class HistoryPage(QWidget):
    """A table of steps, newest first; read anew whenever the page comes in front."""

    def __init__(self, desk: PlanDesk, around: Surroundings, chosen_line: Callable[[], str]) -> None:
        super().__init__()
        self._desk, self._around, self._chosen_line = desk, around, chosen_line
        self._history = HistoryList(desk)
        self._line = ""
        self.about = QLabel()
        self.about.setProperty("role", "heading")
        self.whole = QPushButton("Cả kế hoạch")
        self.whole.clicked.connect(lambda: self.show_line(""))
        self.one = QPushButton("Dòng đang chọn ở Dự toán")
        self.one.clicked.connect(lambda: self.show_line(self._chosen_line()))
        self.table = ReadTable("Lịch sử thay đổi", _COLUMNS, lines=2)
        self.empty = QLabel("Chưa có thay đổi nào được lưu cho phần này.")
        self.empty.setProperty("role", "caption")
        self._lay_out()

    def show_line(self, line_id: str) -> None:
        """The history of one line, or of the whole plan."""
        self._line = line_id if self._desk.budget.tree.has(line_id) else ""
        self._read()

    def follow(self) -> None:
        """The plan has changed; the table is read when it is in front."""
        if self.isVisible():
            self._read()

    def settle(self) -> None:
        """Nothing is typed here."""

    def take_focus(self) -> None:
        """The page is in front."""
        self._read()
        self.table.setFocus()

    def _read(self) -> None:
        tree = self._desk.budget.tree
        about = line_name(tree, tree.line(self._line)) if self._line else "cả kế hoạch"
        self.about.setText(f"Lịch sử {about}")
        shelf, key = self._around.office.shelf, self._line or self._desk.plan_id
        self._around.operations.run("", lambda _: list(shelf.history(key)), self._show)

    def _show(self, entries: list[HistoryEntry]) -> None:
        rows = self._history.rows(entries)
        self.empty.setVisible(not rows)
        self.table.setVisible(bool(rows))
        shown = [(row.when, row.who, row.words, row.brief, row.machine) for row in rows]
        self.table.fill(shown, tips=["\n".join((row.words, *row.changes)) for row in rows])

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.about)
        head.addStretch(1)
        head.addWidget(self.one)
        head.addWidget(self.whole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 16)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.empty)
        layout.addWidget(self.table, 1)
