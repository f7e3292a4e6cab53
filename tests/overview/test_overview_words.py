"""What the overview says: cards, charts, targets, the radar; and what explanations stand on."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from nscl_desktop.domain.counting import CountedRecord, CountScope, Standing, Tally
from nscl_desktop.domain.counting_rules import CountingRule, PublishedFigure
from nscl_desktop.domain.deadlines import Due
from nscl_desktop.domain.overview import Money, Overview, TargetRow, scope_of
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.plans import Period
from nscl_desktop.domain.radar import RadarKind, RadarLine, Waiting
from nscl_desktop.domain.targets import Obligation, Target
from nscl_desktop.presenters import overview_explaining as explaining
from nscl_desktop.presenters.overview_office import MoneyQuestion, MoneyShare
from nscl_desktop.presenters.overview_sheet import (
    cards,
    money_chart,
    overview_paper,
    radar_texts,
    radar_tone,
    target_lines,
)

PLAN = PlanRow(
    id="p", code="BG", title="Kế hoạch", province="", year_from=2021, year_to=2025, status="issued", version=1,
    doc_kind="", number="", date="", issuer="", period_plan_id=None, origin_id=None, origin_kind="",
)  # fmt: skip
D = Decimal
SCOPE = CountScope(("p",), (), 2021, 2025)
PEOPLE = Target(
    id="t", plan_id="p", label="II.2", text="Trên 500 lượt người", comparison="over", value=D(500), unit="lượt người"
)
RULE = CountingRule(id="r", counted="enrolment", reason="Lượt người có tham dự.")


def row(target: Target, rule: CountingRule | None, tally: Tally, stands: Standing) -> TargetRow:
    return TargetRow(target, (target.id,), "", rule, False, SCOPE, tally, stands)


REACHED = row(PEOPLE, RULE, Tally(D(620), "lượt người"), Standing.REACHED)
UNCOUNTED = row(replace(PEOPLE, id="u", label=""), None, Tally(None, "", "Chưa có cách đếm."), Standing.NOT_COUNTED)
GENERAL = row(Target(id="g", plan_id="p", text="Nâng cao nhận thức"), None, Tally(None), Standing.NOT_QUANTIFIED)


def due(stated: str, safe: str, working: str) -> Due:
    days = [dt.date.fromisoformat(day) for day in (working, safe, stated)]
    return Due(days[0], days[1], days[2], Obligation(id="o", plan_id="p"))


def report(left: int, plan_id: str = "p") -> RadarLine:
    found = due("2026-11-30", "2026-11-29", "2026-11-27")
    days = found.stated, found.last_safe, found.last_working
    return RadarLine(RadarKind.REPORT, "Báo cáo năm", "Sở → UBND", *days, left, 5, due=found, plan_id=plan_id)


def overview(**fields: object) -> Overview:
    money = (
        Money("2021", "Năm 2021", 1_000_000_000, 0, 0, 0),
        Money("2022", "Năm 2022", 0, 0, 300_000_000, 250_000_000),
    )
    made = Overview(
        PLAN, None, (2021, 2022), money, money[:1], (), 0, (GENERAL, REACHED, UNCOUNTED), (report(7),),
    )  # fmt: skip
    return replace(made, **fields)  # type: ignore[arg-type]  # fields of many types, by name


def test_the_four_figures_tell_what_they_are_part_of() -> None:
    told = [(card.figure, card.below) for card in cards(overview())]
    assert told == [
        ("1.000", "chưa ghi dự toán được giao"), ("250", "25 % dự toán; cam kết 300"),
        ("1/2", "1 chỉ tiêu chưa đếm được"), ("1", "báo cáo tới: còn 7 ngày (5 ngày làm việc)"),
    ]  # fmt: skip


def test_a_plan_without_money_has_no_percentage_and_a_late_report_is_told() -> None:
    found = cards(overview(years=(), elsewhere=5_000_000, radar=(report(-2),), targets=(REACHED,), year=2021))
    assert found[0].below == "chưa ghi dự toán được giao; chưa kể 5 của cơ quan khác"
    assert found[1].below == "cam kết 0"
    assert (found[2].below, found[2].tone) == ("mọi chỉ tiêu đều được đếm", "success")
    assert (found[3].below, found[3].tone) == ("1 báo cáo quá hạn", "error")
    given = Money("2021", "Năm 2021", 0, 7_000_000)
    assert cards(overview(years=(given,), radar=()))[0].below == "được giao 7"
    assert cards(overview(radar=()))[3].below == "không có báo cáo sắp đến hạn"


def test_bars_say_their_value_and_what_they_open() -> None:
    chart = money_chart(overview(elsewhere=300_000_000), "years")
    assert [series.name for series in chart.series] == ["Dự toán", "Cam kết", "Đã chi"]
    assert [mark.words for mark in chart.series[2].marks] == ["0", "250"]
    assert chart.series[2].marks[1].ref == "paid|2022"
    assert chart.note == "Đơn vị tính: triệu đồng. Không gồm 300 triệu đồng do cơ quan khác chủ trì."


def test_targets_stand_with_their_numbers_and_general_aims_last() -> None:
    lines = target_lines(overview())
    assert [(each.promise, each.counted, each.standing, each.filled) for each in lines] == [
        ("trên 500 lượt người", "620 lượt người", "Đạt", D("1.24")),
        ("trên 500 lượt người", "chưa đếm", "Chưa đếm", None),
        ("Không lượng hóa", "chưa đếm", "Không lượng hóa", None),
    ]
    ranged = replace(PEOPLE, comparison="about", value=D(30), value_to=D(35), unit="%")
    (line,) = target_lines(overview(targets=(replace(REACHED, target=ranged, period="2021-2025"),)))
    assert (line.promise, line.name) == ("khoảng 30-35 %", "2021-2025: Trên 500 lượt người")


def test_a_strict_day_is_told_with_the_safe_and_the_last_working_one() -> None:
    assert radar_texts(report(7)) == (
        "Báo cáo: Báo cáo năm", "Sở → UBND", "trước 30/11/2026, an toàn 29/11, làm việc cuối 27/11",
        "còn 7 ngày (5 ngày làm việc)",
    )  # fmt: skip
    assert [radar_tone(report(left)) for left in (-1, 1, 7, 20)] == ["error", "warning", "warning", "text"]
    assert radar_tone(replace(report(-9), due=None)) == "text"


def test_the_overview_on_paper_holds_all_of_it() -> None:
    paper = overview_paper(overview(), "2026-11-22")
    assert [chart.title for chart in paper.charts] == [
        "Kinh phí theo năm",
        "Kinh phí theo mục",
        "Chỉ tiêu",
        "Việc đến hạn",
    ]
    targets = paper.charts[2]
    assert targets.categories == ("Trên 500 lượt người (trên 500 lượt người)",) * 2
    assert [mark.value for mark in targets.series[0].marks] == [D(124), None]
    assert overview_paper(overview(year=2021, radar=()), "2026-11-22").charts[3].words == ("Không có.",)


def counted(key: str, who: str, day: str = "2022-01-05") -> CountedRecord:
    return CountedRecord(key, "course", "c1", f"Lớp {key}", "Đơn vị", day, D(1), who)


def test_records_that_count_once_stand_under_one_part() -> None:
    records = [counted("a", "x"), counted("b", "y"), counted("c", "x")]
    explained = explaining.explain_target(REACHED, records, 2, [])
    assert [(part.name, part.made, part.figure) for part in explained.parts] == [
        ("Đơn vị", "2 bản ghi, tính một lần", "1"), ("Lớp b", "Đơn vị · 5/1/2022", "1"),
    ]  # fmt: skip
    inside = explained.parts[0].inside
    assert inside is not None
    assert [part.key for part in inside.parts] == ["c1", "c1"]
    assert explained.notes == (
        "Lũy kế từ năm 2021 đến hết năm 2025.", "2 bản ghi chưa có ngày nên không tính vào năm nào.",
        "Cách đếm là đề xuất, văn phòng chưa thống nhất.", "Căn cứ của cách đếm: Lượt người có tham dự.",
    )  # fmt: skip


def test_a_percentage_is_explained_by_both_its_numbers() -> None:
    rule = CountingRule(
        id="r", counted="dossier", distinct="unit", base="published", base_indicator="x", confirmed=True
    )
    found = row(PEOPLE, rule, Tally(D("12.5"), "%", "", D(1), D(8)), Standing.NOT_YET)
    figures = [PublishedFigure(id="f", indicator="x", year=2024, value=D(8), source="Sở Y tế", is_estimate=True),
               PublishedFigure(id="g", indicator="x", year=2025)]  # fmt: skip
    explained = explaining.explain_target(replace(found, scope=CountScope()), [], 0, figures)
    assert (explained.figure, explained.unit) == ("12,5", "%")
    assert explained.notes == ("Tính mọi năm.", "Tỷ lệ = 1 đơn vị / 8 × 100 %.")
    assert [(part.name, part.made, part.figure) for part in explained.parts] == [
        ("x năm 2024", "Sở Y tế · số ước", "8"), ("x năm 2025", "", ""),
    ]  # fmt: skip


def test_what_has_no_number_says_why() -> None:
    explained = explaining.explain_target(UNCOUNTED, [], 0, [])
    assert (explained.figure, explained.made) == ("", "Chưa có cách đếm.")
    missing = row(PEOPLE, RULE, Tally(None, "%", "Chưa nhập số."), Standing.NOT_COUNTED)
    scope = CountScope((), (), 2022, 2022)
    explained = explaining.explain_target(replace(missing, scope=scope), [], 0, [])
    assert explained.made.endswith("Chưa nhập số.")
    assert explained.notes[0] == "Tính trong năm 2022."


def test_a_sum_of_money_is_the_sum_of_its_parts_and_very_many_are_cut() -> None:
    shares = [MoneyShare(f"Khoản {at}", "", 1000, "ledger_entry", str(at)) for at in range(explaining.MOST_PARTS + 5)]
    explained = explaining.explain_money(overview(), MoneyQuestion("paid", (2021,)), shares, "Năm 2021")
    assert (explained.title, explained.figure) == ("Đã chi – Năm 2021", "1.005.000")
    assert (len(explained.parts), explained.notes) == (explaining.MOST_PARTS, ("Còn 5 bản ghi nữa.",))
    planned = explaining.explain_money(overview(elsewhere=3000), MoneyQuestion("planned", ()), [], "BG")
    assert planned.notes == ("Không gồm 3.000 đồng của các mục do cơ quan khác chủ trì.",)


def test_a_report_tells_its_days_and_what_it_lacks() -> None:
    explained = explaining.explain_radar(report(7), overview())
    assert [(part.name, part.figure) for part in explained.parts] == [
        ("Hạn nêu trong kế hoạch", "30/11/2026"), ("Ngày chắc chắn kịp", "29/11/2026"),
        ("Ngày làm việc cuối trước hạn", "27/11/2026"),
    ]  # fmt: skip
    assert explained.notes == (
        "Số liệu còn thiếu: Mục tiêu “Trên 500 lượt người”: Chưa có cách đếm.",
        "Số liệu còn thiếu: 1 cách đếm là đề xuất, văn phòng chưa thống nhất",
        "Số liệu còn thiếu: Chưa ghi dự toán được giao của các năm này",
    )
    other = explaining.explain_radar(report(7, "khác"), overview())
    assert other.notes == ("Số liệu còn thiếu: Chọn kế hoạch của báo cáo để xem số liệu còn thiếu.",)
    full = overview(years=(Money("2021", "", 1, 1),), targets=(replace(REACHED, rule=replace(RULE, confirmed=True)),))
    assert explaining.explain_radar(report(7), full).notes == (
        "Không thiếu số liệu nào của mục tiêu và kinh phí.",
    )  # fmt: skip


def test_a_line_of_records_opens_them_and_all_lines_stand_under_one_figure() -> None:
    waiting = Waiting(RadarKind.CERTIFICATE, "enterprise", "e", "ISO 9001", "Công ty A", "2026-12-01")
    day = dt.date(2026, 12, 1)
    line = RadarLine(RadarKind.CERTIFICATE, "ISO 9001", "Công ty A", day, day, day, 9, 6, (waiting,))
    explained = explaining.explain_radar(line, overview())
    assert [(part.name, part.made, part.key) for part in explained.parts] == [
        ("ISO 9001", "Công ty A · 1/12/2026", "e")
    ]
    every = explaining.explain_due(overview(radar=(report(7), line)))
    assert [part.figure for part in every.parts] == ["còn 7 ngày (5 ngày làm việc)", "còn 9 ngày (6 ngày làm việc)"]
    assert every.parts[1].inside == explained


def test_targets_reached_are_told_one_by_one() -> None:
    explained = explaining.explain_targets(overview())
    assert explained.figure == "1/2"
    assert [(part.made, part.figure) for part in explained.parts] == [
        ("trên 500 lượt người → 620 lượt người", "Đạt"), ("trên 500 lượt người → chưa đếm", "Chưa đếm"),
    ]  # fmt: skip


def test_a_long_target_is_named_short_in_what_is_missing() -> None:
    long = replace(UNCOUNTED, target=replace(PEOPLE, text="Trên 500 lượt người " * 6))
    (first, *_) = overview(targets=(long,)).missing
    assert first.startswith("Mục tiêu II.2 “Trên 500")
    assert "…”: Chưa có cách đếm." in first


def test_a_count_goes_from_the_period_to_the_year_that_is_looked_at() -> None:
    periods = {"k": Period(id="k", plan_id="p", year_from=2022, year_to=2024)}
    of_period = replace(PEOPLE, period_id="k")

    def years(target: Target, year: int | None) -> tuple[int | None, int | None]:
        scope = scope_of(target, PLAN, periods, (), (), year=year)
        return scope.first_year, scope.last_year

    assert years(PEOPLE, None) == (2021, 2025)
    assert years(of_period, None) == (2022, 2024)
    assert years(of_period, 2023) == (2022, 2023)
    assert years(replace(PEOPLE, year=2023), 2024) == (2021, 2023)
    assert scope_of(PEOPLE, replace(PLAN, year_to=None), {}, (), (), year=2024).last_year == 2024
