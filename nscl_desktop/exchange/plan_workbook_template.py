"""Writing the empty Excel form with its worked example: the same bytes on every machine.

Columns of texts are formatted as text, so that Excel makes no dates of 3/4 and keeps noughts in front; totals are live.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from nscl_desktop.domain.fields import Kind
from nscl_desktop.domain.plans import Plan, Source
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.targets import Target
from nscl_desktop.exchange import plan_workbook_example as example
from nscl_desktop.exchange.plan_workbook_budget_sheet import write_budget_sheet
from nscl_desktop.exchange.plan_workbook_formats import Formats
from nscl_desktop.exchange.plan_workbook_layout import (
    BUDGET,
    GUIDE,
    LINES_LABEL,
    PERIODS_LABEL,
    PLAN,
    PLAN_FIELDS,
    SOURCE_FIELDS,
    SOURCES,
    TARGET_FIELDS,
    TARGETS,
    label_of,
    spec_named,
)

_FIRST_PLAN_ROW, _FIRST_TABLE_ROW = 3, 3
"""Rows counted from 0: of the first label, of a plain table's heading."""
_MOST_ROWS = 100
_A4 = 9
_ONE_LINE = 60
"""Characters that fit beside each other in the column of values."""
_WIDTHS = {"text": 60, "name": 40, "footnote": 40, "group": 24, "percent_of": 24, "lines": 18}
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}

_CREATED = datetime(2000, 1, 1, tzinfo=UTC)
"""Told to the file's readers, so that the file does not depend on the day."""

_Sheet = Any
"""XlsxWriter has no types."""


def plan_template_workbook() -> bytes:
    """The form as an .xlsx file."""
    buffer = BytesIO()
    book = Workbook(buffer, _OPTIONS)
    book.set_properties({"title": "Biểu nhập kế hoạch", "created": _CREATED.replace(tzinfo=None)})
    formats = Formats(book)
    sheets = {name: book.add_worksheet(name) for name in (GUIDE, PLAN, SOURCES, BUDGET, TARGETS)}
    _write_guide(sheets[GUIDE], formats)
    rows = _write_plan(sheets[PLAN], formats)
    _write_table(sheets[SOURCES], formats, Source, SOURCE_FIELDS, example.SOURCES)
    write_budget_sheet(
        sheets[BUDGET], formats,
        unit=f"'{PLAN}'!$B${rows['print_unit'] + 1}",
        years=(f"'{PLAN}'!$B${rows['year_from'] + 1}", f"'{PLAN}'!$B${rows['year_to'] + 1}"),
        sources=[f"'{SOURCES}'!$A${_FIRST_TABLE_ROW + 2 + index}" for index in range(len(example.SOURCES))],
    )  # fmt: skip
    _write_table(sheets[TARGETS], formats, Target, TARGET_FIELDS, example.TARGETS, extra=LINES_LABEL)
    for sheet in sheets.values():
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
    sheets[PLAN].activate()
    book.close()
    return buffer.getvalue()


def _write_guide(sheet: _Sheet, formats: Formats) -> None:
    sheet.set_column(0, 0, 110)
    sheet.hide_gridlines(2)
    for row, line in enumerate(example.GUIDE):
        sheet.write_string(row, 0, line, formats.title if row == 0 else formats.wrapped)


def _write_plan(sheet: _Sheet, formats: Formats) -> dict[str, int]:
    """Labels in A, values in B, hints in C; the row of each field."""
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 60)
    sheet.set_column(2, 2, 60)
    sheet.write_string(0, 0, "KẾ HOẠCH", formats.title)
    sheet.write_string(1, 0, "Ghi giá trị ở cột B; ô có dấu * bắt buộc.", formats.hint)
    names = (*PLAN_FIELDS[:5], "periods", *PLAN_FIELDS[5:])
    rows = {name: _FIRST_PLAN_ROW + index for index, name in enumerate(names)}
    for name, row in rows.items():
        if name == "periods":
            sheet.write_string(row, 0, PERIODS_LABEL, formats.label)
            sheet.write_blank(row, 1, None, formats.example_text)
            sheet.write_string(row, 2, "Chỉ ghi khi có nhiều giai đoạn: 2021-2025; 2026-2030", formats.hint)
        else:
            _write_plan_field(sheet, formats, row, name)
    sheet.freeze_panes(_FIRST_PLAN_ROW, 1)
    return rows


def _write_plan_field(sheet: _Sheet, formats: Formats, row: int, name: str) -> None:
    spec = spec_named(Plan, name)
    sheet.write_string(row, 0, label_of(Plan, name) + (" *" if spec.required else ""), formats.label)
    value = example.PLAN_VALUES.get(name)
    if isinstance(value, int):
        sheet.write_number(row, 1, value, formats.example_year)
    elif value:
        sheet.set_row(row, 34 if len(value) > _ONE_LINE else None)
        sheet.write_string(row, 1, value, formats.example_text)
    else:
        sheet.write_blank(row, 1, None, formats.example_text)
    hint = {
        Kind.LINES: "Mỗi dòng một mục (Alt+Enter để xuống dòng trong ô)",
        Kind.DATE: "Ví dụ 24/11/2026; bản chưa ký để trống",
        Kind.FLAG: "Ghi x nếu có",
    }.get(spec.kind, spec.hint)
    if hint:
        sheet.write_string(row, 2, hint, formats.hint)
    if spec.kind is Kind.CHOICE:
        sheet.data_validation(row, 1, row, 1, {"validate": "list", "source": [label for _, label in spec.choices]})
    elif spec.kind is Kind.FLAG:
        sheet.data_validation(row, 1, row, 1, {"validate": "list", "source": ["x"]})
    elif spec.kind is Kind.INTEGER:
        rule = {"validate": "integer", "criteria": "between", "minimum": 2000, "maximum": 2100}
        sheet.data_validation(row, 1, row, 1, rule | {"error_message": "Năm phải là số từ 2000 đến 2100."})


def _write_table(
    sheet: _Sheet,
    formats: Formats,
    record_type: type[Record],
    names: tuple[str, ...],
    rows: Sequence[Mapping[str, str | int]],
    extra: str = "",
) -> None:
    """A plain table with one heading row and the example's rows; ``extra`` is a last column of its own."""
    columns = {name: (label_of(record_type, name), spec_named(record_type, name)) for name in names}
    titles = [*(label for label, _ in columns.values()), *([extra] if extra else [])]
    sheet.write_string(0, 0, sheet.get_name().upper(), formats.title)
    for column, title in enumerate(titles):
        sheet.write_string(_FIRST_TABLE_ROW, column, title, formats.heading)
    first, last = _FIRST_TABLE_ROW + 1, _FIRST_TABLE_ROW + _MOST_ROWS
    for column, name in enumerate([*names, "lines"][: len(titles)]):
        spec = columns[name][1] if name in columns else None
        is_number = spec is not None and spec.kind in {Kind.NUMBER, Kind.INTEGER}
        kept = formats.number if is_number else formats.text
        sheet.set_column(column, column, _WIDTHS.get(name, 16), kept)
        if spec and spec.kind is Kind.CHOICE:
            sheet.data_validation(
                first, column, last, column, {"validate": "list", "source": [label for _, label in spec.choices]}
            )
        if spec and spec.hint:
            sheet.write_comment(_FIRST_TABLE_ROW, column, spec.hint, {"x_scale": 2})
        for index, row in enumerate(rows):
            value = row.get(name)
            if isinstance(value, int):
                shown = formats.example_year if spec and spec.kind is Kind.INTEGER else formats.example_number
                sheet.write_number(first + index, column, value, shown)
            elif value:
                sheet.write_string(first + index, column, value, formats.example_text)
    sheet.freeze_panes(first, 0)
