"""Money of a report out of the ledger's sums: by section and by source, in the report's years and since the start."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.dossiers.sums import Cell
from nscl_desktop.domain.ledger_lines import LOST, LedgerLines, planned_cells
from nscl_desktop.domain.ledger_sums import Flow, YearSums
from nscl_desktop.domain.naming import line_name, shortened
from nscl_desktop.domain.periodic_reports import ELSEWHERE, SECTION, SOURCE, PeriodicReport, ReportMoney
from nscl_desktop.domain.positions import sequence
from nscl_desktop.domain.records import derived_id

WITHIN = "within"
"""Stands for our own money below sections that others lead: sections and total must agree."""


@dataclass(slots=True)
class _Sums:
    planned: int = 0
    now: Flow = field(default_factory=Flow)
    ever: Flow = field(default_factory=Flow)


def report_money(
    report: PeriodicReport,
    lines: LedgerLines,
    others: Iterable[Line],
    cells: Mapping[int, Mapping[Cell, Flow]],
) -> tuple[ReportMoney, ...]:
    """The rows of a report. ``cells`` holds the sums of every niên độ up to the report's last year, cut at its day.

    ``others`` are lines of the plan's other versions: a section keeps its row when the plan is amended.
    """
    first, last = report.year_from or 0, report.year_to or 9999
    found: dict[tuple[str, str], _Sums] = {}
    for section in _own_sections(lines):
        found[SECTION, section] = _Sums()
    for year in sorted(cells):
        planned = {(line, year, code): Flow(proposed=dong) for (line, code), dong in _planned(lines, year)}
        paid, plan = YearSums(lines, cells[year], year), YearSums(lines, planned, year)
        for key, flow, estimate in _parts(lines, paid, plan):
            sums = found.setdefault(key, _Sums())
            sums.ever.add(flow)
            if first <= year <= last:
                sums.now.add(flow)
                sums.planned += estimate.proposed
    origins = {each.id: each.origin_id for each in (*others, *(line for _, line in lines.tree.walk()))}
    rows = [
        _row(report, lines, part, _oldest(key, origins), key, sums, position)
        for ((part, key), sums), position in zip(found.items(), sequence(len(found)), strict=True)
    ]
    return tuple(row for row in rows if _has_money(row) or (row.part == SECTION and row.subject not in (LOST, WITHIN)))


def _planned(lines: LedgerLines, year: int) -> Iterable[tuple[tuple[str, str], int]]:
    return planned_cells(lines.budget, year).items()


def _parts(lines: LedgerLines, paid: YearSums, plan: YearSums) -> Iterable[tuple[tuple[str, str], Flow, Flow]]:
    rest, rest_planned = Flow(), Flow()
    rest.add(paid.flow())
    rest_planned.add(plan.flow())
    for key in (*_own_sections(lines), LOST):
        yield (SECTION, key), paid.flow(key), plan.flow(key)
        rest.add(paid.flow(key), -1)
        rest_planned.add(plan.flow(key), -1)
    yield (SECTION, WITHIN), rest, rest_planned
    for code in sorted({*paid.sources, *plan.sources}):
        yield (SOURCE, code), paid.flow("", code), plan.flow("", code)
    yield (ELSEWHERE, ""), paid.elsewhere, plan.elsewhere


def _own_sections(lines: LedgerLines) -> tuple[str, ...]:
    return tuple(line.id for line in lines.budget.addends() if lines.is_ours(line.id))


def _row(
    report: PeriodicReport, lines: LedgerLines, part: str, subject: str, key: str, sums: _Sums, position: str
) -> ReportMoney:
    label, text = _words(lines, part, key)
    return ReportMoney(
        id=derived_id(ReportMoney.entity, report.id, part, subject), report_id=report.id, position=position, part=part,
        subject=subject, label=label, text=text, planned=sums.planned, current=sums.now.current,
        committed=sums.now.bound, paid=sums.now.out, paid_total=sums.ever.out,
    )  # fmt: skip


def _words(lines: LedgerLines, part: str, key: str) -> tuple[str, str]:
    if part == ELSEWHERE:
        return "", "Kinh phí do cơ quan khác chủ trì (không cộng)"
    if part == SOURCE:
        names = {source.code: source.name for source in lines.budget.frame.sources}
        return "", names.get(key) or key or "Chưa ghi nguồn"
    if key == WITHIN:
        return "", "Khoản của văn phòng trong các mục do cơ quan khác chủ trì"
    if key == LOST:
        return "", "Mục chi không còn trong kế hoạch đang có hiệu lực"
    line = lines.tree.line(key)
    name = line_name(lines.tree, line)
    return name.removeprefix("mục ") if name.startswith("mục ") else "", shortened(line.text, 200)


def _oldest(key: str, origins: Mapping[str, str | None]) -> str:
    seen = {key}
    while (above := origins.get(key)) and above in origins and above not in seen:
        seen.add(above)
        key = above
    return key


def _has_money(row: ReportMoney) -> bool:
    return any((row.planned, row.current, row.committed, row.paid, row.paid_total))
