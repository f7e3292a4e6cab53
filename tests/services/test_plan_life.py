"""The life of a plan: frozen when submitted, locked when issued, corrected in form, adjusted in content."""

from dataclasses import replace
from decimal import Decimal

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Allocation, Line, allocation_id
from nscl_desktop.domain.changes import ChangeSet, updated
from nscl_desktop.domain.comparison import compare_plans, comparison_appendix
from nscl_desktop.domain.directory import SalaryBase
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Place
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.plan_lock import require_unlocked
from nscl_desktop.domain.plans import ADJUSTMENT, DRAFT, ISSUED, REPLACED, SUBMITTED, Plan
from nscl_desktop.domain.salary_bases import new_prices
from nscl_desktop.domain.targets import Target, TargetLink, Task, TaskLink
from nscl_desktop.services import plan_life
from nscl_desktop.services.editing import set_cell, set_field
from tests.random_changes import rich_plan
from tests.small_plans import NSNN, PLAN, Sketch, edit, usual


def _do(book: Book, step: ChangeSet, plan_id: str = PLAN) -> ChangeSet:
    require_unlocked(book, plan_id, step.changes)
    book.apply(step.changes)
    return step


def _new_plan_id(step: ChangeSet) -> str:
    return next(change.id for change in step.changes if change.entity == "plan")


def _signed() -> Sketch:
    sketch = usual()
    sketch.records[0] = replace(
        sketch.records[0], number="950/KH-UBND", date="2021-03-30", issuer="Ủy ban nhân dân tỉnh Tây Ninh"
    )  # type: ignore[call-arg]  # the first record of a sketch is its plan
    return sketch


def test_a_new_plan_can_be_filled_at_once() -> None:
    step = plan_life.new_plan(code=" TN-2022 ", title="Kế hoạch năm 2022", year_from=2022, year_to=2022)
    book = Book()
    book.apply(step.changes)
    budget = Budget(book, _new_plan_id(step))
    assert budget.frame.plan.code == "TN-2022"
    assert [source.code for source in budget.frame.sources] == ["NSNN", "DN"]
    assert budget.frame.periods[0].name == "2022"


@pytest.mark.parametrize(("code", "first", "last"), [("", 2022, 2022), ("X", 2025, 2022), ("X", 20, 22)])
def test_a_plan_without_code_or_sensible_years_is_refused(code: str, first: int, last: int) -> None:
    with pytest.raises(InputError):
        plan_life.new_plan(code=code, title="", year_from=first, year_to=last)


def test_a_submitted_plan_is_frozen_but_takes_number_and_date() -> None:
    budget = usual().budget()
    book = budget.book
    _do(book, plan_life.submit(book, PLAN))
    with pytest.raises(InputError, match="đã trình"):
        _do(book, set_cell(budget, "II", 2022, NSNN, "amount", 1))
    _do(book, set_field(budget, book.get(Plan, PLAN), "number", "950/KH-UBND"))
    _do(book, set_field(budget, book.get(Plan, PLAN), "date", "2021-03-30"))
    _do(book, plan_life.withdraw(book, PLAN))
    _do(book, set_cell(budget, "II", 2022, NSNN, "amount", 1))
    assert book.get(Plan, PLAN).status == DRAFT


def test_issuing_wants_number_and_full_date_and_then_locks_everything() -> None:
    budget = usual().budget()
    book = budget.book
    with pytest.raises(InputError, match="số, ký hiệu và ngày ban hành"):
        plan_life.issue(book, PLAN)
    signed = _signed().budget()
    book = signed.book
    _do(book, plan_life.issue(book, PLAN))
    assert book.get(Plan, PLAN).status == ISSUED
    with pytest.raises(InputError, match="bản điều chỉnh"):
        _do(book, set_field(signed, book.get(Plan, PLAN), "number", "1/KH-UBND"))
    with pytest.raises(InputError, match="không trình được"):
        plan_life.submit(book, PLAN)
    with pytest.raises(InputError, match="không xóa được"):
        plan_life.delete_plan(book, PLAN)


def test_an_adjusted_version_replaces_the_issued_one_and_shows_what_changed() -> None:
    before = _signed().budget()
    book = before.book
    with pytest.raises(InputError, match="đã ban hành"):
        plan_life.adjust(book, PLAN, code="THU-2022-DC1")
    _do(book, plan_life.issue(book, PLAN))
    step = _do(book, plan_life.adjust(book, PLAN, code="THU-2022-DC1"))
    after = Budget(book, _new_plan_id(step))
    assert (after.frame.plan.version, after.frame.plan.origin_kind, after.total()) == (2, ADJUSTMENT, 45_000_000)
    second = after.tree.children()[1]
    change = set_cell(after, second.id, 2022, after.frame.sources[0].id, "amount", 8_000_000)
    _do(book, change, after.frame.plan_id)
    after.update(change.changes)
    differences = [each for each in compare_plans(before, after) if each.changed]
    assert [(each.line.label, each.increase, each.decrease) for each in differences] == [("II", 3_000_000, 0)]
    table = comparison_appendix(before, after, differences, unit=MoneyUnit.DONG).tables[0]
    assert [cell.amount for cell in table.rows[-1].cells[2:]] == [45_000_000, 48_000_000, 3_000_000, None]
    number = updated(after.frame.plan, number="1/QĐ-UBND", date="2022-06-01")
    book.apply([number] if number else [])
    _do(book, plan_life.issue(book, after.frame.plan_id), after.frame.plan_id)
    assert book.get(Plan, PLAN).status == REPLACED


def test_a_copy_stands_alone_with_the_same_total() -> None:
    budget = _signed().budget()
    step = plan_life.copy_plan(budget.book, PLAN, code="B", title="Bản sao")
    budget.book.apply(step.changes)
    copy = Budget(budget.book, _new_plan_id(step))
    assert copy.total() == budget.total()
    assert (copy.frame.plan.number, copy.frame.plan.status) == ("", DRAFT)
    budget.book.apply(set_cell(copy, copy.tree.children()[1].id, 2022, copy.frame.sources[0].id, "amount", 1).changes)
    assert Budget(budget.book, PLAN).total() == 45_000_000


def test_a_copy_remembers_its_lines_and_carries_targets_tasks_and_their_links() -> None:
    sketch = usual().line("III", lead_id="so", origin_id="older")
    sketch.add(Target(id="t", plan_id=PLAN, period_id="p", origin_id="older", text="Ít nhất 02 lớp"))
    sketch.add(TargetLink(id="tl", target_id="t", line_id="I.1")).add(Task(id="n", plan_id=PLAN))
    sketch.add(TaskLink(id="nl", task_id="n", line_id="II"))
    budget = sketch.budget()
    before = {record.id: record for record in budget.book.records()}
    step = plan_life.copy_plan(budget.book, PLAN, code="B", title="")
    budget.book.apply(step.changes)
    copy = Budget(budget.book, step.scope)
    assert [line.origin_id for _, line in copy.tree.walk()] == ["I", "I.1", "I.2", "II", "III"]
    assert [line.lead_id for line in copy.tree.children()] == [None, None, "so"]
    (target,) = [each for each in copy.book.table(Target).values() if each.plan_id == step.scope]
    assert (target.origin_id, target.period_id) == ("t", copy.frame.periods[0].id)
    (link,) = [each for each in copy.book.table(TargetLink).values() if each.target_id == target.id]
    assert copy.tree.line(link.line_id).origin_id == "I.1"
    (paid,) = [each for each in copy.book.table(TaskLink).values() if each.id != "nl"]
    assert copy.tree.line(paid.line_id).origin_id == "II"
    assert {key: record for record in copy.book.records() if (key := record.id) in before} == before


def test_cells_of_a_copy_are_where_two_machines_would_both_look_for_them() -> None:
    budget = usual().budget()
    step = plan_life.copy_plan(budget.book, PLAN, code="B", title="")
    budget.book.apply(step.changes)
    for cell in budget.book.table(Allocation).values():
        assert cell.id == allocation_id(cell.line_id, cell.year, cell.source_id, cell.measure)


def test_a_line_that_hangs_nowhere_is_copied_to_the_top_rather_than_lost() -> None:
    sketch = usual().add(Line(id="C", plan_id=PLAN, place=Place("gone", "a0"), label="9", text="Lạc"))
    budget = sketch.cell("C", amount=5).budget()
    step = plan_life.copy_plan(budget.book, PLAN, code="B", title="")
    budget.book.apply(step.changes)
    assert Budget(budget.book, step.scope).total() == 45_000_005


def test_an_adjusted_version_can_be_adjusted_again() -> None:
    book = _signed().budget().book
    _do(book, plan_life.issue(book, PLAN))
    second = _do(book, plan_life.adjust(book, PLAN, code="DC1")).scope
    book.apply([edit(book.get(Plan, second), number="1/QĐ-UBND", date="2022-06-01")])
    _do(book, plan_life.issue(book, second), second)
    third = _do(book, plan_life.adjust(book, second, code="DC2")).scope
    plans = [book.get(Plan, key) for key in (PLAN, second, third)]
    assert [(plan.version, plan.status) for plan in plans] == [(1, REPLACED), (2, ISSUED), (3, DRAFT)]
    assert book.get(Plan, third).origin_id == second
    with pytest.raises(InputError, match="đã ban hành"):
        plan_life.adjust(book, PLAN, code="DC3")


def test_a_version_that_another_has_replaced_is_not_replaced_again() -> None:
    book = _signed().budget().book
    _do(book, plan_life.issue(book, PLAN))
    versions = [_do(book, plan_life.adjust(book, PLAN, code=code)).scope for code in ("A", "B")]
    for number, key in enumerate(versions):
        book.apply([edit(book.get(Plan, key), number=f"{number}/QĐ-UBND", date="2022-06-01")])
    _do(book, plan_life.issue(book, versions[0]), versions[0])
    with pytest.raises(InputError, match="THU-2022 đã có bản điều chỉnh khác"):
        plan_life.issue(book, versions[1])


@pytest.mark.parametrize(
    ("number", "date", "missing"),
    [
        ("", "", "số, ký hiệu và ngày ban hành"),
        ("/KH-UBND", "2021-08-05", "số, ký hiệu"),
        ("950/KH-UBND", "", "ngày ban hành"),
        ("950/KH-UBND", "2021-08", "đủ ngày, tháng, năm"),
    ],
)
def test_a_paper_without_its_number_or_full_date_is_not_issued(number: str, date: str, missing: str) -> None:
    """Bắc Giang's draft is numbered "/KH-UBND" and dated "tháng 8 năm 2021"."""
    sketch = usual()
    sketch.records[0] = Plan(id=PLAN, code="BG", title="BG", number=number, date=date)
    with pytest.raises(InputError, match=f"chưa có {missing}( ban hành)?;"):
        plan_life.issue(sketch.budget().book, PLAN)


@pytest.mark.parametrize(
    ("number", "date", "cited"),
    [
        ("431/KH-UBND", "2021-02-09", "Kế hoạch số 431/KH-UBND ngày 09/02/2021 của UBND tỉnh"),
        ("431/KH-UBND", "2021-02", "Kế hoạch số 431/KH-UBND của UBND tỉnh"),
        ("/KH-UBND", "2021-02-09", "Tên kế hoạch"),
        ("", "", "Tên kế hoạch"),
    ],
)
def test_later_papers_cite_a_plan_by_number_date_and_issuer(number: str, date: str, cited: str) -> None:
    plan = Plan(id=PLAN, code="K", title="Tên kế hoạch", number=number, date=date, issuer="UBND tỉnh")
    assert plan_life.citation(plan) == cited


def test_deleting_a_draft_leaves_nothing_of_it() -> None:
    budget = usual().budget()
    budget.book.apply(plan_life.delete_plan(budget.book, PLAN).changes)
    assert not list(budget.book.records())


def test_deleting_a_plan_is_taken_back_whole_and_leaves_other_plans_alone() -> None:
    book = rich_plan().statement("st", 5, line_id="I.1").budget().book
    before = {record.id: record for record in book.records()}
    step = plan_life.delete_plan(book, PLAN)
    book.apply(step.changes)
    assert [record.id for record in book.records() if getattr(record, "plan_id", "") == PLAN] == []
    assert "other-plan" in book.table(Plan)
    book.apply(step.inverted("Hoàn tác").changes)
    assert {record.id: record for record in book.records()} == before


def test_a_submitted_plan_cannot_be_submitted_again() -> None:
    book = usual().budget().book
    _do(book, plan_life.submit(book, PLAN))
    assert book.get(Plan, PLAN).status == SUBMITTED
    with pytest.raises(InputError):
        plan_life.submit(book, PLAN)


def _prizes() -> Sketch:
    sketch = Sketch(2026, 2030).line("7", text="Giải thưởng chất lượng quốc gia", component_basis="year")
    sketch.cell("7", 2026, quantity="4")
    for key, price, pieces in (("a", 31_290_000, 1), ("b", 20_860_000, 1), ("c", 10_430_000, 3)):
        sketch.line(f"7.{key}", "7", kind="component", price=price, component_quantity=Decimal(pieces))
    for day, amount in (("2019-07-01", 1_490_000), ("2023-07-01", 1_800_000), ("2026-07-01", 2_530_000)):
        sketch.add(SalaryBase(id=day, valid_from=day, amount=amount))
    return sketch


def test_prize_prices_are_offered_at_the_base_of_the_day() -> None:
    """DOMAIN 4.4: 56 × 2.530.000 = 141.680.000 for 1 + 1 + 3 prizes, against 83.440.000 at 1.490.000."""
    budget = _prizes().budget()
    offered = new_prices(budget, "2026-11-22")
    assert [(each.multiple, each.old, each.new) for each in offered] == [
        (21, 31_290_000, 53_130_000),
        (14, 20_860_000, 35_420_000),
        (7, 10_430_000, 17_710_000),
    ]
    step = plan_life.copy_plan(budget.book, PLAN, code="B", title="", prices=offered)
    budget.book.apply(step.changes)
    assert Budget(budget.book, _new_plan_id(step)).total() == 141_680_000
    assert Budget(budget.book, PLAN).total() == 83_440_000
    assert new_prices(budget, "2000-01-01") == ()
