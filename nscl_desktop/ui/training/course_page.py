"""One course: its facts, sessions, participants, attendance, costs, papers and history, each on a page."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nscl_desktop.domain.courses.rows import CourseRow
from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.training import COURSE_STATES, PASSED, Course
from nscl_desktop.presenters.course_office import OpenCourse
from nscl_desktop.presenters.course_sheet import CourseSheet
from nscl_desktop.presenters.daily_paper_office import PaperSubject
from nscl_desktop.services.course_results import note_printing
from nscl_desktop.services.daily_papers import CERTIFICATE, DailyPaper
from nscl_desktop.services.desk import Changed, Refused
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.dossier_papers.paper_window import print_letters
from nscl_desktop.ui.elided_label import ElidedLabel
from nscl_desktop.ui.record_history import RecordHistory
from nscl_desktop.ui.tab import Surroundings
from nscl_desktop.ui.training.attendance_page import AttendancePage
from nscl_desktop.ui.training.costs_page import CostsPage
from nscl_desktop.ui.training.course_facts import CourseFacts
from nscl_desktop.ui.training.course_print_page import CoursePrintPage
from nscl_desktop.ui.training.papers_page import PapersPage
from nscl_desktop.ui.training.participants_page import ParticipantsPage
from nscl_desktop.ui.training.sessions_page import SessionsPage
from nscl_desktop.ui.undoing import follow_undo, take_redo, take_undo, undo_actions
from nscl_desktop.ui.wrapped_tabs import wrapped_tabs


class CoursePage(QWidget):
    """The course on the desk. ``read_wanted``: people came whose records are not on the desk yet."""

    state_changed = Signal()
    read_wanted = Signal()

    def __init__(self, opened: OpenCourse, around: Surroundings) -> None:
        super().__init__()
        self.sheet, self.desk, self._around = CourseSheet(opened), opened.desk, around
        self.title, self.about = ElidedLabel(), ElidedLabel()
        self.title.setProperty("role", "title")
        self.about.setProperty("role", "caption")
        self.pages = wrapped_tabs("Các phần của lớp", around.theme)
        self.facts = CourseFacts(self.sheet, around)
        self.sessions = SessionsPage(self.sheet, around, self.undo)
        self.people = ParticipantsPage(self.sheet, around, self.undo)
        self.attendance = AttendancePage(self.sheet, around, self.ask_letters)
        self.costs = CostsPage(self.sheet, around, self.undo, lambda: self.facts.use)
        self.papers = PapersPage(self.sheet, around, self.undo)
        self.print = CoursePrintPage(self.sheet, around, self.ask_letters)
        courses, key = around.office.courses, opened.desk.root_id
        self.history = RecordHistory(lambda: courses.history(key), around, " cho lớp này")
        self._parts = (
            ("Thông tin", self.facts), ("Buổi học", self.sessions), ("Học viên", self.people),
            ("Có mặt, kết quả", self.attendance),
            ("Chi phí", self.costs), ("Giấy tờ", self.papers),
        )  # fmt: skip
        self.undo_action, self.redo_action = undo_actions(self, around.theme, self.undo, self.redo)
        paste = Command("Dán danh sách học viên…", self._ask_paste)
        letters = Command("In giấy mời, chứng nhận…", self.ask_letters)
        self.commands: list[QAction | None] = [make_action(self, paste), make_action(self, letters), None]
        self._lay_out()
        self.desk.subscribe(self._on_event)
        self.people.read_wanted.connect(self.read_wanted)
        self.facts.plan_known.connect(self.costs.follow)
        self.pages.currentChanged.connect(lambda _: self._on_page())
        self.follow()

    @property
    def course(self) -> Course | None:
        """The course as it stands; None once it is deleted."""
        return self.sheet.opened.course

    def row(self) -> CourseRow | None:
        """Its line in the list."""
        course = self.course
        if course is None:
            return None
        whole = self.sheet.whole
        return CourseRow(
            id=course.id, title=course.title, kind=course.kind, state=course.state, topic=course.topic,
            year=course.year, date_from=course.date_from, location=course.location, plan_id=course.plan_id,
            sessions=len(whole.sessions), enrolled=len(whole.enrolments),
            passed=sum(each.state == PASSED for each in whole.enrolments),
            certificates=sum(bool(each.certificate) for each in whole.enrolments), heads=self.sheet.heads,
        )  # fmt: skip

    def undo(self) -> None:
        """Ctrl+Z: take back the last step on this course."""
        self.settle()
        take_undo(self._around.voice, self.desk.undo)

    def redo(self) -> None:
        """Ctrl+Y."""
        self.settle()
        take_redo(self._around.voice, self.desk.redo)

    def settle(self) -> None:
        """Take what is being typed."""
        for _, part in self._parts:
            part.settle()

    def take_focus(self) -> None:
        """Begin with the page in front."""
        page = self.pages.currentWidget()
        if page is not None:
            page.setFocus()

    def go_to_papers(self) -> None:
        """Ctrl+P: the page of papers."""
        self.settle()
        self.pages.setCurrentWidget(self.print)

    def _ask_paste(self) -> None:
        self.pages.setCurrentWidget(self.people)
        self.people.ask_paste()

    def ask_letters(self) -> None:
        """Invitations and certificates, filled from Word templates; of the people chosen in the grid, else of all."""
        self.settle()
        in_grid = self.pages.currentWidget() is self.attendance
        people = self.attendance.chosen if in_grid else ()
        print_letters(self, self._around, (self.desk.root_id, *people), self._note_printing)

    def follow(self) -> None:
        """Show the course as it is now."""
        course = self.course
        self.setEnabled(course is not None)
        follow_undo(self.undo_action, self.redo_action, self.desk.undo_stack)
        if course is None:
            return
        days = " – ".join(dict.fromkeys(filter(None, map(format_short, (course.date_from, course.date_to)))))
        heads = self.sheet.heads.words if self.sheet.heads.turns else ""
        self.title.setText(course.title)
        self.about.setText(" · ".join(filter(None, (dict(COURSE_STATES)[course.state], days, course.location, heads))))
        for _, part in self._parts:
            part.follow()
        self.print.follow()

    def _note_printing(self, paper: DailyPaper, subjects: Sequence[PaperSubject]) -> None:
        """Certificates that were printed: the next ones of these people are copies."""
        if self.course is None or not paper.name.startswith(CERTIFICATE):
            return
        keys = {each.part_id for each in subjects}
        course, some = self.course, [each for each in self.sheet.whole.enrolments if each.id in keys]
        attempted(self._around.voice, lambda: self.desk.perform(note_printing(course, some)))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for label, top, bottom in ((self.title, 8, 0), (self.about, 0, 4)):
            row = QHBoxLayout()
            row.setContentsMargins(16, top, 16, bottom)
            row.addWidget(label, 1)
            layout.addLayout(row)
        for name, part in self._parts:
            self.pages.addTab(part, name)
        self.pages.addTab(self.print, "Bản in")
        self.pages.addTab(self.history, "Lịch sử")
        layout.addWidget(self.pages, 1)

    def _on_page(self) -> None:
        if self.pages.currentWidget() is self.history:
            self.history.follow()
        elif self.pages.currentWidget() is self.print:
            self.print.come_in_front()

    def _on_event(self, event: Changed | Refused) -> None:
        self.follow()
        self._on_page()
        self.state_changed.emit()
        if isinstance(event, Refused):
            self._around.voice.refused.emit(event.sentence)
