"""Section Câu lạc bộ: the productivity clubs with their members."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.courses.rows import ClubRow
from nscl_desktop.presenters.course_list import club_lines
from nscl_desktop.presenters.course_office import OpenClub
from nscl_desktop.presenters.office import Office
from nscl_desktop.services.people import close_club
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.tab import Surroundings, TabMaker
from nscl_desktop.ui.training.club_page import ClubPage
from nscl_desktop.ui.training.course_windows import NewClubWindow
from nscl_desktop.ui.training.listed_records import ListedRecords, Ways, Words

_WORDS = Words(
    "club", "Câu lạc bộ", "câu lạc bộ", "Chưa có câu lạc bộ nào",
    "Câu lạc bộ năng suất chất lượng ở trường, sở, ngành hoặc doanh nghiệp mà kế hoạch giao thành lập:\n"
    "quyết định, ngày thành lập, kế hoạch tính cho, thành viên.",
)  # fmt: skip


def prepare(_office: Office, _preferences: Preferences) -> TabMaker:
    """The list is read when the section is first looked at."""
    return ClubsTab


class ClubsTab(ListedRecords[ClubRow, OpenClub, ClubPage]):
    """The list of clubs."""

    def __init__(self, around: Surroundings) -> None:
        courses = around.office.courses

        def page_of(opened: OpenClub) -> ClubPage:
            return ClubPage(opened, around)

        super().__init__(
            around, _WORDS,
            Ways(courses.clubs, club_lines, courses.read_club, page_of, courses.add, self._ask, _deletion),
        )  # fmt: skip

    def _ask(self, made: Callable[[str], object]) -> None:
        window = NewClubWindow(self._around, made, self.widget())
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()


def _deletion(page: ClubPage) -> ChangeSet:
    return close_club(page.desk.book, page.sheet.club)
