"""Every kind of rule over the small register: numbers and lists written down by hand, and a plain count beside SQL."""

from collections.abc import Iterator
from decimal import Decimal
from random import Random
from sqlite3 import Connection
from typing import Any

import pytest

from nscl_desktop.domain.counting import CountScope
from nscl_desktop.domain.counting_rules import CountingRule
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.supports import STAGES, Dossier, StageStep
from nscl_desktop.storage.counting_queries import counted_records, number, tally, undated
from tests.enterprises.registers import store_of
from tests.overview.small_register import RECORDS

PLAN = CountScope(plans=("kh", "kh2"), lines=("dong",))
UNIT, PERSON = "unit", "person"
Rule = dict[str, Any]  # Any: fields of a rule by name
DONE: Rule = {"counted": "dossier", "stage": "accepted"}
TOOLS: Rule = {"counted": "item", "groups": ("tool",), "stage": "accepted"}


@pytest.fixture(scope="module")
def file() -> Iterator[Connection]:
    store = store_of(RECORDS)
    with store.reading() as connection:
        yield connection
    store.close()


CASES: list[tuple[str, Rule, Rule, str, str]] = [
    # what, fields of the rule, years of the scope, number, ids that are counted
    ("dossiers of the plan, but not the ended one and what was carried on", {"counted": "dossier"}, {},
     "8", "d0 d1 d2 d3 d5 d7 d9 dc"),
    ("dossiers that came to acceptance or behind it", DONE, {}, "6", "d0 d1 d2 d5 d7 dc"),
    ("units of those, each once, none for the dossier without a unit", {**DONE, "distinct": UNIT}, {},
     "4", "d1 d2 d5 d7 dc"),
    ("the year is that of the first day at the stage or behind it", DONE, {"first_year": 2022, "last_year": 2022},
     "2", "d1 d2"),
    ("a month without its day lies in its year", DONE, {"first_year": 2021, "last_year": 2021}, "1", "d5"),
    ("the year in which it began", {**DONE, "year_by": "year"}, {"last_year": 2021}, "2", "d1 d5"),
    ("until the day on which data are closed", DONE, {"until": "2022-12-30"}, "2", "d1 d5"),
    ("without what was carried over", {**DONE, "with_carried": False}, {}, "3", "d0 d1 d2"),
    ("Bắc Giang counts cooperatives as enterprises",
     {**DONE, "distinct": UNIT, "kinds": ("llc_one", "joint_stock", "cooperative")}, {}, "2", "d1 d2 d5"),
    ("others do not", {**DONE, "distinct": UNIT, "kinds": ("llc_one", "joint_stock")}, {}, "1", "d1 d2"),
    ("public units alone", {**DONE, "public_only": True}, {}, "2", "d7 dc"),
    ("by groups of supports", {**DONE, "groups": ("system", "conformity")}, {}, "3", "d1 d2 d5"),
    ("by a kind of support", {**DONE, "supports": ("5S",)}, {}, "3", "d1 d7 dc"),
    ("whatever takes money out of the target's lines", {"counted": "dossier", "on_lines": True}, {}, "1", "d2"),
    ("outside the plan, too: the support carried into it counts once", {**DONE, "outside_plan": True}, {},
     "6", "d0 d1 d2 d5 d7 dc"),
    ("items in their own unit, by quantity", {**TOOLS, "unit": "công cụ"}, {}, "4.5", "i1 i6 i8"),
    ("systems, also where HT is written and no quantity", {"counted": "item", "unit": "hệ thống"}, {},
     "3", "i2 i3 i4"),
    ("items of several units are not told apart without a unit", {"counted": "item", "groups": ("conformity",)}, {},
     "3", "i5"),
    ("units that have items", {**TOOLS, "distinct": UNIT}, {}, "3", "i1 i6 i8"),
    ("certificates won with the plan's support", {"counted": "certificate"}, {}, "3", "c1 c2 c4"),
    ("units that hold one", {"counted": "certificate", "distinct": UNIT}, {}, "2", "c1 c2 c4"),
    ("certificates of systems, by the dossier or by their standard",
     {"counted": "certificate", "groups": ("system",), "outside_plan": True}, {}, "3", "c1 c2 c3"),
    ("certificates of the lines", {"counted": "certificate", "on_lines": True}, {}, "2", "c1 c2"),
    ("certificates of what was not carried over", {"counted": "certificate", "with_carried": False}, {},
     "2", "c1 c2"),
    ("courses that ended", {"counted": "course"}, {}, "2", "l1 l2"),
    ("in the year in which they ended", {"counted": "course"}, {"first_year": 2023}, "2", "l1 l2"),
    ("in the year they stand under", {"counted": "course", "year_by": "year"}, {"last_year": 2022}, "1", "l1"),
    ("those that the office held", {"counted": "course", "narrowed": "held"}, {}, "1", "l1"),
    ("those planned, too", {"counted": "course", "state": "any"}, {}, "3", "l1 l2 l4"),
    ("those paid by the lines", {"counted": "course", "on_lines": True}, {}, "1", "l1"),
    ("lượt người", {"counted": "enrolment"}, {}, "4", "e1 e2 e3 e5"),
    ("người", {"counted": "enrolment", "distinct": PERSON}, {}, "2", "e1 e2 e3"),
    ("units whose people were there", {"counted": "enrolment", "distinct": UNIT}, {}, "2", "e1 e2 e3"),
    ("those who passed", {"counted": "enrolment", "state": "passed"}, {}, "2", "e2 e3"),
    ("those with a certificate", {"counted": "enrolment", "state": "certified"}, {}, "1", "e2"),
    ("those in the lists", {"counted": "enrolment", "state": "registered"}, {}, "5", "e1 e2 e3 e5 e7"),
    ("experts with a certificate, each once", {"counted": "expert"}, {}, "1", "r1 r2"),
    ("an expert counts in the year of the certificate", {"counted": "expert"}, {"last_year": 2022}, "1", "r1"),
    ("experts on their way", {"counted": "expert", "state": "any"}, {}, "2", "r1 r2 r3"),
    ("clubs of the plan", {"counted": "club"}, {}, "1", "k1"),
    ("all clubs", {"counted": "club", "outside_plan": True}, {}, "2", "k1 k2"),
    ("whoever stood for an award, the refused too", {"counted": "nomination"}, {}, "4", "n1 n2 n3 n5"),
    ("units that stood for one", {"counted": "nomination", "distinct": UNIT}, {}, "3", "n1 n2 n3 n5"),
    ("in the award's year", {"counted": "nomination", "year_by": "year"}, {"first_year": 2022}, "3", "n2 n3 n5"),
    ("through the preliminary round", {"counted": "nomination", "state": "screened"}, {}, "3", "n1 n2 n5"),
    ("prizes by the day of their decision", {"counted": "prize"}, {"last_year": 2022}, "1", "z1"),
    ("by the award's year", {"counted": "prize", "year_by": "year"}, {"last_year": 2020}, "1", "z1"),
    ("by the niên độ that pays", {"counted": "prize", "year_by": "payment"}, {"last_year": 2022}, "0", ""),
    ("winners are not prizes", {"counted": "prize", "distinct": UNIT}, {}, "1", "z1 z2"),
    ("prizes paid by the lines, else those of the round", {"counted": "prize", "on_lines": True}, {}, "1", "z1"),
    ("praise that was decided", {"counted": "commendation"}, {}, "2", "t1 t2"),
    ("of collectives", {"counted": "commendation", "narrowed": "collective"}, {}, "1", "t1"),
    ("of persons, each once", {"counted": "commendation", "distinct": PERSON}, {}, "1", "t2"),
    ("by the niên độ", {"counted": "commendation", "year_by": "payment"}, {"last_year": 2024}, "1", "t1"),
    ("proposed, too", {"counted": "commendation", "state": "any"}, {}, "3", "t1 t2 t3"),
    ("work done, by quantity", {"counted": "work", "narrowed": "conference"}, {}, "3", "w1 w2"),
    ("in the year in which it was done", {"counted": "work", "unit": "hội nghị"}, {"last_year": 2022}, "0", ""),
    ("in the year it stands under", {"counted": "work", "unit": "Hội nghị", "year_by": "year"}, {"last_year": 2022},
     "1", "w1"),
    ("work of the lines", {"counted": "work", "on_lines": True}, {}, "2", "w2"),
    ("work under way, too", {"counted": "work", "state": "any"}, {}, "5", "w1 w2 w3 w4"),
    ("units chosen, each once", {"counted": "work_unit", "distinct": UNIT}, {}, "2", "v1 v2 v3"),
    ("schools among them", {"counted": "work_unit", "distinct": UNIT, "kinds": ("school",)}, {}, "1", "v1 v2"),
    ("each choice", {"counted": "work_unit"}, {}, "3", "v1 v2 v3"),
    ("proposed units, too", {"counted": "work_unit", "distinct": UNIT, "state": "any"}, {}, "3", "v1 v2 v3 v4"),
    ("units surveyed, each once", {"counted": "visit", "distinct": UNIT, "narrowed": "survey"}, {}, "1", "u1 u2"),
    ("visits that were finished", {"counted": "visit"}, {}, "3", "u1 u2 u5"),
    ("minutes that were signed", {"counted": "visit", "state": "signed"}, {}, "2", "u2 u5"),
    ("all visits of the office", {"counted": "visit", "outside_plan": True, "narrowed": "inspection"}, {},
     "2", "u5 u6"),
]  # fmt: skip


@pytest.mark.parametrize("what, fields, years, expected, ids", CASES, ids=[case[0] for case in CASES])
def test_a_rule_counts_what_was_counted_by_hand(
    what: str, fields: Rule, years: Rule, expected: str, ids: str, file: Connection
) -> None:
    rule = CountingRule(id="r", **fields)
    scope = CountScope(PLAN.plans, PLAN.lines, **years)
    assert number(file, rule, scope) == Decimal(expected)
    listed = counted_records(file, rule, scope)
    assert sorted(each.id for each in listed) == ids.split()


def test_every_number_is_the_number_of_its_records(file: Connection) -> None:
    for _, fields, years, *_ in CASES:
        rule, scope = CountingRule(id="r", **fields), CountScope(PLAN.plans, PLAN.lines, **years)
        listed = counted_records(file, rule, scope)
        by_quantity = rule.counted in ("item", "work") and not rule.distinct
        counted = sum(each.quantity for each in listed) if by_quantity else len({each.who for each in listed})
        assert number(file, rule, scope) == counted


def test_a_record_without_its_day_is_left_out_of_years_and_told(file: Connection) -> None:
    clubs = CountingRule(id="r", counted="club", outside_plan=True)
    of_years = CountScope(first_year=2021, last_year=2025)
    assert [number(file, clubs, of_years), Decimal(undated(file, clubs, of_years))] == [1, 1]


def test_a_percentage_keeps_what_it_divides_and_by_what(file: Connection) -> None:
    clinics: Rule = {**DONE, "distinct": UNIT, "kinds": ("clinic",), "public_only": True}
    published = CountingRule(id="r", base="published", base_indicator="cơ sở khám chữa bệnh công lập", **clinics)
    found = tally(file, published, PLAN)
    assert [found.part, found.whole, found.value] == [1, 8, Decimal("12.5")]
    assert found.unit == "%"
    of_register = tally(file, CountingRule(id="r", base="register", **clinics), PLAN)
    assert [of_register.part, of_register.whole, of_register.value] == [1, 2, 50]


def test_a_percentage_of_nothing_is_no_figure_but_a_reason(file: Connection) -> None:
    rule = CountingRule(id="r", base="published", base_indicator="Số trạm y tế", **DONE)
    found = tally(file, rule, PLAN)
    assert found.value is None
    assert found.reason == "Chưa nhập số liệu công bố “Số trạm y tế” nên không tính được tỷ lệ."
    of_bodies = tally(file, CountingRule(id="r", base="register", kinds=("consultant",), **DONE), PLAN)
    assert of_bodies.reason.startswith("Danh sách của văn phòng chưa có đơn vị nào")


def test_published_figures_are_read_by_name_and_year(file: Connection) -> None:
    latest = CountingRule(id="r", counted="published", indicator="Năng suất lao động")
    assert tally(file, latest, CountScope(last_year=2022)).value == 100
    rates = CountingRule(id="r", counted="published", indicator="Tăng năng suất", average="rates")
    found = tally(file, rates, CountScope())
    assert found.years == (2022, 2023)
    # 1,10 × 1,21 = 1,331; the square root is 1,15369
    assert found.value is not None
    assert round(found.value, 3) == Decimal("15.369")


def test_without_a_rule_there_is_no_number(file: Connection) -> None:
    found = tally(file, CountingRule(id="r", reason="Mục tiêu định tính."), PLAN)
    assert (found.value, found.reason) == (None, "Mục tiêu định tính.")


def test_sql_and_a_plain_count_agree_on_registers_made_up_at_random() -> None:
    for seed in range(6):
        random = Random(seed)
        records = made_up(random)
        store = store_of(records)
        stages = [code for code, _ in STAGES]
        with store.reading() as connection:
            for _ in range(8):
                stage, year = random.choice(stages), random.choice((None, 2021, 2022, 2023))
                carried = random.random() < 0.5
                distinct = random.choice(("", UNIT))
                rule = CountingRule(id="r", counted="dossier", stage=stage, with_carried=carried, distinct=distinct)
                scope = CountScope(plans=("p", "q"), last_year=year)
                expected = plainly(records, stage, year, carried=carried, by_unit=bool(distinct))
                assert number(connection, rule, scope) == expected
        store.close()


def made_up(random: Random) -> list[Record]:
    units = [Enterprise(id=f"u{at}", name=f"Đơn vị {at}") for at in range(6)]
    found: list[Record] = [*units]
    for at in range(40):
        before = f"d{random.randrange(at)}" if at and random.random() < 0.3 else None
        found.append(
            Dossier(
                id=f"d{at}", title="Hồ sơ", enterprise_id=random.choice([*(unit.id for unit in units), None]),
                plan_id=random.choice(("p", "q", "khác", None)), carried_from=before,
                state=random.choice(("open", "open", "done", "ended")),
            )
        )  # fmt: skip
        for code, _ in STAGES:
            if random.random() < 0.3:
                day = f"202{random.randint(1, 4)}-0{random.randint(1, 9)}-1{random.randint(0, 9)}"
                found.append(StageStep(id=f"d{at}{code}", dossier_id=f"d{at}", stage=code, done_on=day))
    return found


def plainly(records: list[Record], stage: str, year: int | None, *, carried: bool, by_unit: bool) -> int:
    """The same count, told as one would explain it to a clerk."""
    order = [code for code, _ in STAGES]
    here = [each for each in records if isinstance(each, Dossier) and each.plan_id in ("p", "q")]
    here = [each for each in here if each.state != "ended"]
    counted = []
    for dossier in here:
        if any(other.carried_from == dossier.id for other in here):
            continue
        if dossier.carried_from and not carried:
            continue
        days = [
            each.done_on for each in records
            if isinstance(each, StageStep)
            and each.dossier_id == dossier.id and order.index(each.stage) >= order.index(stage)
        ]  # fmt: skip
        if days and (year is None or int(min(days)[:4]) <= year):
            counted.append(dossier)
    if by_unit:
        return len({each.enterprise_id for each in counted if each.enterprise_id})
    return len(counted)
