"""A list as it leaves the program: the headings of its columns, and its rows, which may have to be read for it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple


class ExportedList(NamedTuple):
    """``read`` gives what the list shows now, whatever is sought by then. Aside. Amounts are whole đồng."""

    headings: Sequence[str]
    read: Callable[[], Sequence[Sequence[object]]]
