"""Everyday help in the menus, whatever tab is in front; each window is loaded when it is first wanted."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction

from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.main_window import MainWindow
from nscl_desktop.ui.tab import TOOLS, Menus, Surroundings
from nscl_desktop.ui.who_is_here import WhoIsHere

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from nscl_desktop.ui.everyday.who_window import WhoWindow


class EverydayCommands(QObject):
    """Over the data file that is open now."""

    def __init__(self, window: MainWindow, around: Surroundings) -> None:
        super().__init__(window)
        self._window, self._around = window, around
        self._who: WhoIsHere | None = None
        self.who = self._action("Người làm việc trên máy này…", self.show_who, "people")

    def serve(self, around: Surroundings) -> None:
        """Work on the data file that is open now, and ask once who works here where there is somebody to pick."""
        self._around = around
        if not self._remembered.was_asked:
            office = around.office
            around.operations.run("", lambda _: office.everyday.has_staff(), self._ask_once)

    def menus(self) -> Menus:
        """For the frame."""
        return {TOOLS: [None, self.who]}

    def show_who(self) -> None:
        """Pick who works here."""
        from nscl_desktop.ui.everyday.who_window import WhoWindow  # loaded when it is first wanted

        self._settle()
        self._show_who(WhoWindow(self._around, self._remembered, self._window))

    @property
    def _remembered(self) -> WhoIsHere:
        return WhoIsHere(self._around.preferences, self._around.office.everyday.account)

    def _ask_once(self, has_staff: bool) -> None:
        if has_staff and not self._remembered.was_asked:
            self.show_who()

    def _show_who(self, window: "WhoWindow") -> None:
        voice = self._around.voice
        window.edited.connect(voice.data_replaced.emit)
        window.picked.connect(lambda name: voice.said.emit(f"Từ bây giờ nhật ký ghi tên {name}."))
        _open(window)
        window.read()

    def _settle(self) -> None:
        for tab in self._window.tabs():
            tab.settle()

    def _action(self, words: str, run: Callable[[], object], icon: str) -> QAction:
        return make_action(self._window, Command(words, run, icon), self._around.theme)


def _open(window: "QDialog") -> None:
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.open()
