"""The office that the window works in: the data file, paper and plan files joined to what the screens ask for."""

import getpass
import platform
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from nscl_desktop import papers
from nscl_desktop.data_file import DataFile
from nscl_desktop.domain.appendix import AppendixDoc
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.forms.document import build_appendix
from nscl_desktop.domain.forms.frame_texts import AppendixOptions
from nscl_desktop.domain.forms.model import Form
from nscl_desktop.exchange.plan_json import write_plan
from nscl_desktop.presenters.office import PageImage, PlaceOnPaper

# The writers of paper are heavy and loaded when the first page is printed.


@dataclass(frozen=True, slots=True)
class WindowOffice:
    """Everything the screens ask for, over one open data file."""

    shelf: DataFile
    paper: "PrintRoom"
    files: "FileRoom"
    person: str

    @property
    def backups(self) -> DataFile:
        """The data file looks after its own copies."""
        return self.shelf


class PrintRoom:
    """Forms, documents and their final pages."""

    def forms(self) -> Sequence[Form]:
        """The forms that can be printed, shipped ones first."""
        return papers.known_forms()

    def document(self, budget: Budget, form_id: str, options: AppendixOptions) -> AppendixDoc:
        """The appendix as data."""
        return build_appendix(papers.form_of(budget.frame.plan, form_id), budget, options)

    def printed(self, doc: AppendixDoc) -> "PrintedPages":
        """The document's final pages."""
        return PrintedPages(doc)

    def write(self, doc: AppendixDoc, target: Path) -> None:
        """Write it as PDF, XLSX or DOCX, as the name's ending says."""
        papers.write_appendix(doc, target)


class PrintedPages:
    """A printed document that can be looked at page by page and asked what stands where."""

    def __init__(self, doc: AppendixDoc) -> None:
        from nscl_desktop.reports.pages import PageRenderer  # heavy, wanted when the first page is printed
        from nscl_desktop.reports.pdf import write_pdf  # likewise

        paper = BytesIO()
        self._result = write_pdf(doc, paper)
        self._pages = PageRenderer(paper.getvalue())
        self.page_sizes = self._pages.page_sizes().result()

    def picture(self, page: int, scale: float, band: tuple[int, int] | None = None) -> PageImage:
        """A page, or a band of it (top, height in pixels), at ``scale`` pixels for a point."""
        from nscl_desktop.reports.pages import PixelArea, pixel_size  # loaded already, see above

        if band is None:
            return self._pages.render(page, scale).result()
        width, _ = pixel_size(self.page_sizes[page], scale)
        return self._pages.render(page, scale, PixelArea(0, band[0], width, band[1])).result()

    def line_at(self, page: int, x: float, y: float) -> str:
        """The line of the budget printed at a point; empty where there is none."""
        cell = self._result.cell_at(page, x, y)
        return cell.ref if cell else ""

    def places_of(self, line_id: str) -> Sequence[PlaceOnPaper]:
        """Where a line is printed."""
        return [PlaceOnPaper(box.page, box.top, box.bottom) for box in self._result.rows_of(line_id)]

    def close(self) -> None:
        """Let the pages go."""
        self._pages.close()


class FileRoom:
    """Plans in files of their own."""

    def read(self, path: Path) -> Book:
        """The one plan of a JSON or Excel file."""
        return papers.read_plan_file(path)

    def write(self, budget: Budget, target: Path) -> None:
        """The whole plan as JSON."""
        papers.write_whole(target, write_plan(budget.book, budget.frame.plan_id).encode())

    def write_template(self, target: Path) -> None:
        """The Excel form that ``read`` takes."""
        papers.write_whole(target, papers.plan_template())


def open_office(path: Path, to_main: Callable[[Callable[[], None]], None]) -> WindowOffice:
    """Open the data file and set up everything around it; raises what opening refuses."""
    person = getpass.getuser()
    data = DataFile(path, person=person, machine=platform.node(), to_main=to_main, clock=lambda: datetime.now(UTC))
    return WindowOffice(data, PrintRoom(), FileRoom(), person)
