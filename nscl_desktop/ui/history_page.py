"""Lịch sử: who changed what and when, for the whole plan or for the line chosen in the budget."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.domain.naming import line_name
from nscl_desktop.presenters.history_list import HistoryList, HistoryRow
from nscl_desktop.services.workspace import PlanDesk
from nscl_desktop.ui.tab import Surroundings

_HEADINGS = ("Lúc", "Người làm", "Việc", "Thay đổi", "Máy")


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
        self.table = QTableWidget(0, len(_HEADINGS))
        self.empty = QLabel("Chưa có thay đổi nào được lưu cho phần này.")
        self.empty.setProperty("role", "caption")
        self._set_up_table()
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
        self.table.setRowCount(len(rows))
        for place, row in enumerate(rows):
            self._show_row(place, row)
        if rows and self.table.currentRow() < 0:
            self.table.setCurrentCell(0, 0)

    def _show_row(self, place: int, row: HistoryRow) -> None:
        for column, text in enumerate((row.when, row.who, row.words, row.brief, row.machine)):
            item = QTableWidgetItem(text)
            item.setToolTip("\n".join(row.changes) if column == 3 else text)
            self.table.setItem(place, column, item)

    def _set_up_table(self) -> None:
        table = self.table
        table.setHorizontalHeaderLabels(list(_HEADINGS))
        table.setAccessibleName("Lịch sử thay đổi")
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(2 * table.fontMetrics().height() + 12)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        character = table.fontMetrics().averageCharWidth()
        for column, characters in enumerate((22, 18, 36, 0, 16)):
            table.setColumnWidth(column, characters * character + 16)
        header = table.horizontalHeader()
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

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
