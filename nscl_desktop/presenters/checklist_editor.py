"""One check list on the desk: its outline, what can be done with it now, and what is wrong with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from nscl_desktop.domain.answering import bounds_words
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.checklist_faults import ChecklistFault, checklist_faults
from nscl_desktop.domain.checklist_tree import ChecklistTree
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.inspections import (
    CHECKLIST_STATES,
    CHOICE,
    DRAFT,
    HEADING,
    NUMBER,
    PURPOSES,
    QUESTION_KINDS,
    SCORE,
    VERDICT,
    Checklist,
    Question,
)
from nscl_desktop.domain.naming import shortened
from nscl_desktop.services import checklist_editing as editing
from nscl_desktop.services.desk import Desk

_SHORT_KINDS = {**dict(QUESTION_KINDS), VERDICT: "Đạt / chưa đạt"}


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """One heading or question in the outline."""

    key: str
    depth: int
    number: str
    text: str
    answered_by: str
    """How it is answered: kind, bounds, options."""
    asked_if: str
    """On what it depends, in words; empty where it is always asked."""
    is_heading: bool
    is_required: bool
    fault: str


class ChecklistEditor:
    """Edits one version; ``visits`` counts the visits made by a version."""

    def __init__(self, desk: Desk, visits: Callable[[str], int]) -> None:
        self.desk, self._visits = desk, visits

    @property
    def key(self) -> str:
        """The check list's key."""
        return self.desk.root_id

    @property
    def checklist(self) -> Checklist | None:
        """The version as it stands; None once it is deleted."""
        return self.desk.book.table(Checklist).get(self.key)

    @property
    def _tree(self) -> ChecklistTree:
        return editing.tree_of(self.desk.book, self.key)

    @property
    def is_draft(self) -> bool:
        """Whether it can be edited."""
        return self.checklist is not None and self.checklist.state == DRAFT

    @property
    def about(self) -> str:
        """Purpose, version, state and use in one line."""
        checklist = self.checklist
        if checklist is None:
            return ""
        count = self._visits(self.key)
        used = f"đã dùng cho {count} lần" if count else "chưa dùng lần nào"
        state = dict(CHECKLIST_STATES)[checklist.state].lower()
        return " · ".join((dict(PURPOSES)[checklist.purpose], f"phiên bản {checklist.version}", state, used))

    def rows(self) -> tuple[OutlineRow, ...]:
        """The outline in order."""
        tree = self._tree
        faults = {fault.question_id: fault.sentence for fault in reversed(self.faults())}
        return tuple(
            OutlineRow(
                each.id, depth, tree.number(each), each.text, _answered_by(each), condition_words(tree, each),
                each.kind == HEADING, each.is_required, faults.get(each.id, ""),
            )
            for depth, each in tree.walk()
        )  # fmt: skip

    def faults(self) -> tuple[ChecklistFault, ...]:
        """What is to be mended before it can be used; nothing for one that was put in use."""
        return checklist_faults(self._tree) if self.is_draft else ()

    # -- editing ----------------------------------------------------------------------------------------------------

    def add(self, behind: str, *, heading: bool = False) -> str:
        """A new question behind another one, of the kind of that one, or a heading behind its section; the key."""
        tree = self._tree
        anchor = tree.get(behind)
        if heading and anchor is not None and anchor.kind != HEADING:
            anchor = tree.section(anchor) or anchor
        kind = HEADING if heading else VERDICT if anchor is None or anchor.kind == HEADING else anchor.kind
        step = editing.add_question(self.desk.book, self.key, anchor.id if anchor else "", kind)
        self.desk.perform(step)
        return step.changes[0].id

    def rename(self, key: str, text: str) -> None:
        """Another text for a heading or question."""
        self.desk.perform(editing.set_question_field(self.desk.book, key, "text", text))

    def move(self, key: str, step: Literal[-1, 1]) -> None:
        """Up or down."""
        self.desk.perform(editing.move_question(self.desk.book, key, step))

    def shift(self, key: str, step: Literal[-1, 1]) -> None:
        """A level in or out."""
        self.desk.perform(editing.shift_question(self.desk.book, key, step))

    def delete(self, key: str) -> str:
        """Delete a question, or a heading with all below it; what was done."""
        step = editing.delete_question(self.desk.book, key)
        self.desk.perform(step)
        return f"Đã {step.words[:1].lower()}{step.words[1:]}"

    def put_in_use(self) -> None:
        """Close the draft for use; InputError names the first fault."""
        self.desk.perform(editing.put_in_use(self.desk.book, self.key))

    def retire(self) -> None:
        """Offer it no more."""
        self.desk.perform(editing.retire(self.desk.book, self.key))

    def undo(self) -> ChangeSet | None:
        """Take back the last step. InputError where that would make a draft of a list that visits were made by."""
        step = self.desk.undo_stack.undo()
        back = [each for each in step.changes if each.id == self.key] if step else []
        if any((each.after or {}).get("state") == DRAFT for each in back) and self._visits(self.key):
            raise InputError("Bảng kiểm đã được dùng nên không rút về đang soạn được; hãy lập phiên bản mới.")
        if step:
            self.desk.perform(step)
        return step


def condition_words(tree: ChecklistTree, question: Question) -> str:
    """On what a question depends: “khi câu 1.1 = Chưa đạt”."""
    if question.asked_if is None:
        return ""
    other = tree.get(question.asked_if)
    named = f"câu {tree.full_number(other)}" if other else "câu đã xóa"
    return f"khi {named} = {question.condition}" if question.condition else f"khi {named} có trả lời"


def earlier_questions(tree: ChecklistTree, question: Question) -> Sequence[tuple[str, str]]:
    """Key and name of what a question may depend on: the questions before it."""
    found = []
    for _, each in tree.walk():
        if each.id == question.id:
            break
        if each.kind != HEADING:
            found.append((each.id, f"{tree.full_number(each)}. {shortened(each.text, 48)}"))
    return found


def _answered_by(question: Question) -> str:
    if question.kind == HEADING:
        return ""
    words = _SHORT_KINDS[question.kind]
    if question.kind == CHOICE:
        return f"{words}: {' / '.join(question.options)}"
    if question.kind in (NUMBER, SCORE):
        detail = " ".join(filter(None, (bounds_words(question), question.unit)))
        return f"{words} ({detail})" if detail else words
    return words
