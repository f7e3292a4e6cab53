"""The open data file: plans for the desk, saving through the queue, undo over restarts, backups, refusals."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest

from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.changes import Change, ChangeSet, inserted
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.errors import UnreadableFileError
from nscl_desktop.domain.plans import Plan
from nscl_desktop.office.data_file import DataFile
from nscl_desktop.office.papers import samples
from nscl_desktop.services import plan_life
from nscl_desktop.services.adding_plans import add_plan
from nscl_desktop.services.editing import set_field
from nscl_desktop.services.workspace import PlanDesk


class MainThread:
    """Calls that wait for the main thread, made when the test looks."""

    def __init__(self) -> None:
        self._calls: SimpleQueue[Callable[[], None]] = SimpleQueue()

    def send(self, call: Callable[[], None]) -> None:
        self._calls.put(call)

    def turn(self, *, wait: bool = True) -> None:
        """Make the next call, waiting for it; then all that are there."""
        if wait:
            self._calls.get(timeout=10)()
        while True:
            try:
                self._calls.get_nowait()()
            except Empty:
                return


@pytest.fixture
def main_thread() -> MainThread:
    return MainThread()


@pytest.fixture
def data(tmp_path: Path, main_thread: MainThread) -> Iterator[DataFile]:
    """A data file with the three source plans."""
    found = opened(tmp_path, main_thread)
    for sample in samples():
        found.add(add_plan(sample.book, (), (), words="Thêm kế hoạch mẫu"))
    main_thread.turn()
    yield found
    found.close()


class Clock:
    """A second later each time it is looked at, so that nothing depends on how fast this machine is."""

    _seconds = count(1)

    def __call__(self) -> datetime:
        return datetime(2026, 1, 5, 8, tzinfo=UTC) + timedelta(seconds=next(self._seconds))


def opened(folder: Path, main_thread: MainThread) -> DataFile:
    return DataFile(
        folder / "nscl.db", person="Trần Thị Thử", machine="MAY-01", to_main=main_thread.send,
        clock=Clock(),
    )  # fmt: skip


def desk_of(data: DataFile, code: str) -> PlanDesk:
    return data.read(next(row.id for row in data.plans() if row.code == code))


def first_line(desk: PlanDesk) -> Line:
    return desk.budget.tree.children()[0]


def test_plans_and_totals_are_read_from_the_file(data: DataFile) -> None:
    totals = data.totals()
    by_code = {row.code: totals[row.id] for row in data.plans()}
    assert by_code == {
        "BD-2021-2030": 13_489_400_000, "TN-2021": 1_687_290_000, "BG-2021-2025": 14_767_550_000,
    }  # fmt: skip


def test_an_edit_counts_as_saved_when_the_file_says_so(data: DataFile, main_thread: MainThread) -> None:
    moments: list[datetime] = []
    data.on_saved = moments.append
    desk = desk_of(data, "BG-2021-2025")
    desk.perform(set_field(desk.budget, first_line(desk), "note", "xem lại"))
    assert data.unsaved == 1
    main_thread.turn()
    assert data.unsaved == 0
    assert len(moments) == 1
    assert data.history(first_line(desk).id)[0].words == "Sửa ghi chú “Mục I và II.1–4 (thiếu trang nguồn)”"


def test_undo_goes_on_after_a_restart_but_never_unmakes_the_plan(
    data: DataFile, main_thread: MainThread, tmp_path: Path
) -> None:
    desk = desk_of(data, "BG-2021-2025")
    desk.perform(set_field(desk.budget, first_line(desk), "note", "xem lại"))
    data.close()
    again = opened(tmp_path, main_thread)
    try:
        desk = desk_of(again, "BG-2021-2025")
        assert first_line(desk).note == "xem lại"
        assert desk.undo() is not None
        assert first_line(desk).note != "xem lại"
        assert desk.undo() is None
    finally:
        again.close()


def test_a_refused_step_and_all_behind_it_are_taken_back_on_screen(data: DataFile, main_thread: MainThread) -> None:
    desk = desk_of(data, "BG-2021-2025")
    line = first_line(desk)
    told: list[str] = []
    desk.subscribe(lambda event: told.append(getattr(event, "sentence", "")))
    missing = Change("line", line.id, {"lead_id": line.lead_id}, {"lead_id": "khong-co"})
    desk.perform(ChangeSet("Sửa cơ quan", (missing,), desk.plan_id))
    desk.perform(set_field(desk.budget, desk.budget.tree.line(line.id), "note", "sau đó"))
    main_thread.turn()
    assert desk.budget.tree.line(line.id) == line
    assert any(sentence.startswith("Không lưu được, các bước vừa làm đã được trả lại") for sentence in told)
    desk.perform(set_field(desk.budget, line, "note", "lần nữa"))
    main_thread.turn()
    assert data.unsaved == 0


def test_an_adjustment_knows_the_plan_that_it_will_replace(data: DataFile, main_thread: MainThread) -> None:
    issued = desk_of(data, "TN-2021")
    key = data.add(plan_life.adjust(issued.book, issued.plan_id, code="TN-2021-DC1"))
    desk = data.read(key)
    assert desk.book.get(Plan, issued.plan_id).code == "TN-2021"
    for name, value in (("number", "1/KH-UBND"), ("date", "2021-09-01")):
        desk.perform(set_field(desk.budget, desk.plan, name, value))
    desk.perform(plan_life.issue(desk.book, desk.plan_id))
    main_thread.turn()
    data.history(desk.plan_id)
    states = {row.code: row.status for row in data.plans()}
    assert (states["TN-2021-DC1"], states["TN-2021"]) == ("issued", "replaced")


def test_a_copy_is_put_back_with_the_present_state_kept(data: DataFile, main_thread: MainThread) -> None:
    copy = data.make()
    desk = desk_of(data, "BG-2021-2025")
    desk.perform(set_field(desk.budget, first_line(desk), "note", "sau khi sao"))
    main_thread.turn()
    data.restore(copy)
    assert first_line(desk_of(data, "BG-2021-2025")).note != "sau khi sao"
    assert next(each.reason for each in data.copies()) == "restore"


def test_a_fault_that_only_a_copy_shows_lets_the_window_close_and_is_told_at_the_next_start(
    data: DataFile, main_thread: MainThread, tmp_path: Path
) -> None:
    data.close()
    with closing(sqlite3.connect(tmp_path / "nscl.db")) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        other = "CREATE INDEX ix_line_lead_id ON line (note)"  # the index holds the order of another column
        connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'ix_line_lead_id'", [other])
        connection.commit()
    again = opened(tmp_path, main_thread)
    desk = desk_of(again, "BG-2021-2025")
    desk.perform(set_field(desk.budget, desk.plan, "note", "xem lại"))
    assert again.close() == ()
    with pytest.raises(UnreadableFileError, match="hãy phục hồi từ bản sao lưu"):
        opened(tmp_path, main_thread)


def test_closing_copies_what_has_changed_and_only_then(data: DataFile, main_thread: MainThread, tmp_path: Path) -> None:
    data.close()
    copies = list((tmp_path / "backups").glob("nscl-*-close.db"))
    assert len(copies) == 1
    again = opened(tmp_path, main_thread)
    again.close()
    assert list((tmp_path / "backups").glob("nscl-*-close.db")) == copies
    assert list((tmp_path / "backups").glob("nscl-*-open.db")) == []


def test_a_step_that_is_stopped_while_it_is_told_is_not_saved_and_the_next_one_is(data: DataFile) -> None:
    class Stopped(Exception):  # noqa: N818 - the user's wish, not an error
        pass

    def stop(_: str) -> None:
        raise Stopped

    units = [Enterprise(id=f"u{number}", name=f"Đơn vị {number}") for number in range(2_001)]
    step = ChangeSet("Thêm đơn vị", tuple(map(inserted, units)))
    with pytest.raises(Stopped):
        data.add(step, stop)
    assert data.history("u7") == []
    said: list[str] = []
    data.add(step, said.append)
    assert data.history("u7")[0].words == "Thêm đơn vị"
    assert "Ghi dữ liệu 2000/2001" in said
