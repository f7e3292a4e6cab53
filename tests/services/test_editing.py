"""Every user action is one ChangeSet; values a field cannot hold are refused with a sentence."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Allocation, Line
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.plans import Signer
from nscl_desktop.domain.statements import Statement
from nscl_desktop.domain.targets import Target, TargetLink
from nscl_desktop.services.editing import add_record, delete_record, record_name, set_cell, set_field
from nscl_desktop.services.pasting import Entry, fill
from tests.small_plans import DN, NSNN, PLAN, usual


def _do(budget: Budget, step: ChangeSet) -> None:
    budget.book.apply(step.changes)
    budget.update(step.changes)


def test_a_field_is_set_under_a_name_that_history_can_show() -> None:
    budget = usual().budget()
    step = set_field(budget, budget.tree.line("I.1"), "price", 16_000_000)
    assert step.words == "Sửa đơn giá mục I.1"
    assert step.scope == PLAN
    _do(budget, step)
    assert budget.total("I.1") == 32_000_000


def test_setting_the_same_value_is_no_step() -> None:
    budget = usual().budget()
    assert not set_field(budget, budget.tree.line("I.1"), "price", 15_000_000)


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("price", -1, "không được âm"),
        ("price", 10**15 + 1, "vượt quá"),
        ("unit", "a\nb", "một dòng"),
        ("text", "x" * 20_001, "ký tự"),
        ("kind", "khác", "không có lựa chọn"),
    ],
)
def test_impossible_values_are_refused_in_one_sentence(field: str, value: str | int, says: str) -> None:
    budget = usual().budget()
    with pytest.raises(InputError, match=says):
        set_field(budget, budget.tree.line("I.1"), field, value)


def test_text_is_stored_composed_and_trimmed() -> None:
    budget = usual().budget()
    _do(budget, set_field(budget, budget.tree.line("I.1"), "unit", "  Lo\u031b\u0301p "))
    assert budget.tree.line("I.1").unit == "L\u1edbp"


def test_a_cell_is_made_changed_and_removed_when_nothing_is_left_in_it() -> None:
    budget = usual().budget()
    _do(budget, set_cell(budget, "I.1", 2024, DN, "quantity", Decimal(3)))
    assert budget.total("I.1", years=(2024,)) == 45_000_000
    _do(budget, set_cell(budget, "I.1", 2024, DN, "quantity", Decimal(4), formula="=2*2"))
    cell = budget.allocation("I.1", 2024, DN)
    assert cell is not None
    assert (cell.quantity, cell.formula) == (Decimal(4), "=2*2")
    _do(budget, set_cell(budget, "I.1", 2024, DN, "quantity", None))
    assert budget.allocation("I.1", 2024, DN) is None


def test_a_computed_amount_cannot_be_typed_over() -> None:
    budget = usual().budget()
    with pytest.raises(InputError, match="tổng các dòng bên dưới"):
        set_cell(budget, "I", 2022, NSNN, "amount", 1)
    with pytest.raises(InputError, match="số lượng × đơn giá"):
        set_cell(budget, "I.1", 2022, NSNN, "amount", 1)


def test_a_pasted_block_is_one_step_and_fields_of_one_cell_one_change() -> None:
    budget = usual().budget()
    entries = [
        Entry("II", "amount", 9, 2022, NSNN),
        Entry("II", "amount", 8, 2023, NSNN),
        Entry("I.1", "quantity", Decimal(5), 2023, NSNN),
        Entry("I.1", "price", 7, 2023, NSNN),
        Entry("I.1", "unit", "Khóa"),
    ]
    step = fill(budget, entries, "Dán 5 ô")
    assert len(step.changes) == 4
    _do(budget, step)
    assert budget.total("II") == 17
    assert budget.total("I.1", years=(2023,)) == 35


def test_a_block_with_refused_cells_changes_nothing_and_lists_them_all() -> None:
    budget = usual().budget()
    entries = [Entry("II", "amount", 9, 2022, NSNN), Entry("I", "amount", 1, 2022, NSNN), Entry("I.1", "price", -5)]
    with pytest.raises(InputError) as caught:
        fill(budget, entries, "Dán")
    assert "Có 2 ô không nhận được" in caught.value.sentence
    assert "mục I" in caught.value.sentence
    assert "mục I.1" in caught.value.sentence


def test_deleting_a_record_takes_what_belongs_to_it_and_empties_what_points_at_it() -> None:
    sketch = usual()
    sketch.add(Target(id="t", plan_id=PLAN, text="Ít nhất 03 lớp"))
    sketch.add(TargetLink(id="tl", target_id="t", line_id="I.1"))
    budget = sketch.budget()
    _do(budget, delete_record(budget.book, budget, budget.tree.line("I")))
    assert [line.id for _, line in budget.tree.walk()] == ["II"]
    assert {cell.line_id for cell in budget.book.table(Allocation).values()} == {"II"}
    assert not budget.book.table(TargetLink)
    assert "t" in budget.book.table(Target)


def test_a_line_still_remembers_the_deleted_one_it_was_copied_from() -> None:
    """Two copies of one line stay the same line, when plans are compared, even after the original is gone."""
    budget = usual().line("III", origin_id="II").budget()
    _do(budget, delete_record(budget.book, budget, budget.tree.line("II")))
    assert budget.book.get(Line, "III").origin_id == "II"


def test_records_of_a_plan_are_added_under_their_name() -> None:
    budget = usual().budget()
    step = add_record(budget, Target(id="t", plan_id=PLAN, text="Ít nhất 16 doanh nghiệp"))
    assert step.words == "Thêm mục tiêu “Ít nhất 16 doanh nghiệp”"


def test_the_state_of_a_plan_is_no_field_to_be_typed_in() -> None:
    budget = usual().budget()
    with pytest.raises(InputError, match="trình, rút về nháp, ban hành"):
        set_field(budget, budget.frame.plan, "status", "issued")


def test_history_calls_records_by_their_words() -> None:
    budget = usual().budget()
    assert record_name(budget, budget.frame.plan) == "kế hoạch THU-2022"
    assert record_name(budget, budget.frame.sources[0]) == "nguồn kinh phí “Ngân sách nhà nước”"
    assert record_name(budget, Signer(id="s", plan_id=PLAN)) == "người ký"


def test_emptied_words_of_a_cell_are_no_words() -> None:
    budget = usual().budget()
    _do(budget, set_cell(budget, "II", 2022, NSNN, "text", "Có dự án riêng"))
    _do(budget, set_cell(budget, "II", 2022, NSNN, "text", None))
    cell = budget.allocation("II", 2022, NSNN)
    assert cell is not None
    assert cell.text == ""


def test_emptying_an_empty_cell_is_no_step() -> None:
    assert not set_cell(usual().budget(), "II", 2024, NSNN, "amount", None)


def test_a_component_takes_no_figures_of_a_year_but_can_be_rid_of_them() -> None:
    """What is entered there would count nowhere."""
    budget = usual().line("II.a", "II", kind="component", price=5).cell("II.a", 2022, amount=7).budget()
    for field, value in (("amount", 1), ("quantity", Decimal(1)), ("text", "-")):
        with pytest.raises(InputError, match=r"^Mục II\.a là thành phần của mục trên"):
            set_cell(budget, "II.a", 2023, NSNN, field, value)
    _do(budget, set_cell(budget, "II.a", 2022, NSNN, "amount", None))
    assert budget.allocations("II.a") == ()


def test_components_below_do_not_make_the_amount_of_a_line_a_sum() -> None:
    budget = usual().line("II.a", "II", kind="component").cell("II.a", 2022, amount=7).budget()
    _do(budget, set_cell(budget, "II", 2022, NSNN, "amount", 6_000_000))
    assert budget.total("II") == 6_000_000


def test_a_lump_sum_takes_the_place_of_a_product_when_the_quantity_goes_in_the_same_step() -> None:
    budget = usual().budget()
    entries = [Entry("I.1", "quantity", None, 2022, NSNN), Entry("I.1", "amount", 9, 2022, NSNN)]
    _do(budget, fill(budget, entries, "Dán"))
    assert budget.total("I.1") == 9
    with pytest.raises(InputError, match="số lượng × đơn giá"):
        fill(usual().budget(), [entries[1], Entry("I.1", "quantity", Decimal(1), 2022, NSNN)], "Dán")


def test_deleting_a_line_takes_along_what_paper_states_of_it() -> None:
    """Left behind, a statement without its line would speak of the whole plan, and be wrong."""
    budget = usual().statement("row", 5_000_000, line_id="II").statement("all", 45_000_000).budget()
    _do(budget, delete_record(budget.book, budget, budget.tree.line("II")))
    assert set(budget.book.table(Statement)) == {"all"}


def test_deleting_a_period_or_an_agency_leaves_the_lines_without_one() -> None:
    sketch = usual().line("III", period_id="p", lead_id="so").add(Agency(id="so", name="Sở KH&CN"))
    sketch.statement("led", 5, lead_id="so")
    budget = sketch.budget()
    _do(budget, delete_record(budget.book, budget, budget.frame.periods[0]))
    _do(budget, delete_record(budget.book, budget, budget.book.get(Agency, "so")))
    assert (budget.tree.line("III").period_id, budget.tree.line("III").lead_id) == (None, None)
    assert not budget.book.table(Statement)


def test_deleting_a_source_takes_its_money_along() -> None:
    budget = usual().budget()
    _do(budget, delete_record(budget.book, budget, budget.frame.sources[1]))
    assert budget.total() == 42_000_000
