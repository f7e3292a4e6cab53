"""What the data gives to the papers: contracts in force, money owed, rows; what only a person knows stays open."""

from dataclasses import replace
from decimal import Decimal

import pytest

from nscl_desktop.domain.contracts import Contract, Payment
from nscl_desktop.domain.dossiers.ranking import ranking
from nscl_desktop.domain.dossiers.whole import WholeDossier
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.selection import CONSULTANTS, Candidate, Criterion, Score, SelectionRound
from nscl_desktop.domain.supports import Dossier, Indicator, ReportRequest
from nscl_desktop.services.dossier_papers import (
    DossierSources,
    Values,
    dossier_values,
    main_contracts,
    party_values,
    round_values,
)
from nscl_desktop.services.paper_rows import indicator_rows, late_rows
from tests.dossiers.paper_values import BARE, FULL
from tests.dossiers.small_dossiers import KINDS, SYSTEM, TOOL, contract, dossier, item, money, payment, step, whole

UNITS = {
    "dn1": Enterprise(
        id="dn1", name="Công ty Bột mì", address="Ấp 3", representative="Trần Thị Hạnh",
        representative_title="Giám đốc", tax_code="0100109106",
    ),
    "tv": Enterprise(id="tv", name="Trung tâm Năng suất"),
}  # fmt: skip
SOUTHERN = Plan(
    id="p", code="P", title="K", thousand_word="ngàn", zero_tens_word="lẻ", four_word="bốn", group_comma=True
)
MODEL = whole(
    dossier("a", consultant_id="tv"), item("a", TOOL, "2"), item("a", SYSTEM, name="ISO 9001"),
    item("a", TOOL, id="x", kind_id=None, name=""), money("a", "I", 2021, "NSNN", 105_000_000),
    money("a", "I", None, "DN", None),
    contract("a", "1", 100_000_000, date="2021-05-05", deadline="2021-11-30", accepted_value=104_000_000),
    contract("a", "2", 105_000_000, date="2021-06-01", changes="1"),
    contract("a", "3", None, party_id="dn1", subject="Chứng nhận"),
    payment("a", "advance", 30_000_000, contract_id="1", date="2021-05-20"),
    payment("a", "payment", 5_000_000, contract_id="2", date="2021-08-20", document="UNC 3"),
    payment("a", "recovery", 1_000_000, contract_id="1", date="2021-09-01"),
    payment("a", "own", 20_000_000, date="2021-06-01"),
    payment("a", "payment", 7_000_000, date="2021-07-01"),
)  # fmt: skip
FIRST, APPENDIX, BY_ANOTHER = sorted(MODEL.contracts, key=lambda each: each.id)


def group(values: Values, name: str) -> dict[str, str]:
    found = values[name]
    assert isinstance(found, dict)
    return found


def rows(values: Values, name: str) -> tuple[dict[str, str], ...]:
    found = values[name]
    assert isinstance(found, tuple)
    return found


def of(contract: Contract | None, made: WholeDossier = MODEL) -> Values:
    names = {"NSNN": "Sự nghiệp khoa học và công nghệ"}
    return dossier_values(DossierSources(made, contract, KINDS, UNITS, names, SOUTHERN, day="2021-12-01"))


def test_a_contract_is_printed_with_its_value_in_force_and_its_sources() -> None:
    values = of(FIRST)
    paper = group(values, "hop_dong")
    assert (paper["so"], paper["ngay"], paper["noi_dung"]) == ("1/HĐ", "ngày 05 tháng 5 năm 2021", "Hỗ trợ a")
    assert (paper["gia_tri"], paper["bang_chu"]) == ("105.000.000", "Một trăm lẻ năm triệu đồng")
    assert (paper["nghiem_thu"], paper["nghiem_thu_bang_chu"]) == ("104.000.000", "Một trăm lẻ bốn triệu đồng")
    assert paper["thoi_han"] == "ngày 30 tháng 11 năm 2021"
    assert group(values, "ben_b") == {**party_values(None), "ten": "Trung tâm Năng suất"}
    assert group(values, "don_vi")["dai_dien"] == "Trần Thị Hạnh"
    assert rows(values, "kinh_phi") == (
        {"nguon": "Sự nghiệp khoa học và công nghệ", "nam": "2021", "so_tien": "105.000.000"},
        {"nguon": "DN", "nam": "", "so_tien": ""},
    )
    assert sorted((each["ten"], each["don_vi_tinh"], each["so_luong"]) for each in rows(values, "muc")) == [
        ("", "", "1"), ("5S", "công cụ", "2"), ("ISO 9001", "hệ thống", "1"),
    ]  # fmt: skip


def test_what_is_still_owed_is_what_was_accepted_less_what_went_out_by_this_contract() -> None:
    paper = group(of(FIRST), "hop_dong")
    assert (paper["tam_ung"], paper["da_thanh_toan"], paper["thu_hoi"]) == ("30.000.000", "5.000.000", "1.000.000")
    assert paper["con_lai"] == "70.000.000"  # 104 − 30 − 5 + 1 triệu; 7 triệu name no contract of two
    assert paper["con_lai_bang_chu"] == "Bảy mươi triệu đồng"
    assert [each["ngay"] for each in rows(of(FIRST), "khoan_chi")] == ["20/5/2021", "20/8/2021", "1/9/2021"]
    assert group(of(FIRST), "ho_so")["doi_ung"] == "20.000.000"


def test_a_registration_asks_the_state_for_its_own_sources_alone() -> None:
    """105 million of the state and 45 of the unit planned: 105 are asked for, 45 are the unit's."""
    made = replace(MODEL, money=(money("a", "I", 2021, "NSNN", 105_000_000), money("a", "I", 2021, "DN", 45_000_000)))
    told = group(dossier_values(DossierSources(made, FIRST, others={"DN"})), "ho_so")
    assert (told["kinh_phi"], told["ngan_sach"], told["doi_ung_du_kien"]) == (
        "150.000.000", "105.000.000", "45.000.000",
    )  # fmt: skip
    assert told["ngan_sach_bang_chu"] == "Một trăm linh năm triệu đồng"
    assert told["doi_ung"] == "20.000.000"
    assert group(of(FIRST), "ho_so")["doi_ung_du_kien"] == "20.000.000"  # none is planned: what was noted


def test_a_payment_that_names_no_contract_belongs_to_the_only_one() -> None:
    one = replace(
        MODEL, contracts=(FIRST,), payments=(Payment(id="x", dossier_id="a", move="payment", amount=104_000_000),)
    )
    paper = group(of(FIRST, one), "hop_dong")
    assert (paper["con_lai"], paper["con_lai_bang_chu"]) == ("0", "Không đồng")


def test_a_contract_without_value_date_and_deadline_leaves_room() -> None:
    paper = group(of(BY_ANOTHER), "hop_dong")
    assert (paper["noi_dung"], paper["ngay"], paper["gia_tri"], paper["bang_chu"], paper["thoi_han"]) == (
        "Chứng nhận", "", "", "", "",
    )  # fmt: skip
    assert (paper["con_lai"], paper["con_lai_bang_chu"]) == ("", "")
    assert group(of(BY_ANOTHER), "ben_b")["ten"] == "Công ty Bột mì"


def test_a_dossier_without_contract_unit_and_plan_has_papers_too() -> None:
    values = dossier_values(BARE)
    assert group(values, "hop_dong")["noi_dung"] == "Áp dụng 5S"
    assert {value for name, value in group(values, "hop_dong").items() if name != "noi_dung"} == {""}
    assert set(group(values, "don_vi").values()) == {""}
    assert rows(values, "khoan_chi") == ()
    assert group(values, "ke_hoach") == {"van_ban": ""}
    assert dossier_values(DossierSources(BARE.whole))["ngay_theo_doi"] == ""


def test_a_plan_is_cited_with_what_is_known_of_it() -> None:
    numbered = replace(FULL, plan=Plan(id="k", code="K", title="K", number="9/KH"))
    assert group(dossier_values(numbered), "ke_hoach")["van_ban"] == "Kế hoạch số 9/KH"


def test_no_contract_is_printed_from_its_appendix() -> None:
    with pytest.raises(InputError, match="2/HĐ là phụ lục; hãy lập văn bản từ hợp đồng chính"):
        of(APPENDIX)
    assert set(main_contracts(MODEL)) == {FIRST, BY_ANOTHER}


def test_late_work_is_listed_with_the_days_it_is_over() -> None:
    made = whole(
        dossier("a"), step("a", "registered", "2021-01-05"), step("a", "checked", due_on="2021-11-01"),
        contract("a", "1", 5, deadline="2021-11-30"),
        contract("a", "2", 5, deadline="2021-11-30", accepted_on="2021-10"),
        contract("a", "3", 5, deadline="2021-11-30", liquidated_on="2021-10"), contract("a", "4", 5),
        ReportRequest(id="r1", dossier_id="a", kind="ad_hoc", subject="money", due_on="2021-11-20"),
        ReportRequest(id="r2", dossier_id="a", due_on="2021-11-21"),
        ReportRequest(id="r3", dossier_id="a", due_on="2021-12-21"),
    )  # fmt: skip
    assert late_rows(made, "2021-12-01") == (
        {"ten": "Bước kiểm tra", "han": "1/11/2021", "so_ngay": "30"},
        {"ten": "Hoàn thành Hợp đồng số 1/HĐ", "han": "30/11/2021", "so_ngay": "1"},
        {"ten": "Nộp báo cáo kinh phí (đột xuất)", "han": "20/11/2021", "so_ngay": "11"},
        {"ten": "Nộp báo cáo tiến độ và kinh phí", "han": "21/11/2021", "so_ngay": "10"},
    )
    assert late_rows(replace(made, dossier=replace(made.dossier, state="paused")), "2021-12-01") == ()


def test_indicators_say_how_much_they_changed() -> None:
    made = WholeDossier(
        Dossier(id="a", title="A"),
        indicators=(
            Indicator(id="1", dossier_id="a", name="Lỗi", before=Decimal(0), after=Decimal(2)),
            Indicator(id="2", dossier_id="a", name="Chi phí", unit="đồng", before=Decimal(5), after=Decimal(5)),
            Indicator(id="3", dossier_id="a", name="Sản lượng"),
        ),
    )
    assert [(each["truoc"], each["sau"], each["thay_doi"]) for each in indicator_rows(made)] == [
        ("0", "2", "+2"), ("5", "5", "0 (0%)"), ("", "", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(("quota", "shown"), [(Decimal(1), "1"), (None, "")])
def test_the_minutes_of_a_round_list_the_ranking(quota: Decimal | None, shown: str) -> None:
    selection = SelectionRound(id="r", name="Đợt 1", quota=quota, money=280_000_000, requirements=("Có hợp đồng",))
    candidates = [
        Candidate(id="a", round_id="r", enterprise_id="dn1", result="chosen", reason="Vùng khó khăn", asked=5),
        Candidate(id="b", round_id="r", enterprise_id=None, is_eligible=False, why_not="Thiếu phiếu"),
    ]
    need = Criterion(id="n", round_id="r", position="b", name="Cần", most_points=Decimal(100))
    other = Criterion(id="o", round_id="r", position="a", name="Đủ")
    scores = [Score(id="s", candidate_id="a", criterion_id="n", judge="Hà", points=Decimal("87.5"))]
    found = ranking(selection, candidates, [need], scores)
    values = round_values(selection, found, UNITS, (need, other))
    assert group(values, "dot") == {
        "ten": "Đợt 1", "doi_tuong": "đơn vị được hỗ trợ", "chi_tieu": shown, "kinh_phi": "280.000.000", "ngay_hop": "",
        "quyet_dinh": "",
    }  # fmt: skip
    assert rows(values, "tieu_chi") == ({"ten": "Đủ", "diem_toi_da": ""}, {"ten": "Cần", "diem_toi_da": "100"})
    assert rows(values, "yeu_cau") == ({"noi_dung": "Có hợp đồng"},)
    assert rows(values, "ung_vien") == (
        {
            "hang": "1", "ten": "Công ty Bột mì", "diem": "87,50", "de_nghi": "5", "ket_qua": "Được chọn",
            "ghi_chu": "Vùng khó khăn",
        },
        {"hang": "-", "ten": "", "diem": "0,00", "de_nghi": "", "ket_qua": "", "ghi_chu": "Thiếu phiếu"},
    )  # fmt: skip
    of_offers = replace(selection, purpose=CONSULTANTS, held_on="2021-04-15")
    words = group(round_values(of_offers, found, UNITS), "dot")
    assert (words["doi_tuong"], words["ngay_hop"]) == ("tổ chức tư vấn", "ngày 15 tháng 4 năm 2021")
