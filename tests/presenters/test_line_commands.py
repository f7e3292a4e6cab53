"""Shaping the tree of lines, what is chosen afterwards, and going back by name to where it shows."""

import pytest

from nscl_desktop.domain.budget_lines import Allocation
from nscl_desktop.domain.changes import ChangeSet, change_set, inserted
from nscl_desktop.domain.plans import Signer
from nscl_desktop.domain.records import values_of
from nscl_desktop.domain.targets import Target
from nscl_desktop.presenters.budget_grid import BudgetGrid
from nscl_desktop.presenters.changed_places import Page, line_of, page_of
from nscl_desktop.presenters.finding_list import FindingList
from nscl_desktop.presenters.grid_typing import GridTyping
from nscl_desktop.presenters.line_commands import LineCommands
from nscl_desktop.presenters.plan_sheet import PlanSheet
from nscl_desktop.services.workspace import PlanDesk
from tests.presenters.desks import cell, drafted, item, refused, sample_desk, section, small_plan
from tests.presenters.screens import foot, place, row_of, shown, text


def outline(desk: PlanDesk) -> list[str]:
    """Every line as its depth in dots and its key."""
    return [f"{'.' * depth}{line.id}" for depth, line in desk.budget.tree.walk()]


@pytest.fixture
def desk() -> PlanDesk:
    """I with three lines (5, 6 and 7 đồng), II empty."""
    return small_plan(
        section("I", "I", "Đào tạo", at="a0"),
        item("a", "I", "1", "Lớp", at="a0"),
        cell("a", 2022, amount=5),
        item("b", "I", "2", "Sách", at="a1"),
        cell("b", 2022, amount=6),
        item("c", "I", "3", "Xe", at="a2"),
        cell("c", 2022, amount=7),
        section("II", "II", "Quản lý", at="a1"),
    )


def test_a_new_line_comes_behind_before_or_inside_the_chosen_one_and_is_chosen(desk: PlanDesk) -> None:
    commands = LineCommands(desk)
    (behind,) = commands.insert("a")
    (before,) = commands.insert("a", "before")
    (inside,) = commands.insert("II", "inside")
    assert outline(desk) == ["I", f".{before}", ".a", f".{behind}", ".b", ".c", "II", f".{inside}"]
    assert desk.budget.tree.line(inside).kind == "item"
    assert desk.undo_stack.undo_words == "Thêm dòng"


def test_the_first_line_of_an_empty_plan_is_a_section() -> None:
    desk = small_plan()
    (first,) = LineCommands(desk).insert("")
    assert outline(desk) == [first]
    assert desk.budget.tree.line(first).kind == "section"


def test_a_line_goes_one_level_deeper_and_comes_out_again(desk: PlanDesk) -> None:
    commands = LineCommands(desk)
    assert commands.indent(["b", "c"]) == ("b", "c")
    assert outline(desk) == ["I", ".a", "..b", "..c", "II"]
    assert desk.undo_stack.undo_words == "Lùi vào 2 dòng"
    assert commands.outdent(["c"]) == ("c",)
    assert outline(desk) == ["I", ".a", "..b", ".c", "II"]
    assert desk.undo_stack.undo_words == "Lùi ra mục I.1.3"
    assert commands.outdent(["a", "c"]) == ("a", "c")
    assert outline(desk) == ["I", "a", ".b", "c", "II"]


def test_lines_at_the_edge_of_the_tree_say_that_they_can_go_no_further(desk: PlanDesk) -> None:
    commands = LineCommands(desk)
    assert refused(lambda: commands.indent(["a"])) == (
        "Không lùi mục I.1 vào được: không có dòng nào phía trên cùng cấp."
    )
    assert refused(lambda: commands.outdent(["II"])) == "Mục II đã ở cấp ngoài cùng."
    assert refused(lambda: commands.move(["a"], -1)) == "Dòng đã ở đầu mục; dùng Alt+← để đưa ra ngoài mục."
    assert refused(lambda: commands.move(["c"], 1)) == "Dòng đã ở cuối mục; dùng Alt+← để đưa ra ngoài mục."
    assert refused(lambda: commands.duplicate([])) == "Chưa chọn dòng nào; hãy chọn dòng cần thao tác."
    assert desk.undo_stack.undo_words is None


def test_lines_move_past_their_neighbours_and_stay_chosen(desk: PlanDesk) -> None:
    commands = LineCommands(desk)
    assert commands.move(["a"], 1) == ("a",)
    assert outline(desk) == ["I", ".b", ".a", ".c", "II"]
    assert desk.undo_stack.undo_words == "Chuyển xuống mục I.1"
    commands.move(["a", "c"], -1)
    assert outline(desk) == ["I", ".a", ".c", ".b", "II"]
    assert "cùng một mục" in refused(lambda: commands.move(["a", "II"], -1))


def test_copies_stand_behind_the_last_chosen_line_with_their_figures_and_are_chosen(desk: PlanDesk) -> None:
    copies = LineCommands(desk).duplicate(["a", "b"])
    assert outline(desk) == ["I", ".a", ".b", *(f".{key}" for key in copies), ".c", "II"]
    assert desk.budget.total() == 29
    (section_copy,) = LineCommands(desk).duplicate(["I"])
    assert desk.budget.total(section_copy) == 29
    assert desk.undo_stack.undo_words == "Nhân đôi mục I"


def test_deleting_a_section_takes_all_below_it_and_says_so(desk: PlanDesk) -> None:
    assert LineCommands(desk).delete(["I", "b"]) == "Đã xóa mục I"
    assert outline(desk) == ["II"]
    assert desk.book.table(Allocation) == {}
    assert LineCommands(desk).delete(["II"]) == "Đã xóa mục II"
    desk.undo()
    desk.undo()
    assert desk.budget.total() == 18


def test_a_closed_plan_keeps_its_shape() -> None:
    desk = sample_desk("TN-2021")
    before = outline(desk)
    commands, line = LineCommands(desk), before[0]
    acts = [
        lambda: commands.insert(line),
        lambda: commands.delete([line]),
        lambda: commands.duplicate([line]),
        lambda: commands.move([line], 1),
    ]
    assert all("đã ban hành" in refused(act) for act in acts)
    assert outline(desk) == before


def test_undo_names_every_step_and_says_which_line_to_choose(desk: PlanDesk) -> None:
    grid, sheet, commands = BudgetGrid(desk), PlanSheet(desk), LineCommands(desk)
    GridTyping(grid).enter(*place(grid, "I.1", "Kinh phí"), "8")
    commands.move(["b"], 1)
    commands.delete(["c"])
    (fresh,) = commands.insert("a")
    told = []
    while sheet.undo_words:
        words = sheet.undo_words
        step = sheet.undo()
        assert step is not None
        told.append((words, page_of(step), line_of(desk, step)))
    assert told == [
        ("Hoàn tác: thêm dòng", Page.BUDGET, ""),  # the line is gone again
        ("Hoàn tác: xóa mục I.3", Page.BUDGET, "c"),
        ("Hoàn tác: chuyển xuống mục I.2", Page.BUDGET, "b"),
        ("Hoàn tác: sửa số tiền năm 2022 của mục I.1", Page.BUDGET, "a"),
    ]
    assert sheet.undo() is None
    assert sheet.redo_words == "Làm lại: sửa số tiền năm 2022 của mục I.1"
    steps = [sheet.redo() for _ in range(4)]
    assert [line_of(desk, step) for step in steps if step] == ["a", "b", "", fresh]
    assert sheet.redo_words == ""
    assert sheet.redo() is None


def test_a_figure_that_is_taken_away_still_tells_its_line(desk: PlanDesk) -> None:
    grid = BudgetGrid(desk)
    GridTyping(grid).enter(*place(grid, "I.1", "Kinh phí"), "")
    step = desk.undo()
    assert step is not None
    assert line_of(desk, step) == "a"
    redone = desk.redo()
    assert redone is not None
    assert line_of(desk, redone) == "a"


def test_steps_on_other_pages_are_seen_there(desk: PlanDesk) -> None:
    target = Target(id="t", plan_id="p", position="a0", text="Ít nhất 04 doanh nghiệp")
    signer = Signer(id="s", plan_id="p", position="a0", name="Nguyễn Văn Thử")
    promised = change_set("Thêm mục tiêu", [inserted(target)], "p")
    signed = change_set("Thêm người ký", [inserted(signer)], "p")
    assert [page_of(step) for step in (promised, signed)] == [Page.TARGETS, Page.FACTS]
    assert line_of(desk, signed) == ""


def test_accepting_a_finding_is_seen_in_the_budget(desk: PlanDesk) -> None:
    steps: list[ChangeSet] = []
    findings = FindingList(desk)
    findings.waive(findings.rows()[0].finding, "Đã rà soát", "Trần Thị Thử")
    step = desk.undo()
    assert step is not None
    steps.append(step)
    assert [page_of(each) for each in steps] == [Page.BUDGET]


def test_everything_done_to_a_source_plan_can_be_undone() -> None:
    desk = drafted("BG-2021-2025")
    before = {record.id: values_of(record) for record in desk.book.records()}
    grid, commands = shown(desk), LineCommands(desk)
    fifth = grid.rows[row_of(grid, "IV.5")].line_id
    first = grid.rows[row_of(grid, "III")].line_id
    commands.duplicate([fifth])
    commands.indent([fifth])
    commands.outdent([fifth])
    commands.move([first], 1)
    commands.delete([first])
    assert foot(grid, "Kinh phí") == "15.697.550.000"  # less 2.230 triệu of III, plus 3.160 of the copy
    while desk.undo():
        pass
    assert {record.id: values_of(record) for record in desk.book.records()} == before
    assert text(grid, "III", "Kinh phí") == "2.230.000.000"
