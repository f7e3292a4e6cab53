"""A document as a Word file: real tables whose headings repeat, styles and a navigation pane, official pages.

Word turns the pages itself and is told what must stay together; so there are no totals carried over page ends.
The same document gives the same bytes on every machine with the same fonts.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import docx
from docx.document import Document
from docx.shared import Pt

from nscl_desktop.domain.appendix import AppendixDoc, Signature, Table
from nscl_desktop.domain.text import nfc
from nscl_desktop.reports.docx_heading import Measure, block_paragraph_xml, closing_xml, heading_xml
from nscl_desktop.reports.docx_page import in_sections, set_up_pages
from nscl_desktop.reports.docx_signatures import signatures_xml
from nscl_desktop.reports.docx_styles import set_up_styles
from nscl_desktop.reports.docx_table import TableXml
from nscl_desktop.reports.docx_text import Setting, paragraph_xml
from nscl_desktop.reports.fonts import FontSet, WordWidths, machine_fonts
from nscl_desktop.reports.office_zip import repacked
from nscl_desktop.reports.paper import frame_of
from nscl_desktop.reports.saving import save_bytes
from nscl_desktop.reports.table_fit import fit_tables

_SMALLEST_DATE = datetime(2000, 1, 1, tzinfo=UTC)
_SLACK = 1.01
"""Word measures letters as the fonts do; a hundredth is for rounding."""


def write_docx(
    doc: AppendixDoc, target: Path | BinaryIO, *, fonts: FontSet | None = None, created: datetime | None = None
) -> None:
    """Write a document as a Word file into a file or stream.

    `fonts` None measures with this machine's; `created` is the date told to the file's readers (none: a fixed one).

    Raises:
        InputError: figures too wide for the paper, a damaged signature picture.
        EnvironmentProblem: fonts missing, or the file cannot be written. An older file is left as it was then.
    """
    write_docx_papers((doc,), target, fonts=fonts, created=created)


def write_docx_papers(
    docs: Sequence[AppendixDoc],
    target: Path | BinaryIO,
    *,
    fonts: FontSet | None = None,
    created: datetime | None = None,
) -> None:
    """Write documents one after another into one Word file: each on pages of its own paper, counted from 1.

    The file says about itself what the first one does. Raises what ``write_docx`` does.
    """
    document = docx.Document()
    cell_size = next((doc.body_size for doc in docs if doc.tables), docs[0].body_size)
    set_up_styles(document, cell_size)
    for index, doc in enumerate(docs):
        if index:
            document.add_section()
        set_up_pages(document, frame_of(doc), doc.watermark)
    _describe(document, docs[0], created or _SMALLEST_DATE)
    widths = (fonts or machine_fonts()).word_widths()
    bodies = [_body_xml(document, doc, cell_size, widths) for doc in docs]
    buffer = BytesIO()
    document.save(buffer)
    # Word's XML of long tables is put in as text: as objects of python-docx it would take a hundred times as long
    data = repacked(buffer.getvalue(), {"word/document.xml": in_sections(bodies)})
    if isinstance(target, Path):
        save_bytes(target, data)
    else:
        target.write(data)


def _describe(document: Document, doc: AppendixDoc, created: datetime) -> None:
    """What the file says about itself."""
    properties = document.core_properties
    heading = doc.heading
    properties.title = " ".join(nfc(f"{heading.label} {heading.title}").split())[:255]
    properties.subject = " ".join(nfc(heading.attached_to).split())[:255]
    properties.author = properties.last_modified_by = nfc(doc.author)[:255]
    properties.language = "vi-VN"
    properties.comments = properties.keywords = properties.category = ""
    properties.created = properties.modified = created.astimezone(UTC).replace(tzinfo=None)
    properties.revision = 1


def _body_xml(document: Document, doc: AppendixDoc, cell_size: float, widths: tuple[WordWidths, ...]) -> str:
    """All that stands in the document; pictures are put into `document` on the way."""
    frame = frame_of(doc)
    measure = Measure(frame.width, widths)
    tables = iter(fit_tables(doc, frame.width, _SLACK, widths))
    signatures = signatures_xml(doc.signatures, frame.width, widths, lambda *picture: _picture_run(document, *picture))
    last = max((i for i, block in enumerate(doc.blocks) if isinstance(block, Table)), default=len(doc.blocks) - 1)
    parts = [heading_xml(doc.heading, measure)]
    for index, block in enumerate(doc.blocks):
        following = next(iter(doc.blocks[index + 1 :]), None)
        if isinstance(block, Table):
            below = bool(doc.words or doc.footnotes or signatures) and following is None
            parts.append(TableXml(next(tables), cell_size, frame.height, widths).xml(closes=below))
            # Word makes one table of two that touch, and wants a paragraph behind the last
            parts.append(paragraph_xml("", Setting(thin=True, keep_next=below)))
        else:
            parts.append(block_paragraph_xml(block, following, frame.width))
        if index == last:
            parts.append(closing_xml(doc, measure, keep_next=bool(signatures) and following is None))
    parts.append(signatures)
    if signatures:
        parts.append(paragraph_xml("", Setting(thin=True)))
    return "".join(parts)


def _picture_run(document: Document, signer: Signature, width: float, height: float) -> str:
    """A signature's picture, with words for those who cannot see it."""
    inline = document.part.new_pic_inline(BytesIO(signer.image), Pt(width), Pt(height))
    inline.docPr.set("descr", f"Chữ ký của {nfc(signer.name)}".strip())
    return f"<w:r><w:drawing>{inline.xml}</w:drawing></w:r>"
