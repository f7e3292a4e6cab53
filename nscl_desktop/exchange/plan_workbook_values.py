"""Cells of the Excel form → values of fields. What a cell cannot say becomes a finding that names sheet and cell."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal

from nscl_desktop.domain.dates import parse_date
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import FieldSpec, Kind, Value
from nscl_desktop.domain.figures import CellKind
from nscl_desktop.domain.limits import accepted
from nscl_desktop.domain.money import MoneyUnit, to_dong
from nscl_desktop.domain.money_reading import parse_amount, read_quantity
from nscl_desktop.domain.text import fold, quoted
from nscl_desktop.exchange.plan_workbook_opening import UNCACHED, Cell, Sheet, exact

MOST_FINDINGS = 100
_NOTHING: dict[Kind, Value] = {
    Kind.LINES: (), Kind.FLAG: False, Kind.TEXT: "", Kind.LONG_TEXT: "", Kind.DATE: "", Kind.CHOICE: "",
}  # fmt: skip
_MOST_DIGITS = 15
_YES, _NO = frozenset({"x", "co", "1", "dung"}), frozenset({"", "khong", "0"})


@dataclass(slots=True)
class Report:
    """What the reading of a workbook comes upon: ``findings`` forbid the import, ``remarks`` are for knowing."""

    findings: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    uncached: dict[str, list[str]] = field(default_factory=dict)
    """Places of formulas without a result, by sheet: one finding for each sheet."""

    places: set[str] = field(default_factory=set)
    """Places with a finding."""

    def fault(self, place: str, sentence: str) -> None:
        """Add a finding once."""
        self.places.add(place)
        line = f"{place}: {' '.join(sentence.split())}"
        if line not in self.findings:
            self.findings.append(line)

    def remark(self, place: str, sentence: str) -> None:
        """Add a remark."""
        self.remarks.append(f"{place}: {' '.join(sentence.split())}")

    def listed(self) -> list[str]:
        """All findings, those of formulas without results first, cut off where nobody would read on."""
        found = [_uncached(places) for places in self.uncached.values()] + self.findings
        if len(found) > MOST_FINDINGS:
            return [*found[:MOST_FINDINGS], f"Và {len(found) - MOST_FINDINGS} chỗ khác nữa."]
        return found


def _uncached(places: list[str]) -> str:
    others = f" và {len(places) - 1} ô khác" if len(places) > 1 else ""
    return f"{places[0]}{others}: Công thức chưa có kết quả; hãy mở tệp bằng Excel, lưu lại rồi nhập."


@dataclass(frozen=True, slots=True)
class CellReader:
    """Reads cells of one workbook; ``unit`` is that of its money, known once the plan's sheet is read."""

    report: Report
    unit: MoneyUnit = MoneyUnit.DONG

    def is_sound(self, sheet: Sheet, row: int, column: int) -> bool:
        """Whether the cell has a value to read; reports it where a formula has none or failed."""
        cell, place = sheet.cell(row, column), sheet.place(row, column)
        if cell.trouble == UNCACHED:
            if place not in self.report.places:
                self.report.places.add(place)
                self.report.uncached.setdefault(sheet.name, []).append(place)
        elif cell.trouble:
            self.report.fault(place, f"Công thức báo lỗi {cell.trouble}; hãy sửa trong Excel.")
        return not cell.trouble

    def value(self, sheet: Sheet, row: int, column: int, spec: FieldSpec) -> Value:
        """The value of a field; its default's stand-in ("" or None) for an empty cell and for one that is reported."""
        nothing = _NOTHING.get(spec.kind)
        if not self.is_sound(sheet, row, column):
            return nothing
        cell = sheet.cell(row, column)
        if cell.is_empty:
            return nothing
        try:
            return accepted(spec, self._of_kind(sheet.place(row, column), cell, spec))
        except InputError as error:
            self.report.fault(sheet.place(row, column), error.sentence)
            return nothing

    def _of_kind(self, place: str, cell: Cell, spec: FieldSpec) -> Value:
        if spec.kind is Kind.MONEY:
            return self._money(place, cell)
        if spec.kind is Kind.NUMBER:
            return self._number(place, cell)
        if spec.kind is Kind.INTEGER:
            return _integer(cell, spec)
        if spec.kind is Kind.DATE:
            return _date(cell)
        if spec.kind is Kind.FLAG:
            return _flag(cell)
        if spec.kind is Kind.CHOICE:
            return _choice(cell, spec)
        if spec.kind is Kind.LINES:
            return tuple(line.strip() for line in cell.text.split("\n") if line.strip())
        return _text(cell) if spec.kind is Kind.TEXT else label_text(cell)

    def amount(self, sheet: Sheet, row: int, column: int) -> int | None:
        """Đồng of a cell of money; None for an empty one and for one that is reported."""
        if not self.is_sound(sheet, row, column) or sheet.cell(row, column).is_empty:
            return None
        try:
            return self._money(sheet.place(row, column), sheet.cell(row, column))
        except InputError as error:
            self.report.fault(sheet.place(row, column), error.sentence)
            return None

    def _money(self, place: str, cell: Cell) -> int | None:
        number = _numeric(cell)
        if number is not None:
            return to_dong(number, self.unit, cell.text)
        read = parse_amount(cell.text, self.unit)
        if read.mark:
            raise InputError(
                f"Số {quoted(cell.text)} có dấu chú thích; hãy thêm một nguồn riêng ở tờ Nguồn (cột Dấu chú thích) "
                "và một cặp cột cho nguồn đó."
            )
        if read.kind is CellKind.DASH:
            raise InputError("Dấu gạch không phải số tiền; hãy để trống hoặc ghi 0.")
        if read.interpretation:
            self.report.remark(place, read.interpretation)
        return read.value

    def _number(self, place: str, cell: Cell) -> Decimal | None:
        number = _numeric(cell)
        if number is not None:
            return number * 100 if cell.percent else number
        read = read_quantity(cell.text)
        if read.interpretation:
            self.report.remark(place, read.interpretation)
        return read.value


def label_text(cell: Cell) -> str:
    """A text as typed; a number that stands for a label or a code keeps its dot (1.1)."""
    if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        return f"{exact(cell.value):f}"
    return cell.text


def _text(cell: Cell) -> str:
    return " ".join(label_text(cell).split())


def _numeric(cell: Cell) -> Decimal | None:
    """The number of a number cell; None for text. Dates are what Excel makes of 3/4: never a number meant."""
    if isinstance(cell.value, bool):
        raise InputError(f"Cần một số, không phải {quoted(cell.text)}; hãy sửa lại ô này.")
    if isinstance(cell.value, datetime | date | time):
        raise InputError(f"Excel đã hiểu ô này là ngày {cell.text}; hãy đổi định dạng ô thành số rồi ghi lại.")
    if isinstance(cell.value, int | float):
        return exact(cell.value)
    return None


def _integer(cell: Cell, spec: FieldSpec) -> int:
    number = _numeric(cell)
    digits = cell.text if number is None else f"{number:f}"
    if not digits.isdecimal() or len(digits) > _MOST_DIGITS:
        raise InputError(f"“{spec.label}” cần một số nguyên, ví dụ 2026, không phải {quoted(cell.text)}.")
    return int(digits)


def _date(cell: Cell) -> str:
    if isinstance(cell.value, datetime | date):
        return f"{cell.value.year:04d}-{cell.value.month:02d}-{cell.value.day:02d}"
    return parse_date(label_text(cell))


def _flag(cell: Cell) -> bool:
    key = fold(cell.text)
    if key in _YES:
        return True
    if key in _NO:
        return False
    raise InputError(f"Chỉ ghi x (có) hoặc để trống, không phải {quoted(cell.text)}.")


def _choice(cell: Cell, spec: FieldSpec) -> str:
    by_label = {fold(label): value for value, label in spec.choices}
    exactly = {label: value for value, label in spec.choices}
    given = _text(cell)
    found = exactly.get(given, by_label.get(fold(given)))
    if found is None:
        offered = ", ".join(label for _, label in spec.choices)
        raise InputError(f"“{spec.label}” không có lựa chọn {quoted(given)}; hãy chọn một trong: {offered}.")
    return found
