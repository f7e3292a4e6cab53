"""The queue in front of the data file: one thread writes, one step after the other, and reports each."""

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import Bug, NsclError
from nscl_desktop.storage.store import Store

OnSaved = Callable[[str, datetime], None]
"""Called with the step's id and the moment noted for it, once it is durable."""
Sign = Callable[[], tuple[str, str]]
"""Person and machine that a step is signed with, asked for when it is saved."""
OnFailed = Callable[[str, NsclError, tuple[str, ...]], None]
"""Called with the step's id, the reason, and the ids of the steps that wait behind it."""


class WriteQueue:
    """A thread that owns all writing to one store.

    Both callbacks are called in that thread. After a failure it writes nothing more until ``resume``, because the
    steps behind were made on top of the failed one: their owner takes all of them back, newest first, and resumes.
    """

    def __init__(self, store: Store, *, sign: Sign, on_saved: OnSaved, on_failed: OnFailed) -> None:
        self._store = store
        self._sign = sign
        self._on_saved = on_saved
        self._on_failed = on_failed
        self._waiting: deque[ChangeSet] = deque()
        self._news = threading.Condition()
        self._busy = self._failed = self._closing = self._held = False
        self._thread = threading.Thread(target=self._run, name="database", daemon=True)
        self._thread.start()

    def submit(self, change_set: ChangeSet) -> None:
        """Queue a step; returns at once."""
        with self._news:
            if self._closing:
                raise Bug("Tệp dữ liệu đã đóng, không nhận thêm bước nào.")
            self._waiting.append(change_set)
            self._news.notify_all()

    def resume(self) -> tuple[str, ...]:
        """Go on after a failure, without the steps that waited; their ids, among them any queued since."""
        with self._news:
            forgotten = tuple(step.id for step in self._waiting)
            self._waiting.clear()
            self._failed = False
            self._news.notify_all()
            return forgotten

    def drain(self, timeout: float | None = None) -> bool:
        """Wait until everything queued is saved and reported; False after a failure or after ``timeout`` seconds."""
        with self._news:
            self._news.wait_for(self._at_rest, timeout)
            return not (self._busy or self._waiting or self._failed)

    @contextmanager
    def held(self) -> Iterator[bool]:
        """Wait as ``drain`` does, then save nothing until the block ends: someone else writes into the store.

        Steps that are queued meanwhile are saved afterwards. False after a failure: what failed is not in the store.
        """
        with self._news:
            self._news.wait_for(lambda: self._at_rest() and not self._held)
            self._held = True
            is_saved = not self._failed
        try:
            yield is_saved
        finally:
            with self._news:
                self._held = False
                self._news.notify_all()

    def close(self) -> tuple[str, ...]:
        """Save what is queued and end the thread; the ids of steps that stay unsaved behind a failure."""
        with self._news:
            self._closing = True
            self._news.notify_all()
        self._thread.join()
        return tuple(step.id for step in self._waiting)

    def _at_rest(self) -> bool:
        return not self._busy and (self._failed or not self._waiting or not self._thread.is_alive())

    def _run(self) -> None:
        try:
            while step := self._next():
                self._save(step)
        finally:
            with self._news:
                self._closing = True
                self._busy = False
                self._news.notify_all()

    def _next(self) -> ChangeSet | None:
        with self._news:
            self._news.wait_for(lambda: not self._held and (self._closing or (self._waiting and not self._failed)))
            if self._failed or not self._waiting:
                return None
            self._busy = True
            return self._waiting.popleft()

    def _save(self, step: ChangeSet) -> None:
        try:
            who, machine = self._sign()
            at = self._store.apply(step, who=who, machine=machine)
        except Exception as error:  # noqa: BLE001 - whatever the reason, an unsaved step must not pass for saved
            self._fail(step, error)
        else:
            self._on_saved(step.id, at)
        with self._news:
            self._busy = False
            self._news.notify_all()

    def _fail(self, step: ChangeSet, error: Exception) -> None:
        if not isinstance(error, NsclError):
            unforeseen = Bug(f"Không lưu được bước “{step.words}”: {error}")
            unforeseen.__cause__ = error
            error = unforeseen
        with self._news:
            self._failed = True
            later = tuple(waiting.id for waiting in self._waiting)
        self._on_failed(step.id, error, later)
