"""What the screens of surveys ask of the world below. Calls marked "aside" take long; others answer at once."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.charts import ChartPaper
from nscl_desktop.domain.checklist_tree import ChecklistTree
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.inspections import Checklist
from nscl_desktop.domain.survey_headings import FormRow
from nscl_desktop.domain.survey_table import SurveyTable
from nscl_desktop.presenters.printed_paper import PrintedPaper, SheetTable

AnswerSheet = tuple[Sequence[str], Sequence[Sequence[object]]]
"""Headings and rows of all answers."""


class SurveyOffice(Protocol):
    """The surveys of the open data file."""

    def questionnaires(self) -> Sequence[tuple[Checklist, int]]:
        """Every version of every questionnaire, with how many visits were made by it. Aside."""

    def read(self, key: str) -> Book:
        """A questionnaire with all that was answered by it, and the units. Aside."""

    def units(self) -> Sequence[Enterprise]:
        """The whole register. Aside."""

    def add(self, step: ChangeSet) -> str:
        """Save a step that is made on no desk. Aside."""

    def last_import(self) -> ChangeSet | None:
        """The last import that can still be taken back; None where there is none. Aside."""

    def sheets(self, path: Path) -> Sequence[SheetTable]:
        """The sheets of an Excel file; UnreadableFileError for another file. Aside."""

    def write_form(self, target: Path, name: str, tree: ChecklistTree, rows: Sequence[FormRow]) -> None:
        """Write the Excel form of a questionnaire. Aside."""

    def write_summary(self, target: Path, title: str, about: str, table: SurveyTable, answers: AnswerSheet) -> None:
        """Write the summary and all answers as XLSX. Aside."""

    def printed(self, paper: ChartPaper) -> PrintedPaper:
        """Charts as the pages that are printed. Aside."""

    def write_charts(self, paper: ChartPaper, target: Path) -> str:
        """Write charts as PDF; what the office should know about the file, mostly nothing. Aside."""
