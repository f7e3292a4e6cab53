"""The reports of the demo year: every figure added up by hand from its story, and taken apart again in plain SQL."""

import sqlite3

import pytest

T = 1_000
HALF, WHOLE = "2021-06-30", "2022-01-31"
MONEY = {
    # part, section: theo kế hoạch, được giao, cam kết, đã chi, in thousand đồng
    HALF: {
        ("section", "I"): (40_600, 40_600, 16_000, 16_000),
        ("section", "II"): (116_690, 116_690, 93_920, 48_920),  # 65.000 of contracts, 28.920 at once
        ("section", "III"): (1_230_000, 1_210_000, 1_140_000, 390_000),  # 380.000 + 710.000 of dossiers + 50.000 prizes
        ("source", ""): (1_387_290, 1_367_290, 1_249_920, 454_920),
        ("elsewhere", ""): (300_000, 300_000, 285_000, 0),
    },
    WHOLE: {
        # What was carried to 2022 and set right after khóa sổ came later than the day.
        ("section", "I"): (40_600, 32_480, 32_160, 32_160),
        ("section", "II"): (116_690, 116_690, 103_420, 103_420),
        ("section", "III"): (1_230_000, 1_200_000, 1_178_000, 1_028_000),
        ("source", ""): (1_387_290, 1_349_170, 1_313_580, 1_163_580),
        ("elsewhere", ""): (300_000, 300_000, 285_000, 285_000),
    },
}
DONE = {
    # đăng báo, hội nghị, khóa đào tạo, khảo sát, hệ thống, công cụ, hợp chuẩn, hợp quy, tiêu chuẩn
    HALF: (1, 0, 1, 50, 0, 0, 0, 0, 0),
    WHOLE: (1, 1, 2, 50, 5, 3, 1, 1, 7),
}
PLANNED = (1, 1, 1, 50, 6, 4, 2, 1, 8)
_CONTRACTS = """
SELECT sum(coalesce((SELECT a.value FROM contract a WHERE a.changes = c.id AND a.date <= :day), c.value))
FROM contract c JOIN dossier d ON d.id = c.dossier_id
WHERE c.changes IS NULL AND c.date <= :day AND NOT (d.state = 'ended' AND d.state_on <= :day)
"""
_BOUND = """
SELECT sum(CASE WHEN e.kind = 'recovered' THEN -e.amount ELSE e.amount END) FROM ledger_entry e
JOIN budget_year y ON y.id = e.year_id AND y.year = 2021 JOIN line l ON l.id = e.line_id AND l.label <> ''
WHERE e.date <= :day AND (e.kind = 'committed' OR (
    e.kind IN ('paid', 'advanced', 'recovered') AND e.commitment_id IS NULL))
"""
_PAID = """
SELECT (SELECT sum(CASE e.kind WHEN 'recovered' THEN -e.amount ELSE e.amount END) FROM ledger_entry e
        JOIN line l ON l.id = e.line_id AND l.label <> ''
        WHERE e.date <= :day AND e.kind IN ('paid', 'advanced', 'recovered'))
     + (SELECT sum(CASE move WHEN 'recovery' THEN -amount WHEN 'own' THEN 0 ELSE amount END) FROM payment
        WHERE year = 2021 AND date <= :day)
"""


@pytest.mark.parametrize("day", [HALF, WHOLE])
def test_money_of_each_section_is_what_was_written_down(sql: sqlite3.Connection, day: str) -> None:
    found = {
        (part, label): tuple(figures)
        for part, label, *figures in sql.execute(
            """SELECT m.part, m.label, m.planned, m.current, m.committed, m.paid FROM report_money m
               JOIN periodic_report r ON r.id = m.report_id WHERE r.cutoff = ?""",
            [day],
        )
    }
    assert found == {key: tuple(each * T for each in figures) for key, figures in MONEY[day].items()}


@pytest.mark.parametrize("day", [HALF, WHOLE])
def test_sections_add_up_to_the_source_and_money_of_others_is_in_neither(day: str) -> None:
    sections = [figures for (part, _), figures in MONEY[day].items() if part == "section"]
    assert tuple(map(sum, zip(*sections, strict=True))) == MONEY[day]["source", ""]


@pytest.mark.parametrize("day", [HALF, WHOLE])
def test_what_was_bound_and_paid_by_the_day_is_counted_again_in_plain_sql(sql: sqlite3.Connection, day: str) -> None:
    (contracts,), (entries,) = (sql.execute(words, {"day": day}).fetchone() for words in (_CONTRACTS, _BOUND))
    (paid,) = sql.execute(_PAID, {"day": day}).fetchone()
    assert (contracts + entries, paid) == tuple(each * T for each in MONEY[day]["source", ""][2:])


@pytest.mark.parametrize("day", [HALF, WHOLE])
def test_what_was_done_of_each_target_by_the_day(sql: sqlite3.Connection, day: str) -> None:
    rows = sql.execute(
        """SELECT f.planned, f.done, f.total FROM report_figure f JOIN periodic_report r ON r.id = f.report_id
           WHERE r.cutoff = ? ORDER BY f.position""",
        [day],
    ).fetchall()
    assert tuple(int(planned) for planned, _, _ in rows) == PLANNED
    assert tuple(int(done) for _, done, _ in rows) == tuple(int(total) for *_, total in rows) == DONE[day]


def test_the_half_years_report_is_sent_with_its_lists_and_the_years_is_a_draft(sql: sqlite3.Connection) -> None:
    states = sql.execute("SELECT kind, state, sent_on FROM periodic_report ORDER BY cutoff").fetchall()
    assert states == [("half_year", "sent", "2021-07-05"), ("year", "draft", "")]
    assert [name for (name,) in sql.execute("SELECT name FROM report_list ORDER BY name")] == [
        "courses", "dossiers", "prizes",
    ]  # fmt: skip
