"""The sheet Mục tiêu of the Excel form → targets, joined to the budget lines that feed them by paths such as III.2."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.line_labels import bare_label
from nscl_desktop.domain.positions import sequence
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.targets import Target, TargetLink
from nscl_desktop.domain.text import fold, quoted
from nscl_desktop.exchange.plan_shape import id_by_index, natural_id
from nscl_desktop.exchange.plan_workbook_layout import LINES_LABEL, TARGET_FIELDS, fields_by_label
from nscl_desktop.exchange.plan_workbook_opening import Sheet
from nscl_desktop.exchange.plan_workbook_plan import PlanFrameRead
from nscl_desktop.exchange.plan_workbook_tables import PlainTable, find_table, row_values
from nscl_desktop.exchange.plan_workbook_values import CellReader, Report, label_text

_LINES = "lines"
_SEPARATORS = re.compile(r"[;,\n]+|\s+và\s+")
_MOST_PATHS = 200


def read_targets(sheet: Sheet, frame: PlanFrameRead, lines: Sequence[Line], report: Report) -> Iterator[Record]:
    """Targets and their links to lines, owners first."""
    names = fields_by_label(Target, TARGET_FIELDS) | {fold(LINES_LABEL): _LINES}
    table = find_table(sheet, names, report)
    if table is None:
        return
    reader = CellReader(report)
    paths = _by_path(lines)
    rows = list(table.rows())
    for index, (row, position) in enumerate(zip(rows, sequence(len(rows)), strict=True)):
        values = row_values(reader, table, row, Target, TARGET_FIELDS)
        key = id_by_index(Target, frame.plan.id, index)
        target = replace(Target(id=key, plan_id=frame.plan.id, position=position), **values)
        column = table.columns.get("value")
        if column is not None and sheet.cell(row, column).percent and not target.unit:
            target = replace(target, unit="%")
        if not target.text:
            report.fault(sheet.place(row), "Mục tiêu thiếu nội dung; hãy ghi nội dung hoặc xóa dòng.")
        yield target
        yield from _links(table, row, target, paths, report)


def _by_path(lines: Sequence[Line]) -> Mapping[str, list[Line]]:
    """Lines by the labels on the way to them ("III.2"), folded."""
    by_id = {line.id: line for line in lines}
    found: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        labels = [bare_label(line.label)]
        parent = by_id.get(line.place.parent)
        while parent:
            labels.insert(0, bare_label(parent.label))
            parent = by_id.get(parent.place.parent)
        if labels[-1]:
            found[fold(".".join(filter(None, labels)))].append(line)
    return found


def _links(
    table: PlainTable, row: int, target: Target, paths: Mapping[str, list[Line]], report: Report
) -> Iterator[TargetLink]:
    column = table.columns.get(_LINES)
    if column is None:
        return
    cell, place = table.sheet.cell(row, column), table.sheet.place(row, column)
    linked: set[str] = set()
    for given in _SEPARATORS.split(label_text(cell))[:_MOST_PATHS]:
        path = fold(bare_label(given.strip()))
        if not path:
            continue
        found = paths.get(path, [])
        if len(found) != 1:
            what = "Không có mục chi" if not found else "Có nhiều mục chi cùng mang số"
            report.fault(place, f"{what} {quoted(given.strip())} ở tờ Dự toán; hãy ghi theo số thứ tự, ví dụ III.2.")
        elif found[0].id not in linked:
            linked.add(found[0].id)
            values = {"target_id": target.id, "line_id": found[0].id}
            counts = target.unit.strip() not in ("", "%")
            yield TargetLink(id=natural_id(TargetLink, values), target_id=target.id, line_id=found[0].id, counts=counts)
