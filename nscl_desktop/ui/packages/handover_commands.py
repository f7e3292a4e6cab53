"""Bàn giao in the menu Tệp: write everything into one file, open such a file as data of its own; the demo year."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction

from nscl_desktop.paths import user_folders
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.demo_year import open_demo_year
from nscl_desktop.ui.main_window import MainWindow
from nscl_desktop.ui.saving_aside import take_back, take_back_last
from nscl_desktop.ui.tab import EDIT, FILE, Menus, Surroundings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from nscl_desktop.services.joining import Joined

_FILES = "Tệp bàn giao (*.nsclbangiao)"
_DATA = "Tệp dữ liệu (*.db)"
_TAKEN_FOLDER = "Nhan ban giao"


class HandoverCommands(QObject):
    """Over the data file that is open now."""

    def __init__(self, window: MainWindow, around: Surroundings) -> None:
        super().__init__(window)
        self._window, self._around = window, around
        self._told = ""
        self.write = self._action("Bàn giao…", self.hand_over, "export")
        self.open = self._action("Mở tệp bàn giao…", self._choose, "folder-open")
        self.join = self._action("Nhập từ tệp dữ liệu khác…", self._choose_other, "import")
        self.demo = self._action("Mở năm mẫu", self.open_demo_year, "folder-open")
        self.unjoin = self._action("Hoàn tác lần nhập từ tệp khác gần nhất", self._take_back, "undo")

    def serve(self, around: Surroundings) -> None:
        """Work on the data file that is open now; what was opened is told where it is seen."""
        self._around = around
        if self._told:
            around.voice.done.emit(self._told, "", None)
            self._told = ""

    def menus(self) -> Menus:
        """For the frame."""
        return {FILE: [None, self.write, self.open, self.join, None, self.demo], EDIT: [self.unjoin]}

    def hand_over(self) -> None:
        """Write everything into one file."""
        from nscl_desktop.ui.packages.handover_window import HandoverWindow  # loaded when it is first wanted

        for tab in self._window.tabs():
            tab.settle()
        window = HandoverWindow(date.today(), self._around, self._window)  # noqa: DTZ011 - the clerk's own day
        window.written.connect(self._on_written)
        _open(window)

    def open_demo_year(self) -> None:
        """An invented year, as a data file of its own: what is tried out there touches nothing of the office's."""
        for tab in self._window.tabs():
            tab.settle()
        open_demo_year(self._around)

    def open_file(self, path: Path) -> None:
        """Show what a handover holds, and open it."""
        from nscl_desktop.ui.packages.take_window import TakeHandoverWindow  # loaded when it is first wanted

        window = TakeHandoverWindow(path, user_folders().root / _TAKEN_FOLDER, self._around, self._window)
        window.taken.connect(self._on_taken)
        _open(window)

    def join_file(self, path: Path) -> None:
        """Show the units of another data file, and take over what is chosen."""
        from nscl_desktop.ui.packages.joining_window import JoiningWindow  # loaded when it is first wanted

        for tab in self._window.tabs():
            tab.settle()
        window = JoiningWindow(path, self._around, self._window)
        window.joined.connect(self._on_joined)
        _open(window)
        window.read()

    def _choose_other(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # likewise

        found, _ = QFileDialog.getOpenFileName(self._window, "Chọn tệp dữ liệu khác", "", _DATA)
        if found:
            self.join_file(Path(found))

    def _on_joined(self, joined: "Joined") -> None:
        from nscl_desktop.presenters.joining_sheet import joined_words  # likewise

        voice, add = self._around.voice, self._around.office.enterprises.add
        voice.data_replaced.emit()
        if joined.step:
            undo = partial(take_back, self._around, add, joined.step, voice.data_replaced.emit)
            voice.done.emit(joined_words(joined), "Hoàn tác", undo)
        else:
            voice.said.emit(joined_words(joined))

    def _take_back(self) -> None:
        """Undo the last joining, however long ago."""
        for tab in self._window.tabs():
            tab.settle()
        office, replaced = self._around.office, self._around.voice.data_replaced
        nothing = "Không còn lần nhập từ tệp khác nào để hoàn tác."
        take_back_last(self._around, office.joining.last, office.enterprises.add, replaced.emit, nothing)

    def _choose(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # likewise

        found, _ = QFileDialog.getOpenFileName(self._window, "Chọn tệp bàn giao", "", _FILES)
        if found:
            self.open_file(Path(found))

    def _on_written(self, target: str, contents: str) -> None:
        self._around.voice.done.emit(f"Đã ghi tệp bàn giao: {target}. {contents}", "", None)

    def _on_taken(self, target: str, told: str) -> None:
        self._told = f"Đã mở dữ liệu bàn giao. {told}".strip()
        self._around.voice.file_wanted.emit(target)

    def _action(self, words: str, run: Callable[[], object], icon: str) -> QAction:
        return make_action(self._window, Command(words, run, icon), self._around.theme)


def _open(window: "QDialog") -> None:
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.open()
