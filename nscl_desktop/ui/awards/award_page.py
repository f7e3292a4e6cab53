"""One round of awards: its facts, units, council, results, files and history, each on a page of its own."""

from typing import Protocol, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from nscl_desktop.domain.attached_files import AwardFile
from nscl_desktop.domain.awards import AwardRound
from nscl_desktop.presenters.attached_pictures import RecordFiles
from nscl_desktop.presenters.award_office import OpenAward
from nscl_desktop.presenters.award_sheet import AwardSheet
from nscl_desktop.services.desk import Changed, Refused
from nscl_desktop.ui.attached_pictures import AttachedPictures
from nscl_desktop.ui.awards.award_facts import AwardFacts
from nscl_desktop.ui.awards.council_page import CouncilPage
from nscl_desktop.ui.awards.nominations_page import NominationsPage
from nscl_desktop.ui.awards.papers_page import AwardPapersPage
from nscl_desktop.ui.awards.points_page import PointsPage
from nscl_desktop.ui.awards.results_page import AwardResultsPage
from nscl_desktop.ui.elided_label import ElidedLabel
from nscl_desktop.ui.record_history import RecordHistory
from nscl_desktop.ui.tab import Surroundings
from nscl_desktop.ui.undoing import follow_undo, take_redo, take_undo, undo_actions
from nscl_desktop.ui.wrapped_tabs import wrapped_tabs


class Part(Protocol):
    """A page of the round."""

    def follow(self) -> None:
        """Show the round as it is now."""

    def settle(self) -> None:
        """Take what is being typed."""


class AwardPage(QFrame):
    """The round on the desk. ``read_wanted``: the registers know of what came in now, so it is read anew."""

    state_changed = Signal()
    read_wanted = Signal()

    def __init__(self, opened: OpenAward, around: Surroundings, today: str) -> None:
        super().__init__()
        self.setProperty("panel", "page")
        self.sheet, self.desk, self._around = AwardSheet(opened, today), opened.desk, around
        self.title, self.about = ElidedLabel(), ElidedLabel()
        self.title.setProperty("role", "title")
        self.about.setProperty("role", "caption")
        self.pages = wrapped_tabs("Các phần của đợt xét giải", around.theme)
        self.facts = AwardFacts(self.sheet, around)
        self.nominations = NominationsPage(self.sheet, around, self.undo)
        self.council = CouncilPage(self.sheet, around, self.undo)
        self.points = PointsPage(self.sheet, around)
        self.results = AwardResultsPage(self.sheet, around, self.undo)
        self.papers = AwardPapersPage(self.sheet, around)
        self.files = AttachedPictures(RecordFiles(self.desk, AwardFile, around.office.attachments), around, self.undo)
        self.history = RecordHistory(lambda: around.office.awards.history(self.desk.root_id), around, " ở đợt này")
        self.parts: tuple[Part, ...] = (
            self.facts, self.nominations, self.council, self.points, self.results, self.papers,
        )  # fmt: skip
        self.undo_action, self.redo_action = undo_actions(self, around.theme, self.undo, self.redo)
        self._lay_out()
        self._listen()
        self.follow()

    @property
    def held(self) -> AwardRound | None:
        """The round as it stands; None once it is deleted."""
        return self.sheet.opened.held

    def undo(self) -> None:
        """Ctrl+Z: take back the last step on this round."""
        if isValid(self):  # the toast of a step stays a little longer than its page
            self.settle()
            take_undo(self._around.voice, self.desk.undo)

    def redo(self) -> None:
        """Ctrl+Y."""
        if isValid(self):  # likewise
            self.settle()
            take_redo(self._around.voice, self.desk.redo)

    def settle(self) -> None:
        """Take what is being typed."""
        for part in self.parts:
            part.settle()

    def take_focus(self) -> None:
        """Begin with the page in front."""
        page = cast("QWidget | None", self.pages.currentWidget())
        if page is not None:
            page.setFocus()

    def follow(self) -> None:
        """Show the round as it is now."""
        held = self.held
        self.setEnabled(held is not None)
        self.sheet.follow()
        follow_undo(self.undo_action, self.redo_action, self.desk.undo_stack)
        if held is None:
            return
        regime, found = self.sheet.regime, self.sheet.results
        won = f"{found.winners} đơn vị đạt giải, {found.prizes} giải" if found.prizes else ""
        standing = f"{len(self.sheet.nominations())} đơn vị dự giải" if self.sheet.nominations() else ""
        year = f"Giải thưởng năm {held.year}" if held.year else ""
        self.title.setText(held.name)
        self.about.setText(" · ".join(filter(None, (year, regime.name if regime else "", standing, won))))
        for part in self.parts:
            part.follow()
        self.files.refresh()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for label, top, bottom in ((self.title, 8, 0), (self.about, 0, 4)):
            row = QHBoxLayout()
            row.setContentsMargins(16, top, 16, bottom)
            row.addWidget(label, 1)
            layout.addLayout(row)
        files, column = QWidget(), QVBoxLayout()
        files.setLayout(column)
        column.setContentsMargins(16, 12, 16, 16)
        column.addWidget(self.files)
        files.setFocusProxy(self.files)
        named = (
            (self.facts, "Thông tin"), (self.nominations, "Đơn vị dự giải"), (self.council, "Hội đồng"),
            (self.points, "Điểm"), (self.results, "Kết quả"), (self.papers, "Bản in"), (files, "Tệp"),
            (self.history, "Lịch sử"),
        )  # fmt: skip
        for page, words in named:
            self.pages.addTab(page, words)
        layout.addWidget(self.pages, 1)

    def _listen(self) -> None:
        self.desk.subscribe(self._on_event)
        self.facts.plan_changed.connect(self.read_wanted)
        self.nominations.read_wanted.connect(self.read_wanted)
        self.council.read_wanted.connect(self.read_wanted)
        self.pages.currentChanged.connect(lambda _: self._on_page())

    def _on_page(self) -> None:
        if self.pages.currentWidget() is self.history:
            self.history.follow()
        elif self.pages.currentWidget() is self.papers:
            self.papers.come_in_front()

    def _on_event(self, event: Changed | Refused) -> None:
        self.follow()
        self.state_changed.emit()
        if isinstance(event, Refused):
            self._around.voice.refused.emit(event.sentence)
