"""Reads the columns of a table of a form: groups, leaves, what they are repeated over and narrowed to."""

from collections.abc import Set as AbstractSet

from nscl_desktop.domain.appendix import Align
from nscl_desktop.domain.forms.fields_in_text import COLUMN_FIELDS, unknown_fields
from nscl_desktop.domain.forms.model import MOST_HEADER_ROWS, ColumnSpec, Each, Kind, Narrowing, Who
from nscl_desktop.domain.forms.table_reader import TableReader

MOST_DECIMALS = 9
"""Tỷ đồng to the single đồng."""
_MAY_BE_EMPTY = (Kind.UNIT, Kind.AGENCIES, Kind.SCHEDULE, Kind.NOTE)
_FIGURES = frozenset({Kind.QUANTITY, Kind.PRICE, Kind.AMOUNT, Kind.PERCENTAGE, Kind.QUANTITY_AMOUNT})


def read_columns(reader: TableReader, known: AbstractSet[str]) -> tuple[ColumnSpec, ...]:
    """The columns of a table; ``known`` are the fields its texts may use."""
    tables = reader.tables("column")
    if not tables:
        reader.fault("column", "bảng chưa có cột nào; thêm ít nhất một [[…column]]")
    read: list[tuple[TableReader, ColumnSpec]] = []
    columns = tuple(_read_column(each, known, 1, read) for each in tables)
    ids = {spec.id for _, spec in read if spec.id}
    for column_reader, spec in read:
        for sentence in unknown_fields(spec.number, ids):
            column_reader.fault("number", f"{sentence}; trong công thức dùng “id” của cột, ví dụ: ={{sl}}×{{gia}}")
    return columns


def read_narrowing(reader: TableReader, of: str = "") -> Narrowing:
    """The key ``slice``: years, periods, sources, groups of sources, printed columns, one measure."""
    table = reader.table("slice")
    narrowing = Narrowing(
        years=table.integers("year"),
        periods=table.texts("period"),
        sources=table.texts("source"),
        groups=table.texts("group"),
        columns=table.texts("column"),
        measure=table.text("measure") or of,
    )
    table.finish()
    return narrowing


def _read_column(
    reader: TableReader, known: AbstractSet[str], level: int, read: list[tuple[TableReader, ColumnSpec]]
) -> ColumnSpec:
    """One column with those below it; it is added to ``read`` too."""
    kind = _kind(reader)
    each = reader.choice("each", Each, Each.ONCE)
    known = known | COLUMN_FIELDS.get(each.value, frozenset())
    levels = level + (kind is Kind.QUANTITY_AMOUNT)
    if levels > MOST_HEADER_ROWS:
        reader.fault("", f"tiêu đề bảng sâu quá {MOST_HEADER_ROWS} tầng; hãy bỏ bớt một tầng cột")
    tables = reader.tables("column")
    # A form nested deeper than any paper has been told so above; reading on would only repeat it
    columns = (
        tuple(_read_column(table, known, level + 1, read) for table in tables) if level < 2 * MOST_HEADER_ROWS else ()
    )
    of = reader.text("of")
    align = reader.text("align")
    spec = ColumnSpec(
        kind=kind,
        title=reader.text("title"),
        id=reader.text("id"),
        each=each,
        where=reader.texts("where"),
        narrowing=read_narrowing(reader, of),
        width=reader.number("width", 3, 400) or 0,
        decimals=reader.integer("decimals", 0, MOST_DECIMALS),
        align=Align(reader.word("align", [each.value for each in Align], "left")) if align else None,
        inherit=reader.flag("inherit", default=False),
        optional=reader.flag("optional", default=False),
        short=reader.flag("short", default=False),
        empty=reader.text("empty"),
        who=reader.choice("who", Who, Who.LEAD),
        base=reader.text("base", "total"),
        titles=reader.texts("titles"),
        about=reader.text("about"),
        number=reader.text("number"),
        columns=columns,
    )
    _check_column(reader, spec, known)
    reader.finish()
    read.append((reader, spec))
    return spec


def _kind(reader: TableReader) -> Kind:
    if reader.holds("kind"):
        return reader.choice("kind", Kind, Kind.TEXT)
    reader.text("kind")
    if not reader.holds("column"):
        reader.fault("", "cột phải có “kind” (loại cột), hoặc là nhóm có các [[…column]] bên trong")
    return Kind.GROUP


def _check_column(reader: TableReader, spec: ColumnSpec, known: AbstractSet[str]) -> None:
    if spec.kind is not Kind.GROUP and spec.columns:
        reader.fault("kind", "nhóm cột không có “kind”; bỏ “kind”, hoặc bỏ các cột bên trong")
    if spec.each and spec.kind not in _FIGURES and spec.kind is not Kind.GROUP:
        reader.fault("each", f"cột loại “{spec.kind.value}” không lặp lại được; chỉ cột số liệu và nhóm cột mới lặp")
    if spec.optional and spec.kind not in _MAY_BE_EMPTY:
        reader.fault("optional", f"chỉ dùng cho các cột chữ: {', '.join(_MAY_BE_EMPTY)}")
    if spec.where and not spec.each:
        reader.fault("where", "chỉ dùng cùng với “each”")
    if spec.titles and (spec.kind is not Kind.QUANTITY_AMOUNT or len(spec.titles) != 2):
        reader.fault("titles", "gồm đúng hai tên, và chỉ dùng cho cột loại “quantity_amount”")
    for key, text in (("title", spec.title), *(("titles", title) for title in spec.titles)):
        for sentence in unknown_fields(text, known):
            reader.fault(key, sentence)


def leaves_of(columns: tuple[ColumnSpec, ...]) -> tuple[ColumnSpec, ...]:
    """The leaf columns from left to right, each once however often it is repeated."""
    found: list[ColumnSpec] = []
    for column in columns:
        found += leaves_of(column.columns) if column.kind is Kind.GROUP else [column]
    return tuple(found)
