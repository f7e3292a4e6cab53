"""Icons for commands and buttons that follow the theme as long as what wears them lives."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton

from nscl_desktop.ui.theme import Theme


def dress(theme: Theme, target: QAction | QAbstractButton, name: str, role: str = "text") -> None:
    """Give a command or button an icon of resources/icons in the colour of ``role``."""
    _Dresser(theme, target, name, role)


class _Dresser(QObject):
    """Belongs to what it dresses, so that the theme forgets it when that is gone."""

    def __init__(self, theme: Theme, target: QAction | QAbstractButton, name: str, role: str) -> None:
        super().__init__(target)
        self._theme, self._target, self._icon = theme, target, (name, role)
        theme.changed.connect(self._on_changed)
        self._on_changed()

    def _on_changed(self) -> None:
        self._target.setIcon(self._theme.icon(*self._icon))
