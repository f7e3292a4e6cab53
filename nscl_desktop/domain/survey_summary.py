"""A survey summed up by question, for all units or by sector and size, as plain data for tables and charts.

Counts are of visits in which the question was asked. A visit that was corrected counts once, with its last version;
drafts do not count unless asked for. Shares are percent of those who answered, to a tenth.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from statistics import median

from nscl_desktop.domain.answering import FIGURES, is_answered
from nscl_desktop.domain.checklist_tree import ChecklistTree
from nscl_desktop.domain.inspections import CHOICE, DRAFT, VERDICT, VERDICTS, Answer, Question, Visit
from nscl_desktop.domain.size_class import Size
from nscl_desktop.domain.sorting import sort_key

_TENTH, _HUNDREDTH = Decimal("0.1"), Decimal("0.01")
UNKNOWN = "Chưa rõ"
OTHER = "Khác"
"""Answers that are none of the options: from another machine, or of an earlier wording."""
SIZES = tuple(size.value.capitalize() for size in Size if size is not Size.UNKNOWN)
"""Size classes as groups, in their order."""


class Grouping(StrEnum):
    """By what the units are told apart."""

    NONE = "none"
    SECTOR = "sector"
    SIZE = "size"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Case:
    """One unit's answers, with the groups that the unit is in ("" where that is not known)."""

    visit: Visit
    answers: Mapping[str, Answer]
    sector: str = ""
    size: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """How many chose an answer; percent of those who answered."""

    label: str
    count: int
    percent: Decimal | None


@dataclass(frozen=True, slots=True)
class QuestionSummary:
    """One question in one group of units ("" for all). Figures only for numbers and points, shares only for choices."""

    question_id: str
    number: str
    text: str
    group: str
    asked: int
    answered: int
    shares: tuple[Share, ...] = ()
    mean: Decimal | None = None
    median: Decimal | None = None
    least: Decimal | None = None
    most: Decimal | None = None
    texts: tuple[str, ...] = ()


def counted(cases: Iterable[Case], *, with_drafts: bool = False) -> tuple[Case, ...]:
    """The cases that count: last versions, finished unless drafts are wanted."""
    known = list(cases)
    ready = [each for each in known if with_drafts or each.visit.state != DRAFT]
    corrected = {each.visit.corrects for each in ready}
    return tuple(each for each in ready if each.visit.id not in corrected)


def summary(tree: ChecklistTree, cases: Sequence[Case]) -> tuple[QuestionSummary, ...]:
    """Every question over all cases, in the order of the list."""
    return tuple(_summed(tree, question, "", cases) for question in tree.questions())


def summary_by_sector(tree: ChecklistTree, cases: Sequence[Case]) -> tuple[QuestionSummary, ...]:
    """Every question for each sector, sectors by name, units whose sector is not known last."""
    return summary_by(tree, cases, Grouping.SECTOR)


def summary_by_size(tree: ChecklistTree, cases: Sequence[Case]) -> tuple[QuestionSummary, ...]:
    """Every question for each size class, from siêu nhỏ upwards."""
    return summary_by(tree, cases, Grouping.SIZE)


def summary_by(tree: ChecklistTree, cases: Sequence[Case], grouping: Grouping) -> tuple[QuestionSummary, ...]:
    """Every question for each group that has a case."""
    members = members_of(cases, grouping)
    return tuple(_summed(tree, question, name, members[name]) for question in tree.questions() for name in members)


def members_of(cases: Sequence[Case], grouping: Grouping) -> dict[str, list[Case]]:
    """The cases of each group, groups in the order in which they are shown; one group "" where nothing tells apart."""
    made: dict[tuple[str, str], list[Case]] = {}
    for each in cases:
        sector = each.sector if grouping in {Grouping.SECTOR, Grouping.BOTH} else ""
        size = each.size if grouping in {Grouping.SIZE, Grouping.BOTH} else ""
        made.setdefault((sector, size), []).append(each)
    return {_group_name(key, grouping): made[key] for key in sorted(made, key=_group_place)}


def _group_name(key: tuple[str, str], grouping: Grouping) -> str:
    sector, size = (part or UNKNOWN for part in key)
    names = {Grouping.NONE: "", Grouping.SECTOR: sector, Grouping.SIZE: size, Grouping.BOTH: f"{sector} · {size}"}
    return names[grouping]


def _group_place(key: tuple[str, str]) -> tuple[bool, str, bool, int, str]:
    sector, size = key
    rank = SIZES.index(size) if size in SIZES else len(SIZES)
    return not sector, sort_key(sector), not size, rank, size


def behind(tree: ChecklistTree, cases: Iterable[Case], question_id: str, label: str = "") -> tuple[Case, ...]:
    """The cases that a figure counts: those that answered the question, or answered it with ``label``."""
    question = tree.question(question_id)
    found = [each for each in cases if tree.is_asked(question, each.answers) and _found(question, each) is not None]
    return tuple(each for each in found if not label or _label(question, each.answers[question_id]) == label)


def _found(question: Question, case: Case) -> Answer | None:
    answer = case.answers.get(question.id)
    return answer if is_answered(answer) else None


def _label(question: Question, answer: Answer) -> str:
    """The share under which an answer is counted."""
    if question.kind == VERDICT:
        return dict(VERDICTS)[answer.verdict]
    return answer.text if question.kind != CHOICE or answer.text in question.options else OTHER


def _summed(tree: ChecklistTree, question: Question, group: str, cases: Iterable[Case]) -> QuestionSummary:
    asked = [each for each in cases if tree.is_asked(question, each.answers)]
    found = [answer for each in asked if (answer := _found(question, each)) is not None]
    bare = QuestionSummary(question.id, tree.full_number(question), question.text, group, len(asked), len(found))
    if question.kind in FIGURES:
        return _with_figures(bare, [each.number for each in found if each.number is not None])
    if question.kind in {VERDICT, CHOICE}:
        given = Counter(_label(question, each) for each in found)
        labels = [label for _, label in VERDICTS[1:]] if question.kind == VERDICT else list(question.options)
        if given[OTHER] and OTHER not in labels:
            labels.append(OTHER)
        return replace(bare, shares=_shares([(label, given[label]) for label in labels]))
    return replace(bare, texts=tuple(each.text for each in found))


def _with_figures(bare: QuestionSummary, numbers: Sequence[Decimal]) -> QuestionSummary:
    if not numbers:
        return bare
    mean = (sum(numbers, Decimal(0)) / len(numbers)).quantize(_HUNDREDTH, ROUND_HALF_UP)
    return replace(bare, mean=mean, median=median(numbers), least=min(numbers), most=max(numbers))


def _shares(counts: Sequence[tuple[str, int]]) -> tuple[Share, ...]:
    total = sum(count for _, count in counts)
    return tuple(
        Share(label, count, (Decimal(count * 100) / total).quantize(_TENTH, ROUND_HALF_UP) if total else None)
        for label, count in counts
    )
