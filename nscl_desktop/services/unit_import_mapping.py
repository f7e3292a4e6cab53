"""Finding the heading of a list of units wherever it stands, and what its columns hold.

A heading is the block of up to four rows that names most fields, the unit's name among them. Groups over columns
(Người đại diện over Họ tên | Chức vụ, Doanh thu over years) count for all of theirs.
"""

from collections.abc import Mapping as ReadOnly
from collections.abc import Sequence
from dataclasses import replace

from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.table_headings import heading_paths, is_numbering
from nscl_desktop.domain.unit_headings import CERTIFICATES, FIELDS, FIGURES, IGNORE, NUMBERING, UnitColumn, column_of
from nscl_desktop.services.unit_import_model import UnitMapping, UnitTable

_SOUGHT_ROWS = 60
_MOST_HEAD_ROWS = 4
_LEAST_KNOWN = 2
_MANY = frozenset({IGNORE, NUMBERING, CERTIFICATES, "products"})
"""What several columns may hold at once."""

Rows = Sequence[Sequence[str]]


def guess_mapping(table: UnitTable) -> UnitMapping:
    """The likeliest heading with its columns; without one every column is left out until the clerk says what it is."""
    rows = [table.texts(row) for row in range(min(len(table.rows), _SOUGHT_ROWS))]
    best, worth = UnitMapping(-1, -1, (UnitColumn(IGNORE),) * table.width), (0, 0)
    naming = {at for at, row in enumerate(rows) if any(column_of((cell,)).field == "name" for cell in row if cell)}
    for first in range(len(rows)):
        for last in range(first, min(first + _MOST_HEAD_ROWS, len(rows))):
            if not any(rows[last]):
                break
            if naming.isdisjoint(range(first, last + 1)):
                continue
            found = _heading(rows, first, last, table.width)
            value = _worth(found, rows), first - last  # rows that name nothing more are titles
            if value > worth:
                best, worth = found, value
    return _settled(table, best) if worth[0] >= _LEAST_KNOWN else best


def mapping_below(table: UnitTable, first: int, last: int) -> UnitMapping:
    """The mapping where the clerk says which rows are the heading; all above it is left out."""
    rows = [table.texts(row) for row in range(last + 1)]
    return _settled(table, _heading(rows, first, last, table.width))


def likeliest(tables: Sequence[UnitTable]) -> int:
    """The sheet whose heading names most fields."""
    mappings = [guess_mapping(table) for table in tables]
    return max(range(len(tables)), key=lambda at: (len(_known(mappings[at])), len(tables[at].rows), -at))


def remembered(mapping: UnitMapping, fields: ReadOnly[str, str]) -> UnitMapping:
    """The mapping with what the clerk chose for the same headings before: title → field."""
    columns = tuple(
        _as(column, fields[column.title]) if column.title and fields.get(column.title) in {*FIELDS, IGNORE} else column
        for column in mapping.columns
    )
    return replace(mapping, columns=columns)


def choices_of(mapping: UnitMapping) -> dict[str, str]:
    """What is to be remembered of a mapping: title → field."""
    return {column.title: column.field for column in mapping.columns if column.title}


def used_for(column: UnitColumn, field: str) -> UnitColumn:
    """A column taken for another field; year and unit are read from its heading again."""
    return _as(column, field)


def _as(column: UnitColumn, field: str) -> UnitColumn:
    read = column_of((column.title,))
    is_same = read.field in FIGURES and field in FIGURES
    year, unit = (read.year, read.unit) if is_same else (0, None)
    return UnitColumn(field, column.year or year, column.unit or unit, column.title)


def _heading(rows: Rows, first: int, last: int, width: int) -> UnitMapping:
    paths = heading_paths(rows[first : last + 1], width)
    return UnitMapping(first, last, _without_doubles([column_of(path) for path in paths]))


def _without_doubles(columns: Sequence[UnitColumn]) -> tuple[UnitColumn, ...]:
    """Of columns for one field the first counts; the others are left to the clerk."""
    seen: set[tuple[str, int]] = set()
    kept = []
    for column in columns:
        key = column.field, column.year
        kept.append(replace(column, field=IGNORE) if key in seen and column.field not in _MANY else column)
        seen.add(key)
    return tuple(kept)


def _known(mapping: UnitMapping) -> set[tuple[str, int]]:
    return {(column.field, column.year) for column in mapping.columns if column.field != IGNORE}


def _worth(mapping: UnitMapping, rows: Rows) -> int:
    """How many fields a heading names; nothing where it names no unit, where data or a title stand in it."""
    names = mapping.where("name")
    if not names or sum(map(bool, rows[mapping.first])) < _LEAST_KNOWN:
        return 0
    filled = [cell for row in rows[mapping.first : mapping.last + 1] if (cell := row[names[0]])]
    return len(_known(mapping)) if column_of((filled[-1],)).field == "name" else 0


def _settled(table: UnitTable, mapping: UnitMapping) -> UnitMapping:
    """With the rows below that are no units: the row that numbers the columns, and the heading on a later page."""
    heading = set(map(table.texts, range(max(mapping.first, 0), mapping.last + 1)))
    skipped = set()
    for row in range(mapping.last + 1, len(table.rows)):
        is_next = row == mapping.last + 1
        cells = table.rows[row]
        if is_next or (cells and isinstance(cells[0], str)):
            texts = table.texts(row)
            if texts in heading or (is_next and is_numbering(texts)):
                skipped.add(row)
    return replace(mapping, skipped=frozenset(skipped))


def money_unit_above(table: UnitTable, mapping: UnitMapping) -> MoneyUnit | None:
    """The unit that a line above the heading states for the whole list ("ĐVT: triệu đồng"); None where none does."""
    for row in range(max(mapping.first, 0)):
        for text in filter(None, table.texts(row)):
            if "vt" in text.casefold() or "đơn vị tính" in text.casefold():
                found = column_of((f"doanh thu ({text})",)).unit
                if found:
                    return found
    return None
