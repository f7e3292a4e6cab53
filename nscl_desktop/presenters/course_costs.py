"""What a course costs: planned by line, niên độ and source against the plan, and what the ledger says was paid."""

from collections import Counter
from collections.abc import Sequence

from nscl_desktop.domain.courses.whole import WholeCourse
from nscl_desktop.domain.ledger import ADVANCED, PAID, RECOVERED
from nscl_desktop.domain.money import format_amount
from nscl_desktop.domain.naming import line_name
from nscl_desktop.presenters.course_sheet import CourseSheet
from nscl_desktop.presenters.dossier_money import source_offers
from nscl_desktop.presenters.dossier_office import PlanUse


def planned(whole: WholeCourse) -> int:
    """The planned costs together, in đồng."""
    return sum(each.amount or 0 for each in whole.costs)


def cost_words(sheet: CourseSheet) -> str:
    """Planned, paid and what is between them, in a sentence."""
    total = planned(sheet.whole)
    paid = sheet.opened.paid or {}
    advanced, spent, back = (paid.get(kind, 0) for kind in (ADVANCED, PAID, RECOVERED))
    where = "" if sheet.whole.course.plan_id else " Chọn kế hoạch ở trang Thông tin để gắn với dòng dự toán."
    words = f"Dự kiến {format_amount(total)} đồng." if total else "Chưa ghi chi phí dự kiến."
    if not any((advanced, spent, back)):
        return f"{words} Sổ kinh phí chưa có khoản chi nào cho lớp này.{where}"
    parts = [f"đã thanh toán {format_amount(spent)}"] if spent else []
    parts += [f"tạm ứng {format_amount(advanced)}"] if advanced else []
    parts += [f"thu hồi {format_amount(back)}"] if back else []
    over = spent - total
    more = f" Thanh toán vượt dự kiến {format_amount(over)} đồng." if total and over > 0 else ""
    return f"{words} Theo sổ kinh phí: {', '.join(parts)} đồng.{more}"


def money_rows(whole: WholeCourse, use: PlanUse | None) -> Sequence[tuple[str, ...]]:
    """Line, niên độ, source, planned for the course, and what the plan has for the whole line in that cell."""
    sums: Counter[tuple[str, int, str]] = Counter()
    for each in whole.costs:
        sums[each.line_id or "", each.year or 0, each.source] += each.amount or 0
    names = dict(source_offers(use)())
    found = []
    for (line_id, year, source), amount in sorted(sums.items()):
        is_known = use is not None and use.budget.tree.has(line_id)
        line = line_name(use.budget.tree, use.budget.tree.line(line_id)) if use and is_known else ""
        have = _in_plan(use, line_id, year, source) if use and is_known else None
        found.append((
            line or ("(không còn trong tệp)" if line_id else "Chưa chọn mục chi"), str(year or "Chưa ghi"),
            names.get(source, source) or "Chưa ghi", format_amount(amount),
            "" if have is None else format_amount(have),
        ))  # fmt: skip
    return found


def _in_plan(use: PlanUse, line_id: str, year: int, source: str) -> int | None:
    """What the plan has for a line in a year out of a source; of the year, or of the line, where those are open."""
    budget = use.budget
    key = next((each.id for each in budget.frame.sources if each.code == source), "")
    return budget.total(line_id, years=[year] if year else None, sources=[key] if key else None)
