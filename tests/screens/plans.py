"""Scenes of the tab Kế hoạch: each sets the stage and yields the names of its pictures."""

from collections.abc import Iterator

from PySide6.QtGui import QGuiApplication

from nscl_desktop.domain.changes import change_set, updated
from nscl_desktop.presenters.changed_places import Page
from nscl_desktop.presenters.plan_making import WAYS, Way
from nscl_desktop.presenters.plan_sheet import Act
from nscl_desktop.ui.crash_window import CrashWindow
from nscl_desktop.ui.dialogs.new_plan_window import NewPlanWindow
from nscl_desktop.ui.failures import report_of
from nscl_desktop.ui.opening_failed import OpeningFailed
from tests.screens.stage import Stage

TABLE = (
    "TT\tNội dung\tĐVT\tSố lượng\tĐơn giá\tKinh phí\n"
    "I\tĐào tạo\t\t\t\t30.000.000\n"
    "1\tMở lớp tập huấn công cụ 5S cho doanh nghiệp\tlớp\t2\t15.000.000\t30.000.000\n"
    "2\tIn tài liệu\tbộ\tmột trăm\t50.000\t5.000.000\n"
    "\tTổng cộng\t\t\t\t36.000.000\n"
)
LONG = "Kế hoạch thực hiện Chương trình quốc gia hỗ trợ doanh nghiệp nâng cao năng suất và chất lượng sản phẩm; "
BAC_GIANG, BINH_DUONG, TAY_NINH = "Bắc Giang 2021-2025", "Bình Dương 2021-2030", "Tây Ninh 2021"


def pages(stage: Stage) -> Iterator[str]:
    """Every page of a plan."""
    page = stage.open(BAC_GIANG)
    budget = page.budget
    for number, look in enumerate(budget.looks, 1):
        look.trigger()
        yield f"budget-{number}"
    budget.looks[0].trigger()
    budget.go_to_findings()
    yield "budget-findings"
    budget.seek.trigger()
    budget.find_bar.field.setText("khong co dau")
    yield "budget-search-without-hits"
    budget.find_bar.field.setText("dao tao")
    yield "budget-search"
    budget.find_bar.left.emit()
    budget.find_bar.hide()
    budget.details.trigger()
    yield "budget-line-details"
    budget.details.trigger()
    for name, shown in (
        ("targets", Page.TARGETS), ("facts", Page.FACTS), ("history-empty", Page.HISTORY), ("paper", Page.PAPER),
    ):  # fmt: skip
        page.show_page(shown)
        yield name
    page.show_page(Page.BUDGET)
    budget.view.go_to(2, 1)
    budget.lines.delete.trigger()
    yield "budget-toast"
    budget.lines.insert.trigger()
    yield "budget-typing"
    budget.settle()
    page.show_page(Page.HISTORY)
    yield "history"


def other_plans(stage: Stage) -> Iterator[str]:
    """A plan of ten years, an issued one, one with long names, the list searched."""
    page = stage.open(BINH_DUONG)
    for number, look in enumerate(page.budget.looks, 1):
        look.trigger()
        yield f"ten-years-{number}"
    page.show_page(Page.TARGETS)
    yield "ten-years-targets"
    page.show_page(Page.PAPER)
    yield "ten-years-paper"
    page = stage.open(TAY_NINH)
    yield "issued"
    page.show_page(Page.FACTS)
    yield "issued-facts"
    page = stage.open(BAC_GIANG)
    plan = page.desk.plan
    step = updated(plan, province="Thừa Thiên Huế và các tỉnh miền Trung", title=LONG * 2, number="123456/KH-UBND-KGVX")
    page.desk.perform(change_set("Đặt tên dài", [step], plan.id))
    page.desk.perform(change_set("Ghi nội dung dài", [updated(page.budget.grid.line(1), text=LONG)], plan.id))
    yield "long-names"
    page.show_page(Page.FACTS)
    yield "long-names-facts"
    stage.tab.list.search.setText("ca mau")
    yield "list-without-hits"
    stage.tab.list.search.clear()


def dialogs(stage: Stage) -> Iterator[str]:
    """Every dialog and menu."""
    page, commands = stage.open(BAC_GIANG), stage.tab.commands
    for way, *_ in WAYS:
        commands.new.trigger()
        found = stage.window.findChild(NewPlanWindow)
        assert found is not None
        found.ways.setCurrentRow([each for each, *_ in WAYS].index(way))
        if way is Way.EMPTY:
            found.verb.click()
        yield f"new-plan-{way}"
    QGuiApplication.clipboard().setText(TABLE)
    commands.paste_table.trigger()
    yield "pasted-table"
    commands.compare.trigger()
    yield "compare"
    commands.backups.trigger()
    yield "backups"
    page.budget.view.go_to(2, 5)
    page.budget.explain.trigger()
    yield "explanation"
    stage.furniture.show_keys()
    yield "keys"
    stage.furniture.open_palette()
    yield "palette"
    for menu in stage.furniture.menus:
        menu.popup(stage.window.mapToGlobal(stage.window.menuBar().actionGeometry(menu.menuAction()).bottomLeft()))
        yield f"menu-{stage.furniture.menus.index(menu) + 1}"
    CrashWindow(report_of(ZeroDivisionError("division by zero")), stage.window).open()
    yield "crash"


def steps_of_life(stage: Stage) -> Iterator[str]:
    """Trình, ban hành, đính chính, điều chỉnh."""
    commands = stage.tab.commands
    page = stage.open(BAC_GIANG)
    page.take(Act.ISSUE)
    yield "issue-refused"
    page.take(Act.SUBMIT)
    yield "submitted"
    page.desk.perform(
        change_set("Ghi số, ngày", [updated(page.desk.plan, number="12/KH-UBND", date="2021-01-05")], page.desk.plan_id)
    )
    page.take(Act.ISSUE)
    yield "issued-now"
    commands.acts[Act.ADJUST].trigger()
    yield "adjust"
    commands.acts[Act.CORRECT].trigger()
    yield "correct"


def nothing(stage: Stage) -> Iterator[str]:
    """A new data file: no plan at all, then one without lines, without findings."""
    yield "no-plan"
    stage.tab.commands.new.trigger()
    found = stage.window.findChild(NewPlanWindow)
    assert found is not None
    for name, words in (("province", "Cà Mau"), ("year_from", "2026"), ("year_to", "2027"), ("title", "Kế hoạch")):
        found.lines[name].setText(words)
    found.lines["code"].setText("CM-2026-2027")
    found.verb.click()
    stage.until(lambda: stage.tab.page is not None)
    page = stage.page
    page.take_focus()
    yield "no-lines"
    page.budget.go_to_findings()
    yield "no-findings"
    page.show_page(Page.TARGETS)
    yield "no-targets"
    page.show_page(Page.PAPER)
    yield "no-lines-paper"
    stage.tab.commands.backups.trigger()
    yield "no-backups"
    stage.tab.commands.compare.trigger()
    yield "nothing-to-compare"


def refused(stage: Stage) -> Iterator[str]:
    """A data file that cannot be opened."""
    yield "opening"
    stage.until(lambda: stage.window.findChild(OpeningFailed) is not None)
    yield "opening-failed"
