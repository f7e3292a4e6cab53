"""Two plans side by side: trước, sau, tăng, giảm; on screen and as the table that goes with a tờ trình."""

from collections.abc import Sequence
from dataclasses import dataclass

from nscl_desktop.domain.appendix import AppendixDoc
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.comparison import Difference, compare_plans, comparison_appendix
from nscl_desktop.domain.money import MoneyUnit, format_amount
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.plans import ADJUSTMENT, Plan
from nscl_desktop.presenters.grid_columns import plan_years
from nscl_desktop.presenters.plan_list import years_text


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One line as it is shown."""

    label: str
    text: str
    depth: int
    before: str
    after: str
    increase: str
    decrease: str
    state: str
    """What happened to it in a word ("Thêm", "Bỏ", "Sửa chữ"), or empty where the amount tells it or nothing did."""


class PlanComparison:
    """What changed from one plan to another, in one unit."""

    def __init__(self, before: Budget, after: Budget, unit: MoneyUnit = MoneyUnit.DONG) -> None:
        self._before, self._after, self._unit = before, after, unit
        self._years = plan_years(after) if _is_year_of(before, after) else None
        self._differences = compare_plans(before, after, self._years)

    def rows(self, *, only_changed: bool) -> Sequence[ComparedRow]:
        """All lines of both plans, or those that differ."""
        return [self._row(each) for each in self._differences if each.changed or not only_changed]

    def summary(self) -> str:
        """How many lines differ and what the total does."""
        changed = sum(each.changed for each in self._differences)
        old, new = self._before.total(years=self._years) or 0, self._after.total(years=self._years) or 0
        if not changed:
            return "Hai kế hoạch giống nhau ở mọi dòng."
        money = f"{self._money(old)} → {self._money(new)} {self._unit.label}"
        way = "không đổi" if old == new else f"{'tăng' if new > old else 'giảm'} {self._money(abs(new - old))}"
        return f"{changed} dòng khác nhau; tổng {money} ({way})."

    def document(self) -> AppendixDoc:
        """The table for print."""
        return comparison_appendix(self._before, self._after, self._differences, unit=self._unit, years=self._years)

    def _row(self, each: Difference) -> ComparedRow:
        state = "" if each.before and each.after else "Thêm" if each.after else "Bỏ"
        if not state and each.changed and each.amount_before == each.amount_after:
            state = "Đổi số liệu" if each.shifted else "Sửa chữ"
        return ComparedRow(
            each.line.label, each.line.text, each.depth,
            self._shown(each.amount_before), self._shown(each.amount_after),
            self._money(each.increase) if each.increase else "", self._money(each.decrease) if each.decrease else "",
            state,
        )  # fmt: skip

    def _shown(self, amount: int | None) -> str:
        return "" if amount is None else self._money(amount)

    def _money(self, amount: int) -> str:
        return format_amount(amount, self._unit)


def comparable(rows: Sequence[PlanRow], plan: Plan) -> Sequence[tuple[str, str]]:
    """(key, words) of the plans to compare with: the one it adjusts or comes from first, then its period plan."""
    nearest = [plan.origin_id, plan.period_plan_id]
    others = [row for row in rows if row.id != plan.id]
    others.sort(key=lambda row: (row.id not in nearest, row.province != plan.province, row.code))
    words = {True: "bản trước", False: "nguồn"}
    return [
        (
            row.id,
            f"{row.code} · {row.province} {years_text(row.year_from, row.year_to)}"
            + (f" ({words[plan.origin_kind == ADJUSTMENT]})" if row.id == plan.origin_id else "")
            + (" (giai đoạn)" if row.id == plan.period_plan_id and row.id != plan.origin_id else ""),
        )
        for row in others
    ]


def _is_year_of(before: Budget, after: Budget) -> bool:
    return after.frame.plan.period_plan_id == before.frame.plan_id
