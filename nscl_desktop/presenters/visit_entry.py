"""Entering a visit on the spot: one question after the other, every answer a step of its own, the place remembered."""

from typing import Protocol

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.inspections import (
    SURVEY,
    VISIT_STATES,
    Question,
)
from nscl_desktop.domain.visit_sheet import Lack, VisitSheet
from nscl_desktop.presenters.question_card import QuestionCard
from nscl_desktop.services.visit_work import answer_question, correct, finish, go_to_question, sign


class VisitDesk(Protocol):
    """A visit with all that belongs to it on the desk."""

    @property
    def book(self) -> Book:
        """The visit, its check list, and its unit."""

    @property
    def unsaved(self) -> int:
        """Steps still on their way to the file."""

    def perform(self, change_set: ChangeSet) -> object:
        """Make a step in memory and queue it."""


class VisitEntry:
    """The question in front and what can be done with it."""

    def __init__(self, desk: VisitDesk, visit_id: str) -> None:
        self._desk, self.visit_id = desk, visit_id
        self.sheet = VisitSheet(desk.book, visit_id)
        self.question: Question | None = self.sheet.resume_at()

    @property
    def is_saved(self) -> bool:
        """Whether everything typed so far is on disk."""
        return self._desk.unsaved == 0

    @property
    def title(self) -> str:
        """The unit that is visited."""
        unit = self._desk.book.table(Enterprise).get(self.sheet.visit.enterprise_id or "")
        return unit.name if unit else "Chưa chọn đơn vị"

    @property
    def state_words(self) -> str:
        """The state of the visit, with the version of a correction."""
        visit = self.sheet.visit
        version = f" · bản sửa lần {visit.version - 1}" if visit.corrects else ""
        return f"{dict(VISIT_STATES)[visit.state]}{version}"

    @property
    def progress(self) -> tuple[int, int]:
        """Answered, asked."""
        return self.sheet.answered(), len(self.sheet.asked())

    @property
    def progress_words(self) -> str:
        """How far the entry is: “12/18 câu đã trả lời”."""
        answered, asked = self.progress
        return f"{answered}/{asked} câu đã trả lời"

    @property
    def card(self) -> QuestionCard:
        """The question in front with its answer, as it is shown."""
        return QuestionCard(self.sheet, self.question)

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """What keeps the visit from being finished."""
        return self.sheet.lacks()

    @property
    def finish_words(self) -> str:
        """The verb that ends the entry."""
        is_survey = self.sheet.checklist is not None and self.sheet.checklist.purpose == SURVEY
        return "Kết thúc khảo sát" if is_survey else "Kết thúc kiểm tra"

    def enter(self, text: str, note: str) -> None:
        """Keep what stands in the fields of the question in front; InputError leaves all as it was."""
        if self.question is None or not self.sheet.is_open or (text, note) == (self.card.answer, self.card.note):
            return
        self._perform(answer_question(self._desk.book, self.visit_id, self.question.id, text, note))

    def step(self, way: int) -> bool:
        """Go to the next (1) or former (-1) question that is asked; False at the ends."""
        if self.question is None:
            return False
        beside = self.sheet.beside(self.question.id, way)
        if beside is None:
            return False
        self.go_to(beside.id)
        return True

    def go_to(self, question_id: str) -> None:
        """Put another question in front and remember the place."""
        self.question = self.sheet.tree.question(question_id)
        self._perform(go_to_question(self._desk.book, self.visit_id, question_id))

    def follow(self) -> None:
        """The desk took steps back that could not be saved: everything is as it was before them."""
        self.sheet = VisitSheet(self._desk.book, self.visit_id)

    def finish(self) -> None:
        """Finish on the spot; InputError names what is missing."""
        self._perform(finish(self._desk.book, self.visit_id))

    def sign(self) -> None:
        """Note that the minutes have been signed."""
        self._perform(sign(self._desk.book, self.visit_id))

    def correct(self, reason: str) -> ChangeSet:
        """The step that makes the next version; its scope is the key of the new draft, which is opened instead."""
        return correct(self._desk.book, self.visit_id, reason)

    def _perform(self, step: ChangeSet) -> None:
        self._desk.perform(step)
        self.sheet = VisitSheet(self._desk.book, self.visit_id)
