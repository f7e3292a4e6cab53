"""Sharing a cut out among lines, and the quantities that what is left still pays for."""

from collections.abc import Mapping
from decimal import ROUND_DOWN, Decimal
from typing import TypeVar

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.money import format_amount

Key = TypeVar("Key", bound=tuple[str, ...])


def shared_cut(amount: int, weights: Mapping[Key, int], most: Mapping[Key, int], unit: int = 1) -> dict[Key, int]:
    """``amount`` đồng shared out in proportion to ``weights``, none more than its ``most``; exact in sum.

    What is full takes its ``most`` and the rest is shared among the others. Shares are whole multiples of ``unit``
    đồng by the largest remainder; what is less than a unit goes to the greatest that has room. Keys without room get
    nothing. InputError where there is not room enough.
    """
    room = {key: most[key] for key in weights if most[key] > 0 and weights[key] > 0}
    if amount > sum(room.values()):
        raise InputError(
            f"Cắt {format_amount(amount)} đồng là quá phần chưa cam kết {format_amount(sum(room.values()))} đồng;"
            " hãy giảm số cắt hoặc chọn phạm vi rộng hơn."
        )
    full: dict[Key, int] = {}
    rest = dict(room)
    left = amount
    while over := _over(left, weights, rest):
        for key in over:
            full[key] = rest.pop(key)
        left = amount - sum(full.values())
    shares = {**full, **_by_largest_remainder(left, weights, rest, unit)}
    return {key: shares[key] for key in room if shares[key]}


def replanned_quantity(budget: Budget, line_id: str, year: int, current: int) -> Decimal | None:
    """How many units ``current`` đồng of a line still pay for: whole ones where the plan has whole ones.

    None where the line has no quantity or no price in the year. It is a proposal; the office decides.
    """
    line = budget.tree.line(line_id)
    planned, price = budget.quantity(line, years=(year,)), budget.price(line)
    if planned is None or not price:
        return None
    exact = Decimal(max(current, 0)) / price
    is_whole = planned == planned.to_integral_value()
    return exact.quantize(Decimal(1) if is_whole else Decimal("0.01"), rounding=ROUND_DOWN)


def _over(left: int, weights: Mapping[Key, int], rest: Mapping[Key, int]) -> list[Key]:
    """Those whose share would fill them or more."""
    whole = sum(weights[key] for key in rest)
    return [key for key, most in rest.items() if left * weights[key] >= most * whole]


def _by_largest_remainder(left: int, weights: Mapping[Key, int], rest: Mapping[Key, int], unit: int) -> dict[Key, int]:
    whole = sum(weights[key] for key in rest)
    shares = {key: left * weights[key] // whole // unit * unit for key in rest}
    missing = left - sum(shares.values())
    by_fraction = sorted(rest, key=lambda key: (-(left * weights[key] - shares[key] * whole), key))
    for key in by_fraction:
        if missing >= unit and shares[key] + unit <= rest[key]:
            shares[key] += unit
            missing -= unit
    for key in sorted(rest, key=lambda key: (-weights[key], key)):
        more = min(missing, rest[key] - shares[key])
        shares[key] += more
        missing -= more
    return shares
