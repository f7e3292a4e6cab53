"""A line by itself: quantity × price, money beside children, sources, carried-over quantities."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.budget_lines import Allocation
from nscl_desktop.domain.plans import Measure
from tests.checks.found import codes, found
from tests.small_plans import DN, NSNN, PLAN, Sketch, usual, whole


def test_quantity_times_price_must_equal_an_entered_amount() -> None:
    sketch = Sketch().line("1", price=15).cell("1", quantity="2", amount=31)
    assert [(each.expected, each.found) for each in found(sketch, "A201")] == [("30 đồng", "31 đồng")]
    assert not found(Sketch().line("1", price=15).cell("1", quantity="2", amount=30), "A201")


def test_the_price_of_the_cell_goes_before_the_price_of_the_line() -> None:
    sketch = Sketch().line("1", price=15).cell("1", quantity="2", price=16, amount=31)
    assert [each.expected for each in found(sketch, "A201")] == ["32 đồng"]


def test_a_price_of_nothing_makes_nothing_and_divides_nothing() -> None:
    assert [each.found for each in found(Sketch().line("1", price=0).cell("1", quantity="2", amount=31), "A201")]
    assert not found(Sketch().line("1", price=0).cell("1", amount=31), "A204")


@pytest.mark.parametrize(("amount", "found_quantity"), [(948, ["2,4"]), (790, []), (0, [])])
def test_money_that_is_no_whole_number_of_prices_is_a_warning(amount: int, found_quantity: list[str]) -> None:
    """Bắc Giang writes "(4 doanh nghiệp × 395 triệu)": 948 would be 2,4 enterprises."""
    sketch = Sketch().line("1", price=395, unit="đơn vị").cell("1", amount=amount)
    assert [each.found for each in found(sketch, "A204")] == found_quantity


def test_fractions_of_a_dong_are_noted() -> None:
    assert found(Sketch().line("1", price=3).cell("1", quantity="0.5"), "A205")
    assert not found(Sketch().line("1", price=4).cell("1", quantity="0.5"), "A205")


def test_what_is_spent_need_not_keep_to_the_price_of_the_estimate() -> None:
    """2 lớp at 15 were planned, 29 were paid: right, and no 1,93 lớp."""
    sketch = Sketch().line("1", price=15).cell("1", quantity="2")
    sketch.cell("1", amount=29, measure="thuc_hien").cell("1", 2023, quantity="2", amount=29, measure="thuc_hien")
    assert not found(sketch, "A201")
    assert not found(sketch, "A204")


def test_what_is_settled_is_checked_at_its_own_price_and_place() -> None:
    sketch = Sketch().add(Measure(id="m3", plan_id=PLAN, position="a1", code="quyet_toan", name="Quyết toán"))
    sketch.line("1").cell("1", quantity="2", price=15, amount=31, measure="quyet_toan")
    assert [each.place for each in found(sketch, "A201")] == ["mục 1, năm 2022, Quyết toán"]
    sketch = Sketch().line("1").cell("1", quantity="2", price=15, amount=31, measure="khac")
    assert [each.place for each in found(sketch, "A201")] == ["mục 1, năm 2022, khac"]


def test_an_amount_beside_children_is_an_error_only_when_it_differs() -> None:
    same = usual().cell("I", amount=30_000_000)
    assert found(same, "A203")
    assert not found(same, "A202")
    other = usual().cell("I", amount=40_000_001)
    assert [(each.expected, each.found) for each in found(other, "A202")] == [("40.000.000 đồng", "40.000.001 đồng")]


def test_nought_entered_where_there_is_nothing_below_is_no_difference() -> None:
    sketch = usual().cell("I", amount=30_000_000).cell("I", 2024, amount=0)
    assert not found(sketch, "A202")
    assert len(found(sketch, "A203")) == 1


def test_the_same_money_in_another_year_is_not_the_same() -> None:
    """The sum agrees, 40 triệu, but the year's column would print 40 where the lines below make 30."""
    sketch = found(usual().cell("I", 2022, amount=40_000_000), "A202")
    assert [(each.place, each.expected, each.found) for each in sketch] == [
        ("mục I, năm 2022, nguồn NSNN", "30.000.000 đồng", "40.000.000 đồng")
    ]


def test_money_of_a_source_that_is_gone_is_named_by_its_key() -> None:
    sketch = Sketch().line("I").cell("I", 2022, "gone", amount=5).line("I.1", "I").cell("I.1", amount=5)
    assert [each.place for each in found(sketch, "A202")] == ["mục I, năm 2022, nguồn gone"]


def test_what_is_spent_below_is_no_estimate_beside_that_of_the_line() -> None:
    sketch = Sketch().line("I").cell("I", amount=5).line("I.1", "I").cell("I.1", amount=4, measure="thuc_hien")
    assert not found(sketch, "A202")
    assert not found(sketch, "A203")


def test_a_parent_that_shows_only_a_quantity_is_right() -> None:
    """Tây Ninh III.7: 4 prizes on the parent's row, the money on its two children."""
    sketch = Sketch().line("7").cell("7", quantity="4").line("7.a", "7").cell("7.a", amount=90)
    assert not [code for code in codes(sketch) if code.startswith("A")]


def _shared(nsnn: int, dn: int, quantity: str = "1", *, price: int | None = None, basis: str = "unit") -> Sketch:
    sketch = Sketch().line("1", shared_quantity=True, price=price, component_basis=basis)
    return sketch.cell("1", 2022, NSNN, quantity="1", price=nsnn).cell("1", 2022, DN, quantity=quantity, price=dn)


def test_source_prices_must_make_the_price_of_the_line() -> None:
    assert not found(_shared(238, 157, price=395), "A206")
    assert [each.found for each in found(_shared(238, 156, price=395), "A206")] == ["394 đồng"]
    assert not found(_shared(238, 156), "A206")


def test_source_prices_must_make_what_the_components_make() -> None:
    sketch = _shared(238, 156).line("1.a", "1", kind="component", price=395)
    assert [(each.expected, each.found) for each in found(sketch, "A206")] == [("395 đồng", "394 đồng")]
    yearly = _shared(238, 156, basis="year").line("1.a", "1", kind="component", price=395)
    assert not found(yearly, "A206")


def test_prices_of_another_measure_are_no_prices_of_the_estimate() -> None:
    sketch = _shared(238, 157, price=395).cell("1", 2023, quantity="1", price=230, measure="tham_dinh")
    assert not found(sketch, "A206")


def test_sources_that_pay_for_one_quantity_must_name_the_same() -> None:
    assert [each.found for each in found(_shared(238, 157, "2", price=395), "A207")] == ["1, 2"]
    assert not found(_shared(238, 157, price=395), "A207")
    spent = _shared(238, 157).cell("1", 2022, quantity="3", measure="thuc_hien").cell("1", 2022, "x", amount=1)
    assert not found(spent, "A207")


def test_money_of_a_whole_year_is_not_counted_for_each_source() -> None:
    """Bình Dương item 7 makes 83,44 triệu a year; a second source with a quantity would double it in silence."""
    sketch = Sketch().line("7", component_basis="year").cell("7", 2022, quantity="3").cell("7", 2022, DN, quantity="2")
    sketch.line("7.a", "7", kind="component", price=83_440_000, component_quantity=Decimal(1))
    assert [(each.expected, each.found) for each in found(sketch, "A208")] == [("83.440.000 đồng", "166.880.000 đồng")]


@pytest.mark.parametrize("quantity", [None, "3"])
def test_money_of_a_whole_year_that_is_split_between_sources_is_right(quantity: str | None) -> None:
    """As the finding asks, "hãy nhập số tiền của từng nguồn": 50 + 33 = 83, with the quantities left or not."""
    split = Sketch().line("7", component_basis="year")
    split.cell("7", 2022, quantity=quantity, amount=50).cell("7", 2022, DN, quantity=quantity, amount=33)
    assert not found(split.line("7.a", "7", kind="component", price=83), "A208")


def test_units_that_make_no_money_are_found_because_no_total_holds_them() -> None:
    sketch = Sketch().line("1", unit="Lớp").cell("1", 2022, quantity="4").cell("1", 2023, quantity="4")
    sketch.cell("1", 2023, DN, quantity="1").cell("1", 2024, quantity="0").cell("1", 2025, quantity="2", amount=0)
    assert [each.found for each in found(sketch, "A209")] == ["năm 2022, 2023"]
    alone = Sketch().line("1", shared_quantity=True, price=395).cell("1", quantity="1")  # whose price is it?
    assert found(alone, "A209")


def test_units_that_are_paid_for_elsewhere_or_not_at_all_are_right() -> None:
    sketch = Sketch().line("7").cell("7", quantity="4").line("7.a", "7").cell("7.a", amount=90)
    sketch.line("8", price=5).cell("8", quantity="4").line("9").cell("9", quantity="2", measure="thuc_hien")
    sketch.line("10").add(
        Allocation(id="in-words", line_id="10", year=2022, source_id=NSNN, quantity=Decimal(1), text="Có dự án riêng")
    )
    assert not found(sketch, "A209")


def _carried(quantity: str | None, carried: str, *, unit: str = "", origin: str = "", link: str = "") -> Sketch:
    sketch = Sketch().line(
        "1", price=1, carried_quantity=Decimal(carried), unit=unit, carried_from=origin, carried_link=link
    )
    return sketch.cell("1", quantity=quantity) if quantity else sketch


def test_carried_quantities_want_a_link() -> None:
    """Tây Ninh III.2: 2 of 6 systems come from 2016–2020."""
    sketch = _carried("6", "2", unit="HT", origin="2016-2020")
    assert [each.message for each in found(sketch, "L501")] == [
        "2/6 HT chuyển tiếp từ giai đoạn 2016-2020 chưa liên kết với hồ sơ cũ."
    ]
    assert [each.message for each in found(_carried(None, "2"), "L501")] == [
        "2 chuyển tiếp chưa liên kết với hồ sơ cũ."
    ]
    assert not found(_carried("6", "2", link="HS-2019-01"), "L501")
    assert not found(_carried("6", "0"), "L501")


def test_carried_quantities_cannot_exceed_the_whole() -> None:
    assert [each.found for each in found(_carried("6", "7"), "L502")] == ["7"]
    assert not found(_carried("6", "6"), "L502")


def test_a_sound_plan_has_no_findings() -> None:
    assert codes(whole()) == []
