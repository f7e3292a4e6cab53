"""Answers from an Excel file before they are taken in: rows with what becomes of each, findings, decisions."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.checklist_tree import ChecklistTree
from nscl_desktop.domain.dates import parse_date
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.inspections import SURVEY, InspectionPlan, Question, Visit
from nscl_desktop.domain.sorting import sort_key
from nscl_desktop.presenters.printed_paper import SheetTable
from nscl_desktop.services.survey_import import (
    NEW_UNIT,
    SKIP,
    STATE_WORDS,
    RowPlan,
    RowState,
    SurveyImport,
    SurveyOccasion,
)
from nscl_desktop.services.survey_reading import SurveyReading, read_survey

_BY_ITSELF = ""


@dataclass(frozen=True, slots=True)
class ImportRow:
    """A row as it is listed."""

    number: str
    name: str
    unit: str
    state: str
    what: str


class SurveyImportDesk:
    """``choose_sheet``, ``set_occasion`` and ``decide`` each compute anew what becomes of all rows."""

    def __init__(self, found: SurveyImport, book: Book, key: str, sheets: Sequence[SheetTable], origin: str) -> None:
        self._import = found
        self._book, self._key, self._sheets, self._origin = book, key, sheets, origin
        self._tree = ChecklistTree(each for each in book.table(Question).values() if each.checklist_id == key)
        self._occasion = SurveyOccasion("")
        self._decisions: dict[int, str] = {}
        self._reading = SurveyReading((), ())
        self.plans: tuple[RowPlan, ...] = ()
        self.refusal = ""
        """Why the sheet cannot be read as answers; empty where it can."""

    @property
    def sheet_names(self) -> Sequence[str]:
        """The sheets of the file."""
        return [sheet.name for sheet in self._sheets]

    def best_sheet(self) -> int:
        """The sheet with the most answers."""
        counts = [len(self._read(place)[0].lines) for place in range(len(self._sheets))]
        return counts.index(max(counts))

    def choose_sheet(self, place: int) -> None:
        """Read another sheet; decisions on rows of the one before are forgotten."""
        self._decisions.clear()
        self._reading, self.refusal = self._read(place)
        self._compute()

    def periods(self) -> Sequence[tuple[str, str]]:
        """Key and name of the periods that a survey can belong to; none first."""
        plans = [each for each in self._book.table(InspectionPlan).values() if each.purpose == SURVEY]
        named = sorted(((each.id, each.name) for each in plans), key=lambda pair: sort_key(pair[1]))
        return [("", "Không theo đợt"), *named]

    def likely_period(self) -> str:
        """The period of the newest visit by this questionnaire; "" where there is none."""
        visits = [each for each in self._book.table(Visit).values() if each.checklist_id == self._key]
        newest = max(visits, key=lambda each: each.date, default=None)
        return (newest.inspection_plan_id or "") if newest else ""

    def first_doubt(self) -> int:
        """The first row that is left out, where somebody may decide; the first of all where none is."""
        return next((place for place, plan in enumerate(self.plans) if plan.state is RowState.SKIP), 0)

    def set_occasion(self, date: str, period: str) -> None:
        """The day of rows that give none, as it was typed, and the period; InputError for what is no whole day."""
        day = parse_date(date.strip())
        if len(day) < len("2026-01-01"):
            raise InputError("Ngày khảo sát cần đủ ngày, tháng, năm, ví dụ 05/03/2026; hãy ghi lại.")
        self._occasion = SurveyOccasion(day, period or None, self._origin)
        self._compute()

    def choices(self, place: int) -> Sequence[tuple[str, str]]:
        """What may be decided of a row."""
        plan = self.plans[place]
        units = [(key, f"Là {self._import.unit_name(key)}") for key in plan.candidates]
        return [(_BY_ITSELF, "Để chương trình đề nghị"), *units, (NEW_UNIT, "Là đơn vị mới"), (SKIP, "Bỏ qua dòng này")]

    def decision(self, place: int) -> str:
        """What was decided of a row; "" for nothing."""
        return self._decisions.get(self.plans[place].line.row, _BY_ITSELF)

    def decide(self, place: int, choice: str) -> None:
        """Decide of a row."""
        self._decisions[self.plans[place].line.row] = choice
        self._compute()

    def rows(self) -> tuple[ImportRow, ...]:
        """The rows as they are listed."""
        return tuple(
            ImportRow(
                str(plan.line.row + 1), plan.line.name or plan.line.tax_code, plan.unit if plan.unit_id else "",
                self._state(plan), _what(plan),
            )
            for plan in self.plans
        )  # fmt: skip

    def details(self, place: int) -> list[str]:
        """All that is to be said of a row: findings, then old → new."""
        plan = self.plans[place]
        said = [f"⚠  {each.sentence}" for each in plan.findings]
        said += [f"{each.question}: {each.old or '(chưa có)'} → {each.new}" for each in plan.differing]
        return said or ["Không có gì khác với tệp dữ liệu."]

    def _findings(self) -> list[str]:
        """Every finding of the sheet, columns first."""
        return [*self._reading.notes, *(each.sentence for plan in self.plans for each in plan.findings)]

    def _state(self, plan: RowPlan) -> str:
        """A sign before what is left out without anybody's decision."""
        is_open = plan.state is RowState.SKIP and self._decisions.get(plan.line.row) != SKIP
        return f"{'⚠ ' if is_open else ''}{STATE_WORDS[plan.state]}"

    @property
    def count(self) -> int:
        """Rows that will be taken in."""
        return sum(plan.state in {RowState.NEW, RowState.UPDATE} for plan in self.plans)

    @property
    def words(self) -> str:
        """How many rows of each state, and how many findings."""
        found = Counter(plan.state for plan in self.plans)
        parts = [f"{words} {found[state]}" for state, words in STATE_WORDS.items()]
        return " · ".join([*parts, f"{len(self._findings())} chỗ lưu ý"])

    def step(self) -> ChangeSet:
        """Everything as one step."""
        return self._import.step(self.plans, self._occasion)

    def _read(self, place: int) -> tuple[SurveyReading, str]:
        sheet = self._sheets[place]
        try:
            return read_survey(sheet.rows, self._tree, sheet.troubles), ""
        except InputError as error:
            return SurveyReading((), ()), error.sentence

    def _compute(self) -> None:
        self.plans = self._import.plan(self._reading.lines, self._occasion, self._decisions)


def _what(plan: RowPlan) -> str:
    """One line on what happens and why."""
    count = len(plan.differing)
    done = {
        RowState.NEW: f"ghi phiếu mới, {len(plan.line.answers)} câu trả lời",
        RowState.UPDATE: f"sửa {count} câu trả lời của phiếu đã có",
        RowState.SAME: "phiếu đã có, không có gì khác",
        RowState.SKIP: "",
    }[plan.state]
    return "; ".join(filter(None, (done, plan.why)))
