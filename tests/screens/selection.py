"""Scenes of the tab Doanh nghiệp: a selection round that was scored, and a messy list of units taken in."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.selection import Candidate, Criterion, Score, SelectionRound
from nscl_desktop.domain.supports import Dossier, DossierMoney, StageStep
from nscl_desktop.storage.opening import open_store
from nscl_desktop.ui.rounds.round_page import RoundPage
from nscl_desktop.ui.sectioned_tab import SectionedTab
from nscl_desktop.ui.tabs.enterprises import EnterprisesTab
from nscl_desktop.ui.unit_import.import_window import UnitImportWindow
from tests.enterprises.full_unit import UNIT
from tests.enterprises.messy_list import write_messy_list
from tests.enterprises.registers import unit, write
from tests.screens.stage import Stage

ENTERPRISES = 2
_NAMES = ("An Phát", "Bình Minh", "Sản xuất, Thương mại và Xuất nhập khẩu Nông sản sạch Cửu Long – Tây Ninh")
_CRITERIA = (("Sự cần thiết", 30), ("Năng lực của đơn vị, cam kết đối ứng", 40), ("Khả năng nhân rộng", 30))


def fill(data: Path) -> None:
    """Registered dossiers of four units, and a round in which two people gave points."""
    store = open_store(data)
    units = [UNIT, *(unit(f"u{at}", f"Công ty TNHH {name}") for at, name in enumerate(_NAMES))]
    records: list[Record] = [*units, SelectionRound(id="r", name="Đợt 1 năm 2026", quota=Decimal(2))]
    for at, (name, most) in enumerate(_CRITERIA):
        records.append(Criterion(id=f"k{at}", round_id="r", position=f"a{at}", name=name, most_points=Decimal(most)))
    for at, each in enumerate(units):
        key = f"h{at}"
        records += [
            Dossier(id=key, enterprise_id=each.id, code=f"HS-2026-0{at}", title="Áp dụng công cụ 5S", year=2026),
            DossierMoney(id=f"m{at}", dossier_id=key, position="a0", year=2026, source="NSNN", amount=70_000_000),
            StageStep(id=f"s{at}", dossier_id=key, stage="registered", done_on="2026-02-01"),
            Candidate(id=f"c{at}", round_id="r", enterprise_id=each.id, dossier_id=key, asked=70_000_000),
        ]
        for number, (_, most) in enumerate(_CRITERIA):
            for judge in ("Nguyễn Văn An", "Trần Thị Hà"):
                points = Decimal(most - 3 * at - len(judge) % 4)
                records.append(
                    Score(
                        id=f"p{at}{number}{judge[-1]}",
                        candidate_id=f"c{at}",
                        criterion_id=f"k{number}",
                        judge=judge,
                        points=points,
                    )
                )
    write(store, ChangeSet("Thêm", tuple(map(inserted, records))))
    store.close()


def rounds(stage: Stage) -> Iterator[str]:
    """Every page of a round, and the window that enters its decision."""
    page = stage.show("selection_round", "r", RoundPage)
    for number in range(page.pages.count()):
        page.pages.setCurrentIndex(number)
        stage.calm()
        yield f"round-{number + 1}"
    page.ranking.by_rank.click()
    page.ranking.decide.click()
    yield "round-decision"
    stage.section(ENTERPRISES, "Hồ sơ hỗ trợ")
    yield "round-dossiers"


def units_from_excel(stage: Stage) -> Iterator[str]:
    """A messy list: its columns, its rows, each with what speaks about it."""
    stage.section(ENTERPRISES, "Đơn vị")
    front = stage.window.current_tab
    assert isinstance(front, SectionedTab)
    section = front.sections[0].tab
    assert isinstance(section, EnterprisesTab)
    messy = write_messy_list(stage.home / "Danh sách đăng ký.xlsx")
    _window(stage, section, messy)
    yield "import-columns"
    window = _window(stage, section, messy)
    window.verb.click()
    stage.until(lambda: window.rows is not None)
    yield "import-rows"


def _window(stage: Stage, section: EnterprisesTab, path: Path) -> UnitImportWindow:
    section.imports.take(path)
    stage.until(lambda: bool(section.widget().findChildren(UnitImportWindow)))
    stage.calm()
    return section.widget().findChildren(UnitImportWindow)[-1]
