"""Long work off the main thread: a screen gives the work and what to do with its result, and never sees a thread.

Results and errors come back on the main thread. Where the work reports progress, the status bar shows it with a
button that stops it; work that is stopped raises Stopped inside, so that it can leave nothing half done.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from nscl_desktop.ui.failures import Failures

_Result = TypeVar("_Result")


class Stopped(Exception):  # noqa: N818 - the user's wish, not an error
    """The user stopped the work."""


class Progress:
    """How work tells how far it is; ``tell`` raises Stopped when the user wants no more of it."""

    def __init__(self, told: Callable[[str], None]) -> None:
        self._told = told
        self._stop = threading.Event()

    def tell(self, words: str) -> None:
        """Say what is being done now ("Trang 12/40"); raises Stopped."""
        if self._stop.is_set():
            raise Stopped
        self._told(words)

    def stop(self) -> None:
        """Ask the work to end at its next word."""
        self._stop.set()


class Operations(QObject):
    """Runs work one after the other on a thread of its own."""

    began = Signal(str)
    progressed = Signal(str)
    ended = Signal()
    _arrived = Signal(object)

    def __init__(self, parent: QObject, failures: Failures) -> None:
        super().__init__(parent)
        self._failures = failures
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="nscl-work")
        self._current: Progress | None = None
        self._pending = 0
        self._closed = False
        self._arrived.connect(lambda land: land())

    def run(
        self,
        words: str,
        work: Callable[[Progress], _Result],
        done: Callable[[_Result], object],
        failed: Callable[[BaseException], object] | None = None,
    ) -> Future[_Result]:
        """Do ``work`` aside; then ``done(result)``, or ``failed(error)`` (without it the error is shown).

        After ``close`` nothing is begun: the future is a cancelled one.
        """
        if self._closed:
            never: Future[_Result] = Future()
            never.cancel()
            return never
        progress = Progress(self.progressed.emit)

        def perform() -> _Result:
            self._arrived.emit(lambda: self._begin(words, progress))
            return work(progress)

        def land(future: Future[_Result]) -> None:
            self._arrived.emit(lambda: self._land(future, done, failed or self._failures.tell))

        self._pending += 1
        future = self._worker.submit(perform)
        future.add_done_callback(land)
        return future

    @property
    def is_busy(self) -> bool:
        """Whether anything is being done or waits to be."""
        return self._pending > 0

    def stop(self) -> None:
        """Stop what is running now, if it listens."""
        if self._current:
            self._current.stop()

    def close(self) -> None:
        """Wait for what is running and start nothing more; its result comes to nobody."""
        self._closed = True
        self.stop()
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _begin(self, words: str, progress: Progress) -> None:
        self._current = progress
        self.began.emit(words)

    def _land(
        self,
        future: "Future[_Result]",
        done: Callable[[_Result], object],
        failed: Callable[[BaseException], object],
    ) -> None:
        self._current = None
        self._pending -= 1
        self.ended.emit()
        if self._closed or future.cancelled():
            return  # nobody is left to take the result
        error = future.exception()
        if error is None:
            done(future.result())
        elif not isinstance(error, Stopped):
            failed(error)
