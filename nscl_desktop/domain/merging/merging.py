"""Joining what several machines changed without a network: the result is a pure function of base and proposals.

Applying packages one after another lets the order decide. Here every received proposal is kept, and the records are
computed from the common base and the set of all proposals, the office's own being one of them: any order of arrival
gives the same records and the same open conflicts, and a proposal that comes twice changes nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from nscl_desktop.domain.changes import Fields
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.merging import structure
from nscl_desktop.domain.merging.proposals import Claim, Conflict, Key, Proposal, Waiting, newest
from nscl_desktop.domain.merging.shape import Shape
from nscl_desktop.domain.merging.standing import Standing


@dataclass(frozen=True, slots=True)
class Merged:
    """Every record that is there now, and what is left to a person."""

    records: Mapping[Key, Fields]
    conflicts: tuple[Conflict, ...] = ()
    waiting: tuple[Waiting, ...] = ()


def merge(base: Mapping[Key, Fields], proposals: Iterable[Proposal], shape: Shape) -> Merged:
    """The records that base and proposals make together.

    Field by field: standing claims that agree are applied; where they differ the field shows the office's own value,
    else that of the base, and stays a conflict. Then what would break the records' hold on one another is held back.
    """
    standing = Standing(newest(tuple(proposals)))
    draft = structure.Draft(base, shape, standing)
    conflicts = list(_settle(draft, base, shape, standing))
    waiting = [*draft.hold_unknown(), *draft.hold_footless(), *draft.hold_cycles(), *draft.delete()]
    gone = {each for each in standing if each not in draft.records}
    open_ones = (each for each in conflicts if each.key not in gone)
    return Merged(
        draft.records,
        tuple(sorted(open_ones, key=lambda each: (each.key, each.field))),
        tuple(sorted(waiting, key=lambda each: (each.why, each.key, each.field))),
    )


def _settle(draft: structure.Draft, base: Mapping[Key, Fields], shape: Shape, standing: Standing) -> Iterator[Conflict]:
    """Give every claimed field its merged value."""
    for key in standing:
        if key not in base and not standing.is_added(key):
            continue
        before = base.get(key) or shape.empty.get(key[0], {})
        values = {**before, "id": key[1]}
        for name, claims in standing.fields(key).items():
            values[name] = _shown(claims, standing.own(key, name), before.get(name))
            if len({each.value for each in claims}) > 1:
                yield Conflict(key, name, before.get(name), values[name], claims)
        draft.records[key] = values


def _shown(claims: tuple[Claim, ...], own: Claim | None, before: Value) -> Value:
    if len({each.value for each in claims}) == 1:
        return claims[0].value
    return own.value if own else before
