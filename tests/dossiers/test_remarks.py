"""Warnings with numbers, which never block; one finding for one cause. Money in đồng, worked by hand."""

from dataclasses import replace
from decimal import Decimal

import pytest

from nscl_desktop.domain.contracts import ADVANCE, OWN_SHARE, PAYMENT, RECOVERY
from nscl_desktop.domain.dossiers.codes import TITLES, mark_of
from nscl_desktop.domain.dossiers.lateness import expiring, late
from nscl_desktop.domain.dossiers.money_remarks import about_contracts, over_line
from nscl_desktop.domain.dossiers.norms import norm_of, over_norm
from nscl_desktop.domain.dossiers.remarks import Surroundings, remarks
from nscl_desktop.domain.dossiers.repeats import same_support_before
from nscl_desktop.domain.enterprises import Certificate
from nscl_desktop.domain.findings import Severity
from nscl_desktop.domain.supports import Reason, ReportRequest, SupportNorm
from tests.dossiers.small_dossiers import (
    KINDS,
    LEAN,
    SYSTEM,
    TOOL,
    UNITS,
    contract,
    dossier,
    item,
    money,
    payment,
    step,
    whole,
    wholes,
)
from tests.small_plans import Sketch

TR = 1_000_000
PLAN = Sketch().line("III").line("III.3", "III", price=70 * TR).cell("III.3", 2022, quantity="4").budget()


def test_the_dossier_that_crosses_the_lines_money_is_named_with_the_numbers() -> None:
    """TN III.3: 4 công cụ × 70 triệu = 280 triệu; three dossiers of 100 triệu."""
    there = wholes(*(each for key in "abc" for each in (
        dossier(key), step(key, "registered", f"2022-01-0{ord(key) - 96}"),
        money(key, "III.3", 2022, "NSNN", 100 * TR),
    )))  # fmt: skip
    found = {key: list(over_line(PLAN, each, there.values())) for key, each in there.items()}
    assert (found["a"], found["b"]) == ([], [])
    (last,) = found["c"]
    assert (last.code, last.severity, last.place) == ("H101", Severity.WARNING, "Hồ sơ C")
    assert last.message == (
        "Kinh phí dự kiến 100.000.000 đồng vượt 20.000.000 đồng so với mục III.3 năm 2022, nguồn NSNN: "
        "kế hoạch 280.000.000 đồng, các hồ sơ trước đã dùng 200.000.000 đồng, còn 80.000.000 đồng."
    )
    assert (last.expected, last.found, mark_of(last)) == ("80.000.000 đồng", "100.000.000 đồng", "III.3/2022/NSNN")


def test_an_ended_dossier_holds_only_what_did_not_come_back() -> None:
    there = wholes(
        dossier("a", state="ended"), money("a", "III.3", 2022, "NSNN", 200 * TR), payment("a", ADVANCE, 30 * TR),
        payment("a", RECOVERY, 10 * TR), dossier("b", "dn2"), money("b", "III.3", 2022, "NSNN", 261 * TR),
    )  # fmt: skip
    (found,) = over_line(PLAN, there["b"], there.values())
    assert found.expected == "260.000.000 đồng"
    assert list(over_line(PLAN, there["a"], there.values())) == []


def test_money_without_year_and_source_is_held_against_the_whole_line_and_foreign_lines_are_passed_over() -> None:
    there = wholes(
        dossier("a"),
        money("a", "III", None, "", 281 * TR),
        money("a", "khác", 2022, "", 5),
        money("a", None, None, "", None),
    )
    (found,) = over_line(PLAN, there["a"], [])
    assert found.message.startswith("Kinh phí dự kiến 281.000.000 đồng vượt 1.000.000 đồng so với mục III: ")


def norm(key: str, **fields: object) -> SupportNorm:
    made = SupportNorm(id=key, name=key, legal_basis="Nghị quyết 01")
    for name, value in fields.items():
        object.__setattr__(made, name, value)
    return made


def test_the_nearest_and_latest_norm_of_the_dossiers_day_holds() -> None:
    every, tools, old, new = (
        norm("every"), norm("tools", group="tool"),
        norm("old", kind_id="5s", valid_to="2021-12-31"), norm("new", kind_id="5s", valid_from="2022-01-01"),
    )  # fmt: skip
    norms = (new, old, tools, every)
    tool, lean, system = item("a", TOOL), item("a", LEAN), item("a", SYSTEM)
    assert norm_of(tool, "2021-12-31", norms, KINDS) == old
    assert norm_of(tool, "2022", norms, KINDS) == new
    assert norm_of(tool, "", norms, KINDS) == new
    assert norm_of(lean, "2022", norms, KINDS) == tools
    assert norm_of(system, "2022", norms, KINDS) == every
    assert norm_of(replace(tool, kind_id=None), "2022", (old, tools), KINDS) is None


def test_money_over_the_norm_of_all_items_is_said_with_the_sum() -> None:
    """2 × 40 + 1 × 50 = 130 triệu, as Bình Dương prices its model."""
    model = whole(
        dossier("a"), item("a", TOOL, "2"), item("a", SYSTEM), money("a", "I", 2022, "NSNN", 140 * TR),
        money("a", "I", 2022, "DN", 60 * TR),
    )  # fmt: skip
    norms = (norm("t", group="tool", most_amount=40 * TR), norm("s", group="system", most_amount=50 * TR))
    (found,) = over_norm(model, [], norms, KINDS, {"NSNN"})
    assert found.code == "H102"
    assert found.message == (
        "Kinh phí 140.000.000 đồng vượt định mức 130.000.000 đồng "
        "(2 × 40.000.000 đồng + 1 × 50.000.000 đồng; theo Nghị quyết 01), vượt 10.000.000 đồng."
    )
    assert list(over_norm(model, [], norms[:1], KINDS, {"NSNN"})) == []
    assert list(over_norm(model, [], (), KINDS)) == []
    generous = norm("g", most_amount=47 * TR)
    assert list(over_norm(model, [], [generous], KINDS, {"NSNN"})) == []


def test_the_states_share_of_a_contract_has_a_ceiling_in_percent() -> None:
    """50 % of 101 đồng are 50,5: the ceiling is whole đồng below it."""
    model = whole(dossier("a"), item("a", TOOL), money("a", "I", 2022, "NSNN", 51), contract("a", "1", 101))
    half = norm("h", percent=Decimal(50), legal_basis="")
    (found,) = over_norm(model, [], [half], KINDS)
    assert found.message == (
        "Ngân sách hỗ trợ 51 đồng vượt 50% giá trị hợp đồng 101 đồng, tức là 50 đồng; vượt 1 đồng."
    )
    assert list(over_norm(whole(dossier("a"), item("a", TOOL)), [], [half], KINDS)) == []
    inside = whole(dossier("a"), item("a", TOOL), money("a", "I", 2022, "NSNN", 50), contract("a", "1", 101))
    assert list(over_norm(inside, [], [half], KINDS)) == []


def test_a_unit_has_a_ceiling_over_all_its_dossiers_and_a_number_of_times() -> None:
    there = wholes(
        dossier("a"), item("a", TOOL), money("a", "I", 2022, "NSNN", 60), dossier("b"), item("b", TOOL),
        money("b", "I", 2022, "NSNN", 50), dossier("c", "dn2"), item("c", TOOL), dossier("d"), item("d", SYSTEM),
    )  # fmt: skip
    limits = norm("u", group="tool", most_per_unit=100, most_times=1)
    found = list(over_norm(there["b"], there.values(), [limits], KINDS))
    rest = "cho một đơn vị theo Nghị quyết 01"
    assert [(each.code, each.message) for each in found] == [
        ("H102", f"Đơn vị được hỗ trợ 110 đồng qua 2 hồ sơ, vượt mức tối đa 100 đồng {rest}; vượt 10 đồng."),
        ("H103", "Đơn vị được hỗ trợ 2 lần, quy định tối đa 1 lần theo Nghị quyết 01."),
    ]  # fmt: skip
    assert list(over_norm(there["a"], there.values(), [limits], KINDS)) == []
    assert list(over_norm(there["c"], there.values(), [limits], KINDS)) == []


def test_the_same_support_before_names_unit_dossier_and_day() -> None:
    there = wholes(
        dossier("a", year=2021), item("a", TOOL), item("a", SYSTEM), step("a", "accepted", "2021-11-05"),
        dossier("b"), item("b", TOOL), item("b", SYSTEM),
    )  # fmt: skip
    (found,) = same_support_before(there["b"], there.values(), KINDS, UNITS)
    assert found.code == "H104"
    assert found.message == (
        "Công ty TNHH Bột mì Tây Ninh đã được hỗ trợ “5S”, “TCVN ISO 9001:2015” ở hồ sơ A năm 2021, "
        "đã qua bước Nghiệm thu ngày 5/11/2021."
    )
    assert list(same_support_before(there["a"], there.values(), KINDS, UNITS)) == []


def test_a_support_without_unit_name_year_or_stage_is_said_shortly() -> None:
    there = wholes(dossier("a", year=None), item("a", TOOL), dossier("b"), item("b", TOOL, name="5S ở kho"))
    (found,) = same_support_before(there["b"], there.values(), KINDS, {})
    assert found.message == "Đơn vị đã được hỗ trợ “5S ở kho” ở hồ sơ A."


@pytest.mark.parametrize(
    "before",
    [
        {"unit": "dn2"}, {"state": "ended"}, {"carries": True}, {"edition": "2008"},
        {"unit": None},
    ],
)  # fmt: skip
def test_other_units_editions_ended_and_carried_dossiers_are_no_repeat(before: dict[str, object]) -> None:
    unit = before.get("unit", "dn1")
    assert unit is None or isinstance(unit, str)
    there = wholes(
        dossier("a", unit, year=2020, state=before.get("state", "open")),
        item("a", SYSTEM, edition=before.get("edition", "")),
        dossier("b", carried_from="a" if before.get("carries") else None), item("b", SYSTEM),
    )  # fmt: skip
    assert list(same_support_before(there["b"], there.values(), KINDS, UNITS)) == []


def test_a_dossier_without_a_unit_repeats_nothing() -> None:
    there = wholes(dossier("a", None, year=2020), item("a", TOOL), dossier("b", None), item("b", TOOL, kind_id=None))
    assert list(same_support_before(there["b"], there.values(), KINDS, UNITS)) == []


def test_an_item_by_name_repeats_an_item_by_name() -> None:
    there = wholes(
        dossier("a", year=2020), item("a", TOOL, kind_id=None, name="Thẻ Kho"),
        dossier("b"), item("b", TOOL, kind_id=None, name="thẻ kho", edition="thẻ kho"),
        dossier("c", year=2023), item("c", TOOL, kind_id=None, name="thẻ kho"),
    )  # fmt: skip
    (found,) = same_support_before(there["c"], there.values(), KINDS, {})
    assert "“thẻ kho” ở hồ sơ A" in found.message


def test_one_delay_is_one_finding_with_all_its_witnesses() -> None:
    run = whole(
        dossier("a"), step("a", "running", due_on="2022-06-30"), step("a", "accepted", due_on="2022-08"),
        contract("a", "1", 5, deadline="2022-06-30"),
    )  # fmt: skip
    (found,) = late(run, "2022-09-01")
    assert (found.code, found.message) == ("H201", "Bước Thực hiện quá hạn 63 ngày (hạn 30/6/2022).")
    assert found.witnesses == (
        "Bước Nghiệm thu: hạn 8/2022",
        "Hợp đồng 1/HĐ quá thời hạn 63 ngày (hạn 30/6/2022) mà chưa nghiệm thu.",
    )


def test_a_contract_is_late_until_it_is_accepted_or_liquidated() -> None:
    run = whole(
        dossier("a"), contract("a", "1", 5, deadline="2022-06-30"),
        contract("a", "2", 5, deadline="2022-06-30", accepted_on="2022-06-01"),
        contract("a", "3", 5, deadline="2022-06-30", liquidated_on="2022-06-01"), contract("a", "4", 5),
    )  # fmt: skip
    assert [(each.code, mark_of(each)) for each in late(run, "2022-07-01")] == [("H202", "1")]
    assert list(late(run, "2022-06-30")) == []
    paused = whole(dossier("a", state="paused"), contract("a", "1", 5, deadline="2022-06-30"))
    assert list(late(paused, "2022-07-01")) == []


def test_a_report_that_is_overdue_is_said_with_its_days() -> None:
    asked = ReportRequest(id="r", dossier_id="a", due_on="2022-06-30")
    came = ReportRequest(id="s", dossier_id="a", due_on="2022-06-30", received_on="2022-06-30")
    (found,) = late(whole(dossier("a"), asked, came), "2022-07-10")
    assert (found.code, found.message) == ("H203", "Đơn vị chưa nộp báo cáo, hạn 30/6/2022, quá hạn 10 ngày.")


def certificate(key: str, expires: str, **fields: str) -> Certificate:
    given = {"enterprise_id": "dn1", "standard": "ISO 9001", **fields}
    return Certificate(id=key, expires_on=expires, **given)


def test_certificates_that_expire_are_listed_soonest_first_and_renewed_ones_not() -> None:
    there = [
        certificate("soon", "2024-03-31", standard="HACCP"), certificate("old", "2024-01-31"),
        certificate("new", "2027-01-31"), certificate("gone", "2024-02-01", enterprise_id="dn2"),
        certificate("endless", "", standard="5S"),
    ]  # fmt: skip
    assert [(each.id, left) for each, left in expiring(there, "2024-03-01", 30)] == [("gone", -29), ("soon", 30)]
    assert [each.id for each, _ in expiring(there, "2024-03-01", 29)] == ["gone"]


def test_contracts_above_the_dossiers_money_and_payments_above_acceptance() -> None:
    run = whole(
        dossier("a"), money("a", "I", 2022, "NSNN", 70), payment("a", OWN_SHARE, 20), payment("a", PAYMENT, 65),
        contract("a", "1", 100, accepted_value=60),
    )  # fmt: skip
    over, paid = about_contracts(run)
    assert (over.code, over.message) == (
        "H301",
        "Hợp đồng 100 đồng lớn hơn kinh phí của hồ sơ 90 đồng (dự kiến 70 đồng, đối ứng 20 đồng), chênh 10 đồng.",
    )  # fmt: skip
    assert (paid.code, paid.message) == (
        "H302", "Đã tạm ứng và thanh toán 65 đồng, lớn hơn giá trị nghiệm thu 60 đồng, chênh 5 đồng."
    )  # fmt: skip
    running = whole(dossier("a"), money("a", "I", 2022, "NSNN", 70), payment("a", ADVANCE, 30), contract("a", "1", 70))
    assert list(about_contracts(running)) == []


def test_an_ended_dossier_says_what_must_still_come_back() -> None:
    ended = whole(
        dossier("a", state="ended"), money("a", "I", 2022, "NSNN", 70), contract("a", "1", 70),
        payment("a", ADVANCE, 30), payment("a", RECOVERY, 12),
    )  # fmt: skip
    (found,) = about_contracts(ended)
    assert found.code == "H303"
    assert found.message == (
        "Hồ sơ đã chấm dứt còn 18 đồng phải thu hồi: đã tạm ứng và thanh toán 30 đồng, đã thu hồi 12 đồng, "
        "nghiệm thu 0 đồng."
    )


def test_all_remarks_come_in_the_order_of_their_codes_and_keep_the_reasons_given() -> None:
    reason = Reason(id="r", dossier_id="b", code="H104", mark="a", reason="Mở rộng sang nhà máy 2")
    there = wholes(
        dossier("a", year=2020), item("a", TOOL), dossier("b"), item("b", TOOL), reason,
        money("b", "III.3", 2022, "NSNN", 281 * TR), step("b", "surveyed", due_on="2022-02-01"),
    )  # fmt: skip
    certificates = [
        certificate("x", "2022-05-15", dossier_id="b"), certificate("y", "2022-05-15", dossier_id="a", standard="5S"),
        certificate("z", "2022-02-15", dossier_id="b", standard="HACCP"),
    ]  # fmt: skip
    around = Surroundings(there, "2022-03-01", KINDS, UNITS, certificates, budget=PLAN)
    found = remarks(there["b"], around)
    assert [each.code for each in found] == ["H101", "H104", "H201", "H204", "H204"]
    assert [each.waived for each in found][:2] == ["", "Mở rộng sang nhà máy 2"]
    assert [each.message for each in found][3:] == [
        "Giấy chứng nhận HACCP hết hạn ngày 15/2/2022, đã hết hạn 14 ngày.",
        "Giấy chứng nhận ISO 9001 hết hạn ngày 15/5/2022, còn 75 ngày.",
    ]
    assert {each.code for each in found} <= set(TITLES)
    assert [each.code for each in remarks(there["b"], Surroundings(there, "2022-01-01"))] == ["H104"]
