"""What paper states against what is computed: one finding for one cause, with its witnesses, and nothing for what is
right.
"""

from decimal import Decimal

import pytest

from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.plans import Source
from tests.checks.found import codes, found
from tests.small_plans import DN, NSNN, PLAN, Sketch, whole

MILLION = 1_000_000


def _whole() -> Sketch:
    """45.000.004 in all: I 40 triệu (I.1 30 in 2022, I.2 7 + 3 in 2023), II 5 in 2022, and 1 đồng a year."""
    return whole()


def test_one_wrong_cell_is_one_error_however_many_totals_it_breaks() -> None:
    sketch = _whole().statement("row", 31 * MILLION, line_id="I.1").statement("section", 41 * MILLION, line_id="I")
    sketch.statement("row-year", 31 * MILLION, line_id="I.1", year_from=2022, year_to=2022)
    sketch.statement("total", 46 * MILLION + 4)
    (only,) = found(sketch, "S101")
    assert only.place == "Nơi row-year"
    assert (only.expected, only.found) == ("30.000.000 đồng", "31.000.000 đồng")
    assert [witness.split(":")[0] for witness in only.witnesses] == ["Nơi row", "Nơi section", "Nơi total"]


def test_two_wrong_rows_are_two_errors() -> None:
    assert len(found(_whole().statement("a", 1, line_id="I.1").statement("b", 2, line_id="I.2"), "S101")) == 2


def test_a_figure_repeated_in_text_and_appendix_is_one_error() -> None:
    for figure, shown in (("amount", "3 đồng"), ("price", "3 đồng"), ("quantity", "3")):
        sketch = _whole()
        for key, origin in (("a", "appendix"), ("b", "text")):
            sketch.statement(key, 3, count=Decimal(3), origin=origin, figure=figure, line_id="I.1")
        (only,) = found(sketch, "S101")
        assert only.witnesses == (f"Nơi b: {shown}, cũng khác.",)


def test_a_wrong_repetition_is_told_beside_the_right_one() -> None:
    sketch = _whole().statement("appendix", 5 * MILLION, line_id="II").statement("text", 6 * MILLION, line_id="II")
    (only,) = found(sketch, "S101")
    assert only.place == "Nơi text"
    assert only.witnesses == ("Nơi appendix: 5.000.000 đồng, khớp.",)


def test_the_same_cells_stated_by_source_and_by_column_are_one_error() -> None:
    """Column NSNN holds the source NSNN alone: neither may hide the other."""
    sketch = _whole().statement("a", 1, source="NSNN").statement("b", 1, column="NSNN")
    assert [each.place for each in found(sketch, "S101")] == ["Nơi a"]


def test_one_year_stated_with_one_end_or_both_is_one_error() -> None:
    sketch = _whole().statement("a", 1, year_from=2022, year_to=2022).statement("b", 1, year_from=2022)
    assert [each.place for each in found(sketch.statement("c", 1, year_to=2022), "S101")] == ["Nơi a"]


def test_the_years_of_the_title_and_all_years_with_money_are_the_same_years() -> None:
    """Bắc Giang: the title says 2021–2025, the money is of 2022–2025."""
    sketch = _whole().statement("a", 1, year_from=2021, year_to=2025).statement("b", 1)
    assert [each.place for each in found(sketch, "S101")] == ["Nơi a"]


def test_a_wrong_source_is_the_cause_of_its_wrong_column() -> None:
    sketch = _whole().add(Source(id="k", plan_id=PLAN, position="a2", code="KCB", name="KCB", column="DN", mark="*"))
    sketch.line("Y").cell("Y", 2022, "k", amount=8)
    sketch.statement("column", 12, column="DN").statement("source", 9, source="KCB").statement("other", 13, source="DN")
    assert [each.place for each in found(sketch, "S101")] == ["Nơi other", "Nơi source"]


def _led() -> Sketch:
    sketch = Sketch().add(Agency(id="so", name="Sở KH&CN")).add(Agency(id="cuc", name="Cục Thống kê"))
    sketch.line("I", lead_id="so").line("I.1", "I").cell("I.1", amount=7).line("I.2", "I").cell("I.2", amount=5)
    return sketch.line("IV", lead_id="cuc").cell("IV", amount=3)


def test_a_wrong_row_is_the_cause_of_its_agencys_wrong_total() -> None:
    """Tây Ninh states the total of Sở KH&CN in its text, and of each row in the appendix."""
    sketch = _led().statement("agency", 13, lead_id="so").statement("row", 8, line_id="I.1").statement("all", 16)
    (only,) = found(sketch, "S101")
    assert only.place == "Nơi row"
    assert [witness.split(":")[0] for witness in only.witnesses] == ["Nơi agency", "Nơi all"]


def test_an_agencys_total_is_that_of_all_lines_it_leads() -> None:
    assert not found(_led().statement("a", 12, lead_id="so").statement("b", 3, lead_id="cuc"), "S101")
    assert [each.expected for each in found(_led().statement("a", 1, lead_id="gone"), "S101")] == ["không có"]
    within = _led().line("IV.1", "IV", lead_id="so").statement("a", 9, line_id="IV", lead_id="cuc")
    assert [each.expected for each in found(within, "S101")] == ["3 đồng"]


def test_what_an_agency_leads_inside_anothers_section_is_part_of_all_it_leads() -> None:
    sketch = _led().line("IV.1", "IV", lead_id="so").cell("IV.1", amount=2)
    sketch.statement("all", 15, lead_id="so").statement("inside", 3, line_id="IV", lead_id="so")
    (only,) = found(sketch, "S101")
    assert (only.place, only.expected) == ("Nơi inside", "2 đồng")


def test_an_agencys_wrong_year_is_the_cause_of_its_wrong_sum() -> None:
    sketch = _led().cell("I.1", 2023, amount=1).statement("sum", 14, lead_id="so")
    assert [each.place for each in found(sketch.statement("year", 13, lead_id="so", year_from=2022), "S101")] == [
        "Nơi year"
    ]


def test_an_agencys_total_and_its_sections_total_of_the_same_lines_are_one_error() -> None:
    sketch = _led().statement("agency", 13, lead_id="so").statement("section", 13, line_id="I")
    assert [each.place for each in found(sketch, "S101")] == ["Nơi agency"]


def test_row_and_column_totals_that_miss_by_the_same_amount_are_one_error() -> None:
    """Only the margins are printed: 1 triệu too much in the row I.2 and in the column of 2023."""
    sketch = _whole().statement("a-row", 11 * MILLION, line_id="I.2")
    sketch.statement("column", 11 * MILLION + 1, year_from=2023, year_to=2023)
    (only,) = found(sketch, "S101")
    assert only.place == "Nơi a-row"
    assert only.witnesses == ("Nơi column: ghi 11.000.001 đồng, tính được 10.000.001 đồng.",)
    apart = _whole().statement("a-row", 11 * MILLION, line_id="I.2").statement("y", 2, year_from=2025, year_to=2025)
    assert len(found(apart, "S101")) == 2
    alike = _whole().statement("a-row", 11 * MILLION, line_id="I.2").statement("y", 6 * MILLION, line_id="II")
    assert len(found(alike, "S101")) == 2


def test_a_wrong_quantity_is_the_cause_of_the_amount_it_makes() -> None:
    sketch = _whole().statement("amount", 45 * MILLION, line_id="I.1", year_from=2022)
    sketch.statement("units", None, count=Decimal(3), figure="quantity", line_id="I.1", year_from=2022)
    (only,) = found(sketch, "S101")
    assert (only.place, only.expected, only.found) == ("Nơi units", "2", "3")
    assert [witness.split(":")[0] for witness in only.witnesses] == ["Nơi amount"]


def test_a_wrong_price_is_the_cause_in_every_year() -> None:
    sketch = _whole().statement("amount", 32 * MILLION, line_id="I.1", year_from=2022)
    sketch.statement("price", 16 * MILLION, figure="price", line_id="I.1")
    assert [each.place for each in found(sketch, "S101")] == ["Nơi price"]


def test_a_wrong_year_is_the_cause_of_the_wrong_sum_of_units() -> None:
    sketch = Sketch(2022, 2023).line("1", price=5).cell("1", 2022, quantity="1").cell("1", 2023, quantity="1")
    sketch.statement("sum", None, count=Decimal(3), figure="quantity", line_id="1")
    sketch.statement("year", 10, line_id="1", year_from=2022)
    assert [each.place for each in found(sketch, "S101")] == ["Nơi year"]
    sketch.statement("units", None, count=Decimal(2), figure="quantity", line_id="1", year_from=2022)
    assert [each.place for each in found(sketch, "S101")] == ["Nơi units"]


def test_units_of_one_line_do_not_explain_those_of_another() -> None:
    sketch = _whole().statement("a", None, count=Decimal(3), figure="quantity", line_id="I.1")
    sketch.statement("b", None, count=Decimal(3), figure="quantity", line_id="II")
    sketch.statement("c", 3, figure="price", line_id="II").statement("d", 3, figure="price", line_id="I.1")
    assert len(found(sketch, "S101")) == 4


def _made_of_parts() -> Sketch:
    sketch = Sketch().line("3").cell("3", quantity="1").line("3.a", "3", kind="component", price=40)
    return sketch.line("3.b", "3", kind="component", price=45, component_quantity=Decimal(2))


def test_a_component_is_compared_with_its_own_price_and_count() -> None:
    sketch = _made_of_parts().statement("a", 40, figure="price", line_id="3.a").statement("b", 90, line_id="3.b")
    sketch.statement("c", None, count=Decimal(2), figure="quantity", line_id="3.b")
    sketch.statement("d", None, count=Decimal(1), figure="quantity", line_id="3.a")
    assert not found(sketch.statement("e", 130, figure="price", line_id="3"), "S101")


def test_a_wrong_component_is_the_cause_of_the_wrong_price_and_amount() -> None:
    sketch = _made_of_parts().statement("amount", 140, line_id="3", year_from=2022)
    sketch.statement("part", 50, line_id="3.a", year_from=2022).statement("price", 140, figure="price", line_id="3")
    (only,) = found(sketch.statement("part-again", 50, line_id="3.a"), "S101")
    assert only.place == "Nơi part"
    assert [witness.split(":")[0] for witness in only.witnesses] == ["Nơi part-again", "Nơi amount", "Nơi price"]


def test_what_is_stated_of_nothing_is_an_error_with_nothing_computed() -> None:
    for scope in ({"line_id": "gone"}, {"source": "GONE"}, {"year_from": 2031}, {"figure": "price"}):
        (only,) = found(_whole().statement("x", 5, **scope), "S101")
        assert (only.expected, only.found) == ("không có", "5 đồng")


def test_a_stated_nought_where_there_is_nothing_is_right() -> None:
    assert not found(_whole().statement("x", 0, line_id="II", year_from=2025), "S101")


def test_a_row_too_high_and_a_year_too_low_by_the_same_amount_are_two_faults() -> None:
    """Row I states 5 đồng more than 40.000.000, the year 2022 states 5 đồng less than 35.000.001."""
    sketch = _whole().statement("row", 40_000_005, line_id="I")
    sketch.statement("year", 34_999_996, year_from=2022, year_to=2022)
    assert {each.place for each in found(sketch, "S101")} == {"Nơi row", "Nơi year"}


def test_a_wrong_amount_below_does_not_excuse_a_wrong_price_above() -> None:
    """Only components make a price; what an item below costs has nothing to do with it."""
    sketch = Sketch().line("I", price=20).line("I.1", "I").cell("I.1", amount=100)
    sketch.statement("a", 90, line_id="I.1").statement("b", 15, figure="price", line_id="I")
    assert {each.place for each in found(sketch, "S101")} == {"Nơi a", "Nơi b"}


def test_a_figure_stated_of_a_line_that_hangs_nowhere_has_nothing_to_agree_with() -> None:
    """The line is neither printed nor counted (L504), so its own 2 units do not bear the paper out."""
    sketch = _whole().line("C", "gone", price=10).cell("C", quantity="2")
    sketch.statement("x", None, figure="quantity", count=Decimal(2), line_id="C")
    assert [(each.expected, each.found) for each in found(sketch, "S101")] == [("không có", "2")]


def test_a_year_that_the_plan_lacks_does_not_excuse_another_line() -> None:
    sketch = _whole().statement("a", 9, line_id="II", year_from=2031).statement("b", 9, line_id="I")
    assert {each.place for each in found(sketch, "S101")} == {"Nơi a", "Nơi b"}


@pytest.mark.parametrize(
    ("value", "words", "expected"),
    [
        (45_000_004, "Bốn mươi lăm triệu đồng", ["S102"]),
        (None, "Bốn mươi lăm triệu đồng", ["S102"]),
        (45_000_000, "Bốn mươi lăm triệu đồng", ["S101"]),
        (45_000_004, "Bốn mươi lăm triệu không trăm linh bốn đồng", []),
        (45_000_004, "Bốn mươi lăm triệu không nghìn không trăm linh bốn đồng", []),
        (45_000_000, "Bốn mươi lăm triệu không nghìn không trăm linh bốn đồng", ["S101"]),
        (45_000_004, "Bốn mươi lăm chiệu đồng", ["S104"]),
        (None, "", []),
    ],
)
def test_words_and_figures_are_compared_both_ways(value: int | None, words: str, expected: list[str]) -> None:
    assert codes(_whole().statement("w", value, words=words)) == expected


def test_nought_in_words_where_there_is_nothing_is_right_and_any_amount_is_not() -> None:
    without_money = {"line_id": "II", "year_from": 2023, "year_to": 2023}
    assert codes(_whole().statement("w", None, words="Không đồng", **without_money)) == []
    assert codes(_whole().statement("w", None, words="Một đồng", **without_money)) == ["S102"]


def test_words_bear_witness_to_the_figure_they_stand_by() -> None:
    (only,) = found(_whole().statement("w", 45, words="Bốn mươi lăm triệu đồng"), "S101")
    assert only.witnesses == ("Bằng chữ “Bốn mươi lăm triệu đồng”: 45.000.000 đồng, không khớp với số tính được.",)


def test_words_that_cannot_be_read_are_named() -> None:
    (only,) = found(_whole().statement("w", 45_000_004, words="Bốn mươi lăm chiệu đồng"), "S104")
    assert "chiệu" in only.message


def test_words_against_the_rules_are_named_with_the_right_ones() -> None:
    """Bắc Giang: "tám mươi một triệu"."""
    sketch = Sketch().line("1").cell("1", amount=81 * MILLION)
    (only,) = found(sketch.statement("w", 81 * MILLION, words="Tám mươi một triệu đồng"), "S103")
    assert only.message == "“tám mươi một” nên viết “tám mươi mốt”."


def test_parts_by_source_bear_witness_and_a_column_holds_its_sources() -> None:
    """Bắc Giang 2024: 3.021 + 905 = 3.926, where 905 is the column of enterprises and hospitals."""
    sketch = Sketch().add(Source(id="k", plan_id=PLAN, position="a2", code="KCB", name="KCB", column="DN"))
    sketch.line("1").cell("1", 2024, amount=3021).cell("1", 2024, DN, amount=277).cell("1", 2024, "k", amount=628)
    year = {"year_from": 2024, "year_to": 2024}
    sketch.statement("a", 3, **year).statement("b", 3021, column="NSNN", **year).statement(
        "c", 905, column="DN", **year
    )
    sketch.statement("d", 277, source="DN", **year).statement("e", 628, source="KCB", **year)
    sketch.statement("f", 3021, source="NSNN", origin="text", **year).statement(
        "g", 277, source="DN", origin="text", **year
    )
    (only,) = found(sketch.statement("h", 628, source="KCB", origin="text", **year), "S101")
    assert only.witnesses == (
        "Văn bản, cộng theo nguồn: NSNN 3.021 + DN 277 + KCB 628 = 3.926 đồng.",
        "Phụ lục, cộng theo nguồn: NSNN 3.021 + DN 905 = 3.926 đồng.",
    )


def test_the_rest_of_the_years_bears_witness_only_when_all_of_them_are_stated() -> None:
    sketch = Sketch(2022, 2024).line("1")
    for year, amount in ((2022, 10), (2023, 20), (2024, 30)):
        sketch.cell("1", year, amount=amount)
    sketch.statement("sum", 60).statement("again", 60).statement("span", 60, year_from=2022, year_to=2024)
    sketch.statement("y2", 5, year_from=2023, year_to=2023).statement("y3", 30, year_from=2024)
    assert [each.witnesses for each in found(sketch, "S101")] == [()]
    sketch.statement("y1", 10, year_from=2022, year_to=2022).statement("y1-again", 10, year_to=2022)
    (only,) = found(sketch, "S101")
    assert only.witnesses == ("Tổng các năm 60 đồng trừ các năm khác còn 20 đồng.",)


def test_a_place_that_is_not_named_is_the_row_or_the_plan() -> None:
    sketch = _whole().statement("a", 1, line_id="I.1", where="").statement("b", 1, where="", quote="Tổng: 1")
    assert {each.place for each in found(sketch.statement("c", 1, line_id="gone", where=""), "S101")} == {
        "mục I.1", "Kế hoạch",
    }  # fmt: skip
    assert [each.place for each in found(_whole().statement("b", 1, where="", quote="Tổng: 1"), "S101")] == [
        "Kế hoạch, “Tổng: 1”"
    ]


def test_a_year_column_printed_twice_is_one_warning_for_its_table() -> None:
    """Bình Dương II.9: the heading prints 2029 and 2030 twice; the cells would add up to 238 instead of 170."""
    sketch = Sketch(2026, 2030).line("9", price=34)
    for year in (2026, 2027, 2028, 2029, 2030, 2029, 2030):
        key = f"{year}-{len(sketch.records)}"
        sketch.statement(key, 34, line_id="9", year_from=year, year_to=year, where=f"Phụ lục, mục 9, năm {year}")
    for year in range(2026, 2031):
        sketch.cell("9", year, quantity="1")
    assert [each.found for each in found(sketch, "S105")] == ["2029, 2030"]
    assert not found(sketch, "S101")


def test_a_figure_stated_twice_in_the_text_or_at_two_places_is_no_double_column() -> None:
    sketch = _whole()
    for key, origin, where in (("a", "text", "x"), ("b", "text", "x"), ("c", "appendix", "x"), ("d", "appendix", "y")):
        sketch.statement(key, 5 * MILLION, line_id="II", year_from=2022, origin=origin, where=where)
    assert codes(sketch) == []


def test_a_source_that_states_only_money_of_years_without_any_is_right() -> None:
    assert (
        codes(_whole().statement("x", 3 * MILLION, source="DN").statement("y", 42 * MILLION + 4, source=NSNN.upper()))
        == []
    )
