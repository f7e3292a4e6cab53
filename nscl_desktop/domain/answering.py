"""Answers by kind of question: what is accepted, what counts as answered, and how an answer reads on paper."""

from decimal import Decimal
from typing import TypedDict

from nscl_desktop.domain.errors import Bug, InputError
from nscl_desktop.domain.inspections import (
    CHOICE,
    HEADING,
    NUMBER,
    SCORE,
    VERDICT,
    VERDICTS,
    Answer,
    Question,
)
from nscl_desktop.domain.money import format_quantity
from nscl_desktop.domain.money_reading import parse_quantity
from nscl_desktop.domain.text import nfc, quoted, same_text

FIGURES = (NUMBER, SCORE)
_VERDICT_LABELS = dict(VERDICTS)


class Given(TypedDict):
    """The fields of an answer that a question's kind fills; the others are empty."""

    verdict: str
    number: Decimal | None
    text: str


def given(question: Question, text: str) -> Given:
    """What a typed or chosen text answers; an empty text takes the answer back.

    A verdict is its stored word or its label; figures are read in any Vietnamese form (1.290,84). InputError says
    which question does not take the text, and why.
    """
    empty = Given(verdict="", number=None, text="")
    if question.kind == HEADING:
        raise Bug("Mục của bảng kiểm không có câu trả lời.")
    written = nfc(text).strip()
    if not written:
        return empty
    if question.kind == VERDICT:
        return {**empty, "verdict": _verdict(question, written)}
    if question.kind in FIGURES:
        return {**empty, "number": _figure(question, written)}
    if question.kind == CHOICE:
        return {**empty, "text": _choice(question, written)}
    return {**empty, "text": written}


def is_answered(answer: Answer | None) -> bool:
    """Whether a question has an answer; a note alone is none."""
    return answer is not None and (bool(answer.verdict or answer.text) or answer.number is not None)


def typed(question: Question, answer: Answer | None) -> str:
    """The answer as it is typed again: the stored word of a verdict, a figure without its unit."""
    if answer is None:
        return ""
    if question.kind == VERDICT:
        return answer.verdict
    if question.kind in FIGURES:
        return "" if answer.number is None else format_quantity(answer.number)
    return answer.text


def answer_words(question: Question, answer: Answer | None) -> str:
    """The answer as it stands on paper: "Chưa đạt", "12,5 người", "4/5 điểm"; empty for none."""
    words = typed(question, answer)
    if not words:
        return ""
    if question.kind == VERDICT:
        return _VERDICT_LABELS[words]
    if question.kind == SCORE:
        most = f"/{format_quantity(question.most)}" if question.most is not None else ""
        return f"{words}{most} {question.unit or 'điểm'}"
    return f"{words} {question.unit}".strip() if question.kind == NUMBER else words


def answers_condition(question: Question, answer: Answer | None, condition: str) -> bool:
    """Whether a question was answered with ``condition``; an empty condition wants any answer.

    A verdict answers to its label and to its stored word, a figure to the same figure however it is written.
    """
    if not is_answered(answer):
        return False
    if not condition.strip():
        return True
    typed_words = typed(question, answer)
    if question.kind in FIGURES:
        try:
            return answer is not None and parse_quantity(condition) == answer.number
        except InputError:
            return False
    return same_text(condition, typed_words) or same_text(condition, answer_words(question, answer))


def bounds_words(question: Question) -> str:
    """What a figure must lie between, for the screen: "từ 0 đến 5"; empty where there is no bound."""
    least, most = _bounds(question)
    words = [f"từ {format_quantity(least)}" if least is not None else ""]
    words.append(f"đến {format_quantity(most)}" if most is not None else "")
    return " ".join(filter(None, words))


def _bounds(question: Question) -> tuple[Decimal | None, Decimal | None]:
    return question.least, question.most


def _verdict(question: Question, text: str) -> str:
    for stored, label in VERDICTS[1:]:
        if text == stored or same_text(text, label):
            return stored
    offered = ", ".join(label for _, label in VERDICTS[1:])
    raise InputError(f"{_name(question)} trả lời bằng một trong: {offered}; không nhận {quoted(text)}.")


def _figure(question: Question, text: str) -> Decimal | None:
    number = parse_quantity(text)
    least, most = _bounds(question)
    if number is None or ((least is None or number >= least) and (most is None or number <= most)):
        return _not_negative(question, number)
    raise InputError(f"{_name(question)} nhận số {bounds_words(question)}; {quoted(text)} nằm ngoài, hãy xem lại.")


def _not_negative(question: Question, number: Decimal | None) -> Decimal | None:
    if number is not None and number < 0:
        raise InputError(f"{_name(question)} không nhận số âm; hãy xem lại số đã nhập.")
    return number


def _choice(question: Question, text: str) -> str:
    for option in question.options:
        if same_text(option, text):
            return option
    offered = ", ".join(question.options)
    raise InputError(f"{_name(question)} chỉ có các lựa chọn: {offered}; không có {quoted(text)}.")


def _name(question: Question) -> str:
    return f"Câu {quoted(question.text)}"
