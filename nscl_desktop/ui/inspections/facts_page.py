"""Thông tin: unit, day and place, who takes part, and what the visit rests on; all edited in place."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton

from nscl_desktop.domain.inspections import CLERK, HEAD, HOST, MEMBER, ROLES, Participant
from nscl_desktop.domain.visit_rows import KnownPerson
from nscl_desktop.presenters.visit_record import VisitFacts, VisitForm, VisitParts, hosts_of
from nscl_desktop.services.desk import Desk
from nscl_desktop.services.visit_work import add_participant
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.elided_label import ElidedLabel
from nscl_desktop.ui.inspections.scrolled_column import ScrolledColumn
from nscl_desktop.ui.inspections.whole_table import fit_rows
from nscl_desktop.ui.record_form_view import RecordFormView
from nscl_desktop.ui.record_table import RecordTable
from nscl_desktop.ui.tab import Surroundings

_FIELDS = (
    "date", "began_at", "ended_at", "location", "number", "inspection_plan_id", "copies", "dossier_id",
)  # fmt: skip
_SPANS = {"location": 2, "inspection_plan_id": 2, "dossier_id": 2}
_WIDEST = 1040
_MOST_OFFERED = 15


class VisitFactsPage(ScrolledColumn):
    """``unit_wanted``: another unit is to be chosen."""

    unit_wanted = Signal()

    def __init__(self, desk: Desk, facts: VisitFacts, around: Surroundings, undo: Callable[[], object]) -> None:
        super().__init__("Thông tin lần kiểm tra", _WIDEST)
        self._desk, self._facts, self._around = desk, facts, around
        self.unit, self.change_unit = ElidedLabel(), QPushButton("Chọn đơn vị…")
        self.unit.setProperty("role", "heading")
        self.change_unit.clicked.connect(self.unit_wanted)
        self.open_unit = QPushButton("Mở trang đơn vị")
        self.open_unit.clicked.connect(self._open_unit)
        self.form = RecordFormView(VisitForm(desk, _FIELDS), around.voice, columns=3, spans=_SPANS)
        self.bases = RecordFormView(VisitForm(desk, ("legal_bases",)), around.voice, wide_lines=3)
        people = VisitParts(desk, Participant, ("name", "title", "unit", "role"))
        self.people = RecordTable(people, around, undo, noun="người tham gia", stretched=2)
        self.known = QPushButton("Người đã biết…")
        self.known.setToolTip("Người của cơ quan đã tham gia các lần trước; người đại diện, người liên hệ của đơn vị")
        self.known.clicked.connect(self._ask_for_people)
        self.people.buttons.insertWidget(1, self.known)
        self._lay_out()

    def follow(self) -> None:
        """Show the visit as it is now."""
        is_open = self._facts.sheet.is_open
        self.unit.setText(self._facts.title)
        self.change_unit.setVisible(is_open)
        self.open_unit.setVisible(self._facts.unit is not None)
        self.form.refresh()
        self.bases.refresh()
        self.people.refresh()
        fit_rows(self.people.table)
        for button in (self.people.add, self.people.delete, self.people.up, self.people.down, self.known):
            button.setVisible(is_open)

    def settle(self) -> None:
        """Take what is being typed."""
        self.form.settle()
        self.bases.settle()
        self.people.settle()

    def _lay_out(self) -> None:
        unit = QHBoxLayout()
        unit.setSpacing(8)
        unit.addWidget(self.unit, 1)
        unit.addWidget(self.open_unit)
        unit.addWidget(self.change_unit)
        self.put(unit, self.form, "Thành phần tham dự", self.people, self.bases)
        self.setFocusProxy(self.form.editor("date"))

    def _open_unit(self) -> None:
        unit = self._facts.unit
        if unit:
            self._around.voice.record_wanted.emit(unit.entity, unit.id)

    # -- people -----------------------------------------------------------------------------------------------------

    def _ask_for_people(self) -> None:
        visits = self._around.office.visits
        self._around.operations.run("", lambda _: list(visits.people()), self._offer_people)

    def _offer_people(self, people: list[KnownPerson]) -> None:
        menu = self.people_menu(people)
        menu.popup(self.known.mapToGlobal(self.known.rect().bottomLeft()))

    def people_menu(self, people: list[KnownPerson]) -> QMenu:
        """People of the office by the role they shall have, and those of the unit."""
        menu = QMenu(self)
        present = {each.name for each in self._facts.sheet.participants}
        roles = dict(ROLES)
        for role in (HEAD, CLERK, MEMBER):
            below = menu.addMenu(roles[role])
            for person in [each for each in people if each.name not in present][:_MOST_OFFERED]:
                words = " · ".join(filter(None, person))
                below.addAction(words, lambda who=person, role=role: self._add(who, role))
            if below.isEmpty():
                below.addAction("Chưa có ai đã tham gia lần trước").setEnabled(False)
        hosts = [(name, title) for name, title in hosts_of(self._desk) if name not in present]
        below = menu.addMenu(roles[HOST])
        for name, title in hosts:
            known = KnownPerson(name, title, "")
            below.addAction(" · ".join(filter(None, (name, title))), lambda who=known: self._add(who, HOST))
        if not hosts:
            below.addAction("Đơn vị chưa ghi người đại diện, người liên hệ").setEnabled(False)
        return menu

    def _add(self, who: KnownPerson, role: str) -> None:
        def add() -> None:
            book, key = self._desk.book, self._desk.root_id
            self._desk.perform(add_participant(book, key, who.name, role, title=who.title, unit=who.unit))

        attempted(self._around.voice, add)
