"""Merging what machines bring home into a large file: only the records that anyone touched, and those they hang on.

The result for these is that of merging the whole file, because all others are as in the base and nobody claims them.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from nscl_desktop.domain.changes import Change, Fields
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.merging.locking import without_locked
from nscl_desktop.domain.merging.merging import Merged, merge
from nscl_desktop.domain.merging.office_steps import (
    OfficeStep,
    differences,
    knowledge_after,
    may_settle,
    own_steps,
    rolled_back,
)
from nscl_desktop.domain.merging.proposals import EXISTENCE, OFFICE, Key, Knowledge, Proposal, newest
from nscl_desktop.domain.merging.proposing import propose
from nscl_desktop.domain.merging.shape import Shape


class RecordReader(Protocol):
    """The records of the file as they are now."""

    def records(self, keys: Collection[Key]) -> Mapping[Key, Fields]:
        """Those of the keys that are there."""

    def users(self, keys: Collection[Key]) -> Mapping[Key, Fields]:
        """The records that point at one of the keys."""


@dataclass(frozen=True, slots=True)
class OfficeFile:
    """What a merge needs of the office's file: the journal since the ground, and what was received since.

    ``published`` are the numbers of the steps after which a package went out; ``settled`` is what came of check-outs
    that need no more thought: their newest revisions.
    """

    journal: tuple[OfficeStep, ...]
    received: tuple[Proposal, ...]
    published: tuple[int, ...]
    reader: RecordReader
    shape: Shape
    settled: Mapping[str, int] = field(default_factory=dict)

    @property
    def seen(self) -> dict[str, int]:
        """All that the office has received: author → revision."""
        return {**self.settled, **{each.author: each.revision for each in newest(self.received)}}


@dataclass(slots=True)
class Excerpt:
    """The touched records and all that they hang on: now, and in the common base."""

    present: dict[Key, Fields] = field(default_factory=dict)
    base: dict[Key, Fields] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a merge makes: the records and what stays open, the changes that lead there, what the office then knows."""

    merged: Merged
    changes: tuple[Change, ...]
    knows: Knowledge


def merge_office(office: OfficeFile, excerpt: Excerpt) -> Outcome:
    """Join everything received with the office's own work."""
    merged = _merged(office, excerpt, office.journal)
    return Outcome(merged, differences(excerpt.present, merged.records), knowledge_after(merged, office.seen))


def missing_knowledge(office: OfficeFile, excerpt: Excerpt) -> list[tuple[int, Knowledge]]:
    """What was known after own steps that touched something open and of which nobody has noted it yet.

    It is a function of journal and proposals, so that saving an ordinary step need not compute it.
    """
    noted = max((n for n, step in enumerate(office.journal) if step.knows is not None), default=None)
    if noted is None:
        return []
    journal = list(office.journal)
    merged = _merged(office, excerpt, journal[: noted + 1])
    found = []
    for n in range(noted + 1, len(journal)):
        if may_settle(journal[n], merged, office.shape):
            merged = _merged(office, excerpt, journal[: n + 1])
            knows = knowledge_after(merged, office.seen)
            journal[n] = journal[n]._replace(knows=knows)
            found.append((journal[n].number, knows))
    return found


def _merged(office: OfficeFile, excerpt: Excerpt, journal: Sequence[OfficeStep]) -> Merged:
    revision = journal[-1].number if journal else 0
    steps = own_steps(journal, Knowledge(office.settled))
    own = propose(OFFICE, excerpt.base, steps, revision, office.published)
    proposals, locked = without_locked(excerpt.base, (own, *office.received), office.shape)
    merged = merge(excerpt.base, proposals, office.shape)
    return replace(merged, waiting=(*merged.waiting, *locked))


def take_excerpt(office: OfficeFile) -> Excerpt:
    """Read every record that anyone touched, what these point or pointed at, and what uses those to be deleted."""
    excerpt = _Reading(office)
    claimed = {key for each in office.received for key, _ in each.claims}
    excerpt.add({(change.entity, change.id) for step in office.journal for change in step.changes} | claimed)
    excerpt.add({key for step in office.journal for (key, _), _ in step.rules})
    excerpt.add(_claimed_targets(office))
    doomed = {
        key
        for each in office.received
        for (key, name), claim in each.claims.items()
        if name == EXISTENCE and claim.value is False
    }
    if doomed:
        excerpt.add(office.reader.users(doomed).keys())
    return excerpt.excerpt


def _claimed_targets(office: OfficeFile) -> set[Key]:
    """All records that any claim or own step ever pointed at."""
    found: set[Key] = set()

    def note(key: Key, values: Mapping[str, Value]) -> None:
        found.update(office.shape.targets(key, values).values())

    for proposal in office.received:
        for (key, name), claim in proposal.claims.items():
            note(key, {name: claim.value})
    for step in office.journal:
        for change in step.changes:
            note((change.entity, change.id), change.after or {})
    return found


class _Reading:
    def __init__(self, office: OfficeFile) -> None:
        self.excerpt = Excerpt()
        self._office = office
        self._looked: set[Key] = set()
        self._changes: dict[Key, list[Change]] = defaultdict(list)
        for step in office.journal:
            for change in step.changes:
                self._changes[change.entity, change.id].append(change)

    def add(self, keys: Collection[Key]) -> None:
        """Read these records, and all that they hang on."""
        while fresh := set(keys) - self._looked:
            self._looked |= fresh
            found = self._office.reader.records(fresh)
            self.excerpt.present.update(found)
            before = {key: rolled_back(found.get(key), self._changes.get(key, ())) for key in fresh}
            empty = self._office.shape.empty  # a record deleted by an older version lacks the newer fields
            self.excerpt.base.update(
                {key: {**empty.get(key[0], {}), **values} for key, values in before.items() if values}
            )
            states = [*found.items(), *((key, values) for key, values in before.items() if values)]
            keys = {target for key, values in states for target in self._office.shape.targets(key, values).values()}
