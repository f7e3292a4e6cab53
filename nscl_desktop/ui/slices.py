"""Work for the main thread that takes longer than a frame: a slice, then the event loop, and so on."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer


class Slices(QObject):
    """Takes the steps of one building at a time; a new building ends the one before."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] | None = None
        self._done: Callable[[], object] | None = None

    def take(self, steps: Iterator[None], done: Callable[[], object]) -> None:
        """Take the steps one by one, between them whatever the user does; then ``done``."""
        self._steps, self._done = steps, done
        QTimer.singleShot(0, lambda: self._next(steps))

    def stop(self) -> None:
        """What is being built is not wanted any more."""
        self._steps = None

    def _next(self, steps: Iterator[None]) -> None:
        if steps is not self._steps:
            return
        try:
            next(steps)
        except StopIteration:
            done, self._steps = self._done, None
            if done:
                done()
            return
        QTimer.singleShot(0, lambda: self._next(steps))
