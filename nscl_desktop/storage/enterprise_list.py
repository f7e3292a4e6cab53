"""The list of enterprises kept beside the records: made from them alone, in the transaction that changes them.

There are no triggers: ``follow`` is called by whatever writes records, ``rebuild`` by whatever upgrades a file.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any

from nscl_desktop.domain.changes import Change
from nscl_desktop.domain.enterprise_list import FACTS, SOUGHT, ListFacts, ListRow, list_facts, list_row
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.records import Record
from nscl_desktop.storage.rows import read_records, select
from nscl_desktop.storage.telling import Tell, told, unheard

_AT_ONCE = 500
"""Keys in one query; SQLite takes some thousand."""
_NARROW = ListRow._fields[:-1]  # ``marked`` stands in a table of its own
_ADD = f"INSERT INTO enterprise_list ({', '.join(_NARROW)}) VALUES ({', '.join('?' * len(_NARROW))})"  # noqa: S608 - names are the program's own
_CORRECT = f"UPDATE enterprise_list SET {', '.join(f'{name} = ?' for name in ListFacts._fields)} WHERE id = ?"  # noqa: S608 - names are the program's own
_FACTS, _WORDS = frozenset(FACTS), frozenset(SOUGHT)
_BY_KEY, _BY_ORDER, _MARKED_OF = attrgetter("id"), attrgetter("sort_key", "id"), attrgetter("id", "marked")
_ADD_MARKED = "INSERT INTO enterprise_marked (id, marked) VALUES (?, ?)"


def follow(connection: sqlite3.Connection, changes: Iterable[Change], tell: Tell = unheard) -> None:
    """Bring the list to what the records say after these changes; what the list does not hold is passed over."""
    of_units = [change for change in changes if change.entity == Enterprise.entity]
    fresh = _only_inserted(of_units)
    _add(connection, told(fresh.values(), len(fresh), "Ghi danh sách", tell))
    anew: set[str] = set()
    otherwise: set[str] = set()
    for change in of_units:
        if change.before is None or change.after is None or not _WORDS.isdisjoint(change.after):
            anew.add(change.id)
        elif not _FACTS.isdisjoint(change.after):
            otherwise.add(change.id)
    _in_parts(_renew, connection, sorted(anew - fresh.keys()), tell)
    _in_parts(_correct, connection, sorted(otherwise - anew - fresh.keys()), tell)


def _in_parts(
    work: Callable[[sqlite3.Connection, Sequence[str]], None],
    connection: sqlite3.Connection,
    keys: Sequence[str],
    tell: Tell,
) -> None:
    for first in range(0, len(keys), _AT_ONCE):
        tell(f"Ghi danh sách {first}/{len(keys)}")
        work(connection, keys[first : first + _AT_ONCE])


def _renew(connection: sqlite3.Connection, keys: Sequence[str]) -> None:
    """Rows that may stand elsewhere, or be sought by other words."""
    among = _among(keys)
    for table in ("enterprise_list", "enterprise_marked"):
        connection.execute(f"DELETE FROM {table} WHERE {among}", keys)  # noqa: S608 - only question marks
    _add(connection, read_records(connection, Enterprise, among, keys))


def _correct(connection: sqlite3.Connection, keys: Sequence[str]) -> None:
    """Rows that stay where they are and keep their words."""
    found = connection.execute(select(Enterprise.entity, ("id", *FACTS), _among(keys)), keys)
    connection.executemany(_CORRECT, [(*list_facts(*facts), key) for key, *facts in found])


def _among(keys: Sequence[str]) -> str:
    return f"id IN ({', '.join('?' * len(keys))})"


def _only_inserted(changes: Iterable[Change]) -> dict[str, Record]:
    """Units that are new and not changed again: what they are need not be read."""
    found: dict[str, Record] = {}
    seen: set[str] = set()
    for change in changes:
        if change.before is None and change.after and change.id not in seen:
            values: dict[str, Any] = dict(change.after)  # Any: values of many fields
            found[change.id] = Enterprise(**values)
        else:
            found.pop(change.id, None)
        seen.add(change.id)
    return found


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the list anew from all records."""
    connection.execute("DELETE FROM enterprise_list")
    connection.execute("DELETE FROM enterprise_marked")
    _add(connection, read_records(connection, Enterprise))


def _add(connection: sqlite3.Connection, enterprises: Iterable[Record]) -> None:
    rows = [list_row(each) for each in enterprises if isinstance(each, Enterprise)]
    # each table in its own order: thousands of rows then fill one page after the other
    rows.sort(key=_BY_KEY)
    connection.executemany(_ADD_MARKED, map(_MARKED_OF, rows))
    rows.sort(key=_BY_ORDER)
    connection.executemany(_ADD, [row[:-1] for row in rows])
