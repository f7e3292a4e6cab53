"""The list of dossiers: search, chips for what is waited for, filters, and how many there are."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.domain.dossiers.listing import DossierRow
from nscl_desktop.domain.money import format_amount
from nscl_desktop.presenters.dossier_list import CHIPS, COLUMNS, Arranged, DossierFilters, DossierList
from nscl_desktop.presenters.exported_list import ExportedList
from nscl_desktop.ui.dossiers.list_model import DossierListModel, DossierRowPainter
from nscl_desktop.ui.filter_row import FilterRow
from nscl_desktop.ui.theme import Theme

_FILTERS = (("state", "Tình trạng"), ("stage", "Bước"), ("year", "Năm bắt đầu"), ("plan", "Kế hoạch"))
_WIDTHS = {"code": 13, "title": 36, "where": 18, "attention": 34, "year": 6, "money": 15, "person": 20}
_LINES_WIDTH = 42
"""Characters."""
_CHOICE_MS = 120
"""Wait so long after an arrow key before a dossier is read."""


class DossierListView(QFrame):
    """``chosen`` tells the current dossier's key once the choice rests."""

    chosen = Signal(str)
    new_wanted = Signal()

    def __init__(self, dossiers: DossierList, theme: Theme) -> None:
        super().__init__()
        self.dossiers = dossiers
        self.setProperty("panel", "side")
        self.search = QLineEdit(placeholderText="Tìm mã, đơn vị, nội dung…")
        self.search.setAccessibleName("Tìm hồ sơ")
        self.search.setToolTip("Tìm trong mã, tên đơn vị và nội dung; không cần dấu")
        self.search.setClearButtonEnabled(True)
        self.filter = QPushButton("Lọc")
        self.filter.setCheckable(True)
        self.new = QPushButton("Hồ sơ mới")
        self.chips: dict[str, QToolButton] = {}
        self.filter_row, self.chip_row = FilterRow(_FILTERS), QWidget()
        self.filters = self.filter_row.combos
        self.model = DossierListModel(dossiers)
        self.table = QTableView()
        self.empty, self.count = QLabel(), QLabel()
        self.clear = QPushButton("Bỏ lọc")
        self._rest = QTimer(self, singleShot=True, interval=_CHOICE_MS)
        self._set_up_table(theme)
        self._lay_out()
        self._listen()
        self.follow()

    @property
    def current(self) -> str:
        """The key of the current dossier, empty for none."""
        row = self.table.currentIndex().row()
        return self.dossiers.rows[row].id if 0 <= row < len(self.dossiers.rows) else ""

    def take(self, found: Arranged, wanted: str = "") -> None:
        """Show the dossiers of the file as they are now; ``wanted`` (else the current one) stays current."""
        kept = wanted or self.current
        self.dossiers.load(found)
        self._show(kept)

    def show_change(self, row: DossierRow | None) -> None:
        """One dossier was changed."""
        at = self.dossiers.show_change(row) if row else -1
        if at >= 0:
            self.model.dataChanged.emit(self.model.index(at, 0), self.model.index(at, self.model.columnCount() - 1))
        self.follow()

    def offer(self, offers: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        """Fill the filters; what is chosen stays chosen."""
        self.filter_row.offer(offers, self.dossiers.filters)

    def show_filters(self, filters: DossierFilters, text: str = "") -> None:
        """Filter in this way."""
        kept = self.current
        self.dossiers.filters = filters
        self.filter_row.show_filters(filters)
        self.dossiers.text = text
        self.search.setText(text)
        self.dossiers.follow()
        self._show(kept)

    @property
    def columns(self) -> Sequence[str]:
        """The names of the columns that stand beside the two lines."""
        return self.dossiers.columns

    def column_offers(self) -> Sequence[tuple[str, str]]:
        """What can stand there."""
        return COLUMNS

    def show_columns(self, columns: Sequence[str]) -> None:
        """The two lines and these columns; the list scrolls sideways where they need more room than there is."""
        kept = self.current
        self.dossiers.columns = tuple(columns)
        self._show(kept)
        self._set_widths()

    def exported(self) -> ExportedList:
        """The dossiers shown."""
        return self.dossiers.exported()

    def choose(self, key: str) -> None:
        """Make a dossier current, without the filters that hide it."""
        if self.dossiers.row_of(key) < 0 and self.dossiers.is_asked:
            self.show_filters(DossierFilters())
        row = self.dossiers.row_of(key)
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, 0))

    def begin(self) -> None:
        """The first row, unless something is sought; the keyboard goes there only where nobody types elsewhere."""
        if self.dossiers.rows and not self.search.text():
            self.table.setCurrentIndex(self.model.index(0, 0))
            if self.search.hasFocus():
                self.table.setFocus()

    def go_to_rows(self) -> None:
        """Enter in the search: the first row, or the current one."""
        if not self.current and self.dossiers.rows:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.table.setFocus()

    def follow(self) -> None:
        """Counts and words say what is shown."""
        dossiers, counts = self.dossiers, self.dossiers.chip_counts()
        for key, words, _ in CHIPS:
            count, chip = counts[key], self.chips[key]
            chip.setText(f"{words} {count}" if count else words)
            chip.setEnabled(bool(count) or dossiers.filters.chip == key)
            chip.setChecked(dossiers.filters.chip == key)
        self.chip_row.setVisible(not dossiers.is_empty)
        self.filter.setText(f"Lọc ({dossiers.filters.count})" if dossiers.filters.count else "Lọc")
        self.clear.setVisible(dossiers.is_asked)
        self.empty.setVisible(not dossiers.rows)
        self.table.setVisible(bool(dossiers.rows))
        self.empty.setText("Không có hồ sơ nào như vậy." if dossiers.is_asked else "Chưa có hồ sơ nào.")
        self.count.setText(f"{format_amount(len(dossiers.rows))} hồ sơ" if dossiers.rows else "")

    # -- building ---------------------------------------------------------------------------------------------------

    def _set_up_table(self, theme: Theme) -> None:
        table = self.table
        table.setModel(self.model)
        painter = DossierRowPainter(self.model, theme, table)
        table.setItemDelegate(painter)
        table.setAccessibleName("Danh sách hồ sơ hỗ trợ")
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setMouseTracking(True)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(painter.row_height)
        table.setProperty("framed", "true")
        self._set_widths()

    def _set_widths(self) -> None:
        header, character = self.table.horizontalHeader(), self.table.fontMetrics().averageCharWidth()
        header.setVisible(bool(self.columns))
        for at, name in enumerate(self.columns, 1):
            self.table.setColumnWidth(at, _WIDTHS[name] * character + 24)
        self.table.setColumnWidth(0, _LINES_WIDTH * character)
        modes = QHeaderView.ResizeMode
        header.setSectionResizeMode(0, modes.Interactive if self.columns else modes.Stretch)
        never, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.table.setHorizontalScrollBarPolicy(needed if self.columns else never)

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.search, 1)
        head.addWidget(self.filter)
        head.addWidget(self.new)
        chips = QGridLayout(self.chip_row)
        chips.setContentsMargins(0, 0, 0, 0)
        chips.setSpacing(8)
        for at, (key, words, hint) in enumerate(CHIPS):
            chip = self.chips[key] = QToolButton()
            chip.setCheckable(True)
            chip.setProperty("segment", "true")
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.setAccessibleName(words)
            chip.setToolTip(f"{words}\n{hint}")
            chip.setSizePolicy(self.search.sizePolicy())
            chips.addWidget(chip, at // 2, at % 2)
        self.empty.setProperty("role", "caption")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.count.setProperty("role", "caption")
        foot.addWidget(self.count)
        foot.addStretch(1)
        foot.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.chip_row)
        column.addWidget(self.filter_row)
        column.addWidget(self.empty, 1)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def _listen(self) -> None:
        self.search.textChanged.connect(self._seek)
        self.search.returnPressed.connect(self.go_to_rows)
        self.filter.toggled.connect(self.filter_row.setVisible)
        self.new.clicked.connect(self.new_wanted)
        self.clear.clicked.connect(lambda: self.show_filters(DossierFilters()))
        for key, chip in self.chips.items():
            chip.clicked.connect(lambda on, key=key: self._filter("chip", key if on else ""))
        self.filter_row.chosen.connect(self._filter)
        self._rest.timeout.connect(self._tell_choice)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._rest.start())

    # -- doing ------------------------------------------------------------------------------------------------------

    def _tell_choice(self) -> None:
        if self.current:
            self.chosen.emit(self.current)

    def _seek(self, text: str) -> None:
        kept = self.current
        self.dossiers.seek(text)
        self._show(kept)

    def _filter(self, name: str, value: str) -> None:
        kept = self.current
        self.dossiers.filters = replace(self.dossiers.filters, **{name: value})
        self.dossiers.follow()
        self._show(kept)

    def _show(self, kept: str) -> None:
        self.model.refresh()
        row = self.dossiers.row_of(kept)
        self.table.setCurrentIndex(self.model.index(row, 0) if row >= 0 else QModelIndex())
        self.follow()
