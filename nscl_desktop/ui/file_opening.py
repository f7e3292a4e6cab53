"""Opening an attached file with the machine's own program."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from nscl_desktop.domain.errors import EnvironmentProblem
from nscl_desktop.domain.text import quoted


def open_file(path: Path, name: str) -> None:
    """Open it; EnvironmentProblem where the machine has no program for it. ``name`` is what the user calls it."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        raise EnvironmentProblem(
            f"Máy không có chương trình mở tệp {quoted(name)}; hãy cài một chương trình xem tệp ấy."
        )
