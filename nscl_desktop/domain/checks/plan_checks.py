"""Checks of the plan as a whole: years, sources, numbering, inferred lines, prices at an older salary base."""

from collections import Counter
from collections.abc import Iterator

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.checks.codes import dong, finding
from nscl_desktop.domain.findings import Finding
from nscl_desktop.domain.money import format_amount
from nscl_desktop.domain.naming import line_name, shortened
from nscl_desktop.domain.salary_bases import stale_prices


def check_frame(budget: Budget) -> list[Finding]:
    """Findings about periods, sources and numbering: they do not depend on figures."""
    return [*_double_years(budget), *_double_sources(budget), *_stray_lines(budget), *_double_labels(budget)]


def check_figures(budget: Budget) -> list[Finding]:
    """Findings about years with and without money, inferred money, gathered columns and old prices."""
    return [*_years(budget), *_inferred(budget), *_gathered_columns(budget), *_stale_salary_base(budget)]


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
        span = "-".join(dict.fromkeys(str(year) for year in (first, last) if year))
        text = f"Có kinh phí của năm {shown}, ngoài giai đoạn {span} của kế hoạch."
        yield finding("P603", plan.id, f"Kế hoạch {plan.code}", text, expected=span, found=shown)


def _double_years(budget: Budget) -> Iterator[Finding]:
    """A year in two periods is added twice where totals of periods stand side by side."""
    counts = Counter(
        year for period in budget.frame.periods for year in range(period.year_from, period.year_to + 1)
    )  # fmt: skip
    double = sorted(year for year, count in counts.items() if count > 1)
    if double:
        shown = ", ".join(map(str, double))
        text = f"Năm {shown} thuộc nhiều giai đoạn của kế hoạch nên tổng các giai đoạn tính trùng năm này."
        yield finding("P606", budget.frame.plan_id, "Giai đoạn", text, found=shown)


def _stray_lines(budget: Budget) -> Iterator[Finding]:
    for line in budget.tree.strays():
        place = line_name(budget.tree, line)
        text = (
            f"{place[:1].upper()}{place[1:]} không nằm dưới mục nào của kế hoạch nên không được in và không được tính."
        )
        yield finding("L504", line.id, place, text, line_id=line.id)


def _inferred(budget: Budget) -> Iterator[Finding]:
    lines = [line for _, line in budget.tree.walk() if line.inferred]
    if not lines:
        return
    names = [f"“{shortened(f'{line.label} {line.text}'.strip(), 80)}”" for line in lines]
    total = sum(budget.total(line.id) or 0 for line in lines if budget.allocations(line.id))
    money = f", gồm {dong(total)} suy ra từ dòng tổng" if total else ""
    yield finding(
        "P602", budget.frame.plan_id, line_name(budget.tree, lines[0]),
        f"Bản giấy thiếu trang: {' và '.join(names)} là suy luận{money}.",
        line_id=lines[0].id, witnesses=tuple(line.remark for line in lines if line.remark),
    )  # fmt: skip


def _gathered_columns(budget: Budget) -> Iterator[Finding]:
    columns: dict[str, list[tuple[str, str, int]]] = {}
    for source in budget.frame.sources:
        amount = budget.total(sources=(source.id,))
        if amount:
            columns.setdefault(source.printed_column, []).append((source.name, source.mark, amount))
    for column, parts in columns.items():
        if len(parts) > 1:
            shown = "; ".join(f"{name}{f' ({mark})' if mark else ''} {dong(amount)}" for name, mark, amount in parts)
            total = sum(amount for _, _, amount in parts)
            yield finding(
                "P604", f"{budget.frame.plan_id}/{column}", f"Cột {column}",
                f"Cột {column} {dong(total)} không chỉ là một nguồn: {shown}.",
                expected=dong(parts[0][2]), found=dong(total),
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
            found=dong(amount), line_id=stale.line.id,
        )  # fmt: skip


def _day(iso: str) -> str:
    return "/".join(reversed(iso.split("-")))
