"""Office files in another program: LibreOffice converts and recalculates them, with a profile of its own."""

import csv
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import openpyxl
import pypdfium2 as pdfium
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from nscl_desktop.reports.pages import PageRenderer

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


@cache
def _profile() -> str:
    """One for the whole run: the first start takes seconds to fill it."""
    return Path(tempfile.mkdtemp(prefix="nscl-soffice-")).as_uri()


def converted(path: Path, kind: str) -> Path:
    """The file as another kind (pdf, xlsx, csv), in a folder beside it."""
    folder = path.parent / "libreoffice"
    command = [SOFFICE or "soffice", f"-env:UserInstallation={_profile()}", "--headless", "--convert-to", kind]
    run = subprocess.run([*command, "--outdir", str(folder), str(path)], capture_output=True, timeout=180, check=True)
    made = folder / f"{path.stem}.{kind.partition(':')[0]}"
    assert made.is_file(), run.stderr.decode()
    return made


def page_texts(path: Path) -> list[str]:
    """The words of each page that LibreOffice prints, with single spaces."""
    renderer = PageRenderer(converted(path, "pdf"))
    texts = renderer.submit(_read_pages).result()
    renderer.close()
    return texts


def _read_pages(document: pdfium.PdfDocument) -> list[str]:
    texts = []
    for page in document:
        text_page = page.get_textpage()
        texts.append(" ".join(text_page.get_text_range().split()))
        text_page.close()
        page.close()
    return texts


def changed(path: Path, changes: dict[str, float]) -> Path:
    """The workbook with some figures changed, and without the values beside its formulas."""
    workbook = openpyxl.load_workbook(path)
    for name, value in changes.items():
        workbook.active[name] = value
    made = path.with_name(f"{path.stem}-changed.xlsx")
    workbook.save(made)  # openpyxl writes formulas without values
    return made


def recalculated(path: Path) -> Worksheet:
    """The sheet with all its formulas computed anew."""
    return openpyxl.load_workbook(converted(changed(path, {}), "xlsx"), data_only=True).active


def shown(path: Path) -> list[list[str]]:
    """The sheet's cells as LibreOffice shows them, but for conditional formats."""
    # Separator ; quotes " UTF-8, from line 1, texts quoted, all cells as shown
    text = converted(path, "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,true,true").read_text("utf-8")
    return list(csv.reader(text.splitlines(keepends=True), delimiter=";"))
