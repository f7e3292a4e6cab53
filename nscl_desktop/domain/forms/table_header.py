"""Lays out the heading above the columns of a table: its rows, its widths, and the row of column numbers."""

from collections.abc import Mapping, Sequence

from nscl_desktop.domain.appendix import Align, Column, HeaderCell
from nscl_desktop.domain.forms.columns import Heading, Leaf
from nscl_desktop.domain.forms.fields_in_text import filled, unknown_fields
from nscl_desktop.domain.forms.model import Kind, TableSpec

_WIDTHS = {
    Kind.LABEL: 11, Kind.TEXT: 62, Kind.UNIT: 14, Kind.QUANTITY: 14, Kind.PRICE: 24, Kind.AMOUNT: 24,
    Kind.PERCENTAGE: 15, Kind.AGENCIES: 32, Kind.SCHEDULE: 26, Kind.NOTE: 30, Kind.NUMBER: 11,
}  # fmt: skip
"""Usual widths in mm."""
_ALIGNS = {
    Kind.LABEL: Align.CENTER, Kind.UNIT: Align.CENTER, Kind.NUMBER: Align.CENTER, Kind.QUANTITY: Align.CENTER,
    Kind.PRICE: Align.RIGHT, Kind.AMOUNT: Align.RIGHT, Kind.PERCENTAGE: Align.RIGHT, Kind.SCHEDULE: Align.CENTER,
}  # fmt: skip


def leaves(headings: Sequence[Heading]) -> tuple[Leaf, ...]:
    """The leaf columns from left to right."""
    found: list[Leaf] = []
    for heading in headings:
        found += [heading.leaf] if heading.leaf else leaves(heading.below)
    return tuple(found)


def header_rows(headings: Sequence[Heading]) -> tuple[tuple[HeaderCell, ...], ...]:
    """The heading cells row by row; a leaf reaches down to the last row."""
    height = max((_height(heading) for heading in headings), default=1)
    rows: list[list[HeaderCell]] = [[] for _ in range(height)]
    _fill(rows, headings, 0)
    return tuple(tuple(row) for row in rows)


def _height(heading: Heading) -> int:
    return 1 + max((_height(below) for below in heading.below), default=0)


def _fill(rows: list[list[HeaderCell]], headings: Sequence[Heading], level: int) -> None:
    for heading in headings:
        if heading.leaf:
            rows[level].append(HeaderCell(heading.title, 1, len(rows) - level))
        else:
            rows[level].append(HeaderCell(heading.title, len(leaves(heading.below))))
            _fill(rows, heading.below, level + 1)


def printed_columns(shown: Sequence[Leaf], decimals: int | None) -> tuple[Column, ...]:
    """Width, alignment and decimals of the leaves; a form's decimals hold for money, not for quantities."""
    return tuple(
        Column(
            width=leaf.spec.width or _WIDTHS[leaf.kind],
            align=leaf.spec.align or _ALIGNS.get(leaf.kind, Align.LEFT),
            decimals=leaf.spec.decimals if leaf.kind is not Kind.AMOUNT or leaf.spec.decimals is not None else decimals,
        )
        for leaf in shown
    )


def number_row(spec: TableSpec, shown: Sequence[Leaf]) -> tuple[str, ...]:
    """The row (1), (2), (7)=(5)×(6) …; a formula's {id} stands for the numbers of all columns with that id."""
    if spec.numbers:
        blanks = ("",) * max(0, len(shown) - len(spec.numbers))
        return (*spec.numbers, *blanks)[: len(shown)]
    if not spec.number_row:
        return ()
    numbers: dict[str, str] = {}
    for place, leaf in enumerate(shown, start=1):
        if leaf.spec.id and (leaf.kind, leaf.spec.kind) != (Kind.QUANTITY, Kind.QUANTITY_AMOUNT):
            numbers[leaf.spec.id] = "+".join(filter(None, (numbers.get(leaf.spec.id), f"({place})")))
    return tuple(f"({place}){_number_formula(leaf, numbers)}" for place, leaf in enumerate(shown, start=1))


def _number_formula(leaf: Leaf, numbers: Mapping[str, str]) -> str:
    """What stands behind a column's number; nothing where a column it names is not printed."""
    return "" if unknown_fields(leaf.spec.number, numbers) else filled(leaf.spec.number, numbers)
