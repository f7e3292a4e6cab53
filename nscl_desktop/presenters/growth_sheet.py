"""A study of TFP on screen: its fields, inputs by year, results, chart and paper."""

from collections.abc import Sequence

from nscl_desktop.domain.appendix import AppendixDoc
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.charts import ChartPaper
from nscl_desktop.domain.counting_rules import PublishedFigure
from nscl_desktop.domain.errors import Bug, InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.growth_paper import growth_chart, growth_document
from nscl_desktop.domain.growth_records import GrowthInput, GrowthStudy
from nscl_desktop.domain.growth_results import GrowthResult, growth_result
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.sorting import sort_key
from nscl_desktop.domain.text import fold, same_text
from nscl_desktop.presenters.desk_rows import Deeds, DeskRows
from nscl_desktop.presenters.dossier_list import plan_words
from nscl_desktop.presenters.growth_office import OpenStudy
from nscl_desktop.presenters.minutes_sheet import Letterhead, plain_name
from nscl_desktop.presenters.offered_form import OfferedForm
from nscl_desktop.services import growth as service

_GONE = "Bảng tính TFP này đã bị xóa; hãy chọn bảng khác."
_INPUTS = (
    "year", "output", "output_source", "capital", "investment", "capital_source", "labour", "labour_source",
    "labour_share", "share_source",
)  # fmt: skip


class GrowthSheet:
    """The study as it stands, for all pages of its screen."""

    def __init__(self, opened: OpenStudy) -> None:
        self.opened, self.desk = opened, opened.desk

    @property
    def study(self) -> GrowthStudy:
        """The study; InputError once it is deleted."""
        found = self.opened.study
        if found is None:
            raise InputError(_GONE)
        return found

    def inputs(self) -> tuple[GrowthInput, ...]:
        """Its years in order."""
        return tuple(sorted(self.desk.book.table(GrowthInput).values(), key=_by_year))

    def result(self) -> GrowthResult:
        """What follows from them."""
        return growth_result(self.study, self.inputs())

    def published(self) -> tuple[PublishedFigure, ...]:
        """The published indicator that stands beside."""
        name = self.study.published
        return tuple(each for each in self.opened.published if name and same_text(each.indicator, name))

    def years(self) -> DeskRows:
        """The years as a table."""

        def put(row: Record, name: str, value: Value) -> ChangeSet:
            return service.set_value(self.study, self._known(row), name, value)

        deeds = Deeds(
            put,
            lambda row: service.remove(self.desk.book, self.study, self._known(row)),
            lambda: service.add_year(self.study, self.inputs()),
        )
        return DeskRows(self.desk, GrowthInput, _INPUTS, self.inputs, deeds)

    @staticmethod
    def _known(row: Record) -> GrowthInput:
        if not isinstance(row, GrowthInput):
            raise Bug(f"{row.entity} is no year of a study")
        return row

    def remove(self) -> ChangeSet:
        """Delete the study."""
        return service.remove(self.desk.book, self.study, self.study)

    # -- paper ------------------------------------------------------------------------------------------------------

    def chart(self) -> ChartPaper:
        """Points of growth by year."""
        return growth_chart(self.study, self.result())

    def document(self, head: Letterhead) -> AppendixDoc:
        """The study as data for its pages."""
        return growth_document(self.study, self.inputs(), self.result(), self.published(), head.lines)

    def file_name(self) -> str:
        """What its file is called at first."""
        return plain_name(f"TFP {self.study.name}")


class GrowthForm(OfferedForm[GrowthStudy]):
    """The study's own fields."""

    def __init__(self, sheet: GrowthSheet, names: Sequence[str]) -> None:
        def step(study: GrowthStudy, name: str, value: Value) -> ChangeSet:
            return service.set_value(study, study, name, value)

        super().__init__(sheet.desk, GrowthStudy, names, step, _GONE)
        self.known_offers["plan_id"] = [(row.id, plan_words(row)) for row in sheet.opened.plans]


def study_lines(rows: Sequence[GrowthStudy], text: str) -> list[tuple[str, str, str]]:
    """(key, name, line below) of the studies that answer a text, by name."""
    words = fold(text).split()
    found = [row for row in rows if all(word in fold(f"{row.name} {row.area}") for word in words)]
    return [(row.id, row.name, row.area) for row in sorted(found, key=lambda row: (sort_key(row.name), row.id))]


def _by_year(row: GrowthInput) -> tuple[int, str]:
    return row.year or 9999, row.id
