"""One periodic report: its figures, money, lists, words, printed pages and history."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.periodic_reports import PeriodicReport, ReportFigure, ReportMoney
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.report_figures import Draft
from nscl_desktop.presenters.dossier_list import plan_words
from nscl_desktop.presenters.report_office import OpenReport
from nscl_desktop.presenters.report_sheet import ReportForm, ReportSheet
from nscl_desktop.services.desk import Changed, Refused
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.elided_label import ElidedLabel
from nscl_desktop.ui.record_form_view import RecordFormView
from nscl_desktop.ui.record_history import RecordHistory
from nscl_desktop.ui.reporting.figures_page import FiguresPage
from nscl_desktop.ui.reporting.lists_page import ListsPage
from nscl_desktop.ui.reporting.print_page import ReportPrintPage
from nscl_desktop.ui.reporting.report_windows import SendWindow
from nscl_desktop.ui.scrolled import scrolled
from nscl_desktop.ui.tab import Surroundings
from nscl_desktop.ui.undoing import follow_undo, take_redo, take_undo, undo_actions
from nscl_desktop.ui.wrapped_tabs import wrapped_tabs

_FACTS = (
    "title", "kind", "plan_id", "obligation_id", "year_from", "year_to", "cutoff", "number", "date", "place", "signer",
    "authority", "to_party", "recipients", "summary", "difficulties", "next_steps", "proposals", "note",
)  # fmt: skip
_SPANS = {"title": 3, "plan_id": 2, "obligation_id": 2}
_COUNTED_BY = frozenset({"plan_id", "year_from", "year_to", "cutoff", "state"})
_TARGETS = (
    "Tỷ lệ là lũy kế chia cho kế hoạch; chỉ cột “Ước cả năm” nhập tay.",
    "Đếm theo cách đếm của từng mục tiêu, lũy kế từ đầu kế hoạch. Số phần trăm và tốc độ tăng không chia, không cộng.",
)
_MONEY = (
    "Đồng. Tỷ lệ là đã chi chia cho được giao; chỉ cột “Ước cả năm” nhập tay.",
    "Theo sổ kinh phí đến hết ngày chốt. Theo mục và theo nguồn là hai cách chia của cùng một tổng.",
)
"""What stands above a table, and what its tool tip adds."""


class ReportPage(QWidget):
    """The report on the desk. ``read_wanted``: its figures are to be computed anew, for another time or plan."""

    state_changed = Signal()
    read_wanted = Signal()

    def __init__(self, opened: OpenReport, around: Surroundings) -> None:
        super().__init__()
        self.sheet, self.desk, self._around = ReportSheet(opened), opened.desk, around
        self.title, self.about, self.stale = ElidedLabel(), ElidedLabel(), QLabel()
        self.title.setProperty("role", "title")
        self.about.setProperty("role", "caption")
        self.stale.setProperty("role", "warning")
        self.renew, self.send = QPushButton("Cập nhật số liệu"), QPushButton()
        self.pages = wrapped_tabs("Các phần của báo cáo", around.theme)
        self.figures = FiguresPage(self.sheet, ReportFigure, around, self.undo, _TARGETS)
        self.money = FiguresPage(self.sheet, ReportMoney, around, self.undo, _MONEY)
        self.lists = ListsPage(self.sheet)
        self.printing = ReportPrintPage(self.sheet, around)
        self.form = ReportForm(self.sheet, _FACTS)
        self.view = RecordFormView(self.form, around.voice, columns=3, wide_lines=4, spans=_SPANS)
        reports, key = around.office.reports, opened.desk.root_id
        self.history = RecordHistory(lambda: reports.history(key), around, " cho báo cáo này")
        self.undo_action, self.redo_action = undo_actions(self, around.theme, self.undo, self.redo)
        self._lay_out()
        self.desk.subscribe(self._on_event)
        self.renew.clicked.connect(lambda: self._take(self.sheet.renew))
        self.send.clicked.connect(lambda: self._ask_sent())  # noqa: PLW0108 - without Qt's own argument
        self.pages.currentChanged.connect(lambda _: self._on_page())
        around.operations.run("", lambda _: list(reports.plans()), self._offer_plans)
        self.follow()

    @property
    def report(self) -> PeriodicReport | None:
        """The report as it stands; None once it is deleted."""
        return self.sheet.opened.report

    def undo(self) -> None:
        """Ctrl+Z: take back the last step on this report."""
        self.settle()
        take_undo(self._around.voice, self.desk.undo)

    def redo(self) -> None:
        """Ctrl+Y."""
        self.settle()
        take_redo(self._around.voice, self.desk.redo)

    def settle(self) -> None:
        """Take what is being typed."""
        self.figures.settle()
        self.money.settle()
        self.view.settle()

    def take_focus(self) -> None:
        """Begin with the page in front."""
        page = self.pages.currentWidget()
        if page is not None:
            page.setFocus()

    def report_to(self, changed: Callable[[], object], read_wanted: Callable[[], object]) -> None:
        """Call these after every step, and where the figures are to be computed anew."""
        self.state_changed.connect(changed)
        self.read_wanted.connect(read_wanted)

    def follow(self) -> None:
        """Show the report as it is now."""
        report = self.report
        self.setEnabled(report is not None)
        follow_undo(self.undo_action, self.redo_action, self.desk.undo_stack)
        if report is None:
            return
        stale = len(self.sheet.stale())
        is_sent = self.sheet.is_sent
        state = f"đã gửi {format_short(report.sent_on)}, số liệu giữ như khi gửi" if is_sent else "nháp"
        self.title.setText(report.title)
        years = "-".join(dict.fromkeys(str(year) for year in (report.year_from, report.year_to)))
        self.about.setText(f"{years} · số liệu đến {format_short(report.cutoff)} · {state}")
        self.stale.setText(f"{stale} dòng số liệu đã đổi" if stale else "")
        self.renew.setVisible(not is_sent)
        self.renew.setEnabled(bool(stale))
        self.send.setText("Rút về nháp" if is_sent else "Ghi đã gửi…")
        for part in (self.figures, self.money, self.lists, self.printing):
            part.follow()
        self.view.refresh()

    # -- doing ------------------------------------------------------------------------------------------------------

    def mark_sent(self, sent_on: str, person: str, draft: Draft) -> None:
        """The report is out: nothing of it changes any more."""
        self.desk.perform(self.sheet.send(sent_on, person, draft))

    def _ask_sent(self) -> None:
        self.settle()
        if self.sheet.is_sent:
            self._take(self.sheet.take_back)
            return
        window = SendWindow(
            self._around.office.person, len(self.sheet.stale()), self.sheet.opened.draft, self.mark_sent, self
        )
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def _take(self, made: Callable[[], ChangeSet]) -> None:
        attempted(self._around.voice, lambda: self.desk.perform(made()))

    # -- building and following -------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        layout, first, second = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        first.setContentsMargins(16, 8, 16, 0)
        second.setContentsMargins(16, 0, 16, 4)
        first.setSpacing(12)
        first.addWidget(self.title, 1)
        first.addWidget(self.renew)
        first.addWidget(self.send)
        second.addWidget(self.about, 1)
        second.addWidget(self.stale)
        layout.addLayout(first)
        layout.addLayout(second)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 16)
        column.addWidget(self.view)
        column.addStretch(1)
        for name, page in (
            ("Mục tiêu", self.figures), ("Kinh phí", self.money), ("Danh sách", self.lists),
            ("Nội dung", scrolled(inner)), ("Bản in", self.printing), ("Lịch sử", self.history),
        ):  # fmt: skip
            self.pages.addTab(page, name)
        layout.addWidget(self.pages, 1)

    def _offer_plans(self, rows: Sequence[PlanRow]) -> None:
        if isValid(self) and self.report is not None:
            self.form.known_offers["plan_id"] = [(row.id, plan_words(row)) for row in rows]
            self.view.refresh()

    def _on_page(self) -> None:
        if self.pages.currentWidget() is self.history:
            self.history.follow()
        if self.pages.currentWidget() is self.printing:
            self.printing.come_in_front()

    def _on_event(self, event: Changed | Refused) -> None:
        self.follow()
        self._on_page()
        self.state_changed.emit()
        if isinstance(event, Refused):
            self._around.voice.refused.emit(event.sentence)
        elif any(
            each.entity == PeriodicReport.entity and _COUNTED_BY & set(each.after or ())
            for each in event.change_set.changes
        ):
            self.read_wanted.emit()
