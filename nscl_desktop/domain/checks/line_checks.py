"""Checks of one line by itself: arithmetic, components, carried-over quantities. Whole đồng, nothing corrected."""

from collections.abc import Iterator
from decimal import Decimal

from nscl_desktop.domain.budget import Budget, multiply
from nscl_desktop.domain.budget_lines import COMPONENT, ESTIMATE, PER_UNIT, PER_YEAR, Allocation, Line
from nscl_desktop.domain.checks.codes import finding
from nscl_desktop.domain.findings import Finding
from nscl_desktop.domain.money import format_amount, format_quantity
from nscl_desktop.domain.naming import line_name


def check_line(budget: Budget, line: Line) -> list[Finding]:
    """All findings that concern this line alone."""
    return [
        *_cells(budget, line),
        *_beside_children(budget, line),
        *_source_prices(budget, line),
        *_shared_quantities(budget, line),
        *_hidden_component(budget, line),
        *_component_count(budget, line),
        *_carried(budget, line),
    ]


def _dong(amount: int) -> str:
    return f"{format_amount(amount)} đồng"


def _cells(budget: Budget, line: Line) -> Iterator[Finding]:
    for cell in budget.allocations(line.id):
        price = cell.price if cell.price is not None or line.shared_quantity else budget.price(line)
        if price is None or line.component_basis == PER_YEAR:
            continue
        place = f"{line_name(budget.tree, line)}, năm {cell.year}"
        if cell.quantity is not None and cell.amount is not None and multiply(cell.quantity, price) != cell.amount:
            made = multiply(cell.quantity, price)
            yield finding(
                "A201", cell.id, place,
                f"{format_quantity(cell.quantity)} × {_dong(price)} = {_dong(made)}, nhưng số tiền nhập là"
                f" {_dong(cell.amount)} (chênh {_dong(abs(made - cell.amount))}).",
                expected=_dong(made), found=_dong(cell.amount), line_id=line.id,
            )  # fmt: skip
        elif cell.quantity is None and cell.amount and price:
            yield from _whole_number(line, cell, price, place)
        elif cell.quantity is not None and (cell.quantity * price) % 1:
            yield finding(
                "A205", cell.id, place,
                f"{format_quantity(cell.quantity)} × {_dong(price)} lẻ dưới 1 đồng; số tiền đã làm tròn.",
                line_id=line.id,
            )  # fmt: skip


def _whole_number(line: Line, cell: Allocation, price: int, place: str) -> Iterator[Finding]:
    if cell.amount is None or cell.amount % price == 0:
        return
    quantity = (Decimal(cell.amount) / Decimal(price)).quantize(Decimal("0.01"))
    unit = line.unit or "đơn vị"
    yield finding(
        "A204", cell.id, place,
        f"{_dong(cell.amount)} chia cho đơn giá {_dong(price)} được khoảng {format_quantity(quantity)} {unit},"
        " không phải số nguyên.",
        expected="số nguyên", found=format_quantity(quantity), line_id=line.id,
    )  # fmt: skip


def _beside_children(budget: Budget, line: Line) -> Iterator[Finding]:
    below = [child for child in budget.tree.children(line.id) if child.adds and child.kind != COMPONENT]
    if not any(budget.cells(child.id) for child in below):
        return
    own = [budget.own_amount(cell) for cell in budget.allocations(line.id) if cell.measure == ESTIMATE]
    stated = [amount for amount in own if amount is not None]
    if not stated:
        return
    total = budget.total(line.id) or 0
    place = line_name(budget.tree, line)
    if sum(stated) == total:
        text = f"Số tiền nhập ở {place} bằng tổng các dòng bên dưới ({_dong(total)}); chỉ tính một lần."
        yield finding("A203", line.id, place, text, line_id=line.id)
        return
    yield finding(
        "A202", line.id, place,
        f"Các dòng bên dưới cộng lại được {_dong(total)}, nhưng mục này nhập {_dong(sum(stated))}"
        f" (chênh {_dong(abs(total - sum(stated)))}); kế hoạch tính theo các dòng bên dưới.",
        expected=_dong(total), found=_dong(sum(stated)), line_id=line.id,
    )  # fmt: skip


def _source_prices(budget: Budget, line: Line) -> Iterator[Finding]:
    if not line.shared_quantity or line.price is None:
        return
    years = sorted({cell.year for cell in budget.allocations(line.id) if cell.price is not None})
    for year in years:
        cells = [each for each in budget.allocations(line.id) if each.year == year and each.measure == ESTIMATE]
        prices = [cell.price for cell in cells if cell.price is not None]
        if sum(prices) != line.price:
            added = " + ".join(format_amount(price) for price in prices)
            yield finding(
                "A206", f"{line.id}/{year}", f"{line_name(budget.tree, line)}, năm {year}",
                f"Đơn giá theo nguồn {added} = {_dong(sum(prices))}, khác đơn giá {_dong(line.price)} của mục.",
                expected=_dong(line.price), found=_dong(sum(prices)), line_id=line.id,
            )  # fmt: skip


def _shared_quantities(budget: Budget, line: Line) -> Iterator[Finding]:
    if not line.shared_quantity:
        return
    by_year: dict[int, set[Decimal]] = {}
    for cell in budget.allocations(line.id):
        if cell.quantity is not None and cell.measure == ESTIMATE:
            by_year.setdefault(cell.year, set()).add(cell.quantity)
    for year, quantities in sorted(by_year.items()):
        if len(quantities) > 1:
            shown = ", ".join(format_quantity(each) for each in sorted(quantities))
            yield finding(
                "A207", f"{line.id}/{year}", f"{line_name(budget.tree, line)}, năm {year}",
                f"Các nguồn cùng trả cho một số lượng nhưng ghi khác nhau: {shown}; đang tính theo số lớn nhất.",
                found=shown, line_id=line.id,
            )  # fmt: skip


def _hidden_component(budget: Budget, line: Line) -> Iterator[Finding]:
    parts = budget.components(line)
    whole = line.price if line.component_basis == PER_UNIT else None
    if not parts or whole is None:
        return
    amounts = {part.id: budget.component_amount(part) for part in parts}
    known = [amount for amount in amounts.values() if amount is not None]
    unknown = [part for part in parts if amounts[part.id] is None]
    left = whole - sum(known)
    place = line_name(budget.tree, line)
    added = " + ".join(format_amount(amount) for amount in known)
    if unknown and left > 0:
        names = ", ".join(f"“{part.label} {part.text}”".replace("“ ", "“") for part in unknown)
        yield finding(
            "C301", line.id, place,
            f"{added} = {_dong(sum(known))}, đơn giá là {_dong(whole)}: {names} chưa có số tiền,"
            f" phần còn lại là {_dong(left)}.",
            expected=_dong(whole), found=_dong(sum(known)), line_id=line.id,
        )  # fmt: skip
    elif left:
        yield finding(
            "C302", line.id, place,
            f"Các thành phần cộng lại {added} = {_dong(sum(known))}, khác đơn giá {_dong(whole)}"
            f" (chênh {_dong(abs(left))}).",
            expected=_dong(whole), found=_dong(sum(known)), line_id=line.id,
        )  # fmt: skip


def _component_count(budget: Budget, line: Line) -> Iterator[Finding]:
    """Four winners a year beside five prizes: an average would hide it, so the components themselves are counted."""
    parts = budget.components(line)
    if line.component_basis != PER_YEAR or not parts:
        return
    counted = sum((part.component_quantity or Decimal(1) for part in parts), Decimal(0))
    years = [
        cell.year
        for cell in budget.allocations(line.id)
        if cell.measure == ESTIMATE and cell.quantity and cell.quantity != counted
    ]
    if not years:
        return
    quantity = budget.quantity(line, years=years[:1])
    shown = format_quantity(quantity or Decimal(0))
    added = " + ".join(format_quantity(part.component_quantity or Decimal(1)) for part in parts)
    span = f"{years[0]}-{years[-1]}" if len(years) > 1 else f"{years[0]}"
    yield finding(
        "C303", line.id, line_name(budget.tree, line),
        f"Số lượng mỗi năm là {shown} {line.unit}".rstrip()
        + f", nhưng kinh phí tính cho {added} = {format_quantity(counted)} (các năm {span}).",
        expected=format_quantity(counted), found=shown, line_id=line.id,
    )  # fmt: skip


def _carried(budget: Budget, line: Line) -> Iterator[Finding]:
    carried = line.carried_quantity
    if carried is None:
        return
    place = line_name(budget.tree, line)
    quantity = budget.quantity(line)
    if quantity is not None and carried > quantity:
        yield finding(
            "L502", line.id, place,
            f"Chuyển tiếp {format_quantity(carried)} nhưng cả mục chỉ có {format_quantity(quantity)}.",
            expected=f"không quá {format_quantity(quantity)}", found=format_quantity(carried), line_id=line.id,
        )  # fmt: skip
    elif not line.carried_link:
        total = f"/{format_quantity(quantity)}" if quantity is not None else ""
        origin = f" từ giai đoạn {line.carried_from}" if line.carried_from else ""
        unit = f" {line.unit}" if line.unit else ""
        yield finding(
            "L501", line.id, place,
            f"{format_quantity(carried)}{total}{unit} chuyển tiếp{origin} chưa liên kết với hồ sơ cũ.",
            found=format_quantity(carried), line_id=line.id,
        )  # fmt: skip
