"""Every total of a plan adds up to the plan's, whichever way it is cut."""

from hypothesis import given
from hypothesis import strategies as st

from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.fields import Place
from nscl_desktop.domain.lead_totals import lead_totals
from nscl_desktop.domain.plans import Period, Plan, Source
from nscl_desktop.services.totals import plan_totals
from tests.random_changes import random_step, rich_plan
from tests.small_plans import PLAN, Sketch, usual


def _agencies(sketch: Sketch) -> Sketch:
    sketch.add(Agency(id="so", name="Sở Khoa học và Công nghệ")).add(Agency(id="cuc", name="Cục Thống kê"))
    return sketch.add(Agency(id="so-cu", name="Sở Khoa học và Công nghệ", valid_to="2025-02-28"))


def test_the_plan_is_cut_by_year_period_source_and_column() -> None:
    sketch = usual().add(Source(id="k", plan_id=PLAN, position="a2", code="KCB", name="KCB", column="DN", mark="*"))
    totals = plan_totals(sketch.line("III", kind="section").cell("III", 2031, "k", amount=9).budget())
    assert (totals.plan, totals.total) == ("THU-2022", 45_000_009)
    assert totals.by_year == {"2022": 35_000_000, "2023": 10_000_000, "2031": 9}
    assert totals.by_period == {"2022-2025": 45_000_000}  # 2031 lies outside, which is a finding
    assert totals.by_source == {"NSNN": 42_000_000, "DN": 3_000_000, "KCB": 9}
    assert totals.by_printed_column == {"NSNN": 42_000_000, "DN": 3_000_009}
    assert [(each.label, each.period, each.total) for each in totals.sections] == [
        ("I", "2022-2025", 40_000_000), ("II", "2022-2025", 5_000_000), ("III", "2022-2025", 9),
    ]  # fmt: skip
    assert totals.words == "Bốn mươi lăm triệu không trăm linh chín đồng"


def test_sections_of_a_plan_with_two_periods_bear_their_own() -> None:
    sketch = Sketch(2021, 2025).add(Period(id="q", plan_id=PLAN, position="a1", year_from=2026, year_to=2030))
    sketch.line("I", kind="section", period_id="p").line("II", kind="section", period_id="q").line("III")
    assert [each.period for each in plan_totals(sketch.budget()).sections] == ["2021-2025", "2026-2030", ""]


def test_words_between_the_sections_are_no_sections() -> None:
    sketch = usual().line("Ghi chú", kind="explanation")
    assert [each.label for each in plan_totals(sketch.budget()).sections] == ["I", "II"]


def test_money_of_no_listed_source_stands_under_its_own_name() -> None:
    sketch = usual().cell("II", 2022, "gone", amount=7)
    totals = plan_totals(sketch.budget())
    assert totals.by_source == {"NSNN": 42_000_000, "DN": 3_000_000, "CHUA_PHAN_NGUON": 7}
    assert totals.by_printed_column["CHUA_PHAN_NGUON"] == 7


def test_a_total_beyond_all_words_is_still_a_total() -> None:
    totals = plan_totals(Sketch().line("1").cell("1", amount=10**15).line("2").cell("2", amount=1).budget())
    assert (totals.total, totals.words) == (10**15 + 1, "")


def test_words_follow_the_house_style() -> None:
    sketch = Sketch().line("1").cell("1", amount=1_387_290_000)
    sketch.records[0] = Plan(
        id=PLAN, code="TN", title="TN", thousand_word="ngàn", zero_tens_word="lẻ", four_word="bốn", group_comma=True
    )
    words = "Một tỷ, ba trăm tám mươi bảy triệu, hai trăm chín mươi ngàn đồng"
    assert plan_totals(sketch.budget()).words == words


def test_the_nearest_named_agency_leads_and_the_rest_is_led_by_none() -> None:
    """Bắc Giang IV.5 is led by Sở Y tế inside a section led by Sở KH&CN."""
    sketch = _agencies(usual().line("I.3", "I", lead_id="cuc").cell("I.3", amount=1))
    section = next(record for record in sketch.records if record.id == "I")
    object.__setattr__(section, "lead_id", "so")
    assert plan_totals(sketch.budget()).by_lead == {
        "Sở Khoa học và Công nghệ": 40_000_000, "Cục Thống kê": 1, "CHUA_NEU_CHU_TRI": 5_000_000,
    }  # fmt: skip


def test_money_entered_on_a_line_counts_for_its_own_agency_whoever_leads_below() -> None:
    sketch = _agencies(Sketch().line("I", lead_id="so").cell("I", amount=9).line("I.1", "I", lead_id="cuc"))
    assert plan_totals(sketch.budget()).by_lead == {"Sở Khoa học và Công nghệ": 9}


def test_what_stands_beside_the_sum_counts_for_no_agency() -> None:
    sketch = _agencies(Sketch().line("I", lead_id="so").line("I.1", "I").cell("I.1", amount=9))
    sketch.line("I.2", "I", lead_id="cuc", adds=False).cell("I.2", amount=4).line("II", adds=False).cell("II", amount=3)
    sketch.line("III", lead_id="cuc").cell("III", quantity="2").line("III.a", "III", kind="component", price=5)
    assert plan_totals(sketch.budget()).by_lead == {"Sở Khoa học và Công nghệ": 9, "Cục Thống kê": 10}


def test_one_agency_under_two_records_of_one_name_is_printed_once() -> None:
    sketch = _agencies(Sketch().line("I", lead_id="so").cell("I", amount=1).line("II", lead_id="so-cu"))
    sketch.cell("II", amount=2).line("III", lead_id="gone").cell("III", amount=4)
    assert plan_totals(sketch.budget()).by_lead == {"Sở Khoa học và Công nghệ": 3, "CHUA_NEU_CHU_TRI": 4}


def test_a_part_of_the_plan_is_cut_by_agency_from_the_line_downwards() -> None:
    sketch = _agencies(Sketch().line("I", lead_id="so").line("I.1", "I").line("I.1.1", "I.1").cell("I.1.1", amount=9))
    budget = sketch.line("I.1.2", "I.1", lead_id="cuc").cell("I.1.2", 2023, amount=1).budget()
    assert lead_totals(budget, "I.1") == {"so": 9, "cuc": 1}
    assert lead_totals(budget, "I.1", years=(2023,)) == {"cuc": 1}


@given(st.data())
def test_every_cut_of_any_plan_adds_up_to_its_total(data: st.DataObject) -> None:
    budget = rich_plan().budget()
    for _ in range(data.draw(st.integers(1, 5))):
        budget.update(random_step(budget, data))
    totals = plan_totals(budget)
    assert sum(totals.by_year.values()) == totals.total
    assert sum(totals.by_source.values()) == totals.total
    assert sum(totals.by_printed_column.values()) == totals.total
    assert sum(totals.by_lead.values()) == totals.total
    for _, line in budget.tree.walk():
        assert sum(lead_totals(budget, line.id).values()) == (budget.total(line.id) or 0)


def test_a_plan_without_anything_totals_nothing() -> None:
    totals = plan_totals(Sketch().add(Line(id="lost", plan_id=PLAN, place=Place("gone", "a0"))).budget())
    assert (totals.total, totals.by_year, totals.by_lead, totals.words) == (0, {}, {}, "Không đồng")
