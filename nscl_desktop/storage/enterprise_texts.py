"""The texts of the whole list of units in one run of bytes, kept in memory while the file is open.

A typed key whose answer is rarer than a page would read every row of the list, 100 ms for 100,000 units; one search
through 18 MB of memory takes a tenth of it. SQLite keeps deciding what answers: this only says which rows can.
"""

import sqlite3
import threading
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.storage.journal import last_seq

_MOST_CHANGED = 500
_CHANGED = """
SELECT DISTINCT record_id FROM change JOIN change_set AS step ON step.id = change.change_set_id
WHERE step.seq > ? AND change.entity = ? LIMIT ?
"""
_END = b"\0"


@dataclass(frozen=True, slots=True)
class _Texts:
    """The list as it was after a step: texts in the order of ``ids``, each from its place in ``starts``."""

    seq: int
    text: bytes
    starts: "array[int]"
    ids: list[str]


class Found(NamedTuple):
    """Units of the list that can hold a text, the first ones in its order; ``is_all``: no others can.

    Units changed since the list was read stand behind them, whatever they hold.
    """

    ids: tuple[str, ...]
    is_all: bool


class ListTexts:
    """Belongs to one open file. Any thread may ask; what is not known is not waited for."""

    def __init__(self) -> None:
        self._texts: _Texts | None = None
        self._preparing = threading.Lock()

    def prepare(self, connection: sqlite3.Connection) -> None:
        """Read the list, unless what is known is near enough. Takes a moment: to be called aside."""
        with self._preparing:
            if self._changed_since(connection) is None:
                self._texts = _read(connection)

    def holding(self, connection: sqlite3.Connection, folded: str, most: int) -> Found | None:
        """The first units of the list that hold a folded text; None where that is not known."""
        texts, changed = self._texts, self._changed_since(connection)
        if texts is None or changed is None or not folded:
            return None
        wanted, ids, row = folded.encode(), list[str](), 0
        while row < len(texts.ids) and len(ids) < most:
            at = texts.text.find(wanted, texts.starts[row])
            if at < 0:
                return Found((*ids, *changed), is_all=True)
            row = bisect_right(texts.starts, at)
            ids.append(texts.ids[row - 1])
        return Found((*ids, *changed), is_all=row == len(texts.ids))

    def _changed_since(self, connection: sqlite3.Connection) -> list[str] | None:
        """Units changed since the list was read; None where it is not known, or they are too many."""
        texts = self._texts
        now = last_seq(connection)
        if texts is None or now < texts.seq:
            return None
        if now == texts.seq:
            return []
        rows = connection.execute(_CHANGED, (texts.seq, Enterprise.entity, _MOST_CHANGED + 1)).fetchall()
        return None if len(rows) > _MOST_CHANGED else [key for (key,) in rows]


def _read(connection: sqlite3.Connection) -> _Texts:
    seq = last_seq(connection)
    starts, ids, parts = array("L"), list[str](), list[bytes]()
    at = 0
    for key, folded in connection.execute("SELECT id, folded FROM enterprise_list ORDER BY sort_key, id"):
        part = folded.encode()
        ids.append(key)
        parts.append(part)
        starts.append(at)
        at += len(part) + len(_END)
    return _Texts(seq, _END.join(parts), starts, ids)
