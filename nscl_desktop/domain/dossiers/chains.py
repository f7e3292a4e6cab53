"""Dossiers that stand for one another: carried over from an earlier plan, or put in the place of one that was ended.

A dossier that was carried over and the one it goes on in are one support and count once, however often it was carried.
Of an ended dossier and its replacement only the replacement counts; until there is one, its place is free.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nscl_desktop.domain.dossiers.whole import WholeDossier, Wholes
from nscl_desktop.domain.supports import ENDED, Dossier


@dataclass(frozen=True, slots=True)
class FreedPlace:
    """What an ended dossier leaves free: its place in the quota and the money not paid out of it, in đồng."""

    whole: WholeDossier
    money: int


def is_carried(dossier: Dossier) -> bool:
    """Whether a dossier was brought over from an earlier plan, with or without a link to what it was there."""
    return bool(dossier.carried_from or dossier.carried_text)


def first_of(dossier: Dossier, dossiers: Mapping[str, Dossier]) -> str:
    """Key of the support that a dossier goes back to through what was carried over; a ring ends where it began.

    The earliest dossier may lie in another file: then its key is known all the same, and says which support it is.
    """
    seen = {dossier.id}
    key = dossier.id
    link = dossier.carried_from
    while link and link not in seen:
        seen.add(link)
        key = link
        link = dossiers[link].carried_from if link in dossiers else None
    return min(seen) if link else key


def latest_of_each(wholes: Wholes) -> list[WholeDossier]:
    """One dossier for each support: of a chain that was carried over, the one that nothing follows."""
    dossiers = {key: whole.dossier for key, whole in wholes.items()}
    followed = {dossier.carried_from for dossier in dossiers.values() if dossier.carried_from}
    found: dict[str, WholeDossier] = {}
    for key in sorted(wholes, key=lambda key: (key in followed, key)):
        found.setdefault(first_of(dossiers[key], dossiers), wholes[key])
    return list(found.values())


def replacement_of(whole: WholeDossier, wholes: Wholes) -> WholeDossier | None:
    """The dossier that was put in the place of this one."""
    return next((each for each in wholes.values() if each.dossier.replaces == whole.dossier.id), None)


def freed_places(wholes: Wholes, paid: Mapping[str, int]) -> tuple[FreedPlace, ...]:
    """Ended dossiers that nothing replaces yet. ``paid``: đồng that went out for each and was not recovered."""
    return tuple(
        FreedPlace(whole, sum(part.amount or 0 for part in whole.money) - paid.get(key, 0))
        for key, whole in wholes.items()
        if whole.dossier.state == ENDED and replacement_of(whole, wholes) is None
    )


def counted(wholes: Iterable[WholeDossier]) -> tuple[WholeDossier, ...]:
    """Those that take a place in the quota: all but the ended."""
    return tuple(whole for whole in wholes if whole.dossier.state != ENDED)
