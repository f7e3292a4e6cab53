"""Answers from Excel against the register: found by tax code, then by name; what is new, what changes, what is left."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.checklist_tree import ChecklistTree
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.inspections import (
    CHOICE,
    DRAFT,
    FINISHED,
    HEADING,
    IN_USE,
    NUMBER,
    PHOTO,
    SURVEY,
    TEXT,
    Answer,
    Checklist,
    Question,
    Visit,
)  # fmt: skip
from nscl_desktop.domain.survey_headings import FormRow
from nscl_desktop.exchange.sheet_rows import read_sheet_rows
from nscl_desktop.exchange.survey_workbook import survey_form
from nscl_desktop.services.survey_import import NEW_UNIT, SKIP, RowPlan, RowState, SurveyImport, SurveyOccasion
from nscl_desktop.services.survey_reading import SurveyLine, column_name, read_survey
from tests.inspections.sheets import q

QUESTIONS = (
    q("I", "", "a0", HEADING, text="Chung"),
    q("people", "I", "a0", NUMBER, text="Số lao động", unit="người", is_required=True),
    q("market", "I", "a1", CHOICE, text="Thị trường", options=("Trong tỉnh", "Xuất khẩu"), is_required=True),
    q("where", "I", "a2", TEXT, text="Nước nhập khẩu", asked_if="market", condition="Xuất khẩu"),
    q("photo", "I", "a3", PHOTO, text="Ảnh xưởng"),
    q("II", "", "a1", HEADING, text="Khác"),
    q("standard", "II", "a0", text="Đã công bố tiêu chuẩn"),
    q("same1", "II", "a1", TEXT, text="Ý kiến"),
    q("same2", "II", "a2", TEXT, text="Ý kiến"),
)
TREE = ChecklistTree(QUESTIONS)
LIST = Checklist(id="c", name="Khảo sát", purpose=SURVEY, state=IN_USE)
UNITS = (
    Enterprise(id="u1", name="Công ty TNHH Cơ khí Minh Đạt", tax_code="0100109106"),
    Enterprise(id="u2", name="Công ty Cổ phần Thực phẩm Phương Nam"),
    Enterprise(id="u3", name="Hợp tác xã Rau sạch Gò Dầu", merged_into="u2"),
)
OCCASION = SurveyOccasion("2026-07-01", None, "khao sat.xlsx")
HEAD = [
    "STT",
    "Mã số thuế",
    "Tên đơn vị",
    "Ngày",
    "I.1. Số lao động (người) *",
    "Thị trường",
    "Nước nhập khẩu",
    "Ghi chú",
]


def read(*rows: Sequence[str], above: Sequence[Sequence[str]] = ()) -> list[SurveyLine]:
    return list(read_survey([*above, HEAD, *rows], TREE).lines)


def book(*records: Visit | Answer) -> Book:
    return Book([LIST, *QUESTIONS, *records])


def plan(
    lines: Sequence[SurveyLine], made: Book | None = None, decisions: dict[int, str] | None = None
) -> tuple[RowPlan, ...]:
    return SurveyImport(made or book(), UNITS, "c").plan(lines, OCCASION, decisions)


def taken(lines: Sequence[SurveyLine], made: Book | None = None, decisions: dict[int, str] | None = None) -> ChangeSet:
    found = SurveyImport(made or book(), UNITS, "c")
    return found.step(found.plan(lines, OCCASION, decisions), OCCASION)


def applied(step: ChangeSet, made: Book | None = None) -> Book:
    after = Book([*(made or book()).records(), *UNITS])
    after.apply(step.changes)
    return after


def said(made: Book, visit_id: str) -> dict[str, str]:
    return {
        each.question_id or "": each.verdict or each.text or str(each.number)
        for each in made.table(Answer).values()
        if each.visit_id == visit_id
    }


ROW = ["1", "0100109106", "Cty Minh Đạt", "05/03/2026", "120", "Xuất khẩu", "Nhật", ""]


# -- reading ----------------------------------------------------------------------------------------------------------


def test_the_heading_is_found_below_a_title_and_columns_stand_in_any_order() -> None:
    above = [["PHIẾU KHẢO SÁT"], [], ["Năm 2026"]]
    (line,) = read(ROW, above=above)
    assert (line.row, line.tax_code, line.name, line.date) == (4, "0100109106", "Cty Minh Đạt", "2026-03-05")
    assert line.answers == {"people": "120", "market": "Xuất khẩu", "where": "Nhật"}
    shuffled = [["Thị trường", "Doanh nghiệp"], ["Trong tỉnh", "Phương Nam"]]
    (other,) = read_survey(shuffled, TREE).lines
    assert (other.name, other.answers) == ("Phương Nam", {"market": "Trong tỉnh"})


@pytest.mark.parametrize(
    "heading", ["Số lao động", "SỐ LAO ĐỘNG (người)", "1. Số lao động", "I.1. Số lao động *", "a) số lao động"]
)
def test_a_question_is_known_with_and_without_number_unit_and_mark(heading: str) -> None:
    (line,) = read_survey([["Tên đơn vị", heading], ["A", "5"]], TREE).lines
    assert line.answers == {"people": "5"}


def test_two_questions_of_the_same_words_are_told_apart_by_number_only() -> None:
    reading = read_survey([["Tên đơn vị", "Ý kiến", "II.3. Ý kiến"], ["A", "x", "y"]], TREE)
    assert reading.lines[0].answers == {"same2": "y"}
    assert reading.notes == ("Cột B “Ý kiến” không khớp câu hỏi nào nên không nhập.",)


def test_a_column_of_nothing_known_is_told_and_a_repeated_one_too() -> None:
    rows = [["STT", "Tên đơn vị", "Tên đơn vị", "Thị trường", "Thị trường", "Ghi chú"], ["1", "A", "B", "Trong tỉnh"]]
    reading = read_survey(rows, TREE)
    assert [note[:5] for note in reading.notes] == ["Cột C", "Cột E", "Cột F"]


def test_a_sheet_without_such_a_heading_is_refused() -> None:
    for rows in ([], [["Tên đơn vị", "Khác"]], [["Thị trường"], ["Trong tỉnh"]]):
        with pytest.raises(InputError, match="Không thấy dòng tiêu đề"):
            read_survey(rows, TREE)


def test_every_faulty_cell_is_told_with_its_address() -> None:
    lines = read(
        ["1", "", "A", "31/02/2026", "nhiều", "Sao Hỏa", "", ""], ["", "", "", "", "", "", "", ""],
        ["2", "", "B", "2026", "5", "", "", ""], ["3", "", "", "", "7", "", "", ""],
    )  # fmt: skip
    found = [[each.sentence.split(":")[0] for each in line.findings] for line in lines]
    assert found == [["Ô D2", "Ô E2", "Ô F2"], ["Ô D4"], ["Dòng 5"]]


def test_a_cell_that_excel_could_not_compute_is_told() -> None:
    reading = read_survey([["Tên đơn vị", "Số lao động"], ["A", "#REF!"]], TREE, [(1, 1, "Công thức báo lỗi #REF!.")])
    assert reading.lines[0].findings[0].sentence == "Ô B2: Công thức báo lỗi #REF!."


@pytest.mark.parametrize(("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (702, "AAA")])
def test_columns_are_named_as_in_excel(column: int, name: str) -> None:
    assert column_name(column) == name


# -- against the file -------------------------------------------------------------------------------------------------


def test_a_unit_is_found_by_its_tax_code_whatever_it_is_called() -> None:
    (found,) = plan(read(ROW))
    assert (found.state, found.unit_id, found.unit) == (RowState.NEW, "u1", UNITS[0].name)
    assert "trùng mã số thuế 0100109106" in found.why


def test_a_unit_without_code_is_found_by_its_name() -> None:
    (found,) = plan(read(["1", "", "CTCP Thực phẩm Phương Nam", "", "5", "Trong tỉnh", "", ""]))
    assert (found.state, found.unit_id) == (RowState.NEW, "u2")


def test_a_row_in_doubt_waits_for_a_decision() -> None:
    lines = read(["1", "", "Cty Cơ khí Minh Đạt", "", "5", "Trong tỉnh", "", ""])
    (found,) = plan(lines)
    assert (found.state, found.unit_id, found.candidates) == (RowState.SKIP, "", ("u1",))
    assert "hãy chọn đơn vị" in found.why
    assert plan(lines, decisions={1: "u1"})[0].unit_id == "u1"
    fresh = plan(lines, decisions={1: NEW_UNIT})[0]
    assert (fresh.state, fresh.unit_id, fresh.unit) == (RowState.NEW, "", "Cty Cơ khí Minh Đạt")
    assert plan(lines, decisions={1: SKIP})[0].why == "bỏ qua theo lựa chọn"


def test_an_unknown_code_without_a_name_makes_no_unit() -> None:
    (found,) = plan(read(["1", "3900244389", "", "", "5", "Trong tỉnh", "", ""]))
    assert (found.state, found.findings[-1].sentence.split(":")[0]) == (RowState.SKIP, "Dòng 2")


def test_a_unit_stands_in_a_file_once() -> None:
    new = ["3", "", "Cơ sở bánh tráng Út Lan", "", "3", "Trong tỉnh", "", ""]
    found = plan(read(ROW, ROW, new, new))
    assert [each.state for each in found] == [RowState.NEW, RowState.SKIP, RowState.NEW, RowState.SKIP]
    assert found[1].why == "cùng đơn vị với dòng 2"


def test_a_row_with_a_faulty_cell_is_left_out_whole() -> None:
    (found,) = plan(read([*ROW[:4], "nhiều", *ROW[5:]]))
    assert (found.state, found.why, len(found.findings)) == (RowState.SKIP, "có chỗ phải sửa trong tệp", 1)


def test_what_is_not_asked_and_what_is_lacking_is_told_but_holds_nothing_up() -> None:
    (found,) = plan(read(["1", "0100109106", "", "", "", "Trong tỉnh", "Nhật", ""]))
    assert found.state is RowState.NEW
    assert [each.sentence for each in found.findings] == [
        "Dòng 2: câu I.3 không thuộc diện được hỏi nên không tính vào tổng hợp.",
        "Dòng 2: chưa trả lời câu bắt buộc I.1; phiếu chưa đủ được giữ ở dạng nháp.",
    ]


# -- taking in --------------------------------------------------------------------------------------------------------


def test_a_new_unit_and_its_answers_are_one_step_that_is_undone_whole() -> None:
    start = book()
    step = taken(read(["1", "3900244389", "Cơ sở bánh tráng Út Lan", "", "3", "Trong tỉnh", "", ""]), start)
    assert step.words == "Nhập 1 phiếu khảo sát từ Excel"
    after = applied(step, start)
    (unit,) = [each for each in after.table(Enterprise).values() if each.name == "Cơ sở bánh tráng Út Lan"]
    (visit,) = after.table(Visit).values()
    assert (unit.tax_code, visit.enterprise_id, visit.date, visit.state) == (
        "3900244389", unit.id, "2026-07-01", FINISHED,
    )  # fmt: skip
    assert said(after, visit.id) == {"people": "3", "market": "Trong tỉnh"}
    after.apply(step.inverted("Hoàn tác").changes)
    assert set(after.records()) == {*start.records(), *UNITS}


def test_answers_that_lack_a_required_one_stay_a_draft() -> None:
    after = applied(taken(read(["1", "0100109106", "", "", "", "Trong tỉnh", "", ""])))
    assert [each.state for each in after.table(Visit).values()] == [DRAFT]


def test_the_same_row_again_changes_nothing() -> None:
    start = applied(taken(read(ROW)))
    (again,) = plan(read(ROW), start)
    assert (again.state, again.differing) == (RowState.SAME, ())
    assert not taken(read(ROW), start)


def test_a_draft_is_gone_on_with_and_empty_cells_take_nothing_away() -> None:
    start = applied(taken(read(["1", "0100109106", "", "", "", "Xuất khẩu", "Nhật", ""])))
    lines = read(["1", "0100109106", "", "", "80", "", "Hàn Quốc", ""])
    (found,) = plan(lines, start)
    assert found.state is RowState.UPDATE
    assert [tuple(each) for each in found.differing] == [
        ("I.1. Số lao động", "", "80 người"), ("I.3. Nước nhập khẩu", "Nhật", "Hàn Quốc"),
    ]  # fmt: skip
    assert found.findings == ()
    after = Book(start.records())
    after.apply(taken(lines, start).changes)
    (visit,) = after.table(Visit).values()
    assert visit.state == FINISHED
    assert said(after, visit.id) == {"people": "80", "market": "Xuất khẩu", "where": "Hàn Quốc"}


def test_a_finished_visit_is_corrected_by_a_new_version_with_its_reason() -> None:
    start = applied(taken(read(ROW)))
    (old,) = start.table(Visit).values()
    after = Book(start.records())
    after.apply(taken(read([*ROW[:4], "130", *ROW[5:]]), start).changes)
    fresh = next(each for each in after.table(Visit).values() if each.corrects == old.id)
    assert (fresh.version, fresh.state) == (2, FINISHED)
    assert fresh.correction_reason == "Nhập lại từ tệp “khao sat.xlsx”"
    assert (said(after, old.id)["people"], said(after, fresh.id)["people"]) == ("120", "130")
    assert plan(read([*ROW[:4], "130", *ROW[5:]]), after)[0].state is RowState.SAME


@pytest.mark.parametrize(
    ("date", "period", "state"),
    [("2026-01-15", None, RowState.UPDATE), ("2025-01-15", None, RowState.NEW), ("", None, RowState.UPDATE),
     ("2026-01-15", "dot-1", RowState.NEW)],
)  # fmt: skip
def test_a_visit_is_the_same_survey_within_its_period_else_within_its_year(
    date: str, period: str | None, state: RowState
) -> None:
    visit = Visit(id="v", enterprise_id="u1", checklist_id="c", date=date, inspection_plan_id=period)
    assert plan(read(ROW), book(visit, replace(visit, id="w", checklist_id="other")))[0].state is state


def test_within_a_period_any_year_is_the_same_survey() -> None:
    visit = Visit(id="v", enterprise_id="u1", checklist_id="c", date="2024-01-15", inspection_plan_id="dot-1")
    found = SurveyImport(book(visit), UNITS, "c")
    assert found.plan(read(ROW), replace(OCCASION, inspection_plan_id="dot-1"))[0].state is RowState.UPDATE
    assert found.unit_name("u1") == UNITS[0].name


def test_how_far_the_register_is_compared_is_told() -> None:
    many = [Enterprise(id=f"m{number}", name=f"Hộ kinh doanh {number}") for number in range(2001)]
    told: list[str] = []
    SurveyImport(book(), many, "c", told.append)
    assert told == ["Đối chiếu đơn vị 0/2.001", "Đối chiếu đơn vị 2.000/2.001"]


# -- the form ---------------------------------------------------------------------------------------------------------


def test_the_form_that_goes_out_comes_back_the_same(tmp_path: Path) -> None:
    start = applied(taken(read(ROW)))
    (visit,) = start.table(Visit).values()
    answers = {each.question_id or "": each for each in start.table(Answer).values()}
    standard = Answer(id="s", visit_id=visit.id, question_id="standard", verdict="failed")
    rows = [FormRow(UNITS[0], visit.date, {**answers, "standard": standard})]
    target = tmp_path / "phieu.xlsx"
    target.write_bytes(survey_form("Khảo sát", TREE, rows))
    (sheet,) = [each for each in read_sheet_rows(target) if each.name == "Phiếu khảo sát"]
    reading = read_survey(sheet.rows, TREE, sheet.troubles)
    assert reading.notes == ()
    (line,) = [each for each in reading.lines if each.answers]
    assert (line.tax_code, line.name, line.date) == ("0100109106", UNITS[0].name, "2026-03-05")
    assert line.answers == {"people": "120", "market": "Xuất khẩu", "where": "Nhật", "standard": "Chưa đạt"}


def test_the_form_offers_choices_and_keeps_figures_in_bounds() -> None:
    sheet = openpyxl.load_workbook(BytesIO(survey_form("Khảo sát", TREE, []))).worksheets[0]
    rules = {str(rule.sqref).split(":")[0]: rule for rule in sheet.data_validations.dataValidation}
    assert {place: rule.type for place, rule in rules.items()} == {"E5": "decimal", "F5": "list", "H5": "list"}
    headings = [cell.value for cell in sheet[4]]
    assert headings[4:] == [
        "I.1. Số lao động (người) *", "I.2. Thị trường *", "I.3. Nước nhập khẩu", "II.1. Đã công bố tiêu chuẩn",
        "II.2. Ý kiến", "II.3. Ý kiến",
    ]  # fmt: skip


def test_an_empty_form_holds_no_answers(tmp_path: Path) -> None:
    target = tmp_path / "phieu.xlsx"
    target.write_bytes(survey_form("Khảo sát", ChecklistTree(_with_hint()), []))
    (sheet,) = [each for each in read_sheet_rows(target) if each.name == "Phiếu khảo sát"]
    assert read_survey(sheet.rows, TREE).lines == ()


def _with_hint() -> list[Question]:
    return [replace(each, hint="Tính đến 31/12") for each in QUESTIONS]
