"""Texts in a workbook: whatever they begin with or hold, they stay text and whole, or are refused in a sentence."""

import io
import unicodedata
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nscl_desktop.domain.appendix import Align, AppendixDoc, Cell, Heading, Paragraph, SignatureBlock
from nscl_desktop.domain.errors import EnvironmentProblem, InputError
from nscl_desktop.domain.text import nfc
from nscl_desktop.reports.xlsx import write_xlsx
from tests.reports import builders
from tests.reports.sheets import amount, cell_with, document, part, row_of, sheet_of, table_of, xlsx_bytes

HOSTILE = [
    "=1+1",
    '+cmd|" /C calc"!A0',
    "-2+3",
    "@SUM(A1:A9)",
    "- Trên báo: 8 triệu đồng x 02 đợt",
    '=HYPERLINK("http://example.vn")',
    "http://example.vn",
    "<r><t>x</t></r>",
    "_x0041_ và _x000D_",
    "a & b < c > d \"e\" 'f'",
    "000123456",
    "1E+16",
    "03/4/2021",
    "Chữ lạ: 標準 و 😀",
    "#REF!",
    "TRUE",
]


def texts(doc: AppendixDoc) -> list[str]:
    return [str(cell.value) for row in sheet_of(doc).iter_rows() for cell in row if cell.value is not None]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_stays_the_same_text(text: str) -> None:
    sheet = sheet_of(document(table_of([(Cell(text), amount(0))])))
    (cell,) = [cell for row in sheet.iter_rows() for cell in row if str(cell.value).strip() == text]
    assert cell.data_type == "s"


@pytest.mark.parametrize("text", ["=1+1", "+84", "-2+3", "@SUM", "- Trên báo"])
def test_editing_such_a_text_in_excel_does_not_make_a_formula_of_it(text: str) -> None:
    sheet = sheet_of(document(table_of([(Cell(text), amount(0))])))
    assert cell_with(sheet, text).quotePrefix


def test_hostile_words_around_the_tables_stay_text_too() -> None:
    doc = AppendixDoc(
        Heading("=1+1", "@SUM(A1)", "-2"),
        (Paragraph("+3", Align.LEFT), table_of([(Cell("Mục"), amount(0))])),
        words="=words",
        footnotes=(("=", "footnote"),),
        signatures=SignatureBlock("=place", (), ("=to",)),
        author="=author",
    )
    sheet = sheet_of(doc)
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)} == {"s"}
    assert sheet.title == "=1+1"


def test_decomposed_letters_are_composed_and_control_characters_dropped() -> None:
    decomposed = unicodedata.normalize("NFD", "Đào tạo \x07nguồn\x00 nhân lực\u200b")
    found = texts(document(table_of([(Cell(decomposed), amount(0))])))
    assert "Đào tạo nguồn nhân lực" in found


def test_line_ends_stay_inside_their_cell() -> None:
    found = texts(document(table_of([(Cell("Dòng một\r\nDòng hai\rDòng ba"), amount(0))])))
    assert "Dòng một\nDòng hai\nDòng ba" in found


def test_the_longest_text_of_a_cell_is_whole() -> None:
    longest = "Nội dung " * 3640 + "hết rồi"  # 8 × 3640 … 32,767 characters in all
    longest = longest[:32_760] + "hết rồi"
    assert len(longest) == 32_767
    assert longest in texts(document(table_of([(Cell(longest), amount(0))])))


@pytest.mark.parametrize(
    "text", ["a" * 32_768, "😀" * 16_384, "Nội dung " * 250_000], ids=["one too many", "pairs", "2 MB"]
)
def test_a_longer_text_is_refused_and_named(text: str) -> None:
    with pytest.raises(InputError, match=r"dài [\d.]+ ký tự, một ô của tệp Excel chỉ chứa được 32\.767 ký tự"):
        xlsx_bytes(document(table_of([(Cell(text), amount(0))])))


def test_an_older_file_stays_when_writing_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "phu-luc.xlsx"
    path.write_bytes(b"older")
    with pytest.raises(InputError):
        write_xlsx(document(table_of([(Cell("a" * 40_000), amount(0))])), path)
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="Không có thư mục"):
        write_xlsx(builders.tay_ninh(), tmp_path / "không có" / "phu-luc.xlsx")


def test_the_file_tells_its_title_author_and_language() -> None:
    data = xlsx_bytes(builders.tay_ninh())
    properties = openpyxl.load_workbook(io.BytesIO(data)).properties
    assert properties.title is not None
    assert properties.title.startswith("Phụ lục TRIỂN KHAI NHIỆM VỤ")
    assert properties.creator == "Sở KH&CN tỉnh Tây Ninh"
    assert properties.language == "vi-VN"


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Phụ lục", "Phụ lục"),
        ("Phụ lục II", "Phụ lục II"),
        ("", "Phụ lục"),
        ("Phụ lục [1]: a/b*?", "Phụ lục 1 a b"),
        ("'Phụ lục'", "Phụ lục"),
        ("Phụ lục " + "dài " * 20, "Phụ lục dài dài dài dài dài dài"),
    ],
)
def test_the_sheet_is_named_after_the_appendix(label: str, name: str) -> None:
    doc = replace(builders.tay_ninh(), heading=Heading(label, "TIÊU ĐỀ", ""))
    assert sheet_of(doc).title == name


def test_the_same_document_gives_the_same_bytes() -> None:
    assert xlsx_bytes(builders.bac_giang()) == xlsx_bytes(builders.bac_giang())


def test_every_text_of_the_paper_is_in_the_sheet() -> None:
    doc = builders.tay_ninh()
    found = {" ".join(text.split()) for text in texts(doc)}
    wanted = [
        doc.heading.label,
        doc.heading.title,
        doc.heading.attached_to,
        doc.words,
        "Trần Văn Chiến",
        "KT. CHỦ TỊCH",
    ]
    wanted += [cell.text for row in doc.tables[0].rows for cell in row.cells if cell.text]
    wanted += [cell.text for cell in doc.tables[0].header[0]] + list(doc.tables[0].number_row)
    assert [text for text in wanted if " ".join(text.split()) not in found] == []
    assert any(text.startswith("Nơi nhận: - Bộ Khoa học và Công nghệ;") for text in found)


@given(st.text(max_size=60))
def test_any_text_is_kept_as_the_program_keeps_it(text: str) -> None:
    data = xlsx_bytes(document(table_of([(Cell(text), amount(12_000_000))])))
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    kept = str(sheet[f"A{row_of(sheet, 'Nội dung') + 1}"].value or "")
    assert kept.strip() == nfc(text).strip()
    assert "<f>" not in part(data, "xl/worksheets/sheet1.xml")
