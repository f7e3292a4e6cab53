"""A small plan for tests of storage: one section, one item with cells of two years, and what belongs to them."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from nscl_desktop.domain.budget_lines import Allocation, Line, allocation_id
from nscl_desktop.domain.changes import Change, ChangeSet, change_set, inserted
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.fields import Place
from nscl_desktop.domain.plans import Plan, Source
from nscl_desktop.domain.records import Record, new_id
from nscl_desktop.domain.targets import Target, TargetLink
from nscl_desktop.storage.opening import open_store
from nscl_desktop.storage.store import Store

WHO = {"who": "Nguyễn Thị Ánh", "machine": "MAY-01"}


@dataclass(frozen=True)
class SmallPlan:
    """The records of the plan, owners first."""

    agency: Agency
    plan: Plan
    source: Source
    section: Line
    item: Line
    cells: tuple[Allocation, ...]
    target: Target
    link: TargetLink

    @property
    def records(self) -> tuple[Record, ...]:
        return (
            self.agency, self.plan, self.source, self.section, self.item, *self.cells, self.target, self.link,
        )  # fmt: skip

    @property
    def adding(self) -> ChangeSet:
        return change_set("Thêm kế hoạch", map(inserted, self.records), self.plan.id)


def small_plan(code: str = "BD-2021-2030") -> SmallPlan:
    agency = Agency(id=new_id(), name="Sở Khoa học và Công nghệ")
    plan = Plan(
        id=new_id(), code=code, title="Kế hoạch năng suất chất lượng", legal_bases=("Quyết định 1322/QĐ-TTg", "b")
    )
    source = Source(id=new_id(), plan_id=plan.id, code="NSNN", name="Ngân sách nhà nước")
    section = Line(id=new_id(), plan_id=plan.id, place=Place("", "a0"), kind="section", label="I")
    item = Line(id=new_id(), plan_id=plan.id, place=Place(section.id, "a0"), price=1_500_000, lead_id=agency.id)
    cells = tuple(
        Allocation(
            id=allocation_id(item.id, year, source.id), line_id=item.id, year=year, source_id=source.id,
            quantity=Decimal("2.50"),
        )
        for year in (2021, 2022)
    )  # fmt: skip
    target = Target(id=new_id(), plan_id=plan.id, text="doanh nghiệp được hỗ trợ")
    link = TargetLink(id=new_id(), target_id=target.id, line_id=item.id)
    return SmallPlan(agency, plan, source, section, item, cells, target, link)


def one(*changes: Change | None) -> ChangeSet:
    return change_set("Sửa", changes)


def file_with_a_plan(path: Path) -> SmallPlan:
    """A data file on disk, closed again, that holds the small plan."""
    made = small_plan()
    store: Store = open_store(path)
    store.apply(made.adding, **WHO)
    store.close()
    return made
