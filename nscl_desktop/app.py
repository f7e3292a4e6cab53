"""The window's composition: paint first, open the data file aside, then put the tabs in place.

Nothing that storage or the writers need is imported before the first paint. It is loaded in a worker thread while the
window already answers, with the garbage collector off until all that was loaded is set apart from its rounds.
"""

import gc
import logging
import threading
from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from nscl_desktop.paths import user_folders
from nscl_desktop.ui.application import make_application
from nscl_desktop.ui.failures import Failures
from nscl_desktop.ui.main_window import MainWindow, window_icon
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.tab import TabMaker, Voice
from nscl_desktop.ui.tabs import TABS
from nscl_desktop.ui.theme import SYSTEM, Theme

if TYPE_CHECKING:
    from nscl_desktop.domain.backup_copies import BackupCopy
    from nscl_desktop.office import WindowOffice
    from nscl_desktop.ui.operations import Operations

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Frame:
    """What is there before any data."""

    window: MainWindow
    theme: Theme
    preferences: Preferences
    voice: Voice
    failures: Failures


class Session(QObject):
    """One data file in the window, from opening to closing."""

    shown = Signal()
    """The tabs are in place."""
    _sent = Signal(object)
    """A call for the main thread."""
    _opened = Signal(object, object)
    _refused = Signal(object)

    def __init__(self, frame: Frame, path: Path) -> None:
        super().__init__(frame.window)
        self._frame, self._path = frame, path
        self._office: WindowOffice | None = None
        self._operations: Operations | None = None
        self._sent.connect(lambda call: call())
        self._opened.connect(self._show)
        self._refused.connect(self._tell_refusal)
        frame.window.ask_before_closing(self.close)

    def open(self) -> None:
        """Open the file aside; the tabs follow."""
        gc.disable()
        threading.Thread(target=self._open_aside, name="opening", daemon=True).start()

    def _open_aside(self) -> None:
        try:
            from nscl_desktop.office import open_office

            office = open_office(self._path, self._sent.emit)
            makers = [spec.load()(office, self._frame.preferences) for spec in TABS]
        except Exception as error:  # noqa: BLE001 - whatever it is, the window must say it
            self._refused.emit(error)
        else:
            self._opened.emit(office, makers)

    def _show(self, office: "WindowOffice", makers: Sequence[TabMaker]) -> None:
        from nscl_desktop.ui.operations import Operations
        from nscl_desktop.ui.tab import Surroundings

        frame = self._frame
        self._office = office
        self._operations = Operations(self, frame.failures)
        around = Surroundings(office, frame.theme, self._operations, frame.preferences, frame.voice)
        frame.window.follow(self._operations)
        for spec, make in zip(TABS, makers, strict=True):
            frame.window.add_tab(spec, make(around))
        status = frame.window.status
        status.show_file(str(self._path))
        office.shelf.on_saved = status.show_saved
        office.shelf.on_backup = self._show_backup
        copies = office.shelf.copies()
        if copies:
            self._show_backup(copies[0])
        gc.freeze()
        gc.enable()
        self.shown.emit()

    def _show_backup(self, copy: "BackupCopy") -> None:
        self._frame.window.status.show_backup(copy.at, datetime.now().astimezone())

    def _tell_refusal(self, error: Exception) -> None:
        from nscl_desktop.ui.failures import sentence_of
        from nscl_desktop.ui.opening_failed import OpeningFailed

        gc.enable()
        sentence = sentence_of(error)
        if not sentence:
            self._frame.failures.tell(error)
            sentence = "Không mở được tệp dữ liệu vì một lỗi của chương trình."
        _LOG.info("opening refused: %s", error)
        page = OpeningFailed(sentence, self._path)
        page.other_chosen.connect(self._open_other)
        self._frame.window.show_notice(page)

    def _open_other(self, path: str) -> None:
        self._path = Path(path)
        self._frame.window.show_tabs()
        self.open()

    def close(self) -> bool:
        """Save what is left and let the file go; always True, since nothing more could be done by staying."""
        if self._operations:
            self._operations.close()
        if self._office:
            self._office.shelf.close()
            self._office = None
        return True


def main(arguments: Sequence[str]) -> int:
    """Open the window; the exit code."""
    parser = ArgumentParser(prog="nscl-desktop")
    parser.add_argument("--data", type=Path, default=user_folders().data_file, metavar="TỆP")
    options = parser.parse_args(list(arguments))
    application = make_application(["nscl-desktop", *arguments])
    application.setWindowIcon(window_icon())
    frame = make_frame(user_folders().root)
    session = Session(frame, options.data)
    frame.window.painted.connect(lambda: QTimer.singleShot(0, session.open))
    frame.window.show()
    return application.exec()


def make_frame(folder: Path) -> Frame:
    """The window with its frame, before any data."""
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError("make_application comes first")
    preferences, voice, failures = Preferences(folder / "window.ini"), Voice(), Failures(application)
    failures.install()
    failures.sentence.connect(voice.refused)
    theme = Theme(application, preferences.text("scheme", SYSTEM))
    return Frame(MainWindow(theme, preferences, TABS, voice), theme, preferences, voice, failures)


