"""ChangeSet: one user action as data. Doing, undoing, importing, restoring and merging are all ChangeSets."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.records import Record, new_id, values_of

Fields = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after.

    Insert: ``before`` is None and ``after`` holds all fields; delete: the reverse; update: both hold the same changed
    fields only. An update takes effect only where every field still is ``before``.
    """

    entity: str
    id: str
    before: Fields | None
    after: Fields | None

    def inverted(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.entity, self.id, self.after, self.before)


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """All changes of one user action, which are stored together or not at all.

    ``words`` name the action for undo and history ("Sửa đơn giá mục III.2"). ``undoes`` holds the id of the ChangeSet
    that this one takes back; a redo is the undo of an undo. ``scope`` is the key of the plan acted on ("" for the
    shared directories): undo never acts on a plan that is not on screen.
    """

    words: str
    changes: tuple[Change, ...]
    scope: str = ""
    id: str = field(default_factory=new_id)
    undoes: str | None = None

    def __bool__(self) -> bool:
        return bool(self.changes)

    def inverted(self, words: str) -> "ChangeSet":
        """The ChangeSet that takes this one back, last change first."""
        back = tuple(change.inverted() for change in reversed(self.changes))
        return ChangeSet(words, back, self.scope, undoes=self.id)


def inserted(record: Record) -> Change:
    """The change that adds a record."""
    return Change(record.entity, record.id, None, values_of(record))


def deleted(record: Record) -> Change:
    """The change that removes a record."""
    return Change(record.entity, record.id, values_of(record), None)


def updated(record: Record, **new: Value) -> Change | None:
    """The change that gives fields of ``record`` new values; None when nothing differs."""
    old = values_of(record)
    after = {name: value for name, value in new.items() if old[name] != value}
    if not after:
        return None
    return Change(record.entity, record.id, {name: old[name] for name in after}, after)


def change_set(words: str, changes: Iterable[Change | None], scope: str = "") -> ChangeSet:
    """A named ChangeSet of the changes that change something."""
    return ChangeSet(words, tuple(change for change in changes if change is not None), scope)
