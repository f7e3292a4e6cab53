"""Periodic reports for the screens: the list, one for the desk beside what the data say now."""

from collections.abc import Sequence
from pathlib import Path

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.ledger_lines import version_in_force, versions
from nscl_desktop.domain.merge_fields import Context
from nscl_desktop.domain.money_rows import YearMoney
from nscl_desktop.domain.periodic_reports import SENT, PeriodicReport
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.report_figures import Draft
from nscl_desktop.domain.targets import Obligation
from nscl_desktop.office.record_room import RecordRoom
from nscl_desktop.office.register_file import RegisterFile
from nscl_desktop.presenters.report_office import OpenReport, ReportPlan, Tell
from nscl_desktop.resource_files import resource_path
from nscl_desktop.services.periodic_reports import duty_of
from nscl_desktop.storage import report_queries
from nscl_desktop.storage.money_tables import ledger_years, year_money
from nscl_desktop.storage.overview_queries import obligations, sent_reports
from nscl_desktop.storage.queries import plan_rows
from nscl_desktop.storage.report_drafting import draft, plan_of

_TEMPLATE = "bao-cao-dinh-ky.docx"


def _unheard(_news: str) -> None:
    """Nobody listens."""


class ReportRoom(RecordRoom):
    """Over one open data file; ``own_folder`` holds the office's own templates of reports."""

    def __init__(self, data: RegisterFile, own_folder: Path | None = None) -> None:
        super().__init__(data)
        self.own_folder = own_folder

    def rows(self) -> Sequence[PeriodicReport]:
        """All of them, unsorted."""
        with self._settled.reading() as connection:
            return report_queries.all_reports(connection)

    def plans(self) -> Sequence[PlanRow]:
        """The version in force of each plan, newest first."""
        with self._settled.reading() as connection:
            rows = plan_rows(connection)
        found = {row.id: row for each in rows for row in (version_in_force(versions(rows, each.id)),)}
        return sorted(found.values(), key=lambda row: (-(row.year_to or 0), -(row.year_from or 0), row.code))

    def money_years(self, plan_id: str) -> Sequence[int]:
        """The niên độ of a plan, ascending."""
        with self._settled.reading() as connection:
            return ledger_years(connection, plan_id)

    def year_money(self, plan_id: str, year: int) -> YearMoney:
        """The sums of a niên độ for its tables; InputError where the plan is gone."""
        with self._settled.reading() as connection:
            found = year_money(connection, plan_id, year)
        if found is None:
            raise InputError("Không còn kế hoạch này trong tệp dữ liệu; hãy chọn kế hoạch khác.")
        return found

    def draft(self, report: PeriodicReport, tell: Tell = _unheard) -> Draft:
        """The figures and lists that the data give a report now."""
        with self._settled.reading() as connection:
            return draft(connection, report, tell)

    def read(self, key: str, tell: Tell = _unheard) -> OpenReport:
        """A report for the desk; what the data say now is not computed for one that was sent: nothing follows it."""
        with self._settled.reading() as connection:
            records = list(report_queries.report_records(connection, key))
            if not records or not isinstance(report := records[0], PeriodicReport):
                raise InputError("Không còn báo cáo này trong tệp dữ liệu; hãy chọn báo cáo khác.")
            rows = plan_rows(connection)
            is_there = bool(versions(rows, report.plan_id or ""))
            now = draft(connection, report, tell) if is_there and report.state != SENT else Draft()
            plan = _plan(plan_of(rows, report), obligations(connection)) if is_there else None
            duty = duty_of(report, sent_reports(connection))
        book = Book([*records, duty] if duty else records)  # sending and taking back change it, too
        return OpenReport(self._data.put_on_desk(book, report), now, plan)

    def write_letter(self, values: Context, target: Path) -> None:
        """Fill the office's template of a report, else the shipped one."""
        from nscl_desktop.reports.saving import save_bytes  # heavy, wanted for a file alone
        from nscl_desktop.reports.templates import fill  # likewise

        own = self.own_folder / _TEMPLATE if self.own_folder else None
        save_bytes(target, fill(own if own and own.is_file() else resource_path("report-templates", _TEMPLATE), values))


def _plan(row: PlanRow, known: Sequence[Obligation]) -> ReportPlan:
    return ReportPlan(row, tuple(each for each in known if each.plan_id == row.id))
