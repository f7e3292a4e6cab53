"""F4: the slip that shows which figures a figure came from; Enter goes to one of them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.presenters.explaining import Explanation


class ExplanationWindow(QDialog):
    """A figure as the sum of its parts."""

    def __init__(self, explanation: Explanation, unit: str, go: Callable[[str], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Số này từ đâu ra")
        self._explanation, self._go = explanation, go
        title = QLabel(explanation.title)
        title.setProperty("role", "heading")
        title.setWordWrap(True)
        figure = QLabel(f"{explanation.figure} {unit}" if explanation.figure else "Chưa có số")
        figure.setProperty("role", "title")
        brief = QLabel(explanation.brief)
        brief.setProperty("role", "caption")
        brief.setWordWrap(True)
        brief.setVisible(bool(explanation.brief))
        self.table = self._table()
        self.table.setVisible(bool(explanation.addends))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(8)
        for part in (title, figure, brief):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        layout.addLayout(self._buttons())
        self.resize(640, 400 if explanation.addends else 200)

    def _table(self) -> QTableWidget:
        addends = self._explanation.addends
        table = QTableWidget(len(addends), 3)
        table.setAccessibleName("Các số hợp thành")
        for place, words in enumerate(("Gồm", "Cách tính", "Số")):
            heading = QTableWidgetItem(words)
            heading.setTextAlignment(Qt.AlignmentFlag.AlignRight if place == 2 else Qt.AlignmentFlag.AlignLeft)
            table.setHorizontalHeaderItem(place, heading)
        table.verticalHeader().hide()
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        for row, addend in enumerate(addends):
            for column, text in enumerate((addend.name, addend.made, addend.figure)):
                item = QTableWidgetItem(text)
                if column == 2:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                table.setItem(row, column, item)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        table.activated.connect(lambda index: self._on_go(index.row()))
        if addends:
            table.setCurrentCell(0, 0)
        return table

    def _buttons(self) -> QHBoxLayout:
        copy, go, close = QPushButton("Sao chép"), QPushButton("Đến dòng này"), QPushButton("Đóng")
        go.setVisible(any(addend.line_id for addend in self._explanation.addends))
        copy.clicked.connect(self._copy)
        go.clicked.connect(lambda: self._on_go(self.table.currentRow()))
        close.clicked.connect(self.reject)
        close.setDefault(not self._explanation.addends)
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(go)
        row.addWidget(close)
        return row

    def _on_go(self, row: int) -> None:
        if 0 <= row < len(self._explanation.addends) and self._explanation.addends[row].line_id:
            self.accept()
            self._go(self._explanation.addends[row].line_id)

    def _copy(self) -> None:
        found = self._explanation
        lines = [found.title, f"{found.figure}\t{found.brief}".rstrip()]
        lines += [f"{addend.name}\t{addend.made}\t{addend.figure}" for addend in found.addends]
        QGuiApplication.clipboard().setText("\n".join(lines))
