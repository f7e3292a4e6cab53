"""What a person reads in a printed file, whatever its kind."""

from datetime import UTC, datetime
from pathlib import Path

import docx
import openpyxl

from nscl_desktop.domain.money import MoneyUnit, format_amount
from nscl_desktop.reports.pages import PageRenderer


def pdf_text(path: Path) -> str:
    """The words of all pages, with single spaces."""
    renderer = PageRenderer(path)
    pages = len(renderer.page_sizes().result())
    text = " ".join(renderer.text(page).result() for page in range(pages))
    renderer.close()
    return " ".join(text.split())


def docx_text(path: Path) -> str:
    """The words of the whole document, tables too, with single spaces."""
    body = docx.Document(str(path)).element.body
    return " ".join(" ".join(str(run) for run in body.xpath("//w:t/text()")).split())


def xlsx_text(path: Path) -> str:
    """The cells as they were computed when the file was written, figures in Vietnamese writing."""
    sheet = openpyxl.load_workbook(path, data_only=True).active
    values = [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]
    return " ".join(_shown(value) for value in values)


def _shown(value: object) -> str:
    if isinstance(value, int | float):
        return format_amount(round(value * MoneyUnit.TRIEU.value), MoneyUnit.TRIEU)
    return " ".join(str(value).split())


def made_at(path: Path) -> datetime:
    """When a printed file says it was made."""
    if path.suffix == ".pdf":
        renderer = PageRenderer(path)
        metadata = renderer.submit(lambda document: dict(document.get_metadata_dict())).result()
        renderer.close()
        return datetime.strptime(metadata["CreationDate"].replace("'", ""), "D:%Y%m%d%H%M%S%z")
    created: datetime | None
    if path.suffix == ".docx":
        created = docx.Document(str(path)).core_properties.created
    else:
        created = openpyxl.load_workbook(path).properties.created
    assert created is not None
    return created.replace(tzinfo=UTC)


READERS = {".pdf": pdf_text, ".docx": docx_text, ".xlsx": xlsx_text}


def read(path: Path) -> str:
    """The words of a printed file."""
    return READERS[path.suffix](path)
