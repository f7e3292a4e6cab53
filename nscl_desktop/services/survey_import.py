"""Answers from a sheet against the file: which unit each row is of, what is new, what changes; taken in as one step.

A row is found by tax code, then by name. A finished visit is corrected by a new version with its reason, a draft is
gone on with; empty cells take nothing away. Rows with faulty cells or in doubt are left out until somebody decides.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from nscl_desktop.domain.answering import answer_words, given, is_answered
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import Change, ChangeSet, change_set, inserted, updated
from nscl_desktop.domain.checklist_tree import ChecklistTree
from nscl_desktop.domain.duplicates import Duplicate, DuplicateIndex
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.inspections import DRAFT, Answer, Question, Visit
from nscl_desktop.domain.money import format_amount
from nscl_desktop.domain.records import Record, new_id, values_of
from nscl_desktop.domain.text import match_key, quoted
from nscl_desktop.domain.unit_names import Grade
from nscl_desktop.domain.visit_sheet import VisitSheet
from nscl_desktop.services import visit_work
from nscl_desktop.services.survey_reading import SurveyFinding, SurveyLine

SCOPE = "surveys"
"""Of imports alone, so that the last one can be found again."""
"""Scope of steps that take answers in."""
_TOLD_EVERY = 2000
SKIP, NEW_UNIT = "skip", "new"
"""What somebody may decide of a row, besides the key of a unit."""


class RowState(Enum):
    """What becomes of a row."""

    NEW = auto()
    UPDATE = auto()
    SAME = auto()
    SKIP = auto()


STATE_WORDS = {RowState.NEW: "Mới", RowState.UPDATE: "Cập nhật", RowState.SAME: "Trùng", RowState.SKIP: "Bỏ qua"}


class Differing(NamedTuple):
    """An answer that the file holds and another one that comes in; ``old`` is "" where there is none."""

    question: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class RowPlan:
    """A row with what will be done. ``unit_id`` "" is a unit that is new or not decided yet."""

    line: SurveyLine
    state: RowState
    unit_id: str
    unit: str
    """The unit found, or how a new one will be called."""
    why: str
    """How the unit was found, or why the row is left out."""
    differing: tuple[Differing, ...] = ()
    candidates: tuple[str, ...] = ()
    """Keys of units that the row may be of."""
    findings: tuple[SurveyFinding, ...] = ()
    visit_id: str = ""
    """The visit that is gone on with or corrected."""


@dataclass(frozen=True, slots=True)
class SurveyOccasion:
    """What visits made by the import have alike: ISO date where a row gives none, period, the file's name.

    The name stands in the reason of a correction.
    """

    date: str
    inspection_plan_id: str | None = None
    origin: str = ""


def _unheard(_words: str) -> None:
    """Nobody waits."""


class SurveyImport:
    """Rows against the survey's records (``book``) and the register (``units``).

    A register of 100,000 units takes some seconds: ``tell`` is told how far it is, and may raise to stop it.
    """

    def __init__(
        self, book: Book, units: Sequence[Enterprise], checklist_id: str, tell: Callable[[str], object] = _unheard
    ) -> None:
        self._book, self._checklist_id = book, checklist_id
        self._units = {unit.id: unit for unit in units if unit.merged_into is None}
        self._index = DuplicateIndex()
        for number, unit in enumerate(self._units.values()):
            if number % _TOLD_EVERY == 0:
                tell(f"Đối chiếu đơn vị {format_amount(number)}/{format_amount(len(self._units))}")
            self._index.add(unit)
        questions = book.table(Question).values()
        self._tree = ChecklistTree(each for each in questions if each.checklist_id == checklist_id)

    def unit_name(self, key: str) -> str:
        """The name of a unit of the register."""
        return self._units[key].name

    def plan(
        self, lines: Sequence[SurveyLine], occasion: SurveyOccasion, decisions: Mapping[int, str] | None = None
    ) -> tuple[RowPlan, ...]:
        """What becomes of each row; ``decisions`` by row (from 0): SKIP, NEW_UNIT or the key of a unit."""
        taken: dict[str, int] = {}
        plans = []
        for line in lines:
            plan = self._plan(line, occasion, (decisions or {}).get(line.row, ""))
            if plan.state is not RowState.SKIP:
                first = taken.setdefault(plan.unit_id or line.tax_code or match_key(line.name), line.row)
                if first != line.row:
                    why = f"cùng đơn vị với dòng {first + 1}"
                    plan = RowPlan(line, RowState.SKIP, plan.unit_id, plan.unit, why, findings=plan.findings)
            plans.append(plan)
        return tuple(plans)

    def step(self, plans: Sequence[RowPlan], occasion: SurveyOccasion) -> ChangeSet:
        """Everything that is to be done, as one step; empty where nothing changes."""
        known = self._book.table(Enterprise)
        concerned = [self._units[plan.unit_id] for plan in plans if plan.unit_id and plan.unit_id not in known]
        work = Book([*self._book.records(), *concerned])
        before = {(each.entity, each.id): each for each in work.records()}
        count = 0
        for plan in plans:
            if plan.state in {RowState.NEW, RowState.UPDATE}:
                count += 1
                self._take(work, plan, occasion)
        return change_set(f"Nhập {count} phiếu khảo sát từ Excel", _net(before, work), SCOPE)

    # -- rows -------------------------------------------------------------------------------------------------------

    def _plan(self, line: SurveyLine, occasion: SurveyOccasion, decision: str) -> RowPlan:
        shown = line.name or line.tax_code
        found = self._index.candidates(Enterprise(id="", name=line.name, tax_code=line.tax_code))
        keys = tuple(each.first_id for each in found)
        unit_id, why = self._unit(found, decision)
        unit = self._units.get(unit_id)
        visit = self._visit(unit.id, line.date, occasion) if unit else None
        known = VisitSheet(self._book, visit.id).answers if visit else {}
        blocking = any(each.blocks for each in line.findings)
        findings = (*line.findings, *([] if blocking else self._notes(line, known)))
        if decision == SKIP or blocking:
            reason = "có chỗ phải sửa trong tệp" if blocking else "bỏ qua theo lựa chọn"
            return RowPlan(line, RowState.SKIP, unit_id, unit.name if unit else shown, reason, (), keys, findings)
        if unit is None and decision != NEW_UNIT and keys:
            return RowPlan(line, RowState.SKIP, "", shown, why, (), keys, findings)
        if unit is None and not line.name:
            lack = SurveyFinding(
                f"Dòng {line.row + 1}: không có đơn vị nào mang mã số thuế này; hãy ghi cả tên đơn vị."
            )
            return RowPlan(line, RowState.SKIP, "", shown, "chưa có tên đơn vị", (), keys, (*findings, lack))
        differing = self._differing(line, known)
        state = RowState.NEW if visit is None else RowState.UPDATE if differing else RowState.SAME
        return RowPlan(
            line, state, unit.id if unit else "", unit.name if unit else line.name, why, differing, keys, findings,
            visit.id if visit else "",
        )  # fmt: skip

    def _unit(self, found: Sequence[Duplicate], decision: str) -> tuple[str, str]:
        """The unit's key, "" for a new one or one in doubt, and why."""
        if decision in self._units:
            return decision, "chọn bằng tay"
        sure = [each for each in found if each.grade is Grade.SAME]
        if decision == NEW_UNIT or not found:
            return "", "đơn vị chưa có trong danh sách, sẽ ghi thêm"
        if len(sure) == 1:
            reason = sure[0].reason.rstrip(".")
            return sure[0].first_id, f"{reason[:1].lower()}{reason[1:]}"
        return "", "có thể trùng đơn vị đã có, hãy chọn đơn vị"

    def _visit(self, unit_id: str, date: str, occasion: SurveyOccasion) -> Visit | None:
        """The unit's last version of the same survey: of the same period, or of the same year where there is none."""
        year = (date or occasion.date)[:4]
        visits = [
            each
            for each in self._book.table(Visit).values()
            if each.checklist_id == self._checklist_id
            and each.enterprise_id == unit_id
            and each.inspection_plan_id == occasion.inspection_plan_id
            and (occasion.inspection_plan_id is not None or not each.date or each.date[:4] == year)
        ]
        corrected = {each.corrects for each in visits}
        left = [each for each in visits if each.id not in corrected]
        return max(left, key=lambda each: (each.date, each.version, each.id), default=None)

    def _differing(self, line: SurveyLine, known: Mapping[str, Answer]) -> tuple[Differing, ...]:
        found = []
        for key, answer in self._given(line).items():
            question = self._tree.question(key)
            old, new = answer_words(question, known.get(key)), answer_words(question, answer)
            if old != new:
                found.append(Differing(f"{self._tree.full_number(question)}. {question.text}", old, new))
        return tuple(found)

    def _given(self, line: SurveyLine) -> dict[str, Answer]:
        return {
            key: Answer(id=key, visit_id="", question_id=key, **given(self._tree.question(key), text))
            for key, text in line.answers.items()
        }

    def _notes(self, line: SurveyLine, known: Mapping[str, Answer]) -> list[SurveyFinding]:
        """What does not hold the row up: answers to what is not asked, required questions without one."""
        answers = {**known, **self._given(line)}
        asked = {each.id: each for each in self._tree.asked(answers)}
        needless = [self._number(key) for key in line.answers if key not in asked]
        lacking = [
            self._number(key) for key, each in asked.items() if each.is_required and not is_answered(answers.get(key))
        ]
        row, found = f"Dòng {line.row + 1}", []
        if needless:
            words = f"câu {', '.join(needless)} không thuộc diện được hỏi nên không tính vào tổng hợp."
            found.append(SurveyFinding(f"{row}: {words}", blocks=False))
        if lacking:
            words = f"chưa trả lời câu bắt buộc {', '.join(lacking)}; phiếu chưa đủ được giữ ở dạng nháp."
            found.append(SurveyFinding(f"{row}: {words}", blocks=False))
        return found

    def _number(self, key: str) -> str:
        return self._tree.full_number(self._tree.question(key))

    # -- taking in --------------------------------------------------------------------------------------------------

    def _take(self, work: Book, plan: RowPlan, occasion: SurveyOccasion) -> None:
        unit_id = plan.unit_id or self._add_unit(work, plan.line)
        visit_id = self._open_visit(work, plan, unit_id, occasion)
        for key, text in plan.line.answers.items():
            work.apply(visit_work.answer_question(work, visit_id, key, text).changes)
        if not VisitSheet(work, visit_id).lacks():
            work.apply(visit_work.finish(work, visit_id).changes)

    def _add_unit(self, work: Book, line: SurveyLine) -> str:
        unit = Enterprise(id=new_id(), name=line.name, tax_code=line.tax_code)
        work.apply([inserted(unit)])
        return unit.id

    def _open_visit(self, work: Book, plan: RowPlan, unit_id: str, occasion: SurveyOccasion) -> str:
        """A draft to take the answers: a new one, the one that is there, or a correction of a finished one."""
        if not plan.visit_id:
            step = visit_work.new_visit(
                work, unit_id, self._checklist_id, date=plan.line.date or occasion.date,
                inspection_plan_id=occasion.inspection_plan_id,
            )  # fmt: skip
        elif work.get(Visit, plan.visit_id).state == DRAFT:
            return plan.visit_id
        else:
            step = visit_work.correct(work, plan.visit_id, f"Nhập lại từ tệp {quoted(occasion.origin)}")
        work.apply(step.changes)
        return step.scope


def _net(before: Mapping[tuple[str, str], Record], work: Book) -> list[Change | None]:
    """Each record's change from the beginning to the end, whatever lay between; nothing is deleted here."""
    changes: list[Change | None] = []
    for each in work.records():
        old = before.get((each.entity, each.id))
        if old is None:
            changes.append(inserted(each))
        elif old != each:
            changes.append(updated(old, **values_of(each)))
    return changes
