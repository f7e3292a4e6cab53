"""Check-outs that are closed, what may be decided of what waits, and plans that are issued while work is out."""

from pathlib import Path

import pytest

from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.changes import Change, deleted, inserted, updated
from nscl_desktop.domain.enterprises import Contact, Enterprise
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Place
from nscl_desktop.domain.inspections import Visit
from nscl_desktop.domain.plans import DRAFT, ISSUED, Plan
from nscl_desktop.domain.supports import Dossier
from nscl_desktop.services.package_views import DELETE, KEEP
from tests.packages.offices import RealOffice, exported, work

FIRM = Enterprise(id="e1", name="Công ty TNHH Một", tax_code="0100109106")
OTHER = Enterprise(id="e2", name="Công ty TNHH Hai")
CONTACT = Contact(id="k1", enterprise_id="e2", name="An")
PLAN = Plan(id="p1", code="TN-2026", title="Kế hoạch năm 2026")
LINE = Line(id="l1", plan_id="p1", place=Place("", "a"), text="Hỗ trợ 5S")
PHONE = (("enterprise", "e1"), "phone")
GONE = (("enterprise", "e2"), "")


@pytest.fixture
def office(tmp_path: Path) -> RealOffice:
    made = RealOffice(tmp_path / "văn phòng")
    made.work(*map(inserted, (FIRM, OTHER, CONTACT, PLAN, LINE)))
    return made


def waiting(office: RealOffice) -> set[tuple[tuple[str, str], str, str]]:
    return {(each.key, each.field, each.why) for each in office.room.open_items().waiting}


# -- decisions --------------------------------------------------------------------------------------------------------


def test_a_conflict_of_two_machines_may_be_decided_for_the_base(office: RealOffice) -> None:
    first, second = office.check_out("m"), office.check_out("n")
    work(first.store, updated(FIRM, phone="1"))
    work(second.store, updated(FIRM, phone="2"))
    office.room.merge(first.returned())
    office.room.merge(second.returned())
    before = exported(office.store)
    office.room.decide(PHONE, "")
    assert office.open_conflicts() == []
    assert exported(office.store) == before


def test_a_conflict_may_be_decided_for_the_base_against_both(office: RealOffice) -> None:
    machine = office.check_out("m")
    work(machine.store, updated(FIRM, phone="1"))
    office.work(updated(FIRM, phone="2"))
    office.room.merge(machine.returned())
    office.room.decide(PHONE, "")
    assert office.open_conflicts() == []
    assert '"phone":""' in exported(office.store)
    assert '"phone":"1"' not in exported(office.store)


def test_a_value_that_the_field_may_not_hold_decides_nothing(office: RealOffice) -> None:
    machine = office.check_out("m")
    work(machine.store, updated(FIRM, name="Công ty Một A"))
    office.work(updated(FIRM, name="Công ty Một B"))
    office.room.merge(machine.returned())
    with pytest.raises(InputError, match="không được để trống"):
        office.room.decide((("enterprise", "e1"), "name"), "")
    assert len(office.open_conflicts()) == 1


def deletion_that_waits(office: RealOffice) -> None:
    machine = office.check_out("m")
    work(machine.store, deleted(CONTACT), deleted(OTHER))
    office.work(updated(OTHER, note="còn hoạt động"))
    office.room.merge(machine.returned())
    assert waiting(office) == {(*GONE, "edited"), (("contact", "k1"), "", "kept")}


def test_what_is_kept_stays_with_all_that_was_to_go_with_it(office: RealOffice) -> None:
    deletion_that_waits(office)
    before = exported(office.store)
    office.room.answer([GONE], KEEP)
    assert waiting(office) == set()
    assert exported(office.store) == before
    office.work(updated(FIRM, note="việc khác"))
    assert '"An"' in exported(office.store)


def test_what_was_to_go_goes_when_the_office_says_so(office: RealOffice) -> None:
    deletion_that_waits(office)
    office.work(inserted(Visit(id="v9", enterprise_id="e1")))
    office.room.answer([GONE], DELETE)
    assert waiting(office) == set()
    assert '"e2"' not in exported(office.store)
    assert '"An"' not in exported(office.store)


def test_what_is_decided_is_decided_once(office: RealOffice) -> None:
    deletion_that_waits(office)
    office.room.answer([GONE], KEEP)
    with pytest.raises(InputError, match="không còn chờ"):
        office.room.answer([GONE], KEEP)


def test_only_a_deletion_can_be_done_all_the_same(office: RealOffice) -> None:
    machine = office.check_out("m")
    work(machine.store, updated(LINE, text="sửa"))
    office.work(updated(PLAN, status=ISSUED))
    office.room.merge(machine.returned())
    with pytest.raises(InputError, match="không phải là một lần xóa"):
        office.room.answer([(("line", "l1"), "text")], DELETE)


def test_the_office_s_own_deletion_may_be_given_up(office: RealOffice) -> None:
    machine = office.check_out("m")
    work(machine.store, inserted(Dossier(id="d1", enterprise_id="e2", code="HS-01")))
    office.work(deleted(CONTACT), deleted(OTHER))
    office.room.merge(machine.returned())
    assert waiting(office) == {(*GONE, "needed"), (("contact", "k1"), "", "kept")}
    office.room.answer([GONE], KEEP)
    assert waiting(office) == set()
    assert '"d1"' in exported(office.store)


def test_what_hangs_on_a_reception_that_was_taken_back_can_be_left_out(office: RealOffice) -> None:
    machine = office.check_out("m")
    work(machine.store, inserted(Enterprise(id="e3", name="Công ty Ba")))
    office.room.merge(machine.returned())
    office.work(inserted(Dossier(id="d1", enterprise_id="e3", code="HS-01")))
    office.room.withdraw(machine.key)
    assert waiting(office) == {(("dossier", "d1"), "", "missing")}
    office.room.answer([(("dossier", "d1"), "")], KEEP)
    assert waiting(office) == set()
    office.room.merge(machine.returned())
    assert '"e3"' in exported(office.store)
    assert '"d1"' not in exported(office.store)


# -- plans that are issued meanwhile ----------------------------------------------------------------------------------


def test_what_was_received_before_a_plan_was_issued_stays_in_it(office: RealOffice) -> None:
    machine = office.check_out("m")
    work(machine.store, updated(LINE, text="Hỗ trợ Kaizen"))
    office.room.merge(machine.returned())
    office.work(updated(PLAN, status=ISSUED))
    assert "Hỗ trợ Kaizen" in exported(office.store)
    work(machine.store, Change("line", "l1", {"text": "Hỗ trợ Kaizen"}, {"text": "sửa sau khi ban hành"}))
    before = exported(office.store)
    office.room.merge(machine.returned())
    assert exported(office.store) == before
    assert waiting(office) == {(("line", "l1"), "text", "locked")}


def test_what_waits_for_an_issued_plan_can_be_left_out(office: RealOffice) -> None:
    machine = office.check_out("m")
    work(machine.store, updated(LINE, text="sửa"), inserted(Line(id="l2", plan_id="p1", place=Place("l1", "a"))))
    issued = updated(PLAN, status=ISSUED)
    assert issued
    office.work(issued)
    office.room.merge(machine.returned())
    before = exported(office.store)
    office.room.answer([(each.key, each.field) for each in office.room.open_items().waiting], KEEP)
    assert waiting(office) == set()
    assert exported(office.store) == before
    office.work(issued.inverted())
    assert '"text":"Hỗ trợ 5S"' in exported(office.store)
    assert '"l2"' not in exported(office.store)
    assert updated(PLAN, status=DRAFT) is None


# -- closing ----------------------------------------------------------------------------------------------------------


def test_a_closed_check_out_takes_nothing_more_until_it_is_opened_again(office: RealOffice) -> None:
    machine = office.check_out("m")
    work(machine.store, updated(FIRM, phone="1"))
    office.room.merge(machine.returned())
    office.room.close(machine.key)
    assert office.room.check_outs()[0].closed is not None
    work(machine.store, Change("enterprise", "e1", {"phone": "1"}, {"phone": "2"}))
    package, before = machine.returned(), exported(office.store)
    with pytest.raises(InputError, match="đã khép lại"):
        office.room.merge(package)
    with pytest.raises(InputError, match="đã khép lại"):
        office.room.withdraw(machine.key)
    with pytest.raises(InputError, match="khép lại rồi"):
        office.room.close(machine.key)
    assert exported(office.store) == before
    office.room.reopen(machine.key)
    office.room.merge(package)
    assert '"phone":"2"' in exported(office.store)
    with pytest.raises(InputError, match="không cần mở lại"):
        office.room.reopen(machine.key)
    office.room.withdraw(machine.key)
    assert exported(office.store) == before


def test_a_check_out_with_something_open_is_not_closed(office: RealOffice) -> None:
    machine = office.check_out("m")
    work(machine.store, updated(FIRM, phone="1"))
    office.work(updated(FIRM, phone="2"))
    office.room.merge(machine.returned())
    with pytest.raises(InputError, match="Còn 1 chỗ"):
        office.room.close(machine.key)
    office.room.decide(PHONE, "1")
    office.room.close(machine.key)
    with pytest.raises(InputError, match="Không có lần giao này"):
        office.room.close("không có")


def test_a_closed_check_out_s_journal_is_read_no_more(office: RealOffice) -> None:
    first = office.check_out("m")
    work(first.store, updated(FIRM, phone="1"))
    office.room.merge(first.returned())
    office.work(updated(OTHER, note="x"))
    assert ("enterprise", "e2") in office.room.open_items().records
    office.room.close(first.key)
    assert office.room.open_items().records == {}
    second = office.check_out("n")
    work(second.store, Change("enterprise", "e1", {"phone": "1"}, {"phone": "2"}))
    office.work(Change("enterprise", "e1", {"phone": "1"}, {"phone": "3"}))
    office.room.merge(second.returned())
    assert [(each.base, each.shown) for each in office.room.open_items().conflicts] == [("1", "3")]


def test_a_receipt_is_written_of_a_closed_check_out_too(office: RealOffice, tmp_path: Path) -> None:
    machine = office.check_out("m")
    work(machine.store, updated(FIRM, phone="1"))
    office.room.merge(machine.returned())
    office.room.close(machine.key)
    office.room.receipt(machine.key, tmp_path / "bn.nsclgoi")
    assert (tmp_path / "bn.nsclgoi").exists()
