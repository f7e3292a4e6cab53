"""The checker as a whole: order, accepted findings, the help, and names that follow edits."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.checks.checker import PlanChecker, check_plan
from nscl_desktop.domain.checks.codes import CODES
from nscl_desktop.domain.findings import Severity
from nscl_desktop.domain.statements import Statement, Waiver
from nscl_desktop.resource_files import resource_path
from tests.small_plans import NSNN, PLAN, Sketch, apply, edit, whole


def test_errors_come_first_then_warnings_then_notes_then_what_was_accepted() -> None:
    sketch = whole().statement("x", 2, line_id="II").statement("y", 1, line_id="I.2").cell("I", amount=30_000_000)
    sketch.line("8", carried_quantity=Decimal(1))
    assert [each.code for each in check_plan(sketch.budget())] == ["S101", "S101", "L501", "A203"]
    key = next(each.key for each in check_plan(sketch.budget()) if each.subject == "x")
    sketch.add(Waiver(id="w", plan_id=PLAN, finding=key, reason="Đã có công văn đính chính"))
    sketch.add(Waiver(id="v", plan_id="another", finding="L501:8", reason="của kế hoạch khác"))
    last = check_plan(sketch.budget())[-1]
    assert (last.key, last.waived) == (key, "Đã có công văn đính chính")
    assert sum(bool(each.waived) for each in check_plan(sketch.budget())) == 1


def test_after_an_edit_the_checker_says_what_a_fresh_one_says() -> None:
    sketch = whole().statement("row", 30_000_000, line_id="I.1").statement("total", 45_000_004)
    budget = sketch.budget()
    checker = PlanChecker(budget)
    assert checker.findings() == ()
    for value in (Decimal(3), Decimal(2), None):
        change = edit(budget.allocations("I.1")[0], quantity=value)
        checker.update([change], apply(budget, change))
        assert checker.findings() == check_plan(Budget(budget.book, PLAN))
    assert any(each.severity is Severity.ERROR for each in checker.findings())


def test_findings_below_a_renumbered_section_bear_its_new_number() -> None:
    budget = whole().line("I.3", "I", price=15).cell("I.3", quantity="2", amount=31).budget()
    checker = PlanChecker(budget)
    change = edit(budget.tree.line("I"), label="VII")
    checker.update([change], apply(budget, change))
    assert [each.place for each in checker.findings()] == ["mục VII.3, năm 2022"]


def test_a_source_under_another_code_no_longer_bears_out_what_paper_states_of_the_old_one() -> None:
    budget = whole().statement("x", 42_000_004, source="NSNN").budget()
    checker = PlanChecker(budget)
    assert checker.findings() == ()
    change = edit(budget.frame.sources[0], code="NS")
    checker.update([change], apply(budget, change))
    assert [(each.code, each.expected) for each in checker.findings()] == [("S101", "không có")]


def test_a_source_printed_in_another_column_takes_its_money_out_of_the_old_one() -> None:
    budget = whole().statement("x", 3_000_000, column="DN").budget()
    checker = PlanChecker(budget)
    assert checker.findings() == ()
    change = edit(budget.frame.sources[1], column="NSNN")
    checker.update([change], apply(budget, change))
    assert ("S101", "không có") in [(each.code, each.expected) for each in checker.findings()]


def test_a_section_that_another_agency_leads_no_longer_bears_out_the_first_ones_total() -> None:
    """The statement is of the item below, which has the agency from its section."""
    sketch = whole().line("A", lead_id="so").line("A.1", "A").cell("A.1", amount=6)
    budget = sketch.statement("x", 6, line_id="A.1", lead_id="so").budget()
    checker = PlanChecker(budget)
    assert checker.findings() == ()
    change = edit(budget.tree.line("A"), lead_id="hoi")
    checker.update([change], apply(budget, change))
    assert [(each.code, each.expected) for each in checker.findings()] == [("S101", "không có")]


def test_of_two_wrong_statements_of_one_figure_the_first_on_paper_is_shown() -> None:
    budget = whole().statement("b", 1, line_id="II").statement("c", 2, line_id="II").budget()
    checker = PlanChecker(budget)
    assert [each.subject for each in checker.findings()] == ["b"]
    change = edit(budget.book.get(Statement, "c"), position="a")
    checker.update([change], apply(budget, change))
    assert [each.subject for each in checker.findings()] == ["c"]


def test_findings_stand_in_the_order_of_the_paper_even_after_statements_change_places() -> None:
    budget = whole().statement("b", 1, line_id="II").statement("c", 2, line_id="I.2").budget()
    checker = PlanChecker(budget)
    assert [each.subject for each in checker.findings()] == ["b", "c"]
    change = edit(budget.book.get(Statement, "c"), position="a")
    checker.update([change], apply(budget, change))
    assert [each.subject for each in checker.findings()] == ["c", "b"]


def test_an_edit_of_words_alone_is_followed() -> None:
    budget = whole().statement("x", 45_000_004).budget()
    checker = PlanChecker(budget)
    change = edit(budget.book.get(Statement, "x"), words="Bảy đồng")
    checker.update([change], apply(budget, change))
    assert [each.code for each in checker.findings()] == ["S102"]


@pytest.mark.parametrize("sketch", [Sketch(), Sketch(0, 0)])
def test_a_plan_with_nothing_in_it_has_no_findings(sketch: Sketch) -> None:
    assert check_plan(sketch.budget()) == ()
    sketch.records = sketch.records[:1]  # neither periods nor sources nor measures
    assert check_plan(sketch.budget()) == ()


def test_what_points_at_nothing_is_checked_without_failing() -> None:
    """A merge or a foreign file may leave lines whose agency, period or source is not there."""
    sketch = Sketch().line("1", lead_id="gone", period_id="gone", price=0).cell("1", 2022, "gone", quantity="0")
    sketch.statement("x", -5, line_id="gone", lead_id="gone", source="gone", year_from=2022)
    found = check_plan(sketch.cell("1", 2022, NSNN, quantity="1").budget())
    assert [(each.code, each.found) for each in found] == [
        ("S101", "-5 đồng"),
        ("P601", "không có năm 2023, 2024, 2025"),
    ]


def test_every_code_is_explained_in_the_help_with_an_example() -> None:
    text = resource_path("help", "phat-hien.md").read_text("utf-8")
    for code in CODES.values():
        chapter = text.split(f"## {code.code} ")[1].split("\n## ")[0]
        assert code.title in chapter
        assert "Ví dụ" in chapter
    assert text.count("\n## ") == len(CODES)
