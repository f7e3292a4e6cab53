"""Random histories of an office and up to five machines: whatever the order, nothing is lost and nothing breaks."""

import os
from collections.abc import Mapping
from random import Random

import pytest

from nscl_desktop.domain.changes import Fields
from nscl_desktop.domain.merging.merging import Merged, merge
from nscl_desktop.domain.merging.proposals import EXISTENCE, Claim, Key, Proposal, Spot
from tests.merging.worlds import SHAPE, Machine, Office, random_base, random_work

HISTORIES = int(os.environ.get("NSCL_HISTORIES", "2000"))
BATCH = 250


class History:
    """One random story: work here and there, packages out, back, late and again, decisions between them."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(seed)
        self.office = Office(random_base(self._chance))
        self._machines: list[Machine] = []
        self._on_the_way: list[Proposal] = []
        self._handed_out = 0
        for _ in range(self._chance.randint(0, 5)):
            self._hand_out()
        for _ in range(self._chance.randint(4, 24)):
            self._chance.choice([self._work_here, self._work_there, self._work_there, self._hand_out, self._write,
                                 self._receive, self._receive, self._decide, self._keep, self._close,
                                 self._withdraw])()  # fmt: skip
        for machine in self._machines:
            self._on_the_way.append(machine.returned())
        self._chance.shuffle(self._on_the_way)

    def _work_here(self) -> None:
        waited = self.office.merged.waiting
        wanted = random_work(self._chance, self.office.state, "office")
        self.office.work(wanted)
        assert self.office.state == wanted or self.office.merged.waiting != waited

    def _hand_out(self) -> None:
        if len(self._machines) < 5:
            self._machines.append(self.office.check_out(f"m{self._handed_out}"))
            self._handed_out += 1

    def _work_there(self) -> None:
        for machine in self._chance.sample(self._machines, min(2, len(self._machines))):
            machine.work(random_work(self._chance, machine.state, machine.name))

    def _write(self) -> None:
        if self._machines:
            self._on_the_way.append(self._chance.choice(self._machines).returned())

    def _receive(self) -> None:
        if self._on_the_way:
            place = self._chance.randrange(len(self._on_the_way))
            again = self._chance.random() < 0.2
            self.office.receive(self._on_the_way[place] if again else self._on_the_way.pop(place))

    def _decide(self) -> None:
        if self.office.merged.conflicts:
            conflict = self._chance.choice(self.office.merged.conflicts)
            value = self._chance.choice(conflict.claims).value
            self.office.decide(conflict, value)
            assert (conflict.key, conflict.field) not in {
                (each.key, each.field) for each in self.office.merged.conflicts
            }

    def _keep(self) -> None:
        if self.office.merged.waiting:
            waiting = self._chance.choice(self.office.merged.waiting)
            before = self.office.state
            self.office.keep(waiting)
            assert self.office.state == before
            assert (waiting.key, waiting.field) not in {(each.key, each.field) for each in self.office.merged.waiting}

    def _close(self) -> None:
        ready = [each.name for each in self._machines if not self.office.is_open(each.name)]
        if ready:
            before = self.office.merged
            name = self._chance.choice(ready)
            self._machines = [each for each in self._machines if each.name != name]
            self._on_the_way = [each for each in self._on_the_way if each.author != name]
            self.office.close(name)
            assert (self.office.state, self.office.merged.waiting) == (dict(before.records), before.waiting)

    def _withdraw(self) -> None:
        open_ones = sorted(self.office.received.keys() - self.office.closed.keys())
        if open_ones and self._chance.random() < 0.5:
            self.office.withdraw(self._chance.choice(open_ones))

    def shuffled(self) -> list[Proposal]:
        """What is there and on the way, in some order, some of it twice, older packages among it."""
        found = [*self.office.proposals(), *self._on_the_way]
        found += self._chance.choices(found, k=2)
        self._chance.shuffle(found)
        return found


@pytest.mark.parametrize("batch", range(0, HISTORIES, BATCH))
def test_any_order_gives_the_same_records_and_the_same_open_conflicts(batch: int) -> None:
    for seed in range(batch, batch + BATCH):
        history = History(seed)
        expected = merge(history.office.base, history.shuffled(), SHAPE)
        for _ in range(3):
            assert merge(history.office.base, history.shuffled(), SHAPE) == expected, seed
        for proposals, merged in ((history.shuffled(), expected), (history.office.proposals(), history.office.merged)):
            assert broken(merged.records) == [], seed
            assert lost(proposals, merged) == [], seed


def broken(state: Mapping[Key, Fields]) -> list[tuple[Key, Key]]:
    """Links to records that are not there, and parents that are below their own children."""
    found = []
    for key, values in state.items():
        found += [(key, target) for target in SHAPE.targets(key, values).values() if target not in state]
        above: Key | None = key
        steps = 0
        while above is not None and above in state and steps <= len(state):
            above, steps = SHAPE.targets(above, state[above]).get("place"), steps + 1
        if steps > len(state):
            found.append((key, key))
    return found


def lost(proposals: list[Proposal], merged: Merged) -> list[object]:
    """Claims that are neither seen in the records, nor in an open conflict, nor waiting, nor replaced knowingly."""
    newest = {each.author: each for each in sorted(proposals, key=lambda each: each.revision)}
    open_spots = {(each.key, each.field) for each in merged.conflicts}
    open_spots |= {(each.key, each.field) for each in merged.waiting}
    return [
        (spot, claim)
        for proposal in newest.values()
        for spot, claim in proposal.claims.items()
        if not _is_seen(spot, claim, merged)
        and not {spot, (spot[0], EXISTENCE)} & open_spots
        and not _is_deleted(spot[0], newest)
        and not any(each.claims[spot].knows.covers(spot, claim) for each in newest.values() if spot in each.claims)
    ]


def _is_seen(spot: Spot, claim: Claim, merged: Merged) -> bool:
    key, name = spot
    if name == EXISTENCE:
        return claim.value is (key in merged.records)
    return key in merged.records and merged.records[key][name] == claim.value


def _is_deleted(key: Key, newest: dict[str, Proposal]) -> bool:
    """Whether somebody deleted the record; that others' work on it makes that wait is told by the stories."""
    gone = [each.claims.get((key, EXISTENCE)) for each in newest.values()]
    return any(claim is not None and claim.value is False for claim in gone)
