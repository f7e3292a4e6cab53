"""Where pages may end: rows whole, headings with their rows, totals and signatures in company, totals carried over."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from nscl_desktop.domain.appendix import (
    Align,
    AppendixDoc,
    Cell,
    Column,
    HeaderCell,
    Heading,
    Paragraph,
    Row,
    RowKind,
    SignatureBlock,
    Table,
)
from nscl_desktop.domain.errors import InputError
from tests.reports import builders
from tests.reports.reading import Printed, printed

Build = Callable[[], AppendixDoc]


def signed(count: int) -> AppendixDoc:
    doc = builders.long_table(count)
    block = SignatureBlock("Tây Ninh, ngày 30 tháng 3 năm 2021", (builders.SIGNER,), builders.RECIPIENTS)
    return replace(doc, words=builders.TAY_NINH_WORDS, signatures=block)


def page_of_row(paper: Printed, table: int = 0) -> dict[int, int]:
    return {box.row: box.page for box in paper.result.boxes if box.table == table}


def test_each_page_repeats_the_heading_and_the_row_of_numbers() -> None:
    for text in printed(builders.long_table(60)).texts():
        assert "STT Nội dung Cơ quan chủ trì" in text
        assert "(1) (2) (3) (4) (5) (6) (7) (8) (9) (10)" in text


def test_rows_are_printed_whole_in_order_inside_the_margins() -> None:
    doc = builders.long_table(150)
    result = printed(doc).result
    assert [box.row for box in result.boxes] == list(range(len(doc.tables[0].rows)))
    margin = 20 / 25.4 * 72
    for before, after in pairwise(result.boxes):
        assert margin < after.top < after.bottom <= result.page_size[1] - margin + 0.1
        if before.page == after.page:
            assert after.top == pytest.approx(before.bottom)


@pytest.mark.parametrize("count", range(12, 40))
def test_a_section_heading_keeps_its_next_two_rows_and_the_total_is_not_alone(count: int) -> None:
    doc = builders.long_table(count)
    pages = page_of_row(printed(doc))
    rows = doc.tables[0].rows
    for number, row in enumerate(rows[:-3]):
        if row.kind is RowKind.SECTION:
            assert pages[number] == pages[number + 1] == pages[number + 2]
    assert rows[-1].kind is RowKind.TOTAL
    assert pages[len(rows) - 2] == pages[len(rows) - 1]


@pytest.mark.parametrize("count", range(2, 30))
def test_signatures_and_words_stand_under_two_rows_at_least(count: int) -> None:
    doc = signed(count)
    paper = printed(doc)
    last = paper.result.page_count - 1
    assert list(page_of_row(paper).values()).count(last) >= 2
    for words in ("Bằng chữ", "PHÓ CHỦ TỊCH", "Trần Văn Chiến", "- Lưu: VT, KGVX."):
        assert [words in text for text in paper.texts()].index(True) == last


@pytest.mark.parametrize("count", range(11))
def test_signatures_higher_than_the_page_leaves_keep_two_rows_and_let_the_heading_go(count: int) -> None:
    doc = builders.three_signers()
    recipients = tuple(f"- Đơn vị thứ {number};" for number in range(count))
    doc = replace(doc, signatures=replace(doc.signatures, recipients=recipients))
    paper = printed(doc)
    rows, pages = doc.tables[0].rows, page_of_row(paper)
    last = paper.result.page_count - 1
    assert list(pages.values()).count(last) >= 2
    for page in range(last):
        on_page = [number for number, at in pages.items() if at == page]
        assert [rows[number].kind for number in on_page] != [RowKind.SECTION]


def test_a_small_table_is_not_cut_and_its_heading_stays_with_it() -> None:
    doc = builders.binh_duong()
    paper = printed(doc)
    assert paper.result.page_count > 2
    for table in range(len(doc.tables)):
        pages = {box.page for box in paper.result.boxes if box.table == table}
        assert len(pages) == 1
    heads = [block for block in doc.blocks if isinstance(block, Paragraph) and block.heading]
    table_pages = [next(box.page for box in paper.result.boxes if box.table == t) for t in range(len(doc.tables))]
    second_level = [page for level, _, page in paper.outline() if level == 1]
    assert len(second_level) == len([head for head in heads if head.heading == 2])
    assert second_level == table_pages


def test_a_row_taller_than_a_page_goes_on_under_the_heading_with_a_note() -> None:
    paper = printed(builders.awkward())
    parts = [box for box in paper.result.boxes if box.row == 0]
    assert [part.page for part in parts] == list(range(len(parts)))
    assert len(parts) > 3
    texts = paper.texts()
    assert "(tiếp)" not in texts[0]
    for part in parts[1:]:
        assert "(10) (tiếp)" in texts[part.page]
    assert " ".join(texts).count(" kèm ") == 60  # once in each of its sentences


@pytest.mark.parametrize("count", [25, 33, 61])
def test_totals_are_carried_over_and_brought_forward(count: int) -> None:
    doc = builders.long_table(count, carry=True)
    paper = printed(doc)
    pages = page_of_row(paper)
    rows = doc.tables[0].rows
    texts = paper.texts()
    for page in range(paper.result.page_count - 1):
        added = sum(
            row.cells[8].amount or 0
            for number, row in enumerate(rows)
            if row.kind is RowKind.ITEM and pages[number] <= page
        )
        figure = f"{added:,}".replace(",", ".")
        assert f"Cộng mang sang {figure}" in texts[page]
        assert f"Cộng trang trước {figure}" in texts[page + 1]
    assert "Cộng mang sang" not in texts[-1]
    assert "Cộng trang trước" not in texts[0]


def test_totals_that_contradict_their_rows_are_not_carried_over() -> None:
    doc = builders.long_table(25, carry=True)
    table = doc.tables[0]
    cells = list(table.rows[-1].cells)
    cells[8] = replace(cells[8], amount=(cells[8].amount or 0) + 1)
    wrong = replace(table, rows=(*table.rows[:-1], replace(table.rows[-1], cells=tuple(cells))))
    with pytest.raises(InputError, match=r"Cột \(9\): dòng tổng cộng ghi [\d.]+ nhưng các dòng cộng lại được [\d.]+"):
        printed(replace(doc, blocks=(wrong,)))


def test_without_formulas_the_deepest_rows_are_carried() -> None:
    doc = builders.tay_ninh(signed=False)
    table = doc.tables[0]
    rows = [row if row.cells[0].text else replace(row, depth=2) for row in table.rows]
    paper = printed(replace(doc, blocks=(replace(table, rows=tuple(rows), carry_totals=True),)))
    found = [re.findall(r"Cộng (?:mang sang|trang trước) ([\d.]+)", text) for text in paper.texts()]
    assert found[0] == ["40.600.000"]  # section I, whole
    assert found[1] == ["40.600.000", "147.290.000"]  # and II.1 and II.2: 48.850.000 + 57.840.000


def test_long_text_between_table_and_signatures_is_company_enough() -> None:
    doc = signed(8)
    text = Paragraph("Các đơn vị căn cứ nội dung phân công tổ chức thực hiện. " * 80, Align.JUSTIFY)
    paper = printed(replace(doc, blocks=(*doc.blocks, text)))
    assert "Trần Văn Chiến" in paper.texts()[-1]
    assert "Các đơn vị căn cứ" in paper.texts()[-1] or "thực hiện." in paper.texts()[-1]


def test_recipients_longer_than_the_page_go_on_on_the_next() -> None:
    many = tuple(f"- Đơn vị nhận thứ {number};" for number in range(1, 91))
    doc = replace(signed(3), signatures=SignatureBlock("", (builders.SIGNER,), many))
    paper = printed(doc)
    text = " ".join(paper.texts())
    assert [name for name in many if name not in text] == []
    assert paper.result.page_count > 2


def test_a_table_without_rows_prints_its_heading() -> None:
    table = Table(builders.TAY_NINH_COLUMNS, builders.TAY_NINH_HEADER, (), builders.NUMBER_ROW)
    paper = printed(AppendixDoc(builders.TAY_NINH_HEADING, (table,), landscape=True))
    assert "Cơ quan phối hợp" in paper.texts()[0]
    assert paper.result.boxes == ()


def test_a_heading_alone_keeps_what_it_is_glued_to() -> None:
    filler = tuple(Row((Cell(str(n)), Cell("một dòng"), *[Cell()] * 8)) for n in range(40))
    for cut in range(20, 36):
        rows = list(filler)
        rows[cut] = replace(rows[cut], keep_with_next=True)
        table = Table(builders.TAY_NINH_COLUMNS, builders.TAY_NINH_HEADER, tuple(rows), builders.NUMBER_ROW)
        pages = page_of_row(printed(AppendixDoc(builders.TAY_NINH_HEADING, (table,), landscape=True)))
        assert pages[cut] == pages[cut + 1]


@pytest.mark.parametrize("lines", range(17, 20))
def test_a_page_ends_behind_a_tall_first_row_rather_than_being_left_a_quarter_empty(lines: int) -> None:
    tall = [Row((Cell(str(number)), Cell("\n".join(["Thiếu bản cam kết"] * 12)))) for number in (1, 2)]
    short = [Row((Cell(str(number)), Cell("Đạt"))) for number in range(3, 40)]
    rows = (Row((Cell("I"), Cell("Hồ sơ")), RowKind.SECTION), *tall, *short)
    before = [Paragraph(f"Dòng {number}") for number in range(lines)]
    table = Table((Column(20), Column(100)), ((HeaderCell("STT"), HeaderCell("Kết quả")),), rows)
    paper = printed(AppendixDoc(Heading("BIÊN BẢN", "", ""), (*before, table)))
    assert list(page_of_row(paper).values())[:4] == [0, 0, 1, 1]


def test_lines_to_write_on_are_not_left_alone_on_a_page() -> None:
    for lines in range(16, 36):
        before = [Paragraph(f"Dòng {number}") for number in range(lines)]
        paper = printed(AppendixDoc(Heading("BIÊN BẢN", "", ""), (*before, Paragraph("", dotted=4), Paragraph("Hết"))))
        assert paper.result.page_count in {1, 2}
        dotted = [len(re.findall(r"\.{20,}", text)) for text in paper.texts()]
        assert sum(dotted) == 4
        assert 1 not in dotted, lines
