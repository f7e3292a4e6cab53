"""What scripts read: the shapes of DESIGN 7, whole numbers of đồng, and the exit codes of ``check``."""

import json
from pathlib import Path
from typing import Any

import pytest

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.statements import Waiver
from nscl_desktop.services.editing import add_record
from nscl_desktop.storage.opening import open_store
from tests.journeys.commands import run


def _imported(tmp_path: Path, capsys: pytest.CaptureFixture[str], **plan: object) -> Path:
    """A data file with one small plan: 2 × 15 in 2022, 5 without a source in 2023."""
    content = {
        "format": "nscl-plan", "version": 1,
        "directory": {"agency": [{"id": "so", "name": "Sở Khoa học và Công nghệ"}]},
        "plan": {
            "code": "K-1", "title": "Kế hoạch thử", "year_from": 2022, "year_to": 2023,
            "source": [
                {"id": "a", "code": "NSNN", "name": "Ngân sách nhà nước"},
                {"id": "b", "code": "CHUA_PHAN_NGUON", "name": "Chưa phân nguồn"},
            ],
            "line": [
                {"id": "I", "kind": "section", "label": "I", "text": "Đào tạo", "lead_id": "so", "line": [
                    {"id": "I.1", "label": "1", "text": "Lớp", "price": 15, "allocation": [
                        {"year": 2022, "source_id": "a", "quantity": "2"},
                    ]},
                ]},
                {"id": "II", "kind": "section", "label": "II", "text": "Khác", "allocation": [
                    {"year": 2023, "source_id": "b", "amount": 5},
                ]},
            ],
            **plan,
        },
    }  # fmt: skip
    file, data = tmp_path / "k.json", tmp_path / "nscl.db"
    file.write_text(json.dumps(content), "utf-8")
    answer = run(capsys, "plan-import", file, "--data", data)
    assert (answer.code, answer.err) == (0, "")
    return data


def _json(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> Any:  # noqa: ANN401 - JSON is any
    return json.loads(run(capsys, *arguments, "--json").out)


def test_totals_have_the_promised_keys_and_whole_dong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = _imported(tmp_path, capsys)
    assert _json(capsys, "totals", "K-1", "--data", data) == {
        "plan": "K-1",
        "total": 35,
        "by_year": {"2022": 30, "2023": 5},
        "by_period": {"2022-2023": 35},
        "by_source": {"NSNN": 30, "CHUA_PHAN_NGUON": 5},
        "by_printed_column": {"NSNN": 30, "CHUA_PHAN_NGUON": 5},
        "by_lead": {"Sở Khoa học và Công nghệ": 30, "CHUA_NEU_CHU_TRI": 5},
        "sections": [
            {"label": "I", "text": "Đào tạo", "period": "2022-2023", "total": 30},
            {"label": "II", "text": "Khác", "period": "2022-2023", "total": 5},
        ],
        "words": "Ba mươi lăm đồng",
    }


def test_totals_are_told_to_people_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = run(capsys, "totals", "K-1", "--data", _imported(tmp_path, capsys)).out
    assert out.splitlines() == [
        "Năm 2022: 30 đồng", "Năm 2023: 5 đồng", "Giai đoạn 2022-2023: 35 đồng", "Nguồn NSNN: 30 đồng",
        "Nguồn CHUA_PHAN_NGUON: 5 đồng", "Tổng cộng: 35 đồng", "Ba mươi lăm đồng",
    ]  # fmt: skip


def test_plans_are_listed_with_code_title_period_and_total(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = _imported(tmp_path, capsys)
    assert _json(capsys, "plans", "--data", data) == [
        {"code": "K-1", "title": "Kế hoạch thử", "period": "2022-2023", "total": 35, "status": "draft"}
    ]
    assert run(capsys, "plans", "--data", data).out.split() == ["K-1", "2022-2023", "35", "đồng", "Kế", "hoạch", "thử"]


def test_findings_have_the_promised_keys(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = _imported(tmp_path, capsys, statement=[{"where": "Phụ lục, dòng Tổng cộng", "value": 36}])
    (finding,) = _json(capsys, "check", "K-1", "--data", data)
    assert finding == {
        "code": "S101", "severity": "error", "plan": "K-1", "place": "Phụ lục, dòng Tổng cộng",
        "expected": "35 đồng", "found": "36 đồng",
        "message": "Giấy ghi 36 đồng, tính được 35 đồng (chênh 1 đồng).", "witnesses": [], "waived": "",
    }  # fmt: skip


def test_check_ends_with_0_1_or_2_and_an_accepted_finding_does_not_count(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = _imported(tmp_path, capsys, statement=[{"where": "Tổng", "value": 36}])
    assert run(capsys, "check", "--data", data).code == 2
    with_store = open_store(data)
    book = with_store.load_book()
    (plan,) = book.table(Plan).values()
    budget = Budget(book, plan.id)
    key = f"S101:{next(each.id for each in book.records() if each.entity == 'statement')}"
    waiver = Waiver(id="w", plan_id=plan.id, finding=key, reason="Đã có công văn đính chính")
    with_store.apply(add_record(budget, waiver), who="Thử", machine="M")
    with_store.close()
    answer = run(capsys, "check", "--data", data)
    assert answer.code == 0
    assert "(đã chấp nhận: Đã có công văn đính chính)" in answer.out
    (finding,) = _json(capsys, "check", "--data", data)
    assert finding["waived"] == "Đã có công văn đính chính"


def test_warnings_alone_end_with_1_and_a_clean_plan_with_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", "--data", _imported(tmp_path, capsys)).code == 0
    (tmp_path / "w").mkdir()
    data = _imported(tmp_path / "w", capsys, year_to=2024, period=[{"year_from": 2022, "year_to": 2024}])
    answer = run(capsys, "check", "--data", data)
    assert answer.code == 1
    assert answer.out.startswith("K-1 P601 Cảnh báo: Giai đoạn 2022-2024:")


def test_an_empty_data_file_lists_nothing_and_is_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    open_store(tmp_path / "nscl.db").close()
    assert _json(capsys, "plans", "--data", tmp_path / "nscl.db") == []
    assert run(capsys, "check", "--data", tmp_path / "nscl.db").code == 0
    assert "chưa có kế hoạch nào" in run(capsys, "totals", "X", "--data", tmp_path / "nscl.db").err
