"""What came of rounds of awards: winners and prizes counted apart, money by niên độ.

A unit that won two prizes is one winner and two prizes (Bình Dương: 4 units a year, 1 + 1 + 3 prizes). The year of the
award, the day of the decision and the niên độ of the payment are three figures and never stand for one another.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nscl_desktop.domain.awards import Nomination, Prize


@dataclass(frozen=True, slots=True)
class Results:
    """Winners are units, each counted once; ``money`` in đồng by niên độ, None where none is set.

    ``unpriced`` counts prizes without a sum.
    """

    winners: int
    prizes: int
    by_prize: Mapping[str, int]
    money: Mapping[int | None, int]
    unpriced: int

    @property
    def total(self) -> int:
        """All prize money in đồng."""
        return sum(self.money.values())


def results(nominations: Iterable[Nomination], prizes: Iterable[Prize]) -> Results:
    """Over one round or several; a nomination that names no unit is a winner of its own."""
    winner_of = {each.id: each.enterprise_id or each.id for each in nominations}
    won = [each for each in prizes if each.nomination_id in winner_of]
    money: Counter[int | None] = Counter()
    for each in won:
        if each.amount is not None:
            money[each.year] += each.amount
    return Results(
        len({winner_of[each.nomination_id] for each in won}),
        len(won),
        Counter(each.prize for each in won),
        dict(money),
        sum(each.amount is None for each in won),
    )
