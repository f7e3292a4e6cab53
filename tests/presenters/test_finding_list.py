"""Findings as a list to work through: what is told of each, the summary, accepting with a reason and taking it back."""

import pytest

from nscl_desktop.domain.findings import Severity
from nscl_desktop.domain.statements import Waiver
from nscl_desktop.presenters.finding_list import FindingList, FindingRow
from nscl_desktop.services.editing import set_cell
from nscl_desktop.services.printing import draft_mark
from nscl_desktop.services.workspace import PlanDesk
from tests.presenters.desks import cell, refused, sample_desk, section, small_plan


def worst(findings: FindingList) -> FindingRow:
    return findings.rows()[0]


def clean() -> PlanDesk:
    return small_plan(section("I", "I", "Đào tạo"), cell("I", 2022, amount=5), cell("I", 2023, amount=6))


def test_bac_giangs_error_tells_both_figures_and_all_witnesses() -> None:
    row = worst(FindingList(sample_desk("BG-2021-2025")))
    assert (row.severity_words, row.finding.code) == ("Lỗi", "S101")
    assert "3.926.000" in row.place
    lines = row.detail.splitlines()
    assert lines[0] == "Tính được: 3.926.000.000 đồng"
    assert lines[1] == "Trên giấy: 3.926.000 đồng"
    assert len(lines) == 2 + len(row.finding.witnesses)
    assert row.finding.witnesses


def test_a_finding_without_figures_tells_only_its_message() -> None:
    rows = FindingList(sample_desk("TN-2021")).rows()
    note = next(row for row in rows if row.finding.code == "T404")
    assert (note.severity_words, note.message[:9]) == ("Lưu ý", "1 mục chi")


@pytest.mark.parametrize(
    ("code", "errors", "tone"), [("BG-2021-2025", "1 lỗi", "error"), ("TN-2021", "5 cảnh báo", "warning")]
)
def test_the_summary_counts_by_severity_and_is_as_loud_as_the_worst(code: str, errors: str, tone: str) -> None:
    findings = FindingList(sample_desk(code))
    assert findings.summary().startswith(errors)
    assert findings.tone() == tone
    severities = [row.finding.severity for row in findings.rows()]
    assert severities == sorted(severities, key=list(Severity).index)


def test_a_plan_that_agrees_says_so() -> None:
    findings = FindingList(clean())
    assert findings.rows() == ()
    assert findings.summary() == "Mọi con số khớp nhau"
    assert findings.tone() == ""


def test_findings_follow_what_is_typed() -> None:
    desk = clean()
    findings = FindingList(desk)
    desk.perform(set_cell(desk.budget, "I", 2023, "NSNN", "amount", None))
    assert findings.summary() == "1 cảnh báo"
    desk.undo()
    assert findings.summary() == "Mọi con số khớp nhau"


def test_accepting_needs_a_reason() -> None:
    findings = FindingList(sample_desk("BG-2021-2025"))
    said = refused(lambda: findings.waive(worst(findings).finding, "  ", "Trần Thị Thử"))
    assert said == "Chấp nhận một phát hiện phải nêu lý do; hãy ghi lý do rồi thực hiện."
    assert findings.tone() == "error"


def test_an_accepted_error_lifts_the_draft_mark_and_stands_last_with_its_reason() -> None:
    desk = sample_desk("BG-2021-2025")
    findings = FindingList(desk)
    assert draft_mark(desk.findings()) == "DỰ THẢO"
    findings.waive(worst(findings).finding, " Bản giấy in thiếu ba số 0 ", "Trần Thị Thử")
    assert draft_mark(desk.findings()) == ""
    assert findings.tone() == "warning"
    last = findings.rows()[-1]
    assert last.severity_words == "Đã chấp nhận"
    assert last.detail.splitlines()[-1] == "Đã chấp nhận: Bản giấy in thiếu ba số 0"
    (waiver,) = desk.book.table(Waiver).values()
    assert waiver.accepted_by == "Trần Thị Thử"
    assert desk.undo_stack.undo_words == "Chấp nhận phát hiện S101"


def test_an_acceptance_can_be_taken_back_and_undone() -> None:
    desk = sample_desk("BG-2021-2025")
    findings = FindingList(desk)
    error = worst(findings).finding
    findings.waive(error, "Lỗi đánh máy", "Trần Thị Thử")
    findings.withdraw(error)
    assert draft_mark(desk.findings()) == "DỰ THẢO"
    assert desk.undo_stack.undo_words == "Bỏ chấp nhận phát hiện S101"
    desk.undo()
    assert draft_mark(desk.findings()) == ""


def test_findings_of_an_issued_plan_can_be_accepted_without_unlocking_it() -> None:
    desk = sample_desk("TN-2021")
    findings = FindingList(desk)
    findings.waive(worst(findings).finding, "Hồ sơ cũ lưu ở Chi cục", "Trần Thị Thử")
    assert findings.summary().startswith("4 cảnh báo")


def test_only_findings_with_a_place_in_the_budget_offer_to_go_there() -> None:
    rows = FindingList(sample_desk("BG-2021-2025")).rows()
    assert {row.can_go for row in rows} == {True, False}
    assert all(row.can_go == bool(row.finding.line_id) for row in rows)
