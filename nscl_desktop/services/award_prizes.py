"""Prizes of a round: one decision gives several, each with its money by the norm of the decision's day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nscl_desktop.domain.award_stages import further
from nscl_desktop.domain.awards import DECIDED, AwardRound, Nomination, Prize
from nscl_desktop.domain.changes import Change, ChangeSet, change_set, inserted, updated
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.positions import between
from nscl_desktop.domain.prize_money import PrizeRules
from nscl_desktop.services.award_rounds import called
from nscl_desktop.services.dossier_parts import checked, made


@dataclass(frozen=True, slots=True)
class Decision:
    """The decision that gives prizes, and the niên độ out of which their money is paid."""

    number: str
    day: str
    year: int | None
    source: str = ""


def give_prizes(
    held: AwardRound,
    given: Mapping[Nomination, str],
    known: Iterable[Prize],
    decision: Decision,
    money: PrizeRules,
) -> ChangeSet:
    """Each unit gets its prize; the sum is that of the norm in force on the decision's day, none where there is none.

    The nomination comes to "có quyết định". Refused without number and whole day, with nothing to give, and for a prize
    that a unit has already.
    """
    if not decision.number.strip() or len(decision.day) != len("2026-01-01"):
        raise InputError("Chưa có số và ngày quyết định đầy đủ; hãy nhập đủ.")
    if not given:
        raise InputError("Chưa chọn giải cho đơn vị nào; hãy chọn giải.")
    known = list(known)
    changes: list[Change | None] = []
    for nomination, name in given.items():
        own = [each for each in known if each.nomination_id == nomination.id]
        if any(each.prize == name for each in own):
            raise InputError(f"Có đơn vị đã được ghi giải “{name}”; hãy bỏ giải ấy ở đơn vị này.")
        last = max((each.position for each in own), default="")
        prize = made(
            Prize, nomination_id=nomination.id, position=between(last or None, None), prize=name,
            decision=decision.number.strip(), decided_on=decision.day, year=decision.year, line_id=held.line_id,
            source=decision.source, amount=money.worth(name, decision.day).amount,
        )  # fmt: skip
        changes += [inserted(prize), updated(nomination, state=further(nomination.state, DECIDED))]
    return change_set(f"Ghi {len(given)} giải ở {called(held)}", changes, held.id)


def price_by_norm(held: AwardRound, prizes: Iterable[Prize], money: PrizeRules) -> ChangeSet:
    """Give each prize the sum that its norm gives on its day; those without a norm keep theirs."""
    changes: list[Change | None] = []
    for each in prizes:
        worth = money.worth(each.prize, each.decided_on).amount if each.decided_on else None
        if worth is not None:
            changes.append(updated(each, **checked(Prize, {"amount": worth})))
    return change_set(f"Tính tiền thưởng theo mức ở {called(held)}", changes, held.id)
