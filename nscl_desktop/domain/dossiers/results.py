"""What came of a support: indicators before and after, and the looks at 6, 12 and 24 months after acceptance."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

from nscl_desktop.domain.dossiers.days import days_until, months_later
from nscl_desktop.domain.dossiers.whole import WholeDossier
from nscl_desktop.domain.records import derived_id
from nscl_desktop.domain.supports import FollowUp, Indicator

FOLLOW_UP_MONTHS = (6, 12, 24)


class Turn(Enum):
    """Which way an indicator went, as the unit wants it to go."""

    BETTER = "Tốt hơn"
    SAME = "Không đổi"
    WORSE = "Kém hơn"
    UNKNOWN = "Chưa đủ số liệu"


@dataclass(frozen=True, slots=True)
class Effect:
    """The change of one indicator: in its unit, and in percent of what it was before (None where that was nought)."""

    turn: Turn
    difference: Decimal | None = None
    percent: Decimal | None = None


def effect(indicator: Indicator) -> Effect:
    """After less before; the percentage is of the size of the value before, rounded half up to one decimal."""
    before, after = indicator.before, indicator.after
    if before is None or after is None:
        return Effect(Turn.UNKNOWN)
    difference = after - before
    percent = None if not before else (difference * 100 / abs(before)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    if not difference:
        return Effect(Turn.SAME, difference, percent)
    is_better = (difference < 0) == indicator.less_is_better
    return Effect(Turn.BETTER if is_better else Turn.WORSE, difference, percent)


def accepted_on(whole: WholeDossier) -> str:
    """The day of acceptance: of the stage, else the latest of the contracts; "" before it."""
    return whole.day_of("accepted") or max((each.accepted_on for each in whole.contracts), default="")


def follow_ups_due(whole: WholeDossier) -> tuple[FollowUp, ...]:
    """The follow-ups that acceptance calls for and that are not there yet; keys are such that two machines agree."""
    accepted = accepted_on(whole)
    known = {each.months for each in whole.follow_ups}
    return tuple(
        FollowUp(
            id=derived_id(FollowUp.entity, whole.dossier.id, months),
            dossier_id=whole.dossier.id,
            months=months,
            due_on=months_later(accepted, months),
        )
        for months in FOLLOW_UP_MONTHS
        if accepted and months not in known
    )


def follow_ups_within(wholes: Iterable[WholeDossier], day: str, within: int) -> list[tuple[WholeDossier, FollowUp]]:
    """Follow-ups not yet done that are due within so many days of an ISO day, or overdue; soonest first."""
    found = [
        (whole, each)
        for whole in wholes
        for each in whole.follow_ups
        if each.due_on and not each.done_on and days_until(each.due_on, day) <= within
    ]
    return sorted(found, key=lambda pair: (pair[1].due_on, pair[1].id))
