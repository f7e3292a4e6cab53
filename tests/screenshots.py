"""Pictures of the real window over the source plans: two for the README, and every screen for the eye of a reviewer.

`python3 dev.py shots` draws docs/pictures and out/shots, there each screen light and dark at 100, 125 and 150 per cent
of a laptop's screen; `python3 dev.py shots readme` only the former. `python -m tests.screenshots gallery dark 1.5
"Kiểm tra"` (with QT_SCALE_FACTOR=1.5) draws the scenes of one tab.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from nscl_desktop.cli import main as command_line
from nscl_desktop.reports.pages import PageRenderer
from nscl_desktop.ui.application import make_application
from tests.screens import (
    awards,
    demo_year,
    everyday,
    inspections,
    ledger,
    overview,
    packages,
    plans,
    registers,
    reporting,
    selection,
    training,
    work,
)
from tests.screens.stage import Stage

ROOT = Path(__file__).resolve().parent.parent
PICTURES, GALLERY = ROOT / "docs" / "pictures", ROOT / "out" / "shots"
OFFSCREEN = ROOT / "tests" / "offscreen.json"
PLATFORM = {"QT_QPA_PLATFORM": f"offscreen:configfile={OFFSCREEN}", "QT_LOGGING_RULES": "*=false"}
PERSON = {"LOGNAME": "Nguyễn Thị Hà"}
SCALES = ("1", "1.25", "1.5")
SCREEN, TASK_BAR, TITLE_BAR = (1366, 768), 40, 31
PAGE_SCALE = 1.25  # pixels for a point
SHOWN_FINDING = 0

Scene = Callable[[Stage], Iterator[str]]
SCENES: dict[str, tuple[Scene, ...]] = {
    "Tổng quan": (overview.overview, overview.nothing),
    "Kế hoạch": (plans.pages, plans.other_plans, plans.dialogs, plans.steps_of_life, plans.nothing, plans.refused),
    "Doanh nghiệp, Kiểm tra": (
        registers.units, registers.other_records, registers.all_sections, registers.empty_sections,
        registers.files_and_copies,
    ),
    "Xét chọn, nhập Excel": (selection.rounds, selection.units_from_excel),
    "Kiểm tra": (inspections.visits, inspections.entry, inspections.other_sections),
    "Đào tạo": (training.courses, training.people_and_clubs, training.experts),
    "Giải thưởng": (awards.award_round, awards.praise_and_rules),
    "Thực hiện": (work.doing,),
    "Sổ kinh phí": (ledger.ledger,),
    "Báo cáo": (reporting.reporting, reporting.growth, reporting.money_tables),
    "Gói dữ liệu": (packages.work_out_and_back,),
    "Hằng ngày": (everyday.everyday,),
    "Năm mẫu": (demo_year.overview, demo_year.sections, demo_year.records),
}  # fmt: skip
"""By tab; a new screen is a scene of its own in tests/screens, which sets the stage and yields names of pictures."""
NEW_FILES = (plans.nothing, registers.empty_sections, overview.nothing)
"""Scenes that play in a new file."""
FILLED = {
    "Tổng quan": overview.fill,
    "Xét chọn, nhập Excel": selection.fill, "Kiểm tra": inspections.fill, "Thực hiện": work.fill,
    "Đào tạo": training.fill, "Giải thưởng": awards.fill, "Sổ kinh phí": ledger.fill,
    "Báo cáo": reporting.fill,
    "Gói dữ liệu": packages.fill, "Hằng ngày": everyday.fill, "Năm mẫu": demo_year.fill,
}  # fmt: skip
"""What the scenes find in their file beside the sample plans."""


# --- drawing ------------------------------------------------------------------------------------------------------


def stage_for(application: QApplication, folder: Path, scene: Scene | None, scheme: str) -> Stage:
    """The program over the file that a scene plays in."""
    data = folder / "nscl.db"
    os.environ["NSCL_HOME"] = str(folder)
    if scene is plans.refused:
        data.write_bytes(b"This is no data file. " * 200)
    elif scene not in NEW_FILES:
        with redirect_stdout(StringIO()):
            command_line(["sample", "--data", str(data)])
    if scene in SCENES["Doanh nghiệp, Kiểm tra"] and scene not in NEW_FILES:
        registers.fill(data)
    for tab, fill in FILLED.items():
        if scene in SCENES[tab] and scene not in NEW_FILES:
            fill(data)
    return Stage(application, folder, data, scheme)


def draw_gallery(scheme: str, scale: float, tabs: Collection[str] = SCENES) -> None:
    """Every scene of some tabs in one scheme at one scale, in a window as large as the screen lets it be."""
    application = make_application(["nscl-desktop"])
    target = GALLERY / f"{scheme}-{scale * 100:.0f}"
    target.mkdir(parents=True, exist_ok=True)
    for scene in (each for tab, scenes in SCENES.items() for each in scenes if tab in tabs):
        with TemporaryDirectory() as folder:
            stage = stage_for(application, Path(folder), scene, scheme)
            stage.window.resize(int(SCREEN[0] / scale), int((SCREEN[1] - TASK_BAR) / scale) - TITLE_BAR)
            if scene is not plans.refused:
                stage.until(stage.is_open)
            for name in scene(stage):
                stage.picture().save(str(target / f"{name}.png"))
                stage.clear()
            stage.end()
            for remark in stage.remarks:
                print(f"   {remark}")
    print(f"{target.relative_to(ROOT)}: {len(list(target.glob('*.png')))} pictures")


def draw_readme() -> None:
    """The window with a finding at its line, and the first page of a plan's appendix as it is printed."""
    application = make_application(["nscl-desktop"])
    with TemporaryDirectory() as folder:
        stage = stage_for(application, Path(folder), None, "light")
        stage.window.resize(*SCREEN)
        budget = stage.open(plans.BAC_GIANG).budget
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
        draw_gallery(arguments[1], float(arguments[2]), arguments[3:] or SCENES)
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
