"""Money of one plan for the overview: estimate and ledger by year, section and source, and what a figure is made of."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.dossiers.sums import Cell
from nscl_desktop.domain.ledger import ENTRY_KINDS, BudgetYear, LedgerEntry
from nscl_desktop.domain.ledger_lines import LedgerLines, agency_of, planned_cells
from nscl_desktop.domain.ledger_sums import Flow, YearSums, dossier_flows, flows_of_entries
from nscl_desktop.domain.naming import line_name, shortened
from nscl_desktop.domain.overview import Money
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.office.overview_memory import Kept
from nscl_desktop.presenters.overview_office import MoneyQuestion, MoneyShare
from nscl_desktop.storage.connections import Connection
from nscl_desktop.storage.ledger_queries import dossiers_behind, line_keys, year_flows, year_records
from nscl_desktop.storage.overview_queries import opened_years

_KINDS = dict(ENTRY_KINDS)
MONEY_RECORDS = ("budget_year", "ledger_entry", "dossier", "dossier_money", "contract", "payment")
"""What the sums of a niên độ are made of, besides the plan."""
MoneyParts = tuple[tuple[Money, ...], tuple[Money, ...], tuple[Money, ...], int]
"""By year, by section, by source; what other agencies lead."""


class PlanMoney:
    """The plan with the keys and lines of its other versions, over one connection."""

    def __init__(
        self, connection: Connection, kept: Kept, budget: Budget, others: Sequence[str], lines: Iterable[Line]
    ) -> None:
        self._connection, self._kept, self._budget = connection, kept, budget
        self._versions = [budget.frame.plan_id, *others]
        self._opened = opened_years(connection, self._versions)
        self._lines = LedgerLines(budget, lines, agency_of(budget, self._opened))
        self._names = {source.code: source.name for source in budget.frame.sources}

    def years(self, plan: PlanRow) -> tuple[int, ...]:
        """The years of the plan, those with money in the ledger among them."""
        opened = {each.year for each in self._opened if each.year is not None}
        first, last = plan.year_from, plan.year_to
        own = range(first, last + 1) if first and last else ()
        return tuple(sorted({*own, *self._budget.years(), *opened}))

    def overview(self, years: Sequence[int]) -> MoneyParts:
        """Money by year, by section and by source of these years, and what other agencies lead."""
        by_year, elsewhere = [], 0
        sections: dict[str, Flow] = defaultdict(Flow)
        sources: dict[str, Flow] = defaultdict(Flow)
        planned: dict[tuple[str, str], int] = defaultdict(int)
        for year in years:
            sums, plan = self._sums(year), self._planned(year)
            for line in self._budget.addends():
                sections[line.id].add(sums.flow(line.id))
                planned["section", line.id] += plan.flow(line.id).proposed
            for code in {*sums.sources, *plan.sources}:
                sources[code].add(sums.flow("", code))
                planned["source", code] += plan.flow("", code).proposed
            elsewhere += plan.elsewhere.proposed
            by_year.append(_money(str(year), f"Năm {year}", plan.flow().proposed, sums.flow()))
        return (
            tuple(by_year),
            tuple(_money(key, self._section_name(key), planned["section", key], sections[key]) for key in sections),
            tuple(
                _money(code, self._names.get(code, code), planned["source", code], sources[code]) for code in sources
            ),
            elsewhere,
        )

    def shares(self, question: MoneyQuestion) -> list[MoneyShare]:
        """The parts of one figure: planned lines, or entries and dossiers."""
        found: list[MoneyShare] = []
        for year in question.years:
            found += self._planned_shares(question, year) if question.what == "planned" else self._spent(question, year)
        return found

    def _sums(self, year: int) -> YearSums:
        flows = self._kept.of(
            self._connection, ("flows", *self._versions, year), (*MONEY_RECORDS, "line"),
            lambda: year_flows(self._connection, self._versions, year),
        )  # fmt: skip
        return YearSums(self._lines, flows, year)

    def _planned(self, year: int) -> YearSums:
        """The plan's own figures, added up along the same lines as the ledger's."""
        cells: dict[Cell, Flow] = {}
        for (line_id, code), amount in planned_cells(self._budget, year).items():
            cells[line_id, year, code] = Flow(proposed=amount)
        return YearSums(self._lines, cells, year)

    def _planned_shares(self, question: MoneyQuestion, year: int) -> Iterator[MoneyShare]:
        for (line_id, code), flow in self._planned(year).cells(question.section, question.source or None).items():
            line = self._budget.tree.line(line_id)
            name = f"{line_name(self._budget.tree, line)} {shortened(line.text)}"
            made = f"Năm {year}, nguồn {self._names.get(code, code)}"
            yield MoneyShare(name, made, flow.proposed, "plan", self._budget.frame.plan_id)

    def _spent(self, question: MoneyQuestion, year: int) -> Iterator[MoneyShare]:
        records = list(year_records(self._connection, self._versions))
        years = {each.id: each.year for each in records if isinstance(each, BudgetYear)}
        entries = [each for each in records if isinstance(each, LedgerEntry) and years.get(each.year_id) == year]
        for entry, flow in flows_of_entries(entries):
            amount = question.amount(flow)
            if amount and self._is_asked(question, entry.line_id or "", entry.source):
                made = " · ".join(filter(None, (f"Niên độ {year}", format_short(entry.date), entry.document)))
                name = f"{_KINDS[entry.kind]} {entry.note}".strip()
                yield MoneyShare(name, made, amount, LedgerEntry.entity, entry.id)
        own = line_keys(self._connection, self._versions)
        for whole in dossiers_behind(self._connection, self._versions, year):
            amount = sum(
                question.amount(flow)
                for (line, of_year, code), flow in dossier_flows([whole]).items()
                if of_year == year and line in own and self._is_asked(question, line, code)
            )
            if amount:
                name = f"{whole.dossier.code} {whole.dossier.title}".strip()
                yield MoneyShare(name, f"Niên độ {year}, hồ sơ hỗ trợ", amount, "dossier", whole.dossier.id)

    def _is_asked(self, question: MoneyQuestion, line_id: str, source: str) -> bool:
        added_to = self._lines.added_to(self._lines.in_force(line_id))
        return question.section in added_to and question.source in ("", source)

    def _section_name(self, key: str) -> str:
        line = self._budget.tree.line(key)
        name = f"{line.label} {line.text}".strip()
        return name if self._lines.is_ours(key) else f"{name} (cơ quan khác chủ trì, không cộng vào tổng)"


def _money(key: str, name: str, planned: int, flow: Flow) -> Money:
    return Money(key, name, planned, flow.current, flow.bound, flow.out)
