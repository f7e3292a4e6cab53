"""The list of periodic reports on screen: newest first, found by words without dấu."""

from collections.abc import Sequence

from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.periodic_reports import REPORT_KINDS, REPORT_STATES, SENT, PeriodicReport
from nscl_desktop.domain.text import fold

_KINDS, _STATES = dict(REPORT_KINDS), dict(REPORT_STATES)


def report_lines(rows: Sequence[PeriodicReport], text: str) -> list[tuple[str, str, str]]:
    """(key, title, line below) of the reports that answer a text."""
    words = fold(text).split()
    found = [row for row in rows if all(word in fold(f"{row.title} {row.number} {_below(row)}") for word in words)]
    return [(row.id, row.title, _below(row)) for row in sorted(found, key=lambda row: (row.cutoff, row.id))[::-1]]


def _below(row: PeriodicReport) -> str:
    state = f"gửi {format_short(row.sent_on)}" if row.state == SENT else _STATES[row.state].lower()
    return " · ".join(filter(None, (_KINDS[row.kind], f"số liệu đến {format_short(row.cutoff)}", row.number, state)))
