"""The plan's targets beside what its budget pays for: linked lines, the quantity they count, and what is missing."""

from dataclasses import dataclass
from decimal import Decimal

from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.changes import Change, change_set, deleted, inserted, updated
from nscl_desktop.domain.checks.target_checks import units_counted, years_counted
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.money import format_quantity
from nscl_desktop.domain.naming import line_name
from nscl_desktop.domain.records import derived_id
from nscl_desktop.domain.targets import AT_LEAST, NONE, OVER, Target, TargetLink
from nscl_desktop.presenters.line_choice import line_words
from nscl_desktop.services.workspace import PlanDesk


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A line that feeds a target."""

    link: TargetLink
    name: str
    quantity: str


class TargetTable:
    """What the page Mục tiêu says and does beyond plain fields."""

    def __init__(self, desk: PlanDesk) -> None:
        self._desk = desk

    def lines(self, target: Target) -> str:
        """"III.2, III.3": the lines linked with a target."""
        tree = self._desk.budget.tree
        return ", ".join(line_name(tree, line).removeprefix("mục ") for _, line in self._linked(target))

    def counted(self, target: Target) -> str:
        """The quantity that the linked lines plan in the years that count for the target; empty where none counts."""
        quantity = self._counted(target)
        return "" if quantity is None else format_quantity(quantity)

    def verdict(self, target: Target) -> str:
        """How the budget stands to the target: enough, how many are missing, or that nothing can be compared."""
        if target.value is None or target.comparison == NONE:
            return "Không lượng hóa"
        if not self._linked(target):
            return "Chưa gắn mục chi"
        counted = None if target.unit.startswith("%") else self._counted(target)
        if counted is None:
            return "Không đếm theo số lượng"
        missing, most = target.value - counted, target.value_to or target.value
        if missing > 0:
            return f"Thiếu {format_quantity(missing)}"
        if target.comparison == OVER and not missing:
            return f"Phải trên {format_quantity(target.value)}"
        if target.comparison in (AT_LEAST, OVER) or counted <= most:
            return "Đủ"
        return f"Vượt {format_quantity(counted - most)}"

    def links(self, target: Target) -> tuple[LinkRow, ...]:
        """The linked lines one by one."""
        found = []
        for link, line in self._linked(target):
            quantity = self._desk.budget.quantity(line, years=years_counted(self._desk.budget, target))
            shown = "" if quantity is None else f"{format_quantity(quantity)} {line.unit}".strip()
            found.append(LinkRow(link, line_words(self._desk.budget.tree, line), shown))
        return tuple(found)

    def link(self, target: Target, line_id: str) -> None:
        """Link a line with a target; raises InputError where it is linked already."""
        key = derived_id(TargetLink.entity, target.id, line_id)
        if any(link.line_id == line_id for link, _ in self._linked(target)):
            raise InputError("Mục chi này đã gắn với mục tiêu; hãy chọn mục chi khác.")
        fresh = TargetLink(id=key, target_id=target.id, line_id=line_id)
        name = line_name(self._desk.budget.tree, self._desk.budget.tree.line(line_id))
        self._perform(f"Gắn {name} với mục tiêu", inserted(fresh))

    def unlink(self, link: TargetLink) -> None:
        """Take a link away."""
        self._perform("Bỏ mục chi khỏi mục tiêu", deleted(link))

    def set_counts(self, link: TargetLink, *, counts: bool) -> None:
        """Say whether the line's quantity is what the target counts."""
        change = updated(link, counts=counts)
        if change:
            self._perform("Đổi cách đếm của mục tiêu", change)

    def _perform(self, words: str, change: Change) -> None:
        self._desk.perform(change_set(words, [change], self._desk.plan_id))

    def _linked(self, target: Target) -> list[tuple[TargetLink, Line]]:
        tree = self._desk.budget.tree
        own = [link for link in self._desk.book.table(TargetLink).values() if link.target_id == target.id]
        order = {line.id: place for place, (_, line) in enumerate(tree.walk())}
        own = sorted((link for link in own if link.line_id in order), key=lambda link: order[link.line_id])
        return [(link, tree.line(link.line_id)) for link in own]

    def _counted(self, target: Target) -> Decimal | None:
        counting = {line.id: line for link, line in self._linked(target) if link.counts}
        return units_counted(self._desk.budget, target, counting) if counting else None
