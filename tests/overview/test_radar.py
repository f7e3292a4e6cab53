"""The radar says the same as the lists it sums up, and counts days as the law counts them."""

import datetime as dt
from random import Random

import pytest

from nscl_desktop.domain.contracts import Contract
from nscl_desktop.domain.counting_rules import DayOff
from nscl_desktop.domain.deadlines import dues
from nscl_desktop.domain.dossiers.listing import Wait, deadlines
from nscl_desktop.domain.enterprises import Certificate, Enterprise
from nscl_desktop.domain.follow_up_states import days_left
from nscl_desktop.domain.inspections import Recommendation, Visit
from nscl_desktop.domain.radar import (
    RadarKind,
    RadarLine,
    Waiting,
    calendar_of,
    due_soon,
    in_order,
    report_lines,
    waiting_lines,
)
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.supports import STAGES, Dossier, FollowUp, ReportRequest, StageStep
from nscl_desktop.domain.targets import Obligation
from nscl_desktop.domain.work import WorkItem
from nscl_desktop.domain.working_days import WorkCalendar
from nscl_desktop.storage.dossier_list import dossier_rows
from nscl_desktop.storage.radar_queries import waiting_records
from nscl_desktop.storage.visit_queries import advice_rows
from tests.enterprises.registers import store_of

TODAY = dt.date(2026, 11, 22)  # a Sunday
KINDS = {
    Wait.STAGE: RadarKind.STAGE, Wait.CONTRACT: RadarKind.CONTRACT, Wait.REPORT: RadarKind.UNIT_REPORT,
    Wait.FOLLOW_UP: RadarKind.FOLLOW_UP,
}  # fmt: skip


def day(random: Random) -> str:
    """Around the day, sometimes only its month."""
    found = (TODAY + dt.timedelta(days=random.randint(-90, 90))).isoformat()
    return random.choice((found, found, found[:7], ""))


def made_up(random: Random) -> list[Record]:
    found: list[Record] = [Enterprise(id="u", name="Đơn vị")]
    for at in range(60):
        key = f"d{at}"
        state = random.choice(("open", "open", "paused", "ended", "done"))
        guided = random.random() < 0.2
        found.append(Dossier(id=key, title="Hồ sơ", enterprise_id="u", state=state, is_guidance=guided))
        for code, _ in STAGES:
            if random.random() < 0.4:
                done = random.choice(("", "2026-01-01", "2025"))
                found.append(StageStep(id=f"{key}{code}", dossier_id=key, stage=code, due_on=day(random), done_on=done))
        for number in range(random.randint(0, 3)):
            changes = f"{key}c0" if number and random.random() < 0.6 else None
            accepted = random.choice(("", "", "2026-02-02"))
            found.append(
                Contract(
                    id=f"{key}c{number}", dossier_id=key, number="1", deadline=day(random), changes=changes,
                    date=f"2026-01-0{number + 1}", accepted_on=accepted,
                )
            )  # fmt: skip
        found.append(ReportRequest(id=f"{key}r", dossier_id=key, due_on=day(random)))
        found.append(FollowUp(id=f"{key}f", dossier_id=key, due_on=day(random)))
        found.append(Visit(id=f"{key}v", enterprise_id="u", state=random.choice(("draft", "finished", "signed"))))
        closed = random.choice(("", "", "2026-10-10"))
        found.append(
            Recommendation(id=f"{key}a", visit_id=f"{key}v", text="Sửa", deadline=day(random), closed_on=closed)
        )
    return found


def test_the_radar_waits_for_what_the_lists_of_dossiers_and_advice_wait_for() -> None:
    for seed in range(4):
        store = store_of(made_up(Random(seed)))
        with store.reading() as connection:
            waiting = list(waiting_records(connection, TODAY))
            rows, advice = dossier_rows(connection), advice_rows(connection)
        store.close()
        expected = {
            (KINDS[each.wait], row.id, each.due_on)
            for row in rows for each in deadlines(row, TODAY.isoformat()) if each.wait in KINDS
        }  # fmt: skip
        in_list = {
            (RadarKind.ADVICE, row.advice.visit_id, row.advice.deadline)
            for row in advice
            if (left := days_left(row.advice, TODAY.isoformat())) is not None and left <= 30
        }
        kinds = {*KINDS.values(), RadarKind.ADVICE}
        assert {(each.kind, each.key, each.due_on) for each in waiting if each.kind in kinds} == expected | in_list
        assert expected
        assert in_list


def test_certificates_stand_on_the_radar_until_they_are_renewed() -> None:
    held = [
        ("a", "ISO 9001", "2026-12-31"), ("a", "HACCP", "2026-11-01"), ("a", "HACCP", "2029-11-01"),
        ("a", "ISO 14001", "2027-06-01"),
    ]  # fmt: skip
    records: list[Record] = [Enterprise(id="a", name="Công ty A")]
    for number, (unit, standard, expires) in enumerate(held):
        records.append(Certificate(id=str(number), enterprise_id=unit, standard=standard, expires_on=expires))
    store = store_of(records)
    with store.reading() as connection:
        assert list(waiting_records(connection, TODAY)) == [
            Waiting(RadarKind.CERTIFICATE, "enterprise", "a", "ISO 9001", "Công ty A", "2026-12-31")
        ]
    store.close()


def test_work_under_way_and_dossiers_that_stand_still() -> None:
    store = store_of([
        Dossier(id="still", code="HS-1", title="Đứng"), StageStep(id="1", dossier_id="still", done_on="2026-03-01"),
        Dossier(id="goes", title="Đi"), StageStep(id="2", dossier_id="goes", done_on="2026-10-01"),
        Dossier(id="new", title="Chưa có bước"), Dossier(id="over", title="Xong", state="done"),
        StageStep(id="3", dossier_id="over", done_on="2025-03-01"),
        WorkItem(id="w1", title="Hội nghị", due_on="2026-12-01"),
        WorkItem(id="w2", title="Đã xong", due_on="2026-12-01", state="done"),
        WorkItem(id="w3", title="Còn lâu", due_on="2027-12-01"),
    ])  # fmt: skip
    with store.reading() as connection:
        found = list(waiting_records(connection, TODAY))
    store.close()
    assert [(each.kind, each.key, each.name) for each in found] == [
        (RadarKind.WORK, "w1", "Hội nghị"), (RadarKind.STILL, "still", "HS-1 Đứng"),
    ]  # fmt: skip
    (line,) = waiting_lines(found[1:], TODAY, WorkCalendar())
    assert line.left_words == "đã 266 ngày không có bước nào"


def test_before_the_30th_both_days_are_told_and_working_days_counted() -> None:
    obligation = Obligation(
        id="o", plan_id="p", text="Báo cáo năm", from_party="Các Sở", to_party="Sở KH&CN", day=30, month=11
    )
    calendar = calendar_of([], [2026])
    (line,) = report_lines(dues([obligation], [2026], calendar), TODAY, calendar)
    # 29/11/2026 is a Sunday: the last working day before is Friday 27/11; Monday to Friday are five working days
    assert (line.stated, line.safe, line.last_working) == (
        dt.date(2026, 11, 30), dt.date(2026, 11, 29), dt.date(2026, 11, 27),
    )  # fmt: skip
    assert line.left_words == "còn 7 ngày (5 ngày làm việc)"
    assert (line.ring, line.whose) == (7, "Các Sở → Sở KH&CN")


@pytest.mark.parametrize(
    ("today", "words", "ring"),
    [
        (dt.date(2026, 11, 29), "hôm nay là ngày cuối", 1), (dt.date(2026, 12, 2), "quá hạn 3 ngày", 1),
        (dt.date(2026, 9, 1), "còn 89 ngày (62 ngày làm việc)", None),
    ],
)  # fmt: skip
def test_a_report_comes_nearer_ring_by_ring(today: dt.date, words: str, ring: int | None) -> None:
    obligation = Obligation(id="o", plan_id="p", day=30, month=11)
    calendar = calendar_of([], [2026])
    (line,) = report_lines(dues([obligation], [2026], calendar), today, calendar, ["p"])
    assert (line.left_words, line.ring) == (words, ring)


def test_a_report_of_another_plan_or_long_ago_is_not_shown() -> None:
    obligation = Obligation(id="o", plan_id="p", day=30, month=5)
    calendar = calendar_of([], [2026])
    found = dues([obligation], [2026], calendar)
    assert report_lines(found, TODAY, calendar) == []
    assert report_lines(found, dt.date(2026, 5, 1), calendar, ["q"]) == []


def test_days_off_that_the_office_noted_go_before_the_proposed_ones() -> None:
    noted = [DayOff(id="1", date="2026-11-23", name="Nghỉ"), DayOff(id="2", date="2026-11-28", is_worked=True)]
    calendar = calendar_of([*noted, DayOff(id="3", date="2026-11")], [2026, 2027])
    assert not calendar.is_working(dt.date(2026, 11, 23))
    assert calendar.is_working(dt.date(2026, 11, 28))
    assert calendar.is_working(dt.date(2026, 9, 2))  # the office keeps its own list of 2026, in which this is missing
    assert not calendar.is_working(dt.date(2027, 9, 2))


def waiting(kind: RadarKind, name: str, due_on: str) -> Waiting:
    return Waiting(kind, "dossier", name, name, f"Đơn vị {name}", due_on)


def test_records_of_a_kind_are_one_line_late_and_near_apart() -> None:
    found = [
        waiting(RadarKind.STAGE, "b", "2026-12-01"), waiting(RadarKind.STAGE, "a", "2026-11-25"),
        waiting(RadarKind.STAGE, "c", "2026-11-10"), waiting(RadarKind.STILL, "d", "2025-01-01"),
    ]  # fmt: skip
    lines = in_order(waiting_lines(found, TODAY, WorkCalendar()))
    assert [(line.name, line.left, line.whose) for line in lines] == [
        ("c", -12, "Đơn vị c"), ("2 bước của hồ sơ", 3, ""), ("d", -690, "Đơn vị d"),
    ]  # fmt: skip
    assert [each.name for each in lines[1].records] == ["a", "b"]
    assert due_soon(lines) == 3


def test_what_is_further_off_is_not_due_soon() -> None:
    far = TODAY + dt.timedelta(days=31)
    line = RadarLine(RadarKind.REPORT, "x", "", far, far, far, 31, 20)
    assert due_soon([line]) == 0
