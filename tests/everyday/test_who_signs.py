"""Who signs the journal: a person of the office, picked for the Windows account; what was noted keeps its name."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.signatures import StaffName, signature_of
from nscl_desktop.domain.training import Person
from nscl_desktop.office.data_file import DataFile
from nscl_desktop.office.window_office import WindowOffice, open_office
from nscl_desktop.presenters.staff_list import staff_lines
from nscl_desktop.services.people import set_value
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.who_is_here import WhoIsHere

HA = Person(id="p1", name="Nguyễn Thị Hà", title="Chuyên viên", is_staff=True)
BINH = Person(id="p2", name="Trần Văn Bình", birth_year=1988, unit="Công ty A")


def opened(folder: Path) -> WindowOffice:
    data = DataFile(
        folder / "nscl.db", person="ha.nt", machine="MAY-01", to_main=lambda _: None, clock=lambda: datetime.now(UTC)
    )
    return WindowOffice(data, "ha.nt")


def noted(office: WindowOffice, key: str) -> list[str]:
    return [entry.who for entry in office.shelf.history(key)]


def test_a_name_is_told_from_its_namesakes_by_post_or_year() -> None:
    staff = [
        StaffName("a", "Lê Văn An", 1980, "Chuyên viên"), StaffName("b", "Lê Văn An", 1990, ""),
        StaffName("c", "Lê Văn An", None, ""), StaffName("d", "Võ Thị Dung", 1985, "Kế toán"),
    ]  # fmt: skip
    signed = [signature_of(key, staff) for key in ("a", "b", "c", "d", "e")]
    assert signed == ["Lê Văn An (Chuyên viên)", "Lê Văn An (1990)", "Lê Văn An", "Võ Thị Dung", ""]


def test_steps_are_signed_by_who_was_picked_and_old_steps_keep_what_they_say(tmp_path: Path) -> None:
    office = opened(tmp_path)
    everyday = office.everyday
    assert (everyday.has_staff(), office.person) == (False, "ha.nt")
    everyday.staff.add(ChangeSet("Thêm", (inserted(HA), inserted(BINH))))
    assert everyday.has_staff()
    assert everyday.staff.sign_as("p1") == "Nguyễn Thị Hà"
    everyday.staff.add(set_value(HA, HA, "phone", "0276 3822 233"))
    assert noted(office, "p1") == ["Nguyễn Thị Hà", "ha.nt"]
    assert office.person == "Nguyễn Thị Hà"
    assert everyday.staff.sign_as("") == "ha.nt"
    everyday.staff.add(set_value(HA, HA, "note", "x"))
    assert noted(office, "p1")[0] == "ha.nt"
    with pytest.raises(InputError, match="không còn trong danh sách"):
        everyday.staff.sign_as("p2")
    with pytest.raises(InputError, match="Không còn người này"):
        everyday.staff.person("gone")
    office.shelf.close()


def test_the_name_on_file_goes_before_the_remembered_one(tmp_path: Path) -> None:
    office = opened(tmp_path)
    office.everyday.staff.add(ChangeSet("Thêm", (inserted(HA),)))
    office.shelf.close()
    for picked, name in ((("p1", "Nguyễn Hà"), "Nguyễn Thị Hà"), (("p9", "Lê Văn Em"), "Lê Văn Em")):
        found = open_office(tmp_path / "nscl.db", lambda _: None, picked)
        assert found.person == name
        found.shelf.close()
    found = open_office(tmp_path / "nscl.db", lambda _: None)
    assert found.person == found.account
    found.shelf.close()


def test_each_account_remembers_its_own_person(qapp: QApplication, tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "window.ini")
    ha, other = WhoIsHere(preferences, "SO\\ha"), WhoIsHere(preferences, "SO\\binh")
    assert (ha.picked, ha.was_asked) == (("", ""), False)
    ha.remember("p1", "Nguyễn Thị Hà")
    assert (ha.picked, ha.was_asked) == (("p1", "Nguyễn Thị Hà"), True)
    assert (other.picked, other.was_asked) == (("", ""), False)
    other.note_asked()
    assert (other.picked, other.was_asked) == (("", ""), True)


def test_others_on_file_are_offered_only_while_somebody_is_sought(tmp_path: Path) -> None:
    office = opened(tmp_path)
    office.everyday.staff.add(ChangeSet("Thêm", (inserted(HA), inserted(BINH))))
    rows = office.everyday.staff.people()
    office.shelf.close()
    assert staff_lines(rows, "", "p1") == [("p1", "Nguyễn Thị Hà", "nhật ký đang ghi tên này · Chuyên viên")]
    assert staff_lines(rows, "binh") == [("p2", "Trần Văn Bình (1988)", "chưa là người của văn phòng · Công ty A")]
