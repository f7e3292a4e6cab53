"""Any plan in any form: the totals are the plan's and every formula holds, whatever the tree looks like."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.forms.document import build_appendix
from tests.forms.builders import SmallPlan
from tests.forms.printing import FORMS, form_named
from tests.forms.soundness import assert_sound, leaf_titles, total_rows

YEARS, SOURCES = (2021, 2022, 2023, 2024), ("NSNN", "DN", "KCB")
TOTAL_TITLES = {"Tổng cộng", "Tổng kinh phí", "Kinh phí (đồng)", "Kế hoạch"}


@st.composite
def plans(draw: st.DrawFn) -> Budget:
    """A few lines, anywhere below one another, some in periods, some with entries of their own beside children."""
    plan = SmallPlan((2021, 2023))
    plan.source("NSNN")
    plan.source("DN")
    plan.source("KCB", column="DN", mark="*")
    periods: list[str | None] = [None]
    if draw(st.booleans()):
        periods += [plan.period(2021, 2022), plan.period(2023, 2023)]
    keys = [""]
    for place in range(draw(st.integers(1, 7))):
        parent = draw(st.sampled_from(keys))
        kind = draw(st.sampled_from(["section", "item", "item", "component", "explanation"]))
        plan.line(
            f"d{place}",
            parent,
            kind,
            period_id=draw(st.sampled_from(periods)),
            adds=draw(st.integers(0, 9)) > 0,
            price=draw(st.sampled_from([None, 1_500_000, 333_333])),
            shared_quantity=draw(st.booleans()),
            label=draw(st.sampled_from(["I", "1", "a)", "-", ""])),
        )
        keys.append(f"d{place}")
        cells = st.tuples(st.sampled_from(YEARS), st.sampled_from(SOURCES))
        for year, source in draw(st.lists(cells, max_size=3, unique=True)):
            entry = draw(st.sampled_from(["amount", "quantity", "text", "price"]))
            amount = draw(st.integers(0, 10**9)) if entry == "amount" else None
            quantity = draw(st.sampled_from([Decimal(0), Decimal(3), Decimal("1.5")])) if entry != "text" else None
            price = draw(st.sampled_from([200_000, 500_001])) if entry == "price" else None
            text = "-" if entry == "text" else ""
            plan.cell(f"d{place}", year, source, amount=amount, quantity=quantity, price=price, text=text)
    return plan.budget()


@given(plans(), st.sampled_from(FORMS))
@settings(max_examples=100)
def test_any_plan_in_any_form_is_sound_and_keeps_its_total(budget: Budget, form: str) -> None:
    doc = build_appendix(form_named(form), budget)

    assert_sound(doc)
    stated = 0
    for table, row in total_rows(doc):
        column = next(place for place, title in enumerate(leaf_titles(table)) if title in TOTAL_TITLES)
        stated += row.cells[column].amount or 0
    assert stated == (budget.total() or 0)
