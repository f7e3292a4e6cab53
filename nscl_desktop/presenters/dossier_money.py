"""Money of a dossier beside its plan: lines, years and sources to choose from, and what is left of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import SECTION
from nscl_desktop.domain.dossiers.chains import counted
from nscl_desktop.domain.dossiers.counting import Kinds
from nscl_desktop.domain.dossiers.quotas import line_progress
from nscl_desktop.domain.dossiers.state_money import is_state_money
from nscl_desktop.domain.dossiers.sums import allotted, line_and_below, sums_by_cell, sums_of
from nscl_desktop.domain.money import format_amount, format_quantity
from nscl_desktop.domain.naming import shortened
from nscl_desktop.domain.supports import ENDED
from nscl_desktop.domain.text import rank
from nscl_desktop.presenters.dossier_office import OpenDossier, PlanUse, lines_of
from nscl_desktop.presenters.dossier_parts import Offers
from nscl_desktop.presenters.line_choice import line_words
from nscl_desktop.presenters.source_names import short_name


@dataclass(frozen=True, slots=True)
class LineLeft:
    """A line of the plan as it is chosen for a dossier. Money in đồng; ``quota``: what is left of what it counts."""

    line_id: str
    words: str
    unit: str
    planned: str
    quota: str
    money: str
    is_over: bool


@dataclass(frozen=True, slots=True)
class MoneyCell:
    """Money of the dossier in one line, year and source, and what its plan still has there after all dossiers."""

    line: str
    year: str
    source: str
    planned: int
    contracted: int
    accepted: int
    out: int
    own: int
    left: int | None

    @property
    def texts(self) -> tuple[str, ...]:
        """As a row of the table; what the plan does not know has no remainder."""
        figures = (self.planned, self.contracted, self.out, self.own)
        left = "" if self.left is None else format_amount(self.left)
        return (self.line, self.year, self.source, *(format_amount(each) if each else "" for each in figures), left)


def line_offers(use: PlanUse | None) -> Offers:
    """Lines that money can be taken out of."""

    def offers() -> Sequence[tuple[str, str]]:
        if use is None:
            return ()
        tree = use.budget.tree
        return [(line.id, line_words(tree, line, 60)) for _, line in tree.walk() if use.budget.total(line.id)]

    return offers


def year_offers(use: PlanUse | None) -> Offers:
    """The years of the plan."""
    return lambda: [(str(year), str(year)) for year in use.budget.years()] if use else ()


def source_offers(use: PlanUse | None) -> Offers:
    """The sources of the plan by their codes."""
    return lambda: [(each.code, short_name(each)) for each in use.budget.frame.sources] if use else ()


def state_sources(use: PlanUse | None) -> frozenset[str] | None:
    """Codes of the sources that are the state's money; None where the plan does not tell them apart."""
    if use is None:
        return None
    sources = use.budget.frame.sources
    others = {each.code for each in sources if not is_state_money(each)}
    return frozenset(each.code for each in sources) - others if others else None


def lines_left(use: PlanUse, kinds: Kinds) -> tuple[LineLeft, ...]:
    """Lines with money in printed order, each with what is left of quantity and money after all dossiers."""
    budget = use.budget
    drawing = [(lines_of(each), each) for each in use.wholes.values()]
    found = []
    for _, line in budget.tree.walk():
        money = budget.total(line.id)
        if not money or line.kind == SECTION:
            continue
        below = line_and_below(budget, line.id)
        own = [each for lines, each in drawing if lines & below]
        taken = counted(own)
        ended = [each for each in own if each.dossier.state == ENDED]
        progress = line_progress(budget, line, taken, kinds)
        left = money - sums_of(taken, lines=below).planned - sums_of(ended, lines=below).out
        quota = progress.remaining
        found.append(
            LineLeft(
                line.id, line_words(budget.tree, line, 90), line.unit,
                "" if progress.planned is None else format_quantity(progress.planned),
                "" if quota is None else format_quantity(quota),
                format_amount(left), left < 0 or (quota is not None and quota < 0),
            )
        )  # fmt: skip
    return tuple(found)


def seek_lines(lines: Iterable[LineLeft], query: str) -> tuple[LineLeft, ...]:
    """Those whose words answer a query, in the same order."""
    return tuple(each for each in lines if rank(query, each.words) is not None)


def left_of_cell(use: PlanUse, cell: tuple[str, int, str]) -> int | None:
    """Đồng that a line still has in a year (0: all) and source ("": all) after all dossiers; None off the plan."""
    line_id, year, source = cell
    budget = use.budget
    if not budget.tree.has(line_id):
        return None
    lines = line_and_below(budget, line_id)
    years, sources = (year,) if year else None, (source,) if source else None
    there = allotted(budget, line_id, year or None, source or None) or 0
    drawing = [each for each in use.wholes.values() if lines & lines_of(each)]
    taken = sums_of(counted(drawing), lines=lines, years=years, sources=sources).planned
    ended = [each for each in drawing if each.dossier.state == ENDED]
    return there - taken - sums_of(ended, lines=lines, years=years, sources=sources).out


def money_cells(open_dossier: OpenDossier) -> tuple[MoneyCell, ...]:
    """The dossier's money by line, year and source, then all of it."""
    whole = open_dossier.whole
    use = open_dossier.use
    found = []
    for (line_id, year, source), sums in sorted(sums_by_cell([whole]).items(), key=lambda pair: pair[0][1:]):
        left = left_of_cell(use, (line_id, year, source)) if use else None
        found.append(
            MoneyCell(
                line_text(use.budget if use else None, line_id), str(year or "—"), _source_text(use, source) or "—",
                sums.planned, sums.contracted, sums.accepted, sums.out, sums.own, left,
            )
        )  # fmt: skip
    if len(found) > 1:
        total = sums_of([whole])
        found.append(
            MoneyCell("Cộng", "", "", total.planned, total.contracted, total.accepted, total.out, total.own, None)
        )
    return tuple(found)


def line_text(budget: Budget | None, line_id: str) -> str:
    """A line's name, or that it is not among the lines of the dossier's plan."""
    if not line_id:
        return "Chưa chọn mục chi"
    if budget is None or not budget.tree.has(line_id):
        return "Mục chi ngoài kế hoạch này"
    return shortened(line_words(budget.tree, budget.tree.line(line_id), 60), 80)


def _source_text(use: PlanUse | None, code: str) -> str:
    return dict(source_offers(use)()).get(code, code)
