"""Section Báo cáo định kỳ: the reports at the left, the chosen one at the right."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.periodic_reports import PeriodicReport
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.presenters.office import Office
from nscl_desktop.presenters.report_list import report_lines
from nscl_desktop.presenters.report_office import OpenReport
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.reporting.report_page import ReportPage
from nscl_desktop.ui.reporting.report_windows import NewReportWindow
from nscl_desktop.ui.tab import Surroundings, TabMaker
from nscl_desktop.ui.training.listed_records import ListedRecords, Ways, Words

_WORDS = Words(
    "periodic_report", "Báo cáo định kỳ", "báo cáo", "Chưa có báo cáo nào",
    "Báo cáo 6 tháng, năm, giai đoạn, sơ kết, tổng kết của kế hoạch: số liệu lấy từ cách đếm của mục tiêu và sổ\n"
    "kinh phí, tính đến ngày chốt; số đã đổi được chỉ ra; báo cáo đã gửi giữ nguyên.",
)  # fmt: skip


def prepare(_office: Office, _preferences: Preferences) -> TabMaker:
    """The list is read when the section is first looked at."""
    return ReportsTab


class ReportsTab(ListedRecords[PeriodicReport, OpenReport, ReportPage]):
    """The list of reports."""

    def __init__(self, around: Surroundings) -> None:
        reports = around.office.reports

        def page_of(opened: OpenReport) -> ReportPage:
            return ReportPage(opened, around)

        super().__init__(
            around, _WORDS,
            Ways(reports.rows, report_lines, reports.read, page_of, reports.add, self._ask, _deletion),
        )  # fmt: skip

    def _ask(self, made: Callable[[str], object]) -> None:
        def show(plans: Sequence[PlanRow]) -> None:
            window = NewReportWindow(plans, self._around, made, self.widget())
            window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            window.open()

        reports = self._around.office.reports
        self._around.operations.run("", lambda _: list(reports.plans()), show)


def _deletion(page: ReportPage) -> ChangeSet:
    return page.sheet.remove()
