"""The lines of the plan with the figures of the ledger; totals stand at the foot and never scroll away."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QTableView, QVBoxLayout, QWidget

from nscl_desktop.presenters.ledger_rows import FIGURES, LedgerRow
from nscl_desktop.ui.filling_column import FillingColumn
from nscl_desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
HEADINGS = ("Mục", "Nội dung", *(words for _, words in FIGURES), "Lưu ý")
_LABEL, _TEXT, _REMARK = 0, 1, len(HEADINGS) - 1
_FIGURE_WIDTH, _LEAST_TEXT = 13, 22
"""Characters."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _Rows(QAbstractTableModel):
    """Rows of lines or of totals."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: Sequence[LedgerRow] = ()
        self._bold = QFont(parent.font())
        self._bold.setWeight(QFont.Weight.DemiBold)

    def show_rows(self, rows: Sequence[LedgerRow]) -> None:
        """Show others."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section].replace(" − ", "\n− ").replace("Dự toán ", "Dự toán\n")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if _TEXT < section < _REMARK else _LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.text if column == _TEXT else _text(row, column).strip()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if _TEXT < column < _REMARK else _LEFT
        if role == Qt.ItemDataRole.FontRole and row.is_section:
            return self._bold
        if role == Qt.ItemDataRole.BackgroundRole and row.is_section:
            return self._theme.colour("section")
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(row, column)
        return None

    def _ink(self, row: LedgerRow, column: int) -> object:
        if not row.is_ours:
            return self._theme.colour("muted")
        is_short = _TEXT < column < _REMARK and getattr(row.flow, FIGURES[column - 2][0]) < 0
        return self._theme.colour("error") if is_short or (column == _REMARK and row.is_over) else None


class LedgerTable(QWidget):
    """``line_chosen``: another line has the keyboard; ``explained``: F4 or Enter on a figure, by line and figure."""

    line_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.view, self.foot = QTableView(), QTableView()
        self.model, self.foot_model = _Rows(theme, self), _Rows(theme, self)
        self._set_up(self.view, self.model, "Các dòng dự toán")
        self._set_up(self.foot, self.foot_model, "Tổng cộng")
        self.foot.horizontalHeader().hide()
        self.foot.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.foot.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        header = self.view.horizontalHeader()
        header.setFixedHeight(2 * self.fontMetrics().lineSpacing() + 12)
        character = self.fontMetrics().averageCharWidth()
        for column in range(len(HEADINGS)):
            width = {_LABEL: 5, _REMARK: 20}.get(column, _FIGURE_WIDTH)
            self.view.setColumnWidth(column, width * character + 16)
        FillingColumn(self.view, _TEXT, _LEAST_TEXT)
        header.sectionResized.connect(lambda at, _, size: self.foot.setColumnWidth(at, size))
        self.view.horizontalScrollBar().valueChanged.connect(self.foot.horizontalScrollBar().setValue)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.foot.selectionModel().currentChanged.connect(lambda *_: self.line_chosen.emit(""))
        column_of_parts = QVBoxLayout(self)
        column_of_parts.setContentsMargins(0, 0, 0, 0)
        column_of_parts.setSpacing(0)
        column_of_parts.addWidget(self.view, 1)
        column_of_parts.addWidget(self.foot)
        self.setFocusProxy(self.view)
        theme.changed.connect(self._colour)

    def show_rows(self, rows: Sequence[LedgerRow], foot: Sequence[LedgerRow]) -> None:
        """Show the lines and totals; the keyboard stays on its line and figure."""
        kept, column = self.line_id, max(self.view.currentIndex().column(), _TEXT + 2)
        blocked = self.view.selectionModel().blockSignals(True)
        self.model.show_rows(rows)
        self.foot_model.show_rows(foot)
        height = self.view.verticalHeader().defaultSectionSize()
        self.foot.setFixedHeight(len(foot) * height + 2 * self.foot.frameWidth())
        for at in range(len(HEADINGS)):
            self.foot.setColumnWidth(at, self.view.columnWidth(at))
        self.view.selectionModel().blockSignals(blocked)
        self.go_to(kept, column)

    def go_to(self, line_id: str, column: int = _TEXT + 2) -> None:
        """Put the keyboard on a line; on the first where it is not shown."""
        at = next((place for place, row in enumerate(self.model.rows) if row.line_id == line_id), 0)
        if self.model.rows:
            self.view.setCurrentIndex(self.model.index(at, column))

    @property
    def line_id(self) -> str:
        """The line of the keyboard; "" where there is none."""
        row = self._row(self.view, self.model)
        return row.line_id if row else ""

    def figure(self) -> tuple[LedgerRow, str] | None:
        """Row and name of the figure that the keyboard is on, also at the foot; None on words."""
        is_foot = self.foot.hasFocus()
        view, model = (self.foot, self.foot_model) if is_foot else (self.view, self.model)
        row, column = self._row(view, model), view.currentIndex().column()
        if row is None or not _TEXT < column < _REMARK or (is_foot and not row.is_ours):
            return None
        return row, FIGURES[column - 2][0]

    def _set_up(self, view: QTableView, model: _Rows, name: str) -> None:
        view.setModel(model)
        view.setAccessibleName(name)
        view.setProperty("framed", "true")
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTabKeyNavigation(False)
        view.setWordWrap(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        view.horizontalHeader().setHighlightSections(False)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    @staticmethod
    def _row(view: QTableView, model: _Rows) -> LedgerRow | None:
        at = view.currentIndex().row()
        return model.rows[at] if 0 <= at < len(model.rows) else None

    def _on_current(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.row() != before.row():
            self.line_chosen.emit(self.line_id)

    def _colour(self) -> None:
        for view in (self.view, self.foot):
            view.viewport().update()


def _text(row: LedgerRow, column: int) -> str:
    if column == _LABEL:
        return row.label
    if column == _TEXT:
        return "    " * row.depth + " ".join(row.text.split())
    return row.remark if column == _REMARK else row.figures[column - 2]
