"""Which lines of two plans are the same: told by where each was copied from, never by its words."""

from collections.abc import Iterator

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Line


def matching_lines(before: Budget, after: Budget) -> dict[str, Line]:
    """For each line of ``after``, the line of ``before`` that it corresponds to; none twice.

    A line remembers the one it was copied from. Versions between the two plans are followed as far as their lines are
    in the book of either; a line that was duplicated corresponds to its first copy.
    """
    old: dict[str, Line] = {}
    for _, line in before.tree.walk():
        for key in _origins(before, after, line):
            old.setdefault(key, line)
    found: dict[str, Line] = {}
    taken: set[str] = set()
    for _, line in after.tree.walk():
        match = next((old[key] for key in _origins(before, after, line) if key in old), None)
        if match is not None and match.id not in taken:
            found[line.id] = match
            taken.add(match.id)
    return found


def _origins(before: Budget, after: Budget, line: Line) -> Iterator[str]:
    """The line's own key, then what it was copied from, and so on."""
    seen: set[str] = set()
    key: str | None = line.id
    while key and key not in seen:
        seen.add(key)
        yield key
        known = after.book.table(Line).get(key) or before.book.table(Line).get(key)
        key = known.origin_id if known else None
