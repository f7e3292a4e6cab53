"""The list of plans at the left: search without dấu, order, and what each entry says at a glance."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from nscl_desktop.domain.money import MoneyUnit, format_amount
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.plans import STATUSES, Plan
from nscl_desktop.domain.sorting import sort_key
from nscl_desktop.domain.text import rank


class Order(StrEnum):
    """How the list is sorted."""

    NEWEST = "newest"
    NAME = "name"
    STATUS = "status"
    TOTAL = "total"


ORDERS = (
    (Order.NEWEST, "Năm mới trước"),
    (Order.NAME, "Theo tỉnh, thành phố"),
    (Order.STATUS, "Theo trạng thái"),
    (Order.TOTAL, "Kinh phí lớn trước"),
)
_STATUS_ORDER = {status: index for index, (status, _) in enumerate(STATUSES)}


@dataclass(frozen=True, slots=True)
class Entry:
    """One plan in the list."""

    plan_id: str
    name: str
    document: str
    status: str
    status_words: str
    total: str
    spoken: str


class PlanList:
    """All plans of the file, filtered and sorted."""

    def __init__(self) -> None:
        self.query = ""
        self.order = Order.NEWEST
        self._rows: tuple[PlanRow, ...] = ()
        self._totals: dict[str, int] = {}

    def load(self, rows: Sequence[PlanRow]) -> None:
        """Take the plans of the file as they are now; totals keep their last figure."""
        self._rows = tuple(rows)

    def take_totals(self, totals: Mapping[str, int]) -> None:
        """Take totals in đồng by plan key; those that are not given stay."""
        self._totals.update(totals)

    def replace(self, plan: Plan, total: int | None) -> bool:
        """Show one plan as it is now on the desk; whether the list looks different."""
        before = self.entries()
        row = PlanRow(**{field.name: getattr(plan, field.name) for field in dataclasses.fields(PlanRow)})
        self._rows = tuple(row if each.id == plan.id else each for each in self._rows)
        self._totals[plan.id] = total or 0  # a plan whose last figure was deleted
        return self.entries() != before

    @property
    def is_empty(self) -> bool:
        """Whether the file has no plan at all."""
        return not self._rows

    def entries(self) -> tuple[Entry, ...]:
        """What the list shows: best answers first while something is sought, else in the chosen order."""
        found = [(score, row) for row in self._rows if (score := self._score(row)) is not None]
        found.sort(key=lambda pair: (pair[0] if self.query.strip() else 0, *self._key(pair[1])))
        return tuple(self._entry(row) for _, row in found)

    def codes(self) -> tuple[str, ...]:
        """Codes that are taken."""
        return tuple(row.code for row in self._rows)

    def _score(self, row: PlanRow) -> int | None:
        texts = (_name(row), row.title, row.number, row.code, dict(STATUSES).get(row.status, ""))
        scores = [score for score in (rank(self.query, text) for text in texts if text) if score is not None]
        return min(scores) if scores else None

    def _key(self, row: PlanRow) -> tuple[object, ...]:
        name = (sort_key(_name(row)), row.version, row.id)
        newest = (-(row.year_to or 0), -(row.year_from or 0), *name)
        if self.order is Order.NAME:
            return name
        if self.order is Order.STATUS:
            return (_STATUS_ORDER.get(row.status, 9), *newest)
        if self.order is Order.TOTAL:
            return (-self._totals.get(row.id, 0), *newest)
        return newest

    def _entry(self, row: PlanRow) -> Entry:
        total = self._totals.get(row.id)
        amount = "" if total is None else format_amount(total, MoneyUnit.TRIEU, 1).removesuffix(",0")
        words = dict(STATUSES).get(row.status, row.status)
        document = f"…{row.number}" if row.number.startswith("/") else row.number or "Chưa có số"
        if row.version > 1:
            document += f" · điều chỉnh lần {row.version - 1}"
        name = _name(row)
        spoken = ", ".join(filter(None, (name, document, words, amount and f"{amount} triệu đồng")))
        return Entry(row.id, name, document, row.status, words, amount, spoken)


def _name(row: PlanRow) -> str:
    return " ".join(filter(None, (row.province, years_text(row.year_from, row.year_to)))) or row.title or row.code


def years_text(first: int | None, last: int | None) -> str:
    """"2021" or "2021-2025"; empty while no year is known."""
    if first is None or last is None or first == last:
        return str(first or last or "")
    return f"{first}-{last}"
