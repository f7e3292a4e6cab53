"""A file that a plan shall come from: our own form or JSON holds a whole plan, any other workbook tables for a plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.errors import ForeignWorkbookError, InputError
from nscl_desktop.domain.plans import Plan
from nscl_desktop.presenters.office import PlanFiles
from nscl_desktop.presenters.printed_paper import SheetTable
from nscl_desktop.services.table_import import guess_mapping, table_of_rows
from nscl_desktop.services.table_import_model import PastedTable

_BULLET = "- "


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """What was found in a file: a plan with remarks on how its cells were understood, or tables without a plan."""

    name: str
    book: Book | None
    remarks: tuple[str, ...] = ()
    tables: tuple[PastedTable, ...] = ()

    @property
    def plan_name(self) -> str:
        """Code and title of the plan; "" for tables."""
        plan = None if self.book is None else next(iter(self.book.table(Plan).values()))
        return f"{plan.code} · {plan.title}" if plan else ""

    @property
    def must_be_seen(self) -> bool:
        """Whether there is something to look at before the plan is made."""
        return bool(self.remarks or self.tables)

    def says_as(self, other: "IncomingFile | None") -> bool:
        """Whether another reading of the file had the same to look at."""
        mine = (self.plan_name, self.remarks, not self.tables)
        return other is not None and mine == (other.plan_name, other.remarks, not other.tables)

    @property
    def years(self) -> tuple[int, ...]:
        """The years that the likeliest of the tables names, ascending."""
        if not self.tables:
            return ()
        mapping = guess_mapping(self.tables[likeliest(self.tables)])
        named = {year for head in mapping.heads for year in head.years} | {mapping.year}
        return tuple(sorted(named - {0}))


def path_of(text: str) -> Path:
    """The path that was typed; Windows puts one that is copied in quotation marks. InputError for nothing."""
    bare = text.strip().strip('"').strip()
    if not bare:
        raise InputError("Chưa chọn tệp; hãy chọn một tệp .xlsx hoặc .json.")
    return Path(bare)


def read_incoming(files: PlanFiles, path: Path) -> IncomingFile:
    """What is in the file; InputError for what cannot be read. To be called aside."""
    try:
        reading = files.read(path)
    except ForeignWorkbookError:
        return IncomingFile(path.name, None, (), read_tables(files, path))
    return IncomingFile(path.name, reading.book, tuple(reading.remarks))


def read_tables(files: PlanFiles, path: Path) -> tuple[PastedTable, ...]:
    """The sheets of a workbook that can be tables; InputError if there is none. To be called aside."""
    tables, refusals = [], []
    for sheet in files.sheets(path):
        try:
            tables.append(_table(sheet))
        except InputError as error:
            refusals.append(error.at(sheet.name))
    if not tables and refusals:
        raise refusals[0]
    return tuple(tables)


def likeliest(tables: Sequence[PastedTable]) -> int:
    """Which of the tables is the budget: the one whose heading is understood best, else the longest."""

    def worth(index: int) -> tuple[int, int]:
        heads = guess_mapping(tables[index]).heads
        titled = [head for head in heads if head.first >= 0]
        understood = max((len(set(head.columns)) for head in titled), default=0)
        return understood, len(tables[index].rows)

    return max(range(len(tables)), key=worth)


def faults_of(error: InputError) -> tuple[str, ...]:
    """The single faults of a refusal that lists them below its sentence."""
    return tuple(line.removeprefix(_BULLET) for line in error.sentence.split("\n")[1:])


def _table(sheet: SheetTable) -> PastedTable:
    return table_of_rows(sheet.rows, sheet.name, {(row, column): words for row, column, words in sheet.troubles})
