"""Who changed what and when, in the words of the screen."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone

from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.fields import Place
from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.domain.plans import Signer
from nscl_desktop.presenters.budget_grid import BudgetGrid
from nscl_desktop.presenters.grid_block import GridBlock
from nscl_desktop.presenters.grid_columns import Scope
from nscl_desktop.presenters.grid_typing import GridTyping
from nscl_desktop.presenters.history_list import HistoryList, HistoryRow
from nscl_desktop.presenters.line_commands import LineCommands
from nscl_desktop.presenters.plan_sheet import Act, PlanSheet
from nscl_desktop.services.desk import Changed
from nscl_desktop.services.editing import add_record, set_field
from nscl_desktop.services.workspace import PlanDesk
from tests.presenters.desks import cell, item, section, small_plan
from tests.presenters.screens import place

HANOI = timezone(timedelta(hours=7))


def entries(steps: Sequence[ChangeSet]) -> list[HistoryEntry]:
    """What the journal tells of these steps, taken a minute after one another."""
    return [
        HistoryEntry(
            seq, datetime(2026, 1, 5, 3, 40 + seq, 7, tzinfo=UTC), "Trần Thị Thử", "MAY-01", step.words, change.entity,
            change.id, change.id, step.scope, change.before, change.after,
        )
        for seq, step in enumerate(steps, 1)
        for change in step.changes
    ]  # fmt: skip


def remembered() -> tuple[PlanDesk, list[ChangeSet]]:
    desk = small_plan(
        section("I", "I", "Đào tạo", at="a0"), item("I.1", "I", "1", "Lớp học"), cell("I.1", 2022, amount=5_000_000),
        section("II", "II", "Quản lý", at="a1"), Agency(id="yt", name="Sở Y tế"),
    )  # fmt: skip
    steps: list[ChangeSet] = []
    desk.subscribe(lambda event: steps.append(event.change_set) if isinstance(event, Changed) else None)
    return desk, steps


def rows(desk: PlanDesk, steps: Sequence[ChangeSet]) -> tuple[HistoryRow, ...]:
    return HistoryList(desk, HANOI).rows(entries(steps))


def test_a_step_tells_when_who_where_and_what_changed() -> None:
    desk, steps = remembered()
    GridTyping(BudgetGrid(desk)).enter(*place(BudgetGrid(desk), "I.1", "Kinh phí"), "6.000.000")
    (row,) = rows(desk, steps)
    assert (row.when, row.who, row.machine) == ("10:41:07 05/01/2026", "Trần Thị Thử", "MAY-01")
    assert row.words == "Sửa số tiền năm 2022 của mục I.1"
    assert row.changes == ("Số tiền: 5.000.000 → 6.000.000 (mục I.1, năm 2022, NSNN)",)
    assert row.brief == row.changes[0]


def test_steps_stand_newest_first_each_with_all_its_changes() -> None:
    desk, steps = remembered()
    LineCommands(desk).duplicate(["I"])
    LineCommands(desk).delete(["II"])
    PlanSheet(desk).take(Act.SUBMIT)
    newest, deletion, copying = rows(desk, steps)
    assert newest.changes == ("Trạng thái: Nháp → Đã trình",)
    assert deletion.changes == ("Xóa mục chi “Quản lý”",)
    assert copying.changes == (
        "Thêm mục chi “Đào tạo”", "Thêm mục chi “Lớp học”",
        "Thêm số liệu mục I.1, năm 2022, NSNN: số tiền 5.000.000",
    )  # fmt: skip


def test_figures_that_come_and_go_are_told_with_their_place() -> None:
    desk, steps = remembered()
    grid = BudgetGrid(desk)
    grid.show(scope=Scope(2023, "DN"))
    GridBlock(grid).paste(*place(grid, "I.1", "Số lượng"), "2\t\t9.000.000")
    grid.show(scope=Scope())
    GridTyping(grid).enter(*place(grid, "II", "Nội dung"), "Quản lý chung")
    LineCommands(desk).delete(["I.1"])
    deletion, _, pasting = rows(desk, steps)
    assert pasting.changes == ("Thêm số liệu mục chi đã xóa, năm 2023, DN: số lượng 2, số tiền 9.000.000",)
    desk.undo()
    assert rows(desk, steps)[-1].changes == ("Thêm số liệu mục I.1, năm 2023, DN: số lượng 2, số tiền 9.000.000",)
    assert "Xóa số liệu mục chi đã xóa, năm 2022, NSNN: số tiền 5.000.000" in deletion.changes


def test_a_changed_figure_of_a_cell_that_is_gone_is_still_told() -> None:
    desk, steps = remembered()
    grid = BudgetGrid(desk)
    GridTyping(grid).enter(*place(grid, "I.1", "Kinh phí"), "6.000.000")
    LineCommands(desk).delete(["I"])
    assert rows(desk, steps)[-1].changes == ("Số tiền: 5.000.000 → 6.000.000 (mục chi đã xóa)",)


def test_values_are_told_as_the_screen_writes_them() -> None:
    desk, steps = remembered()
    line = desk.book.get(Line, "I")
    desk.perform(set_field(desk.budget, line, "lead_id", "yt"))
    desk.perform(set_field(desk.budget, desk.book.get(Line, "I"), "adds", value=False))
    desk.perform(set_field(desk.budget, desk.plan, "date", "2021-11-24"))
    desk.perform(set_field(desk.budget, desk.plan, "title", "Kế hoạch " + "rất dài " * 20))
    told = [change for row in reversed(rows(desk, steps)) for change in row.changes]
    assert told[:3] == [
        "Cơ quan chủ trì: (trống) → Sở Y tế", "Cộng vào mục trên: Có → Không",
        "Ngày ban hành: (trống) → 24/11/2021",
    ]  # fmt: skip
    assert told[3].startswith("Tên kế hoạch: Kế hoạch thử → Kế hoạch rất dài")
    assert told[3].endswith("…")


def test_a_file_is_told_by_the_beginning_of_its_long_name() -> None:
    desk, steps = remembered()
    desk.perform(add_record(desk.budget, Signer(id="s", plan_id="p", position="a0", name="Lê Văn B")))
    for name in ("a1b2c3d4" * 8, "e5f6a7b8" * 8, ""):
        desk.perform(set_field(desk.budget, desk.book.get(Signer, "s"), "image", name))
    assert [row.changes for row in rows(desk, steps)] == [
        ("Ảnh chữ ký (.png): tệp e5f6a7b8 → (trống)",),
        ("Ảnh chữ ký (.png): tệp a1b2c3d4 → tệp e5f6a7b8",),
        ("Ảnh chữ ký (.png): (trống) → tệp a1b2c3d4",),
        ("Thêm người ký “Lê Văn B”",),
    ]


def test_a_move_is_told_without_the_keys_of_places() -> None:
    desk, steps = remembered()
    LineCommands(desk).move(["II"], -1)
    assert rows(desk, steps)[0].changes == ("Đổi vị trí",)
    assert isinstance(desk.book.get(Line, "II").place, Place)


def test_many_changes_are_told_in_brief_on_one_line() -> None:
    row = HistoryRow("", "", "", "Dán 6 ô", ("a", "b", "c", "d", "e", "f"))
    assert row.brief == "a; b; c; d; và 2 thay đổi khác"


def test_the_machines_own_zone_is_taken_where_none_is_given() -> None:
    desk, steps = remembered()
    PlanSheet(desk).take(Act.SUBMIT)
    (row,) = HistoryList(desk).rows(entries(steps))
    assert row.when == f"{datetime(2026, 1, 5, 3, 41, 7, tzinfo=UTC).astimezone():%H:%M:%S %d/%m/%Y}"


def test_no_entries_are_no_rows() -> None:
    assert HistoryList(small_plan()).rows([]) == ()
