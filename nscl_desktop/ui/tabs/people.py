"""Section Người: everyone who learns, teaches or works as an expert, with experts and lecturers as filters."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.courses.rows import PersonRow
from nscl_desktop.presenters.course_list import PEOPLE_FILTERS, Line, people_lines
from nscl_desktop.presenters.course_office import OpenPerson
from nscl_desktop.presenters.office import Office
from nscl_desktop.services.people import remove_person
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.tab import Surroundings, TabMaker
from nscl_desktop.ui.training.course_windows import NewPersonWindow
from nscl_desktop.ui.training.listed_records import ListedRecords, Ways, Words
from nscl_desktop.ui.training.person_page import PersonPage

_WORDS = Words(
    "person",
    "Người",
    "người",
    "Chưa có ai trong danh sách",
    "Học viên, giảng viên, chuyên gia năng suất chất lượng và thành viên câu lạc bộ là người ở đây,\n"
    "mỗi người một lần. Dán danh sách học viên ở một lớp thì người mới được thêm vào cùng lúc.",
)


def prepare(_office: Office, _preferences: Preferences) -> TabMaker:
    """The list is read when the section is first looked at."""
    return PeopleTab


class PeopleTab(ListedRecords[PersonRow, OpenPerson, PersonPage]):
    """The list with its filter."""

    def __init__(self, around: Surroundings) -> None:
        self.role = QComboBox()
        self.role.setAccessibleName("Lọc theo vai trò")
        for value, label in PEOPLE_FILTERS:
            self.role.addItem(label, value)
        courses = around.office.courses
        ways = Ways(courses.people, self._lines, courses.read_person, self._page_of, courses.add, self._ask, _deletion)
        super().__init__(around, _WORDS, ways)
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 12, 0)
        row.addWidget(self.role, 1)
        column = self.side.layout()
        assert isinstance(column, QVBoxLayout)  # noqa: S101 - as the list is laid out
        column.insertLayout(1, row)
        self.role.activated.connect(lambda _: self.refill())

    def open_record(self, entity: str, key: str) -> None:
        """Show somebody; a filter or search that hides them is taken away."""
        self.role.setCurrentIndex(0)
        super().open_record(entity, key)

    def _lines(self, rows: Sequence[PersonRow], text: str) -> Sequence[Line]:
        return people_lines(rows, text, str(self.role.currentData()))

    def _page_of(self, opened: OpenPerson) -> PersonPage:
        page = PersonPage(opened, self._around)
        page.course_wanted.connect(lambda key: self._around.voice.record_wanted.emit("course", key))
        return page

    def _ask(self, made: Callable[[str], object]) -> None:
        window = NewPersonWindow(self._around, made, self.widget())
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()


def _deletion(page: PersonPage) -> ChangeSet:
    return remove_person(page.desk.book, page.sheet.person, len(page.sheet.opened.courses))
