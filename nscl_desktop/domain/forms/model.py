"""A form: the layout of an appendix as data, so that the table of another province needs no code.

These are the values that ``parsing`` reads from TOML and ``document`` turns into paper; docs/forms.md is the grammar.
"""

from dataclasses import dataclass
from enum import StrEnum

from nscl_desktop.domain.appendix import Align

MOST_HEADER_ROWS = 3
"""Heading levels of a table; no paper seen has more, and a fourth leaves no room for rows."""


class Kind(StrEnum):
    """What a leaf column shows; ``GROUP`` is a heading over other columns."""

    GROUP = ""
    LABEL = "label"
    TEXT = "text"
    UNIT = "unit"
    QUANTITY = "quantity"
    PRICE = "price"
    AMOUNT = "amount"
    PERCENTAGE = "percentage"
    AGENCIES = "agencies"
    SCHEDULE = "schedule"
    NOTE = "note"
    NUMBER = "number"
    QUANTITY_AMOUNT = "quantity_amount"


class Each(StrEnum):
    """What a column is repeated over; ``COLUMN`` is a printed column, which may gather several sources."""

    ONCE = ""
    YEAR = "year"
    PERIOD = "period"
    SOURCE = "source"
    COLUMN = "column"
    MEASURE = "measure"


class Repeat(StrEnum):
    """What a block is repeated over."""

    ONCE = ""
    PERIOD = "period"
    SECTION = "section"
    ITEM = "item"


class Rows(StrEnum):
    """What the rows of a table are."""

    TREE = "tree"
    ITEM = "item"
    MEASURES = "measures"
    TOTAL = "total"


class Who(StrEnum):
    """Which agencies a column names."""

    LEAD = "lead"
    PARTNERS = "partners"
    BOTH = "both"


BUDGETED = "budgeted"
"""In ``where`` and ``only``: what has figures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What a column or block takes of the plan's figures; an empty field takes all. Codes are those of the plan."""

    years: tuple[int, ...] = ()
    periods: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    measure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnSpec:
    """A leaf column or a group of columns, before it is repeated for the years and sources of a plan.

    ``number`` is what stands behind "(7)" in the number row, such as "={sl}×{gia}" with ids of columns. ``width`` is
    in mm (0: the kind's usual width). ``about`` names the column where a person picks columns. An ``optional`` column
    of texts is left out where no line has any.
    """

    kind: Kind = Kind.GROUP
    title: str = ""
    id: str = ""
    each: Each = Each.ONCE
    where: tuple[str, ...] = ()
    narrowing: Narrowing = Narrowing()
    width: float = 0
    decimals: int | None = None
    align: Align | None = None
    inherit: bool = False
    optional: bool = False
    short: bool = False
    empty: str = ""
    who: Who = Who.LEAD
    base: str = "total"
    titles: tuple[str, ...] = ()
    about: str = ""
    number: str = ""
    columns: tuple["ColumnSpec", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphSpec:
    """A line of text with fields; ``when`` "shared-sections" prints it only where periods share their sections."""

    text: str
    each: Repeat = Repeat.ONCE
    align: Align = Align.LEFT
    bold: bool = False
    italic: bool = False
    heading: int = 0
    size: float | None = None
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSpec:
    """A table. ``depth`` limits the levels of the tree (0: all); ``bold`` adds kinds of rows to sections and totals.

    ``pick`` names the columns to print (ids) of those the form offers, in this order; empty prints all.
    """

    columns: tuple[ColumnSpec, ...]
    pick: tuple[str, ...] = ()
    each: Repeat = Repeat.ONCE
    rows: Rows = Rows.TREE
    name: str = ""
    measures: tuple[str, ...] = ()
    narrowing: Narrowing = Narrowing()
    only: str = ""
    number_row: bool = False
    numbers: tuple[str, ...] = ()
    total: bool = True
    total_label: str = "{total_label}"
    total_span: bool = False
    merge_sections: bool = False
    depth: int = 0
    indent: bool = False
    bold: tuple[str, ...] = ()
    components: bool = True
    explanations: bool = True
    quantity_label: str = "Số lượng"
    amount_label: str = "Kinh phí"
    carry_totals: bool | None = None

    @property
    def printed(self) -> tuple[ColumnSpec, ...]:
        """The columns to print."""
        by_id = {column.id: column for column in self.columns}
        return tuple(by_id[column_id] for column_id in self.pick) or self.columns


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSpec:
    """Blocks repeated together."""

    blocks: tuple["BlockSpec", ...]
    each: Repeat = Repeat.ONCE


BlockSpec = ParagraphSpec | TableSpec | GroupSpec


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureSpec:
    """A signature block that a form asks for where the plan names no signers of the appendix."""

    authority: tuple[str, ...]
    name: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A whole form. ``unit`` is a code of ``plans.UNITS`` or "plan" (the unit the plan is printed in)."""

    id: str
    name: str
    layout: str = ""
    blocks: tuple[BlockSpec, ...] = ()
    paper: str = "A4"
    orientation: str = "auto"
    unit: str = "plan"
    decimals: int | None = None
    body_size: float = 11.0
    measure: str = ""
    label: str = "Phụ lục"
    title: str = ""
    attached: bool = True
    agency: bool = False
    motto: bool = False
    words: bool = True
    words_intro: str = "Bằng chữ"
    end_mark: bool = True
    footnotes: bool = True
    carry_totals: bool = False
    place_date: bool = False
    recipients: bool = False
    signatures: tuple[SignatureSpec, ...] = ()
