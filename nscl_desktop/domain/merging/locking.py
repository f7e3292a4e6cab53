"""A merge changes nothing in silence in a plan that was submitted or issued: what others want of it waits."""

from collections.abc import Iterable, Mapping

from nscl_desktop.domain.changes import Fields
from nscl_desktop.domain.merging.proposals import (
    EXISTENCE,
    LOCKED,
    OFFICE,
    Claim,
    Key,
    Proposal,
    Spot,
    Waiting,
    newest,
)
from nscl_desktop.domain.merging.shape import Shape
from nscl_desktop.domain.plans import DRAFT, Attachment, Plan
from nscl_desktop.domain.statements import Waiver

_ALWAYS = frozenset({Attachment.entity, Waiver.entity})
"""May be added to a plan of any status, as on the desk."""


def without_locked(
    base: Mapping[Key, Fields], proposals: Iterable[Proposal], shape: Shape
) -> tuple[tuple[Proposal, ...], tuple[Waiting, ...]]:
    """The newest proposal of each author without what touches a plan that is no draft at the office, and all that
    therefore waits.

    A plan's status is that of the base or the office's own newer one, so that this too depends on base and proposals
    only. What the office had seen when it gave the plan its status stays in: it was submitted with it. Where a machine
    has gone on since, its older value stands, so older proposals are asked for as well. The office's own claims pass:
    its desk has kept them off closed plans already.
    """
    proposals = tuple(proposals)
    own = {spot: claim for each in proposals if each.author == OFFICE for spot, claim in each.claims.items()}
    kept: list[Proposal] = []
    waiting: list[Waiting] = []
    for proposal in newest(proposals):
        if proposal.author == OFFICE:
            kept.append(proposal)
            continue
        older = [each for each in proposals if each.author == proposal.author]
        claims = {}
        for spot, claim in proposal.claims.items():
            if spot[0][0] in _ALWAYS or not (status := _closing(_plan_of(spot[0], base, proposal, shape), base, own)):
                claims[spot] = claim
            elif standing := _newest_seen(spot, older, status):
                claims[spot] = standing
            is_in = spot in claims and claims[spot].since == claim.since
            if not is_in and not _is_answered(spot, claim, own):
                waiting.append(Waiting(*spot, (proposal.author,), LOCKED))
        kept.append(Proposal(proposal.author, proposal.revision, claims))
    return tuple(kept), tuple(sorted(waiting, key=lambda each: (each.authors, each.key, each.field)))


def _closing(plan: Key | None, base: Mapping[Key, Fields], own: Mapping[Spot, Claim]) -> Claim | None:
    """What closed a plan: the office's newest word on its status, or what the base says; None for a draft."""
    if plan is None or (plan not in base and (plan, EXISTENCE) not in own):
        return None  # the machine's own new plan
    said = own.get((plan, "status")) or Claim(OFFICE, 0, base.get(plan, {}).get("status", DRAFT))
    return None if said.value == DRAFT else said


def _newest_seen(spot: Spot, proposals: Iterable[Proposal], status: Claim) -> Claim | None:
    """The newest of a machine's claims on a field that the office had seen when it closed the plan."""
    claims = [each.claims[spot] for each in proposals if spot in each.claims]
    seen = [claim for claim in claims if status.knows.covers(spot, claim)]
    return max(seen, key=lambda claim: claim.since, default=None)


def _is_answered(spot: Spot, claim: Claim, own: Mapping[Spot, Claim]) -> bool:
    """Whether the office has decided of the claim: of the field, or that the record shall be gone."""
    answer, gone = own.get(spot), own.get((spot[0], EXISTENCE))
    if answer is not None and answer.knows.covers(spot, claim):
        return True
    return gone is not None and gone.value is False and gone.knows.covers(spot, claim)


def _plan_of(key: Key, base: Mapping[Key, Fields], proposal: Proposal, shape: Shape) -> Key | None:
    """The plan that a record belongs to, by its owners in the base or those that it was added with."""
    seen: set[Key] = set()
    while key[0] != Plan.entity:
        seen.add(key)
        claimed = {
            name: proposal.claims[key, name].value
            for name in shape.links.get(key[0], {})
            if (key, name) in proposal.claims
        }
        owners = shape.owners(key, {**claimed, **base.get(key, {})})
        above = next((each for each in sorted(owners) if each[0] != key[0]), None)
        if above is None or above in seen:
            return None
        key = above
    return key
