"""An office and its machines as they work and exchange packages, for random histories; records are toys of three kinds.

A ``line`` stands in a tree and may use a ``kind``; a ``cell`` belongs to a line.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from random import Random

from nscl_desktop.domain.changes import Change, Fields
from nscl_desktop.domain.fields import Place, Value
from nscl_desktop.domain.merging.ground import Outing, ground_of
from nscl_desktop.domain.merging.merging import Merged, merge
from nscl_desktop.domain.merging.proposals import (
    EXISTENCE,
    OFFICE,
    Conflict,
    Key,
    Knowledge,
    Proposal,
    Spot,
    Waiting,
)
from nscl_desktop.domain.merging.proposing import Rules, Step, propose
from nscl_desktop.domain.merging.shape import Shape
from nscl_desktop.services.package_decisions import kept, open_for

SHAPE = Shape(
    links={"line": {"place": "line", "kind": "kind"}, "cell": {"owner": "line"}, "kind": {}},
    above={"line": ("place",), "cell": ("owner",), "kind": ()},
    empty={
        "line": {"place": Place("", ""), "text": "", "flag": False, "kind": None},
        "cell": {"owner": "", "amount": None},
        "kind": {"name": ""},
    },
)
State = dict[Key, Fields]


def line(name: str, parent: str = "", **fields: Value) -> tuple[Key, Fields]:
    return ("line", name), {"id": name, "place": Place(parent, "a"), "text": "", "flag": False, "kind": None, **fields}


def cell(owner: str, amount: int | None = None) -> tuple[Key, Fields]:
    return ("cell", f"c-{owner}"), {"id": f"c-{owner}", "owner": owner, "amount": amount}


def kind(name: str) -> tuple[Key, Fields]:
    return ("kind", name), {"id": name, "name": name}


def difference(before: State, after: State) -> tuple[Change, ...]:
    """The changes that lead from one state to another."""
    found = []
    for key in sorted(before.keys() | after.keys()):
        old, new = before.get(key), after.get(key)
        if old is None or new is None:
            found.append(Change(*key, old, new))
        elif names := [name for name in new if new[name] != old[name]]:
            found.append(Change(*key, {name: old[name] for name in names}, {name: new[name] for name in names}))
    return tuple(change for change in found if change.before != change.after)


@dataclass
class Machine:
    """A laptop with the office's file of one moment, its own steps, and the packages it has written."""

    name: str
    base: State
    knows: Knowledge
    state: State = field(init=False)
    steps: list[Step] = field(default_factory=list)
    published: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.state = dict(self.base)

    def work(self, after: State) -> None:
        """One step that leads to another state."""
        self.steps.append(Step(len(self.steps) + 1, self.knows, difference(self.state, after)))
        self.state = after

    def returned(self) -> Proposal:
        """A return package."""
        proposal = propose(self.name, self.base, self.steps, len(self.steps), self.published)
        self.published.append(len(self.steps))
        return proposal


class Office:
    """The office's file: its own steps, what it has received, and the records that both make.

    ``moves_its_ground``: a closed check-out that nobody needs any more is forgotten with all that lies before.
    """

    def __init__(self, base: State, shape: Shape = SHAPE, *, moves_its_ground: bool = True) -> None:
        self.base = dict(base)
        self.received: dict[str, Proposal] = {}
        self.closed: dict[str, int] = {}
        self.merged = Merged(self.base)
        self._shape, self._moves = shape, moves_its_ground
        self._outings: dict[str, int] = {}
        self._settled: dict[str, int] = {}
        self._steps: list[Step] = []
        self._number = 0
        self._states = {0: self.state}

    @property
    def state(self) -> State:
        return dict(self.merged.records)

    @property
    def forgotten(self) -> frozenset[str]:
        """Check-outs that need no more thought."""
        return frozenset(self._settled)

    def proposals(self) -> list[Proposal]:
        published = sorted(self._outings.values())
        own = propose(OFFICE, self.base, self._steps, self._number, published)
        return [own, *self.received.values()]

    def work(self, after: State) -> None:
        self._step(difference(self.state, after), self.knows())

    def decide(self, conflict: Conflict, value: Value) -> None:
        """A person's decision on an open conflict: knows what it settles."""
        spot = (conflict.key, conflict.field)
        changes = (Change(*conflict.key, {conflict.field: conflict.shown}, {conflict.field: value}),)
        self._step(changes, self.knows(settling={spot}), ((spot, value),))

    def keep(self, waiting: Waiting) -> None:
        """A person's decision that all stays as it is."""
        items = [each for each in self.merged.waiting if (each.key, each.field) == (waiting.key, waiting.field)]
        rules = kept(items, self.merged, self._shape)
        gone = {key for (key, name), value in rules if name == EXISTENCE and value is False}
        settling = {spot for spot, _ in rules} | {spot for spot in self.knows().unsettled if spot[0] in gone}
        self._step((), self.knows(settling), rules)

    def receive(self, proposal: Proposal) -> None:
        known = self.received.get(proposal.author)
        if proposal.author not in self.closed and (known is None or known.revision < proposal.revision):
            self.received[proposal.author] = proposal
        self._number += 1
        self._recompute()

    def withdraw(self, author: str) -> None:
        """Take back that a package was received ("hoàn tác lần nhận này")."""
        del self.received[author]
        self._number += 1
        self._recompute()

    def check_out(self, name: str) -> Machine:
        self._outings[name] = self._number
        return Machine(name, self.state, self.knows())

    def is_open(self, name: str) -> bool:
        """Whether something that a machine, the office itself or a closed check-out wants is left to a person."""
        return bool(open_for(self.merged, {name, *self.closed}))

    def close(self, name: str) -> None:
        """Nothing more comes of a check-out, and nothing of it is open."""
        self._number += 1
        self.closed[name] = self._number
        self._recompute()
        if self._moves:
            self._move_ground()

    def knows(self, settling: Iterable[Spot] = ()) -> Knowledge:
        seen = {name: proposal.revision for name, proposal in self.received.items()}
        unsettled = {
            (each.key, each.field): frozenset(claim.author for claim in each.claims if claim.value != each.shown)
            for each in self.merged.conflicts
            if (each.key, each.field) not in set(settling)
        }
        return Knowledge({**self._settled, **seen, OFFICE: self._number}, unsettled)

    def _move_ground(self) -> None:
        outings = [Outing(name, seq, self.closed.get(name)) for name, seq in self._outings.items()]
        ground, needed = ground_of(outings, self._number)
        for name in self._outings.keys() - needed:
            del self._outings[name]
            gone = self.received.pop(name, None)
            self._settled[name] = gone.revision if gone else 0
        self.base = self._states[ground]
        self._steps = [each for each in self._steps if each.number > ground]
        self._recompute()

    def _step(self, changes: tuple[Change, ...], knows: Knowledge, rules: Rules = ()) -> None:
        self._number += 1
        self._steps.append(Step(self._number, knows, changes, rules))
        self._recompute()

    def _recompute(self) -> None:
        self.merged = merge(self.base, self.proposals(), self._shape)
        self._states[self._number] = self.state


def random_base(chance: Random) -> State:
    state = dict([kind("K0"), kind("K1")])
    names: list[str] = []
    for number in range(chance.randint(1, 6)):
        used = chance.choice([None, "K0", "K1"])
        state |= [line(f"L{number}", chance.choice(["", *names]), kind=used)]
        names.append(f"L{number}")
    state |= [cell(name, 0) for name in names if chance.random() < 0.5]
    return state


def random_work(chance: Random, state: State, name: str) -> State:
    """The state after one action that a careful program allows: nothing dangles, nothing runs in a ring."""
    after: State = dict(state)
    lines = [key for key in after if key[0] == "line"]
    action = chance.choice(
        ["text", "text", "flag", "move", "move", "add", "cell", "kind", "delete", "delete kind", "back"]
    )
    if action == "add" or not lines:
        fresh = f"{name}-{len(after)}-{chance.randint(0, 99)}"
        return {**after, **dict([line(fresh, chance.choice(["", *(key[1] for key in lines)]))])}
    chosen = chance.choice(lines[:2] if chance.random() < 0.6 else lines)
    if action == "text":
        after |= [_with(after, chosen, text=chance.choice(["một", "hai", name]))]
    elif action == "flag":
        after |= [_with(after, chosen, flag=not after[chosen]["flag"])]
    elif action == "back":
        after |= [_with(after, chosen, text="")]
    elif action == "move":
        parent = chance.choice(["", *(key[1] for key in lines)])
        if chosen[1] not in above(after, parent):
            after |= [_with(after, chosen, place=Place(parent, chance.choice("abc")))]
    elif action == "cell":
        after |= [cell(chosen[1], chance.choice([1, 2, len(name)]))]
    elif action == "kind":
        after |= [_with(after, chosen, kind=chance.choice([None, *(key[1] for key in after if key[0] == "kind")]))]
    elif action == "delete":
        return without(after, chosen)
    else:
        for gone in [key for key in after if key[0] == "kind" and not _is_used(after, key)][:1]:
            del after[gone]
    return after


def _with(state: State, key: Key, **fields: Value) -> tuple[Key, Fields]:
    return key, {**state[key], **fields}


def above(state: State, name: str) -> Iterator[str]:
    while name:
        yield name
        place = state["line", name]["place"]
        assert isinstance(place, Place)
        name = place.parent


def _is_used(state: State, key: Key) -> bool:
    return any(values.get("kind") == key[1] for values in state.values())


def without(state: State, doomed: Key, shape: Shape = SHAPE) -> State:
    """The state without a record and all that belongs to it."""
    gone = {doomed}
    while more := {key for key, values in state.items() if shape.owners(key, values) & gone} - gone:
        gone |= more
    return {key: values for key, values in state.items() if key not in gone}
