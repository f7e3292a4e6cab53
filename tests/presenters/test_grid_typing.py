"""Typing into the grid: numbers as Vietnamese clerks write them, texts and agencies, what cannot be read."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.budget_lines import Allocation
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.presenters.budget_grid import BudgetGrid
from nscl_desktop.presenters.grid_block import GridBlock
from nscl_desktop.presenters.grid_columns import Scope
from nscl_desktop.presenters.grid_typing import GridTyping
from tests.presenters.desks import cell, drafted, sample_desk, section, small_plan
from tests.presenters.screens import (
    Screen,
    column_of,
    differences,
    foot,
    one_line,
    place,
    row_of,
    shown,
    stored,
    text,
    typed,
)


@pytest.mark.parametrize(
    ("words", "unit", "dong"),
    [
        ("15.000.000", MoneyUnit.DONG, 15_000_000),
        ("15000000", MoneyUnit.DONG, 15_000_000),
        (" 15 000 000 ", MoneyUnit.DONG, 15_000_000),
        ("15.000.000 đồng", MoneyUnit.DONG, 15_000_000),
        ("15 triệu", MoneyUnit.DONG, 15_000_000),
        ("1,5 tỷ", MoneyUnit.DONG, 1_500_000_000),
        ("1.290,84", MoneyUnit.TRIEU, 1_290_840_000),
        ("83,44", MoneyUnit.TRIEU, 83_440_000),
        ("1.280", MoneyUnit.TRIEU, 1_280_000_000),
        ("68.4", MoneyUnit.TRIEU, 68_400_000),
        ("1.500", MoneyUnit.NGHIN, 1_500_000),
        ("0", MoneyUnit.DONG, 0),
    ],
)
def test_money_is_read_in_the_unit_of_the_grid(words: str, unit: MoneyUnit, dong: int) -> None:
    grid = one_line()
    grid.show(unit=unit)
    typed(grid, words, "Kinh phí")
    assert stored(grid).amount == dong


@pytest.mark.parametrize(
    ("words", "quantity"), [("3", "3"), ("12,5", "12.5"), ("1.200", "1200"), ("0", "0"), ("=2*3", "6")]
)
def test_quantities_are_read_with_a_decimal_comma(words: str, quantity: str) -> None:
    grid = one_line(price=1_000_000)
    typed(grid, words, "Số lượng")
    assert stored(grid).quantity == Decimal(quantity)


def test_an_unusual_notation_is_told_back() -> None:
    grid = one_line()
    assert typed(grid, "15.000.000", "Kinh phí") == ""
    assert "dấu chấm là dấu thập phân" in typed(grid, "12.5", "Số lượng")
    assert "đơn vị" in typed(grid, "5 triệu", "Đơn giá")


def test_without_a_listener_an_unusual_notation_is_still_taken() -> None:
    grid = one_line()
    GridTyping(grid).enter(*place(grid, "I", "Số lượng"), "12.5")
    assert text(grid, "I", "Số lượng") == "12,5"


def test_totals_follow_what_was_typed() -> None:
    grid = shown(drafted("TN-2021"))
    typed(grid, "60", "Số lượng", line="III.1")
    assert text(grid, "III.1", "Kinh phí") == "480.000.000"
    assert text(grid, "III", "Kinh phí") == "1.310.000.000"
    assert foot(grid, "Kinh phí") == "1.767.290.000"
    typed(grid, "7.500.000", "Đơn giá", line="III.1")
    assert foot(grid, "Kinh phí") == "1.737.290.000"


def test_a_price_is_built_from_its_components() -> None:
    grid = shown(drafted("BD-2021-2030"))
    typed(grid, "3", "Số lượng", line="Chi phí tư vấn và đào tạo")
    assert text(grid, "I.3", "Đơn giá") == "170.000.000"
    typed(grid, "60.000.000", "Đơn giá", line="Chi phí tư vấn và chứng nhận")
    assert text(grid, "I.3", "Đơn giá") == "180.000.000"
    assert text(grid, "I.3", "Kinh phí") == "540.000.000"


def test_an_emptied_cell_has_no_figure_which_is_not_nought() -> None:
    grid = one_line(cell("I", 2022, amount=5))
    typed(grid, "0", "Kinh phí")
    assert text(grid, "I", "Kinh phí") == "0"
    typed(grid, "", "Kinh phí")
    assert text(grid, "I", "Kinh phí") == ""
    assert grid.desk.book.table(Allocation) == {}


def test_words_or_a_dash_may_stand_for_money() -> None:
    grid = one_line(cell("I", 2022, amount=5))
    assert "thay cho số tiền" in typed(grid, "Có dự án riêng", "Kinh phí")
    assert text(grid, "I", "Kinh phí") == "Có dự án riêng"
    assert foot(grid, "Kinh phí") == ""
    typed(grid, "-", "Kinh phí")
    assert text(grid, "I", "Kinh phí") == "-"
    assert GridTyping(grid).text_for_editing(*place(grid, "I", "Kinh phí")) == "-"
    typed(grid, "7", "Kinh phí")
    assert (stored(grid).amount, stored(grid).text) == (7, "")


@pytest.mark.parametrize(
    ("title", "words", "says"),
    [
        ("Kinh phí", "1.28.000", "Không đọc được số “1.28.000”"),
        ("Kinh phí", "12 quả", "Không hiểu đơn vị tiền"),
        ("Kinh phí", "0,5", "lẻ dưới 1 đồng"),
        ("Kinh phí", "9" * 20, "lớn hơn"),
        ("Kinh phí", "9" * 2_000_000, "quá dài"),
        ("Kinh phí", "-5", "không được âm"),
        ("Kinh phí", "=10/3", "lẻ dưới 1 đồng"),
        ("Kinh phí", "=1/0", "chia cho 0"),
        ("Kinh phí", "=SUM(A1:A3)", "Không đọc được công thức"),
        ("Số lượng", "mười", "Không đọc được số “mười”"),
        ("Số lượng", "2 lớp", "chỉ được ghi số"),
        ("Số lượng", "-", "chỉ ghi được ở cột kinh phí"),
        ("Đơn giá", "-", "chỉ ghi được ở cột kinh phí"),
        ("STT", "1\n2", "chỉ nhận một dòng"),
        ("Nội dung", "x" * 20_001, "ký tự"),
    ],
)
def test_what_cannot_be_read_is_refused_and_kept_beside_its_sentence(title: str, words: str, says: str) -> None:
    grid = one_line(cell("I", 2022, amount=5))
    typing, at = GridTyping(grid), place(grid, "I", title)
    with pytest.raises(InputError, match=says):
        typing.enter(*at, words)
    rejected = typing.rejected(*at)
    assert rejected is not None
    assert rejected[0] == words
    assert says in rejected[1]
    assert typing.text_for_editing(*at) == words
    assert stored(grid).amount == 5
    assert grid.desk.undo_stack.undo_words is None


def test_a_rejected_text_goes_when_it_is_mended_or_taken_away() -> None:
    grid = one_line()
    typing, at = GridTyping(grid), place(grid, "I", "Số lượng")
    for mend in (lambda: typing.enter(*at, "2"), lambda: typing.forget([at, (0, 0)])):
        with pytest.raises(InputError):
            typing.enter(*at, "hai")
        mend()
        assert typing.rejected(*at) is None
    assert not typing.forget([at])


def test_a_rejected_text_gives_way_when_its_cell_gets_another_value() -> None:
    grid = one_line(cell("I", 2022, amount=5))
    typing, at = GridTyping(grid), place(grid, "I", "Kinh phí")
    with pytest.raises(InputError):
        typing.enter(*at, "12a")
    grid.show(unit=MoneyUnit.TRIEU)
    assert typing.rejected(*at) is not None  # the same figure in another unit
    grid.show(unit=MoneyUnit.DONG)
    GridBlock(grid).paste(*at, "6")
    assert typing.rejected(*at) is None
    assert typing.text_for_editing(*at) == "6"


def test_there_is_nothing_to_take_away_where_no_cell_is_chosen() -> None:
    empty = BudgetGrid(small_plan())
    assert not GridTyping(empty).forget([(-1, -1)])


def test_a_rejected_text_stays_with_the_year_it_was_typed_for() -> None:
    desk = small_plan(section("I", "I", "Đào tạo"), sources=("NSNN",))
    grid = BudgetGrid(desk)
    grid.show(scope=Scope(year=2022))
    typing, at = GridTyping(grid), place(grid, "I", "Số lượng")
    with pytest.raises(InputError):
        typing.enter(*at, "hai")
    grid.show(scope=Scope(year=2023))
    assert typing.rejected(*at) is None
    grid.show(scope=Scope(year=2022))
    assert typing.rejected(*at) is not None


def test_a_line_is_named_unit_by_unit_as_typed_and_undone_by_name() -> None:
    grid = one_line()
    typed(grid, "Lớp", "ĐVT")
    assert text(grid, "I", "ĐVT") == "Lớp"
    assert grid.desk.undo_stack.undo_words == "Sửa đơn vị tính mục I"
    typed(grid, "Tập huấn", "Nội dung")
    typed(grid, "2", "Số lượng")
    assert grid.desk.undo_stack.undo_words == "Sửa số lượng năm 2022 của mục I"
    typed(grid, "5.000.000", "Đơn giá")
    assert grid.desk.undo_stack.undo_words == "Sửa đơn giá mục I"
    for _ in range(4):
        grid.desk.undo()
    assert [text(grid, "I", title) for title in ("Nội dung", "ĐVT", "Số lượng", "Kinh phí")] == ["Đào tạo", "", "", ""]


def test_entering_what_stands_there_already_is_no_step() -> None:
    grid = one_line(cell("I", 2022, amount=7_000_000))
    typed(grid, "7.000.000", "Kinh phí")
    typed(grid, "Đào tạo", "Nội dung")
    assert grid.desk.undo_stack.undo_words is None


def test_text_typed_in_parts_is_stored_whole() -> None:
    grid = one_line()
    typed(grid, "Tổ chức lớp ho\u0323c", "Nội dung")
    assert text(grid, "I", "Nội dung") == "Tổ chức lớp học"


@pytest.mark.parametrize("words", ["Sở Y tế", "SỞ Y TẾ", "  sở  y tế "])
def test_a_known_agency_is_recognised_by_its_name(words: str) -> None:
    grid = shown(drafted("BG-2021-2025"))
    health = next(agency for agency in grid.desk.book.table(Agency).values() if agency.name == "Sở Y tế")
    typed(grid, words, "Cơ quan chủ trì", line="V.1")
    line = grid.line(row_of(grid, "V.1"))
    assert (line.lead_id, line.lead_text) == (health.id, "")
    assert GridTyping(grid).text_for_editing(*place(grid, "V.1", "Cơ quan chủ trì")) == "Sở Y tế"


def test_a_known_agency_is_recognised_by_its_short_name() -> None:
    grid = shown(drafted("BG-2021-2025"))
    typed(grid, "Sở KH&CN", "Cơ quan chủ trì", line="II")
    assert text(grid, "II", "Cơ quan chủ trì") == "Sở Khoa học và Công nghệ"
    assert text(grid, "II.5", "Cơ quan chủ trì") == "Sở Khoa học và Công nghệ"


def test_an_unknown_lead_is_printed_as_typed_and_an_emptied_one_inherits_again() -> None:
    grid = shown(drafted("TN-2021"))
    typed(grid, "Có dự án riêng", "Cơ quan chủ trì", line="I.1")
    assert text(grid, "I.1", "Cơ quan chủ trì") == "Có dự án riêng"
    typing, at = GridTyping(grid), place(grid, "I.1", "Cơ quan chủ trì")
    assert typing.text_for_editing(*at) == "Có dự án riêng"
    typing.enter(*at, " ")
    assert grid.cell(*at).text == text(grid, "I", "Cơ quan chủ trì")
    assert grid.cell(*at).inherited
    assert typing.text_for_editing(*at) == ""


def test_the_editor_starts_with_the_figure_in_full_in_the_grids_unit() -> None:
    grid = shown(drafted("TN-2021"))
    grid.show(unit=MoneyUnit.TRIEU)
    typing = GridTyping(grid)
    starts = [typing.text_for_editing(*place(grid, "III.1", title)) for title in ("Nội dung", "Số lượng", "Đơn giá")]
    assert starts[0].startswith("Khảo sát, thu thập và số hóa dữ liệu")
    assert starts[1:] == ["50", "8"]
    assert typing.text_for_editing(*place(grid, "III.7", "Đơn giá")) == ""
    assert typing.text_for_editing(*place(grid, "III", "Số lượng")) == ""


def test_what_the_column_holds_elsewhere_is_offered_while_typing() -> None:
    grid = shown(sample_desk("TN-2021"))
    typing = GridTyping(grid)
    assert typing.suggestions(column_of(grid, "ĐVT")) == ("CC", "DN", "HT", "Lần", "Lớp", "Năm", "SP", "TC")
    assert "Cục Thống kê" in typing.suggestions(column_of(grid, "Cơ quan chủ trì"))
    assert typing.suggestions(column_of(grid, "Kinh phí")) == ()
    assert typing.suggestions(column_of(grid, "Nội dung")) == ()


def test_totals_move_while_typing_and_stand_again_when_it_stops() -> None:
    grid = shown(drafted("TN-2021"))
    screen = Screen(grid)
    typing, at = GridTyping(grid), place(grid, "III.1", "Số lượng")
    typing.show_while_typing(*at, "60")
    assert text(grid, "III.1", "Kinh phí") == "480.000.000"
    assert screen.foot[column_of(grid, "Kinh phí")] == "1.767.290.000"
    assert screen.cells[row_of(grid, "III")][column_of(grid, "Kinh phí")].text == "1.310.000.000"
    typing.show_while_typing(*at, "60 qu")  # half-typed: no figure yet
    assert foot(grid, "Kinh phí") == "1.687.290.000"
    typing.show_while_typing(*at, "6")
    typing.stop_typing()
    assert differences(screen) == []
    assert grid.desk.undo_stack.undo_words is None


def test_typing_a_component_moves_the_totals_of_the_line_it_is_part_of() -> None:
    grid = shown(drafted("BD-2021-2030"))
    GridTyping(grid).show_while_typing(*place(grid, "Chi phí tư vấn và đào tạo", "Đơn giá"), "50.000.000")
    assert text(grid, "I.3", "Kinh phí") == "450.000.000"
    assert foot(grid, "Kinh phí") == "13.549.400.000"
