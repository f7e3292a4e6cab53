"""The plan of Bình Dương (Quyết định 2684/QĐ-UBND): its money, and every figure that its paper states."""

import re
from collections import Counter
from decimal import Decimal

import pytest

from nscl_desktop.domain.budget_lines import COMPONENT, EXPLANATION, Allocation
from nscl_desktop.domain.checks.checker import check_plan
from nscl_desktop.domain.checks.compared import compare
from nscl_desktop.domain.plans import Period, Source
from nscl_desktop.domain.statements import Statement
from nscl_desktop.exchange.plan_json import read_plan, write_plan
from tests.samples.paper import Sample, sample
from tests.samples.seed_papers import PrintedTable, read_paper

FIRST, SECOND = (2021, 2022, 2023, 2024, 2025), (2026, 2027, 2028, 2029, 2030)
# Triệu đồng by year, as recomputed from the paper; None where the paper has no column for the year.
ITEMS: dict[str, tuple[int | str | None, ...]] = {
    "I": ("341.84", "1290.84", "1420.84", "1420.84", "1360.84"),
    "I.1": (None, 40, 40, 40, 40), "I.2": (None, 200, 200, 200, 200), "I.3": (None, None, 130, 130, 130),
    "I.4": (None, 90, 90, 90, 30), "I.5": (0, 320, 320, 320, 320), "I.6": (0, 250, 250, 250, 250),
    "I.7": ("83.44",) * 5, "I.8": (146,) * 5, "I.9": (34,) * 5, "I.10": (0, 49, 49, 49, 49),
    "I.11": ("78.4",) * 5, "I.11.1": (10,) * 5, "I.11.2": ("68.4",) * 5,
    "II": ("1530.84",) * 5,
    "II.1": (40,) * 5, "II.2": (200,) * 5, "II.3": (130,) * 5, "II.4": (120,) * 5, "II.5": (400,) * 5,
    "II.6": (250,) * 5, "II.7": ("83.44",) * 5, "II.8": (146,) * 5, "II.9": (34,) * 5, "II.10": (49,) * 5,
    "II.11": ("78.4",) * 5, "II.11.1": (10,) * 5, "II.11.2": ("68.4",) * 5,
}  # fmt: skip
TOTALS: dict[str, int | str] = {
    "I": "5835.2", "I.1": 160, "I.2": 800, "I.3": 390, "I.4": 300, "I.5": 1280, "I.6": 1000, "I.7": "417.2",
    "I.8": 730, "I.9": 170, "I.10": 196, "I.11": 392, "I.11.1": 50, "I.11.2": 342,
    "II": "7654.2", "II.1": 200, "II.2": 1000, "II.3": 650, "II.4": 600, "II.5": 2000, "II.6": 1250, "II.7": "417.2",
    "II.8": 730, "II.9": 170, "II.10": 245, "II.11": 392, "II.11.1": 50, "II.11.2": 342,
}  # fmt: skip
QUANTITIES = {
    "I.1": 4, "I.2": 16, "I.3": 3, "I.4": 10, "I.5": 32, "I.6": 40, "I.7": 20, "I.8": 10, "I.9": 5, "I.10": 16,
    "II.1": 5, "II.2": 20, "II.3": 5, "II.4": 20, "II.5": 50, "II.6": 50, "II.7": 20, "II.8": 10, "II.9": 5,
    "II.10": 20,
}  # fmt: skip
PRICES = {1: 40, 2: 50, 3: 130, 4: 30, 5: 40, 6: 25, 8: 73, 9: 34}
PAPER = read_paper("binh-duong.txt", "PHỤ LỤC")


def trieu(figure: int | str) -> int:
    """Đồng of a figure in triệu đồng."""
    return int(Decimal(figure) * 1_000_000)


@pytest.fixture(scope="module")
def bd() -> Sample:
    return sample("BD-2021-2030")


def test_the_whole_comes_to_13_489_4_trieu(bd: Sample) -> None:
    assert bd.budget.total() == 13_489_400_000
    assert bd.budget.years() == (*FIRST, *SECOND)


def test_each_year_has_the_money_of_both_papers_closing_tables(bd: Sample) -> None:
    years = dict(zip((*FIRST, *SECOND), (*ITEMS["I"], *ITEMS["II"]), strict=True))
    for year, figure in years.items():
        assert figure is not None
        assert bd.budget.total(years=[year]) == trieu(figure)


def test_each_period_has_its_total(bd: Sample) -> None:
    first, second = bd.listed(Period)
    assert (first.name, second.name) == ("2021-2025", "2026-2030")
    assert bd.budget.total(years=range(first.year_from, first.year_to + 1)) == 5_835_200_000
    assert bd.budget.total(years=range(second.year_from, second.year_to + 1)) == 7_654_200_000
    assert [line.period_id for line in bd.budget.tree.children()] == [first.id, second.id]


@pytest.mark.parametrize("label", ITEMS)
def test_each_line_has_the_money_of_its_years(bd: Sample, label: str) -> None:
    line = bd.line(label).id
    years = FIRST if label.split(".", maxsplit=1)[0] == "I" else SECOND
    expected = [None if figure is None else trieu(figure) for figure in ITEMS[label]]
    assert [bd.budget.total(line, years=[year]) for year in years] == expected
    assert bd.budget.total(line) == trieu(TOTALS[label])


@pytest.mark.parametrize("label", QUANTITIES)
def test_each_item_has_its_quantity_and_price(bd: Sample, label: str) -> None:
    line = bd.line(label)
    number = int(line.label)
    assert bd.budget.quantity(line) == QUANTITIES[label]
    assert bd.budget.price(line) == (trieu(PRICES[number]) if number in PRICES else None)


def test_prices_and_yearly_sums_made_of_parts_name_their_parts(bd: Sample) -> None:
    for section in ("I", "II"):
        parts = {
            number: [
                (str(part.component_quantity), part.price)
                for part in bd.budget.components(bd.line(f"{section}.{number}"))
            ]
            for number in (3, 7, 10)
        }
        assert parts == {
            3: [("2", 40_000_000), ("1", 50_000_000)],
            7: [("1", 31_290_000), ("1", 20_860_000), ("3", 10_430_000)],
            10: [("2", 8_000_000), ("2", 16_500_000)],
        }
        meetings = bd.line(f"{section}.11.2")
        prices = [part.price for part in bd.budget.components(meetings)]
        assert prices == [3_200_000, 2_640_000, 500_000, None]
        assert meetings.price == 6_840_000


def test_all_money_stands_under_the_source_that_the_paper_does_not_name(bd: Sample) -> None:
    (source,) = bd.listed(Source)
    assert source.code == "CHUA_PHAN_NGUON"
    assert {cell.source_id for cell in bd.listed(Allocation)} == {source.id}


def test_a_printed_zero_is_a_quantity_of_zero_and_a_missing_column_is_no_cell(bd: Sample) -> None:
    years = {label: [cell.year for cell in bd.budget.allocations(bd.line(label).id)] for label in QUANTITIES}
    assert [label for label, found in years.items() if len(found) == 4] == ["I.1", "I.2", "I.4"]
    assert years["I.3"] == [2023, 2024, 2025]
    zeros = [cell for cell in bd.listed(Allocation) if cell.quantity == 0]
    assert len(zeros) == 3
    assert {cell.year for cell in zeros} == {2021}


# -- every figure of the paper is stated ------------------------------------------------------------------------------


def item_tables() -> list[tuple[str, PrintedTable]]:
    """The small tables with the labels of their items."""
    tables = [table for table in PAPER.tables if table.rows[0][0] == "Nội dung"]
    return [(f"{'I' if place < 11 else 'II'}.{place % 11 + 1}", table) for place, table in enumerate(tables)]


def columns(cells: list[str]) -> list[int | None]:
    """Years of a heading row; None for the column of totals."""
    return [None if "Tổng" in cell else int(cell.split()[-1]) for cell in cells]


def printed_cells() -> list[tuple[str, str, int | None, str]]:
    """(line, figure, year or None for the total, printed cell) of every figure in every table."""
    found: list[tuple[str, str, int | None, str]] = []

    def row(label: str, figure: str, years: list[int | None], cells: list[str]) -> None:
        found.extend((label, figure, year, cell) for year, cell in zip(years, cells, strict=True))

    for label, table in item_tables():
        years = columns(table.rows[0][1:])
        first, second = table.rows[1][1:], table.rows[2][1:]
        if label.endswith(".11"):
            row(f"{label}.1", "amount", years, first)
            row(f"{label}.2", "amount", years, second)
            continue
        if label == "II.9":  # the columns of 2029, 2030 and the total are printed twice
            assert years == [2026, 2027, 2028, 2029, 2029, 2030, 2030, None]
            kept = (0, 1, 2, 3, 5, 7)
            years = [years[place] for place in kept]
            first, second = [first[place] for place in kept], [second[place] for place in kept]
        row(label, "quantity", years, first)
        row(label, "amount", years, second)
    for label, table in zip(("I", "II"), (each for each in PAPER.tables if len(each.rows) == 2), strict=True):
        row(label, "amount", columns(table.rows[0]), table.rows[1])
    return found


def printed_number(cell: str) -> Decimal:
    """The number of a cell: 1.290,84 and 83,44 and 68.4 and 1280 all stand in this paper."""
    has_thousands = re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", cell)
    return Decimal((cell.replace(".", "") if has_thousands else cell).replace(",", "."))


def test_the_paper_has_22_small_tables_and_two_of_totals() -> None:
    assert len(item_tables()) == 22
    # I: 5 columns in items 1, 2, 4; 4 in item 3; 6 in items 5 to 10; 11.1 and 11.2. II: 6 everywhere.
    assert len(printed_cells()) == 2 * (3 * 5 + 4 + 6 * 6) + 2 * 6 + 6 + 2 * 10 * 6 + 2 * 6 + 6


def test_every_figure_of_every_table_is_stated_as_it_is_printed(bd: Sample) -> None:
    stated = Counter(
        (each.line_id, each.figure, each.year_from, each.quote, each.value if each.figure == "amount" else each.count)
        for each in bd.listed(Statement)
    )
    for label, figure, year, cell in printed_cells():
        number = printed_number(cell)
        value = int(number * 1_000_000) if figure == "amount" else number
        assert stated[bd.line(label).id, figure, year, cell, value] == 1, (label, figure, year, cell)


def test_beside_the_tables_the_captions_and_the_text_state_figures(bd: Sample) -> None:
    kinds = Counter(each.figure for each in bd.listed(Statement))
    cells = Counter(figure for _, figure, _, _ in printed_cells())
    # Prices: items 1, 2, 4, 5, 6, 8, 9, the parts of 3 (2), 7 (3), 10 (2), and 11.2, in both periods.
    assert kinds["price"] == 2 * (7 + 2 + 3 + 2 + 1)
    # Quantities: parts of 3 and 7, of 10 (in both captions), and ten meetings in each year.
    assert kinds["quantity"] - cells["quantity"] == 2 * (2 + 3 + 4 + 5)
    # Amounts: 83,440, 49 and 68,4 for each year that has them, 16 and 33 of item 10, a, b, c of 11.2; 2 in the text.
    assert kinds["amount"] - cells["amount"] == 2 * (5 + 5 + 2 + 3) + 4 + 5 + 2
    assert sum(kinds.values()) == len(bd.listed(Statement)) == 365


def test_every_stated_figure_is_quoted_from_the_paper(bd: Sample) -> None:
    paper = " ".join(PAPER.text.split())
    assert [each.quote for each in bd.listed(Statement) if " ".join(each.quote.split()) not in paper] == []


def test_the_text_states_both_totals_in_figures_and_in_words(bd: Sample) -> None:
    stated = {each.line_id: (each.value, each.words) for each in bd.listed(Statement) if each.origin == "text"}
    assert stated == {
        bd.line("I").id: (
            5_835_200_000,
            "Năm tỷ, tám trăm ba mươi lăm triệu, hai trăm ngàn đồng",
        ),
        bd.line("II").id: (
            7_654_200_000,
            "Bảy tỷ, sáu trăm năm mươi bốn triệu, hai trăm ngàn đồng",
        ),
    }


def test_every_stated_figure_is_the_computed_one(bd: Sample) -> None:
    compared = [compare(bd.budget, each) for each in bd.listed(Statement)]
    assert [each.statement.where for each in compared if each.differs or each.words_differ or each.unreadable] == []
    assert all(each.stated is not None for each in compared)
    assert sum(each.words is not None for each in compared) == 2


def test_the_checker_finds_what_is_wrong_in_this_paper_and_nothing_else(bd: Sample) -> None:
    found = [(each.code, each.place) for each in check_plan(bd.budget)]
    assert found == [
        ("C303", "mục I.7"),
        ("C301", "mục I.11.2"),
        ("C303", "mục II.7"),
        ("C301", "mục II.11.2"),
        ("T404", "Mục tiêu"),
    ]


def test_components_and_explanations_carry_no_cells(bd: Sample) -> None:
    without = [line for _, line in bd.budget.tree.walk() if line.kind in {COMPONENT, EXPLANATION}]
    assert len(without) == 2 * (2 + 3 + 2 + 4 + 1)
    assert [line.text for line in without if bd.budget.allocations(line.id)] == []


def test_the_sample_survives_being_exported_and_imported(bd: Sample) -> None:
    again = read_plan(write_plan(bd.book, bd.plan.id))
    assert {record.id: record for record in again.records()} == {record.id: record for record in bd.book.records()}
