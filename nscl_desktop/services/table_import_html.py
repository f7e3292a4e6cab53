"""Tables out of HTML as Word, Excel, LibreOffice and browsers put it on the clipboard: merged cells keep their places.

Read by the standard library's parser, which runs nothing and loads nothing.
"""

import re
from decimal import Decimal, InvalidOperation
from html.parser import HTMLParser

from nscl_desktop.domain.money import format_quantity
from nscl_desktop.services.table_import_model import MOST_COLUMNS, MOST_ROWS

_IGNORED = frozenset({"script", "style", "title", "xml"})
_BREAKS = frozenset({"br", "p", "div", "li"})
_FIGURE = re.compile(r"\(?[-+]?\d[\d.,\s]*\)?")
_NUMBER_ATTRIBUTES = ("x:num", "sdval")
"""Where Excel and LibreOffice put the bare number beside the text they show."""

Attributes = list[tuple[str, str | None]]


def rows_of_html(text: str) -> list[list[str]]:
    """All rows of all tables in reading order; a paragraph outside of tables is a row of one cell."""
    reader = _Tables()
    start = text.find("<")  # Windows puts a header with offsets in front
    reader.feed(text[max(start, 0) :])
    reader.close()
    reader.finish()
    return reader.rows


class _Tables(HTMLParser):
    """Follows tables, rows and cells; a table inside a cell counts as that cell's text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self._depth = 0
        self._ignoring = 0
        self._row: list[str] | None = None
        self._cell: list[str] | None = None
        self._attributes: dict[str, str] = {}
        self._paragraph: list[str] = []
        self._below: dict[int, int] = {}
        """How many more rows a merged cell covers, by column."""

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Begin what the tag begins."""
        if tag in _IGNORED:
            self._ignoring += 1
        elif tag == "table":
            self.end_paragraph()
            self._depth += 1
            if self._depth == 1:
                self._below = {}
        elif tag in _BREAKS:
            self._break()
        elif self._depth == 1 and tag == "tr":
            self._end_row()
            self._row = []
        elif self._depth == 1 and tag in {"td", "th"} and len(self.rows) <= MOST_ROWS:
            self._end_cell()
            self._row = [] if self._row is None else self._row
            self._cell = []
            self._attributes = {name: value or "" for name, value in attrs}

    def handle_endtag(self, tag: str) -> None:
        """End what the tag ends."""
        if tag in _IGNORED:
            self._ignoring = max(0, self._ignoring - 1)
        elif tag == "table" and self._depth:
            if self._depth == 1:
                self._end_row()
            self._depth -= 1
        elif self._depth == 1 and tag == "tr":
            self._end_row()
        elif self._depth == 1 and tag in {"td", "th"}:
            self._end_cell()
        elif tag in _BREAKS:
            self._break()

    def handle_data(self, data: str) -> None:
        """Text of a cell or of a paragraph; HTML's own line ends are blanks."""
        if self._ignoring:
            return
        if self._cell is not None:
            self._cell.append(re.sub(r"\s+", " ", data))
        elif not self._depth:
            self._paragraph.append(re.sub(r"\s+", " ", data))

    def finish(self) -> None:
        """End what the text left open."""
        self._end_row()
        self.end_paragraph()

    def end_paragraph(self) -> None:
        """Make a row of the text gathered outside of tables."""
        text = _tidy(self._paragraph)
        self._paragraph = []
        if text:
            self.rows.append([text])

    def _break(self) -> None:
        if self._cell is not None:
            self._cell.append("\n")
        elif not self._depth:
            self.end_paragraph()

    def _end_cell(self) -> None:
        if self._cell is None or self._row is None:
            return
        self._skip_covered(self._row)
        columns, rows = (self._span(name, most) for name, most in (("colspan", MOST_COLUMNS), ("rowspan", MOST_ROWS)))
        for offset in range(min(columns, MOST_COLUMNS + 1 - len(self._row))):
            if rows > 1:
                self._below[len(self._row)] = rows  # the row itself counts one down when it ends
            self._row.append(_shown(_tidy(self._cell), self._attributes) if not offset else "")
        self._cell = None

    def _skip_covered(self, row: list[str]) -> None:
        while len(row) <= MOST_COLUMNS and self._below.get(len(row)):
            row.append("")

    def _end_row(self) -> None:
        self._end_cell()
        if self._row is not None:
            self._below = {column: left - 1 for column, left in self._below.items() if left > 1}
            self.rows.append(self._row)
        self._row = None

    def _span(self, name: str, most: int) -> int:
        given = self._attributes.get(name, "1").strip()
        return min(int(given), most) if given.isdecimal() and len(given) < 6 and int(given) else 1


def _tidy(parts: list[str]) -> str:
    lines = "".join(parts).split("\n")
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def _shown(text: str, attributes: dict[str, str]) -> str:
    """The cell's text; a figure whose bare number is given beside it is written by the Vietnamese rule instead."""
    bare = next((attributes[name] for name in _NUMBER_ATTRIBUTES if attributes.get(name)), "")
    if not bare or not _FIGURE.fullmatch(text):
        return text
    try:
        number = Decimal(bare)
    except InvalidOperation:
        return text
    return format_quantity(number) if number.is_finite() and abs(number) < Decimal(10) ** 18 else text
