"""Sums of the ledger by budget line, niên độ and source, in whole đồng, and the three remainders that follow from them.

Every figure is a plain sum of what single entries and dossiers give to it, so that their order never matters and any
figure can be shown as the entries and dossiers it is made of. Đề nghị and thẩm định stand beside; only giao feeds the
ledger. What dossiers bind and pay is counted by ``domain/dossiers/sums``, never a second way.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from nscl_desktop.domain.dossiers.sums import Cell, sums_by_cell
from nscl_desktop.domain.dossiers.whole import WholeDossier
from nscl_desktop.domain.ledger import ADVANCED, COMMITTED, PAID, RECOVERED, BudgetYear, LedgerEntry
from nscl_desktop.domain.ledger_lines import LedgerLines
from nscl_desktop.domain.supports import ENDED


@dataclass(slots=True)
class Flow:
    """Đồng of one cell, line, entry or dossier; ``direct`` is what was paid without a commitment before it."""

    proposed: int = 0
    appraised: int = 0
    allotted: int = 0
    adjusted: int = 0
    moved: int = 0
    cut: int = 0
    carried: int = 0
    cancelled: int = 0
    committed: int = 0
    direct: int = 0
    advanced: int = 0
    paid: int = 0
    recovered: int = 0
    settled: int = 0

    @property
    def current(self) -> int:
        """Dự toán hiện hành: giao + điều chỉnh + điều chuyển − cắt giảm + chuyển nguồn − hủy."""
        return self.allotted + self.adjusted + self.moved - self.cut + self.carried - self.cancelled

    @property
    def bound(self) -> int:
        """Cam kết: commitments, contracts of dossiers, and what was paid directly."""
        return self.committed + self.direct

    @property
    def out(self) -> int:
        """Đã thanh toán: tạm ứng + thanh toán − thu hồi."""
        return self.advanced + self.paid - self.recovered

    @property
    def free(self) -> int:
        """Dự toán hiện hành − cam kết; negative where more is bound than there is."""
        return self.current - self.bound

    @property
    def unpaid(self) -> int:
        """Cam kết − đã thanh toán; negative where more was paid than bound."""
        return self.bound - self.out

    @property
    def left(self) -> int:
        """Dự toán hiện hành − đã thanh toán; negative where more was paid than there is."""
        return self.current - self.out

    def add(self, other: "Flow", times: int = 1) -> None:
        """Add another flow to this one, or take it away (-1)."""
        for name in _NAMES:
            setattr(self, name, getattr(self, name) + times * getattr(other, name))


_NAMES = tuple(each.name for each in fields(Flow))


def entry_flow(entry: LedgerEntry, *, is_direct: bool) -> Flow:
    """What one entry gives to the sums. ``is_direct``: it is no payment on a commitment that is in the ledger."""
    amount = entry.amount or 0
    flow = Flow()
    setattr(flow, entry.kind, amount)
    if is_direct and entry.kind in (ADVANCED, PAID, RECOVERED):
        flow.direct = -amount if entry.kind == RECOVERED else amount
    return flow


def flows_of_entries(
    entries: Iterable[LedgerEntry], among: Iterable[LedgerEntry] = ()
) -> list[tuple[LedgerEntry, Flow]]:
    """Each entry with what it gives; a payment whose commitment is gone binds by itself like one without.

    Commitments are sought among the entries and in ``among``.
    """
    known = list(entries)
    commitments = {each.id for each in (*known, *among) if each.kind == COMMITTED}
    return [(each, entry_flow(each, is_direct=each.commitment_id not in commitments)) for each in known]


def flows_by_cell(entries: Iterable[LedgerEntry], years: Mapping[str, BudgetYear]) -> dict[Cell, Flow]:
    """Sums of entries by line (as they name it), niên độ and source."""
    cells: dict[Cell, Flow] = defaultdict(Flow)
    for entry, flow in flows_of_entries(entries):
        year = years[entry.year_id].year if entry.year_id in years else None
        cells[entry.line_id or "", year or 0, entry.source].add(flow)
    return dict(cells)


def dossier_flows(wholes: Iterable[WholeDossier]) -> dict[Cell, Flow]:
    """Sums of dossiers: their contracts bind, their payments pay.

    A dossier without a contract's value binds what it was paid; so does an ended one, whose contract binds no longer.
    """
    by_contract: list[WholeDossier] = []
    by_payment: list[WholeDossier] = []
    for whole in wholes:
        has_contract = sum(each.contracted for each in sums_by_cell([whole]).values()) != 0
        (by_contract if has_contract and whole.dossier.state != ENDED else by_payment).append(whole)
    cells: dict[Cell, Flow] = defaultdict(Flow)
    for cell, sums in sums_by_cell(by_contract).items():
        cells[cell].add(
            Flow(committed=sums.contracted, advanced=sums.advanced, paid=sums.paid, recovered=sums.recovered)
        )
    for cell, sums in sums_by_cell(by_payment).items():
        cells[cell].add(Flow(direct=sums.out, advanced=sums.advanced, paid=sums.paid, recovered=sums.recovered))
    return {cell: flow for cell, flow in cells.items() if flow != Flow()}


@dataclass(frozen=True, slots=True)
class DossierShare:
    """What one dossier gives to the figures of a niên độ, by cell, and how it is called."""

    key: str
    code: str
    title: str
    unit: str
    cells: Mapping[Cell, Flow]


class YearSums:
    """The figures of one niên độ: each line with all below it, by source and in all sources together.

    A line of our own shows our own money only. Lines that another agency leads show what is followed there, and the
    two are never in one figure. Money of lines that the version in force no longer has stands under the key ``LOST``
    and in the total.
    """

    def __init__(self, lines: LedgerLines, cells: Mapping[Cell, Flow], year: int) -> None:
        self.lines, self.year = lines, year
        self._flows: dict[tuple[str, str | None], Flow] = defaultdict(Flow)
        self._own: dict[tuple[str, str], Flow] = defaultdict(Flow)
        self.elsewhere = Flow()
        """What is followed of lines that other agencies lead."""
        for (line_id, of_year, source), flow in cells.items():
            if of_year == year:
                self._take(lines.in_force(line_id), source, flow)

    @property
    def sources(self) -> tuple[str, ...]:
        """Codes of the sources with figures."""
        return tuple(sorted({source for _, source in self._own}))

    def flow(self, line_id: str = "", source: str | None = None) -> Flow:
        """Figures of a line with all below it ("" for our total), of one source or all; not to be written to."""
        return self._flows.get((line_id, source), Flow())

    def own(self, line_id: str, source: str) -> Flow:
        """Figures of a line itself in one source; not to be written to."""
        return self._own.get((line_id, source), Flow())

    def cells(self, line_id: str = "", source: str | None = None) -> dict[tuple[str, str], Flow]:
        """(line, source) → figures of the lines that ``flow`` of the same line and source adds up."""
        return {
            (line, code): flow
            for (line, code), flow in self._own.items()
            if (source is None or code == source) and line_id in self.lines.added_to(line)
        }

    def cells_everywhere(self) -> tuple[tuple[str, str], ...]:
        """(line, source) of all figures, those of other agencies too."""
        return tuple(self._own)

    def _take(self, line_id: str, source: str, flow: Flow) -> None:
        self._own[line_id, source].add(flow)
        for above in self.lines.added_to(line_id):
            self._flows[above, source].add(flow)
            self._flows[above, None].add(flow)
        if not self.lines.is_ours(line_id):
            self.elsewhere.add(flow)
