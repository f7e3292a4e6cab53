"""What the window remembers of its user between two starts: sizes, theme, the plan last open. Never plan data."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings


class Preferences:
    """A small file of settings beside the user's data; where it cannot be written, nothing is remembered."""

    def __init__(self, path: Path) -> None:
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    def text(self, name: str, default: str = "") -> str:
        """A remembered text."""
        value = self._settings.value(name, default)
        return value if isinstance(value, str) else default

    def flag(self, name: str, *, default: bool) -> bool:
        """A remembered yes or no."""
        return self.text(name, "1" if default else "0") == "1"

    def state(self, name: str) -> QByteArray:
        """Remembered geometry as Qt wrote it; empty when there is none."""
        value = self._settings.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def remember(self, name: str, value: str | bool | QByteArray) -> None:
        """Keep a value under its name."""
        self._settings.setValue(name, ("1" if value else "0") if isinstance(value, bool) else value)
