"""Tab Tổng quan: one plan at a glance, read aside and again when something was saved."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from nscl_desktop.domain.explanations import Explanation
from nscl_desktop.domain.overview import Overview, TargetRow
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.sorting import sort_key
from nscl_desktop.presenters import overview_explaining as explaining
from nscl_desktop.presenters.office import Office
from nscl_desktop.presenters.overview_office import MONEY_NAMES, PAID, PLANNED, MoneyQuestion
from nscl_desktop.presenters.overview_sheet import (
    CARD_DUE,
    CARD_MONEY,
    CARD_TARGETS,
    SECTIONS,
    SOURCES,
    YEARS,
    money_of,
)
from nscl_desktop.services import counting as services
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.nothing_yet import NothingYet
from nscl_desktop.ui.overview.overview_page import OverviewPage
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.saving_aside import save_aside
from nscl_desktop.ui.tab import FILE, TOOLS, VIEW, Menus, Surroundings, TabMaker

_NONE_YET = (
    "Tổng quan cho thấy kinh phí, chỉ tiêu và việc đến hạn của từng kế hoạch.\n"
    "Hãy lập hoặc nhập một kế hoạch ở phần Kế hoạch trước."
)
_PLAN = "overview.plan"


def prepare(_office: Office, _preferences: Preferences) -> TabMaker:
    """Everything is read when the tab is first looked at."""
    return OverviewTab


class OverviewTab:
    """The tab's parts and what they do with one another."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._room = around.office.overviews
        self._moment, self._year = -1, 0
        self.page = OverviewPage(around.theme)
        self.nothing = NothingYet("Chưa có kế hoạch nào", _NONE_YET)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.page)
        self._stack.addWidget(self.nothing)
        host = self._stack
        theme = around.theme
        self.explain = make_action(host, Command("Giải thích số này", self._explain_focused, "info", ("F4",)), theme)
        self.again = make_action(host, Command("Đọc lại", self.read_again, "refresh", ("F5",)), theme)
        self.print = make_action(host, Command("In tổng quan…", self._print, "print", ("Ctrl+P",)), theme)
        self.figures = make_action(host, Command("Số liệu công bố…", self._show_figures, "chart"), theme)
        self.days = make_action(host, Command("Ngày nghỉ, ngày làm bù…", self._show_days, "calendar"), theme)
        self.rule = make_action(host, Command("Cách đếm của chỉ tiêu…", self._edit_rule, "calculator"), theme)
        self.round = make_action(host, Command("Sang vùng khác", self.page.go_round, keys=("F6",)))
        page = self.page
        page.asked.connect(self._explain)
        page.plan.activated.connect(lambda _: self._choose())
        page.year.activated.connect(lambda _: self._read())
        page.sent.clicked.connect(lambda _=False: self._mark_sent())
        page.rule.clicked.connect(lambda _=False: self._edit_rule())
        page.propose.clicked.connect(lambda _=False: self._take_proposed())
        page.print.clicked.connect(lambda _=False: self._print())

    # -- what the window asks ---------------------------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The tab's page."""
        return self._stack

    def menus(self) -> Menus:
        """Commands on the overview."""
        return {
            FILE: [self.print],
            VIEW: [self.explain, self.again, None, self.round],
            TOOLS: [self.rule, self.figures, self.days],
        }

    def come_in_front(self) -> None:
        """Read anew what was saved since; what is still so is not read again."""
        self._around.voice.title.emit("Tổng quan")
        self._around.voice.findings.emit(-1, -1, -1)
        if self._moment != self._room.moment():
            self._read_plans()
        self.page.cards[0].setFocus()

    def go_to_findings(self) -> None:
        """What is missing stands in the explanation of the targets."""
        self._explain(f"card|{CARD_TARGETS}")

    def settle(self) -> None:
        """Nothing is typed here."""

    def open_record(self, entity: str, key: str) -> None:
        """No record has its page here."""

    def read_again(self) -> None:
        """The file holds something else now."""
        self._read_plans()

    # -- reading ----------------------------------------------------------------------------------------------------

    def _read_plans(self) -> None:
        def take(rows: list[PlanRow]) -> None:
            self._stack.setCurrentWidget(self.page if rows else self.nothing)
            combo, wanted = self.page.plan, self.page.plan.currentData() or self._around.preferences.text(_PLAN)
            combo.clear()
            for row in sorted(rows, key=lambda row: (-(row.year_to or 0), sort_key(row.code))):
                combo.addItem(f"{row.code} · {row.title}", row.id)
            combo.setCurrentIndex(max(combo.findData(wanted), 0) if rows else -1)
            self._read()

        self._around.operations.run("", lambda _: list(self._room.plans()), take)

    def _choose(self) -> None:
        self._around.preferences.remember(_PLAN, str(self.page.plan.currentData() or ""))
        self.page.year.setCurrentIndex(0)
        self._read()

    def _read(self) -> None:
        plan, year = self.page.plan.currentData(), self.page.year.currentData()
        if not plan:
            return
        moment = self._room.moment()

        def take(overview: Overview) -> None:
            if plan == self.page.plan.currentData():  # else another was chosen meanwhile
                self._moment = moment
                self.page.show_overview(overview)

        self._around.operations.run("", lambda _: self._room.read(plan, year, today()), take)

    # -- explaining -------------------------------------------------------------------------------------------------

    def _explain_focused(self) -> None:
        self._explain(self.page.focused())

    def _explain(self, asked: str) -> None:
        overview = self.page.overview
        if overview is None:
            return
        what, _, rest = asked.partition("|")
        if what == "card" and rest == CARD_TARGETS:
            self._show(explaining.explain_targets(overview))
        elif what == "card" and rest == CARD_DUE:
            self._show(explaining.explain_due(overview))
        elif what == "card":
            self._explain_money(overview, PLANNED if rest == CARD_MONEY else PAID, "")
        elif what == "bar":
            measure, _, key = rest.partition("|")
            self._explain_money(overview, measure, key)
        elif what == "radar" and self.page.radar.line:
            self._show(explaining.explain_radar(self.page.radar.line, overview))
        elif what == "target" and self.page.targets.line:
            self._explain_target(self.page.targets.line.row)

    def _explain_money(self, overview: Overview, measure: str, key: str) -> None:
        view = self.page.view if key else YEARS
        shown = tuple(int(each.key) for each in overview.years)
        years = (int(key),) if view == YEARS and key else shown
        question = MoneyQuestion(
            measure, years, key if view == SECTIONS else "", key if view == SOURCES else ""
        )  # fmt: skip
        named = next((part.name for part in money_of(overview, view) if part.key == key), overview.plan.code)
        room, plan = self._room, overview.plan.id
        self._around.operations.run(
            f"Đang tìm các khoản của {MONEY_NAMES[measure].lower()}",
            lambda _: room.shares(plan, question),
            lambda shares: self._show(explaining.explain_money(overview, question, shares, named)),
        )

    def _explain_target(self, row: TargetRow) -> None:
        room = self._room
        self._around.operations.run(
            "Đang tìm các bản ghi",
            lambda _: explaining.explain_target(row, room.records(row), room.undated(row), room.figures_of(row)),
            self._show,
        )

    def _show(self, explanation: Explanation) -> None:
        from nscl_desktop.ui.explaining.explanation_window import explain  # wanted for the first explanation

        explain(self._stack, self._around, explanation)

    # -- doing ------------------------------------------------------------------------------------------------------

    def _take_proposed(self) -> None:
        overview = self.page.overview
        if overview:
            step = services.take_proposed((row.target, row.chain, row.rule) for row in overview.targets)
            save_aside(
                self._around, self._room.add, step, f"Đã {step.words[:1].lower()}{step.words[1:]}", done=self._read,
                undone=self._read,
            )  # fmt: skip

    def _edit_rule(self) -> None:
        line = self.page.targets.line
        if line is None:
            return
        from nscl_desktop.ui.overview.rule_window import RuleWindow  # wanted for the first rule

        self._open(RuleWindow(self._around, line.row, self._read, self._stack))

    def _mark_sent(self) -> None:
        line = self.page.radar.line
        if line is None or line.due is None:
            return
        step = services.mark_sent(
            line.due.obligation, line.due.stated.year, today(), person=self._around.office.person
        )  # fmt: skip
        words = f"Đã ghi báo cáo hạn {line.stated:%d/%m/%Y} là đã gửi"
        save_aside(self._around, self._room.add, step, words, done=self._read, undone=self._read)

    def _show_figures(self) -> None:
        from nscl_desktop.ui.overview.figures_window import FiguresWindow  # as above

        self._open(FiguresWindow(self._around, self._read, self._stack))

    def _show_days(self) -> None:
        from nscl_desktop.ui.overview.days_off_window import DaysOffWindow  # as above

        self._open(DaysOffWindow(self._around, self._read, self._stack))

    def _print(self) -> None:
        overview = self.page.overview
        if overview:
            from nscl_desktop.ui.overview.paper_window import OverviewPaperWindow  # loads what prints

            self._open(OverviewPaperWindow(self._around, overview, today(), self._stack))

    def _open(self, window: QWidget) -> None:
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.show()


def today() -> str:
    """The clerk's own day, as an ISO date."""
    return date.today().isoformat()  # noqa: DTZ011 - the clerk's own day
