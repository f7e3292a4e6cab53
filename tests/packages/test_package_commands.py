"""The commands of packages, as a clerk with a command line uses them."""

import json
from pathlib import Path

import pytest

from nscl_desktop.cli import main
from nscl_desktop.domain.changes import ChangeSet, inserted, updated
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.storage.opening import open_store
from tests.packages.offices import WHO

OLD = Path(__file__).parent / "old" / "out-1.nsclgoi"
FIRM = Enterprise(id="e1", name="Công ty TNHH Một", tax_code="0100109106")


def edit(path: Path, **fields: str) -> None:
    store = open_store(path)
    change = updated(FIRM, **fields)
    assert change
    store.apply(ChangeSet("Sửa", (change,)), **WHO)
    store.close()


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = tmp_path / "văn phòng" / "nscl.db"
    store = open_store(path)
    store.apply(ChangeSet("Thêm", (inserted(FIRM),)), **WHO)
    store.close()
    return path


def test_work_goes_out_and_comes_home(office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, back, slip, machine = (tmp_path / name for name in ("ra.nsclgoi", "ve.nsclgoi", "bn.nsclgoi", "may.db"))
    secret = tmp_path / "mk.txt"
    secret.write_text("mật khẩu dài\n", "utf-8")
    locked = ["--passphrase-file", str(secret)]
    data, there = ["--data", str(office)], ["--data", str(machine)]
    assert (
        main(["package-create", "--machine", "Máy 02", "--enterprise", "0100109106", "-o", str(out), *data, *locked])
        == 0
    )
    assert main(["package-open", str(out), *there]) == 65
    assert "mật khẩu" in capsys.readouterr().err
    assert main(["package-open", str(out), *there, *locked]) == 0
    edit(machine, phone="0274", email="a@b.vn")
    edit(office, phone="0276")
    assert main(["package-return", "-o", str(back), *there]) == 0
    capsys.readouterr()
    assert main(["package-merge", str(back), "--dry-run", *data]) == 0
    assert "Sẽ áp dụng 1" in capsys.readouterr().out
    assert main(["package-merge", str(back), "--json", *data]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["applied"], told["unchanged"], told["refused"]) == (1, 0, [])
    assert told["conflicts"] == [
        {"entity": "enterprise", "id": "e1", "field": "phone", "base": "", "office": "0276", "other": "0274"}
    ]
    assert main(["package-receipt", "--machine", "Máy 02", "-o", str(slip), *data]) == 0
    assert main(["package-receipt", str(slip), *there]) == 0
    assert "Khác nhau: đơn vị, “Điện thoại”" in capsys.readouterr().out


def test_a_damaged_package_ends_with_65_and_nothing_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bent = bytearray(OLD.read_bytes())
    bent[200] ^= 4
    (tmp_path / "x.nsclgoi").write_bytes(bytes(bent))
    assert main(["package-open", str(tmp_path / "x.nsclgoi"), "--data", str(tmp_path / "y.db")]) == 65
    assert capsys.readouterr().err.count("\n") == 1
    assert [each.name for each in tmp_path.iterdir()] == ["x.nsclgoi"]


def test_a_package_of_an_older_program_is_opened_with_its_newer_fields_empty(tmp_path: Path) -> None:
    """Written by hand in form 1, with only the fields that its records had."""
    target = tmp_path / "nscl.db"
    assert main(["package-open", str(OLD), "--data", str(target)]) == 0
    store = open_store(target)
    with store.reading() as connection:
        found = connection.execute("SELECT name, website FROM enterprise").fetchall()
    store.close()
    assert found == [("Công ty TNHH Một", "")]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["package-create", "--machine", "M", "-o", "x"], 64),
        (["package-create", "--machine", "M", "--plan", "KHÔNG-CÓ", "-o", "x"], 64),
        (["package-return", "-o", "x"], 64),
        (["package-receipt"], 64),
        (["package-receipt", "--machine", "M", "-o", "x"], 64),
        (["package-merge", "không có.nsclgoi"], 65),
        (["package-create", "--machine", "M", "--all", "-o", "x", "--passphrase-file", "không có"], 64),
    ],
)
def test_wrong_use_is_one_sentence(
    words: list[str],
    code: int,
    office: Path,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([*words, "--data", str(office)]) == code
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "x").exists()
