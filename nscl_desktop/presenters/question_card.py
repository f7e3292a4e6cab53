"""One question as the entry screen shows it: its words, what one press answers, the answer and the note."""

from nscl_desktop.domain.answering import FIGURES, bounds_words, typed
from nscl_desktop.domain.inspections import CHOICE, SCORE, VERDICT, VERDICTS, Question
from nscl_desktop.domain.visit_sheet import VisitSheet

_MOST_BUTTONS = 9
"""As many answers can be given by one digit."""


class QuestionCard:
    """A question of a visit, or the lack of any."""

    def __init__(self, sheet: VisitSheet, question: Question | None) -> None:
        self._sheet, self.question = sheet, question

    @property
    def is_open(self) -> bool:
        """Whether it may be answered."""
        return self.question is not None and self._sheet.is_open

    @property
    def place_words(self) -> str:
        """The heading above the question in front."""
        if self.question is None:
            return ""
        above = self._sheet.tree.above(self.question)
        return " › ".join(f"{self._sheet.tree.number(each)}. {each.text}" for each in above)

    @property
    def question_words(self) -> str:
        """Number and text of the question, with a mark where it has to be answered."""
        if self.question is None:
            return "Bảng kiểm chưa có câu hỏi nào."
        star = " *" if self.question.is_required else ""
        return f"{self._sheet.tree.number(self.question)}. {self.question.text}{star}"

    @property
    def hint_words(self) -> str:
        """What the office noted for whoever asks, and the bounds of a figure."""
        if self.question is None:
            return ""
        bounds = bounds_words(self.question) if self.question.kind in FIGURES else ""
        unit = self.question.unit if self.question.kind in FIGURES else ""
        return " · ".join(filter(None, (self.question.hint, bounds, f"đơn vị: {unit}" if unit else "")))

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """What one press answers, as (typed, label with its digit); empty where something has to be typed."""
        question = self.question
        if question is None:
            return ()
        if question.kind == VERDICT:
            return tuple((stored, f"{place}   {label}") for place, (stored, label) in enumerate(VERDICTS[1:], start=1))
        if question.kind == CHOICE and len(question.options) <= _MOST_BUTTONS:
            return tuple((option, f"{place}   {option}") for place, option in enumerate(question.options, start=1))
        if question.kind == SCORE and question.most is not None:
            points = range(int(question.least or 0), int(question.most) + 1)
            if len(points) <= _MOST_BUTTONS and question.most == int(question.most):
                return tuple((str(each), str(each)) for each in points)
        return ()

    @property
    def is_long(self) -> bool:
        """Whether the answer is words, which may take several lines."""
        return self.question is not None and not self.choices and self.question.kind not in FIGURES

    @property
    def answer(self) -> str:
        """The answer of the question in front, as it is typed."""
        return typed(self.question, self._sheet.answers.get(self.question.id)) if self.question else ""

    @property
    def note(self) -> str:
        """The note beside it."""
        known = self._sheet.answers.get(self.question.id) if self.question else None
        return known.note if known else ""

    @property
    def has_notes(self) -> bool:
        """Answers in words need no note."""
        return self.question is not None and not self.is_long
