"""Bản in: form, unit, size, signers and recipients as chosen for one printing; the draft mark; names of files."""

from pathlib import Path

import pytest

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.plans import Signer
from nscl_desktop.office.papers import appendix_of
from nscl_desktop.office.print_room import PrintRoom
from nscl_desktop.presenters.finding_list import FindingList
from nscl_desktop.presenters.paper_sheet import SIZES, PaperSheet, fold_keeping_case
from nscl_desktop.services.editing import set_field
from tests.presenters.desks import cell, sample_desk, section, small_plan

SHIPPED = ["tay-ninh", "bac-giang", "binh-duong", "tong-hop"]


def sheet(code: str) -> PaperSheet:
    return PaperSheet(sample_desk(code), PrintRoom(Path("khong-co")))


def signed() -> PaperSheet:
    """A plan with an appendix of two signers, and one who signs the document itself only."""
    desk = small_plan(
        section("I", "I", "Đào tạo"), cell("I", 2022, amount=5_000_000),
        Signer(id="a", plan_id="p", position="a0", authority=("NGƯỜI LẬP BIỂU",), name="Trần Thị A", on_appendix=True),
        Signer(id="b", plan_id="p", position="a1", authority=("GIÁM ĐỐC",), name="Lê Văn B", on_appendix=True),
        Signer(id="c", plan_id="p", position="a2", authority=("CHỦ TỊCH",), name="Nguyễn Văn C"),
        Signer(id="d", plan_id="another", position="a0", name="Của kế hoạch khác"),
    )  # fmt: skip
    return PaperSheet(desk, PrintRoom(Path("khong-co")))


def names(paper: PaperSheet) -> list[str]:
    return [each.name for each in paper.document().signatures.signers]


@pytest.mark.parametrize(
    ("code", "form"), [("TN-2021", "tay-ninh"), ("BG-2021-2025", "bac-giang"), ("BD-2021-2030", "binh-duong")]
)
def test_a_plan_is_printed_in_its_own_form_until_another_is_chosen(code: str, form: str) -> None:
    paper = sheet(code)
    assert [each.id for each in paper.forms[:4]] == SHIPPED
    assert paper.form_id == form
    assert paper.form_words
    for other in SHIPPED:
        paper.choose_form(other)
        assert paper.form_id == other
        assert paper.document().tables


def test_a_plan_that_names_no_form_is_printed_in_the_general_one_on_screen_and_by_command() -> None:
    desk = small_plan(section("I", "I", "Đào tạo"), cell("I", 2022, amount=5_000_000))
    paper = PaperSheet(desk, PrintRoom(Path("khong-co")))
    assert paper.form_id == "tong-hop"
    assert paper.document().tables == appendix_of(desk.budget).tables


def test_a_plan_whose_own_form_is_gone_is_refused_until_another_is_chosen() -> None:
    desk = small_plan(section("I", "I", "Đào tạo"), cell("I", 2022, amount=5_000_000))
    desk.perform(set_field(desk.budget, desk.plan, "form", "mau-cua-so"))
    paper = PaperSheet(desk, PrintRoom(Path("khong-co")))
    with pytest.raises(InputError, match=r"Không có mẫu phụ lục “mau-cua-so”.*các mẫu hiện có: tay-ninh, bac-giang"):
        paper.document()
    paper.choose_form("bac-giang")
    assert paper.document().tables


def test_the_unit_and_the_size_of_letters_are_those_chosen() -> None:
    paper = sheet("TN-2021")
    assert paper.document().tables[0].unit is MoneyUnit.DONG
    paper.unit, paper.body_size = MoneyUnit.TRIEU, SIZES[-1]
    doc = paper.document()
    assert (doc.tables[0].unit, doc.body_size) == (MoneyUnit.TRIEU, 13.0)


def test_signers_of_the_appendix_sign_unless_left_out_and_others_when_asked() -> None:
    paper = signed()
    first, second, third = paper.signers
    assert [paper.signs(each) for each in paper.signers] == [True, True, False]
    assert names(paper) == ["Trần Thị A", "Lê Văn B"]
    paper.set_signs(first, signs=False)
    paper.set_signs(third, signs=True)
    assert names(paper) == ["Lê Văn B", "Nguyễn Văn C"]
    paper.set_signs(first, signs=True)
    paper.set_signs(third, signs=False)
    assert paper.left_out == set()
    paper.set_signs(first, signs=False)
    paper.set_signs(second, signs=False)
    assert names(paper) == []


def test_recipients_stand_on_paper_unless_left_out() -> None:
    paper = sheet("BD-2021-2030")
    asked = paper.document().signatures.recipients
    paper.recipients = False
    assert paper.document().signatures.recipients == ()
    paper.recipients = True
    assert paper.document().signatures.recipients == asked


def test_paper_carries_the_draft_mark_until_the_error_is_accepted() -> None:
    desk = sample_desk("BG-2021-2025")
    paper = PaperSheet(desk, PrintRoom(Path("khong-co")))
    assert paper.document().watermark == "DỰ THẢO"
    assert paper.draft_words.startswith("Bản in có dấu DỰ THẢO vì còn lỗi chưa xử lý; xem Phát hiện (F8)")
    findings = FindingList(desk)
    findings.waive(findings.rows()[0].finding, "Bản giấy in thiếu ba số 0", "Trần Thị Thử")
    assert (paper.document().watermark, paper.draft_words) == ("", "")


def test_an_exported_file_has_a_name_of_plain_letters() -> None:
    assert sheet("TN-2021").file_name(".pdf") == "Phu luc TN-2021 tay-ninh.pdf"
    assert fold_keeping_case("Đắk Lắk / ĐỢT Ưu tiên") == "Dak Lak / DOT Uu tien"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a.pdf", "Đã xuất PDF: a.pdf"), ("a.XLSX", "Đã xuất Excel: a.XLSX"), ("a.docx", "Đã xuất Word: a.docx"),
        ("a.txt", "Đã xuất tệp: a.txt"),
    ],
)  # fmt: skip
def test_what_was_exported_is_told(name: str, words: str) -> None:
    assert sheet("TN-2021").exported_words(Path(name)) == words


def test_lines_are_found_on_the_printed_pages_and_pages_lead_back_to_lines() -> None:
    desk = sample_desk("TN-2021")
    room = PrintRoom(Path("khong-co"))
    printed = room.printed(PaperSheet(desk, room).document())
    line = desk.budget.tree.children()[2].id
    (place, *_) = printed.places_of(line)
    width, _ = printed.page_sizes[place.page]
    assert printed.line_at(place.page, width / 2, (place.top + place.bottom) / 2) == line
    assert printed.line_at(place.page, 1, 1) == ""
