"""How a workbook is laid out for official paper: page, repeated heading, heights, widths, page ends, pictures."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from nscl_desktop.domain.appendix import (
    Align,
    AppendixDoc,
    Cell,
    HeaderCell,
    Paragraph,
    Row,
    RowKind,
    Signature,
    SignatureBlock,
)
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.reports.fonts import BOLD, REGULAR, embedded_fonts
from nscl_desktop.reports.line_breaking import break_lines
from nscl_desktop.reports.pdf_flow import Break
from nscl_desktop.reports.xlsx_grid import common_grid
from nscl_desktop.reports.xlsx_rows import SheetRows
from tests.reports import builders
from tests.reports.sheets import (
    amount,
    cell_with,
    document,
    docx_bytes,
    part,
    png,
    row_of,
    sheet_of,
    table_of,
    xlsx_bytes,
)

MM_IN_INCH = 1 / 25.4
SHEET = "xl/worksheets/sheet1.xml"


def test_the_page_is_that_of_decree_30() -> None:
    sheet = sheet_of(builders.tay_ninh())
    setup, margins = sheet.page_setup, sheet.page_margins
    assert (str(setup.paperSize), setup.orientation) == ("9", "landscape")
    assert (setup.fitToWidth or 1, setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage) == (1, 0, True)
    asked = [20 * MM_IN_INCH, 20 * MM_IN_INCH, 30 * MM_IN_INCH, 15 * MM_IN_INCH]
    assert [margins.top, margins.bottom, margins.left, margins.right] == pytest.approx(asked)
    assert sheet_of(builders.binh_duong()).page_setup.orientation == "portrait"


def test_pages_are_numbered_in_the_middle_of_the_top_margin_from_the_second_on() -> None:
    sheet = sheet_of(builders.tay_ninh())
    assert sheet.HeaderFooter.differentFirst
    assert sheet.oddHeader.center.text == "&P"
    assert (sheet.oddHeader.center.font, sheet.oddHeader.center.size) == ("Times New Roman,Regular", 13)
    assert not sheet.firstHeader.center.text


def test_a_draft_says_so_on_every_page_and_a_finished_paper_does_not() -> None:
    draft = sheet_of(builders.three_signers())
    assert draft.firstHeader.right.text.endswith("DỰ THẢO")
    assert draft.oddHeader.right.text.endswith("DỰ THẢO")
    assert "DỰ THẢO" not in part(xlsx_bytes(builders.tay_ninh()), SHEET)


def test_the_heading_of_an_only_table_is_repeated_and_stays_in_sight() -> None:
    sheet = sheet_of(builders.tay_ninh())
    first = row_of(sheet, "STT")
    assert sheet.print_title_rows == f"${first}:${first + 1}"
    assert cell_with(sheet, "(1)").row == first + 1
    assert sheet.freeze_panes == f"A{first + 2}"


def test_a_heading_of_two_rows_is_merged_and_repeated_whole() -> None:
    sheet = sheet_of(builders.bac_giang())
    top = row_of(sheet, "Kinh phí")
    merged = {str(area) for area in sheet.merged_cells.ranges}
    assert {f"A{top}:A{top + 1}", f"C{top}:E{top}", f"F{top}:G{top}", f"N{top}:N{top + 1}"} <= merged
    assert sheet.print_title_rows == f"${top}:${top + 1}"


def test_headings_of_several_tables_are_not_repeated() -> None:
    assert sheet_of(builders.binh_duong()).print_title_rows is None


def test_all_that_is_written_is_printed() -> None:
    sheet = sheet_of(builders.tay_ninh())
    assert str(sheet.print_area).endswith(f"$A$1:$J${sheet.max_row}")


def test_widths_add_up_to_the_room_between_the_margins() -> None:
    doc = builders.tay_ninh()
    sheet = sheet_of(doc)
    # A digit of Times New Roman 12 is 8 screen points wide, and 5 belong to the cell's padding
    widths = [round(sheet.column_dimensions[letter].width * 8) * 0.75 for letter in "ABCDEFGHIJ"]
    room = (297 - 30 - 15) * 72 / 25.4
    assert 0.98 * room <= sum(widths) <= room
    asked = [column.width for column in doc.tables[0].columns]
    assert widths[1] == max(widths)
    assert widths[0] < widths[2] < widths[1]
    assert widths[1] / sum(widths) == pytest.approx(asked[1] / sum(asked), rel=0.15)


def needed_height(sheet: Worksheet, row: int, columns: str) -> float:
    """Points that the tallest text of a row takes on paper."""
    widths = embedded_fonts().word_widths()
    most = 0.0
    for letter in columns:
        cell = sheet[f"{letter}{row}"]
        if isinstance(cell.value, str) and cell.coordinate not in sheet.merged_cells:
            room = round(sheet.column_dimensions[letter].width * 8) * 0.75 - 4
            style, size = BOLD if cell.font.b else REGULAR, cell.font.sz
            lines = break_lines(cell.value, room * 1000 / size, widths[style])
            most = max(most, len(lines) * size * 1.15)
    return most


@pytest.mark.parametrize("build", [builders.tay_ninh, builders.bac_giang])
def test_every_row_has_a_height_that_holds_its_texts(build: Callable[[], AppendixDoc]) -> None:
    sheet = sheet_of(build())
    letters = [letter for letter in "ABCDEFGHIJKLMNO" if letter in sheet.column_dimensions]
    for row in range(1, sheet.max_row + 1):
        height = sheet.row_dimensions[row].height
        assert height is not None
        assert height >= needed_height(sheet, row, "".join(letters))


def test_a_row_higher_than_excel_allows_takes_several_rows_merged() -> None:
    sheet = sheet_of(builders.awkward())
    number = cell_with(sheet, "1")
    (area,) = [merged for merged in sheet.merged_cells.ranges if str(merged).startswith(f"A{number.row}:")]
    heights = [sheet.row_dimensions[row].height for row in range(area.min_row, area.max_row + 1)]
    assert len(heights) > 1
    assert max(heights) <= 409
    assert sheet[f"A{area.max_row + 1}"].value == "2"


def test_sections_and_totals_are_bold_and_framed() -> None:
    sheet = sheet_of(builders.tay_ninh())
    section, item = cell_with(sheet, "I"), sheet[f"B{row_of(sheet, 'I') + 1}"]
    assert (section.font.b, item.font.b) == (True, False)
    assert (section.font.name, section.font.sz) == ("Times New Roman", 11)
    assert all(getattr(item.border, side).style == "thin" for side in ("left", "right", "top", "bottom"))
    assert (section.alignment.horizontal, item.alignment.horizontal) == ("center", "left")
    assert sheet[f"I{section.row}"].alignment.horizontal == "right"
    assert item.alignment.wrap_text
    title = next(cell for row in sheet.iter_rows(max_row=4) for cell in row if str(cell.value).startswith("TRIỂN KHAI"))
    assert (title.font.b, title.font.sz, title.alignment.horizontal) == (True, 14, "center")


def test_a_signature_has_room_and_its_picture_fits_there() -> None:
    sheet = sheet_of(builders.three_signers(png(600, 200)))
    (image,) = sheet._images  # noqa: SLF001 - openpyxl has no other list of pictures
    space = image.anchor._from.row + 1  # noqa: SLF001
    assert sheet.row_dimensions[space].height == pytest.approx(26 * 72 / 25.4, abs=1)
    assert cell_with(sheet, "Lê Quốc Đạt").row == space + 1
    drawing = part(xlsx_bytes(builders.three_signers(png(600, 200))), "xl/drawings/drawing1.xml")
    assert 'descr="Chữ ký của Lê Quốc Đạt"' in drawing
    size = re.search(r'<a:ext cx="(\d+)" cy="(\d+)"/>', drawing)
    assert size is not None
    width, height = (int(emu) / 12700 for emu in size.groups())
    assert width / height == pytest.approx(3, rel=0.02)
    assert height <= 24 * 72 / 25.4 + 1


def test_a_damaged_picture_is_refused_by_the_signers_name() -> None:
    with pytest.raises(InputError, match="Ảnh chữ ký của Lê Quốc Đạt không đọc được"):
        xlsx_bytes(builders.three_signers(b"no picture"))


def test_recipients_stand_at_the_left_of_a_single_signer_and_below_several() -> None:
    single, several = sheet_of(builders.tay_ninh()), sheet_of(builders.three_signers())
    for sheet, word, level in ((single, "TM. ỦY BAN NHÂN DÂN", True), (several, "NGƯỜI LẬP BIỂU", False)):
        recipients = next(
            cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("Nơi nhận:\n- Bộ")
        )
        assert (recipients.row == row_of(sheet, word)) is level
        assert recipients.column == 1


@pytest.mark.parametrize(
    "signatures",
    [
        SignatureBlock("Hà Nội, ngày 05 tháng 01 năm 2022"),
        SignatureBlock(signers=(Signature(("GIÁM ĐỐC",), "A"), Signature(("KẾ TOÁN TRƯỞNG",), "B"))),
        SignatureBlock(recipients=("- Lưu: VT.",)),
    ],
)
def test_signature_blocks_of_any_kind_can_be_written(signatures: SignatureBlock) -> None:
    sheet = sheet_of(replace(builders.bac_giang(), signatures=signatures))
    found = {str(cell.value) for row in sheet.iter_rows() for cell in row}
    wanted = {signatures.place_date} if signatures.place_date else {signer.name for signer in signatures.signers}
    assert wanted <= found


def test_a_table_too_wide_for_the_page_is_printed_smaller() -> None:
    cells = (Cell("Mục"), *[amount(999_999_999_999)] * 24)
    wide = replace(table_of([cells], MoneyUnit.DONG), header=(tuple(HeaderCell(str(i)) for i in range(25)),))
    sheet = sheet_of(document(wide))
    widths = [dimension.width * 8 * 0.75 for dimension in sheet.column_dimensions.values()]
    assert sum(widths) > (210 - 30 - 15) * 72 / 25.4
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    with pytest.raises(InputError, match="không xếp vừa bề ngang"):
        docx_bytes(document(wide))


def test_a_document_without_tables_or_rows_can_be_written() -> None:
    bare = AppendixDoc(document().heading, (Paragraph("Không có bảng", Align.JUSTIFY),), words="(Bằng chữ: Không đồng)")
    assert row_of(sheet_of(bare), "(Bằng chữ: Không đồng)") > row_of(sheet_of(bare), "Không có bảng")
    empty = replace(table_of([(Cell("a"), amount(1))]), rows=())
    assert row_of(sheet_of(document(empty)), "Nội dung") > 1


# -- where pages end --------------------------------------------------------------------------------------------------


def filled(*rows: tuple[float, Break]) -> SheetRows:
    made = SheetRows()
    for height, after in rows:
        made.take(height, after)
    return made


def test_a_page_ends_before_the_row_that_does_not_fit() -> None:
    rows = filled(*[(30.0, Break.FREE)] * 8)
    assert rows.page_breaks(100, None) == [3, 6]


def test_the_repeated_heading_takes_its_room_on_every_page() -> None:
    rows = filled((30.0, Break.KEEP), *[(30.0, Break.FREE)] * 5)
    assert rows.page_breaks(100, (0, 0)) == [3, 5]


def test_a_page_never_ends_behind_what_is_kept_with_the_next() -> None:
    rows = filled((30.0, Break.FREE), (30.0, Break.KEEP), (30.0, Break.KEEP), (30.0, Break.FREE))
    assert rows.page_breaks(100, None) == [1]


def test_a_chain_longer_than_a_page_is_broken_where_the_page_ends() -> None:
    assert filled(*[(30.0, Break.GLUE)] * 5).page_breaks(100, None) == [3]


def test_a_half_empty_page_is_avoided_where_something_less_good_is_at_hand() -> None:
    rows = filled((30.0, Break.FREE), (30.0, Break.AVOID), (30.0, Break.AVOID), (30.0, Break.FREE))
    assert rows.page_breaks(100, None) == [3]


def test_no_section_heading_ends_a_page_and_the_closing_keeps_two_rows() -> None:
    doc = builders.long_table(120)
    sheet = sheet_of(replace(doc, words=builders.TAY_NINH_WORDS, signatures=builders.tay_ninh().signatures))
    first = row_of(sheet, "(1)") + 1
    starts = [mark.id + 1 for mark in sheet.row_breaks.brk]
    assert starts
    rows = doc.tables[0].rows
    last = [rows[start - first - 1].kind for start in starts if start - first - 1 < len(rows)]
    assert RowKind.SECTION not in last
    assert starts[-1] <= row_of(sheet, "Tổng cộng") - 1


def test_a_page_break_stands_between_the_small_tables_not_inside_them() -> None:
    sheet = sheet_of(builders.binh_duong())
    headings = [
        cell.row for row in sheet.iter_rows() for cell in row if re.match(r"(\d|I+)\. |Tổng kinh", str(cell.value))
    ]
    assert {mark.id + 1 for mark in sheet.row_breaks.brk} <= set(headings)


# -- the grid ---------------------------------------------------------------------------------------------------------


def test_equal_edges_of_two_tables_are_one_and_others_divide_the_sheet() -> None:
    grid = common_grid([[0, 100, 200], [0, 100.5, 150, 200]], 200, [])
    assert list(grid.edges) == [0, 100.5, 150, 200]
    assert grid.columns_of([0, 100, 200]) == [(0, 1), (1, 3)]


def test_signers_do_not_cut_up_a_column_if_an_edge_is_near() -> None:
    assert common_grid([[0, 95, 200]], 200, [(100, 90, 110)]).columns == 2
    assert list(common_grid([[0, 20, 200]], 200, [(100, 90, 110)]).edges) == [0, 20, 100, 200]


def test_rows_of_a_section_without_items_are_no_trouble() -> None:
    rows = (Row((Cell("I"), Cell()), RowKind.SECTION), Row((Cell("II"), Cell()), RowKind.SECTION))
    table = replace(table_of([(Cell("a"), amount(1))]), rows=rows)
    assert row_of(sheet_of(document(table)), "II") == row_of(sheet_of(document(table)), "I") + 1
