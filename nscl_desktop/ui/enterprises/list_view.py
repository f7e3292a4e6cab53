"""The list of units: search, filters, columns of choice, and how many there are."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.money import format_amount
from nscl_desktop.presenters.enterprise_list import COLUMNS, EnterpriseList, Filters
from nscl_desktop.presenters.exported_list import ExportedList
from nscl_desktop.services.enterprises import spec_of
from nscl_desktop.ui.enterprises.list_model import EnterpriseListModel
from nscl_desktop.ui.filter_row import FilterRow

_FILTERS = (
    ("kind", "Loại hình"), ("province", "Tỉnh, thành phố"), ("section", "Ngành"), ("mark", "Đối tượng ưu tiên"),
    ("state", "Tình trạng"), ("tax", "Mã số thuế"), ("commune", "Xã, phường"),
)  # fmt: skip
_WIDTHS = {"name": 34, "tax_code": 15, "kind": 20, "address": 36, "products": 24, "sector_code": 10}
_CHOICE_MS = 120
"""Wait so long after an arrow key before a unit is read: who holds the key down wants to see none of them."""


class EnterpriseListView(QFrame):
    """``chosen`` tells the current unit's key once the choice rests."""

    chosen = Signal(str)
    new_wanted = Signal()
    count_wanted = Signal()
    """The list is longer than what was read: somebody should count it aside."""
    changed = Signal()
    """Selection or query are others now."""

    def __init__(self, units: EnterpriseList) -> None:
        super().__init__()
        self.units = units
        self.setProperty("panel", "side")
        self.search = QLineEdit(placeholderText="Tìm tên, mã số thuế, địa chỉ, sản phẩm… (không cần dấu)")
        self.search.setAccessibleName("Tìm đơn vị")
        self.search.setClearButtonEnabled(True)
        self.filter = QPushButton("Lọc")
        self.filter.setCheckable(True)
        self.new = QPushButton("Đơn vị mới")
        self.filter_row = FilterRow(_FILTERS)
        self.filters = self.filter_row.combos
        self.model = EnterpriseListModel(units)
        self.table = QTableView()
        self.empty = QLabel()
        self.count = QLabel()
        self.clear = QPushButton("Bỏ lọc")
        self._rest = QTimer(self, singleShot=True, interval=_CHOICE_MS)
        self._set_up_table()
        self._lay_out()
        self._listen()

    @property
    def current(self) -> str:
        """The key of the current unit, empty for none."""
        row = self.table.currentIndex().row()
        return self.units.rows[row].id if 0 <= row < len(self.units.rows) else ""

    @property
    def selected(self) -> list[str]:
        """Keys of all selected units, in their order."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.units.rows[row].id for row in rows]

    def offer(self, offers: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        """Fill the filters; what is chosen stays chosen."""
        self.filter_row.offer(offers, self.units.filters)

    def put_chips(self, chips: QWidget) -> None:
        """Filters at one press, below the search."""
        self._layout.insertWidget(1, chips)

    def reload(self, wanted: str = "") -> None:
        """Read the list anew; ``wanted`` (else the current unit) stays current where it is shown."""
        kept = wanted or self.current
        self.model.read()
        self._choose(kept)
        self._follow()

    def show_filters(self, filters: Filters, text: str = "") -> None:
        """Filter in this way."""
        self.units.filters = filters
        self.filter_row.show_filters(filters)
        self.search.setText(text)
        self.units.text = text
        self.reload()

    @property
    def columns(self) -> Sequence[str]:
        """The names of the columns that are shown."""
        return self.units.columns

    def column_offers(self) -> Sequence[tuple[str, str]]:
        """The fields that can be shown beside the name, which always stays."""
        return [(name, spec_of(Enterprise, name).label) for name in COLUMNS[1:]]

    def show_columns(self, columns: Sequence[str]) -> None:
        """The name and these columns."""
        self.units.columns = (COLUMNS[0], *columns)
        self.reload()
        self._set_widths()

    def exported(self) -> ExportedList:
        """All units that answer, in the columns shown."""
        return self.units.exported()

    def show_count(self, count: int) -> None:
        """How many units answer; that there are none stands in the place of the list."""
        self.count.setText(f"{format_amount(count)} đơn vị" if count else "")

    # -- building ---------------------------------------------------------------------------------------------------

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName("Danh sách đơn vị")
        table.setProperty("framed", "true")
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 12)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._set_widths()

    def _set_widths(self) -> None:
        character = self.fontMetrics().averageCharWidth()
        for at, name in enumerate(self.units.columns):
            self.table.setColumnWidth(at, _WIDTHS.get(name, 18) * character + 16)
        is_narrow = len(self.units.columns) <= 2
        mode = QHeaderView.ResizeMode.Stretch if is_narrow else QHeaderView.ResizeMode.Interactive
        self.table.horizontalHeader().setSectionResizeMode(0, mode)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.search, 1)
        head.addWidget(self.filter)
        head.addWidget(self.new)
        self.empty.setProperty("role", "caption")
        self.empty.setWordWrap(True)
        self.count.setProperty("role", "caption")
        foot = QHBoxLayout()
        foot.addWidget(self.count)
        foot.addStretch(1)
        foot.addWidget(self.clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 8)
        layout.setSpacing(8)
        self._layout = layout
        layout.addLayout(head)
        layout.addWidget(self.filter_row)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)

    def _listen(self) -> None:
        self.search.textChanged.connect(self._seek)
        self.search.returnPressed.connect(self.go_to_rows)
        self.filter.toggled.connect(self.filter_row.setVisible)
        self.new.clicked.connect(self.new_wanted)
        self.clear.clicked.connect(lambda: self.show_filters(Filters()))
        self.filter_row.chosen.connect(self._filter)
        self._rest.timeout.connect(self._tell_choice)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._rest.start())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.changed.emit())

    def _tell_choice(self) -> None:
        if self.current:
            self.chosen.emit(self.current)

    # -- doing ------------------------------------------------------------------------------------------------------

    def _seek(self, text: str) -> None:
        kept = self.current
        self.model.seek(text)
        self._choose(kept)
        self._follow()

    def _filter(self, name: str, value: str) -> None:
        self.units.filters = replace(self.units.filters, **{name: value})
        self.reload()

    def _choose(self, key: str) -> None:
        """What was current stays so where it is shown; else nothing is, and the unit on the desk stays there."""
        row = self.units.row_of(key)
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, 0))

    def go_to_rows(self) -> None:
        """Enter in the search: the first row, or the current one."""
        if not self.current and self.units.rows:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.table.setFocus()

    def _follow(self) -> None:
        filters = self.units.filters.count
        self.filter.setText(f"Lọc ({filters})" if filters else "Lọc")
        is_asked = bool(self.units.text.strip() or filters)
        self.clear.setVisible(is_asked)
        is_empty = not self.units.rows
        self.empty.setVisible(is_empty)
        self.table.setVisible(not is_empty)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setText("Không có đơn vị nào như vậy." if is_asked else "Chưa có đơn vị nào.")
        if self.units.has_more:
            self.count.setText("Đang đếm…")
            self.count_wanted.emit()
        else:
            self.show_count(len(self.units.rows))
        self.changed.emit()
