"""Thông tin của lớp: what it is, when and where, plan and line that pay for it, its rule of passing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.training import Course
from nscl_desktop.presenters.course_sheet import CourseForm, CourseSheet
from nscl_desktop.presenters.dossier_list import plan_words
from nscl_desktop.presenters.dossier_office import PlanUse
from nscl_desktop.presenters.field_text import offers_of
from nscl_desktop.services.enterprises import spec_of
from nscl_desktop.ui.record_form_view import RecordFormView
from nscl_desktop.ui.scrolled import scrolled
from nscl_desktop.ui.tab import Surroundings

_NAMES = (
    "title", "kind", "state", "topic", "date_from", "date_to", "year", "location", "organiser", "document",
    "documented_on", "plan_id", "line_id", "most_people", "sessions_to_pass", "points_to_pass",
    "certificate_series", "evaluation", "note",
)  # fmt: skip
_SPANS = {"title": 2, "location": 2, "document": 2, "line_id": 2}


class CourseFacts(QWidget):
    """The form, above it what is remarked about the course."""

    plan_known = Signal()
    """The plan that the course belongs to was read."""

    def __init__(self, sheet: CourseSheet, around: Surroundings) -> None:
        super().__init__()
        self._sheet, self._around = sheet, around
        self.use: PlanUse | None = None
        """The plan that the course belongs to, once it was read."""
        self._plan = ""
        self.form = CourseForm(sheet, _NAMES)
        self.view = RecordFormView(self.form, around.voice, columns=3, wide_lines=3, spans=_SPANS)
        self.remarks = QLabel()
        self.remarks.setWordWrap(True)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.remarks)
        column.addWidget(self.view)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inner))
        self.setFocusProxy(self.view.editor("title"))
        around.operations.run("", lambda _: list(around.office.dossiers.plans()), self._offer_plans)

    def follow(self) -> None:
        """Show the course as it is now."""
        self.view.refresh()
        remarks = self._sheet.remarks()
        self.remarks.setText("\n".join(f"⚠ {each.words}" for each in remarks))
        self.remarks.setVisible(bool(remarks))
        plan = self._sheet.whole.course.plan_id or ""
        if plan != self._plan:
            self._plan, self.use = plan, None
            self.form.known_offers["line_id"] = ()
            if plan:
                dossiers = self._around.office.dossiers
                self._around.operations.run(
                    "", lambda _: dossiers.use_of(plan), lambda use: self._take_use(plan, use), lambda _: None
                )

    def settle(self) -> None:
        """Take what is being typed."""
        self.view.settle()

    def _offer_plans(self, rows: list[PlanRow]) -> None:
        self.form.known_offers["plan_id"] = [(row.id, plan_words(row)) for row in rows]
        if isValid(self) and self._sheet.opened.course is not None:
            self.view.refresh()

    def _take_use(self, plan: str, use: PlanUse) -> None:
        if isValid(self) and plan == self._plan and self._sheet.opened.course is not None:
            self.use = use
            self.form.known_offers["line_id"] = offers_of(spec_of(Course, "line_id"), use.budget)
            self.view.refresh()
            self.plan_known.emit()
