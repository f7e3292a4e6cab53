"""Closing check-outs forgets what nobody needs: the same stories, lived with and without forgetting, come out alike."""

import os
from random import Random

import pytest

from nscl_desktop.domain.merging.ground import Ground, Outing, ground_of
from nscl_desktop.domain.merging.proposals import Proposal
from tests.merging.worlds import Machine, Office, difference, random_base, random_work

HISTORIES = int(os.environ.get("NSCL_HISTORIES", "2000"))
BATCH = 250


def test_the_ground_is_under_the_oldest_work_that_is_out() -> None:
    assert ground_of([Outing("a", 3), Outing("b", 8)], 20) == Ground(3, frozenset("ab"))


def test_without_work_that_is_out_nothing_needs_to_be_read() -> None:
    assert ground_of([Outing("a", 3, 12)], 20) == Ground(20, frozenset())


def test_what_was_closed_before_the_others_went_out_is_forgotten() -> None:
    assert ground_of([Outing("a", 3, 7), Outing("b", 8)], 20) == Ground(8, frozenset("b"))


def test_what_the_others_have_not_seen_is_needed_with_all_that_it_has_not_seen() -> None:
    outings = [Outing("a", 3, 7), Outing("b", 5, 12), Outing("c", 8)]
    assert ground_of(outings, 20) == Ground(3, frozenset("abc"))


class Twins:
    """One random story, lived by an office that forgets and by one that does not."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        base = random_base(self.chance)
        self.offices = (Office(base), Office(base, moves_its_ground=False))
        self.machines: list[tuple[Machine, Machine]] = []
        self.on_the_way: list[tuple[Proposal, Proposal]] = []
        self.closed = 0
        self.live()

    def live(self) -> None:
        self.hand_out()
        for _ in range(self.chance.randint(10, 40)):
            self.chance.choice([self.work_here, self.work_there, self.work_there, self.hand_out, self.write,
                                self.receive, self.receive, self.decide, self.keep, self.close,
                                self.close])()  # fmt: skip
            self.compare()

    def compare(self) -> None:
        forgetting, other = self.offices
        assert forgetting.state == other.state
        assert open_places(forgetting) == open_places(other)

    def work_here(self) -> None:
        wanted = random_work(self.chance, self.offices[0].state, "office")
        for office in self.offices:
            office.work(wanted)

    def hand_out(self) -> None:
        if len(self.machines) < 8:
            first, second = (each.check_out(f"m{len(self.machines)}") for each in self.offices)
            self.machines.append((first, second))

    def work_there(self) -> None:
        first, second = self.chance.choice(self.machines)
        wanted = random_work(self.chance, first.state, first.name)
        if difference(first.state, wanted):
            first.work(wanted)
            second.work(wanted)

    def write(self) -> None:
        first, second = self.chance.choice(self.machines)
        self.on_the_way.append((first.returned(), second.returned()))

    def receive(self) -> None:
        if self.on_the_way:
            pair = self.on_the_way[self.chance.randrange(len(self.on_the_way))]
            for office, proposal in zip(self.offices, pair, strict=True):
                office.receive(proposal)

    def decide(self) -> None:
        conflicts = [each.merged.conflicts for each in self.offices]
        if conflicts[0]:
            place = self.chance.randrange(len(conflicts[0]))
            value = self.chance.choice(conflicts[0][place].claims).value
            for office, found in zip(self.offices, conflicts, strict=True):
                office.decide(found[place], value)

    def keep(self) -> None:
        waiting = [each.merged.waiting for each in self.offices]
        if waiting[0]:
            place = self.chance.randrange(len(waiting[0]))
            for office, found in zip(self.offices, waiting, strict=True):
                office.keep(found[place])

    def close(self) -> None:
        names = [first.name for first, _ in self.machines if first.name not in self.offices[0].closed]
        ready = [name for name in names if not self.offices[0].is_open(name)]
        if ready:
            name = self.chance.choice(ready)
            for office in self.offices:
                office.close(name)
            self.closed += 1


def open_places(office: Office) -> object:
    conflicts = [
        (each.key, each.field, each.shown, [(claim.author, claim.value) for claim in each.claims])
        for each in office.merged.conflicts
    ]
    return conflicts, office.merged.waiting


@pytest.mark.parametrize("batch", range(0, HISTORIES, BATCH))
def test_forgetting_what_is_closed_changes_nothing(batch: int) -> None:
    forgotten = 0
    for seed in range(batch, batch + BATCH):
        forgotten += len(Twins(seed).offices[0].forgotten)
    assert forgotten > BATCH
