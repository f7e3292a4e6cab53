"""Cell formats and the writing of text, so that whatever a text begins with it stays text."""

from collections.abc import Sequence
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from nscl_desktop.domain.appendix import Align
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.text import nfc, quoted
from nscl_desktop.reports.fonts import BOLD, ITALIC, REGULAR

FONT = "Times New Roman"
MOST_CHARACTERS = 32_767
"""Of one cell, counted in UTF-16 as Excel does."""
_FORMULA_SIGNS = ("=", "+", "-", "@")


class Run(NamedTuple):
    """A piece of text in one style and size."""

    text: str
    style: int = REGULAR
    size: float = 0.0


class Look(NamedTuple):
    """How a cell looks; `number` is its number format."""

    style: int = REGULAR
    size: float = 11.0
    align: Align = Align.LEFT
    vertical: str = "vcenter"
    border: bool = False
    number: str = ""


class CellWriter:
    """Writes into the cells of one sheet, merging them where something stands over several."""

    def __init__(self, workbook: Workbook, sheet: Worksheet) -> None:
        self.sheet = sheet
        self.workbook = workbook
        self._formats: dict[tuple[Look, bool], Format] = {}

    def format(self, look: Look, *, quoted_text: bool = False) -> Format:
        """The format of a look, made once."""
        made = self._formats.get((look, quoted_text))
        if made is None:
            properties = {
                "font_name": FONT,
                "font_size": look.size,
                "bold": bool(look.style & BOLD),
                "italic": bool(look.style & ITALIC),
                "align": look.align.value,
                "valign": look.vertical,
                "text_wrap": not look.number,
                "border": int(look.border),
                "num_format": look.number or "General",
                "quote_prefix": quoted_text,
            }
            made = self._formats[look, quoted_text] = self.workbook.add_format(properties)
        return made

    def area(self, rows: tuple[int, int], columns: tuple[int, int], made: Format) -> tuple[int, int]:
        """Merge rows (first, last) and columns (first, end) where they are several; gives the cell to write into."""
        (first_row, last_row), (first, end) = rows, columns
        if first_row != last_row or end - first > 1:
            self.sheet.merge_range(first_row, first, last_row, end - 1, "", made)
        return first_row, first

    def text(self, rows: tuple[int, int], columns: tuple[int, int], text: str, look: Look) -> None:
        """Write text, or leave a blank cell in its look.

        Raises:
            InputError: longer than a cell of a spreadsheet can hold. Nothing is cut off silently from official paper.
        """
        text = checked(text)
        made = self.format(look, quoted_text=text.startswith(_FORMULA_SIGNS))
        row, column = self.area(rows, columns, made)
        if text:
            self.sheet.write_string(row, column, text, made)
        else:
            self.sheet.write_blank(row, column, None, made)

    def runs(self, rows: tuple[int, int], columns: tuple[int, int], runs: Sequence[Run], look: Look) -> None:
        """Write text of several styles into one cell."""
        checked("".join(run.text for run in runs))
        made = self.format(look)
        row, column = self.area(rows, columns, made)
        pieces: list[str | Format] = []
        for run in runs:
            pieces += [self.format(Look(run.style, run.size)), nfc(run.text)]
        self.sheet.write_rich_string(row, column, *pieces, made)


def checked(text: str) -> str:
    """The text as it is written; InputError if no cell can hold it."""
    text = nfc(text)
    if len(text) * 2 > MOST_CHARACTERS and len(text.encode("utf-16-le")) // 2 > MOST_CHARACTERS:
        length = f"{len(text):,}".replace(",", ".")
        raise InputError(
            f"Nội dung {quoted(text)} dài {length} ký tự, một ô của tệp Excel chỉ chứa được 32.767 ký tự: "
            "hãy rút ngắn nội dung này, hoặc in ra tệp PDF hay Word."
        )
    # XlsxWriter would take such text for its own marked-up form of several styles
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text
