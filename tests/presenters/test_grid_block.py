"""Blocks of cells copied to Excel, pasted from it, cleared and filled down: one step each, or none."""

import csv
import io

import pytest

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.records import values_of
from nscl_desktop.presenters.budget_grid import BudgetGrid
from nscl_desktop.presenters.grid_block import GridBlock
from nscl_desktop.presenters.grid_columns import Scope, View
from nscl_desktop.presenters.grid_typing import GridTyping
from nscl_desktop.services import plan_life
from nscl_desktop.services.workspace import PlanDesk
from tests.presenters.desks import cell, drafted, item, refused, section, small_plan
from tests.presenters.screens import Screen, column_of, differences, foot, one_line, place, row_of, shown, stored, text


def lessons() -> BudgetGrid:
    """I with three lines of 2022 and one source, seen by price: 2 × 15 triệu, a lump of 7 triệu, an empty one."""
    desk = small_plan(
        section("I", "I", "Đào tạo", at="a0"),
        item("I.1", "I", "1", "Lớp học", at="a0", unit="Lớp", price=15_000_000),
        cell("I.1", 2022, quantity="2"),
        item("I.2", "I", "2", "Tài liệu", at="a1"),
        cell("I.2", 2022, amount=7_000_000),
        item("I.3", "I", "3", "Hội nghị", at="a2"),
        years=(2022, 2022),
        sources=("NSNN",),
    )
    return BudgetGrid(desk)


def paste(grid: BudgetGrid, line: str, title: str, words: str) -> str:
    return GridBlock(grid).paste(*place(grid, line, title), words)


def everything(desk: PlanDesk) -> dict[str, object]:
    return {record.id: values_of(record) for record in desk.book.records()}


def whole(grid: BudgetGrid) -> tuple[range, range]:
    return range(len(grid.rows)), range(len(grid.columns))


# -- copying ----------------------------------------------------------------------------------------------------------


def test_a_block_is_copied_as_excel_takes_it() -> None:
    grid = lessons()
    columns = [column_of(grid, title) for title in ("Nội dung", "Số lượng", "Kinh phí")]
    assert GridBlock(grid).text([1, 2], columns) == "Lớp học\t2\t30.000.000\r\nTài liệu\t\t7.000.000\r\n"


def test_texts_with_quotes_and_line_breaks_come_out_of_excel_as_they_went_in() -> None:
    grid = lessons()
    GridTyping(grid).enter(*place(grid, "I.1", "Nội dung"), 'Lớp "5S"\nhai ngày')
    copied = GridBlock(grid).text([1], [1])
    assert next(csv.reader(io.StringIO(copied, newline=""), dialect="excel-tab")) == ['Lớp "5S"\nhai ngày']
    GridBlock(grid).paste(3, 1, copied)
    assert grid.line(3).text == 'Lớp "5S"\nhai ngày'


def test_the_markup_holds_bare_numbers_for_an_excel_of_any_language() -> None:
    grid = lessons()
    grid.show(unit=MoneyUnit.NGHIN)
    GridTyping(grid).enter(*place(grid, "I.1", "Nội dung"), "Lớp <5S> & khác\nhai ngày")
    GridTyping(grid).enter(*place(grid, "I.1", "Đơn giá"), "15.000,5")
    markup = GridBlock(grid).markup([1, 2], [1, 3, 4, 5])
    assert "<td>Lớp &lt;5S&gt; &amp; khác<br>hai ngày</td>" in markup
    assert '<td x:num="15000.5" style="text-align:right">15.000,5</td>' in markup
    assert '<td x:num="30001" style="text-align:right">30.001</td></tr>' in markup
    assert "<td>Tài liệu</td><td></td><td></td>" in markup


def test_words_and_dashes_that_stand_for_money_stay_words_in_the_markup() -> None:
    grid = one_line(cell("I", 2022, text="Có dự án riêng"))
    assert "<td>Có dự án riêng</td>" in GridBlock(grid).markup([0], [5])
    GridTyping(grid).enter(0, 5, "-")
    assert "<td>-</td>" in GridBlock(grid).markup([0], [5])


# -- pasting ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("unit", [MoneyUnit.DONG, MoneyUnit.TRIEU])
@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("code", ["BD-2021-2030", "TN-2021", "BG-2021-2025"])
def test_a_plan_copied_and_pasted_onto_itself_changes_nothing(code: str, view: View, unit: MoneyUnit) -> None:
    desk = drafted(code)
    grid = shown(desk, view)
    grid.show(unit=unit)
    before = everything(desk)
    said = GridBlock(grid).paste(0, 0, GridBlock(grid).text(*whole(grid)))
    assert everything(desk) == before
    assert desk.undo_stack.undo_words is None
    assert "tính khác" not in said


def test_a_block_from_excel_is_entered_as_one_step() -> None:
    grid = lessons()
    screen = Screen(grid)
    said = paste(grid, "I.1", "ĐVT", "Lớp\t3\t16.000.000\r\nBộ\t100\t80.000\r\nCuộc\t1\t20.000.000\r\n")
    assert said.startswith("Đã dán 9 ô")
    assert [text(grid, line, "Kinh phí") for line in ("I.1", "I.2", "I.3")] == ["48.000.000", "7.000.000", "20.000.000"]
    assert grid.desk.undo_stack.undo_words == "Dán 9 ô"
    assert differences(screen) == []
    grid.desk.undo()
    assert foot(grid, "Kinh phí") == "37.000.000"


def test_quantity_price_and_money_pasted_together_are_computed_and_compared() -> None:
    grid = lessons()
    assert paste(grid, "I.1", "Số lượng", "3\t15.000.000\t45.000.000") == "Đã dán 2 ô"
    assert stored(grid, "I.1").amount is None
    said = paste(grid, "I.3", "Số lượng", "1\t20.000.000\t25.000.000")
    assert "1 ô tính khác với số đang dán: mục I.3, kinh phí: “25.000.000” ≠ 20.000.000" in said
    assert text(grid, "I.3", "Kinh phí") == "20.000.000"


def test_money_pasted_with_its_quantity_takes_the_place_of_a_lump_sum() -> None:
    grid = lessons()
    paste(grid, "I.2", "Số lượng", "4\t5.000.000\t20.000.000")
    assert text(grid, "I.2", "Kinh phí") == "20.000.000"
    assert stored(grid, "I.2").amount is None


def test_a_lump_sum_beside_a_quantity_stays_one_when_pasted_onto_itself() -> None:
    grid = one_line(cell("I", 2022, quantity="2", amount=7_000_000), price=3_000_000)
    paste(grid, "I", "Số lượng", "2\t3.000.000\t7.000.000")
    assert stored(grid).amount == 7_000_000


def test_money_pasted_with_a_quantity_but_no_price_is_a_lump_sum() -> None:
    grid = lessons()
    paste(grid, "I.3", "Số lượng", "2\t\t9.000.000")
    assert (stored(grid, "I.3").amount, text(grid, "I.3", "Số lượng")) == (9_000_000, "2")


def test_money_of_sources_that_share_a_quantity_is_kept_where_the_year_has_no_price() -> None:
    desk = small_plan(
        section("I", "I", "Mô hình", shared_quantity=True),
        cell("I", 2022, "NSNN", quantity="4", price=238_000_000),
        cell("I", 2022, "DN", quantity="4", price=157_000_000),
    )
    grid = shown(desk)
    grid.show(scope=Scope(2023, "NSNN"))
    paste(grid, "I", "Số lượng", "3\t\t714.000.000")
    assert (text(grid, "I", "Số lượng"), text(grid, "I", "Kinh phí")) == ("3", "714.000.000")


def test_money_that_a_price_of_its_own_makes_is_computed() -> None:
    grid = one_line(cell("I", 2022, price=9, amount=5))
    assert paste(grid, "I", "Số lượng", "4\t10\t40") == "Đã dán 3 ô"
    assert (stored(grid).amount, stored(grid).price, text(grid, "I", "Kinh phí")) == (None, 10, "40")


def test_money_that_the_components_of_a_year_make_is_computed() -> None:
    desk = small_plan(
        section("I", "I", "Giải thưởng", component_basis="year"),
        item("a", "I", "", "Giải vàng", kind="component", price=20_860_000),
        sources=("NSNN",),
    )
    grid = shown(desk)
    grid.show(scope=Scope(year=2023))
    said = paste(grid, "I", "Số lượng", "3\t\t31.290.000")
    assert stored(grid, year=2023).amount is None
    assert said.endswith("mục I, kinh phí: “31.290.000” ≠ 20.860.000")


def test_what_is_pasted_onto_sums_is_compared_with_the_sums_afterwards() -> None:
    grid = lessons()
    said = GridBlock(grid).paste(0, 5, "54.000.000\n45.000.000\n9.000.000\n")
    assert "2 ô tính khác" in said  # the product stays, so the section is 39 triệu
    assert "mục I, kinh phí: “54.000.000” ≠ 39.000.000" in said
    assert "mục I.1, kinh phí: “45.000.000” ≠ 30.000.000" in said
    said = paste(grid, "I", "Số lượng", "\t\t54.000.000\n3\t15.000.000\t45.000.000\n\t\t9.000.000\n")
    assert "tính khác" not in said
    assert foot(grid, "Kinh phí") == "54.000.000"


def test_a_figure_written_otherwise_is_no_other_figure_and_what_is_none_is_told() -> None:
    grid = shown(drafted("BD-2021-2030"), View.YEARS)
    at = place(grid, "I.1", "Số lượng", "Tổng cộng")
    assert GridBlock(grid).paste(*at, "4,0\t160000000\tSở Y tế") == "Đã dán 1 ô"
    said = GridBlock(grid).paste(*at, "bốn\tx\tSở Tài chính")
    assert "2 ô tính khác với số đang dán: mục I.1, số lượng Tổng cộng: “bốn” ≠ 4; mục I.1" in said


def test_only_the_first_differing_cells_are_told() -> None:
    desk = small_plan(
        *(section(str(n), str(n), f"Mục {n}", at=f"a{n}", price=10) for n in range(1, 6)),
        *(cell(str(n), 2022, quantity="1") for n in range(1, 6)),
        years=(2022, 2022),
        sources=("NSNN",),
    )
    grid = BudgetGrid(desk)
    said = GridBlock(grid).paste(0, 3, "\n".join("2\t10\t99" for _ in range(5)))
    assert said.startswith("Đã dán 10 ô. 5 ô tính khác với số đang dán: mục 1, kinh phí: “99” ≠ 20; ")
    assert said.endswith("…")


def test_blank_cells_of_excel_empty_the_cells_they_fall_on() -> None:
    grid = lessons()
    paste(grid, "I.1", "ĐVT", "\t\t\nBộ\t\t")
    assert [text(grid, "I.1", title) for title in ("ĐVT", "Số lượng", "Đơn giá", "Kinh phí")] == ["", "", "", ""]
    assert text(grid, "I.2", "ĐVT") == "Bộ"


def test_rows_of_unlike_length_leave_the_cells_they_do_not_reach() -> None:
    grid = lessons()
    paste(grid, "I.1", "ĐVT", "Khóa\nBộ\t5\n")
    assert [text(grid, "I.1", "ĐVT"), text(grid, "I.1", "Số lượng")] == ["Khóa", "2"]
    assert [text(grid, "I.2", "ĐVT"), text(grid, "I.2", "Số lượng")] == ["Bộ", "5"]


@pytest.mark.parametrize(
    ("copied", "texts"),
    [
        ('"Lớp ""5S""\nhai ngày"\tBộ', ['Lớp "5S"\nhai ngày', "Bộ"]),
        ('"Sổ tay" NSCL\tCuốn', ['"Sổ tay" NSCL', "Cuốn"]),
        ('"Sổ tay\tCuốn', ['"Sổ tay', "Cuốn"]),
        ('Màn hình 24"\tCái', ['Màn hình 24"', "Cái"]),
        ('"""Sổ tay"" NSCL"\tCuốn', ['"Sổ tay" NSCL', "Cuốn"]),
        ('""\tCuốn', ["", "Cuốn"]),
    ],
)
def test_quotes_are_read_as_excel_writes_them(copied: str, texts: list[str]) -> None:
    grid = lessons()
    paste(grid, "I.1", "Nội dung", copied)
    assert [grid.line(1).text, grid.line(1).unit] == texts


def test_a_single_value_fills_the_chosen_block() -> None:
    grid = lessons()
    assert GridBlock(grid).paste(1, 2, "Lần\n", rows=3, columns=1) == "Đã dán 3 ô"
    assert [grid.line(row).unit for row in (1, 2, 3)] == ["Lần", "Lần", "Lần"]


def test_a_block_longer_than_the_grid_asks_for_lines_first() -> None:
    grid = lessons()
    with pytest.raises(InputError, match="dài hơn bảng 2 dòng; hãy thêm dòng"):
        paste(grid, "I.2", "ĐVT", "a\nb\nc\nd\n")
    assert grid.line(2).unit == ""


def test_a_block_wider_than_the_grid_is_refused_not_cut() -> None:
    grid = lessons()
    with pytest.raises(InputError, match="rộng hơn bảng 2 cột"):
        paste(grid, "I.2", "Ghi chú", "ghi chú\tthừa\tnữa\n")
    assert grid.line(2).note == ""
    assert paste(grid, "I.2", "Ghi chú", "ghi chú\t\t\n") == "Đã dán 1 ô"


def test_every_cell_that_cannot_be_read_is_told_and_nothing_is_entered() -> None:
    grid = lessons()
    with pytest.raises(InputError) as refused:
        paste(grid, "I.1", "Số lượng", "hai\t1.2.3\nba\tx\nmột\ty\n")
    said = refused.value.sentence
    assert said.startswith("Chưa ô nào thay đổi: 6 ô không đọc được. mục I.1, số lượng: Không đọc được số “hai”")
    assert said.endswith("; và 3 ô khác")
    assert text(grid, "I.1", "Số lượng") == "2"


def test_a_value_that_a_line_cannot_hold_stops_the_whole_block() -> None:
    grid = lessons()
    with pytest.raises(InputError, match="chỉ nhận một dòng"):
        paste(grid, "I.1", "ĐVT", '"Lớp\nhọc"\t5\n')
    assert text(grid, "I.1", "Số lượng") == "2"


@pytest.mark.parametrize("nothing", ["", "\n", "\t".join("x" * 50_002)])
def test_a_clipboard_without_a_usable_table_says_so(nothing: str) -> None:
    grid = lessons()
    with pytest.raises(InputError, match="Bảng tạm không có bảng nào dán được"):
        paste(grid, "I.1", "ĐVT", nothing)


def test_a_cell_of_two_million_characters_is_refused_in_a_sentence() -> None:
    grid = lessons()
    for title in ("Nội dung", "Số lượng"):
        with pytest.raises(InputError, match="ký tự"):
            paste(grid, "I.1", title, "x" * 2_000_000)


def test_sums_alone_cannot_be_pasted_onto() -> None:
    grid = lessons()
    with pytest.raises(InputError, match="đều là số tính từ ô khác"):
        paste(grid, "I", "Kinh phí", "1\n")


@pytest.mark.parametrize("grid", [lessons(), BudgetGrid(small_plan())])
def test_without_a_chosen_cell_nothing_happens_to_any_line(grid: BudgetGrid) -> None:
    block, nowhere = GridBlock(grid), range(-1, 0)
    says = "Chưa chọn ô nào; hãy chọn ô trong bảng dự toán rồi làm lại."
    assert refused(lambda: block.paste(-1, -1, "x")) == says
    assert refused(lambda: block.clear(nowhere, nowhere)) == says
    assert refused(lambda: block.fill_down(nowhere, nowhere)) == says
    assert refused(lambda: block.clear((), ())) == says


def test_nothing_is_pasted_cleared_or_filled_into_a_closed_plan() -> None:
    grid = lessons()
    grid.desk.perform(plan_life.submit(grid.desk.book, grid.desk.plan_id))
    block = GridBlock(grid)
    for act in (lambda: block.paste(1, 2, "x"), lambda: block.clear([1], [2]), lambda: block.fill_down([1, 2], [2])):
        with pytest.raises(InputError, match="đã trình"):
            act()


def test_formulas_in_a_pasted_block_are_kept() -> None:
    grid = lessons()
    paste(grid, "I.2", "Số lượng", "=2+3\t\t\n\t\t=4*395\n")
    assert grid.cell(*place(grid, "I.2", "Số lượng")).formula == "=2+3"
    assert grid.cell(*place(grid, "I.3", "Kinh phí")).formula == "=4*395"


def test_agencies_are_recognised_in_a_pasted_block() -> None:
    grid = shown(drafted("BG-2021-2025"))
    GridBlock(grid).paste(*place(grid, "V.1", "Cơ quan chủ trì"), "Sở Y tế\nCó dự án riêng\n")
    assert [text(grid, line, "Cơ quan chủ trì") for line in ("V.1", "V.2")] == ["Sở Y tế", "Có dự án riêng"]
    assert grid.line(row_of(grid, "V.1")).lead_text == ""


# -- clearing and filling ---------------------------------------------------------------------------------------------


def test_clearing_empties_what_was_entered_and_leaves_what_is_computed() -> None:
    grid = lessons()
    columns = [column_of(grid, title) for title in ("ĐVT", "Số lượng", "Kinh phí")]
    assert GridBlock(grid).clear([1, 2], columns) == "Đã xóa nội dung 5 ô"
    assert [text(grid, line, "Kinh phí") for line in ("I.1", "I.2")] == ["", ""]
    assert text(grid, "I.1", "Đơn giá") == "15.000.000"
    assert grid.desk.undo_stack.undo_words == "Xóa nội dung 5 ô"
    grid.desk.undo()
    assert foot(grid, "Kinh phí") == "37.000.000"


def test_filling_down_gives_each_cell_the_value_at_the_top() -> None:
    grid = lessons()
    columns = [column_of(grid, title) for title in ("ĐVT", "Số lượng", "Đơn giá")]
    assert GridBlock(grid).fill_down([1, 2, 3], columns) == "Đã chép xuống 6 ô"
    assert [text(grid, "I.3", title) for title in ("ĐVT", "Số lượng", "Đơn giá", "Kinh phí")] == [
        "Lớp", "2", "15.000.000", "30.000.000",
    ]  # fmt: skip
    assert grid.desk.undo_stack.undo_words == "Chép xuống 6 ô"


def test_filling_down_needs_two_lines() -> None:
    with pytest.raises(InputError, match="từ hai dòng trở lên"):
        GridBlock(lessons()).fill_down([1], [2])


def test_filling_down_years_of_a_plan_copies_each_year() -> None:
    grid = shown(drafted("BD-2021-2030"), View.YEARS)
    years = [at for at, column in enumerate(grid.columns) if column.title == "Số lượng" and column.group.isdigit()]
    GridBlock(grid).fill_down([row_of(grid, "I.1"), row_of(grid, "I.2")], years[:5])
    assert text(grid, "I.2", "Kinh phí", "Tổng cộng") == "200.000.000"
