"""Kết quả của đợt: what the points are enough for, what was won, what that is worth then and today."""

from collections.abc import Sequence
from typing import NamedTuple

from nscl_desktop.domain.awards import Nomination, Prize
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.directory import SalaryBase
from nscl_desktop.domain.money import format_amount, format_quantity
from nscl_desktop.domain.planned_prizes import planned_prizes
from nscl_desktop.domain.records import fields_of
from nscl_desktop.presenters.award_sheet import AwardSheet
from nscl_desktop.presenters.round_scores import points_text

GROUPS = dict(next(spec for spec in fields_of(Nomination) if spec.name == "group").choices)


class ResultRow(NamedTuple):
    """A nomination: its cells and its key."""

    cells: tuple[str, ...]
    key: str


def result_rows(sheet: AwardSheet) -> tuple[ResultRow, ...]:
    """Unit, group, own and judged points, the prize that is enough for, why; highest total first."""
    order = sorted(
        sheet.nominations(),
        key=lambda each: (-(total if (total := sheet.scores.total(each.id)) is not None else -1), each.position),
    )
    return tuple(ResultRow(_cells(sheet, each), each.id) for each in order)


def _cells(sheet: AwardSheet, nomination: Nomination) -> tuple[str, ...]:
    scores, proposal = sheet.scores, sheet.proposals[nomination.id]
    own, total, missing = scores.sum_of(nomination.id, ""), scores.total(nomination.id), scores.missing(nomination.id)
    lacking = f"còn {missing} nội dung chưa có điểm" if total is not None and missing else ""
    return (
        sheet.name_of(nomination),
        GROUPS[nomination.group],
        "" if own is None else points_text(own),
        "" if total is None else points_text(total),
        proposed_words(sheet, nomination),
        "; ".join(filter(None, (proposal.why, lacking))),
    )


def proposed_words(sheet: AwardSheet, nomination: Nomination) -> str:
    """The prize that the council proposes; without its word, that which the points are enough for."""
    names = {each.id: each.name for each in sheet.kinds}
    if nomination.proposed_prize_id:
        return names.get(nomination.proposed_prize_id, "(không có trong quy chế)")
    kind = sheet.proposals[nomination.id].kind
    return f"{kind.name} (theo điểm)" if kind else ""


def prize_remark(sheet: AwardSheet, prize: Prize) -> str:
    """How a prize's sum comes about, or that it is another than the norm gives."""
    worth = sheet.worth(prize)
    if worth.amount is None or prize.amount is None or worth.amount == prize.amount:
        return worth.words
    return f"Theo mức: {format_amount(worth.amount)} = {worth.words}"


def today_text(sheet: AwardSheet, prize: Prize) -> str:
    """What the prize would be worth today, in đồng; empty where no norm says."""
    amount = sheet.worth(prize, sheet.today).amount
    return "" if amount is None else format_amount(amount)


def today_total(sheet: AwardSheet) -> int | None:
    """What all prizes would be worth today, in đồng; None where one of them has no norm."""
    worth = [sheet.worth(each, sheet.today).amount for each in sheet.prizes()]
    known = [each for each in worth if each is not None]
    return sum(known) if len(known) == len(worth) else None


def planned_words(budget: Budget, line_id: str, bases: Sequence[SalaryBase], today: str) -> str:
    """What the plan's line prices, and what that would be today; empty where it prices nothing."""
    found = planned_prizes(budget, line_id, bases, today)
    if found is None:
        return ""
    words = f"Dòng dự toán này tính {format_quantity(found.prizes)} giải: {format_amount(found.money)} đồng"
    if found.today == found.money:
        return f"{words}."
    return f"{words}; nếu vẫn bằng bấy nhiêu lần lương cơ sở thì hôm nay là {format_amount(found.today)} đồng."


def total_words(sheet: AwardSheet) -> str:
    """Winners and prizes, which are two counts, the money by niên độ, and what all would be today."""
    found = sheet.results
    words = f"{found.winners} đơn vị đạt giải, {found.prizes} giải. Tiền thưởng {format_amount(found.total)} đồng"
    years = [f"niên độ {year}: {format_amount(sum_)}" for year, sum_ in sorted(found.money.items(), key=str) if year]
    words += f" ({'; '.join(years)})" if years else ""
    if found.unpriced:
        words += f"; {found.unpriced} giải chưa có tiền thưởng"
    today = today_total(sheet)
    return words + (f". Theo mức hôm nay: {format_amount(today)} đồng." if today is not None else ".")
