"""The overview for its screen: one plan's money, targets and radar as of now, and what stands behind each figure."""

import datetime as dt
from collections.abc import Sequence
from sqlite3 import Connection

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.counting import CountedRecord, standing
from nscl_desktop.domain.counting_rules import DayOff, PublishedFigure, SentReport
from nscl_desktop.domain.deadlines import dues
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.ledger_lines import versions
from nscl_desktop.domain.overview import Overview, TargetRow, counted_plans, scope_of
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.plans import DRAFT, REPLACED, Period
from nscl_desktop.domain.radar import RadarLine, calendar_of, in_order, report_lines, waiting_lines
from nscl_desktop.domain.targets import Obligation, Target
from nscl_desktop.office.overview_money import PlanMoney
from nscl_desktop.office.register_file import RegisterFile
from nscl_desktop.presenters.overview_office import MoneyQuestion, MoneyShare
from nscl_desktop.services.counting import shipped_rules
from nscl_desktop.storage import counting_queries as counting
from nscl_desktop.storage import overview_queries as queries
from nscl_desktop.storage.queries import plan_records, plan_rows
from nscl_desktop.storage.radar_queries import waiting_records
from nscl_desktop.storage.store import Store


class OverviewRoom:
    """Over one open data file."""

    def __init__(self, data: RegisterFile) -> None:
        self._data = data

    def plans(self) -> Sequence[PlanRow]:
        """All plans, unsorted. Aside."""
        with self._settled.reading() as connection:
            return plan_rows(connection)

    def moment(self) -> int:
        """Grows with every step that is saved: what was read at the same moment is still so. At once."""
        return self._data.registers(settled=False).last_seq()

    def read(self, plan_id: str, year: int | None, today: str) -> Overview:
        """All of it; InputError for a plan that is gone. Aside."""
        day = dt.date.fromisoformat(today)
        with self._settled.reading() as connection:
            rows = plan_rows(connection)
            plan = _plan(rows, plan_id)
            money = _money(connection, rows, plan_id)
            years = money.years(plan)
            shown = [each for each in years if year in (None, each)]
            return Overview(
                plan, year, years, *money.overview(shown),
                _targets(connection, rows, plan, year), tuple(_radar(connection, rows, day)),
            )  # fmt: skip

    def records(self, row: TargetRow) -> Sequence[CountedRecord]:
        """The records that a target's number counts. Aside."""
        if row.rule is None or not row.rule.counted or row.rule.counted == "published":
            return []
        with self._settled.reading() as connection:
            return counting.counted_records(connection, row.rule, row.scope)

    def undated(self, row: TargetRow) -> int:
        """How many more would count if their day were known. Aside."""
        if row.rule is None or not row.rule.counted or row.rule.counted == "published":
            return 0
        with self._settled.reading() as connection:
            return counting.undated(connection, row.rule, row.scope)

    def figures_of(self, row: TargetRow) -> Sequence[PublishedFigure]:
        """The published figures that a target's number or its denominator comes from. Aside."""
        if row.rule is None:
            return []
        name = row.rule.indicator if row.rule.counted == "published" else row.rule.base_indicator
        if not name:
            return []
        with self._settled.reading() as connection:
            return counting.published(connection, name, row.scope)

    def shares(self, plan_id: str, question: MoneyQuestion) -> Sequence[MoneyShare]:
        """The entries and dossiers behind a figure of money. Aside."""
        with self._settled.reading() as connection:
            return _money(connection, plan_rows(connection), plan_id).shares(question)

    def figures(self) -> Sequence[PublishedFigure]:
        """All published figures. Aside."""
        with self._settled.reading() as connection:
            return queries.published_figures(connection)

    def days_off(self) -> Sequence[DayOff]:
        """The days off that the office noted. Aside."""
        with self._settled.reading() as connection:
            return queries.days_off(connection)

    def sent(self) -> Sequence[SentReport]:
        """Reports marked as sent. Aside."""
        with self._settled.reading() as connection:
            return queries.sent_reports(connection)

    def add(self, step: ChangeSet) -> None:
        """Save a step; raises why it was not saved. Aside."""
        self._data.add(step)

    @property
    def _settled(self) -> Store:
        return self._data.registers(settled=True)


def _plan(rows: Sequence[PlanRow], plan_id: str) -> PlanRow:
    plan = next((row for row in rows if row.id == plan_id), None)
    if plan is None:
        raise InputError("Không còn kế hoạch này trong tệp dữ liệu; hãy chọn kế hoạch khác.")
    return plan


def _money(connection: Connection, rows: Sequence[PlanRow], plan_id: str) -> PlanMoney:
    budget = Budget(Book(plan_records(connection, plan_id)), plan_id)
    others = [row.id for row in versions(rows, plan_id) if row.id != plan_id]
    return PlanMoney(connection, budget, others, queries.lines_of(connection, others) if others else ())


def _targets(connection: Connection, rows: Sequence[PlanRow], plan: PlanRow, year: int | None) -> tuple[TargetRow, ...]:
    records = list(queries.target_records(connection, plan.id))
    targets = sorted((each for each in records if isinstance(each, Target)), key=lambda each: (each.position, each.id))
    periods = {each.id: each for each in records if isinstance(each, Period)}
    chains = counting.origins(connection, targets)
    rules = counting.rules_of(connection, chains)
    plans = counted_plans(rows, versions(rows, plan.id))
    fed = queries.fed_lines(connection, plans, chains)
    found = []
    for target, chain, rule, lines in zip(targets, chains, rules, fed, strict=True):
        scope = scope_of(target, plan, periods, plans, lines, year=year)
        has_proposal = rule is None and shipped_rules().of(target, chain) is not None
        tally = (
            counting.tally(connection, rule, scope) if rule else counting.uncounted(target, has_proposal=has_proposal)
        )
        name = periods[target.period_id].name if target.period_id in periods else ""
        stands = standing(target, rule, tally.value)
        found.append(TargetRow(target, chain, name, rule, has_proposal, scope, tally, stands))
    return tuple(found)


def _radar(connection: Connection, rows: Sequence[PlanRow], today: dt.date) -> list[RadarLine]:
    calendar = calendar_of(queries.days_off(connection), range(today.year - 1, today.year + 2))
    in_force = {row.id: row for row in rows if row.status not in (DRAFT, REPLACED)}
    sent = {(each.obligation_id or "", each.year or 0) for each in queries.sent_reports(connection)}
    asked: list[Obligation] = [each for each in queries.obligations(connection) if each.plan_id in in_force]
    found = []
    for due in dues(asked, range(today.year - 1, today.year + 2), calendar, sent):
        plan = in_force[due.obligation.plan_id]
        if (plan.year_from or 0) <= due.stated.year <= (plan.year_to or 9999):
            found.append(due)
    lines = report_lines(found, today, calendar)
    return in_order([*lines, *waiting_lines(waiting_records(connection, today), today, calendar)])
