"""A round's forms and lists without widgets, what its plan has left, and the points of several judges."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.dossiers.whole import gather
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.selection import Candidate, Criterion, SelectionRound
from nscl_desktop.presenters.dossier_office import PlanUse
from nscl_desktop.presenters.round_office import OpenRound
from nscl_desktop.presenters.round_scores import ScoreGrid, line_words, rank_rows
from nscl_desktop.presenters.round_sheet import CandidateList, CriterionList, RoundForm, RoundSheet, left_in_plan
from nscl_desktop.services import round_parts as parts
from nscl_desktop.services.desk import Desk
from tests.dossiers.small_dossiers import KINDS, TOOL, UNITS, dossier, item, money
from tests.ui.offices import sample_office

CRITERIA = (
    Criterion(id="n", round_id="r", position="a0", name="Cần thiết", most_points=Decimal(60)),
    Criterion(id="b", round_id="r", position="a1", name="Năng lực"),
)
CANDIDATES = (
    Candidate(id="c1", round_id="r", enterprise_id="dn1", dossier_id="a", asked=70_000_000),
    Candidate(id="c2", round_id="r", enterprise_id="dn2"),
    Candidate(id="c3", round_id="r", is_eligible=False, why_not="Thiếu phiếu"),
)


class Drawer:
    """Takes every step and keeps none: these tests look at the desk alone."""

    def submit(self, change_set: ChangeSet) -> None:
        """Nothing is stored."""


def sheet_of(*records: Record, purpose: str = "beneficiaries") -> RoundSheet:
    selection = SelectionRound(id="r", name="Đợt 1", purpose=purpose)
    desk = Desk(Book([selection, *CRITERIA, *CANDIDATES, dossier("a"), *records]), "r", Drawer())
    return RoundSheet(OpenRound(desk, UNITS, {}, KINDS))


def test_fields_of_the_round_are_typed_and_a_refused_text_stays_with_its_sentence() -> None:
    sheet = sheet_of()
    form = RoundForm(sheet, ("name", "purpose", "quota", "plan_id"), {"plan_id": (("p", "TN-2021"),)})
    form.enter("quota", "4")
    assert sheet.selection.quota == Decimal(4)
    with pytest.raises(InputError):
        form.enter("quota", "bốn")
    assert (form.field("quota").text, bool(form.field("quota").error)) == ("bốn", True)
    form.enter("plan_id", "p")
    assert form.stored("plan_id") == "p"
    form.known_offers["plan_id"] = ()
    assert form.offers("plan_id") == [("", "—"), ("p", "(không còn trong tệp)")]
    assert dict(form.offers("purpose"))["consultants"] == "Tổ chức tư vấn"
    form.enter("plan_id", "")
    assert sheet.selection.plan_id is None
    assert form.record_id == "r"
    sheet.desk.perform(parts.remove(sheet.desk.book, sheet.selection, sheet.selection))
    assert not form.field("name").is_open
    with pytest.raises(InputError, match="đã bị xóa"):
        form.enter("name", "x")


def test_criteria_are_added_named_moved_and_deleted() -> None:
    sheet = sheet_of()
    criteria = CriterionList(sheet)
    key = criteria.add()
    fresh = next(each for each in criteria.records() if each.id == key)
    criteria.enter(fresh, criteria.specs[0], "  Cam kết ")
    assert [criteria.text(each, criteria.specs[0]) for each in criteria.records()] == [
        "Cần thiết",
        "Năng lực",
        "Cam kết",
    ]
    criteria.move(criteria.records()[2], -1)
    criteria.move(criteria.records()[0], -1)
    criteria.move(criteria.records()[0], 1)
    assert [criteria.text(each, criteria.specs[0]) for each in criteria.records()] == [
        "Cam kết",
        "Cần thiết",
        "Năng lực",
    ]
    assert criteria.delete(criteria.records()[0]) == "Đã xóa tiêu chí “Cam kết” ở đợt “Đợt 1”"
    assert criteria.offers(criteria.specs[0]) == ()
    assert criteria.delete(sheet.selection) == ""


def test_candidates_are_told_apart_by_what_speaks_against_them() -> None:
    sheet = sheet_of()
    candidates = CandidateList(sheet)
    names = {each.id: sheet.name_of(each) for each in sheet.candidates()}
    assert names == {"c1": "Công ty TNHH Bột mì Tây Ninh", "c2": "Hợp tác xã Rau sạch", "c3": "(chưa chọn đơn vị)"}
    by_key = {each.id: each for each in sheet.candidates()}
    assert sheet.dossier_of(by_key["c1"]) == "A"
    assert sheet.doubts_of(by_key["c3"]) == ("Chưa chọn đơn vị trong danh bạ.",)
    of_offers = sheet_of(purpose="consultants")
    assert of_offers.doubts_of(by_key["c1"]) == ()
    assert of_offers.doubts_of(by_key["c3"]) == ("Chưa chọn đơn vị trong danh bạ.",)
    candidates.enter(by_key["c2"], candidates.specs[0], "50.000.000")
    assert candidates.text(sheet.candidates()[2], candidates.specs[0]) == "50.000.000"
    assert candidates.delete(sheet.candidates()[2]) == "Đã xóa đơn vị dự xét ở đợt “Đợt 1”"
    assert candidates.add() == ""
    candidates.move(by_key["c1"], 1)
    assert candidates.offers(candidates.specs[0]) == ()
    assert [each.id for each in candidates.records()] == ["c3", "c1"]


def test_points_are_given_by_judges_who_may_be_renamed() -> None:
    sheet = sheet_of()
    grid = ScoreGrid(sheet)
    assert [each.id for each in grid.rows()] == ["c1", "c2"]
    grid.add_judge("An")
    assert grid.missing() == "An còn 4 ô chưa chấm."
    grid.rename_judge("Bình")
    assert (grid.judges(), grid.judge) == (("Bình",), "Bình")
    grid.enter(0, 0, [["50", "30,5"], ["40", ""]])
    grid.follow()
    assert [grid.total(each) for each in grid.rows()] == ["80,5", "40"]
    with pytest.raises(InputError, match="rộng hơn bảng điểm"):
        grid.enter(1, 1, [["1", "2"]])
    grid.rename_judge("Hà")
    grid.follow()
    assert grid.judges() == ("Hà",)
    grid.judge = ""
    assert [grid.total(each) for each in grid.rows()] == ["80,50", "40,00"]
    assert grid.text(grid.rows()[0], grid.columns()[1]) == "30,50"
    assert grid.missing() == ""
    with pytest.raises(InputError, match="Điểm trung bình được tính"):
        grid.enter(0, 0, [["1"]])


def test_the_order_says_where_the_line_lies_and_what_is_not_scored() -> None:
    sheet = sheet_of()
    assert "chưa có vạch" in line_words(sheet)
    form = RoundForm(sheet, ("quota", "money"))
    form.enter("quota", "1")
    form.enter("money", "100.000.000")
    assert line_words(sheet) == (
        "1 đơn vị trên vạch; còn lại 0 chỉ tiêu và 30.000.000 đồng."
        " 2 đơn vị bằng điểm ở vạch: chọn từng đơn vị và ghi lý do."
    )
    rows = rank_rows(sheet)
    assert rows[0].texts[5] == "Chưa chấm: Cần thiết, Năng lực; Bằng điểm"
    assert rows[2].texts == ("-", "(chưa chọn đơn vị)", "0,00", "", "Chưa xét", "Thiếu phiếu")
    for each in sheet.candidates():
        sheet.desk.perform(parts.remove(sheet.desk.book, sheet.selection, each))
    assert line_words(sheet) == "Chưa có đơn vị dự xét; thêm ở trang Đơn vị dự xét."


def test_what_a_line_of_the_plan_has_left_follows_its_dossiers() -> None:
    """Tây Ninh III.3: 4 công cụ at 70 triệu; one dossier takes one of them and 70 triệu."""
    office = sample_office("TN-2021")
    row: PlanRow = office.shelf.plans()[0]
    budget = Budget(office.shelf.book(row.id), row.id)
    tools = next(line for _, line in budget.tree.walk() if budget.total(line.id) == 280_000_000)
    taken = gather([dossier("x"), item("x", TOOL), money("x", tools.id, 2021, "NSNN", 70_000_000)])
    quantity, left = left_in_plan(PlanUse(row, budget, taken), tools.id, KINDS)
    assert (quantity, left) == (Decimal(3), 210_000_000)
