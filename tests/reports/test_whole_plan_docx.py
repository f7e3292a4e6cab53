"""A whole plan as one Word file: every word of its text in order, upright; the appendix as it is printed alone."""

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from nscl_desktop.domain.appendix import AppendixDoc
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.plans import TextBlock
from nscl_desktop.office.papers import appendix_of, plan_paper_of, write_plan_paper
from nscl_desktop.reports.docx import write_docx, write_docx_papers
from tests.forms.printing import SAMPLES, sample
from tests.reports.libreoffice import needs_libreoffice, page_texts

SENT = "(Kèm theo Kế hoạch số 950/KH-UBND ngày 30 tháng 3 năm 2021 của Ủy ban nhân dân tỉnh Tây Ninh)"
UPRIGHT, ACROSS = WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE


def _whole(code: str, *, electronic: bool = False) -> Document:
    buffer = BytesIO()
    write_docx_papers(plan_paper_of(sample(code), electronic=electronic), buffer)
    return docx.Document(buffer)


def _alone(doc: AppendixDoc) -> Document:
    buffer = BytesIO()
    write_docx(doc, buffer)
    return docx.Document(buffer)


def _bare(text: str) -> str:
    return "".join(text.casefold().split())


def _words(document: Document) -> str:
    return _bare("".join(node.text or "" for node in document.element.body.iter(qn("w:t"))))


def _cells(document: Document) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]


@pytest.mark.parametrize(("code", "blocks"), [("BD-2021-2030", 120), ("TN-2021", 73), ("BG-2021-2025", 129)])
def test_every_paragraph_of_the_text_is_there_in_order(code: str, blocks: int) -> None:
    """What the stored text says in its appendix is on the appendix, which is made of the figures."""
    written = _words(_whole(code))
    stored = sorted(sample(code).book.table(TextBlock).values(), key=lambda block: block.position)
    place = 0
    for block in stored[:blocks]:
        for text in (block.label, block.text):
            found = written.find(_bare(text), place)
            assert found >= 0, text
            place = found + len(_bare(text))


@pytest.mark.parametrize("code", SAMPLES)
def test_the_appendix_is_that_which_is_printed_alone(code: str) -> None:
    alone = _cells(_alone(appendix_of(sample(code))))
    assert alone
    assert _cells(_whole(code))[-len(alone) :] == alone


@pytest.mark.parametrize(
    ("code", "turned"),
    [
        ("BD-2021-2030", [UPRIGHT, UPRIGHT, UPRIGHT]),  # decision, plan, small upright tables
        ("TN-2021", [UPRIGHT, ACROSS]),
        ("BG-2021-2025", [UPRIGHT, ACROSS]),
    ],
)
def test_each_paper_counts_its_own_pages_from_one(code: str, turned: list[WD_ORIENT]) -> None:
    sections = list(_whole(code).sections)
    assert [each.orientation for each in sections] == turned
    for each in sections:
        assert each.different_first_page_header_footer
        assert not each.header.is_linked_to_previous
        number = each._sectPr.find(qn("w:pgNumType"))  # noqa: SLF001 - python-docx has no other way to it
        assert number is not None
        assert number.get(qn("w:start")) == "1"


def test_what_the_appendix_goes_with_is_free_on_the_electronic_copy() -> None:
    on_paper, electronic = _words(_whole("TN-2021")), _words(_whole("TN-2021", electronic=True))
    assert _bare(SENT) in on_paper
    assert _bare(SENT) not in electronic
    assert _bare("(Kèm theo Kế hoạch số ngày tháng năm của )") in electronic
    assert _bare("Số: 950/KH-UBND") in electronic


def test_the_plan_below_a_decision_has_a_heading_without_number() -> None:
    decision, plan, _ = plan_paper_of(sample("BD-2021-2030"))
    assert (decision.heading.number, decision.heading.dated) == (
        "Số: 2684/QĐ-UBND", "Bình Dương, ngày 24 tháng 11 năm 2021",
    )  # fmt: skip
    assert (plan.heading.number, plan.heading.dated, plan.heading.motto) == ("", "", True)
    assert plan.heading.attached_to.startswith("(Ban hành kèm theo Quyết định số 2684/QĐ-UBND ngày 24 tháng 11")
    assert [each.name for each in decision.signatures.signers] == ["Nguyễn Lộc Hà"]
    assert not plan.signatures.signers


def test_only_word_files_are_written(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"đuôi tệp là \.docx"):
        write_plan_paper(plan_paper_of(sample("TN-2021")), tmp_path / "ke-hoach.pdf")


@needs_libreoffice
def test_pages_begin_anew_with_the_appendix(tmp_path: Path) -> None:
    target = tmp_path / "ke-hoach.docx"
    write_plan_paper(plan_paper_of(sample("TN-2021")), target)
    pages = page_texts(target)
    appendix = next(at for at, page in enumerate(pages) if page.startswith("Phụ lục TRIỂN KHAI"))
    firsts = [page.split()[0] for page in pages]
    assert firsts[1:appendix] == [str(number) for number in range(2, appendix + 1)]
    assert firsts[appendix + 1 :] == [str(number) for number in range(2, len(pages) - appendix + 1)]
