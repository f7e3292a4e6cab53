"""Where the window has plans read from files and written into them."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.exchange.plan_json import write_plan
from nscl_desktop.office.papers import plan_template, read_plan_file, read_sheets, write_whole

if TYPE_CHECKING:  # reading workbooks takes time to load and is wanted only for workbooks
    from nscl_desktop.exchange.sheet_rows import SheetRows


class PlanInFile(NamedTuple):
    """A plan read from a file, and how ambiguous cells of a workbook were understood."""

    book: Book
    remarks: tuple[str, ...]


class FileRoom:
    """Plans in files of their own."""

    def read(self, path: Path) -> PlanInFile:
        """The one plan of a JSON or Excel file."""
        remarks: list[str] = []
        book = read_plan_file(path, remarks)
        return PlanInFile(book, tuple(remarks))

    def sheets(self, path: Path) -> "tuple[SheetRows, ...]":
        """The sheets of any Excel file."""
        return read_sheets(path)

    def write(self, budget: Budget, target: Path) -> None:
        """The whole plan as JSON."""
        write_whole(target, write_plan(budget.book, budget.frame.plan_id).encode())

    def write_template(self, target: Path) -> None:
        """The Excel form that ``read`` takes."""
        write_whole(target, plan_template())
