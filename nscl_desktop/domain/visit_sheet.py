"""One visit with its check list and answers: what is asked, how far the entry is, what is missing before it can end."""

from collections.abc import Iterable
from dataclasses import dataclass

from nscl_desktop.domain.answering import answer_words, is_answered
from nscl_desktop.domain.attached_files import VisitFile
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.checklist_tree import ChecklistTree
from nscl_desktop.domain.inspections import (
    DRAFT,
    FAILED,
    HEAD,
    HOST,
    PHOTO,
    SURVEY,
    Answer,
    Checklist,
    Participant,
    Question,
    Recommendation,
    Visit,
)


@dataclass(frozen=True, slots=True)
class Lack:
    """What is to be filled in before a visit can be finished, and the question or field where that is done."""

    words: str
    question_id: str = ""
    field: str = ""


class VisitSheet:
    """A visit as the records stand now; made anew after each step, which costs next to nothing."""

    def __init__(self, book: Book, visit_id: str) -> None:
        self.visit = book.get(Visit, visit_id)
        self.checklist = book.table(Checklist).get(self.visit.checklist_id or "")
        questions = [each for each in book.table(Question).values() if each.checklist_id == self.visit.checklist_id]
        self.tree = ChecklistTree(questions)
        self.answers: dict[str, Answer] = {
            each.question_id: each
            for each in book.table(Answer).values()
            if each.visit_id == visit_id and each.question_id
        }
        people = [each for each in book.table(Participant).values() if each.visit_id == visit_id]
        self.participants = tuple(sorted(people, key=lambda each: (each.position, each.id)))
        advice = [each for each in book.table(Recommendation).values() if each.visit_id == visit_id]
        self.recommendations = tuple(sorted(advice, key=lambda each: (each.position, each.id)))
        files = [each for each in book.table(VisitFile).values() if each.visit_id == visit_id]
        self.files = tuple(sorted(files, key=lambda each: (each.position, each.id)))

    def photos_of(self, question_id: str) -> tuple[VisitFile, ...]:
        """What was photographed at a question."""
        return tuple(each for each in self.files if each.about == question_id)

    def has_answer(self, question: Question) -> bool:
        """Whether a question is answered; one that asks for a photo is, by a photo without a word."""
        is_shown = question.kind == PHOTO and bool(self.photos_of(question.id))
        return is_shown or is_answered(self.answers.get(question.id))

    def answer_words(self, question: Question) -> str:
        """The answer as it stands on paper; photos without a word are counted ("2 ảnh")."""
        words, photos = answer_words(question, self.answers.get(question.id)), self.photos_of(question.id)
        return words or (f"{len(photos)} ảnh" if question.kind == PHOTO and photos else "")

    def photo_words(self, question: Question) -> str:
        """What is said beside an answer that photos go with: "kèm 2 ảnh"; empty where they are the answer, or none."""
        count = len(self.photos_of(question.id))
        return "" if not count or self.answer_words(question) == f"{count} ảnh" else f"kèm {count} ảnh"

    @property
    def is_open(self) -> bool:
        """Whether answers may be changed: only a draft's."""
        return self.visit.state == DRAFT

    @property
    def is_survey(self) -> bool:
        """Whether the check list is a questionnaire, which has no team and no minutes to be signed."""
        return self.checklist is not None and self.checklist.purpose == SURVEY

    def asked(self) -> tuple[Question, ...]:
        """The questions to be answered, in order."""
        return self.tree.asked(self.answers)

    def answered(self) -> int:
        """How many of those asked have an answer."""
        return sum(map(self.has_answer, self.asked()))

    def unanswered(self) -> tuple[Question, ...]:
        """Those asked without an answer, needed or not."""
        return tuple(each for each in self.asked() if not self.has_answer(each))

    def failed(self) -> tuple[Question, ...]:
        """Those asked that were found chưa đạt."""
        found = [(each, self.answers.get(each.id)) for each in self.asked()]
        return tuple(question for question, answer in found if answer is not None and answer.verdict == FAILED)

    def resume_at(self) -> Question | None:
        """Where the entry goes on: where it was left, else the first question without an answer, else the last."""
        asked = self.asked()
        left = self.tree.get(self.visit.at_question)
        if left in asked:
            return left
        return next(iter(self.unanswered()), asked[-1] if asked else None)

    def beside(self, question_id: str, step: int) -> Question | None:
        """The question asked before (-1) or after (1) another; None at the ends."""
        asked = [each.id for each in self.asked()]
        if question_id not in asked:
            return self.resume_at()
        place = asked.index(question_id) + step
        return self.tree.question(asked[place]) if 0 <= place < len(asked) else None

    def lacks(self) -> tuple[Lack, ...]:
        """All that keeps the visit from being finished, in the order of the paper."""
        return (*self._head_lacks(), *self._question_lacks())

    def _head_lacks(self) -> Iterable[Lack]:
        visit = self.visit
        if visit.enterprise_id is None:
            yield Lack("đơn vị được kiểm tra", field="enterprise_id")
        if self.checklist is None:
            yield Lack("bảng kiểm", field="checklist_id")
        if len(visit.date) < len("2026-01-01"):
            yield Lack("ngày kiểm tra", field="date")
        if self.is_survey:
            return
        if not visit.location:
            yield Lack("địa điểm", field="location")
        roles = {each.role for each in self.participants}
        for role, words in ((HEAD, "trưởng đoàn"), (HOST, "đại diện đơn vị")):
            if role not in roles:
                yield Lack(f"họ tên {words}", field="participants")

    def _question_lacks(self) -> Iterable[Lack]:
        for each in self.unanswered():
            if each.is_required:
                yield Lack(f"câu {self.tree.full_number(each)}", question_id=each.id)
