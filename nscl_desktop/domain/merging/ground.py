"""How far back a merge must read: to the oldest work that is still out, or that such work has not seen.

A check-out that is closed needs no more thought once every other one was made after it was closed: whoever is still
out has seen all that came of it, and nothing of it was open.
"""

from collections.abc import Iterable
from typing import NamedTuple


class Outing(NamedTuple):
    """A check-out: the office's newest step when it was made, and the step that closed it, where it is closed."""

    key: str
    seq: int
    closed: int | None = None


class Ground(NamedTuple):
    """The step after which a merge reads the journal, and the check-outs whose packages it still needs."""

    seq: int
    needed: frozenset[str]


def ground_of(outings: Iterable[Outing], last: int) -> Ground:
    """The ground under these check-outs; ``last`` is the office's newest step, which it is when none is needed."""
    outings = tuple(outings)
    needed = {each for each in outings if each.closed is None}
    while True:
        seq = min((each.seq for each in needed), default=last)
        more = {each for each in outings if each.closed is not None and each.closed > seq} - needed
        if not more:
            return Ground(seq, frozenset(each.key for each in needed))
        needed |= more
