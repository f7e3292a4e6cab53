"""Pictures of the real window over the source plans: two for the README, and every screen for the eye of a reviewer.

`python3 dev.py shots` draws docs/pictures and out/shots, there each screen light and dark at 100, 125 and 150 per cent
of a laptop's screen; `python3 dev.py shots readme` only the former.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from nscl_desktop.app import Session, make_frame
from nscl_desktop.cli import main as command_line
from nscl_desktop.domain.changes import change_set, updated
from nscl_desktop.presenters.changed_places import Page
from nscl_desktop.presenters.plan_making import WAYS, Way
from nscl_desktop.presenters.plan_sheet import Act
from nscl_desktop.reports.pages import PageRenderer
from nscl_desktop.ui.application import make_application
from nscl_desktop.ui.crash_window import CrashWindow
from nscl_desktop.ui.dialogs.new_plan_window import NewPlanWindow
from nscl_desktop.ui.failures import report_of
from nscl_desktop.ui.furniture import Furniture
from nscl_desktop.ui.main_window import MainWindow
from nscl_desktop.ui.opening_failed import OpeningFailed
from nscl_desktop.ui.operations import Operations
from nscl_desktop.ui.plan_page import PlanPage
from nscl_desktop.ui.tabs.plans import PlansTab

ROOT = Path(__file__).resolve().parent.parent
PICTURES, GALLERY = ROOT / "docs" / "pictures", ROOT / "out" / "shots"
OFFSCREEN = ROOT / "tests" / "offscreen.json"
PLATFORM = {"QT_QPA_PLATFORM": f"offscreen:configfile={OFFSCREEN}", "QT_LOGGING_RULES": "*=false"}
PERSON = {"LOGNAME": "Nguyễn Thị Hà"}
SCALES = ("1", "1.25", "1.5")
SCREEN, TASK_BAR, TITLE_BAR = (1366, 768), 40, 31
PATIENCE = 60.0  # seconds
PAGE_SCALE = 1.25  # pixels for a point
SHOWN_FINDING = 0
TABLE = (
    "TT\tNội dung\tĐVT\tSố lượng\tĐơn giá\tKinh phí\n"
    "I\tĐào tạo\t\t\t\t30.000.000\n"
    "1\tMở lớp tập huấn công cụ 5S cho doanh nghiệp\tlớp\t2\t15.000.000\t30.000.000\n"
    "2\tIn tài liệu\tbộ\tmột trăm\t50.000\t5.000.000\n"
    "\tTổng cộng\t\t\t\t36.000.000\n"
)
LONG = "Kế hoạch thực hiện Chương trình quốc gia hỗ trợ doanh nghiệp nâng cao năng suất và chất lượng sản phẩm; "
BAC_GIANG, BINH_DUONG, TAY_NINH = "Bắc Giang 2021-2025", "Bình Dương 2021-2030", "Tây Ninh 2021"


class Stage:
    """The program over one data file, from its first paint to its end."""

    def __init__(self, application: QApplication, folder: Path, data: Path, scheme: str) -> None:
        frame = make_frame(application, folder)
        frame.theme.set_scheme(scheme)
        self._session = Session(frame, data)
        self.window: MainWindow = frame.window
        self.window.painted.connect(lambda: QTimer.singleShot(0, self._session.open))
        self.window.show()

    @property
    def furniture(self) -> Furniture:
        """Menus, status bar, toast."""
        furniture = self._session.furniture
        assert furniture is not None
        return furniture

    @property
    def tab(self) -> PlansTab:
        """Tab Kế hoạch."""
        tab = self.window.current_tab
        assert isinstance(tab, PlansTab)
        return tab

    @property
    def page(self) -> PlanPage:
        """The open plan."""
        assert self.tab.page is not None
        return self.tab.page

    def open(self, name: str) -> PlanPage:
        """Bring a plan in front; its page."""
        self.until(self.is_open)
        plan_id = next(entry.plan_id for entry in self.tab.plans.entries() if entry.name == name)
        self.until(lambda: self.tab.page is not None)
        self.tab.open(plan_id)
        self.until(lambda: self.tab.page is not None and self.page.desk.plan_id == plan_id)
        return self.page

    def is_open(self) -> bool:
        """Whether the data file is open."""
        return self.window.current_tab is not None

    def until(self, condition: Callable[[], bool]) -> None:
        """Let the program live until something holds."""
        pulse, end = QTimer(), time.monotonic() + PATIENCE
        pulse.start(10)
        while not condition():
            assert time.monotonic() < end, "the window never got so far"
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def calm(self) -> None:
        """Wait until nothing moves: all work is done and everything is painted."""
        for _ in range(3):
            self.window.grab()
            QApplication.processEvents()
            self.until(lambda: not any(each.is_busy for each in self._session.findChildren(Operations)))

    def picture(self) -> QPixmap:
        """The window with what stands over it."""
        self.calm()
        whole = self.window.grab()
        painter = QPainter(whole)
        for above in self._above():
            at = above.pos() - self.window.pos() if isinstance(above, QMenu) else self._middle(above)
            painter.fillRect(above.rect().translated(at).adjusted(-1, -1, 1, 1), QColor("#808080"))
            painter.drawPixmap(at, above.grab())
        painter.end()
        return whole

    def _above(self) -> list[QWidget]:
        return [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not self.window]

    def _middle(self, dialog: QWidget) -> QPoint:
        room = self.window.size() - dialog.size()
        if min(room.width(), room.height()) < 0:
            print(f"   {type(dialog).__name__} {dialog.size().toTuple()} is larger than the screen")
        return QPoint(max(room.width() // 2, 0), max(room.height() // 2, 0))

    def clear(self) -> None:
        """Close what stands over the window."""
        for above in self._above():
            above.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def end(self) -> None:
        """Close the window."""
        self.clear()
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


# --- scenes: each sets the stage and yields the name of its picture -----------------------------------------------


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


Scene = Callable[[Stage], Iterator[str]]
SCENES: tuple[Scene, ...] = (pages, other_plans, dialogs, steps_of_life, nothing, refused)


# --- drawing ------------------------------------------------------------------------------------------------------


def stage_for(application: QApplication, folder: Path, scene: Scene | None, scheme: str) -> Stage:
    """The program over the file that a scene plays in."""
    data = folder / "nscl.db"
    os.environ["NSCL_HOME"] = str(folder)
    if scene is refused:
        data.write_bytes(b"This is no data file. " * 200)
    elif scene is not nothing:
        with redirect_stdout(StringIO()):
            command_line(["sample", "--data", str(data)])
    return Stage(application, folder, data, scheme)


def draw_gallery(scheme: str, scale: float) -> None:
    """Every scene in one scheme at one scale, in a window as large as the screen lets it be."""
    application = make_application(["nscl-desktop"])
    target = GALLERY / f"{scheme}-{scale * 100:.0f}"
    target.mkdir(parents=True, exist_ok=True)
    for scene in SCENES:
        with TemporaryDirectory() as folder:
            stage = stage_for(application, Path(folder), scene, scheme)
            stage.window.resize(int(SCREEN[0] / scale), int((SCREEN[1] - TASK_BAR) / scale) - TITLE_BAR)
            if scene is not refused:
                stage.until(stage.is_open)
            for name in scene(stage):
                stage.picture().save(str(target / f"{name}.png"))
                stage.clear()
            stage.end()
    print(f"{target.relative_to(ROOT)}: {len(list(target.glob('*.png')))} pictures")


def draw_readme() -> None:
    """The window with a finding at its line, and the first page of a plan's appendix as it is printed."""
    application = make_application(["nscl-desktop"])
    with TemporaryDirectory() as folder:
        stage = stage_for(application, Path(folder), None, "light")
        stage.window.resize(*SCREEN)
        budget = stage.open(BAC_GIANG).budget
        budget.go_to_findings()
        budget.findings.list.setCurrentRow(SHOWN_FINDING)
        budget.findings.go.click()
        stage.picture().save(str(PICTURES / "window.png"))
        stage.end()
        page = Path(folder) / "page.pdf"
        with redirect_stdout(StringIO()):
            command_line(["appendix", "TN-2021", "--data", str(Path(folder) / "nscl.db"), "-o", str(page)])
        image = PageRenderer(page.read_bytes()).render(0, PAGE_SCALE).result()
        paper = QImage(image.pixels, image.width, image.height, image.stride, QImage.Format.Format_RGB32)
        paper.save(str(PICTURES / "page.png"))
    print(f"{PICTURES.relative_to(ROOT)}: window.png, page.png")


def main(arguments: list[str]) -> int:
    """Draw what is asked for; each scheme and scale in a process of its own, since Qt scales only as it starts."""
    os.environ.update(PLATFORM | PERSON)
    if arguments[:1] == ["gallery"]:
        draw_gallery(arguments[1], float(arguments[2]))
        return 0
    draw_readme()
    if arguments != ["readme"]:
        for scheme in ("light", "dark"):
            for scale in SCALES:
                again = [sys.executable, "-m", "tests.screenshots", "gallery", scheme, scale]
                subprocess.run(again, check=True, cwd=ROOT, env={**os.environ, "QT_SCALE_FACTOR": scale})
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
