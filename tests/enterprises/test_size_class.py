"""Size classes at every bound of NĐ 80/2021 (table of DOMAIN 5.1, written out here once more), in đồng and people."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.enterprises import Enterprise, YearFigures
from nscl_desktop.domain.size_class import Size, SizeClass, SizeSector, size_class, size_sector
from nscl_desktop.services.public_facts import shipped_sectors, shipped_size_rules

TY = 10**9
#                  people, revenue, capital in tỷ
LIMITS = {
    ("industry", Size.MICRO): (10, 3, 3),
    ("industry", Size.SMALL): (100, 50, 20),
    ("industry", Size.MEDIUM): (200, 200, 100),
    ("services", Size.MICRO): (10, 10, 3),
    ("services", Size.SMALL): (50, 100, 50),
    ("services", Size.MEDIUM): (100, 300, 100),
}
NEXT = {Size.MICRO: Size.SMALL, Size.SMALL: Size.MEDIUM, Size.MEDIUM: Size.LARGE}
CASES = [(sector, size, *limit) for (sector, size), limit in LIMITS.items()]


def classed(
    labour: int | str | None,
    revenue: int | None,
    capital: int | None,
    sector: str = "industry",
    *,
    year: int = 2024,
    founded_on: str = "",
) -> SizeClass:
    figures = YearFigures(
        id="y",
        enterprise_id="e",
        year=year,
        labour=None if labour is None else Decimal(labour),
        revenue=revenue,
        capital=capital,
    )
    return size_class(figures, SizeSector(sector, "lĩnh vực thử"), shipped_size_rules(), founded_on)


@pytest.mark.parametrize(("sector", "size", "people", "revenue", "capital"), CASES)
def test_a_bound_itself_still_passes_and_one_more_does_not(
    sector: str, size: Size, people: int, revenue: int, capital: int
) -> None:
    huge = 10**14
    assert classed(people, revenue * TY, huge, sector).size is size
    assert classed(people, huge, capital * TY, sector).size is size
    assert classed(people, revenue * TY + 1, huge, sector).size is NEXT[size]
    assert classed(people, huge, capital * TY + 1, sector).size is NEXT[size]
    assert classed(people + 1, 0, 0, sector).size is NEXT[size]
    assert classed(f"{people}.1", 0, 0, sector).size is NEXT[size]
    assert classed(people, revenue * TY + 1, capital * TY + 1, sector).size is NEXT[size]


@pytest.mark.parametrize(("sector", "size", "people", "revenue", "capital"), CASES)
def test_a_firm_without_a_revenue_year_is_tested_on_capital_alone(
    sector: str, size: Size, people: int, revenue: int, capital: int
) -> None:
    assert classed(people, None, capital * TY, sector, founded_on="2024-03-01").size is size
    assert classed(people, 0, capital * TY + 1, sector, founded_on="2024").size is NEXT[size]


def test_the_sentence_names_figures_bounds_sector_and_decree() -> None:
    assert classed(80, 45 * TY, 30 * TY).reason == (
        "Quy mô nhỏ năm 2024: lao động 80 người không quá 100 người, doanh thu 45 tỷ đồng không quá 50 tỷ đồng "
        "(lĩnh vực thử; Nghị định 80/2021/NĐ-CP, Điều 5)."
    )
    assert "tổng nguồn vốn 19,5 tỷ đồng không quá 20 tỷ đồng" in classed(80, 51 * TY, 19_500_000_000).reason
    assert "chưa có năm doanh thu nên xét theo nguồn vốn" in classed(8, None, TY, founded_on="2024").reason


def test_the_sentence_of_a_large_firm_names_what_is_too_much() -> None:
    assert "lớn năm 2024: lao động 201 người vượt 200 người (" in classed(201, None, None).reason
    assert "doanh thu 201 tỷ đồng vượt 200 tỷ đồng, tổng nguồn vốn 101 tỷ đồng vượt 100 tỷ đồng" in (
        classed(5, 201 * TY, 101 * TY).reason
    )
    young = classed(5, None, 101 * TY, founded_on="2024")
    assert "tổng nguồn vốn 101 tỷ đồng vượt 100 tỷ đồng, chưa có năm doanh thu nên xét theo nguồn vốn" in young.reason


@pytest.mark.parametrize(
    ("labour", "revenue", "capital", "founded", "missing"),
    [
        (None, TY, TY, "", "thiếu số lao động nên có thể từ siêu nhỏ đến lớn"),
        (8, None, 4 * TY, "2020", "thiếu doanh thu năm trước nên có thể từ siêu nhỏ đến nhỏ"),
        (8, 4 * TY, None, "", "thiếu tổng nguồn vốn năm trước nên có thể từ siêu nhỏ đến nhỏ"),
        (8, None, None, "", "thiếu doanh thu năm trước và tổng nguồn vốn năm trước nên có thể từ siêu nhỏ đến lớn"),
        (8, None, None, "2024-01-01", "thiếu tổng nguồn vốn năm trước nên có thể từ siêu nhỏ đến lớn"),
    ],
)
def test_missing_figures_leave_it_open_and_are_named(
    labour: int | None, revenue: int | None, capital: int | None, founded: str, missing: str
) -> None:
    found = classed(labour, revenue, capital, founded_on=founded)
    assert found.size is Size.UNKNOWN
    assert found.reason.startswith("Chưa xác định quy mô năm 2024: ")
    assert missing in found.reason


@pytest.mark.parametrize(
    ("labour", "revenue", "capital", "size"),
    [
        (8, 3 * TY, None, Size.MICRO),  # capital could not make it smaller
        (150, None, 90 * TY, Size.MEDIUM),  # labour keeps it from being smaller
        (None, 201 * TY, 101 * TY, Size.LARGE),
        (500, None, None, Size.LARGE),
    ],
)
def test_missing_figures_that_change_nothing_do_not_matter(
    labour: int | None, revenue: int | None, capital: int | None, size: Size
) -> None:
    assert classed(labour, revenue, capital).size is size


def test_each_year_has_the_decree_in_force_at_its_end() -> None:
    assert "Nghị định 39/2018/NĐ-CP, Điều 6" in classed(8, TY, TY, year=2020).reason
    assert "Nghị định 80/2021/NĐ-CP, Điều 5" in classed(8, TY, TY, year=2021).reason
    assert classed(8, TY, TY, year=2017).reason == ("Chưa xác định quy mô: không có quy định về quy mô cho năm 2017.")


def _sector(sector_code: str = "", sector_edition: str = "2025", size_sector_: str = "") -> SizeSector:
    enterprise = Enterprise(
        id="e", name="A", sector_code=sector_code, sector_edition=sector_edition, size_sector=size_sector_
    )
    return size_sector(enterprise, shipped_sectors())


def test_the_sector_follows_the_main_line_of_business_in_its_edition() -> None:
    assert _sector(sector_code="1071", sector_edition="2025") == SizeSector(
        "industry", "lĩnh vực nông, lâm, thủy sản, công nghiệp, xây dựng, theo mã ngành 1071 (mục C, VSIC 2025)"
    )
    assert _sector(sector_code="4520", sector_edition="2018").code == "services"


def test_the_sector_chosen_by_hand_goes_before() -> None:
    chosen = _sector(sector_code="1071", size_sector_="services")
    assert chosen == SizeSector("services", "lĩnh vực thương mại, dịch vụ, chọn bằng tay")


def test_without_a_sector_the_class_stays_open() -> None:
    assert _sector() == SizeSector("", "chưa có mã ngành chính")
    foreign = _sector(sector_code="4520", sector_edition="2025")
    assert foreign == SizeSector("", "mã ngành “4520” không có trong VSIC 2025")
    figures = YearFigures(id="y", enterprise_id="e", year=2024)
    assert size_class(figures, foreign, shipped_size_rules()) == SizeClass(
        Size.UNKNOWN, "Chưa xác định quy mô năm 2024: mã ngành “4520” không có trong VSIC 2025."
    )


def test_an_edition_that_is_not_known_gives_no_sector() -> None:
    assert size_sector(Enterprise(id="e", name="A", sector_code="10"), {}).code == ""
