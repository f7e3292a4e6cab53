"""The list of visits: what it shows of each without reading its answers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRow:
    """Facts of one visit; names of what it points at are "" where that is not known here.

    ``is_corrected``: a later version stands for it. ``open_advice`` counts recommendations not closed yet,
    ``next_deadline`` is the nearest of theirs.
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
    inspection_plan_id: str | None
    inspection_plan: str
    is_corrected: bool
    open_advice: int
    next_deadline: str
