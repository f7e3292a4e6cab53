"""Editing a record or a cell: one user action each, returned as a ChangeSet that nothing has applied yet."""

from dataclasses import replace
from decimal import Decimal

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import COMPONENT, ESTIMATE, Allocation, Line, allocation_id
from nscl_desktop.domain.changes import Change, ChangeSet, change_set, deleted, inserted, updated
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import FieldSpec, Value
from nscl_desktop.domain.limits import accepted
from nscl_desktop.domain.naming import line_name, shortened
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.records import Record, fields_of
from nscl_desktop.services.removal import removal

CELL_FIELDS = ("quantity", "price", "amount", "text")
_CELL_WORDS = ("text", "formula")
_OWN_NOUNS = ("kế hoạch", "nguồn", "cơ quan", "tệp")
"""With these a label names its own record ("Tên nguồn", "Mã kế hoạch"); "Số mục" of a "mục tiêu" does not."""


def spec_of(record_type: type[Record], name: str) -> FieldSpec:
    """The FieldSpec of one field by name."""
    return next(spec for spec in fields_of(record_type) if spec.name == name)


def set_field(budget: Budget, record: Record, name: str, value: Value) -> ChangeSet:
    """Give one field of a record a new value; raises InputError for a value the field cannot hold."""
    spec = spec_of(type(record), name)
    if isinstance(record, Plan) and name == "status":
        raise InputError("Trạng thái chỉ đổi qua các bước trình, rút về nháp, ban hành; hãy dùng các nút ấy.")
    change = updated(record, **{name: accepted(spec, value)})
    return change_set(_edited(_lower(spec.label), record_name(budget, record)), [change], budget.frame.plan_id)


def _edited(label: str, name: str) -> str:
    """"Sửa tên nguồn kinh phí “DN”": what ends the label and begins the name is said once."""
    said = next((noun for noun in _OWN_NOUNS if label.endswith(f" {noun}") and name.startswith(f"{noun} ")), "")
    return f"Sửa {label} {name.removeprefix(said).lstrip()}"


def record_name(budget: Budget, record: Record) -> str:
    """How history calls a record: "mục III.7", "kế hoạch TN-2021", "mục tiêu “Ít nhất 04…”"."""
    if isinstance(record, Line):
        return line_name(budget.tree, record)
    if isinstance(record, Plan):
        return f"{record.noun} {record.code}"
    captions = (str(getattr(record, name, "")) for name in ("name", "text", "quote", "code"))
    caption = next((each for each in captions if each), "")
    return f"{record.noun} “{shortened(caption, 32)}”" if caption else record.noun


def set_cell(
    budget: Budget,
    line_id: str,
    year: int,
    source_id: str,
    field: str,
    value: int | Decimal | str | None,
    *,
    formula: str = "",
    measure: str = ESTIMATE,
) -> ChangeSet:
    """Enter quantity, price, amount or text of a line's cell; the last emptied field removes the cell.

    ``formula`` keeps what was typed ("=4*395"). Raises InputError where the figure is computed and cannot be typed.
    """
    line = budget.tree.line(line_id)
    change = cell_change(budget, line, year, source_id, {field: value, "formula": formula}, measure=measure)
    label = _lower(spec_of(Allocation, field).label)
    words = f"Sửa {label} năm {year} của {line_name(budget.tree, line)}"
    return change_set(words, [change], budget.frame.plan_id)


def cell_change(
    budget: Budget, line: Line, year: int, source_id: str, values: dict[str, Value], *, measure: str = ESTIMATE
) -> Change | None:
    """The change of one cell; shared by typing, filling and pasting. None empties a figure, and words as well."""
    values = {name: "" if value is None and name in _CELL_WORDS else value for name, value in values.items()}
    checked = {name: accepted(spec_of(Allocation, name), value) for name, value in values.items()}
    if line.kind == COMPONENT and any(value not in (None, "") for value in checked.values()):
        raise InputError(
            f"{_upper(line_name(budget.tree, line))} là thành phần của mục trên nên không có số theo năm;"
            " hãy nhập số lượng ở mục trên, đơn giá ở dòng này."
        )
    if checked.get("amount") is not None:
        refuse_computed(budget, line, year, source_id, measure, without_quantity=checked.get("quantity", 1) is None)
    known = budget.allocation(line.id, year, source_id, measure)
    base = known or Allocation(
        id=allocation_id(line.id, year, source_id, measure), line_id=line.id, year=year, source_id=source_id,
        measure=measure,
    )  # fmt: skip
    fresh = _with_values(base, checked)
    if all(getattr(fresh, name) in (None, "") for name in CELL_FIELDS):
        return deleted(known) if known else None
    return updated(known, **checked) if known else inserted(fresh)


def refuse_computed(
    budget: Budget, line: Line, year: int, source_id: str, measure: str, *, without_quantity: bool = False
) -> None:
    """Raise the sentence that says why this amount cannot be typed and what to change instead.

    ``without_quantity``: the same step empties the quantity, so that the amount is a lump sum.
    """
    name = line_name(budget.tree, line)
    below = (child for child in budget.tree.children(line.id) if child.adds and child.kind != COMPONENT)
    if any(budget.total(child.id, measure=measure) is not None for child in below):
        raise InputError(f"Số tiền của {name} là tổng các dòng bên dưới; hãy sửa ở các dòng đó.")
    known = budget.allocation(line.id, year, source_id, measure)
    if known and known.amount is None and budget.own_amount(known) is not None and not without_quantity:
        raise InputError(
            f"Số tiền của {name} được tính bằng số lượng × đơn giá; hãy sửa số lượng hoặc đơn giá,"
            " hoặc xóa số lượng để nhập khoán."
        )


def add_record(budget: Budget, record: Record) -> ChangeSet:
    """Add a record that belongs to the plan (target, signer, source …)."""
    return change_set(f"Thêm {record_name(budget, record)}", [inserted(record)], budget.frame.plan_id)


def delete_record(book: Book, budget: Budget, record: Record) -> ChangeSet:
    """Delete a record with everything that belongs to it."""
    return change_set(f"Xóa {record_name(budget, record)}", removal(book, [record]), budget.frame.plan_id)


def _with_values(allocation: Allocation, values: dict[str, Value]) -> Allocation:
    return replace(allocation, **values)  # type: ignore[arg-type]  # checked against the FieldSpecs above


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]


def _upper(name: str) -> str:
    return name[:1].upper() + name[1:]
