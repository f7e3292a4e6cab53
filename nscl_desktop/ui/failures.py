"""The one place where a failure is shown: the user's own matter as a sentence, our fault as a report."""

import logging
import sys
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal, qVersion
from PySide6.QtWidgets import QApplication

from nscl_desktop import __version__
from nscl_desktop.domain.errors import Bug, NsclError

if TYPE_CHECKING:
    from nscl_desktop.ui.crash_window import CrashWindow

_LOG = logging.getLogger(__name__)


def sentence_of(error: BaseException) -> str:
    """What a user is told about an error; empty where only a report helps."""
    return error.sentence if isinstance(error, NsclError) and not isinstance(error, Bug) else ""


def report_of(error: BaseException) -> str:
    """What a person who can mend the program needs to know; no data of the user's beyond what the error quotes."""
    # Both are wanted only when something has gone wrong.
    import platform
    import traceback

    trace = "".join(traceback.format_exception(error))
    versions = (f"NSCL Desktop {__version__}", f"Python {platform.python_version()}", f"Qt {qVersion()}")
    return f"{' · '.join((*versions, platform.platform()))}\n\n{trace}"


class Failures(QObject):
    """Hears of every error that nobody caught, from any thread, and shows it on the main one."""

    sentence = Signal(str)
    """Something the user can understand and mend: shown in the window without stopping work."""
    _raised = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.window: CrashWindow | None = None
        self._raised.connect(self._show)

    def install(self) -> None:
        """Become the interpreter's exception hook."""
        sys.excepthook = self._hook

    def tell(self, error: BaseException) -> None:
        """Show an error; may be called from any thread."""
        if QThread.currentThread() is self.thread():
            self._show(error)
        else:
            self._raised.emit(error)

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.tell(error.with_traceback(trace))

    def _show(self, error: BaseException) -> None:
        said = sentence_of(error)
        if said:
            self.sentence.emit(said)
            return
        _LOG.error("unexpected error", exc_info=error)
        from nscl_desktop.ui.crash_window import CrashWindow  # wanted only now

        if self.window is None:  # one at a time: a fault in painting would otherwise open a thousand
            self.window = CrashWindow(report_of(error), QApplication.activeWindow())
            self.window.finished.connect(self._on_closed)
            self.window.open()

    def _on_closed(self) -> None:
        self.window = None
