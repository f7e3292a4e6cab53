"""Cells that cannot be typed into say why and what to do instead, and the advice holds."""

import pytest

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.plans import Plan
from nscl_desktop.presenters.budget_grid import BudgetGrid
from nscl_desktop.presenters.grid_columns import Scope, View
from nscl_desktop.presenters.grid_typing import GridTyping
from nscl_desktop.services import plan_life
from nscl_desktop.services.editing import delete_record, set_field
from tests.presenters.desks import cell, drafted, item, sample_desk, section, small_plan
from tests.presenters.screens import foot, one_line, place, shown, stored, text, typed

BELOW = "là tổng các dòng bên dưới; hãy sửa ở các dòng đó."


def refusal(grid: BudgetGrid, line: str, title: str, group: str = "") -> str:
    return GridTyping(grid).refusal(*place(grid, line, title, group))


def test_a_sum_sends_to_the_lines_below() -> None:
    grid = shown(drafted("TN-2021"))
    for line in ("III", "III.7"):
        assert refusal(grid, line, "Kinh phí") == f"Số tiền của mục {line} {BELOW}"
    with pytest.raises(InputError, match="tổng các dòng bên dưới"):
        GridTyping(grid).enter(*place(grid, "III", "Kinh phí"), "1")
    assert foot(grid, "Kinh phí") == "1.687.290.000"


def test_a_product_sends_to_quantity_and_price_or_to_a_lump_sum() -> None:
    grid = shown(drafted("TN-2021"))
    said = refusal(grid, "III.1", "Kinh phí")
    assert "Số tiền của mục III.1 = số lượng × đơn giá" in said
    assert "xóa số lượng để nhập khoán" in said
    typed(grid, "", "Số lượng", line="III.1")
    typed(grid, "390.000.000", "Kinh phí", line="III.1")
    assert text(grid, "III.1", "Kinh phí") == "390.000.000"


def test_a_price_of_components_sends_to_the_components() -> None:
    grid = shown(drafted("BD-2021-2030"))
    assert refusal(grid, "I.3", "Đơn giá") == (
        "Đơn giá của mục I.3 được cộng từ các thành phần; hãy sửa ở các dòng thành phần bên dưới."
    )
    assert refusal(grid, "Chi phí tư vấn và đào tạo", "Đơn giá") == ""
    assert refusal(grid, "Chi phí tư vấn và đào tạo", "Số lượng") == ""


def test_a_component_has_no_money_of_its_own_and_no_quantity_of_a_year() -> None:
    grid = shown(drafted("BD-2021-2030"))
    assert "chỉ hợp thành đơn giá" in refusal(grid, "Giải vàng", "Kinh phí")
    grid.show(View.YEARS)
    assert "ở cách xem Theo đơn giá" in refusal(grid, "Giải vàng", "Số lượng", "2023")
    assert refusal(grid, "Giải vàng", "Đơn giá") == ""


def test_an_explanation_takes_words_but_no_figures() -> None:
    grid = shown(drafted("BD-2021-2030"))
    assert "Dòng diễn giải không mang số liệu" in refusal(grid, "Tổng cộng 6,84 triệu", "Số lượng")
    assert refusal(grid, "Tổng cộng 6,84 triệu", "Nội dung") == ""


def test_a_cell_of_several_years_sends_to_one_year() -> None:
    grid = shown(drafted("BD-2021-2030"))
    assert "Ô này gồm nhiều năm" in refusal(grid, "I.1", "Số lượng")
    grid.show(scope=Scope(year=2024))
    assert refusal(grid, "I.1", "Số lượng") == ""
    typed(grid, "2", "Số lượng", line="I.1")
    assert text(grid, "I.1", "Kinh phí") == "80.000.000"
    grid.show(View.YEARS)
    assert text(grid, "I.1", "Số lượng", "Tổng cộng") == "5"
    assert refusal(grid, "I.1", "Số lượng", "2025") == ""


def test_money_of_several_sources_sends_to_the_view_of_years_and_sources_where_it_can_be_typed() -> None:
    grid = shown(drafted("BG-2021-2025"), View.YEARS)
    assert "hãy xem Năm × nguồn" in refusal(grid, "III.1", "Kinh phí", "2021")
    grid.show(View.SOURCES)
    assert refusal(grid, "II.5", "DN", "2021") == ""
    typed(grid, "1.000.000", "DN", "2021", "II.5")
    assert foot(grid, "DN", "2021") == "1.000.000"


def test_a_quantity_of_several_sources_sends_to_where_it_can_be_typed() -> None:
    grid = shown(drafted("BG-2021-2025"), View.SOURCES)
    said = refusal(grid, "III.1", "Số lượng", "2021")
    assert said == "Ô này gồm nhiều nguồn; hãy xem Theo đơn giá, chọn một năm và một nguồn rồi nhập số lượng."
    state_budget = grid.desk.budget.frame.sources[0].id
    grid.show(View.PRICES, scope=Scope(2021, state_budget))
    typed(grid, "1", "Số lượng", line="III.1")
    assert foot(grid, "Kinh phí") == "133.000.000"


def test_sources_that_share_a_quantity_take_it_at_once() -> None:
    desk = small_plan(
        section("I", "I", "Mô hình", shared_quantity=True),
        cell("I", 2022, "NSNN", quantity="4", price=238_000_000),
        cell("I", 2022, "DN", quantity="4", price=157_000_000),
    )
    grid = shown(desk, View.SOURCES)
    assert text(grid, "I", "Số lượng", "2022") == "4"
    typed(grid, "5", "Số lượng", "2022")
    assert [text(grid, "I", source, "2022") for source in ("NSNN", "DN")] == ["1.190.000.000", "785.000.000"]
    assert text(grid, "I", "Tất cả", "Tổng cộng") == "1.975.000.000"


def test_a_price_of_its_own_year_and_source_is_typed_where_one_of_each_is_in_sight() -> None:
    desk = small_plan(
        section("I", "I", "Mô hình", shared_quantity=True),
        cell("I", 2022, "NSNN", quantity="4", price=238_000_000),
        cell("I", 2022, "DN", quantity="4", price=157_000_000),
    )
    grid = shown(desk)
    assert text(grid, "I", "Đơn giá") == "395.000.000"
    assert "ghi riêng theo năm và nguồn" in refusal(grid, "I", "Đơn giá")
    grid.show(scope=Scope(2022, "DN"))
    assert text(grid, "I", "Đơn giá") == "157.000.000"
    typed(grid, "160.000.000", "Đơn giá")
    assert stored(grid, source="DN").price == 160_000_000
    assert stored(grid, source="NSNN").price == 238_000_000
    assert GridTyping(grid).text_for_editing(*place(grid, "I", "Đơn giá")) == "160.000.000"


def test_a_plan_without_sources_or_years_asks_for_them() -> None:
    desk = small_plan(section("I", "I", "Đào tạo"), sources=("NSNN",))
    grid = BudgetGrid(desk)
    desk.perform(delete_record(desk.book, desk.budget, desk.budget.frame.periods[0]))
    desk.perform(set_field(desk.budget, desk.plan, "year_from", None))
    desk.perform(set_field(desk.budget, desk.plan, "year_to", None))
    assert refusal(grid, "I", "Kinh phí") == (
        "Kế hoạch chưa ghi năm nào; hãy ghi Từ năm, Đến năm ở trang Thông tin rồi nhập số."
    )
    desk.perform(delete_record(desk.book, desk.budget, desk.budget.frame.sources[0]))
    assert refusal(grid, "I", "Kinh phí") == (
        "Kế hoạch chưa có nguồn kinh phí; hãy thêm nguồn ở trang Thông tin rồi nhập số."
    )


def test_an_issued_plan_says_so_in_every_cell() -> None:
    grid = shown(sample_desk("TN-2021"))
    for title in ("Nội dung", "Số lượng", "Kinh phí", "Cơ quan chủ trì"):
        assert refusal(grid, "III.1", title) == (
            "Kế hoạch TN-2021 đã ban hành nên số liệu và nội dung đã khóa;"
            " hãy lập bản điều chỉnh (hoặc đính chính nếu chỉ sai chữ) rồi sửa."
        )


def test_a_submitted_plan_is_closed_until_it_is_withdrawn() -> None:
    grid = one_line(cell("I", 2022, amount=7))
    grid.desk.perform(plan_life.submit(grid.desk.book, grid.desk.plan_id))
    assert "đã trình" in refusal(grid, "I", "Kinh phí")
    assert "hãy rút về nháp rồi sửa" in refusal(grid, "I", "Kinh phí")
    grid.desk.perform(plan_life.withdraw(grid.desk.book, grid.desk.plan_id))
    assert refusal(grid, "I", "Kinh phí") == ""


def test_a_text_refused_while_its_cell_was_open_is_kept() -> None:
    grid = one_line(cell("I", 2022, amount=7))
    typing, at = GridTyping(grid), place(grid, "I", "Kinh phí")
    grid.desk.perform(plan_life.submit(grid.desk.book, grid.desk.plan_id))
    with pytest.raises(InputError, match="đã trình"):
        typing.enter(*at, "8")
    assert typing.text_for_editing(*at) == "8"
    grid.desk.perform(plan_life.withdraw(grid.desk.book, grid.desk.plan_id))
    assert typing.text_for_editing(*at) == "8"
    assert grid.desk.book.get(Plan, "p").status == "draft"


def test_money_cannot_be_typed_where_lines_below_have_it_in_another_year() -> None:
    desk = small_plan(
        section("I", "I", "Đào tạo"), item("I.1", "I", "1", "Lớp"), cell("I.1", 2022, amount=5), sources=("NSNN",)
    )
    grid = shown(desk, View.YEARS)
    assert refusal(grid, "I", "Kinh phí", "2023") == f"Số tiền của mục I {BELOW}"
