"""Hoạt động gần đây: the steps of the last days over all records, by day and by person, each opening its record."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from nscl_desktop.domain.activity import ActivityStep
from nscl_desktop.presenters.activity_list import SPANS, ActivityList, beginning
from nscl_desktop.ui.dialogs.dialog import caption
from nscl_desktop.ui.packages.package_window import PackageWindow
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.tab import Surroundings
from nscl_desktop.ui.two_line_items import TwoLineList

_COLUMNS = (ReadColumn("Lúc", 9), ReadColumn("Người", 18), ReadColumn("Đã làm"), ReadColumn("Ở", 15))


class ActivityWindow(PackageWindow):
    """``record_wanted``: kind and key of the record of the chosen step. ``kinds``: those that can be opened."""

    record_wanted = Signal(str, str)

    def __init__(self, around: Surroundings, kinds: frozenset[str], parent: QWidget) -> None:
        super().__init__(around, parent, "Hoạt động gần đây", "Mở bản ghi", leave="Đóng")
        self._activity, self._kinds = around.office.everyday.activity, kinds
        self._list = ActivityList(())
        self.span, self.who = QComboBox(), QComboBox()
        self.search = QLineEdit(placeholderText="Tìm việc đã làm (không cần dấu)")
        self.days = TwoLineList("Các ngày", around.theme)
        self.days.setProperty("framed", "true")
        self.days.setFixedWidth(180)
        self.table = ReadTable("Các bước trong ngày", _COLUMNS)
        self.note = caption("")
        self.who.setMinimumContentsLength(18)
        for days, words in SPANS:
            self.span.addItem(words, days)
        for widget, name in ((self.span, "Khoảng thời gian"), (self.who, "Người"), (self.search, "Tìm việc đã làm")):
            widget.setAccessibleName(name)
        self._lay_out()
        self.span.currentIndexChanged.connect(lambda _: self.read())
        self.who.currentIndexChanged.connect(lambda _: self._fill())
        self.search.textChanged.connect(lambda _: self._fill())
        self.days.currentItemChanged.connect(lambda *_: self._fill_day())
        self.table.currentCellChanged.connect(lambda *_: self.follow())
        self.table.itemDoubleClicked.connect(lambda _: self._open())
        self.verb.clicked.connect(self._open)
        self.resize(1040, 600)
        self.search.setFocus()
        self.follow()

    def _lay_out(self) -> None:
        top, below = QHBoxLayout(), QHBoxLayout()
        for row in (top, below):
            row.setSpacing(8)
        for widget, stretch in ((self.span, 0), (self.who, 0), (self.search, 1)):
            top.addWidget(widget, stretch)
        below.addWidget(self.days)
        below.addWidget(self.table, 1)
        self.content.addLayout(top)
        self.content.addLayout(below, 1)
        self.content.addWidget(self.note)

    def read(self) -> None:
        """Read the steps of the chosen time."""
        since = beginning(datetime.now().astimezone(), int(self.span.currentData()))

        def show(steps: Sequence[ActivityStep]) -> None:
            self._list = ActivityList(steps)
            self._offer_people()
            self._fill()

        self.work("Đang đọc nhật ký", lambda _: self._activity.steps(since), show)

    def follow(self) -> None:
        """A record can be opened where the step was taken on one that a tab shows."""
        step = self.table.current_data
        is_shown = isinstance(step, ActivityStep) and bool(step.root_id) and step.root_entity in self._kinds
        self.verb.setEnabled(is_shown and not self.is_working)

    def _offer_people(self) -> None:
        blocked, chosen = self.who.blockSignals(True), self.who.currentData()
        self.who.clear()
        self.who.addItem("Mọi người", "")
        for name in self._list.people():
            self.who.addItem(name, name)
        self.who.setCurrentIndex(max(self.who.findData(chosen), 0))
        self.who.blockSignals(blocked)

    def _fill(self) -> None:
        days = self._list.days(*self._asked)
        known = {key for key, _, _ in days}
        wanted = self.days.key if self.days.key in known else days[0][0] if days else ""
        self.days.fill(days, wanted)
        self.note.setText("" if days else "Không có bước nào như vậy trong khoảng thời gian này.")
        self._fill_day()

    def _fill_day(self) -> None:
        rows = self._list.rows(self.days.key, *self._asked)
        self.table.fill(
            [cells for _, cells in rows], data=[step for step, _ in rows], tips=[_tip(step) for step, _ in rows]
        )
        self.follow()

    @property
    def _asked(self) -> tuple[str, str]:
        return str(self.who.currentData() or ""), self.search.text()

    def _open(self) -> None:
        step = self.table.current_data
        if isinstance(step, ActivityStep) and self.verb.isEnabled():
            self.accept()
            self.record_wanted.emit(step.root_entity, step.root_id)


def _tip(step: ActivityStep) -> str:
    return f"{step.words}\n{step.who}, máy {step.machine}"
