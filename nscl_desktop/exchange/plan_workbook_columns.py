"""The heading of the budget sheet, wherever it stands and however its columns are ordered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.plans import Source
from nscl_desktop.domain.table_headings import (
    ColumnUse,
    Use,
    heading_paths,
    is_numbering,
    names_a_year,
    unit_of_caption,
    use_of,
    word_use,
)
from nscl_desktop.domain.text import fold, quoted
from nscl_desktop.exchange.plan_workbook_layout import EXTRAS_BY_TITLE, UNUSED, Extra, is_total
from nscl_desktop.exchange.plan_workbook_opening import Cell, Sheet
from nscl_desktop.exchange.plan_workbook_plan import PlanFrameRead
from nscl_desktop.exchange.plan_workbook_tables import HEAD_WITHIN, title_of
from nscl_desktop.exchange.plan_workbook_values import CellReader, Report

_MOST_HEAD_ROWS = 3
_FIRST_CELLS = 6
"""A row of totals says so in one of its first cells."""


@dataclass(frozen=True, slots=True)
class BudgetColumn:
    """One column: what it holds, and for figures of which year (0: all) and source (None: all).

    ``is_stated``: it only adds up other columns, so that it proves them.
    """

    column: int
    use: Use | Extra
    year: int = 0
    source: Source | None = None
    is_stated: bool = False


@dataclass(frozen=True, slots=True)
class BudgetHead:
    """All columns of the budget sheet and the row below its heading."""

    first_row: int
    columns: tuple[BudgetColumn, ...]

    def of(self, use: Use | Extra) -> int | None:
        """The column with this use, None where the sheet has none."""
        return next((each.column for each in self.columns if each.use is use), None)

    def figures(self, *, stated: bool) -> tuple[BudgetColumn, ...]:
        """Columns of quantities and amounts: those entered, or those that prove them."""
        wanted = (Use.QUANTITY, Use.AMOUNT)
        return tuple(each for each in self.columns if each.use in wanted and each.is_stated is stated)


def find_budget_head(sheet: Sheet, frame: PlanFrameRead, report: Report) -> BudgetHead | None:
    """The heading; None with a finding where there is none. Unknown columns are reported if they are filled."""
    first = next(filter(lambda row: _is_head(sheet, row), range(min(HEAD_WITHIN, len(sheet.rows)))), None)
    if first is None:
        report.fault(sheet.name, f"Không thấy dòng đầu bảng (STT, Nội dung, ĐVT…) trong {HEAD_WITHIN} dòng đầu.")
        return None
    _check_unit(sheet, first, frame.unit, report)
    last = _last_row(sheet, first)
    return _HeadReader(sheet, frame, report, first, last).read()


def _is_head(sheet: Sheet, row: int) -> bool:
    uses = {word_use(title_of(sheet, row, column)) for column in range(len(sheet.rows[row]))}
    return Use.TEXT in uses and len(uses - {None}) >= 2


def _last_row(sheet: Sheet, first: int) -> int:
    """Below the groups stand their columns; below Nội dung the data begin."""
    text = next(c for c in range(len(sheet.rows[first])) if word_use(title_of(sheet, first, c)) is Use.TEXT)
    last = first
    while last + 1 < len(sheet.rows) and last + 1 - first < _MOST_HEAD_ROWS:
        cells = [cell for cell in sheet.rows[last + 1] if not cell.is_empty]
        is_heading = bool(cells) and sheet.cell(last + 1, text).is_empty and not _is_numbering(sheet, last + 1)
        if not is_heading or any(_is_number(cell) for cell in cells):
            break
        last += 1
    return last


def _is_number(cell: Cell) -> bool:
    return isinstance(cell.value, int | float) and not names_a_year(cell.text)


def _is_numbering(sheet: Sheet, row: int) -> bool:
    return is_numbering([cell.text for cell in sheet.rows[row]])


def _check_unit(sheet: Sheet, first: int, unit: MoneyUnit, report: Report) -> None:
    """A unit written above the table must be that of the sheet Kế hoạch, else all amounts would be wrong together."""
    for row in range(first):
        for column, cell in enumerate(sheet.rows[row]):
            named = unit_of_caption(cell.text)
            if named and named is not unit:
                report.fault(
                    sheet.place(row, column),
                    f"Tờ này ghi đơn vị tính {named.label} nhưng tờ Kế hoạch chọn {unit.label}; hãy sửa cho khớp.",
                )


class _HeadReader:
    def __init__(self, sheet: Sheet, frame: PlanFrameRead, report: Report, first: int, last: int) -> None:
        self._sheet, self._frame, self._report = sheet, frame, report
        self._first, self._last = first, last
        below = range(last + 1, len(sheet.rows))
        self._data = [row for row in below if not any(is_total(cell.text) for cell in sheet.rows[row][:_FIRST_CELLS])]
        self._cells = CellReader(report)

    def read(self) -> BudgetHead | None:
        """Columns with a use; those without one that are filled are reported. None while headings have no text."""
        width = max(map(len, self._sheet.rows), default=0)
        titles = [[self._title(row, column) for column in range(width)] for row in range(self._first, self._last + 1)]
        if self._report.uncached:
            return None  # what the columns are for is not known
        paths = heading_paths(titles, width)
        uses: list[ColumnUse | Extra | None] = [self._use(path) for path in paths]
        plain = [each for each in uses if isinstance(each, ColumnUse)]
        found: list[BudgetColumn] = []
        for column, use in enumerate(uses):
            if fold(paths[column][0] if paths[column] else "") == fold(UNUSED):
                self._report_unused(column)
            elif use is None:
                self._report_unknown(column, paths[column])
            elif isinstance(use, Extra):
                found.append(BudgetColumn(column, use))
            else:
                self._check_unit(column, use)
                found.extend(self._placed(column, use, plain))
        self._report_doubles(found)
        if self._last + 1 < len(self._sheet.rows) and _is_numbering(self._sheet, self._last + 1):
            self._last += 1
        return BudgetHead(self._last + 1, tuple(found))

    def _check_unit(self, column: int, use: ColumnUse) -> None:
        if use.unit and use.unit is not self._frame.unit:
            sentence = (
                f"Tiêu đề ghi {use.unit.label} nhưng tờ Kế hoạch chọn {self._frame.unit.label}; hãy sửa cho khớp."
            )
            self._report.fault(self._sheet.place(self._first, column), sentence)

    def _title(self, row: int, column: int) -> str:
        self._cells.is_sound(self._sheet, row, column)
        return self._sheet.cell(row, column).text

    @staticmethod
    def _use(path: Sequence[str]) -> ColumnUse | Extra | None:
        if not path:
            return None
        extra = EXTRAS_BY_TITLE.get(fold(" ".join(path)))
        if extra:
            return extra
        use = use_of(tuple(path))
        return None if use.use is Use.IGNORE else use

    def _placed(self, column: int, use: ColumnUse, all_uses: Sequence[ColumnUse]) -> Iterator[BudgetColumn]:
        is_stated = any(each.is_finer_than(use) for each in all_uses)
        if use.use not in {Use.QUANTITY, Use.AMOUNT}:
            yield BudgetColumn(column, use.use)
        elif is_stated:
            source = self._frame.source_named(use.source) if use.source else None
            if source or not use.source:
                yield BudgetColumn(column, use.use, use.year, source, is_stated)
        elif self._is_filled(column):
            source, year = self._source(column, use), self._year(column, use)
            if source and year:
                yield BudgetColumn(column, use.use, year, source)

    def _source(self, column: int, use: ColumnUse) -> Source | None:
        if not use.source:
            return self._frame.unstated_source()
        source = self._frame.source_named(use.source)
        if source is None:
            sentence = f"Không có nguồn {quoted(use.source)} ở tờ Nguồn; hãy thêm nguồn hoặc sửa tiêu đề."
            self._report.fault(self._sheet.place(self._first, column), sentence)
        return source

    def _year(self, column: int, use: ColumnUse) -> int:
        place, plan = self._sheet.place(self._first, column), self._frame.plan
        year = use.year or (plan.year_from if plan.year_from == plan.year_to else 0) or 0
        if not year:
            self._report.fault(place, "Cột này không ghi năm mà kế hoạch có nhiều năm; hãy ghi năm vào tiêu đề.")
        elif plan.year_from and plan.year_to and not plan.year_from <= year <= plan.year_to:
            sentence = f"Năm {year} nằm ngoài kế hoạch {plan.year_from}-{plan.year_to}; hãy sửa tiêu đề hoặc số năm."
            self._report.fault(place, sentence)
        return year

    def _is_filled(self, column: int) -> bool:
        return any(not self._sheet.cell(row, column).is_empty for row in self._data)

    def _report_unused(self, column: int) -> None:
        if self._is_filled(column):
            sentence = (
                f"Cột {UNUSED} vì ngoài các năm của tờ Kế hoạch hoặc thiếu nguồn, nhưng có số; hãy xóa hoặc chuyển."
            )
            self._report.fault(self._sheet.place(self._last, column), sentence)

    def _report_unknown(self, column: int, path: Sequence[str]) -> None:
        if not self._is_filled(column):
            return
        name = quoted(" – ".join(path)) if path else "không có tiêu đề"
        sentence = f"Không hiểu cột {name}; hãy sửa tiêu đề cho đúng mẫu hoặc xóa cột."
        self._report.fault(self._sheet.place(self._last, column), sentence)

    def _report_doubles(self, found: Sequence[BudgetColumn]) -> None:
        seen: dict[tuple[object, ...], int] = {}
        for each in found:
            key = (each.use, each.year, each.source.id if each.source else "")
            if key in seen and self._is_filled(each.column):
                earlier = self._sheet.place(self._first, seen[key])
                sentence = f"Cột này trùng với cột ở {earlier}; hãy xóa một cột."
                self._report.fault(self._sheet.place(self._first, each.column), sentence)
            seen.setdefault(key, each.column)
