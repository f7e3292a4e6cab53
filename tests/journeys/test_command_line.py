"""The command line from an empty folder to printed paper; figures from the source documents (DOMAIN 11)."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from nscl_desktop.cli import main

MILLION = 1_000_000


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data file with the three source plans."""
    path = tmp_path_factory.mktemp("data") / "nscl.db"
    assert main(["sample", "--data", str(path)]) == 0
    return path


def _json(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:  # noqa: ANN401 - JSON is any
    capsys.readouterr()
    main(arguments)
    return json.loads(capsys.readouterr().out)


def test_the_three_plans_are_listed_with_their_totals(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = _json(capsys, "plans", "--data", str(data), "--json")
    assert {row["code"]: (row["period"], row["total"]) for row in rows} == {
        "BD-2021-2030": ("2021-2030", 13_489_400_000),
        "TN-2021": ("2021", 1_687_290_000),
        "BG-2021-2025": ("2021-2025", 14_767_550_000),
    }


def test_binh_duong_has_the_totals_of_its_paper(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    totals = _json(capsys, "totals", "BD-2021-2030", "--data", str(data), "--json")
    assert totals["by_period"] == {"2021-2025": 5_835_200_000, "2026-2030": 7_654_200_000}
    years = {"2021": 341_840_000, "2022": 1_290_840_000, "2023": 1_420_840_000, "2024": 1_420_840_000}
    years |= {"2025": 1_360_840_000} | {str(year): 1_530_840_000 for year in range(2026, 2031)}
    assert totals["by_year"] == years
    assert totals["by_source"] == {"CHUA_PHAN_NGUON": 13_489_400_000}
    assert [(each["period"], each["total"]) for each in totals["sections"]] == [
        ("2021-2025", 5_835_200_000),
        ("2026-2030", 7_654_200_000),
    ]


def test_tay_ninh_has_the_totals_of_its_paper(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    totals = _json(capsys, "totals", "TN-2021", "--data", str(data), "--json")
    assert totals["total"] == 1_687_290_000
    sections = [(each["label"], each["total"]) for each in totals["sections"]]
    assert sections == [("I", 40_600_000), ("II", 116_690_000), ("III", 1_230_000_000), ("IV", 300_000_000)]
    assert totals["by_lead"] == {"Sở Khoa học và Công nghệ": 1_387_290_000, "Cục Thống kê": 300_000_000}
    assert totals["words"] == "Một tỷ, sáu trăm tám mươi bảy triệu, hai trăm chín mươi ngàn đồng"


def test_bac_giang_has_the_totals_of_its_paper(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    totals = _json(capsys, "totals", "BG-2021-2025", "--data", str(data), "--json")
    assert totals["total"] == 14_767_550_000
    assert totals["by_year"] == {
        "2022": 3_903_850_000,
        "2023": 3_881 * MILLION,
        "2024": 3_926 * MILLION,
        "2025": 3_056_700_000,
    }
    assert totals["by_source"] == {"NSNN": 11_855_550_000, "DN": 1_028 * MILLION, "KCB": 1_884 * MILLION}
    assert totals["by_printed_column"] == {"NSNN": 11_855_550_000, "DN": 2_912 * MILLION}
    assert [each["total"] for each in totals["sections"]] == [
        1_172_000_000, 253_950_000, 2_230_000_000, 9_611_600_000, 960_000_000, 540_000_000,
    ]  # fmt: skip


@pytest.mark.parametrize("plan", ["BD-2021-2030", "TN-2021", "BG-2021-2025"])
@pytest.mark.parametrize("kind", ["pdf", "xlsx", "docx"])
def test_every_plan_is_printed_as_every_kind_of_file(data: Path, tmp_path: Path, plan: str, kind: str) -> None:
    target = tmp_path / f"{plan}.{kind}"
    assert main(["appendix", plan, "--data", str(data), "-o", str(target)]) == 0
    assert target.read_bytes()[:4] == (b"%PDF" if kind == "pdf" else b"PK\x03\x04")


def test_a_plan_goes_out_and_comes_back_the_same(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, other = tmp_path / "plan.json", tmp_path / "other.db"
    assert main(["plan-export", "BG-2021-2025", "--data", str(data), "-o", str(file)]) == 0
    assert main(["plan-import", str(file), "--data", str(other)]) == 0
    assert main(["plan-export", "BG-2021-2025", "--data", str(other), "-o", str(tmp_path / "again.json")]) == 0
    assert (tmp_path / "again.json").read_bytes() == file.read_bytes()
    assert main(["plan-import", str(file), "--data", str(other)]) == 64
    assert "đã có kế hoạch BG-2021-2025" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["totals", "XX"], 64, "Không có kế hoạch “XX”"),
        (["totals"], 64, "còn thiếu KẾ_HOẠCH"),
        (["nope"], 64, "Không có lệnh “nope”"),
        (["appendix", "TN-2021", "-o", "a.txt"], 64, ".pdf, .xlsx hoặc .docx"),
        (["appendix", "TN-2021", "--form", "tay-nin", "-o", "a.pdf"], 64, "tay-ninh"),
        (["plan-import", "missing.json"], 65, "Không có tệp"),
    ],
)
def test_wrong_use_is_one_sentence_and_writes_nothing(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
    arguments: list[str], code: int, says: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    if arguments[0] != "nope":
        arguments = [*arguments, "--data", str(data)]
    assert main(arguments) == code
    err = capsys.readouterr().err
    assert says in err
    assert len(err.strip().splitlines()) == 1
    assert not list(tmp_path.iterdir())


def test_the_program_runs_as_a_module_without_a_window() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "nscl_desktop", "forms", "--json"],
        capture_output=True,
        cwd=Path(__file__).parents[2],
        check=True,
    )
    assert [form["id"] for form in json.loads(run.stdout)][:3] == ["tay-ninh", "bac-giang", "binh-duong"]


def test_the_self_test_passes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["self-test"]) == 0
    assert "đạt tất cả" in capsys.readouterr().out


def test_a_whole_plan_is_one_word_file(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "ke-hoach.docx"
    assert main(["plan-docx", "TN-2021", "--data", str(data), "-o", str(target), "--electronic"]) == 0
    assert "Đã xuất cả kế hoạch TN-2021" in capsys.readouterr().out
    assert target.read_bytes()[:2] == b"PK"
