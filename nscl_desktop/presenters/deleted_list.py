"""The bin on screen: what answers a search, and how a deleted record is told in a line."""

from collections.abc import Sequence

from nscl_desktop.domain.deleted_records import DeletedRow
from nscl_desktop.domain.text import fold

MOST_SHOWN = 500
"""Lines that are drawn at once; more are found by typing."""


def found_rows(rows: Sequence[DeletedRow], text: str) -> list[DeletedRow]:
    """The rows that hold every word of a text, in any order and without dấu."""
    words = fold(text).split()
    return [row for row in rows if all(word in fold(f"{row.title} {row.who} {row.words}") for word in words)]


def cells(row: DeletedRow) -> tuple[str, str, str]:
    """When, what, by whom; the time is the machine's own."""
    return f"{row.at.astimezone():%H:%M %d/%m/%Y}", row.title[:1].upper() + row.title[1:], row.who


def tip(row: DeletedRow) -> str:
    """All that is known of it."""
    return "\n".join((cells(row)[1], f"Bước: {row.words}", f"{row.who}, máy {row.machine}"))
