"""The office's own part in a merge: what it wanted since the first check-out, and what it had seen at each step."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from nscl_desktop.domain.changes import Change, Fields
from nscl_desktop.domain.merging.merging import Merged
from nscl_desktop.domain.merging.proposals import EXISTENCE, LOCKED, OFFICE, Key, Knowledge, Spot
from nscl_desktop.domain.merging.proposing import Rules, Step
from nscl_desktop.domain.merging.shape import Shape
from nscl_desktop.domain.plans import Plan


class OfficeStep(NamedTuple):
    """A step of the office's journal.

    ``is_own`` is False for what receiving made, which is no wish of the office; ``rules`` are what a decision says of
    open places; ``knows`` is what was known after the step, where it differs from before.
    """

    number: int
    changes: tuple[Change, ...]
    is_own: bool = True
    rules: Rules = ()
    knows: Knowledge | None = None


def own_steps(journal: Iterable[OfficeStep], known: Knowledge | None = None) -> list[Step]:
    """The office's own steps, each with what was known before it; ``known`` is what was known before the first."""
    known, found = known or Knowledge(), []
    for step in journal:
        if step.is_own:
            knows = Knowledge({**known.seen, OFFICE: step.number - 1}, _left_open(known.unsettled, step.rules))
            found.append(Step(step.number, knows, step.changes, step.rules))
        known = step.knows or known
    return found


def _left_open(unsettled: Mapping[Spot, frozenset[str]], rules: Rules) -> dict[Spot, frozenset[str]]:
    """Without the places that a decision speaks of; of a record that shall be gone it speaks of every field."""
    settled = {spot for spot, _ in rules}
    gone = {key for (key, name), value in rules if name == EXISTENCE and value is False}
    return {spot: authors for spot, authors in unsettled.items() if spot not in settled and spot[0] not in gone}


def knowledge_after(merged: Merged, seen: Mapping[str, int]) -> Knowledge:
    """What is known from now on: all that was received, but of a field in open conflict only the value it shows.

    What waits for a locked plan was shown nowhere, so that work on the plan after it was unlocked settles none of it.
    """
    unsettled = {
        (each.key, each.field): frozenset(claim.author for claim in each.claims if claim.value != each.shown)
        for each in merged.conflicts
    }
    for each in merged.waiting:
        if each.why == LOCKED:
            spot = (each.key, each.field)
            unsettled[spot] = unsettled.get(spot, frozenset()) | frozenset(each.authors)
    return Knowledge(seen, unsettled)


def may_settle(step: OfficeStep, merged: Merged, shape: Shape) -> bool:
    """Whether an own step may change what is open: it touches such a record, or what a waiting one may hang on."""
    open_keys = {each.key for each in merged.conflicts} | {each.key for each in merged.waiting}
    return any(
        (change.entity, change.id) in open_keys or (bool(merged.waiting) and _binds(change, shape))
        for change in step.changes
    )


def _binds(change: Change, shape: Shape) -> bool:
    links = shape.links.get(change.entity, {})
    is_whole = change.before is None or change.after is None
    return is_whole or change.entity == Plan.entity or any(name in links for name in change.after or ())


def rolled_back(present: Fields | None, changes: Iterable[Change]) -> Fields | None:
    """A record before some changes of it, which are given oldest first; None where it was not there."""
    for change in reversed(tuple(changes)):
        if change.before is None:
            present = None
        elif present is None or change.after is None:
            present = change.before
        else:
            present = {**present, **change.before}
    return present


def differences(present: Mapping[Key, Fields], wanted: Mapping[Key, Fields]) -> tuple[Change, ...]:
    """The changes that lead from one state of some records to another, in an order that depends on nothing else."""
    found = []
    for key in sorted(present.keys() | wanted.keys()):
        before, after = present.get(key), wanted.get(key)
        if before is None or after is None:
            found.append(Change(*key, before, after))
        elif names := [name for name in after if after[name] != before.get(name)]:
            found.append(
                Change(*key, {name: before.get(name) for name in names}, {name: after[name] for name in names})
            )
    return tuple(found)
