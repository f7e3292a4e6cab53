"""Cells of a list of units in TCVN3 or VNI, and how they read in Unicode. Nothing is converted unasked."""

import re
from dataclasses import dataclass

from nscl_desktop.domain.old_encodings import Encoding, convert, recognise
from nscl_desktop.services.unit_import_model import UnitTable

_UNICODE = re.compile(r"[^\x00-\xff]")
"""A letter that no old encoding has; most words of Vietnamese hold one."""


@dataclass(frozen=True, slots=True)
class OldText:
    """A cell in an old encoding. ``case_unsure``: capitals with a tone cannot be told from small letters."""

    row: int
    column: int
    before: str
    after: str
    encoding: Encoding
    case_unsure: bool


def old_texts(table: UnitTable) -> tuple[OldText, ...]:
    """All cells that are surely in an old encoding, from the top."""
    known: dict[tuple[str, str], tuple[str, Encoding, bool] | None] = {}
    found = []
    for row, cells in enumerate(table.rows):
        for column, raw in enumerate(cells):
            if not isinstance(raw, str) or raw.isascii() or _is_unicode(raw):
                continue
            key = raw, table.fonts.get((row, column), "")
            if key not in known:
                known[key] = _read(*key)
            reading = known[key]
            if reading:
                found.append(OldText(row, column, raw, *reading))
    return tuple(found)


def converted(table: UnitTable, texts: tuple[OldText, ...]) -> UnitTable:
    """The table with these cells in Unicode."""
    if not texts:
        return table
    return table.with_texts({(each.row, each.column): each.after for each in texts})


def _read(text: str, font: str) -> tuple[str, Encoding, bool] | None:
    encoding = recognise(text)
    if encoding is None:
        return None
    result = convert(text, encoding, font)
    return result.text, encoding, result.case_unsure


def _is_unicode(text: str) -> bool:
    found = _UNICODE.search(text)
    return found is not None and found[0].isalpha()
