"""Commands on the chosen lines of the grid, with their keys and what is chosen afterwards."""

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from nscl_desktop.presenters.line_commands import LineCommands
from nscl_desktop.services.outline import Where
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.budget.grid_view import GridView
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.tab import Surroundings


class LineActions(QObject):
    """Insert, indent, move, duplicate, delete."""

    def __init__(
        self, view: GridView, commands: LineCommands, around: Surroundings, undo: Callable[[], object]
    ) -> None:
        super().__init__(view)
        self._view, self._commands, self._around, self._undo = view, commands, around, undo
        self.insert = self._action("Thêm dòng", lambda: self._insert("after"), "insert-row", "Ins")
        self.insert_above = self._action("Thêm dòng phía trên", lambda: self._insert("before"), "", "Ctrl+Shift+Ins")
        self.insert_inside = self._action("Thêm dòng con", lambda: self._insert("inside"), "add", "Alt+Ins")
        self.outdent = self._action("Lùi ra một cấp", lambda: self._act(commands.outdent), "outdent", "Alt+Left")
        self.indent = self._action("Lùi vào một cấp", lambda: self._act(commands.indent), "indent", "Alt+Right")
        self.up = self._action("Chuyển lên", lambda: self._move(-1), "move-up", "Alt+Up")
        self.down = self._action("Chuyển xuống", lambda: self._move(1), "move-down", "Alt+Down")
        self.duplicate = self._action("Nhân đôi", lambda: self._act(commands.duplicate), "duplicate", "Ctrl+Shift+D")
        self.delete = self._action("Xóa dòng", self._delete, "delete", "Ctrl+Del", "Ctrl+-")

    @property
    def shaping(self) -> Sequence[QAction | None]:
        """All commands in the order of the menu."""
        return (
            self.insert, self.insert_above, self.insert_inside, None,
            self.outdent, self.indent, self.up, self.down, None,
            self.duplicate, self.delete,
        )  # fmt: skip

    @property
    def tools(self) -> Sequence[QAction | None]:
        """Those that stand on the toolbar."""
        return (self.insert, None, self.outdent, self.indent, self.up, self.down, None, self.delete)

    def chosen_lines(self) -> tuple[str, ...]:
        """Keys of the lines of the chosen block."""
        rows, _ = self._view.chosen
        return tuple(self._view.grid.rows[row].line_id for row in rows if 0 <= row < len(self._view.grid.rows))

    def _action(self, words: str, run: Callable[[], object], icon: str, *keys: str) -> QAction:
        return make_action(self._view, Command(words, run, icon, keys), self._around.theme)

    def _act(self, command: Callable[[Sequence[str]], Sequence[str]]) -> None:
        self._view.settle()
        lines = self.chosen_lines()
        attempted(self._around.voice, lambda: self._choose(command(lines)))

    def _move(self, step: Literal[-1, 1]) -> None:
        self._act(lambda lines: self._commands.move(lines, step))

    def _insert(self, where: Where) -> None:
        self._view.settle()
        chosen = self.chosen_lines()
        anchor = chosen[0 if where == "before" else -1] if chosen else ""

        def insert() -> None:
            fresh = self._commands.insert(anchor, where if anchor else "after")
            self._choose(fresh)
            row = self._view.grid.reveal(fresh[0])
            if row is not None:
                self._view.go_to(row, 1)
                self._view.take_focus()
                self._view.start_editing()

        attempted(self._around.voice, insert)

    def _delete(self) -> None:
        self._view.settle()
        lines = self.chosen_lines()
        row = self._view.current[0]

        def delete() -> None:
            done = self._commands.delete(lines)
            self._view.go_to(row, self._view.current[1])
            self._around.voice.done.emit(done, "Hoàn tác", self._undo)

        attempted(self._around.voice, delete)

    def _choose(self, line_ids: Sequence[str]) -> None:
        rows = [self._view.grid.reveal(line_id) for line_id in line_ids]
        self._view.choose_rows(row for row in rows if row is not None)
        self._view.take_focus()
