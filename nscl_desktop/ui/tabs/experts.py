"""Section Chuyên gia: a plan's experts by year against what it wants, and everyone who is one."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nscl_desktop.domain.courses.experts import ExpertProgress, expert_progress
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.presenters.course_office import ExpertsWork
from nscl_desktop.presenters.dossier_list import plan_words
from nscl_desktop.presenters.expert_list import expert_rows, progress_rows, progress_words
from nscl_desktop.presenters.office import Office
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.elided_combo import ElidedCombo
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.tab import VIEW, Menus, Surroundings, TabMaker

_YEARS = (
    ReadColumn("Năm", 8), ReadColumn("Kế hoạch", 10, is_figure=True), ReadColumn("Đã đạt", 10, is_figure=True),
    ReadColumn("Lũy kế kế hoạch", 17, is_figure=True), ReadColumn("Lũy kế đã đạt", 15, is_figure=True),
    ReadColumn("Tình hình"),
)  # fmt: skip
_EXPERTS = (
    ReadColumn("Họ và tên", 24), ReadColumn("Đơn vị"), ReadColumn("Lĩnh vực", 18), ReadColumn("Chứng chỉ số", 16),
    ReadColumn("Ngày cấp", 14), ReadColumn("Có giá trị đến", 22), ReadColumn("Phân công", 10, is_figure=True),
)  # fmt: skip
_LAST, _ALL = "experts_plan", "all"
_NONE = (
    "Chưa có chuyên gia nào tính cho kế hoạch này. Ở phần Người, thêm vai trò “Chuyên gia năng suất chất lượng” cho một"
    " người,\nghi chứng chỉ, ngày cấp và kế hoạch được tính; người ấy sẽ hiện ở đây, đếm vào năm được cấp."
)


def prepare(_office: Office, _preferences: Preferences) -> TabMaker:
    """Experts are read when the section is first looked at."""
    return ExpertsTab


class ExpertsTab:
    """The section's parts and what they do with one another."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._work: ExpertsWork | None = None
        self._widget = QWidget()
        self.plan, self.words, self.none = ElidedCombo(), QLabel(), QLabel(_NONE)
        self.words.setWordWrap(True)
        self.none.setProperty("role", "notice")
        self.years = ReadTable("Chuyên gia theo năm", _YEARS)
        self.experts = ReadTable("Các chuyên gia", _EXPERTS)
        self.open = make_action(self._widget, Command("Mở người đang chọn", self._open, keys=("Ctrl+O",)))
        self._lay_out()
        self.plan.activated.connect(lambda _: self._on_plan())
        self.experts.cellActivated.connect(lambda *_: self._open())
        self.read_again()

    # -- what the window asks ---------------------------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The section's page."""
        return self._widget

    def menus(self) -> Menus:
        """The one command of the section."""
        return {VIEW: [self.open]}

    def come_in_front(self) -> None:
        """Read anew: people are changed in another section."""
        self._around.voice.title.emit("Chuyên gia")
        self._around.voice.findings.emit(-1, -1, -1)
        self.read_again()
        self.plan.setFocus()

    def go_to_findings(self) -> None:
        """Nothing is checked here."""

    def settle(self) -> None:
        """Nothing is typed here."""

    def open_record(self, entity: str, key: str) -> None:
        """People are opened in the section Người."""

    def read_again(self) -> None:
        """Plans and experts as they are saved now."""
        office = self._around.office

        def take(found: tuple[Sequence[PlanRow], ExpertsWork]) -> None:
            plans, self._work = found
            self._offer(plans)
            self._on_plan()

        self._around.operations.run("", lambda _: (office.dossiers.plans(), office.courses.experts()), take)

    # -- doing ------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head, column = QHBoxLayout(), QVBoxLayout(self._widget)
        label = QLabel("Kế hoạch")
        label.setBuddy(self.plan)
        self.plan.setAccessibleName("Kế hoạch")
        self.plan.setMinimumWidth(48 * self._widget.fontMetrics().averageCharWidth())
        head.setSpacing(8)
        head.addWidget(label)
        head.addWidget(self.plan)
        head.addStretch(1)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addLayout(head)
        for widget, stretch in ((self.words, 0), (self.years, 2), (self.experts, 1), (self.none, 1)):
            column.addWidget(widget, stretch)

    def _offer(self, plans: Sequence[PlanRow]) -> None:
        chosen = str(self.plan.currentData() or "") or self._around.preferences.text(_LAST)
        self.plan.clear()
        for row in plans:
            self.plan.addItem(plan_words(row), row.id)
        self.plan.addItem("Mọi kế hoạch", _ALL)
        self.plan.setCurrentIndex(max(self.plan.findData(chosen), 0))

    def _on_plan(self) -> None:
        chosen, work = str(self.plan.currentData()), self._work
        if work is None:
            return
        self._around.preferences.remember(_LAST, chosen)
        plan = "" if chosen == _ALL else chosen
        self._show_experts(plan, work)
        self.years.setVisible(bool(plan))
        self.words.setVisible(bool(plan))
        if not plan:
            return
        dossiers = self._around.office.dossiers

        def take(progress: ExpertProgress) -> None:
            if plan == self.plan.currentData():
                self._show_years(progress)

        self._around.operations.run("", lambda _: expert_progress(dossiers.use_of(plan).budget, work.roles), take)

    def _show_years(self, progress: ExpertProgress) -> None:
        rows = progress_rows(progress)
        self.words.setText(progress_words(progress))
        self.years.fill(rows, has_total=True)
        self.years.setVisible(bool(rows))
        self.years.setMaximumHeight((min(len(rows), 12) + 1) * (self._widget.fontMetrics().height() + 14) + 8)

    def _show_experts(self, plan: str, work: ExpertsWork) -> None:
        rows = expert_rows(work, plan, date.today().isoformat())  # noqa: DTZ011 - the clerk's own day
        self.experts.fill([cells for cells, _ in rows], [key for _, key in rows])
        self.experts.setVisible(bool(rows))
        self.none.setVisible(not rows)

    def _open(self) -> None:
        found = self.experts.current_data
        if isinstance(found, str):
            self._around.voice.record_wanted.emit("person", found)
