"""Reading what is typed or pasted into a cell of the grid, and writing what stands in it for editing."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Allocation, Line
from nscl_desktop.domain.changes import Change, updated
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Kind, Value
from nscl_desktop.domain.figures import CellKind
from nscl_desktop.domain.formulas import evaluate_formula
from nscl_desktop.domain.limits import accepted
from nscl_desktop.domain.money import MoneyUnit, format_amount, format_quantity, to_dong
from nscl_desktop.domain.money_reading import parse_amount, read_quantity
from nscl_desktop.domain.naming import line_name
from nscl_desktop.domain.text import quoted, same_text
from nscl_desktop.presenters.grid_targets import CellTarget, FieldTarget, Target
from nscl_desktop.presenters.kept_formulas import kept_formula
from nscl_desktop.services.editing import cell_change, spec_of
from nscl_desktop.services.pasting import Entry

_MONEY = frozenset({"price", "amount"})


@dataclass(slots=True)
class Reading:
    """What a typed text becomes: values by field name, and how an unusual text was understood."""

    values: dict[str, Value] = field(default_factory=dict)
    remark: str = ""


def read(budget: Budget, target: Target, text: str, unit: MoneyUnit) -> Reading:
    """The values that a text gives to the target; raises InputError where it is none."""
    if isinstance(target, CellTarget):
        return _read_figure(target.name, text, unit, has_formula=True)
    kind = spec_of(Line, target.name).kind
    if kind in (Kind.MONEY, Kind.NUMBER):
        return _read_figure(target.name, text, unit, has_formula=False)
    if target.name == "lead_text":
        return Reading(_lead(budget, text))
    return Reading({target.name: text})


def changes_of(budget: Budget, target: Target, reading: Reading) -> list[Change]:
    """The changes that enter a reading; raises InputError for a figure that is computed."""
    line = budget.tree.line(target.line_id)
    if isinstance(target, FieldTarget):
        values = {name: accepted(spec_of(Line, name), value) for name, value in reading.values.items()}
        return _real([updated(line, **values)])
    return _real(
        cell_change(budget, line, *slot, {**reading.values, "formula": _formula(budget, target, slot, reading)})
        for slot in target.slots
    )


def entries_of(budget: Budget, target: Target, reading: Reading) -> list[Entry]:
    """The same for a block: entries that are joined with others of their cell before they become changes."""
    values = [
        (name, value)
        for name, value in reading.values.items()
        if name != "formula" and (value is None or isinstance(value, str | int | Decimal))
    ]
    if isinstance(target, FieldTarget):
        return [Entry(target.line_id, name, value) for name, value in values]
    return [
        Entry(target.line_id, name, value, *slot, _formula(budget, target, slot, reading))
        for slot in target.slots
        for name, value in values
    ]


def _formula(budget: Budget, target: CellTarget, slot: tuple[int, str], reading: Reading) -> str:
    """The formula of the cell afterwards: a plain figure takes away only that of the figure it replaces."""
    typed, cell = str(reading.values["formula"]), budget.allocation(target.line_id, *slot)
    if typed or cell is None:
        return typed
    is_other = reading.values[target.name] != getattr(cell, target.name)
    return "" if is_other and kept_formula(cell, target.name) else cell.formula


def words_for(budget: Budget, target: Target) -> str:
    """What the step is called for undo and history ("Sửa đơn giá mục III.2")."""
    name = line_name(budget.tree, budget.tree.line(target.line_id))
    if isinstance(target, FieldTarget):
        return f"Sửa {_lower(spec_of(Line, target.name).label)} {name}"
    return f"Sửa {_lower(spec_of(Allocation, target.name).label)} năm {target.slots[0][0]} của {name}"


def text_for_editing(budget: Budget, target: Target, unit: MoneyUnit) -> str:
    """What the editor starts with: the formula that was typed, else the figure in full."""
    line = budget.tree.line(target.line_id)
    if isinstance(target, CellTarget):
        year, source = target.slots[0]
        cell = budget.allocation(line.id, year, source)
        if cell is None:
            return ""
        value = getattr(cell, target.name)
        formula = kept_formula(cell, target.name, unit)
        if formula:
            return formula
        return _written(target.name, value, unit) or (cell.text if target.name == "amount" else "")
    if target.name == "lead_text" and not line.lead_text:
        agency = budget.book.table(Agency).get(line.lead_id or "")
        return agency.name if agency else ""
    value = getattr(line, target.name)
    return value if isinstance(value, str) else _written(target.name, value, unit)


def _written(name: str, value: Value, unit: MoneyUnit) -> str:
    if isinstance(value, int) and name in _MONEY:
        return format_amount(value, unit)
    return "" if value is None else format_quantity(Decimal(str(value)))


def _read_figure(name: str, text: str, unit: MoneyUnit, *, has_formula: bool) -> Reading:
    reading = Reading()
    stripped = text.strip()
    if stripped.startswith("="):
        number = evaluate_formula(stripped)
        reading.values[name] = to_dong(number, unit, stripped) if name in _MONEY else number
        if has_formula:
            reading.values["formula"] = stripped
        return reading
    if has_formula:
        reading.values["formula"] = ""
    if has_formula and name == "amount":
        reading.values["text"] = ""
        if stripped and not any(char.isdigit() for char in stripped):
            reading.values.update(amount=None, text=stripped)
            reading.remark = f"Đã ghi chữ {quoted(stripped)} thay cho số tiền."
            return reading
    if name in _MONEY:
        amount = parse_amount(stripped, unit)
        reading.values[name], reading.remark, kind = amount.value, amount.interpretation, amount.kind
    else:
        quantity = read_quantity(stripped)
        reading.values[name], reading.remark, kind = quantity.value, quantity.interpretation, quantity.kind
    if kind is CellKind.DASH:
        raise InputError("Dấu “-” thay số chỉ ghi được ở cột kinh phí; hãy để trống ô này nếu không có số.")
    return reading


def _lead(budget: Budget, text: str) -> dict[str, Value]:
    """An agency by its name where it is known, else the words as printed ("Có dự án riêng")."""
    name = text.strip()
    if not name:
        return {"lead_id": None, "lead_text": ""}
    for agency in budget.book.table(Agency).values():
        if same_text(name, agency.name) or (agency.short_name and same_text(name, agency.short_name)):
            return {"lead_id": agency.id, "lead_text": ""}
    return {"lead_text": name}


def _real(changes: Iterable[Change | None]) -> list[Change]:
    return [change for change in changes if change is not None]


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]
