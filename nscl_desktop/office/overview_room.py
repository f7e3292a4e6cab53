"""The overview for its screen: one plan's money, targets and radar as of now, and what stands behind each figure."""

import datetime as dt
from collections.abc import Sequence
from functools import partial

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.counting import CountedRecord, CountScope, Tally, standing
from nscl_desktop.domain.counting_rules import CountingRule, DayOff, PublishedFigure, SentReport
from nscl_desktop.domain.deadlines import dues
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.ledger_lines import versions
from nscl_desktop.domain.overview import Overview, TargetRow, counted_plans, scope_of
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.plans import DRAFT, REPLACED, Period
from nscl_desktop.domain.radar import RadarKind, RadarLine, calendar_of, in_order, report_lines, waiting_lines
from nscl_desktop.domain.record_kinds import PLAN_ENTITIES
from nscl_desktop.domain.targets import Target
from nscl_desktop.domain.working_days import WorkCalendar
from nscl_desktop.office.overview_memory import Kept, kept_for
from nscl_desktop.office.overview_money import MONEY_RECORDS, MoneyParts, PlanMoney
from nscl_desktop.office.register_file import RegisterFile
from nscl_desktop.presenters.overview_office import MoneyQuestion, MoneyShare
from nscl_desktop.services.counting import shipped_rules
from nscl_desktop.storage import counting_queries as counting
from nscl_desktop.storage import overview_queries as queries
from nscl_desktop.storage.connections import Connection
from nscl_desktop.storage.counting_sql import MADE_OF as COUNTED_FROM
from nscl_desktop.storage.queries import plan_records, plan_rows
from nscl_desktop.storage.radar_queries import MADE_OF as WAITS_FOR
from nscl_desktop.storage.radar_queries import WAITING_KINDS, waiting_of
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
        store = self._settled
        with store.reading() as connection:
            reading = _Reading(connection, kept_for(store))
            plan = reading.plan(plan_id)
            years, money = reading.money(plan, year)
            radar = reading.radar(dt.date.fromisoformat(today))
            return Overview(plan, year, years, *money, reading.targets(plan, year), tuple(radar))

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
        store = self._settled
        with store.reading() as connection:
            return _Reading(connection, kept_for(store)).plan_money(plan_id).shares(question)

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


class _Reading:
    """One reading of the file: what was worked out before is taken from memory as far as it still holds."""

    def __init__(self, connection: Connection, kept: Kept) -> None:
        self._connection, self._kept = connection, kept
        queries.make_room(connection)
        self._rows = plan_rows(connection)

    def plan(self, plan_id: str) -> PlanRow:
        """The plan as the list of plans knows it."""
        plan = next((row for row in self._rows if row.id == plan_id), None)
        if plan is None:
            raise InputError("Không còn kế hoạch này trong tệp dữ liệu; hãy chọn kế hoạch khác.")
        return plan

    def plan_money(self, plan_id: str) -> PlanMoney:
        """The plan's budget over its ledger."""
        budget = Budget(Book(plan_records(self._connection, plan_id)), plan_id)
        others = [row.id for row in versions(self._rows, plan_id) if row.id != plan_id]
        lines = queries.lines_of(self._connection, others) if others else ()
        return PlanMoney(self._connection, self._kept, budget, others, lines)

    def money(self, plan: PlanRow, year: int | None) -> tuple[tuple[int, ...], MoneyParts]:
        """The plan's years, and its money in one of them or all."""

        def work_out() -> tuple[tuple[int, ...], MoneyParts]:
            money = self.plan_money(plan.id)
            years = money.years(plan)
            return years, money.overview([each for each in years if year in (None, each)])

        return self._kept.of(self._connection, ("money", plan.id, year), (*PLAN_ENTITIES, *MONEY_RECORDS), work_out)

    def targets(self, plan: PlanRow, year: int | None) -> tuple[TargetRow, ...]:
        """The plan's targets with what their rules come to."""
        connection = self._connection
        records = list(queries.target_records(connection, plan.id))
        found = [each for each in records if isinstance(each, Target)]
        targets = sorted(found, key=lambda each: (each.position, each.id))
        periods = {each.id: each for each in records if isinstance(each, Period)}
        chains = counting.origins(connection, targets)
        rules = counting.rules_of(connection, chains)
        plans = counted_plans(self._rows, versions(self._rows, plan.id))
        fed = queries.fed_lines(connection, plans, chains)
        rows = []
        for target, chain, rule, lines in zip(targets, chains, rules, fed, strict=True):
            scope = scope_of(target, plan, periods, plans, lines, year=year)
            has_proposal = rule is None and shipped_rules().of(target, chain) is not None
            tally = self._tally(rule, scope) if rule else counting.uncounted(target, has_proposal=has_proposal)
            name = periods[target.period_id].name if target.period_id in periods else ""
            rows.append(
                TargetRow(target, chain, name, rule, has_proposal, scope, tally, standing(target, rule, tally.value))
            )
        return tuple(rows)

    def radar(self, today: dt.date) -> list[RadarLine]:
        """What is due or late."""
        connection = self._connection
        calendar = calendar_of(queries.days_off(connection), range(today.year - 1, today.year + 2))
        in_force = {row.id: row for row in self._rows if row.status not in (DRAFT, REPLACED)}
        sent = {(each.obligation_id or "", each.year or 0) for each in queries.sent_reports(connection)}
        asked = [each for each in queries.obligations(connection) if each.plan_id in in_force]
        found = []
        for due in dues(asked, range(today.year - 1, today.year + 2), calendar, sent):
            plan = in_force[due.obligation.plan_id]
            if (plan.year_from or 0) <= due.stated.year <= (plan.year_to or 9999):
                found.append(due)
        lines = report_lines(found, today, calendar)
        for kind in WAITING_KINDS:
            lines += self._kept.of(
                connection, ("radar", kind, today), (*WAITS_FOR[kind], "day_off"),
                partial(self._waiting, kind, today, calendar),
            )  # fmt: skip
        return in_order(lines)

    def _waiting(self, kind: RadarKind, today: dt.date, calendar: WorkCalendar) -> list[RadarLine]:
        return waiting_lines(waiting_of(self._connection, kind, today), today, calendar)

    def _tally(self, rule: CountingRule, scope: CountScope) -> Tally:
        made_of = (*COUNTED_FROM.get(rule.counted, ()), "published_figure", *(("enterprise",) if rule.base else ()))
        return self._kept.of(
            self._connection, ("tally", rule, scope), made_of, lambda: counting.tally(self._connection, rule, scope)
        )
