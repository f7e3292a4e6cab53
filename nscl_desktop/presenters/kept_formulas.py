"""The sum that was typed for a figure ("=4*395"). A cell keeps one, and it speaks only for the figure that it makes.

Beside a quantity typed as "=2+3" the cell may hold a lump sum, and what was typed in triệu is wrong when it is read in
đồng; so a formula is shown, and given back for editing, only where working it out gives the figure that is stored.
"""

from nscl_desktop.domain.budget_lines import Allocation
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.formulas import evaluate_formula
from nscl_desktop.domain.money import MoneyUnit


def kept_formula(cell: Allocation, name: str, unit: MoneyUnit | None = None) -> str:
    """The formula of one field of a cell, typed in ``unit`` or (None) in any; empty where it has none."""
    value = getattr(cell, name)
    if not cell.formula or value is None:
        return ""
    try:
        number = evaluate_formula(cell.formula)
    except InputError:  # came with a file
        return ""
    units = (MoneyUnit.DONG,) if name == "quantity" else MoneyUnit if unit is None else (unit,)
    return cell.formula if any(number * each.value == value for each in units) else ""
