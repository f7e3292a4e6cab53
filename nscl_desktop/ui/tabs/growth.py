"""Section TFP: studies of growth accounting at the left, the chosen one at the right."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.growth_records import GrowthStudy
from nscl_desktop.presenters.growth_office import OpenStudy
from nscl_desktop.presenters.growth_sheet import study_lines
from nscl_desktop.presenters.office import Office
from nscl_desktop.services.growth import new_study
from nscl_desktop.ui.enterprises.change_window import AskWindow
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.reporting.growth_page import GrowthPage
from nscl_desktop.ui.tab import Surroundings, TabMaker
from nscl_desktop.ui.training.listed_records import ListedRecords, Ways, Words

_WORDS = Words(
    "growth_study", "TFP", "bảng tính", "Chưa có bảng tính TFP nào",
    "Tăng trưởng GRDP chia cho vốn, lao động và năng suất các nhân tố tổng hợp (TFP): số liệu đầu vào có nguồn,\n"
    "tỷ trọng cố định và Törnqvist, độ nhạy, đối chiếu với mục tiêu và với số liệu công bố.",
)  # fmt: skip


def prepare(_office: Office, _preferences: Preferences) -> TabMaker:
    """The list is read when the section is first looked at."""
    return GrowthTab


class GrowthTab(ListedRecords[GrowthStudy, OpenStudy, GrowthPage]):
    """The list of studies."""

    def __init__(self, around: Surroundings) -> None:
        studies = around.office.growth

        def page_of(opened: OpenStudy) -> GrowthPage:
            return GrowthPage(opened, around)

        super().__init__(
            around, _WORDS,
            Ways(studies.rows, study_lines, studies.read, page_of, studies.add, self._ask, _deletion),
        )  # fmt: skip

    def _ask(self, made: Callable[[str], object]) -> None:
        def take(texts: Sequence[str]) -> None:
            step = new_study(texts[0])
            studies = self._around.office.growth
            self._around.operations.run("Đang thêm", lambda _: studies.add(step), lambda _: made(step.scope))

        window = AskWindow("Bảng tính TFP mới", "Thêm", (("Tên bảng tính", ""),), take, self.widget())
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()


def _deletion(page: GrowthPage) -> ChangeSet:
    if page.sheet.opened.study is None:
        raise InputError("Bảng tính TFP này đã bị xóa; hãy chọn bảng khác.")
    return page.sheet.remove()
