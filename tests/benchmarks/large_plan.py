"""A plan larger than any office has: 2,000 lines in three levels × 10 years × 3 sources, made the same every time."""

from decimal import Decimal

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget_lines import ITEM, SECTION, Allocation, Line, allocation_id
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.fields import Place
from nscl_desktop.domain.plans import Measure, Period, Plan, Source
from nscl_desktop.domain.positions import between
from nscl_desktop.domain.records import Record
from nscl_desktop.services.workspace import PlanDesk

SECTIONS, ITEMS, PARTS = 20, 9, 10  # 20 × (1 + 9 × (1 + 10)) = 2,000 lines
YEARS = range(2021, 2031)
SOURCES = ("NSNN", "DN", "KHAC")


class Nowhere:
    """A queue that forgets."""

    def submit(self, change_set: ChangeSet) -> None:
        """Take a step and do nothing."""


def large_desk() -> PlanDesk:
    """The plan on the desk."""
    return PlanDesk(Book(_records()), "p", Nowhere())


def _records() -> list[Record]:
    records: list[Record] = [
        Plan(id="p", code="LON", title="Kế hoạch lớn", province="Thử", year_from=2021, year_to=2030),
        Period(id="g", plan_id="p", position="a0", year_from=2021, year_to=2030),
        Measure(id="m", plan_id="p", position="a0", code="du_toan", name="Dự toán"),
        *(Source(id=code, plan_id="p", position=f"a{at}", code=code, name=code) for at, code in enumerate(SOURCES)),
    ]
    position: str | None = None
    for section in range(SECTIONS):
        position = between(position, None)
        top = _line(f"{section}", "", position, SECTION, f"Mục lớn số {section + 1} về năng suất, chất lượng")
        records.append(top)
        below: str | None = None
        for item in range(ITEMS):
            below = between(below, None)
            middle = _line(f"{section}.{item}", top.id, below, ITEM, f"Hỗ trợ doanh nghiệp nội dung {item + 1}")
            records.append(middle)
            last: str | None = None
            for part in range(PARTS):
                last = between(last, None)
                name = f"Phần việc {part + 1}"
                leaf = _line(f"{section}.{item}.{part}", middle.id, last, ITEM, name, 1_000_000 + part)
                records.append(leaf)
                records += [_cell(leaf.id, year, source) for year in YEARS for source in SOURCES]
    return records


def _line(key: str, parent: str, position: str, kind: str, text: str, price: int | None = None) -> Line:
    label = str(int(key.rsplit(".", 1)[-1]) + 1)
    return Line(
        id=key, plan_id="p", place=Place(parent, position), kind=kind, label=label, text=text, price=price,
        unit="lần" if price else "",
    )  # fmt: skip


def _cell(line_id: str, year: int, source: str) -> Allocation:
    key = allocation_id(line_id, year, source)
    return Allocation(id=key, line_id=line_id, year=year, source_id=source, quantity=Decimal(2))
