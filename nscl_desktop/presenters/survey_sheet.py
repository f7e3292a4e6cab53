"""One survey on screen: who counts, the table by groups, the charts, and the units behind every figure."""

from collections.abc import Sequence
from dataclasses import dataclass

from nscl_desktop.domain.answering import FIGURES, answer_words
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.charts import ChartPaper
from nscl_desktop.domain.checklist_tree import ChecklistTree
from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.inspections import PHOTO, VISIT_STATES, Checklist, InspectionPlan, Question
from nscl_desktop.domain.sorting import sort_key
from nscl_desktop.domain.survey_cases import survey_cases
from nscl_desktop.domain.survey_charts import survey_charts
from nscl_desktop.domain.survey_headings import FormRow, heading_of
from nscl_desktop.domain.survey_summary import UNKNOWN, Case, Grouping, behind, counted, members_of
from nscl_desktop.domain.survey_table import ALL, RowKind, SurveyRow, SurveyTable, survey_table
from nscl_desktop.presenters.survey_office import AnswerSheet
from nscl_desktop.services.public_facts import shipped_sectors, shipped_size_rules

GROUPINGS = (
    (Grouping.NONE, "Chung cho tất cả"),
    (Grouping.SECTOR, "Theo ngành"),
    (Grouping.SIZE, "Theo quy mô"),
    (Grouping.BOTH, "Theo ngành và quy mô"),
)
_PLAN, _YEAR = "plan:", "year:"
_UNIT_COLUMNS = ("Đơn vị", "Mã số thuế", "Ngành", "Quy mô", "Ngày", "Tình trạng")


@dataclass(frozen=True, slots=True)
class UnitBehind:
    """A unit that a figure counts, with what it answered."""

    visit_id: str
    unit_id: str
    unit: str
    answer: str
    date: str
    state: str


class SurveySheet:
    """The survey by one version of a questionnaire, as it was read."""

    def __init__(self, book: Book, key: str) -> None:
        self.book, self.key = book, key
        self.checklist = book.get(Checklist, key)
        self.tree = ChecklistTree(each for each in book.table(Question).values() if each.checklist_id == key)
        self.period = ""
        self.grouping = Grouping.NONE
        self.with_drafts = False
        self._all = survey_cases(book, key, shipped_sectors(), shipped_size_rules())

    # -- who counts -------------------------------------------------------------------------------------------------

    def periods(self) -> Sequence[tuple[str, str]]:
        """What the survey can be narrowed to: all, the periods that visits belong to, the years."""
        plans = self.book.table(InspectionPlan)
        used = {each.visit.inspection_plan_id for each in self._all if each.visit.inspection_plan_id}
        named = sorted((plans[key].name, key) for key in used if key in plans)
        years = sorted({each.visit.date[:4] for each in self._all if each.visit.date}, reverse=True)
        return [
            ("", "Mọi thời gian"),
            *((f"{_PLAN}{key}", name) for name, key in named),
            *((f"{_YEAR}{year}", f"Năm {year}") for year in years),
        ]

    @property
    def cases(self) -> tuple[Case, ...]:
        """The visits that count now."""
        return counted(self._in_period(), with_drafts=self.with_drafts)

    @property
    def drafts(self) -> int:
        """Visits of the period that are drafts."""
        return len(counted(self._in_period(), with_drafts=True)) - len(counted(self._in_period()))

    @property
    def counted_words(self) -> str:
        """How many count, and what is left out: “48 phiếu, chưa tính 2 phiếu nháp”."""
        drafts = self.drafts
        left = f", {'gồm' if self.with_drafts else 'chưa tính'} {drafts} phiếu nháp" if drafts else ""
        return f"{len(self.cases)} phiếu{left}"

    @property
    def about(self) -> str:
        """What the figures are of, in one line."""
        grouping = dict(GROUPINGS)[self.grouping].lower()
        return " · ".join((dict(self.periods()).get(self.period, ""), grouping, self.counted_words))

    def _in_period(self) -> list[Case]:
        kind, _, value = self.period.partition(":")
        if not value:
            return list(self._all)
        if f"{kind}:" == _PLAN:
            return [each for each in self._all if each.visit.inspection_plan_id == value]
        return [each for each in self._all if each.visit.date.startswith(value)]

    # -- what is shown ----------------------------------------------------------------------------------------------

    def table(self) -> SurveyTable:
        """The summary by groups."""
        return survey_table(self.tree, self.cases, self.grouping)

    def paper(self) -> ChartPaper:
        """The charts with their heading."""
        charts = survey_charts(self.tree, self.cases, self.grouping)
        return ChartPaper("TỔNG HỢP KẾT QUẢ KHẢO SÁT", (self.checklist.name, self.about), charts)

    def behind(self, row: SurveyRow, column: int = 0) -> tuple[UnitBehind, ...]:
        """The units that a cell of the table counts; column 0 is all of them."""
        if row.kind is RowKind.TEXT:
            found = self._behind(row.question_id, "", ALL)
            return tuple(each for each in found if each.unit_id == row.unit_id)
        label = row.label if row.kind is RowKind.SHARE else ""
        return self._behind(row.question_id, label, self.table().columns[column])

    def behind_mark(self, ref: str) -> tuple[UnitBehind, ...]:
        """The units that a bar of a chart counts."""
        question_id, label, group = (*ref.split("\t"), "", "")[:3]
        return self._behind(question_id, label, group or ALL)

    def behind_words(self, question_id: str) -> str:
        """Number and text of a question."""
        question = self.tree.question(question_id)
        return f"{self.tree.full_number(question)}. {question.text}"

    def _behind(self, question_id: str, label: str, group: str) -> tuple[UnitBehind, ...]:
        cases = self.cases if group == ALL else members_of(self.cases, self.grouping).get(group, ())
        found = [self._unit(case, question_id) for case in behind(self.tree, cases, question_id, label)]
        return tuple(sorted(found, key=lambda each: sort_key(each.unit)))

    def _unit(self, case: Case, question_id: str) -> UnitBehind:
        visit = case.visit
        unit = self.book.table(Enterprise).get(visit.enterprise_id or "")
        return UnitBehind(
            visit.id, unit.id if unit else "", unit.name if unit else "Chưa chọn đơn vị",
            answer_words(self.tree.question(question_id), case.answers.get(question_id)) if question_id else "",
            format_short(visit.date), dict(VISIT_STATES)[visit.state],
        )  # fmt: skip

    def visits(self) -> tuple[UnitBehind, ...]:
        """All visits of the period, drafts too, with how much is answered."""
        shown = []
        for case in counted(self._in_period(), with_drafts=True):
            asked = self.tree.asked(case.answers)
            answered = sum(each.id in case.answers for each in asked)
            row = self._unit(case, "")
            words = f"{answered}/{len(asked)} câu"
            shown.append(UnitBehind(row.visit_id, row.unit_id, row.unit, words, row.date, row.state))
        return tuple(sorted(shown, key=lambda each: sort_key(each.unit)))

    # -- Excel ------------------------------------------------------------------------------------------------------

    def form_rows(self) -> list[FormRow]:
        """The units that are in the survey already, with their answers, for the form that goes out."""
        units = self.book.table(Enterprise)
        found = [
            FormRow(units[each.visit.enterprise_id], each.visit.date, each.answers)
            for each in counted(self._in_period(), with_drafts=True)
            if each.visit.enterprise_id in units
        ]
        return sorted(found, key=lambda row: sort_key(row.unit.name))

    def answer_sheet(self) -> AnswerSheet:
        """Headings and rows of all answers: figures as numbers, all else as words."""
        questions = [each for each in self.tree.questions() if each.kind != PHOTO]
        headings = [*_UNIT_COLUMNS, *(heading_of(self.tree, each) for each in questions)]
        rows = []
        for case in self.cases:
            unit = self.book.table(Enterprise).get(case.visit.enterprise_id or "")
            own: list[object] = [
                unit.name if unit else "", unit.tax_code if unit else "", case.sector or UNKNOWN, case.size or UNKNOWN,
                format_short(case.visit.date), dict(VISIT_STATES)[case.visit.state],
            ]  # fmt: skip
            for each in questions:
                answer = case.answers.get(each.id)
                is_figure = each.kind in FIGURES and answer is not None
                own.append(answer.number if is_figure and answer is not None else answer_words(each, answer))
            rows.append(own)
        return headings, sorted(rows, key=lambda row: sort_key(str(row[0])))
