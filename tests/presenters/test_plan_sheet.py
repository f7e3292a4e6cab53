"""The open plan: its heading, which steps its state allows, what each state has closed, going back by name."""

from functools import partial

import pytest

from nscl_desktop.domain.findings import Severity
from nscl_desktop.domain.plans import DRAFT, ISSUED, REPLACED, SUBMITTED, Plan
from nscl_desktop.presenters.budget_grid import BudgetGrid
from nscl_desktop.presenters.finding_list import FindingList
from nscl_desktop.presenters.grid_typing import GridTyping
from nscl_desktop.presenters.plan_sheet import ACT_WORDS, Act, PlanSheet, number_of, title_of
from nscl_desktop.presenters.record_form import RecordForm
from nscl_desktop.services import plan_life
from nscl_desktop.services.workspace import PlanDesk
from tests.presenters.desks import Written, cell, drafted, in_state, refused, sample_desk, section, small_plan
from tests.presenters.screens import place


def draft() -> PlanDesk:
    return small_plan(section("I", "I", "Đào tạo"), cell("I", 2022, amount=5), cell("I", 2023, amount=6))


def signed(desk: PlanDesk) -> PlanDesk:
    """With the number and date that the registry gave."""
    form = RecordForm(desk, Plan, ("number", "date"), desk.plan_id)
    form.enter("number", "12/KH-UBND")
    form.enter("date", "24/11/2021")
    return desk


def test_the_heading_names_document_province_and_years() -> None:
    assert PlanSheet(sample_desk("TN-2021")).title == "Kế hoạch 950/KH-UBND · Tây Ninh · 2021"
    assert PlanSheet(sample_desk("BG-2021-2025")).title.endswith("· Bắc Giang · 2021-2025")
    assert title_of(Plan(id="a", code="A", title="Thử", doc_kind="Quyết định")) == "Quyết định (chưa có số)"


@pytest.mark.parametrize(
    ("number", "said"), [("950/KH-UBND", "950/KH-UBND"), ("/KH-UBND", "…/KH-UBND"), ("", "(chưa có số)")]
)
def test_a_number_that_lacks_its_figure_shows_the_gap(number: str, said: str) -> None:
    assert number_of(number) == said


@pytest.mark.parametrize(
    ("status", "words", "acts", "lock"),
    [
        (DRAFT, "Nháp", (Act.SUBMIT, Act.ISSUE), ""),
        (SUBMITTED, "Đã trình", (Act.WITHDRAW, Act.ISSUE), "rút về nháp để sửa số"),
        (ISSUED, "Đã ban hành", (Act.CORRECT, Act.ADJUST), "Đính chính nếu chỉ sai chữ; điều chỉnh nếu thay đổi số"),
        (REPLACED, "Bị thay thế", (), "chỉ để tra cứu"),
    ],
)
def test_each_state_allows_its_steps_and_says_what_it_has_closed(
    status: str, words: str, acts: tuple[Act, ...], lock: str
) -> None:
    sheet = PlanSheet(in_state(draft(), status))
    assert (sheet.status, sheet.status_words, sheet.acts) == (status, words, acts)
    assert lock in sheet.lock_words
    assert bool(sheet.lock_words) == (status != DRAFT)
    assert set(acts) <= set(ACT_WORDS)


def test_a_plan_is_submitted_withdrawn_signed_and_issued() -> None:
    desk = draft()
    sheet = PlanSheet(desk)
    assert sheet.take(Act.SUBMIT) == "Đã trình kế hoạch P-1"
    assert sheet.take(Act.WITHDRAW) == "Đã rút về nháp kế hoạch P-1"
    sheet.take(Act.SUBMIT)
    assert refused(lambda: sheet.take(Act.ISSUE)) == (
        "Kế hoạch P-1 chưa có số, ký hiệu và ngày ban hành; hãy ghi theo bản đã ký rồi ban hành."
    )
    signed(desk)  # number and date come after signing, without unlocking
    assert sheet.take(Act.ISSUE) == "Đã ban hành kế hoạch P-1"
    assert sheet.title == "Kế hoạch 12/KH-UBND · 2022-2023"
    assert sheet.acts == (Act.CORRECT, Act.ADJUST)


def test_a_date_known_only_in_part_does_not_do_for_issuing() -> None:
    desk = signed(draft())
    RecordForm(desk, Plan, ("date",), desk.plan_id).enter("date", "tháng 11 năm 2021")
    assert "chưa có đủ ngày, tháng, năm ban hành" in refused(lambda: PlanSheet(desk).take(Act.ISSUE))


def test_steps_that_the_state_does_not_allow_are_refused() -> None:
    desk = draft()
    sheet = PlanSheet(desk)
    assert refused(lambda: sheet.take(Act.WITHDRAW)) == ("Kế hoạch P-1 ở trạng thái “nháp” nên không rút về nháp được.")
    for act in (Act.CORRECT, Act.ADJUST):
        assert refused(partial(sheet.take, act)) == (
            f"{ACT_WORDS[act]} cần thêm thông tin; hãy dùng nút {ACT_WORDS[act]}."
        )


def test_a_submitted_plan_takes_number_date_and_place_but_no_figure() -> None:
    desk = draft()
    PlanSheet(desk).take(Act.SUBMIT)
    form = RecordForm(desk, Plan, ("number", "date", "place", "title"), desk.plan_id)
    assert [form.field(name).is_open for name in form.names] == [True, True, True, False]
    grid = BudgetGrid(desk)
    said = refused(lambda: GridTyping(grid).enter(*place(grid, "I", "Kinh phí"), "7"))
    assert said.startswith("Kế hoạch P-1 đã trình nên số liệu và nội dung đã khóa; hãy rút về nháp")


def test_steps_of_life_are_undone_by_name() -> None:
    desk = draft()
    sheet = PlanSheet(desk)
    assert (sheet.undo_words, sheet.redo_words) == ("", "")
    sheet.take(Act.SUBMIT)
    assert sheet.undo_words == "Hoàn tác: trình kế hoạch P-1"
    sheet.undo()
    assert (sheet.status, sheet.redo_words) == (DRAFT, "Làm lại: trình kế hoạch P-1")
    sheet.redo()
    assert sheet.status == SUBMITTED


def test_issuing_an_adjusted_version_replaces_the_one_before() -> None:
    desk = signed(draft())
    PlanSheet(desk).take(Act.ISSUE)
    step = plan_life.adjust(desk.book, desk.plan_id, code="P-1-DC1")
    desk.book.apply(step.changes)
    second = signed(PlanDesk(desk.book, step.scope, Written()))
    assert "điều chỉnh" not in PlanSheet(second).lock_words
    PlanSheet(second).take(Act.ISSUE)
    assert PlanSheet(desk).status == REPLACED
    assert PlanSheet(desk).acts == ()


def test_standing_findings_are_counted_by_severity() -> None:
    desk = sample_desk("BG-2021-2025")
    sheet = PlanSheet(desk)
    before = sheet.counts
    assert before.errors == 1
    findings = FindingList(desk)
    error = next(each.finding for each in findings.rows() if each.finding.severity is Severity.ERROR)
    findings.waive(error, "Lỗi đánh máy trên bản giấy", "Trần Thị Thử")
    assert (sheet.counts.errors, sheet.counts.warnings) == (0, before.warnings)


def test_a_signed_samples_budget_is_closed_and_opens_as_a_copy() -> None:
    assert PlanSheet(sample_desk("TN-2021")).acts == (Act.CORRECT, Act.ADJUST)
    assert PlanSheet(drafted("TN-2021")).acts == (Act.SUBMIT, Act.ISSUE)
