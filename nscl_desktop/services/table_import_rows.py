"""What each row of a table is: a line, a total that proves the lines, a footnote, an amount in words, a caption.

Papers differ: a section's label and text share one cell ("III. Đào tạo…"), a sub-line's dash stands in its text, the
total has no label, tables by item keep quantity and money in two rows under a caption (Bình Dương).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from nscl_desktop.domain.line_labels import bare_label, is_label, split_label
from nscl_desktop.domain.table_headings import FIGURES, Use, is_figure, unit_of_caption
from nscl_desktop.domain.text import fold
from nscl_desktop.services.table_import_model import Head, Mapping, PastedTable


class RowKind(Enum):
    """What a row is."""

    LINE = "line"
    CAPTION_LINE = "caption line"
    """A labelled line of text above a heading: the item that the table below it is about."""
    QUANTITIES = "quantities"
    AMOUNTS = "amounts"
    """The two rows of a table that is about one item."""
    TOTAL = "total"
    SUBTOTAL = "subtotal"
    WORDS = "words"
    FOOTNOTE = "footnote"
    PASSED_OVER = "passed over"
    """Titles, captions, units: said elsewhere."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row with its label and text taken apart; ``label`` of a subtotal is that of the line it sums."""

    row: int
    kind: RowKind
    head: Head | None
    label: str = ""
    text: str = ""


_TOTAL = re.compile(
    r"(tong cong|tong so|tong kinh phi|tong du toan|tong tien|tong|cong)"
    r"( kinh phi| du toan| so tien| chung| thuc hien)*( ?:| cho| giai doan\b.*| nam\b.*| cac nam\b.*|(?= ?\())?"
    r"(?P<of>( muc| phan)* ?\(?[0-9ivxa-z]{1,5}\)?)?(?P<sum> ?[+(].*)?"
)
_WORDS = re.compile(r"\W*(so tien )?((viet |ghi )?bang chu)\b.*", re.DOTALL)
_FOOTNOTE = re.compile(r"(\*{1,3}|\(\*{1,3}\))\s*(?=\S)")
_DECIMAL_LABEL = re.compile(r"\d{1,2},\d{1,2}")
"""The label 1.1 typed into Excel is a number, which a Vietnamese Excel shows as 1,1."""
_LONGEST_WORD_OF_TOTAL = 200


def read_rows(table: PastedTable, mapping: Mapping) -> Iterator[ReadRow]:
    """All rows that are not empty, not part of a heading, in order."""
    reader = _RowReader(table, mapping)
    for row, cells in enumerate(table.rows):
        if row not in mapping.skipped and any(cells):
            yield reader.read(row)


class _RowReader:
    def __init__(self, table: PastedTable, mapping: Mapping) -> None:
        self._table = table
        self._mapping = mapping
        self._firsts = {head.first for head in mapping.heads}

    def read(self, row: int) -> ReadRow:
        """The row, judged by its cells and by what stands next to it."""
        cells = self._table.rows[row]
        head = self._mapping.head_of(row)
        filled = [column for column, text in enumerate(cells) if text]
        if len(filled) == 1:
            alone = self._alone(row, filled[0], head)
            if alone:
                return alone
        if head is None:
            return ReadRow(row, RowKind.UNKNOWN if self._figures(row, filled) else RowKind.PASSED_OVER, None)
        return self._under_head(row, head)

    def _alone(self, row: int, column: int, head: Head | None) -> ReadRow | None:
        """A row of one cell; None if it is a row of the table like any other."""
        text = self._table.rows[row][column]
        if unit_of_caption(text):
            return ReadRow(row, RowKind.PASSED_OVER, head)
        if _WORDS.fullmatch(fold(text)):
            return ReadRow(row, RowKind.WORDS, head, text=text)
        if _FOOTNOTE.match(text):
            return ReadRow(row, RowKind.FOOTNOTE, head, text=text)
        if self._leads_to_head(row):
            label, rest = split_label(text)
            kind = RowKind.CAPTION_LINE if label else RowKind.PASSED_OVER
            return ReadRow(row, kind, head, label, rest)
        if head is None:
            return ReadRow(row, RowKind.PASSED_OVER, None)
        if head.columns[column].use in {Use.TEXT, Use.LABEL, *FIGURES}:
            return None
        return ReadRow(row, RowKind.UNKNOWN, head, text=text)

    def _leads_to_head(self, row: int) -> bool:
        """Whether only captions of labelled lines and units stand between this row and the next heading."""
        for below in range(row + 1, len(self._table.rows)):
            cells = [text for text in self._table.rows[below] if text]
            if below in self._firsts or below in self._mapping.skipped:
                return below in self._firsts or self._is_head_again(below)
            if cells and not (len(cells) == 1 and (split_label(cells[0])[0] or unit_of_caption(cells[0]))):
                return False
        return False

    def _is_head_again(self, row: int) -> bool:
        """Whether a skipped row begins a repeated heading (and is not a row of column numbers)."""
        return row + 1 in self._mapping.skipped or not any(is_label(text) for text in self._table.rows[row] if text)

    def _figures(self, row: int, filled: list[int]) -> bool:
        return sum(is_figure(self._table.rows[row][column]) for column in filled) >= 2

    def _under_head(self, row: int, head: Head) -> ReadRow:
        label, text = self._label_and_text(row, head)
        total = self._total(row, head, label, text)
        if total:
            return total
        if not is_label(label):
            label, text = split_label("\n".join(filter(None, (label, text))))
        kind = self._kind_in_item_table(row, head, label, text)
        return ReadRow(row, kind, head, label, text)

    def _label_and_text(self, row: int, head: Head) -> tuple[str, str]:
        cells = self._table.rows[row]
        label, text = (
            " ".join(cells[column] for column in head.columns_for(use) if cells[column])
            for use in (Use.LABEL, Use.TEXT)
        )
        if _DECIMAL_LABEL.fullmatch(label):
            label = label.replace(",", ".")
        return label, text

    def _total(self, row: int, head: Head, label: str, text: str) -> ReadRow | None:
        """A row of totals: named so, or without any text in a table that has none."""
        words = label or text
        if label and text and not _TOTAL.fullmatch(fold(label)):
            return None
        has_figures = any(self._table.rows[row][column] for column in head.columns_for(Use.AMOUNT))
        if not has_figures or len(words) > _LONGEST_WORD_OF_TOTAL:
            return None
        if not words:
            return None if head.columns_for(Use.TEXT) else ReadRow(row, RowKind.TOTAL, head)
        found = _TOTAL.fullmatch(fold(words))
        if not found:
            return None
        of = "" if found["sum"] else bare_label(words.split()[-1]) if found["of"] else ""
        return ReadRow(row, RowKind.SUBTOTAL if of else RowKind.TOTAL, head, of, words)

    def _kind_in_item_table(self, row: int, head: Head, label: str, text: str) -> RowKind:
        """Whether the row is one of the two of a table about one item: "Số …" right above "Kinh phí …"."""
        if label or not head.years or head.columns_for(Use.LABEL) or head.columns_for(Use.QUANTITY):
            return RowKind.LINE
        if fold(text).startswith("kinh phi"):
            return RowKind.AMOUNTS
        if fold(text).startswith("so ") and fold(self._text_below(row, head)).startswith("kinh phi"):
            return RowKind.QUANTITIES
        return RowKind.LINE

    def _text_below(self, row: int, head: Head) -> str:
        for below in range(row + 1, len(self._table.rows)):
            if any(self._table.rows[below]):
                return self._label_and_text(below, head)[1]
        return ""
