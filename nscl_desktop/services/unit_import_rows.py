"""Rows of a list → what each says of a unit, and everything that was come upon on the way, with its cell."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from nscl_desktop.domain.enterprises import Enterprise, YearFigures
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.limits import LONGEST, accepted
from nscl_desktop.domain.line_labels import is_label
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.records import fields_of
from nscl_desktop.domain.tax_codes import read_tax_code
from nscl_desktop.domain.text import fold, quoted
from nscl_desktop.domain.unit_headings import CERTIFICATES, FIGURES, IGNORE, LABOUR, MONEY, NUMBERING, UnitColumn
from nscl_desktop.services.table_import_model import TableFinding, Weight, column_letters
from nscl_desktop.services.unit_import_cells import (
    READERS,
    Reader,
    certificates,
    has_lost_nought,
    is_nothing,
    line,
    money,
    phone,
    tax_code,
)
from nscl_desktop.services.unit_import_model import Choices, Raw, UnitMapping, UnitTable, shown

_SPECS = {spec.name: spec for record_type in (YearFigures, Enterprise) for spec in fields_of(record_type)}
_TOTALS = ("tong cong", "tong so", "cong", "tong")
_AT_ONCE = 500
"""Rows between two words on how far the work is."""
_AS_STORED = frozenset({line, tax_code, phone})
"""Readers of one line of text, which is as it is stored unless it is too long."""
_LEAST_DONG = 10_000_000
"""A column of money whose middle figure is smaller is hardly one of đồng."""

Tell = Callable[[str], object]
"""Says how far the work is; raises when the user wants no more of it."""


@dataclass(frozen=True, slots=True)
class UnitDraft:
    """One row: ``values`` by field of Enterprise (filled ones only), ``figures`` by year, standards with editions."""

    row: int
    values: Mapping[str, Value]
    figures: Mapping[int, Mapping[str, Value]] = field(default_factory=dict)
    certificates: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        """The unit's."""
        return str(self.values["name"])


@dataclass(frozen=True, slots=True)
class Reading:
    """All rows that say something of a unit, and everything found, in the order of the sheet."""

    drafts: tuple[UnitDraft, ...]
    findings: tuple[TableFinding, ...]


def read_rows(table: UnitTable, mapping: UnitMapping, choices: Choices, tell: Tell) -> Reading:
    """Read all rows below the heading; nothing stops at the first fault."""
    reader = _RowReader(table, mapping, choices)
    drafts = []
    for row in range(mapping.last + 1, len(table.rows)):
        if row % _AT_ONCE == 0:
            tell(f"Đọc dòng {row + 1}/{len(table.rows)}")
        if row not in mapping.skipped and (draft := reader.read(row)):
            drafts.append(draft)
    findings = [*heading_findings(table, mapping), *reader.findings, *reader.lost_noughts()]
    order = list(Weight)
    return Reading(tuple(drafts), tuple(sorted(findings, key=lambda each: (order.index(each.weight), each.row))))


def likely_unit(table: UnitTable, mapping: UnitMapping, column: int) -> MoneyUnit:
    """The unit of a column of money that names none, by the size of its figures."""
    figures = sorted(
        float(raw)
        for row in range(mapping.last + 1, len(table.rows))
        if isinstance(raw := table.raw(row, column), int | float)
    )
    return MoneyUnit.DONG if not figures or figures[len(figures) // 2] >= _LEAST_DONG else MoneyUnit.TRIEU


def heading_findings(table: UnitTable, mapping: UnitMapping) -> Iterator[TableFinding]:
    """What is doubtful about the columns."""
    top = max(mapping.first, 0)
    if not mapping.where("name"):
        yield TableFinding(
            Weight.BLOCKS, top, 0, "Chưa biết cột nào ghi tên đơn vị; hãy chọn “Tên đơn vị” cho cột ấy."
        )  # fmt: skip
    counts = Counter((column.field, column.year) for column in mapping.columns if column.field in _SPECS)
    for at, column in enumerate(mapping.columns):
        name = quoted(column.title) if column.title else column_letters(at)
        if column.field == IGNORE and any(not is_nothing(table.raw(row, at)) for row in _below(table, mapping)):
            message = f"{table.place(top, at)}: Không hiểu cột {name} nên bỏ qua; nếu cần thì chọn cột này ghi gì."
            yield TableFinding(Weight.WARNING, top, at, message)
        if counts.get((column.field, column.year), 0) > 1 and column.field != "products":
            message = f"{table.place(top, at)}: Hai cột cùng ghi “{_SPECS[column.field].label}”; hãy chọn một cột."
            yield TableFinding(Weight.BLOCKS, top, at, message)


def _below(table: UnitTable, mapping: UnitMapping) -> Iterator[int]:
    return (row for row in range(mapping.last + 1, len(table.rows)) if row not in mapping.skipped)


class _RowReader:
    """Reads row by row; what was found stays in ``findings``."""

    def __init__(self, table: UnitTable, mapping: UnitMapping, choices: Choices) -> None:
        self.findings: list[TableFinding] = []
        self._table, self._choices = table, choices
        self._name = next(iter(mapping.where("name")), -1)
        self._columns = [
            (at, column, self._reader(table, mapping, at, column))
            for at, column in enumerate(mapping.columns)
            if column.field not in {IGNORE, NUMBERING} and at != self._name
        ]
        self._noughts: dict[int, list[int]] = {}
        self._known: dict[int, dict[str, Value]] = {at: {} for at, _, _ in self._columns}

    def read(self, row: int) -> UnitDraft | None:
        """What a row says; None where it names no unit."""
        name = line(self._table.raw(row, self._name)) if self._name >= 0 else ""
        if not name or is_nothing(name):
            self._note_nameless(row)
            return None
        if fold(name).strip(" :") in _TOTALS or self._is_heading(row, name):
            self._find(Weight.REMARK, row, self._name, f"Dòng {quoted(name)} là dòng nhóm hoặc dòng tổng, không nhập.")
            return None
        values: dict[str, Value] = {"name": name}
        figures: dict[int, dict[str, Value]] = {}
        held: list[tuple[str, str]] = []
        cells = self._table.rows[row]
        width = len(cells)
        for at, column, reader in self._columns:
            raw = cells[at] if at < width else None
            if raw is None or is_nothing(raw):
                self._note_trouble(row, at)
            elif column.field == CERTIFICATES:
                held += certificates(raw, column.title)
            else:
                value = self._value(row, at, column, reader, raw)
                if value not in (None, "", ()):
                    self._put(values, figures, column, value)
        if "sector_code" in values:
            values["sector_edition"] = self._choices.edition
        return UnitDraft(row, values, figures, tuple(dict.fromkeys(held)))

    def lost_noughts(self) -> Iterator[TableFinding]:
        """One remark for each column whose codes Excel had made numbers."""
        for at, rows in self._noughts.items():
            first = rows[0]
            before = shown(self._table.raw(first, at))
            message = (
                f"{self._table.place(first, at)}: {len(rows)} ô của cột {column_letters(at)} bị Excel lưu thành số nên"
                f" mất số 0 ở đầu; đã thêm lại ({before} → 0{before}…)."
            )
            yield TableFinding(Weight.REMARK, first, at, message)

    def _reader(self, table: UnitTable, mapping: UnitMapping, at: int, column: UnitColumn) -> Reader:
        if column.field in MONEY:
            return money(column.unit or self._choices.unit or likely_unit(table, mapping, at))
        return READERS.get(column.field, line)

    def _value(self, row: int, at: int, column: UnitColumn, reader: Reader, raw: Raw) -> Value:
        try:
            value = self._stored(at, column, reader, raw)
        except InputError as error:
            self._find(Weight.WARNING, row, at, error.sentence)
            return None
        if column.field == "tax_code":
            self._check_code(row, at, raw, str(value))
        elif column.field == "phone" and has_lost_nought(raw):
            self._noughts.setdefault(at, []).append(row)
        elif column.field == "email" and "@" not in str(value):
            self._find(Weight.WARNING, row, at, f"Thư điện tử {quoted(str(value))} không có dấu @; hãy xem lại.")
        return value

    def _stored(self, at: int, column: UnitColumn, reader: Reader, raw: Raw) -> Value:
        """The value as it is stored; words that a column repeats in thousands of rows are read once."""
        known = self._known[at]
        if isinstance(raw, str) and raw in known:
            return known[raw]
        value = reader(raw)
        if reader not in _AS_STORED or len(str(value)) > LONGEST:
            value = accepted(_SPECS[column.field], value)
        if isinstance(raw, str):
            known[raw] = value
        return value

    def _put(
        self, values: dict[str, Value], figures: dict[int, dict[str, Value]], column: UnitColumn, value: Value
    ) -> None:
        if column.field in FIGURES:
            # revenue and capital decide the size class of the year after the one in which they arose
            later = column.field != LABOUR
            year = column.year + later if column.year else self._choices.year
            figures.setdefault(year, {})[column.field] = value
        elif column.field == "products" and "products" in values:
            values["products"] = (*_lines(values["products"]), *_lines(value))
        else:
            values[column.field] = value

    def _check_code(self, row: int, at: int, raw: Raw, code: str) -> None:
        if isinstance(raw, int | float) and code.replace("-", "") != shown(raw):
            self._noughts.setdefault(at, []).append(row)
        read = read_tax_code(code)
        if read.warning:
            self._find(Weight.WARNING, row, at, read.warning)

    def _is_heading(self, row: int, name: str) -> bool:
        """A row with a name alone heads a group (“I. Huyện Tân Biên”); one of them numbers it, mostly in Roman."""
        first = shown(self._table.raw(row, 0)) if self._name > 0 else ""
        if not first or first.isdecimal() or not is_label(first):
            return False
        return all(is_nothing(self._table.raw(row, at)) for at, _, _ in self._columns)

    def _note_nameless(self, row: int) -> None:
        filled = [at for at, _, _ in self._columns if not is_nothing(self._table.raw(row, at))]
        if len(filled) > 1:
            self._find(Weight.WARNING, row, max(self._name, 0), "Dòng này không có tên đơn vị nên không nhập.")

    def _note_trouble(self, row: int, at: int) -> None:
        sentence = self._table.troubles.get((row, at))
        if sentence:
            self.findings.append(TableFinding(Weight.WARNING, row, at, sentence))

    def _find(self, weight: Weight, row: int, at: int, sentence: str) -> None:
        self.findings.append(TableFinding(weight, row, at, f"{self._table.place(row, at)}: {sentence}"))


def _lines(value: Value) -> Sequence[str]:
    return value if isinstance(value, tuple) else ()
