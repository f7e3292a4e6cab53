"""Giải thưởng of a unit: every round that it stood for with what it won, and the praise it was given."""

from collections.abc import Iterable
from typing import NamedTuple

from nscl_desktop.domain.award_stages import NAMES
from nscl_desktop.domain.awards import AwardRound, Commendation, Nomination, Prize
from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.money import format_amount
from nscl_desktop.domain.records import Record


class AwardLine(NamedTuple):
    """A row: its cells, and the record that Enter opens."""

    cells: tuple[str, ...]
    entity: str
    key: str


def award_lines(records: Iterable[Record]) -> tuple[AwardLine, ...]:
    """Year, what for, state or prize, decision, money, niên độ; newest year first, a line for each prize."""
    known = list(records)
    rounds = {each.id: each for each in known if isinstance(each, AwardRound)}
    found: list[tuple[int, AwardLine]] = []
    for nomination in (each for each in known if isinstance(each, Nomination)):
        held = rounds.get(nomination.round_id)
        if held is None:
            continue
        prizes = [each for each in known if isinstance(each, Prize) and each.nomination_id == nomination.id]
        name = " – ".join(filter(None, (held.name, nomination.product)))
        for prize in sorted(prizes, key=lambda each: (each.position, each.id)) or (None,):
            cells = (str(held.year or ""), name, *_won(nomination, prize))
            found.append((held.year or 0, AwardLine(cells, AwardRound.entity, held.id)))
    for praise in (each for each in known if isinstance(each, Commendation)):
        year = int(praise.decided_on[:4]) if praise.decided_on else praise.year or 0
        cells = (
            str(year or ""), "Khen thưởng", praise.form, _paper(praise.decision, praise.decided_on),
            format_amount(praise.amount) if praise.amount else "", str(praise.year or ""),
        )  # fmt: skip
        found.append((year, AwardLine(cells, Commendation.entity, praise.id)))
    found.sort(key=lambda pair: -pair[0])
    return tuple(line for _, line in found)


def _won(nomination: Nomination, prize: Prize | None) -> tuple[str, str, str, str]:
    if prize is None:
        return NAMES[nomination.state], "", "", ""
    money = format_amount(prize.amount) if prize.amount else ""
    return prize.prize, _paper(prize.decision, prize.decided_on), money, str(prize.year or "")


def _paper(number: str, day: str) -> str:
    return ", ".join(filter(None, (number, format_short(day))))
