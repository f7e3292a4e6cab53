"""Section Tổ chức tư vấn as a clerk uses it: who has done what, the same pair again, selections, the way to records."""

from pytestqt.qtbot import QtBot

from nscl_desktop.domain.contracts import Contract
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.selection import Candidate, SelectionRound
from nscl_desktop.domain.supports import Dossier, StageStep
from nscl_desktop.ui.dossier_papers.paper_actions import ManyWindow, paper_actions
from nscl_desktop.ui.dossier_papers.paper_window import PaperWindow
from nscl_desktop.ui.enterprises.new_unit_window import NewUnitWindow
from nscl_desktop.ui.rounds.round_windows import NewRoundWindow
from nscl_desktop.ui.tabs.consultants import ConsultantsTab
from tests.enterprises.registers import unit
from tests.ui.offices import MemoryOffice, fill
from tests.ui.windows import Opened, in_front, refusals, rest, text, wishes


def stored() -> list[Record]:
    """Two consultants: one named by the register alone, one by dossiers, twice for the same unit."""
    return [
        unit("u1", "Công ty An Phát"), unit("u2", "Công ty Bình Minh"),
        Enterprise(id="tv1", name="Trung tâm Năng suất Phía Nam", phone="028 3930 1111", kind="joint_stock"),
        Enterprise(id="tv2", name="Viện Tư vấn Chất lượng", kind="consultant"),
        Dossier(id="d1", enterprise_id="u1", code="HS-01", title="5S", year=2024, consultant_id="tv1", state="done"),
        Dossier(id="d2", enterprise_id="u1", code="HS-02", title="TCVN ISO 9001", year=2026, consultant_id="tv1"),
        Dossier(id="d3", enterprise_id="u2", code="", title="Lean", year=2025, consultant_id="tv1", state="ended"),
        StageStep(id="s1", dossier_id="d2", stage="contracted", done_on="2026-05-05"),
        Contract(id="k1", dossier_id="d1", number="1/HĐ", value=70_000_000, accepted_value=70_000_000, party_id="tv1"),
        Contract(id="k2", dossier_id="d2", number="2/HĐ", value=50_000_000, party_id="tv1"),
        SelectionRound(id="r", name="Tuyển chọn tư vấn 2026", purpose="consultants", held_on="2026-02-20"),
        Candidate(id="c", round_id="r", enterprise_id="tv1", result="chosen"),
        Candidate(id="e", round_id="r", enterprise_id=None),
    ]  # fmt: skip


def tab_of(window: Opened, qtbot: QtBot) -> ConsultantsTab:
    tab = in_front(window, "enterprises", ConsultantsTab(window.around), qtbot)
    tab.come_in_front()
    rest(window, qtbot)
    return tab


def test_a_consultant_shows_its_work_and_the_pair_that_comes_again(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    fill(office, *stored())
    tab = tab_of(window, qtbot)
    assert [tab.list.item(at).text() for at in range(tab.list.count())] == [
        "Trung tâm Năng suất Phía Nam", "Viện Tư vấn Chất lượng",
    ]  # fmt: skip
    page = tab.page
    assert page.title.text() == "Trung tâm Năng suất Phía Nam"
    assert page.pairs.text() == "⚠ Công ty An Phát làm việc với tổ chức này 2 lần: HS-01 (2024), HS-02 (2026)."
    assert [text(page.dossiers, at, 1) for at in range(3)] == ["HS-02", "", "HS-01"]
    assert text(page.dossiers, 0, 4) == "Hợp đồng"
    assert text(page.dossiers, 1, 4) == "Chấm dứt"
    assert text(page.dossiers, 2, 6) == "70.000.000"
    assert text(page.rounds, 0, 2) == "Được chọn"
    wanted = wishes(window)
    page.dossiers.cellActivated.emit(0, 0)
    page.rounds.cellActivated.emit(0, 0)
    page.open_unit.click()
    assert wanted == [("dossier", "d2"), ("selection_round", "r"), ("enterprise", "tv1")]
    tab.search.setText("vien")
    assert page.title.text() == "Viện Tư vấn Chất lượng"
    assert not page.pairs.isVisible()
    assert page.no_dossiers.isVisible()


def test_an_empty_register_teaches_and_takes_a_consultant(window: Opened, qtbot: QtBot) -> None:
    tab = tab_of(window, qtbot)
    assert tab.nothing.isVisible()
    tab.make_new()
    new = tab.widget().findChildren(NewUnitWindow)[0]
    assert new.kind.currentText() == "Tổ chức tư vấn"
    new.name.setText("Viện Tư vấn Chất lượng")
    new.verb.click()
    qtbot.waitUntil(lambda: tab.page.title.text() == "Viện Tư vấn Chất lượng")
    tab.make_round()
    window_of_round = tab.widget().findChildren(NewRoundWindow)[0]
    assert window_of_round.purpose.currentText() == "Tổ chức tư vấn"
    wanted: list[str] = []
    window.around.voice.record_wanted.connect(lambda entity, _: wanted.append(entity))
    window_of_round.name.setText("Tuyển chọn 2026")
    window_of_round.verb.click()
    qtbot.waitUntil(lambda: wanted == ["selection_round"])


def test_many_dossiers_are_ticked_and_printed_together(window: Opened, qtbot: QtBot, office: MemoryOffice) -> None:
    fill(office, *stored())
    rows = [("d1", "Công ty An Phát · HS-01"), ("d2", "Công ty An Phát · HS-02"), ("d3", "Công ty Bình Minh")]
    one, many = paper_actions(window.window, window.around, lambda: "", lambda: rows)
    refused = refusals(window)
    one.trigger()
    assert "Chưa chọn hồ sơ nào" in refused[0]
    many.trigger()
    chooser = window.window.findChildren(ManyWindow)[0]
    chooser.dossiers.search.setText("an phat")
    chooser.every.click()
    assert chooser.about.text() == "Đã chọn 2 hồ sơ."
    chooser.verb.click()
    qtbot.waitUntil(lambda: bool(window.window.findChildren(PaperWindow)))
    papers = window.window.findChildren(PaperWindow)[0]
    qtbot.waitUntil(lambda: [each.key for each in papers.sheet.subjects] == ["d1", "d2"])
    papers.reject()
