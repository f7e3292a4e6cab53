"""Buổi học: the sessions in time, each with its subject and lecturer."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from nscl_desktop.domain.courses.rows import PersonRow
from nscl_desktop.domain.training import LECTURER
from nscl_desktop.presenters.course_list import name_of, sought
from nscl_desktop.presenters.course_sheet import CourseSheet, session_rows
from nscl_desktop.ui.record_table import RecordTable
from nscl_desktop.ui.tab import Surroundings


class SessionsPage(QWidget):
    """The table; lecturers are those on file who have that role, and those whom a session names already."""

    def __init__(self, sheet: CourseSheet, around: Surroundings, undo: Callable[[], object]) -> None:
        super().__init__()
        self._sheet = sheet
        self._lecturers: list[tuple[str, str]] = []
        self.table = RecordTable(session_rows(sheet, self._offers), around, undo, noun="buổi học", stretched=2)
        self.table.stand_in_own_order()
        self.table.table.setColumnWidth(3, 24 * self.fontMetrics().averageCharWidth())
        self.table.table.setColumnWidth(5, 20 * self.fontMetrics().averageCharWidth())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.addWidget(self.table)
        self.setFocusProxy(self.table.table)
        courses = around.office.courses
        around.operations.run("", lambda _: courses.people(), self._take_people)

    def follow(self) -> None:
        """Show the sessions as they are now."""
        self.table.refresh()

    def settle(self) -> None:
        """Take what is being typed."""
        self.table.settle()

    def _offers(self) -> Sequence[tuple[str, str]]:
        known = dict(self._lecturers)
        people = self._sheet.whole.people
        keys = [each.lecturer_id or "" for each in self._sheet.whole.sessions]
        named = [people[key] for key in keys if key in people]
        return [*self._lecturers, *{each.id: (each.id, each.name) for each in named if each.id not in known}.values()]

    def _take_people(self, people: Sequence[PersonRow]) -> None:
        if isValid(self) and self._sheet.opened.course is not None:
            self._lecturers = [(row.id, name_of(row)) for row in sought(people, "", LECTURER)]
            self.table.refresh()
