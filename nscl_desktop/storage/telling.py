"""How far a large step is: said while it is written, so that it can be watched, and stopped with nothing written."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

_Each = TypeVar("_Each")
_AT_ONCE = 2000

Tell = Callable[[str], object]
"""Says how far the work is; raises when the user wants no more of it, and the transaction is rolled back."""


def unheard(_words: str) -> None:
    """Nobody listens."""


def told(items: Iterable[_Each], count: int, words: str, tell: Tell) -> Iterator[_Each]:
    """The items, with a word after each few thousand; steps of a few are not worth one."""
    for at, each in enumerate(items):
        if at and at % _AT_ONCE == 0:
            tell(f"{words} {at}/{count}")
        yield each
