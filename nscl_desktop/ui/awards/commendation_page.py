"""One piece of praise: who, for what, which papers, what it is worth; its history on a page of its own."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout
from shiboken6 import isValid

from nscl_desktop.domain.awards import Commendation
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.training import Person
from nscl_desktop.presenters.award_office import Rules
from nscl_desktop.presenters.commendation_list import below, praise_form, worth_words
from nscl_desktop.services import commendations as service
from nscl_desktop.services.desk import Changed, Desk, Refused
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.awards.award_windows import PersonWindow
from nscl_desktop.ui.awards.plan_offers import PlanOffers
from nscl_desktop.ui.elided_label import ElidedLabel
from nscl_desktop.ui.enterprises.unit_picker import UnitPicker
from nscl_desktop.ui.record_form_view import RecordFormView
from nscl_desktop.ui.record_history import RecordHistory
from nscl_desktop.ui.scrolled import scrolled
from nscl_desktop.ui.tab import Surroundings
from nscl_desktop.ui.undoing import follow_undo, take_redo, take_undo, undo_actions
from nscl_desktop.ui.wrapped_tabs import wrapped_tabs

_NAMES = (
    "subject", "name", "form", "reason", "proposal", "proposed_on", "decision", "decided_on", "amount", "plan_id",
    "line_id", "year", "source",
)  # fmt: skip
_SPANS = {"name": 2, "form": 3, "line_id": 2, "plan_id": 1}


class CommendationPage(QFrame):
    """The praise on the desk."""

    state_changed = Signal()

    def __init__(self, desk: Desk, rules: Rules, around: Surroundings, today: str) -> None:
        super().__init__()
        self.setProperty("panel", "page")
        self.desk, self._rules, self._around, self._today = desk, rules, around, today
        self.title, self.about = ElidedLabel(), ElidedLabel()
        self.title.setProperty("role", "title")
        self.about.setProperty("role", "caption")
        self.form = praise_form(desk, _NAMES)
        self.form.known_offers.update({"plan_id": (), "line_id": ()})
        self.view = RecordFormView(self.form, around.voice, columns=3, wide_lines=4, spans=_SPANS)
        self.plans = PlanOffers(self.form.known_offers, self.view, Commendation, around, self._plan_now)
        self.unit, self.person = QPushButton("Chọn đơn vị trong danh bạ…"), QPushButton("Chọn người có trong sổ…")
        self.worth = QLabel()
        self.worth.setWordWrap(True)
        self.history = RecordHistory(lambda: around.office.awards.history(desk.root_id), around, " ở mục này")
        self.pages = wrapped_tabs("Các phần của mục khen thưởng", around.theme)
        self.undo_action, self.redo_action = undo_actions(self, around.theme, self.undo, self.redo)
        self._lay_out()
        desk.subscribe(self._on_event)
        self.unit.clicked.connect(self._ask_unit)
        self.person.clicked.connect(self._ask_person)
        self.pages.currentChanged.connect(lambda page: self.history.follow() if page else None)
        self.follow()

    @property
    def praise(self) -> Commendation | None:
        """The praise as it stands; None once it is deleted."""
        return self.desk.book.table(Commendation).get(self.desk.root_id)

    def undo(self) -> None:
        """Ctrl+Z."""
        if isValid(self):  # the toast of a step stays a little longer than its page
            self.settle()
            take_undo(self._around.voice, self.desk.undo)

    def redo(self) -> None:
        """Ctrl+Y."""
        if isValid(self):  # likewise
            self.settle()
            take_redo(self._around.voice, self.desk.redo)

    def settle(self) -> None:
        """Take what is being typed."""
        self.view.settle()

    def take_focus(self) -> None:
        """Begin with the name."""
        self.view.editor("name").setFocus()

    def follow(self) -> None:
        """Show the praise as it is now."""
        praise = self.praise
        self.setEnabled(praise is not None)
        self.view.refresh()
        self.plans.follow()
        follow_undo(self.undo_action, self.redo_action, self.desk.undo_stack)
        if praise is not None:
            self.title.setText(praise.name)
            self.about.setText(below(praise))
            province = self.plans.province(praise.plan_id or "")
            self.worth.setText(worth_words(praise, self._rules, province, self._today))

    def _lay_out(self) -> None:
        inner, column, buttons, whole = QFrame(), QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        inner.setProperty("panel", "page")
        inner.setLayout(column)
        buttons.setSpacing(8)
        buttons.addWidget(self.unit)
        buttons.addWidget(self.person)
        buttons.addStretch(1)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        column.addLayout(buttons)
        column.addWidget(self.view)
        column.addWidget(self.worth)
        column.addStretch(1)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for label, top, bottom in ((self.title, 8, 0), (self.about, 0, 4)):
            row = QHBoxLayout()
            row.setContentsMargins(16, top, 16, bottom)
            row.addWidget(label, 1)
            whole.addLayout(row)
        self.pages.addTab(scrolled(inner), "Thông tin")
        self.pages.addTab(self.history, "Lịch sử")
        whole.addWidget(self.pages, 1)
        self.plans.known = self.follow

    def _plan_now(self) -> str:
        return (self.praise.plan_id if self.praise else None) or ""

    def _perform(self, made: Callable[[], ChangeSet]) -> None:
        attempted(self._around.voice, lambda: self.desk.perform(made()))

    def _ask_unit(self) -> None:
        window = UnitPicker(self._around.office.enterprises, self, "Chọn đơn vị được khen")
        awards = self._around.office.awards

        def take(units: Sequence[Enterprise]) -> None:
            praise = self.praise
            if praise and units:
                self._perform(lambda: service.name_unit(praise, units[0]))

        window.picked.connect(
            lambda key, _name: self._around.operations.run("", lambda _: list(awards.units([key])), take)
        )
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def _ask_person(self) -> None:
        awards = self._around.office.awards

        def take(person: Person) -> None:
            praise = self.praise
            if praise:
                self._perform(lambda: service.name_person(praise, person))

        def show(people: Sequence[Person]) -> None:
            window = PersonWindow(people, take, self)
            window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            window.open()

        self._around.operations.run("", lambda _: list(awards.people()), show)

    def _on_event(self, event: Changed | Refused) -> None:
        self.follow()
        self.state_changed.emit()
        if isinstance(event, Refused):
            self._around.voice.refused.emit(event.sentence)
