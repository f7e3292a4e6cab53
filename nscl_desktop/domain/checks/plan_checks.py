"""Checks of the plan as a whole: years, sources, targets and what they count, prices at an older salary base."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import COMPONENT, EXPLANATION, Line
from nscl_desktop.domain.checks.codes import finding
from nscl_desktop.domain.findings import Finding
from nscl_desktop.domain.money import format_amount, format_quantity
from nscl_desktop.domain.naming import line_name, shortened
from nscl_desktop.domain.salary_bases import stale_prices
from nscl_desktop.domain.targets import AT_LEAST, COMPARISONS, EXACTLY, OVER, Target, TargetLink


def check_plan_facts(budget: Budget) -> list[Finding]:
    """Findings about periods, sources, numbering and inferred lines."""
    return [
        *_years(budget),
        *_inferred(budget),
        *_gathered_columns(budget),
        *_double_sources(budget),
        *_double_labels(budget),
        *_stale_salary_base(budget),
        *_lines_without_target(budget),
    ]


def check_targets(budget: Budget) -> list[Finding]:
    """Findings about targets against the lines that feed them."""
    targets, links = _targets(budget)
    return [each for target in targets for each in _target(budget, target, links.get(target.id, []))]


def _targets(budget: Budget) -> tuple[list[Target], dict[str, list[TargetLink]]]:
    own = [each for each in budget.book.table(Target).values() if each.plan_id == budget.frame.plan_id]
    links: dict[str, list[TargetLink]] = {}
    for link in budget.book.table(TargetLink).values():
        links.setdefault(link.target_id, []).append(link)
    return sorted(own, key=lambda target: (target.position, target.id)), links


def _dong(amount: int) -> str:
    return f"{format_amount(amount)} đồng"


def _years(budget: Budget) -> Iterator[Finding]:
    budgeted = set(budget.years())
    plan = budget.frame.plan
    for period in budget.frame.periods:
        empty = [year for year in range(period.year_from, period.year_to + 1) if year not in budgeted]
        if empty and len(empty) < period.year_to - period.year_from + 1:
            shown = ", ".join(map(str, empty))
            yield finding(
                "P601", period.id or plan.id, f"Giai đoạn {period.name}",
                f"Kế hoạch ghi giai đoạn {period.name} nhưng năm {shown} không có kinh phí.",
                expected=period.name, found=f"không có năm {shown}",
            )  # fmt: skip
    first, last = plan.year_from, plan.year_to
    outside = sorted(year for year in budgeted if (first and year < first) or (last and year > last))
    if outside:
        shown = ", ".join(map(str, outside))
        text = f"Có kinh phí của năm {shown}, ngoài giai đoạn {first}-{last} của kế hoạch."
        yield finding("P603", plan.id, f"Kế hoạch {plan.code}", text, expected=f"{first}-{last}", found=shown)


def _inferred(budget: Budget) -> Iterator[Finding]:
    lines = [line for _, line in budget.tree.walk() if line.inferred]
    if not lines:
        return
    names = [f"“{shortened(f'{line.label} {line.text}'.strip(), 80)}”" for line in lines]
    total = sum(budget.total(line.id) or 0 for line in lines if budget.allocations(line.id))
    money = f", gồm {_dong(total)} suy ra từ dòng tổng" if total else ""
    yield finding(
        "P602", budget.frame.plan_id, line_name(budget.tree, lines[0]),
        f"Bản giấy thiếu trang: {' và '.join(names)} là suy luận{money}.",
        line_id=lines[0].id, witnesses=tuple(line.note for line in lines if line.note),
    )  # fmt: skip


def _gathered_columns(budget: Budget) -> Iterator[Finding]:
    columns: dict[str, list[tuple[str, str, int]]] = {}
    for source in budget.frame.sources:
        amount = budget.total(sources=(source.id,))
        if amount:
            columns.setdefault(source.printed_column, []).append((source.name, source.mark, amount))
    for column, parts in columns.items():
        if len(parts) > 1:
            shown = "; ".join(f"{name}{f' ({mark})' if mark else ''} {_dong(amount)}" for name, mark, amount in parts)
            total = sum(amount for _, _, amount in parts)
            yield finding(
                "P604", f"{budget.frame.plan_id}/{column}", f"Cột {column}",
                f"Cột {column} {_dong(total)} không chỉ là một nguồn: {shown}.",
                expected=_dong(parts[0][2]), found=_dong(total),
            )  # fmt: skip


def _double_sources(budget: Budget) -> Iterator[Finding]:
    for code, count in Counter(source.code for source in budget.frame.sources).items():
        if count > 1:
            text = f"Mã nguồn {code} dùng cho {count} nguồn; hãy đặt mã khác nhau."
            yield finding("P605", f"{budget.frame.plan_id}/{code}", "Nguồn kinh phí", text, found=code)


def _double_labels(budget: Budget) -> Iterator[Finding]:
    parents = ["", *(line.id for _, line in budget.tree.walk())]
    for parent in parents:
        labels = Counter(child.label for child in budget.tree.children(parent) if any(map(str.isalnum, child.label)))
        for label, count in labels.items():
            if count > 1:
                twin = next(child for child in reversed(budget.tree.children(parent)) if child.label == label)
                text = f"Số thứ tự “{label}” dùng cho {count} dòng cùng cấp."
                place = line_name(budget.tree, twin)
                yield finding("L503", f"{parent}/{label}", place, text, found=label, line_id=twin.id)


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
    counting = [budget.tree.line(link.line_id) for link in links if link.counts]
    counted = sum((budget.quantity(line) or Decimal(0) for line in counting), Decimal(0))
    if counting and not _met(target, counted):
        wish = f"{dict(COMPARISONS)[target.comparison]} {wanted}" if target.comparison else wanted
        yield finding(
            "T401", target.id, place,
            f"Mục tiêu {wish} {target.unit}, các mục chi chỉ tính cho {format_quantity(counted)}.",
            expected=wish, found=format_quantity(counted), line_id=counting[0].id,
        )  # fmt: skip
    for line in () if counting else [budget.tree.line(link.line_id) for link in links]:
        quantity = budget.quantity(line)
        if quantity is not None:
            got = f"{format_quantity(quantity)} {line.unit}".strip()
            yield finding(
                "T402", f"{target.id}/{line.id}", place,
                f"Mục tiêu đếm {wanted} {target.unit}, {line_name(budget.tree, line)} đếm {got}:"
                " khác đơn vị, không so được.",
                expected=f"{wanted} {target.unit}", found=got, line_id=line.id,
            )  # fmt: skip


def _met(target: Target, counted: Decimal) -> bool:
    wanted = target.value or Decimal(0)
    if target.comparison == OVER:
        return counted > wanted
    if target.comparison == EXACTLY:
        return counted == wanted
    return target.comparison != AT_LEAST or counted >= wanted


def _lines_without_target(budget: Budget) -> Iterator[Finding]:
    targets, links = _targets(budget)
    if not targets:
        return
    fed = {link.line_id for target in targets for link in links.get(target.id, [])}
    bare = [line for _, line in budget.tree.walk() if _needs_target(budget, line, fed)]
    if bare:
        names = ", ".join(line_name(budget.tree, line).removeprefix("mục ") for line in bare)
        text = f"{len(bare)} mục chi không phục vụ mục tiêu nào có số: {names}."
        yield finding("T404", budget.frame.plan_id, "Mục tiêu", text, found=str(len(bare)), line_id=bare[0].id)


def _needs_target(budget: Budget, line: Line, fed: set[str]) -> bool:
    """A line that is paid for by itself and neither it nor a line above or below it feeds a target."""
    if line.kind in (COMPONENT, EXPLANATION) or line.inferred or not budget.allocations(line.id):
        return False
    if not budget.total(line.id):
        return False
    family = (line, *budget.tree.ancestors(line.id), *(child for _, child in budget.tree.walk(line.id)))
    return not any(each.id in fed for each in family)


def _stale_salary_base(budget: Budget) -> Iterator[Finding]:
    """Award money frozen at a base that has since been replaced: an inference, never printed."""
    for stale in stale_prices(budget):
        base, following = stale.base, stale.following
        amount = base.amount or 1
        prices = [part.price or 0 for part in stale.priced]
        made = ", ".join(f"{format_amount(price)} = {price // amount} × {format_amount(amount)}" for price in prices)
        yield finding(
            "H701", stale.line.id, line_name(budget.tree, stale.line),
            f"{made}: có thể theo lương cơ sở áp dụng từ {_day(base.valid_from)}, đã thay từ"
            f" {_day(following.valid_from)}, trước năm {stale.first_year} là năm đầu chi (suy luận, không in ra).",
            found=_dong(amount), line_id=stale.line.id,
        )  # fmt: skip


def _day(iso: str) -> str:
    return "/".join(reversed(iso.split("-")))
