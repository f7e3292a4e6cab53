"""Which rows a table has, and how blocks repeat over periods, sections and items."""

import pytest

from nscl_desktop.domain.appendix import AppendixDoc, Area, Paragraph, RowKind, Sum, Table
from nscl_desktop.domain.forms.document import build_appendix
from tests.forms.builders import SmallPlan
from tests.forms.printing import form_named, printed, printed_table
from tests.forms.soundness import amounts, assert_sound, header_texts, row_of, texts

TEXT = 'kind = "text"\ntitle = "Nội dung"'
LABEL = 'kind = "label"\ntitle = "STT"'
TOTAL = 'kind = "amount"\ntitle = "Kinh phí"'
PER_PERIOD = """
id = "thu"
name = "Thử"
[[block]]
each = "period"
    [[block.block]]
    kind = "paragraph"
    text = "Giai đoạn {period_from} đến {period_to}: {total} {unit}"
    when = "shared-sections"
    [[block.block]]
    kind = "table"
        [[block.block.column]]
        kind = "text"
        [[block.block.column]]
        kind = "amount"
        each = "year"
        title = "{year}"
"""


def three_levels() -> SmallPlan:
    plan = SmallPlan((2021, 2021))
    plan.source("NSNN")
    plan.section("I")
    plan.line("I.1", "I")
    plan.line("I.1.a", "I.1")
    plan.line("I.1.b", "I.1")
    plan.line("I.2", "I")
    plan.cell("I.1.a", amount=10)
    plan.cell("I.1.b", amount=5)
    plan.cell("I.2", amount=7)
    return plan


def refs(table: Table) -> list[str]:
    return [row.ref for row in table.rows if row.kind is not RowKind.TOTAL]


def paragraphs(doc: AppendixDoc) -> list[str]:
    return [block.text for block in doc.blocks if isinstance(block, Paragraph)]


def test_a_sum_names_the_runs_of_its_direct_children_only() -> None:
    table = printed_table(three_levels().budget(), TEXT, TOTAL)

    assert table.rows[0].cells[1].formula == Sum((Area(0, 1, 1, 1, 1), Area(0, 4, 1, 4, 1)))
    assert table.rows[1].cells[1].formula == Sum((Area(0, 2, 1, 3, 1),))
    assert table.rows[-1].cells[1].formula == Sum((Area(0, 0, 1, 0, 1),))
    assert [row.depth for row in table.rows] == [0, 1, 2, 2, 1, 0]


@pytest.mark.parametrize(
    ("depth", "expected"), [(1, ["I"]), (2, ["I", "I.1", "I.2"]), (0, ["I", "I.1", "I.1.a", "I.1.b", "I.2"])]
)
def test_the_tree_is_cut_at_the_depth_of_the_form_and_keeps_its_total(depth: int, expected: list[str]) -> None:
    table = printed_table(three_levels().budget(), TEXT, TOTAL, table=f"depth = {depth}")

    assert refs(table) == expected
    assert table.rows[-1].cells[1].amount == 22


def test_items_may_be_indented_and_bold() -> None:
    table = printed_table(three_levels().budget(), TEXT, TOTAL, table='indent = true\nbold = ["item"]')

    assert [row.cells[0].text for row in table.rows[:3]] == [
        "I. Việc I",
        "\u20031. Việc I.1",
        "\u2003\u2003a. Việc I.1.a",
    ]
    assert [row.cells[0].bold for row in table.rows[:2]] == [False, True]


def test_a_line_that_does_not_add_stands_outside_every_sum() -> None:
    plan = three_levels()
    plan.line("I.3", "I", adds=False)
    plan.cell("I.3", amount=100)

    table = printed_table(plan.budget(), TEXT, TOTAL)

    assert row_of(table, "I.3").cells[1].amount == 100
    assert table.rows[0].cells[1].amount == 22
    assert table.rows[0].cells[1].formula == Sum((Area(0, 1, 1, 1, 1), Area(0, 4, 1, 4, 1)))


def test_components_are_rows_with_quantity_and_price_but_never_an_amount() -> None:
    plan = SmallPlan()
    plan.source("NSNN")
    plan.line("1")
    plan.line("1.a", "1", "component", price=40)
    plan.line("1.b", "1", "component", price=50, inline=True)
    plan.line("1.c", "1", "explanation")
    plan.cell("1", quantity=3)

    columns = (TEXT, 'kind = "quantity"', 'kind = "price"', TOTAL, 'kind = "percentage"\nempty = "-"')
    table = printed_table(plan.budget(), *columns)

    assert refs(table) == ["1", "1.a", "1.c"]
    assert amounts(table.rows[0]) == [None, None, 90, 270, None]
    assert amounts(table.rows[1]) == [None, None, 40, None, None]
    assert table.rows[2].kind is RowKind.EXPLANATION
    bare = printed_table(plan.budget(), *columns, table="components = false\nexplanations = false")
    assert refs(bare) == ["1"]


def test_money_on_an_explanation_is_always_shown() -> None:
    plan = three_levels()
    plan.line("I.4", "I", "explanation")
    plan.cell("I.4", amount=1)

    assert "I.4" in refs(printed_table(plan.budget(), TEXT, TOTAL, table="explanations = false"))


def test_money_entered_on_a_section_beside_texts_is_its_own() -> None:
    plan = SmallPlan()
    plan.source("NSNN")
    plan.section("I")
    plan.line("I.1", "I")
    plan.cell("I", amount=9)

    table = printed_table(plan.budget(), TEXT, TOTAL)

    assert (table.rows[0].cells[1].amount, table.rows[0].cells[1].formula) == (9, None)
    small = printed(
        'id = "a"\nname = "A"\n[[block]]\neach = "section"\nkind = "table"\n[[block.column]]\nkind = "text"\n'
        '[[block.column]]\nkind = "amount"',
        plan.budget(),
    ).tables[0]
    assert refs(small) == ["I", "I.1"]
    assert small.rows[-1].cells[1].formula == Sum((Area(0, 0, 1, 0, 1),))


def test_the_total_label_is_the_plans_unless_the_form_has_its_own() -> None:
    plan = three_levels()

    plain = printed_table(plan.budget(), LABEL, TEXT, TOTAL)
    assert texts(plain.rows[-1]) == ["", "Tổng cộng", ""]
    own = printed_table(plan.budget(), LABEL, TEXT, TOTAL, table='total_label = "Cộng {years}"\ntotal_span = true')
    assert (own.rows[-1].cells[0].text, own.rows[-1].cells[0].colspan) == ("Cộng 2021", 2)
    no_text = printed_table(plan.budget(), LABEL, TOTAL)
    assert texts(no_text.rows[-1]) == ["Tổng cộng", ""]
    assert printed_table(plan.budget(), TEXT, TOTAL, table="total = false").rows[-1].kind is not RowKind.TOTAL


def two_periods() -> SmallPlan:
    plan = SmallPlan((2021, 2024))
    plan.source("NSNN")
    plan.period(2021, 2022)
    plan.period(2023, 2024)
    return plan


def test_a_period_shows_the_lines_that_have_figures_in_it_or_belong_to_it() -> None:
    plan = two_periods()
    plan.section("I")
    plan.line("I.1", "I")
    plan.line("I.2", "I", period_id="2023-2024")
    plan.line("I.3", "I")
    plan.line("I.4", "I", period_id="2023-2024")
    plan.cell("I.1", 2021, amount=1)
    plan.cell("I.1", 2023, amount=2)
    plan.cell("I.2", 2023, amount=3)
    plan.cell("I.4", 2022, amount=4)

    doc = printed(PER_PERIOD, plan.budget())

    first, second = doc.tables
    assert refs(first) == ["I", "I.1", "I.3", "I.4"]
    assert refs(second) == ["I", "I.1", "I.2", "I.3", "I.4"]
    assert header_texts(first)[0][1:] == ["2021", "2022"]
    assert amounts(first.rows[-1]) == [None, 1, 4]
    assert amounts(second.rows[-1]) == [None, 5, None]
    assert paragraphs(doc) == ["Giai đoạn 2021 đến 2022: 5 đồng", "Giai đoạn 2023 đến 2024: 5 đồng"]


def test_a_period_with_sections_of_its_own_needs_no_other_name() -> None:
    plan = two_periods()
    plan.section("I", period_id="2021-2022")
    plan.section("II", period_id="2023-2024")
    plan.cell("I", 2021, amount=1)

    doc = printed(PER_PERIOD, plan.budget())

    assert paragraphs(doc) == []
    assert [refs(table) for table in doc.tables] == [["I"], ["II"]]


def test_years_outside_all_periods_are_not_lost() -> None:
    plan = two_periods()
    plan.section("I")
    plan.cell("I", 2021, amount=1)
    plan.cell("I", 2026, amount=2)

    doc = printed(PER_PERIOD, plan.budget())

    assert [amounts(table.rows[-1])[1:] for table in doc.tables] == [[1, None], [None, None], [2]]
    assert paragraphs(doc)[-1] == "Giai đoạn 2026 đến 2026: 2 đồng"


def test_items_outside_sections_and_sections_without_items_get_tables_too() -> None:
    plan = SmallPlan()
    plan.source("NSNN")
    plan.line("1")
    plan.section("I", text="Mục tự có tiền", label="")
    plan.section("II")
    plan.line("II.A", "II", "section")
    plan.line("II.A.1", "II.A", quantity_label="Số lớp", lead_text="Có dự án riêng")
    plan.cell("1", amount=2)
    plan.cell("I", amount=3)
    plan.cell("II.A.1", quantity=4, price=1_000_000)
    plan.line("II.A.2", "II.A", lead_text="Có dự án riêng")
    plan.line("II.A.3", "II.A", unit="Lớp", price=2_000_000)
    plan.cell("II.A.3", quantity=1)
    plan.line("II.B", "II", "explanation")

    doc = printed_form("binh-duong", plan)

    assert paragraphs(doc) == [
        "(Đơn vị tính: triệu đồng)", "1. Việc 1", "Mục tự có tiền", "II. Việc II", "1. Việc II.A.1", "2. Việc II.A.2",
        "3. Việc II.A.3", "Tổng kinh phí thực hiện cho năm 2021", "./.",
    ]  # fmt: skip
    assert [[texts(row)[0] for row in table.rows] for table in doc.tables] == [
        ["Kinh phí"], ["Kinh phí"], ["Số lớp", "Kinh phí (1 triệu đồng)"], ["Kinh phí: Có dự án riêng"],
        ["Số lượng (Lớp)", "Kinh phí (2 triệu đồng/Lớp)"], [""],
    ]  # fmt: skip
    assert doc.tables[-1].rows[0].cells[-1].amount == 6_000_005


def printed_form(name: str, plan: SmallPlan) -> AppendixDoc:
    doc = build_appendix(form_named(name), plan.budget())
    assert_sound(doc)
    return doc


def test_a_small_table_may_have_a_total_row_and_hide_explanations() -> None:
    form = (
        'id = "a"\nname = "A"\n[[block]]\neach = "item"\nkind = "table"\nrows = "item"\ncomponents = false\n'
        'explanations = false\n[[block.column]]\nkind = "text"\n[[block.column]]\nkind = "amount"'
    )
    plan = SmallPlan()
    plan.source("NSNN")
    plan.line("1")
    plan.line("1.a", "1")
    plan.line("1.b", "1")
    plan.line("1.b.x", "1.b")
    plan.line("1.b.y", "1.b", "component")
    plan.line("1.c", "1", "explanation")
    plan.cell("1.a", amount=2)
    plan.cell("1.b.x", amount=3)

    table = printed(form, plan.budget()).tables[0]

    assert refs(table) == ["1.a", "1.b", "1.b.x"]
    assert [row.cells[1].formula for row in table.rows] == [
        None, Sum((Area(0, 2, 1, 2, 1),)), None, Sum((Area(0, 0, 1, 1, 1),)),
    ]  # fmt: skip


def test_plan_and_actual_stand_side_by_side_for_ten_years() -> None:
    plan = SmallPlan((2021, 2030))
    plan.source("NSNN")
    plan.measure("du_toan", "Dự toán")
    plan.measure("thuc_hien", "Thực hiện")
    plan.line("1")
    for year in range(2021, 2031):
        plan.cell("1", year, amount=10_000_000)
        plan.cell("1", year, measure="thuc_hien", amount=9_000_000)

    doc = printed_form("ke-hoach-thuc-hien", plan)

    table = doc.tables[0]
    assert header_texts(table)[0] == ["TT", "Nội dung", "Cả giai đoạn", *(f"Năm {year}" for year in range(2021, 2031))]
    assert header_texts(table)[1] == ["Kế hoạch", "Thực hiện", "Đạt", *["Kế hoạch", "Thực hiện"] * 10]
    assert table.number_row[4] == "(5)=(4):(3)"
    assert [(cell.amount, cell.percent) for cell in table.rows[0].cells[2:5]] == [
        (100_000_000, None), (90_000_000, None), (None, 90),
    ]  # fmt: skip
    assert table.rows[0].cells[2].formula == Sum(tuple(Area(0, 0, column, 0, column) for column in range(5, 25, 2)))


def test_proposed_and_approved_amounts_have_three_levels_of_heading() -> None:
    plan = SmallPlan()
    plan.source("NSNN")
    plan.source("DN")
    plan.measure("du_toan", "Dự toán")
    plan.measure("de_nghi", "Số đề nghị")
    plan.measure("tham_dinh", "Số thẩm định")
    plan.section("I")
    plan.line("I.1", "I")
    plan.cell("I.1", measure="de_nghi", quantity=3, price=5_000)
    plan.cell("I.1", measure="tham_dinh", quantity=2, price=4_000)
    plan.cell("I.1", source="DN", measure="tham_dinh", quantity=1, price=1_000)

    doc = printed_form("de-nghi-tham-dinh", plan)

    first, second = doc.tables
    assert [len(level) for level in header_texts(first)] == [4, 4, 12]
    assert amounts(row_of(first, "I.1"))[2:] == [
        None, 5_000, 15_000, None, None, None, None, 4_000, 8_000, None, 1_000, 1_000,
    ]  # fmt: skip
    assert texts(first.rows[-1])[1] == "Cộng mục I"
    assert paragraphs(doc) == ["I. Việc I: 9 nghìn đồng"]
    assert [(texts(row)[0], row.cells[-1].amount) for row in second.rows] == [
        ("Số đề nghị", 15_000),
        ("Số thẩm định", 9_000),
    ]
    assert second.title == "Tổng hợp"


def test_measures_are_all_those_of_the_plan_unless_listed() -> None:
    plan = SmallPlan()
    plan.source("NSNN")
    plan.line("1")
    plan.cell("1", amount=1)
    plan.cell("1", measure="la", amount=2)

    table = printed_table(plan.budget(), LABEL, TEXT, TOTAL, table='rows = "measures"')

    assert [(texts(row)[:2], row.cells[2].amount) for row in table.rows] == [(["1", "Dự toán"], 1), (["2", "la"], 2)]


def test_a_closing_table_without_the_tables_before_it_states_figures_alone() -> None:
    plan = three_levels()
    plan.section("II")
    plan.cell("II", 2020, amount=1)

    table = printed_table(
        plan.budget(), 'kind = "amount"\neach = "year"\ntitle = "{year}"', TOTAL, table='rows = "total"\nname = "Cộng"'
    )

    assert amounts(table.rows[0]) == [1, 22, 23]
    assert [cell.formula for cell in table.rows[0].cells] == [None, None, Sum((Area(0, 0, 0, 0, 1),))]


def test_rows_of_measures_have_no_agencies_or_quantities_of_a_plan() -> None:
    plan = three_levels()

    table = printed_table(plan.budget(), TEXT, 'kind = "unit"', 'kind = "quantity"', TOTAL, table='rows = "measures"')

    assert [(texts(row), row.cells[3].amount) for row in table.rows] == [(["Dự toán", "", "", ""], 22)]
