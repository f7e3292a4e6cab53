"""The commands of packages in the menu Công cụ, whatever tab is in front; each window is loaded when it is wanted.

What the open file is, and how much is left to decide in it, is asked for aside when the window has been idle for a
while, and again after every step that may change it.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction

from nscl_desktop.paths import user_folders
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.main_window import MainWindow
from nscl_desktop.ui.tab import TOOLS, Choosing, Menus, Surroundings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from nscl_desktop.presenters.giving_office import Offer
    from nscl_desktop.presenters.package_receiving import Reception
    from nscl_desktop.services.package_views import CheckOutState, GivenState

_IDLE_MS = 1500
_FILES = "Gói dữ liệu (*.nsclgoi)"
_GIVEN_FOLDER = "Viec duoc giao"
# Imports inside functions: windows, and what they need of Qt, too, are loaded when they are first wanted.


class Standing(NamedTuple):
    """What the open file is to other machines."""

    part: str
    given: "GivenState | None"
    open_words: str


class PackageCommands(QObject):
    """``standing_changed``: what the open file is called, and how much is left to decide in it."""

    standing_changed = Signal(str, str)

    def __init__(self, window: MainWindow, around: Surroundings) -> None:
        super().__init__(window)
        self._window, self._around = window, around
        self._given: GivenState | None = None
        self.give = self._action("Giao việc…", self.give_work, "export")
        self.receive = self._action("Nhận kết quả…", self.receive_results, "import")
        self.given_out = self._action("Việc đã giao…", self.show_check_outs, "people")
        self.places = self._action("Chỗ khác nhau…", self.show_places, "compare")
        self.take = self._action("Nhận việc được giao…", self.take_work, "folder-open")
        self.send = self._action("Gửi kết quả…", self.send_results, "submit")
        self.read = self._action("Đọc giấy báo nhận…", self.read_receipt, "document")
        self._idle = QTimer(self, singleShot=True, interval=_IDLE_MS)
        self._idle.timeout.connect(self.look)
        around.voice.data_replaced.connect(self.look)
        self.serve(around)

    def serve(self, around: Surroundings) -> None:
        """Work on the data file that is open now."""
        self._around = around
        self._follow("", None)
        self._idle.start()

    def rest(self) -> None:
        """The data file is let go."""
        self._idle.stop()

    def menus(self) -> Menus:
        """For the frame."""
        return {
            TOOLS: [
                self.give, self.receive, self.given_out, self.places, None, self.take, self.send, self.read, None,
            ]
        }  # fmt: skip

    def look(self) -> None:
        """Ask what the file is now, aside."""
        office = self._around.office

        def look() -> Standing:
            from nscl_desktop.presenters.giving_office import GIVES, WAS_GIVEN
            from nscl_desktop.presenters.package_check_outs import open_words

            part = office.giving.part()
            given = office.given_work.given() if part == WAS_GIVEN else None
            return Standing(part, given, open_words(office.packages.open_items()) if part == GIVES else "")

        self._around.operations.run("", lambda _: look(), self._show)

    def _show(self, standing: Standing) -> None:
        self._follow(standing.part, standing.given)
        called = ""
        if standing.given:
            from nscl_desktop.presenters.package_given import given_words

            called = given_words(standing.given)
        self.standing_changed.emit(called, standing.open_words)

    def _follow(self, part: str, given: "GivenState | None") -> None:
        """Offer what the file is for: an office gives and receives, a machine sends and is told."""
        self._given = given
        for action in (self.give, self.receive, self.given_out, self.places):
            action.setVisible(given is None)
        for action in (self.receive, self.places):
            action.setEnabled(part == "gives")
        for action in (self.send, self.read):
            action.setVisible(given is not None)

    # -- the office -------------------------------------------------------------------------------------------------

    def give_work(self) -> None:
        """Giao việc, with what is chosen in the tab in front."""
        self._settle()
        tab: object = self._window.current_tab
        keys: set[tuple[str, str]] = set(tab.chosen()) if isinstance(tab, Choosing) else set()
        office = self._around.office

        def read() -> "tuple[Sequence[Offer], list[Offer], Sequence[CheckOutState]]":
            from nscl_desktop.presenters.giving_office import Offer

            chosen = [Offer(key, title) for key, title in office.giving.names(keys).items()] if keys else []
            return office.giving.offers(), chosen, office.packages.check_outs()

        self._around.operations.run("", lambda _: read(), lambda found: self._open_give(*found))

    def _open_give(
        self, offers: "Sequence[Offer]", chosen: "Sequence[Offer]", check_outs: "Sequence[CheckOutState]"
    ) -> None:
        from nscl_desktop.presenters.package_giving import GiveDesk
        from nscl_desktop.ui.packages.give_window import GiveWindow

        desk = GiveDesk(self._around.office.giving, check_outs, date.today())  # noqa: DTZ011 - the clerk's own day
        desk.add(chosen)
        window = GiveWindow(desk, offers, self._around, self._window)
        window.given.connect(self._on_given)
        _open(window)

    def _on_given(self, machine: str, target: str) -> None:
        self._around.voice.done.emit(f"Đã ghi gói giao việc cho {machine}: {target}", "", None)
        self.look()

    def receive_results(self) -> None:
        """Nhận kết quả: the packages first, then what they bring."""
        from PySide6.QtWidgets import QFileDialog

        found, _ = QFileDialog.getOpenFileNames(self._window, "Chọn gói kết quả", "", _FILES)
        if found:
            self.receive_files([Path(each) for each in found])

    def receive_files(self, paths: Sequence[Path]) -> None:
        """Show what these packages bring."""
        from nscl_desktop.ui.packages.receive_window import ReceiveWindow

        self._settle()
        window = ReceiveWindow(self._around, self._window)
        window.received.connect(self._on_received)
        _open(window)
        window.take(paths)

    def _on_received(self, reception: "Reception") -> None:
        undo = partial(self.withdraw, reception)
        self._replaced()
        self._around.voice.done.emit(reception.sentence, "Hoàn tác lần nhận này", undo)

    def withdraw(self, reception: "Reception") -> None:
        """Take back what was received, as long as nothing newer of these check-outs came."""
        packages = self._around.office.packages
        self._settle()

        def withdraw() -> None:
            for key in reversed(reception.check_outs):
                packages.withdraw(key)

        def done(_: None) -> None:
            self._replaced()
            self._around.voice.said.emit(reception.undone)

        self._around.operations.run("Đang hoàn tác lần nhận kết quả", lambda _: withdraw(), done)

    def show_check_outs(self) -> None:
        """Việc đã giao."""
        from nscl_desktop.ui.packages.check_outs_window import CheckOutsWindow

        self._settle()
        window = CheckOutsWindow(self._around, self._window)
        window.changed.connect(self._on_check_outs_changed)
        window.places_wanted.connect(self.show_places)
        window.receive_wanted.connect(self.receive_results)
        _open(window)
        window.read()

    def _on_check_outs_changed(self, told: str) -> None:
        self._replaced()
        if told:
            self._around.voice.said.emit(told)

    def show_places(self) -> None:
        """Chỗ khác nhau."""
        from nscl_desktop.ui.packages.open_places_window import OpenPlacesWindow

        self._settle()
        window = OpenPlacesWindow(self._around, self._window)
        window.decided.connect(self._replaced)
        window.finished.connect(self.look)  # the office's own edits may have settled something meanwhile
        _open(window)
        window.read()

    # -- the machine ------------------------------------------------------------------------------------------------

    def take_work(self) -> None:
        """Nhận việc được giao: the package first."""
        self._with_file("Chọn gói giao việc", self.take_file)

    def take_file(self, path: Path) -> None:
        """Show a package that was given, and open it."""
        from nscl_desktop.ui.packages.take_window import TakeWindow

        window = TakeWindow(path, user_folders().root / _GIVEN_FOLDER, self._around, self._window)
        window.taken.connect(self._on_taken)
        _open(window)

    def _on_taken(self, target: str, _told: str) -> None:
        self._around.voice.file_wanted.emit(target)

    def send_results(self) -> None:
        """Gửi kết quả."""
        self._settle()
        work = self._around.office.given_work
        self._around.operations.run("", lambda _: work.given(), self._open_send)

    def _open_send(self, given: "GivenState | None") -> None:
        from nscl_desktop.ui.packages.send_window import SendWindow

        if given is None:
            self._around.voice.refused.emit("Tệp đang mở không phải việc được giao nên không có kết quả để gửi.")
            return
        window = SendWindow(given, date.today(), self._around, self._window)  # noqa: DTZ011 - the clerk's own day
        window.sent.connect(self._on_sent)
        _open(window)

    def _on_sent(self, target: str, number: int) -> None:
        self._around.voice.done.emit(f"Đã ghi gói kết quả ({number} chỗ thay đổi): {target}", "", None)
        self.look()

    def read_receipt(self) -> None:
        """Đọc giấy báo nhận: the file first."""
        self._with_file("Chọn giấy báo nhận", self.read_receipt_file)

    def read_receipt_file(self, path: Path) -> None:
        """Show what the office says of this machine's work."""
        from nscl_desktop.ui.packages.receipt_window import ReceiptWindow

        _open(ReceiptWindow(path, self._around, self._window))

    # -- inside -----------------------------------------------------------------------------------------------------

    def _with_file(self, title: str, use: Callable[[Path], None]) -> None:
        from PySide6.QtWidgets import QFileDialog

        found, _ = QFileDialog.getOpenFileName(self._window, title, "", _FILES)
        if found:
            use(Path(found))

    def _settle(self) -> None:
        for tab in self._window.tabs():
            tab.settle()

    def _replaced(self) -> None:
        self._around.voice.data_replaced.emit()

    def _action(self, words: str, run: Callable[[], object], icon: str) -> QAction:
        return make_action(self._window, Command(words, run, icon), self._around.theme)


def _open(window: "QDialog") -> None:
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.open()
