"""Attached files go with the backups once each, come back with a restore, and go only where nobody needs them."""

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from nscl_desktop.domain.attached_files import AttachedFile, EnterpriseFile
from nscl_desktop.domain.changes import ChangeSet, deleted, inserted
from nscl_desktop.domain.errors import UnreadableFileError
from nscl_desktop.domain.records import Record, owner_field
from nscl_desktop.domain.registry import RECORD_TYPES
from nscl_desktop.storage.attachment_copies import (
    bring_files,
    copies_folder,
    hold_files,
    needed_files,
    remove_unneeded,
    unneeded_files,
)
from nscl_desktop.storage.attachments import keep_file, kept_names
from nscl_desktop.storage.backups import make_backup
from nscl_desktop.storage.opening import open_store
from tests.enterprises.registers import unit
from tests.storage.books import WHO

NOON = datetime(2026, 3, 15, 12).astimezone()
LATER = datetime.now().astimezone() + timedelta(hours=2)
"""When the files that a test has just written are no longer fresh."""


class Office:
    """A data file with its folders; each attached file holds its own name."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.data, self.files, self.backups = folder / "nscl.db", folder / "attachments", folder / "backups"
        self.store = open_store(self.data)
        self.apply(inserted(unit("u", "Công ty Minh Đạt")))

    def apply(self, *changes: object) -> None:
        self.store.apply(ChangeSet("Bước", changes), **WHO)  # type: ignore[arg-type]  # changes, given one by one

    def attach(self, name: str, original: str = "") -> EnterpriseFile:
        digest = self.keep(name)
        record = EnterpriseFile(
            id=name,
            enterprise_id="u",
            name=f"{name}.pdf",
            sha256=digest,
            original=self.keep(original) if original else "",
        )
        self.apply(inserted(record))
        return record

    def keep(self, name: str) -> str:
        source = self.data.parent / f"{name}.pdf"
        source.write_bytes(b"%PDF-1.7 " + name.encode())
        return keep_file(source, self.files).sha256

    def remove(self, record: Record) -> None:
        self.apply(deleted(record))

    def back_up(self) -> Path:
        return make_backup(self.data, self.backups, "hand", NOON).path

    def close(self) -> None:
        self.store.close()


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "van-phong")


def names_of(*records: EnterpriseFile) -> set[str]:
    return {f"{record.sha256}.pdf" for record in records}


def test_each_file_is_copied_once_for_all_backups(office: Office) -> None:
    one = office.attach("a")
    office.back_up()
    copied = copies_folder(office.backups) / f"{one.sha256}.pdf"
    first = copied.stat()
    two = office.attach("b", original="goc")
    office.back_up()
    assert set(kept_names(copies_folder(office.backups))) == names_of(one, two) | {f"{two.original}.pdf"}
    assert copied.stat() == first
    assert copied.read_bytes() == b"%PDF-1.7 a"


def test_a_copy_that_was_cut_off_is_made_anew(office: Office) -> None:
    one = office.attach("a")
    office.back_up()
    copied = copies_folder(office.backups) / f"{one.sha256}.pdf"
    copied.chmod(0o644)
    copied.write_bytes(b"%PDF")
    assert hold_files(office.data, office.backups) == ()
    assert copied.read_bytes() == b"%PDF-1.7 a"


def test_a_damaged_file_is_not_copied_and_the_backup_says_so(office: Office) -> None:
    one = office.attach("a")
    damaged = office.files / f"{one.sha256}.pdf"
    damaged.chmod(0o644)
    damaged.write_bytes(b"%PDF-1.7 x")
    copy = make_backup(office.data, office.backups, "hand", NOON)
    assert copy.remark == "Dữ liệu đã được sao lưu, nhưng 1 tệp đính kèm đã hỏng nên không chép được."
    assert kept_names(copies_folder(office.backups)) == {}


def test_a_backup_counts_even_where_attached_files_find_no_room(office: Office) -> None:
    office.attach("a")
    office.backups.mkdir()
    copies_folder(office.backups).write_bytes(b"a file where the folder should be")
    copy = make_backup(office.data, office.backups, "hand", NOON)
    assert copy.path.exists()
    assert copy.remark.startswith("Dữ liệu đã được sao lưu, nhưng chưa chép được hết tệp đính kèm")


def test_a_backup_taken_to_another_machine_brings_its_files_along(office: Office, tmp_path: Path) -> None:
    one, two = office.attach("a"), office.attach("b", original="goc")
    office.back_up()
    office.close()
    stick = tmp_path / "usb"
    shutil.copytree(office.backups, stick)
    other = Office(tmp_path / "may-khac")
    other.close()
    backup = next(stick.glob("*.db"))
    shutil.copy(backup, other.data)
    assert bring_files(other.data, stick) == ()
    assert set(kept_names(other.files)) == names_of(one, two) | {f"{two.original}.pdf"}
    assert bring_files(other.data, stick) == ()


def test_what_cannot_be_brought_is_named(office: Office) -> None:
    one, _ = office.attach("a"), office.attach("b")
    office.back_up()
    shutil.rmtree(office.files)
    copied = copies_folder(office.backups) / f"{one.sha256}.pdf"
    copied.chmod(0o644)
    copied.write_bytes(b"%PDF-1.7 ?")
    assert bring_files(office.data, office.backups) == ("a.pdf",)
    assert len(kept_names(office.files)) == 1


def test_files_beside_a_copied_data_file_are_found_too(office: Office, tmp_path: Path) -> None:
    office.attach("a")
    office.close()
    whole = tmp_path / "usb"
    shutil.copytree(office.data.parent, whole)
    other = Office(tmp_path / "may-khac")
    other.close()
    shutil.copy(whole / "nscl.db", other.data)
    assert bring_files(other.data, whole / "backups") == ()


def test_signatures_and_scans_of_plans_are_needed_as_well(office: Office) -> None:
    with closing(sqlite3.connect(office.data)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(
            "INSERT INTO signer (id, plan_id, position, on_appendix, authority, name, image)"
            " VALUES ('s', 'p', 'a0', 1, '[]', 'Mai Sơn', 'e1')"
        )
        connection.execute(
            "INSERT INTO attachment (id, plan_id, position, name, kind, sha256)"
            " VALUES ('f', 'p', 'a0', 'ban-ky.pdf', 'signed', 'e2')"
        )
        connection.commit()
    assert needed_files(office.data) == {"e1": "Mai Sơn", "e2": "ban-ky.pdf"}


@pytest.mark.parametrize(
    "kind", [kind for kind in RECORD_TYPES if issubclass(kind, AttachedFile)], ids=lambda kind: kind.entity
)
def test_a_file_is_needed_whoever_it_belongs_to(office: Office, kind: type[Record]) -> None:
    columns = {"id": "f", "name": "ban-ky.pdf", "sha256": "e1", "original": "e2", owner_field(kind): "không có"}
    with closing(sqlite3.connect(office.data)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for _, name, _, needs, default, _ in connection.execute(f"PRAGMA table_info({kind.entity})").fetchall():
            if needs and default is None:
                columns.setdefault(name, "")
        marks = ", ".join("?" * len(columns))
        connection.execute(
            f"INSERT INTO {kind.entity} ({', '.join(map(str, columns))}) VALUES ({marks})",  # noqa: S608 - names of columns
            list(columns.values()),
        )
        connection.commit()
    assert needed_files(office.data) == {"e1": "ban-ky.pdf", "e2": "ban-ky.pdf"}


def test_a_file_of_the_first_version_needs_what_the_tables_it_has_name(tmp_path: Path) -> None:
    old = tmp_path / "nscl-0.1.0.db"
    shutil.copy(Path(__file__).resolve().parent.parent / "old_files" / old.name, old)
    with closing(sqlite3.connect(old)) as connection:
        named = connection.execute("SELECT sha256 FROM attachment UNION SELECT image FROM signer").fetchall()
    assert set(needed_files(old)) == {name for (name,) in named if name}


def test_only_what_nobody_needs_is_removed(office: Office) -> None:
    kept, gone, of_backup = office.attach("a"), office.attach("b"), office.attach("c")
    office.remove(gone)
    office.back_up()
    stray = office.keep("stray")
    hold_files(office.data, office.backups)
    office.remove(of_backup)
    found = unneeded_files(office.data, LATER)
    assert set(found.files) == names_of(gone, of_backup) | {f"{stray}.pdf"}
    assert set(found.copies) == names_of(gone) | {f"{stray}.pdf"}  # the backup still needs the third
    assert found.size == 2 * len(b"%PDF-1.7 b") + len(b"%PDF-1.7 c") + 2 * len(b"%PDF-1.7 stray")
    assert remove_unneeded(office.data, LATER) == found
    assert set(kept_names(office.files)) == names_of(kept)
    assert set(kept_names(copies_folder(office.backups))) == names_of(kept, of_backup)
    assert unneeded_files(office.data, LATER).size == 0


def test_what_has_just_come_is_left_alone(office: Office) -> None:
    office.keep("stray")
    assert unneeded_files(office.data, datetime.now().astimezone()).size == 0


def test_files_of_another_data_file_in_the_folder_are_needed(office: Office) -> None:
    record = office.attach("a")
    office.close()
    shutil.copy(office.data, office.data.with_name("khac.db"))
    office.store = open_store(office.data)
    office.remove(record)
    (office.data.parent / "cua-chuong-trinh-khac.db").write_bytes(b"SQLite format 3\0" + bytes(100))
    assert unneeded_files(office.data, LATER).size == 0


def test_no_copy_goes_while_a_backup_cannot_be_read(office: Office) -> None:
    record = office.attach("a")
    broken = office.back_up()
    office.remove(record)
    with broken.open("r+b") as file:
        file.seek(200)
        file.write(bytes(4000))
    found = unneeded_files(office.data, LATER)
    assert set(found.files) == names_of(record)
    assert found.copies == {}


def test_nothing_is_told_unneeded_while_a_data_file_cannot_be_read(office: Office) -> None:
    office.close()
    broken = office.data.with_name("khac.db")
    shutil.copy(office.data, broken)
    with broken.open("r+b") as file:
        file.seek(200)
        file.write(bytes(4000))
    with pytest.raises(UnreadableFileError, match=r"khac\.db"):
        unneeded_files(office.data, LATER)


def test_a_folder_without_attached_files_stays_without_one(office: Office) -> None:
    office.back_up()
    assert not copies_folder(office.backups).exists()
    assert bring_files(office.data, office.backups) == ()
    assert os.listdir(office.backups)  # noqa: PTH208 - the backup itself is there
