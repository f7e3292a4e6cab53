"""The list of visits: search, filters, the newest first."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.domain.dates import parse_date
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.money import format_amount
from nscl_desktop.presenters.visit_list import STATES, USES, VisitEntryRow, VisitList
from nscl_desktop.ui.elided_combo import ElidedCombo
from nscl_desktop.ui.inspections.visit_items import ENTRY, VisitItems
from nscl_desktop.ui.theme import Theme

_CHOICE_MS = 120
"""Wait so long after an arrow key before a visit is read: who holds the key down wants to see none of them."""
_MOST = 300
"""So many visits are listed at once; nobody looks through more, and each takes its share of a typed key."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class VisitListView(QFrame):
    """``chosen`` tells the current visit's key once the choice rests."""

    chosen = Signal(str)
    new_wanted = Signal()
    plan_chosen = Signal(str)
    """The list is narrowed to a plan, empty for all."""

    def __init__(self, visits: VisitList, theme: Theme, today: str) -> None:
        super().__init__()
        self.visits, self._today = visits, today
        self.setProperty("panel", "side")
        self.search = QLineEdit(placeholderText="Tìm đơn vị, số biên bản, địa điểm… (không cần dấu)")
        self.search.setAccessibleName("Tìm lần kiểm tra")
        self.search.setClearButtonEnabled(True)
        self.filter, self.new = QPushButton("Lọc"), QPushButton("Lần mới")
        self.filter.setCheckable(True)
        self.new.setToolTip("Thêm lần kiểm tra hoặc khảo sát (Ctrl+N)")
        self.state, self.plan, self.use = ElidedCombo(), ElidedCombo(), ElidedCombo()
        self.date_from, self.date_to = QLineEdit(placeholderText="Từ ngày"), QLineEdit(placeholderText="Đến ngày")
        self.corrected = QCheckBox("Cả bản đã được sửa")
        self.filters = QWidget()
        self.list = QListWidget()
        self.list.setAccessibleName("Các lần kiểm tra")
        self.list.setProperty("plain", "true")
        self.list.setItemDelegate(VisitItems(theme, self.list))
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.empty, self.count, self.clear = QLabel(), QLabel(), QPushButton("Bỏ lọc")
        self._rest = QTimer(self, singleShot=True, interval=_CHOICE_MS)
        self._lay_out()
        self._listen()

    @property
    def current(self) -> str:
        """The key of the current visit, empty for none."""
        item: QListWidgetItem | None = self.list.currentItem()
        entry: VisitEntryRow | None = item.data(ENTRY) if item is not None else None
        return entry.visit_id if entry else ""

    def offer_plans(self) -> None:
        """The plans that visits belong to; what is chosen stays chosen."""
        self.plan.clear()
        for key, name in self.visits.plans():
            self.plan.addItem(name, key)
        self.plan.setCurrentIndex(max(self.plan.findData(self.visits.plan_id), 0))

    def refill(self, wanted: str = "") -> None:
        """Show the visits as they are now; ``wanted`` (else the current one) is current; nobody is told that it is."""
        kept = wanted or self.current
        blocked = self.list.blockSignals(True)
        self.list.clear()
        entries = self.visits.entries(self._today)
        for entry in _first_with(entries, kept):
            item = QListWidgetItem()
            item.setData(ENTRY, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.spoken)
            item.setToolTip("\n".join(filter(None, (entry.unit, entry.what, entry.advice))))
            self.list.addItem(item)
            if entry.visit_id == kept:
                self.list.setCurrentItem(item)
        self.list.blockSignals(blocked)
        self._follow(len(entries))

    def show_all(self) -> None:
        """Take all filters away."""
        self.visits.clear()
        self.plan_chosen.emit("")
        for combo in (self.state, self.plan, self.use):
            combo.setCurrentIndex(0)
        for field in (self.search, self.date_from, self.date_to):
            field.clear()
        self.refill()

    def go_to_rows(self) -> None:
        """Enter in the search: the first visit, or the current one."""
        if not self.current and self.list.count():
            self.list.setCurrentRow(0)
        self.list.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search field, Enter and the down key go into the list."""
        is_key = isinstance(event, QKeyEvent) and event.key() in (*_ENTER, Qt.Key.Key_Down)
        if is_key and event.type() == QEvent.Type.KeyPress:
            self.go_to_rows()
            return True
        return super().eventFilter(watched, event)

    # -- building ---------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.search, 1)
        head.addWidget(self.filter)
        head.addWidget(self.new)
        for combo, name, offers in ((self.state, "Tình trạng", STATES), (self.use, "Kiểm tra hay khảo sát", USES)):
            combo.setAccessibleName(name)
            for value, label in offers:
                combo.addItem(label, value)
        self.plan.setAccessibleName("Đợt kiểm tra")
        for field in (self.date_from, self.date_to):
            field.setAccessibleName(field.placeholderText())
            field.setToolTip("Ví dụ 5/3/2026 hoặc 3/2026")
        grid = QGridLayout(self.filters)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        grid.addWidget(self.state, 0, 0)
        grid.addWidget(self.use, 0, 1)
        grid.addWidget(self.plan, 1, 0, 1, 2)
        grid.addWidget(self.date_from, 2, 0)
        grid.addWidget(self.date_to, 2, 1)
        grid.addWidget(self.corrected, 3, 0, 1, 2)
        self.filters.hide()
        for words in (self.empty, self.count):
            words.setProperty("role", "caption")
            words.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 8)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.filters)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.list, 1)
        layout.addLayout(foot)

    def _listen(self) -> None:
        self.search.textChanged.connect(self._seek)
        self.search.installEventFilter(self)
        self.filter.toggled.connect(self.filters.setVisible)
        self.new.clicked.connect(self.new_wanted)
        self.clear.clicked.connect(self.show_all)
        for combo in (self.state, self.plan, self.use):
            combo.activated.connect(lambda _: self._filter())
        for field in (self.date_from, self.date_to):
            field.editingFinished.connect(self._filter)
        self.corrected.clicked.connect(lambda _: self._filter())
        self.list.currentRowChanged.connect(lambda _: self._rest.start())
        self._rest.timeout.connect(self._tell_choice)

    def _tell_choice(self) -> None:
        if self.current:
            self.chosen.emit(self.current)

    # -- doing ------------------------------------------------------------------------------------------------------

    def _seek(self, text: str) -> None:
        self.visits.query = text
        self.refill()

    def _filter(self) -> None:
        visits = self.visits
        visits.state, visits.purpose, visits.plan_id = (_value(each) for each in (self.state, self.use, self.plan))
        visits.date_from, visits.date_to = _day(self.date_from), _last_day(_day(self.date_to))
        visits.with_corrected = self.corrected.isChecked()
        self.plan_chosen.emit(visits.plan_id)
        self.refill()

    def _follow(self, count: int) -> None:
        filters = self.visits.filter_count
        self.filter.setText(f"Lọc ({filters})" if filters else "Lọc")
        self.clear.setVisible(self.visits.is_narrowed)
        self.empty.setVisible(not count)
        self.list.setVisible(bool(count))
        self.empty.setText("Không có lần nào như vậy." if self.visits.is_narrowed else "Chưa có lần kiểm tra nào.")
        shown = self.list.count()
        more = f"; hiện {shown} lần đầu, hãy gõ để tìm" if shown < count else ""
        self.count.setText(f"{format_amount(count)} lần{more}" if count else "")


def _first_with(entries: Sequence[VisitEntryRow], wanted: str) -> Sequence[VisitEntryRow]:
    """As many as are looked through, and the wanted one wherever it stands."""
    beyond = [each for each in entries[_MOST:] if each.visit_id == wanted]
    return [*entries[:_MOST], *beyond]


def _value(combo: QComboBox) -> str:
    return str(combo.currentData() or "")


def _day(field: QLineEdit) -> str:
    """What was typed as an ISO date; a text that is none stays in its field, marked, and filters nothing."""
    try:
        found, is_wrong = parse_date(field.text().strip()), False
    except InputError as error:
        found, is_wrong = "", True
        field.setToolTip(error.sentence)
    field.setProperty("invalid", is_wrong)
    field.style().unpolish(field)
    field.style().polish(field)
    return found


def _last_day(day: str) -> str:
    """A month or year reaches to its end."""
    return day if not day or len(day) == len("2026-01-01") else f"{day}-99"
