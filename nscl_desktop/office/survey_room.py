"""Surveys for the screens: what was answered by a questionnaire, Excel forms out and in, charts, the summary."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.charts import ChartPaper
from nscl_desktop.domain.checklist_tree import ChecklistTree
from nscl_desktop.domain.enterprise_list import ListQuery
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.inspections import SURVEY, Checklist
from nscl_desktop.domain.survey_headings import FormRow
from nscl_desktop.domain.survey_table import SurveyTable
from nscl_desktop.office.last_step import last_step
from nscl_desktop.office.papers import now, read_sheets, write_whole
from nscl_desktop.office.register_file import RegisterFile
from nscl_desktop.presenters.printed_paper import PrintedPaper
from nscl_desktop.services.missing_characters import missing_words
from nscl_desktop.services.survey_import import SCOPE
from nscl_desktop.storage import enterprise_queries as queries
from nscl_desktop.storage.survey_queries import survey_records, visits_by_checklist
from nscl_desktop.storage.visit_queries import checklist_records

if TYPE_CHECKING:
    from nscl_desktop.exchange.sheet_rows import SheetRows

AnswerSheet = tuple[Sequence[str], Sequence[Sequence[object]]]
"""Headings and rows of all answers."""


class SurveyRoom:
    """Over one open data file."""

    def __init__(self, data: RegisterFile) -> None:
        self._data = data

    def questionnaires(self) -> Sequence[tuple[Checklist, int]]:
        """Every version of every questionnaire, with how many visits were made by it. Aside."""
        with self._data.registers(settled=True).reading() as connection:
            found = [each for each in checklist_records(connection) if isinstance(each, Checklist)]
            surveys = [each for each in found if each.purpose == SURVEY]
            return [(each, visits_by_checklist(connection, each.id)) for each in surveys]

    def read(self, key: str) -> Book:
        """A questionnaire with all that was answered by it, and the units. Aside."""
        with self._data.registers(settled=True).reading() as connection:
            return Book(survey_records(connection, key))

    def units(self) -> Sequence[Enterprise]:
        """The whole register. Aside."""
        with self._data.registers(settled=True).reading() as connection:
            return list(queries.enterprises_by_key(connection, queries.enterprise_keys(connection, ListQuery())))

    def add(self, step: ChangeSet) -> str:
        """Save a step that is made on no desk. Aside."""
        return self._data.add(step)

    def last_import(self) -> ChangeSet | None:
        """The last import that was not taken back. Aside."""
        return last_step(self._data.registers(settled=True), SCOPE)

    def sheets(self, path: Path) -> "Sequence[SheetRows]":
        """The sheets of an Excel file; UnreadableFileError for another file. Aside."""
        return read_sheets(path)

    def write_form(self, target: Path, name: str, tree: ChecklistTree, rows: Sequence[FormRow]) -> None:
        """Write the Excel form of a questionnaire. Aside."""
        from nscl_desktop.exchange.survey_workbook import survey_form  # heavy, wanted for the first form

        write_whole(target, survey_form(name, tree, rows))

    def write_summary(self, target: Path, title: str, about: str, table: SurveyTable, answers: AnswerSheet) -> None:
        """Write the summary and all answers as XLSX. Aside."""
        from nscl_desktop.reports.survey_sheet import write_survey  # likewise

        write_survey(target, title, about, table, answers)

    def printed(self, paper: ChartPaper) -> PrintedPaper:
        """Charts as the pages that are printed. Aside."""
        from nscl_desktop.office.printed_charts import PrintedCharts  # likewise

        return PrintedCharts(paper)

    def write_charts(self, paper: ChartPaper, target: Path) -> str:
        """Write charts as PDF; what the office should know about the file, mostly nothing. Aside."""
        from nscl_desktop.reports.charts import write_charts  # heavy, wanted when charts are looked at

        return missing_words(write_charts(paper, target, created=now()).missing)
