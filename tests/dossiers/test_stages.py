"""How far a dossier has come; stages and their order as issued by the office (đăng ký … theo dõi)."""

import datetime as dt

import pytest

from nscl_desktop.domain.dossiers.days import days_until, is_past, is_within, last_day_of, months_later
from nscl_desktop.domain.dossiers.stages import (
    StageStatus,
    course,
    following,
    overdue,
    reached,
    stage_states,
)
from nscl_desktop.domain.dossiers.whole import whole_of
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.supports import FollowUp
from tests.dossiers.small_dossiers import TOOL, UNITS, dossier, item, step, whole, wholes

NAMES = [
    "Đăng ký", "Khảo sát", "Xét chọn", "Phê duyệt", "Hợp đồng", "Thực hiện", "Kiểm tra", "Nghiệm thu", "Thanh lý",
    "Quyết toán", "Theo dõi sau hỗ trợ",
]  # fmt: skip


def test_a_dossier_goes_through_eleven_stages_and_begins_with_the_registration() -> None:
    new = whole(dossier("a"))
    assert [state.name for state in stage_states(new, "2022-01-01")] == NAMES
    assert {state.status for state in stage_states(new, "2022-01-01")} == {StageStatus.UNPLANNED}
    assert (reached(new), following(new), new.name) == ("", "registered", "hồ sơ A")


def test_guidance_has_no_contract_no_liquidation_and_no_settlement() -> None:
    left = course(dossier("a", is_guidance=True))
    assert len(left) == 8
    assert not {"contracted", "liquidated", "settled"} & set(left)


def test_the_stage_reached_is_the_furthest_done_and_the_next_follows_it() -> None:
    run = whole(
        dossier("a"),
        step("a", "registered", "2022-01-05"),
        step("a", "approved", "2022-03-01"),
        step("a", "contracted", due_on="2022-04-15"),
    )
    assert (reached(run), following(run)) == ("approved", "contracted")
    statuses = {state.stage: state.status for state in stage_states(run, "2022-04-16")}
    assert statuses["registered"] is StageStatus.DONE
    assert statuses["surveyed"] is StageStatus.SKIPPED
    assert statuses["contracted"] is StageStatus.OVERDUE
    assert statuses["running"] is StageStatus.UNPLANNED
    assert [state.stage for state in overdue(run, "2022-04-15")] == []
    assert [state.stage for state in overdue(run, "2022-04-16")] == ["contracted"]


def test_steps_without_a_day_stand_with_their_stage() -> None:
    run = whole(dossier("a"), step("a", "surveyed"), step("a", "approved", "2022-03-01"), step("a", "running"))
    found = {state.stage: (state.status, bool(state.step)) for state in stage_states(run, "2022-04-16")}
    assert found["surveyed"] == (StageStatus.SKIPPED, True)
    assert found["running"] == (StageStatus.UNPLANNED, True)


@pytest.mark.parametrize("state", ["paused", "ended", "done"])
def test_a_dossier_that_is_not_open_owes_no_stage(state: str) -> None:
    waiting = whole(dossier("a", state=state), step("a", "registered", due_on="2022-01-05"))
    assert following(waiting) == ""
    assert overdue(waiting, "2022-06-01") == ()


def test_behind_the_last_stage_nothing_follows() -> None:
    assert following(whole(dossier("a"), step("a", "followed", "2024-01-05"))) == ""


def test_a_month_is_past_when_its_last_day_is() -> None:
    assert not is_past("2021-08", "2021-08-31")
    assert is_past("2021-08", "2021-09-01")
    assert not is_past("", "2021-09-01")


def test_validity_counts_both_its_ends() -> None:
    assert is_within("2021-06-30", "2021-06-30", "2021-06-30")
    assert not is_within("2021-06-29", "2021-06-30", "")
    assert not is_within("2021-07-01", "", "2021-06-30")
    assert is_within("2021-07-01", "", "")


def test_days_known_in_part_end_with_their_month_or_year() -> None:
    assert last_day_of("2024-02") == dt.date(2024, 2, 29)
    assert last_day_of("2023") == dt.date(2023, 12, 31)
    assert (days_until("2021-08", "2021-08-01"), days_until("2021-08-01", "2021-08-11")) == (30, -10)


def test_months_later_stays_inside_the_month() -> None:
    assert months_later("2021-08-31", 6) == "2022-02-28"
    assert months_later("2021-12-15", 12) == "2022-12-15"
    assert months_later("2023-02-28", 24) == "2025-02-28"


def test_parts_stand_in_their_order_and_strangers_are_passed_over() -> None:
    late, early = (
        FollowUp(id="z", dossier_id="a", months=12, due_on="2023-01-01"),
        FollowUp(id="y", dossier_id="a", months=6, due_on="2022-07-01"),
    )
    second, first = item("a", TOOL, position="a1"), item("a", TOOL, position="a0", id="x")
    found = whole(UNITS["dn1"], late, dossier("a", code=""), early, second, first)
    assert [each.id for each in found.follow_ups] == ["y", "z"]
    assert [each.id for each in found.items] == ["x", "a/5s"]
    assert found.name == "hồ sơ “Hỗ trợ a”"


def test_a_dossier_that_is_gone_is_said_to_be() -> None:
    there = wholes(dossier("a"))
    assert whole_of(there, "a").dossier.id == "a"
    with pytest.raises(InputError, match="Không còn hồ sơ hỗ trợ này"):
        whole_of(there, "b")


def test_a_dossier_goes_by_the_day_of_its_registration_else_of_the_promise_else_its_year() -> None:
    assert (
        whole(dossier("a", committed_on="2022-02-02"), step("a", "registered", "2022-01-05")).opened_on == "2022-01-05"
    )
    assert whole(dossier("a", committed_on="2022-02-02")).opened_on == "2022-02-02"
    assert whole(dossier("a")).opened_on == "2022"
    assert whole(dossier("a", year=None)).opened_on == ""
