"""Đính chính: slips in the text of an issued plan are mended and noted, figures never."""

import pytest

from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.plans import ISSUED, Correction
from nscl_desktop.presenters.text_correction import TextCorrection
from nscl_desktop.services.workspace import PlanDesk
from tests.presenters.desks import in_state, item, refused, sample_desk, section, small_plan


@pytest.fixture
def desk() -> PlanDesk:
    return in_state(
        small_plan(
            section("I", "I", "Mô hình điềm", unit="DN", price=5),
            item("a", "I", "", "Diễn giải", at="a0"),
            item("b", "I", "", at="a1"),
        ),
        ISSUED,
    )


def test_a_slip_is_mended_and_noted_and_the_step_can_be_undone(desk: PlanDesk) -> None:
    corrections = TextCorrection(desk)
    line = desk.book.get(Line, "I")
    assert corrections.text(line, "text") == "Mô hình điềm"
    assert corrections.correct(line, "text", "Mô hình điểm", "Lỗi đánh máy") == "Đã đính chính"
    assert desk.book.get(Line, "I").text == "Mô hình điểm"
    (note,) = desk.book.table(Correction).values()
    assert (note.printed, note.corrected, note.reason) == ("Mô hình điềm", "Mô hình điểm", "Lỗi đánh máy")
    desk.undo()
    assert desk.book.get(Line, "I").text == "Mô hình điềm"
    assert desk.book.table(Correction) == {}


def test_the_plans_text_and_every_line_are_offered_in_reading_order(desk: PlanDesk) -> None:
    assert [words for _, words in TextCorrection(desk).records()] == [
        "Văn bản của kế hoạch", "Mục I · Mô hình điềm", "“Diễn giải” (mục I)", "Dòng trống (mục I)",
    ]  # fmt: skip


def test_only_texts_that_stand_on_paper_are_offered(desk: PlanDesk) -> None:
    corrections = TextCorrection(desk)
    assert [name for name, _ in corrections.fields(desk.book.get(Line, "I"))] == ["label", "text", "unit"]
    of_plan = dict(corrections.fields(desk.plan))
    assert of_plan["title"] == "Tên kế hoạch"
    assert not {"code", "form", "status", "date", "year_from"} & set(of_plan)


def test_a_line_without_any_text_has_nothing_to_mend(desk: PlanDesk) -> None:
    corrections = TextCorrection(desk)
    empty = desk.book.get(Line, "b")
    assert corrections.fields(empty) == []
    assert corrections.text(empty, "") == ""
    assert refused(lambda: corrections.correct(empty, "", "chữ", "lý do")) == (
        "Dòng này không có chữ nào để đính chính; hãy chọn chỗ khác."
    )


@pytest.mark.parametrize(
    ("field", "text", "reason", "says"),
    [
        ("title", "Kế hoạch thử", "Lỗi", "Nội dung chưa đổi; hãy ghi lại chỗ sai rồi đính chính."),
        ("title", "Kế hoạch khác", " ", "Đính chính phải nêu lý do; hãy ghi lý do rồi thực hiện."),
        ("title", "", "Lỗi", "“Tên kế hoạch” không được để trống; hãy nhập rồi tiếp tục."),
        ("title", "Kế\nhoạch", "Lỗi", "“Tên kế hoạch” chỉ nhận một dòng; hãy bỏ dấu xuống dòng."),
    ],
)
def test_what_is_no_correction_is_refused(desk: PlanDesk, field: str, text: str, reason: str, says: str) -> None:
    corrections = TextCorrection(desk)
    assert refused(lambda: corrections.correct(desk.plan, field, text, reason)) == says
    assert desk.undo_stack.undo_words is None


def test_figures_of_an_issued_plan_cannot_be_corrected_and_drafts_need_none(desk: PlanDesk) -> None:
    line = desk.book.get(Line, "I")
    assert "Không đính chính được “Đơn giá”" in refused(lambda: TextCorrection(desk).correct(line, "price", "6", "Lỗi"))
    draft = sample_desk("BG-2021-2025")
    assert "Chỉ đính chính kế hoạch đã ban hành" in refused(
        lambda: TextCorrection(draft).correct(draft.plan, "title", "Khác", "Lỗi")
    )
