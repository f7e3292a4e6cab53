"""Targets against the budget lines that feed them, and lines that feed none. Counted in units, never in money."""

from collections.abc import Iterator
from decimal import Decimal

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import COMPONENT, ESTIMATE, EXPLANATION, Line
from nscl_desktop.domain.checks.codes import finding
from nscl_desktop.domain.findings import Finding
from nscl_desktop.domain.money import format_quantity
from nscl_desktop.domain.naming import line_name, shortened
from nscl_desktop.domain.plans import YEAR_OF_PERIOD, Period
from nscl_desktop.domain.targets import AT_LEAST, COMPARISONS, EXACTLY, OVER, Target, TargetLink

_MOST_NAMES = 30


def check_targets(budget: Budget) -> list[Finding]:
    """Findings about targets against the lines that feed them, then about lines that feed none."""
    targets, links = _targets(budget)
    found = [each for target in targets for each in _target(budget, target, links.get(target.id, []))]
    return [*found, *_lines_without_target(budget, targets, links)]


def _targets(budget: Budget) -> tuple[list[Target], dict[str, list[TargetLink]]]:
    """The plan's targets in order, and the links of each to lines that the plan still has."""
    own = [each for each in budget.book.table(Target).values() if each.plan_id == budget.frame.plan_id]
    links: dict[str, list[TargetLink]] = {}
    for link in budget.book.table(TargetLink).values():
        if budget.tree.has(link.line_id):
            links.setdefault(link.target_id, []).append(link)
    return sorted(own, key=lambda target: (target.position, target.id)), links


def _target(budget: Budget, target: Target, links: list[TargetLink]) -> Iterator[Finding]:
    if target.value is None or target.general:
        return
    place = f"Mục tiêu {target.label}".strip()
    if not links:
        yield finding("T403", target.id, place, f"“{shortened(target.text, 90)}” chưa gắn mục chi nào.")
        return
    if target.unit.startswith("%"):
        return
    wanted = format_quantity(target.value)
    if target.value_to is not None:
        wanted = f"{wanted}-{format_quantity(target.value_to)}"
    counting = {link.line_id: budget.tree.line(link.line_id) for link in links if link.counts}
    counted = units_counted(budget, target, counting)
    if counting and not _met(target, counted) and not _is_of_the_whole_period(budget, target):
        wish = f"{dict(COMPARISONS)[target.comparison]} {wanted}"
        first = next(iter(counting))
        yield finding(
            "T401", target.id, place,
            f"Mục tiêu {wish} {target.unit}, các mục chi chỉ tính cho {format_quantity(counted)}.",
            expected=wish, found=format_quantity(counted), line_id=first,
        )  # fmt: skip
    for line in () if counting else [budget.tree.line(link.line_id) for link in links]:
        quantity = budget.quantity(line, years=years_counted(budget, target))
        if quantity is not None:
            got = f"{format_quantity(quantity)} {line.unit}".strip()
            yield finding(
                "T402", f"{target.id}/{line.id}", place,
                f"Mục tiêu đếm {wanted} {target.unit}, {line_name(budget.tree, line)} đếm {got}:"
                " khác đơn vị, không so được.",
                expected=f"{wanted} {target.unit}", found=got, line_id=line.id,
            )  # fmt: skip


def _is_of_the_whole_period(budget: Budget, target: Target) -> bool:
    """Whether a year's plan took the target over from its period plan, over whose years it is to be reached."""
    return target.origin_id is not None and budget.frame.plan.origin_kind == YEAR_OF_PERIOD


def years_counted(budget: Budget, target: Target) -> range | None:
    """The years in which units count for a target: those of its period, up to the year it names; None for all."""
    period = budget.book.table(Period).get(target.period_id or "")
    first, last = (period.year_from, period.year_to) if period else (0, None)
    last = target.year or last
    return None if last is None else range(first, last + 1)


def units_counted(budget: Budget, target: Target, counting: dict[str, Line]) -> Decimal:
    """Units of all lines that count; of a line and one below it, only those of the upper one that has any."""
    units: dict[str, Decimal] = {}
    for key, line in counting.items():
        quantity = budget.quantity(line, years=years_counted(budget, target))
        if quantity is not None:
            units[key] = quantity
    above = {key: {each.id for each in budget.tree.ancestors(key)} for key in units}
    return sum((units[key] for key in units if not above[key] & units.keys()), Decimal(0))


def _met(target: Target, counted: Decimal) -> bool:
    wanted = target.value or Decimal(0)
    if target.comparison == OVER:
        return counted > wanted
    if target.comparison == EXACTLY:
        return wanted <= counted <= (wanted if target.value_to is None else target.value_to)
    return target.comparison != AT_LEAST or counted >= wanted


def _lines_without_target(
    budget: Budget, targets: list[Target], links: dict[str, list[TargetLink]]
) -> Iterator[Finding]:
    if not targets:
        return
    fed = {link.line_id for target in targets for link in links.get(target.id, [])}
    family = set(fed)
    for line_id in fed:
        family |= {above.id for above in budget.tree.ancestors(line_id)}
        family |= {below.id for _, below in budget.tree.walk(line_id)}
    bare = [line for _, line in budget.tree.walk() if line.id not in family and _needs_target(budget, line)]
    if bare:
        names = ", ".join(line_name(budget.tree, line).removeprefix("mục ") for line in bare[:_MOST_NAMES])
        if len(bare) > _MOST_NAMES:
            names += f" và {len(bare) - _MOST_NAMES} mục khác"
        text = f"{len(bare)} mục chi không phục vụ mục tiêu nào có số: {names}."
        yield finding("T404", budget.frame.plan_id, "Mục tiêu", text, found=str(len(bare)), line_id=bare[0].id)


def _needs_target(budget: Budget, line: Line) -> bool:
    """Whether a line is paid for by itself, and its place in the paper is known."""
    if line.kind in (COMPONENT, EXPLANATION) or line.inferred or not budget.has_entries(line.id):
        return False
    return any(amount for (measure, _, _), amount in budget.cells(line.id).items() if measure == ESTIMATE)
