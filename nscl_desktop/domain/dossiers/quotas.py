"""Dossiers beside what the plan promises: quantities of its lines, numbers of its targets, and what is left of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.dossiers.counting import (
    BENEFICIARY_UNITS,
    Counts,
    Kinds,
    count,
    of_line,
    unit_key,
)
from nscl_desktop.domain.dossiers.sums import line_and_below
from nscl_desktop.domain.dossiers.whole import WholeDossier
from nscl_desktop.domain.targets import Target, TargetLink


@dataclass(frozen=True, slots=True)
class Progress:
    """Planned and taken in the unit of the line or target; ``planned`` is None where the plan states no number."""

    planned: Decimal | None
    taken: Decimal
    carried: int
    counts: Counts

    @property
    def remaining(self) -> Decimal | None:
        """What may still be taken; negative when more was taken than planned."""
        return None if self.planned is None else self.planned - self.taken


def taken_in(counts: Counts, unit: str) -> Decimal:
    """Dossiers as the plan counts them: units supported, else items of that unit, else the dossiers themselves.

    "doanh nghiệp", "trường" … count each unit supported once (and dossiers whose unit is not yet known); "hệ thống",
    "công cụ" count items; for a unit that no item has ("mô hình điểm"), one dossier is one.
    """
    wanted = unit_key(unit)
    if wanted in BENEFICIARY_UNITS:
        return Decimal(len(counts.units) + counts.unnamed)
    found = any(unit_key(each) == wanted for _, each in counts.items)
    return counts.in_unit(unit) if found else Decimal(counts.dossiers)


def line_progress(
    budget: Budget, line: Line, wholes: Iterable[WholeDossier], kinds: Kinds, year: int | None = None
) -> Progress:
    """What a line pays for and what its dossiers have taken, in all years or one; its lines below count with it."""
    counts = count(of_line(wholes, line_and_below(budget, line.id), year), kinds)
    planned = budget.quantity(line, years=None if year is None else (year,))
    return Progress(planned, taken_in(counts, line.unit), counts.carried, counts)


def target_progress(budget: Budget, target: Target, wholes: Iterable[WholeDossier], kinds: Kinds) -> Progress:
    """A target and what the lines that feed it have taken; a unit that several of them support counts once."""
    links = budget.book.table(TargetLink).values()
    keys = {key for link in links if link.target_id == target.id for key in line_and_below(budget, link.line_id)}
    counts = count(of_line(wholes, keys), kinds)
    return Progress(target.value, taken_in(counts, target.unit), counts.carried, counts)


def carried_matches(budget: Budget, wholes: Iterable[WholeDossier], kinds: Kinds) -> Mapping[str, tuple[Decimal, int]]:
    """Lines that say they carry a quantity over, by key: the stated number, and the carried dossiers on file for it.

    Tây Ninh's "02 hệ thống giai đoạn 2016-2020 chuyển tiếp" are two of six: once both are on file, none is missing.
    """
    found = {}
    dossiers = list(wholes)
    for _, line in budget.tree.walk():
        if line.carried_quantity:
            found[line.id] = (line.carried_quantity, line_progress(budget, line, dossiers, kinds).carried)
    return found
