"""The overview in words: four figures, money as charts, targets against what was counted, the radar by days left."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from nscl_desktop.domain.charts import Chart, ChartPaper, Mark, Series
from nscl_desktop.domain.counting import Standing, promise_words, rounded
from nscl_desktop.domain.counting_words import rule_words
from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.money import MoneyUnit, format_amount, format_quantity
from nscl_desktop.domain.naming import shortened
from nscl_desktop.domain.overview import Money, Overview, TargetRow
from nscl_desktop.domain.radar import RadarLine, due_soon
from nscl_desktop.presenters.overview_office import COMMITTED, MONEY_NAMES, PAID, PLANNED

YEARS, SECTIONS, SOURCES = "years", "sections", "sources"
MONEY_VIEWS = ((YEARS, "Theo năm"), (SECTIONS, "Theo mục"), (SOURCES, "Theo nguồn"))
CARD_MONEY, CARD_PAID, CARD_TARGETS, CARD_DUE = "money", "paid", "targets", "due"
SHOWN_MONEY = (PLANNED, COMMITTED, PAID)
_UNIT = MoneyUnit.TRIEU


@dataclass(frozen=True, slots=True)
class Card:
    """One of the four figures; ``tone`` is the role of its colour."""

    key: str
    title: str
    figure: str
    below: str
    tone: str = "text"


@dataclass(frozen=True, slots=True)
class TargetLine:
    """One target as it stands in the list; ``filled`` is what part of the promise was reached (1 is all of it).

    ``tone``: role of the colour of the standing. ``ends``: where on the same scale the promise lies, in ``wanted``.
    """

    row: TargetRow
    name: str
    promise: str
    counted: str
    standing: str
    tone: str
    filled: Decimal | None
    hint: str


def cards(overview: Overview) -> tuple[Card, Card, Card, Card]:
    """Kinh phí, đã chi, chỉ tiêu đạt, việc sắp đến hạn."""
    money, judged = overview.money, overview.judged
    when = f"năm {overview.year}" if overview.year else "cả kế hoạch"
    given = f"được giao {money_words(money.current)}" if money.current else "chưa ghi dự toán được giao"
    if overview.elsewhere:
        given = f"{given}; chưa kể {money_words(overview.elsewhere)} của cơ quan khác"
    part = percent_words(money.paid, money.planned)
    spent = (
        f"{part} dự toán; cam kết {money_words(money.committed)}" if part else f"cam kết {money_words(money.committed)}"
    )
    uncounted = sum(row.standing is Standing.NOT_COUNTED for row in judged)
    late = sum(line.left < 0 for line in overview.radar if line.due)
    due = due_soon(overview.radar)
    return (
        Card(CARD_MONEY, f"Kinh phí {when}, triệu đồng", money_words(money.planned), given),
        Card(CARD_PAID, f"Đã chi {when}, triệu đồng", money_words(money.paid), spent),
        Card(
            CARD_TARGETS, "Chỉ tiêu đạt", f"{overview.reached}/{len(judged)}",
            f"{uncounted} chỉ tiêu chưa đếm được" if uncounted else "mọi chỉ tiêu đều được đếm",
            "success" if judged and overview.reached == len(judged) else "text",
        ),
        Card(
            CARD_DUE, "Việc đến hạn trong 30 ngày", str(due),
            f"{late} báo cáo quá hạn" if late else _next_report(overview), "error" if late else "text",
        ),
    )  # fmt: skip


def money_of(overview: Overview, view: str) -> tuple[Money, ...]:
    """The money of a view."""
    return {YEARS: overview.years, SECTIONS: overview.sections, SOURCES: overview.sources}[view]


def money_chart(overview: Overview, view: str) -> Chart:
    """Dự toán, cam kết, đã chi as bars; the ref of a mark is "what|key"."""
    parts = money_of(overview, view)
    series = tuple(
        Series(
            MONEY_NAMES[what],
            tuple(
                Mark(Decimal(amount_of(part, what)), money_words(amount_of(part, what)), f"{what}|{part.key}")
                for part in parts
            ),
        )
        for what in SHOWN_MONEY
    )
    beside = (
        f" Không gồm {money_words(overview.elsewhere)} triệu đồng do cơ quan khác chủ trì."
        if overview.elsewhere
        else ""
    )
    note = f"Đơn vị tính: triệu đồng.{beside}"
    names = {key: words.lower() for key, words in MONEY_VIEWS}
    return Chart(f"Kinh phí {names[view]}", note, tuple(part.name for part in parts), series)


def target_lines(overview: Overview) -> tuple[TargetLine, ...]:
    """Targets that state a figure first, in the plan's order; general aims behind."""
    ordered = sorted(overview.targets, key=lambda row: row.standing is Standing.NOT_QUANTIFIED)
    return tuple(_target_line(row) for row in ordered)


def overview_paper(overview: Overview, today: str) -> ChartPaper:
    """The overview on paper: charts of money, targets as words with their numbers, the radar."""
    lines = target_lines(overview)
    stated = [line for line in lines if line.row.standing is not Standing.NOT_QUANTIFIED]
    targets = Chart(
        "Chỉ tiêu", f"Đạt {overview.reached} trong {len(overview.judged)} chỉ tiêu có số.",
        tuple(f"{line.name} ({line.promise})" for line in stated),
        (Series(
            "Thực hiện so với mục tiêu (%)",
            tuple(
                Mark(None if line.filled is None else rounded(line.filled * 100), f"{line.counted} – {line.standing}")
                for line in stated
            ),
        ),),
        max([Decimal(100), *(rounded(line.filled * 100) for line in stated if line.filled is not None)]),
    )  # fmt: skip
    radar = Chart(
        "Việc đến hạn",
        words=tuple(" – ".join(filter(None, radar_texts(line))) for line in overview.radar) or ("Không có.",),
    )
    when = f"Năm {overview.year}" if overview.year else "Cả kế hoạch"
    about = (overview.plan.title, f"{when}; số liệu đến ngày {format_short(today)}")
    views = [money_chart(overview, view) for view, _ in MONEY_VIEWS]
    return ChartPaper(
        "TỔNG QUAN THỰC HIỆN KẾ HOẠCH", about, (*(each for each in views if each.categories), targets, radar)
    )


def radar_texts(line: RadarLine) -> tuple[str, str, str, str]:
    """What it is, whose, the stated and the last safe day, how long there is."""
    days = format_short(line.stated.isoformat())
    if line.safe != line.stated:
        days = f"trước {days}, an toàn {_day(line.safe)}"
    if line.last_working != line.safe:
        days += f", làm việc cuối {_day(line.last_working)}"
    return f"{line.kind.value}: {line.name}", line.whose, days, line.left_words


def radar_tone(line: RadarLine) -> str:
    """The role of the colour in which the days left are written."""
    if line.left < 0:
        return "error" if line.due or line.records else "text"
    return "warning" if line.ring in (1, 7) else "text"


def amount_of(money: Money, what: str) -> int:
    """One figure of money."""
    return {PLANNED: money.planned, "current": money.current, COMMITTED: money.committed, PAID: money.paid}[what]


def money_words(dong: int) -> str:
    """Triệu đồng, exact to the đồng."""
    return format_amount(dong, _UNIT)


def percent_words(part: int, whole: int) -> str:
    """43,2 %; empty where there is nothing to divide by."""
    return f"{format_quantity(rounded(Decimal(part) * 100 / whole))} %" if whole else ""


def value_words(value: Decimal | None, unit: str) -> str:
    """A counted figure with its unit; "chưa đếm" where there is none."""
    if value is None:
        return "chưa đếm"
    return f"{format_quantity(rounded(value))} {unit}".strip()


def _target_line(row: TargetRow) -> TargetLine:
    target, value = row.target, row.tally.value
    wanted = "" if target.value is None else format_quantity(target.value)
    if target.value_to is not None:
        wanted = f"{wanted}-{format_quantity(target.value_to)}"
    tones = {Standing.REACHED: "success", Standing.NOT_YET: "warning", Standing.NOT_COUNTED: "muted"}
    filled = value / target.value if value is not None and target.value else None
    rule = rule_words(row.rule) if row.rule else row.tally.reason
    name = shortened(target.text, 160)
    return TargetLine(
        row, f"{row.period}: {name}" if row.period and row.period not in name else name,
        f"{promise_words(target, wanted)} {target.unit}".strip() if wanted else "Không lượng hóa",
        value_words(value, row.tally.unit), row.standing.value, tones.get(row.standing, "muted"), filled, rule,
    )  # fmt: skip


def _day(day: dt.date) -> str:
    return f"{day.day}/{day.month}"


def _next_report(overview: Overview) -> str:
    found = next((line for line in overview.radar if line.due and line.left >= 0), None)
    return f"báo cáo tới: {found.left_words}" if found else "không có báo cáo sắp đến hạn"
