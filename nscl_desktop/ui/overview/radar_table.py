"""The radar as a list by days left: what, whose, the day stated and the last safe day."""

from collections.abc import Sequence

from nscl_desktop.domain.radar import RadarLine
from nscl_desktop.presenters.overview_sheet import radar_texts, radar_tone
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.theme import Theme

_COLUMNS = (ReadColumn("Còn lại", 19), ReadColumn("Việc"), ReadColumn("Ngày", 27))


class RadarTable(ReadTable):
    """``line`` is the one that the keyboard stands at."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Việc đến hạn", _COLUMNS, lines=2)
        self._theme = theme
        self._lines: Sequence[RadarLine] = ()
        self.setWordWrap(True)
        theme.changed.connect(self._colour)

    def show_lines(self, lines: Sequence[RadarLine]) -> None:
        """The radar as it is now."""
        self._lines = lines
        texts = [radar_texts(line) for line in lines]
        rows = [(left, f"{name}\n{whose}".strip(), days) for name, whose, days, left in texts]
        self.fill(rows, lines, [f"{name}\n{whose}\n{days}\n{left}" for name, whose, days, left in texts])
        self._colour()

    @property
    def line(self) -> RadarLine | None:
        """The chosen line."""
        found = self.current_data
        return found if isinstance(found, RadarLine) else None

    def _colour(self) -> None:
        for row, line in enumerate(self._lines):
            cell = self.item(row, 0)
            if cell is not None:
                cell.setForeground(self._theme.colour(radar_tone(line)))
