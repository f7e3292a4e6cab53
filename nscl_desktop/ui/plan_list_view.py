"""The list of plans: two lines for each, so that number, state and money are seen without opening."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from nscl_desktop.presenters.plan_list import ORDERS, Entry, Order, PlanList
from nscl_desktop.ui.dressing import dress
from nscl_desktop.ui.item_lines import Index, ItemLine, ItemLines
from nscl_desktop.ui.theme import Theme

_ENTRY = Qt.ItemDataRole.UserRole
_PAD = 12
_CHIPS = {"draft": "note", "submitted": "warning", "issued": "success", "replaced": "muted"}


class PlanListView(QFrame):
    """Search, order, the list, and the way to a new plan."""

    chosen = Signal(str)
    """A plan's key."""
    new_wanted = Signal()

    def __init__(self, plans: PlanList, theme: Theme) -> None:
        super().__init__()
        self._plans = plans
        self.setProperty("panel", "side")
        self.setMinimumWidth(22 * self.fontMetrics().averageCharWidth() + 40)
        self.search = QLineEdit(placeholderText="Tìm kế hoạch (không cần dấu)")
        self.search.setAccessibleName("Tìm kế hoạch")
        self.search.setClearButtonEnabled(True)
        self.order = QComboBox()
        self.order.setAccessibleName("Thứ tự danh sách")
        for order, words in ORDERS:
            self.order.addItem(words, order)
        self.list = QListWidget()
        self.list.setAccessibleName("Các kế hoạch")
        self.list.setProperty("plain", "true")
        self.list.setItemDelegate(ItemLines(theme, self.list, _lines, gap=4))
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = QLabel()
        self.nothing.setWordWrap(True)
        self.nothing.setProperty("role", "caption")
        self.nothing.setContentsMargins(_PAD, 0, _PAD, 0)
        self.add = QPushButton("Kế hoạch mới")
        dress(theme, self.add, "add")
        self._lay_out()
        self.search.textChanged.connect(self._on_search)
        self.order.currentIndexChanged.connect(self._on_order)
        self.list.currentItemChanged.connect(self._on_current)
        self.add.clicked.connect(self.new_wanted)
        self.search.installEventFilter(self)

    def refill(self, current: str = "") -> None:
        """Show the plans as they are now, ``current`` chosen; nobody is told that it is chosen."""
        blocked = self.list.blockSignals(True)
        self.list.clear()
        entries = self._plans.entries()
        for entry in entries:
            item = QListWidgetItem()
            item.setData(_ENTRY, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.spoken)
            item.setToolTip(entry.name)
            self.list.addItem(item)
            if entry.plan_id == current:
                self.list.setCurrentItem(item)
        self.list.blockSignals(blocked)
        self.nothing.setText("" if entries else self._why_empty())
        self.nothing.setVisible(not entries)
        self.list.setVisible(bool(entries))

    def choose_first(self) -> None:
        """Open the first plan of the list."""
        if self.list.count():
            self.list.setCurrentRow(0)

    def _why_empty(self) -> str:
        if self._plans.is_empty:
            return "Chưa có kế hoạch nào trong tệp này."
        return f"Không có kế hoạch nào khớp “{self.search.text().strip()}”. Xóa ô tìm để xem tất cả."

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(self.order)
        layout.addLayout(_heading())
        layout.addWidget(self.list, 1)
        layout.addWidget(self.nothing)
        layout.addStretch(0)
        layout.addWidget(self.add)

    def _on_search(self, text: str) -> None:
        self._plans.query = text
        self.refill(self._current())

    def _on_order(self) -> None:
        self._plans.order = Order(self.order.currentData())
        self.refill(self._current())

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_ENTRY).plan_id)

    def _current(self) -> str:
        item: QListWidgetItem | None = self.list.currentItem()
        entry: Entry | None = item.data(_ENTRY) if item is not None else None
        return entry.plan_id if entry else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search field, Enter opens the best answer and the down key goes into the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.choose_first()
                return True
            if event.key() == Qt.Key.Key_Down:
                self.list.setFocus()
                return True
        return super().eventFilter(watched, event)


def _heading() -> QHBoxLayout:
    """The unit once, over all figures."""
    row = QHBoxLayout()
    row.setContentsMargins(_PAD, 0, _PAD, 0)
    plan, unit = QLabel("Kế hoạch"), QLabel("triệu đồng")
    for label in (plan, unit):
        label.setProperty("role", "caption")
    row.addWidget(plan)
    row.addStretch(1)
    row.addWidget(unit)
    return row


def _lines(index: Index) -> list[ItemLine]:
    """Name and money above, number and state below."""
    entry: Entry = index.data(_ENTRY)
    return [
        ItemLine(entry.name, "text", entry.total, "text"),
        ItemLine(entry.document, "muted", entry.status_words, _CHIPS[entry.status]),
    ]
