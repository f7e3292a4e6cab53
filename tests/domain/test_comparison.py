"""Two plans side by side: what was moved, renamed, added and removed, and where money went; whole đồng."""

from decimal import Decimal

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.changes import inserted
from nscl_desktop.domain.comparison import Difference, compare_plans, comparison_appendix
from nscl_desktop.domain.fields import Place
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.services import plan_life
from nscl_desktop.services.removal import removal
from tests.small_plans import PLAN, Sketch, apply, edit, usual


def _copy(before: Budget) -> Budget:
    """A copy of the plan, in the same book."""
    step = plan_life.copy_plan(before.book, before.frame.plan_id, code="B", title="")
    before.book.apply(step.changes)
    return Budget(before.book, step.scope)


def _line(budget: Budget, label: str) -> Line:
    return next(line for _, line in budget.tree.walk() if line.label == label)


def _shown(differences: tuple[Difference, ...]) -> list[tuple[int, str, str]]:
    states = {(True, True): "", (True, False): "bỏ", (False, True): "thêm"}
    return [(each.depth, each.line.label, states[bool(each.before), bool(each.after)]) for each in differences]


def test_a_copy_differs_nowhere() -> None:
    before = usual().line("I.3", "I").cell("I.3", quantity="2", measure="thuc_hien").budget()
    assert not [each for each in compare_plans(before, _copy(before)) if each.changed]


def test_a_renamed_line_is_the_same_line() -> None:
    before = usual().budget()
    after = _copy(before)
    apply(after, edit(_line(after, "II"), label="III", text="Khác"))
    (only,) = [each for each in compare_plans(before, after) if each.changed]
    assert (only.line.label, only.amount_before, only.amount_after) == ("III", 5_000_000, 5_000_000)


def test_an_agency_that_takes_over_is_a_change() -> None:
    before = usual().budget()
    after = _copy(before)
    apply(after, edit(_line(after, "II"), lead_id="so"))
    assert [each.line.label for each in compare_plans(before, after) if each.changed] == ["II"]


def test_a_moved_line_is_the_same_line_at_its_new_place() -> None:
    before = usual().budget()
    after = _copy(before)
    apply(after, edit(_line(after, "1"), place=Place(_line(after, "II").id, "a0")))
    found = compare_plans(before, after)
    assert _shown(found) == [(0, "I", ""), (1, "2", ""), (0, "II", ""), (1, "1", "")]
    assert [(each.line.label, each.increase - each.decrease) for each in found if each.changed] == [
        ("I", -30_000_000),
        ("II", 25_000_000),  # its own 5 triệu give way to the 30 below it
    ]


def test_money_that_moves_to_another_year_or_source_is_a_change_though_the_sum_is_the_same() -> None:
    before = usual().budget()
    for moves_year in (True, False):
        after = _copy(before)
        cell = after.allocations(_line(after, "II").id)[0]
        apply(after, edit(cell, year=2024) if moves_year else edit(cell, source_id=after.frame.sources[1].id))
        assert [each.line.label for each in compare_plans(before, after) if each.shifted] == ["II"]


def test_twice_as_many_at_half_the_price_is_a_change() -> None:
    before = Sketch().line("1").cell("1", quantity="2", price=10).budget()
    after = _copy(before)
    apply(after, edit(after.allocations(_line(after, "1").id)[0], quantity=Decimal(4), price=5))
    assert [(each.increase, each.decrease, each.changed) for each in compare_plans(before, after)] == [(0, 0, True)]


def _outline() -> Sketch:
    sketch = Sketch()
    for key in ("A", "B", "C"):
        sketch.line(key)
        for child in ("1", "2", "3"):
            sketch.line(f"{key}.{child}", key, label=f"{key}{child}").cell(f"{key}.{child}", amount=10)
    return sketch


def _without(budget: Budget, *labels: str) -> None:
    apply(budget, *removal(budget.book, [_line(budget, label) for label in labels]))


def test_removed_lines_stand_behind_their_former_neighbours() -> None:
    before = _outline().budget()
    after = _copy(before)
    _without(after, "A1", "A3", "B")
    assert _shown(compare_plans(before, after)) == [
        (0, "A", ""), (1, "A1", "bỏ"), (1, "A2", ""), (1, "A3", "bỏ"),
        (0, "B", "bỏ"), (1, "B1", "bỏ"), (1, "B2", "bỏ"), (1, "B3", "bỏ"),
        (0, "C", ""), (1, "C1", ""), (1, "C2", ""), (1, "C3", ""),
    ]  # fmt: skip


def test_a_removed_line_without_money_is_a_removed_line_too() -> None:
    before = usual().line("III").budget()
    after = _copy(before)
    _without(after, "III")
    assert _shown(compare_plans(before, after))[-1] == (0, "III", "bỏ")


def test_what_was_saved_out_of_a_removed_line_is_not_removed() -> None:
    before = _outline().budget()
    after = _copy(before)
    apply(after, edit(_line(after, "B2"), place=Place(_line(after, "C").id, "Zz")))
    _without(after, "B")
    found = _shown(compare_plans(before, after))
    assert found[4:] == [
        (0, "B", "bỏ"), (1, "B1", "bỏ"), (1, "B3", "bỏ"), (0, "C", ""), (1, "B2", ""), (1, "C1", ""), (1, "C2", ""),
        (1, "C3", ""),
    ]  # fmt: skip


def test_a_removed_line_whose_neighbour_was_moved_away_stays_where_it_was() -> None:
    before = _outline().budget()
    after = _copy(before)
    apply(after, edit(_line(after, "B1"), place=Place(_line(after, "A").id, "z0")))
    _without(after, "B2")
    found = _shown(compare_plans(before, after))
    assert found[found.index((0, "B", "")) :][:3] == [(0, "B", ""), (1, "B2", "bỏ"), (1, "B3", "")]


def test_a_line_that_is_removed_one_way_is_added_the_other() -> None:
    before = usual().budget()
    after = _copy(before)
    _without(after, "II")
    assert _shown(compare_plans(before, after))[-1] == (0, "II", "bỏ")
    assert _shown(compare_plans(after, before))[-1] == (0, "II", "thêm")


def test_versions_are_compared_over_the_versions_between() -> None:
    first = usual().budget()
    second = _copy(first)
    third = _copy(second)
    apply(third, edit(_line(third, "II"), text="Khác"))
    assert [each.line.label for each in compare_plans(first, third) if each.changed] == ["II"]
    assert [each.line.label for each in compare_plans(third, first) if each.changed] == ["II"]


def test_two_copies_of_one_plan_are_compared_though_the_original_is_gone() -> None:
    first = usual().budget()
    second, third = _copy(first), _copy(first)
    own = [record for record in first.book.records() if getattr(record, "plan_id", record.id) == PLAN]
    first.book.apply(removal(first.book, own))
    assert not [each for each in compare_plans(second, third) if each.changed]


def test_of_two_lines_copied_from_one_the_first_is_the_same_line() -> None:
    before = Sketch().line("1").cell("1", amount=5).budget()
    after = _copy(before)
    twin = Line(id="twin", plan_id=after.frame.plan_id, place=Place("", "z0"), label="1", origin_id="1")
    apply(after, inserted(twin))
    assert _shown(compare_plans(before, after)) == [(0, "1", ""), (0, "1", "thêm")]


def _period_and_year() -> tuple[Budget, Budget]:
    """The usual plan, and its year 2023 with 1 triệu more."""
    period = usual().budget()
    step = plan_life.year_from_period(period.book, PLAN, 2023, code="N", title="Năm 2023")
    period.book.apply(step.changes)
    year = Budget(period.book, step.scope)
    apply(year, edit(year.allocations(_line(year, "2").id)[0], amount=8_000_000))
    return period, year


def test_a_year_is_held_against_the_same_year_of_its_period() -> None:
    period, year = _period_and_year()
    found = compare_plans(period, year, years=(2023,))
    assert _shown(found) == [(0, "I", ""), (1, "2", "")]  # lines of other years are not removed ones
    assert [(each.amount_before, each.amount_after, each.increase) for each in found] == [
        (10_000_000, 11_000_000, 1_000_000)
    ] * 2
    table = comparison_appendix(period, year, found, unit=MoneyUnit.DONG, years=(2023,)).tables[0]
    assert [cell.amount for cell in table.rows[-1].cells[2:]] == [10_000_000, 11_000_000, 1_000_000, None]


def test_the_table_for_the_to_trinh_shows_what_changed_and_adds_up() -> None:
    before = usual().line("I.3", "I", kind="explanation").budget()
    after = _copy(before)
    _without(after, "II", "3")
    apply(after, edit(_line(after, "1"), price=16_000_000))
    doc = comparison_appendix(before, after, compare_plans(before, after), unit=MoneyUnit.TRIEU)
    rows = doc.tables[0].rows
    shown = [(row.cells[1].text, *(cell.amount for cell in row.cells[2:])) for row in rows]
    assert shown == [
        ("Mục I", 40_000_000, 42_000_000, 2_000_000, None),
        ("Mục I.1", 30_000_000, 32_000_000, 2_000_000, None),
        ("Mục II (bỏ)", 5_000_000, None, None, 5_000_000),
        ("Tổng cộng", 45_000_000, 42_000_000, None, 3_000_000),
    ]
    assert "THU-2022 và B; đơn vị tính: triệu đồng" in doc.heading.title
    added = comparison_appendix(after, before, compare_plans(after, before), unit=MoneyUnit.DONG).tables[0].rows
    assert "Mục II (bổ sung)" in [row.cells[1].text for row in added]
