"""Training over a real data file: counts equal an independent SQL count, and steps are undone after a restart."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.domain.courses.counts import HeadCount
from nscl_desktop.domain.courses.pasted import read_people
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.ledger import BudgetYear, LedgerEntry
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.training import Attendance, Club, Course, Enrolment, Person, PersonRole, Session
from nscl_desktop.office.course_room import CourseRoom
from nscl_desktop.office.data_file import DataFile
from nscl_desktop.presenters.course_sheet import CourseSheet
from nscl_desktop.services import course_results as results
from nscl_desktop.services.people_pasting import take_over
from nscl_desktop.storage import course_queries as queries
from tests.enterprises.registers import unit


def stored() -> list[Record]:
    """Two courses; An is on both; one of the second course's people is not known."""
    return [
        unit("u1", "Công ty TNHH An Phát"),
        Person(id="p1", name="Nguyễn Thị An", birth_year=1985, enterprise_id="u1"),
        Person(id="p2", name="Trần Văn Bình", unit="Sở Công Thương", is_staff=True),
        Course(id="k1", title="Công cụ 5S", year=2026, date_from="2026-05-11", certificate_series="{số}/{năm}/CN"),
        Course(id="k2", title="ISO 9001", year=2026, date_from="2026-08-01", certificate_series="{số}/{năm}/CN"),
        Session(id="s1", course_id="k1", date="2026-05-11"),
        Enrolment(id="e1", course_id="k1", person_id="p1", position="a0", enterprise_id="u1"),
        Enrolment(id="e2", course_id="k1", person_id="p2", position="a1"),
        Enrolment(id="e3", course_id="k2", person_id="p1", state="passed", certificate="02/2026/CN", unit="An Phát cũ"),
        Enrolment(id="e4", course_id="k2", state="attended"),
        PersonRole(id="r1", person_id="p1", role="expert"), PersonRole(id="r2", person_id="p1", role="lecturer"),
        Club(id="c", name="CLB NSCL"), PersonRole(id="r3", person_id="p2", role="member", club_id="c"),
        PersonRole(id="r4", person_id="p1", role="member", club_id="c", until="2026-01-01"),
        BudgetYear(id="y", year=2026),
        LedgerEntry(id="l1", year_id="y", kind="paid", amount=30_000_000, for_entity="course", for_id="k1"),
        LedgerEntry(id="l2", year_id="y", kind="committed", amount=40_000_000, for_entity="course", for_id="k1"),
    ]  # fmt: skip


def opened(folder: Path) -> DataFile:
    return DataFile(
        folder / "nscl.db", person="Trần Thị Thử", machine="MAY-01", to_main=lambda _: None,
        clock=lambda: datetime(2026, 4, 20, 8, tzinfo=UTC),
    )  # fmt: skip


def test_a_course_is_marked_certified_and_undone_after_a_restart(tmp_path: Path) -> None:
    data = opened(tmp_path)
    data.add(ChangeSet("Thêm", tuple(map(inserted, stored()))))
    found = CourseRoom(data).read("k1")
    sheet = CourseSheet(found)
    assert (found.taken, found.paid) == (["02/2026/CN"], {"paid": 30_000_000})
    assert sheet.unit_of(sheet.whole.enrolments[0]) == "Công ty TNHH An Phát"
    known = sheet.desk.book.table(Attendance).values()
    cells = {(each, sheet.whole.sessions[0]): True for each in sheet.whole.enrolments}
    sheet.desk.perform(results.mark_attendance(sheet.whole, known, cells))
    sheet.desk.perform(results.apply_rule(sheet.whole))
    sheet.desk.perform(results.give_certificates(sheet.whole, found.taken, 2026, "2026-05-12"))
    assert data.close() == ()
    data = opened(tmp_path)
    room = CourseRoom(data)
    rows = {row.id: row for row in room.rows()}
    assert rows["k1"].heads == HeadCount(2, 2, 0)
    assert (rows["k1"].sessions, rows["k1"].enrolled, rows["k1"].passed, rows["k1"].certificates) == (1, 2, 2, 2)
    assert rows["k2"].heads == HeadCount(2, 1, 1)
    with data.registers(settled=True).reading() as connection:
        assert queries.heads(connection, 2026) == HeadCount(4, 2, 1)  # An twice, Bình, somebody unknown
        assert queries.heads(connection, 2025) == HeadCount(0, 0, 0)
        assert queries.heads(connection).turns == 4
    again = room.read("k1")
    assert [each.certificate for each in CourseSheet(again).whole.enrolments] == ["03/2026/CN", "04/2026/CN"]
    assert again.desk.undo_stack.undo_words == "Cấp 2 số chứng nhận ở lớp “Công cụ 5S”"
    for _ in range(3):
        again.desk.undo()
    assert room.rows()[0].heads.turns + room.rows()[1].heads.turns == 2
    assert room.history("k1")[0].words == "Hoàn tác: Ghi có mặt 2 ô ở lớp “Công cụ 5S”"
    assert data.close() == ()


def test_people_and_clubs_are_listed_with_what_they_are(tmp_path: Path) -> None:
    data = opened(tmp_path)
    data.add(ChangeSet("Thêm", tuple(map(inserted, stored()))))
    room = CourseRoom(data)
    people = {row.id: row for row in room.people()}
    assert people["p1"].roles == {"expert", "lecturer", "member"}
    assert (people["p1"].unit, people["p1"].turns, people["p2"].turns) == ("Công ty TNHH An Phát", 1, 0)
    assert people["p2"].is_staff
    assert [(row.name, row.members) for row in room.clubs()] == [("CLB NSCL", 1)]
    assert [(each.title, each.person, each.state) for each in room.of_unit("u1")] == [
        ("Công cụ 5S", "Nguyễn Thị An", "registered"),
    ]  # fmt: skip
    an = room.read_person("p1")
    assert [(each.title, each.unit, each.certificate) for each in an.courses] == [
        ("ISO 9001", "An Phát cũ", "02/2026/CN"), ("Công cụ 5S", "Công ty TNHH An Phát", ""),
    ]  # fmt: skip
    assert {each.name for each in room.persons(["p1", "p2", "none"])} == {"Nguyễn Thị An", "Trần Văn Bình"}
    assert room.read_club("c").club == Club(id="c", name="CLB NSCL")
    for read in (room.read, room.read_person, room.read_club):
        with pytest.raises(InputError, match="Không còn"):
            read("none")
    assert data.close() == ()


def test_a_pasted_list_is_undone_as_one_after_the_course_was_read_again(tmp_path: Path) -> None:
    data = opened(tmp_path)
    data.add(ChangeSet("Thêm", tuple(map(inserted, stored()))))
    room = CourseRoom(data)
    assert room.units_named(["công ty tnhh an phát", "An Phát"]) == {"cong ty tnhh an phat": "u1"}
    sheet = CourseSheet(room.read("k2"))
    rows = read_people("Lê Thị Cúc - 1970 - Sở Y tế\nĐỗ Em - 1980 - Sở Y tế\nTrần Văn Bình - 1990").people
    known = room.persons(["p2"])[0]
    sheet.desk.perform(take_over(sheet.whole, [(rows[0], None), (rows[1], None), (rows[2], known)], {}))
    again = CourseSheet(room.read("k2"))
    assert [again.whole.name_of(each) for each in again.whole.enrolments][-3:] == [
        "Lê Thị Cúc", "Đỗ Em", "Trần Văn Bình",
    ]  # fmt: skip
    assert len(room.people()) == 4
    assert again.desk.undo_stack.undo_words == "Dán 3 học viên vào lớp “ISO 9001”"
    again.desk.undo()
    assert [len(again.whole.enrolments), len(room.people())] == [2, 2]
    assert data.close() == ()
