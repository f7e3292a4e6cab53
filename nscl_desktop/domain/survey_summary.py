"""A survey summed up by question, for all units or by sector or size, as plain data for tables and charts.

Counts are of visits in which the question was asked. A visit that was corrected counts once, with its last version;
drafts do not count unless asked for. Shares are percent of those who answered, to a tenth.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

from nscl_desktop.domain.answering import FIGURES, is_answered
from nscl_desktop.domain.checklist_tree import ChecklistTree
from nscl_desktop.domain.inspections import CHOICE, DRAFT, VERDICT, VERDICTS, Answer, Question, Visit

_TENTH, _HUNDREDTH = Decimal("0.1"), Decimal("0.01")
UNKNOWN = "Chưa rõ"


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
    return _grouped(tree, cases, lambda case: case.sector)


def summary_by_size(tree: ChecklistTree, cases: Sequence[Case]) -> tuple[QuestionSummary, ...]:
    """Every question for each size class."""
    return _grouped(tree, cases, lambda case: case.size)


def _grouped(tree: ChecklistTree, cases: Sequence[Case], group: Callable[[Case], str]) -> tuple[QuestionSummary, ...]:
    names = sorted({group(each) for each in cases}, key=lambda name: (not name, name))
    return tuple(
        _summed(tree, question, name or UNKNOWN, [each for each in cases if group(each) == name])
        for question in tree.questions()
        for name in names
    )


def _summed(tree: ChecklistTree, question: Question, group: str, cases: Iterable[Case]) -> QuestionSummary:
    asked = [each for each in cases if tree.is_asked(question, each.answers)]
    found = [answer for each in asked if (answer := each.answers.get(question.id)) is not None and is_answered(answer)]
    bare = QuestionSummary(question.id, tree.number(question), question.text, group, len(asked), len(found))
    if question.kind in FIGURES:
        return _with_figures(bare, [each.number for each in found if each.number is not None])
    if question.kind == VERDICT:
        given = Counter(each.verdict for each in found)
        return replace(bare, shares=_shares([(label, given[stored]) for stored, label in VERDICTS[1:]]))
    if question.kind == CHOICE:
        chosen = Counter(each.text for each in found)
        return replace(bare, shares=_shares([(option, chosen[option]) for option in question.options]))
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
