"""Whatever a clerk does in any order: the screen shows what the plan is, totals shown while typing come true, undo
brings everything back.
"""

import itertools
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nscl_desktop.domain.budget_lines import COMPONENT
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.records import values_of
from nscl_desktop.presenters.budget_grid import BudgetGrid
from nscl_desktop.presenters.grid_block import GridBlock
from nscl_desktop.presenters.grid_columns import Part, Scope, View
from nscl_desktop.presenters.grid_typing import GridTyping
from nscl_desktop.presenters.line_commands import LineCommands
from nscl_desktop.services.workspace import PlanDesk
from tests.presenters.desks import cell, item, section, small_plan
from tests.presenters.screens import Screen, differences

TYPED = st.sampled_from(
    ["", "0", "3", "12,5", "1.500", "2.000.000", "5 triệu", "-", "có dự án riêng", "=4*395", "=1/0", "x1", "7 tr", "-4"]
)


def many_kinds() -> PlanDesk:
    """Sums, products, lumps, components of a price and of a year, shared quantities, a lump above priced lines."""
    return small_plan(
        section("I", "I", "Đào tạo", at="a0"),
        item("I.1", "I", "1", "Lớp học", at="a0", unit="Lớp", price=15_000_000),
        cell("I.1", 2022, quantity="2"),
        cell("I.1", 2023, "DN", quantity="1"),
        item("I.2", "I", "2", "Tài liệu", at="a1"),
        cell("I.2", 2022, amount=7_000_000),
        item("I.3", "I", "3", "Mô hình", at="a2", unit="DN"),
        item("I.3.a", "I.3", "a", "Tư vấn", kind="component", price=40_000_000, component_quantity=None),
        cell("I.3", 2022, quantity="1"),
        section("II", "II", "Giải thưởng", at="a1"),
        item("II.1", "II", "1", "Hai nguồn cùng trả", at="a0", shared_quantity=True),
        cell("II.1", 2022, "NSNN", quantity="4", price=238_000_000),
        cell("II.1", 2022, "DN", quantity="4", price=157_000_000),
        item("II.2", "II", "2", "Cả năm", at="a1", component_basis="year"),
        item("II.2.a", "II.2", "a", "Giải", kind="component", price=10_000_000),
        cell("II.2", 2023, quantity="3"),
        section("III", "III", "Khoán ở mục trên", at="a2"),
        cell("III", 2022, amount=9_000_000),
        item("III.1", "III", "1", "Chưa có tiền", at="a0"),
        item("III.2", "III", "2", "Không cộng", at="a1", adds=False),
    )


def look(grid: BudgetGrid, data: st.DataObject) -> None:
    scope = Scope(data.draw(st.sampled_from([None, 2022, 2023])), data.draw(st.sampled_from([None, "NSNN", "DN"])))
    unit = data.draw(st.sampled_from([MoneyUnit.DONG, MoneyUnit.TRIEU]))
    grid.show(data.draw(st.sampled_from(list(View))), scope=scope, unit=unit, quantities=data.draw(st.booleans()))


def fold(grid: BudgetGrid, data: st.DataObject) -> None:
    grid.fold(data.draw(st.integers(0, len(grid.rows) - 1)), folded=data.draw(st.booleans()))


def type_something(grid: BudgetGrid, data: st.DataObject) -> None:
    row, column = any_cell(grid, data)
    GridTyping(grid).enter(row, column, data.draw(TYPED))


def paste(grid: BudgetGrid, data: st.DataObject) -> None:
    row, column = any_cell(grid, data)
    rows = data.draw(st.lists(st.lists(TYPED, min_size=1, max_size=3), min_size=1, max_size=2))
    GridBlock(grid).paste(row, column, "\n".join("\t".join(texts) for texts in rows))


def shape(grid: BudgetGrid, data: st.DataObject) -> None:
    commands = LineCommands(grid.desk)
    line = grid.rows[data.draw(st.integers(0, len(grid.rows) - 1))].line_id
    acts: list[Callable[[], object]] = [
        lambda: commands.insert(line, "after"),
        lambda: commands.insert(line, "inside"),
        lambda: commands.indent([line]),
        lambda: commands.outdent([line]),
        lambda: commands.move([line], 1),
        lambda: commands.duplicate([line]),
    ]
    data.draw(st.sampled_from(acts))()


def undo(grid: BudgetGrid, data: st.DataObject) -> None:
    grid.desk.undo()


def redo(grid: BudgetGrid, data: st.DataObject) -> None:
    grid.desk.redo()


ACTS = [look, fold, type_something, type_something, paste, shape, undo, redo]


def any_cell(grid: BudgetGrid, data: st.DataObject) -> tuple[int, int]:
    return data.draw(st.integers(0, len(grid.rows) - 1)), data.draw(st.integers(0, len(grid.columns) - 1))


def everything(desk: PlanDesk) -> dict[str, object]:
    return {record.id: values_of(record) for record in desk.book.records()}


@given(st.data())
def test_the_screen_always_shows_what_a_freshly_opened_one_would(data: st.DataObject) -> None:
    desk = many_kinds()
    before = everything(desk)
    screen = Screen(BudgetGrid(desk))
    for act in data.draw(st.lists(st.sampled_from(ACTS), max_size=6)):
        with suppress(InputError):
            act(screen.grid, data)
        assert differences(screen) == []
    while desk.undo():
        assert differences(screen) == []
    assert everything(desk) == before


@pytest.mark.parametrize("typed", ["", "0", "2.000.000", "=4*395"])
@pytest.mark.parametrize(
    ("view", "scope"),
    [
        (View.PRICES, Scope(2022, "NSNN")), (View.PRICES, Scope(2023, "DN")), (View.YEARS, Scope()),
        (View.SOURCES, Scope()),
    ],
)  # fmt: skip
def test_totals_shown_while_typing_are_those_after_entering(view: View, scope: Scope, typed: str) -> None:
    grid = BudgetGrid(many_kinds())
    grid.show(view, scope=scope)
    typing = GridTyping(grid)
    figures = [at for at, column in enumerate(grid.columns) if column.is_figure]
    for row, column in itertools.product(range(len(grid.rows)), figures):
        if typing.refusal(row, column):
            continue
        typing.show_while_typing(row, column, typed)
        promised = money(grid)
        typing.enter(row, column, typed)
        assert (row, column, money(grid)) == (row, column, promised)
        grid.desk.undo()


def money(grid: BudgetGrid) -> list[list[str]]:
    """All totals in sight; what a component makes is no total, and shows once it is entered."""
    amounts = [at for at, column in enumerate(grid.columns) if column.part is Part.AMOUNT]
    rows = [row for row in range(len(grid.rows)) if grid.line(row).kind != COMPONENT]
    cells = [[grid.cell(row, at).text for at in amounts] for row in rows]
    return [*cells, [grid.total(at) for at in amounts]]
