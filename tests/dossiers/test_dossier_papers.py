"""What the data gives to the papers fits the shipped templates: no field is unknown, and the open ones are listed."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.dossiers.ranking import ranking
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.selection import Candidate, Criterion, Score, SelectionRound
from nscl_desktop.domain.words import SOUTH
from nscl_desktop.reports.templates import open_fields, template_path
from nscl_desktop.services.dossier_papers import acceptance_values, contract_values, round_values, unit_values
from tests.dossiers.small_dossiers import KINDS, SYSTEM, TOOL, contract, dossier, item, money, whole

UNITS = {
    "dn1": Enterprise(
        id="dn1", name="Công ty Bột mì", address="Ấp 3", representative="Trần Thị Hạnh",
        representative_title="Giám đốc", tax_code="0100109106",
    ),
    "tv": Enterprise(id="tv", name="Trung tâm Năng suất"),
}  # fmt: skip
MODEL = whole(
    dossier("a", consultant_id="tv"), item("a", TOOL, "2"), item("a", SYSTEM, name="ISO 9001"),
    item("a", TOOL, id="x", kind_id=None, name=""), money("a", "I", 2021, "NSNN", 105_000_000),
    money("a", "I", None, "DN", None),
    contract("a", "1", 100_000_000, date="2021-05-05", deadline="2021-11-30", accepted_value=104_000_000),
    contract("a", "2", 105_000_000, date="2021-06-01", changes="1"),
    contract("a", "3", None, party_id="dn1", subject="Chứng nhận"),
)  # fmt: skip
FIRST, APPENDIX, BARE = sorted(MODEL.contracts, key=lambda each: each.id)


def test_a_contract_is_printed_with_its_value_in_force_and_its_sources() -> None:
    values = contract_values(MODEL, FIRST, KINDS, UNITS, {"NSNN": "Sự nghiệp khoa học và công nghệ"}, SOUTH)
    paper = values["hop_dong"]
    assert isinstance(paper, dict)
    assert (paper["so"], paper["ngay"], paper["noi_dung"]) == ("1/HĐ", "ngày 05 tháng 5 năm 2021", "Hỗ trợ a")
    assert (paper["gia_tri"], paper["bang_chu"]) == ("105.000.000", "Một trăm lẻ năm triệu đồng")
    assert paper["thoi_han"] == "ngày 30 tháng 11 năm 2021"
    assert values["don_vi"] == unit_values(UNITS["dn1"])
    assert unit_values(UNITS["dn1"])["dai_dien"] == "Trần Thị Hạnh"
    assert values["ben_b"] == {**unit_values(None), "ten": "Trung tâm Năng suất"}
    assert values["kinh_phi"] == (
        {"nguon": "Sự nghiệp khoa học và công nghệ", "nam": "2021", "so_tien": "105.000.000"},
        {"nguon": "DN", "nam": "", "so_tien": ""},
    )
    items = values["muc"]
    assert isinstance(items, tuple)
    assert sorted((each["ten"], each["don_vi_tinh"], each["so_luong"]) for each in items) == [
        ("", "", "1"), ("5S", "công cụ", "2"), ("ISO 9001", "hệ thống", "1"),
    ]  # fmt: skip


def test_papers_of_a_dossier_know_all_fields_of_the_shipped_templates() -> None:
    found = open_fields(template_path("hop-dong", None), contract_values(MODEL, FIRST, KINDS, UNITS, {}))
    assert found.unknown == ()
    assert {"can_cu", "hop_dong.noi_ky", "ben_a.ten"} <= set(found.empty)
    accepted = open_fields(template_path("bien-ban-nghiem-thu", None), acceptance_values(MODEL, FIRST, KINDS, UNITS))
    assert accepted.unknown == ()
    assert {"so", "thanh_vien", "ket_luan"} <= set(accepted.empty)
    assert "hop_dong.nghiem_thu_bang_chu" not in accepted.empty


def test_a_contract_without_value_date_and_deadline_leaves_room() -> None:
    paper = contract_values(MODEL, BARE, KINDS, UNITS, {})["hop_dong"]
    assert isinstance(paper, dict)
    assert (paper["noi_dung"], paper["ngay"], paper["gia_tri"], paper["bang_chu"], paper["thoi_han"]) == (
        "Chứng nhận", "", "", "", "",
    )  # fmt: skip
    accepted = acceptance_values(MODEL, BARE, KINDS, UNITS)["hop_dong"]
    assert isinstance(accepted, dict)
    assert (accepted["nghiem_thu"], accepted["nghiem_thu_bang_chu"]) == ("", "")


def test_no_contract_is_printed_from_its_appendix() -> None:
    with pytest.raises(InputError, match="2/HĐ là phụ lục; hãy lập văn bản từ hợp đồng chính"):
        contract_values(MODEL, APPENDIX, KINDS, UNITS, {})


@pytest.mark.parametrize(("quota", "shown"), [(Decimal(1), "1"), (None, "")])
def test_the_minutes_of_a_round_list_the_ranking(quota: Decimal | None, shown: str) -> None:
    selection = SelectionRound(id="r", name="Đợt 1", quota=quota, money=280_000_000)
    candidates = [
        Candidate(id="a", round_id="r", enterprise_id="dn1", result="chosen", reason="Vùng khó khăn"),
        Candidate(id="b", round_id="r", enterprise_id=None, is_eligible=False, why_not="Thiếu phiếu"),
    ]
    need = Criterion(id="n", round_id="r", name="Cần")
    scores = [Score(id="s", candidate_id="a", criterion_id="n", judge="Hà", points=Decimal("87.5"))]
    values = round_values(selection, ranking(selection, candidates, [need], scores), UNITS)
    assert values["dot"] == {"ten": "Đợt 1", "chi_tieu": shown, "kinh_phi": "280.000.000"}
    assert values["ung_vien"] == (
        {"hang": "1", "ten": "Công ty Bột mì", "diem": "87,50", "ket_qua": "Được chọn", "ghi_chu": "Vùng khó khăn"},
        {"hang": "-", "ten": "", "diem": "0,00", "ket_qua": "", "ghi_chu": "Thiếu phiếu"},
    )
    assert open_fields(template_path("bien-ban-hop-xet-chon", None), values).unknown == ()
