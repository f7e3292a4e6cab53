"""Rows and cells of a text copied from a spreadsheet: tabs between cells, one line a row, quotes as Excel writes them.

Excel and LibreOffice quote a cell only where it holds a tab, a line break, or begins with a quote that was typed as
text; "Sổ tay" in quotes at the beginning of a plain cell comes bare. So a quote opens a quoted cell only where a tab,
a line's end or the text's end follows its closing one; csv would drop such quotes, or swallow the rest of the table.
"""

import re

_CELL = re.compile(r'(?:"((?:[^"]|"")*+)"|([^\t\n]*))([\t\n])')


def rows_of(text: str) -> list[list[str]]:
    """The cells row by row; no rows for an empty clipboard."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if not plain:
        return []
    rows: list[list[str]] = [[]]
    for found in _CELL.finditer(plain + "\n"):
        quoted, bare, end = found.groups()
        rows[-1].append(bare if quoted is None else quoted.replace('""', '"'))
        if end == "\n":
            rows.append([])
    return rows[:-1]
