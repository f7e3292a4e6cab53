"""The figures of a plan as one answer: for ``totals --json``, the list of plans and the overview. Whole đồng."""

from dataclasses import dataclass

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import ITEM, SECTION
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.lead_totals import lead_totals
from nscl_desktop.domain.money import MAX_DONG
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.words import WordStyle, amount_in_words

NO_LEAD = "CHUA_NEU_CHU_TRI"
"""Stands for the agency of lines for which the plan names no lead."""
NO_SOURCE = "CHUA_PHAN_NGUON"
"""Stands for the source of money for which the plan names none."""


@dataclass(frozen=True, slots=True)
class SectionTotal:
    """A line of the top level with its total; ``period`` is the one it belongs to, or that of the whole plan."""

    label: str
    text: str
    period: str
    total: int


@dataclass(frozen=True, slots=True)
class PlanTotals:
    """All totals of a plan; keys are years, period names, source codes, printed columns and agency names.

    ``words`` are empty for a total beyond what words are written for (1.000.000 tỷ đồng): a slip of the keyboard.
    """

    plan: str
    total: int
    by_year: dict[str, int]
    by_period: dict[str, int]
    by_source: dict[str, int]
    by_printed_column: dict[str, int]
    by_lead: dict[str, int]
    sections: tuple[SectionTotal, ...]
    words: str


def plan_totals(budget: Budget) -> PlanTotals:
    """Every total of the plan, computed."""
    frame = budget.frame
    total = budget.total() or 0
    by_column: dict[str, int] = {}
    by_source: dict[str, int] = {}
    for source in frame.sources:
        amount = budget.total(sources=(source.id,)) or 0
        by_source[source.code] = by_source.get(source.code, 0) + amount
        by_column[source.printed_column] = by_column.get(source.printed_column, 0) + amount
    rest = total - sum(by_source.values())
    if rest:  # money of a source that the plan no longer lists is still money
        by_source[NO_SOURCE] = by_source.get(NO_SOURCE, 0) + rest
        by_column[NO_SOURCE] = by_column.get(NO_SOURCE, 0) + rest
    return PlanTotals(
        plan=frame.plan.code,
        total=total,
        by_year={str(year): budget.total(years=(year,)) or 0 for year in budget.years()},
        by_period={
            period.name: budget.total(years=range(period.year_from, period.year_to + 1)) or 0
            for period in frame.periods
        },
        by_source=by_source,
        by_printed_column=by_column,
        by_lead=_by_lead(budget),
        sections=tuple(_sections(budget)),
        words=amount_in_words(total, word_style(frame.plan)) if total <= MAX_DONG else "",
    )


def word_style(plan: Plan) -> WordStyle:
    """The plan's house style for amounts in words."""
    return WordStyle(
        thousand=plan.thousand_word, zero_tens=plan.zero_tens_word, four=plan.four_word, group_comma=plan.group_comma
    )


def _by_lead(budget: Budget) -> dict[str, int]:
    """By the agencies' names, as the paper prints them; agencies of one name (before and after a merger) together."""
    agencies = budget.book.table(Agency)
    found: dict[str, int] = {}
    for _, line in budget.tree.walk():
        lead = agencies.get(budget.tree.lead_id(line) or "")
        found.setdefault(lead.name if lead else NO_LEAD, 0)
    for key, amount in lead_totals(budget).items():
        lead = agencies.get(key or "")
        found[lead.name if lead else NO_LEAD] += amount
    return {name: amount for name, amount in found.items() if amount}


def _sections(budget: Budget) -> list[SectionTotal]:
    periods = {period.id: period.name for period in budget.frame.periods}
    whole = next(iter(periods.values())) if len(periods) == 1 else ""
    return [
        SectionTotal(line.label, line.text, periods.get(line.period_id or "", whole), budget.total(line.id) or 0)
        for line in budget.tree.children()
        if line.kind in (SECTION, ITEM)
    ]
