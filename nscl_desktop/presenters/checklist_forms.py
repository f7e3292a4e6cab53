"""A check list's own facts and one of its questions as forms: which fields a question has follows from its kind."""

from collections.abc import Sequence
from dataclasses import replace

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.fields import FieldSpec, Kind, Value
from nscl_desktop.domain.inspections import (
    CHOICE,
    DRAFT,
    HEADING,
    NUMBER,
    SCORE,
    VERDICT,
    VERDICTS,
    Checklist,
    Question,
)
from nscl_desktop.presenters.checklist_editor import earlier_questions
from nscl_desktop.presenters.record_form import DeskForm, FormField, RootForm
from nscl_desktop.services import checklist_editing as editing
from nscl_desktop.services.desk import Desk

_OF_KIND = {NUMBER: ("unit", "least", "most"), SCORE: ("least", "most"), CHOICE: ("options",)}
_ANY_ANSWER = ("", "(bất kỳ)")


class ChecklistForm(RootForm[Checklist]):
    """Name, purpose and note."""

    def __init__(self, desk: Desk) -> None:
        def step(checklist: Checklist, name: str, value: Value) -> ChangeSet:
            return editing.set_checklist_field(desk.book, checklist.id, name, value)

        super().__init__(desk, Checklist, ("name", "purpose", "note"), step)

    def _is_open(self, record: Checklist, _name: str) -> bool:
        return record.state == DRAFT


class QuestionForm(DeskForm[Question]):
    """One question; ``shape`` says which fields it has now and how they are entered: another shape, another form."""

    def __init__(self, desk: Desk, record_id: str) -> None:
        def step(question: Question, name: str, value: Value) -> ChangeSet:
            return editing.set_question_field(desk.book, question.id, name, value)

        super().__init__(desk, Question, record_id, (), step)

    @property
    def names(self) -> tuple[str, ...]:
        """The fields that a question of this kind has."""
        question = self.record
        if question is None:
            return ()
        own = () if question.kind == HEADING else (*_OF_KIND.get(question.kind, ()), "hint", "is_required")
        depends = ("asked_if", "condition") if question.asked_if else ("asked_if",)
        return ("text", "kind", "label", *own, *depends)

    @property
    def shape(self) -> tuple[tuple[str, Kind], ...]:
        """Names and kinds of the fields."""
        return tuple((name, self.spec(name).kind) for name in self.names)

    def spec(self, name: str) -> FieldSpec:
        """What a condition can be is chosen where the answers are known; links are chosen by name."""
        spec = super().spec(name)
        if name == "text" and self.record is not None and self.record.kind == HEADING:
            return replace(spec, label="Tên mục")
        if name == "label":
            return replace(spec, hint="Để trống thì chương trình tự đánh số")
        if name == "condition" and self._answers():
            return replace(spec, kind=Kind.CHOICE, choices=(_ANY_ANSWER, *self._answers()))
        return spec

    def field(self, name: str) -> FormField:
        """A field as it stands; the question depended on is told by its name."""
        found = super().field(name)
        return replace(found, text=dict(self.offers(name)).get(self.stored(name), "")) if name == "asked_if" else found

    def offers(self, name: str) -> Sequence[tuple[str, str]]:
        """(stored value, label) pairs of a choice or link; what is stored is offered even where it no longer fits."""
        question = self.record
        if question is None:
            return ()
        if name == "asked_if":
            tree = editing.tree_of(self._desk.book, self._desk.root_id)
            found = [("", "— (luôn hỏi)"), *earlier_questions(tree, question)]
        else:
            found = list(self.spec(name).choices)
        stored = self.stored(name)
        if stored not in dict(found):
            found.append((stored, "(câu đứng sau hoặc đã xóa)" if name == "asked_if" else f"{stored} (không còn)"))
        return found

    def _answers(self) -> tuple[tuple[str, str], ...]:
        """What the question depended on can be answered with, as far as that is a closed list."""
        question = self.record
        other = self._desk.book.table(Question).get(question.asked_if or "") if question else None
        if other is None:
            return ()
        if other.kind == VERDICT:
            return tuple((label, label) for _, label in VERDICTS[1:])
        return tuple((option, option) for option in other.options) if other.kind == CHOICE else ()

    def _value(self, name: str, text: str) -> Value:
        if name == "asked_if":
            return text or None
        if name == "condition":
            return text
        return super()._value(name, text)

    def _is_open(self, _record: Question, _name: str) -> bool:
        checklist = self._desk.book.table(Checklist).get(self._desk.root_id)
        return checklist is not None and checklist.state == DRAFT
