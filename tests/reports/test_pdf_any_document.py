"""Whatever is in a document, its paper is whole: every row once and in order, every figure readable, nothing outside
the margins, the same bytes from several threads.
"""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from nscl_desktop.domain.appendix import (
    Align,
    AppendixDoc,
    Block,
    Cell,
    Column,
    HeaderCell,
    Heading,
    Paragraph,
    Row,
    RowKind,
    Signature,
    SignatureBlock,
    Table,
)
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.reports.cell_text import cell_text
from tests.reports import builders
from tests.reports.reading import Printed, printed

WORDS = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyẤỆ  /-;\n", max_size=200)
AMOUNTS = st.integers(-(10**6), 10**13)
MM = 72 / 25.4


def cells(text: str, amount: int | None, spans: bool) -> tuple[Cell, ...]:
    if spans:
        return (Cell(text, colspan=2), Cell(), Cell(amount=amount))
    return (Cell(text), Cell(quantity=Decimal(amount or 0) / 100), Cell(amount=amount))


ROWS = st.builds(
    lambda text, amount, spans, kind, keep: Row(cells(text, amount, spans), kind, keep_with_next=keep),
    WORDS,
    st.none() | AMOUNTS,
    st.booleans(),
    st.sampled_from(list(RowKind)),
    st.booleans(),
)
TABLES = st.builds(
    lambda rows, unit, numbered: Table(
        (Column(50), Column(30, Align.RIGHT), Column(20, Align.RIGHT)),
        (
            (HeaderCell("Nội dung", rowspan=2), HeaderCell("Kinh phí", colspan=2)),
            (HeaderCell("SL"), HeaderCell("Tiền")),
        ),
        tuple(rows),
        ("(1)", "(2)", "(3)") if numbered else (),
        unit,
    ),
    st.lists(ROWS, max_size=40),
    st.sampled_from(list(MoneyUnit)),
    st.booleans(),
)
PARAGRAPHS = st.builds(Paragraph, WORDS, st.sampled_from(list(Align)), st.booleans(), st.booleans(), st.integers(0, 3))
SIGNATURES = st.builds(
    lambda count, name, recipients: SignatureBlock(
        "Hà Nội, ngày 01 tháng 02 năm 2026", (Signature(("GIÁM ĐỐC",), name),) * count, tuple(recipients)
    ),
    st.integers(0, 3),
    WORDS,
    st.lists(WORDS, max_size=12),
)
DOCUMENTS = st.builds(
    lambda blocks, words, signatures, landscape, size: AppendixDoc(
        Heading("Phụ lục I", "BẢNG THỬ", "(Kèm theo Quyết định số 01/QĐ-UBND)"),
        tuple(blocks),
        words,
        (("*", "Ghi chú"),),
        signatures,
        landscape=landscape,
        body_size=size,
    ),
    st.lists(TABLES | PARAGRAPHS, max_size=4),
    WORDS,
    SIGNATURES,
    st.booleans(),
    st.sampled_from([8.0, 11.0, 13.0]),
)


def check_rows(doc: AppendixDoc, paper: Printed) -> None:
    for number, table in enumerate(doc.tables):
        boxes = [box for box in paper.result.boxes if box.table == number]
        assert sorted({box.row for box in boxes}) == list(range(len(table.rows)))
        assert [box.row for box in boxes] == sorted(box.row for box in boxes)
        for box in boxes:
            assert 20 * MM - 0.1 < box.top < box.bottom < paper.result.page_size[1] - 20 * MM + 0.1


def check_figures(doc: AppendixDoc, paper: Printed) -> None:
    for number, table in enumerate(doc.tables):
        for row_number, row in enumerate(table.rows):
            if row.cells[2].amount is None:
                continue
            box = next(box for box in paper.result.boxes if (box.table, box.row) == (number, row_number))
            figure = cell_text(row.cells[2], table.unit)
            assert paper.words_inside(box.page, [paper.result.cell(box, 2).rect]) == [figure]


def ink_in(picture: Image.Image, left: float, top: float, right: float, bottom: float) -> bool:
    part = picture.crop((int(left), int(top), int(right), int(bottom)))
    return min(part.tobytes()) < 128


def check_margins(paper: Printed) -> None:
    width, height = paper.result.page_size
    for page in range(paper.result.page_count):
        picture = paper.picture(page, 1.0)
        assert not ink_in(picture, 0, 0, 30 * MM - 2, height)
        assert not ink_in(picture, width - 15 * MM + 2, 0, width, height)
        assert not ink_in(picture, 0, height - 20 * MM + 3, width, height)


@settings(max_examples=60)
@given(DOCUMENTS)
def test_any_document_is_printed_whole_inside_its_margins(doc: AppendixDoc) -> None:
    paper = printed(doc)
    check_rows(doc, paper)
    check_figures(doc, paper)
    check_margins(paper)


def test_documents_printed_from_several_threads_are_the_same() -> None:
    builds = [builders.tay_ninh, builders.bac_giang, builders.binh_duong] * 3
    with ThreadPoolExecutor(4) as threads:
        at_once = list(threads.map(lambda build: printed(build()).data, builds))
    assert at_once == [printed(build()).data for build in builds]


def test_blocks_of_every_kind_may_follow_each_other() -> None:
    table = builders.small_table((("Tổng cộng", "1|2|3|4|5|15"),), 2021)
    blocks: tuple[Block, ...] = (table, table, Paragraph("Giữa hai bảng"), table, Paragraph("Cuối"))
    texts = printed(AppendixDoc(builders.TAY_NINH_HEADING, blocks)).texts()
    assert "Giữa hai bảng" in texts[0]
    assert texts[-1].endswith("Cuối")
