"""What the windows of packages have alike: work aside with its progress and a way to stop it, in the window itself."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from nscl_desktop.domain.errors import NsclError
from nscl_desktop.presenters.package_giving import FORGOTTEN
from nscl_desktop.services.package_views import Watch
from nscl_desktop.ui.dialogs.dialog import Dialog, caption
from nscl_desktop.ui.operations import Progress, Stopped
from nscl_desktop.ui.tab import Surroundings

_Result = TypeVar("_Result")


class PackageWindow(Dialog):
    """A dialog that stays open while its work is done: the foot of the main window cannot be reached from here."""

    def __init__(self, around: Surroundings, parent: QWidget, title: str, verb: str, *, leave: str = "Thôi") -> None:
        super().__init__(parent, title, verb, leave=leave)
        self._around = around
        self.busy, self.stop = QLabel(), QPushButton("Dừng")
        self.busy.setProperty("role", "caption")
        self.stop.clicked.connect(around.operations.stop)
        self._busy_row = QHBoxLayout()
        self._busy_row.setSpacing(8)
        self._busy_row.addWidget(self.busy, 1)
        self._busy_row.addWidget(self.stop)
        self._whole.insertLayout(1, self._busy_row)
        self._is_working = self._is_gone = False
        self.finished.connect(self._on_finished)
        self._show_busy("")
        around.operations.began.connect(self._show_busy)
        around.operations.progressed.connect(self._show_busy)
        around.operations.ended.connect(self._show_idle)

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins at the verb, not at the way out, unless the window has put it elsewhere."""
        super().showEvent(event)
        if self.focusWidget() in (None, self.leave):
            self.verb.setFocus()

    @property
    def is_working(self) -> bool:
        """Whether this window waits for its work."""
        return self._is_working

    def work(self, words: str, act: Callable[[Watch], _Result], done: Callable[[_Result], object]) -> None:
        """Do something aside; a refusal becomes a sentence above the buttons, and stopping it leaves all as it was."""
        self._set_working(True)
        self.say("")

        def aside(progress: Progress) -> list[_Result]:
            try:
                return [act(progress.tell)]
            except Stopped:
                return []

        def finish(results: list[_Result]) -> None:
            self._set_working(False)
            for result in results:
                done(result)
            if not results:
                self.say("Đã dừng; dữ liệu vẫn như trước.")

        def fail(error: BaseException) -> None:
            self._set_working(False)
            if isinstance(error, NsclError):
                self.say(error.sentence)
            else:
                raise error

        self._around.operations.run(words, aside, finish, fail)

    def ask(self, act: Callable[[], _Result], done: Callable[[_Result], object]) -> None:
        """Ask for something aside that may come too late: nobody is told of it once the window is closed."""

        def take(result: _Result) -> None:
            if not self._is_gone:
                done(result)

        self._around.operations.run("", lambda _: act(), take)

    def reject(self) -> None:
        """Not while something is being written: it is stopped first."""
        if self._is_working:
            self._around.operations.stop()
        else:
            super().reject()

    def follow(self) -> None:
        """Offer what can be done now; the windows say what that is."""

    def _set_working(self, is_on: bool) -> None:
        self._is_working = is_on
        self.verb.setEnabled(not is_on)
        if not is_on:
            self._show_busy("")
            self.follow()

    def _on_finished(self) -> None:
        self._is_gone = True

    def _show_idle(self) -> None:
        self._show_busy("")

    def _show_busy(self, words: str) -> None:
        shown = words if self._is_working else ""
        self.busy.setText(shown)
        self.busy.setVisible(bool(shown))
        self.stop.setVisible(bool(shown))


class PassphrasePair(QWidget):
    """A passphrase, typed twice, and what happens when it is forgotten; empty for none."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.again = QLineEdit(), QLineEdit()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for field, words in ((self.first, "Mật khẩu (không bắt buộc)"), (self.again, "Nhập lại mật khẩu")):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setAccessibleName(words)
            field.setPlaceholderText(words)
            row.addWidget(field, 1)
        self.note = caption(FORGOTTEN)
        self.note.hide()
        self.again.setEnabled(False)
        self.first.textChanged.connect(self._on_typed)

    def _on_typed(self, text: str) -> None:
        self.note.setVisible(bool(text))
        self.again.setEnabled(bool(text))
        if not text:
            self.again.clear()
