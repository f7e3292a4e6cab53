"""A niên độ of the ledger: opened, given its money out of the plan in one step, closed."""

from collections.abc import Collection, Iterable

from nscl_desktop.domain.budget_lines import ESTIMATE
from nscl_desktop.domain.changes import Change, ChangeSet, change_set, inserted, updated
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.ledger import ALLOTTED, BudgetYear
from nscl_desktop.domain.ledger_lines import planned_cells
from nscl_desktop.domain.ledger_rules import Position, require_possible
from nscl_desktop.domain.money import format_amount
from nscl_desktop.domain.records import derived_id
from nscl_desktop.services.dossier_parts import checked
from nscl_desktop.services.ledger_entries import Facts, draft


def new_year(first_version: str, year: int, agency_id: str | None) -> BudgetYear:
    """A niên độ that is not opened yet; ``first_version`` is the key of the plan's first version.

    The key follows from both, so that two machines that open the same niên độ agree.
    """
    values = checked(BudgetYear, {"year": year})
    key = derived_id(BudgetYear.entity, first_version, year)
    return BudgetYear(id=key, plan_id=first_version, agency_id=agency_id, year=int(str(values["year"])))


def open_year(year: BudgetYear, known: Iterable[BudgetYear], plan_code: str) -> ChangeSet:
    """Open a niên độ without any money yet; one that is open already is refused."""
    _require_new(year, known)
    return change_set(f"Mở niên độ {year.year} của {plan_code}", [inserted(year)], year.id)


def allot_year(
    position: Position,
    sources: Collection[str],
    facts: Facts,
    *,
    is_new: bool = False,
    measure: str = ESTIMATE,
) -> ChangeSet:
    """Giao the whole niên độ out of the plan, line by line for these sources; ``is_new``: it is opened with it.

    Refused where money was given already: what comes later is an adjustment.
    """
    year = position.year
    number = year.year or 0
    if any(each.kind == ALLOTTED for each in position.entries):
        raise InputError(f"Niên độ {number} đã được giao dự toán; phần thêm hoặc bớt hãy ghi bằng bút toán điều chỉnh.")
    if not facts.document.strip():
        raise InputError("Chưa ghi quyết định giao dự toán; hãy ghi số, ký hiệu của quyết định.")
    cells = planned_cells(position.sums.lines.budget, number, measure)
    entries = [draft(position, ALLOTTED, key, amount, facts) for key, amount in cells.items() if key[1] in sources]
    if not entries:
        raise InputError(f"Kế hoạch không có kinh phí năm {number} của nguồn đã chọn; hãy chọn năm hoặc nguồn khác.")
    require_possible(entries, position)
    total = format_amount(sum(each.amount or 0 for each in entries))
    changes: list[Change | None] = [inserted(year)] if is_new else []
    return change_set(f"Giao dự toán năm {number}: {total} đồng", [*changes, *map(inserted, entries)], year.id)


def close_year(year: BudgetYear, on: str, document: str, person: str) -> ChangeSet:
    """Khóa sổ: from now on only adjusting entries. It needs its full day and the document that settles the year."""
    if year.closed_on:
        raise InputError(f"Niên độ {year.year} đã khóa sổ.")
    if len(on) < len("2022-03-31") or not document.strip():
        raise InputError("Khóa sổ phải có đủ ngày, tháng, năm và văn bản quyết toán; hãy ghi rồi khóa.")
    values = checked(BudgetYear, {"closed_on": on, "closing_document": document, "closed_by": person})
    return change_set(f"Khóa sổ niên độ {year.year}", [updated(year, **values)], year.id)


def set_agency(year: BudgetYear, agency_id: str | None) -> ChangeSet:
    """Say which agency spends: lines that others lead are then followed only."""
    return change_set(
        f"Sửa cơ quan sử dụng kinh phí của niên độ {year.year}", [updated(year, agency_id=agency_id)], year.id
    )


def _require_new(year: BudgetYear, known: Iterable[BudgetYear]) -> None:
    if any(each.id == year.id for each in known):
        raise InputError(f"Niên độ {year.year} đã mở; hãy chọn niên độ này ở trên cùng.")
