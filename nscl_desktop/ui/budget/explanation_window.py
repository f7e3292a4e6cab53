"""F4: the slip that shows which figures a figure came from; Enter goes to one of them."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nscl_desktop.presenters.explaining import Explanation
from nscl_desktop.ui.read_table import ReadColumn, ReadTable


class ExplanationWindow(QDialog):
    """A figure as the sum of its parts."""

    def __init__(
        self,
        explanation: Explanation,
        unit: str,
        go: Callable[[str], object],
        parent: QWidget,
        go_words: str = "Đến dòng này",
    ) -> None:
        super().__init__(parent)
        self._go_words = go_words
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

    def _table(self) -> ReadTable:
        columns = (ReadColumn("Gồm"), ReadColumn("Cách tính", 28), ReadColumn("Số", 18, is_figure=True))
        table = ReadTable("Các số hợp thành", columns)
        table.fill([(each.name, each.made, each.figure) for each in self._explanation.addends])
        table.activated.connect(lambda index: self._on_go(index.row()))
        return table

    def _buttons(self) -> QHBoxLayout:
        copy, go, close = QPushButton("Sao chép"), QPushButton(self._go_words), QPushButton("Đóng")
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
