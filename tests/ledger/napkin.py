"""A ledger over small plans whose figures can be added up on a napkin; money in đồng."""

from collections.abc import Iterable, Mapping

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.dossiers.sums import Cell
from nscl_desktop.domain.ledger import BudgetYear, LedgerEntry
from nscl_desktop.domain.ledger_lines import LedgerLines
from nscl_desktop.domain.ledger_rules import Position
from nscl_desktop.domain.ledger_sums import Flow, YearSums, flows_by_cell
from tests.small_plans import PLAN, Sketch

TR = 1_000_000
YEAR = BudgetYear(id="y", plan_id=PLAN, year=2022)


def entry(kind: str, amount: int | None, line: str = "I.1", source: str = "NSNN", **fields: object) -> LedgerEntry:
    """An entry of 2022; its key follows from what it says unless it is named."""
    made = LedgerEntry(
        id=f"{kind}/{line}/{source}/{amount}", year_id="y", line_id=line, source=source, kind=kind, amount=amount
    )
    for name, value in fields.items():
        object.__setattr__(made, name, value)
    return made


def plan() -> Sketch:
    """I (I.1: 2 × 15 triệu; I.2: 40 triệu NSNN, 10 triệu DN), II led by "tk" (5 triệu), all in 2022."""
    return (
        Sketch()
        .line("I", kind="section")
        .line("I.1", "I", unit="Lớp", price=15 * TR)
        .cell("I.1", 2022, quantity="2")
        .line("I.2", "I")
        .cell("I.2", 2022, amount=40 * TR)
        .cell("I.2", 2022, "dn", amount=10 * TR)
        .line("II", kind="section", lead_id="tk")
        .cell("II", 2022, amount=5 * TR)
    )


def position(
    *entries: LedgerEntry,
    budget: Budget | None = None,
    year: BudgetYear = YEAR,
    others: Iterable[Line] = (),
    dossiers: Mapping[Cell, Flow] | None = None,
    agency: str | None = "we",
) -> Position:
    """What steps of the year are held against, with these entries in the ledger."""
    lines = LedgerLines(budget or plan().budget(), list(others), agency)
    cells = flows_by_cell(entries, {year.id: year})
    for cell, flow in (dossiers or {}).items():
        cells.setdefault(cell, Flow()).add(flow)
    return Position(year, YearSums(lines, cells, year.year or 0), entries)
