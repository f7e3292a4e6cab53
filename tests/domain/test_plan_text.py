"""The text of a plan that has none stored is drafted from its records; odd texts lose no words on paper."""

from dataclasses import replace

import pytest

from nscl_desktop.domain.appendix import AppendixDoc, Heading, Paragraph
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.plan_paper import plan_paper
from nscl_desktop.domain.plan_text import plan_text
from nscl_desktop.domain.plans import Plan, Signer, TextBlock
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.targets import Obligation, Task
from tests.forms.printing import sample

APPENDIX = AppendixDoc(Heading("Phụ lục", "DỰ TOÁN", "(Kèm theo …)"), (Paragraph("Ghi ở phụ lục"),))
PLAN = Plan(id="p", code="KH", title="Nâng cao năng suất", issuer="Ủy ban nhân dân tỉnh Tây Ninh", place="Tây Ninh")


def _budget(*records: Record, plan: Plan = PLAN) -> Budget:
    return Budget(Book([plan, *records]), "p")


def _block(position: str, text: str, *, depth: int = 0, heading: bool = False, label: str = "") -> TextBlock:
    return TextBlock(
        id=f"b{position}", plan_id="p", position=position, text=text, depth=depth, heading=heading, label=label
    )


def _said(doc: AppendixDoc) -> list[str]:
    return [block.text for block in doc.blocks if isinstance(block, Paragraph)]


def test_a_plan_without_text_gets_one_from_its_records() -> None:
    full = sample("TN-2021")
    records = [each for each in full.book.records() if not isinstance(each, TextBlock)]
    budget = Budget(Book(records), full.frame.plan_id)
    text, _ = plan_paper(budget, APPENDIX)
    said = _said(text)
    sections = ["I. MỤC TIÊU", "II. NHIỆM VỤ VÀ GIẢI PHÁP", "III. KINH PHÍ THỰC HIỆN", "IV. TỔ CHỨC THỰC HIỆN"]
    assert [each for each in said if each in sections] == sections
    assert (
        "Tổng kinh phí: 1.687.290.000 đồng (Một tỷ, sáu trăm tám mươi bảy triệu, hai trăm chín mươi ngàn đồng),"
        " chi tiết tại Phụ lục kèm theo." in said
    )
    assert said[0].startswith("Căn cứ Quyết định số 1322/QĐ-TTg")
    assert "Đơn vị chủ trì: Sở Khoa học và Công nghệ." in said
    assert sum("báo cáo Ủy ban nhân dân tỉnh, Bộ Khoa học và Công nghệ kết quả" in each for each in said) == 1
    assert said[-1].endswith("./.")
    assert [each.name for each in text.signatures.signers] == ["Nguyễn Mạnh Hùng"]
    assert text.signatures.recipients[0] == "- Bộ Khoa học và Công nghệ;"


def test_an_empty_plan_is_a_heading_and_room_for_number_and_date() -> None:
    text, appendix = plan_paper(_budget(), APPENDIX)
    assert (text.heading.label, text.heading.title) == ("KẾ HOẠCH", "Nâng cao năng suất")
    assert text.heading.agency == ("ỦY BAN NHÂN DÂN\nTỈNH TÂY NINH",)
    assert text.heading.number.split() == ["Số:"]
    assert text.heading.dated.split() == ["Tây", "Ninh,", "ngày", "tháng", "năm"]
    assert text.blocks == ()
    assert appendix == APPENDIX


def test_a_text_without_a_name_stands_below_one() -> None:
    budget = _budget(_block("1", "Số: 1/KH"), _block("2", "Đoạn đầu\nĐoạn sau"))
    text, _ = plan_paper(budget, APPENDIX)
    assert text.heading.label == "KẾ HOẠCH"
    assert _said(text) == ["Đoạn đầu", "Đoạn sau"]


def test_words_below_the_signatures_are_kept_unless_the_appendix_says_them() -> None:
    signer = Signer(id="s", plan_id="p", position="1", authority=("CHỦ TỊCH",), name="Lê Văn An")
    budget = _budget(
        signer,
        _block("1", "KẾ HOẠCH", heading=True),
        _block("2", "Căn cứ Luật;"),
        _block("3", "Nơi nhận:"),
        _block("4", "- Như trên;"),
        _block("5", "CHỦ TỊCH"),
        _block("6", "Lê Văn An"),
        _block("7", "Lời ghi thêm"),
        _block("8", "Ghi ở phụ lục"),
        _block("9", "PHỤ LỤC", heading=True),
        _block("91", "Lời của phụ lục"),
    )
    text, _ = plan_paper(budget, APPENDIX)
    assert text.heading.title == ""
    assert _said(text) == ["Căn cứ Luật;", "Lời ghi thêm"]
    assert text.signatures.recipients == ("- Như trên;",)
    assert [each.name for each in text.signatures.signers] == ["Lê Văn An"]


@pytest.mark.parametrize(
    ("depth", "label", "bold", "level"), [(1, "I", True, 1), (2, "1", True, 2), (3, "a)", False, 3), (5, "-", False, 3)]
)
def test_headings_keep_their_levels(depth: int, label: str, bold: bool, level: int) -> None:
    heading = _block("2", "Tên mục", depth=depth, heading=True, label=label)
    text, _ = plan_paper(_budget(_block("1", "KẾ HOẠCH", heading=True), heading), APPENDIX)
    (made,) = (block for block in text.blocks if isinstance(block, Paragraph))
    assert (made.bold, made.heading) == (bold, level)


def test_a_plan_without_money_says_nothing_of_money() -> None:
    parts = plan_text(_budget(plan=replace(PLAN, legal_bases=("Căn cứ Luật Đo lường;", " "))))
    assert [part.text for part in parts] == ["KẾ HOẠCH", "Nâng cao năng suất", "Căn cứ Luật Đo lường;"]


def test_tasks_without_a_group_stand_without_a_heading() -> None:
    tasks = [Task(id="t", plan_id="p", position="1", text="Mở lớp", schedule="Quý II.")]
    parts = plan_text(_budget(*tasks))
    assert [part.text for part in parts[2:]] == ["NHIỆM VỤ VÀ GIẢI PHÁP", "- Mở lớp", "Thời gian: Quý II./."]


def test_who_does_a_task_is_said_once_and_a_report_that_nobody_is_told_of_stands_last() -> None:
    records = [
        Task(id="1", plan_id="p", position="1", group="Đào tạo", text="Mở lớp", lead="Sở KH&CN"),
        Task(id="2", plan_id="p", position="2", group="Đào tạo", text="In tài liệu", lead="Sở KH&CN"),
        Task(id="3", plan_id="p", position="3", kind="assignment", group="Sở Tài chính", text="Bố trí vốn", lead="Sở"),
        Obligation(id="4", plan_id="p", position="1", text="Bố trí vốn"),
        Obligation(id="5", plan_id="p", position="2", text="Báo cáo trước ngày 30/11."),
    ]
    assert [part.text for part in plan_text(_budget(*records))[3:]] == [
        "Đào tạo", "- Mở lớp", "- In tài liệu", "Đơn vị chủ trì: Sở KH&CN.",
        "TỔ CHỨC THỰC HIỆN", "Sở Tài chính", "- Bố trí vốn", "- Báo cáo trước ngày 30/11./.",
    ]  # fmt: skip
