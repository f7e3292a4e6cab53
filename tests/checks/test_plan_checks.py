"""The plan as a whole: years, sources, numbering, lines without a place, inferred lines, old prices."""

import pytest

from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.directory import SalaryBase
from nscl_desktop.domain.fields import Place
from nscl_desktop.domain.plans import Period, Plan, Source
from tests.checks.found import codes, found
from tests.small_plans import DN, NSNN, PLAN, Sketch, usual, whole


def test_years_without_money_and_money_outside_the_plan_are_warnings() -> None:
    assert [(each.expected, each.found) for each in found(usual(), "P601")] == [
        ("2022-2025", "không có năm 2024, 2025")
    ]
    outside = whole().line("Y").cell("Y", 2031, amount=1)
    assert [(each.expected, each.found) for each in found(outside, "P603")] == [("2022-2025", "2031")]
    assert not found(whole().line("Y").cell("Y", 2031, amount=1, measure="thuc_hien"), "P603")


def test_a_plan_without_any_money_is_not_told_of_every_year() -> None:
    assert codes(Sketch().line("I")) == []


@pytest.mark.parametrize(("years", "span"), [((2023, None), ["2023"]), ((None, 2021), ["2021"]), ((None, None), [])])
def test_a_plan_that_names_one_year_only_is_held_to_that_one(
    years: tuple[int | None, int | None], span: list[str]
) -> None:
    sketch = usual()
    sketch.records[0] = Plan(id=PLAN, code="K", title="K", year_from=years[0], year_to=years[1])
    assert [each.expected for each in found(sketch, "P603")] == span


def test_a_plan_without_periods_is_checked_by_its_own_years() -> None:
    sketch = usual()
    sketch.records = [record for record in sketch.records if not isinstance(record, Period)]
    assert [each.key for each in found(sketch, "P601")] == [f"P601:{PLAN}"]


def test_a_year_in_two_periods_is_a_warning() -> None:
    sketch = whole().add(Period(id="q", plan_id=PLAN, position="a1", year_from=2025, year_to=2030))
    assert [each.found for each in found(sketch, "P606")] == ["2025"]
    assert not found(whole().add(Period(id="q", plan_id=PLAN, year_from=2026, year_to=2030)), "P606")


def test_a_column_that_gathers_two_sources_is_named_with_both_amounts() -> None:
    """Bắc Giang: hospitals' own money is printed with a star in the column of the enterprises."""
    sketch = whole().add(
        Source(id="k", plan_id=PLAN, position="a2", code="KCB", name="Cơ sở KCB", column="DN", mark="*")
    )
    assert not found(sketch, "P604")  # nothing is printed there yet
    sketch.line("Y").cell("Y", 2022, "k", amount=1_000_000)
    (only,) = found(sketch, "P604")
    assert (only.expected, only.found) == ("3.000.000 đồng", "4.000.000 đồng")
    assert "Doanh nghiệp 3.000.000 đồng; Cơ sở KCB (*) 1.000.000 đồng" in only.message


def test_double_labels_of_one_level_and_double_source_codes_are_found() -> None:
    sketch = whole().add(Line(id="again", plan_id=PLAN, place=Place("", "z0"), label="II"))
    assert [(each.found, each.line_id) for each in found(sketch, "L503")] == [("II", "again")]
    assert not found(whole().line("I.1.1", "I.1").line("-", "II").line("--", "II", label="-"), "L503")
    twice = whole().add(Source(id="n2", plan_id=PLAN, position="a5", code="NSNN", name="Khác"))
    assert [each.found for each in found(twice, "P605")] == ["NSNN"]


def test_a_line_that_hangs_nowhere_is_an_error_because_its_money_is_lost() -> None:
    sketch = whole().add(Line(id="C", plan_id=PLAN, place=Place("gone", "a0"), label="9")).cell("C", amount=5)
    assert [(each.place, each.line_id) for each in found(sketch, "L504")] == [("mục 9", "C")]


def test_inferred_lines_are_one_finding_for_one_missing_page() -> None:
    """Bắc Giang: the first page is missing; one row is derived, one heading is guessed."""
    sketch = whole().line("A", inferred=True, remark="Suy từ tổng").cell("A", amount=5).line("B", inferred=True)
    (only,) = found(sketch, "P602")
    assert "gồm 5 đồng suy ra từ dòng tổng" in only.message
    assert only.witnesses == ("Suy từ tổng",)
    assert ["suy ra" in each.message for each in found(whole().line("B", inferred=True), "P602")] == [False]


def test_award_money_at_a_replaced_salary_base_is_a_hint_with_its_sum() -> None:
    sketch = Sketch(2026, 2030).line("7", text="Giải thưởng chất lượng quốc gia", price=10_430_000)
    for day, amount in (("2019-07-01", 1_490_000), ("2023-07-01", 1_800_000)):
        sketch.add(SalaryBase(id=day, valid_from=day, amount=amount))
    (only,) = found(sketch.cell("7", 2026, NSNN, quantity="1").cell("7", 2027, DN, quantity="1"), "H701")
    assert only.message.startswith("10.430.000 = 7 × 1.490.000: có thể theo lương cơ sở áp dụng từ 01/07/2019")
    assert "suy luận, không in ra" in only.message
