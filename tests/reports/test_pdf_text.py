"""What stands in the PDF files: words, figures, metadata and the places of rows."""

import io
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from nscl_desktop.domain.appendix import AppendixDoc, Heading
from nscl_desktop.domain.errors import EnvironmentProblem, InputError
from nscl_desktop.reports.cell_text import cell_text
from nscl_desktop.reports.fonts import embedded_fonts
from nscl_desktop.reports.pdf import write_pdf
from tests.golden_files import GoldenFiles
from tests.reports import builders
from tests.reports.reading import printed

DOCUMENTS = [builders.tay_ninh, builders.bac_giang, builders.binh_duong, builders.three_signers]
VIET_NAM = timezone(timedelta(hours=7))
Build = Callable[[], AppendixDoc]


def test_the_vietnamese_words_and_figures_can_be_copied_from_the_paper() -> None:
    text = " ".join(printed(builders.tay_ninh()).texts())
    for words in (
        "TRIỂN KHAI NHIỆM VỤ CỦA CHƯƠNG TRÌNH QUỐC GIA",
        "Tăng cường công tác thông tin truyền",
        "ngày 30 tháng 3 năm 2021",
        "1.687.290.000",
        builders.TAY_NINH_WORDS,
        "TM. ỦY BAN NHÂN DÂN",
        "- Lưu: VT, KGVX.",
    ):
        assert words in text


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_another_reader_finds_the_same_words_and_fonts(tmp_path: Path) -> None:
    path = tmp_path / "phu-luc.pdf"
    write_pdf(builders.tay_ninh(), path, fonts=embedded_fonts())
    run = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True)
    text = run.stdout.decode()
    assert "Đăng báo, tờ rơi, phóng sự,..." in text
    assert "1.687.290.000" in text
    run = subprocess.run(["pdffonts", str(path)], capture_output=True, check=True)
    fonts = [line.split() for line in run.stdout.decode().splitlines()[2:]]
    assert {font[0].split("+")[1] for font in fonts} == {
        "LiberationSerif", "LiberationSerif-Bold", "LiberationSerif-Italic", "LiberationSerif-BoldItalic",
    }  # fmt: skip
    assert all(font[-5:-2] == ["yes", "yes", "yes"] for font in fonts)  # embedded, subset, with the table for copying


@pytest.mark.parametrize("build", DOCUMENTS)
def test_every_cell_holds_its_own_text_and_nothing_else(build: Build) -> None:
    doc = build()
    paper = printed(doc)
    for page in range(paper.result.page_count):
        boxes = [box for box in paper.result.boxes if box.page == page]
        for box in boxes:
            table = doc.tables[box.table]
            row = table.rows[box.row]
            places = [paper.result.cell(box, column) for column in range(len(table.columns))]
            found = paper.words_inside(page, [place.rect for place in places])
            expected = [
                cell_text(row.cells[place.column], table.unit, table.columns[place.column].decimals) for place in places
            ]
            watermark = set("DỰTHẢO") if doc.watermark else set()
            for inside, text in zip(found, expected, strict=True):
                bare = "".join(text.split())
                assert inside == bare or (watermark and set(inside) - set(bare) <= watermark)


@pytest.mark.parametrize("build", [*DOCUMENTS, builders.awkward])
def test_equal_documents_give_equal_bytes(build: Build) -> None:
    assert printed(build()).data == printed(build()).data


def test_the_page_number_stands_on_every_page_but_the_first() -> None:
    texts = printed(builders.tay_ninh()).texts()
    assert not texts[0].startswith("1 ")
    assert [text.split(maxsplit=1)[0] for text in texts[1:]] == [str(n) for n in range(2, len(texts) + 1)]


def test_the_file_says_what_it_is() -> None:
    doc = builders.tay_ninh()
    stream = io.BytesIO()
    write_pdf(doc, stream, fonts=embedded_fonts(), created=datetime(2021, 3, 30, 8, 15, tzinfo=VIET_NAM))
    data = stream.getvalue()
    metadata = printed(doc).metadata()
    assert metadata["Title"].startswith("Phụ lục TRIỂN KHAI NHIỆM VỤ")
    assert metadata["Author"] == "Sở KH&CN tỉnh Tây Ninh"
    assert b"/Lang (vi-VN)" in data
    assert b"D:20210330081500+07'00'" in data


def test_bookmarks_lead_to_the_sections_and_headings() -> None:
    outline = printed(builders.tay_ninh()).outline()
    assert [level for level, _, _ in outline] == [0, 1, 1, 1, 1]
    assert outline[1][1:] == ("I. Tăng cường công tác thông tin truyền thông về năng suất, chất lượng", 0)
    assert outline[4][2] == 4
    levels = {title: level for level, title, _ in printed(builders.binh_duong()).outline()}
    assert levels["I. Dự toán kinh phí thực hiện cho giai đoạn 2021 - 2025"] == 0
    assert levels["2. Hỗ trợ doanh nghiệp áp dụng hệ thống quản lý tiên tiến"] == 1


def test_a_draft_says_so_on_every_page() -> None:
    plain = printed(builders.tay_ninh())
    draft = printed(replace(builders.tay_ninh(), watermark="DỰ THẢO"))
    for page in range(plain.result.page_count):
        assert "DỰ THẢO" not in plain.texts()[page]
        assert "DỰ THẢO" in draft.texts()[page]


def test_a_document_without_blocks_is_one_page() -> None:
    paper = printed(AppendixDoc(Heading("Phụ lục", "CHƯA CÓ NỘI DUNG", ""), ()))
    assert paper.result.page_count == 1
    assert "CHƯA CÓ NỘI DUNG" in paper.texts()[0]
    assert printed(AppendixDoc(Heading("", "", ""), ())).result.page_count == 1


def test_characters_that_the_font_lacks_are_boxes_and_are_named() -> None:
    paper = printed(builders.awkward())
    assert paper.result.missing == frozenset("標準و😀")
    assert "Chữ lạ: □□ □ □ ở giữa" in " ".join(paper.texts())


def test_characters_beyond_the_common_ones_are_printed_too() -> None:
    heading = Heading("Phụ lục", "ΑΒΓ Приложение Ω≈ và tiếng Việt đầy đủ", "")
    assert "ΑΒΓ Приложение Ω≈ và tiếng Việt đầy đủ" in printed(AppendixDoc(heading, ())).texts()[0]


def test_a_point_inside_a_printed_figure_finds_its_line() -> None:
    doc = builders.tay_ninh()
    result = printed(doc).result
    edges = result.edges[0]
    for box in result.boxes[:-1]:
        middle = (box.top + box.bottom) / 2
        place = result.cell_at(box.page, (edges[8] + edges[9]) / 2, middle)
        assert place is not None
        assert (place.row, place.column, place.ref) == (box.row, 8, f"tn-{box.row}")
        assert place.rect.left < (edges[8] + edges[9]) / 2 < place.rect.right
        assert result.rows_of(place.ref) == (box,)
    total = result.boxes[-1]
    label = result.cell_at(total.page, edges[5], total.top + 2)
    assert label is not None
    assert (label.column, label.rect.left, label.rect.right) == (0, edges[0], edges[8])
    assert [box.row for box in result.boxes] == list(range(len(doc.tables[0].rows)))


def test_a_point_beside_the_tables_finds_nothing() -> None:
    result = printed(builders.tay_ninh()).result
    first = result.boxes[0]
    assert result.cell_at(0, 5, first.top + 1) is None
    assert result.cell_at(0, result.edges[0][1], first.top - 30) is None
    assert result.cell_at(0, result.edges[0][1], 590) is None
    assert result.cell_at(99, result.edges[0][1], 100) is None


def test_an_unknown_paper_is_refused() -> None:
    with pytest.raises(InputError, match="Chương trình chưa in được khổ giấy “Letter”"):
        printed(replace(builders.tay_ninh(), paper="Letter"))


def test_a_file_that_cannot_be_written_keeps_its_old_contents(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="Không có thư mục"):
        write_pdf(builders.tay_ninh(), tmp_path / "khong-co" / "a.pdf", fonts=embedded_fonts())
    target = tmp_path / "dang-mo"
    target.mkdir()
    with pytest.raises(EnvironmentProblem, match="Không ghi được tệp"):
        write_pdf(builders.tay_ninh(), target, fonts=embedded_fonts())
    assert [path.name for path in tmp_path.iterdir()] == ["dang-mo"]


GOLDEN_PAGES = [
    ("tay-ninh", builders.tay_ninh, (0, 4)),
    ("bac-giang", builders.bac_giang, (0, 3)),
    ("binh-duong", builders.binh_duong, (0,)),
    ("ba-nguoi-ky", lambda: builders.three_signers(builders.signature_picture()), (4,)),
    ("mang-sang", lambda: builders.long_table(30, carry=True), (1, 4)),
    ("dong-dai", builders.awkward, (0, 5)),
]


@pytest.mark.parametrize(("name", "build", "pages"), GOLDEN_PAGES)
def test_pages_look_and_read_as_before(name: str, build: Build, pages: tuple[int, ...], golden: GoldenFiles) -> None:
    paper = printed(build())
    golden.text(f"pdf/{name}.txt", "\n\n".join(paper.texts()) + "\n")
    for page in pages:
        golden.picture(f"pdf/{name}-{page + 1}.png", paper.picture(page))
