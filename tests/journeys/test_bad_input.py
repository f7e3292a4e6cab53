"""Bad input on the command line: one Vietnamese sentence, the right exit code, and nothing written."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from xlsxwriter import Workbook

from nscl_desktop.cli import main
from nscl_desktop.reports import fonts
from nscl_desktop.resource_files import resource_path
from tests.journeys.commands import contents, refused, run

SAMPLE = resource_path("samples", "TN-2021.json")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data file with the three source plans."""
    path = tmp_path_factory.mktemp("whole") / "nscl.db"
    assert main(["sample", "--data", str(path)]) == 0
    return path


@pytest.fixture
def data(whole: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may harm."""
    return Path(shutil.copy(whole, tmp_path / "nscl.db"))


def _text(path: Path) -> None:
    path.write_bytes(b"not a database" * 100)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def _scratched(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[40_960:61_440] = b"\x00" * 20_480
    path.write_bytes(content)


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")
        connection.commit()


def _foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE ke_hoach (id INTEGER)")
        connection.commit()


def _office_file(path: Path) -> None:
    with Workbook(path) as book:
        book.add_worksheet()


def _empty(path: Path) -> None:
    path.write_bytes(b"")


COMMANDS = [
    ["plans"], ["totals", "TN-2021", "--json"], ["check"], ["appendix", "TN-2021", "-o", "a.pdf"],
    ["plan-export", "TN-2021", "-o", "a.json"], ["sample"], ["plan-import", str(SAMPLE)],
]  # fmt: skip


@pytest.mark.parametrize("harm", [_text, _cut, _scratched, _newer, _foreign, _office_file, _empty])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_file_that_is_no_sound_data_file_is_refused_untouched(
    harm: Any,  # noqa: ANN401 - one of the functions above
    command: list[str], data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    harm(data)
    sentence = refused(capsys, tmp_path, 65, *command, "--data", data)
    assert "nscl.db" in sentence


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_place_that_can_hold_no_data_file_is_refused(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ghi chú.txt").write_text("x")
    places = [tmp_path, tmp_path / "ghi chú.txt" / "nscl.db", tmp_path / ("x" * 300)]
    if command[0] not in ("sample", "plan-import"):
        places.append(tmp_path / "missing.db")
    for place in places:
        refused(capsys, tmp_path, 64, *command, "--data", place)


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Path]:
    """A folder in which nothing can be written, for the machine's administrator neither."""
    folder = tmp_path / "khóa"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(b"%PDF cu")
    folder.chmod(0o555)
    chattr = shutil.which("chattr")
    if chattr:
        subprocess.run([chattr, "+i", str(folder)], check=False, capture_output=True)
    try:
        (folder / "probe").touch()
    except OSError:
        yield folder
    else:
        pytest.skip("this machine lets its administrator write everywhere")
    finally:
        if chattr:
            subprocess.run([chattr, "-i", str(folder)], check=False, capture_output=True)
        folder.chmod(0o755)


def test_a_folder_that_takes_no_files_is_told_and_what_was_there_stays(
    data: Path, locked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commands: list[list[str | Path]] = [
        ["appendix", "TN-2021", "-o", locked / "a.pdf"],
        ["appendix", "TN-2021", "-o", locked / "b.xlsx"],
        ["appendix", "TN-2021", "-o", locked / "b.docx"],
        ["plan-export", "TN-2021", "-o", locked / "b.json"],
    ]
    for command in commands:
        assert "khóa" in refused(capsys, tmp_path, 64, *command, "--data", data)
    refused(capsys, tmp_path, 64, "plan-template", "-o", locked / "b.xlsx")
    refused(capsys, tmp_path, 64, "sample", "--data", locked / "nscl.db")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told_for_every_kind_of_file(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for kind in ("pdf", "xlsx", "docx"):
        (tmp_path / f"day.{kind}").symlink_to("/dev/full")
        assert "đã đầy" in refused(
            capsys, tmp_path, 64, "appendix", "TN-2021", "--data", data, "-o", tmp_path / f"day.{kind}"
        )
    refused(capsys, tmp_path, 64, "plan-export", "TN-2021", "--data", data, "-o", "/dev/full")
    refused(capsys, tmp_path, 64, "plan-template", "-o", "/dev/full")
    assert not Path("/dev/full").is_file()


def test_a_folder_or_an_unknown_kind_of_file_is_no_output(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "kho.pdf").mkdir()
    for target in (tmp_path / "kho.pdf", tmp_path / "no" / "a.pdf", tmp_path / "a.doc", tmp_path / "a"):
        refused(capsys, tmp_path, 64, "appendix", "TN-2021", "--data", data, "-o", target)
    refused(capsys, tmp_path, 64, "plan-export", "TN-2021", "--data", data, "-o", tmp_path)
    refused(capsys, tmp_path, 64, "plan-template", "-o", tmp_path / "no" / "a.xlsx")


def test_missing_fonts_are_told_and_nothing_is_printed(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "resource_path", lambda *parts: tmp_path.joinpath("fonts", *parts))
    for cached in (fonts.embedded_fonts, fonts.machine_fonts):
        cached.cache_clear()
    try:
        told = refused(capsys, tmp_path, 64, "appendix", "TN-2021", "--data", data, "-o", tmp_path / "a.pdf")
        assert "phông chữ" in told
        assert "phông chữ" in refused(capsys, tmp_path, 64, "self-test")
    finally:
        for cached in (fonts.embedded_fonts, fonts.machine_fonts):
            cached.cache_clear()


def test_a_faulty_form_of_ones_own_is_told_with_file_and_line(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "rieng.toml").write_text('id = "rieng"\nname = "Riêng\n', "utf-8")
    monkeypatch.setenv("NSCL_HOME", str(tmp_path))
    for form in ("rieng", str(tmp_path / "forms" / "rieng.toml")):
        told = refused(capsys, tmp_path, 65 if form != "rieng" else 64, "appendix", "TN-2021", "--data", data,
                       "--form", form, "-o", tmp_path / "a.pdf")  # fmt: skip
        assert "rieng.toml" in told
        assert "dòng 2" in told


# -- files to import --------------------------------------------------------------------------------------------------


def _plan(**changes: object) -> dict[str, Any]:
    plan: dict[str, Any] = {"code": "K", "title": "Kế hoạch", **changes}
    return {"format": "nscl-plan", "version": 1, "plan": plan}


def _line(**fields: object) -> dict[str, Any]:
    return _plan(line=[{"id": "1", "label": "1", "text": "Mục 1", **fields}])


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "JSON"),
        (b"\xff\xfe\x00", "không phải tệp kế hoạch"),
        (b"PK\x03\x04", "JSON"),
        (b"{", "dòng 1"),
        (b"[" * 100_000, "quá nhiều cấp"),
        (b"[1, 2]", "ngoặc nhọn"),
        (b'{"format": "nscl-plan", "version": 99, "plan": {"code": "K", "title": "K"}}', "phiên bản"),
        (json.dumps({"format": "khac"}).encode(), "format"),
        (json.dumps(_plan(code=3)).encode(), "plan.code"),
        (json.dumps(_plan(mau="x")).encode(), "mau"),
        (json.dumps(_line(price=1.5)).encode(), "1.5"),
        (json.dumps(_line(price=10**20)).encode(), "100000000000000000000"),
        (json.dumps(_line(price=-1)).encode(), "không được âm"),
        (json.dumps(_line(text="x" * 2_000_000)).encode(), "2.000.000 ký tự"),
        (json.dumps(_line(lead_id="so-khong-co")).encode(), "so-khong-co"),
        (json.dumps(_plan(date="30/2/2021")).encode(), "plan.date"),
        (json.dumps(_plan(year_to=20255)).encode(), "20255"),
    ],
)
def test_what_is_no_sound_plan_is_refused_whole_with_its_place(
    content: bytes, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "kế hoạch.json"
    file.write_bytes(content)
    assert says in refused(capsys, tmp_path, 65, "plan-import", file, "--data", tmp_path / "nscl.db")


def test_every_fault_of_a_plan_file_is_told_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps(_line(price=-1, unit=5, text="x" * 20_001)), "utf-8")
    told = refused(capsys, tmp_path, 65, "plan-import", file, "--data", tmp_path / "nscl.db")
    assert all(f"plan.line[0].{name}" in told for name in ("price", "unit", "text"))


def test_what_cannot_be_read_as_a_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for file in (tmp_path, tmp_path / "missing.json", tmp_path / ("x" * 300), tmp_path / "missing.xlsx"):
        refused(capsys, tmp_path, 65, "plan-import", file, "--data", tmp_path / "nscl.db")
    if Path("/proc/self/mem").exists():
        assert "Không đọc được" in refused(
            capsys, tmp_path, 65, "plan-import", "/proc/self/mem", "--data", tmp_path / "nscl.db"
        )


def _sheet(path: Path, *rows: list[str | float]) -> Path:
    with Workbook(path, {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("Dự toán")
        for index, row in enumerate(rows):
            sheet.write_row(index, 0, row)
    return path


def test_workbooks_that_are_no_plan_are_refused_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [
        _sheet(tmp_path / "cột lạ.xlsx", ["Họ tên", "Tuổi"], ["Nguyễn Văn A", 40]),
        _sheet(tmp_path / "trống.xlsx"),
        tmp_path / "hỏng.xlsx",
        tmp_path / "xls cũ.xlsx",
    ]
    files[2].write_bytes(files[0].read_bytes()[:1500])
    files[3].write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + b"\x00" * 600)
    for file in files:
        refused(capsys, tmp_path, 65, "plan-import", file, "--data", tmp_path / "nscl.db")


# -- what stands already ----------------------------------------------------------------------------------------------


def test_a_plan_that_is_there_is_never_replaced(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "đã có kế hoạch TN-2021" in refused(capsys, tmp_path, 64, "plan-import", SAMPLE, "--data", data)


def test_samples_come_all_or_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The last of the three is there already: the first two must not slip in before that is noticed."""
    data = tmp_path / "nscl.db"
    assert run(capsys, "plan-import", resource_path("samples", "BG-2021-2025.json"), "--data", data).code == 0
    assert "BG-2021-2025" in refused(capsys, tmp_path, 64, "sample", "--data", data)
    codes = [row["code"] for row in json.loads(run(capsys, "plans", "--data", data, "--json").out)]
    assert codes == ["BG-2021-2025"]


def test_what_was_there_is_copied_before_an_import_adds_to_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "nscl.db"
    assert run(capsys, "plan-import", SAMPLE, "--data", data).code == 0
    assert not (tmp_path / "backups").exists()  # a new file holds nothing to lose
    other = resource_path("samples", "BG-2021-2025.json")
    assert run(capsys, "plan-import", other, "--data", data).code == 0
    (copy,) = (tmp_path / "backups").glob("*-import.db")
    assert [row["code"] for row in json.loads(run(capsys, "plans", "--data", copy, "--json").out)] == ["TN-2021"]


# -- faults and full outputs ------------------------------------------------------------------------------------------


def test_a_fault_of_ours_has_an_exit_code_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 1 would mean "warnings only" to whoever runs ``check`` from a script."""

    def broken() -> None:
        raise ZeroDivisionError("chia cho 0")

    monkeypatch.setattr("nscl_desktop.office.papers.plan_template", broken)
    answer = run(capsys, "plan-template", "-o", tmp_path / "a.xlsx")
    assert answer.code == 70
    assert "lỗi ngoài dự kiến (chia cho 0)" in answer.err.strip().splitlines()[-1]
    assert "broken" in answer.err  # the trace goes along with the report
    assert contents(tmp_path) == {}


def _program(*arguments: str, out: int) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-m", "nscl_desktop", *arguments], stdout=out, stderr=subprocess.PIPE, encoding="utf-8",
        cwd=Path(__file__).parents[2], check=False, env=environment,
    )  # fmt: skip


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_an_output_that_is_full_is_told() -> None:
    with Path("/dev/full").open("wb") as full:
        answer = _program("forms", out=full.fileno())
    assert (answer.returncode, answer.stderr) == (
        64, "Không ghi được kết quả: ổ đĩa đã đầy; hãy chọn nơi khác rồi làm lại.\n",
    )  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    read, write = os.pipe()
    os.close(read)
    answer = _program("forms", out=write)
    os.close(write)
    assert (answer.returncode, answer.stderr) == (0, "")
