"""The tables of a periodic report on paper: targets, money by section and by source, lists; sums are formulas."""

from collections.abc import Sequence

from nscl_desktop.domain.appendix import Align, Area, Cell, Column, HeaderCell, Ratio, Row, RowKind, Sum, Table
from nscl_desktop.domain.counting import promise_words, rounded
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.periodic_reports import ELSEWHERE, SECTION, SOURCE, ReportFigure, ReportMoney
from nscl_desktop.domain.report_figures import money_total, reached, share, shown, stands
from nscl_desktop.domain.report_lists import FIGURES, HEADINGS
from nscl_desktop.domain.targets import Target

_CENTRE, _RIGHT = Align.CENTER, Align.RIGHT
_AMOUNTS = ("planned", "current", "committed", "paid", "paid_total", "estimate")
_PAID, _CURRENT = 5, 3
_MONEY_TITLES = (
    "STT", "Nội dung", "Theo kế hoạch", "Được giao", "Cam kết", "Đã chi", "Lũy kế đã chi", "Ước cả năm",
    "Đã chi so với được giao",
)  # fmt: skip
_LIST_WIDTHS = {
    "dossiers": (9, 42, 24, 38, 17, 29, 26), "courses": (9, 52, 24, 26, 28, 12, 13, 11),
    "prizes": (9, 42, 28, 14, 26, 28, 28),
}  # fmt: skip


def targets_table(figures: Sequence[ReportFigure]) -> Table:
    """What was planned, done in the time and since the start; a ratio divides the sum by the target."""
    rows = tuple(
        Row((
            Cell(str(at)), Cell(each.text), Cell(each.unit), Cell(promised(each)), _number(each.done),
            _number(each.total), _number(each.estimate), _share(each), Cell(_judged(each)),
        ))
        for at, each in enumerate(figures, 1)
    )  # fmt: skip
    titles = (
        "STT", "Mục tiêu", "Đơn vị tính", "Kế hoạch", "Thực hiện trong kỳ", "Lũy kế", "Ước cả năm",
        "Lũy kế so với kế hoạch", "Đánh giá",
    )  # fmt: skip
    columns = (
        Column(9, _CENTRE), Column(48), Column(18), Column(17, _RIGHT), Column(15, _RIGHT), Column(13, _RIGHT),
        Column(13, _RIGHT), Column(16, _RIGHT, 1), Column(20),
    )  # fmt: skip
    return Table(columns, _header(*titles), rows, title="Kết quả thực hiện mục tiêu")


def money_table(money: Sequence[ReportMoney], part: str, at: int) -> Table:
    """Money by section or by source in triệu đồng; ``at`` is which of the document's tables it is.

    What other agencies lead stands below the total of the sections and is not in it.
    """
    own = [each for each in money if each.part == part]
    count = len(own)
    rows = [Row(_money_cells(each, each.label or str(row + 1), at, row)) for row, each in enumerate(own)]
    total = money_total(money, part)
    sums = [
        Cell(amount=getattr(total, name), formula=Sum((Area(at, 0, column, count - 1, column),)) if count else None)
        for column, name in enumerate(_AMOUNTS[:5], 2)
    ]
    estimate = Cell(amount=total.estimate, formula=Sum((Area(at, 0, 7, count - 1, 7),))) if total.estimate else Cell()
    cells = (Cell(""), Cell("Tổng cộng", align=_CENTRE), *sums, estimate, _paid_share(total, at, count))
    rows.append(Row(cells, RowKind.TOTAL))
    if part == SECTION:
        others = [each for each in money if each.part == ELSEWHERE]
        rows += [Row(_money_cells(each, "", at, count + 1 + row)) for row, each in enumerate(others)]
    columns = (Column(10, _CENTRE), Column(40), *(Column(18, _RIGHT) for _ in _AMOUNTS), Column(17, _RIGHT, 1))
    what = "Nguồn kinh phí" if part == SOURCE else "Nội dung"
    titles = tuple(what if title == "Nội dung" else title for title in _MONEY_TITLES)
    return Table(columns, _header(*titles), tuple(rows), unit=MoneyUnit.TRIEU, title=f"Kinh phí theo {what.lower()}")


def list_table(name: str, rows: Sequence[Sequence[str]], title: str) -> Table:
    """A list as it stands."""
    columns = tuple(
        Column(width, _RIGHT if at in FIGURES[name] else _CENTRE if at == 0 else Align.LEFT)
        for at, width in enumerate(_LIST_WIDTHS[name])
    )
    return Table(columns, _header(*HEADINGS[name]), tuple(Row(tuple(map(Cell, row))) for row in rows), title=title)


def _money_cells(each: ReportMoney, number: str, at: int, row: int) -> tuple[Cell, ...]:
    amounts = (Cell(amount=getattr(each, name)) for name in _AMOUNTS)
    return Cell(number), Cell(each.text), *amounts, _paid_share(each, at, row)


def _paid_share(each: ReportMoney, at: int, row: int) -> Cell:
    found = share(each.paid or 0, each.current or 0)
    if found is None:
        return Cell("–", align=_CENTRE)
    formula = Ratio(Area(at, row, _PAID, row, _PAID), Area(at, row, _CURRENT, row, _CURRENT))
    return Cell(percent=rounded(found), formula=formula)


def _share(figure: ReportFigure) -> Cell:
    found = reached(figure)
    return Cell("–", align=_CENTRE) if found is None else Cell(percent=rounded(found))


def _number(value: object) -> Cell:
    return Cell(shown(value)) if value is not None else Cell("")  # type: ignore[arg-type]  # Decimal or nothing


def promised(figure: ReportFigure) -> str:
    """“ít nhất 600”, “30 - 35”."""
    target = Target(id=figure.id, plan_id="", value=figure.planned, comparison=figure.comparison)
    to = f" - {shown(figure.planned_to)}" if figure.planned_to is not None else ""
    return promise_words(target, f"{shown(figure.planned)}{to}")


def _judged(figure: ReportFigure) -> str:
    if figure.total is None:
        return figure.reason
    part = f" ({shown(figure.part)}/{shown(figure.whole)} {figure.divided_by})" if figure.whole else ""
    return f"{stands(figure).value}{part}"


def _header(*titles: str) -> tuple[tuple[HeaderCell, ...], ...]:
    return (tuple(map(HeaderCell, titles)),)
