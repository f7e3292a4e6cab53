"""Components of a price or of a year's money: what they leave open, what they contradict, what they count."""

from collections.abc import Iterator
from decimal import Decimal

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import COMPONENT, ESTIMATE, PER_UNIT, PER_YEAR, Line
from nscl_desktop.domain.checks.codes import dong, finding
from nscl_desktop.domain.findings import Finding
from nscl_desktop.domain.money import format_amount, format_quantity
from nscl_desktop.domain.naming import line_name


def check_components(budget: Budget, line: Line) -> Iterator[Finding]:
    """Findings about the components of a line, and about a component that carries money of its own."""
    if budget.components(line):
        yield from _sum_of_components(budget, line)
        yield from _count_of_components(budget, line)
    if line.kind == COMPONENT:
        yield from _money_that_counts_nowhere(budget, line)


def _sum_of_components(budget: Budget, line: Line) -> Iterator[Finding]:
    parts = budget.components(line)
    amounts = {part.id: budget.component_amount(part) for part in parts}
    known = [amount for amount in amounts.values() if amount is not None]
    unknown = ", ".join(f"“{f'{part.label} {part.text}'.strip()}”" for part in parts if amounts[part.id] is None)
    whole = _stated_whole(budget, line)
    place = line_name(budget.tree, line)
    if whole is None:
        if unknown and any(cell.quantity and budget.own_amount(cell) is None for cell in budget.allocations(line.id)):
            text = f"{unknown} chưa có số tiền nên chưa tính được kinh phí của {place}."
            yield finding("C301", line.id, place, text, line_id=line.id)
        return
    left = whole - sum(known)
    added = f"{' + '.join(format_amount(amount) for amount in known)} = {dong(sum(known))}" if known else dong(0)
    if unknown and left > 0:
        yield finding(
            "C301", line.id, place,
            f"{added}, đơn giá là {dong(whole)}: {unknown} chưa có số tiền, phần còn lại là {dong(left)}.",
            expected=dong(whole), found=dong(sum(known)), line_id=line.id,
        )  # fmt: skip
    elif left:
        yield finding(
            "C302", line.id, place,
            f"Các thành phần cộng lại {added}, khác đơn giá {dong(whole)} (chênh {dong(abs(left))}).",
            expected=dong(whole), found=dong(sum(known)), line_id=line.id,
        )  # fmt: skip


def _stated_whole(budget: Budget, line: Line) -> int | None:
    """The price that the components must make: the line's, else the one that all its cells bear."""
    if line.component_basis != PER_UNIT or line.price is not None or line.shared_quantity:
        return line.price if line.component_basis == PER_UNIT else None
    prices = {cell.price for cell in budget.allocations(line.id) if cell.measure == ESTIMATE and cell.price is not None}
    return prices.pop() if len(prices) == 1 else None


def _count_of_components(budget: Budget, line: Line) -> Iterator[Finding]:
    """Four winners a year beside five prizes: an average would hide it, so the components themselves are counted."""
    if line.component_basis != PER_YEAR:
        return
    pieces = [Decimal(1) if part.component_quantity is None else part.component_quantity
              for part in budget.components(line)]  # fmt: skip
    counted = sum(pieces, Decimal(0))
    years: dict[int, Decimal] = {}
    for year in sorted({cell.year for cell in budget.allocations(line.id)}):
        quantity = budget.quantity(line, years=(year,))
        if quantity and quantity != counted:
            years[year] = quantity
    if not years:
        return
    shown = ", ".join(dict.fromkeys(format_quantity(each) for each in years.values()))
    added = " + ".join(format_quantity(each) for each in pieces)
    span = f"{min(years)}-{max(years)}" if len(years) > 1 else f"{min(years)}"
    yield finding(
        "C303", line.id, line_name(budget.tree, line),
        f"Số lượng mỗi năm là {shown} {line.unit}".rstrip()
        + f", nhưng kinh phí tính cho {added} = {format_quantity(counted)} (các năm {span}).",
        expected=format_quantity(counted), found=shown, line_id=line.id,
    )  # fmt: skip


def _money_that_counts_nowhere(budget: Budget, part: Line) -> Iterator[Finding]:
    amount = budget.total(part.id)
    if amount:
        yield finding(
            "C304", part.id, line_name(budget.tree, part),
            f"Dòng thành phần chỉ làm nên đơn giá của mục trên, nên {dong(amount)} nhập ở đây không được cộng vào đâu;"
            " hãy đổi loại dòng thành mục chi, hoặc xóa số tiền này.",
            expected=dong(0), found=dong(amount), line_id=part.id,
        )  # fmt: skip
