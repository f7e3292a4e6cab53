"""A dossier with all that belongs to it, gathered once, so that the rules need neither book nor file."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from nscl_desktop.domain.contracts import Contract, Payment
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.supports import (
    Dossier,
    DossierItem,
    DossierMoney,
    DossierPaper,
    FollowUp,
    Indicator,
    Reason,
    ReportRequest,
    StageStep,
)

Wholes = dict[str, "WholeDossier"]
"""Dossiers by key."""


@dataclass(frozen=True, slots=True)
class WholeDossier:
    """One dossier and its parts, each list in its own order."""

    dossier: Dossier
    items: tuple[DossierItem, ...] = ()
    money: tuple[DossierMoney, ...] = ()
    steps: tuple[StageStep, ...] = ()
    papers: tuple[DossierPaper, ...] = ()
    reports: tuple[ReportRequest, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    reasons: tuple[Reason, ...] = ()
    contracts: tuple[Contract, ...] = ()
    payments: tuple[Payment, ...] = ()

    @property
    def name(self) -> str:
        """What the dossier is called in sentences: its code, else its title."""
        return f"hồ sơ {self.dossier.code}" if self.dossier.code else f"hồ sơ “{self.dossier.title}”"

    def day_of(self, stage: str) -> str:
        """The day on which a stage was reached, "" if it was not."""
        return max((step.done_on for step in self.steps if step.stage == stage), default="")

    @property
    def opened_on(self) -> str:
        """The day by whose rules the dossier goes: of its registration, else of the unit's promise, else its year."""
        year = self.dossier.year
        return self.day_of("registered") or self.dossier.committed_on or (f"{year:04}" if year else "")


_PARTS: dict[type[Record], str] = {
    DossierItem: "items", DossierMoney: "money", StageStep: "steps", DossierPaper: "papers", ReportRequest: "reports",
    Indicator: "indicators", FollowUp: "follow_ups", Reason: "reasons", Contract: "contracts", Payment: "payments",
}  # fmt: skip


def gather(records: Iterable[Record]) -> Wholes:
    """The dossiers among ``records`` by key, each with its parts; other records are passed over."""
    dossiers: dict[str, Dossier] = {}
    parts: dict[str, dict[str, list[Record]]] = defaultdict(lambda: defaultdict(list))
    for each in records:
        if isinstance(each, Dossier):
            dossiers[each.id] = each
        elif name := _PARTS.get(type(each)):
            parts[cast("DossierItem", each).dossier_id][name].append(each)
    return {key: _joined(dossier, parts[key]) for key, dossier in dossiers.items()}


def whole_of(wholes: Wholes, key: str) -> WholeDossier:
    """The dossier with this key; refuses one that is no longer there."""
    if key not in wholes:
        raise InputError("Không còn hồ sơ hỗ trợ này; có thể đã bị xóa, hãy mở lại danh sách hồ sơ.")
    return wholes[key]


def _joined(dossier: Dossier, parts: dict[str, list[Record]]) -> WholeDossier:
    def listed(name: str) -> tuple[Record, ...]:
        return tuple(sorted(parts.get(name, ()), key=_order))

    return WholeDossier(
        dossier,
        items=cast("tuple[DossierItem, ...]", listed("items")),
        money=cast("tuple[DossierMoney, ...]", listed("money")),
        steps=cast("tuple[StageStep, ...]", listed("steps")),
        papers=cast("tuple[DossierPaper, ...]", listed("papers")),
        reports=cast("tuple[ReportRequest, ...]", listed("reports")),
        indicators=cast("tuple[Indicator, ...]", listed("indicators")),
        follow_ups=cast("tuple[FollowUp, ...]", listed("follow_ups")),
        reasons=cast("tuple[Reason, ...]", listed("reasons")),
        contracts=cast("tuple[Contract, ...]", listed("contracts")),
        payments=cast("tuple[Payment, ...]", listed("payments")),
    )


def _order(part: Record) -> tuple[str, str]:
    """By hand where there is an order of one's own, else by the day."""
    own = next((getattr(part, name) for name in ("position", "date", "due_on") if hasattr(part, name)), "")
    return own, part.id
