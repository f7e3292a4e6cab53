"""One dossier: its heading with what can be done, and its sections from Tổng hợp to Lịch sử."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.presenters.dossier_office import OpenDossier
from nscl_desktop.presenters.dossier_summary import STATE_CHIPS, about, state_words
from nscl_desktop.services.desk import Changed, Refused
from nscl_desktop.ui.commands import fill_menu
from nscl_desktop.ui.dossiers.closing_pages import FilesPage, HistoryPage
from nscl_desktop.ui.dossiers.content_page import ContentPage
from nscl_desktop.ui.dossiers.money_page import MoneyPage
from nscl_desktop.ui.dossiers.page_parts import DossierPart
from nscl_desktop.ui.dossiers.results_page import ResultsPage
from nscl_desktop.ui.dossiers.stages_page import StagesPage
from nscl_desktop.ui.dossiers.summary_page import SummaryPage
from nscl_desktop.ui.elided_label import ElidedLabel
from nscl_desktop.ui.tab import Surroundings
from nscl_desktop.ui.undoing import follow_undo, take_redo, take_undo, undo_actions
from nscl_desktop.ui.wrapped_tabs import wrapped_tabs


class DossierPage(QFrame):
    """The dossier on the desk. ``state_changed``: something of it is another now."""

    state_changed = Signal()
    unit_wanted = Signal(str)
    dossier_wanted = Signal(str)

    def __init__(self, open_dossier: OpenDossier, around: Surroundings, plans: Sequence[PlanRow], today: str) -> None:
        super().__init__()
        self.open, self._around = open_dossier, around
        self.plan_id = (open_dossier.dossier.plan_id if open_dossier.dossier else None) or ""
        """The plan whose lines the section Kinh phí offers."""
        self.lines = open_dossier.lines
        """The lines for which it is known who else draws on them."""
        self.setProperty("panel", "page")
        self.title, self.about, self.chip = ElidedLabel(), ElidedLabel(), QLabel()
        self.title.setProperty("role", "title")
        self.about.setProperty("role", "caption")
        self.unit = QPushButton("Xem đơn vị")
        self.unit.setToolTip("Mở đơn vị được hỗ trợ ở phần Đơn vị")
        self.next = QPushButton()
        self.next.setProperty("primary", "true")
        self.papers, self.acts = QPushButton("In giấy tờ"), QPushButton("Việc khác")
        self.pages = wrapped_tabs("Các phần của hồ sơ", around.theme)
        self.summary = SummaryPage(open_dossier, around, today)
        self.content = ContentPage(open_dossier, around, self.undo, plans)
        self.money = MoneyPage(open_dossier, around, self.undo)
        self.stages = StagesPage(open_dossier, around, self.undo, today)
        self.results = ResultsPage(open_dossier, around, self.undo, today)
        self.files = FilesPage(open_dossier, around, self.undo)
        self.history = HistoryPage(open_dossier, around)
        self.parts: tuple[DossierPart, ...] = (
            self.summary, self.content, self.money, self.stages, self.results, self.files, self.history,
        )  # fmt: skip
        self.undo_action, self.redo_action = undo_actions(self, around.theme, self.undo, self.redo)
        self._lay_out()
        self.unit.clicked.connect(self._want_unit)
        self.summary.wanted.connect(self.dossier_wanted)
        self.pages.currentChanged.connect(lambda _: self._on_page())
        open_dossier.desk.subscribe(self._on_event)
        self.follow()

    def offer(self, acts: Sequence[QAction | None], papers: Sequence[QAction | None]) -> None:
        """Commands of the dossier's life, and those that print its daily papers (none: no button)."""
        for button, actions in ((self.acts, acts), (self.papers, papers)):
            menu = QMenu(button)
            fill_menu(menu, actions)
            button.setMenu(menu)
        self.papers.setVisible(bool(papers))

    def undo(self) -> None:
        """Ctrl+Z: take back the last step on this dossier."""
        self.settle()
        take_undo(self._around.voice, self.open.desk.undo)

    def redo(self) -> None:
        """Ctrl+Y."""
        self.settle()
        take_redo(self._around.voice, self.open.desk.redo)

    def settle(self) -> None:
        """Take what is being typed."""
        for part in self.parts:
            part.settle()

    def take_focus(self) -> None:
        """Begin with the section in front."""
        self.parts[self.pages.currentIndex()].take_focus()

    def follow(self) -> None:
        """Show the dossier as it is now."""
        dossier = self.open.dossier
        self.setEnabled(dossier is not None)
        if dossier is not None:
            unit = self.open.units.get(dossier.enterprise_id or "")
            self.title.setText(" · ".join(filter(None, (dossier.code, unit.name if unit else "Chưa chọn đơn vị"))))
            self.about.setText(about(self.open))
            self.chip.setText(state_words(self.open))
            self.chip.setProperty("chip", STATE_CHIPS[dossier.state])
            self.chip.style().unpolish(self.chip)
            self.chip.style().polish(self.chip)
            self.unit.setVisible(unit is not None)
        for part in self.parts:
            part.follow()
        follow_undo(self.undo_action, self.redo_action, self.open.desk.undo_stack)

    # -- building ---------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head, below = QHBoxLayout(), QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 0)
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.chip)
        below.setContentsMargins(16, 4, 16, 4)
        below.setSpacing(8)
        below.addWidget(self.about, 1)
        for widget in (self.unit, self.next, self.papers, self.acts):
            below.addWidget(widget)
        names = ("Tổng hợp", "Nội dung", "Kinh phí", "Giai đoạn && giấy tờ", "Kết quả", "Tài liệu", "Lịch sử")
        for words, part in zip(names, self.parts, strict=True):
            self.pages.addTab(cast("QWidget", part), words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(below)
        layout.addWidget(self.pages, 1)

    # -- following --------------------------------------------------------------------------------------------------

    def _on_event(self, event: Changed | Refused) -> None:
        self.follow()
        self.state_changed.emit()
        if isinstance(event, Refused):
            self._around.voice.refused.emit(event.sentence)

    def _on_page(self) -> None:
        if self.pages.currentWidget() is self.history:
            self.history.follow()

    def _want_unit(self) -> None:
        if self.open.dossier and self.open.dossier.enterprise_id:
            self.unit_wanted.emit(self.open.dossier.enterprise_id)
