"""What is wrong with a check list before it can be used: each fault is a sentence at its question.

A list with such a fault would ask a question never, always, or without a way to answer it; whoever stands at the site
with it cannot mend it there.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from nscl_desktop.domain.answering import answers_condition, given
from nscl_desktop.domain.checklist_tree import ChecklistTree
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.inspections import CHOICE, HEADING, PHOTO, TEXT, Answer, Question
from nscl_desktop.domain.text import match_key, quoted

NEW_HEADING, NEW_QUESTION = "Mục mới", "Câu hỏi mới"
"""What a heading or question says until something is typed."""


@dataclass(frozen=True, slots=True)
class ChecklistFault:
    """A sentence on one question; ``question_id`` "" is the list itself."""

    question_id: str
    sentence: str


def checklist_faults(tree: ChecklistTree) -> tuple[ChecklistFault, ...]:
    """All faults in the order of the list; empty for one that can be put in use."""
    if not tree.questions():
        return (ChecklistFault("", "Bảng kiểm chưa có câu hỏi nào nên chưa dùng được; hãy thêm câu hỏi."),)
    order = {each.id: place for place, (_, each) in enumerate(tree.walk())}
    return tuple(
        ChecklistFault(each.id, sentence) for _, each in tree.walk() for sentence in _sentences(tree, each, order)
    )


def _sentences(tree: ChecklistTree, question: Question, order: dict[str, int]) -> Iterator[str]:
    name = called(tree, question)
    if question.text in {NEW_HEADING, NEW_QUESTION}:
        yield f"{name} chưa có nội dung; hãy ghi nội dung hoặc xóa đi."
    if question.kind == HEADING and not tree.children(question.id):
        yield f"{name} chưa có câu hỏi nào bên dưới; hãy thêm câu hỏi hoặc xóa mục."
    if question.kind == CHOICE:
        yield from _of_options(name, question)
    if question.asked_if is not None:
        yield from _of_condition(tree, name, question, order)


def _of_options(name: str, question: Question) -> Iterator[str]:
    if len(question.options) < 2:
        yield f"{name} cần ít nhất hai lựa chọn; hãy ghi mỗi lựa chọn một dòng."
    twice = [words for words, count in Counter(map(match_key, question.options)).items() if count > 1]
    if twice:
        found = next(option for option in question.options if match_key(option) == twice[0])
        yield f"{name} có lựa chọn {quoted(found)} ghi hai lần; hãy bỏ bớt một."


def _of_condition(tree: ChecklistTree, name: str, question: Question, order: dict[str, int]) -> Iterator[str]:
    other = tree.get(question.asked_if)
    if other is None:
        yield f"{name} chỉ hỏi theo một câu không còn trong bảng kiểm; hãy chọn câu khác hoặc bỏ điều kiện."
    elif other.kind == HEADING:
        yield f"{name} chỉ hỏi theo {called(tree, other, in_sentence=True)}, là mục nên không có câu trả lời."
    elif order[other.id] > order[question.id]:
        yield (
            f"{name} chỉ hỏi theo {called(tree, other, in_sentence=True)} đứng sau nó;"
            " hãy chuyển câu ấy lên trước hoặc chọn câu khác."
        )
    elif not can_be_answered(other, question.condition):
        yield (
            f"{name} chỉ hỏi khi {called(tree, other, in_sentence=True)} được trả lời là {quoted(question.condition)},"
            " nhưng câu ấy không có câu trả lời này; hãy chọn lại."
        )


def can_be_answered(question: Question, condition: str) -> bool:
    """Whether some answer of the question meets a condition; an empty one is met by any."""
    if not condition.strip() or question.kind in {TEXT, PHOTO}:
        return True
    try:
        answer = Answer(id="", visit_id="", question_id=question.id, **given(question, condition))
    except InputError:
        return False
    return answers_condition(question, answer, condition)


def called(tree: ChecklistTree, question: Question, *, in_sentence: bool = False) -> str:
    """How a sentence calls a question: Câu 1.2 “Thiếu gì”."""
    noun = "Mục" if question.kind == HEADING else "Câu"
    return f"{noun.lower() if in_sentence else noun} {tree.full_number(question)} {quoted(question.text)}"
