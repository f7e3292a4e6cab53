"""How far a dossier has come: which stages it goes through, what is done, due and overdue, what comes next.

A guidance dossier ("Hướng dẫn") has neither contract nor money and leaves out the stages about them. A paused or
ended dossier owes nothing: its deadlines are kept but not overdue.
"""

from dataclasses import dataclass
from enum import Enum

from nscl_desktop.domain.dossiers.days import is_past
from nscl_desktop.domain.dossiers.whole import WholeDossier
from nscl_desktop.domain.supports import OPEN, STAGES, Dossier, StageStep

ORDER = tuple(code for code, _ in STAGES)
NAMES = dict(STAGES)
ABOUT_CONTRACTS = frozenset({"contracted", "liquidated", "settled"})


class StageStatus(Enum):
    """What can be said of one stage on one day."""

    DONE = "Đã thực hiện"
    OVERDUE = "Quá hạn"
    PLANNED = "Chưa đến hạn"
    UNPLANNED = "Chưa có hạn"
    SKIPPED = "Bỏ qua"


@dataclass(frozen=True, slots=True)
class StageState:
    """One stage of a dossier on a day; ``step`` is None while nothing is known of it."""

    stage: str
    status: StageStatus
    step: StageStep | None

    @property
    def name(self) -> str:
        """As it stands on the screen."""
        return NAMES[self.stage]


def course(dossier: Dossier) -> tuple[str, ...]:
    """The stages that a dossier goes through, in order."""
    return tuple(stage for stage in ORDER if not (dossier.is_guidance and stage in ABOUT_CONTRACTS))


def reached(whole: WholeDossier) -> str:
    """The furthest stage with a day on which it was done, "" before the first; stages before it may be left out."""
    return next((stage for stage in reversed(course(whole.dossier)) if whole.day_of(stage)), "")


def following(whole: WholeDossier) -> str:
    """The stage that comes next; "" behind the last, and while the dossier is paused, ended or done."""
    stages = course(whole.dossier)
    done = reached(whole)
    rest = stages[stages.index(done) + 1 :] if done else stages
    return rest[0] if rest and whole.dossier.state == OPEN else ""


def stage_states(whole: WholeDossier, day: str) -> tuple[StageState, ...]:
    """Every stage of the course on an ISO day; a stage without a day that lies before a done one was skipped."""
    stages = course(whole.dossier)
    done = reached(whole)
    furthest = stages.index(done) if done else -1
    return tuple(_state(whole, stage, day, is_behind=index < furthest) for index, stage in enumerate(stages))


def overdue(whole: WholeDossier, day: str) -> tuple[StageState, ...]:
    """The stages whose deadline has passed."""
    return tuple(each for each in stage_states(whole, day) if each.status is StageStatus.OVERDUE)


def _state(whole: WholeDossier, stage: str, day: str, *, is_behind: bool) -> StageState:
    steps = [step for step in whole.steps if step.stage == stage]
    done = [step for step in steps if step.done_on]
    if done:
        return StageState(stage, StageStatus.DONE, max(done, key=lambda step: step.done_on))
    if is_behind:
        return StageState(stage, StageStatus.SKIPPED, steps[0] if steps else None)
    due = min((step for step in steps if step.due_on), key=lambda step: step.due_on, default=None)
    if due is None:
        return StageState(stage, StageStatus.UNPLANNED, steps[0] if steps else None)
    is_late = whole.dossier.state == OPEN and is_past(due.due_on, day)
    return StageState(stage, StageStatus.OVERDUE if is_late else StageStatus.PLANNED, due)
