"""Mục tiêu: what the plan promises beside what its budget pays for; then its tasks, and the reports it asks for."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSplitter, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from nscl_desktop.domain.records import Record
from nscl_desktop.domain.targets import Obligation, Target, Task
from nscl_desktop.presenters.record_form import RecordForm
from nscl_desktop.presenters.record_list import RecordList
from nscl_desktop.presenters.target_table import TargetTable
from nscl_desktop.services.workspace import PlanDesk
from nscl_desktop.ui.record_form_view import RecordFormView
from nscl_desktop.ui.record_table import RecordTable
from nscl_desktop.ui.record_table_model import ExtraColumn
from nscl_desktop.ui.tab import Surroundings
from nscl_desktop.ui.target_links import TargetLinks

_TARGET_COLUMNS = ("label", "text", "comparison", "value", "unit")
_TARGET_FIELDS = (
    "text", "label", "period_id", "general", "comparison", "value", "value_to", "unit", "percent_of", "year",
)  # fmt: skip
_TASK_COLUMNS = ("kind", "group", "label", "text", "lead", "partners", "schedule")
_REPORT_COLUMNS = (
    "kind", "text", "from_party", "to_party", "day", "month", "year", "strictly_before", "on_request",
)  # fmt: skip


class TargetsPage(QWidget):
    """Three lists of one plan, one in front."""

    def __init__(self, desk: PlanDesk, around: Surroundings, undo: Callable[[], object]) -> None:
        super().__init__()
        self._desk = desk
        self.table = TargetTable(desk)
        self.targets = RecordTable(
            RecordList(desk, Target, _TARGET_COLUMNS), around, undo, noun="mục tiêu", stretched=1, lines=2,
            extra=(
                ExtraColumn("Mục chi", lambda record: self.table.lines(_target(record))),
                ExtraColumn("Đếm được", lambda record: self.table.counted(_target(record)), is_figure=True),
                ExtraColumn("So với dự toán", lambda record: self.table.verdict(_target(record))),
            ),
        )  # fmt: skip
        self.form = RecordFormView(RecordForm(desk, Target, _TARGET_FIELDS), around.voice, columns=3, wide_lines=2)
        self.links = TargetLinks(desk, self.table, around)
        self.tasks = RecordTable(
            RecordList(desk, Task, _TASK_COLUMNS), around, undo, noun="nhiệm vụ", stretched=3, lines=2
        )
        self.reports = RecordTable(
            RecordList(desk, Obligation, _REPORT_COLUMNS), around, undo, noun="báo cáo", stretched=1, lines=2
        )
        self._stack = QStackedWidget()
        self._views = QButtonGroup(self)
        self._lay_out()
        self.targets.chosen.connect(self._on_chosen)
        self._on_chosen("")

    def follow(self) -> None:
        """The plan has changed."""
        for table in (self.targets, self.tasks, self.reports):
            table.refresh()
        self.form.refresh()
        self.links.refresh()

    def settle(self) -> None:
        """Take what is being typed."""
        for table in (self.targets, self.tasks, self.reports):
            table.settle()
        self.form.settle()

    def take_focus(self) -> None:
        """Let the keyboard act on the list in front."""
        for table in (self.targets, self.tasks, self.reports):
            if table.isVisible():
                if not table.table.currentIndex().isValid() and table.model.rowCount():
                    table.table.setCurrentIndex(table.model.index(0, 0))
                (table.table if table.model.rowCount() else table.add).setFocus()

    def _lay_out(self) -> None:
        views = QHBoxLayout()
        views.setContentsMargins(16, 8, 16, 8)
        views.setSpacing(0)
        for place, (words, page) in enumerate((
            ("Mục tiêu", self._targets_side()), ("Nhiệm vụ, phân công", _framed(self.tasks)),
            ("Chế độ báo cáo", _framed(self.reports)),
        )):  # fmt: skip
            button = QToolButton()
            button.setText(words)
            button.setCheckable(True)
            button.setChecked(place == 0)
            button.setProperty("segment", "true")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._views.addButton(button, place)
            views.addWidget(button)
            self._stack.addWidget(page)
        views.addStretch(1)
        self._views.idClicked.connect(self._stack.setCurrentIndex)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(views)
        layout.addWidget(self._stack, 1)

    def _targets_side(self) -> QWidget:
        below = QWidget()
        row = QHBoxLayout(below)
        row.setContentsMargins(16, 8, 16, 16)
        row.setSpacing(24)
        row.addWidget(self.form, 3, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.links, 2)
        self._below = below
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(_framed(self.targets))
        split.addWidget(below)
        split.setStretchFactor(0, 1)
        split.setCollapsible(0, False)
        return split

    def _on_chosen(self, record_id: str) -> None:
        self.form.form.show(record_id)
        self.form.refresh()
        self.links.show_target(record_id)
        self._below.setVisible(bool(record_id))


def _target(record: Record) -> Target:
    assert isinstance(record, Target)  # noqa: S101 - the list holds nothing else
    return record


def _framed(widget: QWidget) -> QWidget:
    frame = QWidget()
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(16, 0, 16, 16)
    layout.addWidget(widget)
    return frame
