"""Plans on a desk for the tests of screens: the shipped samples and small plans made line by line."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget_lines import ITEM, SECTION, Allocation, Line, allocation_id
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Place
from nscl_desktop.domain.plans import DRAFT, Measure, Period, Plan, Source
from nscl_desktop.domain.records import Record
from nscl_desktop.exchange.plan_json import read_plan
from nscl_desktop.resource_files import resource_path
from nscl_desktop.services.workspace import PlanDesk


@dataclass
class Written:
    """The queue in front of a data file, as far as a screen can see it."""

    steps: list[ChangeSet] = field(default_factory=list)

    def submit(self, change_set: ChangeSet) -> None:
        self.steps.append(change_set)


@cache
def _sample(code: str) -> tuple[Record, ...]:
    return tuple(read_plan(resource_path("samples", f"{code}.json").read_text("utf-8")).records())


def sample_desk(code: str) -> PlanDesk:
    """One of the three source plans on the desk."""
    book = Book(_sample(code))
    plan = next(plan for plan in book.table(Plan).values() if plan.code == code)
    return PlanDesk(book, plan.id, Written())


def drafted(code: str) -> PlanDesk:
    """A source plan as it was before it was signed: every figure may still be typed."""
    return in_state(sample_desk(code), DRAFT)


def in_state(desk: PlanDesk, status: str) -> PlanDesk:
    """The same records with the plan in another state of its life, as a file may bring it."""
    records = [replace(each, status=status) if isinstance(each, Plan) else each for each in desk.book.records()]
    return PlanDesk(Book(records), desk.plan_id, Written())


def small_plan(
    *lines: Record, years: tuple[int, int] = (2022, 2023), sources: tuple[str, ...] = ("NSNN", "DN")
) -> PlanDesk:
    """A draft of some years and sources (keys = codes) with these lines and cells."""
    records: list[Record] = [
        Plan(id="p", code="P-1", title="Kế hoạch thử", year_from=years[0], year_to=years[1]),
        Period(id="g", plan_id="p", position="a0", year_from=years[0], year_to=years[1]),
        Measure(id="m", plan_id="p", position="a0", code="du_toan", name="Dự toán"),
        *(
            Source(id=code, plan_id="p", position=f"a{index}", code=code, name=code)
            for index, code in enumerate(sources)
        ),
        *lines,
    ]
    return PlanDesk(Book(records), "p", Written())


def section(key: str, label: str, text: str = "", *, at: str = "a0", **values: object) -> Line:
    """A line of the top level."""
    return _line(key, label, text, "", at, SECTION, values)


def item(key: str, parent: str, label: str, text: str = "", *, at: str = "a0", **values: object) -> Line:
    """A line below another."""
    return _line(key, label, text, parent, at, str(values.pop("kind", ITEM)), values)


def cell(
    line: str,
    year: int,
    source: str = "NSNN",
    *,
    quantity: str | None = None,
    price: int | None = None,
    amount: int | None = None,
    text: str = "",
    formula: str = "",
) -> Allocation:
    """What is entered on a line for a year and source."""
    return Allocation(
        id=allocation_id(line, year, source), line_id=line, year=year, source_id=source,
        quantity=None if quantity is None else Decimal(quantity), price=price, amount=amount, text=text,
        formula=formula,
    )  # fmt: skip


def _line(key: str, label: str, text: str, parent: str, at: str, kind: str, values: dict[str, object]) -> Line:
    given = {"label": label, "text": text, "place": Place(parent, at), "kind": kind, **values}
    return Line(id=key, plan_id="p", **given)  # type: ignore[arg-type]  # test data


def texts(desk: PlanDesk) -> list[str]:
    """All line texts in printed order."""
    return [line.text for _, line in desk.budget.tree.walk()]


def refused(act: Callable[[], object]) -> str:
    """The sentence with which something is refused."""
    with pytest.raises(InputError) as error:
        act()
    return error.value.sentence
