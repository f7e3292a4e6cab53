"""The three source plans in every form: the totals of DOMAIN.md 11, whatever the layout."""

import pytest

from nscl_desktop.domain.appendix import AppendixDoc, RowKind
from tests.forms.printing import FORMS, SAMPLES, printed_sample, sample
from tests.forms.soundness import amounts, assert_sound, leaf_titles, total_rows

TOTALS = {"BD-2021-2030": 13_489_400_000, "TN-2021": 1_687_290_000, "BG-2021-2025": 14_767_550_000}
EVERY = [(code, form) for code in SAMPLES for form in FORMS]


TOTAL_TITLES = {"Tổng cộng", "Tổng kinh phí", "Kinh phí (đồng)", "Kế hoạch"}


def grand_total(doc: AppendixDoc) -> int:
    """What the document states as the plan's total: the total column of its total rows."""
    total = 0
    for table, row in total_rows(doc):
        column = next(place for place, title in enumerate(leaf_titles(table)) if title in TOTAL_TITLES)
        total += row.cells[column].amount or 0
    return total


@pytest.mark.parametrize(("code", "form"), EVERY)
def test_every_plan_in_every_form_is_sound(code: str, form: str) -> None:
    assert_sound(printed_sample(code, form))


@pytest.mark.parametrize(("code", "form"), EVERY)
def test_every_plan_in_every_form_states_its_total(code: str, form: str) -> None:
    assert grand_total(printed_sample(code, form)) == TOTALS[code]


@pytest.mark.parametrize("code", SAMPLES)
def test_the_years_add_up_to_the_total(code: str) -> None:
    (_, row), *_ = total_rows(printed_sample(code, "number,text,years,total,schedule"))

    *years, total = [amount for amount in amounts(row) if amount is not None]

    assert total == sum(years) == TOTALS[code]


@pytest.mark.parametrize(("code", "form"), EVERY)
def test_every_total_is_a_living_formula(code: str, form: str) -> None:
    for _, row in total_rows(printed_sample(code, form)):
        assert all(cell.formula for cell in row.cells if cell.amount is not None)


@pytest.mark.parametrize(("code", "form"), [(code, form) for code, form in EVERY if form != "binh-duong"])
def test_every_section_sums_its_rows(code: str, form: str) -> None:
    table = printed_sample(code, form).tables[0]
    budget = sample(code)
    sums = [row for row in table.rows if row.kind is RowKind.SECTION and budget.tree.children(row.ref)]

    assert sums
    for row in sums:
        assert all(cell.formula for cell in row.cells if cell.amount is not None)


@pytest.mark.parametrize(("code", "form"), EVERY)
def test_no_line_with_money_is_left_out(code: str, form: str) -> None:
    doc = printed_sample(code, form)
    budget = sample(code)
    with_figures = {each.line_id for _, line in budget.tree.walk() for each in budget.allocations(line.id)}

    assert with_figures <= {row.ref for table in doc.tables for row in table.rows}
