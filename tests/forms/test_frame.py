"""What stands around the tables: heading, attachment line, words, signatures, and what one printing may choose."""

import pytest

from nscl_desktop.domain.appendix import Align, Paragraph, Signature, SignatureBlock
from nscl_desktop.domain.forms.document import build_appendix
from nscl_desktop.domain.forms.frame_texts import AppendixOptions, roman
from nscl_desktop.domain.money import MoneyUnit
from tests.forms.builders import SmallPlan
from tests.forms.printing import form_named, printed, printed_sample, table_form

TEXT = 'kind = "text"'
TOTAL = 'kind = "amount"'
FORM = table_form(TEXT, TOTAL)


def signed_plan() -> SmallPlan:
    plan = SmallPlan(
        place="Tây Ninh",
        date="2021-02-05",
        number="12/QĐ-UBND",
        doc_kind="Quyết định",
        issuer="Ủy ban nhân dân tỉnh Tây Ninh",
        issuer_parent="Bộ",
        recipients=("Như trên", " - Sở Tài chính; ", "Lưu: VT, KGVX."),
        print_unit="trieu",
        appendix_title="Bảng chi tiết dự toán",
    )
    plan.source("NSNN")
    plan.section("I")
    plan.cell("I", amount=24_000_000)
    return plan


def test_the_heading_is_that_of_decree_30() -> None:
    heading = printed(FORM, signed_plan().budget()).heading

    assert (heading.label, heading.title) == ("Phụ lục", "BẢNG CHI TIẾT DỰ TOÁN")
    assert heading.attached_to == (
        "(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 02 năm 2021 của Ủy ban nhân dân tỉnh Tây Ninh)"
    )
    assert (heading.agency, heading.motto) == ((), False)


def test_a_form_may_ask_for_agency_motto_and_a_title_of_its_own() -> None:
    form = 'heading.title = "Dự toán {years}, tỉnh {province}"\nheading.agency = true\nheading.motto = true\n'
    form += 'heading.attached = false\nheading.label = "Biểu"\n' + FORM

    heading = printed(form, signed_plan().budget()).heading

    assert (heading.label, heading.title, heading.attached_to) == ("Biểu", "DỰ TOÁN 2021, TỈNH ", "")
    assert heading.agency == ("BỘ", "ỦY BAN NHÂN DÂN TỈNH TÂY NINH")
    assert heading.motto


def test_what_is_not_known_before_signing_leaves_room() -> None:
    attached = printed(FORM, SmallPlan(doc_kind="").budget()).heading.attached_to

    assert attached == f"(Kèm theo Kế hoạch số {' ' * 8} ngày{' ' * 6}tháng{' ' * 6}năm{' ' * 6})"


def test_several_appendices_are_numbered_in_roman_numerals() -> None:
    doc = printed(FORM, signed_plan().budget(), AppendixOptions(number=4))

    assert doc.heading.label == "Phụ lục IV"


@pytest.mark.parametrize(
    ("number", "numeral"), [(1, "I"), (9, "IX"), (14, "XIV"), (40, "XL"), (98, "XCVIII"), (100, "C")]
)
def test_roman_numerals(number: int, numeral: str) -> None:
    assert roman(number) == numeral


def test_the_unit_is_the_chosen_one_else_the_forms_else_the_plans() -> None:
    budget = signed_plan().budget()
    in_nghin = 'unit = "nghin"\n' + table_form(TEXT, TOTAL + '\ntitle = "Kinh phí ({unit})"')

    assert printed(FORM, budget).tables[0].unit is MoneyUnit.TRIEU
    assert printed(in_nghin, budget).tables[0].header[0][1].text == "Kinh phí (nghìn đồng)"
    chosen = printed(in_nghin, budget, AppendixOptions(unit=MoneyUnit.TY))
    assert (chosen.tables[0].unit, chosen.tables[0].header[0][1].text) == (MoneyUnit.TY, "Kinh phí (tỷ đồng)")


@pytest.mark.parametrize(
    ("four_word", "thousand_word", "zero_tens_word", "group_comma", "words"),
    [
        ("tư", "nghìn", "linh", False, "Hai mươi tư triệu không trăm linh năm nghìn đồng"),
        ("bốn", "ngàn", "lẻ", True, "Hai mươi bốn triệu, không trăm lẻ năm ngàn đồng"),
    ],
)
def test_the_amount_is_said_in_the_words_of_the_house(
    four_word: str, thousand_word: str, zero_tens_word: str, group_comma: bool, words: str
) -> None:
    plan = SmallPlan(
        four_word=four_word, thousand_word=thousand_word, zero_tens_word=zero_tens_word, group_comma=group_comma
    )
    plan.source("NSNN")
    plan.section("I")
    plan.cell("I", amount=24_005_000)

    assert printed(FORM, plan.budget()).words == f"(Bằng chữ: {words})./."
    assert (
        printed('words_intro = "Số tiền viết bằng chữ"\n' + FORM, plan.budget()).words
        == f"(Số tiền viết bằng chữ: {words})./."
    )
    assert printed("words = false\n" + FORM, plan.budget()).words == ""


def test_the_plans_signers_of_the_appendix_sign_it() -> None:
    plan = signed_plan()
    plan.signer("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", name="An", on_appendix=False)
    own = plan.signer("KẾ TOÁN TRƯỞNG", name="Bình")
    form = '[[signature]]\nauthority = ["NGƯỜI LẬP BIỂU"]\nnote = "(Ký, ghi rõ họ tên)"\n'
    form = FORM + form

    assert printed(form, plan.budget()).signatures == SignatureBlock(signers=(Signature(("KẾ TOÁN TRƯỞNG",), "Bình"),))
    assert printed(form, signed_plan().budget()).signatures.signers == (
        Signature(("NGƯỜI LẬP BIỂU",), note="(Ký, ghi rõ họ tên)"),
    )
    none = printed(form, plan.budget(), AppendixOptions(signers=()))
    assert none.signatures.signers == ()
    image = printed(form, plan.budget(), AppendixOptions(signers=(own,), images={own.id: b"png"}))
    assert image.signatures.signers == (Signature(("KẾ TOÁN TRƯỞNG",), "Bình", image=b"png"),)


def test_quyen_han_and_chuc_vu_are_in_capitals() -> None:
    plan = signed_plan()
    plan.signer("TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch", name="Mai Sơn")

    (signer,) = printed(FORM, plan.budget()).signatures.signers

    assert signer.authority == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")


UNDER = '[[block]]\nkind = "paragraph"\ntext = "Các đơn vị thực hiện."\n'


def test_the_last_words_of_an_appendix_end_with_the_mark_of_decree_30() -> None:
    plan = signed_plan()
    budget = plan.budget()
    assert printed(FORM, budget).words.endswith(" đồng)./.")
    assert printed(FORM + UNDER, budget).blocks[-1] == Paragraph("Các đơn vị thực hiện./.")
    assert printed(FORM + UNDER, budget).words.endswith(" đồng)")
    assert printed("words = false\n" + FORM, budget).blocks[-1] == Paragraph("./.", Align.RIGHT)
    plan.footnote("(1)", "Theo Quyết định số 36/QĐ-TTg./.")
    noted = printed(FORM, plan.budget())
    assert (noted.footnotes, noted.words[-2:]) == ((("(1)", "Theo Quyết định số 36/QĐ-TTg./."),), "g)")
    unmarked = printed("end_mark = false\nwords = false\n" + FORM, budget)
    assert len(unmarked.blocks) == 1


def test_no_more_than_three_sign() -> None:
    plan = signed_plan()
    signers = tuple(plan.signer("NGƯỜI KÝ", name=str(place)) for place in range(5))

    doc = printed(FORM, plan.budget(), AppendixOptions(signers=signers))

    assert [signer.name for signer in doc.signatures.signers] == ["0", "1", "2"]


def test_place_and_date_and_recipients_are_printed_where_asked() -> None:
    budget = signed_plan().budget()
    asking = "place_date = true\nrecipients = true\n" + FORM

    assert printed(FORM, budget).signatures == SignatureBlock()
    asked = printed(asking, budget).signatures
    assert asked.place_date == "Tây Ninh, ngày 05 tháng 02 năm 2021"
    assert asked.recipients == ("- Như trên;", "- Sở Tài chính;", "- Lưu: VT, KGVX.")
    chosen = printed(
        asking, budget, AppendixOptions(place_date="Tây Ninh, ngày … tháng … năm 2021", recipients=False)
    ).signatures
    assert (chosen.place_date, chosen.recipients) == ("Tây Ninh, ngày … tháng … năm 2021", ())
    nowhere = SmallPlan(date="2021-11-24")
    assert printed(asking, nowhere.budget()).signatures.place_date == "Ngày 24 tháng 11 năm 2021"


def test_one_printing_chooses_title_watermark_size_and_measure() -> None:
    plan = signed_plan()
    plan.cell("I", measure="thuc_hien", amount=5_000_000)

    doc = printed(
        FORM,
        plan.budget(),
        AppendixOptions(title="Tình hình thực hiện", watermark="DỰ THẢO", body_size=12.5, measure="thuc_hien"),
    )

    assert (doc.heading.title, doc.watermark, doc.body_size) == ("TÌNH HÌNH THỰC HIỆN", "DỰ THẢO", 12.5)
    assert doc.tables[0].rows[-1].cells[1].amount == 5_000_000
    assert doc.words == "(Bằng chữ: Năm triệu đồng)./."
    assert doc.author == "Ủy ban nhân dân tỉnh Tây Ninh"


def test_a_form_that_does_not_say_lies_across_only_when_it_is_wide() -> None:
    budget = signed_plan().budget()
    wide = table_form(TEXT + "\nwidth = 100", TOTAL + "\nwidth = 66")

    assert not printed(FORM, budget).landscape
    assert printed(wide, budget).landscape
    assert not printed('orientation = "portrait"\n' + wide, budget).landscape
    assert printed('orientation = "landscape"\npaper = "A3"\n' + FORM, budget).paper == "A3"
    chosen = printed('orientation = "landscape"\n' + FORM, budget, AppendixOptions(paper="A3", landscape=False))
    assert (chosen.paper, chosen.landscape) == ("A3", False)


def test_the_larger_sheet_is_taken_where_letters_would_become_too_small() -> None:
    assert printed_sample("BD-2021-2030", "label,text,quantities,total,partners").paper == "A3"
    assert printed_sample("TN-2021", "label,text,quantities,total,partners").paper == "A4"


def test_carried_totals_are_a_matter_of_the_form_or_the_table() -> None:
    budget = signed_plan().budget()

    assert not printed(FORM, budget).tables[0].carry_totals
    assert printed("carry_totals = true\n" + FORM, budget).tables[0].carry_totals
    own = table_form(TEXT, TOTAL, table="carry_totals = false")
    assert not printed("carry_totals = true\n" + own, budget).tables[0].carry_totals


def test_paragraphs_keep_their_look_and_say_the_total() -> None:
    paragraph = '[[block]]\nkind = "paragraph"\ntext = "{total} {unit} ({words})"\nalign = "center"\n'
    paragraph += "bold = true\nitalic = true\nheading = 3\nsize = 13\n"

    doc = printed(
        'id = "a"\nname = "A"\n' + paragraph + FORM.partition("\n")[2].partition("\n")[2], signed_plan().budget()
    )

    assert doc.blocks[0] == Paragraph(
        "24 triệu đồng (Hai mươi tư triệu đồng)", Align.CENTER, bold=True, italic=True, heading=3, size=13.0
    )


def test_tables_have_names_for_bookmarks() -> None:
    doc = build_appendix(form_named("binh-duong"), signed_plan().budget())

    assert [table.title for table in doc.tables] == ["I. Việc I", "Tổng kinh phí năm 2021"]
    assert printed(FORM, signed_plan().budget()).tables[0].title == "Kế hoạch thử"
