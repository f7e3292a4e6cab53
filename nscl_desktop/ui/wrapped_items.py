"""Sentences in a list, each over as many lines as it needs: Qt's own measuring forgets the style sheet's margins."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QListView, QListWidget, QStyledItemDelegate, QStyleOptionViewItem

_MARGINS = QSize(22, 10)
"""What the style sheet and the style leave around an item's text."""
_MOST_HEIGHT = 10_000


class _WrappedItems(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As wide as the list and as high as the text then is."""
        view = self.parent()
        if not isinstance(view, QListView):
            return super().sizeHint(option, index)
        room = QRect(0, 0, max(view.viewport().width() - _MARGINS.width(), 1), _MOST_HEIGHT)
        taken = view.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, str(index.data()))
        return QSize(room.width(), taken.height() + _MARGINS.height())


def wrap_items(sentences: QListWidget) -> None:
    """Let the list break its sentences instead of scrolling to the side."""
    sentences.setWordWrap(True)
    sentences.setTextElideMode(Qt.TextElideMode.ElideNone)
    sentences.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    sentences.setResizeMode(QListView.ResizeMode.Adjust)
    sentences.setItemDelegate(_WrappedItems(sentences))
