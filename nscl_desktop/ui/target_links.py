"""The budget lines that feed one target: what each plans, and whether its quantity is what the target counts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from nscl_desktop.domain.targets import Target
from nscl_desktop.presenters.line_choice import LineChoice
from nscl_desktop.presenters.target_table import LinkRow, TargetTable
from nscl_desktop.services.workspace import PlanDesk
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.line_picker import LinePicker
from nscl_desktop.ui.tab import Surroundings

_ROW = Qt.ItemDataRole.UserRole


class TargetLinks(QWidget):
    """A list with boxes: ticked lines are counted."""

    def __init__(self, desk: PlanDesk, table: TargetTable, around: Surroundings) -> None:
        super().__init__()
        self._desk, self._table, self._around = desk, table, around
        self._target_id = ""
        title = QLabel("Mục chi phục vụ mục tiêu này (đánh dấu: tính số lượng)")
        title.setProperty("role", "caption")
        title.setWordWrap(True)
        self.list = QListWidget()
        self.list.setProperty("framed", "true")
        self.list.setAccessibleName("Mục chi phục vụ mục tiêu")
        self.list.setFixedHeight(6 * (self.fontMetrics().height() + 8))
        self.add, self.remove = QPushButton("Gắn mục chi…"), QPushButton("Bỏ")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.add)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(title)
        layout.addWidget(self.list)
        layout.addLayout(buttons)
        layout.addStretch(1)
        self.add.clicked.connect(self._pick)
        self.remove.clicked.connect(self._remove)
        self.list.itemChanged.connect(self._on_ticked)

    def show_target(self, target_id: str) -> None:
        """Another target."""
        self._target_id = target_id
        self.refresh()

    def refresh(self) -> None:
        """Show the links as they are now."""
        blocked = self.list.blockSignals(True)
        row = self.list.currentRow()
        self.list.clear()
        target = self._target()
        for link in self._table.links(target) if target else ():
            item = QListWidgetItem(f"{link.name}   ({link.quantity})" if link.quantity else link.name)
            item.setData(_ROW, link)
            item.setCheckState(Qt.CheckState.Checked if link.link.counts else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        self.list.blockSignals(blocked)
        self.add.setEnabled(target is not None)
        self.remove.setEnabled(self.list.count() > 0)

    def _target(self) -> Target | None:
        return self._desk.book.table(Target).get(self._target_id)

    def _pick(self) -> None:
        picker = LinePicker(LineChoice(self._desk), self)
        picker.picked.connect(self._link)
        picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picker.open()

    def _link(self, line_id: str) -> None:
        target = self._target()
        if target:
            attempted(self._around.voice, lambda: self._table.link(target, line_id))

    def _remove(self) -> None:
        item: QListWidgetItem | None = self.list.currentItem()
        if item is not None:
            row: LinkRow = item.data(_ROW)
            attempted(self._around.voice, lambda: self._table.unlink(row.link))

    def _on_ticked(self, item: QListWidgetItem) -> None:
        row: LinkRow = item.data(_ROW)
        counts = item.checkState() == Qt.CheckState.Checked
        if not attempted(self._around.voice, lambda: self._table.set_counts(row.link, counts=counts)):
            self.refresh()
