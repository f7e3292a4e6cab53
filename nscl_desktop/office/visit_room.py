"""Inspections for the screens: visits and their plans for the desk, lists over all of them."""

from collections.abc import Sequence
from typing import cast

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.domain.inspections import Checklist, InspectionPlan, Visit
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.visit_rows import AdviceRow, KnownPerson, VisitRow
from nscl_desktop.office.register_file import RegisterFile
from nscl_desktop.services.desk import Desk
from nscl_desktop.storage import visit_queries as queries


class VisitRoom:
    """Over one open data file."""

    def __init__(self, data: RegisterFile) -> None:
        self._data = data

    def rows(self) -> Sequence[VisitRow]:
        """Every visit. Aside; waits until everything is saved, as all do here."""
        with self._data.registers(settled=True).reading() as connection:
            return queries.visit_rows(connection)

    def plans(self) -> Sequence[InspectionPlan]:
        """Every plan of inspections. Aside."""
        with self._data.registers(settled=True).reading() as connection:
            return cast("list[InspectionPlan]", list(queries.inspection_plans(connection)))

    def checklists(self) -> Sequence[Checklist]:
        """The check lists in use. Aside."""
        with self._data.registers(settled=True).reading() as connection:
            return cast("list[Checklist]", list(queries.usable_checklists(connection)))

    def people(self) -> Sequence[KnownPerson]:
        """Whoever took part in a visit for the office. Aside."""
        with self._data.registers(settled=True).reading() as connection:
            return queries.known_people(connection)

    def advice(self) -> Sequence[AdviceRow]:
        """Every recommendation that stands. Aside."""
        with self._data.registers(settled=True).reading() as connection:
            return queries.advice_rows(connection)

    def last_draft(self) -> str:
        """The draft that was worked on last. Aside."""
        with self._data.registers(settled=True).reading() as connection:
            return queries.last_draft(connection)

    def records(self, key: str) -> Sequence[Record]:
        """A visit as it is saved, with all that its desk holds. Aside."""
        with self._data.registers(settled=True).reading() as connection:
            try:
                return list(queries.visit_records(connection, key))
            except InputError:
                return ()

    def read(self, key: str) -> Desk:
        """A visit for the desk; InputError if it is gone. Aside."""
        with self._data.registers(settled=True).reading() as connection:
            book = Book(queries.visit_records(connection, key))
        return self._data.put_on_desk(book, book.get(Visit, key))

    def read_plan(self, key: str) -> Desk:
        """A plan of inspections for the desk; InputError if it is gone. Aside."""
        with self._data.registers(settled=True).reading() as connection:
            records = list(queries.plan_records(connection, key))
        if not records:
            raise InputError("Không còn đợt kiểm tra này trong tệp dữ liệu; hãy chọn đợt khác.")
        return self._data.put_on_desk(Book(records), records[0])

    def checklist(self, key: str) -> Book:
        """A check list with its questions. Aside."""
        with self._data.registers(settled=True).reading() as connection:
            return Book(queries.checklist_version(connection, key))

    def add(self, step: ChangeSet) -> None:
        """Save a step that is made on no desk; raises why it was not saved. Aside."""
        self._data.add(step)

    def history(self, key: str) -> Sequence[HistoryEntry]:
        """Who changed a visit or plan, newest first. Aside."""
        return self._data.history(key)
