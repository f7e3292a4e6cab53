"""One plan of inspections: decision and days, edited in place, and the visits that belong to it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from nscl_desktop.domain.inspections import InspectionPlan
from nscl_desktop.presenters.inspection_plan_record import PlanForm
from nscl_desktop.presenters.visit_list import VisitEntryRow
from nscl_desktop.services.desk import Changed, Desk, Refused
from nscl_desktop.ui.elided_label import ElidedLabel
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.record_form_view import RecordFormView
from nscl_desktop.ui.tab import Surroundings
from nscl_desktop.ui.undoing import follow_undo, take_redo, take_undo, undo_actions

_FIELDS = ("name", "is_ad_hoc", "document", "documented_on", "date_from", "date_to", "note")
_SPANS = {"name": 2, "document": 2}
_COLUMNS = (ReadColumn("Ngày", 12), ReadColumn("Đơn vị"), ReadColumn("Tình trạng", 26), ReadColumn("Kiến nghị", 40))
_WIDEST, _LEAST_ROWS = 1040, 5


class InspectionPlanPage(QWidget):
    """The plan on the desk."""

    state_changed = Signal()
    visit_wanted = Signal(str)
    new_visit_wanted = Signal()

    def __init__(self, desk: Desk, around: Surroundings) -> None:
        super().__init__()
        self.desk, self._around = desk, around
        self.title = ElidedLabel()
        self.title.setProperty("role", "title")
        self.form = RecordFormView(PlanForm(desk, _FIELDS), around.voice, columns=3, wide_lines=2, spans=_SPANS)
        self.visits = ReadTable("Các lần kiểm tra của đợt", _COLUMNS)
        self.empty = QLabel("Đợt này chưa có lần kiểm tra nào.")
        self.empty.setProperty("role", "caption")
        self.new, self.open = QPushButton("Thêm lần kiểm tra…"), QPushButton("Mở lần kiểm tra")
        self.undo_action, self.redo_action = undo_actions(self, around.theme, self.undo, self.redo)
        self._lay_out()
        self.new.clicked.connect(self.new_visit_wanted)
        self.open.clicked.connect(self._open)
        self.visits.activated.connect(self._open)
        desk.subscribe(self._on_event)
        self.follow()

    @property
    def plan(self) -> InspectionPlan | None:
        """The plan as it stands; None once it is deleted."""
        return self.desk.book.table(InspectionPlan).get(self.desk.root_id)

    def show_visits(self, entries: Sequence[VisitEntryRow]) -> None:
        """The visits that the plan holds."""
        self.visits.fill(
            [(each.date, each.unit, each.state, each.advice) for each in entries],
            [each.visit_id for each in entries],
        )
        self.visits.setVisible(bool(entries))
        self.open.setEnabled(bool(entries))
        self.empty.setVisible(not entries)

    def undo(self) -> None:
        """Ctrl+Z."""
        if isValid(self):  # the toast of a step stays a little longer than its page
            self.settle()
            take_undo(self._around.voice, self.desk.undo)

    def redo(self) -> None:
        """Ctrl+Y."""
        if isValid(self):  # the toast of a step stays a little longer than its page
            self.settle()
            take_redo(self._around.voice, self.desk.redo)

    def settle(self) -> None:
        """Take what is being typed."""
        self.form.settle()

    def take_focus(self) -> None:
        """Begin with the plan's name."""
        self.form.editor("name").setFocus()

    def follow(self) -> None:
        """Show the plan as it is now."""
        plan = self.plan
        self.setEnabled(plan is not None)
        if plan is not None:
            self.title.setText(plan.name)
        self.form.refresh()
        follow_undo(self.undo_action, self.redo_action, self.desk.undo_stack)

    def _lay_out(self) -> None:
        self.form.setMaximumWidth(_WIDEST)
        heading = QLabel("Các lần kiểm tra của đợt")
        heading.setProperty("role", "heading")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.new)
        buttons.addWidget(self.open)
        buttons.addStretch(1)
        self.visits.setMinimumHeight(_LEAST_ROWS * self.visits.verticalHeader().defaultSectionSize())
        inner, scroll = QFrame(), QScrollArea()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        for widget in (self.form, heading, self.empty):
            column.addWidget(widget)
        column.addWidget(self.visits, 1)
        column.addLayout(buttons)
        column.addStretch(0)
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 8, 0, 0)
        whole.setSpacing(8)
        self.title.setContentsMargins(16, 0, 16, 0)
        whole.addWidget(self.title)
        whole.addWidget(scroll, 1)

    def _open(self, _index: QModelIndex | bool | None = None) -> None:
        if self.visits.current_data:
            self.visit_wanted.emit(str(self.visits.current_data))

    def _on_event(self, event: Changed | Refused) -> None:
        self.follow()
        self.state_changed.emit()
        if isinstance(event, Refused):
            self._around.voice.refused.emit(event.sentence)
