"""The list of work: search, filters by state, kind and year, each piece in two or three lines; late work first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.domain.work import WORK_KINDS
from nscl_desktop.domain.work_standing import Standing
from nscl_desktop.presenters.work_sheet import WorkEntry, WorkList
from nscl_desktop.ui.filter_row import FilterRow
from nscl_desktop.ui.item_lines import Index, ItemLine, ItemLines
from nscl_desktop.ui.theme import Theme

_ENTRY = Qt.ItemDataRole.UserRole
_FILTERS = (("standing", "Lọc theo tình trạng"), ("kind", "Lọc theo loại việc"), ("year", "Lọc theo năm"))
_STANDINGS = (
    (Standing.LATE, "Quá hạn"), (Standing.SOON, "Sắp đến hạn"), (Standing.OPEN, "Chưa đến hạn"),
    (Standing.DONE, "Đã xong"), (Standing.DROPPED, "Không làm"),
)  # fmt: skip
_INKS = {Standing.LATE: "error", Standing.SOON: "warning", Standing.DONE: "success"}


class WorkListView(QWidget):
    """``chosen`` tells the current piece's key, "" for none."""

    chosen = Signal(str)

    def __init__(self, work: WorkList, theme: Theme) -> None:
        super().__init__()
        self.work = work
        self.search, self.new = QLineEdit(placeholderText="Tìm việc, cơ quan (không cần dấu)"), QPushButton("Việc mới")
        self.search.setAccessibleName("Tìm việc")
        self.search.setClearButtonEnabled(True)
        self.filters = FilterRow(_FILTERS)
        self.filters.show()
        self.list, self.count = QListWidget(), QLabel()
        self.list.setAccessibleName("Các việc")
        self.list.setProperty("plain", "true")
        self.list.setItemDelegate(ItemLines(theme, self.list, _lines))
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.count.setProperty("role", "caption")
        self._lay_out()
        self.search.textChanged.connect(self._seek)
        self.search.returnPressed.connect(self.list.setFocus)
        self.filters.chosen.connect(self._filter)
        self.list.currentItemChanged.connect(lambda *_: self.chosen.emit(self.key))

    @property
    def key(self) -> str:
        """The current piece of work, "" for none."""
        item: QListWidgetItem | None = self.list.currentItem()
        return item.data(_ENTRY).key if item is not None else ""

    def refill(self, wanted: str = "") -> None:
        """Show the list as it is; ``wanted``, else the current piece, stays current, and nobody is told."""
        kept = wanted or self.key
        years = [(str(year), str(year)) for year in self.work.years()]
        offers = {
            "standing": [("", "Mọi tình trạng"), *_STANDINGS],
            "kind": [("", "Mọi loại việc"), *WORK_KINDS],
            "year": [("", "Mọi năm"), *years],
        }
        self.filters.offer(offers, self.work)
        blocked = self.list.blockSignals(True)
        self.list.clear()
        entries = self.work.entries()
        for entry in entries:
            self._add(entry, is_current=entry.key == kept)
        self.list.blockSignals(blocked)
        self.count.setText(f"{len(entries)} việc" if entries else "Không có việc nào")

    def show_all(self) -> None:
        """No search, no filter."""
        self.work.query = self.work.kind = self.work.year = self.work.standing = ""
        blocked = self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(blocked)

    def _add(self, entry: WorkEntry, *, is_current: bool) -> None:
        item = QListWidgetItem()
        item.setData(_ENTRY, entry)
        words = ", ".join(filter(None, (entry.title, entry.state.words, entry.about, entry.waiting)))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        item.setToolTip("\n".join(filter(None, (entry.title, entry.about, entry.state.words, entry.waiting))))
        self.list.addItem(item)
        if is_current:
            self.list.setCurrentItem(item)

    def _seek(self, text: str) -> None:
        self.work.query = text
        self.refill()

    def _filter(self, name: str, value: str) -> None:
        setattr(self.work, name, value)
        self.refill()

    def _lay_out(self) -> None:
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.setSpacing(8)
        head.addWidget(self.search, 1)
        head.addWidget(self.new)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.filters)
        column.addWidget(self.list, 1)
        column.addWidget(self.count)


def _lines(index: Index) -> list[ItemLine]:
    entry: WorkEntry = index.data(_ENTRY)
    lines = [
        ItemLine(entry.title, "text", entry.state.words, _INKS.get(entry.state.standing, "muted")),
        ItemLine(entry.about),
    ]
    return [*lines, ItemLine(entry.waiting, "warning")] if entry.waiting else lines
