"""Claims that no field may hold are refused one by one, each with its sentence; all others are received."""

from collections.abc import Collection
from typing import NamedTuple

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.limits import accepted
from nscl_desktop.domain.merging.proposals import EXISTENCE, Claim, Key, Proposal, Spot
from nscl_desktop.domain.records import fields_of, owner_field
from nscl_desktop.domain.registry import BY_ENTITY


class Refusal(NamedTuple):
    """A claim that cannot be received, and why."""

    spot: Spot
    reason: str


def sift(proposal: Proposal) -> tuple[Proposal, tuple[Refusal, ...]]:
    """The proposal without what cannot be, and what that was."""
    refused: dict[Spot, str] = {}
    for spot, claim in proposal.claims.items():
        if sentence := _fault(spot, claim):
            refused[spot] = sentence
    for key in _ownerless(proposal, refused):
        owned = (spot for spot in proposal.claims if spot[0] == key)
        refused |= dict.fromkeys(owned, "Bản ghi thêm mới không thuộc về đâu cả nên không nhận được.")
    claims = {spot: claim for spot, claim in proposal.claims.items() if spot not in refused}
    listed = tuple(Refusal(spot, reason) for spot, reason in sorted(refused.items()))
    return Proposal(proposal.author, proposal.revision, claims), listed


def _fault(spot: Spot, claim: Claim) -> str:
    (entity, _), name = spot
    if name == EXISTENCE:
        return ""
    spec = next(each for each in fields_of(BY_ENTITY[entity]) if each.name == name)
    try:
        accepted(spec, claim.value)
    except InputError as error:
        return error.sentence
    return ""


def _ownerless(proposal: Proposal, refused: Collection[Spot]) -> list[Key]:
    """Added records that do not say which record they belong to."""
    added = [key for (key, name), claim in proposal.claims.items() if name == EXISTENCE and claim.value]
    return [
        key
        for key in added
        if (owner := owner_field(BY_ENTITY[key[0]]))
        and ((key, owner) not in proposal.claims or (key, owner) in refused)
    ]
