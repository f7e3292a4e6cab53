"""The Biên bản kiểm tra: its parts by Mẫu 1.9, and its pages as they were looked at and found fit to be signed."""

import io
from collections.abc import Callable
from decimal import Decimal

import docx
import pytest

from nscl_desktop.domain.appendix import AppendixDoc, Paragraph, Table
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.inspections import Checklist, InspectionPlan, Visit
from nscl_desktop.domain.minutes import MinutesFrame, minutes
from nscl_desktop.domain.visit_sheet import VisitSheet
from nscl_desktop.reports.docx import write_docx
from nscl_desktop.reports.fonts import embedded_fonts
from nscl_desktop.services.visit_work import answer_question, correct, finish, set_visit_field
from tests.golden_files import GOLDEN, GoldenFiles
from tests.inspections.papers import FRAME, blank_form, inspected, scored_draft, visited
from tests.inspections.sheets import after, book, q, questions
from tests.reports.reading import printed

PAPERS: dict[str, Callable[[], AppendixDoc]] = {
    "bien-ban": inspected, "ban-nhap-5s": scored_draft, "mau-trong": blank_form,
}  # fmt: skip
SCALE = 62 / 72


def texts(doc: AppendixDoc) -> list[str]:
    return [block.text for block in doc.blocks if isinstance(block, Paragraph)]


def cells(doc: AppendixDoc, table: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in doc.tables[table].rows]


def of(made: Book, *, frame: MinutesFrame = FRAME, blank: bool = False) -> AppendixDoc:
    return minutes(VisitSheet(made, "v"), frame, blank=blank)


@pytest.mark.parametrize("name", PAPERS)
def test_pages_read_as_they_did(name: str, golden: GoldenFiles) -> None:
    paper = printed(PAPERS[name]())
    pages = [f"[trang {page + 1}]\n{paper.lines(page)}" for page in range(paper.result.page_count)]
    golden.text(f"minutes/{name}.txt", "\n".join(pages))


@pytest.mark.parametrize("name", PAPERS)
def test_pages_look_as_they_did(name: str, golden: GoldenFiles) -> None:
    paper = printed(PAPERS[name]())
    for page in range(paper.result.page_count):
        golden.picture(f"minutes/{name}-{page + 1}.png", paper.picture(page, SCALE))
    beyond = GOLDEN / f"minutes/{name}-{paper.result.page_count + 1}.png"
    assert not beyond.exists(), f"{beyond} is a page too many: delete it"
    assert not paper.result.missing


def test_the_parts_come_in_the_order_of_the_decrees_form() -> None:
    written = texts(inspected())
    parts = [
        "Thời gian bắt đầu: 08 giờ 30 phút, ngày 05 tháng 3 năm 2026.", "Địa điểm:", "Thành phần tham dự:", "Chủ trì:",
        "Thư ký (người ghi biên bản):", "NỘI DUNG VÀ KẾT QUẢ", "Tồn tại, hạn chế:", "Kiến nghị", "Ý kiến của đơn vị",
        "Kết luận:", "Biên bản được lập thành 02 bản", "Việc kiểm tra kết thúc vào 11 giờ 15 phút",
    ]  # fmt: skip
    places = [next(place for place, text in enumerate(written) if text.startswith(part)) for part in parts]
    assert places == sorted(places)
    assert written[-1].endswith("./.")


def test_three_sign_and_the_last_recipient_is_the_file() -> None:
    block = inspected().signatures
    assert [(each.authority, each.name) for each in block.signers] == [
        (("ĐẠI DIỆN ĐƠN VỊ ĐƯỢC KIỂM TRA",), "Lê Thị Bình"),
        (("THƯ KÝ",), "Trần Thị Bích Ngọc"),
        (("TRƯỞNG ĐOÀN KIỂM TRA",), "Nguyễn Văn An"),
    ]
    assert block.recipients[-1] == "- Lưu: VT, Hồ sơ."
    assert block.place_date == ""


def test_the_number_has_two_digits_and_room_where_there_is_none() -> None:
    made = book()
    assert of(made).heading.number == "Số:      /BB-CCTĐC"
    after(made, set_visit_field(made, "v", "number", "5"))
    assert of(made).heading.number == "Số: 05/BB-CCTĐC"
    assert of(made, frame=MinutesFrame()).heading.number == "Số: 05/BB-……"


def test_questions_that_were_not_asked_are_not_printed_but_stand_in_the_form() -> None:
    made = Book([*book().records(), q("H", "", "b0", "heading", asked_if="papers", condition="Chưa đạt")])
    assert ["I", "Hồ sơ", "", ""] in cells(of(made))
    filled = [row[1] for row in cells(of(made))]
    assert "Thiếu gì" not in filled
    assert "H" not in filled
    form = [row[1] for row in cells(of(made, blank=True))]
    assert "Thiếu gì (nếu câu 1 mục I: Chưa đạt)" in form


def test_a_form_has_something_to_tick_or_to_write_on_for_every_question() -> None:
    extra = [q("any", "", "b1", asked_if="top"), q("top", "", "b0"), q("free", "", "b2", "score")]
    made = Book([Checklist(id="c", name="x"), *questions(), *extra, Visit(id="v", checklist_id="c")])
    rows = {row[1]: row[2] for row in cells(of(made, blank=True))}
    assert rows["Hồ sơ đầy đủ"] == "□ Đạt\n□ Chưa đạt\n□ Không áp dụng"
    assert rows["Tình trạng máy"] == "□ Tốt\n□ Cũ\n□ Hỏng"
    assert rows["Số người được đào tạo"] == "……… người"
    assert rows["Sàng lọc"] == "………/5 điểm"
    assert rows["free"] == "……… điểm"
    assert rows["any (nếu câu 1: có trả lời)"]
    assert all(rows[name] for name in ("Nhận xét", "top"))


def test_a_form_shows_nothing_that_was_entered() -> None:
    made = book()
    after(made, answer_question(made, "v", "people", "77", "ghi chú riêng"))
    after(made, set_visit_field(made, "v", "conclusion", "Đã kết luận"))
    form = of(made, blank=True)
    shown = " ".join([*texts(form), *(text for row in cells(form) for text in row)])
    assert not any(word in shown for word in ("77", "ghi chú riêng", "Đã kết luận"))
    assert all(not each.name for each in form.signatures.signers)
    assert not form.watermark


def test_a_draft_is_marked_and_leaves_room_a_finished_one_says_that_there_is_nothing() -> None:
    made = book()
    assert of(made).watermark == "BẢN NHÁP"
    after(made, answer_question(made, "v", "papers", "Đạt"))
    after(made, finish(made, "v"))
    done = of(made)
    assert not done.watermark
    assert texts(done).count("Không.") == 4


def test_a_correction_says_which_and_why() -> None:
    made = book()
    after(made, answer_question(made, "v", "papers", "Đạt"))
    after(made, finish(made, "v"))
    step = correct(made, "v", "ghi nhầm ngày")
    after(made, step)
    paper = minutes(VisitSheet(made, step.scope), FRAME)
    assert paper.heading.attached_to == "(Bản sửa lần 1; lý do: ghi nhầm ngày)"


def test_bases_are_those_of_the_visit_else_the_plans_document_and_end_as_the_decree_says() -> None:
    made = book()
    assert texts(of(made))[0] == "Căn cứ Kế hoạch số 12/KH-CCTĐC ngày 10 tháng 02 năm 2026."
    undated = MinutesFrame(plan=InspectionPlan(id="p", name="x", document="Quyết định số 3/QĐ-SKHCN"))
    assert texts(of(made, frame=undated))[0] == "Căn cứ Quyết định số 3/QĐ-SKHCN."
    after(made, set_visit_field(made, "v", "legal_bases", ("Căn cứ A.", "Căn cứ B")))
    assert texts(of(made))[:2] == ["Căn cứ A;", "Căn cứ B."]


def test_points_without_a_judgement_stay_empty() -> None:
    made = book()
    assert isinstance(of(made).blocks[-1], Paragraph)
    (_, points) = (block for block in of(made).blocks if isinstance(block, Table))
    assert all(cell.quantity is None for row in points.rows for cell in row.cells)
    unbounded = Book([Checklist(id="c", name="x"), q("x", "", "a0", "score"), Visit(id="v", checklist_id="c")])
    after(unbounded, answer_question(unbounded, "v", "x", "3"))
    last = of(unbounded).tables[1].rows[-1].cells
    assert (last[1].quantity, last[2].quantity, last[3].percent) == (Decimal(3), None, None)


def test_word_has_the_same_text_with_dots_to_type_over() -> None:
    target = io.BytesIO()
    write_docx(blank_form(), target, fonts=embedded_fonts())
    document = docx.Document(io.BytesIO(target.getvalue()))
    place = next(each for each in document.paragraphs if each.text.startswith("Địa điểm:"))
    assert place.text.endswith("\t")
    assert 'w:leader="dot"' in place._p.xml  # noqa: SLF001 - python-docx shows no leaders of tabs
    assert document.tables[0].cell(0, 0).text.endswith("Số:      /BB-……")


def test_a_shipped_list_can_be_gone_through_to_its_end() -> None:
    made, key = visited("tình hình")
    assert [each.field for each in VisitSheet(made, key).lacks()] == ["location", "participants", "participants"]
