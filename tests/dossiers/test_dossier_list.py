"""The list of dossiers says of each what the rules say of the whole dossier, read by other means."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nscl_desktop.domain.contracts import Contract
from nscl_desktop.domain.dossiers.listing import DossierRow, Wait, deadlines
from nscl_desktop.domain.dossiers.numbering import next_code, require_new_code
from nscl_desktop.domain.dossiers.papers import missing_papers
from nscl_desktop.domain.dossiers.stages import ORDER, StageStatus, reached, stage_states
from nscl_desktop.domain.dossiers.sums import deadline_of, effective_contracts, sums_of
from nscl_desktop.domain.dossiers.whole import WholeDossier, gather
from nscl_desktop.domain.enterprises import Certificate, Enterprise
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.supports import Dossier, DossierPaper, FollowUp, ReportRequest, StagePaper, StageStep
from nscl_desktop.services.dossier_catalogue import shipped_papers
from nscl_desktop.storage.dossier_list import dossier_rows
from tests.dossiers.small_dossiers import contract, dossier, money, step
from tests.enterprises.registers import store_of

UNIT = Enterprise(id="dn1", name="Công ty TNHH Bột mì Tây Ninh")
OLD_PAPER = StagePaper(id="cu", stage="registered", position="a0", name="Giấy cũ", valid_to="2021")
NEW_PAPER = StagePaper(id="moi", stage="surveyed", position="a0", name="Giấy mới", valid_from="2022-06-01")
LIST = (*shipped_papers().papers, OLD_PAPER, NEW_PAPER)
DAYS = ("", "2021-03-05", "2022-05-01", "2022-07-09", "2023-01-31")

a_day = st.sampled_from(DAYS)
a_step = st.tuples(st.sampled_from(ORDER), a_day, a_day)


def rows_of(*records: Record) -> dict[str, DossierRow]:
    with store_of(records).reading() as connection:
        return {row.id: row for row in dossier_rows(connection)}


def parts_of(key: str, steps: list[tuple[str, str, str]], papers: list[tuple[int, str, str]]) -> list[Record]:
    noted = {stage: (due, done) for stage, due, done in steps}
    found: list[Record] = [step(key, stage, done, due) for stage, (due, done) in noted.items()]
    listed = {at: (on, why) for at, on, why in papers}
    found += [
        DossierPaper(id=f"{key}/{at}", dossier_id=key, paper_id=LIST[at].id, received_on=on, not_needed=why)
        for at, (on, why) in listed.items()
    ]
    return found


@settings(max_examples=60, deadline=None)
@given(
    steps=st.lists(a_step, max_size=8),
    papers=st.lists(
        st.tuples(st.integers(0, len(LIST) - 1), a_day, st.sampled_from(("", " ", "Không áp dụng"))), max_size=12
    ),
    is_guidance=st.booleans(),
    committed=st.sampled_from(("", "2021", "2022-05")),
    year=st.sampled_from((None, 2021, 2022)),
)
def test_stage_deadline_and_missing_papers_are_those_of_the_rules(
    steps: list[tuple[str, str, str]],
    papers: list[tuple[int, str, str]],
    is_guidance: bool,
    committed: str,
    year: int | None,
) -> None:
    head = dossier("a", None, is_guidance=is_guidance, committed_on=committed, year=year)
    records: list[Record] = [*LIST, head, *parts_of("a", steps, papers)]
    whole = gather(records)["a"]
    row = rows_of(*records)["a"]
    assert row.stage == reached(whole)
    assert row.stage_on == (whole.day_of(row.stage) if row.stage else "")
    assert row.missing == len(missing_papers(whole, LIST))
    assert (row.stage_due, row.next_stage) == _first_deadline(whole)


def _first_deadline(whole: WholeDossier) -> tuple[str, str]:
    waiting = [
        (each.step.due_on, each.stage)
        for each in stage_states(whole, "2000-01-01")
        if each.status is StageStatus.PLANNED and each.step is not None
    ]
    due = min((due for due, _ in waiting), default="")
    stages = [stage for day, stage in waiting if day == due]
    found = rows_stage(whole, stages)
    return due, found


def rows_stage(whole: WholeDossier, stages: list[str]) -> str:
    """Of stages due on one day the earliest stage is named."""
    return min(stages, key=ORDER.index, default="")


def test_a_row_tells_unit_money_and_what_stands_for_another() -> None:
    rows = rows_of(
        UNIT,
        dossier("a", carried_text="2016-2020"), dossier("b", None, replaces="a"), dossier("c", carried_from="b"),
        money("a", "I", 2021, "NSNN", 30), money("a", "I", 2022, "DN", None), money("b", "I", 2022, "DN", 5),
    )  # fmt: skip
    assert (rows["a"].unit, rows["a"].money, rows["b"].unit) == (UNIT.name, 30, "")
    flags = {key: (row.is_carried, row.is_replacement, row.is_replaced) for key, row in rows.items()}
    assert flags == {"a": (True, False, True), "b": (False, True, False), "c": (True, False, False)}
    assert "cong ty tnhh bot mi tay ninh" in rows["a"].folded


def test_an_appendix_moves_the_deadline_and_acceptance_ends_it() -> None:
    records: list[Record] = [
        dossier("a", None), contract("a", "1", 5, deadline="2022-05-01", date="2022-01-01"),
        contract("a", "2", 5, deadline="2022-09-01", date="2022-04-01", changes="1"),
        dossier("b", None), contract("b", "3", 5, deadline="2022-05-01"),
        dossier("c", None), contract("c", "4", 5, deadline="2022-05-01", accepted_on="2022-04-01"),
    ]  # fmt: skip
    found = {key: row.contract_due for key, row in rows_of(*records).items()}
    assert found == {"a": "2022-09-01", "b": "2022-05-01", "c": ""}
    whole = gather(records)["a"]
    assert [deadline_of(each, whole) for each, *_ in effective_contracts(whole)] == [found["a"]]
    assert sums_of([whole]).contracted == 5


def test_an_accepted_contract_with_an_appendix_is_not_waited_for() -> None:
    records = [
        dossier("a", None), contract("a", "1", 5, deadline="2022-05-01", accepted_on="2022-06-01"),
        contract("a", "2", 5, deadline="2022-09-01", changes="1"),
    ]  # fmt: skip
    assert rows_of(*records)["a"].contract_due == ""


def test_reports_follow_ups_and_certificates_wait_until_they_came() -> None:
    rows = rows_of(
        UNIT,
        dossier("a"),
        ReportRequest(id="r1", dossier_id="a", due_on="2022-06-01"),
        ReportRequest(id="r2", dossier_id="a", due_on="2022-03-01", received_on="2022-03-01"),
        FollowUp(id="f1", dossier_id="a", months=6, due_on="2022-08-01", done_on="2022-08-02"),
        FollowUp(id="f2", dossier_id="a", months=12, due_on="2023-02-01"),
        Certificate(id="c1", enterprise_id="dn1", standard="ISO 9001", expires_on="2022-01-01", dossier_id="a"),
        Certificate(id="c2", enterprise_id="dn1", standard="ISO 9001", expires_on="2025-01-01", dossier_id="a"),
        Certificate(id="c3", enterprise_id="dn1", standard="HACCP", expires_on="2024-01-01"),
    )
    assert (rows["a"].report_due, rows["a"].follow_due, rows["a"].certificate_due) == (
        "2022-06-01", "2023-02-01", "2025-01-01",
    )  # fmt: skip


def test_the_dossiers_of_one_unit_are_read_alone_and_say_the_same() -> None:
    other = Enterprise(id="dn2", name="Hợp tác xã Rau sạch")
    records: list[Record] = [UNIT, other]
    for key, unit in (("a", "dn1"), ("b", "dn2"), ("c", "dn1")):
        records += [dossier(key, unit), *parts_of(key, [("registered", "", "2022-07-09")], []), *_all_waits(key, unit)]
    store = store_of([*LIST, *records])
    with store.reading() as connection:
        every = {row.id: row for row in dossier_rows(connection)}
        own = dossier_rows(connection, "dn1")
    assert sorted(row.id for row in own) == ["a", "c"]
    assert all(every[row.id] == row for row in own)
    assert own[0].certificate_due == "2030-01-01"


def _all_waits(key: str, unit: str) -> list[Record]:
    return [
        money(key, "I", 2022, "NSNN", 7),
        contract(key, f"{key}1", 5, deadline="2022-05-01"),
        ReportRequest(id=f"{key}r", dossier_id=key, due_on="2022-06-01"),
        FollowUp(id=f"{key}f", dossier_id=key, due_on="2022-08-01"),
        Certificate(id=f"{key}c", enterprise_id=unit, standard=key, expires_on="2030-01-01", dossier_id=key),
    ]


ROW = rows_of(dossier("a", None))["a"]
LATE = ROW._replace(
    next_stage="surveyed", stage_due="2022-05-20", contract_due="2022-06-10", report_due="2022-06-01",
    follow_due="2022-07-15", certificate_due="2022-08-20",
)  # fmt: skip


def test_deadlines_are_told_with_the_days_the_most_urgent_first() -> None:
    assert [each.words for each in deadlines(LATE, "2022-06-01")] == [
        "Bước Khảo sát quá hạn 12 ngày", "Báo cáo của đơn vị hạn hôm nay", "Hợp đồng còn 9 ngày",
        "Giấy chứng nhận còn 80 ngày",
    ]  # fmt: skip


def test_in_a_narrow_place_a_deadline_is_told_shortly() -> None:
    assert [each.short for each in deadlines(LATE, "2022-06-01")][:2] == ["Khảo sát quá 12 ngày", "Báo cáo hạn hôm nay"]


@pytest.mark.parametrize(
    ("state", "waits"),
    [
        ("paused", {Wait.FOLLOW_UP, Wait.CERTIFICATE}),
        ("done", {Wait.FOLLOW_UP, Wait.CERTIFICATE}),
        ("ended", {Wait.CERTIFICATE}),
    ],
)
def test_what_is_not_open_is_late_with_less(state: str, waits: set[Wait]) -> None:
    row = LATE._replace(state=state, follow_due="2022-06-02")
    assert {each.wait for each in deadlines(row, date(2022, 6, 1).isoformat())} == waits


def test_codes_go_on_behind_the_greatest_of_the_year() -> None:
    known = ("HT-2021-001", "ht-2021-012", "HT-2022-040", "khác")
    assert next_code("HT-{năm}-{số}", 2021, known) == "HT-2021-013"
    assert next_code("HT-{năm}-{số}", 2023, known) == "HT-2023-001"
    assert next_code("{số}/HSHT", 2021, ("0999/HSHT", "x")) == "1000/HSHT"


def test_a_rule_without_a_number_and_a_code_borne_by_another_are_refused() -> None:
    with pytest.raises(InputError, match="chưa có"):
        next_code("HT-{năm}", 2021, ())
    with pytest.raises(InputError, match="Mã hồ sơ ht-1 đã có"):
        require_new_code(" ht-1 ", ["HT-1"])
    require_new_code(" ", [""])
    require_new_code("HT-2", ["HT-1"])


def test_a_step_of_a_contract_is_none_of_a_guidance() -> None:
    records: list[Record] = [
        Dossier(id="g", title="Hướng dẫn", is_guidance=True),
        StageStep(id="1", dossier_id="g", stage="running", done_on="2022-01-02"),
        StageStep(id="2", dossier_id="g", stage="liquidated", done_on="2022-03-02"),
        Contract(id="3", dossier_id="g", number="1"),
    ]
    assert rows_of(*records)["g"].stage == "running"
