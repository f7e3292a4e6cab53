"""Ranking in a selection round, and the line at what is left of quota and money.

A candidate's total is, over the criteria, the sum of the mean of its judges' points; a criterion nobody has scored
gives none and is said to be missing. Equal totals share a rank. The line is drawn in order of rank at the last
candidate that quota and money reach; where candidates with equal totals stand on both sides of it, it is undecided.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from nscl_desktop.domain.selection import Candidate, Criterion, Score, SelectionRound

_HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its total, its rank (None while not eligible) and whether it stands above the line.

    ``means`` are the means of the judges by criterion, unrounded; ``total`` is rounded half up to hundredths, and that
    rounded figure is what ranks and is printed. ``is_tied``: somebody else has the same total.
    """

    candidate: Candidate
    total: Decimal
    means: Mapping[str, Decimal]
    unscored: tuple[str, ...]
    rank: int | None = None
    is_tied: bool = False
    is_above: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Ranking:
    """The round in order: eligible ones by rank, then the others; ``tie_at_line`` names those the line cannot part."""

    rows: tuple[Ranked, ...]
    quota_left: Decimal | None
    money_left: int | None
    tie_at_line: tuple[str, ...]


def means_of(candidate_id: str, criteria: Iterable[Criterion], scores: Iterable[Score]) -> dict[str, Decimal]:
    """Mean of the judges' points by criterion; criteria without points are left out, and so are empty points."""
    points: dict[str, list[Decimal]] = defaultdict(list)
    for score in scores:
        if score.candidate_id == candidate_id and score.criterion_id and score.points is not None:
            points[score.criterion_id].append(score.points)
    return {each.id: sum(found, Decimal(0)) / len(found) for each in criteria if (found := points.get(each.id))}


def ranking(
    selection: SelectionRound, candidates: Iterable[Candidate], criteria: Iterable[Criterion], scores: Iterable[Score]
) -> Ranking:
    """The order of a round and its line. Candidates that ask for no stated sum take no money here."""
    criteria = sorted(criteria, key=lambda each: (each.position, each.id))
    scores = tuple(scores)
    rows = [_scored(each, criteria, scores) for each in candidates if each.round_id == selection.id]
    eligible = sorted((row for row in rows if row.candidate.is_eligible), key=_order)
    others = sorted((row for row in rows if not row.candidate.is_eligible), key=_order)
    totals = [row.total for row in eligible]
    quota, money = selection.quota, selection.money
    placed: list[Ranked] = []
    is_open, why = True, ""
    for row in eligible:
        if is_open:
            is_open, why = _reaches(row.candidate, quota, money)
        if is_open:
            quota = None if quota is None else quota - 1
            money = None if money is None else money - (row.candidate.asked or 0)
        rank = totals.index(row.total) + 1
        placed.append(
            _placed(row, rank, is_tied=totals.count(row.total) > 1, is_above=is_open, why="" if is_open else why)
        )
    return Ranking((*placed, *others), quota, money, _tie(placed))


def _scored(candidate: Candidate, criteria: list[Criterion], scores: tuple[Score, ...]) -> Ranked:
    means = means_of(candidate.id, criteria, scores)
    total = sum(means.values(), Decimal(0)).quantize(_HUNDREDTH, ROUND_HALF_UP)
    why = "" if candidate.is_eligible else candidate.why_not or "Không đủ điều kiện"
    return Ranked(candidate, total, means, tuple(each.name for each in criteria if each.id not in means), why=why)


def _order(row: Ranked) -> tuple[Decimal, str]:
    return -row.total, row.candidate.id


def _reaches(candidate: Candidate, quota: Decimal | None, money: int | None) -> tuple[bool, str]:
    if quota is not None and quota < 1:
        return False, "Hết chỉ tiêu"
    if money is not None and (candidate.asked or 0) > money:
        return False, "Không còn đủ kinh phí"
    return True, ""


def _placed(row: Ranked, rank: int, *, is_tied: bool, is_above: bool, why: str) -> Ranked:
    return Ranked(row.candidate, row.total, row.means, row.unscored, rank, is_tied, is_above, why)


def _tie(rows: list[Ranked]) -> tuple[str, ...]:
    """Keys of the candidates with the total that stands on both sides of the line."""
    above = {row.total for row in rows if row.is_above}
    below = {row.total for row in rows if not row.is_above}
    return tuple(row.candidate.id for row in rows if row.total in above & below)
