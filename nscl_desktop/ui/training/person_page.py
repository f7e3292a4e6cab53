"""One person: facts, roles, assignments, the courses that they were on."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.training import Person
from nscl_desktop.presenters.course_office import OpenPerson
from nscl_desktop.presenters.dossier_list import plan_words
from nscl_desktop.presenters.person_sheet import PersonSheet
from nscl_desktop.services.desk import Changed, Refused
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.elided_label import ElidedLabel
from nscl_desktop.ui.enterprises.unit_picker import UnitPicker
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.record_form_view import RecordFormView
from nscl_desktop.ui.record_history import RecordHistory
from nscl_desktop.ui.record_table import RecordTable
from nscl_desktop.ui.scrolled import scrolled
from nscl_desktop.ui.tab import Surroundings
from nscl_desktop.ui.undoing import follow_undo, take_redo, take_undo, undo_actions
from nscl_desktop.ui.wrapped_tabs import wrapped_tabs

_NAMES = ("name", "birth_year", "sex", "unit", "title", "phone", "email", "is_staff", "note")
_COURSES = (
    ReadColumn("Khi nào", 11), ReadColumn("Lớp"), ReadColumn("Đơn vị khi học", 28), ReadColumn("Kết quả", 14),
    ReadColumn("Số chứng nhận", 18),
)  # fmt: skip


class PersonPage(QWidget):
    """The person on the desk. ``course_wanted`` asks for a course to be opened, by its key."""

    state_changed = Signal()
    read_wanted = Signal()
    course_wanted = Signal(str)

    def __init__(self, opened: OpenPerson, around: Surroundings) -> None:
        super().__init__()
        self.sheet, self.desk, self._around = PersonSheet(opened), opened.desk, around
        self._plans: list[tuple[str, str]] = []
        self.title, self.about = ElidedLabel(), ElidedLabel()
        self.title.setProperty("role", "title")
        self.about.setProperty("role", "caption")
        self.pages = wrapped_tabs("Các phần của người", around.theme)
        self.view = RecordFormView(self.sheet.form(_NAMES), around.voice, columns=3, spans={"name": 1, "note": 2})
        self.unit, self.choose, self.drop = QLabel(), QPushButton("Chọn đơn vị…"), QPushButton("Bỏ đơn vị")
        self.roles = RecordTable(self.sheet.roles(lambda: self._plans), around, self.undo, noun="vai trò", rows=5,
                                 stretched=1)  # fmt: skip
        self.roles.stand_in_own_order()
        self.roles.table.setColumnWidth(0, 28 * self.fontMetrics().averageCharWidth())
        self.works = RecordTable(self.sheet.assignments(), around, self.undo, noun="phân công", stretched=0)
        self.works.stand_in_own_order()
        self.courses = ReadTable("Các lớp đã học", _COURSES)
        self.no_course = QLabel("Chưa có trong danh sách học viên của lớp nào.")
        self.no_course.setProperty("role", "notice")
        courses, key = around.office.courses, opened.desk.root_id
        self.history = RecordHistory(lambda: courses.history(key), around, " cho người này")
        self.undo_action, self.redo_action = undo_actions(self, around.theme, self.undo, self.redo)
        self._lay_out()
        self._listen()
        self.follow()

    @property
    def person(self) -> Person | None:
        """As they stand; None once they are deleted."""
        return self.sheet.opened.person

    def undo(self) -> None:
        """Ctrl+Z."""
        self.settle()
        take_undo(self._around.voice, self.desk.undo)

    def redo(self) -> None:
        """Ctrl+Y."""
        self.settle()
        take_redo(self._around.voice, self.desk.redo)

    def settle(self) -> None:
        """Take what is being typed."""
        self.view.settle()
        self.roles.settle()
        self.works.settle()

    def take_focus(self) -> None:
        """Begin with the page in front."""
        page = self.pages.currentWidget()
        if page is not None:
            page.setFocus()

    def report_to(self, changed: Callable[[], object], read_wanted: Callable[[], object]) -> None:
        """Call these after every step, and where more is to be read than is on the desk."""
        self.state_changed.connect(changed)
        self.read_wanted.connect(read_wanted)

    def follow(self) -> None:
        """Show the person as they are now."""
        person = self.person
        self.setEnabled(person is not None)
        follow_undo(self.undo_action, self.redo_action, self.desk.undo_stack)
        if person is None:
            return
        self.title.setText(person.name)
        self.about.setText(" · ".join(filter(None, (str(person.birth_year or ""), person.title, self.sheet.unit))))
        self.view.refresh()
        linked = bool(person.enterprise_id)
        words = f"Đơn vị trong danh sách: {self.sheet.unit}" if linked else "Chưa gắn với đơn vị nào trong danh sách."
        self.unit.setText(words)
        self.drop.setVisible(linked)
        self.roles.refresh()
        self.works.refresh()
        rows = self.sheet.courses()
        self.courses.fill(rows, [each.course_id for each in self.sheet.opened.courses])
        self.courses.setVisible(bool(rows))
        self.no_course.setVisible(not rows)

    # -- building ---------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for label, top, bottom in ((self.title, 8, 0), (self.about, 0, 4)):
            row = QHBoxLayout()
            row.setContentsMargins(16, top, 16, bottom)
            row.addWidget(label, 1)
            layout.addLayout(row)
        self.pages.addTab(scrolled(self._facts()), "Thông tin")
        self.pages.addTab(_page(self.courses, self.no_course), "Lớp đã học")
        self.pages.addTab(_page(self.works), "Phân công")
        self.pages.addTab(self.history, "Lịch sử")
        layout.addWidget(self.pages, 1)

    def _facts(self) -> QWidget:
        inner, row = QWidget(), QHBoxLayout()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        row.setSpacing(8)
        self.unit.setProperty("role", "caption")
        row.addWidget(self.unit, 1)
        row.addWidget(self.choose)
        row.addWidget(self.drop)
        title = QLabel("Vai trò: chuyên gia, giảng viên, thành viên câu lạc bộ")
        title.setProperty("role", "heading")
        column.addWidget(self.view)
        column.addLayout(row)
        column.addWidget(title)
        column.addWidget(self.roles)
        column.addStretch(1)
        inner.setFocusProxy(self.view.editor("name"))
        return inner

    def _listen(self) -> None:
        self.desk.subscribe(self._on_event)
        self.choose.clicked.connect(self._choose_unit)
        self.drop.clicked.connect(lambda: attempted(self._around.voice, lambda: self.sheet.put_unit(None)))
        self.courses.cellActivated.connect(lambda *_: self._open_course())
        self.pages.currentChanged.connect(lambda _: self._on_page())
        dossiers = self._around.office.dossiers
        self._around.operations.run("", lambda _: list(dossiers.plans()), self._take_plans)

    def _take_plans(self, rows: Sequence[PlanRow]) -> None:
        if isValid(self) and self.person is not None:
            self._plans = [(row.id, plan_words(row)) for row in rows]
            self.roles.refresh()

    def _choose_unit(self) -> None:
        def take(key: str, _name: str) -> None:
            if attempted(self._around.voice, lambda: self.sheet.put_unit(key)):
                self.read_wanted.emit()

        window = UnitPicker(self._around.office.enterprises, self, "Chọn đơn vị công tác")
        window.picked.connect(take)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def _open_course(self) -> None:
        found = self.courses.current_data
        if isinstance(found, str):
            self.course_wanted.emit(found)

    def _on_page(self) -> None:
        if self.pages.currentWidget() is self.history:
            self.history.follow()

    def _on_event(self, event: Changed | Refused) -> None:
        self.follow()
        self._on_page()
        self.state_changed.emit()
        if isinstance(event, Refused):
            self._around.voice.refused.emit(event.sentence)


def _page(first: QWidget, *others: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(16, 12, 16, 16)
    column.addWidget(first, 1)
    for each in others:
        column.addWidget(each)
    page.setFocusProxy(first)
    return page
