"""Edits change memory at once; refused ones are taken back; undo and redo follow the journal over a restart."""

from datetime import datetime

import pytest

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import ConflictError, InputError
from nscl_desktop.domain.findings import Finding, Severity
from nscl_desktop.services import plan_life
from nscl_desktop.services.desk import Changed, Refused
from nscl_desktop.services.editing import set_cell, set_field
from nscl_desktop.services.printing import draft_mark
from nscl_desktop.services.undo import UndoStack
from nscl_desktop.services.workspace import PlanDesk, saved_sentence
from tests.small_plans import NSNN, PLAN, edit, usual


class Queue:
    """A writer that only remembers what it was given."""

    def __init__(self) -> None:
        self.steps: list[ChangeSet] = []

    def submit(self, change_set: ChangeSet) -> None:
        """Remember the step."""
        self.steps.append(change_set)


def _desk() -> tuple[PlanDesk, Queue]:
    queue = Queue()
    return PlanDesk(usual().budget().book, PLAN, queue), queue


def _edit(desk: PlanDesk, amount: int) -> ChangeSet:
    return set_cell(desk.budget, "II", 2022, NSNN, "amount", amount)


def test_an_edit_moves_totals_at_once_and_is_queued_and_told() -> None:
    desk, queue = _desk()
    told: list[Changed | Refused] = []
    desk.subscribe(told.append)
    step = _edit(desk, 6_000_000)
    assert desk.perform(step) == {"II", ""}
    assert desk.budget.total() == 46_000_000
    assert queue.steps == [step]
    assert told == [Changed(step, frozenset({"II", ""}))]
    assert desk.unsaved == 1
    desk.mark_saved(step.id)
    assert desk.unsaved == 0


def test_an_empty_step_is_no_step() -> None:
    desk, queue = _desk()
    assert desk.perform(_edit(desk, 5_000_000)) == frozenset()
    assert queue.steps == []


def test_undo_and_redo_walk_through_the_steps_by_name() -> None:
    desk, _ = _desk()
    desk.perform(_edit(desk, 6_000_000))
    desk.perform(_edit(desk, 7_000_000))
    assert desk.undo_stack.undo_words == "Sửa số tiền năm 2022 của mục II"
    desk.undo()
    desk.undo()
    assert desk.budget.total("II") == 5_000_000
    assert desk.undo() is None
    desk.redo()
    desk.redo()
    assert desk.budget.total("II") == 7_000_000
    assert desk.redo() is None
    assert desk.undo_stack.redo_words is None


def test_a_fresh_step_ends_what_could_be_redone() -> None:
    desk, _ = _desk()
    desk.perform(_edit(desk, 6_000_000))
    desk.undo()
    desk.perform(_edit(desk, 8_000_000))
    assert desk.redo() is None
    assert desk.budget.total("II") == 8_000_000


def test_undo_continues_after_a_restart() -> None:
    desk, queue = _desk()
    desk.perform(_edit(desk, 6_000_000))
    desk.perform(_edit(desk, 7_000_000))
    desk.undo()
    again = PlanDesk(desk.book, PLAN, Queue(), UndoStack(queue.steps))
    again.redo()
    assert again.budget.total("II") == 7_000_000
    again.undo()
    again.undo()
    assert again.budget.total("II") == 5_000_000


def test_undo_of_an_older_step_is_itself_a_step() -> None:
    first = ChangeSet("Một", ())
    second = ChangeSet("Hai", ())
    back = ChangeSet("Hoàn tác: Một", (), undoes=first.id)
    stack = UndoStack([first, second, back])
    assert stack.undo_words == "Một"
    assert stack.redo_words is None


def test_refused_steps_are_taken_back_in_memory_and_in_the_stack() -> None:
    desk, _ = _desk()
    told: list[Changed | Refused] = []
    kept, refused, after = _edit(desk, 6_000_000), None, None
    desk.perform(kept)
    desk.mark_saved(kept.id)
    refused = _edit(desk, 7_000_000)
    desk.perform(refused)
    after = _edit(desk, 8_000_000)
    desk.perform(after)
    desk.subscribe(told.append)
    desk.take_back([refused.id, after.id], "Ổ đĩa đầy")
    assert desk.budget.total("II") == 6_000_000
    assert told == [Refused("Ổ đĩa đầy", (refused, after))]
    desk.undo()
    assert desk.budget.total("II") == 5_000_000


def test_a_step_made_for_other_data_changes_nothing() -> None:
    desk, queue = _desk()
    stale = _edit(desk, 6_000_000)
    desk.perform(_edit(desk, 7_000_000))
    with pytest.raises(ConflictError, match="Số tiền"):
        desk.perform(stale)
    assert desk.budget.total("II") == 7_000_000
    assert len(queue.steps) == 1


def test_a_submitted_plan_refuses_edits_and_its_submission_can_be_undone() -> None:
    desk, _ = _desk()
    desk.perform(plan_life.submit(desk.book, PLAN))
    with pytest.raises(InputError):
        desk.perform(set_field(desk.budget, desk.budget.tree.line("II"), "text", "Khác"))
    desk.undo()
    desk.perform(set_field(desk.budget, desk.budget.tree.line("II"), "text", "Khác"))
    assert desk.budget.tree.line("II").text == "Khác"


def test_findings_follow_edits() -> None:
    desk, _ = _desk()
    assert [each.code for each in desk.findings()] == ["P601"]
    for year in (2024, 2025):
        desk.perform(set_cell(desk.budget, "II", year, NSNN, "amount", 1))
    assert desk.findings() == ()


def test_the_draft_mark_stands_until_errors_are_mended_or_accepted() -> None:
    error = Finding("S101", Severity.ERROR, "a", "b")
    warning = Finding("P601", Severity.WARNING, "a", "b")
    accepted = Finding("S101", Severity.ERROR, "a", "b", waived="có công văn")
    assert draft_mark([warning, error]) == "DỰ THẢO"
    assert draft_mark([warning, accepted]) == ""


def test_the_desk_shows_its_plan_as_it_stands() -> None:
    desk, _ = _desk()
    desk.perform(set_field(desk.budget, desk.plan, "title", "Kế hoạch khác"))
    assert desk.plan.title == "Kế hoạch khác"


def test_the_status_bar_says_when_it_was_saved() -> None:
    assert saved_sentence(datetime(2026, 11, 22, 10, 42, 7)) == "Đã lưu 10:42:07"


def test_a_locked_plan_opens_again_only_by_taking_the_step_back() -> None:
    desk, _ = _desk()
    for field, value in (("number", "1/KH-UBND"), ("date", "2022-01-05")):
        desk.perform(set_field(desk.budget, desk.plan, field, value))
    desk.perform(plan_life.issue(desk.book, PLAN))
    stolen = ChangeSet("Mở khóa", (edit(desk.plan, status="draft"), edit(desk.budget.tree.line("I.1"), price=1)))
    with pytest.raises(InputError, match="đã khóa"):
        desk.perform(stolen)
    desk.perform(plan_life.correct_form(
        desk.book, desk.budget.tree.line("II"), "text", "Đúng", plan_id=PLAN, reason="Sai chính tả"
    ))  # fmt: skip
    desk.undo()
    desk.undo()
    assert (desk.plan.status, desk.budget.tree.line("II").text) == ("draft", "Mục II")
    desk.redo()
    assert desk.plan.status == "issued"
