"""Work for the main thread that takes longer than a frame: a slice, then the event loop, and so on."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer


class Slices(QObject):
    """Takes the steps of one building at a time; a new building ends the one before."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        # A timer of one millisecond, not a posted call: whatever is due by then has its turn before the next slice.
        self._beat = QTimer(self, interval=1)
        self._beat.timeout.connect(self._next)
        self._steps: Iterator[None] | None = None
        self._done: Callable[[], object] | None = None

    def take(self, steps: Iterator[None], done: Callable[[], object]) -> None:
        """Take the steps one by one, between them whatever the user does; then ``done``."""
        self._steps, self._done = steps, done
        self._beat.start()

    def stop(self) -> None:
        """What is being built is not wanted any more."""
        self._beat.stop()
        self._steps = None

    def _next(self) -> None:
        if self._steps is None:
            return
        try:
            next(self._steps)
        except StopIteration:
            self.stop()
            if self._done:
                self._done()
        except BaseException:
            self.stop()
            raise
