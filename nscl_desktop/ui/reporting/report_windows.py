"""Windows of periodic reports: a new one, and marking one as sent."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.periodic_reports import HALF_YEAR, REPORT_KINDS, YEAR, PeriodicReport
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.report_figures import Draft
from nscl_desktop.presenters.dossier_list import plan_words
from nscl_desktop.presenters.field_text import value_of
from nscl_desktop.services.editing import spec_of
from nscl_desktop.services.periodic_reports import new_report, open_report
from nscl_desktop.ui.dialogs.dialog import Dialog, caption
from nscl_desktop.ui.elided_combo import ElidedCombo
from nscl_desktop.ui.tab import Surroundings

_HALF, _WHOLE = "30/6", "31/12"


class NewReportWindow(Dialog):
    """Plan, kind, years, day; ``made`` gets the new report's key once its figures are drafted."""

    def __init__(
        self, plans: Sequence[PlanRow], around: Surroundings, made: Callable[[str], object], parent: QWidget
    ) -> None:
        super().__init__(parent, "Báo cáo mới", "Lập báo cáo")
        self._plans, self._around, self._made = {row.id: row for row in plans}, around, made
        self.plan, self.kind = ElidedCombo(), QComboBox()
        self.first, self.last, self.cutoff = QLineEdit(), QLineEdit(), QLineEdit()
        for row in plans:
            self.plan.addItem(plan_words(row), row.id)
        for value, label in REPORT_KINDS:
            self.kind.addItem(label, value)
        self.kind.setCurrentIndex(self.kind.findData(YEAR))
        self.add_field("Kế hoạch", self.plan)
        self.add_fields(("Loại báo cáo", self.kind), ("Ngày chốt số liệu", self.cutoff))
        self.add_fields(("Từ năm", self.first), ("Đến năm", self.last))
        self.content.addWidget(
            caption(
                "Số liệu được lấy từ cách đếm của từng mục tiêu và sổ kinh phí, tính đến hết ngày chốt. Sau này dữ liệu"
                " đổi thì báo cáo chỉ ra từng số đã đổi, không tự sửa."
            )
        )
        self.content.addStretch(1)
        for box in (self.plan, self.kind):
            box.currentIndexChanged.connect(lambda _: self._offer_time())
        self.verb.clicked.connect(self._make)
        self.resize(560, 320)
        self._offer_time()

    def _offer_time(self) -> None:
        plan = self._plans.get(str(self.plan.currentData()))
        if plan is None:
            return
        this = date.today().year  # noqa: DTZ011 - the clerk's own year
        year = min(max(this, plan.year_from or this), plan.year_to or this)
        is_yearly = self.kind.currentData() in (HALF_YEAR, YEAR)
        first = year if is_yearly else plan.year_from or year
        self.first.setText(str(first))
        self.last.setText(str(year))
        self.cutoff.setText(f"{_HALF if self.kind.currentData() == HALF_YEAR else _WHOLE}/{year}")

    def _make(self) -> None:
        reports = self._around.office.reports
        try:
            report = self._report()
        except InputError as error:
            self.say(error.sentence)
            return

        def make(tell: Callable[[str], object]) -> str:
            step = open_report(report, reports.draft(report, tell))
            reports.add(step)
            return step.scope

        self._around.operations.run("Đang lập báo cáo", lambda progress: make(progress.tell), self._done)

    def _report(self) -> PeriodicReport:
        plan = self._plans.get(str(self.plan.currentData()))
        if plan is None:
            raise InputError("Chưa có kế hoạch nào; hãy thêm kế hoạch ở tab Kế hoạch trước.")
        years = [value_of(spec_of(PeriodicReport, "year_from"), field.text()) for field in (self.first, self.last)]
        first, last = (each if isinstance(each, int) else None for each in years)
        cutoff = str(value_of(spec_of(PeriodicReport, "cutoff"), self.cutoff.text()))
        return new_report(plan, str(self.kind.currentData()), first, last, cutoff)

    def _done(self, key: str) -> None:
        self._made(key)
        self.accept()


class SendWindow(Dialog):
    """Day and person; ``take`` raises InputError while they are not enough. ``stale`` figures keep what was drafted."""

    def __init__(
        self, person: str, stale: int, draft: Draft, take: Callable[[str, str, Draft], object], parent: QWidget
    ) -> None:
        super().__init__(parent, "Ghi đã gửi báo cáo", "Ghi đã gửi")
        self._take, self._draft = take, draft
        self.day = QLineEdit(date.today().strftime("%d/%m/%Y"))  # noqa: DTZ011 - the clerk's own day
        self.person = QLineEdit(person)
        self.add_fields(("Ngày gửi", self.day), ("Người gửi", self.person))
        self.content.addWidget(
            caption("Sau khi ghi, số liệu và danh sách của báo cáo giữ nguyên như lúc gửi, không sửa được nữa.")
        )
        if stale:
            self.content.addWidget(
                caption(f"Có {stale} dòng số liệu đã đổi từ khi soạn; báo cáo giữ số đã soạn, trừ khi cập nhật trước.")
            )
        self.content.addStretch(1)
        self.verb.clicked.connect(self._done)
        self.resize(520, 240)

    def _done(self) -> None:
        try:
            day = str(value_of(spec_of(PeriodicReport, "sent_on"), self.day.text()))
            self._take(day, self.person.text().strip(), self._draft)
        except InputError as error:
            self.say(error.sentence)
            return
        self.accept()
