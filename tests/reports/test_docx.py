"""A Word file: real tables with repeated headings, rows kept whole, official pages, Vietnamese throughout."""

import io
import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.table import CT_Row, CT_Tbl
from hypothesis import given
from hypothesis import strategies as st

from nscl_desktop.domain.appendix import AppendixDoc, Cell, Heading, Paragraph, Signature, SignatureBlock
from nscl_desktop.domain.errors import EnvironmentProblem, InputError
from nscl_desktop.domain.text import nfc
from nscl_desktop.reports.docx import write_docx
from tests.reports import builders
from tests.reports.sheets import amount, document, docx_bytes, own_cells, part, png, table_of, word_tables

MM = 36_000  # English metric units


def opened(doc: AppendixDoc) -> Document:
    return docx.Document(io.BytesIO(docx_bytes(doc)))


def body_table(doc: AppendixDoc) -> CT_Tbl:
    """The first table with borders."""
    return word_tables(doc)[0]


def first_text(doc: AppendixDoc) -> str:
    """The first cell below the heading, as python-docx reads it."""
    document = opened(doc)
    return document.tables[0].cell(1, 0).text


def all_text(document: Document) -> str:
    return " ".join("".join(text.itertext()) for text in document.element.body.xpath(".//w:p"))


def has(row: CT_Row, path: str) -> bool:
    return bool(row.xpath(path))


def test_the_page_is_that_of_decree_30() -> None:
    section = opened(builders.tay_ninh()).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width / MM), round(section.page_height / MM)) == (297, 210)
    margins = [section.top_margin, section.bottom_margin, section.left_margin, section.right_margin]
    assert [round((margin or 0) / MM) for margin in margins] == [20, 20, 30, 15]
    assert section.orientation == 1  # landscape
    portrait = opened(builders.binh_duong()).sections[0]
    assert round((portrait.page_width or 0) / MM) == 210


def test_pages_are_numbered_from_the_second_on_and_anew_in_each_appendix() -> None:
    document = opened(builders.tay_ninh())
    section = document.sections[0]
    assert section.different_first_page_header_footer
    assert " PAGE " in part(docx_bytes(builders.tay_ninh()), "word/header2.xml")
    assert section.header.paragraphs[0].alignment == 1  # in the middle
    assert section.first_page_header.paragraphs[0].text == ""
    assert document.element.body.xpath("w:sectPr/w:pgNumType/@w:start") == ["1"]


def test_heading_rows_repeat_on_every_page_and_carry_their_merged_cells() -> None:
    table = body_table(builders.bac_giang())
    rows = table.tr_lst
    assert [has(row, "w:trPr/w:tblHeader") for row in rows[:3]] == [True, True, False]
    assert own_cells(table.tr_lst[0])[:4] == ["TT", "Nội dung", "Kinh phí", "Năm 2022"]
    assert rows[0].xpath("w:tc/w:tcPr/w:gridSpan/@w:val") == ["3", "2", "2", "2", "2"]
    assert rows[0].xpath("w:tc[w:tcPr/w:vMerge/@w:val='restart']")[0].xpath("string()") == "TT"
    assert len(rows[1].xpath("w:tc/w:tcPr/w:vMerge")) == 4
    numbered = body_table(builders.tay_ninh())
    assert own_cells(numbered.tr_lst[1]) == [f"({number})" for number in range(1, 11)]
    assert has(numbered.tr_lst[1], "w:trPr/w:tblHeader")


def test_every_row_of_a_table_covers_all_its_columns_with_fixed_widths() -> None:
    for build in (builders.tay_ninh, builders.bac_giang):
        tbl = body_table(build())
        grid = [int(width) for width in tbl.xpath("w:tblGrid/w:gridCol/@w:w")]
        room = (297 - 30 - 15) * 1440 / 25.4
        assert sum(grid) == pytest.approx(room, abs=20)
        assert tbl.xpath("w:tblPr/w:tblLayout/@w:type") == ["fixed"]
        for row in tbl.tr_lst:
            column = 0
            for cell in row.tc_lst:
                span = int((cell.xpath("w:tcPr/w:gridSpan/@w:val") or ["1"])[0])
                assert int(cell.xpath("w:tcPr/w:tcW/@w:w")[0]) == sum(grid[column : column + span])
                column += span
            assert column == len(grid)


def test_rows_are_not_cut_unless_taller_than_a_page() -> None:
    rows = body_table(builders.awkward()).tr_lst[2:]
    assert [has(row, "w:trPr/w:cantSplit") for row in rows] == [False, True, True, True, True]


def kept(table: CT_Tbl) -> list[bool]:
    return [has(row, "w:tc/w:p/w:pPr/w:keepNext") for row in table.tr_lst]


def test_a_section_keeps_its_rows_and_the_closing_keeps_the_last_two() -> None:
    doc = builders.tay_ninh()
    table = body_table(doc)
    flags = kept(table)[2:]
    first_texts = [own_cells(row)[0] for row in table.tr_lst[2:]]
    for roman in ("I", "II", "III", "IV"):
        assert flags[first_texts.index(roman)]
    assert flags[-2:] == [True, True]
    assert not all(flags)
    unsigned = kept(body_table(builders.long_table(30)))
    assert unsigned[-1] is False


def test_a_small_table_moves_to_the_next_page_whole() -> None:
    flags = kept(body_table(builders.binh_duong()))
    assert flags == [True, True, False]


def test_headings_are_found_by_the_navigation_pane() -> None:
    document = opened(builders.binh_duong())
    headings = [(p.style.name, p.text) for p in document.paragraphs if p.style and p.style.name.startswith("Heading")]
    assert headings[0][0] == "Heading 1"
    assert headings[0][1].startswith("Phụ lục\nDỰ TOÁN KINH PHÍ")
    assert headings[1] == ("Heading 2", "I. Dự toán kinh phí thực hiện cho giai đoạn 2021 - 2025")
    assert headings[2] == ("Heading 3", "1. Tổ chức đào tạo về năng suất, chất lượng")
    assert [p.paragraph_format.keep_with_next for p in document.paragraphs if p.text == headings[2][1]] == [
        True,
        True,
    ] * 2


def test_letters_and_language_are_those_of_official_paper() -> None:
    data = docx_bytes(builders.tay_ninh())
    styles = part(data, "word/styles.xml")
    (fonts,) = re.findall(r"<w:rFonts [^>]*>", styles)
    assert re.findall(r'w:(\w+)="Times New Roman"', fonts) == ["ascii", "hAnsi", "eastAsia", "cs"]
    assert 'w:lang w:val="vi-VN"' in styles
    assert "Calibri" not in styles
    document = docx.Document(io.BytesIO(data))
    title = document.paragraphs[0]
    assert title.runs[0].font.bold
    assert document.styles["Heading 1"].font.size.pt == 14
    assert document.styles["Nội dung bảng"].font.size.pt == 11


def test_the_file_tells_its_title_author_and_language() -> None:
    properties = opened(builders.tay_ninh()).core_properties
    assert properties.title.startswith("Phụ lục TRIỂN KHAI NHIỆM VỤ")
    assert (properties.author, properties.language) == ("Sở KH&CN tỉnh Tây Ninh", "vi-VN")
    assert "python-docx" not in properties.comments


def test_a_draft_mark_crosses_all_pages_and_a_finished_paper_has_none() -> None:
    draft, clean = docx_bytes(builders.three_signers()), docx_bytes(builders.tay_ninh())
    for name in ("word/header1.xml", "word/header2.xml"):
        assert 'string="DỰ THẢO"' in part(draft, name)
        assert "textpath" not in part(clean, name)


def test_signers_stand_side_by_side_with_their_pictures() -> None:
    document = opened(builders.three_signers(png(300, 100)))
    rows = [[cell.text for cell in row.cells] for row in document.tables[-1].rows]
    assert [text.splitlines()[0] for text in rows[0]] == ["NGƯỜI LẬP BIỂU", "KẾ TOÁN TRƯỞNG", "KT. CHI CỤC TRƯỞNG"]
    assert rows[2] == ["Nguyễn Thị Hồng Nhung", "Lê Quốc Đạt", "Phạm Hoàng Thiên Ân"]
    assert rows[3][0].startswith("Nơi nhận:\n- Bộ Khoa học và Công nghệ;")
    (inline,) = document.inline_shapes
    assert inline.width / inline.height == pytest.approx(3, rel=0.02)
    assert document.element.body.xpath(".//wp:docPr/@descr") == ["Chữ ký của Lê Quốc Đạt"]


def test_a_single_signer_has_the_recipients_at_the_left() -> None:
    rows = [[cell.text for cell in row.cells] for row in opened(builders.tay_ninh()).tables[-1].rows]
    assert rows[0] == ["", "Tây Ninh, ngày 30 tháng 3 năm 2021"]
    assert rows[1][0].endswith("- Lưu: VT, KGVX.")
    assert rows[1][1].startswith("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH")
    assert rows[1][1].endswith("Trần Văn Chiến")


@pytest.mark.parametrize(
    "signatures",
    [
        SignatureBlock("Hà Nội, ngày 05 tháng 01 năm 2022"),
        SignatureBlock(recipients=("- Lưu: VT.",)),
        SignatureBlock(signers=(Signature(("GIÁM ĐỐC",), "A"), Signature(("KẾ TOÁN",), "B"))),
    ],
)
def test_signature_blocks_of_any_kind_can_be_written(signatures: SignatureBlock) -> None:
    text = all_text(opened(replace(builders.bac_giang(), signatures=signatures)))
    wanted = [signatures.place_date, *signatures.recipients, *[signer.name for signer in signatures.signers]]
    assert all(part in text for part in wanted)


def test_a_damaged_picture_is_refused_by_the_signers_name() -> None:
    with pytest.raises(InputError, match="Ảnh chữ ký của Lê Quốc Đạt không đọc được"):
        docx_bytes(builders.three_signers(b"no picture"))


def test_every_text_of_the_paper_is_in_the_file() -> None:
    doc = builders.bac_giang()
    text = all_text(opened(doc)).replace("\n", " ")  # titles are broken between phrases
    wanted = [
        doc.heading.title,
        doc.heading.attached_to,
        "628*",
        "14.767,55",
        "* Kinh phí hợp pháp của cơ sở khám bệnh",
    ]
    wanted += [cell.text for row in doc.tables[0].rows for cell in row.cells]
    assert [part for part in wanted if part not in text] == []


def test_tables_that_follow_each_other_are_not_one() -> None:
    table = table_of([(Cell("a"), amount(1_000_000))])
    body = opened(document(table, table)).element.body
    names = [child.tag for child in body if child.tag in {qn("w:tbl"), qn("w:p")}]
    tables = [index for index, name in enumerate(names) if name == qn("w:tbl")]
    assert tables[1] - tables[0] == 2
    assert names[-1] == qn("w:p")


@pytest.mark.parametrize(
    "text", ["=1+1", 'a & b < c > "d"', "]]>", "{number}", "Chữ lạ: 標準 و 😀", "một\thai\nba", "x" * 2_000_000]
)  # fmt: skip
def test_a_text_stays_the_same_text(text: str) -> None:
    assert first_text(document(table_of([(Cell(text), amount(0))]))) == text


@given(st.text(max_size=60))
def test_any_text_is_kept_as_the_program_keeps_it(text: str) -> None:
    doc = AppendixDoc(Heading("Phụ lục", "TIÊU ĐỀ", ""), (Paragraph(text), table_of([(Cell(text), amount(0))])))
    assert first_text(doc) == nfc(text)


def test_decomposed_letters_are_composed_and_control_characters_dropped() -> None:
    text = unicodedata.normalize("NFD", "Đào tạo \x07nguồn\x00 nhân lực\u200b")
    assert first_text(document(table_of([(Cell(text), amount(0))]))) == "Đào tạo nguồn nhân lực"


def test_a_document_without_tables_or_rows_can_be_written() -> None:
    bare = AppendixDoc(Heading("", "", ""), (Paragraph("Không có bảng"),), words="(Bằng chữ: Không đồng)")
    assert "(Bằng chữ: Không đồng)" in all_text(opened(bare))
    empty = replace(table_of([(Cell("a"), amount(1))]), rows=())
    assert "Nội dung" in all_text(opened(document(empty)))


def test_the_same_document_gives_the_same_bytes() -> None:
    assert docx_bytes(builders.three_signers(png(30, 10))) == docx_bytes(builders.three_signers(png(30, 10)))


def test_an_older_file_stays_when_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "phu-luc.docx"
    path.write_bytes(b"older")
    with pytest.raises(InputError):
        write_docx(builders.three_signers(b"no picture"), path)
    assert path.read_bytes() == b"older"
    with pytest.raises(EnvironmentProblem, match="Không có thư mục"):
        write_docx(builders.tay_ninh(), tmp_path / "không có" / "phu-luc.docx")
