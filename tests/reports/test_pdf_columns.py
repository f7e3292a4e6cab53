"""Column widths, line breaks and headings: figures whole, words whole while there is room, nothing outside its cell."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nscl_desktop.domain.appendix import (
    Align,
    AppendixDoc,
    Cell,
    Column,
    HeaderCell,
    Heading,
    Row,
    Signature,
    SignatureBlock,
    Table,
)
from nscl_desktop.domain.errors import Bug, InputError
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.reports.cell_text import cell_text, row_title
from nscl_desktop.reports.fonts import BOLD, REGULAR, embedded_fonts
from nscl_desktop.reports.line_breaking import break_evenly, break_lines
from nscl_desktop.reports.paper import MM
from nscl_desktop.reports.pdf_columns import Need, fit_columns
from tests.reports import builders
from tests.reports.reading import printed

WIDTHS = embedded_fonts().word_widths()[REGULAR]
HEADING = Heading("Phụ lục", "BẢNG THỬ", "")
WORDS = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyẤỆ0123456789./- \n", max_size=120)


def figures_table(count: int, amount: int, *, unit: MoneyUnit = MoneyUnit.DONG) -> AppendixDoc:
    columns = (Column(60), *[Column(10, Align.RIGHT, 0)] * count)
    header = ((HeaderCell("Nội dung"), *[HeaderCell(f"N{n}") for n in range(count)]),)
    row = Row((Cell("Hỗ trợ doanh nghiệp"), *[Cell(amount=amount + n) for n in range(count)]))
    return AppendixDoc(HEADING, (Table(columns, header, (row,), unit=unit),))


@given(WORDS, st.floats(1200, 9000))
def test_broken_lines_hold_all_the_letters_and_fit(text: str, limit: float) -> None:
    lines = break_lines(text, limit, WIDTHS)
    assert "".join("".join(line.text for line in lines).split()) == "".join(text.split())
    for line in lines:
        assert line.width == pytest.approx(sum(WIDTHS[char] for char in line.text), abs=1e-6)
        assert line.width <= limit or len(line.text) == 1


def test_titles_are_broken_between_phrases() -> None:
    title = (
        "TRIỂN KHAI NHIỆM VỤ CỦA CHƯƠNG TRÌNH QUỐC GIA HỖ TRỢ DOANH NGHIỆP NÂNG CAO NĂNG SUẤT VÀ CHẤT LƯỢNG SẢN PHẨM, "
        "HÀNG HÓA TRÊN ĐỊA BÀN TỈNH TÂY NINH NĂM 2021"
    )
    assert [line.text for line in break_evenly(title, 33_000, embedded_fonts().word_widths()[BOLD])] == [
        "TRIỂN KHAI NHIỆM VỤ CỦA CHƯƠNG TRÌNH QUỐC GIA",
        "HỖ TRỢ DOANH NGHIỆP NÂNG CAO NĂNG SUẤT VÀ CHẤT LƯỢNG",
        "SẢN PHẨM, HÀNG HÓA TRÊN ĐỊA BÀN TỈNH TÂY NINH NĂM 2021",
    ]


@pytest.mark.parametrize(
    "date", ["2684/QĐ-UBND ngày 24 tháng 11 năm 2021", "        /KH-UBND ngày      tháng 8 năm 2021"]
)
def test_a_date_is_not_broken_even_where_it_leaves_room_to_be_filled_in(date: str) -> None:
    text = f"(Kèm theo Quyết định số {date} của Ủy ban nhân dân tỉnh Bình Dương)"
    first, second = break_evenly(text, 33_000, WIDTHS)
    assert first.text == f"(Kèm theo Quyết định số {date}"
    assert second.text == "của Ủy ban nhân dân tỉnh Bình Dương)"


def test_no_line_begins_with_a_dash_and_no_range_is_broken() -> None:
    for text in ("Dự kiến tháng 3 - 6/2021", "Quốc tế Châu Á – Thái Bình Dương", "từ tháng 3 - 10/2021 - đợt 2"):
        for limit in range(6500, 9000, 250):
            lines = [line.text for line in break_lines(text, limit, WIDTHS)]
            assert not any(line.startswith(("-", "–")) for line in lines)
            assert not any(line.endswith("3 -") for line in lines)


@given(WORDS, st.floats(2000, 9000))
def test_even_lines_are_as_few_as_they_can_be(text: str, limit: float) -> None:
    plain, even = break_lines(text, limit, WIDTHS), break_evenly(text, limit, WIDTHS)
    assert len(even) == len(plain)
    assert "".join("".join(line.text for line in even).split()) == "".join(text.split())


def test_blanks_to_be_filled_in_by_hand_stay() -> None:
    (line,) = break_lines("số        /KH-UBND", 99_000, WIDTHS)
    assert line.text == "số        /KH-UBND"


def test_a_long_word_is_cut_behind_a_sign_where_there_is_one() -> None:
    lines = break_lines("TCĐLCL/KHCN-UBND", WIDTHS["TCĐLCL/KHC"], WIDTHS)
    assert [line.text for line in lines] == ["TCĐLCL/", "KHCN-UBND"]


def test_the_proportions_of_the_form_are_kept_where_all_fits() -> None:
    fit = fit_columns([Column(10), Column(30), Column(60)], [Need(), Need(), Need()], 500, 11)
    assert fit.widths == pytest.approx((50, 150, 300))
    assert fit.size == 11


def test_words_give_way_to_figures_first() -> None:
    needs = [
        Need(word=2000, line=90_000),
        Need(figure=9000, has_figures=True),
        Need(figure=1000, has_figures=True, title="Tổng"),
    ]
    fit = fit_columns([Column(60), Column(20), Column(20)], needs, 200, 10)
    assert fit.widths[1] == pytest.approx(9000 * 10 / 1000 + 6.4)
    assert fit.widths[2] == pytest.approx(1000 * 10 / 1000 + 6.4)  # before words suffer, the air of figures goes
    assert sum(fit.widths) == pytest.approx(200)
    assert fit.size == 10


def test_words_get_the_room_that_figures_do_not_need() -> None:
    needs = [Need(line=90_000), Need(figure=2000, has_figures=True), Need(line=90_000)]
    fit = fit_columns([Column(60), Column(40), Column(20)], needs, 140 * MM, 10)
    assert fit.widths[1] == pytest.approx(30 * MM)
    assert fit.widths[0] / fit.widths[2] == pytest.approx(3)  # what both need more of they share as the form says


def test_a_column_without_texts_is_no_wider_than_its_heading_asks() -> None:
    needs = [Need(line=90_000), Need(heading=1000, word=1000)]
    fit = fit_columns([Column(60), Column(60)], needs, 120 * MM, 10)
    assert fit.widths[1] == pytest.approx(45 * MM)


def test_columns_that_differ_only_in_the_year_are_equally_wide() -> None:
    needs = [Need(line=90_000), *[Need(figure=width, has_figures=True) for width in (1000, 3500, 1000)]]
    for need, title in zip(needs, ("Nội dung", "Năm 2021", "Năm 2022", "DN"), strict=True):
        need.title = title
    fit = fit_columns([Column(60), *[Column(15)] * 3], needs, 140 * MM, 10)
    assert fit.widths[1] == pytest.approx(fit.widths[2]) == pytest.approx(3500 * 10 / 1000 + 6.4 + 4)
    assert fit.widths[3] == pytest.approx(0.75 * 15 * MM)


def test_tables_of_one_make_have_equal_columns() -> None:
    doc = builders.binh_duong()
    edges = printed(doc).result.edges
    makes = [tuple(column.width for column in table.columns) for table in doc.tables]
    assert len(set(zip(makes, edges, strict=True))) == len(set(makes))


@given(st.lists(st.tuples(st.floats(1, 100), st.floats(0, 6000), st.booleans()), min_size=1, max_size=14))
def test_widths_fill_the_page_and_hold_every_figure(columns: list[tuple[float, float, bool]]) -> None:
    needs = [
        Need(figure=width if figures else 0, word=0 if figures else width, has_figures=figures)
        for _, width, figures in columns
    ]
    try:
        fit = fit_columns([Column(asked) for asked, _, _ in columns], needs, 450, 11)
    except InputError:
        assert sum(need.figure for need in needs) * 8 / 1000 + 6.4 * len(needs) > 450 - 15 * len(needs)
        return
    assert sum(fit.widths) == pytest.approx(450)
    assert 8 <= fit.size <= 11
    for need, width in zip(needs, fit.widths, strict=True):
        assert width >= need.figure * fit.size / 1000 + 6.4 - 0.001


@pytest.mark.parametrize("count", [4, 5, 6, 7])
def test_figures_stand_whole_inside_their_columns(count: int) -> None:
    doc = figures_table(count, 9_876_543_210)
    paper = printed(doc)
    (box,) = paper.result.boxes
    places = [paper.result.cell(box, column).rect for column in range(1, count + 1)]
    expected = [f"{9_876_543_210 + n:,}".replace(",", ".") for n in range(count)]
    assert paper.words_inside(0, list(places)) == expected


def test_more_figures_than_the_page_is_wide_are_refused_with_advice() -> None:
    with pytest.raises(InputError, match="không xếp vừa bề ngang trang giấy: hãy chọn giấy ngang, chọn đơn vị"):
        printed(figures_table(14, 9_876_543_210_000))
    assert (
        printed(replace(figures_table(14, 9_876_543_210_000, unit=MoneyUnit.TY), landscape=True)).result.page_count == 1
    )


def test_headings_over_several_columns_and_rows_stand_over_their_columns() -> None:
    doc = builders.bac_giang()
    paper = printed(doc)
    edges = paper.result.edges[0]
    first = paper.result.boxes[0]
    top = first.top - 60
    over_year = paper.words_inside(0, [(edges[5], top, edges[7], first.top), (edges[0], top, edges[1], first.top)])
    assert over_year == ["Năm2022NSNNDN", "TT"]


@pytest.mark.parametrize(
    "header",
    [
        ((HeaderCell("A", colspan=3),),),
        ((HeaderCell("A", rowspan=2), HeaderCell("B")),),
        ((HeaderCell("A"),),),
        ((HeaderCell("A"), HeaderCell("B", rowspan=2)), (HeaderCell("C", colspan=2),)),
    ],
)
def test_a_heading_that_does_not_cover_its_columns_is_our_fault(header: tuple[tuple[HeaderCell, ...], ...]) -> None:
    table = Table((Column(10), Column(10)), header, ())
    with pytest.raises(Bug):
        printed(AppendixDoc(HEADING, (table,)))


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (Cell(), ""),
        (Cell("Có dự án riêng"), "Có dự án riêng"),
        (Cell(amount=628_000_000, mark="*"), "628*"),
        (Cell("-", amount=0), "-"),
        (Cell(amount=0), "0"),
        (Cell(amount=83_440_000), "83,44"),
        (Cell(quantity=Decimal("1250.50")), "1.250,5"),
        (Cell(percent=Decimal("12.50")), "12,5%"),
        (Cell(mark="(*)"), "(*)"),
    ],
)
def test_five_kinds_of_cells_print_differently(cell: Cell, text: str) -> None:
    assert cell_text(cell, MoneyUnit.TRIEU) == text


def test_shares_of_a_column_have_like_decimals() -> None:
    shares = ("10.7", "9.005", "100", "-0.5")
    texts = [cell_text(Cell(percent=Decimal(share)), MoneyUnit.DONG, 2) for share in shares]
    assert texts == ["10,70%", "9,01%", "100,00%", "-0,50%"]


def test_a_row_is_called_by_its_label_and_text() -> None:
    table = builders.tay_ninh().tables[0]
    assert row_title(table, table.rows[0]).startswith("I. Tăng cường công tác")
    assert row_title(table, table.rows[-1]) == "Tổng cộng (I) + (II) + (III) + (IV)"
    assert row_title(replace(table, title="Dự toán"), Row((Cell(), Cell(amount=5)))) == "Dự toán"


def test_a_damaged_signature_picture_is_refused_by_name() -> None:
    signer = Signature(("GIÁM ĐỐC",), "Lê Văn Tám", image=b"khong phai anh")
    doc = AppendixDoc(HEADING, (), signatures=SignatureBlock(signers=(signer,)))
    with pytest.raises(InputError, match="Ảnh chữ ký của Lê Văn Tám không đọc được"):
        printed(doc)


def test_two_signers_stand_side_by_side_with_recipients_below() -> None:
    signers = (Signature(("THƯ KÝ",), "Trần Thị Bình"), Signature(("CHỦ TỌA",), "Lê Văn Tám"))
    doc = AppendixDoc(HEADING, (), signatures=SignatureBlock("", signers, ("- Như trên;", "- Lưu: VT.")))
    paper = printed(doc)
    width, height = paper.result.page_size
    left, right = paper.words_inside(0, [(85, 0, width / 2, height), (width / 2, 0, width, height)])
    assert "THƯKÝTrầnThịBìnhNơinhận:-Nhưtrên;-Lưu:VT." in left
    assert right.endswith("CHỦTỌALêVănTám")


def test_recipients_without_a_signer_are_printed() -> None:
    doc = AppendixDoc(HEADING, (), signatures=SignatureBlock(recipients=("- Lưu: VT.",)))
    assert "Nơi nhận: - Lưu: VT." in printed(doc).texts()[0]
