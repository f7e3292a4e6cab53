"""What each row of the list would do: decided row by row or for all of a kind, old beside new for each field."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QSplitter,
    QTableView,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.domain.money import format_amount
from nscl_desktop.presenters.table_import_desk import WEIGHT_WORDS
from nscl_desktop.presenters.unit_import_decisions import (
    ACTION_WORDS,
    STANDING_WORDS,
    RowDecisions,
    difference_texts,
)
from nscl_desktop.services.table_import_model import Weight
from nscl_desktop.services.unit_import_model import ACTIONS, Action, Standing
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.theme import Theme
from nscl_desktop.ui.unit_import.rows_model import ImportRowsModel
from nscl_desktop.ui.wrapped_items import wrap_items

_TONES = {Weight.BLOCKS: "error", Weight.WARNING: "warning", Weight.REMARK: "muted"}
_MOST_FINDINGS = 1000
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_DIFFERENCES = (ReadColumn("Trường", 19), ReadColumn("Đang có", 10), ReadColumn("Trong tệp"))


class RowsPage(QWidget):
    """``changed``: something was decided otherwise."""

    changed = Signal()

    def __init__(self, desk: RowDecisions, theme: Theme) -> None:
        super().__init__()
        self._desk, self._theme = desk, theme
        self.kinds, self.all_action = QComboBox(), QComboBox()
        self.kinds.setAccessibleName("Loại dòng đang hiện")
        self.all_action.setAccessibleName("Việc làm cho mọi dòng đang hiện")
        self.apply = QPushButton("Áp dụng cho mọi dòng đang hiện")
        self.model = ImportRowsModel(desk, theme)
        self.table = QTableView()
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.actions_of_row = {action: QRadioButton(words) for action, words in ACTION_WORDS.items()}
        self.differences = ReadTable("Các trường khác nhau", _DIFFERENCES)
        self.findings = QListWidget()
        self.pages = QTabWidget()
        self._set_up_table()
        self._lay_out()
        self._listen()
        self._show_all()

    @property
    def current(self) -> int:
        """The place of the current row; -1 for none."""
        row = self.table.currentIndex().row()
        return self.model.shown[row] if 0 <= row < len(self.model.shown) else -1

    def _show_all(self) -> None:
        self.kinds.addItem(f"Mọi dòng ({format_amount(len(self._desk.rows))})", None)
        for standing in Standing:
            count = self._desk.counts.get(standing, 0)
            if count:
                self.kinds.addItem(f"{STANDING_WORDS[standing]} ({format_amount(count)})", standing)
        doubtful = self.kinds.findData(Standing.DOUBTFUL)
        self.kinds.setCurrentIndex(max(doubtful, 0))
        self._show_findings()
        self._show_kind()

    # -- building ---------------------------------------------------------------------------------------------------

    def _set_up_table(self) -> None:
        table, character = self.table, self.fontMetrics().averageCharWidth()
        table.setModel(self.model)
        table.setAccessibleName("Các dòng của danh sách")
        table.setProperty("framed", "true")
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 12)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, characters in enumerate((6, 0, 15, 10)):
            table.setColumnWidth(column, characters * character + 16)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.differences.setWordWrap(True)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        for part in (QLabel("Đang hiện:"), self.kinds):
            top.addWidget(part)
        top.addStretch(1)
        top.addWidget(self.all_action)
        top.addWidget(self.apply)
        below, choice = QWidget(), QHBoxLayout()
        choice.setSpacing(8)
        group = QButtonGroup(self)
        for button in self.actions_of_row.values():
            group.addButton(button)
            choice.addWidget(button)
        choice.addStretch(1)
        box = QVBoxLayout(below)
        box.setContentsMargins(8, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.about)
        box.addLayout(choice)
        box.addWidget(self.differences, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.addWidget(self.table)
        split.addWidget(below)
        split.setSizes([520, 480])
        rows, column = QWidget(), QVBoxLayout()
        rows.setLayout(column)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(split, 1)
        self.pages.setDocumentMode(True)
        self.pages.addTab(rows, "Các dòng")
        self.pages.addTab(self.findings, "Điều cần biết")
        self.findings.setAccessibleName("Những điều cần biết")
        wrap_items(self.findings)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)

    def _listen(self) -> None:
        self.kinds.activated.connect(lambda _: self._show_kind())
        self.apply.clicked.connect(self._on_apply)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_row())
        for action, button in self.actions_of_row.items():
            button.clicked.connect(lambda _, action=action: self._decide(action))
        self.differences.itemChanged.connect(self._on_tick)

    # -- showing ----------------------------------------------------------------------------------------------------

    def _show_kind(self) -> None:
        kind = self.kinds.currentData()  # Qt gives an enumeration back as a plain text
        standing = Standing(kind) if kind else None
        self.model.show(standing)
        offered = ACTIONS[standing] if standing else (Action.SKIP, Action.UPDATE, Action.ADD)
        self.all_action.clear()
        for action in offered:
            self.all_action.addItem(ACTION_WORDS[action], action)
        if self.model.shown:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._show_row()

    def _show_row(self) -> None:
        at = self.current
        row = self._desk.rows[at] if at >= 0 else None
        self.about.setText("")
        allowed = ACTIONS[row.standing] if row else ()
        for action, button in self.actions_of_row.items():
            button.setEnabled(action in allowed)
            button.setChecked(row is not None and action is self._desk.action(at))
        self.differences.blockSignals(True)
        self.differences.fill([])
        if row:
            other = f" → “{row.target_name}”" if row.target_name else ""
            self.about.setText(" ".join(filter(None, (f"“{row.draft.name}”{other}.", row.reason))))
            self._show_differences(at)
        self.differences.blockSignals(False)

    def _show_differences(self, at: int) -> None:
        row = self._desk.rows[at]
        self.differences.fill([difference_texts(each) for each in row.differences], data=row.differences)
        is_update = self._desk.action(at) is Action.UPDATE
        self.differences.setEnabled(is_update)
        for place, each in enumerate(row.differences):
            item: QTableWidgetItem | None = self.differences.item(place, 2)
            if item is not None:
                item.setCheckState(_ON if self._desk.is_taken(at, each) else _OFF)

    def _show_findings(self) -> None:
        self.findings.clear()
        found = self._desk.findings
        for finding in found[:_MOST_FINDINGS]:
            item = QListWidgetItem(f"{WEIGHT_WORDS[finding.weight]}: {finding.message}")
            item.setForeground(QColor(self._theme.colour(_TONES[finding.weight])))
            self.findings.addItem(item)
        if len(found) > _MOST_FINDINGS:
            self.findings.addItem(f"… và {format_amount(len(found) - _MOST_FINDINGS)} điều nữa.")
        if not found:
            self.findings.addItem("Không có gì phải xem lại.")
        self.pages.setTabText(1, f"Điều cần biết ({format_amount(len(found))})")

    # -- deciding ---------------------------------------------------------------------------------------------------

    def _decide(self, action: Action) -> None:
        if self.current >= 0:
            self._desk.decide([self.current], action)
            self._follow([self.table.currentIndex().row()])

    def _on_apply(self) -> None:
        self._desk.decide(self.model.shown, Action(self.all_action.currentData()))
        self._follow(range(len(self.model.shown)))

    def _follow(self, rows: "list[int] | range") -> None:
        self.model.follow(list(rows))
        self._show_row()
        self.changed.emit()

    def _on_tick(self, item: QTableWidgetItem) -> None:
        if item.column() == 2 and self.current >= 0:
            difference = self._desk.rows[self.current].differences[item.row()]
            self._desk.set_taken(self.current, difference.key, taken=item.checkState() == _ON)
