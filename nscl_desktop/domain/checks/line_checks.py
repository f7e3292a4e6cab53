"""Checks of one line by itself: arithmetic, sources, carried-over quantities. Whole đồng, nothing corrected."""

from collections.abc import Iterator
from decimal import Decimal

from nscl_desktop.domain.budget import Budget, multiply
from nscl_desktop.domain.budget_lines import COMPONENT, ESTIMATE, PER_UNIT, PER_YEAR, Allocation, Line
from nscl_desktop.domain.checks.codes import dong, finding
from nscl_desktop.domain.checks.component_checks import check_components
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
        *_year_counted_twice(budget, line),
        *_quantity_without_money(budget, line),
        *check_components(budget, line),
        *_carried(budget, line),
    ]


def _cells(budget: Budget, line: Line) -> Iterator[Finding]:
    if line.component_basis == PER_YEAR:
        return
    for cell in budget.allocations(line.id):
        price = cell.price
        if price is None and not line.shared_quantity and cell.measure == ESTIMATE:
            price = budget.price(line)  # what is spent or settled later need not keep to the price of the estimate
        if price is None:
            continue
        place = _cell_place(budget, line, cell)
        if cell.quantity is not None and cell.amount is not None and multiply(cell.quantity, price) != cell.amount:
            made = multiply(cell.quantity, price)
            yield finding(
                "A201", cell.id, place,
                f"{format_quantity(cell.quantity)} × {dong(price)} = {dong(made)}, nhưng số tiền nhập là"
                f" {dong(cell.amount)} (chênh {dong(abs(made - cell.amount))}).",
                expected=dong(made), found=dong(cell.amount), line_id=line.id,
            )  # fmt: skip
        elif cell.quantity is None and cell.amount and price:
            yield from _whole_number(line, cell, price, place)
        elif cell.quantity is not None and (cell.quantity * price) % 1:
            yield finding(
                "A205", cell.id, place,
                f"{format_quantity(cell.quantity)} × {dong(price)} lẻ dưới 1 đồng; số tiền đã làm tròn.",
                line_id=line.id,
            )  # fmt: skip


def _cell_place(budget: Budget, line: Line, cell: Allocation) -> str:
    place = f"{line_name(budget.tree, line)}, năm {cell.year}"
    if cell.measure == ESTIMATE:
        return place
    return f"{place}, {next((each.name for each in budget.frame.measures if each.code == cell.measure), cell.measure)}"


def _whole_number(line: Line, cell: Allocation, price: int, place: str) -> Iterator[Finding]:
    if cell.amount is None or cell.amount % price == 0:
        return
    quantity = (Decimal(cell.amount) / Decimal(price)).quantize(Decimal("0.01"))
    unit = line.unit or "đơn vị"
    yield finding(
        "A204", cell.id, place,
        f"{dong(cell.amount)} chia cho đơn giá {dong(price)} được khoảng {format_quantity(quantity)} {unit},"
        " không phải số nguyên.",
        expected="số nguyên", found=format_quantity(quantity), line_id=line.id,
    )  # fmt: skip


def _beside_children(budget: Budget, line: Line) -> Iterator[Finding]:
    below = [child for child in budget.tree.children(line.id) if child.adds and child.kind != COMPONENT]
    if all(budget.total(child.id) is None for child in below):
        return
    cells = [cell for cell in budget.allocations(line.id) if cell.measure == ESTIMATE]
    own = {(cell.year, cell.source_id): amount for cell in cells if (amount := budget.own_amount(cell)) is not None}
    if not own:
        return
    made = {
        (year, source): amount for (code, year, source), amount in budget.cells(line.id).items() if code == ESTIMATE
    }
    place, stated, total = line_name(budget.tree, line), sum(own.values()), sum(made.values())
    apart = [key for key, amount in own.items() if made.get(key, 0) != amount]
    if not apart:
        text = f"Số tiền nhập ở {place} bằng tổng các dòng bên dưới ({dong(stated)}); chỉ tính một lần."
        yield finding("A203", line.id, place, text, line_id=line.id)
        return
    if stated == total:  # the same money in another year or from another source
        year, source_id = apart[0]
        stated, total = own[year, source_id], made.get((year, source_id), 0)
        codes = {source.id: source.code for source in budget.frame.sources}
        place = f"{place}, năm {year}, nguồn {codes.get(source_id, source_id)}"
    yield finding(
        "A202", line.id, place,
        f"Các dòng bên dưới cộng lại được {dong(total)}, nhưng mục này nhập {dong(stated)}"
        f" (chênh {dong(abs(total - stated))}); kế hoạch tính theo các dòng bên dưới.",
        expected=dong(total), found=dong(stated), line_id=line.id,
    )  # fmt: skip


def _source_prices(budget: Budget, line: Line) -> Iterator[Finding]:
    whole = line.price
    if whole is None and line.component_basis == PER_UNIT:
        whole = budget.components_sum(line)
    if not line.shared_quantity or whole is None:
        return
    by_year: dict[int, list[int]] = {}
    for cell in budget.allocations(line.id):
        if cell.price is not None and cell.measure == ESTIMATE:
            by_year.setdefault(cell.year, []).append(cell.price)
    for year, prices in by_year.items():
        if sum(prices) != whole:
            added = " + ".join(format_amount(price) for price in prices)
            yield finding(
                "A206", f"{line.id}/{year}", f"{line_name(budget.tree, line)}, năm {year}",
                f"Đơn giá theo nguồn {added} = {dong(sum(prices))}, khác đơn giá {dong(whole)} của mục.",
                expected=dong(whole), found=dong(sum(prices)), line_id=line.id,
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


def _year_counted_twice(budget: Budget, line: Line) -> Iterator[Finding]:
    """Components make the money of a whole year: two sources with a quantity each would count them twice."""
    made = budget.components_sum(line) if line.component_basis == PER_YEAR else None
    if not made:
        return
    by_year: dict[int, list[str]] = {}
    codes = {source.id: source.code for source in budget.frame.sources}
    for cell in budget.allocations(line.id):
        if cell.measure == ESTIMATE and cell.quantity and cell.amount is None:
            by_year.setdefault(cell.year, []).append(codes.get(cell.source_id, cell.source_id))
    for year, sources in by_year.items():
        if len(sources) > 1:
            yield finding(
                "A208", f"{line.id}/{year}", f"{line_name(budget.tree, line)}, năm {year}",
                f"Các thành phần là kinh phí của cả năm ({dong(made)}) nhưng đang tính cho từng nguồn"
                f" {', '.join(sources)}, thành {dong(made * len(sources))}; hãy nhập số tiền của từng nguồn.",
                expected=dong(made), found=dong(made * len(sources)), line_id=line.id,
            )  # fmt: skip


def _quantity_without_money(budget: Budget, line: Line) -> Iterator[Finding]:
    """Units that are planned but make no money: without this they would be missing from every total in silence."""
    if line.kind == COMPONENT or budget.components(line) or budget.addends(line.id):
        return
    years = [
        str(cell.year)
        for cell in budget.allocations(line.id)
        if cell.measure == ESTIMATE and cell.quantity and not cell.text and budget.own_amount(cell) is None
    ]
    if years:
        shown = ", ".join(dict.fromkeys(years))
        place = line_name(budget.tree, line)
        text = f"Năm {shown} có số lượng nhưng chưa có đơn giá hoặc số tiền, nên chưa tính vào kinh phí."
        yield finding("A209", line.id, place, text, found=f"năm {shown}", line_id=line.id)


def _carried(budget: Budget, line: Line) -> Iterator[Finding]:
    carried = line.carried_quantity
    if not carried:
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
