"""The checker on the three source plans: each finding that DOMAIN 11 asks for, once, and nothing that is right.

The lists are complete: a finding more or less is a fault. Places are as a clerk would look them up.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from nscl_desktop.cli import main
from tests.journeys.commands import run

E, W, N = "error", "warning", "note"
EXPECTED = {
    "BD-2021-2030": [
        (W, "C303", "mục I.7"),  # 11.2.1: 4 winners, 1 + 1 + 3 prizes, in each period
        (W, "C301", "mục I.11.2"),  # 11.2.4: 6,84 − 6,34 leaves 0,50 for "Chi phí khác"
        (W, "C303", "mục II.7"),
        (W, "C301", "mục II.11.2"),
        (W, "H701", "mục II.7"),  # 11.2.2: prize money of 2026–2030 at the base of 2019
        (N, "T404", "Mục tiêu"),
    ],
    "BG-2021-2025": [
        (E, "S101", "Văn bản, mục IV.3, “Năm 2024: 3.926.000 (Ba tỷ chín trăm hai…”"),  # 11.6.1
        (W, "S103", "Văn bản, mục IV.3, “Năm 2023: 3.881.000.000 (Ba tỷ tám trăm…”"),  # 11.6.3: tám mươi một
        (W, "P601", "Giai đoạn 2021-2025"),  # 11.6.5: no money in 2021
        (W, "P602", "“Mục I và II.1–4 (thiếu trang nguồn)”"),  # 11.5: the first page is missing
        (W, "P604", "Cột DN"),  # 11.6.4: starred money inside "nguồn doanh nghiệp"
        (N, "T403", "Mục tiêu II.2"),  # productivity 12,5 %/năm
        (N, "T403", "Mục tiêu II.2"),  # TFP 30–35 %
        (N, "T402", "Mục tiêu II.2"),  # 11.6.7: 10 chuyên gia, 10 khóa
        (N, "T402", "Mục tiêu II.2"),  # 11.6.7: 500 lượt người, no headcount
        (N, "T403", "Mục tiêu II.2"),  # 11.6.7: one club
        (N, "T403", "Mục tiêu II.2"),  # 11.6.7: 4 enterprises in the award
        (N, "T404", "Mục tiêu"),
    ],
    "TN-2021": [
        (W, "L501", "mục III.2"),  # 11.4.4: 2 of 6 systems
        (W, "L501", "mục III.3"),  # 2 of 4 tools
        (W, "L501", "mục III.5"),  # the hợp quy product
        (W, "L501", "“Giải vàng Chất lượng quốc gia” (mục III.7)"),  # 11.4.2: one of each award
        (W, "L501", "“Giải thưởng Chất lượng quốc gia” (mục III.7)"),
        (N, "T404", "Mục tiêu"),
    ],
}
SAYS = {
    ("BD-2021-2030", "C303"): "Số lượng mỗi năm là 4 doanh nghiệp, nhưng kinh phí tính cho 1 + 1 + 3 = 5",
    ("BD-2021-2030", "C301"): "phần còn lại là 500.000 đồng",
    ("BD-2021-2030", "H701"): "31.290.000 = 21 × 1.490.000, 20.860.000 = 14 × 1.490.000, 10.430.000 = 7 × 1.490.000",
    ("BD-2021-2030", "T404"): "16 mục chi",
    ("BG-2021-2025", "S101"): "Giấy ghi 3.926.000 đồng, tính được 3.926.000.000 đồng (chênh 3.922.074.000 đồng).",
    ("BG-2021-2025", "S103"): "“tám mươi một” nên viết “tám mươi mốt”.",
    ("BG-2021-2025", "P601"): "năm 2021 không có kinh phí",
    ("BG-2021-2025", "P602"): "gồm 1.172.000.000 đồng suy ra từ dòng tổng",
    ("BG-2021-2025", "P604"): "Doanh nghiệp 1.028.000.000 đồng",
    ("TN-2021", "T404"): "1 mục chi",
}
SEVERITIES = {E: 2, W: 1}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data file with the three source plans."""
    path = tmp_path_factory.mktemp("samples") / "nscl.db"
    assert main(["sample", "--data", str(path)]) == 0
    return path


def _found(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run(capsys, "check", *arguments, "--json").out)
    return found


@pytest.mark.parametrize("plan", EXPECTED)
def test_everything_that_is_wrong_is_found_once_and_nothing_that_is_right(
    data: Path, capsys: pytest.CaptureFixture[str], plan: str
) -> None:
    found = _found(capsys, plan, "--data", data)
    assert [(each["severity"], each["code"], each["place"]) for each in found] == EXPECTED[plan]
    for each in found:
        assert SAYS.get((plan, each["code"]), "") in each["message"]


def test_the_one_error_bears_all_its_witnesses(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (error,) = [each for each in _found(capsys, "--data", data) if each["severity"] == E]
    assert (error["plan"], error["expected"], error["found"]) == (
        "BG-2021-2025", "3.926.000.000 đồng", "3.926.000 đồng",
    )  # fmt: skip
    assert error["witnesses"] == [
        "Bằng chữ “Ba tỷ chín trăm hai mươi sáu triệu đồng”: 3.926.000.000 đồng, khớp với số tính được.",
        "Văn bản, cộng theo nguồn: NSNN 3.021.000.000 + DN 905.000.000 = 3.926.000.000 đồng.",
        "Phụ lục, cộng theo nguồn: NSNN 3.021.000.000 + DN 905.000.000 = 3.926.000.000 đồng.",
        "Tổng các năm 14.767.550.000 đồng trừ các năm khác còn 3.926.000.000 đồng.",
    ]


@pytest.mark.parametrize(("plan", "code"), [("BD-2021-2030", 1), ("TN-2021", 1), ("BG-2021-2025", 2)])
def test_the_exit_code_tells_the_worst_finding(
    data: Path, capsys: pytest.CaptureFixture[str], plan: str, code: int
) -> None:
    assert run(capsys, "check", plan, "--data", data).code == code
    assert run(capsys, "check", plan, "--data", data, "--json").code == code


def test_all_plans_are_checked_when_none_is_named(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = _found(capsys, "--data", data)
    assert [each["plan"] for each in found] == [plan for plan in sorted(EXPECTED) for _ in EXPECTED[plan]]
    assert run(capsys, "check", "--data", data).code == 2


def test_findings_are_printed_for_people_with_their_witnesses(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = run(capsys, "check", "BG-2021-2025", "--data", data).out.splitlines()
    assert lines[0].startswith("BG-2021-2025 S101 LỖI: Văn bản, mục IV.3, “Năm 2024: 3.926.000")
    assert lines[1] == (
        "    - Bằng chữ “Ba tỷ chín trăm hai mươi sáu triệu đồng”: 3.926.000.000 đồng, khớp với số tính được."
    )
    assert sum(line.startswith("BG-2021-2025 ") for line in lines) == len(EXPECTED["BG-2021-2025"])
