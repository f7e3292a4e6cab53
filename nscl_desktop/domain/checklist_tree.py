"""The questions of a check list in their order, and which of them are asked in view of what was answered.

A question is asked if the one it depends on is asked itself and was answered as its condition says. What depends on a
question that is not in the list any more is asked: a question too many does no harm, a lost one does.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from nscl_desktop.domain.answering import answers_condition
from nscl_desktop.domain.errors import Bug
from nscl_desktop.domain.inspections import HEADING, Answer, Question

_ROMANS = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))

Answers = Mapping[str, Answer]
"""Answers of one visit by the key of their question."""


class ChecklistTree:
    """The headings and questions of one version of a check list."""

    def __init__(self, questions: Iterable[Question]) -> None:
        self._by_id = {each.id: each for each in questions}
        self._children: dict[str, list[Question]] = defaultdict(list)
        for each in sorted(self._by_id.values(), key=lambda question: (question.place.position, question.id)):
            parent = each.place.parent if each.place.parent in self._by_id else ""
            self._children[parent].append(each)

    def question(self, key: str) -> Question:
        """The question with this key; its absence is a fault of the program."""
        if key not in self._by_id:
            raise Bug(f"Không có câu hỏi với khóa {key} trong bảng kiểm.")
        return self._by_id[key]

    def get(self, key: str | None) -> Question | None:
        """The question with this key, if it is in this version."""
        return self._by_id.get(key or "")

    def children(self, parent: str = "") -> tuple[Question, ...]:
        """What stands right below a heading or question, in order; "" is the top."""
        return tuple(self._children.get(parent, ()))

    def walk(self, parent: str = "", depth: int = 0) -> Iterator[tuple[int, Question]]:
        """Depth and question in the order of the paper."""
        for each in self.children(parent):
            yield depth, each
            yield from self.walk(each.id, depth + 1)

    def questions(self) -> tuple[Question, ...]:
        """All that can be answered, in order; headings are left out."""
        return tuple(each for _, each in self.walk() if each.kind != HEADING)

    def above(self, question: Question) -> tuple[Question, ...]:
        """What the question stands below, outermost first."""
        found: list[Question] = []
        parent = self.get(question.place.parent)
        while parent is not None and parent not in found:
            found.insert(0, parent)
            parent = self.get(parent.place.parent)
        return tuple(found)

    def section(self, question: Question) -> Question | None:
        """The heading under which a question is counted: the innermost one above it."""
        return next((each for each in reversed(self.above(question)) if each.kind == HEADING), None)

    def number(self, question: Question) -> str:
        """The printed number: what the office wrote, else I, II … for headings at the top and 1, 1.1 … below."""
        if question.label:
            return question.label
        above = self.above(question)
        chain = [*above, question]
        if chain[0].kind == HEADING:
            if len(chain) == 1:
                return _roman(self._place(question))
            chain = chain[1:]
        return ".".join(str(self._place(each)) for each in chain)

    def full_number(self, question: Question) -> str:
        """The number with that of its section in front, since each section counts anew: I.2."""
        section = self.section(question)
        return f"{self.number(section)}.{self.number(question)}" if section else self.number(question)

    def _place(self, question: Question) -> int:
        """1 for the first of its kind (heading at the top, question …) among its siblings."""
        parent = question.place.parent if question.place.parent in self._by_id else ""
        alike = [each for each in self._children[parent] if (each.kind == HEADING) == (question.kind == HEADING)]
        return (self._children[parent] if parent else alike).index(question) + 1

    def is_asked(self, question: Question, answers: Answers) -> bool:
        """Whether the question, and all that it stands below or depends on, is to be asked."""
        return self._is_asked(question, answers, frozenset())

    def _is_asked(self, question: Question, answers: Answers, seen: frozenset[str]) -> bool:
        if (
            question.id in seen
        ):  # a ring of conditions, as two joined edits can make one: none of them may hide a question
            return True
        seen |= {question.id}
        above = self.get(question.place.parent)
        if above is not None and not self._is_asked(above, answers, seen):
            return False
        asked_if = self.get(question.asked_if)
        if asked_if is None:
            return True
        if not self._is_asked(asked_if, answers, seen):
            return False
        return answers_condition(asked_if, answers.get(asked_if.id), question.condition)

    def asked(self, answers: Answers) -> tuple[Question, ...]:
        """The questions to be answered, in order."""
        return tuple(each for each in self.questions() if self.is_asked(each, answers))


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMANS:
        written += letters * (number // value)
        number %= value
    return written
