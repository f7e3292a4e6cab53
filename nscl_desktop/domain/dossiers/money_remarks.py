"""Warnings about money: over the line, contract above the dossier, payment above what was accepted, open advances.

One finding for one cause: what lies over a line is said of the dossier that crosses it and of those opened after it,
never of those that were there before.
"""

from collections.abc import Iterable, Iterator

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.dossiers.chains import counted
from nscl_desktop.domain.dossiers.codes import ADVANCE_OPEN, CONTRACT_OVER, OVER_LINE, PAID_OVER, dong, remark
from nscl_desktop.domain.dossiers.sums import Cell, allotted, effective_contracts, line_and_below, sums_of
from nscl_desktop.domain.dossiers.whole import WholeDossier
from nscl_desktop.domain.findings import Finding
from nscl_desktop.domain.naming import line_name
from nscl_desktop.domain.supports import ENDED


def over_line(budget: Budget, whole: WholeDossier, others: Iterable[WholeDossier]) -> Iterator[Finding]:
    """Money of this dossier beyond what the plan still has in its line, year and source, after earlier dossiers.

    A part without a year or source is held against all years or sources of its line. Ended dossiers keep no money but
    what went out and did not come back.
    """
    own_turn = (whole.opened_on, whole.dossier.id)
    before = [each for each in others if (each.opened_on, each.dossier.id) < own_turn]
    wanted: dict[Cell, int] = {}
    for part in whole.money if whole.dossier.state != ENDED else ():
        cell = (part.line_id or "", part.year or 0, part.source)
        wanted[cell] = wanted.get(cell, 0) + (part.amount or 0)
    for (line_id, year, source), amount in sorted(wanted.items()):
        if not budget.tree.has(line_id):
            continue
        there = allotted(budget, line_id, year or None, source or None) or 0
        taken = _taken(budget, before, (line_id, year, source))
        left = max(there - taken, 0)
        if amount > left:
            where = line_name(budget.tree, budget.tree.line(line_id))
            where += (f" năm {year}" if year else "") + (f", nguồn {_source_name(budget, source)}" if source else "")
            message = (
                f"Kinh phí dự kiến {dong(amount)} vượt {dong(amount - left)} so với {where}: kế hoạch {dong(there)}, "
                f"các hồ sơ trước đã dùng {dong(taken)}, còn {dong(left)}."
            )
            mark = f"{line_id}/{year}/{source}"
            yield remark(whole, OVER_LINE, mark, message, expected=dong(left), found=dong(amount))


def about_contracts(whole: WholeDossier) -> Iterator[Finding]:
    """Contracts above the dossier's money, payments above what was accepted, and what an ended dossier owes back.

    The dossier's money is what is planned for it and what the unit put in itself.
    """
    sums = sums_of([whole])
    there = sums.planned + sums.own
    if sums.contracted > there:
        message = (
            f"Hợp đồng {dong(sums.contracted)} lớn hơn kinh phí của hồ sơ {dong(there)} "
            f"(dự kiến {dong(sums.planned)}, đối ứng {dong(sums.own)}), chênh {dong(sums.contracted - there)}."
        )
        yield remark(whole, CONTRACT_OVER, "", message, expected=dong(there), found=dong(sums.contracted))
    has_acceptance = any(contract.accepted_value is not None for contract in whole.contracts)
    over = sums.out - sums.accepted
    if whole.dossier.state == ENDED and over > 0:
        message = (
            f"Hồ sơ đã chấm dứt còn {dong(over)} phải thu hồi: đã tạm ứng và thanh toán "
            f"{dong(sums.advanced + sums.paid)}, đã thu hồi {dong(sums.recovered)}, nghiệm thu {dong(sums.accepted)}."
        )
        yield remark(whole, ADVANCE_OPEN, "", message, expected=dong(sums.accepted), found=dong(sums.out))
    elif has_acceptance and over > 0:
        message = (
            f"Đã tạm ứng và thanh toán {dong(sums.out)}, lớn hơn giá trị nghiệm thu {dong(sums.accepted)}, "
            f"chênh {dong(over)}."
        )
        yield remark(whole, PAID_OVER, "", message, expected=dong(sums.accepted), found=dong(sums.out))


def contract_value(whole: WholeDossier) -> int:
    """Đồng of all contracts of a dossier as they are in force, each once."""
    return sum(value for _, value, _ in effective_contracts(whole))


def _source_name(budget: Budget, code: str) -> str:
    """The code as offices say it; the name where the code is not meant for eyes."""
    name = next((each.name for each in budget.frame.sources if each.code == code), "")
    return name if name and "_" in code else code


def _taken(budget: Budget, before: list[WholeDossier], cell: Cell) -> int:
    """Đồng that earlier dossiers hold in a cell of the plan."""
    line_id, year, source = cell
    there = counted(before)
    ended = [each for each in before if each.dossier.state == ENDED]
    planned, kept = (
        sums_of(
            group,
            lines=line_and_below(budget, line_id),
            years=(year,) if year else None,
            sources=(source,) if source else None,
        )
        for group in (there, ended)
    )
    return planned.planned + kept.out
