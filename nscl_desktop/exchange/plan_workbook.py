"""A plan as an Excel workbook that a clerk fills in: the empty form, and its reading. All or nothing.

Every fault is listed at once with sheet and cell; the totals that Excel computed are compared with those computed here,
so that amounts read a thousand times wrong cannot get in.
"""

from dataclasses import dataclass
from pathlib import Path

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.errors import ForeignWorkbookError
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.text import fold, quoted
from nscl_desktop.exchange.plan_json import PlanFileError
from nscl_desktop.exchange.plan_workbook_columns import find_budget_head
from nscl_desktop.exchange.plan_workbook_layout import BUDGET, PLAN, PLAN_FIELDS, SOURCES, TARGETS, fields_by_label
from nscl_desktop.exchange.plan_workbook_lines import BudgetReader
from nscl_desktop.exchange.plan_workbook_opening import Sheet, open_sheets
from nscl_desktop.exchange.plan_workbook_plan import PlanFrameRead, read_plan_sheet, read_sources, titles_of
from nscl_desktop.exchange.plan_workbook_targets import read_targets
from nscl_desktop.exchange.plan_workbook_template import plan_template_workbook
from nscl_desktop.exchange.plan_workbook_totals import check_totals
from nscl_desktop.exchange.plan_workbook_values import Report

__all__ = ["WorkbookReading", "plan_template_workbook", "read_plan_workbook", "read_workbook"]

_LEAST_LABELS = 2


@dataclass(frozen=True, slots=True)
class WorkbookReading:
    """The plan of a workbook, and remarks on how ambiguous cells were understood (each with sheet and cell)."""

    book: Book
    remarks: tuple[str, ...] = ()


def read_plan_workbook(path: Path) -> Book:
    """The plan in the Excel form, with everything that belongs to it.

    Raises:
        UnreadableFileError: if the file is no readable workbook; ForeignWorkbookError if it is one of another form.
        PlanFileError: with every finding, if the form is not filled in soundly.
    """
    return read_workbook(path).book


def read_workbook(path: Path) -> WorkbookReading:
    """As ``read_plan_workbook``, with the remarks."""
    sheets = {fold(sheet.name): sheet for sheet in reversed(open_sheets(path))}
    _require_own_form(path, sheets)
    report = Report()
    records = list(_read(sheets, report))
    findings = report.listed()
    if findings:
        listed = "".join(f"\n- {finding}" for finding in findings)
        raise PlanFileError(f"Tệp {quoted(path.name)} có {len(findings)} chỗ phải sửa, chưa nhập gì:{listed}")
    return WorkbookReading(Book(records), tuple(report.remarks))


def _require_own_form(path: Path, sheets: dict[str, Sheet]) -> None:
    """Sheets of the same names in a clerk's own workbook do not make it the form: the form's labels must be there."""
    missing = [name for name in (PLAN, BUDGET) if fold(name) not in sheets]
    known = fields_by_label(Plan, PLAN_FIELDS)
    if not missing and len(known.keys() & set(titles_of(sheets[fold(PLAN)]))) >= _LEAST_LABELS:
        return
    lacking = "các ô của biểu mẫu" if not missing else f"tờ {' và '.join(f'“{name}”' for name in missing)}"
    raise ForeignWorkbookError(
        f"Tệp {quoted(path.name)} không có {lacking} nên không phải biểu nhập của chương trình; "
        "hãy mở cửa sổ chương trình, chọn Kế hoạch mới…, Từ tệp Excel hoặc JSON, rồi cho biết từng cột của bảng ghi gì."
    )


def _read(sheets: dict[str, Sheet], report: Report) -> list[Record]:
    frame = read_plan_sheet(sheets[fold(PLAN)], report)
    if fold(SOURCES) in sheets:
        read_sources(sheets[fold(SOURCES)], frame, report)
    sheet = sheets[fold(BUDGET)]
    head = find_budget_head(sheet, frame, report)
    if head is None:
        return []
    is_whole = not report.listed()
    """Whether every column was understood: only then can sums over columns be compared."""
    read = BudgetReader(sheet, frame, head, report).read()
    targets: list[Record] = []
    if fold(TARGETS) in sheets:
        targets = list(read_targets(sheets[fold(TARGETS)], frame, [each.line for each in read.lines], report))
    if is_whole and read.is_nested:
        computed = Budget(Book([*_frame_records(frame), *read.records()]), frame.plan.id)
        check_totals(sheet, read, computed, frame.unit, report)
    return [*_frame_records(frame), *read.records(), *targets]


def _frame_records(frame: PlanFrameRead) -> list[Record]:
    return [frame.plan, *frame.periods, *frame.sources, frame.measure]
