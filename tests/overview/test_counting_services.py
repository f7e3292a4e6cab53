"""Actions on rules, published figures, days off and sent reports: named steps, and what is refused."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.counting_rules import CountingRule, DayOff, PublishedFigure, SentReport
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.targets import Obligation, Target
from nscl_desktop.services import counting as services

TARGET = Target(id="t", plan_id="p", text="Trên 500 lượt người được đào tạo", unit="lượt người", value=Decimal(500))


def after(step: ChangeSet, *before: Record) -> Book:
    book = Book(before)
    book.apply(step.changes)
    return book


def rule_after(step: ChangeSet, *before: Record) -> CountingRule:
    (rule,) = after(step, *before).table(CountingRule).values()
    return rule


def test_proposals_are_taken_over_in_one_step_and_nothing_of_the_office_changes() -> None:
    other = Target(id="x", plan_id="p", unit="chuyên gia", value=Decimal(10))
    own = CountingRule(id="r", target_id="x", counted="club")
    song = Target(id="y", plan_id="p", unit="bài hát", value=Decimal(1))
    step = services.take_proposed([(TARGET, ["t"], None), (other, ["x"], own), (song, ["y"], None)])
    assert step.words == "Lấy 1 cách đếm đề xuất"
    rule = rule_after(step)
    assert (rule.target_id, rule.counted, rule.confirmed) == ("t", "enrolment", False)


def test_a_rule_is_made_for_its_target_and_then_changed() -> None:
    made = rule_after(services.set_rule(TARGET, None, {"counted": "enrolment", "distinct": "person"}))
    assert (made.target_id, made.counted, made.distinct) == ("t", "enrolment", "person")
    step = services.set_rule(TARGET, made, {"confirmed": True})
    assert step.words == "Sửa cách đếm của mục tiêu “Trên 500 lượt người được đào tạo”"
    assert rule_after(step, made).confirmed


def test_the_rule_of_the_plan_before_stays_as_it_was() -> None:
    before = CountingRule(id="r0", target_id="t0", counted="enrolment", state="passed")
    book = after(services.set_rule(TARGET, before, {"state": "attended"}), before)
    assert {each.target_id: each.state for each in book.table(CountingRule).values()} == {
        "t0": "passed", "t": "attended",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"counted": "published"},
         "Cách đếm theo số công bố cần tên chỉ tiêu; hãy chọn hoặc nhập chỉ tiêu."),
        ({"counted": "dossier", "base": "published"},
         "Tỷ lệ chia cho số công bố cần tên chỉ tiêu làm mẫu số; hãy chọn hoặc nhập chỉ tiêu."),
        ({"counted": "club", "base": "register"},
         "Loại được đếm này không tính được tỷ lệ; hãy chọn “Không tính tỷ lệ”."),
    ],
)  # fmt: skip
def test_a_rule_that_lacks_what_it_needs_is_refused(values: dict[str, str], sentence: str) -> None:
    with pytest.raises(InputError) as refused:
        services.set_rule(TARGET, None, dict(values))
    assert refused.value.sentence == sentence


def test_a_rule_is_taken_away() -> None:
    rule = CountingRule(id="r", target_id="t")
    assert not after(services.remove_rule(TARGET, rule), rule).table(CountingRule)


def test_published_figures_bear_their_source_and_stand_once() -> None:
    values: dict[str, Value] = {
        "indicator": "GRDP",
        "year": 2024,
        "value": Decimal(9),
        "source": "Niên giám thống kê 2024",
    }
    step = services.add_figure([], **values)
    (figure,) = after(step).table(PublishedFigure).values()
    assert step.words == "Thêm số công bố “GRDP” năm 2024"
    with pytest.raises(InputError, match="Đã có số “GRDP” năm 2024"):
        services.add_figure([figure], **values)
    assert services.add_figure([figure], **{**values, "is_estimate": True})
    assert services.add_figure([figure], **{**values, "year": 2025})
    (changed,) = after(services.set_figure(figure, value=Decimal(8)), figure).table(PublishedFigure).values()
    assert changed.value == 8
    assert not after(services.remove_figure(figure), figure).table(PublishedFigure)


def test_a_figure_without_a_source_is_refused() -> None:
    with pytest.raises(InputError, match="Số liệu công bố còn thiếu giá trị, nguồn"):
        services.add_figure([], indicator="GRDP", year=2024)


def test_days_off_are_proposed_and_those_known_stay() -> None:
    known = DayOff(id="k", date="2026-01-01", name="Nghỉ Tết Dương lịch")
    book = after(services.propose_days_off([known], 2026), known)
    days = {each.date: each.name for each in book.table(DayOff).values()}
    # Tết of 2026 is on 17/2 (Bính Ngọ)
    assert (days["2026-01-01"], days["2026-02-17"]) == ("Nghỉ Tết Dương lịch", "Tết Âm lịch")
    assert not services.propose_days_off(book.table(DayOff).values(), 2026)


def test_a_day_off_is_added_changed_and_removed() -> None:
    step = services.add_day_off([], "2026-01-10", "Làm bù", is_worked=True)
    (day,) = after(step).table(DayOff).values()
    assert (step.words, day.is_worked) == ("Thêm ngày làm bù 10/1/2026", True)
    with pytest.raises(InputError, match="Đã có ngày 10/1/2026"):
        services.add_day_off([day], "2026-01-10", "Nghỉ")
    with pytest.raises(InputError, match="cần đủ ngày"):
        services.add_day_off([day], "2026-01", "Nghỉ")
    (changed,) = after(services.set_day_off(day, name="Nghỉ", is_worked=False), day).table(DayOff).values()
    assert (changed.name, changed.is_worked) == ("Nghỉ", False)
    assert not after(services.remove_day_off(day), day).table(DayOff)


def test_a_report_is_marked_as_sent_and_the_mark_taken_back() -> None:
    obligation = Obligation(id="o", plan_id="p")
    step = services.mark_sent(obligation, 2026, "2026-11-28", "45/BC-SKHCN", "Trần Thị Thử")
    (sent,) = after(step).table(SentReport).values()
    assert (sent.obligation_id, sent.year, sent.document) == ("o", 2026, "45/BC-SKHCN")
    assert services.mark_sent(obligation, 2026, "2026-11-29").changes[0].id == sent.id
    assert not after(services.unmark_sent(sent), sent).table(SentReport)
