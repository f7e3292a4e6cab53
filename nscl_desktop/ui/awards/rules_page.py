"""The rules of awards on a page: a regime's facts, criteria and prizes; norms of prize money above lương cơ sở."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget
from shiboken6 import isValid

from nscl_desktop.domain.records import Record
from nscl_desktop.presenters.award_rules_sheet import RulesSheet
from nscl_desktop.services.award_rules import add_regime
from nscl_desktop.services.desk import Changed, Refused
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.record_form_view import RecordFormView
from nscl_desktop.ui.record_table import RecordTable
from nscl_desktop.ui.record_table_model import ExtraColumn
from nscl_desktop.ui.scrolled import scrolled
from nscl_desktop.ui.tab import Surroundings
from nscl_desktop.ui.undoing import follow_undo, take_redo, take_undo, undo_actions
from nscl_desktop.ui.wrapped_tabs import wrapped_tabs

_FACTS = ("name", "code", "valid_from", "valid_to", "large_from", "is_for_products", "verified", "legal_basis", "note")
_SPANS = {"name": 2, "legal_basis": 3}

_LEAST = 190
"""Height of each of two tables on the smallest screen; then the page scrolls."""


class RulesPage(QFrame):
    """The regime is chosen above; norms and bases are of no regime."""

    def __init__(self, sheet: RulesSheet, around: Surroundings) -> None:
        super().__init__()
        self.setProperty("panel", "page")
        self.sheet, self._around = sheet, around
        self.regime = QComboBox()
        self.regime.setAccessibleName("Quy chế")
        self.regime.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.new, self.delete = QPushButton("Thêm quy chế"), QPushButton("Xóa quy chế")
        self.view = RecordFormView(sheet.form(_FACTS), around.voice, columns=3, wide_lines=7, spans=_SPANS)
        self.criteria = RecordTable(sheet.criteria, around, self.undo, noun="tiêu chí", stretched=1)
        self.criteria.stand_in_own_order()
        self.criteria.shrink_to(24)
        self.criteria.table.setColumnWidth(4, 44 * self.fontMetrics().averageCharWidth())
        self.part = QPushButton("Thêm mục con")
        self.criteria.buttons.insertWidget(1, self.part)
        self.sum = QLabel()
        self.sum.setProperty("role", "caption")
        self.sum.setWordWrap(True)
        self.kinds = RecordTable(sheet.kinds, around, self.undo, noun="loại giải", stretched=5)
        today = ExtraColumn("Hôm nay (đồng)", sheet.today_text, is_figure=True)
        self.norms = RecordTable(sheet.norms, around, self.undo, noun="mức thưởng", extra=(today,))
        self.norms.stand_in_own_order()
        self.norms.table.horizontalHeader().moveSection(len(sheet.norms.specs), 4)
        at_base = ExtraColumn("Theo mức đang chọn (đồng)", self._at_base, is_figure=True)
        self.bases = RecordTable(sheet.bases, around, self.undo, noun="lương cơ sở", extra=(at_base,), stretched=2)
        self.bases.stand_in_own_order()
        self.pages = wrapped_tabs("Các phần của quy chế, mức thưởng", around.theme)
        self.undo_action, self.redo_action = undo_actions(self, around.theme, self.undo, self.redo)
        self._lay_out()
        self._listen()
        self.follow()
        if self.norms.model.rowCount():
            self.norms.table.setCurrentIndex(self.norms.model.index(0, 0))

    def undo(self) -> None:
        """Ctrl+Z."""
        if isValid(self):  # the toast of a step stays a little longer than its page
            self.settle()
            take_undo(self._around.voice, self.sheet.desk.undo)

    def redo(self) -> None:
        """Ctrl+Y."""
        if isValid(self):  # likewise
            self.settle()
            take_redo(self._around.voice, self.sheet.desk.redo)

    def settle(self) -> None:
        """Take what is being typed."""
        self.view.settle()
        for table in (self.criteria, self.kinds, self.norms, self.bases):
            table.settle()

    def show_regime(self, key: str) -> None:
        """Look at another regime; nothing happens where it is gone."""
        if key in dict(self.sheet.regimes()):
            self.sheet.regime_id = key
            self.follow()

    def follow(self) -> None:
        """Show the rules as they are now."""
        offers = self.sheet.regimes()
        if self.sheet.regime is None:
            self.sheet.regime_id = offers[0][0] if offers else ""
        self.regime.clear()
        for key, words in offers:
            self.regime.addItem(words, key)
        self.regime.setCurrentIndex(self.regime.findData(self.sheet.regime_id))
        self.view.form.show(self.sheet.regime_id)
        self.view.refresh()
        for table in (self.criteria, self.kinds, self.norms, self.bases):
            table.refresh()
        self.sum.setText(self.sheet.sum_words() if offers else "")
        self.delete.setEnabled(bool(offers))
        follow_undo(self.undo_action, self.redo_action, self.sheet.desk.undo_stack)

    def _lay_out(self) -> None:
        head, column, split = QHBoxLayout(), QVBoxLayout(self), QSplitter(Qt.Orientation.Vertical)
        head.setContentsMargins(16, 12, 16, 8)
        head.setSpacing(8)
        label = QLabel("Quy chế")
        label.setBuddy(self.regime)
        head.addWidget(label)
        head.addWidget(self.regime, 1)
        head.addWidget(self.new)
        head.addWidget(self.delete)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        for table in (self.norms, self.bases):
            split.addWidget(table)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        self.bases.setContentsMargins(0, 12, 0, 0)
        self.pages.addTab(scrolled(_page(self.view, is_high=False)), "Thông tin")
        self.pages.addTab(_page(self.criteria, self.sum), "Tiêu chí")
        self.pages.addTab(_page(self.kinds), "Giải và ngưỡng điểm")
        self.norms.setMinimumHeight(_LEAST)
        self.bases.setMinimumHeight(_LEAST)
        self.pages.addTab(scrolled(_page(split)), "Mức thưởng, lương cơ sở")
        column.addWidget(self.pages, 1)

    def _listen(self) -> None:
        self.sheet.desk.subscribe(self._on_event)
        self.regime.activated.connect(lambda _: self.show_regime(str(self.regime.currentData())))
        self.norms.chosen.connect(lambda _: self.bases.refresh())
        self.part.clicked.connect(lambda: attempted(self._around.voice, self._add_part))
        self.new.clicked.connect(lambda: attempted(self._around.voice, self._add_regime))
        self.delete.clicked.connect(lambda: attempted(self._around.voice, self._delete_regime))

    def _at_base(self, record: Record) -> str:
        return self.sheet.text_at(self.norms.current, record)

    def _add_part(self) -> None:
        self.criteria.choose(self.sheet.add_part(self.criteria.current))

    def _add_regime(self) -> None:
        step = add_regime("(tên quy chế)")
        self.sheet.desk.perform(step)
        self.show_regime(step.changes[0].id)
        self.pages.setCurrentIndex(0)
        self.view.editor("name").setFocus()

    def _delete_regime(self) -> None:
        done = self.sheet.remove_regime()
        self._around.voice.done.emit(done, "Hoàn tác", self.undo)

    def _on_event(self, event: Changed | Refused) -> None:
        self.follow()
        self._around.voice.menus_changed.emit()
        if isinstance(event, Refused):
            self._around.voice.refused.emit(event.sentence)


def _page(first: QWidget, *others: QWidget, is_high: bool = True) -> QWidget:
    page, column = QFrame(), QVBoxLayout()
    page.setProperty("panel", "page")
    page.setLayout(column)
    column.setContentsMargins(16, 12, 16, 16)
    column.setSpacing(8)
    for widget in (first, *others):
        column.addWidget(widget, int(widget is first and is_high))
    if not is_high:
        column.addStretch(1)
    page.setFocusProxy(first)
    return page
