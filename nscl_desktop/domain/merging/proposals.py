"""What machines want of the common base: claims on fields, each with what its author had before the eyes.

Every data file that takes part is an author, the office's own too, and numbers its steps. A claim is the newest value
that an author gave a field, with the number of that step. Whoever had seen a claim when making another one replaces it;
clocks and the order of arrival are never asked.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from nscl_desktop.domain.fields import Value

Key = tuple[str, str]
"""(entity, record id)."""
Spot = tuple[Key, str]
"""A field of a record."""
OFFICE = "office"
EXISTENCE = ""
"""Stands for a field's name: a claim that the record shall be there (True) or be gone (False)."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What someone had seen: of each author all up to a step, but for ``unsettled`` fields not those authors' claims.

    Who edits a field that is in open conflict sees one value only; that edit must not settle the others in silence.
    """

    seen: Mapping[str, int] = field(default_factory=dict)
    unsettled: Mapping[Spot, frozenset[str]] = field(default_factory=dict)

    def covers(self, spot: Spot, claim: "Claim") -> bool:
        """Whether the claim had been seen."""
        if claim.since > self.seen.get(claim.author, -1):
            return False
        return claim.author not in self.unsettled.get(spot, ())


@dataclass(frozen=True, slots=True)
class Claim:
    """A value that an author gave a field in step ``since``; a decision ``knows`` all the claims that it settles."""

    author: str
    since: int
    value: Value
    knows: Knowledge = Knowledge()


@dataclass(frozen=True, slots=True)
class Proposal:
    """All that one author wants, up to a step: cumulative, so that the newer one takes the place of the older."""

    author: str
    revision: int
    claims: Mapping[Spot, Claim]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field on which standing claims differ; ``shown`` is its value until someone decides."""

    key: Key
    field: str
    base: Value
    shown: Value
    claims: tuple[Claim, ...]


EDITED, NEEDED, KEPT, CYCLE, MISSING, UNKNOWN, LOCKED = (
    "edited", "needed", "kept", "cycle", "missing", "unknown", "locked",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is held back until a person decides; ``why`` is one of the codes above.

    A deletion whose record someone else EDITED, that a surviving record NEEDs, or whose owner is KEPT; a move on a
    CYCLE; an added record or a link that points at a MISSING record; a change of an UNKNOWN record; whatever touches a
    plan that is LOCKED, because it was submitted or issued.
    """

    key: Key
    field: str
    authors: tuple[str, ...]
    why: str


def newest(proposals: "tuple[Proposal, ...]") -> tuple[Proposal, ...]:
    """One proposal for each author, the newest, in an order that does not depend on how they came."""
    found: dict[str, Proposal] = {}
    for proposal in proposals:
        if proposal.author not in found or proposal.revision > found[proposal.author].revision:
            found[proposal.author] = proposal
    return tuple(found[author] for author in sorted(found))
