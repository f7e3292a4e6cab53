"""Turning to another question is no step to take back, and taking an answer back turns to no other question."""

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.inspections import Answer, Visit
from nscl_desktop.services.desk import Desk
from nscl_desktop.services.undo import UndoStack
from nscl_desktop.services.visit_work import answer_id, answer_question, go_to_question
from tests.inspections.sheets import book


class Kept:
    def __init__(self) -> None:
        self.steps: list[ChangeSet] = []

    def submit(self, change_set: ChangeSet) -> None:
        self.steps.append(change_set)


def entered() -> tuple[Desk, Kept]:
    """A desk on which a question was answered, and the next one looked at."""
    kept = Kept()
    desk = Desk(book(), "v", kept)
    desk.perform(answer_question(desk.book, "v", "papers", "Đạt"))
    desk.perform(go_to_question(desk.book, "v", "people"))
    return desk, kept


def test_undo_takes_the_answer_back_and_leaves_the_place() -> None:
    desk, _ = entered()
    assert desk.undo_stack.undo_words == "Trả lời câu “Hồ sơ đầy đủ”"
    desk.undo()
    assert answer_id("v", "papers") not in desk.book.table(Answer)
    assert desk.book.get(Visit, "v").at_question == "people"
    desk.redo()
    assert desk.book.get(Answer, answer_id("v", "papers")).verdict == "passed"
    assert desk.book.get(Visit, "v").at_question == "people"
    assert desk.undo_stack.redo_words is None


def test_the_same_holds_after_a_restart() -> None:
    _, kept = entered()
    stack = UndoStack(kept.steps)
    assert stack.undo_words == "Trả lời câu “Hồ sơ đầy đủ”"
    step = stack.undo()
    assert step is not None
    assert [change.entity for change in step.changes] == ["answer"]


def test_looking_at_another_question_does_not_end_what_can_be_redone() -> None:
    desk, _ = entered()
    desk.undo()
    desk.perform(go_to_question(desk.book, "v", "words"))
    assert desk.undo_stack.redo_words == "Trả lời câu “Hồ sơ đầy đủ”"
