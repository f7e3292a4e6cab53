"""Numbers and formulas of a workbook: live, with the computed value beside them, shown exactly as on paper."""

from dataclasses import replace
from decimal import Decimal

import pytest

from nscl_desktop.domain.appendix import Align, Area, Cell, Column, HeaderCell, Product, Ratio, Row, Sum, Table
from nscl_desktop.domain.money import MoneyUnit
from tests.reports import builders
from tests.reports.sheets import amount, cell_with, document, quantity, row_of, sheet_of, table_of

TRIEU = 1_000_000


def priced() -> Table:
    """Two items with quantity × price, their sum, and shares of it: 5 × 41,72 = 208,6; 2 × 16,5 = 33; 241,6."""
    rows = [
        (
            Cell("Đào tạo"),
            quantity("5"),
            amount(41_720_000),
            amount(208_600_000, formula=Product(1, 2)),
            Cell(percent=Decimal("86.34"), formula=Ratio(Area(0, 0, 3, 0, 3), Area(0, 2, 3, 2, 3))),
        ),
        (
            Cell("Truyền thông"),
            quantity("2"),
            amount(16_500_000),
            amount(33_000_000, formula=Product(1, 2)),
            Cell(percent=Decimal("13.66"), formula=Ratio(Area(0, 1, 3, 1, 3), Area(0, 2, 3, 2, 3))),
        ),
        (Cell("Tổng cộng"), Cell(), Cell(), amount(241_600_000, formula=Sum((Area(0, 0, 3, 1, 3),))), Cell()),
    ]
    return table_of(rows)


def test_totals_are_formulas_over_the_cells_above_with_their_value_beside() -> None:
    formulas, values = sheet_of(document(priced())), sheet_of(document(priced()), values=True)
    first, last = row_of(formulas, "Đào tạo"), row_of(formulas, "Tổng cộng")
    assert formulas[f"D{last}"].value == f"=SUM(D{first}:D{first + 1})"
    assert formulas[f"D{first}"].value == f"=B{first}*C{first}"
    assert formulas[f"E{first}"].value == f"=D{first}/D{last}"
    assert values[f"D{last}"].value == 241.6
    assert values[f"D{first}"].value == 208.6
    assert values[f"E{first}"].value == 0.8634


def test_figures_without_a_formula_are_numbers_in_the_printed_unit() -> None:
    sheet = sheet_of(document(priced()))
    row = row_of(sheet, "Đào tạo")
    assert [sheet[f"{column}{row}"].value for column in "BC"] == [5, 41.72]
    assert [sheet[f"{column}{row}"].data_type for column in "BC"] == ["n", "n"]


@pytest.mark.parametrize(
    ("cell", "number", "shown"),
    [
        (amount(1_250_000_000), 1250, "#,##0"),
        (amount(1_290_840_000), 1290.84, "#,##0.00"),
        (amount(417_200_000), 417.2, "#,##0.0"),
        (amount(1), 0.000001, "#,##0.000000"),
        (amount(0), 0, "#,##0"),
        (amount(-5_000_000), -5, "#,##0"),
        (amount(628_000_000, mark="*"), 628, '#,##0"*"'),
        (amount(1_500_000, mark="(1)"), 1.5, '#,##0.0"(1)"'),
        (amount(2_000_000, mark='a"'), 2, '#,##0"a"\\"'),
        (quantity("1290.840"), 1290.84, "#,##0.00"),
        (Cell(percent=Decimal("12.50")), 0.125, "#,##0.0%"),
    ],
)
def test_each_figure_has_just_the_decimals_it_needs_and_keeps_its_mark(cell: Cell, number: float, shown: str) -> None:
    sheet = sheet_of(document(table_of([(Cell("Dòng"), cell)])))
    written = sheet[f"B{row_of(sheet, 'Dòng')}"]
    assert written.value == number
    assert written.number_format.removeprefix("[$-42A]") == shown


def test_a_column_that_asks_for_decimals_shows_them_and_keeps_the_exact_number() -> None:
    sheet = sheet_of(document(table_of([(Cell("Dòng"), amount(341_840_000))], decimals=1)))
    written = sheet[f"B{row_of(sheet, 'Dòng')}"]
    assert (written.value, written.number_format) == (341.84, "[$-42A]#,##0.0")


def test_a_dash_printed_for_a_figure_stays_a_number_that_sums_count() -> None:
    rows = [
        (Cell("Không"), amount(0, text="-")),
        (Cell("Có"), amount(7 * TRIEU)),
        (Cell("Tổng cộng"), amount(7 * TRIEU, formula=Sum((Area(0, 0, 1, 1, 1),)))),
    ]
    sheet = sheet_of(document(table_of(rows)))
    dash = sheet[f"B{row_of(sheet, 'Không')}"]
    assert (dash.value, dash.number_format) == (0, '"-";"-";"-"')
    assert str(sheet[f"B{row_of(sheet, 'Tổng cộng')}"].value).startswith("=SUM(")


def test_words_printed_for_a_figure_are_text_and_a_sum_that_misses_it_is_a_plain_number() -> None:
    rows = [
        (Cell("Dự án"), amount(3 * TRIEU, text="Có dự án riêng do Sở Y tế chủ trì")),
        (Cell("Tổng cộng"), amount(3 * TRIEU, formula=Sum((Area(0, 0, 1, 0, 1),)))),
    ]
    sheet = sheet_of(document(table_of(rows)))
    assert sheet[f"B{row_of(sheet, 'Dự án')}"].value == "Có dự án riêng do Sở Y tế chủ trì"
    assert sheet[f"B{row_of(sheet, 'Tổng cộng')}"].value == 3


def test_empty_cells_are_blank_and_zero_is_a_number() -> None:
    sheet = sheet_of(document(table_of([(Cell("Dòng"), Cell(), amount(0))])))
    row = row_of(sheet, "Dòng")
    assert sheet[f"B{row}"].value is None
    assert sheet[f"C{row}"].value == 0
    assert sheet[f"B{row}"].border.left.style == "thin"


def test_a_formula_that_would_change_the_paper_is_not_written() -> None:
    stated = amount(9 * TRIEU, formula=Sum((Area(0, 0, 1, 1, 1),)))
    rows = [(Cell("a"), amount(3 * TRIEU)), (Cell("b"), amount(4 * TRIEU)), (Cell("Tổng cộng"), stated)]
    sheet = sheet_of(document(table_of(rows)))
    assert sheet[f"B{row_of(sheet, 'Tổng cộng')}"].value == 9


def test_fifteen_digits_of_dong_are_kept() -> None:
    sheet = sheet_of(document(table_of([(Cell("Dòng"), amount(999_999_999_999_999))], MoneyUnit.DONG)))
    assert sheet[f"B{row_of(sheet, 'Dòng')}"].value == 999_999_999_999_999


def test_a_sum_over_other_tables_finds_their_cells() -> None:
    item = table_of([(Cell("Mục"), amount(5 * TRIEU)), (Cell("Cộng mục"), amount(2 * TRIEU))])
    total = amount(7 * TRIEU, formula=Sum((Area(0, 0, 1, 1, 1),)))
    closing = table_of([(Cell("Tổng cộng"), total)])
    sheet = sheet_of(document(item, closing))
    first = row_of(sheet, "Mục")
    assert sheet[f"B{row_of(sheet, 'Tổng cộng')}"].value == f"=SUM(B{first}:B{first + 1})"


def scattered(count: int) -> Table:
    """A total over every second row, so that no two of its cells are neighbours."""
    rows: list[Row] = []
    for number in range(count):
        rows += [
            Row((Cell(f"Mục {number}"), amount(number * TRIEU))),
            Row((Cell(f"Trong đó {number}"), amount(number * TRIEU))),
        ]
    areas = tuple(Area(0, 2 * number, 1, 2 * number, 1) for number in range(count))
    total = amount(sum(range(count)) * TRIEU, formula=Sum(areas))
    table = table_of([(Cell("Tổng cộng"), total)])
    return replace(table, rows=(*rows, *table.rows))


def test_a_sum_of_many_runs_is_nested_before_it_has_256_arguments() -> None:
    sheet = sheet_of(document(scattered(300)))
    formula = sheet[f"B{row_of(sheet, 'Tổng cộng')}"].value
    assert formula.startswith("=SUM(SUM(B")
    inner = formula.removeprefix("=SUM(").removesuffix(")").split("),")
    assert [len(group.split(",")) for group in inner] == [255, 45]
    assert len(formula) <= 8192


def test_a_sum_too_long_for_one_formula_is_added_up_beside_the_printed_area() -> None:
    sheet = sheet_of(document(scattered(2000)))
    total = sheet[f"B{row_of(sheet, 'Tổng cộng')}"]
    assert total.value == f"=SUM(D{total.row}:E{total.row})"
    parts = [sheet[f"{column}{total.row}"].value for column in "DE"]
    assert all(len(text) <= 8192 for text in parts)
    assert sum(text.count("B") for text in parts) == 2000
    assert str(sheet.print_area).endswith(f"$A$1:$B${total.row}")


def test_totals_have_names() -> None:
    workbook = sheet_of(builders.long_table(20)).parent
    (name,) = [name for name in workbook.defined_names if name.startswith("Tong_cong")]
    sheet = workbook.active
    assert name == "Tong_cong_Kinh_Phi_Dong"
    assert workbook.defined_names[name].attr_text == f"'Phụ lục'!$I${row_of(sheet, 'Tổng cộng')}"


def test_names_of_equal_columns_are_told_apart() -> None:
    names = sheet_of(builders.bac_giang()).parent.defined_names
    totals = [name for name in names if name.startswith("Tong_cong")]
    assert len(totals) == len(set(totals)) == 11
    assert "Tong_cong_Nam_2024_Nsnn" in totals


def test_a_row_of_cells_over_several_columns_is_merged_and_its_figures_stay_in_place() -> None:
    sheet = sheet_of(builders.tay_ninh())
    label = cell_with(sheet, "Tổng cộng (I) + (II) + (III) + (IV)")
    assert f"A{label.row}:H{label.row}" in {str(merged) for merged in sheet.merged_cells.ranges}
    assert sheet[f"I{label.row}"].value == 1_687_290_000


def test_tables_of_unlike_columns_stand_on_one_grid_and_add_up() -> None:
    narrow = Table(
        (Column(30, Align.RIGHT), Column(70, Align.RIGHT)),
        ((HeaderCell("Năm 2022"), HeaderCell("Tổng cộng")),),
        (Row((amount(5 * TRIEU), amount(5 * TRIEU, formula=Sum((Area(1, 0, 0, 0, 0),))))),),
        unit=MoneyUnit.TRIEU,
    )
    wide = table_of([(Cell("Mục"), amount(5 * TRIEU), amount(2 * TRIEU), amount(3 * TRIEU))])
    sheet = sheet_of(document(wide, narrow), values=True)
    row = row_of(sheet, "Năm 2022") + 1
    assert [cell.value for cell in sheet[row] if cell.value is not None] == [5, 5]
    merged = {str(merged) for merged in sheet.merged_cells.ranges if merged.min_row == row}
    assert merged, "the two tables' edges differ, so at least one cell runs over several columns"
