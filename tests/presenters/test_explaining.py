"""F4: every figure of the grid is explained by parts that add up to it, down to what somebody entered."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.presenters.budget_grid import BudgetGrid
from nscl_desktop.presenters.explaining import Explainer, Explanation
from nscl_desktop.presenters.grid_columns import Part, Scope, View
from tests.presenters.desks import cell, item, sample_desk, section, small_plan
from tests.presenters.screens import column_of, one_line, place, shown, typed

SAMPLES = ["BD-2021-2030", "TN-2021", "BG-2021-2025"]


def explained(grid: BudgetGrid, line: str, title: str, group: str = "") -> Explanation:
    row, column = place(grid, line, title, group)
    return Explainer(grid.desk.budget, grid.unit).explain(grid.line(row), grid.columns[column])


def number(figure: str) -> Decimal:
    return Decimal(figure.replace(".", "").replace(",", ".") or "0")


@pytest.mark.parametrize("unit", [MoneyUnit.DONG, MoneyUnit.TRIEU])
@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("code", SAMPLES)
def test_an_explanation_ends_in_the_figure_that_the_cell_shows(code: str, view: View, unit: MoneyUnit) -> None:
    grid = shown(sample_desk(code), view)
    grid.show(unit=unit)
    explainer = Explainer(grid.desk.budget, unit)
    for row in range(len(grid.rows)):
        for at, column in enumerate(grid.columns):
            text = grid.cell(row, at).text
            figure = explainer.explain(grid.line(row), column).figure
            assert figure == (text if column.is_figure and text != "Có dự án riêng" else "")


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("code", SAMPLES)
def test_the_parts_of_an_amount_add_up_to_it_and_can_be_gone_to(code: str, view: View) -> None:
    grid = shown(sample_desk(code), view)
    explainer = Explainer(grid.desk.budget, grid.unit)
    for row in range(len(grid.rows)):
        for column in grid.columns:
            found = explainer.explain(grid.line(row), column)
            if column.part is Part.AMOUNT and found.addends:
                assert sum(number(each.figure) for each in found.addends) == number(found.figure)
                assert all(grid.reveal(each.line_id) is not None for each in found.addends)


def test_a_total_leads_down_to_the_cells_that_were_entered() -> None:
    grid = shown(sample_desk("TN-2021"))
    amount = column_of(grid, "Kinh phí")
    explainer = Explainer(grid.desk.budget, grid.unit)
    whole = explainer.total(grid.columns[amount])
    assert whole.title == "Tổng cộng (I) + (II) + (III) + (IV) · Kinh phí"
    assert whole.figure == "1.687.290.000"
    assert [each.figure for each in whole.addends] == ["40.600.000", "116.690.000", "1.230.000.000", "300.000.000"]
    third = explained(grid, "III", "Kinh phí")
    assert third.brief == "Tổng của 7 dòng bên dưới"
    assert third.addends[0].name.startswith("1 Khảo sát, thu thập và số hóa")
    survey = explained(grid, "III.1", "Kinh phí")
    assert (survey.title, survey.brief) == ("Mục III.1 · Kinh phí", "50 × 8.000.000")
    assert [(each.name, each.made, each.figure) for each in survey.addends] == [
        ("2021 · NSNN", "50 × 8.000.000", "400.000.000")
    ]


def test_the_foot_of_a_year_says_which_year_it_is() -> None:
    grid = shown(sample_desk("BG-2021-2025"), View.SOURCES)
    explainer = Explainer(grid.desk.budget, grid.unit)
    found = explainer.total(grid.columns[column_of(grid, "NSNN", "2024")])
    assert (found.title, found.figure) == ("Tổng cộng · NSNN 2024", "3.021.000.000")


def test_money_of_several_years_is_the_sum_of_what_was_entered_for_each() -> None:
    grid = shown(sample_desk("BD-2021-2030"))
    found = explained(grid, "I.2", "Kinh phí")
    assert found.brief == "Cộng 4 số đã nhập"
    assert [(each.name[:4], each.made, each.figure) for each in found.addends] == [
        (str(year), "4 × 50.000.000", "200.000.000") for year in range(2022, 2026)
    ]


def test_a_price_is_explained_by_its_components() -> None:
    grid = shown(sample_desk("BD-2021-2030"))
    grid.show(unit=MoneyUnit.TRIEU)
    found = explained(grid, "I.3", "Đơn giá")
    assert (found.brief, found.figure) == ("2 × 40 + 1 × 50", "130")
    assert explained(grid, "Chi phí tư vấn và đào tạo", "Kinh phí").brief == "2 × 40"
    assert explained(grid, "Chi họp Xét chọn", "Kinh phí").brief == "3,2"
    assert explained(grid, "I.1", "Đơn giá").addends == ()


def test_the_money_of_a_year_is_explained_by_components_where_they_make_it() -> None:
    grid = shown(sample_desk("BD-2021-2030"), View.YEARS)
    grid.show(unit=MoneyUnit.TRIEU)
    found = explained(grid, "I.10", "Kinh phí", "2023")
    assert (found.brief, found.figure) == ("2 × 8 + 2 × 16,5", "49")
    assert explained(grid, "I.10", "Đơn giá").addends == ()


def test_quantities_of_several_years_add_up_and_shared_ones_say_so() -> None:
    grid = shown(sample_desk("BG-2021-2025"))
    schools = explained(grid, "IV.3", "Số lượng")
    assert (schools.brief, schools.figure) == ("Cộng 4 số đã nhập", "32")
    assert [each.figure for each in schools.addends] == ["11", "9", "6", "6"]
    models = explained(grid, "IV.2", "Số lượng")
    assert (models.brief, models.figure) == ("Các nguồn cùng trả cho một số lượng", "4")
    assert explained(grid, "III.1", "Số lượng").figure == "10"


def test_a_price_that_sources_share_is_the_sum_of_theirs() -> None:
    desk = small_plan(
        section("I", "I", "Mô hình", shared_quantity=True),
        cell("I", 2022, "NSNN", quantity="4", price=238_000_000),
        cell("I", 2022, "DN", quantity="4", price=157_000_000),
    )
    grid = shown(desk)
    grid.show(unit=MoneyUnit.TRIEU)
    found = explained(grid, "I", "Đơn giá")
    assert (found.brief, found.figure) == ("NSNN 238 + DN 157", "395")
    assert [each.made for each in found.addends] == ["Đơn giá của nguồn", "Đơn giá của nguồn"]


def test_narrowed_to_one_source_its_own_price_is_explained() -> None:
    desk = small_plan(
        section("I", "I", "Mô hình", price=300_000_000),
        cell("I", 2022, "NSNN", quantity="4", price=238_000_000),
    )
    grid = shown(desk)
    grid.show(scope=Scope(2022, "NSNN"))
    assert explained(grid, "I", "Đơn giá").figure == "238.000.000"
    assert explained(grid, "I", "Kinh phí").brief == "4 × 238.000.000"


def test_lump_sums_words_and_missing_prices_are_told() -> None:
    grid = one_line(cell("I", 2022, amount=7_000_000))
    assert explained(grid, "I", "Kinh phí").brief == "Số nhập trực tiếp (khoán)"
    typed(grid, "Có dự án riêng", "Kinh phí")
    assert (explained(grid, "I", "Kinh phí").brief, explained(grid, "I", "Kinh phí").figure) == ("Có dự án riêng", "")
    typed(grid, "", "Kinh phí")
    assert explained(grid, "I", "Kinh phí") == Explanation("Mục I · Kinh phí", "")
    typed(grid, "3", "Số lượng")
    assert explained(grid, "I", "Kinh phí").brief == "3 (chưa có đơn giá)"
    assert explained(grid, "I", "Số lượng").addends == ()


def test_lump_sums_of_several_years_are_told_one_by_one() -> None:
    desk = small_plan(
        section("I", "I", "Đào tạo"), cell("I", 2022, amount=5), cell("I", 2023, amount=6), sources=("NSNN",)
    )
    found = explained(BudgetGrid(desk), "I", "Kinh phí")
    assert [(each.name, each.made, each.figure) for each in found.addends] == [
        ("2022 · NSNN", "Khoán", "5"), ("2023 · NSNN", "Khoán", "6"),
    ]  # fmt: skip


def test_a_typed_formula_is_the_explanation_of_the_figure_it_makes_and_of_no_other() -> None:
    grid = one_line(price=15_000_000)
    typed(grid, "=2+3", "Số lượng")
    assert explained(grid, "I", "Số lượng").brief == "=2+3"
    assert explained(grid, "I", "Kinh phí").brief == "5 × 15.000.000"
    typed(grid, "", "Số lượng")
    typed(grid, "=4*395", "Kinh phí")
    assert explained(grid, "I", "Kinh phí").brief == "=4*395"


def test_a_formula_that_came_with_a_file_and_cannot_be_read_is_not_shown() -> None:
    grid = one_line(cell("I", 2022, amount=7, formula="=SUM(A1:A3)"))
    assert grid.cell(*place(grid, "I", "Kinh phí")).formula == ""
    assert explained(grid, "I", "Kinh phí").brief == "Số nhập trực tiếp (khoán)"


def test_lines_that_do_not_add_to_the_section_are_no_part_of_it() -> None:
    desk = small_plan(
        section("I", "I", "Đào tạo"),
        item("a", "I", "1", "Lớp", at="a0"),
        cell("a", 2022, amount=5),
        item("b", "I", "2", "Trong đó", at="a1", adds=False),
        cell("b", 2022, amount=3),
    )
    found = explained(BudgetGrid(desk), "I", "Kinh phí")
    assert [each.line_id for each in found.addends] == ["a"]
    assert found.figure == "5"


def test_words_of_a_cell_have_no_sum() -> None:
    grid = shown(sample_desk("TN-2021"))
    assert explained(grid, "III.1", "Nội dung") == Explanation("Mục III.1 · Nội dung", "")
