"""A round of awards on screen: what all its pages show of it, worked out once for each step."""

from functools import cached_property

from nscl_desktop.domain.award_results import Results, results
from nscl_desktop.domain.award_rules import CriterionTree, kinds_of
from nscl_desktop.domain.award_scores import Proposal, RoundScores, Ties, proposals
from nscl_desktop.domain.awards import (
    AwardRegime,
    AwardRound,
    AwardScore,
    Judge,
    JudgeTie,
    Nomination,
    Prize,
    PrizeKind,
)
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.judge_ties import judge_ties
from nscl_desktop.domain.prize_money import PrizeRules, Worth
from nscl_desktop.presenters.award_office import OpenAward

GONE = "Đợt xét giải này đã bị xóa; hãy chọn đợt khác."


class AwardSheet:
    """The round as it stands; `follow` after each step. ``today`` is an ISO day."""

    def __init__(self, opened: OpenAward, today: str) -> None:
        self.opened, self.desk, self.today = opened, opened.desk, today

    def follow(self) -> None:
        """Forget what was worked out."""
        for name in ("scores", "proposals", "ties"):
            self.__dict__.pop(name, None)

    @property
    def held(self) -> AwardRound:
        """The round; InputError once it is deleted."""
        found = self.opened.held
        if found is None:
            raise InputError(GONE)
        return found

    @property
    def regime(self) -> AwardRegime | None:
        """The regime of the round, None where none is chosen."""
        return self.opened.rules.book.table(AwardRegime).get(self.held.regime_id or "")

    @property
    def kinds(self) -> tuple[PrizeKind, ...]:
        """The prizes that can be won."""
        return kinds_of(self.opened.rules.kinds(), self.held.regime_id or "")

    @property
    def money(self) -> PrizeRules:
        """Norms and bases for the round's province."""
        rules = self.opened.rules
        return PrizeRules(rules.norms(), rules.bases(), self.opened.province)

    def nominations(self) -> tuple[Nomination, ...]:
        """In their order."""
        found = self.desk.book.table(Nomination).values()
        return tuple(sorted(found, key=lambda each: (each.position, each.id)))

    def judges(self) -> tuple[Judge, ...]:
        """In their order."""
        return tuple(sorted(self.desk.book.table(Judge).values(), key=lambda each: (each.position, each.id)))

    def prizes(self, nomination_id: str = "") -> tuple[Prize, ...]:
        """In the order of their units; those of one where it is named."""
        at = {each.id: number for number, each in enumerate(self.nominations())}
        own = self.desk.book.table(Prize).values()
        found = [each for each in own if nomination_id in ("", each.nomination_id)]
        return tuple(sorted(found, key=lambda each: (at.get(each.nomination_id, -1), each.position, each.id)))

    @cached_property
    def ties(self) -> Ties:
        """Judges near the units that they judge."""
        opened = self.opened
        noted = self.desk.book.table(JudgeTie).values()
        return judge_ties(
            self.nominations(), self.judges(), noted, dict(opened.near), dict(opened.people), opened.assignments
        )

    @cached_property
    def scores(self) -> RoundScores:
        """All points."""
        tree = CriterionTree(self.opened.rules.criteria(), self.held.regime_id or "")
        return RoundScores(tree, self.judges(), self.desk.book.table(AwardScore).values(), self.ties)

    @cached_property
    def proposals(self) -> dict[str, Proposal]:
        """What the points are enough for, by nomination."""
        return proposals(self.nominations(), self.scores, self.kinds)

    @property
    def results(self) -> Results:
        """Winners and prizes."""
        return results(self.nominations(), self.prizes())

    def name_of(self, nomination: Nomination) -> str:
        """What a unit is called here, with its product."""
        unit = self.opened.units.get(nomination.enterprise_id or "")
        name = unit.name if unit else "(chưa chọn đơn vị)"
        return f"{name} – {nomination.product}" if nomination.product else name

    def name_by_key(self, nomination_id: str) -> str:
        """What a unit is called; empty where the nomination is gone."""
        found = self.desk.book.table(Nomination).get(nomination_id)
        return self.name_of(found) if found else ""

    def worth(self, prize: Prize, day: str = "") -> Worth:
        """What a prize is worth by the norm, on the day of its decision or another."""
        when = day or prize.decided_on
        if len(when) != len("2026-01-01"):
            return Worth(None, "Chưa có ngày quyết định đầy đủ")
        return self.money.worth(prize.prize, when)
