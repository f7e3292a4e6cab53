"""Học viên: everyone in the course's list, with unit and position at that time, result and certificate."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.courses.rows import PersonRow
from nscl_desktop.domain.training import Enrolment, Person
from nscl_desktop.presenters.course_sheet import CourseSheet, enrolment_rows
from nscl_desktop.services import course_parts as parts
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.record_table import RecordTable
from nscl_desktop.ui.record_table_model import ExtraColumn
from nscl_desktop.ui.tab import Surroundings
from nscl_desktop.ui.training.course_windows import PersonPicker
from nscl_desktop.ui.training.paste_window import PasteWindow

_FIXED = 8
"""Columns of fields; names and the like come behind them and are moved in front."""


class ParticipantsPage(QWidget):
    """``read_wanted``: people came who are not known to the desk yet."""

    read_wanted = Signal()

    def __init__(self, sheet: CourseSheet, around: Surroundings, undo: Callable[[], object]) -> None:
        super().__init__()
        self._sheet, self._around, self._undo = sheet, around, undo
        self.table = RecordTable(
            enrolment_rows(sheet), around, undo, noun="học viên",
            extra=(
                ExtraColumn("Họ và tên", sheet.name_of), ExtraColumn("Năm sinh", sheet.born),
                ExtraColumn("Dự buổi", sheet.attended),
            ),
            stretched=0,
        )  # fmt: skip
        self.table.add_by(self._choose)
        self.table.shrink_to(26)
        header = self.table.table.horizontalHeader()
        for place in range(3):
            header.moveSection(header.visualIndex(_FIXED + place), place if place < 2 else 6)
        self.table.table.setColumnWidth(_FIXED, 22 * self.fontMetrics().averageCharWidth())
        self.paste = QPushButton("Dán danh sách…")
        self.paste.setToolTip("Dán họ tên từ Excel, Word hoặc tin nhắn (Ctrl+Shift+V)")
        self.paste.clicked.connect(self.ask_paste)
        self.table.buttons.insertWidget(0, self.paste)
        make_action(self, Command("Dán danh sách học viên…", self.ask_paste, keys=("Ctrl+Shift+V",)))
        self.about, self.remarks = QLabel(), QLabel()
        self.about.setProperty("role", "caption")
        self.remarks.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        for widget in (self.about, self.table, self.remarks):
            column.addWidget(widget, 1 if widget is self.table else 0)
        self.setFocusProxy(self.table.table)
        self.table.chosen.connect(lambda _: self._show_remarks())

    def follow(self) -> None:
        """Show the participants as they are now."""
        self.table.refresh()
        whole = self._sheet.whole
        self.about.setText(f"{len(whole.enrolments)} học viên trong danh sách; có tham dự: {self._sheet.heads.words}.")
        self._show_remarks()

    def settle(self) -> None:
        """Take what is being typed."""
        self.table.settle()

    def add(self, person: Person, unit: str = "") -> None:
        """Somebody on file takes part."""
        done = attempted(
            self._around.voice, lambda: self._sheet.desk.perform(parts.enrol(self._sheet.whole, person, unit))
        )
        if done:
            self.read_wanted.emit()

    def ask_paste(self) -> None:
        """Ctrl+Shift+V: the window of a pasted list, filled from the clipboard."""
        courses = self._around.office.courses

        def show(people: Sequence[PersonRow]) -> None:
            if not isValid(self) or self._sheet.opened.course is None:
                return
            window = PasteWindow(self._sheet, people, self._around, self._take, self)
            window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            window.paste()
            window.open()

        self.settle()
        self._around.operations.run("", lambda _: courses.people(), show)

    def _take(self, step: ChangeSet) -> None:
        if attempted(self._around.voice, lambda: self._sheet.desk.perform(step)):
            told = f"Đã {step.words[:1].lower()}{step.words[1:]}"
            self._around.voice.done.emit(told, "Hoàn tác", self._undo)
            self.read_wanted.emit()

    def _choose(self) -> None:
        courses = self._around.office.courses

        def show(people: Sequence[PersonRow]) -> None:
            window = PersonPicker(people, self, "Thêm học viên")
            window.picked.connect(take)
            window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            window.open()

        def take(key: str, _name: str) -> None:
            self._around.operations.run("", lambda _: courses.persons([key]), add)

        def add(found: Sequence[Person]) -> None:
            for person in found:
                self.add(person)

        self._around.operations.run("", lambda _: courses.people(), show)

    def _show_remarks(self) -> None:
        """What is remarked about the participant of the current row."""
        record = self.table.current
        key = record.id if isinstance(record, Enrolment) and self._sheet.opened.course is not None else ""
        found = [each.words for each in self._sheet.remarks() if key in each.enrolments] if key else []
        self.remarks.setText("\n".join(f"⚠ {words}" for words in found))
        self.remarks.setVisible(bool(found))
