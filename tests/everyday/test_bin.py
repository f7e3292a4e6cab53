"""The bin: deleted records newest first, restored whole as one step, or refused with the reason."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import Change, ChangeSet, deleted, inserted, updated
from nscl_desktop.domain.deleted_records import DeletedRow, DeletedWhole, Ground
from nscl_desktop.domain.enterprises import Contact, Enterprise
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.supports import Dossier, DossierItem, SupportKind
from nscl_desktop.domain.training import Attendance, Course, Enrolment, Person, Session
from nscl_desktop.exchange.plan_json import read_plan
from nscl_desktop.office.bin_room import BinRoom
from nscl_desktop.office.data_file import DataFile
from nscl_desktop.presenters.deleted_list import cells, found_rows, tip
from nscl_desktop.resource_files import resource_path
from nscl_desktop.services.plan_life import copy_plan, delete_plan
from nscl_desktop.services.removal import removal
from nscl_desktop.services.restoring_records import restoration

UNIT = Enterprise(id="u", name="Công ty TNHH Cơ khí Bình Minh")
DOSSIER = Dossier(id="d", enterprise_id="u", title="Áp dụng 5S")
ITEM = DossierItem(id="i", dossier_id="d", kind_id="k")
COURSE = [
    Person(id="p", name="Nguyễn Thị An"), Course(id="c", title="Lớp 5S"), Session(id="s", course_id="c"),
    Enrolment(id="e", course_id="c", person_id="p"), Attendance(id="a", enrolment_id="e", session_id="s"),
]  # fmt: skip


def opened(folder: Path, who: str = "Hà") -> DataFile:
    return DataFile(
        folder / "nscl.db", person=who, machine="MAY-01", to_main=lambda _: None,
        clock=lambda: datetime(2026, 4, 20, 8, 30, tzinfo=UTC),
    )  # fmt: skip


@pytest.fixture
def data(tmp_path: Path) -> DataFile:
    found = opened(tmp_path)
    records: list[Record] = [
        SupportKind(id="k", name="Công cụ 5S"),
        UNIT,
        Contact(id="l", enterprise_id="u", name="Bình"),
    ]
    found.add(ChangeSet("Thêm", tuple(map(inserted, [*records, DOSSIER, ITEM, *COURSE]))))
    return found


def take(data: DataFile, words: str, *records: Record, root: Record) -> None:
    data.add(ChangeSet(words, tuple(removal(Book(records), [root])), root.id))


def everything(data: DataFile) -> dict[str, Record]:
    return {record.id: record for record in data.registers(settled=True).load_book().records()}


def test_a_course_comes_back_with_all_that_went_and_is_taken_back_again(data: DataFile) -> None:
    before = everything(data)
    take(data, "Xóa lớp", *COURSE[1:], root=COURSE[1])
    room = BinRoom(data)
    (row,) = room.deleted()
    assert (row.title, row.who, row.words) == ("lớp đào tạo “Lớp 5S”", "Hà", "Xóa lớp")
    step = room.restore(row)
    assert everything(data) == before
    assert (step.words, step.scope, room.deleted()) == ("Khôi phục lớp đào tạo “Lớp 5S”", "c", [])
    with pytest.raises(InputError, match="Đã có lại lớp đào tạo"):
        room.restore(row)
    data.add(step.inverted("Hoàn tác"))
    assert [each.id for each in room.deleted()] == ["c"]
    data.close()


def test_the_newest_stands_first_and_is_named_with_its_unit(data: DataFile) -> None:
    take(data, "Xóa hồ sơ", DOSSIER, ITEM, root=DOSSIER)
    take(data, "Xóa đơn vị", UNIT, Contact(id="l", enterprise_id="u", name="Bình"), root=UNIT)
    rows = BinRoom(data).deleted()
    assert [row.title for row in rows] == [
        "đơn vị “Công ty TNHH Cơ khí Bình Minh”",
        "hồ sơ hỗ trợ “Áp dụng 5S” (Công ty TNHH Cơ khí Bình Minh)",
    ]
    assert [row.id for row in found_rows(rows, "ho so 5s")] == ["d"]
    assert found_rows(rows, "không có") == []
    assert cells(rows[1])[1:] == ("Hồ sơ hỗ trợ “Áp dụng 5S” (Công ty TNHH Cơ khí Bình Minh)", "Hà")
    assert tip(rows[1]).splitlines()[1:] == ["Bước: Xóa hồ sơ", "Hà, máy MAY-01"]
    data.close()


def test_what_lost_its_ground_is_refused_until_that_is_back(data: DataFile) -> None:
    take(data, "Xóa hồ sơ", DOSSIER, ITEM, root=DOSSIER)
    take(data, "Xóa đơn vị", UNIT, Contact(id="l", enterprise_id="u", name="Bình"), root=UNIT)
    room = BinRoom(data)
    unit, dossier = room.deleted()
    with pytest.raises(InputError, match="đơn vị mà hồ sơ hỗ trợ của nó dùng đã bị xóa; hãy khôi phục đơn vị ấy trước"):
        room.restore(dossier)
    room.restore(unit)
    room.restore(dossier)
    assert {"u", "l", "d", "i"} <= everything(data).keys()
    data.close()


def test_links_that_the_deletion_emptied_are_set_again_where_they_are_still_empty() -> None:
    person, one, other = Person(id="p", name="An"), Enrolment(id="e", person_id="p"), Enrolment(id="f", person_id="p")
    gone = removal(Book([person, one, other]), [person])
    row = DeletedRow("person", "p", "người “An”", datetime(2026, 4, 20, tzinfo=UTC), "Hà", "M", "Xóa", "s")
    unlinked = tuple(change for change in gone if change.after is not None)
    whole = DeletedWhole(row, (person,), unlinked)
    ground = Ground(frozenset(), {("enrolment", "e"): {"person_id": None}, ("enrolment", "f"): {"person_id": "q"}})
    back = restoration(whole, ground).changes
    assert back == (inserted(person), Change("enrolment", "e", {"person_id": None}, {"person_id": "p"}))
    assert restoration(whole, Ground(frozenset(), {})).changes == (inserted(person),)


def test_a_whole_plan_comes_back(tmp_path: Path) -> None:
    data = opened(tmp_path)
    model = read_plan(resource_path("samples", "TN-2021.json").read_text("utf-8"))
    data.add(ChangeSet("Thêm", tuple(map(inserted, model.records()))))
    key = data.plans()[0].id
    data.add(copy_plan(data.book(key), key, code="TN-2026", title="Kế hoạch 2026"))
    before = everything(data)
    copy = next(row.id for row in data.plans() if row.id != key)
    data.add(delete_plan(data.book(copy), copy))
    (row,) = BinRoom(data).deleted()
    BinRoom(data).restore(row)
    assert everything(data) == before
    data.close()


def test_fields_that_this_version_does_not_know_keep_a_record_in_the_bin(data: DataFile) -> None:
    take(data, "Xóa lớp", *COURSE[1:], root=COURSE[1])
    with data.alone() as store:

        def write(connection: object) -> None:
            values = json.dumps({"id": "c", "title": "Lớp 5S", "màu": "xanh"})
            sql = "UPDATE change SET [before] = ? WHERE entity = 'course' AND [after] IS NULL"
            getattr(connection, "execute")(sql, [values])  # noqa: B009 - a connection of SQLite

        store.note(write)
    (row,) = BinRoom(data).deleted()
    with pytest.raises(InputError, match="sao lưu trước ngày 20/04/2026"):
        BinRoom(data).restore(row)
    data.close()


def test_a_record_that_was_deleted_and_made_again_is_not_in_the_bin(data: DataFile) -> None:
    person = COURSE[0]
    assert isinstance(person, Person)
    new = Person(id="n", name="Mới")
    data.add(ChangeSet("Thêm", (inserted(new),)))
    data.add(ChangeSet("Xóa", (deleted(new),)))
    data.add(ChangeSet("Hoàn tác", (inserted(new),)))
    change = updated(new, name="Mới hơn")
    assert change is not None
    data.add(ChangeSet("Sửa", (change,)))
    assert BinRoom(data).deleted() == []
    data.close()
