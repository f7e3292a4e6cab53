"""The table that is to come in, as it stands in the file: over each column, always in sight, what it is taken for."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableView, QVBoxLayout, QWidget

from nscl_desktop.domain.table_headings import FIGURES, Use
from nscl_desktop.presenters.table_import_desk import TableImportDesk
from nscl_desktop.services.table_import_model import Weight, column_letters
from nscl_desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_DISPLAY, _EDIT, _TOOL_TIP, _FOREGROUND = 0, 2, 3, 9  # roles as plain ints
_LONGEST = 2_000
"""Characters of a cell that are shown; what is longer cannot be mended here."""
_CHARACTERS = {Use.LABEL: 13, Use.TEXT: 42, Use.UNIT: 14} | dict.fromkeys(FIGURES, 14)
_OTHERS = 20
"""Widths of columns in characters: there must be room for the words of the choice."""
_GAP = 2


class MappedTableModel(QAbstractTableModel):
    """Cells of the desk's table; texts that the import stumbles over stand in the colour of their gravity."""

    mended = Signal()

    def __init__(self, import_desk: TableImportDesk, theme: Theme) -> None:
        super().__init__()
        self._desk, self._theme = import_desk, theme
        self._tones: dict[tuple[int, int], str] = {}
        self.mark()

    def show_sheet(self) -> None:
        """Another sheet was chosen."""
        self.beginResetModel()
        self.mark()
        self.endResetModel()

    def mark(self) -> None:
        """Learn anew which cells are to be looked at; headings are dimmed."""
        self._tones = {(row, column): "muted" for row in self._desk.mapping.skipped for column in range(self._width)}
        for finding in reversed(self._desk.findings()):  # the gravest last, so that it is the one to be seen
            if (finding.row or finding.column) and finding.weight is not Weight.REMARK:
                tone = "error" if finding.weight is Weight.BLOCKS else "warning"
                self._tones[finding.row, finding.column] = tone

    @property
    def _width(self) -> int:
        return self._desk.table.width

    def rowCount(self, parent: Index = _NONE) -> int:
        """All rows of the sheet, empty ones too, so that their numbers are Excel's."""
        return 0 if parent.isValid() else len(self._desk.table.rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        """Columns that hold something, and those before them."""
        return 0 if parent.isValid() else self._width

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """A, B, C and 1, 2, 3."""
        if role != _DISPLAY:
            return None
        return column_letters(section) if orientation is Qt.Orientation.Horizontal else str(section + 1)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """The cell's text, cut off where it is endless."""
        row, column = index.row(), index.column()
        if role == _FOREGROUND:
            tone = self._tones.get((row, column))
            return self._theme.colour(tone) if tone else None
        if role not in (_DISPLAY, _EDIT, _TOOL_TIP):
            return None
        text = self._desk.table.rows[row][column]
        return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be mended that is shown whole."""
        is_whole = len(self._desk.table.rows[index.row()][index.column()]) <= _LONGEST
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable if is_whole else super().flags(index)

    def setData(self, index: Index, value: object, role: int = _EDIT) -> bool:
        """Mend a cell; the file stays as it is."""
        if str(value) != self._desk.table.rows[index.row()][index.column()]:
            self._desk.mend(index.row(), index.column(), str(value))
            self.mended.emit()
        return True


class _ChoiceHeader(QHeaderView):
    """Letters of the columns, and below each letter the choices for its column."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._choices: list[QWidget] = []
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setHighlightSections(False)
        line = self.fontMetrics().height()
        self._letters = line + 8
        self.setFixedHeight(self._letters + 2 * (line + 14) + 3 * _GAP)
        self.sectionResized.connect(lambda *_: self.place())

    def take(self, choices: list[QWidget]) -> None:
        """Show these, one for each column."""
        for old in self._choices:
            old.deleteLater()
        self._choices = choices
        for choice in choices:
            choice.setParent(self.viewport())
            choice.show()
        self.place()

    def updateGeometries(self) -> None:
        """The view was laid out anew."""
        super().updateGeometries()
        self.place()

    def place(self) -> None:
        """Put each choice over its column."""
        for column, choice in enumerate(self._choices):
            left, width = self.sectionViewportPosition(column), self.sectionSize(column)
            choice.setGeometry(left + _GAP, self._letters, width - 2 * _GAP - 1, self.height() - self._letters - _GAP)


class MappedTable(QTableView):
    """The view; ``changed`` says that a column was taken for something else or a cell mended."""

    changed = Signal()

    def __init__(self, import_desk: TableImportDesk, theme: Theme) -> None:
        super().__init__()
        self._desk = import_desk
        self.cells = MappedTableModel(import_desk, theme)
        self._header = _ChoiceHeader(self)
        self.setHorizontalHeader(self._header)
        self.setModel(self.cells)
        self.setProperty("framed", "true")
        self.setAccessibleName("Bảng sẽ nhập")
        self.setTabKeyNavigation(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        self.verticalHeader().setHighlightSections(False)
        self.horizontalScrollBar().valueChanged.connect(lambda _: self._header.place())
        self.cells.mended.connect(self.changed)
        self._choose()

    def show_sheet(self) -> None:
        """Another sheet was chosen."""
        self.cells.show_sheet()
        self._choose()
        self._go_to_head()

    def showEvent(self, event: QShowEvent) -> None:
        """The first thing in sight is the heading, not the titles above it."""
        super().showEvent(event)
        self._go_to_head()

    def mark(self) -> None:
        """Show which cells are to be looked at now."""
        self.cells.mark()
        self.viewport().update()

    def go_to(self, row: int, column: int) -> None:
        """Show a cell."""
        if row < self.cells.rowCount() and column < self.cells.columnCount():
            self.setCurrentIndex(self.cells.index(row, column))

    def _go_to_head(self) -> None:
        heads = self._desk.mapping.heads
        top = self.cells.index(max(heads[0].first, 0) if heads else 0, 0)
        self.scrollTo(top, QAbstractItemView.ScrollHint.PositionAtTop)

    def _choose(self) -> None:
        """A choice over each column; empty rows are not worth a line on screen."""
        character = self.fontMetrics().averageCharWidth()
        for column in range(self.cells.columnCount()):
            characters = _CHARACTERS.get(self._desk.column_use(column).use, _OTHERS)
            self.setColumnWidth(column, characters * character + 24)
        self._header.take([self._choices_of(column) for column in range(self.cells.columnCount())])
        for row, texts in enumerate(self._desk.table.rows):
            self.setRowHidden(row, not any(texts))

    def _choices_of(self, column: int) -> QWidget:
        use = self._desk.column_use(column)
        cell, layout = QWidget(), QVBoxLayout()
        cell.setLayout(layout)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        uses, year = QComboBox(), QComboBox()
        uses.setAccessibleName(f"Cột {column_letters(column)} là")
        year.setAccessibleName(f"Năm của cột {column_letters(column)}")
        for value, words in self._desk.offers.uses:
            uses.addItem(words, value)
        uses.setCurrentIndex(uses.findData(use.use.value))
        year.addItem("Mọi năm", 0)
        for each in self._desk.offers.years:
            year.addItem(str(each), each)
        year.setCurrentIndex(max(year.findData(use.year), 0))
        year.setVisible(use.use in FIGURES)
        for choice in (uses, year):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.view().setMinimumWidth(24 * self.fontMetrics().averageCharWidth())
            layout.addWidget(choice)
        layout.addStretch(1)
        uses.activated.connect(lambda _: self._on_use(column, Use(uses.currentData()), year))
        year.activated.connect(lambda _: self._on_year(column, year.currentData()))
        return cell

    def _on_use(self, column: int, use: Use, year: QComboBox) -> None:
        self._desk.set_use(column, use)
        year.setVisible(use in FIGURES)
        self.changed.emit()

    def _on_year(self, column: int, year: int) -> None:
        self._desk.set_year(column, year)
        self.changed.emit()
