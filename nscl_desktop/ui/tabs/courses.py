"""Section Lớp đào tạo: the courses at the left, the chosen one at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nscl_desktop.domain.courses.rows import CourseRow
from nscl_desktop.presenters.course_list import course_lines
from nscl_desktop.presenters.course_office import OpenCourse
from nscl_desktop.presenters.office import Office
from nscl_desktop.services import course_parts as parts
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.list_and_page import ListAndPage
from nscl_desktop.ui.nothing_yet import NothingYet
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.saving_aside import save_aside
from nscl_desktop.ui.searched_list import SearchedList
from nscl_desktop.ui.tab import EDIT, FILE, VIEW, Menus, Surroundings, TabMaker
from nscl_desktop.ui.training.course_page import CoursePage
from nscl_desktop.ui.training.course_windows import NewCourseWindow

_WORDS = (
    "Mỗi lớp do văn phòng tổ chức hoặc cử người đi học là một bản ghi: buổi học, giảng viên, học viên với đơn vị lúc\n"
    "học, có mặt từng buổi, kết quả, số chứng nhận, chi phí theo dòng dự toán, giấy tờ quyết toán.\n"
    "Danh sách học viên dán được từ Excel, Word hoặc tin nhắn. Lượt người và người được đếm riêng."
)


def prepare(_office: Office, _preferences: Preferences) -> TabMaker:
    """The list is read when the section is first looked at."""
    return CoursesTab


class CoursesTab:
    """The section's parts and what they do with one another."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._rows: list[CourseRow] = []
        self.side = SearchedList("Các lớp đào tạo", "Tìm lớp", "Lớp mới", around.theme)
        self.search, self.list = self.side.search, self.side.list
        self.nothing = NothingYet(
            "Chưa có lớp đào tạo nào", _WORDS, ("Mở lớp đào tạo", self.make_new), none_chosen="Chọn một lớp"
        )
        self._place: ListAndPage[CoursePage] = ListAndPage("Lớp đào tạo", self.side, self.nothing, around, (320, 1040))
        host = self._split = self._place.split
        self.new = make_action(host, Command("Lớp đào tạo mới…", self.make_new, "add", ("Ctrl+N",)), around.theme)
        self.print = make_action(host, Command("In giấy tờ của lớp", self._print, "print", ("Ctrl+P",)), around.theme)
        self.delete = make_action(host, Command("Xóa lớp đào tạo", self._delete, "delete"), around.theme)
        self.find = make_action(host, Command("Tìm lớp", self.search.setFocus, "search", ("Ctrl+F",)), around.theme)
        self.round = make_action(host, Command("Sang vùng khác", self._go_round, keys=("F6",)))
        self.search.textChanged.connect(lambda _: self._refill())
        self.list.currentItemChanged.connect(lambda *_: self._show(self.list.key))
        self.side.add.clicked.connect(lambda: self.make_new())  # noqa: PLW0108 - without Qt's own argument
        self._read("")

    @property
    def page(self) -> CoursePage | None:
        """The course on the desk."""
        return self._place.page

    # -- what the window asks ---------------------------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The section's page."""
        return self._split

    def menus(self) -> Menus:
        """Commands on the list and on the course on the desk."""
        for action in (self.print, self.delete):
            action.setEnabled(self.page is not None)
        page = self.page
        undoing = [page.undo_action, page.redo_action, None] if page else []
        return {
            FILE: [self.new, None, self.print],
            EDIT: [*undoing, *(page.commands if page else []), self.delete],
            VIEW: [self.find, None, self.round],
        }

    def come_in_front(self) -> None:
        """Show the list with the keyboard in it."""
        self._around.voice.title.emit("Lớp đào tạo")
        self._around.voice.findings.emit(-1, -1, -1)
        self.list.setFocus() if self._rows else self.nothing.take_focus()

    def go_to_findings(self) -> None:
        """What is remarked about a course stands on its page."""

    def settle(self) -> None:
        """Take what is being typed."""
        self._place.settle()

    def open_record(self, entity: str, key: str) -> None:
        """Show a course; a search that hides it is taken away."""
        self.search.clear()
        self._read(key)

    def chosen(self) -> Sequence[tuple[str, str]]:
        """The course on the desk."""
        return [("course", self._place.wanted)] if self._place.wanted else []

    def read_again(self) -> None:
        """Nothing of before may stay on the desk; the same course is shown anew."""
        key = self.page.desk.root_id if self.page else ""
        self._put_away()
        self._read(key)

    # -- doing ------------------------------------------------------------------------------------------------------

    def make_new(self) -> None:
        """Ctrl+N."""
        window = NewCourseWindow(self._around, self._read, self._split)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def _read(self, key: str) -> None:
        courses = self._around.office.courses

        def take(rows: list[CourseRow]) -> None:
            self._rows = rows
            newest = course_lines(rows, "")
            wanted = key or (self.page.desk.root_id if self.page else "") or (newest[0][0] if newest else "")
            self._refill(wanted)
            self._show(wanted) if wanted else self._put_away()

        self._around.operations.run("", lambda _: list(courses.rows()), take)

    def _refill(self, current: str = "") -> None:
        kept = current or self.list.key or (self.page.desk.root_id if self.page else "")
        self.list.fill(course_lines(self._rows, self.search.text()), kept)

    def _show(self, key: str, *, again: bool = False) -> None:
        if key and (again or not (self.page and self.page.desk.root_id == key)):
            self._place.bring(key, self._around.office.courses.read, self._make_page)

    def _make_page(self, opened: OpenCourse) -> CoursePage:
        page = CoursePage(opened, self._around)
        key = page.desk.root_id
        page.state_changed.connect(self._on_state)
        page.read_wanted.connect(lambda: self._show(key, again=True))
        return page

    def _put_away(self) -> None:
        self.nothing.follow(is_empty=not self._rows)
        self._place.put_away()

    def _on_state(self) -> None:
        """The course has changed: its line in the list follows."""
        self._around.voice.menus_changed.emit()
        fresh = self.page.row() if self.page else None
        if fresh:
            self._rows = [fresh if row.id == fresh.id else row for row in self._rows]
            self._refill()

    def _delete(self) -> None:
        page = self.page
        course = page.course if page else None
        if page is None or course is None:
            return
        courses = self._around.office.courses

        def delete() -> None:
            step = parts.remove_course(page.desk.book, course)
            told = f"Đã {step.words[:1].lower()}{step.words[1:]}"
            save_aside(self._around, courses.add, step, told, done=gone, undone=back, busy="Đang xóa")

        def gone() -> None:
            self._put_away()
            self._read("")

        def back() -> None:
            self._read(course.id)

        attempted(self._around.voice, delete)

    def _print(self) -> None:
        if self.page:
            self.page.go_to_papers()

    def _go_round(self) -> None:
        self._place.go_round(self.list, self.search)
