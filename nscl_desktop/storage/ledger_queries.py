"""Reading the ledger: its niên độ and entries, and the sums of a plan's year.

Entries are grouped by SQLite. Dossiers are read in bare rows and counted by the functions of ``domain/dossiers/sums``:
making records of 20,000 dossiers would take seconds. A property test holds this against ``domain/ledger_sums``.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from string import Template

from nscl_desktop.domain.contracts import ADVANCE, OWN_SHARE, RECOVERY, Contract
from nscl_desktop.domain.dossiers.sums import Cell, effective_contracts, paid_cell, shared, weights_of
from nscl_desktop.domain.dossiers.whole import WholeDossier, Wholes, gather
from nscl_desktop.domain.ledger import ADVANCED, COMMITTED, ENTRY_KINDS, PAID, RECOVERED, BudgetYear, LedgerEntry
from nscl_desktop.domain.ledger_sums import DossierShare, Flow, dossier_flows
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.supports import ENDED, Dossier, DossierMoney
from nscl_desktop.storage.dossier_queries import dossier_records
from nscl_desktop.storage.enterprise_queries import enterprises_by_key
from nscl_desktop.storage.rows import read_records


def year_records(connection: sqlite3.Connection, plan_ids: Sequence[str]) -> Iterator[Record]:
    """The niên độ of the versions of one plan with all their entries."""
    among = _among(plan_ids)
    yield from read_records(connection, BudgetYear, f"plan_id {among}", plan_ids)
    own = f"year_id IN (SELECT id FROM budget_year WHERE plan_id {among})"  # noqa: S608 - placeholders alone
    yield from read_records(connection, LedgerEntry, own, plan_ids)


def entry_flows(
    connection: sqlite3.Connection, plan_ids: Sequence[str], year: int, until: str = ""
) -> dict[Cell, Flow]:
    """Sums of the entries of one niên độ by line (as they name it) and source; those dated after ``until`` left out."""
    rows = connection.execute(
        f"""
        SELECT coalesce(e.line_id, ''), e.source, e.kind, c.id IS NULL, sum(coalesce(e.amount, 0))
        FROM ledger_entry e JOIN budget_year y ON y.id = e.year_id
        LEFT JOIN ledger_entry c ON c.id = e.commitment_id AND c.kind = '{COMMITTED}'
            AND (? = '' OR c.date <= ?)
        WHERE y.plan_id {_among(plan_ids)} AND y.year = ? AND (? = '' OR e.date <= ?) GROUP BY 1, 2, 3, 4
        """,  # noqa: S608 - placeholders and the program's own words alone
        [until, until, *plan_ids, year, until, until],
    )
    cells: dict[Cell, Flow] = defaultdict(Flow)
    for line_id, source, kind, is_direct, amount in rows:
        flow = cells[line_id, year, source]
        if kind in _KINDS:
            setattr(flow, kind, getattr(flow, kind) + amount)
        if is_direct and kind in (ADVANCED, PAID, RECOVERED):
            flow.direct += -amount if kind == RECOVERED else amount
    return dict(cells)


_KINDS = frozenset(kind for kind, _ in ENTRY_KINDS)
_TAKING = """
WITH own(id) AS MATERIALIZED (SELECT id FROM line WHERE plan_id $among),
taking(id) AS MATERIALIZED (
    SELECT dossier_id FROM dossier_money WHERE year = $year AND line_id IN own
    UNION SELECT dossier_id FROM payment WHERE year = $year AND line_id IN own)
"""
"""Dossiers that may give to the figures of a year: they plan money of a line in it, or pay out of one. What a payment
leaves open is taken from planned money, so it is found through that.
"""
_ROWS = f"""
SELECT 'planned', dossier_id, coalesce(line_id, ''), coalesce(year, 0), source, coalesce(amount, 0)
FROM taking JOIN dossier_money ON dossier_id = taking.id
UNION ALL SELECT 'signed', dossier_id, coalesce(changes, ''), 0, '', coalesce(value, 0)
FROM taking JOIN contract ON dossier_id = taking.id WHERE $until = '' OR date <= $until
UNION ALL SELECT move, dossier_id, coalesce(line_id, ''), coalesce(year, 0), source, coalesce(amount, 0)
FROM taking JOIN payment ON dossier_id = taking.id WHERE coalesce(year, 0) IN ($year, 0) AND move <> '{OWN_SHARE}'
    AND ($until = '' OR date <= $until)
"""  # noqa: S608 - the program's own words alone
_AT_ONCE = 500
"""Keys in one query."""
_TAKEN = "SELECT id FROM taking"
_ENDED = f"SELECT id FROM dossier WHERE state = '{ENDED}' AND (? = '' OR state_on <= ?)"  # noqa: S608 - likewise


def dossier_sums(
    connection: sqlite3.Connection, plan_ids: Sequence[str], year: int, until: str = ""
) -> dict[Cell, Flow]:
    """What the dossiers bind and pay out of a plan's lines in one niên độ, by line (as they name it) and source.

    ``until`` is the last ISO day that counts (ngày chốt số liệu), "" for all; contracts, payments and endings after it
    are left out, those without a day are not.
    """
    planned: dict[str, dict[Cell, int]] = {}
    values: dict[str, int] = {}
    special: set[str] = set()
    payments: list[tuple[str, str, Cell, int]] = []
    for what, key, line, of_year, source, amount in connection.execute(*_asked(_TAKING + _ROWS, plan_ids, year, until)):
        if what == "planned":
            cells = planned.setdefault(key, {})
            cells[line, of_year, source] = cells.get((line, of_year, source), 0) + amount
        elif what == "signed":
            values[key] = values.get(key, 0) + amount
            if line:  # an appendix: the value in force is not the sum
                special.add(key)
        else:
            payments.append((key, what, (line, of_year, source), amount))
    special |= {key for key, cells in planned.items() if len(cells) > 1 and not sum(cells.values())}
    known = (each for each in dossier_records(connection, sorted(special)) if not _is_later(each, until))
    for key, whole in gather(known).items():
        values[key] = sum(value for _, value, _ in effective_contracts(whole))
        planned[key] = weights_of(whole.money)
    for (key,) in connection.execute(_ENDED, [until, until]):
        values.pop(key, None)
    found = _committed(values, planned)
    for key, move, stated, amount in payments:
        flow = found[paid_cell(stated, planned.get(key, ()))]
        _pay(flow, move, amount, is_direct=not values.get(key))
    own = line_keys(connection, plan_ids)
    return {cell: flow for cell, flow in found.items() if cell[1] == year and cell[0] in own and flow != Flow()}


def _with_money(connection: sqlite3.Connection, keys: Sequence[str]) -> Wholes:
    """Dossiers with nothing but their planned money and contracts, which is all that tells what they bind."""
    records: list[Record] = [Dossier(id=key, title="") for key in keys]
    for first in range(0, len(keys), _AT_ONCE):
        some = keys[first : first + _AT_ONCE]
        for record_type in (DossierMoney, Contract):
            records += read_records(connection, record_type, f"dossier_id {_among(some)}", some)
    return gather(records)


def _committed(values: Mapping[str, int], planned: Mapping[str, Mapping[Cell, int]]) -> dict[Cell, Flow]:
    found: dict[Cell, Flow] = defaultdict(Flow)
    for key, value in values.items():
        if value:
            for cell, share in shared(value, planned.get(key, {})).items():
                found[cell].committed += share
    return found


def _pay(flow: Flow, move: str, amount: int, *, is_direct: bool) -> None:
    if move == RECOVERY:
        flow.recovered += amount
    elif move == ADVANCE:
        flow.advanced += amount
    else:
        flow.paid += amount
    if is_direct:
        flow.direct += -amount if move == RECOVERY else amount


def _is_later(record: Record, until: str) -> bool:
    return isinstance(record, Contract) and bool(until) and record.date > until


def year_flows(connection: sqlite3.Connection, plan_ids: Sequence[str], year: int, until: str = "") -> dict[Cell, Flow]:
    """All figures of a plan's niên độ, of entries and dossiers together; as of the day ``until``, if one is given."""
    cells: dict[Cell, Flow] = defaultdict(Flow)
    for part in (entry_flows(connection, plan_ids, year, until), dossier_sums(connection, plan_ids, year, until)):
        for cell, flow in part.items():
            cells[cell].add(flow)
    return dict(cells)


def dossiers_behind(connection: sqlite3.Connection, plan_ids: Sequence[str], year: int) -> list[WholeDossier]:
    """The dossiers that may give to the figures of a niên độ, whole."""
    keys = [key for (key,) in connection.execute(*_asked(_TAKING + _TAKEN, plan_ids, year))]
    return list(gather(dossier_records(connection, keys)).values())


def dossier_shares(connection: sqlite3.Connection, plan_ids: Sequence[str], year: int) -> list[DossierShare]:
    """The dossiers that give to the figures of a niên độ, each with what it gives; by code, then title."""
    own, wholes = line_keys(connection, plan_ids), dossiers_behind(connection, plan_ids, year)
    wanted = sorted({each.dossier.enterprise_id or "" for each in wholes} - {""})
    units = {unit.id: unit.name for unit in enterprises_by_key(connection, wanted)}
    found = []
    for whole in wholes:
        flows = dossier_flows([whole]).items()
        given = {cell: flow for cell, flow in flows if cell[0] in own and cell[1] == year}
        if given:
            dossier = whole.dossier
            unit = units.get(dossier.enterprise_id or "", "")
            found.append(DossierShare(dossier.id, dossier.code, dossier.title, unit, given))
    return sorted(found, key=lambda each: (each.code, each.title, each.key))


def line_keys(connection: sqlite3.Connection, plan_ids: Sequence[str]) -> set[str]:
    """Keys of the lines of these plans."""
    words = f"SELECT id FROM line WHERE plan_id {_among(plan_ids)}"  # noqa: S608 - placeholders alone
    return {key for (key,) in connection.execute(words, plan_ids)}


def _asked(words: str, plan_ids: Sequence[str], year: int, until: str = "") -> tuple[str, Sequence[str]]:
    """A query with the keys of the plans, the year and the last day put in."""
    count = words.count("$among")
    day = date.fromisoformat(until).isoformat() if until else ""
    return Template(words).substitute(among=_among(plan_ids), year=int(year), until=f"'{day}'"), [*plan_ids] * count


def _among(keys: Sequence[str]) -> str:
    return f"IN ({', '.join('?' * len(keys))})"
