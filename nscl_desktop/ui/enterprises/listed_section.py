"""A section of a unit's page that is only read: a table whose rows open what they tell of, or words how they come."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nscl_desktop.presenters.unit_lines import Line
from nscl_desktop.ui.read_table import ReadColumn, ReadTable

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ListedSection(QWidget):
    """``lines`` gives what is shown; ``opened`` is called with what a row tells of, on Enter or a double click."""

    def __init__(
        self,
        name: str,
        columns: Sequence[ReadColumn],
        lines: Callable[[], Sequence[Line]],
        empty: str,
        opened: Callable[[object], object] | None = None,
        *,
        title: str = "",
        has_total: bool = False,
    ) -> None:
        super().__init__()
        self._lines, self._opened, self._has_total = lines, opened, has_total
        self.table = ReadTable(name, columns)
        self.empty = QLabel(empty)
        self.empty.setWordWrap(True)
        self.empty.setProperty("role", "caption")
        self.hint = QLabel("Enter hoặc nhấp đúp để mở.")
        self.hint.setProperty("role", "caption")
        self.setFocusProxy(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        if title:
            heading = QLabel(title)
            heading.setProperty("role", "heading")
            layout.addWidget(heading)
        layout.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.hint)
        self.table.installEventFilter(self)
        self.table.cellDoubleClicked.connect(lambda *_: self._open())

    def follow(self) -> None:
        """Show the rows as they are now."""
        lines = self._lines()
        self.table.fill([line.cells for line in lines], [line.opens for line in lines], has_total=self._has_total)
        self.table.setVisible(bool(lines))
        self.hint.setVisible(bool(lines) and self._opened is not None)
        self.empty.setVisible(not lines)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            self._open()
            return True
        return super().eventFilter(watched, event)

    def _open(self) -> None:
        found = self.table.current_data
        if self._opened and found is not None:
            self._opened(found)
