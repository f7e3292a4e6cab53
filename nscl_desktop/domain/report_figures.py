"""Figures of a report against what the data say now: which have changed, what stands to what, what adds up.

A ratio always divides by the figure that is named beside it. Percentages and rates of growth are neither added nor
divided by one another: what 71 % is of 70 % says nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from nscl_desktop.domain.counting import Standing, rounded, standing
from nscl_desktop.domain.counting_rules import CountingRule
from nscl_desktop.domain.money import format_amount, format_quantity
from nscl_desktop.domain.periodic_reports import ReportFigure, ReportMoney
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.targets import Target

FIGURE_NAMES = (
    ("planned", "Mục tiêu"), ("total", "Lũy kế"), ("done", "Trong kỳ"), ("whole", "Mẫu số"),
)  # fmt: skip
MONEY_NAMES = (
    ("planned", "Theo kế hoạch"), ("current", "Được giao"), ("committed", "Cam kết"), ("paid", "Đã chi"),
    ("paid_total", "Lũy kế đã chi"),
)  # fmt: skip
COPIED = {
    ReportFigure: (
        "position", "label", "text", "comparison", "planned", "planned_to", "unit", "done", "total", "counted_unit",
        "part", "whole", "divided_by", "reason",
    ),
    ReportMoney: ("position", "label", "text", "planned", "current", "committed", "paid", "paid_total"),
}  # fmt: skip
"""What renewing a figure takes over from the data: all but what was entered by hand."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The figures of a report as the data give them now, and the lists of what stands behind them."""

    figures: tuple[ReportFigure, ...] = ()
    money: tuple[ReportMoney, ...] = ()
    lists: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = ()
    """(name, rows of cells)."""

    @property
    def records(self) -> tuple[ReportFigure | ReportMoney, ...]:
        """All figures."""
        return (*self.figures, *self.money)

    def rows(self, name: str) -> tuple[tuple[str, ...], ...]:
        """The rows of a list."""
        return dict(self.lists).get(name, ())


def differences(stored: ReportFigure | ReportMoney, fresh: Record | None) -> tuple[str, ...]:
    """What has changed since a figure was drafted: “Lũy kế: 12 → 14”; or that it is gone."""
    if fresh is None:
        return ("không còn trong kế hoạch",)
    names = FIGURE_NAMES if isinstance(stored, ReportFigure) else MONEY_NAMES
    found = []
    for name, label in names:
        before, after = getattr(stored, name), getattr(fresh, name)
        if before != after:
            found.append(f"{label}: {shown(before)} → {shown(after)}")
    return tuple(found)


def changed(stored: Iterable[ReportFigure | ReportMoney], draft: Draft) -> dict[str, tuple[str, ...]]:
    """Key → what has changed, for the figures that are no longer what the data say, and for those that came since."""
    fresh = {each.id: each for each in draft.records}
    known = {each.id: each for each in stored}
    found = {key: told for key, each in known.items() if (told := differences(each, fresh.get(key)))}
    return {**found, **{key: ("chưa có trong báo cáo",) for key in fresh if key not in known}}


def shown(value: Decimal | int | None) -> str:
    """A figure as it is told: “—” where there is none."""
    if value is None:
        return "—"
    return format_amount(value) if isinstance(value, int) else format_quantity(rounded(value))


def share(part: int, whole: int) -> Decimal | None:
    """``part`` in per cent of ``whole``; None where there is nothing to divide by."""
    return Decimal(part) * 100 / whole if whole else None


def reached(figure: ReportFigure) -> Decimal | None:
    """The sum since the plan's start in per cent of the target; None where that says nothing."""
    is_rate = "%" in figure.unit or "%" in figure.counted_unit
    if is_rate or not figure.planned or figure.total is None:
        return None
    return figure.total * 100 / figure.planned


def stands(figure: ReportFigure) -> Standing:
    """How a figure stands to its target, by the tolerance that its rule had when it was drafted."""
    target = Target(id=figure.id, plan_id="", value=figure.planned, comparison=figure.comparison)
    return standing(target, CountingRule(id="", tolerance=figure.tolerance), figure.total)


def money_total(rows: Sequence[ReportMoney], part: str) -> ReportMoney:
    """The sum of sections, or of sources; the estimate is a sum only where every row has one."""
    own = [each for each in rows if each.part == part]
    estimates = [each.estimate for each in own if each.estimate is not None]
    return ReportMoney(
        id="", report_id="", part=part, text="Tổng cộng",
        planned=sum(each.planned or 0 for each in own), current=sum(each.current or 0 for each in own),
        committed=sum(each.committed or 0 for each in own), paid=sum(each.paid or 0 for each in own),
        paid_total=sum(each.paid_total or 0 for each in own),
        estimate=sum(estimates) if own and len(estimates) == len(own) else None,
    )  # fmt: skip
