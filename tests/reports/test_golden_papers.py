"""The papers of the source plans, page by page, as they were looked at and found fit to be signed.

Printed with the shipped typeface, so that a machine with Times New Roman makes the same pictures. After a change that
is meant: `python -m pytest tests/reports/test_golden_papers.py --golden-update`, then look at the difference.
"""

import pytest

from nscl_desktop.office.papers import appendix_of
from tests.forms.printing import sample
from tests.golden_files import GOLDEN, GoldenFiles
from tests.reports.reading import Printed, printed

PAPERS = [
    ("TN-2021", "tay-ninh"),
    ("BG-2021-2025", "bac-giang"),
    ("BD-2021-2030", "binh-duong"),
    ("BD-2021-2030", "tong-hop"),
    # Each form also has to serve plans that it was not made for
    ("BD-2021-2030", "bac-giang"),
    ("BG-2021-2025", "tay-ninh"),
]
SCALE = 62 / 72
"""Dots to a point: letters can be read, a moved line is seen, a page takes some 30 KB."""


def paper_of(code: str, form: str) -> Printed:
    """As the program prints it, the draft mark included."""
    return printed(appendix_of(sample(code), form))


@pytest.mark.parametrize(("code", "form"), PAPERS)
def test_pages_read_as_they_did(code: str, form: str, golden: GoldenFiles) -> None:
    paper = paper_of(code, form)
    pages = [f"[trang {page + 1}]\n{paper.lines(page)}" for page in range(paper.result.page_count)]
    golden.text(f"papers/{code}-{form}.txt", "\n".join(pages))


@pytest.mark.parametrize(("code", "form"), PAPERS)
def test_pages_look_as_they_did(code: str, form: str, golden: GoldenFiles) -> None:
    paper = paper_of(code, form)
    for page in range(paper.result.page_count):
        golden.picture(f"papers/{code}-{form}-{page + 1}.png", paper.picture(page, SCALE))
    beyond = GOLDEN / f"papers/{code}-{form}-{paper.result.page_count + 1}.png"
    assert not beyond.exists(), f"{beyond} is a page too many: delete it"


def test_every_golden_paper_is_one_that_is_printed() -> None:
    kept = {path.stem for path in (GOLDEN / "papers").glob("*.txt")}
    assert kept == {f"{code}-{form}" for code, form in PAPERS}
