"""Handover: everything of an office in one file, opened elsewhere; damaged, foreign, newer ones refused."""

import io
import json
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest

from nscl_desktop.cli import main
from nscl_desktop.domain.changes import inserted
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.errors import EnvironmentProblem, InputError, UnreadableFileError
from nscl_desktop.exchange.handover_file import read_handover
from nscl_desktop.exchange.handover_lock import PIECE
from nscl_desktop.office.handover_room import (
    HandoverRoom,
    create_handover,
    is_locked,
    look_into_handover,
    open_handover,
)
from nscl_desktop.paths import UserFolders
from nscl_desktop.services.package_views import unwatched
from nscl_desktop.storage.opening import open_store
from tests.packages.offices import RealOffice, exported
from tests.ui.memory_register import MemoryRegister

FIRM = Enterprise(id="e1", name="Công ty TNHH Một", tax_code="0100109106")
PDF = b"%PDF-1.7 " + bytes(range(256)) * 40
PASSPHRASE = "mật khẩu bàn giao"
WHO = ("Nguyễn Thị Ánh", "VĂN PHÒNG")


@pytest.fixture
def old(tmp_path: Path) -> tuple[Path, UserFolders, str]:
    """An office's data file, its own folders, and the data as JSON."""
    office = RealOffice(tmp_path / "cũ")
    office.work(inserted(FIRM))
    office.check_out("m")
    attachments = tmp_path / "cũ" / "attachments"
    attachments.mkdir()
    (attachments / f"{sha256(PDF).hexdigest()}.pdf").write_bytes(PDF)
    folders = UserFolders(tmp_path / "cũ")
    for folder, name in (
        (folders.forms, "riêng.toml"),
        (folders.templates, "hợp đồng.docx"),
        (folders.root, "window.ini"),
    ):
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(f"nội dung {name}", "utf-8")
    found = exported(office.store)
    office.store.close()
    return tmp_path / "cũ" / "nscl.db", folders, found


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE], ids=["open", "locked"])
def test_all_of_an_office_comes_across(old: tuple[Path, UserFolders, str], tmp_path: Path, passphrase: str) -> None:
    data, folders, before = old
    target = tmp_path / "bg.nsclbangiao"
    written = create_handover(data, target, folders, WHO, passphrase)
    assert is_locked(target) == bool(passphrase)
    looked = look_into_handover(target, passphrase)
    assert (looked.who, looked.machine, looked.attachments, looked.forms, looked.templates) == (*WHO, 1, 1, 1)
    assert (looked.size, looked.at) == (written.size, written.at)
    new = UserFolders(tmp_path / "mới")
    opened = open_handover(target, new.data_file, new, passphrase)
    assert opened.beside == ()
    store = open_store(new.data_file, create=False)
    assert exported(store) == before
    with store.reading() as connection:
        assert connection.execute("SELECT machine FROM check_out").fetchall() == [("m",)]
    store.close()
    made = {path.relative_to(new.root).as_posix(): path.read_bytes() for path in new.root.rglob("*") if path.is_file()}
    made.pop("nscl.db")
    assert made == {
        f"attachments/{sha256(PDF).hexdigest()}.pdf": PDF,
        "forms/riêng.toml": "nội dung riêng.toml".encode(),
        "templates/hợp đồng.docx": "nội dung hợp đồng.docx".encode(),
        "window.ini": "nội dung window.ini".encode(),
    }


def test_what_is_there_already_is_not_replaced(old: tuple[Path, UserFolders, str], tmp_path: Path) -> None:
    data, folders, _ = old
    create_handover(data, tmp_path / "bg", folders, WHO)
    new = UserFolders(tmp_path / "mới")
    new.forms.mkdir(parents=True)
    (new.forms / "riêng.toml").write_text("của máy này", "utf-8")
    (new.root / "window.ini").write_text("của máy này", "utf-8")
    assert open_handover(tmp_path / "bg", new.data_file, new).beside == ("riêng.toml",)
    assert (new.forms / "riêng.toml").read_text("utf-8") == "của máy này"
    assert (new.forms / "riêng.toml.ban-giao").read_text("utf-8") == "nội dung riêng.toml"
    assert (new.root / "window.ini").read_text("utf-8") == "của máy này"
    with pytest.raises(InputError, match="chọn tên khác"):
        open_handover(tmp_path / "bg", new.data_file, new)


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE], ids=["open", "locked"])
def test_no_changed_bit_and_no_lost_end_goes_unseen(
    old: tuple[Path, UserFolders, str], tmp_path: Path, passphrase: str
) -> None:
    data, folders, _ = old
    create_handover(data, tmp_path / "bg", folders, WHO, passphrase)
    content, chance, bent_file = (tmp_path / "bg").read_bytes(), Random(7), tmp_path / "bent"
    scratch = tmp_path / "nháp"
    scratch.mkdir()
    for number in range(8 if passphrase else 300):
        bent = bytearray(content)
        if number % 4 == 0:
            bent = bent[: chance.randrange(len(bent))]
        else:
            bent[chance.randrange(len(bent))] ^= 1 << chance.randrange(8)
        bent_file.write_bytes(bytes(bent))
        with pytest.raises(UnreadableFileError):
            read_handover(bent_file, scratch, passphrase, unwatched)
    assert list(scratch.iterdir()) == []


def test_nothing_is_left_behind_by_a_handover_that_is_refused(
    old: tuple[Path, UserFolders, str], tmp_path: Path
) -> None:
    data, folders, _ = old
    create_handover(data, tmp_path / "bg", folders, WHO, PASSPHRASE)
    new = UserFolders(tmp_path / "mới")
    for passphrase, words in (("", "có mật khẩu"), ("mật khẩu khác", "Sai mật khẩu")):
        with pytest.raises(UnreadableFileError, match=words):
            open_handover(tmp_path / "bg", new.data_file, new, passphrase)
    assert list(new.root.iterdir()) == []


def test_pieces_of_a_sealed_handover_cannot_be_exchanged_or_cut_off(tmp_path: Path) -> None:
    office = RealOffice(tmp_path / "o")
    office.store.close()
    scan = b"%PDF-1.7 " + Random(3).randbytes(3 * PIECE)
    (tmp_path / "o" / "attachments").mkdir()
    (tmp_path / "o" / "attachments" / f"{sha256(scan).hexdigest()}.pdf").write_bytes(scan)
    create_handover(tmp_path / "o" / "nscl.db", tmp_path / "bg", UserFolders(tmp_path / "x"), WHO, PASSPHRASE)
    content = (tmp_path / "bg").read_bytes()
    head, sealed = content[:32], content[32:]
    size = PIECE + 16
    pieces = [sealed[start : start + size] for start in range(0, len(sealed), size)]
    assert len(pieces) > 2
    scratch = tmp_path / "nháp"
    scratch.mkdir()
    for wrong in ([*pieces[1::-1], *pieces[2:]], pieces[:-1], [pieces[0], *pieces]):
        (tmp_path / "bent").write_bytes(head + b"".join(wrong))
        with pytest.raises(UnreadableFileError):
            read_handover(tmp_path / "bent", scratch, PASSPHRASE, unwatched)
    assert read_handover(tmp_path / "bg", scratch, PASSPHRASE, unwatched).who == WHO[0]


def forged(change: Callable[[dict[str, object]], object], files: dict[str, bytes]) -> bytes:
    """A zip with right digests: what a careful enemy would write."""
    parts = {name: {"size": len(data), "sha256": sha256(data).hexdigest()} for name, data in files.items()}
    manifest: dict[str, object] = {
        "format": "nscl-handover", "version": 1, "program": "", "who": "", "machine": "", "at": "", "parts": parts,
    }  # fmt: skip
    change(manifest)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", json.dumps(manifest))
        for name, content in files.items():
            archive.writestr(name, content)
        archive.comment = bytes(71)
    body = made.getvalue()[:-71]
    return body + b"sha256:" + sha256(body).hexdigest().encode()


@pytest.mark.parametrize(
    ("files", "change", "words"),
    [
        ({"nscl.db": b"x", "../ngoài.db": b"x"}, dict.copy, "hỏng"),
        ({"nscl.db": b"x", "forms/..": b"x"}, dict.copy, "hỏng"),
        ({"nscl.db": b" " * 9_000_000}, dict.copy, "hỏng"),
        ({"window.ini": b"x"}, dict.copy, "hỏng"),
        ({"nscl.db": b"x"}, lambda told: told.update(format="khác"), "hỏng"),
        ({"nscl.db": b"x"}, lambda told: told.update(version=2), "phiên bản mới hơn"),
        ({"nscl.db": b"x"}, lambda told: told.update(parts={}), "hỏng"),
        ({"nscl.db": b"x"}, lambda told: told["parts"].update({"nscl.db": {"size": 1, "sha256": "0"}}), "hỏng"),
    ],
    ids=["above", "dots", "bomb", "no data", "format", "newer", "unnamed", "digest"],
)
def test_hostile_handovers_are_refused(
    tmp_path: Path, files: dict[str, bytes], change: Callable[[dict[str, object]], object], words: str
) -> None:
    (tmp_path / "bg").write_bytes(forged(change, files))
    with pytest.raises(UnreadableFileError, match=words):
        look_into_handover(tmp_path / "bg")


def test_what_is_no_data_file_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "bg").write_bytes(forged(dict.copy, {"nscl.db": b"SQLite format 3\x00" + bytes(200)}))
    new = UserFolders(tmp_path / "mới")
    with pytest.raises(UnreadableFileError):
        open_handover(tmp_path / "bg", new.data_file, new)
    assert list(new.root.iterdir()) == []


def test_another_kind_of_file_is_no_handover(tmp_path: Path) -> None:
    (tmp_path / "bg").write_bytes(b"%PDF-1.7")
    with pytest.raises(UnreadableFileError, match="không phải tệp bàn giao"):
        look_into_handover(tmp_path / "bg")
    with pytest.raises(UnreadableFileError, match="Không đọc được"):
        look_into_handover(tmp_path / "không có")


def test_a_place_that_cannot_be_written_leaves_nothing(old: tuple[Path, UserFolders, str], tmp_path: Path) -> None:
    data, folders, _ = old
    with pytest.raises(EnvironmentProblem):
        create_handover(data, tmp_path / "không có" / "bg", folders, WHO)
    with pytest.raises(InputError, match="8 ký tự"):
        create_handover(data, tmp_path / "bg", folders, WHO, "ngắn")
    assert not list(tmp_path.glob("*bg*"))


def test_the_window_writes_and_opens_handovers(old: tuple[Path, UserFolders, str], tmp_path: Path) -> None:
    class OpenFile(MemoryRegister):
        """The office's file as the window has it open."""

    register = OpenFile()
    register._store = open_store(old[0])  # noqa: SLF001 - a store on disk in place of the one in memory
    room = HandoverRoom(register, old[1])
    said: list[str] = []
    room.write(tmp_path / "bg", PASSPHRASE, said.append)
    assert room.is_locked(tmp_path / "bg")
    assert room.look(tmp_path / "bg", PASSPHRASE, said.append).attachments == 1
    room.open(tmp_path / "bg", tmp_path / "mới" / "a.db", PASSPHRASE, said.append)
    assert (tmp_path / "mới" / "a.db").exists()
    assert "Đang chép tệp dữ liệu" in said
    register.store.close()


def test_a_handover_from_the_command_line(
    old: tuple[Path, UserFolders, str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NSCL_HOME", str(old[1].root))
    target, new = tmp_path / "bg.nsclbangiao", tmp_path / "mới"
    assert main(["handover-create", "-o", str(target), "--data", str(old[0])]) == 0
    assert main(["handover-open", str(target), "--check"]) == 0
    assert "1 tệp đính kèm, 1 mẫu phụ lục, 1 mẫu giấy tờ" in capsys.readouterr().out
    monkeypatch.setenv("NSCL_HOME", str(new))
    new.mkdir()
    (new / "forms").mkdir()
    (new / "forms" / "riêng.toml").write_text("khác", "utf-8")
    assert main(["handover-open", str(target), "--data", str(new / "nscl.db")]) == 0
    assert "đuôi .ban-giao" in capsys.readouterr().out
    assert main(["handover-open", str(target), "--data", str(new / "nscl.db")]) == 64
    target.write_bytes(target.read_bytes()[:-9])
    assert main(["handover-open", str(target), "--data", str(new / "x.db")]) == 65
    assert not (new / "x.db").exists()
