"""Two plans side by side: trước, sau, tăng, giảm, in words and as the table for print."""

from collections.abc import Sequence
from dataclasses import fields

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.plans import ADJUSTMENT, COPY, Plan
from nscl_desktop.presenters.budget_grid import BudgetGrid
from nscl_desktop.presenters.grid_typing import GridTyping
from nscl_desktop.presenters.line_commands import LineCommands
from nscl_desktop.presenters.plan_comparison import ComparedRow, PlanComparison, comparable
from nscl_desktop.services import plan_life
from nscl_desktop.services.workspace import PlanDesk
from tests.presenters.desks import Written, sample_desk
from tests.presenters.screens import place


def copied(code: str) -> tuple[Budget, PlanDesk]:
    """A source plan and a fresh copy of it on the desk."""
    source = sample_desk(code)
    book = Book(source.book.records())
    step = plan_life.copy_plan(book, source.plan_id, code="MOI", title="")
    book.apply(step.changes)
    return Budget(book, source.plan_id), PlanDesk(book, step.scope, Written())


def year_of(code: str, year: int) -> tuple[Budget, PlanDesk]:
    """A period plan and the plan of one of its years on the desk."""
    source = sample_desk(code)
    book = Book(source.book.records())
    step = plan_life.year_from_period(book, source.plan_id, year, code="NAM", title="")
    book.apply(step.changes)
    return Budget(book, source.plan_id), PlanDesk(book, step.scope, Written())


def typed(desk: PlanDesk, line: str, title: str, words: str) -> None:
    grid = BudgetGrid(desk)
    GridTyping(grid).enter(*place(grid, line, title), words)


def changed(before: Budget, desk: PlanDesk, unit: MoneyUnit = MoneyUnit.DONG) -> dict[str, ComparedRow]:
    rows = PlanComparison(before, desk.budget, unit).rows(only_changed=True)
    return {f"{row.label} {row.text}"[:12].strip(): row for row in rows}


def money(row: ComparedRow) -> Sequence[str]:
    return (row.before, row.after, row.increase, row.decrease)


def test_a_copy_is_the_same_in_every_line() -> None:
    before, desk = copied("TN-2021")
    comparison = PlanComparison(before, desk.budget)
    assert comparison.summary() == "Hai kế hoạch giống nhau ở mọi dòng."
    assert comparison.rows(only_changed=True) == []
    assert len(comparison.rows(only_changed=False)) == 20


def test_more_and_less_money_is_told_line_by_line_up_to_the_total() -> None:
    before, desk = copied("TN-2021")
    typed(desk, "III.1", "Số lượng", "60")
    typed(desk, "III.2", "Số lượng", "5")
    rows = changed(before, desk, MoneyUnit.TRIEU)
    assert [money(row) for row in rows.values()] == [
        ("1.230", "1.260", "30", ""), ("400", "480", "80", ""), ("300", "250", "", "50"),
    ]  # fmt: skip
    assert {row.state for row in rows.values()} == {""}
    assert PlanComparison(before, desk.budget, MoneyUnit.TRIEU).summary() == (
        "3 dòng khác nhau; tổng 1.687,29 → 1.717,29 triệu đồng (tăng 30)."
    )


def test_lines_that_came_went_or_were_reworded_say_so() -> None:
    before, desk = copied("TN-2021")
    sections = desk.budget.tree.children()
    commands = LineCommands(desk)
    commands.delete([sections[3].id])
    (fresh,) = commands.insert(sections[2].id)
    typed(desk, "I", "Nội dung", "Truyền thông")
    rows = PlanComparison(before, desk.budget).rows(only_changed=True)
    states = {row.text: row.state for row in rows}
    assert states["Truyền thông"] == "Sửa chữ"
    assert states[""] == "Thêm"
    assert [row.state for row in rows if row.text.startswith("Tính toán mức độ")] == ["Bỏ"]
    assert desk.budget.tree.has(fresh)
    assert "giảm 300.000.000" in PlanComparison(before, desk.budget).summary()


def test_money_that_moved_between_lines_leaves_the_total_unchanged() -> None:
    before, desk = copied("TN-2021")
    typed(desk, "III.4", "Số lượng", "1")
    typed(desk, "III.6", "Số lượng", "11")
    assert PlanComparison(before, desk.budget).summary() == (
        "2 dòng khác nhau; tổng 1.687.290.000 → 1.687.290.000 đồng (không đổi)."
    )


def test_a_year_is_compared_with_that_year_of_its_period_plan() -> None:
    before, desk = year_of("BD-2021-2030", 2023)
    comparison = PlanComparison(before, desk.budget, MoneyUnit.TRIEU)
    assert comparison.summary() == "Hai kế hoạch giống nhau ở mọi dòng."
    typed(desk, "I.1", "Số lượng", "2")
    after = PlanComparison(before, desk.budget, MoneyUnit.TRIEU)
    assert after.summary() == "2 dòng khác nhau; tổng 1.420,84 → 1.460,84 triệu đồng (tăng 40)."
    total = after.document().tables[0].rows[-1]
    assert [cell.amount for cell in total.cells[2:4]] == [1_420_840_000, 1_460_840_000]


def test_a_year_that_lost_all_its_money_differs_from_its_period_plan() -> None:
    before, desk = year_of("BD-2021-2030", 2023)
    LineCommands(desk).delete([line.id for line in desk.budget.tree.children()])
    assert (
        PlanComparison(before, desk.budget, MoneyUnit.TRIEU)
        .summary()
        .endswith("tổng 1.420,84 → 0 triệu đồng (giảm 1.420,84).")
    )


def test_the_table_for_print_holds_the_lines_that_differ_and_the_total() -> None:
    before, desk = copied("TN-2021")
    typed(desk, "III.1", "Số lượng", "60")
    table = PlanComparison(before, desk.budget, MoneyUnit.TRIEU).document().tables[0]
    assert table.unit is MoneyUnit.TRIEU
    assert [[cell.amount for cell in row.cells[2:]] for row in table.rows] == [
        [1_230_000_000, 1_310_000_000, 80_000_000, None], [400_000_000, 480_000_000, 80_000_000, None],
        [1_687_290_000, 1_767_290_000, 80_000_000, None],
    ]  # fmt: skip


def test_the_version_before_and_the_period_plan_are_offered_first() -> None:
    def row(plan: Plan) -> PlanRow:
        return PlanRow(**{each.name: getattr(plan, each.name) for each in fields(PlanRow)})

    period = Plan(id="period", code="Z-GD", title="", province="Cà Mau", year_from=2026, year_to=2030)
    first = Plan(id="first", code="Y-1", title="", province="Cà Mau", year_from=2026, year_to=2026)
    near = Plan(id="near", code="X", title="", province="Cà Mau")
    far = Plan(id="far", code="A", title="", province="Huế")
    own = Plan(
        id="own", code="Y-2", title="", province="Cà Mau", origin_id="first", origin_kind=ADJUSTMENT,
        period_plan_id="period",
    )  # fmt: skip
    rows = [row(each) for each in (far, near, first, period, own)]
    assert comparable(rows, own) == [
        ("first", "Y-1 · Cà Mau 2026 (bản trước)"), ("period", "Z-GD · Cà Mau 2026-2030 (giai đoạn)"),
        ("near", "X · Cà Mau "), ("far", "A · Huế "),
    ]  # fmt: skip
    copy = Plan(id="own", code="Y-2", title="", origin_id="first", origin_kind=COPY)
    assert comparable(rows, copy)[0] == ("first", "Y-1 · Cà Mau 2026 (nguồn)")


def test_quantities_that_change_while_the_money_stays_are_told() -> None:
    before, desk = copied("TN-2021")
    typed(desk, "III.6", "Số lượng", "4")
    typed(desk, "III.6", "Đơn giá", "20.000.000")
    (row,) = [each for each in changed(before, desk).values() if each.state]
    assert (row.state, money(row)) == ("Đổi số liệu", ("80.000.000", "80.000.000", "", ""))
