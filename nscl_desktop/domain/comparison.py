"""Two plans side by side: what a điều chỉnh changed, or how a year's plan departs from its period plan. Whole đồng."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from nscl_desktop.domain.appendix import Align, AppendixDoc, Cell, Column, HeaderCell, Heading, Row, RowKind, Table
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import COMPONENT, EXPLANATION, Line
from nscl_desktop.domain.matching_lines import matching_lines
from nscl_desktop.domain.money import MoneyUnit

_TEXT_FIELDS = ("label", "text", "unit", "schedule", "partners", "note", "lead_id", "lead_text", "price")

_Figures = dict[tuple[str, int, str], tuple[int | None, Decimal | None]]
"""By measure, year and source code: đồng of the line with all below it, and units entered on it."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One line in both plans; ``None`` on a side means that the line, or its money, is not there.

    ``shifted``: figures stand in other years or sources than before, even if their sum is the same.
    """

    before: Line | None
    after: Line | None
    depth: int
    amount_before: int | None
    amount_after: int | None
    shifted: bool = False

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
        """Whether money, its years and sources, quantities, wording, unit, price or presence differ."""
        if self.before is None or self.after is None or self.amount_before != self.amount_after or self.shifted:
            return True
        return any(getattr(self.before, name) != getattr(self.after, name) for name in _TEXT_FIELDS)


def compare_plans(before: Budget, after: Budget, years: Collection[int] | None = None) -> tuple[Difference, ...]:
    """Every line of both plans in the order of the newer one, removed lines behind their former neighbours.

    Lines are the same when one was copied from the other or both from a third. ``years`` limits the figures compared;
    lines of the older plan that have none in these years are then no removed lines, and are left out.
    """
    return tuple(_Comparison(before, after, years).differences())


class _Comparison:
    """One pass through both trees."""

    def __init__(self, before: Budget, after: Budget, years: Collection[int] | None) -> None:
        self._before, self._after, self._years = before, after, years
        self._old_of = matching_lines(before, after)
        self._new_of = {old.id: key for key, old in self._old_of.items()}

    def differences(self) -> Iterator[Difference]:
        """The lines of both, from the top."""
        return self._level("", "", 0)

    def _level(self, new_parent: str, old_parent: str | None, depth: int) -> Iterator[Difference]:
        """Lines below a line of the newer plan, and the removed ones below its counterpart in the older plan."""
        removed = self._removed_behind(old_parent) if old_parent is not None else {}
        yield from self._gone(removed.pop("", ()), depth)
        here = {line.id for line in self._after.tree.children(new_parent)}
        for key in [key for key in removed if key not in here]:  # their neighbours were moved elsewhere
            yield from self._gone(removed.pop(key), depth)
        for line in self._after.tree.children(new_parent):
            old = self._old_of.get(line.id)
            yield self._difference(old, line, depth)
            yield from self._level(line.id, old.id if old else None, depth + 1)
            yield from self._gone(removed.get(line.id, ()), depth)

    def _removed_behind(self, old_parent: str) -> dict[str, list[Line]]:
        """Removed lines by the kept line that they stood behind; "" for those before any kept one."""
        found: dict[str, list[Line]] = {}
        neighbour = ""
        for line in self._before.tree.children(old_parent):
            if line.id in self._new_of:
                neighbour = self._new_of[line.id]
            else:
                found.setdefault(neighbour, []).append(line)
        return found

    def _gone(self, lines: Collection[Line], depth: int) -> Iterator[Difference]:
        """Removed lines with all that was removed below them."""
        for line in lines:
            if line.id not in self._new_of and (self._years is None or self._total(self._before, line) is not None):
                yield self._difference(line, None, depth)
            yield from self._gone(self._before.tree.children(line.id), depth + 1)

    def _difference(self, old: Line | None, new: Line | None, depth: int) -> Difference:
        return Difference(
            old, new, depth,
            self._total(self._before, old) if old else None, self._total(self._after, new) if new else None,
            bool(old and new and self._figures(self._before, old) != self._figures(self._after, new)),
        )  # fmt: skip

    def _total(self, budget: Budget, line: Line) -> int | None:
        return budget.total(line.id, years=self._years)

    def _figures(self, budget: Budget, line: Line) -> _Figures:
        codes = {source.id: source.code for source in budget.frame.sources}
        units = {(each.measure, each.year, each.source_id): each.quantity for each in budget.allocations(line.id)}
        amounts = budget.cells(line.id)
        return {
            (measure, year, codes.get(source, source)): (
                amounts.get((measure, year, source)),
                units.get((measure, year, source)),
            )
            for measure, year, source in {*amounts, *units}
            if self._years is None or year in self._years
        }


def comparison_appendix(
    before: Budget,
    after: Budget,
    differences: Collection[Difference],
    *,
    unit: MoneyUnit,
    years: Collection[int] | None = None,
) -> AppendixDoc:
    """The table trước / sau / tăng / giảm that goes with a tờ trình, as a document any writer prints.

    ``years`` are those that the differences were made for: the total is of the same years.
    """
    shown = [each for each in differences if each.changed and each.line.kind not in (COMPONENT, EXPLANATION)]
    rows = [_row(each) for each in shown]
    old, new = before.total(years=years) or 0, after.total(years=years) or 0
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
