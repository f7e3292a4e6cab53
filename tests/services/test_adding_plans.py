"""A plan comes in whole, under its own keys, with agencies as it names them; it never touches another plan."""

from dataclasses import replace

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.directory import Agency, SalaryBase
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.records import Record
from nscl_desktop.services.adding_plans import add_plan
from nscl_desktop.services.totals import plan_totals
from tests.small_plans import PLAN, Sketch, usual

SO = Agency(id="so-khcn", name="Sở Khoa học và Công nghệ")


def _incoming(code: str = "MOI", agency: Agency = SO) -> Book:
    sketch = Sketch().line("I", lead_id=agency.id).cell("I", amount=7).statement("st", 7, lead_id=agency.id)
    sketch.records[0] = Plan(id=PLAN, code=code, title="Kế hoạch mới")
    return Book([*sketch.records, agency])


def _present(*records: Record) -> Book:
    """A file with another plan, whose records bear other keys."""
    plan = Plan(id="old", code="CU", title="Kế hoạch cũ")
    return Book([*records, plan, Line(id="old-line", plan_id="old", label="I")])


def test_owners_come_in_before_what_they_own() -> None:
    step = add_plan(_incoming(), (), [], words="Nhập kế hoạch")
    assert (step.words, step.scope) == ("Nhập kế hoạch MOI", PLAN)
    entities = [change.entity for change in step.changes]
    assert entities.index("agency") < entities.index("plan") < entities.index("line") < entities.index("allocation")


def test_a_plan_with_a_taken_code_is_not_added() -> None:
    with pytest.raises(InputError, match="đã có kế hoạch MOI"):
        add_plan(_incoming(), (), ["MOI"], words="Nhập")


def test_a_plan_whose_records_are_there_already_does_not_slip_into_them() -> None:
    """An exported file whose code was edited by hand: its lines would land in the plan they came from."""
    there = Book(usual().records)
    with pytest.raises(InputError, match="mang khóa của một kế hoạch đang có"):
        add_plan(_incoming("KHAC"), there.records(), ["THU-2022"], words="Nhập")
    only_a_line = _present(Line(id="I", plan_id="old"))
    with pytest.raises(InputError, match="mang khóa"):
        add_plan(_incoming(), only_a_line.records(), ["CU"], words="Nhập")


def test_an_agency_that_is_there_is_shared() -> None:
    present = _present(SO)
    present.apply(add_plan(_incoming(), present.records(), ["CU"], words="Nhập").changes)
    assert list(present.table(Agency)) == ["so-khcn"]


def test_an_agency_of_the_same_key_and_another_name_keeps_its_name_on_paper() -> None:
    there = replace(SO, name="Sở Khoa học và Công nghệ tỉnh Bình Dương")
    present = _present(there)
    before = dict(present.table(Agency))
    present.apply(add_plan(_incoming(), present.records(), ["CU"], words="Nhập").changes)
    assert plan_totals(Budget(present, PLAN)).by_lead == {"Sở Khoa học và Công nghệ": 7}
    assert before.items() <= present.table(Agency).items()
    again = _incoming("NUA")
    second = Book([replace(record, id="second") if isinstance(record, Plan) else record for record in again.records()
                   if isinstance(record, Plan | Agency)])  # fmt: skip
    present.apply(add_plan(second, present.records(), ["CU", "MOI"], words="Nhập").changes)
    assert len(present.table(Agency)) == 2


def test_a_salary_base_that_the_office_has_corrected_stays_corrected() -> None:
    mine = SalaryBase(id="b", valid_from="2019-07-01", amount=1_490_000, verified=True)
    incoming = Book([*_incoming().records(), replace(mine, amount=1, verified=False)])
    present = _present(mine)
    present.apply(add_plan(incoming, present.records(), ["CU"], words="Nhập").changes)
    assert list(present.table(SalaryBase).values()) == [mine]
