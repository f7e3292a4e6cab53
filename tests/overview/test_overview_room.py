"""The overview over a file: money of the source plan and its ledger, targets with their rules, what is kept."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from nscl_desktop.domain.changes import ChangeSet, deleted, inserted, updated
from nscl_desktop.domain.contracts import Contract, Payment
from nscl_desktop.domain.counting import CountScope, Standing
from nscl_desktop.domain.counting_rules import CountingRule, PublishedFigure, SentReport
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.inspections import Visit
from nscl_desktop.domain.ledger import ALLOTTED, BudgetYear, LedgerEntry
from nscl_desktop.domain.overview import Overview, counted_plans
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.radar import RadarKind
from nscl_desktop.domain.records import Record, derived_id
from nscl_desktop.domain.supports import Dossier, DossierItem, DossierMoney, StageStep, SupportKind
from nscl_desktop.domain.targets import Obligation, Target
from nscl_desktop.exchange.plan_json import read_plan
from nscl_desktop.office.overview_room import OverviewRoom
from nscl_desktop.presenters.overview_explaining import explain_money, explain_target
from nscl_desktop.presenters.overview_office import MoneyQuestion
from nscl_desktop.resource_files import resource_path
from nscl_desktop.services.counting import take_proposed
from nscl_desktop.storage.opening import open_memory_store
from nscl_desktop.storage.store import Store
from tests.enterprises.registers import StoreAsFile, unit, write

TODAY = "2021-11-22"
PLAN = derived_id(Plan.entity, "TN-2021", "TN-2021")


def line(handle: str) -> str:
    return derived_id("line", "TN-2021", handle)


@pytest.fixture
def store() -> Iterator[Store]:
    made = open_memory_store()
    book = read_plan(resource_path("samples", "TN-2021.json").read_text("utf-8"))
    (plan,) = book.table(Plan).values()
    assert plan.id == PLAN
    add(made, *book.records())
    yield made
    made.close()


def add(store: Store, *records: Record) -> None:
    write(store, ChangeSet("Thêm", tuple(map(inserted, records))))


def room(store: Store) -> OverviewRoom:
    return OverviewRoom(StoreAsFile(store))


def read(store: Store, year: int | None = None, today: str = TODAY) -> Overview:
    return room(store).read(PLAN, year, today)


def systems() -> list[Record]:
    """Two systems accepted in 2021, one of them carried over, and one only contracted."""
    found: list[Record] = [SupportKind(id="iso", code="TCVN ISO 9001", name="ISO 9001", group="system", unit="HT")]
    for at in range(3):
        found += [
            unit(f"u{at}", f"Công ty {at}"),
            Dossier(id=f"d{at}", enterprise_id=f"u{at}", code=f"HS-{at}", title="ISO 9001", plan_id=PLAN, year=2021,
                    carried_text="2016-2020" if at == 1 else ""),
            DossierItem(id=f"i{at}", dossier_id=f"d{at}", kind_id="iso", quantity=Decimal(1)),
            DossierMoney(id=f"m{at}", dossier_id=f"d{at}", line_id=line("III.2"), year=2021, source="NSNN",
                         amount=100_000_000),
            Contract(id=f"c{at}", dossier_id=f"d{at}", number=f"{at}/HĐ", value=90_000_000, date="2021-04-01"),
            StageStep(id=f"s{at}", dossier_id=f"d{at}", stage="accepted" if at < 2 else "contracted",
                      done_on="2021-09-01"),
        ]  # fmt: skip
    found.append(Payment(id="p", dossier_id="d0", amount=60_000_000, date="2021-09-09"))
    return found


def target(overview: Overview, words: str) -> str:
    row = next(row for row in overview.targets if words in row.target.text)
    value = "–" if row.tally.value is None else str(row.tally.value)
    return f"{value} {row.tally.unit} {row.standing.value}"


def test_the_money_of_the_plan_is_its_own_and_that_of_others_stands_beside(store: Store) -> None:
    overview = read(store)
    # The plan's total is 1.687.290.000; IV is led by another agency with 300.000.000
    assert overview.money.planned + overview.elsewhere == 1_687_290_000
    assert overview.elsewhere == 300_000_000
    assert [(part.key, part.planned) for part in overview.years] == [("2021", 1_387_290_000)]
    own = [part.planned for part in overview.sections if "cơ quan khác chủ trì" not in part.name]
    assert sum(own) == overview.money.planned
    assert [part.planned for part in overview.sections][len(own) :] == [300_000_000]
    assert [(part.key, part.planned) for part in overview.sources] == [("NSNN", 1_387_290_000)]


def test_the_ledger_and_the_dossiers_are_in_the_same_sums(store: Store) -> None:
    year = BudgetYear(id="y", plan_id=PLAN, year=2021)
    entry = LedgerEntry(id="e", year_id="y", line_id=line("I.1"), source="NSNN", kind=ALLOTTED, amount=15_000_000)
    add(store, year, entry, *systems())
    money = read(store).money
    # giao 15 triệu; three contracts of 90; one payment of 60
    assert (money.current, money.committed, money.paid) == (15_000_000, 270_000_000, 60_000_000)
    shares = room(store).shares(PLAN, MoneyQuestion("committed", (2021,)))
    assert sorted((share.entity, share.key, share.amount) for share in shares) == [
        ("dossier", f"d{at}", 90_000_000) for at in range(3)
    ]
    given = room(store).shares(PLAN, MoneyQuestion("current", (2021,), line("I")))
    assert [(share.name, share.amount) for share in given] == [("Giao", 15_000_000)]


def test_a_figure_of_the_plan_is_the_sum_of_its_lines(store: Store) -> None:
    question = MoneyQuestion("planned", (2021,), line("I"))
    shares = room(store).shares(PLAN, question)
    assert sum(share.amount for share in shares) == 40_600_000
    explained = explain_money(read(store), question, shares, "Mục I")
    assert (explained.figure, explained.unit, len(explained.parts)) == ("40.600.000", "đồng", 3)


def test_a_target_without_a_rule_is_not_counted_and_says_so(store: Store) -> None:
    overview = read(store)
    assert target(overview, "06 hệ thống") == "– hệ thống Chưa đếm"
    row = next(row for row in overview.targets if "06 hệ thống" in row.target.text)
    assert row.has_proposal
    assert row.tally.reason == "Chưa có cách đếm; có cách đếm đề xuất để xem và lấy."
    assert overview.reached == 0
    assert any("Chưa có cách đếm" in words for words in overview.missing)


def test_proposals_taken_over_count_and_each_number_opens_its_records(store: Store) -> None:
    add(store, *systems())
    overview = read(store)
    write(store, take_proposed((row.target, row.chain, row.rule) for row in overview.targets))
    overview = read(store)
    assert target(overview, "06 hệ thống") == "2 hệ thống Chưa đạt"
    row = next(row for row in overview.targets if "06 hệ thống" in row.target.text)
    explained = explain_target(row, room(store).records(row), room(store).undated(row), room(store).figures_of(row))
    assert [(part.entity, part.key) for part in explained.parts] == [("dossier", "d0"), ("dossier", "d1")]
    assert (explained.figure, explained.unit) == ("2", "hệ thống")
    assert "Cách đếm là đề xuất, văn phòng chưa thống nhất." in explained.notes


def test_what_was_saved_is_counted_and_what_was_not_touched_is_not_read_again(store: Store) -> None:
    add(store, *systems())
    write(store, take_proposed((row.target, row.chain, row.rule) for row in read(store).targets))
    first = read(store)
    assert target(first, "06 hệ thống") == "2 hệ thống Chưa đạt"
    add(store, Visit(id="v", date="2021-05-05"))
    again = read(store)
    kept = [now.tally is before.tally for now, before in zip(again.targets, first.targets, strict=True) if before.rule]
    # only the target that counts surveys looks at visits
    assert kept.count(False) == 1
    step = StageStep(id="s9", dossier_id="d2", stage="accepted", done_on="2021-10-10")
    add(store, step)
    assert target(read(store), "06 hệ thống") == "3 hệ thống Chưa đạt"
    write(store, ChangeSet("Xóa", (deleted(step),)))
    assert target(read(store), "06 hệ thống") == "2 hệ thống Chưa đạt"


def test_a_rule_that_is_changed_is_counted_by_at_once(store: Store) -> None:
    add(store, *systems())
    write(store, take_proposed((row.target, row.chain, row.rule) for row in read(store).targets))
    rule = next(row.rule for row in read(store).targets if "06 hệ thống" in row.target.text)
    assert rule is not None
    change = updated(rule, with_carried=False)
    assert change is not None
    write(store, ChangeSet("Sửa", (change,)))
    assert target(read(store), "06 hệ thống") == "1 hệ thống Chưa đạt"


def test_reports_near_their_day_stand_on_the_radar_until_they_are_sent(store: Store) -> None:
    found = [line for line in read(store).radar if line.kind is RadarKind.REPORT]
    assert [(line.stated.isoformat(), line.safe.isoformat(), line.left) for line in found] == [
        ("2021-11-20", "2021-11-19", -3), ("2021-11-20", "2021-11-19", -3), ("2021-11-30", "2021-11-29", 7),
    ]  # fmt: skip
    due = found[-1].due
    assert due is not None
    add(store, SentReport(id="s", obligation_id=due.obligation.id, year=2021, sent_on="2021-11-22"))
    assert [line.left for line in read(store).radar if line.kind is RadarKind.REPORT] == [-3, -3]


def test_reports_of_drafts_and_of_years_outside_the_plan_are_not_asked_for(store: Store) -> None:
    assert [line for line in read(store, today="2022-11-22").radar if line.due] == []
    draft = Plan(id="p", code="MOI", title="Nháp", year_from=2021, year_to=2021)
    add(store, draft, Obligation(id="o", plan_id="p", day=1, month=12))
    assert all(line.plan_id == PLAN for line in read(store).radar if line.due)


def test_one_year_of_the_plan_and_a_plan_that_is_gone(store: Store) -> None:
    assert read(store, 2021).year == 2021
    assert read(store, 2021).plan_years == (2021,)
    with pytest.raises(InputError, match="Không còn kế hoạch này"):
        room(store).read("gone", None, TODAY)


def test_without_a_rule_nothing_stands_behind_a_number(store: Store) -> None:
    row = read(store).targets[0]
    assert (room(store).records(row), room(store).undated(row), room(store).figures_of(row)) == ([], 0, [])
    assert row.standing is Standing.NOT_QUANTIFIED


def plan_row(key: str, origin: str | None = None, kind: str = "", period: str | None = None) -> PlanRow:
    return PlanRow(
        id=key, code=key, title=key, province="", year_from=2021, year_to=2025, status="issued", version=1, doc_kind="",
        number="", date="", issuer="", period_plan_id=period, origin_id=origin, origin_kind=kind,
    )  # fmt: skip


def test_year_plans_and_amended_year_plans_count_for_their_period_plan() -> None:
    rows = [
        plan_row("p"), plan_row("p2", "p", "adjustment"), plan_row("n", "p2", "year"),
        plan_row("n2", "n", "adjustment"), plan_row("m", period="p"), plan_row("c", "p", "copy"),
    ]  # fmt: skip
    assert counted_plans(rows, rows[:2]) == ("m", "n", "n2", "p", "p2")


def test_a_rule_belongs_to_the_nearest_of_the_targets_that_one_was_taken_from(store: Store) -> None:
    add(
        store, Plan(id="k", code="K", title="Điều chỉnh", year_from=2021, year_to=2021),
        Target(id="t0", plan_id=PLAN, value=Decimal(1)), Target(id="t1", plan_id="k", value=Decimal(1), origin_id="t0"),
        CountingRule(id="r0", target_id="t0", counted="club"),
    )  # fmt: skip
    (row,) = room(store).read("k", None, TODAY).targets
    assert (row.chain, row.rule and row.rule.id) == (("t1", "t0"), "r0")
    add(store, CountingRule(id="r1", target_id="t1", counted="course"))
    (row,) = room(store).read("k", None, TODAY).targets
    assert row.rule is not None
    assert row.rule.id == "r1"
    assert row.scope == CountScope(("k",), (), 2021, 2021)


def test_the_lists_of_the_settings_are_read(store: Store) -> None:
    found = room(store)
    assert (list(found.figures()), list(found.days_off()), list(found.sent())) == ([], [], [])
    assert [row.code for row in found.plans()] == ["TN-2021"]
    assert found.moment() > 0
    figure = PublishedFigure(id="f", indicator="GRDP", year=2021, value=Decimal(7), source="Niên giám")
    found.add(ChangeSet("Thêm", (inserted(figure), inserted(CountingRule(id="r", target_id="x")))))
    assert list(found.figures()) == [figure]
    rule = CountingRule(id="r", counted="published", indicator="grdp")
    row = replace(read(store).targets[0], rule=rule)
    assert (list(found.figures_of(row)), found.records(row), found.undated(row)) == ([figure], [], 0)
    assert found.figures_of(replace(row, rule=CountingRule(id="r", counted="club"))) == []
    assert dt.date.fromisoformat(TODAY).year == 2021
