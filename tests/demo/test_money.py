"""The money of the demo year: every line written down by hand, summed in plain SQL, and as the program has it."""

import sqlite3
from collections import defaultdict

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.ledger_lines import LedgerLines
from nscl_desktop.domain.ledger_sums import Flow, YearSums
from nscl_desktop.storage import ledger_queries as ledger
from nscl_desktop.storage.store import Store

T = 1_000
BY_HAND = {
    # line: giao, hiện hành, cam kết, đã chi, in thousand đồng
    "I.1": (15_000, 12_000, 12_000, 12_000),
    "I.2": (15_400, 12_320, 11_900, 11_900),  # 12.000 paid, 100 taken off after khóa sổ
    "I.3": (10_200, 8_160, 8_160, 8_160),
    "II.1": (48_850, 68_850, 65_000, 65_000),  # 20.000 moved here from II.2
    "II.2": (57_840, 37_840, 28_920, 28_920),
    "II.3": (10_000, 10_000, 9_500, 9_500),
    "III.1": (400_000, 400_000, 380_000, 375_000),  # 150.000 − 5.000 + 230.000 of January
    "III.2": (300_000, 300_000, 298_000, 273_000),  # 5 × 50.000 + 48.000; one ended, all of it recovered
    "III.3": (280_000, 230_000, 230_000, 190_000),  # 50.000 of the paused one carried to 2022
    "III.4": (60_000, 60_000, 60_000, 40_000),
    "III.5": (20_000, 20_000, 20_000, 20_000),
    "III.6": (80_000, 50_000, 50_000, 40_000),  # 20.000 less by adjustment, 10.000 cancelled
    "III.7.-1": (30_000, 30_000, 30_000, 30_000),
    "III.7.-2": (60_000, 60_000, 60_000, 60_000),
}
"""Our own lines; those of the statistics office are followed apart."""
ELSEWHERE = (300_000, 300_000, 285_000, 285_000)
TOTALS = (1_387_290, 1_299_170, 1_263_480, 1_163_480)
REMAINDERS = (35_690, 100_000, 135_690)
"""Hiện hành − cam kết, cam kết − đã chi, hiện hành − đã chi."""
_LABELS = """
SELECT l.id, s.label || '.' || i.label || CASE WHEN l.id = i.id THEN '' ELSE '.-' || (
    SELECT count(*) FROM line o WHERE o.place_parent = i.id AND o.place_position <= l.place_position) END
FROM line l JOIN line i ON i.id = l.id OR i.id = l.place_parent JOIN line s ON s.id = i.place_parent
JOIN plan p ON p.id = l.plan_id WHERE p.code = 'TN-2021-MAU' AND coalesce(s.place_parent, '') = ''
"""
_ENTRIES = """
SELECT e.line_id, e.kind, e.amount, e.commitment_id IS NULL FROM ledger_entry e
JOIN budget_year y ON y.id = e.year_id WHERE y.year = 2021
"""
_CONTRACTS = """
SELECT m.line_id, coalesce((SELECT a.value FROM contract a WHERE a.changes = c.id), c.value)
FROM contract c JOIN dossier d ON d.id = c.dossier_id JOIN dossier_money m ON m.dossier_id = d.id
WHERE c.changes IS NULL AND d.state <> 'ended'
"""
_SIGN = {"allotted": 1, "adjusted": 1, "moved": 1, "carried": 1, "cut": -1, "cancelled": -1}
_OUT = {"advanced": 1, "paid": 1, "recovered": -1, "advance": 1, "payment": 1, "recovery": -1}


def labels(sql: sqlite3.Connection) -> dict[str, str]:
    return dict(sql.execute(_LABELS).fetchall())


def plain_sums(sql: sqlite3.Connection) -> dict[str, list[int]]:
    """By label: giao, hiện hành, cam kết, đã chi; a payment without commitment binds itself."""
    names = labels(sql)
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for line, kind, amount, is_direct in sql.execute(_ENTRIES):
        cell = found[names[line]]
        cell[0] += amount if kind == "allotted" else 0
        cell[1] += _SIGN.get(kind, 0) * amount
        cell[2] += amount if kind == "committed" else _OUT.get(kind, 0) * amount * is_direct
        cell[3] += _OUT.get(kind, 0) * amount
    for line, value in sql.execute(_CONTRACTS):
        found[names[line]][2] += value
    for line, move, amount in sql.execute("SELECT line_id, move, amount FROM payment WHERE year = 2021"):
        found[names[line]][3] += _OUT.get(move, 0) * amount
    return found


def flow_of(flow: Flow) -> tuple[int, int, int, int]:
    return flow.allotted, flow.current, flow.bound, flow.out


def program_sums(store: Store) -> YearSums:
    row = next(each for each in store.plan_rows() if each.code == "TN-2021-MAU")
    with store.reading() as connection:
        (agency,) = connection.execute("SELECT agency_id FROM budget_year WHERE year = 2021").fetchone()
        flows = ledger.year_flows(connection, [row.id], 2021)
    return YearSums(LedgerLines(Budget(store.load_book(row.id), row.id), (), agency), flows, 2021)


def test_every_line_is_what_was_written_down(sql: sqlite3.Connection, store: Store) -> None:
    plain, own = plain_sums(sql), program_sums(store)
    by_label = {label: key for key, label in labels(sql).items()}
    for label, figures in BY_HAND.items():
        expected = tuple(each * T for each in figures)
        assert tuple(plain[label]) == expected, label
        assert flow_of(own.flow(by_label[label])) == expected, label
    assert plain.keys() - {"IV."} == BY_HAND.keys()


def test_the_three_remainders_of_each_line_follow(sql: sqlite3.Connection, store: Store) -> None:
    own = program_sums(store)
    by_label = {label: key for key, label in labels(sql).items()}
    for label, (_, current, bound, out) in BY_HAND.items():
        flow = own.flow(by_label[label])
        expected = tuple(each * T for each in (current - bound, bound - out, current - out))
        assert (flow.free, flow.unpaid, flow.left) == expected, label


def test_the_totals_leave_money_of_other_agencies_aside(sql: sqlite3.Connection, store: Store) -> None:
    own = program_sums(store)
    assert tuple(sum(column) for column in zip(*BY_HAND.values(), strict=True)) == TOTALS
    total = own.flow()
    assert flow_of(total) == tuple(each * T for each in TOTALS)
    assert (total.free, total.unpaid, total.left) == tuple(each * T for each in REMAINDERS)
    assert flow_of(own.elsewhere) == tuple(plain_sums(sql)["IV."]) == tuple(each * T for each in ELSEWHERE)


def test_every_kind_of_entry_is_there_and_pairs_come_to_nothing(sql: sqlite3.Connection) -> None:
    sums = dict(sql.execute("SELECT kind, sum(amount) FROM ledger_entry GROUP BY kind").fetchall())
    assert sums == {
        "proposed": 750_000 * T, "appraised": 580_000 * T, "allotted": 1_687_290 * T, "adjusted": -20_000 * T,
        "moved": 0, "cut": 8_120 * T, "carried": 0, "cancelled": 10_000 * T, "committed": 730_000 * T,
        "advanced": 170_000 * T, "recovered": 5_000 * T, "paid": 720_480 * T, "settled": 1_163_580 * T,
    }  # fmt: skip
    pairs = sql.execute("SELECT sum(amount) FROM ledger_entry WHERE pair <> '' GROUP BY pair, kind").fetchall()
    assert pairs == [(0,)] * 3  # moved; carried, and the commitment that went along


def test_a_mid_year_cut_took_a_fifth_of_each_line_of_section_one(sql: sqlite3.Connection) -> None:
    names = labels(sql)
    found = {
        names[line]: amount
        for line, amount in sql.execute("SELECT line_id, amount FROM ledger_entry WHERE kind = 'cut'")
    }
    assert found == {"I.1": 3_000 * T, "I.2": 3_080 * T, "I.3": 2_040 * T}


def test_january_pays_for_the_old_year(sql: sqlite3.Connection) -> None:
    entries = sql.execute(
        """SELECT sum(e.amount) FROM ledger_entry e JOIN budget_year y ON y.id = e.year_id
           WHERE y.year = 2021 AND e.kind = 'paid' AND e.date LIKE '2022-01-%'"""
    ).fetchone()
    payments = sql.execute("SELECT sum(amount) FROM payment WHERE year = 2021 AND date LIKE '2022-01-%'").fetchone()
    assert (entries, payments) == ((270_000 * T,), (60_000 * T,))  # 230.000 + two prizes; two systems
