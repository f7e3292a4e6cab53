"""The open data file as the window uses it: plans for the desk, the queue that saves, backups at the right moments.

The main thread owns the plans on the desk. What the database thread reports is handed to the main thread through
``to_main``; nothing here knows how that is done.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from nscl_desktop.domain.backup_copies import BY_HAND, CLOSING, OPENING, BackupCopy
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import EnvironmentProblem, NsclError, UnreadableFileError
from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.records import Record
from nscl_desktop.paths import backups_of
from nscl_desktop.services.backups import is_due, superfluous
from nscl_desktop.services.desk import Desk
from nscl_desktop.services.undo import UndoStack
from nscl_desktop.services.workspace import PlanDesk
from nscl_desktop.storage.backups import list_backups, make_backup, remove_backups
from nscl_desktop.storage.header import SCHEMA_VERSION
from nscl_desktop.storage.opening import open_store
from nscl_desktop.storage.restoring import restore
from nscl_desktop.storage.store import Store
from nscl_desktop.storage.writer import WriteQueue

ToMain = Callable[[Callable[[], None]], None]
"""Has something done on the main thread, soon."""
_UNDO_STEPS = 200
"""So many steps of a plan can be undone after a restart."""


class DataFile:
    """One data file from opening to closing. ``on_saved`` and ``on_backup`` are called on the main thread."""

    def __init__(
        self, path: Path, *, person: str, machine: str, to_main: ToMain, clock: Callable[[], datetime]
    ) -> None:
        self.path = path
        self.on_saved: Callable[[datetime], object] = _unheard
        self.on_backup: Callable[[BackupCopy], object] = _unheard
        self.signature = (person, machine)
        """Who signs the steps from now on; whoever changes it waits first until all before are saved."""
        self._to_main, self._clock = to_main, clock
        self._folder = backups_of(path)
        self._desks: dict[str, Desk] = {}
        self._failure: NsclError | None = None
        self._last_refusal: NsclError | None = None
        self._awaited: set[str] = set()
        """Steps that somebody waits for and that are not saved."""
        self._open()

    def _open(self) -> None:
        self._store: Store = open_store(self.path, clock=self._clock)
        try:
            self._back_up_if_due(OPENING)
        except NsclError:
            self._store.close()  # a file that is refused can be replaced by a copy
            raise
        self._queue = WriteQueue(
            self._store, sign=lambda: self.signature, on_saved=self._on_saved, on_failed=self._on_failed
        )

    # -- plans ------------------------------------------------------------------------------------------------------

    def plans(self) -> Sequence[PlanRow]:
        """All plans as they are saved, unsorted."""
        return self._store.plan_rows()

    def totals(self) -> Mapping[str, int]:
        """Plan key → total in đồng."""
        totals = {}
        for row in self.plans():
            totals[row.id] = Budget(self._store.load_book(row.id), row.id).total() or 0
        return totals

    def read(self, plan_id: str) -> PlanDesk:
        """A plan for the desk, with what can be undone in it; the plan before is put away once all of it is saved."""
        self._drain()
        desk = PlanDesk(self._with_relatives(plan_id), plan_id, self._queue, self._undo_stack(plan_id))
        self._desks[Plan.entity] = desk
        return desk

    def _with_relatives(self, plan_id: str) -> Book:
        """The plan's records, and of the plans it comes from the one record that its own life may change or cite."""
        book = self._store.load_book(plan_id)
        plan = book.get(Plan, plan_id)
        known = {row.id for row in self.plans()}
        near = {key for key in (plan.origin_id, plan.period_plan_id) if key in known and key != plan_id}
        if not near:
            return book
        return Book([*(self._store.load_book(key).get(Plan, key) for key in near if key), *book.records()])

    def book(self, plan_id: str) -> Book:
        """A plan's records to read from, put on no desk; with those of the plans it was copied from or copied into,
        because lines of two versions are compared over the versions between.
        """
        self._drain()
        related = _related(plan_id, [(row.id, row.origin_id) for row in self.plans()])
        records = {each.id: each for key in related for each in self._store.load_book(key).records()}
        return Book(records.values())

    def add(self, step: ChangeSet, tell: Callable[[str], object] | None = None) -> str:
        """Save a step that concerns no plan on the desk; raises why it was not saved.

        ``tell`` hears how far a large step is; what it raises stops the step, and nothing is written.
        Whether it was is told by itself, not by the queue: a refusal may be dealt with before anybody here looks.
        """
        if tell:
            who, machine = self.signature
            with self.alone() as store:
                at = store.apply(step, tell, who=who, machine=machine)
            self._on_saved(step.id, at)
            return step.scope
        self._awaited.add(step.id)
        self._queue.submit(step)
        self._queue.drain()
        if step.id in self._awaited and self._last_refusal:
            self._awaited.discard(step.id)
            raise self._last_refusal
        return step.scope

    def registers(self, *, settled: bool) -> Store:
        """The file as it is open now, to read registers from; ``settled`` first waits until everything is saved."""
        if settled:
            self._drain()
        return self._store

    @contextmanager
    def alone(self) -> Iterator[Store]:
        """The file for work that writes by itself: everything is saved before, and nothing else meanwhile.

        What is on the desks knows nothing of such work: every screen has to read anew after it.
        """
        with self._queue.held() as is_saved:
            if not is_saved and self._failure:
                raise self._failure
            yield self._store

    def _undo_stack(self, scope: str, *, without: str = "") -> UndoStack:
        """What can be undone of one scope after a restart, without the steps of an older form of the file.

        ``without``: a record whose making or deleting is left out; undoing it would take it from under its own page.
        """
        undoable: list[ChangeSet] = []
        # Without the step that made the plan: it is large, and undoing it would take the plan from under its own page.
        for step in self._store.change_sets(scope=scope, newest=_UNDO_STEPS, without_whole_plans=True):
            changes = step.change_set.changes
            if any(each.id == without and None in (each.before, each.after) for each in changes):
                undoable.clear()
            elif step.schema_version != SCHEMA_VERSION:
                undoable.clear()  # undo crosses no migration
            else:
                undoable.append(step.change_set)
        return UndoStack(undoable)

    def put_on_desk(self, book: Book, root: Record) -> Desk:
        """A record of the registers, with all that belongs to it, on the desk in place of the one before."""
        desk = Desk(book, root.id, self._queue, self._undo_stack(root.id, without=root.id))
        self._desks[root.entity] = desk
        return desk

    def history(self, record_id: str) -> Sequence[HistoryEntry]:
        """Changes of a record and all that belongs to it, newest first."""
        self._drain()
        return self._store.history(record_id)

    def prepare_to_save(self) -> None:
        """Load what writes, which opening and reading do without."""
        self._store.prepare_to_save()

    def _drain(self) -> None:
        """Wait until everything is saved; raises the reason why it cannot be."""
        if not self._queue.drain() and self._failure:
            raise self._failure

    # -- saving -----------------------------------------------------------------------------------------------------

    def _on_saved(self, step_id: str, at: datetime) -> None:
        self._awaited.discard(step_id)

        def tell() -> None:
            for desk in list(self._desks.values()):
                desk.mark_saved(step_id)
            self.on_saved(at.astimezone())

        self._to_main(tell)

    def _on_failed(self, step_id: str, error: NsclError, later: tuple[str, ...]) -> None:
        self._failure = self._last_refusal = error

        def take_back() -> None:
            refused = {step_id, *later, *self._queue.resume()}
            self._failure = None
            sentence = f"Không lưu được, các bước vừa làm đã được trả lại: {error.sentence}"
            for desk in list(self._desks.values()):
                desk.take_back(refused, sentence)

        self._to_main(take_back)

    @property
    def unsaved(self) -> int:
        """Steps still on their way to the file."""
        return sum(desk.unsaved for desk in list(self._desks.values()))

    # -- backups ----------------------------------------------------------------------------------------------------

    def copies(self) -> Sequence[BackupCopy]:
        """Newest first."""
        return list_backups(self.path, self._folder)

    def make(self, reason: str = BY_HAND) -> BackupCopy:
        """Copy now, once all is saved: because the user wants it, or before something that changes much."""
        self._drain()
        return self._back_up(reason)

    def restore(self, copy: BackupCopy) -> str:
        """Put a copy in the place of the data file and open that; a sentence about attached files that are missing."""
        from nscl_desktop.storage.attachment_copies import bring_files  # the start does without

        self._queue.close()
        self._store.close()
        self._desks.clear()
        try:
            restore(copy.path, self.path, self._folder, self._clock())
            return _lacking(bring_files(self.path, copy.path.parent, self._folder))
        finally:
            self._open()

    def _back_up_if_due(self, reason: str) -> None:
        copies = self.copies()
        if is_due(reason, copies[0].at if copies else None, self._store.last_change()):
            self._back_up(reason)

    def _back_up(self, reason: str) -> BackupCopy:
        copy = make_backup(self.path, self._folder, reason, self._clock())
        copies = self.copies()
        old = superfluous([each.at for each in copies], self._clock().astimezone())
        remove_backups(each for each in copies if each.at in old)

        def tell() -> None:
            self.on_backup(copy)

        self._to_main(tell)
        return copy

    def close(self) -> tuple[str, ...]:
        """Save what is queued, copy the file if it has changed, let it go; keys of steps that could not be saved."""
        lost = self._queue.close()
        try:
            self._back_up_if_due(CLOSING)
        except (EnvironmentProblem, UnreadableFileError):
            return lost  # what was saved stays as it is; the next start tries again, and says what is wrong
        finally:
            self._store.close()
        return lost


def _lacking(called: Sequence[str]) -> str:
    """What a restore says of attached files that no copy holds; empty for none."""
    if not called:
        return ""
    names = ", ".join(f"“{name}”" for name in called[:3]) + (f" và {len(called) - 3} tệp khác" if called[3:] else "")
    return (
        f"Đã khôi phục dữ liệu, nhưng {len(called)} tệp đính kèm không có trong các bản sao: {names}. Nếu bản sao"
        " lấy từ máy khác, hãy chép cả thư mục “attachments” nằm cạnh nó rồi khôi phục lại."
    )


def _related(plan_id: str, origins: Sequence[tuple[str, str | None]]) -> list[str]:
    """The plan, and all others that copying joins to it."""
    found = [plan_id]
    for key in found:
        found.extend(each for each, origin in origins if origin == key and each not in found)
        found.extend(origin for each, origin in origins if each == key and origin and origin not in found)
    known = {each for each, _ in origins}
    return [key for key in found if key in known or key == plan_id]


def _unheard(_news: object) -> None:
    """Nobody listens."""
