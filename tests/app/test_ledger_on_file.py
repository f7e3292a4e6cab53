"""The ledger over a real data file: steps are undone after a restart, and entries follow an amended plan."""

from datetime import UTC, datetime
from pathlib import Path

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.changes import ChangeSet, change_set, deleted, inserted, updated
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.ledger import PAID, LedgerEntry
from nscl_desktop.domain.ledger_lines import LOST
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.records import Record
from nscl_desktop.office.data_file import DataFile
from nscl_desktop.office.ledger_room import LedgerRoom
from nscl_desktop.presenters.ledger_sheet import LedgerSheet
from nscl_desktop.services import ledger_entries as entries
from nscl_desktop.services.ledger_entries import Facts
from nscl_desktop.services.ledger_years import allot_year
from nscl_desktop.services.plan_life import adjust, issue
from tests.ledger.napkin import TR, plan
from tests.small_plans import PLAN


def opened(folder: Path) -> DataFile:
    return DataFile(
        folder / "nscl.db", person="Trần Thị Thử", machine="MAY-01", to_main=lambda _: None,
        clock=lambda: datetime(2022, 4, 20, 8, tzinfo=UTC),
    )  # fmt: skip


def filled(folder: Path) -> DataFile:
    """The napkin plan, issued, its year given and 12 triệu paid on I.1."""
    data = opened(folder)
    records: list[Record] = [Agency(id="tk", name="Cục Thống kê"), *plan().records]
    data.add(ChangeSet("Thêm", tuple(map(inserted, records))))
    issued = updated(plan().budget().frame.plan, status="issued", number="950/KH-UBND", date="2022-03-30")
    data.add(change_set("Ban hành", [issued], PLAN))
    room = LedgerRoom(data)
    fresh = LedgerSheet(room.read(PLAN, 2022))
    room.add(allot_year(fresh.position(), ["NSNN", "DN"], Facts(document="01/QĐ"), is_new=True))
    sheet = LedgerSheet(room.read(PLAN, 2022))
    draft = entries.draft(sheet.position(), PAID, ("I.1", "NSNN"), 12 * TR, Facts("2022-06-20", "UNC 45"))
    desk = sheet.opened.desk
    assert desk is not None
    desk.perform(entries.record(sheet.position(), draft))
    return data


def test_an_entry_is_undone_after_a_restart_and_the_year_stays_open(tmp_path: Path) -> None:
    assert filled(tmp_path).close() == ()
    data = opened(tmp_path)
    room = LedgerRoom(data)
    sheet = LedgerSheet(room.read(PLAN, 2022))
    desk = sheet.opened.desk
    assert desk is not None
    assert sheet.sums.flow("I.1").out == 12 * TR
    assert (desk.undo_stack.undo_words or "").startswith("Ghi thanh toán 12.000.000 đồng")
    desk.undo()
    again = LedgerSheet(room.read(PLAN, 2022))
    assert (again.is_opened, again.sums.flow().out, again.sums.flow().allotted) == (True, 0, 85 * TR)
    assert next(each.words for each in room.history(desk.root_id)).startswith("Hoàn tác: Ghi thanh toán")
    assert data.close() == ()


def test_entries_follow_their_lines_into_the_amended_plan_and_what_is_gone_stands_apart(tmp_path: Path) -> None:
    data = filled(tmp_path)
    book = data.book(PLAN)
    draft = adjust(book, PLAN, code="THU-2022-DC")
    data.add(draft)
    room = LedgerRoom(data)
    assert [row.id for row in room.plans()] == [PLAN]
    fresh = Book(data.book(draft.scope).records())
    amended = fresh.get(Plan, draft.scope)
    data.add(change_set("Ghi số", [updated(amended, number="1200/KH-UBND", date="2022-07-01")], amended.id))
    gone = next(each for each in fresh.table(Line).values() if each.plan_id == amended.id and each.origin_id == "I.2")
    cells = [each for each in fresh.records() if getattr(each, "line_id", "") == gone.id]
    data.add(change_set("Bỏ mục", [*map(deleted, cells), deleted(gone)], amended.id))
    data.add(issue(Book(data.book(amended.id).records()), amended.id))
    assert [row.id for row in room.plans()] == [amended.id]
    sheet = LedgerSheet(room.read(PLAN, 2022))
    new = next(line.id for _, line in sheet.lines.tree.walk() if line.origin_id == "I.1")
    assert sheet.opened.row.id == amended.id
    assert (sheet.sums.flow(new).allotted, sheet.sums.flow(new).out) == (30 * TR, 12 * TR)
    assert sheet.sums.flow(LOST).allotted == 50 * TR
    assert sheet.sums.flow().allotted == 85 * TR
    entry = next(each for each in sheet.entries() if each.kind == PAID)
    assert room.place_of(LedgerEntry.entity, entry.id) == (amended.id, 2022)
    assert data.close() == ()


def test_plans_whose_money_is_kept_here_stand_before_newer_ones(tmp_path: Path) -> None:
    data = filled(tmp_path)
    newer = Plan(id="mới", code="BD-2030", title="Kế hoạch sau", year_from=2026, year_to=2030)
    data.add(change_set("Thêm", [inserted(newer)], newer.id))
    assert [row.id for row in LedgerRoom(data).plans()] == [PLAN, "mới"]
    data.close()
