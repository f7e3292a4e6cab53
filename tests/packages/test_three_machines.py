"""Three machines' work through files: home in every order, twice, taken back, and never into a closed plan."""

import shutil
from itertools import permutations
from pathlib import Path

import pytest

from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.changes import Change, deleted, inserted, updated
from nscl_desktop.domain.enterprises import Contact, Enterprise
from nscl_desktop.domain.errors import InputError, UnreadableFileError
from nscl_desktop.domain.fields import Place
from nscl_desktop.domain.inspections import Checklist, Question, Visit
from nscl_desktop.domain.plans import ISSUED, Plan
from nscl_desktop.exchange.package_file import Package
from nscl_desktop.office.package_desk import write_return
from nscl_desktop.office.package_room import PackageRoom
from tests.packages.offices import WHO, RealMachine, RealOffice, exported, work

FIRM = Enterprise(id="e1", name="Công ty TNHH Một", tax_code="0100109106")
OTHER = Enterprise(id="e2", name="Công ty TNHH Hai")
CHECKLIST = Checklist(id="c1", name="Kiểm tra sau hỗ trợ")
QUESTION = Question(id="q1", checklist_id="c1", place=Place("", "a"), text="Còn áp dụng 5S?")
VISIT = Visit(id="v1", enterprise_id="e1", checklist_id="c1")
PLAN = Plan(id="p1", code="TN-2026", title="Kế hoạch năm 2026")
LINE = Line(id="l1", plan_id="p1", place=Place("", "a"), text="Hỗ trợ 5S")


@pytest.fixture
def office(tmp_path: Path) -> RealOffice:
    made = RealOffice(tmp_path / "văn phòng")
    made.work(*map(inserted, (FIRM, OTHER, CHECKLIST, QUESTION, VISIT, PLAN, LINE)))
    return made


def phone(machine: RealMachine, number: str) -> None:
    work(machine.store, updated(FIRM, phone=number))


def three_machines_at_work(folder: Path) -> tuple[list[str], list[Package]]:
    """The keys of three check-outs of one office and what came of them; the office's file is closed then."""
    office = RealOffice(folder)
    office.work(*map(inserted, (FIRM, OTHER, CHECKLIST, QUESTION, VISIT, PLAN, LINE)))
    machines = [office.check_out(f"m{n}") for n in range(3)]
    work(
        machines[0].store,
        updated(FIRM, phone="1", email="a@b.vn"),
        inserted(Contact(id="k1", enterprise_id="e1", name="An")),
    )
    work(machines[1].store, updated(FIRM, phone="2", note="đã gọi"), inserted(Visit(id="v2", enterprise_id="e1")))
    work(machines[2].store, deleted(OTHER), updated(LINE, text="Hỗ trợ Kaizen"))
    work(machines[1].store, updated(OTHER, note="còn hoạt động"))
    office.work(updated(FIRM, website="mot.vn"))
    packages = [each.returned() for each in machines]
    for store in (office.store, *(each.store for each in machines)):
        store.close()
    return [each.key for each in machines], packages


def came_home(
    data: Path, keys: list[str], packages: list[Package], order: tuple[int, ...]
) -> tuple[str, object, object]:
    """The packages received in an order into a copy of the office's file; JSON export, conflicts and what waits."""
    copy = data.with_name(f"{order}.db")
    shutil.copy(data, copy)
    store = RealOffice.opened(copy)
    room = PackageRoom(store, **WHO)
    for place in order:
        room.merge(packages[place])
    merged, names = room.open_items(), {key: number for number, key in enumerate(keys)}
    conflicts = [
        (each.key, each.field, each.shown, {(names.get(claim.author), claim.value) for claim in each.claims})
        for each in merged.conflicts
    ]
    waiting = [(each.key, each.field, each.why) for each in merged.waiting]
    found = exported(store), conflicts, waiting
    store.close()
    return found


def test_every_order_gives_the_same_data_and_the_same_open_conflicts(tmp_path: Path) -> None:
    keys, packages = three_machines_at_work(tmp_path)
    found = [came_home(tmp_path / "nscl.db", keys, packages, order) for order in permutations(range(3))]
    exports, conflicts, waiting = found[0]
    assert all(each == found[0] for each in found)
    assert conflicts == [(("enterprise", "e1"), "phone", "", {(0, "1"), (1, "2")})]
    assert waiting == [(("enterprise", "e2"), "", "edited")]
    for text in ("a@b.vn", "đã gọi", "mot.vn", "Hỗ trợ Kaizen", "còn hoạt động", '"v2"', '"An"'):
        assert text in exports


def test_a_package_twice_changes_nothing(office: RealOffice) -> None:
    machine = office.check_out("m")
    phone(machine, "1")
    package = machine.returned()
    first = office.room.merge(package)
    before, steps = exported(office.store), office.store.last_seq()
    second = office.room.merge(package)
    assert (first.applied, first.is_known) == (1, False)
    assert (second.applied, second.unchanged, second.is_known) == (0, 1, True)
    assert (exported(office.store), office.store.last_seq()) == (before, steps)


def test_a_dry_run_tells_the_same_and_writes_nothing(office: RealOffice) -> None:
    machine = office.check_out("m")
    phone(machine, "1")
    package = machine.returned()
    before, steps = exported(office.store), office.store.last_seq()
    told = office.room.merge(package, dry_run=True)
    assert (exported(office.store), office.store.last_seq()) == (before, steps)
    assert office.room.merge(package) == told


def test_taking_a_reception_back_restores_the_data_exactly_and_it_can_come_again(office: RealOffice) -> None:
    machine = office.check_out("m")
    work(machine.store, updated(FIRM, phone="1"), deleted(OTHER), inserted(Contact(id="k", enterprise_id="e1")))
    package, before = machine.returned(), exported(office.store)
    office.room.merge(package)
    after = exported(office.store)
    office.room.withdraw(machine.key)
    assert exported(office.store) == before != after
    office.room.merge(package)
    assert exported(office.store) == after


def test_taking_back_keeps_what_the_office_did_since(office: RealOffice) -> None:
    machine = office.check_out("m")
    phone(machine, "1")
    office.room.merge(machine.returned())
    office.work(updated(OTHER, note="của văn phòng"))
    office.room.withdraw(machine.key)
    assert "của văn phòng" in exported(office.store)
    assert '"phone":"1"' not in exported(office.store)
    with pytest.raises(InputError, match="không có gì để hoàn tác"):
        office.room.withdraw(machine.key)


def test_a_copy_is_made_before_a_merge(office: RealOffice) -> None:
    machine = office.check_out("m")
    phone(machine, "1")
    office.room.merge(machine.returned())
    assert len(list((office.folder / "backups").glob("*-import.db"))) == 1


def test_an_issued_plan_is_not_changed_in_silence(office: RealOffice) -> None:
    machine = office.check_out("m")
    work(machine.store, updated(LINE, text="sửa lén"), inserted(Line(id="l2", plan_id="p1", place=Place("l1", "a"))))
    issued = updated(PLAN, status=ISSUED)
    assert issued
    office.work(issued)
    before = exported(office.store)
    office.room.merge(machine.returned())
    assert exported(office.store) == before
    waiting = office.room.open_items().waiting
    assert {each.why for each in waiting} == {"locked"}
    assert (("line", "l1"), "text") in {(each.key, each.field) for each in waiting}
    office.work(issued.inverted())
    assert "sửa lén" in exported(office.store)
    assert office.room.open_items().waiting == ()


def test_a_machine_that_went_back_to_an_older_copy_is_told_so(office: RealOffice) -> None:
    machine = office.check_out("m")
    copy = machine.folder / "copy.db"
    machine.store.close()
    copy.write_bytes((machine.folder / "nscl.db").read_bytes())
    again = RealMachine(machine.key, RealOffice.opened(machine.folder / "nscl.db"), machine.folder)
    phone(again, "1")
    office.room.merge(again.returned())
    older = RealMachine(machine.key, RealOffice.opened(copy), machine.folder, written=5)
    phone(older, "2")
    with pytest.raises(InputError, match="bản sao cũ"):
        office.room.merge(older.returned())


def test_a_chosen_enterprise_takes_along_all_that_its_records_point_at(office: RealOffice) -> None:
    machine = office.check_out("m", ("enterprise", "e1"))
    text = exported(machine.store)
    assert all(f'"{key}"' in text for key in ("e1", "v1", "c1", "q1"))
    assert all(f'"{key}"' not in text for key in ("e2", "p1", "l1"))


def test_a_machine_gives_no_work_out_and_the_office_has_none_to_return(office: RealOffice, tmp_path: Path) -> None:
    machine = office.check_out("m")
    with pytest.raises(InputError, match="văn phòng"):
        PackageRoom(machine.store, who="a", machine="b").create("x", [("plan", "p1")], tmp_path / "x")
    with pytest.raises(InputError, match="không phải tệp được giao việc"):
        write_return(office.store, tmp_path / "x")
    assert not (tmp_path / "x").exists()


def test_a_package_of_another_office_is_refused(office: RealOffice, tmp_path: Path) -> None:
    elsewhere = RealOffice(tmp_path / "tỉnh khác")
    elsewhere.work(inserted(FIRM))
    office.check_out("m")
    package = elsewhere.check_out("m").returned()
    with pytest.raises(UnreadableFileError, match="không thuộc lần giao việc nào"):
        office.room.merge(package)


def test_a_value_that_no_field_may_hold_is_refused_and_all_else_received(office: RealOffice) -> None:
    machine = office.check_out("m")
    work(
        machine.store,
        updated(FIRM, phone="1", name=""),
        Change("contact", "k", None, {**_contact(), "enterprise_id": "e1"}),
    )
    report = office.room.merge(machine.returned())
    assert [each.spot for each in report.refused] == [(("enterprise", "e1"), "name")]
    assert "không được để trống" in report.refused[0].reason
    assert '"phone":"1"' in exported(office.store)
    assert FIRM.name in exported(office.store)


def _contact() -> dict[str, str]:
    return {"id": "k", "position": "a", "name": "An", "title": "", "phone": "", "email": "", "note": ""}


def test_a_newer_package_counts_even_if_the_older_one_comes_later(office: RealOffice) -> None:
    machine = office.check_out("m")
    phone(machine, "1")
    older: Package = machine.returned()
    work(machine.store, Change("enterprise", "e1", {"phone": "1"}, {"phone": "2"}))
    office.room.merge(machine.returned())
    office.room.merge(older)
    assert '"phone":"2"' in exported(office.store)
