"""Where the window has plans read from files and written into them."""

from pathlib import Path

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.exchange.plan_json import write_plan
from nscl_desktop.papers import plan_template, read_plan_file, write_whole


class FileRoom:
    """Plans in files of their own."""

    def read(self, path: Path) -> Book:
        """The one plan of a JSON or Excel file."""
        return read_plan_file(path)

    def write(self, budget: Budget, target: Path) -> None:
        """The whole plan as JSON."""
        write_whole(target, write_plan(budget.book, budget.frame.plan_id).encode())

    def write_template(self, target: Path) -> None:
        """The Excel form that ``read`` takes."""
        write_whole(target, plan_template())
