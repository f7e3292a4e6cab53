"""The ledger for its screen: plans, a niên độ for the desk with what dossiers give to it, its Excel file."""

from collections.abc import Sequence
from pathlib import Path

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.dossiers.whole import gather, whole_of
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.ledger import BudgetYear, LedgerEntry
from nscl_desktop.domain.ledger_lines import version_in_force, versions
from nscl_desktop.domain.ledger_paper import LedgerPaper
from nscl_desktop.domain.ledger_sums import DossierShare
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.settlement_pack import SettlementPack, settlement_pack
from nscl_desktop.domain.supports import StagePaper
from nscl_desktop.office.record_room import RecordRoom
from nscl_desktop.presenters.ledger_office import OpenLedger
from nscl_desktop.storage import ledger_queries as queries
from nscl_desktop.storage.dossier_queries import dossier_records
from nscl_desktop.storage.enterprise_queries import enterprises_by_key
from nscl_desktop.storage.rows import read_records


class LedgerRoom(RecordRoom):
    """Over one open data file."""

    def plans(self) -> Sequence[PlanRow]:
        """The version in force of each plan: those whose money is kept here first, newest first."""
        store = self._settled
        rows = store.plan_rows()
        with store.reading() as connection:
            kept = {each.plan_id for each in read_records(connection, BudgetYear) if isinstance(each, BudgetYear)}
        found: dict[str, tuple[bool, PlanRow]] = {}
        for each in rows:
            known = versions(rows, each.id)
            row = version_in_force(known)
            found[row.id] = kept.isdisjoint(version.id for version in known), row
        return [row for _, row in sorted(found.values(), key=_kept_first)]

    def read(self, plan_id: str, year: int) -> OpenLedger:
        """A niên độ of the plan that ``plan_id`` is a version of, with what stands in all its niên độ."""
        store = self._settled
        known = self._versions(plan_id)
        row, keys = version_in_force(known), [each.id for each in known]
        with store.reading() as connection:
            others = [
                each
                for key in keys
                if key != row.id
                for each in read_records(connection, Line, "plan_id = ?", [key])
                if isinstance(each, Line)
            ]
            records = list(queries.year_records(connection, keys))
            agencies = {each.id: each.name for each in read_records(connection, Agency) if isinstance(each, Agency)}
            dossiers = {
                cell: flow
                for number in (year, year + 1)
                for cell, flow in queries.dossier_sums(connection, keys, number).items()
            }
        book = Book(records)
        own = next((each for each in book.table(BudgetYear).values() if each.year == year), None)
        desk = self._data.put_on_desk(book, own) if own else None
        budget = Budget(store.load_book(row.id), row.id)
        return OpenLedger(row, known[0].id, year, budget, tuple(others), agencies, book, desk, dossiers)

    def shares(self, plan_id: str, year: int) -> Sequence[DossierShare]:
        """The dossiers that give to the figures of a niên độ, by code."""
        keys = [each.id for each in self._versions(plan_id)]
        with self._settled.reading() as connection:
            return queries.dossier_shares(connection, keys, year)

    def settlement(self, dossier_id: str) -> SettlementPack:
        """What the settlement of a dossier needs and lacks."""
        store = self._settled
        with store.reading() as connection:
            whole = whole_of(gather(dossier_records(connection, [dossier_id])), dossier_id)
            papers = [each for each in read_records(connection, StagePaper) if isinstance(each, StagePaper)]
            units = list(enterprises_by_key(connection, [whole.dossier.enterprise_id or ""]))
        plan = next((row for row in store.plan_rows() if row.id == whole.dossier.plan_id), None)
        return settlement_pack(whole, papers, units[0].name if units else "", plan.title if plan else "")

    def place_of(self, entity: str, key: str) -> tuple[str, int]:
        """Plan and niên độ of a niên độ or an entry."""
        with self._settled.reading() as connection:
            if entity == LedgerEntry.entity:
                entry = next(read_records(connection, LedgerEntry, "id = ?", [key]), None)
                key = entry.year_id if isinstance(entry, LedgerEntry) else ""
            year = next(read_records(connection, BudgetYear, "id = ?", [key]), None)
        if not isinstance(year, BudgetYear) or not year.plan_id or not year.year:
            raise InputError("Không còn bút toán hoặc niên độ này trong tệp dữ liệu.")
        return version_in_force(self._versions(year.plan_id)).id, year.year

    def write(self, paper: LedgerPaper, target: Path) -> None:
        """Write entries and sums as an Excel file."""
        from nscl_desktop.reports.ledger_workbook import write_ledger  # heavy, wanted for a file alone

        write_ledger(paper, target)

    def _versions(self, plan_id: str) -> tuple[PlanRow, ...]:
        known = versions(self._settled.plan_rows(), plan_id)
        if not known:
            raise InputError("Không còn kế hoạch này trong tệp dữ liệu; hãy chọn kế hoạch khác.")
        return known


def _kept_first(place: tuple[bool, PlanRow]) -> tuple[bool, int, int, str]:
    is_new, row = place
    return is_new, -(row.year_to or 0), -(row.year_from or 0), row.code
