"""Tables of money of Tây Ninh's invented year: every figure of every table against sums added up by hand."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from nscl_desktop.domain.appendix import Table
from nscl_desktop.domain.ledger import LedgerEntry
from nscl_desktop.domain.money_rows import YearMoney
from nscl_desktop.domain.money_table_paper import ELSEWHERE, Letter, money_document, money_table
from nscl_desktop.domain.money_tables import CHANGED, DISBURSED, REQUESTED, SETTLED, TABLE_KINDS, TableKind, numbers
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.office.print_room import PrintRoom
from nscl_desktop.storage.money_tables import ledger_years, year_money
from tests.enterprises.registers import store_of
from tests.ledger.napkin import TR, entry, position
from tests.reporting.tay_ninh_year import INFORMING, PLAN, RECORDS, SUPPORT, TFP, TRAINING, line
from tests.reports.libreoffice import needs_libreoffice, recalculated

ROW = PlanRow(**{name: getattr(PLAN, name) for name in PlanRow.__dataclass_fields__})
SYSTEMS = line("Kinh phí hỗ trợ doanh nghiệp xây dựng, áp dụng các")
THOUSAND = 1000
MORE = (
    (INFORMING, "proposed", 50_000), (INFORMING, "appraised", 45_000), (INFORMING, "moved", 5_000),
    (TRAINING, "proposed", 120_000), (TRAINING, "appraised", 116_690), (TRAINING, "cancelled", 6_690),
    (TRAINING, "settled", 90_000), (SUPPORT, "proposed", 1_300_000), (SUPPORT, "appraised", 1_250_000),
    (SUPPORT, "moved", -5_000), (SYSTEMS, "allotted", 200_000), (SYSTEMS, "carried", -100_000),
    (TFP, "proposed", 300_000), (TFP, "allotted", 290_000),
)  # fmt: skip
"""Beside the year's own ledger, in thousand đồng of source NSNN."""
OF_UNITS = (("allotted", 50_000), ("paid", 40_000), ("settled", 40_000))
"""For the same line out of source DN."""
ENTRIES = [
    LedgerEntry(id=f"more{at}", year_id="y", line_id=key, source="NSNN", kind=kind, amount=amount * THOUSAND)
    for at, (key, kind, amount) in enumerate(MORE)
] + [
    LedgerEntry(id=f"dn{at}", year_id="y", line_id=SYSTEMS, source="DN", kind=kind, amount=amount * THOUSAND)
    for at, (kind, amount) in enumerate(OF_UNITS)
]
Figures = Sequence[tuple[str, tuple[object, ...]]]
"""First words of a row, its figures in thousand đồng; a ratio is text."""
OWN, LINE, NSNN = "Ghi chung cho cả mục", "Kinh phí hỗ trợ doanh nghiệp xây dựng", "Trong đó: Sự nghiệp khoa học"
EXPECTED: dict[str, Figures] = {
    REQUESTED.key: (
        ("Tăng cường", (50_000, 45_000, 40_600, -9_400)), ("Đào tạo", (120_000, 116_690, 116_690, -3_310)),
        ("Hỗ trợ", (1_300_000, 1_250_000, 1_480_000, 180_000)), (OWN, (1_300_000, 1_250_000, 1_230_000, -70_000)),
        (LINE, (0, 0, 250_000, 250_000)), ("Tổng cộng", (1_470_000, 1_411_690, 1_637_290, 167_290)),
        (ELSEWHERE, (300_000, 0, 290_000, -10_000)), ("Tính toán", (300_000, 0, 290_000, -10_000)),
    ),
    DISBURSED.key: (
        ("Tăng cường", (45_600, 5_000, 5_000, "11", 40_600)), ("Đào tạo", (110_000, 90_000, 90_000, "81.8", 20_000)),
        ("Hỗ trợ", (1_145_000, 230_000, 100_000, "8.7", 1_045_000)), (OWN, (995_000, 190_000, 60_000, "6", 935_000)),
        (LINE, (150_000, 40_000, 40_000, "26.7", 110_000)),
        ("Tổng cộng", (1_300_600, 325_000, 195_000, "15", 1_105_600)),
        (ELSEWHERE, (290_000, 300_000, 300_000, "103.4", -10_000)),
        ("Tính toán", (290_000, 300_000, 300_000, "103.4", -10_000)),
    ),
    SETTLED.key: (
        ("Tăng cường", (45_600, 0, 0, 5_000, 0, 45_600)), ("Đào tạo", (116_690, 0, 6_690, 90_000, 90_000, 20_000)),
        ("Hỗ trợ", (1_245_000, -100_000, 0, 100_000, 40_000, 1_105_000)),
        (f"{OWN}, nguồn NSNN", (995_000, 0, 0, 60_000, 0, 995_000)),
        (LINE, (250_000, -100_000, 0, 40_000, 40_000, 110_000)), ("Nguồn NSNN", (200_000, -100_000, 0, 0, 0, 100_000)),
        ("Nguồn DN", (50_000, 0, 0, 40_000, 40_000, 10_000)),
        ("Tổng cộng", (1_407_290, -100_000, 6_690, 195_000, 130_000, 1_170_600)),
        (NSNN, (1_357_290, -100_000, 6_690, 155_000, 90_000, 1_160_600)),
        ("Trong đó: DN", (50_000, 0, 0, 40_000, 40_000, 10_000)),
        (ELSEWHERE, (290_000, 0, 0, 300_000, 0, 290_000)), ("Tính toán", (290_000, 0, 0, 300_000, 0, 290_000)),
    ),
    CHANGED.key: (
        ("Tăng cường", (40_600, 5_000, 0, 45_600)), ("Đào tạo", (116_690, 0, 6_690, 110_000)),
        ("Hỗ trợ", (1_480_000, 0, 335_000, 1_145_000)), (OWN, (1_230_000, 0, 235_000, 995_000)),
        (LINE, (250_000, 0, 100_000, 150_000)), ("Tổng cộng", (1_637_290, 5_000, 341_690, 1_300_600)),
        (ELSEWHERE, (290_000, 0, 0, 290_000)), ("Tính toán", (290_000, 0, 0, 290_000)),
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def money() -> Iterator[YearMoney]:
    store = store_of([*RECORDS, *ENTRIES])
    with store.reading() as connection:
        found = year_money(connection, PLAN.id, 2021)
    assert found is not None
    yield found
    store.close()


def figures_of(table: Table) -> list[tuple[object, ...]]:
    return [
        tuple(
            str(cell.percent.normalize()) if cell.percent is not None else (cell.amount or 0) // THOUSAND
            for cell in row.cells[2:]
        )
        for row in table.rows
    ]


@pytest.mark.parametrize("kind", TABLE_KINDS, ids=lambda kind: kind.key)
def test_every_figure_of_a_table_is_the_one_added_up_by_hand(money: YearMoney, kind: TableKind) -> None:
    table = money_table(kind, money)
    expected = EXPECTED[kind.key]
    assert figures_of(table) == [figures for _, figures in expected]
    for row, (words, _) in zip(table.rows, expected, strict=True):
        assert row.cells[1].text.startswith(words)
    assert table.rows[-1].cells[1].text.endswith("(Cục Thống kê chủ trì)")


@needs_libreoffice
@pytest.mark.parametrize("kind", TABLE_KINDS, ids=lambda kind: kind.key)
def test_libreoffice_recalculates_each_table_to_the_figures_printed(
    money: YearMoney, kind: TableKind, tmp_path: Path
) -> None:
    target = tmp_path / "bieu.xlsx"
    PrintRoom(tmp_path).write(money_document(kind, money, Letter(ROW)), target)
    anew = [[cell.value for cell in row if cell.value is not None] for row in recalculated(target).iter_rows()]
    for words, figures in EXPECTED[kind.key]:
        (found,) = [row for row in anew if any(str(each).startswith(words) for each in row)][:1]
        numbers_found = [each for each in found if isinstance(each, int | float)]
        for value, figure in zip(numbers_found, figures, strict=True):
            if isinstance(figure, str):
                assert Decimal(str(round(value * 100, 1))) == Decimal(figure)
            else:
                assert value == int(str(figure)) * THOUSAND


def test_sums_and_differences_are_formulas_and_leaves_are_figures(money: YearMoney) -> None:
    table = money_table(DISBURSED, money)
    leaf, section = table.rows[0].cells, table.rows[2].cells
    assert [cell.formula is not None for cell in leaf[2:]] == [False, False, False, True, True]
    assert all(cell.formula is not None for cell in section[2:])


def test_the_row_of_numbers_says_how_columns_follow_from_others() -> None:
    assert numbers(DISBURSED) == ("A", "B", "1", "2", "3", "4=3:1", "5=1-3")
    assert numbers(SETTLED)[-1] == "6=1+2-3-5"


def test_lines_of_no_version_stand_at_the_end_and_an_empty_year_has_its_sections_alone() -> None:
    entries = (entry("allotted", 3 * TR, "bỏ"), entry("allotted", 10 * TR), entry("allotted", 5 * TR, "II"))
    table = money_table(CHANGED, YearMoney(position(*entries).sums, {}))
    assert [(row.cells[1].text, row.cells[2].amount) for row in table.rows] == [
        ("Mục I", 10 * TR), ("Mục I.1", 10 * TR), ("Dòng không còn trong kế hoạch đang có hiệu lực", 3 * TR),
        ("Tổng cộng", 13 * TR), (ELSEWHERE, 5 * TR), ("Mục II (cơ quan khác chủ trì)", 5 * TR),
    ]  # fmt: skip
    settled = money_table(SETTLED, YearMoney(position(*entries).sums, {}))
    assert [row.cells[1].text for row in settled.rows if row.cells[1].text.startswith("Trong đó")] == [
        "Trong đó: Ngân sách nhà nước"
    ]  # nothing came from "DN"
    empty = money_table(DISBURSED, YearMoney(position().sums, {}))
    assert [(row.cells[1].text, row.cells[5].text) for row in empty.rows] == [("Mục I", "-"), ("Tổng cộng", "-")]


def test_years_and_closing_are_read_and_a_plan_that_is_gone_has_none(money: YearMoney) -> None:
    assert money.closed == "chưa khóa sổ"
    store = store_of(RECORDS)
    with store.reading() as connection:
        assert ledger_years(connection, PLAN.id) == (2021,)
        assert (ledger_years(connection, "x"), year_money(connection, "x", 2021)) == ((), None)
        other = year_money(connection, PLAN.id, 2025)
        assert other is not None
        assert other.closed == "chưa mở sổ"
    store.close()


def test_the_paper_names_year_plan_and_unit(money: YearMoney) -> None:
    doc = money_document(SETTLED, money, Letter(ROW, ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "CHI CỤC")))
    assert doc.heading.title == "QUYẾT TOÁN KINH PHÍ NĂM 2021"
    assert doc.heading.attached_to.startswith("(Thực hiện Kế hoạch số 950/KH-UBND")
    assert doc.author == "CHI CỤC"
    titles = [money_document(kind, money, Letter(ROW)).heading.title for kind in TABLE_KINDS]
    assert titles == [
        "ĐỀ NGHỊ - THẨM ĐỊNH - GIAO DỰ TOÁN NĂM 2021", "TÌNH HÌNH GIẢI NGÂN NĂM 2021", "QUYẾT TOÁN KINH PHÍ NĂM 2021",
        "ĐIỀU CHỈNH DỰ TOÁN NĂM 2021",
    ]  # fmt: skip
