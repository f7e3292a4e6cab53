"""Small plans built by hand, in the few words a test needs."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, cast

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import ESTIMATE, ITEM, SECTION, Allocation, Line, allocation_id
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.fields import Place, Value
from nscl_desktop.domain.plans import Measure, Period, Plan, Signer, Source
from nscl_desktop.domain.records import Record, RecordT
from nscl_desktop.domain.statements import Footnote

PLAN = "plan"


class SmallPlan:
    """A plan in the making. Keys of records are what the test calls them: codes of sources, labels of lines."""

    def __init__(self, years: tuple[int | None, int | None] = (2021, 2021), **fields: Value) -> None:
        self._records: list[Record] = []
        facts = {"code": "KH", "title": "Kế hoạch thử", "year_from": years[0], "year_to": years[1], **fields}
        self.plan = _with(Plan(id=PLAN, code="", title=""), facts)
        self._records.append(self.plan)

    def _position(self) -> str:
        return f"{len(self._records):05d}"

    def source(self, code: str, **fields: Value) -> str:
        """A funding source."""
        empty = Source(id=code, plan_id=PLAN, code=code, name=f"Nguồn {code}", position=self._position())
        self._records.append(_with(empty, fields))
        return code

    def measure(self, code: str, name: str) -> str:
        """A kind of figures."""
        self._records.append(Measure(id=code, plan_id=PLAN, code=code, name=name, position=self._position()))
        return code

    def period(self, first: int, last: int) -> str:
        """A period, its key "2021-2025"."""
        period = Period(id="", plan_id=PLAN, year_from=first, year_to=last, position=self._position())
        self._records.append(_with(period, {"id": period.name}))
        return period.name

    def agency(self, key: str, name: str, short_name: str = "") -> str:
        """An agency of the directory."""
        self._records.append(Agency(id=key, name=name, short_name=short_name))
        return key

    def signer(self, *authority: str, name: str = "", on_appendix: bool = True) -> Signer:
        """A signer."""
        signer = Signer(
            id=name, plan_id=PLAN, authority=authority, name=name, on_appendix=on_appendix, position=self._position()
        )
        self._records.append(signer)
        return signer

    def footnote(self, mark: str, text: str) -> None:
        """A footnote."""
        note = Footnote(id=f"note {mark}", plan_id=PLAN, mark=mark, text=text, position=self._position())
        self._records.append(note)

    def line(self, key: str, parent: str = "", kind: str = ITEM, **fields: Value) -> str:
        """A budget line; its label is the last part of its key ("II.3" → "3"), its text "Việc II.3"."""
        empty = Line(
            id=key,
            plan_id=PLAN,
            place=Place(parent, self._position()),
            kind=kind,
            label=key.rpartition(".")[2],
            text=f"Việc {key}",
        )
        self._records.append(_with(empty, fields))
        return key

    def section(self, key: str, **fields: Value) -> str:
        """A section at the top."""
        self.line(key, kind=SECTION)
        self._records[-1] = _with(self._records[-1], fields)
        return key

    def cell(self, line: str, year: int = 2021, source: str = "NSNN", measure: str = ESTIMATE, **fields: Value) -> None:
        """What is entered on a line for a year and source; ``quantity`` may be an int."""
        quantity = fields.get("quantity")
        if isinstance(quantity, int):
            fields["quantity"] = Decimal(quantity)
        key = allocation_id(line, year, source, measure)
        empty = Allocation(id=key, line_id=line, year=year, source_id=source, measure=measure)
        self._records.append(_with(empty, fields))

    def budget(self) -> Budget:
        """The computed budget."""
        return Budget(Book(self._records), PLAN)


def _with(record: RecordT, fields: Mapping[str, Value]) -> RecordT:
    return replace(record, **cast("dict[str, Any]", dict(fields)))  # Any: the values of many field types
