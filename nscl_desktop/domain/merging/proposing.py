"""From the steps of a journal to what their author wants of the base."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from nscl_desktop.domain.changes import Change, Fields
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.merging.proposals import EXISTENCE, Claim, Key, Knowledge, Proposal, Spot

Rules = tuple[tuple[Spot, Value], ...]
"""What a person decided: the value of a field, or (True, False) whether a record shall be there."""


class Step(NamedTuple):
    """A step of the author's journal: its number, what the author had seen of others by then, what it changed.

    ``rules`` are claims even where they leave everything as it is: they answer somebody else's.
    """

    number: int
    knows: Knowledge
    changes: tuple[Change, ...]
    rules: Rules = ()


def propose(
    author: str, base: Mapping[Key, Fields], steps: Iterable[Step], revision: int, published: Sequence[int] = ()
) -> Proposal:
    """The newest value that each field was given, and in which step.

    ``published`` are the numbers of the steps after which the author gave its work away (packages out or back). A field
    that the author found as in the base and put back so is no claim, unless someone may have seen the value in between;
    the same goes for a record that was added and deleted again.
    """
    notes = _Notes(author, base, published)
    for step in steps:
        for change in step.changes:
            notes.take(step, change)
        notes.take_rules(step)
    return Proposal(author, revision, notes.claims())


class _Notes:
    def __init__(self, author: str, base: Mapping[Key, Fields], published: Sequence[int]) -> None:
        self._author, self._base, self._published = author, base, published
        self._claims: dict[Spot, Claim] = {}
        self._first: dict[Spot, tuple[int, Value]] = {}
        """Step of the first change, and what was there before it."""
        self._ruled: set[Spot] = set()

    def take(self, step: Step, change: Change) -> None:
        """Note what a change claims."""
        key = (change.entity, change.id)
        if change.before is None or change.after is None:
            self._claim((key, EXISTENCE), step, change.before is not None, change.after is not None)
        if change.after is None:
            for spot in [each for each in self._claims if each[0] == key and each[1] != EXISTENCE]:
                if not self._was_seen(spot, step.number):
                    self._forget(spot)
            return
        for name, value in change.after.items():
            if name != "id":
                self._claim((key, name), step, (change.before or {}).get(name), value)

    def take_rules(self, step: Step) -> None:
        """Note what was decided."""
        for spot, value in step.rules:
            self._claim(spot, step, value, value)
            self._ruled.add(spot)

    def claims(self) -> dict[Spot, Claim]:
        """What is left to claim."""
        return {spot: claim for spot, claim in self._claims.items() if not self._is_nothing(spot, claim)}

    def _claim(self, spot: Spot, step: Step, before: Value, value: Value) -> None:
        self._first.setdefault(spot, (step.number, before))
        self._claims[spot] = Claim(self._author, step.number, value, step.knows)

    def _forget(self, spot: Spot) -> None:
        del self._claims[spot], self._first[spot]

    def _is_nothing(self, spot: Spot, claim: Claim) -> bool:
        key, name = spot
        if spot in self._ruled:
            return False
        if name == EXISTENCE:
            there: Value = key in self._base
        elif key in self._base:
            there = self._base[key].get(name)
        else:
            return False
        return claim.value == there == self._first[spot][1] and not self._was_seen(spot, claim.since)

    def _was_seen(self, spot: Spot, last: int) -> bool:
        """Whether the work was given away between the first change of a field and a later step."""
        return any(self._first[spot][0] <= number < last for number in self._published)
