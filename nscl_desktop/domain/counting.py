"""What counting rules mean: what applies to what, how a count is worded, how it stands to its target.

Unlike things are never added: lượt người and người, prizes and winners, dossiers and units each bear their own name
(`counted_unit`). A percentage names what it is part of; a mean of growth names its years.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from typing import NamedTuple

from nscl_desktop.domain import counting_rules as rules
from nscl_desktop.domain.counting_rules import CountingRule, PublishedFigure
from nscl_desktop.domain.targets import ABOUT, AT_LEAST, EXACTLY, OVER, Target

TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class CountScope:
    """Where and when is counted: keys of the plan's versions and year plans, keys of the lines that feed the target.

    Years are inclusive, None is open; ``until`` is the last ISO day that counts ("" for all): ngày chốt số liệu.
    """

    plans: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    first_year: int | None = None
    last_year: int | None = None
    until: str = ""


class CountedRecord(NamedTuple):
    """One record that a rule counts: where it opens, what it is called, whose it is, its day, how much it counts.

    ``who`` is by what it is told apart: records with the same one count once. ``quantity`` is 1 but for items and work.
    """

    id: str
    entity: str
    key: str
    name: str
    unit: str
    day: str
    quantity: Decimal
    who: str


@dataclass(frozen=True, slots=True)
class Tally:
    """What a rule came to. ``value`` None: nothing can be said, ``reason`` tells why; it is not nought.

    A percentage keeps both its numbers (``part`` of ``whole``); a mean of growth keeps the years it is of.
    """

    value: Decimal | None
    unit: str = ""
    reason: str = ""
    part: Decimal | None = None
    whole: Decimal | None = None
    years: tuple[int, ...] = ()


class Standing(Enum):
    """How a count stands to its target."""

    REACHED = "Đạt"
    NOT_YET = "Chưa đạt"
    NOT_COUNTED = "Chưa đếm"
    NOT_QUANTIFIED = "Không lượng hóa"


@dataclass(frozen=True, slots=True)
class Applies:
    """Which fields of a rule say something for what it counts; the first of ``states`` is the custom of the kind."""

    distinct: tuple[str, ...] = (rules.EACH,)
    states: tuple[str, ...] = ()
    narrowed: tuple[str, ...] = ()
    year_by: tuple[str, ...] = (rules.BY_DAY,)
    fields: frozenset[str] = frozenset()


_KINDS, _SUPPORTS = frozenset({"kinds", "public_only"}), frozenset({"groups", "supports", "with_carried", "on_lines"})
_WORK_KINDS = (
    "policy", "communication", "conference", "study_visit", "survey", "database", "tfp", "cooperation", "choice",
    "assignment", "report", "other",
)  # fmt: skip
APPLIES: dict[str, Applies] = {
    "": Applies(),
    rules.DOSSIER: Applies(
        (rules.EACH, rules.BY_UNIT), year_by=(rules.BY_DAY, rules.BY_YEAR), fields=_KINDS | _SUPPORTS | {"stage"}
    ),
    rules.ITEM: Applies(
        (rules.EACH, rules.BY_UNIT), year_by=(rules.BY_DAY, rules.BY_YEAR),
        fields=_KINDS | _SUPPORTS | {"stage", "unit"},
    ),
    rules.CERTIFICATE: Applies((rules.EACH, rules.BY_UNIT), fields=_KINDS | _SUPPORTS),
    rules.COURSE: Applies(
        states=("finished", "any"), narrowed=("held", "sent"), year_by=(rules.BY_DAY, rules.BY_YEAR),
        fields=frozenset({"on_lines"}),
    ),
    rules.ENROLMENT: Applies(
        (rules.EACH, rules.BY_PERSON, rules.BY_UNIT), ("attended", "passed", "certified", "registered"),
        ("held", "sent"), (rules.BY_DAY, rules.BY_YEAR), _KINDS | {"on_lines"},
    ),
    rules.EXPERT: Applies((rules.BY_PERSON,), ("certified", "any"), fields=_KINDS),
    rules.CLUB: Applies(),
    rules.NOMINATION: Applies(
        (rules.EACH, rules.BY_UNIT), ("registered", "screened", "national", "decided"),
        year_by=(rules.BY_DAY, rules.BY_YEAR), fields=_KINDS | {"on_lines"},
    ),
    rules.PRIZE: Applies(
        (rules.EACH, rules.BY_UNIT), year_by=(rules.BY_DAY, rules.BY_YEAR, rules.BY_PAYMENT),
        fields=_KINDS | {"on_lines"},
    ),
    rules.COMMENDATION: Applies(
        (rules.EACH, rules.BY_UNIT, rules.BY_PERSON), ("decided", "any"), ("collective", "individual"),
        (rules.BY_DAY, rules.BY_PAYMENT), frozenset({"on_lines"}),
    ),
    rules.WORK: Applies(
        states=("finished", "any"), narrowed=_WORK_KINDS, year_by=(rules.BY_DAY, rules.BY_YEAR),
        fields=frozenset({"unit", "on_lines"}),
    ),
    rules.WORK_UNIT: Applies(
        (rules.BY_UNIT, rules.EACH), ("decided", "any"), _WORK_KINDS, (rules.BY_YEAR,), _KINDS | {"on_lines"}
    ),
    rules.VISIT: Applies(
        (rules.EACH, rules.BY_UNIT), ("finished", "signed"), ("inspection", "survey"), fields=_KINDS
    ),
    rules.PUBLISHED: Applies(fields=frozenset({"indicator", "average"})),
}  # fmt: skip
_UNITS = {
    (rules.DOSSIER, rules.EACH): "hồ sơ", (rules.CERTIFICATE, rules.EACH): "giấy chứng nhận",
    (rules.COURSE, rules.EACH): "lớp", (rules.ENROLMENT, rules.EACH): "lượt người",
    (rules.ENROLMENT, rules.BY_PERSON): "người", (rules.EXPERT, rules.BY_PERSON): "chuyên gia",
    (rules.CLUB, rules.EACH): "câu lạc bộ", (rules.NOMINATION, rules.EACH): "lượt dự giải",
    (rules.PRIZE, rules.EACH): "giải", (rules.PRIZE, rules.BY_UNIT): "đơn vị đạt giải",
    (rules.NOMINATION, rules.BY_UNIT): "đơn vị dự giải", (rules.COMMENDATION, rules.EACH): "khen thưởng",
    (rules.COMMENDATION, rules.BY_PERSON): "người", (rules.VISIT, rules.EACH): "lượt",
}  # fmt: skip


def distinct_of(rule: CountingRule) -> str:
    """By what records are told apart: as the rule says, or as it must be for what is counted."""
    offered = APPLIES[rule.counted].distinct
    return rule.distinct if rule.distinct in offered else offered[0]


def state_of(rule: CountingRule) -> str:
    """The state that records must have: the rule's, or the custom of what is counted; "" where none applies."""
    offered = APPLIES[rule.counted].states
    return rule.state if rule.state in offered else next(iter(offered), "")


def year_by_of(rule: CountingRule) -> str:
    """What decides the year, where the rule says something that applies."""
    offered = APPLIES[rule.counted].year_by
    return rule.year_by if rule.year_by in offered else offered[0]


def counted_unit(rule: CountingRule) -> str:
    """What the number is a number of: "lượt người" or "người", "giải" or "đơn vị đạt giải", "%"."""
    if rule.base:
        return "%"
    if rule.counted == rules.PUBLISHED:
        return "" if rule.average in (rules.LATEST, rules.MEAN) else "%/năm"
    if rule.counted in (rules.ITEM, rules.WORK) and distinct_of(rule) == rules.EACH:
        return rule.unit or ("mục" if rule.counted == rules.ITEM else "việc")
    return _UNITS.get((rule.counted, distinct_of(rule)), "đơn vị")


def share(part: Decimal, whole: Decimal | None) -> Decimal | None:
    """``part`` in per cent of ``whole``; None where there is nothing to divide by."""
    return part * 100 / whole if whole else None


def published_value(rule: CountingRule, figures: Sequence[PublishedFigure]) -> Tally:
    """What published figures come to, by the rule's ``average``; of a year told twice the final figure counts."""
    by_year: dict[int, PublishedFigure] = {}
    for each in sorted(figures, key=lambda each: (not each.is_estimate, each.published_on, each.id)):
        if each.year is not None and each.value is not None:
            by_year[each.year] = each
    years = tuple(sorted(by_year))
    values = [each.value for year in years if (each := by_year[year]).value is not None]
    unit = counted_unit(rule) or (by_year[years[-1]].unit if years else "")
    if not years:
        return Tally(None, unit, f"Chưa nhập số liệu công bố “{rule.indicator}” của các năm này.")
    if rule.average == rules.COMPOUND_LEVELS:
        spread = years[-1] - years[0]
        if not spread or values[0] <= 0 or values[-1] <= 0:
            return Tally(None, unit, f"Cần số “{rule.indicator}” của ít nhất hai năm, đều lớn hơn 0.", years=years)
        return Tally(_rate(values[-1] / values[0], spread), unit, years=years)
    if rule.average == rules.COMPOUND_RATES:
        product = Decimal(1)
        for value in values:
            product *= 1 + value / 100
        if product <= 0:
            return Tally(None, unit, "Có năm giảm từ 100 % trở lên nên không tính được bình quân.", years=years)
        return Tally(_rate(product, len(values)), unit, years=years)
    if rule.average == rules.MEAN:
        return Tally(sum(values, Decimal(0)) / len(values), unit, years=years)
    return Tally(values[-1], unit, years=years[-1:])


def standing(target: Target, rule: CountingRule | None, value: Decimal | None) -> Standing:
    """How a count stands to what the plan promises.

    “Khoảng” is reached from the figure less the rule's tolerance on; more than promised is no failure. “Bằng” is
    reached from the figure on, too: eight standards where eight were planned, or nine.
    """
    if target.value is None:
        return Standing.NOT_QUANTIFIED
    if value is None:
        return Standing.NOT_COUNTED
    wanted = target.value
    if target.comparison == ABOUT and rule is not None and rule.tolerance:
        wanted -= wanted * rule.tolerance / 100
    is_reached = value > wanted if target.comparison == OVER else value >= wanted
    return Standing.REACHED if is_reached else Standing.NOT_YET


def promise_words(target: Target, shown: str) -> str:
    """“ít nhất 04”: the target's figure as it is promised; ``shown`` is the figure written out."""
    words = {AT_LEAST: "ít nhất", OVER: "trên", ABOUT: "khoảng", EXACTLY: ""}
    return f"{words.get(target.comparison, '')} {shown}".strip()


def rounded(value: Decimal) -> Decimal:
    """For showing percentages and growth: a tenth; whole numbers stay whole."""
    return value if value == value.to_integral_value() else value.quantize(TENTH, ROUND_HALF_UP)


def _rate(ratio: Decimal, years: int) -> Decimal:
    """Per cent a year whose compounding over so many years makes the ratio."""
    return (((ratio.ln() / years).exp()) - 1) * 100
