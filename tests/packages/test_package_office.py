"""Packages as the window asks for them, over its open data file: what is queued is saved first, nothing collides."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from nscl_desktop.domain.changes import Change, ChangeSet, change_set, deleted, inserted, updated
from nscl_desktop.domain.enterprises import Contact, Enterprise
from nscl_desktop.domain.errors import ConflictError, InputError, UnreadableFileError
from nscl_desktop.exchange.package_file import OUT, RECEIPT, RETURN
from nscl_desktop.office.data_file import DataFile
from nscl_desktop.office.package_office import GivenWorkRoom, PackageOffice
from nscl_desktop.services.package_views import ADDED, CHANGED, DELETE, KEEP, REMOVED

FIRM = Enterprise(id="e1", name="Công ty TNHH Một", tax_code="0100109106")
OTHER = Enterprise(id="e2", name="Công ty TNHH Hai")
GONE = Enterprise(id="e3", name="Công ty TNHH Ba")
KEY = ("enterprise", "e1")
PASSPHRASE = "mật khẩu của gói"


class Desk(NamedTuple):
    """A machine with its open data file."""

    data: DataFile
    packages: PackageOffice
    given: GivenWorkRoom

    def work(self, *changes: Change | None) -> None:
        self.data.add(ChangeSet("Sửa", tuple(each for each in changes if each)))


def opened(path: Path, person: str) -> Desk:
    data = DataFile(path, person=person, machine=person.upper(), to_main=at_once, clock=lambda: datetime.now(UTC))
    return Desk(data, PackageOffice(data), GivenWorkRoom(data))


def at_once(call: Callable[[], None]) -> None:
    call()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Desk]:
    made = opened(tmp_path / "o" / "nscl.db", "Ánh")
    made.work(*map(inserted, (FIRM, OTHER, GONE)))
    yield made
    made.data.close()


@pytest.fixture
def machine(office: Desk, tmp_path: Path) -> Iterator[Desk]:
    """A machine that was given all three units, under a passphrase."""
    roots = [("enterprise", key) for key in ("e1", "e2", "e3")]
    office.packages.create("Máy 02", roots, tmp_path / "ra.nsclgoi", PASSPHRASE)
    said: list[str] = []
    office.given.open_out(tmp_path / "ra.nsclgoi", tmp_path / "m" / "m.db", PASSPHRASE, said.append)
    assert said[0] == "Đang đọc gói"
    made = opened(tmp_path / "m" / "m.db", "Bình")
    yield made
    made.data.close()


def sent(machine: Desk, folder: Path) -> Path:
    machine.given.write_return(folder / "ve.nsclgoi")
    return folder / "ve.nsclgoi"


def test_a_package_says_what_it_is(office: Desk, machine: Desk, tmp_path: Path) -> None:
    out, back = tmp_path / "ra.nsclgoi", sent(machine, tmp_path)
    assert (office.packages.is_locked(out), office.packages.is_locked(back)) == (True, False)
    facts = office.packages.look(out, PASSPHRASE)
    assert (facts.kind, facts.machine, facts.is_ours) == (OUT, "Máy 02", True)
    assert (office.packages.look(back).kind, office.packages.look(back).is_ours) == (RETURN, True)
    assert not machine.packages.look(back).is_ours
    with pytest.raises(UnreadableFileError, match="mật khẩu"):
        office.packages.look(out)
    with pytest.raises(UnreadableFileError, match="Không đọc được"):
        office.packages.is_locked(tmp_path / "không có")


def test_a_machine_knows_what_it_was_given_and_what_it_has_not_sent(
    office: Desk, machine: Desk, tmp_path: Path
) -> None:
    assert office.given.given() is None
    state = machine.given.given()
    assert state
    assert (state.machine, state.returns, state.unreturned) == ("Máy 02", 0, 0)
    machine.work(updated(FIRM, phone="1"))
    machine.work(updated(OTHER, phone="2"))
    sent(machine, tmp_path)
    machine.work(updated(GONE, phone="3"))
    state = machine.given.given()
    assert state
    assert (state.returns, state.unreturned) == (1, 1)


def test_a_preview_tells_what_would_happen_and_receiving_does_it(office: Desk, machine: Desk, tmp_path: Path) -> None:
    machine.work(
        updated(FIRM, phone="0274", note="đã đến"), deleted(GONE),
        inserted(Contact(id="k", enterprise_id="e2", name="Nguyễn Văn An")),
    )  # fmt: skip
    office.work(updated(FIRM, phone="0276"))
    package = sent(machine, tmp_path)
    view = office.packages.preview(package)
    assert office.packages.check_outs()[0].returns == 0
    assert (view.machine, view.is_known) == ("Máy 02", False)
    assert [view.count(what) for what in (ADDED, CHANGED, REMOVED)] == [1, 1, 1]
    assert {each.title for each in view.news} == {
        "đơn vị “Công ty TNHH Một”", "đơn vị “Công ty TNHH Ba”", "người liên hệ “Nguyễn Văn An” (Công ty TNHH Hai)",
    }  # fmt: skip
    (conflict,) = view.open_items.conflicts
    assert (conflict.base, conflict.shown) == ("", "0276")
    assert [(each.machine, each.value, each.who) for each in conflict.values] == [
        ("Văn phòng", "0276", "Ánh"), ("Máy 02", "0274", "Bình"),
    ]  # fmt: skip
    assert all(each.at for each in conflict.values)
    done = office.packages.receive(package)
    assert (done.news, done.open_items) == (view.news, view.open_items)
    state = office.packages.check_outs()[0]
    assert (state.returns, state.last_received is not None, state.closed) == (1, True, None)
    again = office.packages.receive(package)
    assert (again.is_known, again.news) == (True, ())


def test_a_preview_may_follow_another_one(office: Desk, machine: Desk, tmp_path: Path) -> None:
    office.packages.create("Máy 03", [KEY], tmp_path / "r3")
    office.given.open_out(tmp_path / "r3", tmp_path / "m3" / "m.db")
    third = opened(tmp_path / "m3" / "m.db", "Chi")
    third.work(updated(FIRM, phone="3"))
    third.given.write_return(tmp_path / "v3")
    third.data.close()
    machine.work(updated(FIRM, phone="2"))
    package = sent(machine, tmp_path)
    assert office.packages.preview(package).open_items.conflicts == ()
    after = office.packages.preview(package, earlier=[(tmp_path / "v3", "")])
    assert [each.field for each in after.open_items.conflicts] == ["phone"]


def test_what_is_left_open_is_decided_and_the_check_out_closed(office: Desk, machine: Desk, tmp_path: Path) -> None:
    machine.work(updated(FIRM, phone="0274"), deleted(GONE), deleted(OTHER))
    office.work(updated(FIRM, phone="0276"), updated(GONE, note="còn"), updated(OTHER, note="còn"))
    key = office.packages.receive(sent(machine, tmp_path)).check_out
    items = office.packages.open_items()
    assert [each.choices for each in items.waiting] == [(KEEP, DELETE), (KEEP, DELETE)]
    assert [said.machine for said in items.waiting[0].wanted] == ["Máy 02"]
    with pytest.raises(InputError, match="chưa khép lại"):
        office.packages.close(key)
    office.packages.decide(KEY, "phone", "0999")
    office.packages.settle([(("enterprise", "e2"), "")], KEEP)
    office.packages.settle([(("enterprise", "e3"), "")], DELETE)
    assert office.packages.open_items().waiting == ()
    office.packages.close(key)
    assert office.packages.check_outs()[0].closed
    office.packages.reopen(key)
    office.packages.withdraw(key)
    assert office.packages.check_outs()[0].returns == 0


def test_the_machine_reads_what_became_of_its_work(office: Desk, machine: Desk, tmp_path: Path) -> None:
    machine.work(updated(FIRM, phone="0274", name=""), updated(OTHER, note="x"))
    office.work(updated(FIRM, phone="0276"))
    view = office.packages.receive(sent(machine, tmp_path))
    assert [(each.field, each.title) for each in view.refused] == [("name", "đơn vị “Công ty TNHH Một”")]
    office.packages.write_receipt(view.check_out, tmp_path / "bn", PASSPHRASE)
    facts = machine.packages.look(tmp_path / "bn", PASSPHRASE)
    assert (facts.kind, facts.is_ours) == (RECEIPT, True)
    told = machine.given.read_receipt(tmp_path / "bn", PASSPHRASE)
    assert (told.taken, len(told.conflicts), len(told.refused)) == (1, 1, 1)


def test_an_edit_that_is_made_during_a_reception_is_saved_after_it(office: Desk, machine: Desk, tmp_path: Path) -> None:
    machine.work(updated(FIRM, phone="0274"))
    package = sent(machine, tmp_path)

    def watch(_words: str) -> None:
        if not queued:
            queued.append(change_set("Gõ trong lúc nhận", [change]))
            office.data._queue.submit(queued[0])  # noqa: SLF001 - as a desk does

    change = updated(OTHER, note="gõ tiếp")
    queued: list[ChangeSet] = []
    office.packages.receive(package, watch=watch)
    with office.data.registers(settled=True).reading() as connection:
        found = connection.execute("SELECT phone, note FROM enterprise ORDER BY id").fetchall()
    assert found == [("0274", ""), ("", "gõ tiếp"), ("", "")]


def test_what_could_not_be_saved_before_is_told(office: Desk, tmp_path: Path) -> None:
    office.data._to_main = lambda _call: None  # noqa: SLF001 - the main thread has not looked yet
    change = updated(FIRM, phone="1")
    assert change
    office.data._queue.submit(ChangeSet("Lỗi", (change.inverted(),)))  # noqa: SLF001
    office.data._queue.drain()  # noqa: SLF001
    with pytest.raises(ConflictError):
        office.packages.create("m", [KEY], tmp_path / "x")
    assert office.data._queue.resume() == ()  # noqa: SLF001
    office.data._failure = None  # noqa: SLF001
