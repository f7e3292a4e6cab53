"""One piece of work: its facts, who takes part, reminders, what proves it, who changed it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from nscl_desktop.domain.attached_files import WorkFile
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.work import DONE, WorkItem
from nscl_desktop.domain.work_standing import Standing, state_of
from nscl_desktop.presenters.attached_pictures import RecordFiles
from nscl_desktop.presenters.dossier_list import plan_words
from nscl_desktop.presenters.work_office import OpenWork
from nscl_desktop.presenters.work_sheet import WorkForm, WorkSheet
from nscl_desktop.services.desk import Changed, Refused
from nscl_desktop.ui.attached_pictures import AttachedPictures
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.elided_label import ElidedLabel
from nscl_desktop.ui.enterprises.unit_picker import UnitPicker
from nscl_desktop.ui.record_form_view import RecordFormView
from nscl_desktop.ui.record_history import RecordHistory
from nscl_desktop.ui.record_table import RecordTable
from nscl_desktop.ui.tab import Surroundings
from nscl_desktop.ui.undoing import follow_undo, take_redo, take_undo, undo_actions

_FACTS = (
    "title", "kind", "state", "due_on", "date_from", "done_on", "lead", "partners", "person", "plan_id", "year",
    "is_contact_body", "program", "planned", "quantity", "unit", "result", "evidence", "note",
)  # fmt: skip
_SPANS = {"title": 3, "partners": 2, "program": 2}
_ROLES = {Standing.LATE: "error", Standing.SOON: "warning"}


class WorkPage(QWidget):
    """The work on the desk."""

    state_changed = Signal()

    def __init__(self, opened: OpenWork, around: Surroundings, today: str) -> None:
        super().__init__()
        self.sheet, self.desk, self._around, self._today = WorkSheet(opened), opened.desk, around, today
        self.title, self.state, self.order = ElidedLabel(), QLabel(), QLabel()
        self.title.setProperty("role", "title")
        self.finish = QPushButton("Ghi đã xong hôm nay")
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.form = WorkForm(self.sheet, _FACTS)
        self.view = RecordFormView(self.form, around.voice, columns=3, wide_lines=3, spans=_SPANS)
        self.units = RecordTable(self.sheet.units(), around, self.undo, noun="đơn vị tham gia")
        self.unit, self.counts = QPushButton("Chọn trong danh bạ…"), QLabel()
        self.reminders = RecordTable(self.sheet.reminders(), around, self.undo, noun="lần đôn đốc", stretched=5)
        self.reminders.stand_in_own_order()
        self.files = AttachedPictures(RecordFiles(self.desk, WorkFile, around.office.attachments), around, self.undo)
        self.history = RecordHistory(lambda: around.office.work.history(self.desk.root_id), around, " của việc này")
        self.undo_action, self.redo_action = undo_actions(self, around.theme, self.undo, self.redo)
        self._lay_out()
        self._listen()
        self.follow()

    @property
    def item(self) -> WorkItem | None:
        """The work as it stands; None once it is deleted."""
        return self.sheet.opened.item

    def undo(self) -> None:
        """Ctrl+Z: take back the last step on this work."""
        self.settle()
        take_undo(self._around.voice, self.desk.undo)

    def redo(self) -> None:
        """Ctrl+Y."""
        self.settle()
        take_redo(self._around.voice, self.desk.redo)

    def settle(self) -> None:
        """Take what is being typed."""
        self.view.settle()
        self.units.settle()
        self.reminders.settle()

    def take_focus(self) -> None:
        """Begin with the page in front."""
        page = self.pages.currentWidget()
        if page is not None:
            page.setFocus()

    def follow(self) -> None:
        """Show the work as it is now."""
        item = self.item
        self.setEnabled(item is not None)
        follow_undo(self.undo_action, self.redo_action, self.desk.undo_stack)
        if item is None:
            return
        state = state_of(item, self._today)
        self.title.setText(item.title)
        self.state.setText(state.words)
        self.state.setProperty("role", _ROLES.get(state.standing, "caption"))
        self.state.style().polish(self.state)
        self.finish.setVisible(item.state != DONE)
        self.view.refresh()
        for table in (self.units, self.reminders):
            table.refresh()
        self.files.refresh()
        self.counts.setText(self.sheet.choice_words())
        self.counts.setVisible(bool(self.counts.text()))
        if self.pages.currentWidget() is self.history:
            self.history.follow()

    # -- building ---------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head, layout = QHBoxLayout(), QVBoxLayout(self)
        head.setContentsMargins(16, 8, 16, 4)
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        head.addWidget(self.state)
        head.addWidget(self.finish)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        self.units.buttons.insertWidget(1, self.unit)
        self.pages.addTab(self._facts_page(), "Thông tin")
        self.pages.addTab(_page(self.units.table, self.counts, self.units), "Đơn vị tham gia")
        self.pages.addTab(_page(self.reminders.table, self.reminders), "Đôn đốc")
        self.pages.addTab(_page(self.files, self.files), "Minh chứng")
        self.pages.addTab(self.history, "Lịch sử")
        layout.addWidget(self.pages, 1)

    def _facts_page(self) -> QWidget:
        area, inner, column = QScrollArea(), QWidget(), QVBoxLayout()
        inner.setLayout(column)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(16)
        task = self.sheet.opened.task
        self.order.setText(f"Kế hoạch giao: {' '.join(filter(None, (task.label, task.text)))}" if task else "")
        self.order.setVisible(task is not None)
        for label in (self.order, self.counts):
            label.setProperty("role", "caption")
            label.setWordWrap(True)
        column.addWidget(self.order)
        column.addWidget(self.view)
        column.addStretch(1)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setFocusProxy(self.view.editor("title"))
        return area

    def _listen(self) -> None:
        self.desk.subscribe(self._on_event)
        self.unit.clicked.connect(self._choose_unit)
        self.finish.clicked.connect(self._finish)
        self.pages.currentChanged.connect(lambda _: self._on_page())
        around = self._around
        around.operations.run("", lambda _: list(around.office.work.plans()), self._offer_plans)

    # -- doing ------------------------------------------------------------------------------------------------------

    def _offer_plans(self, rows: Sequence[PlanRow]) -> None:
        self.form.known_offers["plan_id"] = [(row.id, plan_words(row)) for row in rows]
        if self.item is not None:
            self.view.refresh()

    def _finish(self) -> None:
        self.settle()
        attempted(self._around.voice, lambda: self.form.enter("done_on", self._today))

    def _choose_unit(self) -> None:
        def take(key: str, name: str) -> None:
            attempted(self._around.voice, lambda: self.sheet.add_unit(key, name))

        window = UnitPicker(self._around.office.enterprises, self, "Chọn đơn vị tham gia")
        window.picked.connect(take)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def _on_page(self) -> None:
        if self.pages.currentWidget() is self.history:
            self.history.follow()

    def _on_event(self, event: Changed | Refused) -> None:
        self.follow()
        self.state_changed.emit()
        if isinstance(event, Refused):
            self._around.voice.refused.emit(event.sentence)


def _page(first: QWidget, *widgets: QWidget) -> QWidget:
    page, column = QWidget(), QVBoxLayout()
    page.setLayout(column)
    column.setContentsMargins(16, 12, 16, 16)
    column.setSpacing(8)
    for widget in widgets:
        column.addWidget(widget, 0 if isinstance(widget, QLabel) else 1)
    page.setFocusProxy(first)
    return page
