"""The page of the overview: four figures, money as bars, the radar, targets. Every figure opens what is behind it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.domain.overview import Overview
from nscl_desktop.presenters.overview_sheet import (
    MONEY_VIEWS,
    YEARS,
    cards,
    money_chart,
    target_lines,
)
from nscl_desktop.ui.elided_combo import ElidedCombo
from nscl_desktop.ui.overview.bar_chart import BarChart
from nscl_desktop.ui.overview.figure_card import FigureCard
from nscl_desktop.ui.overview.radar_table import RadarTable
from nscl_desktop.ui.overview.target_table import TargetTable
from nscl_desktop.ui.scrolled import scrolled
from nscl_desktop.ui.theme import Theme

_NARROW, _LOWEST, _APART = 1060, 200, 16


class OverviewPage(QScrollArea):
    """``asked``: what is to be explained ("card|money", "bar|paid|2024", "target", "radar")."""

    asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._overview: Overview | None = None
        self.view = YEARS
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Tổng quan")
        self.plan, self.year = ElidedCombo(), ElidedCombo()
        self.plan.setAccessibleName("Kế hoạch")
        self.year.setAccessibleName("Năm")
        self.cards = [FigureCard(theme) for _ in range(4)]
        self.chart = BarChart(theme)
        self.views = QButtonGroup(self)
        self.radar, self.targets = RadarTable(theme), TargetTable(theme)
        self.sent = QPushButton("Đã gửi báo cáo này")
        self.rule, self.propose = QPushButton("Cách đếm…"), QPushButton()
        self.print = QPushButton("In tổng quan…")
        self._middle = QSplitter(Qt.Orientation.Horizontal)
        self._middle.setProperty("bare", "true")
        self._lay_out()
        self._listen()

    @property
    def overview(self) -> Overview | None:
        """What is shown."""
        return self._overview

    def show_overview(self, overview: Overview) -> None:
        """Show this; the choice of years follows the plan."""
        self._overview = overview
        blocked = self.year.blockSignals(True)
        self.year.clear()
        self.year.addItem("Cả kế hoạch", None)
        for year in overview.plan_years:
            self.year.addItem(f"Năm {year}", year)
        self.year.setCurrentIndex(max(self.year.findData(overview.year), 0))
        self.year.blockSignals(blocked)
        for widget, card in zip(self.cards, cards(overview), strict=True):
            widget.show_card(card)
        self._show_chart()
        self.radar.show_lines(overview.radar)
        self.targets.show_lines(target_lines(overview))
        proposed = sum(row.has_proposal for row in overview.targets)
        self.propose.setText(f"Lấy {proposed} cách đếm đề xuất")
        self.propose.setVisible(proposed > 0)
        self._follow()

    def focused(self) -> str:
        """What F4 explains: where the keyboard is, else the first figure."""
        for card in self.cards:
            if card.hasFocus() and card.card:
                return f"card|{card.card.key}"
        if self.chart.hasFocus() and self.chart.ref:
            return f"bar|{self.chart.ref}"
        if self.radar.hasFocus() and self.radar.line:
            return "radar"
        if self.targets.hasFocus() and self.targets.line:
            return "target"
        return "card|money"

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for bars and radar beside one another, they stand below each other."""
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW
        self._middle.setOrientation(Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal)
        self._middle.setMinimumHeight(2 * _LOWEST + _APART if is_narrow else _LOWEST)

    def go_round(self) -> None:
        """F6: from the figures to the bars, the radar, the targets, and back."""
        stations: list[QWidget] = [self.cards[0], self.chart, self.radar, self.targets]
        here = next((at for at, each in enumerate(stations) if each.hasFocus()), 0 if self._is_in_cards() else -1)
        stations[(here + 1) % len(stations)].setFocus()

    def _is_in_cards(self) -> bool:
        return any(card.hasFocus() for card in self.cards)

    def _show_chart(self) -> None:
        if self._overview:
            self.chart.show_chart(money_chart(self._overview, self.view))

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        head, row = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.plan, 3)
        head.addWidget(self.year, 1)
        head.addWidget(self.print)
        row.setSpacing(12)
        for card in self.cards:
            row.addWidget(card, 1)
        column.addLayout(head)
        column.addLayout(row)
        middle = self._middle
        middle.addWidget(self._money())
        middle.addWidget(self._named("Việc đến hạn", self.radar, self.sent))
        middle.setChildrenCollapsible(False)
        middle.setSizes([560, 640])
        middle.setMinimumHeight(_LOWEST)
        middle.setHandleWidth(_APART)
        column.addWidget(middle, 1)
        targets = self._named("Chỉ tiêu", self.targets, self.rule, self.propose)
        targets.setMinimumHeight(216)
        column.addWidget(targets, 1)
        self.setWidget(page)

    def _money(self) -> QWidget:
        buttons = []
        for at, (key, words) in enumerate(MONEY_VIEWS):
            button = QToolButton()
            button.setText(words)
            button.setCheckable(True)
            button.setChecked(key == self.view)
            button.setProperty("segment", "true")
            self.views.addButton(button, at)
            buttons.append(button)
        return self._named("Kinh phí", scrolled(self.chart), *buttons)

    def _named(self, title: str, content: QWidget, *beside: QWidget) -> QWidget:
        place, line = QWidget(), QHBoxLayout()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        heading = QLabel(title)
        heading.setProperty("role", "heading")
        line.setSpacing(0 if title == "Kinh phí" else 8)
        line.addWidget(heading)
        line.addStretch(1)
        for each in beside:
            line.addWidget(each)
        column.addLayout(line)
        column.addWidget(content, 1)
        return place

    def _listen(self) -> None:
        for card in self.cards:
            card.clicked.connect(lambda _=False, card=card: self.asked.emit(f"card|{card.card.key}"))
        self.chart.chosen.connect(lambda ref: self.asked.emit(f"bar|{ref}"))
        self.radar.activated.connect(lambda _: self.asked.emit("radar"))
        self.targets.activated.connect(lambda _: self.asked.emit("target"))
        self.radar.itemSelectionChanged.connect(self._follow)
        self.targets.itemSelectionChanged.connect(self._follow)
        self.views.idClicked.connect(self._turn)

    def _turn(self, at: int) -> None:
        self.view = MONEY_VIEWS[at][0]
        self._show_chart()

    def _follow(self) -> None:
        line = self.radar.line
        self.sent.setEnabled(line is not None and line.due is not None)
        self.rule.setEnabled(self.targets.line is not None)
