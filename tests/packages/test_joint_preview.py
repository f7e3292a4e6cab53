"""Several packages on the table: the preview of each says what receiving it after those before it then does."""

from pathlib import Path

import pytest

from nscl_desktop.domain.changes import deleted, inserted, updated
from nscl_desktop.domain.enterprises import Contact, Enterprise
from tests.packages.offices import RealMachine, RealOffice, exported, work

FIRM = Enterprise(id="e1", name="Công ty TNHH Một")
OTHER = Enterprise(id="e2", name="Công ty TNHH Hai")


@pytest.fixture
def office(tmp_path: Path) -> RealOffice:
    made = RealOffice(tmp_path / "văn phòng")
    made.work(inserted(FIRM), inserted(OTHER))
    return made


@pytest.fixture
def machines(office: RealOffice) -> tuple[RealMachine, RealMachine]:
    """Two that differ in one field, of whom one deletes what the other edits."""
    first, second = office.check_out("m1"), office.check_out("m2")
    work(first.store, updated(FIRM, phone="1", email="a@b.vn"), deleted(OTHER))
    work(second.store, updated(FIRM, phone="2"), updated(OTHER, note="còn hoạt động"))
    work(second.store, inserted(Contact(id="k", enterprise_id="e1", name="An")))
    return first, second


def test_a_preview_after_another_package_is_what_receiving_then_does(
    office: RealOffice, machines: tuple[RealMachine, RealMachine]
) -> None:
    first, second = (each.returned() for each in machines)
    before, steps = exported(office.store), office.store.last_seq()
    told = [office.room.preview(first), office.room.preview(second, [first])]
    assert (exported(office.store), office.store.last_seq()) == (before, steps)
    assert [office.room.receive(first), office.room.receive(second)] == told
    (conflict,) = told[1].open_items.conflicts
    assert [each.value for each in conflict.values] == ["1", "2"]
    assert [each.why for each in told[1].open_items.waiting] == ["edited"]
    assert told[0].open_items.conflicts == ()


def test_the_same_package_behind_itself_is_known(office: RealOffice, machines: tuple[RealMachine, RealMachine]) -> None:
    older = machines[0].returned()
    work(machines[0].store, updated(FIRM, note="thêm"))
    newer = machines[0].returned()
    assert office.room.preview(newer, [newer]).is_known
    assert office.room.preview(older, [newer]).is_known
    assert not office.room.preview(newer, [older]).is_known


def test_many_decisions_are_one_step_and_each_of_them_counts(
    office: RealOffice, machines: tuple[RealMachine, RealMachine]
) -> None:
    work(machines[0].store, updated(FIRM, note="1"))
    work(machines[1].store, updated(FIRM, note="2"))
    office.room.receive(machines[0].returned())
    office.room.receive(machines[1].returned())
    key, steps = ("enterprise", "e1"), office.store.last_seq()
    office.room.decide_all([((key, "phone"), "2"), ((key, "note"), "")])
    assert office.store.last_seq() == steps + 1
    assert office.open_conflicts() == []
    assert '"phone":"2"' in exported(office.store)
    assert '"note":"1"' not in exported(office.store)
