"""Folding, revealing and going to lines; the signs of findings; what a screen is told to draw anew."""

from nscl_desktop.domain.findings import Severity
from nscl_desktop.domain.plans import Source
from nscl_desktop.presenters.budget_grid import BudgetGrid
from nscl_desktop.presenters.finding_list import FindingList
from nscl_desktop.presenters.grid_columns import Scope, View, plan_years
from nscl_desktop.presenters.grid_typing import GridTyping
from nscl_desktop.presenters.line_commands import LineCommands
from nscl_desktop.services.desk import Changed
from nscl_desktop.services.editing import delete_record, set_field
from nscl_desktop.services.workspace import PlanDesk
from tests.presenters.desks import cell, drafted, item, sample_desk, section, small_plan
from tests.presenters.screens import Screen, differences, foot, place, row_of, shown, text


def two_sections() -> PlanDesk:
    """I (1: 2 × 15 triệu; 2: 7 triệu), II (5 triệu), all of 2022 and from NSNN."""
    return small_plan(
        section("I", "I", "Đào tạo", at="a0"),
        item("I.1", "I", "1", "Lớp học", at="a0", unit="Lớp", price=15_000_000),
        cell("I.1", 2022, quantity="2"),
        item("I.2", "I", "2", "Tài liệu", at="a1"),
        cell("I.2", 2022, amount=7_000_000),
        section("II", "II", "Quản lý", at="a1"),
        cell("II", 2022, amount=5_000_000),
    )


def names(grid: BudgetGrid) -> list[str]:
    return [row.line_id for row in grid.rows]


def test_lines_stand_in_printed_order_with_their_depth() -> None:
    grid = BudgetGrid(two_sections())
    assert [(row.line_id, row.depth, row.has_children, row.is_open) for row in grid.rows] == [
        ("I", 0, True, True), ("I.1", 1, False, False), ("I.2", 1, False, False), ("II", 0, False, False),
    ]  # fmt: skip


def test_a_folded_section_hides_its_lines_and_keeps_its_money() -> None:
    grid = BudgetGrid(two_sections())
    screen = Screen(grid)
    grid.fold(0, folded=True)
    assert names(grid) == ["I", "II"]
    assert not grid.rows[0].is_open
    assert text(grid, "I", "Kinh phí") == "37.000.000"
    assert [row.line_id for row in screen.rows] == ["I", "II"]
    grid.fold(0, folded=False)
    assert names(grid) == ["I", "I.1", "I.2", "II"]
    assert [row.line_id for row in screen.rows] == ["I", "I.1", "I.2", "II"]


def test_all_sections_fold_and_unfold_at_once() -> None:
    grid = shown(sample_desk("BD-2021-2030"))
    grid.fold_all(folded=True)
    assert [grid.line(row).label for row in range(len(grid.rows))] == ["I", "II"]
    grid.fold_all(folded=False)
    assert len(grid.rows) == 52


def test_going_to_a_hidden_line_unfolds_what_stands_above_it() -> None:
    grid = shown(sample_desk("BD-2021-2030"))
    deep = grid.rows[row_of(grid, "Chi họp Xét chọn")].line_id
    grid.fold_all(folded=True)
    assert grid.row_of(deep) is None
    row = grid.reveal(deep)
    assert row is not None
    assert grid.line(row).text.startswith("Chi họp Xét chọn")
    assert grid.reveal(deep) == row  # nothing more to unfold


def test_a_line_that_is_gone_cannot_be_gone_to() -> None:
    assert BudgetGrid(two_sections()).reveal("không có") is None


def test_every_finding_with_a_place_leads_to_its_line() -> None:
    for code in ("BD-2021-2030", "TN-2021", "BG-2021-2025"):
        desk = sample_desk(code)
        grid = BudgetGrid(desk)
        grid.fold_all(folded=True)
        going = [row for row in FindingList(desk).rows() if row.can_go]
        assert going
        for row in going:
            found = grid.reveal(row.finding.line_id)
            assert found is not None
            assert grid.rows[found].line_id == row.finding.line_id


def test_a_line_carries_the_sign_of_its_worst_finding() -> None:
    grid = shown(sample_desk("TN-2021"))
    assert grid.mark(row_of(grid, "III.2")) is Severity.WARNING
    assert grid.mark(row_of(grid, "III.1")) is None
    assert grid.mark(row_of(grid, "Kinh phí tính toán mức đóng góp")) is Severity.NOTE


def test_a_folded_section_carries_the_signs_of_what_it_hides() -> None:
    grid = shown(sample_desk("TN-2021"))
    assert grid.mark(row_of(grid, "III")) is None
    grid.fold(row_of(grid, "III"), folded=True)
    assert grid.mark(row_of(grid, "III")) is Severity.WARNING


def test_the_sign_goes_when_the_finding_is_accepted_and_comes_back() -> None:
    desk = sample_desk("TN-2021")
    grid = shown(desk)
    screen = Screen(grid)
    findings = FindingList(desk)
    row = row_of(grid, "III.2")
    finding = next(each.finding for each in findings.rows() if each.place == "mục III.2")
    findings.waive(finding, "Hồ sơ cũ lưu ở Chi cục", "Trần Thị Thử")
    assert screen.marks[row] is None
    findings.withdraw(finding)
    assert screen.marks[row] is Severity.WARNING


def test_an_edit_draws_only_its_line_the_lines_above_and_the_foot() -> None:
    grid = BudgetGrid(two_sections())
    screen = Screen(grid)
    screen.drawn.clear()
    GridTyping(grid).enter(*place(grid, "I.2", "Kinh phí"), "8.000.000")
    assert screen.drawn == {0, 2}
    assert foot(grid, "Kinh phí") == "43.000.000"
    assert differences(screen) == []


def test_an_agency_of_a_section_is_drawn_on_the_lines_that_inherit_it() -> None:
    desk = drafted("TN-2021")
    grid = shown(desk)
    screen = Screen(grid)
    GridTyping(grid).enter(*place(grid, "I", "Cơ quan chủ trì"), "Cục Thống kê")
    assert text(grid, "I.2", "Cơ quan chủ trì").startswith("Cục Thống kê")
    assert differences(screen) == []


def test_lines_that_come_go_and_move_are_drawn() -> None:
    desk = two_sections()
    grid = BudgetGrid(desk)
    screen = Screen(grid)
    commands = LineCommands(desk)
    (fresh,) = commands.insert("I.1", "before")
    assert [row.line_id for row in screen.rows] == ["I", fresh, "I.1", "I.2", "II"]
    commands.move(["I.2"], -1)
    commands.indent(["II"])
    assert [row.line_id for row in screen.rows] == ["I", fresh, "I.2", "I.1", "II"]
    assert differences(screen) == []
    commands.delete([fresh, "I.2", "I.1", "II"])
    assert [(row.line_id, row.has_children) for row in screen.rows] == [("I", False)]
    assert differences(screen) == []


def test_a_new_year_or_source_of_the_plan_is_a_new_column() -> None:
    desk = two_sections()
    grid = shown(desk, View.YEARS)
    screen = Screen(grid)
    desk.perform(set_field(desk.budget, desk.budget.frame.periods[0], "year_to", 2024))
    assert plan_years(desk.budget) == (2022, 2023, 2024)
    assert "2024" in {column.group for column in screen.columns}
    assert differences(screen) == []
    grid.show(View.SOURCES)
    desk.perform(delete_record(desk.book, desk.budget, desk.book.get(Source, "DN")))
    assert "DN" not in {column.title for column in screen.columns}
    assert differences(screen) == []


def test_a_grid_narrowed_to_a_source_shows_all_when_that_source_is_deleted() -> None:
    desk = two_sections()
    grid = BudgetGrid(desk)
    grid.show(scope=Scope(year=2022, source="DN"))
    assert foot(grid, "Kinh phí") == ""
    desk.perform(delete_record(desk.book, desk.budget, desk.book.get(Source, "DN")))
    assert grid.scope == Scope(year=2022)
    assert foot(grid, "Kinh phí") == "42.000.000"


def test_a_grid_narrowed_to_a_year_shows_all_when_the_plan_loses_that_year() -> None:
    desk = two_sections()
    grid = BudgetGrid(desk)
    grid.show(scope=Scope(year=2023))
    desk.perform(set_field(desk.budget, desk.budget.frame.periods[0], "year_to", 2022))
    assert grid.scope == Scope()
    assert foot(grid, "Kinh phí") == "42.000.000"


def test_refused_steps_disappear_from_the_screen() -> None:
    desk = two_sections()
    steps: list[str] = []
    desk.subscribe(lambda event: steps.append(event.change_set.id) if isinstance(event, Changed) else None)
    grid = BudgetGrid(desk)
    screen = Screen(grid)
    GridTyping(grid).enter(*place(grid, "II", "Kinh phí"), "6.000.000")
    LineCommands(desk).delete(["I"])
    assert [row.line_id for row in screen.rows] == ["II"]
    desk.take_back(steps, "Ổ đĩa đầy.")
    assert [row.line_id for row in screen.rows] == ["I", "I.1", "I.2", "II"]
    assert foot(grid, "Kinh phí") == "42.000.000"
    assert differences(screen) == []
