"""Random books of all kinds of records, as the program could hold them."""

import dataclasses
from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeVar

from hypothesis import strategies as st

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget_lines import Allocation, Line, allocation_id
from nscl_desktop.domain.directory import Agency, SalaryBase
from nscl_desktop.domain.fields import FieldSpec, Kind, Place
from nscl_desktop.domain.plans import Attachment, Correction, Measure, Period, Plan, Signer, Source, TextBlock
from nscl_desktop.domain.positions import sequence
from nscl_desktop.domain.records import Record, derived_id, fields_of
from nscl_desktop.domain.statements import Footnote, Statement, Waiver
from nscl_desktop.domain.targets import Obligation, Target, TargetLink, Task, TaskLink
from nscl_desktop.domain.text import nfc

RecordT = TypeVar("RecordT", bound=Record)
DrawFn = Callable[[st.SearchStrategy[Any]], Any]  # Any: hypothesis draws what the strategy makes

KEYS = st.uuids().map(str)
LONG_TEXT = st.text(alphabet='aăđẾộ01"\\/\n\t{}[] ', max_size=12).map(nfc)
TEXT = LONG_TEXT.map(lambda text: " ".join(text.split()))
RANGES = {"year": (1900, 2199), "month": (1, 12), "day": (1, 31)}


def field_values(spec: FieldSpec) -> st.SearchStrategy[Any]:
    """What a field of its own can hold; references and order are made by the book."""
    least, most = RANGES.get(spec.name.split("_", maxsplit=1)[0], (0, 10**15))
    made: dict[Kind, st.SearchStrategy[Any]] = {
        Kind.TEXT: TEXT.filter(bool) if spec.required else TEXT,
        Kind.LONG_TEXT: LONG_TEXT,
        Kind.LINES: st.lists(TEXT.filter(bool), max_size=3).map(tuple),
        Kind.MONEY: st.none() | st.integers(0, 10**15),
        Kind.NUMBER: st.none() | st.decimals(Decimal(0), Decimal(10**9), places=3),
        Kind.INTEGER: st.integers(least, most),
        Kind.DATE: st.sampled_from(["", "2021", "2021-08", "2024-02-29"]),
        Kind.FLAG: st.booleans(),
        Kind.CHOICE: st.sampled_from([value for value, _ in spec.choices] or [""]),
    }
    return made.get(spec.kind, st.none())


class BookMaker:
    """Draws one book; every agency in it is named by a statement, because others do not go into a plan file."""

    def __init__(self, draw: DrawFn) -> None:
        self.draw = draw
        self.records: list[Record] = []
        self.taken: set[str] = set()

    def key(self) -> str:
        key: str = self.draw(KEYS.filter(lambda key: key not in self.taken))
        self.taken.add(key)
        return key

    def one(self, record_type: type[RecordT], **given: object) -> RecordT:
        values = {
            spec.name: self.draw(field_values(spec))
            for spec in fields_of(record_type)
            if spec.kind not in {Kind.KEY, Kind.REF, Kind.PLACE, Kind.POSITION} and spec.name not in given
        }
        record = record_type(**{"id": "", **values, **given})
        self.records.append(record if record.id else dataclasses.replace(record, id=self.key()))
        made = self.records[-1]
        assert isinstance(made, record_type)
        return made

    def several(self, record_type: type[RecordT], most: int = 2, least: int = 0, **given: object) -> list[RecordT]:
        positions = sequence(self.draw(st.integers(least, most)))
        return [self.one(record_type, position=position, **given) for position in positions]

    def maybe(self, records: list[RecordT]) -> str | None:
        return self.draw(st.sampled_from([None, *(record.id for record in records)])) if records else None

    def lines(self, plan: Plan, parent: str, depth: int, periods: list[Period], agencies: list[Agency]) -> None:
        for position in sequence(self.draw(st.integers(0, 3 - depth))):
            earlier = [record for record in self.records if isinstance(record, Line)]
            line = self.one(
                Line,
                plan_id=plan.id,
                place=Place(parent, position),
                period_id=self.maybe(periods),
                lead_id=self.maybe(agencies),
                origin_id=self.draw(st.none() | KEYS | st.just(self.maybe(earlier))),
            )
            self.lines(plan, line.id, depth + 1, periods, agencies)

    def cells_and_links(self, owner: str, record_type: type[TargetLink | TaskLink], lines: list[Line]) -> None:
        for line in lines:
            if self.draw(st.booleans()):
                name = "target_id" if record_type is TargetLink else "task_id"
                key = derived_id(record_type.entity, owner, line.id)
                self.one(record_type, id=key, line_id=line.id, **{name: owner})

    def book(self) -> Book:
        agencies = [self.one(Agency) for _ in range(self.draw(st.integers(0, 2)))]
        if len(agencies) == 2:
            self.records[1] = agencies[1] = dataclasses.replace(agencies[1], succeeded_by=agencies[0].id)
        for _ in range(self.draw(st.integers(0, 2))):
            self.one(SalaryBase)
        plan = self.one(Plan, period_plan_id=self.draw(st.none() | KEYS), origin_id=self.draw(st.none() | KEYS))
        periods = self.several(Period, plan_id=plan.id)
        sources = self.several(Source, least=1, plan_id=plan.id)
        for record_type in (Measure, Signer, TextBlock, Correction, Attachment, Obligation, Footnote):
            self.several(record_type, plan_id=plan.id)
        self.lines(plan, "", 0, periods, agencies)
        lines = [record for record in self.records if isinstance(record, Line)]
        for line in lines:
            if self.draw(st.booleans()):
                year, source, measure = self.draw(st.integers(2021, 2030)), sources[0].id, self.draw(TEXT)
                key = allocation_id(line.id, year, source, measure)
                self.one(Allocation, id=key, line_id=line.id, year=year, source_id=source, measure=measure)
        for target in self.several(Target, plan_id=plan.id, period_id=self.maybe(periods)):
            self.cells_and_links(target.id, TargetLink, lines)
        for task in self.several(Task, plan_id=plan.id):
            self.cells_and_links(task.id, TaskLink, lines)
        positions = sequence(len(agencies) + 1)
        for position, agency in zip(positions, [*agencies, None], strict=True):
            lead = agency.id if agency else None
            self.one(Statement, plan_id=plan.id, position=position, line_id=self.maybe(lines), lead_id=lead)
        if self.draw(st.booleans()):
            self.one(Waiver, plan_id=plan.id)
        return Book(self.records)


@st.composite
def books(draw: DrawFn) -> Book:
    """A plan with everything that can belong to it."""
    return BookMaker(draw).book()
