"""A field's value as text on screen and back, by its kind; the same in every form and table."""

from collections.abc import Sequence
from decimal import Decimal

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.dates import format_short, parse_date
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import FieldSpec, Kind, Value
from nscl_desktop.domain.money import format_amount, format_quantity
from nscl_desktop.domain.money_reading import parse_amount, parse_quantity
from nscl_desktop.domain.naming import line_name, shortened
from nscl_desktop.domain.sorting import sort_key
from nscl_desktop.domain.text import fold, quoted
from nscl_desktop.presenters.source_names import short_name

YES, NO = "Có", "Không"
NONE = "—"
_YES_WORDS = frozenset({"co", "x", "1", "true", "dung"})


def heading_of(spec: FieldSpec) -> str:
    """What a field is called over its column or its editor; money names its unit."""
    return f"{spec.label} (đồng)" if spec.kind is Kind.MONEY and "(đồng)" not in spec.label else spec.label


def text_of(spec: FieldSpec, value: Value, budget: Budget | None = None) -> str:
    """What a field shows; empty for nothing."""
    if value is None or value == "":
        return ""
    if spec.kind is Kind.FLAG:
        return YES if value else NO
    if spec.kind is Kind.REF:
        return dict(offers_of(spec, budget)).get(str(value), "")
    if spec.kind is Kind.CHOICE:
        return spec.choice_label(str(value))
    if spec.kind is Kind.DATE:
        return format_short(str(value))
    if isinstance(value, tuple):
        return "\n".join(value)
    return value if isinstance(value, str) else _figure(spec, value)


def _figure(spec: FieldSpec, value: int | Decimal) -> str:
    if isinstance(value, Decimal):
        return format_quantity(value)
    return format_amount(value) if spec.kind is Kind.MONEY else str(value)


def value_of(spec: FieldSpec, text: str, budget: Budget | None = None) -> Value:
    """What a text gives to a field; raises InputError with the sentence for the clerk."""
    if spec.kind is Kind.LINES:
        return tuple(line.strip() for line in text.splitlines() if line.strip())
    if spec.kind in (Kind.TEXT, Kind.LONG_TEXT):
        return text
    stripped = text.strip()
    if spec.kind is Kind.FLAG:
        return fold(stripped) in _YES_WORDS
    if spec.kind is Kind.DATE:
        return parse_date(stripped)
    if spec.kind in (Kind.CHOICE, Kind.REF):
        return _chosen(spec, stripped, budget)
    if not stripped:
        return None
    if spec.kind is Kind.MONEY:
        return parse_amount(stripped).value
    number = parse_quantity(stripped)
    return _whole(spec, number, stripped) if spec.kind is Kind.INTEGER else number


def offers_of(spec: FieldSpec, budget: Budget | None = None) -> Sequence[tuple[str, str]]:
    """(stored value, label) pairs that a choice or a link can hold, in the order of a list; a link may be empty."""
    if spec.kind is Kind.CHOICE:
        return spec.choices
    if budget is None:  # records outside a plan name none of its parts
        return ()
    if spec.target == "period":
        return [(period.id, period.name) for period in budget.frame.periods if period.id]
    if spec.target == "agency":
        agencies = sorted(budget.book.table(Agency).values(), key=lambda agency: sort_key(agency.name))
        return [(agency.id, agency.name) for agency in agencies]
    if spec.target == "source":
        return [(source.id, short_name(source)) for source in budget.frame.sources]
    if spec.target == "line":
        return [(line.id, _line_label(budget, line.id)) for _, line in budget.tree.walk()]
    return ()


def _line_label(budget: Budget, line_id: str) -> str:
    line = budget.tree.line(line_id)
    name = line_name(budget.tree, line)
    return name if name.startswith("“") else f"{name} · {shortened(line.text)}"


def _chosen(spec: FieldSpec, text: str, budget: Budget | None = None) -> Value:
    if not text or text == NONE:
        return None if spec.kind is Kind.REF else ""
    offers = offers_of(spec, budget)
    for value, label in offers:
        if text in (value, label):
            return value
    raise InputError(f"“{spec.label}” không có lựa chọn {quoted(text)}; hãy chọn trong danh sách.")


def _whole(spec: FieldSpec, number: Decimal | None, text: str) -> int | None:
    if number is None:
        return None
    if number != number.to_integral_value():
        raise InputError(f"“{spec.label}” phải là số nguyên, không phải {quoted(text)}; hãy ghi lại.")
    return int(number)
