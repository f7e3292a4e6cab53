"""The rows of a list as the clerk decides on them: number in the file, unit, what it is, what becomes of it."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from nscl_desktop.presenters.unit_import_decisions import ACTION_WORDS, STANDING_WORDS, RowDecisions
from nscl_desktop.services.unit_import_model import Action, Standing
from nscl_desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_DISPLAY, _TOOL_TIP, _ALIGN, _FOREGROUND = 0, 3, 7, 9  # roles as plain ints
_TITLES = ("Dòng", "Đơn vị trong tệp", "Là", "Sẽ")
_TONES = {Standing.DOUBTFUL: "warning", Standing.REPEATED: "warning", Standing.SAME: "muted", Standing.NEW: "success"}


class ImportRowsModel(QAbstractTableModel):
    """``shown`` are the places of the rows that stand on screen."""

    def __init__(self, desk: RowDecisions, theme: Theme) -> None:
        super().__init__()
        self._desk, self._theme = desk, theme
        self.shown: list[int] = []

    def show(self, standing: Standing | None) -> None:
        """Show the rows of one standing, or all."""
        self.beginResetModel()
        self.shown = [at for at, row in enumerate(self._desk.rows) if standing in (None, row.standing)]
        self.endResetModel()

    def follow(self, rows: Sequence[int]) -> None:
        """Rows on screen were decided otherwise."""
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), len(_TITLES) - 1))

    def rowCount(self, parent: Index = _NONE) -> int:
        """The rows shown."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = _NONE) -> int:
        """Always the same."""
        return 0 if parent.isValid() else len(_TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Titles."""
        return _TITLES[section] if orientation == Qt.Orientation.Horizontal and role == _DISPLAY else None

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Texts; the standing in its colour, skipped rows dimmed."""
        at, column = self.shown[index.row()], index.column()
        row = self._desk.rows[at]
        if role == _DISPLAY:
            action = ACTION_WORDS[self._desk.action(at)]
            return (str(row.draft.row + 1), row.draft.name, STANDING_WORDS[row.standing], action)[column]
        if role == _TOOL_TIP:
            return row.draft.name if column == 1 else row.reason or None
        if role == _FOREGROUND:
            is_out = self._desk.action(at) is Action.SKIP
            tone = _TONES.get(row.standing) if column == 2 else "muted" if is_out else None
            return self._theme.colour(tone) if tone else None
        if role == _ALIGN and column == 0:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None
