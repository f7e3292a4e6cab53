"""The open plan: its heading with what can be done, and the pages Dự toán, Mục tiêu, Thông tin, Lịch sử, Bản in."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.presenters.changed_places import Page, line_of, page_of
from nscl_desktop.presenters.plan_sheet import Act, PlanSheet, act_label
from nscl_desktop.services.desk import Changed, Refused
from nscl_desktop.services.workspace import PlanDesk
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.budget.budget_page import BudgetPage
from nscl_desktop.ui.commands import Command, make_action, rename
from nscl_desktop.ui.elided_label import ElidedLabel
from nscl_desktop.ui.tab import Surroundings

if TYPE_CHECKING:
    from nscl_desktop.ui.history_page import HistoryPage
    from nscl_desktop.ui.paper.paper_page import PaperPage

# The other pages are imported when they are first looked at, or aside once the plan is on screen.

_UNDO, _REDO = "Hoàn tác", "Làm lại"


PAGES = (
    (Page.BUDGET, "Dự toán"), (Page.TARGETS, "Mục tiêu"), (Page.FACTS, "Thông tin"), (Page.HISTORY, "Lịch sử"),
    (Page.PAPER, "Bản in"),
)  # fmt: skip


class PlanPart(Protocol):
    """What the sheet expects of each of its pages."""

    def follow(self) -> None:
        """The plan has changed."""

    def settle(self) -> None:
        """Take what is being typed."""

    def take_focus(self) -> None:
        """The page is in front: let the keyboard act on it."""


class PlanPage(QFrame):
    """One plan on the desk."""

    act_wanted = Signal(str)
    """A step of life that needs answers first."""
    state_changed = Signal()
    """Status or name may differ."""

    def __init__(self, desk: PlanDesk, around: Surroundings) -> None:
        super().__init__()
        self.desk, self._around = desk, around
        self.sheet = PlanSheet(desk)
        self.setProperty("panel", "page")
        self.title = ElidedLabel(hugging=True)
        self.title.setProperty("role", "title")
        self.chip = QLabel()
        self.lock = ElidedLabel()
        self.lock.setProperty("role", "caption")
        self._acts = QHBoxLayout()
        self._acts.setSpacing(8)
        self._shown_acts: tuple[Act, ...] | None = None
        self.undo_action = self._action(_UNDO, self.undo, "undo", "Ctrl+Z")
        self.redo_action = self._action(_REDO, self.redo, "redo", "Ctrl+Y", "Ctrl+Shift+Z")
        self.page_actions = [
            self._action(f"Trang {words}", partial(self.show_page, page), "", f"Alt+{place}")
            for place, (page, words) in enumerate(PAGES, 1)
        ]
        self.budget = BudgetPage(desk, around, self.undo)
        self.pages = QTabWidget(documentMode=True)
        self.pages.setAccessibleName("Các trang của kế hoạch")
        self._history: HistoryPage | None = None
        self._paper: PaperPage | None = None
        self.heading = QWidget()
        """Name, state and acts of the plan; hidden where the clerk wants the room."""
        self._holders: dict[Page, QWidget] = {}
        self._parts: dict[Page, PlanPart] = {Page.BUDGET: self.budget}
        self._makers: dict[Page, Callable[[], tuple[QWidget, PlanPart]]] = {
            Page.TARGETS: self._make_targets, Page.FACTS: self._make_facts, Page.HISTORY: self._make_history,
            Page.PAPER: self._make_paper,
        }  # fmt: skip
        for page, words in PAGES:
            holder = self.budget if page is Page.BUDGET else QWidget()
            self._holders[page] = holder
            self.pages.addTab(holder, words)
        self._lay_out()
        self._follow_heading()

    def build(self) -> Iterator[None]:
        """Put the page of the budget together; the others are made when they are first looked at."""
        yield
        yield from self.budget.build()
        self.pages.currentChanged.connect(self._on_page)
        self.desk.subscribe(self._on_event)
        self._follow()

    def undo(self) -> None:
        """Ctrl+Z: take back the last step and show where it was."""
        self._take_step(self.sheet.undo, "Không còn bước nào để hoàn tác.")

    def redo(self) -> None:
        """Ctrl+Y."""
        self._take_step(self.sheet.redo, "Không còn bước nào để làm lại.")

    def show_page(self, page: Page) -> None:
        """Bring a page in front."""
        self.pages.setCurrentWidget(self._holders[page])

    def settle(self) -> None:
        """Take what is being typed on any page."""
        for part in self._parts.values():
            part.settle()

    def take_focus(self) -> None:
        """Let the keyboard act on the page in front."""
        self._part(self.page).take_focus()

    @property
    def page(self) -> Page:
        """The page in front."""
        return PAGES[self.pages.currentIndex()][0]

    def show_on_paper(self) -> None:
        """Show where the line of the budget that the keyboard is on is printed."""
        self.show_page(Page.PAPER)
        self._part(Page.PAPER)
        if self._paper:
            self._paper.show_line(self.budget.current_line)

    def show_line_history(self) -> None:
        """Show who changed the line of the budget that the keyboard is on."""
        line_id = self.budget.current_line
        self._part(Page.HISTORY)
        if self._history:
            self._history.show_line(line_id)
        self.show_page(Page.HISTORY)

    def print(self) -> None:
        """Ctrl+P: the final pages, then the printer."""
        self.show_page(Page.PAPER)
        self._part(Page.PAPER)
        if self._paper:
            self._paper.print()

    def take(self, act: Act) -> None:
        """Take a step of life, at once where it needs no further answer."""
        self.settle()
        if act in (Act.ADJUST, Act.CORRECT):
            self.act_wanted.emit(act)
        else:
            attempted(self._around.voice, lambda: self._around.voice.done.emit(self.sheet.take(act), _UNDO, self.undo))

    def _action(self, words: str, run: Callable[[], object], icon: str, *keys: str) -> QAction:
        return make_action(self, Command(words, run, icon, keys), self._around.theme)

    def _take_step(self, step: Callable[[], ChangeSet | None], nothing: str) -> None:
        self.settle()

        def take() -> None:
            done = step()
            if done is None:
                self._around.voice.said.emit(nothing)
                return
            self._around.voice.said.emit(done.words)
            page = page_of(done)
            self.show_page(page)
            if page is Page.BUDGET:
                self.budget.go_to_line(line_of(self.desk, done))

        attempted(self._around.voice, take)

    # -- the other pages, each made when it is first looked at --------------------------------------------------------

    def _part(self, page: Page) -> PlanPart:
        if page not in self._parts:
            widget, part = self._makers[page]()
            self._parts[page] = part
            layout = QVBoxLayout(self._holders[page])
            layout.setContentsMargins(0, 0, 0, 0)
            layout.addWidget(widget)
        return self._parts[page]

    def _make_targets(self) -> tuple[QWidget, PlanPart]:
        from nscl_desktop.ui.targets_page import TargetsPage  # see above

        page = TargetsPage(self.desk, self._around, self.undo)
        return page, page

    def _make_facts(self) -> tuple[QWidget, PlanPart]:
        from nscl_desktop.ui.facts_page import FactsPage  # see above

        page = FactsPage(self.desk, self._around, self.undo)
        return page, page

    def _make_history(self) -> tuple[QWidget, PlanPart]:
        from nscl_desktop.ui.history_page import HistoryPage  # see above

        page = self._history = HistoryPage(self.desk, self._around, lambda: self.budget.current_line)
        return page, page

    def _make_paper(self) -> tuple[QWidget, PlanPart]:
        from nscl_desktop.ui.paper.paper_page import PaperPage  # see above

        page = self._paper = PaperPage(self.desk, self._around)
        page.line_wanted.connect(self._go_to_line)
        return page, page

    def _go_to_line(self, line_id: str) -> None:
        self.show_page(Page.BUDGET)
        self.budget.go_to_line(line_id)

    # -- building and following -------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = QHBoxLayout(self.heading)
        head.setContentsMargins(16, 8, 16, 4)
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addLayout(self._acts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.heading)
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(self.lock)
        layout.addLayout(row)
        layout.addWidget(self.pages, 1)

    def _on_event(self, event: Changed | Refused) -> None:
        self._follow()
        if isinstance(event, Refused):
            self._around.voice.refused.emit(event.sentence)

    def _on_page(self) -> None:
        self.settle()
        self.take_focus()

    def _follow(self) -> None:
        self._follow_heading()
        for part in self._parts.values():
            part.follow()
        if self.isVisibleTo(self.window()):  # else another tab is in front, and speaks of itself
            self.tell()
        self.state_changed.emit()

    def _follow_heading(self) -> None:
        sheet = self.sheet
        self.title.setText(sheet.title)
        self.chip.setText(sheet.status_words)
        if self.chip.property("chip") != sheet.status:
            self.chip.setProperty("chip", sheet.status)
            self.chip.style().unpolish(self.chip)
            self.chip.style().polish(self.chip)
        self.lock.setText(sheet.lock_words)
        self.lock.setVisible(bool(sheet.lock_words))
        for action, words, plain in (
            (self.undo_action, sheet.undo_words, _UNDO), (self.redo_action, sheet.redo_words, _REDO),
        ):  # fmt: skip
            rename(action, words or plain)
            action.setEnabled(bool(words))
        if sheet.acts != self._shown_acts:
            self._show_acts(sheet.acts)

    def tell(self) -> None:
        """Tell the frame what is on screen."""
        counts = self.sheet.counts
        self._around.voice.findings.emit(counts.errors, counts.warnings, counts.notes)
        self._around.voice.title.emit(self.sheet.title)

    def _show_acts(self, acts: tuple[Act, ...]) -> None:
        self._shown_acts = acts
        while self._acts.count():
            old = self._acts.takeAt(0).widget()
            old.hide()  # it goes only once the event at work is over
            old.deleteLater()
        for act in acts:
            button = QPushButton(act_label(act))
            button.clicked.connect(lambda _=False, chosen=act: self.take(chosen))
            self._acts.addWidget(button)
