"""The figures of a report out of the open data file: targets by their counting rules, money by the ledger's sums."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from sqlite3 import Connection

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.counting import CountScope, Tally
from nscl_desktop.domain.counting_rules import PUBLISHED, PUBLISHED_BASE, CountingRule
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.ledger_lines import LedgerLines, agency_of, version_in_force, versions
from nscl_desktop.domain.overview import counted_plans, scope_of
from nscl_desktop.domain.periodic_reports import PeriodicReport, ReportFigure, ReportMoney
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.plans import Period
from nscl_desktop.domain.positions import sequence
from nscl_desktop.domain.records import derived_id
from nscl_desktop.domain.report_figures import Draft
from nscl_desktop.domain.report_lists import report_lists
from nscl_desktop.domain.report_money import report_money
from nscl_desktop.domain.targets import Target
from nscl_desktop.storage import counting_queries as counting
from nscl_desktop.storage import overview_queries as queries
from nscl_desktop.storage import report_queries
from nscl_desktop.storage.ledger_queries import year_flows
from nscl_desktop.storage.queries import plan_records, plan_rows

Tell = Callable[[str], object]
_MOST_YEARS = 40


def draft(connection: Connection, report: PeriodicReport, tell: Tell) -> Draft:
    """All of it as of the report's day; InputError where its plan is gone. What ``tell`` raises stops it."""
    rows = plan_rows(connection)
    plan = plan_of(rows, report)
    plans = counted_plans(rows, versions(rows, plan.id))
    tell("Đang đếm kết quả theo mục tiêu")
    figures = _figures(connection, plan, plans, report, tell)
    tell("Đang tính kinh phí")
    money = _money(connection, rows, plan, report, tell)
    tell("Đang lập danh sách")
    first, last = f"{report.year_from:04}", min(report.cutoff, f"{report.year_to:04}-12-31")
    lists = report_lists(
        report_queries.supported_units(connection, plans, first, last),
        report_queries.held_courses(connection, plans, first, last),
        report_queries.won_prizes(connection, plans, first, last),
    )
    return Draft(figures, money, lists)


def plan_of(rows: Sequence[PlanRow], report: PeriodicReport) -> PlanRow:
    """The version in force of a report's plan; InputError where it is gone."""
    known = versions(rows, report.plan_id or "")
    if not known:
        raise InputError("Không còn kế hoạch của báo cáo này trong tệp dữ liệu; hãy chọn kế hoạch khác.")
    return version_in_force(known)


def _figures(
    connection: Connection, plan: PlanRow, plans: tuple[str, ...], report: PeriodicReport, tell: Tell
) -> tuple[ReportFigure, ...]:
    records = list(queries.target_records(connection, plan.id))
    targets = sorted((each for each in records if isinstance(each, Target)), key=lambda each: (each.position, each.id))
    periods = {each.id: each for each in records if isinstance(each, Period)}
    targets = [each for each in targets if each.value is not None and _is_due(each, periods, report)]
    chains = counting.origins(connection, targets)
    rules = counting.rules_of(connection, chains)
    fed = queries.fed_lines(connection, plans, chains)
    found: list[ReportFigure] = []
    positions = sequence(len(targets))
    for target, chain, rule, lines, position in zip(targets, chains, rules, fed, positions, strict=True):
        tell(f"Đang đếm kết quả theo mục tiêu: {len(found) + 1}/{len(targets)}")
        ever = scope_of(target, plan, periods, plans, lines, year=report.year_to, until=report.cutoff)
        now = replace(ever, first_year=max(report.year_from or 0, ever.first_year or 0))
        total = _tally(connection, rule, ever, target)
        done = _tally(connection, rule, now, target)
        found.append(_figure(report, target, chain[-1], rule, total, done, position))
    return tuple(found)


def _is_due(target: Target, periods: dict[str, Period], report: PeriodicReport) -> bool:
    """Whether a target's period and the report's years have a year in common."""
    period = periods.get(target.period_id or "")
    if period is None:
        return True
    return period.year_from <= (report.year_to or 9999) and period.year_to >= (report.year_from or 0)


def _tally(connection: Connection, rule: CountingRule | None, scope: CountScope, target: Target) -> Tally:
    if rule is None:
        return counting.uncounted(target, has_proposal=False)
    return counting.tally(connection, rule, scope)


def _figure(
    report: PeriodicReport, target: Target, subject: str, rule: CountingRule | None, total: Tally, done: Tally, at: str
) -> ReportFigure:
    divided_by = ""
    if rule is not None and rule.base:
        divided_by = rule.base_indicator if rule.base == PUBLISHED_BASE else "đơn vị trong danh sách của văn phòng"
    is_published = rule is not None and rule.counted == PUBLISHED
    return ReportFigure(
        id=derived_id(ReportFigure.entity, report.id, subject), report_id=report.id, position=at, subject=subject,
        label=target.label, text=target.text, comparison=target.comparison, planned=target.value,
        planned_to=target.value_to, tolerance=rule.tolerance if rule else None,
        unit=target.unit, done=None if is_published else done.value, total=total.value,
        counted_unit=total.unit, part=total.part, whole=total.whole, divided_by=divided_by, reason=total.reason,
    )  # fmt: skip


def _money(
    connection: Connection, rows: Sequence[PlanRow], plan: PlanRow, report: PeriodicReport, tell: Tell
) -> tuple[ReportMoney, ...]:
    budget = Budget(Book(plan_records(connection, plan.id)), plan.id)
    keys = [row.id for row in versions(rows, plan.id)]
    others = queries.lines_of(connection, [key for key in keys if key != plan.id]) if len(keys) > 1 else []
    lines = LedgerLines(budget, others, agency_of(budget, queries.opened_years(connection, keys)))
    last = report.year_to or 0
    first = min(filter(None, (plan.year_from, report.year_from)))
    cells = {}
    for year in range(max(first, last - _MOST_YEARS), last + 1):
        tell(f"Đang tính kinh phí năm {year}")
        cells[year] = year_flows(connection, keys, year, report.cutoff)
    return report_money(report, lines, others, cells)
