"""Points of a round of awards: of the units themselves, of each judge, their mean, and what they are enough for.

A unit's total is, over the leaves of the criteria, the sum of the mean of the points that judges gave. A judge who
stands near the unit is shown and kept out of its mean (see judge_ties.py); the secretary writes and owes no points. A
leaf that nobody scored gives none and is said to be missing. Means are exact; the total is rounded half up to
hundredths, and that rounded figure is held against the thresholds and printed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from nscl_desktop.domain.award_rules import CriterionTree
from nscl_desktop.domain.awards import AwardCriterion, AwardScore, Judge, Nomination, PrizeKind
from nscl_desktop.domain.money import format_quantity

SELF = ""
"""Stands for the unit's own assessment where a judge's key is asked for."""
SECRETARY = "secretary"
_HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Tie:
    """That a judge stands near a unit, in words; ``is_waived``: it was looked at, and the points count all the same.

    ``is_found``: the registers show it, nobody noted it.
    """

    text: str
    is_waived: bool = False
    is_found: bool = False


Ties = Mapping[tuple[str, str], Tie]
"""By the keys of nomination and judge."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """The prize that a total is enough for, None for none, and why it is that one and no higher."""

    kind: PrizeKind | None
    why: str = ""


class RoundScores:
    """All points of one round."""

    def __init__(self, tree: CriterionTree, judges: Iterable[Judge], scores: Iterable[AwardScore], ties: Ties) -> None:
        self.tree, self.ties = tree, ties
        self.judges = tuple(judges)
        self._leaves = tree.leaves()
        self._points = {
            (each.nomination_id, each.judge_id or SELF, each.criterion_id): each.points
            for each in scores
            if each.points is not None
        }

    def given(self, nomination_id: str, judge_id: str, criterion: AwardCriterion) -> Decimal | None:
        """Points of one judge (`SELF`: of the unit) for a criterion: given, or summed from its parts; None for none."""
        points = (self._points.get((nomination_id, judge_id, leaf.id)) for leaf in self.tree.leaves(criterion.id))
        known = [each for each in points if each is not None]
        return sum(known, Decimal(0)) if known else None

    def sum_of(self, nomination_id: str, judge_id: str) -> Decimal | None:
        """The whole sheet of one judge; None while it is empty."""
        points = (self._points.get((nomination_id, judge_id, leaf.id)) for leaf in self._leaves)
        known = [each for each in points if each is not None]
        return sum(known, Decimal(0)) if known else None

    def counts(self, nomination_id: str, judge_id: str) -> bool:
        """Whether a judge's points go into the mean of a unit."""
        tie = self.ties.get((nomination_id, judge_id))
        return tie is None or tie.is_waived

    def mean(self, nomination_id: str, criterion: AwardCriterion) -> Fraction | None:
        """The mean of the judges that count, for a criterion or summed from its parts; None while nobody gave any."""
        known = [
            mean for leaf in self.tree.leaves(criterion.id) if (mean := self._mean(nomination_id, leaf)) is not None
        ]
        return sum(known, Fraction(0)) if known else None

    def total(self, nomination_id: str) -> Decimal | None:
        """The sum of the means, rounded half up to hundredths; None while nobody gave any points that count."""
        known = [mean for leaf in self._leaves if (mean := self._mean(nomination_id, leaf)) is not None]
        return hundredths(sum(known, Fraction(0))) if known else None

    def owed(self, nomination_id: str, judge_id: str) -> int:
        """How many leaves a judge (`SELF`: the unit) still has to score; nothing where the points would not count."""
        if not self.counts(nomination_id, judge_id):
            return 0
        return sum((nomination_id, judge_id, leaf.id) not in self._points for leaf in self._leaves)

    def debtors(self, nominations: Iterable[Nomination]) -> tuple[tuple[Judge, int], ...]:
        """The judges who still owe points, with how many in the whole round; secretaries owe none."""
        standing = tuple(nominations)
        sums = ((judge, sum(self.owed(each.id, judge.id) for each in standing)) for judge in self.judges)
        return tuple((judge, owed) for judge, owed in sums if owed and judge.role != SECRETARY)

    def missing(self, nomination_id: str) -> int:
        """How many leaves nobody has scored that counts."""
        return sum(self._mean(nomination_id, leaf) is None for leaf in self._leaves)

    def _mean(self, nomination_id: str, leaf: AwardCriterion) -> Fraction | None:
        found = [
            points
            for judge in self.judges
            if self.counts(nomination_id, judge.id)
            and (points := self._points.get((nomination_id, judge.id, leaf.id))) is not None
        ]
        return Fraction(sum(found, Decimal(0))) / len(found) if found else None


def hundredths(value: Fraction) -> Decimal:
    """An exact figure rounded half up to hundredths."""
    cents = (value * 100 * 2 + 1) // 2
    return (Decimal(cents) / 100).quantize(_HUNDREDTH, ROUND_HALF_UP)


def proposals(
    nominations: Iterable[Nomination], scores: RoundScores, kinds: Iterable[PrizeKind]
) -> dict[str, Proposal]:
    """What each total is enough for, by nomination. International prizes are not proposed by points.

    A prize for the best of a group needs the group, and one unit alone at the top of it: equal totals are told, not
    decided.
    """
    standing = list(nominations)
    totals = {each.id: total for each in standing if (total := scores.total(each.id)) is not None}
    known = [(each.least_points, each) for each in kinds if each.least_points is not None and not each.is_international]
    known.sort(key=lambda pair: -pair[0])
    return {each.id: _proposal(each, standing, totals, known) for each in standing}


def _proposal(
    nomination: Nomination,
    standing: list[Nomination],
    totals: Mapping[str, Decimal],
    kinds: list[tuple[Decimal, PrizeKind]],
) -> Proposal:
    total = totals.get(nomination.id)
    if total is None:
        return Proposal(None, "Chưa có điểm")
    if not kinds:
        return Proposal(None, "Quy chế chưa ghi ngưỡng điểm của các giải")
    why = ""
    for least, kind in kinds:
        if total < least:
            why = f"Dưới ngưỡng {format_quantity(least)} điểm của {kind.name}"
            continue
        against = _against_best(nomination, standing, totals) if kind.is_best_of_group else ""
        if not against:
            return Proposal(kind, why)
        why = f"{against} nên chưa đề nghị {kind.name}"
    return Proposal(None, why)


def _against_best(nomination: Nomination, standing: list[Nomination], totals: Mapping[str, Decimal]) -> str:
    """Why a unit is not the one best of its group; empty where it is."""
    if not nomination.group:
        return "Chưa xếp nhóm"
    others = [
        totals[each.id]
        for each in standing
        if each.id != nomination.id and each.group == nomination.group and each.id in totals
    ]
    highest = max(others, default=None)
    if highest is None or highest < totals[nomination.id]:
        return ""
    return "Có đơn vị bằng điểm trong nhóm" if highest == totals[nomination.id] else "Không cao điểm nhất nhóm"
