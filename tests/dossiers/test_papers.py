"""Check lists in versions, and the reports that a unit owes."""

from collections import Counter

import pytest

from nscl_desktop.domain.dossiers.catalogue import read_kinds
from nscl_desktop.domain.dossiers.papers import (
    PaperStatus,
    ReportStatus,
    missing_papers,
    paper_states,
    papers_needed,
    report_status,
)
from nscl_desktop.domain.supports import GROUPS, DossierPaper, ReportRequest, StagePaper
from nscl_desktop.services.dossier_catalogue import shipped_kinds, shipped_papers
from tests.dossiers.small_dossiers import dossier, step, whole

OLD = StagePaper(id="old", stage="registered", position="a0", name="Đơn đăng ký", valid_to="2021-12-31")
NEW = StagePaper(id="new", stage="registered", position="a0", name="Phiếu đăng ký", valid_from="2022-01-01")
PLEDGE = StagePaper(id="pledge", stage="registered", position="a1", name="Bản cam kết")
MAYBE = StagePaper(id="maybe", stage="surveyed", position="a0", name="Ảnh", is_required=False)
DEAL = StagePaper(id="deal", stage="contracted", position="a0", name="Hợp đồng")
LIST = (DEAL, MAYBE, PLEDGE, NEW, OLD)


def paper(key: str, wanted: str | None, **fields: str) -> DossierPaper:
    return DossierPaper(id=key, dossier_id="a", paper_id=wanted, **fields)


@pytest.mark.parametrize(
    ("opened", "names"),
    [
        ("2021-12-31", ["Đơn đăng ký", "Bản cam kết"]),
        ("2022-01-01", ["Phiếu đăng ký", "Bản cam kết"]),
        ("2021", ["Đơn đăng ký", "Bản cam kết"]),
        ("", ["Phiếu đăng ký", "Bản cam kết"]),
    ],
)
def test_an_old_dossier_keeps_the_list_of_its_day(opened: str, names: list[str]) -> None:
    found = papers_needed(whole(dossier("a", year=None), step("a", "registered", opened)), LIST, "registered")
    assert [each.name for each in found] == names


def test_guidance_needs_no_paper_of_a_contract() -> None:
    assert DEAL not in papers_needed(whole(dossier("a", is_guidance=True)), LIST)
    assert DEAL in papers_needed(whole(dossier("a")), LIST)


def test_what_came_in_what_is_excused_and_what_is_missing() -> None:
    there = whole(
        dossier("a"),
        step("a", "surveyed", "2022-02-01"),
        paper("1", "new", received_on="2022-01-05"),
        paper("2", "pledge", not_needed="Đã cam kết trong phiếu"),
        paper("3", None, name="Giấy giới thiệu", received_on="2022-01-06"),
        paper("4", None, name="Bản đồ"),
        paper("5", "deal"),
    )
    assert [(each.name, each.status) for each in paper_states(there, LIST)] == [
        ("Phiếu đăng ký", PaperStatus.RECEIVED), ("Bản cam kết", PaperStatus.NOT_NEEDED),
        ("Ảnh", PaperStatus.OPTIONAL), ("Hợp đồng", PaperStatus.MISSING),
        ("Giấy giới thiệu", PaperStatus.RECEIVED), ("Bản đồ", PaperStatus.OPTIONAL),
    ]  # fmt: skip
    assert [each.name for each in paper_states(there, LIST, "surveyed")] == ["Ảnh"]


def test_papers_are_missing_only_of_stages_that_were_reached() -> None:
    assert missing_papers(whole(dossier("a")), LIST) == ()
    surveyed = whole(dossier("a"), step("a", "surveyed", "2022-02-01"))
    assert [each.name for each in missing_papers(surveyed, LIST)] == ["Phiếu đăng ký", "Bản cam kết"]


@pytest.mark.parametrize(
    ("received", "state", "day", "status"),
    [
        ("", "open", "2022-06-30", ReportStatus.WAITED_FOR),
        ("", "open", "2022-07-01", ReportStatus.OVERDUE),
        ("", "paused", "2022-07-01", ReportStatus.WAITED_FOR),
        ("2022-06-30", "open", "2022-07-01", ReportStatus.RECEIVED),
        ("2022-07-02", "open", "2022-07-03", ReportStatus.LATE),
        ("2022", "open", "2022-07-03", ReportStatus.RECEIVED),
    ],
)
def test_a_report_is_waited_for_overdue_late_or_in(received: str, state: str, day: str, status: ReportStatus) -> None:
    report = ReportRequest(id="r", dossier_id="a", due_on="2022-06-30", received_on=received)
    assert report_status(report, whole(dossier("a", state=state)), day) is status


def test_the_shipped_check_list_holds_the_chain_of_papers_and_is_marked_unverified() -> None:
    shipped = shipped_papers()
    names = {each.name for each in shipped.papers}
    assert not shipped.verified
    assert {"Phiếu đăng ký tham gia", "Biên bản khảo sát", "Biên bản họp xét chọn", "Biên bản họp nghiệm thu",
            "Biên bản thanh lý hợp đồng", "Giấy đề nghị thanh toán", "Bản cam kết của đơn vị"} <= names  # fmt: skip
    assert len({each.id for each in shipped.papers}) == len(shipped.papers)
    assert {each.stage for each in shipped.papers} == {
        "registered", "surveyed", "selected", "approved", "contracted", "running", "checked", "accepted",
        "liquidated", "settled", "followed",
    }  # fmt: skip


def test_the_shipped_catalogue_names_what_the_seeds_name() -> None:
    shipped = shipped_kinds()
    codes = {each.code: each for each in shipped.kinds}
    assert not shipped.verified
    assert {"5S", "Kaizen", "Lean", "TPM", "KPI", "TCVN ISO 9001", "HACCP", "ISO 15189", "ISO/IEC 17025", "TCCS",
            "Hợp chuẩn", "Hợp quy", "Mô hình điểm", "VietGAP", "Hướng dẫn"} <= set(codes)  # fmt: skip
    assert (codes["TCVN 12850"].edition, codes["TCVN 13167"].edition) == ("2019", "2020")
    assert (codes["5S"].unit, codes["TCVN ISO 9001"].unit) == ("công cụ", "hệ thống")
    groups = Counter(each.group for each in shipped.kinds)
    assert set(groups) == {code for code, _ in GROUPS} - {"other"}
    assert len({each.id for each in shipped.kinds}) == len(shipped.kinds)


def test_a_catalogue_says_whether_it_was_compared_with_the_law() -> None:
    assert read_kinds("verified = true\nkinds = []").verified
