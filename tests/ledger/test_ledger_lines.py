"""Money follows its line to the version in force; copies for other plans are no versions."""

from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.ledger import BudgetYear
from nscl_desktop.domain.ledger_lines import LOST, LedgerLines, agency_of, spending_agency, version_in_force, versions
from nscl_desktop.domain.plan_rows import PlanRow
from tests.ledger.napkin import plan
from tests.small_plans import Sketch, usual


def row(key: str, status: str = "draft", origin: str | None = None, kind: str = "", version: int = 1) -> PlanRow:
    return PlanRow(
        id=key, code=key, title=key, province="", year_from=2022, year_to=2022, status=status, version=version,
        doc_kind="", number="", date="", issuer="", period_plan_id=None, origin_id=origin, origin_kind=kind,
    )  # fmt: skip


def older(key: str, origin: str | None = None) -> Line:
    return Line(id=key, plan_id="cũ", origin_id=origin)


def test_versions_are_joined_by_adjustment_alone_and_the_last_one_issued_holds() -> None:
    rows = [
        row("a", "replaced"), row("b", "issued", "a", "adjustment", 2), row("c", "draft", "b", "adjustment", 3),
        row("copy", "issued", "a", "copy"), row("year", "issued", "a", "year"),
    ]  # fmt: skip
    for key in ("a", "b", "c"):
        assert [each.id for each in versions(rows, key)] == ["a", "b", "c"]
    assert [each.id for each in versions(rows, "copy")] == ["copy"]
    assert versions(rows, "gone") == ()
    assert version_in_force(versions(rows, "a")).id == "b"
    assert version_in_force([rows[0], rows[2]]).id == "a"
    assert version_in_force([rows[2]]).id == "c"


def test_versions_that_name_one_another_in_a_ring_or_a_lost_origin_end() -> None:
    ring = [row("a", origin="b", kind="adjustment"), row("b", origin="a", kind="adjustment")]
    assert {each.id for each in versions(ring, "a")} == {"a", "b"}
    assert [each.id for each in versions([row("a", origin="gone", kind="adjustment")], "a")] == ["a"]


def test_a_line_is_followed_over_versions_forwards_and_back_from_a_draft() -> None:
    budget = plan().line("mới", origin_id="v2").line("bản sao", origin_id="v2").budget()
    known = [older("v1"), older("v2", "v1"), older("bỏ"), older("nháp", "I.1"), older("vòng", "vòng")]
    lines = LedgerLines(budget, known)
    assert lines.in_force("I.1") == "I.1"
    assert (lines.in_force("v2"), lines.in_force("v1")) == ("mới", "mới")
    assert lines.in_force("nháp") == "I.1"
    assert [lines.in_force(key) for key in ("bỏ", "vòng", "", "chưa từng có")] == [LOST] * 4
    assert lines.place("v1") > lines.place("I.1")
    assert lines.place("bỏ") > lines.place("bản sao")


def test_the_agency_that_leads_most_money_spends_and_lines_without_a_lead_are_ours() -> None:
    budget = plan().line("III", lead_id="we").cell("III", amount=90_000_000).budget()
    assert spending_agency(budget) == "we"
    assert spending_agency(plan().budget()) is None
    assert spending_agency(usual().budget()) is None
    lines = LedgerLines(budget, (), "we")
    assert [lines.is_ours(key) for key in ("I", "I.1", "II", "III")] == [True, True, False, True]
    assert (lines.lead_id("II"), lines.lead_id("I.1")) == ("tk", None)


def test_words_and_components_hold_no_money() -> None:
    budget = Sketch().line("I").line("lời", kind="explanation").line("phần", kind="component").budget()
    lines = LedgerLines(budget)
    assert [lines.can_hold_money(key) for key in ("I", "lời", "phần", LOST)] == [True, False, False, False]


def test_whose_money_it_is_is_said_by_the_newest_nien_do_else_by_the_plan() -> None:
    budget = plan().budget()
    assert agency_of(budget, ()) == spending_agency(budget)
    opened = [BudgetYear(id="2", year=2023, agency_id="b"), BudgetYear(id="1", year=2022, agency_id="a")]
    assert agency_of(budget, opened) == "b"
    assert agency_of(budget, [BudgetYear(id="1", year=2022)]) is None  # all money is the office's
