"""The general form: the office picks columns and their order from those a form offers."""

from collections.abc import Sequence
from dataclasses import replace

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.forms.column_parsing import leaves_of
from nscl_desktop.domain.forms.model import BlockSpec, ColumnSpec, Form, Kind, TableSpec
from nscl_desktop.domain.forms.table_reader import suggestion
from nscl_desktop.domain.text import quoted


def offered_columns(form: Form) -> tuple[tuple[str, str], ...]:
    """(id, Vietnamese name) of the columns that can be picked, in the order of the form; none where none can."""
    return tuple((column.id, column.about or column.title) for table in _tables(form)[:1] for column in _with_id(table))


def with_columns(form: Form, columns: Sequence[str]) -> Form:
    """The form printing only these columns (ids), in this order.

    Raises:
        InputError: for an unknown or repeated column, and where no column of contents or of money is left.
    """
    tables = _tables(form)
    if not tables:
        raise InputError(f"Mẫu {form.id} có các cột cố định; muốn chọn cột, hãy dùng mẫu tổng hợp (tong-hop).")
    known = {column.id: column for column in _with_id(tables[0])}
    for place, column_id in enumerate(columns):
        if column_id not in known:
            near = suggestion(column_id, known)
            raise InputError(f"Mẫu {form.id} không có cột {quoted(column_id)}{near}; chọn trong: {', '.join(known)}.")
        if column_id in columns[:place]:
            raise InputError(f"Cột {quoted(column_id)} được chọn hai lần; hãy bỏ một.")
    kinds = {leaf.kind for leaf in leaves_of(tuple(known[column_id] for column_id in columns))}
    if Kind.TEXT not in kinds:
        raise InputError("Bảng phải có cột nội dung; hãy chọn thêm cột đó.")
    if not kinds & {Kind.AMOUNT, Kind.QUANTITY_AMOUNT}:
        raise InputError("Bảng phải có ít nhất một cột kinh phí; hãy chọn thêm cột đó.")
    blocks = tuple(_picking(block, columns) for block in form.blocks)
    return replace(form, blocks=blocks)


def _tables(form: Form) -> tuple[TableSpec, ...]:
    """The tables whose columns can be picked."""
    return tuple(block for block in form.blocks if isinstance(block, TableSpec) and block.pick)


def _with_id(table: TableSpec) -> tuple[ColumnSpec, ...]:
    return tuple(column for column in table.columns if column.id)


def _picking(block: BlockSpec, columns: Sequence[str]) -> BlockSpec:
    """The block with these columns; what a person picks is printed even where a plan leaves it empty."""
    if not isinstance(block, TableSpec) or not block.pick:
        return block
    return replace(block, pick=tuple(columns), columns=tuple(replace(each, optional=False) for each in block.columns))
