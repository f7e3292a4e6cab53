"""The way of a nomination: registered, through the preliminary council, to the national one, decided, to the APQO.

Before the national council the province's opinion is asked in writing (hiệp y). Each stage has its day; that of the
decision stands with the prize. What does not fit together is remarked on and refuses nothing.
"""

from collections.abc import Iterable
from itertools import pairwise

from nscl_desktop.domain.awards import (
    APQO,
    DECIDED,
    NATIONAL,
    NOMINATION_STATES,
    REFUSED,
    REGISTERED,
    SCREENED,
    WITHDRAWN,
    AwardRegime,
    Nomination,
    Prize,
)
from nscl_desktop.domain.dates import format_short

WAY = (REGISTERED, SCREENED, NATIONAL, DECIDED, APQO)
STAGE_OF_DAY = {"filed_on": REGISTERED, "screened_on": SCREENED, "sent_on": NATIONAL, "apqo_on": APQO}
NAMES = dict(NOMINATION_STATES)
_DAYS = (
    ("filed_on", "nộp hồ sơ"), ("visited_on", "đánh giá tại đơn vị"), ("screened_on", "qua sơ tuyển"),
    ("consulted_on", "hiệp y"), ("sent_on", "trình hội đồng quốc gia"), ("apqo_on", "đề cử APQO"),
)  # fmt: skip


def further(state: str, reached: str) -> str:
    """The later one of two stages; what was refused or withdrawn stays so."""
    if state not in WAY:
        return state
    return max(state, reached, key=WAY.index)


def has_reached(nomination: Nomination, state: str) -> bool:
    """Whether a nomination came to a stage or further."""
    return nomination.state in WAY and WAY.index(nomination.state) >= WAY.index(state)


def stage_remarks(nomination: Nomination, regime: AwardRegime | None, prizes: Iterable[Prize]) -> tuple[str, ...]:
    """What is missing or does not fit, a sentence each."""
    found = []
    if not nomination.enterprise_id:
        found.append("Chưa chọn đơn vị.")
    if regime and regime.is_for_products and not nomination.product:
        found.append("Quy chế xét cho sản phẩm, hàng hóa: chưa ghi sản phẩm.")
    found += _group_remarks(nomination, regime)
    found += [
        f"Đã “{NAMES[stage]}” nhưng chưa ghi ngày."
        for name, stage in STAGE_OF_DAY.items()
        if has_reached(nomination, stage) and stage != REGISTERED and not getattr(nomination, name)
        and not (stage == APQO and nomination.state != APQO)
    ]  # fmt: skip
    if has_reached(nomination, NATIONAL) and not nomination.consulted_on:
        found.append("Trình hội đồng quốc gia khi chưa có văn bản hiệp y của UBND tỉnh.")
    days = [(day, words) for name, words in _DAYS if len(day := getattr(nomination, name)) == len("2026-01-01")]
    for (before, first), (after, second) in pairwise(days):
        if after < before:
            found.append(f"Ngày {second} ({format_short(after)}) trước ngày {first} ({format_short(before)}).")
    found += _prize_remarks(nomination, tuple(prizes))
    return tuple(found)


def _group_remarks(nomination: Nomination, regime: AwardRegime | None) -> list[str]:
    bound = regime.large_from if regime else None
    if bound is None:
        return []
    if not nomination.group:
        return ["Chưa xếp nhóm."]
    if nomination.workers is None:
        return []
    is_large = nomination.workers > bound
    if is_large == nomination.group.startswith("large"):
        return []
    return [f"{nomination.workers} lao động là quy mô {'lớn' if is_large else 'vừa và nhỏ'}, khác nhóm đã xếp."]


def _prize_remarks(nomination: Nomination, prizes: tuple[Prize, ...]) -> list[str]:
    if nomination.state in (DECIDED, APQO) and not prizes:
        return ["Đã có quyết định nhưng chưa ghi giải."]
    if nomination.state in (REFUSED, WITHDRAWN) and prizes:
        return [f"Tình trạng là “{NAMES[nomination.state]}” nhưng đã ghi giải."]
    return []
