"""The foot of a Word document: place and date, signers side by side, recipients (NĐ 30/2020, II.4, II.7–II.9)."""

from collections.abc import Callable

from nscl_desktop.domain.appendix import Align, Signature, SignatureBlock
from nscl_desktop.domain.text import nfc
from nscl_desktop.reports.docx_heading import borderless_table
from nscl_desktop.reports.docx_text import Setting, paragraph_xml, text_xml
from nscl_desktop.reports.fonts import BOLD, BOLD_ITALIC, ITALIC, REGULAR, WordWidths
from nscl_desktop.reports.signature_pictures import picture_size
from nscl_desktop.reports.signer_columns import column_widths, signer_edges
from nscl_desktop.reports.text_sizes import (
    RECIPIENTS_SIZE,
    RECIPIENTS_WORD,
    RECIPIENTS_WORD_SIZE,
    SIGNER_SIZE,
    SIGNING_SPACE,
)

_GAP = 12.0

PictureXml = Callable[[Signature, float, float], str]
"""Puts a signer's picture (width and height in points) into the document; gives the run that shows it."""


def signatures_xml(block: SignatureBlock, room: float, word_widths: tuple[WordWidths, ...], picture: PictureXml) -> str:
    """One row for authorities, one for the room to sign, one for names; recipients at the left of a single signer.

    Raises:
        InputError: a signature picture that is none.
    """
    count = len(block.signers)
    widths = column_widths(signer_edges(block, room, word_widths))
    parts = len(widths)
    if not (block.place_date.strip() or count or block.recipients):
        return ""
    rows: list[list[str]] = []
    above = _gap()
    if block.place_date.strip() and parts == 2:
        rows.append([_empty(), _date(block, Align.CENTER)])
    elif block.place_date.strip():
        above += _date(block, Align.RIGHT)
    columns = list(zip(block.signers, widths[-count:], strict=True)) if count else []
    if count:
        rows.append(_side_by_side([_authority(signer) for signer in block.signers]))
        rows.append(_side_by_side([_space(signer, width, picture) for signer, width in columns]))
        rows.append(_side_by_side([_name(signer) for signer in block.signers]))
    recipients = _recipients(block.recipients)
    if count == 1:
        return above + _one_signer(rows, recipients, widths)
    if recipients:
        rows.append([recipients, *[_empty()] * (parts - 1)])
    return above + (borderless_table(widths, rows) if rows else "")


def _date(block: SignatureBlock, align: Align) -> str:
    return text_xml(block.place_date, Setting(align, ITALIC, SIGNER_SIZE, keep_next=True))


def _one_signer(rows: list[list[str]], recipients: str, widths: list[float]) -> str:
    """Recipients begin level with the authority and run down beside it: one row holds all of them."""
    dated = rows[:-3]
    signer = "".join(row[-1] for row in rows[-3:])
    return borderless_table(widths, [*dated, [recipients or _empty(), signer]])


def _side_by_side(cells: list[str]) -> list[str]:
    return cells if len(cells) > 1 else [_empty(), *cells]


def _empty() -> str:
    return paragraph_xml("", Setting(keep_next=True))


def _gap() -> str:
    """A line between the table above and the signatures, which else would be one table for Word."""
    return paragraph_xml("", Setting(before=_GAP - 3, keep_next=True, thin=True))


def _authority(signer: Signature) -> str:
    lines = [text_xml(text, Setting(Align.CENTER, BOLD, SIGNER_SIZE, keep_next=True)) for text in signer.authority]
    if signer.note.strip():
        lines.append(text_xml(signer.note, Setting(Align.CENTER, ITALIC, SIGNER_SIZE, keep_next=True)))
    return "".join(lines) or _empty()


def _space(signer: Signature, room: float, picture: PictureXml) -> str:
    """Free room for a signature by hand, or its picture."""
    setting = Setting(Align.CENTER, keep_next=True)
    if not signer.image:
        return paragraph_xml("", Setting(Align.CENTER, before=SIGNING_SPACE - SIGNER_SIZE, keep_next=True))
    width, height = picture_size(signer, room - 8)
    return paragraph_xml(picture(signer, width, height), setting)


def _name(signer: Signature) -> str:
    return text_xml(nfc(signer.name), Setting(Align.CENTER, BOLD, SIGNER_SIZE, keep_next=True))


def _recipients(recipients: tuple[str, ...]) -> str:
    if not recipients:
        return ""
    word = text_xml(RECIPIENTS_WORD, Setting(Align.LEFT, BOLD_ITALIC, RECIPIENTS_WORD_SIZE, keep_next=True))
    lines = [text_xml(text, Setting(Align.LEFT, REGULAR, RECIPIENTS_SIZE, keep_next=True)) for text in recipients]
    return word + "".join(lines)
