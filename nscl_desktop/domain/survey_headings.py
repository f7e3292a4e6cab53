"""A questionnaire in Excel: headings of its columns and rows, on which form, reader and summary agree."""

from collections.abc import Mapping
from typing import NamedTuple

from nscl_desktop.domain.checklist_tree import ChecklistTree
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.inspections import Answer, Question


class FormRow(NamedTuple):
    """A unit in the form that goes out, with the ISO day and the answers known of it."""

    unit: Enterprise
    date: str
    answers: Mapping[str, Answer]


def heading_of(tree: ChecklistTree, question: Question) -> str:
    """Number, words, unit, and the mark of what has to be answered: "I.1. Số lao động hiện có (người) *"."""
    unit = f" ({question.unit})" if question.unit else ""
    return f"{tree.full_number(question)}. {question.text}{unit}{' *' if question.is_required else ''}"
