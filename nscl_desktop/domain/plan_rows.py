"""The list of plans: what it shows of each plan without loading the plan."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """Facts of one plan for the list; every attribute is the field of the same name of ``Plan``."""

    id: str
    code: str
    title: str
    province: str
    year_from: int | None
    year_to: int | None
    status: str
    version: int
    doc_kind: str
    number: str
    date: str
    issuer: str
    period_plan_id: str | None
    origin_id: str | None
    origin_kind: str
