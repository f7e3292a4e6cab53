"""From a merge to what screens show of it: places with titles, who said what and when, and what may be decided."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from nscl_desktop.domain.changes import Change, Fields
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.merging.merging import Merged
from nscl_desktop.domain.merging.proposals import (
    EDITED,
    EXISTENCE,
    KEPT,
    NEEDED,
    OFFICE,
    Claim,
    Conflict,
    Key,
    Proposal,
    Spot,
    Waiting,
)
from nscl_desktop.services.package_refusals import Refusal
from nscl_desktop.services.package_report import WHY
from nscl_desktop.services.package_views import (
    ADDED,
    CHANGED,
    DELETE,
    KEEP,
    REMOVED,
    ConflictView,
    OpenItems,
    RecordNews,
    RefusedView,
    Said,
    WaitingView,
)
from nscl_desktop.services.record_titles import title_of

OFFICE_NAME = "Văn phòng"


@dataclass(frozen=True, slots=True)
class Authors:
    """Author → name of the machine; (author, step) → when and who; author → what it wants."""

    names: Mapping[str, str] = field(default_factory=dict)
    told: Mapping[tuple[str, int], tuple[datetime | None, str]] = field(default_factory=dict)
    proposals: Mapping[str, Proposal] = field(default_factory=dict)

    def said(self, claim: Claim) -> Said:
        """A claim with its author's name."""
        at, who = self.told.get((claim.author, claim.since), (None, ""))
        name = OFFICE_NAME if claim.author == OFFICE else self.names.get(claim.author, "")
        return Said(claim.author, name, claim.value, who, at)

    def wanted(self, spot: Spot, authors: Iterable[str]) -> tuple[Said, ...]:
        """What these authors want of a field."""
        claims = (self.proposals[each].claims.get(spot) for each in authors if each in self.proposals)
        return tuple(self.said(claim) for claim in claims if claim)


def open_items(merged: Merged, records: Mapping[Key, Fields], authors: Authors) -> OpenItems:
    """All that is left to a person; ``records`` give titles to what is not there, or not there any more."""
    return OpenItems(
        tuple(_conflict(each, records, authors) for each in merged.conflicts),
        tuple(_waiting(each, records, authors) for each in merged.waiting),
    )


def _conflict(conflict: Conflict, records: Mapping[Key, Fields], authors: Authors) -> ConflictView:
    said = [authors.said(claim) for claim in conflict.claims]
    said.sort(key=lambda each: (each.author != OFFICE, each.machine, each.author))
    title = title_of(conflict.key, records)
    return ConflictView(conflict.key, conflict.field, title, conflict.base, conflict.shown, tuple(said))


def _waiting(waiting: Waiting, records: Mapping[Key, Fields], authors: Authors) -> WaitingView:
    is_deletion = waiting.field == EXISTENCE and waiting.why in {EDITED, NEEDED, KEPT}
    return WaitingView(
        waiting.key, waiting.field, title_of(waiting.key, records), waiting.why, WHY[waiting.why],
        authors.wanted((waiting.key, waiting.field), waiting.authors), (KEEP, DELETE) if is_deletion else (KEEP,),
    )  # fmt: skip


def news_of(changes: Iterable[Change], records: Mapping[Key, Fields]) -> tuple[RecordNews, ...]:
    """What changes do, record by record."""
    return tuple(
        RecordNews(
            (each.entity, each.id), title_of((each.entity, each.id), records),
            ADDED if each.before is None else REMOVED if each.after is None else CHANGED,
            each.before or {}, each.after or {},
        )
        for each in changes
    )  # fmt: skip


def refused_views(refused: Iterable[Refusal], records: Mapping[Key, Fields]) -> tuple[RefusedView, ...]:
    """What cannot be received, with titles."""
    return tuple(RefusedView(*spot, title_of(spot[0], records), reason) for spot, reason in refused)


def claimed_records(proposal: Proposal) -> Mapping[Key, Fields]:
    """What a proposal says of records: gives titles to those that are nowhere else."""
    found: dict[Key, dict[str, Value]] = {}
    for (key, name), claim in proposal.claims.items():
        found.setdefault(key, {})[name] = claim.value
    return found
