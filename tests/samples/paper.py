"""What the tests of the samples share: the paper as it was copied, and its figures added up in another way.

The seed texts are the source documents. A sample is right when the paper can be read back from its records after the
corrections that the sample itself lists, and when each figure that the paper states is the one that follows from them.
"""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.plans import Correction, Plan, Source, TextBlock
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.statements import Statement
from nscl_desktop.exchange.plan_json import read_plan
from nscl_desktop.resource_files import resource_path

BREAK = " ¶ "
"""Between paragraphs, as the corrections write it where a copy broke one sentence in two."""


_RecordT = TypeVar("_RecordT", bound=Record)


@dataclass(frozen=True)
class Sample:
    """A shipped plan, read as the program reads it."""

    book: Book
    budget: Budget

    @property
    def plan(self) -> Plan:
        return self.budget.frame.plan

    def listed(self, record_type: type[_RecordT]) -> list[_RecordT]:
        """The records of a kind in their order."""
        return sorted(self.book.table(record_type).values(), key=_order)

    def line(self, path: str) -> Line:
        """The line that the labels from the top lead to: "III.7"."""
        found = [line for _, line in self.budget.tree.walk() if self.path(line) == path]
        assert len(found) == 1, f"{path}: {len(found)} lines"
        return found[0]

    def path(self, line: Line) -> str:
        lines = (line, *self.budget.tree.ancestors(line.id))
        return ".".join(each.label for each in reversed(lines))

    def total(self, path: str = "") -> int | None:
        return self.budget.total(self.line(path).id if path else "")

    def source(self, code: str) -> str:
        return next(source.id for source in self.budget.frame.sources if source.code == code)

    def column(self, name: str) -> tuple[str, ...]:
        """Keys of the sources that are printed in a column."""
        return tuple(source.id for source in self.budget.frame.sources if source.printed_column == name)

    def agency(self, key: str | None) -> str:
        return self.book.get(Agency, key).name if key else ""


def _order(record: Record) -> tuple[str, str]:
    return (getattr(record, "position", ""), record.id)


def sample(code: str) -> Sample:
    """The sample of this plan code."""
    book = read_plan(resource_path("samples", f"{code}.json").read_text(encoding="utf-8"))
    (plan_id,) = book.table(Plan)
    return Sample(book, Budget(book, plan_id))


def seed_text(name: str) -> str:
    """A source document as it was copied."""
    return (Path(__file__).parent / "seed_texts" / f"{name}.txt").read_text(encoding="utf-8")


def paragraphs(text: str) -> str:
    """The paragraphs of a text on one line; rows of tables, whose cells are parted by tabs, are left out."""
    return BREAK.join(line.strip() for line in text.splitlines() if line.strip() and "\t" not in line)


def corrected(text: str, corrections: list[Correction], *where: str) -> str:
    """The text with the listed corrections whose place begins in one of these ways; with all if none is given."""
    for each in corrections:
        if each.where.startswith(where or ("",)):
            text = text.replace(each.printed, each.corrected)
    return text


def read_back(blocks: list[TextBlock]) -> str:
    """The paragraphs of the stored text on one line, numbered as on paper: "I. …", "1. …", "a) …"."""
    numbers = [f"{block.label}{' ' if block.label.endswith(')') else '. '}" if block.label else "" for block in blocks]
    return BREAK.join(f"{number}{block.text}" for number, block in zip(numbers, blocks, strict=True))


def totals_by_lead(of: Sample) -> dict[str, int]:
    """Đồng of the lowest lines that carry money, by the name of the agency that leads them ("": none is named)."""
    totals: dict[str, int] = defaultdict(int)
    tree = of.budget.tree
    for _, line in tree.walk():
        if not any(of.budget.cells(child.id) for child in tree.children(line.id)):
            totals[of.agency(tree.lead_id(line))] += of.budget.total(line.id) or 0
    return dict(totals)


def computed(of: Sample, stated: Statement) -> int | Decimal | None:
    """What the plan makes of the figure that a statement is about."""
    budget = of.budget
    if stated.figure == "amount":
        if stated.lead_id:
            return totals_by_lead(of)[of.agency(stated.lead_id)]
        return budget.total(stated.line_id or "", years=_years(stated), sources=_sources(of, stated))
    assert stated.line_id, f"{stated.where}: a {stated.figure} of no line"
    line = budget.tree.line(stated.line_id)
    return budget.price(line) if stated.figure == "price" else budget.quantity(line)


def _years(stated: Statement) -> range | None:
    if stated.year_from is None or stated.year_to is None:
        return None
    return range(stated.year_from, stated.year_to + 1)


def _sources(of: Sample, stated: Statement) -> tuple[str, ...] | None:
    if stated.column:
        sources = of.column(stated.column)
        assert sources, f"{stated.where}: nothing is printed in column {stated.column}"
        return sources
    return (of.source(stated.source),) if stated.source else None


def contradictions(of: Sample) -> list[tuple[str, object, object]]:
    """Where, stated and computed, for each statement that does not agree; no money at all agrees with a stated 0."""
    found: list[tuple[str, object, object]] = []
    for stated in of.listed(Statement):
        value = stated.count if stated.figure == "quantity" else stated.value
        made = computed(of, stated)
        if value is None or (made or 0) != value:
            found.append((stated.where, value, made))
    return found


def mark_of(of: Sample, source_id: str) -> str:
    """The footnote mark behind the figures of a source."""
    return of.book.get(Source, source_id).mark
