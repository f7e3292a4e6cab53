"""The running text of a plan: as it is stored, or drafted from its records where the plan has none yet.

A plan for one year that is taken from a plan for a period has targets, tasks and figures but no text of its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.forms.frame_texts import word_style
from nscl_desktop.domain.money import format_amount
from nscl_desktop.domain.plans import TextBlock
from nscl_desktop.domain.targets import Obligation, Target, Task
from nscl_desktop.domain.words import amount_in_words

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
    sections = (
        ("MỤC TIÊU", _targets(budget)),
        ("NHIỆM VỤ VÀ GIẢI PHÁP", _grouped(budget, "task")),
        ("KINH PHÍ THỰC HIỆN", _money(budget)),
        ("TỔ CHỨC THỰC HIỆN", [*_grouped(budget, "assignment"), *_reports(budget)]),
    )
    filled = [(name, parts) for name, parts in sections if parts]
    for numeral, (name, parts) in zip(_NUMERALS, filled, strict=False):
        made += [TextPart(name, 1, heading=True, label=numeral), *parts]
    return tuple(made)


def _targets(budget: Budget) -> list[TextPart]:
    own = [each for each in budget.book.table(Target).values() if each.plan_id == budget.frame.plan_id]
    own.sort(key=lambda target: (not target.general, target.position, target.id))
    return [TextPart(f"- {each.text}", 2) for each in own]


def _grouped(budget: Budget, kind: str) -> list[TextPart]:
    """Tasks, or assignments to agencies, under the names of their groups."""
    tasks = budget.book.table(Task).values()
    own = [each for each in tasks if each.plan_id == budget.frame.plan_id and each.kind == kind]
    own.sort(key=lambda task: (task.position, task.id))
    made: list[TextPart] = []
    groups = list(dict.fromkeys(each.group for each in own))
    for number, group in enumerate(groups, start=1):
        if group:
            made.append(TextPart(group, 2, heading=True, label=str(number)))
        for each in (task for task in own if task.group == group):
            made.append(TextPart(f"- {each.text}", 2))
            made += [TextPart(f"{words}: {who}.", 2) for words, who in _who(each)]
    return made


def _who(task: Task) -> Iterable[tuple[str, str]]:
    named = (("Đơn vị chủ trì", task.lead), ("Đơn vị phối hợp", task.partners), ("Thời gian", task.schedule))
    return ((words, text.strip().rstrip(".")) for words, text in named if text.strip())


def _money(budget: Budget) -> list[TextPart]:
    total = budget.total()
    if total is None:
        return []
    words = amount_in_words(total, word_style(budget.frame.plan))
    said = f"Tổng kinh phí: {format_amount(total)} đồng ({words}), chi tiết tại Phụ lục kèm theo."
    return [TextPart(said, 2)]


def _reports(budget: Budget) -> list[TextPart]:
    own = [each for each in budget.book.table(Obligation).values() if each.plan_id == budget.frame.plan_id]
    own.sort(key=lambda obligation: (obligation.position, obligation.id))
    # One sentence of the plan may ask for two reports, midterm and final
    return [TextPart(f"- {text}", 2) for text in dict.fromkeys(each.text for each in own if each.text.strip())]
