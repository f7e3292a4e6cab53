"""Where the window has its paper made: forms, documents, their final pages, and files of every kind."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path

from nscl_desktop.domain.appendix import AppendixDoc
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.forms.document import build_appendix
from nscl_desktop.domain.forms.frame_texts import AppendixOptions
from nscl_desktop.domain.forms.model import Form
from nscl_desktop.domain.plans import Plan, Signer
from nscl_desktop.office import papers
from nscl_desktop.office.page_pictures import PagePictures
from nscl_desktop.presenters.printed_paper import PlaceOnPaper
from nscl_desktop.reports.pdf import write_pdf


class PrintRoom:
    """Forms, documents and their final pages.

    ``attachments`` is the folder of the signers' pictures; ``clock`` gives the date that files say they were made on.
    """

    def __init__(self, attachments: Path, clock: papers.Clock = papers.now) -> None:
        self._attachments, self._clock = attachments, clock

    def forms(self) -> Sequence[Form]:
        """The forms that can be printed, shipped ones first."""
        return papers.known_forms()

    def signature_pictures(self, signers: Iterable[Signer]) -> Mapping[str, bytes]:
        """Pictures of the signatures by key of the signer, as far as they are on this machine."""
        return papers.signature_pictures(signers, self._attachments)

    def form_id(self, plan: Plan) -> str:
        """The form that a plan is printed in unless another is chosen."""
        return papers.form_id_of(plan)

    def document(self, budget: Budget, form_id: str, options: AppendixOptions) -> AppendixDoc:
        """The appendix as data."""
        return build_appendix(papers.form_of(budget.frame.plan, form_id), budget, options)

    def whole_plan(self, budget: Budget, *, electronic: bool) -> Sequence[AppendixDoc]:
        """Text and appendix of a plan as data; ``electronic`` leaves "(Kèm theo …)" free."""
        return papers.plan_paper_of(budget, attachments=self._attachments, electronic=electronic)

    def write_whole_plan(self, docs: Sequence[AppendixDoc], target: Path) -> None:
        """Write them into one Word file."""
        papers.write_plan_paper(docs, target, self._clock)

    def printed(self, doc: AppendixDoc) -> "PrintedPages":
        """The document's final pages."""
        return PrintedPages(doc, self._clock())

    def write(self, doc: AppendixDoc, target: Path) -> str:
        """Write it as PDF, XLSX or DOCX, as the name's ending says; what the office should know about it, or empty."""
        return papers.write_appendix(doc, target, self._clock)


class PrintedPages(PagePictures):
    """A printed document that can be looked at page by page and asked what stands where."""

    def __init__(self, doc: AppendixDoc, created: datetime) -> None:
        paper = BytesIO()
        self._result = write_pdf(doc, paper, created=created)
        super().__init__(paper.getvalue(), self._result.missing)

    def line_at(self, page: int, x: float, y: float) -> str:
        """The line of the budget printed at a point; empty where there is none."""
        cell = self._result.cell_at(page, x, y)
        return cell.ref if cell else ""

    def places_of(self, line_id: str) -> Sequence[PlaceOnPaper]:
        """Where a line is printed."""
        return [PlaceOnPaper(box.page, box.top, box.bottom) for box in self._result.rows_of(line_id)]
