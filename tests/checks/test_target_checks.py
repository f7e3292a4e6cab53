"""Targets against the lines that feed them: counted once, in the years they speak of, and only in like units."""

from dataclasses import replace
from decimal import Decimal

import pytest

from nscl_desktop.domain.plans import YEAR_OF_PERIOD, Period, Plan
from nscl_desktop.domain.targets import Target, TargetLink
from tests.checks.found import found
from tests.small_plans import DN, NSNN, PLAN, Sketch, usual, whole


def _target(
    sketch: Sketch, value: str, *lines: str, counts: bool = True, unit: str = "lớp", comparison: str = "at_least",
    value_to: str | None = None, year: int | None = None, period_id: str | None = None,
) -> Sketch:  # fmt: skip
    sketch.add(
        Target(
            id="t", plan_id=PLAN, label="I.2", text="Mục tiêu", value=Decimal(value), unit=unit, comparison=comparison,
            value_to=None if value_to is None else Decimal(value_to), year=year, period_id=period_id,
        )
    )  # fmt: skip
    for line_id in lines:
        sketch.add(TargetLink(id=f"t-{line_id}", target_id="t", line_id=line_id, counts=counts))
    return sketch


@pytest.mark.parametrize(
    ("comparison", "value", "value_to", "is_met"),
    [
        ("at_least", "2", None, True),
        ("at_least", "3", None, False),
        ("over", "2", None, False),
        ("over", "1", None, True),
        ("exactly", "2", None, True),
        ("exactly", "1", None, False),
        ("exactly", "1", "3", True),
        ("exactly", "3", "4", False),
        ("about", "9", None, True),
        ("", "9", None, True),
    ],
)
def test_the_quantity_of_the_lines_must_reach_the_target(
    comparison: str, value: str, value_to: str | None, *, is_met: bool
) -> None:
    """I.1 is budgeted for 2 lớp."""
    sketch = _target(whole(), value, "I.1", comparison=comparison, value_to=value_to)
    assert (found(sketch, "T401") == []) is is_met


def test_a_missed_target_is_told_with_wish_and_count() -> None:
    (only,) = found(_target(whole(), "3", "I.1"), "T401")
    assert (only.expected, only.found, only.line_id) == ("ít nhất 3", "2", "I.1")
    (only,) = found(_target(whole(), "3", "I.1", comparison="exactly", value_to="4"), "T401")
    assert only.expected == "bằng 3-4"


def test_several_lines_count_together_and_a_shared_quantity_once_a_year() -> None:
    """Bắc Giang IV.2: one model in each of four years, paid by two sources: 4 models and not 8."""
    sketch = Sketch().line("2", shared_quantity=True).line("3", price=5).cell("3", 2022, quantity="1")
    for year in range(2022, 2026):
        sketch.cell("2", year, NSNN, quantity="1", price=238).cell("2", year, DN, quantity="1", price=157)
    assert not found(_target(sketch, "5", "2", "3", comparison="exactly"), "T401")


def test_a_line_and_one_below_it_are_counted_once() -> None:
    """Tây Ninh III.7 states 4 on its row; its two children hold 1 and 3 of the same 4."""
    sketch = Sketch().line("7").cell("7", quantity="4")
    sketch.line("7.a", "7", price=30).cell("7.a", quantity="1").line("7.b", "7", price=20).cell("7.b", quantity="3")
    assert not found(_target(sketch, "4", "7", "7.a", "7.b", comparison="exactly"), "T401")


def test_a_section_without_a_quantity_does_not_hide_the_lines_below_it() -> None:
    assert not found(_target(whole(), "2", "I", "I.1", comparison="exactly"), "T401")


def _two_periods() -> Sketch:
    sketch = Sketch(2021, 2030).line("1", price=5).cell("1", 2022, quantity="4").cell("1", 2027, quantity="5")
    sketch.records[1] = Period(id="p", plan_id=PLAN, position="a0", year_from=2021, year_to=2025)
    return sketch.add(Period(id="q", plan_id=PLAN, position="a1", year_from=2026, year_to=2030))


@pytest.mark.parametrize(
    ("period_id", "year", "count"),
    [("p", None, "4"), ("q", None, "5"), (None, None, "9"), (None, 2025, "4"), ("q", 2026, "0"), ("gone", None, "9")],
)
def test_units_count_in_the_years_that_the_target_speaks_of(
    period_id: str | None, year: int | None, count: str
) -> None:
    sketch = _target(_two_periods(), "100", "1", period_id=period_id, year=year)
    assert [each.found for each in found(sketch, "T401")] == [count]


def test_unlike_counts_are_noted_and_never_compared() -> None:
    """Bắc Giang: 10 chuyên gia beside 10 khóa."""
    sketch = _target(whole(), "10", "I.1", "I.2", counts=False, unit="chuyên gia")
    assert [(each.expected, each.found) for each in found(sketch, "T402")] == [("10 chuyên gia", "2 Lớp")]
    assert not found(sketch, "T401")
    without_unit = _target(Sketch().line("1", price=5).cell("1", quantity="2"), "10", "1", counts=False)
    assert [each.found for each in found(without_unit, "T402")] == ["2"]


@pytest.mark.parametrize("unit", ["%", "%/năm"])
def test_percentages_are_not_counted_in_units(unit: str) -> None:
    sketch = _target(whole(), "12.5", "I.1", unit=unit)
    assert not found(sketch, "T401")
    assert not found(sketch, "T402")


def test_targets_without_lines_and_lines_without_targets_are_listed() -> None:
    sketch = _target(whole(), "2", "I.1")
    sketch.add(Target(id="u", plan_id=PLAN, label="I.3", text="Ít nhất 01 câu lạc bộ", value=Decimal(1)))
    sketch.add(Target(id="v", plan_id=PLAN, text="Nâng cao năng suất", value=Decimal(1), general=True))
    sketch.add(Target(id="w", plan_id=PLAN, text="Hình thành mạng lưới"))
    assert [(each.subject, each.place) for each in found(sketch, "T403")] == [("u", "Mục tiêu I.3")]
    (bare,) = found(sketch, "T404")
    assert "3 mục chi không phục vụ mục tiêu nào có số: I.2, II, Z." in bare.message


def test_a_line_serves_a_target_through_the_line_above_or_below_it() -> None:
    (bare,) = found(_target(whole(), "2", "I"), "T404")
    assert "2 mục chi không phục vụ mục tiêu nào có số: II, Z." in bare.message
    (bare,) = found(_target(usual().cell("I", amount=30_000_000), "2", "I.1"), "T404")
    assert "I.2, II." in bare.message


def test_lines_without_money_of_their_own_need_no_target() -> None:
    sketch = _target(usual(), "2", "I.1").line("8").line("9", kind="explanation").cell("9", amount=1)
    sketch.line("10").cell("10", amount=0).line("11", inferred=True).cell("11", amount=5)
    sketch.line("12").cell("12", amount=5, measure="thuc_hien")
    (bare,) = found(sketch, "T404")
    assert bare.found == "2"  # I.2 and II


def test_a_link_to_a_line_that_is_gone_is_no_link() -> None:
    assert [each.subject for each in found(_target(whole(), "2", "gone"), "T403")] == ["t"]


def test_a_long_list_of_lines_is_cut() -> None:
    sketch = _target(Sketch(), "2")
    for n in range(1, 41):
        sketch.line(str(n)).cell(str(n), amount=1)
    (bare,) = found(sketch, "T404")
    assert bare.message.endswith("29, 30 và 10 mục khác.")
    assert bare.found == "40"


def test_a_years_plan_is_not_blamed_for_the_targets_of_its_whole_period() -> None:
    """16 doanh nghiệp in five years: 4 in the plan of one year are no shortfall; its own target is checked."""
    sketch = _target(whole(), "16", "I.1")
    target = sketch.records[-2]
    assert isinstance(target, Target)
    sketch.records[-2] = replace(target, origin_id="of-the-period")
    assert len(found(sketch, "T401")) == 1
    plan = sketch.records[0]
    assert isinstance(plan, Plan)
    sketch.records[0] = replace(plan, origin_kind=YEAR_OF_PERIOD)
    assert not found(sketch, "T401")
    sketch.records[-2] = target
    assert len(found(sketch, "T401")) == 1
