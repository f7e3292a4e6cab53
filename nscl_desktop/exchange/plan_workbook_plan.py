"""The sheets Kế hoạch (label and value) and Nguồn of the Excel form → the plan, its periods and funding sources."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from nscl_desktop.domain.budget_lines import ESTIMATE
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.plans import Measure, Period, Plan, Source
from nscl_desktop.domain.positions import between, sequence
from nscl_desktop.domain.text import fold, quoted
from nscl_desktop.exchange.plan_shape import id_by_index, id_of_handle
from nscl_desktop.exchange.plan_workbook_layout import (
    PERIODS_LABEL,
    PLAN_FIELDS,
    SOURCE_FIELDS,
    fields_by_label,
    label_of,
    spec_named,
)
from nscl_desktop.exchange.plan_workbook_opening import Sheet
from nscl_desktop.exchange.plan_workbook_tables import find_table, row_values, title_of
from nscl_desktop.exchange.plan_workbook_values import CellReader, Report

_UNITS = {"dong": MoneyUnit.DONG, "nghin": MoneyUnit.NGHIN, "trieu": MoneyUnit.TRIEU, "ty": MoneyUnit.TY}
_PERIOD = re.compile(r"(20\d\d)(?:\s*[-–]\s*(20\d\d))?")
_MOST_PERIODS = 10
UNSTATED = ("CHUA_PHAN_NGUON", "Chưa phân nguồn")
"""Code and name of the source that takes money for which the workbook names none."""


@dataclass(slots=True)
class PlanFrameRead:
    """The plan and what surrounds its lines; ``unit`` is that of all money in the workbook."""

    plan: Plan
    periods: list[Period]
    sources: list[Source]
    measure: Measure
    unit: MoneyUnit

    def source_named(self, name: str) -> Source | None:
        """The source with this code, name or printed column, however written."""
        key = fold(name)
        for attribute in ("code", "name", "column"):
            found = next((each for each in self.sources if fold(getattr(each, attribute)) == key), None)
            if found:
                return found
        return None

    def unstated_source(self) -> Source:
        """The only source, or the one for money without a stated source, made when it is needed."""
        if len(self.sources) == 1:
            return self.sources[0]
        code, name = UNSTATED
        found = self.source_named(code)
        if found is None:
            position = between(self.sources[-1].position if self.sources else None, None)
            key = id_of_handle(Source, self.plan.code, code)
            found = Source(id=key, plan_id=self.plan.id, position=position, code=code, name=name)
            self.sources.append(found)
        return found


def read_plan_sheet(sheet: Sheet, report: Report) -> PlanFrameRead:
    """The plan; what is missing or wrong is in the report, and the plan is then not to be used."""
    reader, values = CellReader(report), dict[str, Value]()
    names, periods_at = fields_by_label(Plan, PLAN_FIELDS), None
    for row, label_column, value_column in _pairs(sheet):
        title = title_of(sheet, row, label_column).rstrip(" :*")
        name = names.get(title)
        if title == fold(PERIODS_LABEL):
            periods_at = (row, value_column)
        elif name is None:
            if not sheet.cell(row, value_column).is_empty:
                shown = quoted(sheet.cell(row, label_column).text)
                report.fault(
                    sheet.place(row, label_column), f"Không có ô {shown} trong mẫu; hãy sửa tên ô hoặc xóa dòng."
                )
        elif name in values:
            report.fault(sheet.place(row, label_column), f"Ô “{label_of(Plan, name)}” ghi hai lần; hãy giữ một.")
        elif not sheet.cell(row, value_column).is_empty:
            values[name] = reader.value(sheet, row, value_column, spec_named(Plan, name))
    for name in ("code", "title"):
        if name not in values:
            report.fault(sheet.name, f"Thiếu “{label_of(Plan, name)}”; hãy ghi rồi nhập lại.")
    plan = _plan(values)
    if plan.year_from and plan.year_to and plan.year_from > plan.year_to:
        report.fault(sheet.name, f"Từ năm {plan.year_from} đến năm {plan.year_to} không hợp lệ; hãy sửa lại.")
    periods = _periods(sheet, periods_at, plan, report)
    measure = Measure(
        id=id_of_handle(Measure, plan.code, ESTIMATE), plan_id=plan.id, position=between(None, None), code=ESTIMATE,
        name="Dự toán",
    )  # fmt: skip
    return PlanFrameRead(plan, periods, [], measure, _UNITS.get(plan.print_unit, MoneyUnit.DONG))


def titles_of(sheet: Sheet) -> list[str]:
    """The folded labels of the sheet's rows."""
    return [title_of(sheet, row, column).rstrip(" :*") for row, column, _ in _pairs(sheet)]


def _pairs(sheet: Sheet) -> Iterator[tuple[int, int, int]]:
    """Row, column of the label and of the value right behind it, for each row that holds something."""
    for row, cells in enumerate(sheet.rows):
        first = next((column for column, cell in enumerate(cells) if not cell.is_empty), None)
        if first is not None:
            yield row, first, first + 1


def _plan(values: dict[str, Value]) -> Plan:
    given: dict[str, Any] = {
        name: value for name, value in values.items() if value not in (None, "")
    }  # Any: many types
    year_from, year_to = values.get("year_from"), values.get("year_to")
    years = {"year_from": year_from or year_to, "year_to": year_to or year_from}
    code = str(values.get("code") or "")
    return Plan(**{**given, **years, "id": id_of_handle(Plan, code, code), "code": code})


def _periods(sheet: Sheet, at: tuple[int, int] | None, plan: Plan, report: Report) -> list[Period]:
    """The periods named, else the plan's own years as one."""
    stretches: list[tuple[int, int]] = []
    text = sheet.cell(*at).text if at else ""
    for part in filter(None, (part.strip() for part in re.split(r"[;,\n]", text[:500]))):
        found = _PERIOD.fullmatch(part)
        stretch = (int(found[1]), int(found[2] or found[1])) if found else (1, 0)
        if stretch[0] > stretch[1] or len(stretches) == _MOST_PERIODS:
            place = sheet.place(*at) if at else sheet.name
            report.fault(place, f"Không đọc được giai đoạn {quoted(part)}; hãy ghi theo mẫu 2021-2025; 2026-2030.")
            break
        stretches.append(stretch)
    if not stretches and plan.year_from and plan.year_to:
        stretches = [(plan.year_from, plan.year_to)]
    return [
        Period(
            id=id_by_index(Period, plan.id, index), plan_id=plan.id, position=position, year_from=first, year_to=last
        )
        for index, (position, (first, last)) in enumerate(zip(sequence(len(stretches)), stretches, strict=True))
    ]


def read_sources(sheet: Sheet, frame: PlanFrameRead, report: Report) -> None:
    """Put the sources of the sheet Nguồn into the frame."""
    table = find_table(sheet, fields_by_label(Source, SOURCE_FIELDS), report)
    if table is None:
        return
    reader = CellReader(report)
    rows = list(table.rows())
    for row, position in zip(rows, sequence(len(rows)), strict=True):
        values = row_values(reader, table, row, Source, SOURCE_FIELDS)
        code = str(values.get("code") or "")
        if not code or not values.get("name"):
            report.fault(sheet.place(row), "Thiếu mã nguồn hoặc tên nguồn; hãy ghi đủ hoặc xóa dòng.")
            continue
        if any(fold(each.code) == fold(code) for each in frame.sources):
            report.fault(sheet.place(row, table.columns["code"]), f"Mã nguồn {quoted(code)} ghi hai lần; hãy sửa lại.")
            continue
        made = Source(id=id_of_handle(Source, frame.plan.code, code), plan_id=frame.plan.id, position=position)
        frame.sources.append(replace(made, **values))
