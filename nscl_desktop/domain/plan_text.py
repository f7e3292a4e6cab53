"""The running text of a plan: as it is stored, or drafted from its records where the plan has none yet.

A plan for one year that is taken from a plan for a period has targets, tasks and figures but no text of its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.forms.end_mark import END_MARK
from nscl_desktop.domain.forms.frame_texts import word_style
from nscl_desktop.domain.money import format_amount
from nscl_desktop.domain.plans import TextBlock
from nscl_desktop.domain.targets import Obligation, Target, Task
from nscl_desktop.domain.words import amount_in_words

TASK, ASSIGNMENT = "task", "assignment"
_NUMERALS = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class TextPart:
    """A paragraph or heading; ``depth`` 0 is the name of a paper, higher ones are sections inside of it."""

    text: str
    depth: int = 0
    heading: bool = False
    label: str = ""


def plan_text(budget: Budget) -> tuple[TextPart, ...]:
    """The text in reading order."""
    own = [each for each in budget.book.table(TextBlock).values() if each.plan_id == budget.frame.plan_id]
    own.sort(key=lambda block: (block.position, block.id))
    return tuple(TextPart(each.text, each.depth, each.heading, each.label) for each in own) or drafted_text(budget)


def drafted_text(budget: Budget) -> tuple[TextPart, ...]:
    """Căn cứ, mục tiêu, nhiệm vụ, kinh phí, tổ chức thực hiện, as far as the plan's records tell them."""
    plan = budget.frame.plan
    bases = [each.strip().rstrip(";.") for each in plan.legal_bases]
    made = [TextPart("KẾ HOẠCH", heading=True), TextPart(plan.title)]
    made += [TextPart(f"{'' if each.startswith('Căn cứ') else 'Căn cứ '}{each};") for each in bases if each]
    assigned = _grouped(budget, ASSIGNMENT)
    sections = (
        ("MỤC TIÊU", _targets(budget)),
        ("NHIỆM VỤ VÀ GIẢI PHÁP", _grouped(budget, TASK)),
        ("KINH PHÍ THỰC HIỆN", _money(budget)),
        ("TỔ CHỨC THỰC HIỆN", [*assigned, *_reports(budget, assigned)]),
    )
    filled = [(name, parts) for name, parts in sections if parts]
    for numeral, (name, parts) in zip(_NUMERALS, filled, strict=False):
        made += [TextPart(name, 1, heading=True, label=numeral), *parts]
    if filled:
        made[-1] = replace(made[-1], text=f"{made[-1].text.removesuffix('.')}{END_MARK}")
    return tuple(made)


def _targets(budget: Budget) -> list[TextPart]:
    own = [each for each in budget.book.table(Target).values() if each.plan_id == budget.frame.plan_id]
    own.sort(key=lambda target: (not target.general, target.position, target.id))
    return [TextPart(f"- {each.text}", 2) for each in own]


def _grouped(budget: Budget, kind: str) -> list[TextPart]:
    """Tasks, or assignments to agencies, under the names of their groups.

    Who does a task stands behind the last of those that the same ones do; an assignment's agency is its group.
    """
    tasks = budget.book.table(Task).values()
    own = [each for each in tasks if each.plan_id == budget.frame.plan_id and each.kind == kind]
    own.sort(key=lambda task: (task.position, task.id))
    made: list[TextPart] = []
    for number, group in enumerate(dict.fromkeys(each.group for each in own), start=1):
        if group:
            made.append(TextPart(group, 2, heading=True, label=str(number)))
        for who, together in groupby((each for each in own if each.group == group), _who):
            made += [TextPart(f"- {each.text}", 2) for each in together]
            made += [TextPart(each, 2) for each in who if kind != ASSIGNMENT]
    return made


def _who(task: Task) -> tuple[str, ...]:
    named = (("Đơn vị chủ trì", task.lead), ("Đơn vị phối hợp", task.partners), ("Thời gian", task.schedule))
    return tuple(f"{words}: {_ended(text)}" for words, text in named if text.strip())


def _ended(text: str) -> str:
    bare = text.strip()
    return bare if bare.endswith(".") else f"{bare}."


def _money(budget: Budget) -> list[TextPart]:
    total = budget.total()
    if total is None:
        return []
    words = amount_in_words(total, word_style(budget.frame.plan))
    said = f"Tổng kinh phí: {format_amount(total)} đồng ({words}), chi tiết tại Phụ lục kèm theo."
    return [TextPart(said, 2)]


def _reports(budget: Budget, said: Iterable[TextPart]) -> list[TextPart]:
    """Reports that no assignment asks for; one sentence of the plan may ask for two, midterm and final."""
    own = [each for each in budget.book.table(Obligation).values() if each.plan_id == budget.frame.plan_id]
    own.sort(key=lambda obligation: (obligation.position, obligation.id))
    texts = dict.fromkeys(f"- {each.text}" for each in own if each.text.strip())
    known = {part.text for part in said}
    return [TextPart(text, 2) for text in texts if text not in known]
