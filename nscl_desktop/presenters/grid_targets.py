"""Where what is typed into a cell of the grid goes: a field of the line, or the line's figures of a year and source.

A cell that cannot be typed into says why and what to do instead; that sentence is all a clerk ever sees of this.
"""

from dataclasses import dataclass

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import COMPONENT, EXPLANATION, PER_UNIT, Allocation, Line
from nscl_desktop.domain.changes import Change
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.naming import line_name
from nscl_desktop.domain.plan_lock import require_unlocked
from nscl_desktop.presenters.grid_cells import allocations_in, has_money_below
from nscl_desktop.presenters.grid_columns import LINE_FIELDS, Column, Part


@dataclass(frozen=True, slots=True)
class FieldTarget:
    """A field of the line itself."""

    line_id: str
    name: str


@dataclass(frozen=True, slots=True)
class CellTarget:
    """A field (quantity, price, amount) of the line's cells; several slots only where sources share one quantity."""

    line_id: str
    name: str
    slots: tuple[tuple[int, str], ...]


Target = FieldTarget | CellTarget


def target_of(budget: Budget, line: Line, column: Column) -> Target:
    """Where typing into this cell goes; raises InputError with the sentence that says why it goes nowhere."""
    require_open(budget)
    if not column.is_figure:
        return FieldTarget(line.id, LINE_FIELDS[column.part])
    if line.kind == EXPLANATION:
        raise InputError("Dòng diễn giải không mang số liệu; hãy đổi loại dòng (Alt+Enter) nếu đây là mục chi.")
    if line.kind == COMPONENT:
        return _component_target(line, column)
    if column.part is Part.PRICE:
        return _price_target(budget, line, column)
    if column.part is Part.AMOUNT:
        _refuse_computed(budget, line, column)
    return CellTarget(line.id, str(column.part), _slots(budget, line, column))


def require_open(budget: Budget) -> None:
    """Raise the sentence that says why no line can be changed, once the plan is submitted or issued."""
    require_unlocked(budget.book, budget.frame.plan_id, [Change(Line.entity, "", {}, {})])


def _component_target(line: Line, column: Column) -> Target:
    if column.part is Part.PRICE:
        return FieldTarget(line.id, "price")
    if column.part is Part.QUANTITY and not column.group:
        return FieldTarget(line.id, "component_quantity")
    raise InputError(
        "Dòng thành phần chỉ hợp thành đơn giá của dòng trên;"
        " hãy sửa số lượng và đơn giá của nó ở cách xem Theo đơn giá."
    )


def _price_target(budget: Budget, line: Line, column: Column) -> Target:
    if line.price is None and line.component_basis == PER_UNIT and budget.components_sum(line) is not None:
        raise InputError(
            f"Đơn giá của {line_name(budget.tree, line)} được cộng từ các thành phần;"
            " hãy sửa ở các dòng thành phần bên dưới."
        )
    own = [each for each in allocations_in(budget, line, column) if each.price is not None]
    if len(own) == 1 and len(column.years) == 1:
        return CellTarget(line.id, "price", ((own[0].year, own[0].source_id),))
    if own:
        raise InputError(
            f"Đơn giá của {line_name(budget.tree, line)} ghi riêng theo năm và nguồn;"
            " hãy xem Theo đơn giá và chọn một năm, một nguồn rồi sửa."
        )
    return FieldTarget(line.id, "price")


def _refuse_computed(budget: Budget, line: Line, column: Column) -> None:
    name = line_name(budget.tree, line)
    if has_money_below(budget, line):
        raise InputError(f"Số tiền của {name} là tổng các dòng bên dưới; hãy sửa ở các dòng đó.")
    own = allocations_in(budget, line, column)
    if any(each.amount is None and budget.own_amount(each) is not None for each in own):
        raise InputError(
            f"Số tiền của {name} = số lượng × đơn giá; hãy sửa số lượng hoặc đơn giá,"
            " hoặc xóa số lượng để nhập khoán."
        )


def _slots(budget: Budget, line: Line, column: Column) -> tuple[tuple[int, str], ...]:
    own = allocations_in(budget, line, column)
    if len(own) == 1:
        return (_slot(own[0]),)
    is_shared = line.shared_quantity and column.part is Part.QUANTITY
    if own and is_shared and len({each.year for each in own}) == 1:
        return tuple(_slot(each) for each in own)
    if not own and len(column.years) == 1 and len(column.sources) == 1:
        return ((column.years[0], column.sources[0]),)
    raise InputError(_which(column))


def _slot(allocation: Allocation) -> tuple[int, str]:
    return allocation.year, allocation.source_id


def _which(column: Column) -> str:
    if not column.sources:
        return "Kế hoạch chưa có nguồn kinh phí; hãy thêm nguồn ở trang Thông tin rồi nhập số."
    if not column.years:
        return "Kế hoạch chưa ghi năm nào; hãy ghi Từ năm, Đến năm ở trang Thông tin rồi nhập số."
    if len(column.years) > 1:
        return "Ô này gồm nhiều năm; hãy chọn một năm ở ô Năm, hoặc xem Theo năm, rồi nhập vào năm cần sửa."
    if column.part is Part.QUANTITY:  # years × sources shows one quantity for all sources of a year
        return "Ô này gồm nhiều nguồn; hãy xem Theo đơn giá, chọn một năm và một nguồn rồi nhập số lượng."
    return "Ô này gồm nhiều nguồn; hãy xem Năm × nguồn rồi nhập vào nguồn cần sửa."
