"""Bản in of a periodic report: as data for the pages, and as merge fields for the office's own Word template."""

from nscl_desktop.domain.appendix import AppendixDoc
from nscl_desktop.domain.merge_fields import Context
from nscl_desktop.domain.periodic_reports import LIST_NAMES
from nscl_desktop.domain.report_paper import ReportPaper, report_document
from nscl_desktop.presenters.minutes_sheet import Letterhead, plain_name
from nscl_desktop.presenters.report_sheet import ReportSheet
from nscl_desktop.services.report_values import report_values


class ReportPrinting:
    """The report as it stands on the desk; one that was sent as it was sent."""

    def __init__(self, sheet: ReportSheet) -> None:
        self._sheet = sheet

    def paper(self, head: Letterhead) -> ReportPaper:
        """All that is printed."""
        sheet = self._sheet
        plan = sheet.opened.plan
        lists = tuple((name, sheet.rows(name)) for name, _ in LIST_NAMES)
        return ReportPaper(
            sheet.report, plan.row if plan else None, sheet.figures(), sheet.money(), lists, head.lines,
            head.symbol.strip(),
        )  # fmt: skip

    def document(self, head: Letterhead) -> AppendixDoc:
        """The paper as data."""
        return report_document(self.paper(head))

    def values(self, head: Letterhead) -> Context:
        """The merge fields of the Word template."""
        return report_values(self.paper(head))

    def file_name(self) -> str:
        """What its file is called at first."""
        return plain_name(f"Bao cao {self._sheet.report.title}")
