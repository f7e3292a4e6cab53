"""Copying, pasting, clearing and filling the chosen block of cells, as in Excel and with Excel."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication

from nscl_desktop.presenters.grid_block import GridBlock
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.budget.grid_view import GridView
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.tab import Surroundings


class BlockActions(QObject):
    """What Ctrl+X, C, V, D and Delete do in the grid."""

    table_wanted = Signal()
    """Pasting where there is no line yet: the whole table on the clipboard is meant."""

    def __init__(self, view: GridView, block: GridBlock, around: Surroundings) -> None:
        super().__init__(view)
        self._view, self._block, self._around = view, block, around
        self.cut = self._action("Cắt", self._cut, "cut", "Ctrl+X")
        self.copy = self._action("Sao chép", self._copy, "copy", "Ctrl+C")
        self.paste = self._action("Dán", self._paste, "paste", "Ctrl+V")
        self.fill = self._action("Chép xuống", lambda: self._tell(self._block.fill_down), "", "Ctrl+D")
        self.clear = self._action("Xóa nội dung ô", self._clear, "", "Del", "Backspace")
        self.everything = self._action("Chọn tất cả", self._choose_all, "", "Ctrl+A")

    @property
    def all(self) -> Sequence[QAction | None]:
        """In the order of the menu."""
        return (self.cut, self.copy, self.paste, None, self.fill, self.clear, None, self.everything)

    def _action(self, words: str, run: Callable[[], object], icon: str, *keys: str) -> QAction:
        return make_action(self._view, Command(words, run, icon, keys), self._around.theme)

    def _copy(self) -> None:
        rows, columns = self._view.chosen
        if rows and rows[0] >= 0:
            data = QMimeData()
            data.setText(self._block.text(rows, columns))
            data.setHtml(self._block.markup(rows, columns))
            QGuiApplication.clipboard().setMimeData(data)
            self._around.voice.said.emit(f"Đã sao chép {len(rows) * len(columns)} ô")

    def _cut(self) -> None:
        self._copy()
        self._clear()

    def _paste(self) -> None:
        if not self._view.grid.rows:
            self.table_wanted.emit()
            return
        rows, columns = self._view.chosen
        text = QGuiApplication.clipboard().text()

        def paste() -> None:
            done = self._block.paste(rows[0], columns[0], text, rows=len(rows), columns=len(columns))
            self._around.voice.said.emit(done)

        attempted(self._around.voice, paste)

    def _clear(self) -> None:
        rows, columns = self._view.chosen
        if self._view.typing.forget((row, column) for row in rows for column in columns):
            return
        self._tell(self._block.clear)

    def _tell(self, act: Callable[[Sequence[int], Sequence[int]], str]) -> None:
        rows, columns = self._view.chosen
        attempted(self._around.voice, lambda: self._around.voice.said.emit(act(rows, columns)))

    def _choose_all(self) -> None:
        self._view.go_to(0, 0)
        self._view.go_to(len(self._view.grid.rows) - 1, len(self._view.grid.columns) - 1, extends=True)
