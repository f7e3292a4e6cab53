"""The window's composition: paint first, furnish, open the data file aside, then put the tabs in place.

Nothing that storage or the writers need is imported before the first paint. It is loaded in a worker thread while the
window already answers, with the garbage collector off until all that was loaded is set apart from its rounds.
"""

import gc
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from nscl_desktop.paths import user_folders
from nscl_desktop.ui.application import make_application
from nscl_desktop.ui.main_window import MainWindow
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.tab import Surroundings, TabMaker, Voice
from nscl_desktop.ui.tabs import TABS
from nscl_desktop.ui.theme import SYSTEM, Theme

if TYPE_CHECKING:
    from nscl_desktop.domain.backup_copies import BackupCopy
    from nscl_desktop.office.window_office import WindowOffice
    from nscl_desktop.ui.everyday.everyday_commands import EverydayCommands
    from nscl_desktop.ui.failures import Failures
    from nscl_desktop.ui.furniture import Furniture
    from nscl_desktop.ui.operations import Operations
    from nscl_desktop.ui.packages.handover_commands import HandoverCommands
    from nscl_desktop.ui.packages.package_commands import PackageCommands

_LAST_FILE = "data_file"
SWITCH_SECONDS = 0.001
"""How long a working thread may keep the window waiting; Python's own 5 ms would add up in every stroke of painting."""

_PACKAGES_MS = 600
"""The commands of packages follow so long after the tabs."""

# Imports inside functions: what they need is not wanted before the first paint.


class Frame(NamedTuple):
    """What is there before any data."""

    window: MainWindow
    theme: Theme
    preferences: Preferences
    voice: Voice


class Session(QObject):
    """One data file in the window, from opening to closing."""

    shown = Signal()
    """The tabs are in place."""
    _sent = Signal(object)
    """A call for the main thread."""
    _opened = Signal(object, object)
    _refused = Signal(object)

    def __init__(self, frame: Frame, path: Path, back: Path | None = None) -> None:
        """``back`` is the file to return to where ``path`` cannot be opened."""
        super().__init__(frame.window)
        self._frame, self._path, self._back = frame, path, back
        self._is_opening, self._is_chosen = False, False
        self._office: WindowOffice | None = None
        self._operations: Operations | None = None
        self._failures: Failures | None = None
        self.furniture: Furniture | None = None
        self._around: Surroundings | None = None
        self._packages_later = QTimer(self, singleShot=True, interval=_PACKAGES_MS)
        self._packages_later.timeout.connect(self._offer_packages)
        self.packages: PackageCommands | None = None
        self.handovers: HandoverCommands | None = None
        self.everyday: EverydayCommands | None = None
        self._sent.connect(_make_call)
        self._opened.connect(self._show)
        self._refused.connect(self._tell_refusal)
        frame.window.ask_before_closing(self.close)
        # Later: whoever asks may be one of the tabs that are about to go.
        frame.voice.file_wanted.connect(lambda path: QTimer.singleShot(0, lambda: self.open_file(path)))

    def open(self) -> None:
        """Furnish the window, then open the file aside; the tabs follow."""
        from nscl_desktop.ui.slices import Slices

        self._is_opening = True
        gc.disable()
        sys.setswitchinterval(SWITCH_SECONDS)
        Slices(self).take(self._furnish_in_slices(), self._open)

    def open_file(self, path: str) -> None:
        """Let the file in the window go and open another in its place; "" is the one of this machine."""
        chosen, frame = Path(path) if path else user_folders().data_file, self._frame
        if self._is_opening:
            frame.voice.refused.emit("Tệp dữ liệu đang được mở; hãy đợi xong rồi mở tệp khác.")
            return
        if self._office and chosen.absolute() == self._path.absolute():
            frame.voice.said.emit(f"Tệp {chosen.name} đang mở.")
            return
        if self._office:
            frame.window.take_tabs_away()
            self._furnish().forget()
            self._let_go()
            gc.unfreeze()  # what the old tabs were made of may go, too
            self._back = self._path
        else:
            frame.window.show_tabs()
        self._path, self._is_chosen = chosen, True
        self.open()

    def _furnish_in_slices(self) -> Iterator[None]:
        """What furnishing loads, in pieces that each take less than a frame: the names of Qt alone take most of one."""
        yield
        from PySide6.QtCore import Qt  # noqa: F401 - loaded here, used by all that follows

        yield
        from PySide6.QtWidgets import QListWidget, QStyle  # noqa: F401 - likewise

        yield
        import nscl_desktop.ui.icons

        yield
        import nscl_desktop.ui.status_bar

        yield
        import nscl_desktop.ui.failures
        import nscl_desktop.ui.furniture  # noqa: F401 - likewise
        from nscl_desktop.ui.qt_classes import TABS_NEED, make_classes

        yield from make_classes(TABS_NEED)
        self._furnish()

    def _open(self) -> None:
        from nscl_desktop.ui.who_is_here import WhoIsHere

        picked = WhoIsHere(self._frame.preferences).picked
        threading.Thread(target=self._open_aside, args=(picked,), name="opening", daemon=True).start()

    def _open_aside(self, picked: tuple[str, str]) -> None:
        try:
            from nscl_desktop.office.window_office import open_office

            office = open_office(self._path, self._sent.emit, picked)
            makers = [spec.load()(office, self._frame.preferences) for spec in TABS]
        except Exception as error:  # noqa: BLE001 - whatever it is, the window must say it
            self._refused.emit(error)
        else:
            self._opened.emit(office, makers)

    def _furnish(self) -> "Furniture":
        """Menus, status bar and the one place for errors; once."""
        from nscl_desktop.ui.failures import Failures
        from nscl_desktop.ui.furniture import Furniture

        if self.furniture is None:
            frame = self._frame
            self.furniture = Furniture(frame.window, frame.theme, frame.preferences, frame.voice)
            self._failures = Failures(self)
            self._failures.install()
            self._failures.sentence.connect(frame.voice.refused)
        return self.furniture

    def _show(self, office: "WindowOffice", makers: Sequence[TabMaker]) -> None:
        from nscl_desktop.ui.slices import Slices

        self._office = office
        Slices(self).take(self._show_in_slices(office, makers), self._on_shown)

    def _show_in_slices(self, office: "WindowOffice", makers: Sequence[TabMaker]) -> Iterator[None]:
        from nscl_desktop.ui.operations import Operations

        frame, furniture = self._frame, self._furnish()
        assert self._failures is not None  # noqa: S101 - furnished just before
        self._operations = Operations(self, self._failures)
        around = Surroundings(office, frame.theme, self._operations, frame.preferences, frame.voice)
        furniture.follow(self._operations)
        office.shelf.on_saved = furniture.status.show_saved
        office.shelf.on_backup = self._show_backup
        yield
        for spec, make in zip(TABS, makers, strict=True):
            tab = make(around)
            yield
            frame.window.add_tab(spec, tab)
            yield
        copies = office.shelf.copies()
        if copies:
            self._show_backup(copies[0])
        yield
        self._around = around
        if self.packages:
            self._serve_packages(around)
            yield
        self._finish_opening()
        gc.freeze()
        gc.enable()

    def _on_shown(self) -> None:
        self.shown.emit()
        if self.packages is None:
            self._packages_later.start()

    def _offer_packages(self) -> None:
        """Once the plan is in sight, which does not wait for it."""
        from nscl_desktop.ui.slices import Slices

        if self._around and self.packages is None:
            Slices(self).take(self._packages_in_slices(self._around), lambda: None)

    def _packages_in_slices(self, around: Surroundings) -> Iterator[None]:
        """Work out to other machines and back, whatever tab is in front; in slices like all that is shown."""
        from nscl_desktop.ui.everyday.everyday_commands import EverydayCommands
        from nscl_desktop.ui.packages.handover_commands import HandoverCommands
        from nscl_desktop.ui.packages.package_commands import PackageCommands

        furniture = self._furnish()
        yield
        packages = PackageCommands(self._frame.window, around)
        yield
        self.handovers = HandoverCommands(self._frame.window, around)
        self.everyday = EverydayCommands(self._frame.window, around)
        packages.standing_changed.connect(furniture.show_standing)
        furniture.status.open_clicked.connect(packages.show_places)
        self.packages = packages
        if self._around:  # else the file was let go meanwhile, and the next one serves itself
            self._serve_packages(self._around)

    def _serve_packages(self, around: Surroundings) -> None:
        if self.packages and self.handovers and self.everyday:
            for commands in (self.packages, self.handovers, self.everyday):
                commands.serve(around)
            self._furnish().offer(self.everyday.menus(), self.packages.menus(), self.handovers.menus())

    def _finish_opening(self) -> None:
        """The next start opens this file again."""
        path, own = self._path.absolute(), user_folders().data_file.absolute()
        self._furnish().show_file(path, is_own=path == own)
        if self._is_chosen:
            self._frame.preferences.remember(_LAST_FILE, "" if path == own else str(path))
        self._back, self._is_opening = None, False

    def _show_backup(self, copy: "BackupCopy") -> None:
        if self.furniture:
            self.furniture.status.show_backup(copy.at)
            if copy.remark:
                self._frame.voice.refused.emit(copy.remark)

    def _tell_refusal(self, error: Exception) -> None:
        from nscl_desktop.ui.failures import sentence_of
        from nscl_desktop.ui.opening_failed import OpeningFailed

        gc.enable()
        self._is_opening = False
        self._furnish()
        sentence = sentence_of(error)
        if not sentence and self._failures:
            self._failures.tell(error)
            sentence = "Không mở được tệp dữ liệu vì một lỗi của chương trình."
        page = OpeningFailed(sentence, self._path, self._back)
        page.other_chosen.connect(self.open_file)
        self._frame.window.show_notice(page)

    def close(self) -> bool:
        """Save what is left and let the file go; always True, since nothing more could be done by staying."""
        self._let_go()
        return True

    def _let_go(self) -> None:
        self._packages_later.stop()
        if self.packages:
            self.packages.rest()
        if self._operations:
            self._operations.close()
            self._operations.deleteLater()
            self._operations = None
        if self._office:
            self._office.shelf.on_backup = lambda _: None  # the foot of the window is the next file's
            self._office.shelf.close()
            self._office = self._around = None


def main(arguments: Sequence[str]) -> int:
    """Open the window; the exit code."""
    data = _data_file(arguments)
    application = make_application(["nscl-desktop", *arguments])
    frame = make_frame(application, user_folders().root)
    session = Session(frame, *((data,) if data else _last_file(frame.preferences)))
    frame.window.painted.connect(lambda: QTimer.singleShot(0, session.open))
    frame.window.show()
    return application.exec()


def make_frame(application: QApplication, folder: Path) -> Frame:
    """The window with its frame, before any data; ``folder`` keeps what the window remembers."""
    preferences = Preferences(folder / "window.ini")
    theme = Theme(application, preferences.text("scheme", SYSTEM))
    return Frame(MainWindow(preferences, TABS), theme, preferences, Voice())


def _last_file(preferences: Preferences) -> tuple[Path, Path | None]:
    """The file that was chosen last, as long as it is there, else this machine's; and the way back."""
    own, last = user_folders().data_file, preferences.text(_LAST_FILE)
    return (Path(last), own) if last and Path(last).exists() else (own, None)


def _make_call(call: object) -> None:
    if callable(call):
        call()


def _data_file(arguments: Sequence[str]) -> Path | None:
    """The file named on the command line."""
    if not arguments:
        return None
    from argparse import ArgumentParser  # a start without arguments is the common one

    parser = ArgumentParser(prog="nscl-desktop")
    parser.add_argument("--data", type=Path, metavar="TỆP")
    found: Path | None = parser.parse_args(list(arguments)).data
    return found
