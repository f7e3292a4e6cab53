"""What the overview shows of one plan: money by year, section and source, targets with what was counted, the radar.

Money in whole đồng. It is our own money only: what other agencies lead and spend stands beside, never in a sum.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nscl_desktop.domain.counting import CountScope, Standing, Tally
from nscl_desktop.domain.counting_rules import CountingRule
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.plans import ADJUSTMENT, YEAR_OF_PERIOD, Period
from nscl_desktop.domain.radar import RadarLine
from nscl_desktop.domain.targets import Target


@dataclass(frozen=True, slots=True)
class Money:
    """Dự toán of the plan, giao (hiện hành), cam kết, đã chi; one bar group of the chart, or one row of the table."""

    key: str
    name: str
    planned: int = 0
    current: int = 0
    committed: int = 0
    paid: int = 0


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One target: the rule that counts it (None: there is none), within which scope, what it came to."""

    target: Target
    chain: tuple[str, ...]
    """Its key and those of the targets that it was taken from."""
    period: str
    rule: CountingRule | None
    has_proposal: bool
    scope: CountScope
    tally: Tally
    standing: Standing


@dataclass(frozen=True, slots=True)
class Overview:
    """All of it, as of one moment; ``year`` None is the whole plan. ``elsewhere`` is money that others lead."""

    plan: PlanRow
    year: int | None
    plan_years: tuple[int, ...]
    years: tuple[Money, ...]
    sections: tuple[Money, ...]
    sources: tuple[Money, ...]
    elsewhere: int
    targets: tuple[TargetRow, ...]
    radar: tuple[RadarLine, ...]

    @property
    def money(self) -> Money:
        """All that is shown together."""
        return total(self.years)

    @property
    def judged(self) -> tuple[TargetRow, ...]:
        """Targets that state a figure: those that can be reached or missed."""
        return tuple(row for row in self.targets if row.standing is not Standing.NOT_QUANTIFIED)

    @property
    def reached(self) -> int:
        """How many of those were reached."""
        return sum(row.standing is Standing.REACHED for row in self.judged)

    @property
    def missing(self) -> tuple[str, ...]:
        """What a report lacks: targets that nothing counts, with the reason, and rules that nobody has confirmed."""
        found = [
            f"{_named(row.target)}: {row.tally.reason}" for row in self.judged if row.standing is Standing.NOT_COUNTED
        ]
        unconfirmed = sum(row.rule is not None and not row.rule.confirmed for row in self.judged)
        if unconfirmed:
            found.append(f"{unconfirmed} cách đếm là đề xuất, văn phòng chưa thống nhất")
        if not self.money.current:
            found.append("Chưa ghi dự toán được giao của các năm này")
        return tuple(found)


def total(parts: Sequence[Money], name: str = "Tổng cộng") -> Money:
    """Their sum."""
    return Money(
        "", name, sum(each.planned for each in parts), sum(each.current for each in parts),
        sum(each.committed for each in parts), sum(each.paid for each in parts),
    )  # fmt: skip


def counted_plans(rows: Sequence[PlanRow], versions: Sequence[PlanRow]) -> tuple[str, ...]:
    """Keys of the plans whose records count for a plan: its versions, and year plans taken from it with theirs."""
    found = {row.id for row in versions}
    grows = True
    while grows:
        more = {
            row.id for row in rows
            if row.id not in found and (
                row.period_plan_id in found
                or (row.origin_id in found and row.origin_kind in (YEAR_OF_PERIOD, ADJUSTMENT))
            )
        }  # fmt: skip
        found |= more
        grows = bool(more)
    return tuple(sorted(found))


def scope_of(
    target: Target, plan: PlanRow, periods: Mapping[str, Period], plans: tuple[str, ...], lines: tuple[str, ...],
    *, year: int | None, until: str = "",
) -> CountScope:  # fmt: skip
    """What counts for a target: from its period's first year to its own last year, or to ``year`` if that is earlier.

    A count is cumulative (lũy kế): of a year within the period it is what was reached by the end of that year.
    """
    period = periods.get(target.period_id or "")
    first = period.year_from if period else plan.year_from
    last = target.year or (period.year_to if period else plan.year_to)
    if year is not None:
        last = min(last, year) if last is not None else year
    return CountScope(plans, lines, first, last, until)


def _named(target: Target) -> str:
    text = target.text if len(target.text) <= 60 else f"{target.text[:59].rstrip()}…"
    return f"Mục tiêu {target.label} “{text}”" if target.label else f"Mục tiêu “{text}”"
