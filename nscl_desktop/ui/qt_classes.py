"""Classes of Qt that screens are made of, made on the main thread before anything is loaded aside.

PySide makes a class when it is first named. One that is made on another thread, while Qt looks for the class of a
widget on this one, can end the program; so whatever is imported aside must find all of them there.
"""

import importlib
from collections.abc import Iterator, Mapping

TABS_NEED: Mapping[str, tuple[str, ...]] = {
    "PySide6.QtCore": (
        "QAbstractItemModel", "QAbstractTableModel", "QItemSelection", "QItemSelectionModel", "QMimeData",
        "QModelIndex", "QPersistentModelIndex", "QChildEvent", "QDynamicPropertyChangeEvent", "QTimerEvent",
    ),
    "PySide6.QtGui": (
        "QFontMetrics", "QPen", "QPolygon", "QTextCursor", "QTextLayout", "QTextOption", "QKeyEvent", "QCloseEvent",
        "QContextMenuEvent", "QDropEvent", "QFocusEvent", "QHideEvent", "QMouseEvent", "QMoveEvent", "QResizeEvent",
        "QShowEvent", "QWheelEvent", "QActionEvent", "QChildWindowEvent", "QDragEnterEvent", "QDragLeaveEvent",
        "QDragMoveEvent", "QEnterEvent", "QExposeEvent", "QFileOpenEvent", "QHelpEvent", "QHoverEvent",
        "QIconDragEvent", "QInputMethodEvent", "QInputMethodQueryEvent", "QNativeGestureEvent",
        "QPlatformSurfaceEvent", "QScrollEvent", "QScrollPrepareEvent", "QShortcutEvent", "QStatusTipEvent",
        "QTabletEvent", "QToolBarChangeEvent", "QTouchEvent", "QWhatsThisClickedEvent", "QWindowStateChangeEvent",
    ),
    "PySide6.QtWidgets": (
        "QAbstractItemDelegate", "QAbstractSlider", "QButtonGroup", "QCheckBox", "QComboBox", "QCommonStyle",
        "QCompleter", "QDialog", "QFileDialog", "QGestureEvent", "QGridLayout", "QHeaderView", "QInputDialog",
        "QLineEdit", "QListWidgetItem", "QPlainTextEdit", "QScrollArea", "QScrollBar", "QSplitter",
        "QStyleOptionComboBox", "QStyleOptionComplex", "QStyleOptionTab", "QStyleOptionViewItem", "QStylePainter",
        "QStyledItemDelegate",
        "QTabBar", "QTableView", "QTableWidget", "QTableWidgetItem", "QGraphicsSceneContextMenuEvent",
        "QGraphicsSceneDragDropEvent", "QGraphicsSceneHelpEvent", "QGraphicsSceneHoverEvent",
        "QGraphicsSceneMouseEvent", "QGraphicsSceneMoveEvent", "QGraphicsSceneResizeEvent", "QGraphicsSceneWheelEvent",
    ),
}  # fmt: skip
"""What importing the tabs is the first to want."""

LATER: Mapping[str, tuple[str, ...]] = {
    "PySide6.QtCore": ("QMarginsF", "QRectF", "QSizeF", "QStandardPaths", "QUrl"),
    "PySide6.QtGui": ("QDesktopServices", "QPageLayout", "QPageSize"),
    "PySide6.QtWidgets": ("QFormLayout",),
    "PySide6.QtPrintSupport": ("QPrintDialog", "QPrinter"),
}
"""What the screens are the first to want that are loaded once a plan is in sight."""


def make_classes(wanted: Mapping[str, tuple[str, ...]]) -> Iterator[None]:
    """Make these classes, those of one module of Qt in each step, so that no step takes a frame."""
    for module, names in wanted.items():
        for name in names:
            getattr(importlib.import_module(module), name)
        yield
