"""Which rows of a table stay on a page with the next (FEATURES RP3, RP5), where other programs turn the pages."""

from nscl_desktop.domain.appendix import RowKind, Table
from nscl_desktop.reports.pdf_flow import Break

SMALL_TABLE = 0.45
"""Of the page's height: what is lower than this moves to the next page rather than being cut."""
ROWS_WITH_CLOSING = 2
"""Rows that what closes the document (words, footnotes, signatures) never stands without."""


def breaks_after(table: Table, *, whole: bool) -> list[Break]:
    """For each row, how gladly a page may end behind it. `whole` holds a small table together.

    A section heading keeps its first row and, if it can, a second one; a total keeps the row before it.
    """
    rows = table.rows
    breaks = [Break.AVOID if whole else Break.FREE] * len(rows)
    for index, row in enumerate(rows):
        following = [each.kind for each in rows[index + 1 : index + 3]]
        if row.kind is RowKind.TOTAL and index:
            breaks[index - 1] = Break.KEEP
        if row.keep_with_next or row.kind is RowKind.SECTION:
            breaks[index] = Break.KEEP
        if row.kind is RowKind.SECTION and len(following) == 2 and RowKind.SECTION not in following:
            breaks[index + 1] = max(breaks[index + 1], Break.SPARE)
    if breaks:
        breaks[0] = max(breaks[0], Break.AVOID)
        breaks[-1] = Break.FREE
    return breaks
