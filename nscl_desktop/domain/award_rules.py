"""What a regime asks: criteria as a tree whose leaves are given points, prizes by their thresholds, norms by day."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from nscl_desktop.domain.awards import AwardCriterion, AwardRegime, PrizeKind


def in_force(valid_from: str, valid_to: str, day: str) -> bool:
    """Whether something dated applies on an ISO day; an end or beginning that is not set holds for all time."""
    return (not valid_from or valid_from <= day) and (not valid_to or day <= valid_to)


def regime_of_year(regimes: Iterable[AwardRegime], year: int) -> AwardRegime | None:
    """The regime in force at the end of an award year: that under which its decision is to be expected."""
    day = f"{year}-12-31"
    found = [each for each in regimes if in_force(each.valid_from, each.valid_to, day)]
    return max(found, key=lambda each: (each.valid_from, each.id), default=None)


class CriterionTree:
    """The criteria of one regime in their order; points are given to the leaves and summed upwards."""

    def __init__(self, criteria: Iterable[AwardCriterion], regime_id: str) -> None:
        own = [each for each in criteria if each.regime_id == regime_id]
        keys = {each.id for each in own}
        self._below: dict[str, list[AwardCriterion]] = defaultdict(list)
        for each in sorted(own, key=lambda one: (one.place.position, one.id)):
            self._below[each.place.parent if each.place.parent in keys else ""].append(each)

    def children(self, parent: str = "") -> tuple[AwardCriterion, ...]:
        """Those directly below one, or the first level."""
        return tuple(self._below.get(parent, ()))

    def walk(self, parent: str = "", depth: int = 0) -> Iterator[tuple[int, AwardCriterion]]:
        """All with their depth, each before what is below it."""
        for each in self.children(parent):
            yield depth, each
            yield from self.walk(each.id, depth + 1)

    def is_leaf(self, criterion: AwardCriterion) -> bool:
        """Whether points are given to it."""
        return not self.children(criterion.id)

    def leaves(self, parent: str = "") -> tuple[AwardCriterion, ...]:
        """Those that points are given to, below one or in all; a leaf is its own."""
        found = [each for _, each in self.walk(parent) if self.is_leaf(each)]
        if parent and not found:
            return tuple(each for _, each in self.walk() if each.id == parent)
        return tuple(found)

    def most(self, parent: str = "") -> Decimal | None:
        """The most points in all, or of one criterion, by its leaves; None where one of them has none set."""
        points = [each.most_points for each in self.leaves(parent)]
        known = [each for each in points if each is not None]
        return sum(known, Decimal(0)) if known and len(known) == len(points) else None

    def faults(self) -> tuple[str, ...]:
        """Where the parts of a criterion do not add up to it, a sentence each."""
        found = []
        for _, each in self.walk():
            parts = None if self.is_leaf(each) else self.most(each.id)
            if parts is not None and each.most_points is not None and parts != each.most_points:
                found.append(
                    f"Tiêu chí {each.label}: điểm thành phần cộng lại là {parts:f}, khác {each.most_points:f}."
                )
        return tuple(found)


def kinds_of(kinds: Iterable[PrizeKind], regime_id: str) -> tuple[PrizeKind, ...]:
    """The prizes of a regime in their order, the highest first."""
    own = (each for each in kinds if each.regime_id == regime_id)
    return tuple(sorted(own, key=lambda each: (each.position, each.id)))
