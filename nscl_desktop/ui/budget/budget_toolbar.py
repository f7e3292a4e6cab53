"""The row over the grid: which way to look at the plan, narrowed to what, in which unit."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QFrame, QHBoxLayout, QToolButton

from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.presenters.budget_grid import BudgetGrid
from nscl_desktop.presenters.grid_columns import VIEWS, Scope, View, plan_years
from nscl_desktop.presenters.source_names import short_name
from nscl_desktop.ui.elided_combo import ElidedCombo

_LEAST = 8
"""Characters that a choice shows on the smallest screen."""
UNITS = (MoneyUnit.DONG, MoneyUnit.NGHIN, MoneyUnit.TRIEU)


class BudgetToolbar(QFrame):
    """View, scope and unit of one grid."""

    def __init__(self, grid: BudgetGrid) -> None:
        super().__init__()
        self._grid = grid
        self.setProperty("panel", "page")
        self.views = QButtonGroup(self)
        self.year, self.source, self.unit = ElidedCombo(), ElidedCombo(), ElidedCombo()
        self.quantities = QCheckBox("Số lượng")
        self.quantities.setToolTip("Hiện cột số lượng cạnh cột kinh phí từng năm")
        self.year.setAccessibleName("Năm")
        self.source.setAccessibleName("Nguồn kinh phí")
        self.unit.setAccessibleName("Đơn vị tính")
        for field in (self.year, self.source, self.unit):
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            field.setMinimumWidth(_LEAST * self.fontMetrics().averageCharWidth() + 24)
        for unit in UNITS:
            self.unit.addItem(f"ĐVT: {unit.label}", unit)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(8)
        layout.addLayout(self._segments())
        for part in (self.year, self.source, self.quantities):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(self.unit)
        self.follow()
        self.views.idClicked.connect(lambda place: self._grid.show(VIEWS[place][0]))
        self.views.idClicked.connect(lambda _: self.follow())
        self.year.activated.connect(self._on_scope)
        self.source.activated.connect(self._on_scope)
        self.unit.activated.connect(lambda _: self._grid.show(unit=self.unit.currentData()))
        self.quantities.clicked.connect(lambda shown: self._grid.show(quantities=shown))

    def follow(self) -> None:
        """Show how the grid is looked at now, and offer the plan's years and sources as they are now."""
        grid = self._grid
        by_price = grid.view_kind is View.PRICES
        years, sources = plan_years(grid.desk.budget), grid.desk.budget.frame.sources
        _refill(self.year, "Mọi năm", [(f"Năm {year}", year) for year in years], grid.scope.year)
        _refill(self.source, "Mọi nguồn", [(short_name(source), source.id) for source in sources], grid.scope.source)
        self.year.setVisible(by_price and len(years) > 1)
        self.source.setVisible(by_price and len(sources) > 1)
        self.quantities.setVisible(not by_price)
        self.quantities.setChecked(grid.quantities)
        self.unit.setCurrentIndex(UNITS.index(grid.unit))
        self.views.button([view for view, _ in VIEWS].index(grid.view_kind)).setChecked(True)

    def _segments(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        for place, (_, words) in enumerate(VIEWS):
            button = QToolButton()
            button.setText(words)
            button.setCheckable(True)
            button.setProperty("segment", "true")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolTip(f"Xem {words.lower()} (Ctrl+{place + 1})")
            self.views.addButton(button, place)
            row.addWidget(button)
        return row

    def _on_scope(self) -> None:
        self._grid.show(scope=Scope(self.year.currentData(), self.source.currentData()))


def _refill(field: QComboBox, everything: str, offers: Sequence[tuple[str, object]], chosen: object) -> None:
    field.clear()
    field.addItem(everything, None)
    for words, value in offers:
        field.addItem(words, value)
        if value == chosen:
            field.setCurrentIndex(field.count() - 1)
