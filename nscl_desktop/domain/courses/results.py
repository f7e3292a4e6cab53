"""Who passes a course by its own rule: sessions and points. The rule proposes; a clerk may note something else."""

from typing import NamedTuple

from nscl_desktop.domain.courses.counts import TOOK_PART
from nscl_desktop.domain.courses.whole import WholeCourse
from nscl_desktop.domain.money import format_quantity
from nscl_desktop.domain.training import ABSENT, ATTENDED, PASSED, Enrolment


class Standing(NamedTuple):
    """How somebody stands by the rule; ``why`` says what speaks against passing, "" where nothing does."""

    attended: int
    needed: int
    passes: bool
    why: str


def needed_sessions(whole: WholeCourse) -> int:
    """How many sessions somebody must be at; all where the course names no number."""
    given = whole.course.sessions_to_pass
    return len(whole.sessions) if given is None else given


def standing(whole: WholeCourse, enrolment: Enrolment) -> Standing:
    """Held against sessions and points; a course without sessions goes by whether somebody was there at all."""
    attended, needed = whole.attended(enrolment), needed_sessions(whole)
    reasons = []
    if whole.sessions and attended < needed:
        reasons.append(f"dự {attended}/{needed} buổi")
    elif not whole.sessions and enrolment.state not in TOOK_PART:
        reasons.append("chưa ghi có tham dự")
    least = whole.course.points_to_pass
    if least is not None and enrolment.points is None:
        reasons.append("chưa có điểm")
    elif least is not None and enrolment.points is not None and enrolment.points < least:
        reasons.append(f"{format_quantity(enrolment.points)} điểm, phải đạt {format_quantity(least)}")
    return Standing(attended, needed, not reasons, "; ".join(reasons))


def proposed_state(whole: WholeCourse, enrolment: Enrolment) -> str:
    """The state that the rule gives: đạt, có tham dự, vắng; without sessions nobody is called absent by a rule."""
    found = standing(whole, enrolment)
    if found.passes:
        return PASSED
    if found.attended or (not whole.sessions and enrolment.state in TOOK_PART):
        return ATTENDED
    return ABSENT if whole.sessions else enrolment.state
