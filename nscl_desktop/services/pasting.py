"""Filling many cells in one step: a block pasted from Excel, a value filled down, cells cleared."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import ESTIMATE
from nscl_desktop.domain.changes import Change, ChangeSet, change_set, updated
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.limits import accepted
from nscl_desktop.domain.naming import line_name
from nscl_desktop.services.editing import CELL_FIELDS, cell_change, spec_of


@dataclass(frozen=True, slots=True)
class Entry:
    """One value for one place: a field of the line itself, or with ``year`` and ``source_id`` a field of its cell."""

    line_id: str
    field: str
    value: str | int | Decimal | None
    year: int = 0
    source_id: str = ""
    formula: str = ""


def fill(budget: Budget, entries: Sequence[Entry], words: str, *, measure: str = ESTIMATE) -> ChangeSet:
    """All entries as one step, or none: every refusal is listed in one InputError.

    Several fields of one cell become one change of that cell.
    """
    refusals: list[str] = []
    changes: list[Change | None] = []
    for (line_id, year, source_id), values in _grouped(entries).items():
        line = budget.tree.line(line_id)
        try:
            if source_id:
                changes.append(cell_change(budget, line, year, source_id, values, measure=measure))
            else:
                checked = {name: accepted(spec_of(type(line), name), value) for name, value in values.items()}
                changes.append(updated(line, **checked))
        except InputError as error:
            place = f"{line_name(budget.tree, line)}, năm {year}" if year else line_name(budget.tree, line)
            refusals.append(error.sentence if place in error.sentence else f"{place}: {error.sentence}")
    if refusals:
        listed = "".join(f"\n- {each}" for each in refusals)
        raise InputError(f"Có {len(refusals)} ô không nhận được, chưa ô nào thay đổi:{listed}")
    return change_set(words, changes, budget.frame.plan_id)


def _grouped(entries: Sequence[Entry]) -> dict[tuple[str, int, str], dict[str, Value]]:
    found: dict[tuple[str, int, str], dict[str, Value]] = {}
    for entry in entries:
        values = found.setdefault((entry.line_id, entry.year, entry.source_id), {})
        values[entry.field] = entry.value
        if entry.field in CELL_FIELDS and entry.source_id:
            values["formula"] = entry.formula or values.get("formula", "")
    return found
