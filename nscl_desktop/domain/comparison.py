"""Two plans side by side: what a điều chỉnh changed, or how a year's plan departs from its period plan. Whole đồng."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from nscl_desktop.domain.appendix import Align, AppendixDoc, Cell, Column, HeaderCell, Heading, Row, RowKind, Table
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import COMPONENT, EXPLANATION, Line
from nscl_desktop.domain.money import MoneyUnit

_TEXT_FIELDS = ("label", "text", "unit", "schedule", "partners", "note", "lead_text", "price")


@dataclass(frozen=True, slots=True)
class Difference:
    """One line in both plans; ``None`` on a side means that the line, or its money, is not there."""

    before: Line | None
    after: Line | None
    depth: int
    amount_before: int | None
    amount_after: int | None

    @property
    def line(self) -> Line:
        """The newer of the two lines, for label and text."""
        line = self.after or self.before
        assert line is not None  # noqa: S101 - one side is always there by construction
        return line

    @property
    def increase(self) -> int:
        """Đồng more than before."""
        return max((self.amount_after or 0) - (self.amount_before or 0), 0)

    @property
    def decrease(self) -> int:
        """Đồng less than before."""
        return max((self.amount_before or 0) - (self.amount_after or 0), 0)

    @property
    def changed(self) -> bool:
        """Whether money, wording, unit, price or presence differ."""
        if self.before is None or self.after is None or self.amount_before != self.amount_after:
            return True
        return any(getattr(self.before, name) != getattr(self.after, name) for name in _TEXT_FIELDS)


def compare_plans(before: Budget, after: Budget, years: Collection[int] | None = None) -> tuple[Difference, ...]:
    """Every line of both plans in the order of the newer one, removed lines behind their former neighbours.

    Lines are the same when one was copied from the other or both from a third; ``years`` limits the money compared.
    """
    partner = _partners(before, after)
    taken = {line.id for line in partner.values()}
    return tuple(_walk(before, after, partner, taken, years))


def _partners(before: Budget, after: Budget) -> dict[str, Line]:
    """For each line of ``after``, the line of ``before`` that it corresponds to."""
    old = {line.id: line for _, line in before.tree.walk()}
    by_origin = {line.origin_id: line for line in old.values() if line.origin_id}
    found: dict[str, Line] = {}
    for _, line in after.tree.walk():
        match = old.get(line.id) or old.get(line.origin_id or "") or by_origin.get(line.id)
        match = match or (by_origin.get(line.origin_id) if line.origin_id else None)
        if match is not None:
            found[line.id] = match
    return found


def _walk(
    before: Budget, after: Budget, partner: dict[str, Line], taken: set[str], years: Collection[int] | None
) -> Iterator[Difference]:
    for depth, line in after.tree.walk():
        old = partner.get(line.id)
        amount_before = before.total(old.id, years=years) if old else None
        yield Difference(old, line, depth, amount_before, after.total(line.id, years=years))
    for depth, line in before.tree.walk():
        if line.id not in taken:
            yield Difference(line, None, depth, before.total(line.id, years=years), None)


def comparison_appendix(
    before: Budget, after: Budget, differences: Collection[Difference], *, unit: MoneyUnit
) -> AppendixDoc:
    """The table trước / sau / tăng / giảm that goes with a tờ trình, as a document any writer prints."""
    shown = [each for each in differences if each.changed and each.line.kind not in (COMPONENT, EXPLANATION)]
    rows = [_row(each) for each in shown]
    old, new = before.total() or 0, after.total() or 0
    total = (Cell(), Cell(text="Tổng cộng", bold=True), *_money(old, new))
    columns = (
        Column(12, Align.CENTER), Column(110), *(Column(32, Align.RIGHT) for _ in range(4)),
    )  # fmt: skip
    titles = ("TT", "Nội dung", "Trước điều chỉnh", "Sau điều chỉnh", "Tăng", "Giảm")
    table = Table(
        columns=columns,
        header=(tuple(HeaderCell(title) for title in titles),),
        rows=(*rows, Row(total, RowKind.TOTAL)),
        unit=unit,
        title="Bảng so sánh",
    )
    names = f"{before.frame.plan.code} và {after.frame.plan.code}"
    heading = Heading(
        "Phụ lục", f"BẢNG SO SÁNH DỰ TOÁN TRƯỚC VÀ SAU ĐIỀU CHỈNH\n({names}; đơn vị tính: {unit.label})", ""
    )
    return AppendixDoc(heading=heading, blocks=(table,), landscape=True)


def _row(difference: Difference) -> Row:
    line = difference.line
    state = "" if difference.before and difference.after else " (bổ sung)" if difference.after else " (bỏ)"
    kind = RowKind.SECTION if line.kind == "section" else RowKind.ITEM
    bold = kind is RowKind.SECTION
    money = _money(difference.amount_before, difference.amount_after, bold=bold)
    cells = (Cell(text=line.label, bold=bold), Cell(text=line.text + state, bold=bold), *money)
    return Row(cells, kind, difference.depth, line.id)


def _money(old: int | None, new: int | None, *, bold: bool = True) -> tuple[Cell, ...]:
    change = (new or 0) - (old or 0)
    return (
        Cell(amount=old, bold=bold),
        Cell(amount=new, bold=bold),
        Cell(amount=change if change > 0 else None, bold=bold),
        Cell(amount=-change if change < 0 else None, bold=bold),
    )
