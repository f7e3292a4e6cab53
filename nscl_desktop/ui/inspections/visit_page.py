"""One visit: its head with the bar of actions, facts, findings, what follows from them, the paper and the history."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from nscl_desktop.domain.appendix import AppendixDoc
from nscl_desktop.domain.attached_files import VisitFile
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.presenters.attached_pictures import RecordFiles
from nscl_desktop.presenters.minutes_sheet import Letterhead, minutes_name, visit_minutes
from nscl_desktop.presenters.visit_record import VisitFacts
from nscl_desktop.services.desk import Changed, Desk, Refused
from nscl_desktop.services.undo import is_bookmark
from nscl_desktop.services.visit_work import finish, sign
from nscl_desktop.ui.attached_pictures import AttachedPictures
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.elided_combo import ElidedCombo
from nscl_desktop.ui.inspections.advice_page import AdvicePage
from nscl_desktop.ui.inspections.facts_page import VisitFactsPage
from nscl_desktop.ui.inspections.findings_page import FindingsPage
from nscl_desktop.ui.inspections.visit_head import VisitHead
from nscl_desktop.ui.paper.minutes_page import MinutesPage
from nscl_desktop.ui.record_history import RecordHistory
from nscl_desktop.ui.scrolled import scrolled
from nscl_desktop.ui.tab import Surroundings
from nscl_desktop.ui.undoing import follow_undo, take_redo, take_undo, undo_actions


class VisitPaper:
    """The minutes of the visit on the desk, filled or blank as chosen."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.blank = False

    def document(self, head: Letterhead) -> AppendixDoc:
        """The paper as data."""
        return visit_minutes(self._desk.book, self._desk.root_id, head, blank=self.blank)

    def file_name(self) -> str:
        """What its file is called at first."""
        return minutes_name(self._desk.book, self._desk.root_id, blank=self.blank)


class VisitPage(QWidget):
    """The visit on the desk. ``state_changed``: something of it is another now."""

    state_changed = Signal()
    unit_wanted = Signal()
    entry_wanted = Signal(str)
    """The entry screen, at a question or (empty) where it was left."""
    correction_wanted = Signal()
    visit_wanted = Signal(str)

    def __init__(self, desk: Desk, around: Surroundings) -> None:
        super().__init__()
        self.desk, self._around = desk, around
        self.facts = VisitFacts(desk)
        self.head = VisitHead(self.facts)
        self.info = VisitFactsPage(desk, self.facts, around, self.undo)
        self.findings = FindingsPage(self.facts)
        self.advice = AdvicePage(desk, self.facts, around, self.undo)
        self._paper = VisitPaper(desk)
        self.kind = ElidedCombo()
        self.paper = MinutesPage(self._paper, around, self.kind)
        self.files = AttachedPictures(RecordFiles(desk, VisitFile, around.office.attachments), around, self.undo)
        self.history = RecordHistory(self._steps, around)
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.undo_action, self.redo_action = undo_actions(self, around.theme, self.undo, self.redo)
        self._lay_out()
        self._listen()
        desk.subscribe(self._on_event)
        self.follow()

    def undo(self) -> None:
        """Ctrl+Z: take back the last step on this visit."""
        if self._may_take_steps():
            take_undo(self._around.voice, self.desk.undo)

    def redo(self) -> None:
        """Ctrl+Y."""
        if self._may_take_steps():
            take_redo(self._around.voice, self.desk.redo)

    def finish(self) -> None:
        """Finish on the spot; what is missing is said."""
        self._step(lambda: finish(self.desk.book, self.desk.root_id), "Đã kết thúc kiểm tra tại chỗ")

    def sign(self) -> None:
        """Note that the minutes are signed."""
        self._step(lambda: sign(self.desk.book, self.desk.root_id), "Đã ghi biên bản đã ký")

    def print(self) -> None:
        """Ctrl+P: to the page with the paper, and from there to the printer."""
        if self.pages.currentWidget() is self.paper:
            self.paper.send_to_printer()
        else:
            self.pages.setCurrentWidget(self.paper)

    def settle(self) -> None:
        """Take what is being typed."""
        self.info.settle()
        self.advice.settle()
        self.files.settle()

    def take_focus(self) -> None:
        """Begin with the page in front."""
        page = self.pages.currentWidget()
        if page is not None:
            page.setFocus()

    def follow(self) -> None:
        """Show the visit as it is now."""
        self.setEnabled(self.facts.is_there)
        if self.facts.is_there:
            self.head.follow()
            self.info.follow()
            self.findings.follow()
            self.advice.follow()
            self.paper.follow()
        follow_undo(self.undo_action, self.redo_action, self.desk.undo_stack)

    # -- building ---------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.kind.setAccessibleName("Loại giấy")
        is_survey = self.facts.sheet.is_survey
        for words in ("Phiếu đã điền" if is_survey else "Biên bản đã điền", "Biểu mẫu trống để ghi tay"):
            self.kind.addItem(words)
        for words, page in (
            ("Thông tin", self.info),
            ("Kết quả", self.findings),
            ("Kết luận", self.advice),
            ("Ảnh, giấy tờ", scrolled(_page(self.files))),
            ("Bản in", self.paper),
            ("Lịch sử", self.history),
        ):
            self.pages.addTab(page, words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.pages, 1)

    def _listen(self) -> None:
        head = self.head
        head.entry_wanted.connect(lambda: self.entry_wanted.emit(""))
        head.finish_wanted.connect(self.finish)
        head.sign_wanted.connect(self.sign)
        head.correction_wanted.connect(self.correction_wanted)
        head.other_version_wanted.connect(self._go_to_other_version)
        self.info.unit_wanted.connect(self.unit_wanted)
        self.findings.question_wanted.connect(self.entry_wanted)
        self.kind.activated.connect(self._choose_paper)
        self.pages.currentChanged.connect(lambda _: self._on_page())

    # -- doing ------------------------------------------------------------------------------------------------------

    def _steps(self) -> list[HistoryEntry]:
        """The journal of the visit, without the turning from question to question. Aside."""
        entries = self._around.office.visits.history(self.desk.root_id)
        return [entry for entry in entries if not is_bookmark(entry)]

    def _step(self, make: Callable[[], ChangeSet], done: str) -> None:
        self.settle()
        if attempted(self._around.voice, lambda: self.desk.perform(make())):
            self._around.voice.done.emit(done, "Hoàn tác", self.undo)

    def _may_take_steps(self) -> bool:
        """Take what is being typed; whether the page is still there and open to steps, else why not is said."""
        if not isValid(self):  # the toast of a step stays a little longer than its page
            self._around.voice.refused.emit("Lần kiểm tra ấy không còn mở; hãy mở lại rồi nhấn Ctrl+Z.")
            return False
        self.settle()
        if self.facts.is_there and self.facts.next_version:
            self._around.voice.refused.emit("Bản này đã có bản sửa nên giữ nguyên; hãy sửa ở bản mới nhất.")
            return False
        return True

    def _choose_paper(self, index: int) -> None:
        self._paper.blank = index == 1
        self.paper.print_anew()

    def _go_to_other_version(self) -> None:
        self.visit_wanted.emit(self.facts.next_version or self.facts.sheet.visit.corrects or "")

    def _on_event(self, event: Changed | Refused) -> None:
        self.follow()
        steps = event.taken_back if isinstance(event, Refused) else (event.change_set,)
        if any(change.entity == VisitFile.entity for step in steps for change in step.changes):
            self.files.refresh()
        self.state_changed.emit()
        if isinstance(event, Refused):
            self._around.voice.refused.emit(event.sentence)

    def _on_page(self) -> None:
        page = self.pages.currentWidget()
        if page is self.history:
            self.history.follow()
        elif page is self.paper:
            self.paper.come_in_front()


def _page(content: QWidget) -> QWidget:
    """With air around."""
    page, column = QWidget(), QVBoxLayout()
    page.setLayout(column)
    column.setContentsMargins(16, 12, 16, 16)
    column.addWidget(content)
    page.setFocusProxy(content)
    return page
