"""Reports drafted, renewed, sent and taken back: what was counted is never typed, what was sent never changes."""

from dataclasses import replace
from decimal import Decimal

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.counting import Standing
from nscl_desktop.domain.counting_rules import SentReport
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.periodic_reports import (
    FINAL,
    HALF_YEAR,
    MIDTERM,
    PERIOD,
    SECTION,
    SENT,
    YEAR,
    PeriodicReport,
    ReportFigure,
    ReportList,
    ReportMoney,
)
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.report_figures import Draft, changed, differences, money_total, reached, share, shown, stands
from nscl_desktop.domain.report_lists import rows_of
from nscl_desktop.domain.targets import Obligation
from nscl_desktop.services import periodic_reports as service

D = Decimal
PLAN = PlanRow(
    id="p", code="KH", title="Kế hoạch", province="Tây Ninh", year_from=2021, year_to=2025, status="issued", version=1,
    doc_kind="Kế hoạch", number="950/KH-UBND", date="2021-03-30", issuer="UBND", period_plan_id=None, origin_id=None,
    origin_kind="",
)  # fmt: skip
REPORT = PeriodicReport(
    id="r", title="Kết quả năm 2021", plan_id="p", obligation_id="o", year_from=2021, year_to=2021, cutoff="2021-12-31"
)
OUT = replace(REPORT, state=SENT, sent_on="2021-12-15")
FIGURE = ReportFigure(
    id="f", report_id="r", planned=D(50), total=D(12), done=D(12), unit="doanh nghiệp", estimate=D(40)
)
MONEY = ReportMoney(id="m", report_id="r", planned=100, current=90, committed=80, paid=70, paid_total=70, estimate=88)
DUTY = Obligation(id="o", plan_id="p")


def fields_after(step: ChangeSet) -> list[tuple[str, str, dict[str, object] | None]]:
    return [(each.entity, each.id, dict(each.after) if each.after else None) for each in step.changes]


@pytest.mark.parametrize(
    ("kind", "first", "last", "words"),
    [
        (HALF_YEAR, 2021, 2021, "Kết quả thực hiện Kế hoạch nâng cao năng suất"),
        (HALF_YEAR, 2021, 2021, "hàng hóa 6 tháng đầu năm 2021"),
        (YEAR, 2021, 2021, "hàng hóa năm 2021"),
        (PERIOD, 2021, 2023, "hàng hóa giai đoạn 2021-2023"),
        (MIDTERM, 2021, 2023, "Sơ kết thực hiện"),
        (FINAL, 2021, 2025, "Tổng kết thực hiện"),
    ],
)  # fmt: skip
def test_a_report_is_named_by_its_kind_and_time(kind: str, first: int, last: int, words: str) -> None:
    assert words in service.new_report(PLAN, kind, first, last, f"{last}-12-31").title


@pytest.mark.parametrize(
    ("first", "last", "cutoff", "words"),
    [
        (None, 2021, "2021-12-31", "năm đầu và năm cuối"),
        (2022, 2021, "2022-12-31", "năm đầu và năm cuối"),
        (2021, 2021, "2021-12", "Ngày chốt số liệu cần đủ"),
        (2021, 2021, "2020-12-31", "trước kỳ báo cáo"),
    ],
)
def test_a_time_that_is_none_is_refused(first: int | None, last: int, cutoff: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        service.new_report(PLAN, YEAR, first, last, cutoff)


def test_a_report_comes_on_file_with_its_figures_in_one_step() -> None:
    step = service.open_report(REPORT, Draft((FIGURE,), (MONEY,)))
    assert [each.id for each in step.changes] == ["r", "f", "m"]
    assert (step.words, step.scope) == ("Lập báo cáo “Kết quả năm 2021”", "r")


def test_only_the_estimate_of_a_figure_is_typed() -> None:
    assert fields_after(service.set_value(REPORT, FIGURE, "estimate", D(45))) == [
        ("report_figure", "f", {"estimate": D(45)})
    ]
    assert fields_after(service.set_value(REPORT, MONEY, "estimate", 90)) == [("report_money", "m", {"estimate": 90})]
    for record, name in ((FIGURE, "total"), (MONEY, "paid"), (REPORT, "state")):
        with pytest.raises(InputError, match="không nhập tay"):
            service.set_value(REPORT, record, name, None)


def test_words_and_time_of_a_draft_are_written_and_checked() -> None:
    assert fields_after(service.set_value(REPORT, REPORT, "summary", "Đã làm.")) == [
        ("periodic_report", "r", {"summary": "Đã làm."})
    ]
    assert service.set_value(REPORT, REPORT, "year_to", 2021).changes == ()
    with pytest.raises(InputError, match="năm đầu không sau năm cuối"):
        service.set_value(REPORT, REPORT, "year_to", 2020)


def test_what_has_changed_is_told_and_not_written_over() -> None:
    now = Draft((replace(FIGURE, total=D(14)),), (replace(MONEY, paid=75), replace(MONEY, id="neu")))
    assert changed((FIGURE, MONEY, replace(FIGURE, id="weg")), now) == {
        "f": ("Lũy kế: 12 → 14",), "m": ("Đã chi: 70 → 75",), "weg": ("không còn trong kế hoạch",),
        "neu": ("chưa có trong báo cáo",),
    }  # fmt: skip
    assert differences(FIGURE, FIGURE) == ()
    assert differences(FIGURE, replace(FIGURE, done=None)) == ("Trong kỳ: 12 → —",)


def test_renewing_takes_what_the_data_say_and_keeps_what_was_entered() -> None:
    now = Draft((replace(FIGURE, total=D(14), estimate=None),), (replace(MONEY, id="neu"),))
    step = service.renew(REPORT, (FIGURE, MONEY), now)
    assert [(each.id, each.after and each.after.get("total"), each.after is None) for each in step.changes] == [
        ("f", D(14), False), ("m", None, True), ("neu", None, False),
    ]  # fmt: skip
    assert step.changes[0].after == {"total": D(14)}
    assert [each.id for each in service.renew(REPORT, (FIGURE, MONEY), now, ["f"]).changes] == ["f"]


def test_sending_freezes_the_lists_and_fulfils_the_duty() -> None:
    now = Draft(lists=(("dossiers", (("1", "A"), ("2", "B"))), ("courses", ())))
    step = service.send(REPORT, now, "2021-12-15", "Nguyễn Thị Hà", DUTY)
    state, dossiers, courses, duty = step.changes
    assert state.after == {"state": SENT, "sent_on": "2021-12-15", "sent_by": "Nguyễn Thị Hà"}
    assert dossiers.after is not None
    assert courses.after is not None
    rows = dossiers.after["rows"]
    assert isinstance(rows, tuple)
    assert rows_of([str(each) for each in rows]) == (("1", "A"), ("2", "B"))
    assert duty.entity == SentReport.entity
    assert len(service.send(REPORT, now, "2021-12-15", "").changes) == 3
    with pytest.raises(InputError, match="ngày gửi"):
        service.send(REPORT, now, "2021", "")


@pytest.mark.parametrize("act", ["set", "renew", "send", "remove"])
def test_nothing_of_a_sent_report_is_changed(act: str) -> None:
    acts = {
        "set": lambda: service.set_value(OUT, FIGURE, "estimate", D(1)),
        "renew": lambda: service.renew(OUT, (), Draft()),
        "send": lambda: service.send(OUT, Draft(), "2021-12-15", ""),
        "remove": lambda: service.remove(Book([OUT]), OUT),
    }
    with pytest.raises(InputError, match="rút về nháp trước"):
        acts[act]()


def test_a_report_that_was_taken_back_is_a_draft_with_live_lists_and_an_open_duty() -> None:
    kept = ReportList(id="l", report_id="r", rows=("1\tA",))
    duty = SentReport(id="s", obligation_id="o", year=2021)
    assert service.duty_of(OUT, [SentReport(id="x", obligation_id="o", year=2020), duty]) is duty
    assert service.duty_of(OUT, []) is None
    step = service.take_back(OUT, [kept], duty)
    assert [each.after for each in step.changes] == [{"state": "draft", "sent_on": ""}, None, None]
    assert len(service.take_back(OUT, [kept]).changes) == 2


def test_a_draft_is_deleted_with_all_its_figures() -> None:
    records: list[Record] = [REPORT, FIGURE, MONEY]
    assert {each.id for each in service.remove(Book(records), REPORT).changes} == {"r", "f", "m"}


def test_ratios_say_nothing_where_there_is_nothing_to_divide_by() -> None:
    assert share(70, 90) == D(7000) / 90
    assert share(70, 0) is None
    assert reached(FIGURE) == 24
    assert reached(replace(FIGURE, unit="%")) is None
    assert reached(replace(FIGURE, counted_unit="%/năm")) is None
    assert reached(replace(FIGURE, total=None)) is None
    assert reached(replace(FIGURE, planned=D(0))) is None
    assert stands(replace(FIGURE, comparison="at_least", total=D(50))) is Standing.REACHED


def test_about_fifty_is_reached_by_the_tolerance_of_the_rule_that_counted() -> None:
    about = replace(FIGURE, comparison="about", planned=D(50), total=D(46))
    assert stands(about) is Standing.NOT_YET
    assert stands(replace(about, tolerance=D(10))) is Standing.REACHED  # 45 and more
    assert stands(replace(about, tolerance=D(5))) is Standing.NOT_YET  # 47,5 and more


def test_an_estimate_of_the_whole_needs_one_of_every_part() -> None:
    other = replace(MONEY, id="n", estimate=12)
    assert money_total([MONEY, other], SECTION).estimate == 100
    assert money_total([MONEY, replace(other, estimate=None)], SECTION).estimate is None
    assert money_total([], SECTION).estimate is None
    assert (money_total([MONEY, other], SECTION).paid, money_total([MONEY], "source").paid) == (140, 0)


def test_figures_are_told_as_offices_write_them() -> None:
    assert (shown(None), shown(1_687_290_000), shown(D("71.45")), shown(D(12))) == ("—", "1.687.290.000", "71,5", "12")
