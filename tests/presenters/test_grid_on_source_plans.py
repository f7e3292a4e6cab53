"""The grid shows the figures of the three source papers, in every view and unit.

Expected figures are those recomputed from the papers (triệu đồng, as printed there), not read from the program.
"""

from decimal import Decimal

import pytest

from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.presenters.grid_columns import Scope, View
from tests.presenters.desks import sample_desk
from tests.presenters.screens import foot, place, shown, text

BD_YEARS = {
    "2021": "341.84", "2022": "1290.84", "2023": "1420.84", "2024": "1420.84", "2025": "1360.84",
    **dict.fromkeys(("2026", "2027", "2028", "2029", "2030"), "1530.84"),
}  # fmt: skip
BG_YEARS = {"2022": "3903.85", "2023": "3881", "2024": "3926", "2025": "3056.7"}
BG_SOURCES = {
    "NSNN": {"2022": "3509.85", "2023": "3133", "2024": "3021", "2025": "2191.7", "Tổng cộng": "11855.55"},
    "DN": {"2022": "237", "2023": "277", "2024": "277", "2025": "237", "Tổng cộng": "1028"},
    "KCB": {"2022": "157", "2023": "471", "2024": "628", "2025": "628", "Tổng cộng": "1884"},
}
TOTALS = {"BD-2021-2030": "13489.4", "TN-2021": "1687.29", "BG-2021-2025": "14767.55"}
YEARS = {"BD-2021-2030": BD_YEARS, "TN-2021": {"2021": "1687.29"}, "BG-2021-2025": BG_YEARS}
# Hỗ trợ … của Bình Dương, the first period item by item: quantity in all, then money year by year.
BD_ITEMS = {
    "I.1": ("4", "0 40 40 40 40"),
    "I.2": ("16", "0 200 200 200 200"),
    "I.3": ("3", "0 0 130 130 130"),
    "I.4": ("10", "0 90 90 90 30"),
    "I.5": ("32", "0 320 320 320 320"),
    "I.6": ("40", "0 250 250 250 250"),
    "I.7": ("20", "83.44 83.44 83.44 83.44 83.44"),
    "I.8": ("10", "146 146 146 146 146"),
    "I.9": ("5", "34 34 34 34 34"),
    "I.10": ("16", "0 49 49 49 49"),
    "I.11.1": ("", "10 10 10 10 10"),
    "I.11.2": ("50", "68.4 68.4 68.4 68.4 68.4"),
}
TN_LINES = [
    ("I", "", "", "40600000"),
    ("I.1", "1", "15000000", "15000000"),
    ("I.2", "1", "15400000", "15400000"),
    ("I.3", "2", "5100000", "10200000"),
    ("II", "", "", "116690000"),
    ("II.1", "1", "48850000", "48850000"),
    ("II.2", "2", "28920000", "57840000"),
    ("II.3", "1", "10000000", "10000000"),
    ("III", "", "", "1230000000"),
    ("III.1", "50", "8000000", "400000000"),
    ("III.2", "6", "50000000", "300000000"),
    ("III.3", "4", "70000000", "280000000"),
    ("III.4", "2", "30000000", "60000000"),
    ("III.5", "1", "20000000", "20000000"),
    ("III.6", "8", "10000000", "80000000"),
    ("III.7", "4", "", "90000000"),
    ("Giải vàng Chất lượng quốc gia", "1", "30000000", "30000000"),
    ("Giải thưởng Chất lượng quốc gia", "3", "20000000", "60000000"),
    ("IV", "", "", "300000000"),
]
# Bắc Giang's sections, as the paper prints them: NSNN and the column DN (which holds the hospitals' money, too).
BG_SECTIONS = {
    "III": {"2022": ("566", "0"), "2023": ("832", "0"), "2024": ("832", "0"), "2025": ("0", "0")},
    "IV": {"2022": ("1667.6", "314"), "2023": ("1852", "628"), "2024": ("1790", "785"), "2025": ("1790", "785")},
    "V": {"2022": ("180", "80"), "2023": ("140", "120"), "2024": ("140", "120"), "2025": ("100", "80")},
    "VI": {"2022": ("140", "0"), "2023": ("140", "0"), "2024": ("140", "0"), "2025": ("120", "0")},
}


def figure(shown_text: str) -> Decimal:
    """The number that a Vietnamese figure says; an empty cell counts as nothing."""
    return Decimal(shown_text.replace(".", "").replace(",", ".") or "0")


def dong(trieu: str) -> Decimal:
    return Decimal(trieu) * 10**6


@pytest.mark.parametrize("unit", MoneyUnit)
@pytest.mark.parametrize("code", TOTALS)
def test_the_foot_of_every_view_shows_the_papers_total_in_each_unit(code: str, unit: MoneyUnit) -> None:
    grid = shown(sample_desk(code))
    for view, heading in (
        (View.PRICES, ("Kinh phí", "")),
        (View.YEARS, ("Kinh phí", "Tổng cộng")),
        (View.SOURCES, ("Tất cả", "Tổng cộng")),
    ):
        grid.show(view, unit=unit)
        assert figure(foot(grid, *heading)) * unit.value == dong(TOTALS[code])


@pytest.mark.parametrize("unit", MoneyUnit)
@pytest.mark.parametrize("code", YEARS)
def test_the_foot_shows_each_year_of_the_paper(code: str, unit: MoneyUnit) -> None:
    grid = shown(sample_desk(code), View.YEARS)
    grid.show(unit=unit)
    for year, trieu in YEARS[code].items():
        assert figure(foot(grid, "Kinh phí", year)) * unit.value == dong(trieu)


def test_totals_are_written_as_the_papers_write_them() -> None:
    grid = shown(sample_desk("BD-2021-2030"), View.YEARS)
    assert foot(grid, "Kinh phí", "2022") == "1.290.840.000"
    grid.show(unit=MoneyUnit.TRIEU)
    assert foot(grid, "Kinh phí", "2022") == "1.290,84"
    assert foot(grid, "Kinh phí", "Tổng cộng") == "13.489,4"


@pytest.mark.parametrize("source", BG_SOURCES)
def test_bac_giangs_sources_stand_side_by_side_in_each_year(source: str) -> None:
    grid = shown(sample_desk("BG-2021-2025"), View.SOURCES)
    for year, trieu in BG_SOURCES[source].items():
        assert figure(foot(grid, source, year)) == dong(trieu)
    assert foot(grid, source, "2021") == ""


@pytest.mark.parametrize("section", BG_SECTIONS)
def test_bac_giangs_sections_show_budget_money_and_the_money_of_the_column_dn(section: str) -> None:
    grid = shown(sample_desk("BG-2021-2025"), View.SOURCES)
    for year, (nsnn, dn) in BG_SECTIONS[section].items():
        assert figure(text(grid, section, "NSNN", year)) == dong(nsnn)
        assert figure(text(grid, section, "DN", year)) + figure(text(grid, section, "KCB", year)) == dong(dn)


@pytest.mark.parametrize("item", BD_ITEMS)
def test_binh_duongs_items_show_the_papers_quantity_and_money_of_each_year(item: str) -> None:
    quantity, by_year = BD_ITEMS[item]
    grid = shown(sample_desk("BD-2021-2030"), View.YEARS)
    assert text(grid, item, "Số lượng", "Tổng cộng") == quantity
    for year, trieu in zip(range(2021, 2026), by_year.split(), strict=True):
        assert figure(text(grid, item, "Kinh phí", str(year))) == dong(trieu)


@pytest.mark.parametrize(("line", "quantity", "price", "amount"), TN_LINES)
def test_tay_ninhs_lines_show_quantity_price_and_money_of_the_paper(
    line: str, quantity: str, price: str, amount: str
) -> None:
    grid = shown(sample_desk("TN-2021"))
    cells = [text(grid, line, title) for title in ("Số lượng", "Đơn giá", "Kinh phí")]
    assert [each.replace(".", "") for each in cells] == [quantity, price, amount]


def test_the_view_by_price_can_be_narrowed_to_a_year_and_a_source() -> None:
    grid = shown(sample_desk("BG-2021-2025"))
    hospitals = next(source.id for source in grid.desk.budget.frame.sources if source.code == "KCB")
    grid.show(scope=Scope(year=2023, source=hospitals))
    assert foot(grid, "Kinh phí") == "471.000.000"
    grid.show(scope=Scope(year=2023))
    assert foot(grid, "Kinh phí") == "3.881.000.000"
    grid.show(View.YEARS)
    assert foot(grid, "Kinh phí", "Tổng cộng") == "14.767.550.000"


def test_columns_of_quantities_can_be_left_out() -> None:
    grid = shown(sample_desk("BG-2021-2025"), View.YEARS)
    grid.show(quantities=False)
    assert [column.title for column in grid.columns[3:10]] == [
        "Đơn giá", "2021", "2022", "2023", "2024", "2025", "Tổng cộng",
    ]  # fmt: skip
    assert foot(grid, "2024") == "3.926.000.000"
    grid.show(View.SOURCES)
    assert [(column.group, column.title) for column in grid.columns[4:8]] == [
        ("2021", "NSNN"), ("2021", "DN"), ("2021", "KCB"), ("2022", "NSNN"),
    ]  # fmt: skip
    assert foot(grid, "Tất cả", "Tổng cộng") == "14.767.550.000"


def test_only_columns_of_money_have_a_total() -> None:
    for view in View:
        grid = shown(sample_desk("TN-2021"), view)
        totals = {column.title for at, column in enumerate(grid.columns) if grid.total(at)}
        assert totals <= {"Kinh phí", "NSNN", "Tất cả"}


def test_a_lead_agency_is_inherited_and_looks_so() -> None:
    grid = shown(sample_desk("BG-2021-2025"))
    own, inherited = place(grid, "IV.5", "Cơ quan chủ trì"), place(grid, "III.1", "Cơ quan chủ trì")
    assert grid.cell(*own).text == "Sở Y tế"
    assert not grid.cell(*own).inherited
    assert grid.cell(*inherited).text.startswith("Sở Khoa học và Công nghệ")
    assert grid.cell(*inherited).inherited
    assert text(grid, "V.3", "Cơ quan chủ trì") == "Có dự án riêng"
    assert text(grid, "II", "Cơ quan chủ trì") == ""


def test_components_show_the_price_they_make_and_no_money_of_a_year() -> None:
    grid = shown(sample_desk("BD-2021-2030"))
    component = "Chi phí tư vấn và đào tạo"
    assert [text(grid, component, title) for title in ("Số lượng", "Đơn giá", "Kinh phí")] == [
        "2", "40.000.000", "80.000.000",
    ]  # fmt: skip
    assert text(grid, "I.3", "Đơn giá") == "130.000.000"
    grid.show(View.YEARS)
    assert text(grid, component, "Số lượng", "2023") == ""
    assert text(grid, component, "Kinh phí", "2023") == ""
    assert text(grid, component, "Kinh phí", "Tổng cộng") == "80.000.000"


def test_what_the_paper_does_not_price_stays_empty() -> None:
    grid = shown(sample_desk("BD-2021-2030"))
    assert text(grid, "Chi phí khác (nước uống", "Kinh phí") == ""
    assert text(grid, "Tổng cộng 6,84 triệu", "Kinh phí") == ""
    assert text(grid, "I.11.2", "Đơn giá") == "6.840.000"
