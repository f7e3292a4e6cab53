"""How a value stands in its column, there and back exactly: used by what writes and by what reads, so that they agree.

Text, keys, dates and money stand as they are; a decimal number as its own text, because SQLite's NUMERIC would turn
0,1 into a float; lines as a JSON array, because their order matters and no search looks inside; yes and no as 1 and 0.
"""

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from nscl_desktop.domain.fields import Kind

Stored = Any  # Any: what a column holds


def decimal_to_text(value: Decimal) -> str:
    """All digits, also the zeros at the end."""
    return str(value)


def lines_to_text(value: tuple[str, ...]) -> str:
    """Readable for whoever looks into the file: Vietnamese letters stay."""
    return json.dumps(value, ensure_ascii=False)


def text_to_lines(stored: str) -> tuple[str, ...]:
    """The lines again."""
    return tuple(json.loads(stored))


def flag_to_number(value: object) -> int:
    """1 or 0; TypeError for whatever else stands there, which is a fault of the program."""
    if value is True or value is False:
        return int(value)
    raise TypeError(f"Not yes or no: {value!r}")


READ: Mapping[Kind, Callable[[Stored], object]] = {
    Kind.NUMBER: Decimal,
    Kind.LINES: text_to_lines,
    Kind.FLAG: bool,
}
"""What makes a column's value the field's again, for the kinds in which they differ; None stays None."""

WRITTEN: Mapping[Kind, Callable[[Stored], str | int]] = {
    Kind.NUMBER: decimal_to_text,
    Kind.LINES: lines_to_text,
    Kind.FLAG: flag_to_number,
}
"""The way there: what stands in a column where the value is not bound as it is; None stays None."""
