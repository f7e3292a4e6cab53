"""Points of a score sheet (5S and the like) by section and in all, with the rule by which they were added told.

Only questions that were asked and given points count, on both sides: an empty place is no nought, and what does not
apply lowers no total. So the share is that of what was judged; how much was not judged is said beside it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from nscl_desktop.domain.checklist_tree import Answers, ChecklistTree
from nscl_desktop.domain.inspections import SCORE, Question

RULE = (
    "Điểm của mục là tổng điểm các câu đã chấm; điểm tối đa chỉ tính những câu ấy."
    " Tỷ lệ = điểm : điểm tối đa × 100, làm tròn đến một chữ số thập phân."
)
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class ScoreTotal:
    """Points of one section; ``section_id`` "" is the whole sheet or what stands under no heading."""

    section_id: str
    name: str
    points: Decimal
    most: Decimal
    """0 where a judged question has no most, or nothing was judged."""
    judged: int
    """Questions given points."""
    left_out: int
    """Questions asked without points."""

    @property
    def share(self) -> Decimal | None:
        """Percent of the most that was possible, to a tenth; None where nothing was judged or a most is not set."""
        if not self.most:
            return None
        return (self.points * 100 / self.most).quantize(_TENTH, ROUND_HALF_UP)


def score_totals(tree: ChecklistTree, answers: Answers) -> tuple[ScoreTotal, ...]:
    """A total for each section with score questions in order, the whole sheet last; empty where nothing is scored."""
    scored = [each for each in tree.asked(answers) if each.kind == SCORE]
    sections: dict[str, list[Question]] = {}
    for each in scored:
        section = tree.section(each)
        sections.setdefault(section.id if section else "", []).append(each)
    if not scored:
        return ()
    parts = [_total(key, _name(tree, key), questions, answers) for key, questions in sections.items()]
    return (*parts, _total("", "Tổng điểm", scored, answers))


def _name(tree: ChecklistTree, key: str) -> str:
    section = tree.get(key)
    return f"{tree.number(section)}. {section.text}" if section else "Các câu khác"


def _total(key: str, name: str, questions: Iterable[Question], answers: Answers) -> ScoreTotal:
    points = most = Decimal(0)
    judged = left_out = 0
    is_bounded = True
    for each in questions:
        answer = answers.get(each.id)
        if answer is None or answer.number is None:
            left_out += 1
            continue
        judged += 1
        points += answer.number
        most += each.most or 0
        is_bounded &= each.most is not None
    return ScoreTotal(key, name, points, most if is_bounded else Decimal(0), judged, left_out)
