"""What the overview worked out before: kept as long as nothing was saved that it is made of.

The journal says which kinds of records changed since; so a change of a visit counts no dossier anew, and turning from
one year to another and back counts nothing. An unknown is simply worked out: nothing here can be wrong, only missing.
"""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar, cast
from weakref import WeakKeyDictionary

from nscl_desktop.storage.connections import Connection
from nscl_desktop.storage.journal import entities_since, last_seq
from nscl_desktop.storage.store import Store

T = TypeVar("T")
_MOST = 400
"""So many figures are kept for one file; beyond it everything is forgotten and kept anew."""


class Kept:
    """Figures of one open file with the number of the step at which each was worked out."""

    def __init__(self) -> None:
        self._figures: dict[Hashable, tuple[int, frozenset[str], object]] = {}
        self._changed: tuple[int, int, frozenset[str]] = (0, 0, frozenset())

    def of(self, connection: Connection, key: Hashable, made_of: Iterable[str], make: Callable[[], T]) -> T:
        """The figure kept under ``key``, or what ``make`` gives; ``made_of`` are the kinds of records behind it."""
        now = last_seq(connection)
        known = self._figures.get(key)
        if known is not None and (known[0] == now or not known[1] & self._since(connection, known[0], now)):
            self._figures[key] = (now, known[1], known[2])
            return cast("T", known[2])
        if len(self._figures) >= _MOST:
            self._figures.clear()
        made = make()
        self._figures[key] = (now, frozenset(made_of), made)
        return made

    def _since(self, connection: Connection, moment: int, now: int) -> frozenset[str]:
        """Kinds of records that changed after a moment; asked once for the many figures of one reading."""
        if self._changed[:2] != (moment, now):
            self._changed = (moment, now, entities_since(connection, moment))
        return self._changed[2]


_KEPT: WeakKeyDictionary[Store, Kept] = WeakKeyDictionary()


def kept_for(store: Store) -> Kept:
    """What is kept for an open file; gone when it is closed or replaced."""
    return _KEPT.setdefault(store, Kept())
