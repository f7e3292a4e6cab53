"""A merge changes nothing in silence in a plan that was submitted or issued: what others want of it waits."""

from collections.abc import Iterable, Mapping

from nscl_desktop.domain.changes import Fields
from nscl_desktop.domain.merging.proposals import EXISTENCE, LOCKED, OFFICE, Key, Proposal, Spot, Waiting
from nscl_desktop.domain.merging.shape import Shape
from nscl_desktop.domain.plans import DRAFT, Attachment, Plan
from nscl_desktop.domain.statements import Waiver

_ALWAYS = frozenset({Attachment.entity, Waiver.entity})
"""May be added to a plan of any status, as on the desk."""


def without_locked(
    base: Mapping[Key, Fields], proposals: Iterable[Proposal], shape: Shape
) -> tuple[tuple[Proposal, ...], tuple[Waiting, ...]]:
    """The proposals without what touches a plan that is no draft at the office, and all that therefore waits.

    A plan's status is that of the base or the office's own newer one, so that this too depends on base and proposals
    only. The office's own claims pass: its desk has kept them off closed plans already.
    """
    proposals = tuple(proposals)
    own = {spot: claim.value for each in proposals if each.author == OFFICE for spot, claim in each.claims.items()}
    kept, waiting = [], []
    for proposal in proposals:
        if proposal.author == OFFICE:
            kept.append(proposal)
            continue
        held = {
            spot
            for spot in proposal.claims
            if spot[0][0] not in _ALWAYS and _is_closed(_plan_of(spot[0], base, proposal, shape), base, own)
        }
        waiting += [Waiting(*spot, (proposal.author,), LOCKED) for spot in sorted(held)]
        claims = {spot: claim for spot, claim in proposal.claims.items() if spot not in held}
        kept.append(Proposal(proposal.author, proposal.revision, claims))
    return tuple(kept), tuple(waiting)


def _is_closed(plan: Key | None, base: Mapping[Key, Fields], own: Mapping[Spot, object]) -> bool:
    if plan is None or (plan not in base and (plan, EXISTENCE) not in own):
        return False  # the machine's own new plan
    return own.get((plan, "status"), base.get(plan, {}).get("status", DRAFT)) != DRAFT


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
