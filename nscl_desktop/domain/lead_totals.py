"""What each agency leads, in whole đồng: every figure belongs to the nearest lead named at or above its line."""

from collections import defaultdict
from collections.abc import Collection

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Line


def lead_totals(
    budget: Budget,
    line_id: str = "",
    *,
    years: Collection[int] | None = None,
    sources: Collection[str] | None = None,
) -> dict[str | None, int]:
    """Đồng of the estimate by agency (None where no lead is named), for a line with all below it ("": the whole plan).

    Together they are the line's total: what does not add up to it (components, lines beside the sum) is left out, and
    money entered on a line above others counts for that line's own lead.
    """
    found: dict[str | None, int] = defaultdict(int)
    waiting: list[tuple[Line, str | None]] = []
    if line_id:
        line = budget.tree.line(line_id)
        waiting.append((line, budget.tree.lead_id(line)))
    else:
        waiting.extend((line, None) for line in budget.addends())
    while waiting:
        line, inherited = waiting.pop()
        lead = line.lead_id or inherited
        below = budget.addends(line.id)
        waiting.extend((child, lead) for child in below)
        if not below:
            amount = budget.total(line.id, years=years, sources=sources)
            if amount is not None:
                found[lead] += amount
    return dict(found)
