"""Money of dossiers by line, niên độ and source: planned, contracted, advanced, paid, recovered, own share; in đồng.

A contract names no source. Its value counts once: where its dossier draws on several lines, years or sources it is
shared out among them as the planned money is, to the last đồng. An appendix to a contract states the new value of the
whole, so the latest one that states a value replaces what stood before.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields
from typing import TypeVar

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.contracts import ADVANCE, OWN_SHARE, PAYMENT, RECOVERY, Contract
from nscl_desktop.domain.dossiers.whole import WholeDossier
from nscl_desktop.domain.supports import ENDED, DossierMoney

T = TypeVar("T")
Cell = tuple[str, int, str]
"""(key of the line or "", year or 0, source code or "")."""
_COLUMN = {ADVANCE: "advanced", PAYMENT: "paid", RECOVERY: "recovered", OWN_SHARE: "own"}


@dataclass(slots=True)
class Sums:
    """Đồng of one cell or dossier. ``own`` is what the unit itself paid; it is never money of the budget."""

    planned: int = 0
    contracted: int = 0
    accepted: int = 0
    advanced: int = 0
    paid: int = 0
    recovered: int = 0
    own: int = 0

    @property
    def out(self) -> int:
        """What has left the budget and not come back: advances and payments less what was recovered."""
        return self.advanced + self.paid - self.recovered

    def add(self, other: "Sums") -> None:
        """Add another cell to this one."""
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))


def effective_contracts(whole: WholeDossier) -> list[tuple[Contract, int, int]]:
    """The contracts, appendices left out, each with its value in force and what was accepted of it."""
    found = []
    keys = {contract.id for contract in whole.contracts}
    for contract in whole.contracts:
        if contract.changes in keys:
            continue
        versions = [contract, *_appendices(contract, whole.contracts)]
        values = [each.value for each in versions if each.value is not None]
        accepted = [each.accepted_value for each in versions if each.accepted_value is not None]
        found.append((contract, values[-1] if values else 0, accepted[-1] if accepted else 0))
    return found


def deadline_of(contract: Contract, whole: WholeDossier) -> str:
    """The deadline in force: that of the latest appendix that states one, else the contract's own."""
    stated = [each.deadline for each in (contract, *_appendices(contract, whole.contracts)) if each.deadline]
    return stated[-1] if stated else ""


def sums_by_cell(wholes: Iterable[WholeDossier]) -> dict[Cell, Sums]:
    """Money of all the dossiers by line, year and source."""
    cells: dict[Cell, Sums] = defaultdict(Sums)
    for whole in wholes:
        for part in whole.money:
            cells[planned_cell(part)].planned += part.amount or 0
        effective = effective_contracts(whole)
        weights = weights_of(whole.money)
        for cell, share in shared(sum(value for _, value, _ in effective), weights).items():
            cells[cell].contracted += share
        for cell, share in shared(sum(accepted for *_, accepted in effective), weights).items():
            cells[cell].accepted += share
        for payment in whole.payments:
            sums = cells[paid_cell((payment.line_id or "", payment.year or 0, payment.source), weights)]
            name = _COLUMN[payment.move]
            setattr(sums, name, getattr(sums, name) + (payment.amount or 0))
    return dict(cells)


def sums_of(
    wholes: Iterable[WholeDossier],
    *,
    lines: Collection[str] | None = None,
    years: Collection[int] | None = None,
    sources: Collection[str] | None = None,
) -> Sums:
    """All money of the dossiers together, or only that of some lines, years and sources."""
    total = Sums()
    for (line, year, source), sums in sums_by_cell(wholes).items():
        is_there = (lines is None or line in lines) and (years is None or year in years)
        if is_there and (sources is None or source in sources):
            total.add(sums)
    return total


def allotted(budget: Budget, line_id: str, year: int | None = None, source: str | None = None) -> int | None:
    """Đồng that the plan gives a line, in one year or of one source (by its code) where they are named."""
    sources = None if source is None else {each.id for each in budget.frame.sources if each.code == source}
    return budget.total(line_id, years=None if year is None else (year,), sources=sources)


def remainder(
    budget: Budget, line_id: str, wholes: Iterable[WholeDossier], year: int | None = None, source: str | None = None
) -> int:
    """What the dossiers leave of a line's money (negative: over it); a line without money has nothing to give.

    An ended dossier has freed what was planned in it and takes only what was paid out and never came back.
    """
    taken, lines = 0, line_and_below(budget, line_id)
    for whole in wholes:
        sums = sums_of(
            [whole],
            lines=lines,
            years=None if year is None else (year,),
            sources=None if source is None else (source,),
        )
        taken += sums.out if whole.dossier.state == ENDED else sums.planned
    return (allotted(budget, line_id, year, source) or 0) - taken


def line_and_below(budget: Budget, line_id: str) -> frozenset[str]:
    """Keys of a line and of all lines below it: a dossier may draw on any of them."""
    below = (line_and_below(budget, child.id) for child in budget.tree.children(line_id))
    return frozenset({line_id}).union(*below)


def _appendices(contract: Contract, contracts: Iterable[Contract]) -> list[Contract]:
    """Appendices of a contract, and appendices to these, by date."""
    family, found = {contract.id}, []
    rest = list(contracts)
    while following := [each for each in rest if each.changes in family and each.id not in family]:
        family |= {each.id for each in following}
        found += following
    return sorted(found, key=lambda each: (each.date, each.id))


def planned_cell(part: DossierMoney) -> Cell:
    """Where planned money belongs."""
    return part.line_id or "", part.year or 0, part.source


def paid_cell(stated: Cell, planned: Collection[Cell]) -> Cell:
    """Where a payment belongs: as stated; what it leaves open is taken from the dossier's money where that has one."""
    line, year, source = stated
    if line and year and source:
        return stated
    fitting = [cell for cell in planned if all(own in ("", 0, there) for own, there in zip(stated, cell, strict=True))]
    line = line or _only({line for line, _, _ in fitting}, "")
    year = year or _only({year for _, year, _ in fitting}, 0)
    return line, year, source or _only({source for *_, source in fitting}, "")


def shared(value: int, weights: Mapping[Cell, int]) -> dict[Cell, int]:
    """``value`` shared out as the planned money is; what rounding leaves goes to the largest fractions, in order."""
    whole = sum(weights.values())
    if not whole or len(weights) == 1:
        return {next(iter(weights), ("", 0, "")): value} if value else {}
    shares = {cell: value * weight // whole for cell, weight in weights.items()}
    by_fraction = sorted(weights, key=lambda cell: (-(value * weights[cell] % whole), cell))
    for cell in by_fraction[: value - sum(shares.values())]:
        shares[cell] += 1
    return shares


def weights_of(money: Iterable[DossierMoney]) -> dict[Cell, int]:
    """Planned đồng by line, year and source: what contracts are shared out by."""
    weights: dict[Cell, int] = {}
    for part in money:
        cell = planned_cell(part)
        weights[cell] = weights.get(cell, 0) + (part.amount or 0)
    return weights


def _only(values: set[T], otherwise: T) -> T:
    return next(iter(values)) if len(values) == 1 else otherwise
