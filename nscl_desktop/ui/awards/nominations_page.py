"""Đơn vị dự giải: who stands for the award, and below the table all about the one that is chosen."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QSplitter, QVBoxLayout, QWidget

from nscl_desktop.domain.awards import Nomination
from nscl_desktop.domain.records import Record
from nscl_desktop.presenters.award_lists import NominationForm, nomination_rows
from nscl_desktop.presenters.award_remarks import remarks_on
from nscl_desktop.presenters.award_sheet import AwardSheet
from nscl_desktop.services import award_rounds as service
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.enterprises.unit_picker import UnitPicker
from nscl_desktop.ui.record_form_view import RecordFormView
from nscl_desktop.ui.record_table import RecordTable
from nscl_desktop.ui.record_table_model import ExtraColumn
from nscl_desktop.ui.scrolled import scrolled
from nscl_desktop.ui.tab import Surroundings

_NAMES = (
    "product", "group", "workers", "state", "filed_on", "visited_on", "screened_on", "sent_on", "consulted_on",
    "consulted_document", "apqo_on", "proposed_prize_id", "feedback", "feedback_on", "note",
)  # fmt: skip
_SPANS = {"product": 2, "consulted_document": 2, "proposed_prize_id": 2}
_LEAST = 190
"""Height of the table, and of the form below it, on the smallest screen; then the page scrolls."""
_UNIT = 2
"""The place of the column with the unit's name, behind the stored ones."""


class NominationsPage(QWidget):
    """``read_wanted``: a unit came that is not known here yet, so the round is to be read anew."""

    read_wanted = Signal()

    def __init__(self, sheet: AwardSheet, around: Surroundings, undo: Callable[[], object]) -> None:
        super().__init__()
        self._sheet, self._around = sheet, around
        extra = (ExtraColumn("Đơn vị", self._name), ExtraColumn("Điều cần xem", self._remarks))
        self.table = RecordTable(
            nomination_rows(sheet), around, undo, noun="đơn vị dự giải", extra=extra, stretched=_UNIT
        )
        self.table.table.horizontalHeader().moveSection(_UNIT, 0)
        self.table.shrink_to(24)
        self.table.table.setColumnWidth(_UNIT + 1, 40 * self.fontMetrics().averageCharWidth())
        self.table.add_by(self._choose_unit)
        self.form = NominationForm(sheet, _NAMES)
        self.view = RecordFormView(self.form, around.voice, columns=3, wide_lines=2, spans=_SPANS)
        self.remarks = QLabel()
        self.remarks.setWordWrap(True)
        self._lay_out()
        self.table.chosen.connect(self._show)
        self.setFocusProxy(self.table.table)
        self._show(self.table.current.id if self.table.current else "")

    def follow(self) -> None:
        """Show the units as they are now."""
        self.table.refresh()
        if self.table.current is None and self.table.model.rowCount():
            self.table.table.setCurrentIndex(self.table.model.index(0, _UNIT))
        self._show(self.table.current.id if self.table.current else "")

    def settle(self) -> None:
        """Take what is being typed."""
        self.table.settle()
        self.view.settle()

    def add(self, enterprise_id: str) -> None:
        """A unit stands for the award; what the registers know of it is read anew."""

        def add() -> None:
            self._sheet.desk.perform(service.add_nomination(self._sheet.held, self._sheet.nominations(), enterprise_id))

        if attempted(self._around.voice, add):
            self.read_wanted.emit()

    def _lay_out(self) -> None:
        below = QFrame()
        below.setProperty("panel", "page")
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.remarks)
        column.addWidget(self.view)
        column.addStretch(1)
        self.detail = scrolled(below)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(self.detail)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        self.table.setMinimumHeight(_LEAST)
        self.detail.setMinimumHeight(_LEAST)
        inner, whole = QFrame(), QVBoxLayout(self)
        inner.setProperty("panel", "page")
        around = QVBoxLayout(inner)
        around.setContentsMargins(16, 12, 16, 12)
        around.addWidget(split)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inner))

    def _show(self, key: str) -> None:
        if key != self.form.record_id:
            self.view.settle()
        self.form.show(key)
        record = self.form.record
        self.detail.setVisible(record is not None)
        self.view.refresh()
        found = remarks_on(self._sheet, record) if record else ()
        self.remarks.setText("\n".join(f"⚠ {words}" for words in found))
        self.remarks.setVisible(bool(found))

    def _name(self, record: Record) -> str:
        return self._sheet.name_of(record) if isinstance(record, Nomination) else ""

    def _remarks(self, record: Record) -> str:
        found = remarks_on(self._sheet, record) if isinstance(record, Nomination) else ()
        return f"{len(found)} điều" if len(found) > 1 else "".join(found)

    def _choose_unit(self) -> None:
        window = UnitPicker(self._around.office.enterprises, self, "Chọn đơn vị dự giải")
        window.picked.connect(lambda key, _name: self.add(key))
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()
