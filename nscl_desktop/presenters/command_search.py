"""Which commands answer what is typed after Ctrl+K; dấu may be left out, several words may stand in any order."""

from collections.abc import Sequence
from dataclasses import dataclass

from nscl_desktop.domain.text import fold, rank


@dataclass(frozen=True, slots=True)
class Offer:
    """A command on offer: ``index`` counts the commands as they were given."""

    index: int
    words: str
    where: str
    keys: str
    enabled: bool


def matching(offers: Sequence[Offer], query: str) -> tuple[Offer, ...]:
    """Offers that answer the query, best first; commands that cannot run now stand last."""
    found = []
    for offer in offers:
        score = _score(offer, query)
        if score is not None:
            found.append(((not offer.enabled, score, offer.index), offer))
    return tuple(offer for _, offer in sorted(found, key=lambda pair: pair[0]))


def _score(offer: Offer, query: str) -> int | None:
    direct = rank(query, offer.words)
    if direct is not None:
        return direct
    text = fold(f"{offer.words} {offer.where}")
    return 6 if all(word in text for word in fold(query).split()) else None
