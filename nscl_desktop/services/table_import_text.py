"""Text on the clipboard → rows: tab-separated as Excel and Word copy it, HTML, or one cell a line (from converters)."""

import re

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.line_labels import is_label
from nscl_desktop.domain.table_headings import is_figure
from nscl_desktop.services.table_import_html import rows_of_html
from nscl_desktop.services.table_import_model import PastedTable, table_of_rows

_LINE_END = re.compile(r"\r\n|\r|\n")  # not the vertical tab, which is Word's line break inside a cell
_MOST_CHARACTERS = 5_000_000
_MOST_CELLS = 200_000
_LEAST_LONE_CELLS = 4


def read_pasted(text: str) -> PastedTable:
    """The table in a text from the clipboard or a file.

    Raises:
        InputError: if there is no table in it, or it is larger than any plan's table.
    """
    if len(text) > _MOST_CHARACTERS or text.count("\t") > _MOST_CELLS:
        raise InputError("Đoạn dán quá dài để là một bảng dự toán; hãy chép riêng bảng rồi dán lại.")
    if "<table" in text.lower():
        return table_of_rows(rows_of_html(text))
    lines = _LINE_END.split(text)
    return table_of_rows(_blocks(lines) if _has_lone_cells(lines) else _tabbed("\n".join(lines)))


def _has_lone_cells(lines: list[str]) -> bool:
    """Whether every cell has a line of its own behind a tab, and an empty line ends a row."""
    return sum(line.startswith("\t") for line in lines) >= _LEAST_LONE_CELLS and not any(
        "\t" in line[1:] for line in lines
    )


def _blocks(lines: list[str]) -> list[list[str]]:
    rows: list[list[str]] = []
    row: list[str] | None = None
    """The row being read; None after an empty line and behind a line of text between the tables."""
    for line in lines:
        if line.startswith("\t"):
            if row is None:
                row = []
                rows.append(row)
            row.append(line[1:])
        elif not line.strip():
            row = None
        elif row:
            row[-1] = f"{row[-1].rstrip()}\n{line}"
        else:
            rows.append([line])
    return rows


def _tabbed(text: str) -> list[list[str]]:
    """Rows at line ends, cells at tabs; a cell with either inside stands in quotes, as Excel writes it."""
    rows: list[list[str]] = [[]]
    at = 0
    while at <= len(text):
        end, cell = _cell_from(text, at)
        rows[-1].append(cell)
        if end < len(text) and text[end] == "\n":
            rows.append([])
        at = end + 1
    width = max(map(len, rows))
    return [_unmerged(row, width) for row in rows]


def _unmerged(row: list[str], width: int) -> list[str]:
    """A row in which Word gives a cell merged over several columns as one: section headings, totals.

    Only the first cell is merged like that on papers; a figure follows it where otherwise the text would stand.
    """
    if not 2 <= len(row) < width or not is_figure(row[1]) or not row[0].strip() or is_label(row[0]):
        return row
    return [row[0], *[""] * (width - len(row)), *row[1:]]


_PLAIN_CELL = re.compile(r"[^\t\n]*")
_QUOTED_CELL = re.compile(r'"((?:[^"]|""){0,4000})"(?=[\t\n]|$)')


def _cell_from(text: str, at: int) -> tuple[int, str]:
    """Where the cell that begins at ``at`` ends, and what it says.

    A quotation mark at its beginning is Excel's only if a tab or line end is inside: no other cell does Excel quote.
    """
    quoted = _QUOTED_CELL.match(text, at) if text.startswith('"', at) else None
    if quoted and ("\n" in quoted[1] or "\t" in quoted[1]):
        return quoted.end(), quoted[1].replace('""', '"')
    plain = _PLAIN_CELL.match(text, at)
    return (plain.end(), plain[0]) if plain else (at, "")
