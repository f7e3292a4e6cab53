"""What the keys of the grid mean: where the current cell goes, as in Excel."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_ARROWS = {
    Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Move:
    """Where to go from the current cell; ``extends`` keeps what is chosen and grows it."""

    row: int
    column: int
    extends: bool = False


def move_of(event: QKeyEvent, row: int, column: int, size: tuple[int, int], page: int) -> Move | None:
    """Where a key leads from (row, column) in a grid of size (rows, columns); None for keys that do not move."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
    control = bool(held & Qt.KeyboardModifier.ControlModifier)
    if held & Qt.KeyboardModifier.AltModifier:
        return None
    key = Qt.Key(event.key())
    if key in _ARROWS:
        down, right = _ARROWS[key]
        if control:
            return Move(_edge(row, down, size[0] - 1), _edge(column, right, size[1] - 1), shift)
        return Move(row + down, column + right, shift)
    if key == Qt.Key.Key_Home:
        return Move(0 if control else row, 0, shift)
    if key == Qt.Key.Key_End:
        return Move(size[0] - 1 if control else row, size[1] - 1, shift)
    return None if control else _onward(key, row, column, size, page, shift=shift)


def _onward(key: Qt.Key, row: int, column: int, size: tuple[int, int], page: int, *, shift: bool) -> Move | None:
    """Enter down, Tab right, page by page; with Shift the other way, or further with what is chosen."""
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return Move(row - 1 if shift else row + 1, column)
    if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        return _beside(row, column, -1 if key == Qt.Key.Key_Backtab or shift else 1, size)
    if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
        return Move(row + (page if key == Qt.Key.Key_PageDown else -page), column, shift)
    return None


def _edge(at: int, step: int, last: int) -> int:
    return at if not step else last if step > 0 else 0


def _beside(row: int, column: int, step: int, size: tuple[int, int]) -> Move:
    """The next cell; from the end of a row to the beginning of the next."""
    beside = column + step
    if beside >= size[1]:
        return Move(row + 1, 0) if row + 1 < size[0] else Move(row, column)
    if beside < 0:
        return Move(row - 1, size[1] - 1) if row else Move(row, column)
    return Move(row, beside)
