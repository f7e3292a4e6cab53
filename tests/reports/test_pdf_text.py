"""What stands in the PDF files: words, figures, metadata and the places of rows."""

import io
import subprocess
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from nscl_desktop.domain.appendix import AppendixDoc, Heading
from nscl_desktop.reports.fonts import embedded_fonts
from nscl_desktop.reports.pdf import write_pdf
from nscl_desktop.reports.pdf_result import PdfResult
from tests.reports import builders


def printed(doc: AppendixDoc) -> tuple[bytes, PdfResult]:
    stream = io.BytesIO()
    result = write_pdf(doc, stream, fonts=embedded_fonts())
    return stream.getvalue(), result


def page_texts(data: bytes) -> list[str]:
    document = pdfium.PdfDocument(data)
    texts = [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    document.close()
    return texts


def test_the_vietnamese_words_and_figures_can_be_copied_from_the_paper() -> None:
    data, _ = printed(builders.tay_ninh())
    text = " ".join(page_texts(data))
    assert "Nguyễn" not in text
    for words in (
        "TRIỂN KHAI NHIỆM VỤ CỦA CHƯƠNG TRÌNH QUỐC GIA",
        "Tăng cường công tác thông tin truyền",
        "1.687.290.000",
        builders.TAY_NINH_WORDS,
        "TM. ỦY BAN NHÂN DÂN",
        "- Lưu: VT, KGVX.",
    ):
        assert words in text


def test_poppler_reads_the_same_words(tmp_path: Path) -> None:
    data, _ = printed(builders.tay_ninh())
    (tmp_path / "a.pdf").write_bytes(data)
    run = subprocess.run(["pdftotext", "-layout", str(tmp_path / "a.pdf"), "-"], capture_output=True, check=True)
    text = run.stdout.decode()
    assert "Đăng báo, tờ rơi, phóng sự,..." in text
    assert "1.687.290.000" in text


@pytest.mark.parametrize("build", [builders.tay_ninh, builders.bac_giang, builders.binh_duong, builders.awkward])
def test_equal_documents_give_equal_bytes(build: object) -> None:
    assert callable(build)
    assert printed(build())[0] == printed(build())[0]


def test_the_page_number_stands_on_every_page_but_the_first() -> None:
    texts = page_texts(printed(builders.tay_ninh())[0])
    assert not texts[0].startswith("1 ")
    assert [text.split(maxsplit=1)[0] for text in texts[1:]] == [str(n) for n in range(2, len(texts) + 1)]


def test_a_document_without_blocks_is_one_page() -> None:
    data, result = printed(AppendixDoc(Heading("Phụ lục", "CHƯA CÓ NỘI DUNG", ""), ()))
    assert result.page_count == 1
    assert "CHƯA CÓ NỘI DUNG" in page_texts(data)[0]


def test_a_point_inside_a_printed_figure_finds_its_line() -> None:
    doc = builders.tay_ninh()
    _, result = printed(doc)
    for box in result.boxes:
        middle = (box.top + box.bottom) / 2
        edges = result.edges[0]
        place = result.cell_at(box.page, (edges[8] + edges[9]) / 2, middle)
        assert place is not None
        assert (place.row, place.column, place.ref) == (box.row, 8, box.ref)
    assert [box.row for box in result.boxes] == list(range(len(doc.tables[0].rows)))
