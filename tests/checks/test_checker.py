"""The checker reports what is wrong, once, with its witnesses, and nothing that is right."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.changes import updated
from nscl_desktop.domain.checks.checker import PlanChecker, check_plan
from nscl_desktop.domain.checks.codes import CODES
from nscl_desktop.domain.directory import SalaryBase
from nscl_desktop.domain.findings import Finding, Severity
from nscl_desktop.domain.plans import Source
from nscl_desktop.domain.statements import Statement, Waiver
from nscl_desktop.domain.targets import Target, TargetLink
from nscl_desktop.resource_files import resource_path
from tests.small_plans import DN, NSNN, PLAN, Sketch, usual


def _found(sketch: Sketch, code: str) -> list[Finding]:
    return [each for each in check_plan(sketch.budget()) if each.code == code]


def _complete(sketch: Sketch) -> Sketch:
    """Money in every year of the plan, so that only what a test asks for is reported."""
    return (
        sketch.line("Z")
        .cell("Z", 2022, amount=1)
        .cell("Z", 2023, amount=1)
        .cell("Z", 2024, amount=1)
        .cell("Z", 2025, amount=1)
    )


def _stated(key: str, value: int | None, **scope: object) -> Statement:
    made = Statement(id=key, plan_id=PLAN, position=key, where=f"Nơi {key}", value=value)
    for name, each in scope.items():
        object.__setattr__(made, name, each)
    return made


def test_a_sound_plan_has_no_findings() -> None:
    assert check_plan(_complete(usual()).budget()) == ()


def test_one_wrong_cell_is_one_error_however_many_totals_it_breaks() -> None:
    sketch = _complete(usual())
    for key, value, line, year in (
        ("row", 31_000_000, "I.1", None),
        ("row-year", 31_000_000, "I.1", 2022),
        ("section", 41_000_000, "I", None),
        ("total", 46_000_004, None, None),
    ):
        sketch.add(_stated(key, value, line_id=line, year_from=year, year_to=year))
    found = _found(sketch, "S101")
    assert len(found) == 1
    assert found[0].place.startswith("Nơi row-year")
    assert found[0].expected == "30.000.000 đồng"
    assert found[0].found == "31.000.000 đồng"
    assert [witness.split(":")[0] for witness in found[0].witnesses] == ["Nơi row", "Nơi section", "Nơi total"]


def test_two_wrong_rows_are_two_errors() -> None:
    sketch = _complete(usual()).add(_stated("a", 1, line_id="I.1")).add(_stated("b", 2, line_id="I.2"))
    assert len(_found(sketch, "S101")) == 2


def test_words_are_compared_with_the_figures_both_ways() -> None:
    sketch = _complete(usual())
    sketch.add(_stated("w", 45_000_004, words="Bốn mươi lăm triệu đồng"))
    assert [each.found for each in _found(sketch, "S102")] == ["45.000.000 đồng"]
    assert not _found(sketch, "S101")


def test_unreadable_words_are_a_warning_that_names_them() -> None:
    found = _found(_complete(usual()).add(_stated("w", 45_000_004, words="Bốn mươi lăm chiệu đồng")), "S104")
    assert len(found) == 1
    assert "chiệu" in found[0].message


def test_quantity_times_price_must_equal_an_entered_amount() -> None:
    sketch = _complete(Sketch().line("1", price=15).cell("1", quantity="2", amount=31))
    assert [(each.expected, each.found) for each in _found(sketch, "A201")] == [("30 đồng", "31 đồng")]


def test_an_amount_beside_children_is_an_error_only_when_it_differs() -> None:
    same = _complete(usual()).cell("I", amount=30_000_000)
    assert _found(same, "A203")
    assert not _found(same, "A202")
    other = _complete(usual()).cell("I", amount=40_000_001)
    assert [each.found for each in _found(other, "A202")] == ["40.000.001 đồng"]


def test_money_that_is_no_whole_number_of_prices_is_a_warning() -> None:
    sketch = _complete(Sketch().line("1", price=395, unit="đơn vị").cell("1", amount=948))
    assert [each.found for each in _found(sketch, "A204")] == ["2,4"]
    assert not _found(_complete(Sketch().line("1", price=395).cell("1", amount=790)), "A204")


def test_source_prices_must_make_the_price_of_the_line() -> None:
    right = Sketch().line("1", price=395, shared_quantity=True)
    right.cell("1", 2022, NSNN, quantity="1", price=238).cell("1", 2022, DN, quantity="1", price=157)
    assert not _found(_complete(right), "A206")
    wrong = Sketch().line("1", price=395, shared_quantity=True)
    wrong.cell("1", 2022, NSNN, quantity="1", price=238).cell("1", 2022, DN, quantity="2", price=156)
    assert [each.found for each in _found(wrong, "A206")] == ["394 đồng"]
    assert [each.found for each in _found(wrong, "A207")] == ["1, 2"]


def test_a_component_without_a_figure_is_found_with_what_is_left_for_it() -> None:
    """Bình Dương 11.2: 3,2 + 2,64 + 0,5 = 6,34, stated 6,84: d) holds 0,50."""
    sketch = Sketch().line("2", price=6_840_000).cell("2", quantity="10")
    for key, price in (("a", 3_200_000), ("b", 2_640_000), ("c", 500_000), ("d", None)):
        sketch.line(f"2.{key}", "2", kind="component", price=price)
    found = _found(_complete(sketch), "C301")
    assert len(found) == 1
    assert "500.000 đồng" in found[0].message
    assert (found[0].expected, found[0].found) == ("6.840.000 đồng", "6.340.000 đồng")


def test_components_that_do_not_make_the_price_are_an_error() -> None:
    sketch = Sketch().line("2", price=100).cell("2", quantity="1")
    sketch.line("2.a", "2", kind="component", price=60).line("2.b", "2", kind="component", price=30)
    assert [each.found for each in _found(_complete(sketch), "C302")] == ["90 đồng"]


@pytest.mark.parametrize(("winners", "count"), [("4", 1), ("5", 0)])
def test_winners_and_prizes_are_counted_apart(winners: str, count: int) -> None:
    """An average of 20,86 would make 4 × 20,86 look right; the components are 1 + 1 + 3."""
    sketch = (
        Sketch().line("7", component_basis="year").cell("7", 2022, quantity=winners).cell("7", 2023, quantity=winners)
    )
    for key, price, pieces in (("a", 31_290_000, 1), ("b", 20_860_000, 1), ("c", 10_430_000, 3)):
        sketch.line(f"7.{key}", "7", kind="component", price=price, component_quantity=Decimal(pieces))
    found = _found(_complete(sketch), "C303")
    assert len(found) == count
    assert all((each.expected, each.found) == ("5", "4") for each in found)


def test_carried_quantities_want_a_link_and_cannot_exceed_the_whole() -> None:
    sketch = Sketch().line("1", price=1, carried_quantity=Decimal(2), unit="HT").cell("1", quantity="6")
    assert [each.message for each in _found(_complete(sketch), "L501")] == [
        "2/6 HT chuyển tiếp chưa liên kết với hồ sơ cũ."
    ]
    sketch = Sketch().line("1", price=1, carried_quantity=Decimal(7)).cell("1", quantity="6")
    assert _found(_complete(sketch), "L502")
    sketch = Sketch().line("1", price=1, carried_quantity=Decimal(2), carried_link="HS-2019-01").cell("1", quantity="6")
    assert not _found(_complete(sketch), "L501")


def _target(sketch: Sketch, value: str, unit: str, *, counts: bool, comparison: str = "at_least") -> Sketch:
    sketch.add(
        Target(
            id="t", plan_id=PLAN, label="I.2", text="Mục tiêu", value=Decimal(value), unit=unit, comparison=comparison
        )
    )
    return sketch.add(TargetLink(id="tl", target_id="t", line_id="I.1", counts=counts))


def test_a_target_beyond_the_budgeted_quantity_is_a_warning() -> None:
    assert _found(_target(_complete(usual()), "3", "lớp", counts=True), "T401")
    assert not _found(_target(_complete(usual()), "2", "lớp", counts=True), "T401")
    assert _found(_target(_complete(usual()), "2", "lớp", counts=True, comparison="over"), "T401")
    assert _found(_target(_complete(usual()), "1", "lớp", counts=True, comparison="exactly"), "T401")


def test_unlike_counts_are_noted_and_never_compared() -> None:
    """Bắc Giang: 10 chuyên gia beside 10 khóa."""
    found = _found(_target(_complete(usual()), "10", "chuyên gia", counts=False), "T402")
    assert [(each.expected, each.found) for each in found] == [("10 chuyên gia", "2 Lớp")]


def test_targets_without_lines_and_lines_without_targets_are_listed() -> None:
    sketch = _target(_complete(usual()), "2", "lớp", counts=True)
    sketch.add(
        Target(id="u", plan_id=PLAN, label="I.3", text="Ít nhất 01 câu lạc bộ", value=Decimal(1), unit="câu lạc bộ")
    )
    assert [each.subject for each in _found(sketch, "T403")] == ["u"]
    bare = _found(sketch, "T404")
    assert len(bare) == 1
    assert "I.2, II, Z" in bare[0].message


def test_years_without_money_and_money_outside_the_plan_are_warnings() -> None:
    found = _found(usual(), "P601")
    assert [each.found for each in found] == ["không có năm 2024, 2025"]
    assert _found(_complete(usual()).line("Y").cell("Y", 2031, amount=1), "P603")


def test_a_column_that_gathers_two_sources_is_named_with_both_amounts() -> None:
    sketch = _complete(usual()).add(
        Source(id="k", plan_id=PLAN, position="a2", code="KCB", name="Cơ sở KCB", column="DN", mark="*")
    )
    sketch.line("Y").cell("Y", 2022, "k", amount=1_000_000)
    found = _found(sketch, "P604")
    assert [(each.expected, each.found) for each in found] == [("3.000.000 đồng", "4.000.000 đồng")]


def test_double_labels_and_double_source_codes_are_found() -> None:
    sketch = _complete(usual()).line("II")
    object.__setattr__(sketch.records[-1], "id", "II-again")
    assert _found(sketch, "L503")
    twice = _complete(usual()).add(Source(id="n2", plan_id=PLAN, position="a5", code="NSNN", name="Khác"))
    assert _found(twice, "P605")


def _bases(sketch: Sketch) -> Sketch:
    for day, amount in (("2019-07-01", 1_490_000), ("2023-07-01", 1_800_000)):
        sketch.add(SalaryBase(id=day, valid_from=day, amount=amount))
    return sketch


@pytest.mark.parametrize(("year", "count"), [(2022, 0), (2023, 1), (2025, 1)])
def test_award_money_at_a_replaced_salary_base_is_a_hint(year: int, count: int) -> None:
    sketch = Sketch().line("7", text="Giải thưởng chất lượng quốc gia", price=10_430_000).cell("7", year, quantity="1")
    assert len(_found(_bases(sketch), "H701")) == count


def test_other_prices_that_happen_to_be_multiples_are_no_hint() -> None:
    assert not _found(
        _bases(Sketch().line("1", text="Tập huấn", price=14_900_000).cell("1", 2025, quantity="1")), "H701"
    )


def test_inferred_lines_are_one_finding_for_one_missing_page() -> None:
    sketch = _complete(usual()).line("A", inferred=True).cell("A", amount=5).line("B", inferred=True)
    found = _found(sketch, "P602")
    assert len(found) == 1
    assert "5 đồng" in found[0].message


def test_an_accepted_finding_keeps_its_reason_and_comes_last() -> None:
    sketch = _complete(usual()).add(_stated("total", 1)).add(_stated("x", 2, line_id="II"))
    key = next(each.key for each in check_plan(sketch.budget()) if each.subject == "x")
    sketch.add(Waiver(id="w", plan_id=PLAN, finding=key, reason="Đã có công văn đính chính"))
    last = check_plan(sketch.budget())[-1]
    assert (last.key, last.waived) == (key, "Đã có công văn đính chính")


def test_after_an_edit_the_checker_says_what_a_fresh_one_says() -> None:
    sketch = _complete(usual()).add(_stated("row", 30_000_000, line_id="I.1")).add(_stated("total", 45_000_004))
    budget = sketch.budget()
    checker = PlanChecker(budget)
    assert checker.findings() == ()
    for value in (Decimal(3), Decimal(2), None):
        change = updated(budget.allocations("I.1")[0], quantity=value)
        assert change is not None
        budget.book.apply([change])
        checker.update([change], budget.update([change]))
        assert checker.findings() == check_plan(Budget(budget.book, PLAN))
    assert any(each.severity is Severity.ERROR for each in checker.findings())


def test_every_code_is_explained_in_the_help_with_an_example() -> None:
    text = resource_path("help", "phat-hien.md").read_text("utf-8")
    for code in CODES.values():
        chapter = text.split(f"## {code.code} ")[1].split("\n## ")[0]
        assert code.title in chapter
        assert "Ví dụ" in chapter
