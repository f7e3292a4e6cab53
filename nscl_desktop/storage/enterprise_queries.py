"""Reading the list of enterprises page by page: `instr` over the list's own table, in its order, from where one ended.

Names with just the typed dấu come first. Where nothing was typed with dấu there is one rank only, so that the common
query is one stroke through the table.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nscl_desktop.domain.enterprise_list import MERGED, ListEntry, ListPage, ListPlace, ListQuery
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.fields import Kind
from nscl_desktop.domain.records import Record, fields_of, owner_field
from nscl_desktop.domain.registry import REGISTER_RECORDS
from nscl_desktop.domain.text import fold, match_key
from nscl_desktop.storage.enterprise_texts import ListTexts
from nscl_desktop.storage.records_json import specs_by_name
from nscl_desktop.storage.rows import quoted, read_records, select
from nscl_desktop.storage.stored_values import READ

PAGE = 200
_AT_ONCE = 500
"""Keys in one query."""
_CACHE_KIB = 65_536
"""The list of 100,000 units fits; it is read again with each typed key, and SQLite would keep 2 MB of it."""

Values = list[str | int]


def enterprise_page(
    connection: sqlite3.Connection,
    query: ListQuery,
    after: ListPlace | None,
    columns: Sequence[str],
    size: int = PAGE,
    texts: ListTexts | None = None,
) -> ListPage:
    """The next rows of the list, with the fields named by ``columns``; from its beginning without ``after``.

    ``texts`` make what is rare quick to find.
    """
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    places = _known(connection, query, texts, size + 1) if texts and after is None else None
    if places is None and query.has_dau:
        places = _ranked(connection, query, after, size + 1)
    elif places is None:
        places = _places(connection, query, after, size + 1)
    shown = places[:size]
    return ListPage(_entries(connection, shown, columns), shown[-1] if len(places) > size else None)


def _known(connection: sqlite3.Connection, query: ListQuery, texts: ListTexts, most: int) -> list[ListPlace] | None:
    """The beginning of the answer, sought among what can hold the text; None where that says too little."""
    found = None if query.within else texts.holding(connection, fold(query.text), 2 * most)
    if found is None:
        return None
    places = _places(connection, replace(query, within=found.ids or ("",)), None, len(found.ids))
    sure = len(places)
    if query.has_dau and places:
        exact = _with_dau(connection, query, places)
        places = sorted(place._replace(is_second_rank=place.id not in exact) for place in places)
        sure = len(exact)
    return places[:most] if found.is_all or sure >= most else None


def _ranked(connection: sqlite3.Connection, query: ListQuery, after: ListPlace | None, most: int) -> list[ListPlace]:
    """First what has the typed dấu, then what answers without; few enough answers are all sought at one stroke."""
    if after is None:
        found = _places(connection, query, None, most)
        if len(found) < most:
            exact = _with_dau(connection, query, found)
            return sorted(place._replace(is_second_rank=place.id not in exact) for place in found)
    places: list[ListPlace] = []
    for is_second in (False, True):
        if len(places) < most and (after is None or after.is_second_rank <= is_second):
            begin = after if after and after.is_second_rank == is_second else None
            places += _places(connection, query, begin, most - len(places), rank=is_second)
    return places


def enterprise_count(connection: sqlite3.Connection, query: ListQuery) -> int:
    """How many units the list shows for a query."""
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    conditions, values = _conditions(query)
    found: int = connection.execute(f"SELECT count(*) FROM enterprise_list {_where(conditions)}", values).fetchone()[0]  # noqa: S608 - conditions of this module
    return found


def enterprise_keys(connection: sqlite3.Connection, query: ListQuery) -> list[str]:
    """Keys of all that the list shows for a query, in its order."""
    conditions, values = _conditions(query)
    rows = connection.execute(
        f"SELECT id FROM enterprise_list {_where(conditions)} ORDER BY sort_key, id",  # noqa: S608 - likewise
        values,
    )
    return [key for (key,) in rows]


def listed_words(connection: sqlite3.Connection, column: str) -> Iterator[str]:
    """Every word that units bear in a field such as "province", for offering filters; unsorted."""
    field = quoted(column)
    rows = connection.execute(f"SELECT DISTINCT {field} FROM enterprise WHERE {field} <> ''")  # noqa: S608 - a field's name
    return (word for (word,) in rows)


def _places(
    connection: sqlite3.Connection, query: ListQuery, after: ListPlace | None, most: int, *, rank: bool | None = None
) -> list[ListPlace]:
    """Up to ``most`` places in the order of the list; only those with (False) or without (True) the typed dấu."""
    conditions, values = _conditions(query)
    if rank is not None:
        marked = "(SELECT marked FROM enterprise_marked AS m WHERE m.id = enterprise_list.id)"
        conditions.append(f"instr({marked}, ?) {'= 0' if rank else '> 0'}")
        values.append(match_key(query.text))
    if after:
        conditions.append("(sort_key, id) > (?, ?)")
        values += [after.sort_key, after.id]
    rows = connection.execute(
        f"SELECT sort_key, id FROM enterprise_list {_where(conditions)} ORDER BY sort_key, id LIMIT ?",  # noqa: S608 - conditions of this module
        [*values, most],
    )
    return [ListPlace(bool(rank), *row) for row in rows]


def _with_dau(connection: sqlite3.Connection, query: ListQuery, places: list[ListPlace]) -> set[str]:
    among = ", ".join("?" * len(places))
    rows = connection.execute(
        f"SELECT id FROM enterprise_marked WHERE id IN ({among}) AND instr(marked, ?)",  # noqa: S608 - only question marks
        [*(place.id for place in places), match_key(query.text)],
    )
    return {key for (key,) in rows}


def _conditions(query: ListQuery) -> tuple[list[str], Values]:
    """What must hold, cheap conditions first."""
    conditions: list[str] = []
    values: Values = []
    if not query.states:
        conditions.append("state <> ?")
        values.append(MERGED)
    for column, wanted in (
        ("state", query.states), ("kind", query.kinds), ("sector", query.sectors), ("province", query.provinces),
        ("commune", query.communes), ("tax", query.tax),
    ):  # fmt: skip
        if wanted:
            conditions.append(f"{column} IN ({', '.join('?' * len(wanted))})")
            values += wanted
    if query.within:
        conditions.append(f"id IN ({', '.join('?' * len(query.within))})")
        values += query.within
    if query.mark_bits:
        conditions.append("marks & ? = ?")
        values += [query.mark_bits, query.mark_bits]
    if fold(query.text):
        conditions.append("instr(folded, ?)")
        values.append(fold(query.text))
    return conditions, values


def _where(conditions: list[str]) -> str:
    return f"WHERE {' AND '.join(conditions)}" if conditions else ""


def _entries(
    connection: sqlite3.Connection, places: Sequence[ListPlace], columns: Sequence[str]
) -> tuple[ListEntry, ...]:
    """The named fields of these units; only they are made values of, because a page has to be there within a frame."""
    specs = specs_by_name(Enterprise.entity)
    readings = [(at, READ[specs[name].kind]) for at, name in enumerate(columns) if specs[name].kind in READ]
    among = f"id IN ({', '.join('?' * len(places))})"
    found = {}
    query = select(Enterprise.entity, ("id", *columns), among)
    for key, *values in connection.execute(query, [place.id for place in places]):
        for at, read in readings:
            values[at] = read(values[at])
        found[key] = ListEntry(key, tuple(values))
    return tuple(found[place.id] for place in places)


def enterprise_parts(connection: sqlite3.Connection, key: str) -> Iterator[Record]:
    """A unit with all that belongs to it; nothing where it is gone."""
    yield from read_records(connection, Enterprise, "id = ?", [key])
    for record_type, names in _POINTING.items():
        if names[0] == owner_field(record_type):
            yield from read_records(connection, record_type, f"{quoted(names[0])} = ?", [key])


def parts_of_many(
    connection: sqlite3.Connection, record_types: Sequence[type[Record]], keys: Sequence[str]
) -> Iterator[Record]:
    """What belongs to some units, of some kinds."""
    for record_type in record_types:
        owner = quoted(owner_field(record_type) or "id")
        for first in range(0, len(keys), _AT_ONCE):
            some = keys[first : first + _AT_ONCE]
            yield from read_records(connection, record_type, f"{owner} IN ({', '.join('?' * len(some))})", some)


def pointing_records(connection: sqlite3.Connection, key: str) -> Iterator[Record]:
    """Records that name a unit without belonging to it: dossiers, visits, contracts, branches."""
    for record_type, names in _POINTING.items():
        if names[0] != owner_field(record_type):
            condition = " OR ".join(f"{quoted(name)} = ?" for name in names)
            yield from read_records(connection, record_type, condition, [key] * len(names))


def enterprises_by_key(connection: sqlite3.Connection, keys: Sequence[str]) -> Iterator[Enterprise]:
    """The records of these units, as far as they are there."""
    for first in range(0, len(keys), _AT_ONCE):
        some = keys[first : first + _AT_ONCE]
        for record in read_records(connection, Enterprise, f"id IN ({', '.join('?' * len(some))})", some):
            if isinstance(record, Enterprise):
                yield record


def _pointing(record_type: type[Record]) -> tuple[str, ...]:
    links = (spec for spec in fields_of(record_type) if spec.kind is Kind.REF and spec.target == Enterprise.entity)
    return tuple(spec.name for spec in links)


_POINTING = {record_type: names for record_type in REGISTER_RECORDS if (names := _pointing(record_type))}
"""Kinds of records that name a unit, with the fields that do."""
