"""Small plans made by hand, whose figures can be added up on a napkin; money in đồng."""

from decimal import Decimal

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import ESTIMATE, Allocation, Line, allocation_id
from nscl_desktop.domain.changes import Change, updated
from nscl_desktop.domain.fields import Place, Value
from nscl_desktop.domain.plans import Measure, Period, Plan, Source
from nscl_desktop.domain.positions import sequence
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.statements import Statement

PLAN = "plan"
NSNN, DN = "nsnn", "dn"


class Sketch:
    """Builds a plan line by line; keys are readable ("I", "I.1")."""

    def __init__(self, year_from: int = 2022, year_to: int = 2025) -> None:
        self.records: list[Record] = [
            Plan(id=PLAN, code="THU-2022", title="Kế hoạch thử", year_from=year_from, year_to=year_to),
            Period(id="p", plan_id=PLAN, position="a0", year_from=year_from, year_to=year_to),
            Measure(id="m", plan_id=PLAN, position="a0", code="du_toan", name="Dự toán"),
            Source(id=NSNN, plan_id=PLAN, position="a0", code="NSNN", name="Ngân sách nhà nước"),
            Source(id=DN, plan_id=PLAN, position="a1", code="DN", name="Doanh nghiệp"),
        ]
        self._positions = iter(sequence(500))

    def line(self, key: str, parent: str = "", **fields: object) -> "Sketch":
        """A line, placed behind all made before."""
        made = Line(
            id=key,
            plan_id=PLAN,
            place=Place(parent, next(self._positions)),
            label=key.rsplit(".", maxsplit=1)[-1],
            text=f"Mục {key}",
        )
        for name, value in fields.items():
            object.__setattr__(made, name, value)
        self.records.append(made)
        return self

    def cell(
        self,
        key: str,
        year: int = 2022,
        source: str = NSNN,
        *,
        quantity: str | None = None,
        price: int | None = None,
        amount: int | None = None,
        measure: str = ESTIMATE,
    ) -> "Sketch":
        """A cell of a line."""
        self.records.append(
            Allocation(
                id=allocation_id(key, year, source, measure), line_id=key, year=year, source_id=source,
                quantity=None if quantity is None else Decimal(quantity), price=price, amount=amount, measure=measure,
            )
        )  # fmt: skip
        return self

    def add(self, record: Record) -> "Sketch":
        """Any other record."""
        self.records.append(record)
        return self

    def statement(self, key: str, value: int | None, **scope: object) -> "Sketch":
        """A stated figure; its place on paper is "Nơi" and the key, its order that of the keys."""
        made = Statement(id=key, plan_id=PLAN, position=key, where=f"Nơi {key}", value=value)
        for name, each in scope.items():
            object.__setattr__(made, name, each)
        return self.add(made)

    def budget(self) -> Budget:
        """The computed budget."""
        return Budget(Book(self.records), PLAN)


def edit(record: Record, **new: Value) -> Change:
    """The change that gives fields of a record other values."""
    made = updated(record, **new)
    assert made is not None
    return made


def apply(budget: Budget, *changes: Change | None) -> frozenset[str]:
    """Make changes and have the budget follow them; what it reports as touched."""
    made = [change for change in changes if change is not None]
    budget.book.apply(made)
    return budget.update(made)


def usual() -> Sketch:
    """I (I.1: 2 × 15 triệu in 2022; I.2: lump 7 triệu NSNN + 3 triệu DN in 2023), II (lump 5 triệu in 2022)."""
    return (
        Sketch()
        .line("I", kind="section")
        .line("I.1", "I", unit="Lớp", price=15_000_000)
        .cell("I.1", 2022, quantity="2")
        .line("I.2", "I")
        .cell("I.2", 2023, amount=7_000_000)
        .cell("I.2", 2023, DN, amount=3_000_000)
        .line("II", kind="section")
        .cell("II", 2022, amount=5_000_000)
    )


def whole() -> Sketch:
    """The usual plan with 1 đồng more in each of its years, so that only what a test asks for is reported."""
    sketch = usual().line("Z")
    for year in range(2022, 2026):
        sketch.cell("Z", year, amount=1)
    return sketch
