"""The figures of the demo year, counted in SQL and written down by hand, equal what the program's own rules say.

The hand's figures follow from the story: who was absent, which dossiers came how far, which prizes were given.
"""

import sqlite3
from collections import Counter

from nscl_desktop.domain.award_results import results
from nscl_desktop.domain.awards import Nomination, Prize
from nscl_desktop.domain.counting import CountScope
from nscl_desktop.domain.courses.counts import HeadCount
from nscl_desktop.domain.targets import Target
from nscl_desktop.storage import counting_queries as counting
from nscl_desktop.storage import course_queries as courses
from nscl_desktop.storage import overview_queries as overview
from nscl_desktop.storage.store import Store

PLAN = "TN-2021-MAU"


def counted(sql: sqlite3.Connection, words: str) -> dict[str, int]:
    """Groups of a query of two columns."""
    return {str(name): int(number) for name, number in sql.execute(words)}


def test_fifty_units_and_those_that_advise_and_certify(sql: sqlite3.Connection) -> None:
    kinds = counted(sql, "SELECT kind, count(*) FROM enterprise GROUP BY kind")
    assert kinds.pop("consultant") == 3
    assert kinds.pop("conformity_body") == 1
    assert kinds == {"llc_more": 19, "llc_one": 9, "joint_stock": 9, "private": 9, "cooperative": 4}
    assert sum(kinds.values()) == 50


def test_dossiers_by_state_and_how_they_hang_together(sql: sqlite3.Connection) -> None:
    states = counted(sql, "SELECT state, count(*) FROM dossier GROUP BY state")
    assert states == {"open": 25, "done": 5, "paused": 1, "ended": 1}
    # 5 of the former period, 5 carried over, 6 systems, 1 replacement, 2 tools, 2 hợp chuẩn, 8 TCCS, 3 of next year
    assert sum(states.values()) == 5 + 5 + 6 + 1 + 2 + 2 + 8 + 3
    carried = sql.execute(
        """SELECT new.carried_text, old.year, k.code FROM dossier new JOIN dossier old ON old.id = new.carried_from
           JOIN dossier_item i ON i.dossier_id = new.id JOIN support_kind k ON k.id = i.kind_id ORDER BY old.code"""
    ).fetchall()
    assert Counter(code for _, _, code in carried) == {
        "TCVN ISO 9001": 1, "TCVN ISO 14001": 1, "5S": 1, "Kaizen": 1, "Hợp quy": 1,
    }  # fmt: skip
    assert {text for text, _, _ in carried} == {"2016-2020"}
    assert all(2016 <= year <= 2020 for _, year, _ in carried)
    replaced = sql.execute("SELECT old.state FROM dossier new JOIN dossier old ON old.id = new.replaces").fetchall()
    assert replaced == [("ended",)]
    assert sql.execute("SELECT count(*) FROM dossier WHERE is_guidance").fetchone() == (3,)


def test_every_stage_was_reached_by_some_dossier(sql: sqlite3.Connection) -> None:
    stages = counted(sql, "SELECT stage, count(*) FROM stage_step WHERE done_on <> '' GROUP BY stage")
    assert len(stages) == 11
    assert stages["followed"] == 1


def test_turns_and_people_are_counted_apart(sql: sqlite3.Connection, store: Store) -> None:
    # 5S: 40 less 2 absent; ISO 9001: 24 less 1; 3 were sent. Twelve were on both, one of them absent at the first.
    turns = 38 + 23 + 3
    people = 38 + (23 - 11) + 3
    took_part = "FROM enrolment WHERE state IN ('attended', 'passed')"
    assert sql.execute(f"SELECT count(*), count(DISTINCT person_id) {took_part}").fetchone() == (turns, people)
    with store.reading() as connection:
        assert courses.heads(connection, 2021) == HeadCount(turns, people, 0)


def test_certificates_by_the_rule_of_each_course(sql: sqlite3.Connection) -> None:
    given = counted(sql, "SELECT course_id, count(*) FROM enrolment WHERE certificate <> '' GROUP BY course_id")
    assert sorted(given.values()) == [23, 37]  # 40 less 2 absent and 1 at three of six half days; 24 less 1
    numbers = [number for (number,) in sql.execute("SELECT certificate FROM enrolment WHERE certificate <> ''")]
    assert len(set(numbers)) == 60
    assert sql.execute("SELECT count(*) FROM attendance").fetchone() == (36 * 6 + 3 + 5 + 23 * 4 + 3,)


def test_four_prizes_of_three_winners_are_ninety_million(sql: sqlite3.Connection, store: Store) -> None:
    found = sql.execute(
        """SELECT count(*), count(DISTINCT n.enterprise_id), sum(p.amount), count(DISTINCT r.year)
           FROM prize p JOIN nomination n ON n.id = p.nomination_id JOIN award_round r ON r.id = n.round_id"""
    ).fetchone()
    assert found == (4, 3, 90_000_000, 2)
    book = store.load_book()
    own = results(book.table(Nomination).values(), book.table(Prize).values())
    assert (own.prizes, own.winners, own.total, own.unpriced) == (4, 3, 90_000_000, 0)
    assert own.money == {2021: 90_000_000}


def test_visits_of_the_survey_and_of_inspections(sql: sqlite3.Connection) -> None:
    found = sql.execute(
        """SELECT c.purpose, v.state, count(DISTINCT v.enterprise_id) FROM visit v
           JOIN checklist c ON c.id = v.checklist_id GROUP BY 1, 2"""
    ).fetchall()
    assert found == [
        ("inspection", "draft", 1), ("inspection", "finished", 2), ("inspection", "signed", 5),
        ("survey", "finished", 50),
    ]  # fmt: skip
    # three of the seven answered visits found two things each, those of the first were mended
    assert sql.execute("SELECT count(*), sum(closed_on <> '') FROM recommendation").fetchone() == (6, 2)


def test_experts_and_the_club(sql: sqlite3.Connection) -> None:
    roles = sql.execute("SELECT role, sum(certificate <> ''), count(*) FROM person_role GROUP BY role").fetchall()
    assert roles == [("expert", 3, 4), ("lecturer", 0, 2), ("member", 0, 9)]


TARGETS = (
    1,  # đăng báo
    1,  # hội nghị
    2,  # khóa đào tạo, one more than the plan has
    50,  # khảo sát
    5,  # hệ thống accepted: 2 carried over, 3 of the 4 chosen; the replacement of the fourth still runs
    3,  # công cụ: 2 carried over, 1 new; the other one is paused
    1,  # hợp chuẩn: the other one still runs
    1,  # hợp quy, carried over
    7,  # tiêu chuẩn: 5 paid for and 2 of the 3 guided
    4,  # giải thưởng, of two award years
)


def test_the_plans_targets_come_to_what_the_year_did(store: Store) -> None:
    with store.reading() as connection:
        (plan_id,) = connection.execute("SELECT id FROM plan WHERE code = ?", [PLAN]).fetchone()
        found = (each for each in overview.target_records(connection, plan_id) if isinstance(each, Target))
        targets = sorted(found, key=lambda each: each.position)
        chains = counting.origins(connection, targets)
        fed = overview.fed_lines(connection, [plan_id], chains)
        numbers = [
            counting.number(connection, rule, CountScope((plan_id,), lines, 2021, 2021))
            for rule, lines in zip(counting.rules_of(connection, chains), fed, strict=True)
            if rule is not None
        ]
    assert tuple(map(int, numbers)) == TARGETS


def test_systems_and_tools_counted_in_plain_sql_are_those_of_the_targets(sql: sqlite3.Connection) -> None:
    found = counted(
        sql,
        """SELECT k."group", count(DISTINCT d.id) FROM dossier d JOIN plan p ON p.id = d.plan_id
           JOIN dossier_item i ON i.dossier_id = d.id JOIN support_kind k ON k.id = i.kind_id
           JOIN stage_step s ON s.dossier_id = d.id AND s.stage = 'accepted' AND s.done_on LIKE '2021%'
           WHERE p.code = 'TN-2021-MAU' AND d.state <> 'ended' GROUP BY 1""",
    )
    assert (found["system"], found["tool"], found["standard"], found["conformity"]) == (5, 3, 7, 2)
