"""One club: its facts and its members."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from nscl_desktop.domain.courses.rows import PersonRow
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.training import Club, Person
from nscl_desktop.presenters.course_office import OpenClub
from nscl_desktop.presenters.dossier_list import plan_words
from nscl_desktop.presenters.person_sheet import ClubSheet
from nscl_desktop.services import people
from nscl_desktop.services.desk import Changed, Refused
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.elided_label import ElidedLabel
from nscl_desktop.ui.record_form_view import RecordFormView
from nscl_desktop.ui.record_table import RecordTable
from nscl_desktop.ui.record_table_model import ExtraColumn
from nscl_desktop.ui.scrolled import scrolled
from nscl_desktop.ui.tab import Surroundings
from nscl_desktop.ui.training.course_windows import PersonPicker
from nscl_desktop.ui.undoing import follow_undo, take_redo, take_undo, undo_actions

_NAMES = ("name", "founded_on", "decision", "plan_id", "note")
_FIELDS = 3


class ClubPage(QWidget):
    """The club on the desk. ``read_wanted``: a member came who is not on the desk yet."""

    state_changed = Signal()
    read_wanted = Signal()

    def __init__(self, opened: OpenClub, around: Surroundings) -> None:
        super().__init__()
        self.sheet, self.desk, self._around = ClubSheet(opened), opened.desk, around
        self.title = ElidedLabel()
        self.title.setProperty("role", "title")
        self.form = self.sheet.form(_NAMES)
        self.view = RecordFormView(self.form, around.voice, columns=2, wide_lines=2)
        self.members = RecordTable(
            self.sheet.members(), around, self.undo, noun="thành viên", stretched=4,
            extra=(ExtraColumn("Họ và tên", self.sheet.name_of), ExtraColumn("Đơn vị", self.sheet.unit_of)),
        )  # fmt: skip
        self.members.stand_in_own_order()
        self.members.add_by(self._choose)
        header = self.members.table.horizontalHeader()
        for place in range(2):
            header.moveSection(header.visualIndex(_FIELDS + place), place)
            self.members.table.setColumnWidth(_FIELDS + place, 24 * self.fontMetrics().averageCharWidth())
        self.undo_action, self.redo_action = undo_actions(self, around.theme, self.undo, self.redo)
        self._lay_out()
        self.desk.subscribe(self._on_event)
        dossiers = around.office.dossiers
        around.operations.run("", lambda _: list(dossiers.plans()), self._take_plans)
        self.follow()

    @property
    def club(self) -> Club | None:
        """The club as it stands; None once it is deleted."""
        return self.sheet.opened.club

    def undo(self) -> None:
        """Ctrl+Z."""
        self.settle()
        take_undo(self._around.voice, self.desk.undo)

    def redo(self) -> None:
        """Ctrl+Y."""
        self.settle()
        take_redo(self._around.voice, self.desk.redo)

    def settle(self) -> None:
        """Take what is being typed."""
        self.view.settle()
        self.members.settle()

    def take_focus(self) -> None:
        """Begin with the members."""
        self.members.table.setFocus()

    def report_to(self, changed: Callable[[], object], read_wanted: Callable[[], object]) -> None:
        """Call these after every step, and where more is to be read than is on the desk."""
        self.state_changed.connect(changed)
        self.read_wanted.connect(read_wanted)

    def follow(self) -> None:
        """Show the club as it is now."""
        club = self.club
        self.setEnabled(club is not None)
        follow_undo(self.undo_action, self.redo_action, self.desk.undo_stack)
        if club is not None:
            self.title.setText(club.name)
            self.view.refresh()
            self.members.refresh()

    def add(self, person: Person) -> None:
        """Somebody becomes a member."""
        done = attempted(
            self._around.voice, lambda: self.desk.perform(people.join_club(self.desk.book, self.sheet.club, person))
        )
        if done:
            self.read_wanted.emit()

    def _lay_out(self) -> None:
        whole, inner = QVBoxLayout(self), QWidget()
        head, column = QHBoxLayout(), QVBoxLayout(inner)
        head.setContentsMargins(16, 8, 16, 4)
        head.addWidget(self.title, 1)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(scrolled(inner), 1)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.view)
        title = QLabel("Thành viên")
        title.setProperty("role", "heading")
        column.addWidget(title)
        column.addWidget(self.members, 1)

    def _take_plans(self, rows: Sequence[PlanRow]) -> None:
        if isValid(self) and self.club is not None:
            self.form.known_offers["plan_id"] = [(row.id, plan_words(row)) for row in rows]
            self.view.refresh()

    def _choose(self) -> None:
        courses = self._around.office.courses

        def show(found: Sequence[PersonRow]) -> None:
            window = PersonPicker(found, self, "Thêm thành viên")
            window.picked.connect(take)
            window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            window.open()

        def take(key: str, _name: str) -> None:
            self._around.operations.run("", lambda _: courses.persons([key]), add)

        def add(found: Sequence[Person]) -> None:
            for person in found:
                self.add(person)

        self._around.operations.run("", lambda _: courses.people(), show)

    def _on_event(self, event: Changed | Refused) -> None:
        self.follow()
        self.state_changed.emit()
        if isinstance(event, Refused):
            self._around.voice.refused.emit(event.sentence)
