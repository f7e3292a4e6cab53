"""A question as a form: what it may depend on, what is refused and kept beside its reason, what stays offered."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Kind
from nscl_desktop.domain.inspections import DRAFT, IN_USE, SURVEY, Checklist, Question
from nscl_desktop.presenters.checklist_editor import ChecklistEditor
from nscl_desktop.presenters.checklist_forms import ChecklistForm, QuestionForm
from nscl_desktop.services.checklist_editing import delete_question
from nscl_desktop.services.desk import Desk
from tests.inspections.sheets import q, questions


class Kept:
    """A file that takes every step."""

    def __init__(self) -> None:
        self.steps: list[ChangeSet] = []

    def submit(self, change_set: ChangeSet) -> None:
        self.steps.append(change_set)


def desk(state: str = DRAFT, *more: Question) -> Desk:
    checklist = Checklist(id="c", name="Kiểm tra", state=state)
    return Desk(Book([checklist, *questions(), *more]), "c", Kept())


def test_a_refused_figure_stays_beside_its_reason_until_it_is_mended() -> None:
    made = desk()
    form = QuestionForm(made, "people")
    with pytest.raises(InputError, match="không được lớn hơn"):
        form.enter("least", "501")
    field = form.field("least")
    assert (field.text, "không được lớn hơn" in field.error) == ("501", True)
    form.enter("least", "2")
    assert (form.field("least").text, form.field("least").error) == ("2", "")
    assert made.book.get(Question, "people").least == Decimal(2)


def test_another_question_in_the_form_forgets_what_was_refused() -> None:
    form = QuestionForm(desk(), "people")
    with pytest.raises(InputError):
        form.enter("least", "nhiều")
    form.show("words")
    form.show("people")
    assert form.field("least").error == ""


def test_the_first_question_can_depend_on_none_and_a_later_one_on_all_before_it() -> None:
    made = desk()
    assert [value for value, _ in QuestionForm(made, "papers").offers("asked_if")] == [""]
    assert [value for value, _ in QuestionForm(made, "people").offers("asked_if")] == ["", "papers", "why"]


def test_what_does_not_fit_any_more_is_still_shown() -> None:
    later = q("early", "I", "Zz", asked_if="shine", condition="4")
    gone = q("lost", "III", "a5", asked_if="machine", condition="Rất cũ")
    made = desk(DRAFT, later, gone)
    assert dict(QuestionForm(made, "early").offers("asked_if"))["shine"] == "(câu đứng sau hoặc đã xóa)"
    assert QuestionForm(made, "early").field("asked_if").text == "(câu đứng sau hoặc đã xóa)"
    assert dict(QuestionForm(made, "lost").offers("condition"))["Rất cũ"] == "Rất cũ (không còn)"
    assert [row.asked_if for row in ChecklistEditor(made, lambda _: 0).rows() if row.key == "lost"] == [
        "khi câu II.2 = Rất cũ"
    ]


def test_a_condition_on_a_figure_is_typed_and_on_a_verdict_chosen() -> None:
    made = desk()
    form = QuestionForm(made, "words")
    form.enter("asked_if", "people")
    assert form.spec("condition").kind is Kind.TEXT
    form.enter("condition", "10")
    assert form.field("condition").text == "10"
    form.enter("asked_if", "papers")
    assert [label for _, label in form.offers("condition")] == ["(bất kỳ)", "Đạt", "Chưa đạt", "Không áp dụng"]
    form.enter("asked_if", "")
    assert "condition" not in form.names


def test_a_question_that_is_gone_leaves_an_empty_form() -> None:
    made = desk()
    form = QuestionForm(made, "words")
    made.perform(delete_question(made.book, "words"))
    form.enter("text", "Không ai thấy")
    assert (form.names, form.shape, form.field("text").is_open, form.offers("kind")) == ((), (), False, ())


def test_a_list_in_use_shows_its_fields_closed() -> None:
    made = desk(IN_USE)
    assert not ChecklistForm(made).field("name").is_open
    assert not QuestionForm(made, "people").field("text").is_open


def test_the_lists_own_facts_are_edited_like_any_record() -> None:
    made = desk()
    form = ChecklistForm(made)
    form.enter("purpose", "Khảo sát")
    assert (made.book.get(Checklist, "c").purpose, form.stored("purpose")) == (SURVEY, SURVEY)
    assert dict(form.offers("purpose"))[SURVEY] == "Khảo sát"
    form.show("c")
    assert form.field("purpose").text == "Khảo sát"


def test_a_deleted_list_has_nothing_to_say() -> None:
    made = Desk(Book([Checklist(id="c", name="x")]), "gone", Kept())
    editor = ChecklistEditor(made, lambda _: 0)
    assert (editor.checklist, editor.about, editor.is_draft, editor.faults()) == (None, "", False, ())
    assert editor.undo() is None
