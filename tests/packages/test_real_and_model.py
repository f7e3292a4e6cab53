"""The real thing on files behaves as its model: random histories are lived by both, and compared after every action."""

import os
from pathlib import Path
from random import Random

import pytest

from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.fields import Place, Value
from nscl_desktop.domain.merging.merging import Merged
from nscl_desktop.domain.merging.proposals import Key, Proposal
from nscl_desktop.domain.merging.shape import Shape, shape_of
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.records import values_of
from nscl_desktop.domain.registry import RECORD_TYPES
from nscl_desktop.exchange.package_file import Package
from nscl_desktop.services.package_views import KEEP
from nscl_desktop.storage.package_records import PackageRecords
from nscl_desktop.storage.store import Store
from tests.merging.worlds import Machine, Office, State, above, difference, without
from tests.packages.offices import RealMachine, RealOffice, conflicts_of, work

HISTORIES = int(os.environ.get("NSCL_REAL_HISTORIES", "18"))
SHAPE: Shape = shape_of(RECORD_TYPES)
PLAN = Plan(id="plan", code="THU", title="Kế hoạch thử")


def line(key: str, parent: str = "", **fields: Value) -> tuple[Key, dict[str, Value]]:
    made = values_of(Line(id=key, plan_id="plan", place=Place(parent, "a")))
    return ("line", key), {**made, **fields}


def agency(key: str) -> tuple[Key, dict[str, Value]]:
    return ("agency", key), values_of(Agency(id=key, name=key))


def random_base(chance: Random) -> State:
    state: State = dict([(("plan", "plan"), values_of(PLAN)), agency("K0"), agency("K1")])
    names: list[str] = []
    for number in range(chance.randint(1, 5)):
        state |= [line(f"L{number}", chance.choice(["", *names]), lead_id=chance.choice([None, "K0", "K1"]))]
        names.append(f"L{number}")
    return state


def random_work(chance: Random, state: State, name: str) -> State:
    """The state after one action that a careful program allows."""
    lines = [key for key in state if key[0] == "line"]
    action = chance.choice(["text", "text", "label", "move", "move", "add", "lead", "delete", "delete agency", "back"])
    if action == "add" or not lines:
        fresh = f"{name}-{len(state)}-{chance.randint(0, 99)}"
        return {**state, **dict([line(fresh, chance.choice(["", *(key[1] for key in lines)]))])}
    chosen = chance.choice(lines[:2] if chance.random() < 0.6 else lines)
    parents = ["", *(key[1] for key in lines)]
    if action == "delete":
        return without(state, chosen, SHAPE)
    if action == "delete agency":
        used = {values.get("lead_id") for values in state.values()}
        return {key: values for key, values in state.items() if key[0] != "agency" or key[1] in used}
    if action == "move":
        parent = chance.choice(parents)
        is_above = chosen[1] in above(state, parent)
        return state if is_above else _with(state, chosen, place=Place(parent, chance.choice("abc")))
    if action == "lead":
        agencies = [key[1] for key in state if key[0] == "agency"]
        return _with(state, chosen, lead_id=chance.choice([None, *agencies]))
    texts = {"text": chance.choice(["một", "hai", name]), "back": ""}
    changed: dict[str, Value] = {"label": chance.choice("ab")} if action == "label" else {"text": texts[action]}
    return _with(state, chosen, **changed)


def _with(state: State, key: Key, **fields: Value) -> State:
    return {**state, key: {**state[key], **fields}}


def read_state(store: Store) -> State:
    with store.reading() as connection:
        reader = PackageRecords(connection)
        return dict(reader.records(reader.all_keys()))


class TwoWorlds:
    """The same history, lived twice: ``office`` in memory, ``real`` on disk; authors are those of the real one."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.chance = Random(seed)
        self.real = RealOffice(folder)
        base = random_base(self.chance)
        self.real.work(*difference({}, base))
        self.office = Office(base, SHAPE)
        self.machines: list[tuple[Machine, RealMachine]] = []
        self.all_machines: list[tuple[Machine, RealMachine]] = []
        self.on_the_way: list[tuple[Proposal, Package]] = []
        self.before: dict[str, list[Proposal]] = {}
        self.compared = self.handed_out = 0
        self.hand_out()

    def live(self) -> None:
        for _ in range(self.chance.randint(6, 16)):
            self.chance.choice([self.work_here, self.work_there, self.work_there, self.hand_out, self.write,
                                self.receive, self.receive, self.decide, self.keep, self.close_one,
                                self.withdraw])()  # fmt: skip
            self.compare()

    def compare(self) -> None:
        self.compared += 1
        assert read_state(self.real.store) == self.office.state
        assert self.real.open_conflicts() == conflicts_of(self.office.merged)
        assert waiting_of(self.real.room.open_items()) == waiting_of(self.office.merged)

    def work_here(self) -> None:
        wanted = random_work(self.chance, self.office.state, "office")
        changes = difference(self.office.state, wanted)
        if changes:
            self.office.work(wanted)
            self.real.work(*changes)

    def work_there(self) -> None:
        if not self.machines:
            return
        machine, real = self.chance.choice(self.machines)
        wanted = random_work(self.chance, machine.state, machine.name[:8])
        changes = difference(machine.state, wanted)
        if changes:
            machine.work(wanted)
            work(real.store, *changes)

    def hand_out(self) -> None:
        if len(self.machines) < 4:
            real = self.real.check_out(f"m{self.handed_out}")
            self.handed_out += 1
            pair = (self.office.check_out(real.key), real)
            self.machines.append(pair)
            self.all_machines.append(pair)

    def write(self) -> None:
        if not self.machines:
            return
        machine, real = self.chance.choice(self.machines)
        self.on_the_way.append((machine.returned(), real.returned()))

    def receive(self) -> None:
        if self.on_the_way:
            proposal, package = self.on_the_way[self.chance.randrange(len(self.on_the_way))]
            known = self.office.received.get(proposal.author)
            if known is None or known.revision < proposal.revision:
                self.before.setdefault(proposal.author, []).append(proposal)
                self.office.receive(proposal)
            self.real.room.merge(package)

    def decide(self) -> None:
        if self.office.merged.conflicts:
            conflict = self.chance.choice(self.office.merged.conflicts)
            value = self.chance.choice(conflict.claims).value
            self.office.decide(conflict, value)
            self.real.room.decide((conflict.key, conflict.field), value)

    def keep(self) -> None:
        if self.office.merged.waiting:
            waiting = self.chance.choice(self.office.merged.waiting)
            self.office.keep(waiting)
            self.real.room.answer([(waiting.key, waiting.field)], KEEP)

    def close_one(self) -> None:
        names = [machine.name for machine, _ in self.machines if machine.name not in self.office.closed]
        ready = [name for name in names if not self.office.is_open(name)]
        if ready and self.chance.random() < 0.5:
            name = self.chance.choice(ready)
            self.office.close(name)
            self.real.room.close(name)
            self.machines = [each for each in self.machines if each[0].name != name]
            self.on_the_way = [each for each in self.on_the_way if each[0].author != name]

    def withdraw(self) -> None:
        """Where the model forgets a machine, the real thing goes back to what was received from it before."""
        authors = sorted(self.office.received.keys() - self.office.closed.keys())
        if authors and self.chance.random() < 0.5:
            author = self.chance.choice(authors)
            earlier = self.before[author]
            earlier.pop()
            self.office.withdraw(author)
            if earlier:
                self.office.receive(earlier[-1])
            self.real.room.withdraw(author)

    def close(self) -> None:
        self.real.store.close()
        for _, real in self.all_machines:
            real.store.close()


def waiting_of(merged: Merged) -> set[tuple[Key, str, str, tuple[str, ...]]]:
    return {(each.key, each.field, each.why, each.authors) for each in merged.waiting}


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_the_real_thing_behaves_as_its_model(tmp_path: Path, seed: int) -> None:
    both = TwoWorlds(seed, tmp_path)
    try:
        both.live()
    finally:
        both.close()
    assert both.compared
