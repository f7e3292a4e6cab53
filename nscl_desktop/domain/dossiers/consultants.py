"""What consultants have done, and pairs of unit and consultant that come again: shown, never forbidden."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from nscl_desktop.domain.dossiers.sums import effective_contracts
from nscl_desktop.domain.dossiers.whole import WholeDossier
from nscl_desktop.domain.supports import DONE, ENDED


@dataclass(frozen=True, slots=True)
class Work:
    """The work of one consultant; money in đồng. ``units`` are the keys of the units it worked for, each once."""

    consultant_id: str
    dossiers: tuple[str, ...]
    finished: int
    ended: int
    units: frozenset[str]
    contracted: int
    accepted: int


def work_of(consultant_id: str, wholes: Iterable[WholeDossier]) -> Work:
    """Dossiers that name a consultant or have a contract with it; contracts with others are not its money."""
    own = [each for each in wholes if consultant_id in _consultants(each)]
    contracts = [
        (value, accepted)
        for each in own
        for contract, value, accepted in effective_contracts(each)
        if (contract.party_id or each.dossier.consultant_id) == consultant_id
    ]
    return Work(
        consultant_id,
        tuple(each.dossier.id for each in own),
        sum(each.dossier.state == DONE for each in own),
        sum(each.dossier.state == ENDED for each in own),
        frozenset(each.dossier.enterprise_id for each in own if each.dossier.enterprise_id),
        sum(value for value, _ in contracts),
        sum(accepted for _, accepted in contracts),
    )


def repeated_pairs(wholes: Iterable[WholeDossier]) -> dict[tuple[str, str], tuple[WholeDossier, ...]]:
    """Pairs (unit, consultant) with more than one dossier, and the dossiers in the order in which they were opened."""
    found: dict[tuple[str, str], list[WholeDossier]] = defaultdict(list)
    for each in wholes:
        for consultant in _consultants(each):
            if each.dossier.enterprise_id:
                found[each.dossier.enterprise_id, consultant].append(each)
    return {
        pair: tuple(sorted(dossiers, key=lambda each: (each.opened_on, each.dossier.id)))
        for pair, dossiers in found.items()
        if len(dossiers) > 1
    }


def _consultants(whole: WholeDossier) -> set[str]:
    """The consultant named and the parties of the contracts, but not the unit itself."""
    named = {whole.dossier.consultant_id, *(contract.party_id for contract in whole.contracts)}
    return {key for key in named if key and key != whole.dossier.enterprise_id}
