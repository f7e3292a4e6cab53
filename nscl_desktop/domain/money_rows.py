"""Figures of a niên độ as rows of an official table: lines with their subtotals, our money and that of others apart.

Every row is either a leaf, which holds what the ledger has, or a sum of the rows right below it, so that the table can
be written with formulas. What a section holds itself beside its lines is a leaf of its own.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from nscl_desktop.domain.budget_lines import SECTION
from nscl_desktop.domain.ledger_lines import LOST
from nscl_desktop.domain.ledger_sums import Flow, YearSums

Figure = Callable[[Flow], int]
_LOST = "Dòng không còn trong kế hoạch đang có hiệu lực"
_ITSELF = "Ghi chung cho cả mục"


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """A row with its figures in đồng; ``below`` is what it adds up, nothing for a leaf, ``source`` a leaf's code."""

    label: str
    text: str
    amounts: tuple[int, ...]
    source: str = ""
    is_section: bool = False
    below: tuple["MoneyRow", ...] = ()


@dataclass(frozen=True, slots=True)
class YearMoney:
    """The sums of a niên độ with the names that a table prints; ``closed`` is how the niên độ stands."""

    sums: YearSums
    agencies: Mapping[str, str]
    closed: str = ""


@dataclass(frozen=True, slots=True)
class RowMaker:
    """Makes rows of these figures; ``by_source`` gives each source of a line a row of its own."""

    money: YearMoney
    figures: Sequence[Figure]
    by_source: bool = False

    def rows(self, *, ours: bool) -> tuple[MoneyRow, ...]:
        """Our rows, or those of money that other agencies lead; lines without money are left out, our sections not."""
        sums, lines = self.money.sums, self.money.sums.lines
        own: dict[str, dict[str, Flow]] = defaultdict(dict)
        for line_id, source in sums.cells_everywhere():
            flow = sums.own(line_id, source)
            if lines.is_ours(line_id) == ours and flow != Flow():
                own[line_id][source] = flow
        wanted = {line.id for line in lines.budget.addends() if lines.is_ours(line.id)} if ours else set()
        wanted.update(above for line_id in own for above in lines.added_to(line_id) if above)
        below: dict[str, list[str]] = defaultdict(list)
        for line_id in sorted(wanted, key=lines.place):
            added_to = lines.added_to(line_id)
            below[added_to[1] if len(added_to) > 1 else ""].append(line_id)
        return tuple(self._row(line_id, own, below) for line_id in below[""])

    def _row(self, line_id: str, own: Mapping[str, Mapping[str, Flow]], below: Mapping[str, Sequence[str]]) -> MoneyRow:
        children = tuple(self._row(each, own, below) for each in below.get(line_id, ()))
        flows = own.get(line_id, {})
        label, text, is_section = self._words(line_id)
        if flows and self.by_source and (children or len(flows) > 1):
            leaves = tuple(
                MoneyRow("", f"{_ITSELF}, nguồn {code}" if children else f"Nguồn {code}", self._amounts([flow]), code)
                for code, flow in self._in_order(flows)
            )
        elif flows and children:
            leaves = (MoneyRow("", _ITSELF, self._amounts(flows.values())),)
        else:
            source = next(iter(flows), "") if self.by_source else ""
            if not children:
                return MoneyRow(label, text, self._amounts(flows.values()), source, is_section)
            leaves = ()
        parts = (*leaves, *children)
        return MoneyRow(label, text, added(parts, len(self.figures)), "", is_section, parts)

    def _amounts(self, flows: Iterable[Flow]) -> tuple[int, ...]:
        known = list(flows)
        return tuple(sum(figure(flow) for flow in known) for figure in self.figures)

    def _in_order(self, flows: Mapping[str, Flow]) -> list[tuple[str, Flow]]:
        places = {each.code: at for at, each in enumerate(self.money.sums.lines.budget.frame.sources)}
        return sorted(flows.items(), key=lambda pair: (places.get(pair[0], len(places)), pair[0]))

    def _words(self, line_id: str) -> tuple[str, str, bool]:
        lines = self.money.sums.lines
        if line_id == LOST or not lines.tree.has(line_id):
            return "", _LOST, False
        line = lines.tree.line(line_id)
        if lines.is_ours(line_id) or not line.lead_id:
            return line.label, line.text, line.kind == SECTION
        lead = self.money.agencies.get(line.lead_id, "cơ quan khác")
        return line.label, f"{line.text} ({lead} chủ trì)", line.kind == SECTION


def added(rows: Sequence[MoneyRow], count: int) -> tuple[int, ...]:
    """The sums of rows, figure by figure."""
    return tuple(sum(row.amounts[at] for row in rows) for at in range(count))
