"""A visit on the desk as forms, tables and a head: the same shapes as a plan's, so that the same widgets show them."""

from collections.abc import Iterable, Sequence

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.enterprises import Contact, Enterprise
from nscl_desktop.domain.fields import FieldSpec, Kind, Value
from nscl_desktop.domain.inspections import (
    DRAFT,
    FINISHED,
    HOST,
    VISIT_STATES,
    InspectionPlan,
    Participant,
    Recommendation,
    Visit,
)
from nscl_desktop.domain.naming import shortened
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.sorting import sort_key
from nscl_desktop.domain.supports import Dossier
from nscl_desktop.domain.visit_sheet import Lack, VisitSheet
from nscl_desktop.presenters.field_text import text_of, value_of
from nscl_desktop.presenters.record_form import RootForm
from nscl_desktop.services.desk import Desk
from nscl_desktop.services.editing import spec_of
from nscl_desktop.services.visit_work import (
    add_participant,
    add_recommendation,
    delete_part,
    move_part,
    set_part_field,
    set_visit_field,
)

FOLLOWED = ("closed_on", "outcome")
"""Fields of a recommendation that are told after the visit, when it was found mended."""
_MOST_NAMED = 3
"""So many questions without an answer are named; more are counted."""
_NO_NAME, _NO_ADVICE = "(họ và tên)", "(kiến nghị)"


class VisitFacts:
    """What the head of the page says."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def is_there(self) -> bool:
        """Whether the visit is still there: undoing may have taken it away."""
        return self._desk.root_id in self._desk.book.table(Visit)

    @property
    def sheet(self) -> VisitSheet:
        """The visit with its answers, as they stand now."""
        return VisitSheet(self._desk.book, self._desk.root_id)

    @property
    def unit(self) -> Enterprise | None:
        """The unit that is visited."""
        return self._desk.book.table(Enterprise).get(self.sheet.visit.enterprise_id or "")

    @property
    def plan(self) -> InspectionPlan | None:
        """The plan of inspections that the visit belongs to."""
        return self._desk.book.table(InspectionPlan).get(self.sheet.visit.inspection_plan_id or "")

    @property
    def title(self) -> str:
        """The unit's name."""
        return self.unit.name if self.unit else "Chưa chọn đơn vị"

    @property
    def state_words(self) -> str:
        """The state, and which correction it is."""
        visit = self.sheet.visit
        version = f" · bản sửa lần {visit.version - 1}" if visit.corrects else ""
        return f"{dict(VISIT_STATES)[visit.state]}{version}"

    @property
    def about(self) -> str:
        """Check list, day, and how far the answers are."""
        sheet = self.sheet
        name = sheet.checklist.name if sheet.checklist else "Chưa có bảng kiểm"
        done = f"{sheet.answered()}/{len(sheet.asked())} câu đã trả lời"
        return " · ".join(filter(None, (name, format_short(sheet.visit.date), done)))

    @property
    def lack_words(self) -> str:
        """What a draft still needs, in one line; empty where it can be finished or is finished.

        Many questions are counted and the first of them named: the table of answers marks each of them.
        """
        lacks = self._lacks()
        words = [each.words for each in lacks if not each.question_id]
        questions = [each for each in lacks if each.question_id]
        if len(questions) > _MOST_NAMED:
            tree = self.sheet.tree
            numbers = [tree.full_number(tree.question(each.question_id)) for each in questions[:_MOST_NAMED]]
            words.append(f"{len(questions)} câu trả lời ({', '.join(numbers)}…)")
        else:
            words += [each.words for each in questions]
        return f"Còn thiếu: {', '.join(words)}" if words else ""

    @property
    def lack_list(self) -> str:
        """The same, a line for each, with the words of questions."""
        tree = self.sheet.tree
        lines = []
        for each in self._lacks():
            question = tree.get(each.question_id)
            lines.append(f"{each.words}: {shortened(question.text)}" if question else each.words)
        return "\n".join(lines)

    def _lacks(self) -> tuple[Lack, ...]:
        sheet = self.sheet
        return sheet.lacks() if sheet.is_open else ()

    @property
    def version_words(self) -> str:
        """Why there are several versions, and which one this is; empty for a visit that was never corrected."""
        visit = self.sheet.visit
        if self.next_version:
            return "Bản này đã có bản sửa; nội dung ở đây giữ nguyên như lúc kết thúc."
        return f"Lý do sửa: {visit.correction_reason}" if visit.corrects else ""

    @property
    def next_version(self) -> str:
        """The key of the version that corrects this one; empty for none."""
        key = self._desk.root_id
        return next((each.id for each in self._desk.book.table(Visit).values() if each.corrects == key), "")


class VisitForm(RootForm[Visit]):
    """Fields of the visit itself; open in a draft, the number of the minutes until they are signed."""

    def __init__(self, desk: Desk, names: Sequence[str]) -> None:
        def step(visit: Visit, name: str, value: Value) -> ChangeSet:
            return set_visit_field(desk.book, visit.id, name, value)

        super().__init__(desk, Visit, names, step)

    def offers(self, name: str) -> Sequence[tuple[str, str]]:
        """The plans of inspections, or the dossiers of the unit; none first."""
        if name == "inspection_plan_id":
            plans = self._desk.book.table(InspectionPlan).values()
            return [("", "—"), *sorted(((each.id, each.name) for each in plans), key=lambda pair: sort_key(pair[1]))]
        if name == "dossier_id":
            own = self._desk.book.table(Dossier).values()
            return [("", "—"), *((each.id, " · ".join(filter(None, (each.code, each.title)))) for each in own)]
        return super().offers(name)

    def _value(self, name: str, text: str) -> Value:
        return (text or None) if self.spec(name).kind is Kind.REF else super()._value(name, text)

    def _is_open(self, record: Visit, name: str) -> bool:
        return record.state == DRAFT or (name == "number" and record.state == FINISHED)


class VisitParts:
    """People or recommendations of a visit as rows of a table."""

    def __init__(self, desk: Desk, record_type: type[Participant] | type[Recommendation], names: Sequence[str]) -> None:
        self._desk, self._type = desk, record_type
        self.specs: tuple[FieldSpec, ...] = tuple(spec_of(record_type, name) for name in names)

    def records(self) -> tuple[Record, ...]:
        """The visit's own, in their order."""
        if self._desk.root_id not in self._desk.book.table(Visit):
            return ()
        sheet = VisitSheet(self._desk.book, self._desk.root_id)
        return sheet.participants if self._type is Participant else sheet.recommendations

    def text(self, record: Record, spec: FieldSpec) -> str:
        """What a cell shows."""
        return text_of(spec, getattr(record, spec.name))

    def offers(self, spec: FieldSpec) -> Sequence[tuple[str, str]]:
        """What a cell of choices offers."""
        return spec.choices

    def enter(self, record: Record, spec: FieldSpec, text: str) -> None:
        """Take what was typed into a cell; raises InputError with the sentence."""
        self._desk.perform(set_part_field(self._desk.book, _part(record), spec.name, value_of(spec, text)))

    def add(self) -> str:
        """A new record; its required field says what it is until something is typed."""
        book, key = self._desk.book, self._desk.root_id
        if self._type is Participant:
            role = HOST if any(each.role != HOST for each in VisitSheet(book, key).participants) else "head"
            step = add_participant(book, key, _NO_NAME, role)
        else:
            step = add_recommendation(book, key, _NO_ADVICE)
        self._desk.perform(step)
        return step.changes[0].id

    def delete(self, record: Record) -> str:
        """Delete a record; what was done, for the toast."""
        self._desk.perform(delete_part(self._desk.book, _part(record)))
        return f"Đã xóa {record.noun} “{shortened(_caption(record))}”"

    def move(self, record: Record, step: int) -> None:
        """One place up (-1) or down (1)."""
        self._desk.perform(move_part(self._desk.book, _part(record), step))

    @property
    def is_open(self) -> bool:
        """People only in a draft; how a recommendation ended is told at any time."""
        visit = self._desk.book.table(Visit).get(self._desk.root_id)
        return visit is not None and (visit.state == DRAFT or self._type is Recommendation)


def hosts_of(desk: Desk) -> tuple[tuple[str, str], ...]:
    """Name and title of the unit's own people who may receive the team, its representative first."""
    visit = desk.book.get(Visit, desk.root_id)
    unit = desk.book.table(Enterprise).get(visit.enterprise_id or "")
    head = [(unit.representative, unit.representative_title)] if unit and unit.representative else []
    contacts = sorted(desk.book.table(Contact).values(), key=lambda each: (each.position, each.id))
    return tuple(dict.fromkeys([*head, *((each.name, each.title) for each in contacts)]))


def differs(desk: Desk, saved: Iterable[Record]) -> bool:
    """Whether the file holds something else of a visit than the desk: another screen has changed it."""
    return {each.id: each for each in saved} != {each.id: each for each in desk.book.records()}


def _part(record: Record) -> Participant | Recommendation:
    assert isinstance(record, Participant | Recommendation)  # noqa: S101 - the only kinds listed here
    return record


def _caption(record: Record) -> str:
    return str(getattr(record, "name", "") or getattr(record, "text", ""))
