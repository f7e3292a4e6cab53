"""The list of enterprises kept beside the records: made from them alone, in the transaction that changes them.

There are no triggers: ``follow`` is called by whatever writes records, ``rebuild`` by whatever upgrades a file.
"""

import sqlite3
from collections.abc import Iterable
from typing import Any

from nscl_desktop.domain.changes import Change
from nscl_desktop.domain.enterprise_list import ListRow, list_row
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.records import Record
from nscl_desktop.storage.rows import read_records

_AT_ONCE = 500
"""Keys in one query; SQLite takes some thousand."""
_NARROW = [name for name in ListRow._fields if name != "marked"]
_ADD = " ".join(
    ("INSERT INTO enterprise_list", f"({', '.join(_NARROW)})", f"VALUES ({', '.join(map(':{}'.format, _NARROW))})")
)
_ADD_MARKED = "INSERT INTO enterprise_marked (id, marked) VALUES (:id, :marked)"


def follow(connection: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Bring the list to what the records say after these changes."""
    of_units = [change for change in changes if change.entity == Enterprise.entity]
    fresh = _only_inserted(of_units)
    _add(connection, fresh.values())
    keys = sorted({change.id for change in of_units} - fresh.keys())
    for first in range(0, len(keys), _AT_ONCE):
        some = keys[first : first + _AT_ONCE]
        among = f"id IN ({', '.join('?' * len(some))})"
        for table in ("enterprise_list", "enterprise_marked"):
            connection.execute(f"DELETE FROM {table} WHERE {among}", some)  # noqa: S608 - only question marks
        _add(connection, read_records(connection, Enterprise, among, some))


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
    rows = [list_row(each)._asdict() for each in enterprises if isinstance(each, Enterprise)]
    connection.executemany(_ADD, rows)
    connection.executemany(_ADD_MARKED, rows)
