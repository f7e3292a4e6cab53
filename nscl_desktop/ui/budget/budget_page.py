"""Dự toán: toolbar, cell bar, grid and findings of the plan on the desk, with all commands that act on them."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QInputDialog, QSplitter, QVBoxLayout, QWidget

from nscl_desktop.domain.findings import Finding
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.presenters.budget_grid import BudgetGrid
from nscl_desktop.presenters.explaining import Explainer
from nscl_desktop.presenters.finding_list import FindingList
from nscl_desktop.presenters.grid_block import GridBlock
from nscl_desktop.presenters.grid_columns import HEAD_COLUMNS, VIEWS, View
from nscl_desktop.presenters.grid_typing import GridTyping
from nscl_desktop.presenters.line_commands import LineCommands
from nscl_desktop.presenters.line_search import LineSearch
from nscl_desktop.services.workspace import PlanDesk
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.budget.block_actions import BlockActions
from nscl_desktop.ui.budget.budget_toolbar import BudgetToolbar
from nscl_desktop.ui.budget.cell_bar import CellBar
from nscl_desktop.ui.budget.empty_budget import EmptyBudget
from nscl_desktop.ui.budget.explanation_window import ExplanationWindow
from nscl_desktop.ui.budget.find_bar import FindBar
from nscl_desktop.ui.budget.findings_panel import FindingsPanel
from nscl_desktop.ui.budget.grid_view import GridView
from nscl_desktop.ui.budget.line_actions import LineActions
from nscl_desktop.ui.budget.line_panel import LinePanel
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.tab import Surroundings

_TEXT = HEAD_COLUMNS - 1
_FINDINGS_LINES = 9
_LOW = 320
"""Pixels below which rows are worth more than bars: a laptop's screen at 150 per cent leaves 270."""


class BudgetPage(QWidget):
    """The page of one plan; another plan gets another page."""

    table_wanted = Signal()
    """A whole table shall be pasted into the empty budget."""

    def __init__(self, desk: PlanDesk, around: Surroundings, undo: Callable[[], object]) -> None:
        super().__init__()
        self._desk, self._around = desk, around
        self._undo = undo
        self.grid = BudgetGrid(desk, unit_of(around))
        self.typing = GridTyping(self.grid)
        self.findings_list = FindingList(desk)
        self.panel: LinePanel | None = None
        self._is_built = False
        self._is_low = False

    def build(self) -> Iterator[None]:
        """Put the page together from top to bottom, in steps that each take less than a frame."""
        self._lay_out()
        self.toolbar = BudgetToolbar(self.grid)
        self._whole.insertWidget(0, self.toolbar)
        yield
        self.view = GridView(self.grid, self.typing, self._around.theme, self._around.preferences)
        yield
        self.view.fit()
        yield
        self.lines = LineActions(self.view, LineCommands(self._desk), self._around, self._undo)
        self.block = BlockActions(self.view, GridBlock(self.grid), self._around)
        yield
        self.find_bar = FindBar(LineSearch(self._desk))
        self._make_commands()
        self.cell_bar = CellBar([*self.lines.tools, None, self.details, self.seek])
        yield
        self._column.addWidget(self.cell_bar)
        self._column.addWidget(self.find_bar)
        yield
        self._column.addWidget(self.view, 1)
        yield
        self.empty = EmptyBudget(self.lines.insert, self.table_wanted.emit)
        self._column.addWidget(self.empty, 1)
        self.findings = FindingsPanel(self.findings_list, self._around.theme)
        self._split.addWidget(self.findings)
        yield
        self._listen()
        self._is_built = True
        self._follow_height()
        self._on_current(*self.view.current)

    # -- commands ---------------------------------------------------------------------------------------------------

    def _make_commands(self) -> None:
        def action(words: str, run: Callable[[], object], icon: str, *keys: str) -> QAction:
            return make_action(self, Command(words, run, icon, keys), self._around.theme)

        self.seek = action("Tìm trong dự toán", self.find_bar.open, "search", "Ctrl+F")
        self.explain = action("Giải thích con số", self._explain, "calculator", "F4")
        self.fold = action("Gập mọi mục", lambda: self.grid.fold_all(folded=True), "", "Ctrl+Shift+PgUp")
        self.unfold = action("Mở mọi mục", lambda: self.grid.fold_all(folded=False), "", "Ctrl+Shift+PgDown")
        self.fold_one = action("Gập / mở mục này", self._fold_current, "", "Ctrl+.")
        self.details = action("Chi tiết dòng", self._toggle_details, "edit", "Alt+Return")
        self.details.setCheckable(True)
        self.wrap = action("Xuống dòng trong ô nội dung", self._wrap, "")
        self.wrap.setCheckable(True)
        self.wrap.setChecked(self.view.sizes.wraps)
        self.looks = [
            action(f"Xem {words.lower()}", partial(self._look, view), "", f"Ctrl+{place}")
            for place, (view, words) in enumerate(VIEWS, 1)
        ]

    @property
    def edit_actions(self) -> Sequence[QAction | None]:
        """For the menu Sửa."""
        return (*self.block.all, None, self.seek)

    @property
    def view_actions(self) -> Sequence[QAction | None]:
        """For the menu Xem."""
        return (*self.looks, None, self.fold_one, self.fold, self.unfold, self.wrap)

    @property
    def line_actions(self) -> Sequence[QAction | None]:
        """For the menu Kế hoạch."""
        return (*self.lines.shaping, None, self.details, self.explain)

    def _look(self, view: View) -> None:
        self.view.settle()
        self.grid.show(view)
        self.toolbar.follow()

    def _wrap(self) -> None:
        self.view.set_wraps(wraps=self.wrap.isChecked())

    def _fold_current(self) -> None:
        row = self.view.current[0]
        if row >= 0 and self.grid.rows[row].has_children:
            self.grid.fold(row, folded=self.grid.rows[row].is_open)

    def _explain(self) -> None:
        row, column = self.view.current
        if row < 0:
            return
        explainer = Explainer(self._desk.budget, self.grid.unit)
        explanation = explainer.explain(self.grid.line(row), self.grid.columns[column])
        window = ExplanationWindow(explanation, self.grid.unit.label, self.go_to_line, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def _toggle_details(self) -> None:
        self.view.settle()
        if self.panel is None:
            self.panel = LinePanel(self._desk, self._around.voice)
            self.panel.left.connect(self.details.trigger)
            self._beside.addWidget(self.panel)
            self._beside.setSizes([2, 1])
            self.panel.setMinimumWidth(40 * self.fontMetrics().averageCharWidth())
        shown = self.details.isChecked()
        self.panel.setVisible(shown)
        if shown:
            self.panel.show_line(self.current_line)
            self.panel.take_focus()
        else:
            self.panel.form.settle()
            self.view.take_focus()

    @property
    def current_line(self) -> str:
        """The key of the line that the keyboard is on; empty for none."""
        row = self.view.current[0]
        return self.grid.rows[row].line_id if 0 <= row < len(self.grid.rows) else ""

    # -- going places -----------------------------------------------------------------------------------------------

    def go_to_line(self, line_id: str) -> None:
        """Bring a line into sight and choose it."""
        row = self.grid.reveal(line_id)
        if row is not None:
            self.view.go_to(row, _TEXT)
            self.view.take_focus()

    def go_to_findings(self) -> None:
        """F8."""
        self.findings.show()
        self.findings.open()

    def take_focus(self) -> None:
        """Let the keyboard act on the grid, or on the first step where there is none yet."""
        if self.grid.rows:
            self.view.take_focus()
        else:
            self.empty.take_focus()

    def settle(self) -> None:
        """Take what is being typed."""
        self.view.settle()
        if self.panel:
            self.panel.form.settle()

    # -- building ---------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        upper = QWidget()
        self._column = QVBoxLayout(upper)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._beside = QSplitter(Qt.Orientation.Horizontal)
        self._beside.addWidget(upper)
        self._beside.setCollapsible(0, False)
        self._beside.setStretchFactor(0, 1)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.addWidget(self._beside)
        self._split.setCollapsible(0, False)
        self._split.setStretchFactor(0, 1)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self._split, 1)

    def _listen(self) -> None:
        self.view.current_changed.connect(self._on_current)
        self.block.table_wanted.connect(self.table_wanted)
        self.view.refused.connect(self._around.voice.refused)
        self.typing.told = self._around.voice.said.emit
        self.findings.heading.toggled.connect(self._make_room)
        self.findings.go_wanted.connect(self.go_to_line)
        self.findings.waive_wanted.connect(self._waive)
        self.findings.withdraw_wanted.connect(
            lambda finding: attempted(self._around.voice, lambda: self.findings_list.withdraw(finding))
        )
        self.find_bar.found.connect(self._show_line)
        self.find_bar.left.connect(self.view.take_focus)
        self.view.model.modelReset.connect(self._follow_emptiness)
        self.view.model.rowsInserted.connect(self._follow_emptiness)
        self.view.model.rowsRemoved.connect(self._follow_emptiness)
        self.view.model.dataChanged.connect(lambda: self._on_current(*self.view.current))

    def follow(self) -> None:
        """The plan has changed: findings, years and sources may differ."""
        self.findings.refresh()
        self.toolbar.follow()
        if self.panel and self.panel.isVisible():
            self.panel.refresh()

    def _show_line(self, line_id: str) -> None:
        row = self.grid.reveal(line_id)
        if row is not None:
            self.view.go_to(row, _TEXT)

    def _make_room(self, opened: bool) -> None:
        """Some findings at once where the window is high enough; the grid always keeps its least height."""
        self._follow_height()
        if opened:
            wanted = _FINDINGS_LINES * self.fontMetrics().lineSpacing()
            self._split.setSizes([max(self._split.height() - wanted, 0), wanted])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is low, rows come before bars whose commands and counts stand in menus and status bar as well."""
        super().resizeEvent(event)
        is_low = self.height() < _LOW
        if is_low != self._is_low:
            self._is_low = is_low
            if self._is_built:
                self._follow_height()

    def _follow_height(self) -> None:
        self.findings.setVisible(self.findings.is_open or not self._is_low)
        self._follow_emptiness()

    def _follow_emptiness(self) -> None:
        is_empty = not self.grid.rows
        self.empty.setVisible(is_empty)
        self.view.setVisible(not is_empty)
        self.cell_bar.setVisible(not is_empty and not self._is_low)

    def _on_current(self, row: int, column: int) -> None:
        if not 0 <= row < len(self.grid.rows) or not 0 <= column < len(self.grid.columns):
            self.cell_bar.clear()
            return
        rejected = self.typing.rejected(row, column)
        if rejected:
            self._around.voice.refused.emit(rejected[1])
        explainer = Explainer(self._desk.budget, self.grid.unit)
        explanation = explainer.explain(self.grid.line(row), self.grid.columns[column])
        self.cell_bar.show_cell(explanation, self.grid.cell(row, column).text)
        if self.panel and self.panel.isVisible():
            self.panel.show_line(self.current_line)

    def _waive(self, finding: Finding) -> None:
        title = "Chấp nhận phát hiện"
        effect = "(lý do được lưu vào lịch sử; dấu DỰ THẢO được bỏ khi không còn lỗi)"
        asked = f"Lý do chấp nhận “{finding.message}”\n{effect}:"
        reason, agreed = QInputDialog.getMultiLineText(self, title, asked)
        if agreed:
            person = self._around.office.person
            attempted(self._around.voice, lambda: self.findings_list.waive(finding, reason, person))


def unit_of(around: Surroundings) -> MoneyUnit:
    """The unit that the user looked at figures in last."""
    kept = around.preferences.text("grid.unit")
    return next((unit for unit in MoneyUnit if unit.name == kept), MoneyUnit.DONG)
