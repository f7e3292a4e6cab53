"""What stands over the open plan, and what can be done with it in its present state."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.findings import Severity
from nscl_desktop.domain.plans import DRAFT, ISSUED, REPLACED, STATUSES, SUBMITTED, Plan
from nscl_desktop.presenters.plan_list import years_text
from nscl_desktop.services import plan_life
from nscl_desktop.services.workspace import PlanDesk


class Act(StrEnum):
    """A step in the life of a plan."""

    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    ISSUE = "issue"
    CORRECT = "correct"
    ADJUST = "adjust"


ACT_WORDS = {
    Act.SUBMIT: "Trình", Act.WITHDRAW: "Rút về nháp", Act.ISSUE: "Ban hành", Act.CORRECT: "Đính chính",
    Act.ADJUST: "Điều chỉnh",
}  # fmt: skip
_ASKING = (Act.CORRECT, Act.ADJUST)
_ACTS = {
    DRAFT: (Act.SUBMIT, Act.ISSUE),
    SUBMITTED: (Act.WITHDRAW, Act.ISSUE),
    ISSUED: (Act.CORRECT, Act.ADJUST),
    REPLACED: (),
}
_LOCKS = {
    DRAFT: "",
    SUBMITTED: "Đã trình: số liệu đã khóa. Còn ghi được số, ngày, địa danh, người ký, bản ký; rút về nháp để sửa số.",
    ISSUED: "Đã ban hành: nội dung đã khóa. Đính chính nếu chỉ sai chữ; điều chỉnh nếu thay đổi số liệu.",
    REPLACED: "Bị thay thế bởi bản điều chỉnh: chỉ để tra cứu.",
}


@dataclass(frozen=True, slots=True)
class Counts:
    """Findings that still stand, by severity."""

    errors: int
    warnings: int
    notes: int


class PlanSheet:
    """Heading, state and steps of life of the plan on the desk."""

    def __init__(self, desk: PlanDesk) -> None:
        self._desk = desk

    @property
    def title(self) -> str:
        """"Kế hoạch 950/KH-UBND · Tây Ninh · 2021"."""
        return title_of(self._desk.plan)

    @property
    def status(self) -> str:
        """The stored state."""
        return self._desk.plan.status

    @property
    def status_words(self) -> str:
        """The state in words."""
        return dict(STATUSES)[self.status]

    @property
    def lock_words(self) -> str:
        """What the state has closed and which way remains; empty for a draft."""
        return _LOCKS[self.status]

    @property
    def acts(self) -> tuple[Act, ...]:
        """The steps that the state allows."""
        return _ACTS[self.status]

    @property
    def counts(self) -> Counts:
        """How many findings stand, those accepted with a reason left out."""
        found = Counter(each.severity for each in self._desk.findings() if not each.waived)
        return Counts(found[Severity.ERROR], found[Severity.WARNING], found[Severity.NOTE])

    def take(self, act: Act) -> str:
        """Take a step that needs no further answer; what was done, for the toast."""
        steps = {Act.SUBMIT: plan_life.submit, Act.WITHDRAW: plan_life.withdraw, Act.ISSUE: plan_life.issue}
        if act not in steps:
            raise InputError(f"{ACT_WORDS[act]} cần thêm thông tin; hãy dùng nút {ACT_WORDS[act]}.")
        step = steps[act](self._desk.book, self._desk.plan_id)
        self._desk.perform(step)
        return f"Đã {step.words[:1].lower()}{step.words[1:]}"

    def undo(self) -> ChangeSet | None:
        """Ctrl+Z: what was taken back, None when there is nothing."""
        return self._desk.undo()

    def redo(self) -> ChangeSet | None:
        """Ctrl+Y."""
        return self._desk.redo()

    @property
    def undo_words(self) -> str:
        """The menu's words for Ctrl+Z; empty when there is nothing to take back."""
        words = self._desk.undo_stack.undo_words
        return f"Hoàn tác: {words[:1].lower()}{words[1:]}" if words else ""

    @property
    def redo_words(self) -> str:
        """The menu's words for Ctrl+Y."""
        words = self._desk.undo_stack.redo_words
        return f"Làm lại: {words[:1].lower()}{words[1:]}" if words else ""


def act_label(act: Act) -> str:
    """The words of its button and menu entry; dots where answers are asked for first."""
    return ACT_WORDS[act] + ("…" if act in _ASKING else "")


def number_of(number: str) -> str:
    """The number as it is said: a draft's "/KH-UBND" still lacks its figure."""
    if not number:
        return "(chưa có số)"
    return f"…{number}" if number.startswith("/") else number


def title_of(plan: Plan) -> str:
    """How a plan is called over its sheet and in the window's title."""
    number = f"{plan.doc_kind} {number_of(plan.number)}"
    return " · ".join(filter(None, (number, plan.province, years_text(plan.year_from, plan.year_to))))
