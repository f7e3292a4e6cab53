"""The summary of a survey: a block of rows for each question, a column for each group; every figure can be opened."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from nscl_desktop.domain.survey_table import RowKind, SurveyTable
from nscl_desktop.ui.theme import Theme

_FIGURES, _LEAST, _MOST = 17, 34, 84
"""Characters: a column of figures; least and most for the words of questions and answers."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SummaryTable(QTableWidget):
    """``opened``: row of the table and column of figures (0 = all units) whose units are wanted."""

    opened = Signal(int, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(0, 2)
        self._theme = theme
        self._table: SurveyTable | None = None
        self.setAccessibleName("Bảng tổng hợp khảo sát")
        self.setProperty("framed", "true")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(_RIGHT | Qt.TextFlag.TextWordWrap)
        self.cellDoubleClicked.connect(self._open)
        theme.changed.connect(self._colour)

    def show_table(self, table: SurveyTable) -> None:
        """Show another summary."""
        self._table = table
        self.clear()
        self.setColumnCount(1 + len(table.columns))
        self.setRowCount(len(table.rows))
        self._show_headings(table)
        for at, row in enumerate(table.rows):
            is_question = row.kind is RowKind.QUESTION
            self._put(at, 0, row.label if is_question else f"      {row.label}", bold=is_question)
            for place, cell in enumerate(row.cells):
                self._put(at, 1 + place, cell.text, bold=is_question)
        self._colour()
        self._fit_words()
        if table.rows:
            self.setCurrentCell(0, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words take what the figures leave, but not so much that the eye loses the row."""
        super().resizeEvent(event)
        self._fit_words()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the units behind a figure."""
        if event.key() in _ENTER and self.currentRow() >= 0:
            self._open(self.currentRow(), self.currentColumn())
            return
        super().keyPressEvent(event)

    def _show_headings(self, table: SurveyTable) -> None:
        character = self.fontMetrics().averageCharWidth()
        first = QTableWidgetItem("Câu hỏi và trả lời")
        first.setTextAlignment(_LEFT)
        self.setHorizontalHeaderItem(0, first)
        for place, (name, count) in enumerate(zip(table.columns, table.counts, strict=True), start=1):
            heading = QTableWidgetItem(f"{self._in_two_lines(name)}\n{count} phiếu")
            heading.setToolTip(f"{name}: {count} phiếu")
            self.setHorizontalHeaderItem(place, heading)
            self.setColumnWidth(place, _FIGURES * character + 16)
        lines = 3 if any(self._wrapped(name).lineCount() > 1 for name in table.columns) else 2
        self.horizontalHeader().setFixedHeight(lines * self.fontMetrics().lineSpacing() + 12)

    def _fit_words(self) -> None:
        character = self.fontMetrics().averageCharWidth()
        others = (self.columnCount() - 1) * (_FIGURES * character + 16)
        room = self.viewport().width() - others
        self.setColumnWidth(0, max(_LEAST * character, min(room, _MOST * character)))

    def _in_two_lines(self, name: str) -> str:
        """A name in no more than two lines, so that headings leave the room to the rows; its tool tip has it whole."""
        wrapped, room = self._wrapped(name), _FIGURES * self.fontMetrics().averageCharWidth()
        if wrapped.lineCount() < 2:
            return name
        start = wrapped.lineAt(1).textStart()
        rest = self.fontMetrics().elidedText(name[start:], Qt.TextElideMode.ElideRight, room)
        return f"{name[:start].rstrip()}\n{rest}"

    def _wrapped(self, name: str) -> QTextLayout:
        layout = QTextLayout(name, self.font())
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(_FIGURES * self.fontMetrics().averageCharWidth())
        layout.endLayout()
        return layout

    def _put(self, row: int, column: int, text: str, *, bold: bool) -> None:
        item = QTableWidgetItem(text)
        item.setTextAlignment(_RIGHT if column else _LEFT)
        item.setToolTip(text.strip())
        if bold:
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold)
            item.setFont(font)
        self.setItem(row, column, item)

    def _colour(self) -> None:
        """Questions stand on the ground of sections."""
        for at, row in enumerate(self._table.rows if self._table else ()):
            for column in range(self.columnCount()):
                item = self.item(at, column)
                if row.kind is RowKind.QUESTION and item is not None:
                    item.setBackground(self._theme.colour("section"))

    def _open(self, row: int, column: int) -> None:
        self.opened.emit(row, max(column - 1, 0))
