"""Ctrl+K: any command by typing a part of its name, for those who do not remember in which menu it stands."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.presenters.command_search import Offer, matching
from nscl_desktop.ui.commands import keys_text, plain_words

_MOVES: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_WIDTH, _ROWS = 560, 10


class CommandPalette(QDialog):
    """A search field over the list of commands; Enter runs the chosen one, Esc leaves."""

    def __init__(self, window: QWidget, commands: Sequence[tuple[str, QAction]]) -> None:
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)  # popups disturb Telex
        self.setAccessibleName("Tìm lệnh")
        self._runs: list[Callable[[], object]] = []
        self._offers: list[Offer] = []
        self._note([(where, action, action.trigger) for where, action in commands])
        self.field = QLineEdit(placeholderText="Gõ tên lệnh, không cần dấu…")
        self.field.setAccessibleName("Tên lệnh")
        self.list = QListWidget()
        self.list.setAccessibleName("Lệnh tìm thấy")
        self.list.setProperty("rows", "true")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._empty = QLabel("Không có lệnh nào như vậy. Thử một từ khác, ví dụ “dòng” hoặc “in”.")
        self._empty.setProperty("role", "caption")
        self._empty.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        for part in (self.field, self.list, self._empty):
            layout.addWidget(part)
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._run)
        self._search("")
        self.resize(_WIDTH, _ROWS * (self.fontMetrics().height() + 16))

    def add(self, commands: Sequence[tuple[str, QAction, Callable[[], object]]]) -> None:
        """More commands: where each stands, and how it is run. What is chosen stays chosen."""
        if commands:
            self._note(commands)
            item: QListWidgetItem | None = self.list.currentItem()
            chosen = item.data(Qt.ItemDataRole.UserRole) if item is not None and self.list.currentRow() else None
            self._search(self.field.text())
            for row in range(self.list.count() if chosen is not None else 0):
                if self.list.item(row).data(Qt.ItemDataRole.UserRole) == chosen:
                    self.list.setCurrentRow(row)

    def _note(self, commands: Sequence[tuple[str, QAction, Callable[[], object]]]) -> None:
        for where, action, run in commands:
            words, keys = plain_words(action), keys_text(action)
            self._offers.append(Offer(len(self._runs), words, where, keys, action.isEnabled()))
            self._runs.append(run)

    def _search(self, query: str) -> None:
        self.list.clear()
        found = matching(self._offers, query)
        for offer in found:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, offer.index)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{offer.words} {offer.keys}".strip())
            self.list.addItem(item)
            row = _row(offer)
            item.setSizeHint(row.sizeHint())
            self.list.setItemWidget(item, row)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(found))
        self._empty.setVisible(not found)

    def _run(self, item: QListWidgetItem | None) -> None:
        if item is None:
            self.accept()
        else:
            self.run(self._offers[item.data(Qt.ItemDataRole.UserRole)])

    @property
    def offers(self) -> Sequence[Offer]:
        """All commands on offer by now."""
        return tuple(self._offers)

    def run(self, offer: Offer) -> None:
        """Leave, and run a command."""
        self.accept()
        self._runs[offer.index]()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move in the list and Enter runs, while the focus stays where one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)


def _row(offer: Offer) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(12, 6, 12, 6)
    name, where, keys = QLabel(offer.words), QLabel(offer.where), QLabel(offer.keys)
    name.setEnabled(offer.enabled)
    for label in (where, keys):
        label.setProperty("role", "caption")
    layout.addWidget(name)
    layout.addWidget(where)
    layout.addStretch(1)
    layout.addWidget(keys)
    return row
