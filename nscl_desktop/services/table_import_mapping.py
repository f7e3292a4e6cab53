"""Finding the headings of a table and what its columns are: two-row headings, pages that repeat them, number rows.

Nothing is decided in silence: columns nobody understands, doubled years and missing units come back as findings.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.line_labels import is_label
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.money_reading import parse_amount
from nscl_desktop.domain.table_headings import (
    FIGURES,
    ColumnUse,
    Use,
    heading_paths,
    is_figure,
    is_heading_word,
    is_numbering,
    names_a_year,
    unmerged_heading,
    use_of,
    word_use,
)
from nscl_desktop.domain.text import fold, quoted
from nscl_desktop.services.table_import_model import Head, Mapping, PastedTable, TableFinding, Weight, column_letters

_MOST_HEAD_ROWS = 3
_MOST_CHOICES = 256
_LONGEST_CAPTION = 1000
_YEAR_OF_CAPTION = re.compile(r"(?<!\d )nam (20\d\d)\b(?! ?[-–])")
"""Not the year of a date: "ngày 30 tháng 3 năm 2021" says when a paper was signed."""

Row = Sequence[str]


def guess_mapping(table: PastedTable) -> Mapping:
    """The headings of the table and the uses of its columns, as far as their words tell."""
    heads: list[Head] = []
    skipped: set[int] = set()
    at = 0
    while at < len(table.rows):
        if not _begins_head(table.rows[at]):
            at += 1
            continue
        last = _last_head_row(table.rows, at)
        head = _head(table, at, last)
        skipped |= {*range(at, last + 1), *_number_rows(table.rows, last + 1)}
        if not heads or heads[-1].columns != head.columns:
            heads.append(head)
        at = last + 1
    findings: list[TableFinding] = []
    if not heads:
        heads = [_by_content(table)]
        findings.append(_no_head(table))
    return _settled(table, heads, skipped, findings)


def mapping_below(table: PastedTable, last: int) -> Mapping:
    """The mapping where the clerk says which row is the last of the heading; nothing above it comes in."""
    first = last
    while first and last - first + 1 < _MOST_HEAD_ROWS and sum(map(bool, table.rows[first - 1])) > 1:
        first -= 1
    head = _head(table, first, last)
    if not head.columns_for(Use.TEXT):
        below = PastedTable(table.rows[last + 1 :])
        text = _by_content(below).columns_for(Use.TEXT)[0] if below.rows else 0
        columns = (*head.columns[:text], ColumnUse(Use.TEXT), *head.columns[text + 1 :])
        head = replace(head, columns=columns)
    return _settled(table, [head], {*range(last + 1), *_number_rows(table.rows, last + 1)}, [])


def _settled(table: PastedTable, heads: Sequence[Head], skipped: set[int], findings: list[TableFinding]) -> Mapping:
    """The mapping with what is left open about its headings."""
    settled = []
    for index, head in enumerate(heads):
        below = [row for row in range(head.last + 1, _end(heads, index, len(table.rows))) if row not in skipped]
        settled.append(_without_doubles(table, head, [table.rows[row] for row in below], findings))
        findings += _unknown_columns(table, head, [table.rows[row] for row in below])
    year = 0 if any(head.years for head in heads) else _year_above(table.rows[: max(heads[0].first, 0)])
    return Mapping(tuple(settled), frozenset(skipped), year, findings=tuple(findings))


def _year_above(rows: Sequence[Row]) -> int:
    """The one year that the captions above a table without year columns name; 0 for none or several."""
    years = {found for row in rows for text in row for found in _YEAR_OF_CAPTION.findall(fold(text[:_LONGEST_CAPTION]))}
    return int(years.pop()) if len(years) == 1 else 0


def _end(heads: Sequence[Head], index: int, rows: int) -> int:
    return heads[index + 1].first if index + 1 < len(heads) else rows


def _begins_head(row: Row) -> bool:
    cells = [cell for cell in row if cell]
    words = [cell for cell in cells if is_heading_word(cell)]
    if len(words) < 2 or 2 * len(words) < len(cells):
        return False
    return any(word_use(fold(cell)) in {Use.LABEL, Use.TEXT} for cell in words) or all(
        names_a_year(cell) or word_use(fold(cell)) is Use.AMOUNT for cell in cells
    )


def _last_head_row(rows: Sequence[Row], first: int) -> int:
    """The last row of a heading: below its groups stand their columns, and nothing below label and text."""
    fixed = [column for column, text in enumerate(rows[first]) if word_use(fold(text)) in {Use.LABEL, Use.TEXT}]
    last = first
    while last + 1 < len(rows) and last + 1 - first < _MOST_HEAD_ROWS:
        row = rows[last + 1]
        inner = [text for column, text in enumerate(row) if text and column not in fixed]
        repeats = all(row[column] in ("", rows[first][column]) for column in fixed)
        if not fixed or not inner or not repeats or any(is_figure(text) for text in inner) or is_numbering(row):
            break
        last += 1
    return last


def _number_rows(rows: Sequence[Row], at: int) -> list[int]:
    """The row (1) (2) … (n) below a heading, if it has one."""
    while at < len(rows) and not any(rows[at]):
        at += 1
    return [at] if at < len(rows) and is_numbering(rows[at]) else []


def _head(table: PastedTable, first: int, last: int) -> Head:
    paths = heading_paths(unmerged_heading(table.rows[first : last + 1]), table.width)
    titles = tuple(" ".join(" – ".join(path).split()) for path in paths)
    return Head(first, last, tuple(use_of(path) if path else ColumnUse(Use.IGNORE) for path in paths), titles)


def _by_content(table: PastedTable) -> Head:
    """For a table without heading: the column of labels and that of the longest texts; the clerk chooses the others."""
    columns = [[row[column] for row in table.rows if row[column]] for column in range(table.width)]
    lengths = [sum(map(len, texts)) for texts in columns]
    text = lengths.index(max(lengths))
    uses = [ColumnUse(Use.IGNORE)] * table.width
    uses[text] = ColumnUse(Use.TEXT)
    if text and columns[0] and all(map(is_label, columns[0])):
        uses[0] = ColumnUse(Use.LABEL)
    return Head(-1, -1, tuple(uses), ("",) * table.width)


def _no_head(table: PastedTable) -> TableFinding:
    return TableFinding(
        Weight.WARNING, 0, 0,
        f"{table.place(0)}: Không nhận ra dòng đầu bảng (STT, Nội dung, Số lượng, Kinh phí, Năm…); "
        "hãy lấy bảng có cả dòng đầu bảng, hoặc chọn từng cột ghi gì.",
    )  # fmt: skip


def _unknown_columns(table: PastedTable, head: Head, rows: Sequence[Row]) -> list[TableFinding]:
    """Columns that hold something and have no use: left out, but named."""
    found = []
    for column, each in enumerate(head.columns):
        if each.use is Use.IGNORE and any(row[column] for row in rows):
            name = quoted(head.titles[column]) if head.titles[column] else column_letters(column)
            message = (
                f"{table.place(max(head.first, 0), column)}: Không hiểu cột {name} nên bỏ qua; "
                "nếu cần thì chọn cột này ghi gì rồi xem lại."
            )
            found.append(TableFinding(Weight.WARNING, max(head.first, 0), column, message))
    return found


# -- doubled columns --------------------------------------------------------------------------------------------------


def _without_doubles(table: PastedTable, head: Head, rows: Sequence[Row], findings: list[TableFinding]) -> Head:
    """Of columns that say the same (a year printed twice, after merged cells were split) one each is kept.

    The ones are kept with which the years add up to the column of totals in most rows; without such a proof the first.
    """
    doubles: dict[ColumnUse, list[int]] = defaultdict(list)
    for column, each in enumerate(head.columns):
        if each.use in FIGURES:
            doubles[each].append(column)
    groups = [columns for columns in doubles.values() if len(columns) > 1]
    if not groups:
        return head
    choices = list(product(*groups))[:_MOST_CHOICES]
    proofs = [_rows_that_add_up(head, rows, _left_out(groups, choice)) for choice in choices]
    best = max(range(len(choices)), key=lambda index: (proofs[index], -index))
    for kept, same in zip(choices[best], groups, strict=True):
        findings.append(_doubled(table, head, kept, same, proven=proofs[best] > 0))
    dropped = _left_out(groups, choices[best])
    columns = tuple(ColumnUse(Use.IGNORE) if i in dropped else each for i, each in enumerate(head.columns))
    return replace(head, columns=columns)


def _left_out(groups: Sequence[Sequence[int]], choice: Sequence[int]) -> set[int]:
    return {column for group in groups for column in group} - set(choice)


def _rows_that_add_up(head: Head, rows: Sequence[Row], left_out: set[int]) -> int:
    """In how many rows the columns that split a sum up add up to it."""
    kept = [column for column, each in enumerate(head.columns) if each.use is Use.AMOUNT and column not in left_out]
    sums = [column for column in kept if head.is_stated(column)]
    parts = [column for column in kept if not head.is_stated(column)]
    if len(sums) != 1 or not parts:
        return 0
    count = 0
    for row in rows:
        values = [_value(row[column]) for column in (*parts, sums[0])]
        count += values[-1] is not None and sum(value or 0 for value in values[:-1]) == values[-1]
    return count


def _value(text: str) -> int | None:
    try:
        return parse_amount(text, MoneyUnit.TY).value
    except InputError:
        return None


def _doubled(table: PastedTable, head: Head, kept: int, columns: Sequence[int], *, proven: bool) -> TableFinding:
    others = " và ".join(column_letters(column) for column in columns if column != kept)
    reason = "vì cộng lại đúng bằng cột tổng" if proven else "nhưng không có tổng để chứng minh, hãy xem lại"
    message = (
        f"{table.place(head.first, kept)}: Cột {quoted(head.titles[kept])} có {len(columns)} lần; "
        f"lấy cột {column_letters(kept)}, bỏ cột {others}, {reason}."
    )
    return TableFinding(Weight.REMARK if proven else Weight.WARNING, head.first, kept, message)
