"""Word files in another program: the table with its heading on every page, the totals, the signatures."""

from pathlib import Path

import pytest

from tests.forms.printing import printed_sample
from tests.reports import builders
from tests.reports.libreoffice import needs_libreoffice, page_texts
from tests.reports.sheets import saved

pytestmark = needs_libreoffice


@pytest.mark.parametrize(
    ("code", "form", "totals"),
    [
        ("BD-2021-2030", "binh-duong", ["5.835,2", "7.654,2"]),
        ("TN-2021", "tay-ninh", ["1.687.290.000"]),
        ("BG-2021-2025", "bac-giang", ["14.767,55", "11.855,55", "2.912"]),
    ],
)
def test_the_pages_show_the_totals_and_the_heading_again(
    code: str, form: str, totals: list[str], tmp_path: Path
) -> None:
    doc = printed_sample(code, form)
    pages = page_texts(saved(doc, tmp_path, "phu-luc.docx"))
    assert len(pages) > 1
    assert all(total in " ".join(pages) for total in totals)
    if len(doc.tables) == 1:
        heads = {word for row in doc.tables[0].header for cell in row for word in cell.text.split()}
        # LibreOffice may leave the footnote to a page of its own: it does not keep rows with what follows the table
        last = max(index for index, page in enumerate(pages) if totals[0] in page)
        assert all(heads <= set(page.split()) for page in pages[: last + 1])
    assert [page.split()[0] for page in pages[1:]] == [str(number) for number in range(2, len(pages) + 1)]


def test_a_row_taller_than_a_page_goes_on_over_pages(tmp_path: Path) -> None:
    pages = page_texts(saved(builders.awkward(), tmp_path, "phu-luc.docx"))
    assert sum("Nội dung rất dài của nhiệm vụ" in page or "căn cứ và cách tính" in page for page in pages) >= 3
    assert any("Số rất lớn" in page for page in pages[3:])


def test_signers_and_recipients_stand_on_the_paper(tmp_path: Path) -> None:
    pages = page_texts(saved(builders.three_signers(), tmp_path, "phu-luc.docx"))
    for words in ("NGƯỜI LẬP BIỂU", "Lê Quốc Đạt", "PHÓ CHI CỤC TRƯỞNG", "- Lưu: VT, KGVX."):
        assert words in pages[-1]
