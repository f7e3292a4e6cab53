"""Lists of visits and of what visits left to be mended: what they show without reading answers."""

from dataclasses import dataclass
from typing import NamedTuple

from nscl_desktop.domain.inspections import Recommendation


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRow:
    """Facts of one visit; names of what it points at are "" where that is not known here.

    ``is_corrected``: a later version stands for it. ``open_advice`` counts recommendations not closed yet,
    ``next_deadline`` is the nearest of theirs. ``purpose`` is that of its check list, "" without one.
    """

    id: str
    state: str
    version: int
    number: str
    date: str
    location: str
    enterprise_id: str | None
    unit: str
    checklist: str
    purpose: str
    inspection_plan_id: str | None
    inspection_plan: str
    is_corrected: bool
    open_advice: int
    next_deadline: str


@dataclass(frozen=True, slots=True)
class AdviceRow:
    """A recommendation with the visit that it comes from: whom it concerns, and since when."""

    advice: Recommendation
    enterprise_id: str | None
    unit: str
    visited_on: str
    number: str


class KnownPerson(NamedTuple):
    """Somebody who has taken part in a visit before."""

    name: str
    title: str
    unit: str
