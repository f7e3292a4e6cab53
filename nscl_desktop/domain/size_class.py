"""Quy mô of an enterprise in one year (Nghị định 80/2021/NĐ-CP, Điều 5), with the reason as a sentence for the clerk.

A class needs labour within its bound AND (revenue OR capital) within its bound; tested from siêu nhỏ upwards, the
first that passes wins (DOMAIN 5.1). A firm founded in the year itself has no revenue of the year before and is tested
on capital alone. Missing figures give a class only when every value they could have gives the same one.
The bounds are dated data, because each decree replaces the last.
"""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from nscl_desktop.domain.enterprises import INDUSTRY, SERVICES, Enterprise, YearFigures
from nscl_desktop.domain.money import MoneyUnit, format_amount, format_quantity
from nscl_desktop.domain.sectors import SectorEdition
from nscl_desktop.domain.text import quoted

_SECTOR_WORDS = {INDUSTRY: "nông, lâm, thủy sản, công nghiệp, xây dựng", SERVICES: "thương mại, dịch vụ"}


class Size(Enum):
    """The classes in the order in which they are tested; `LARGE` is what passes none."""

    MICRO = "siêu nhỏ"
    SMALL = "nhỏ"
    MEDIUM = "vừa"
    LARGE = "lớn"
    UNKNOWN = "chưa xác định"


TESTED = (Size.MICRO, Size.SMALL, Size.MEDIUM)


@dataclass(frozen=True, slots=True)
class SizeBounds:
    """The most that a class allows: people, đồng, đồng."""

    labour: int
    revenue: int
    capital: int


@dataclass(frozen=True, slots=True)
class SizeRules:
    """The bounds of a decree from a day on; ``bounds`` by sector, in the order of `TESTED`."""

    valid_from: str
    instrument: str
    verified: bool
    bounds: dict[str, tuple[SizeBounds, ...]]


@dataclass(frozen=True, slots=True)
class SizeClass:
    """The class of a year and the sentence that says why."""

    size: Size
    reason: str


@dataclass(frozen=True, slots=True)
class SizeSector:
    """Industry or services, and where that comes from; ``code`` is "" when nothing tells it."""

    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Case:
    """Figures as they are compared: `None` is unknown, and a firm without a revenue year says so."""

    labour: Decimal | None
    revenue: int | None
    capital: int | None
    has_revenue_year: bool


def read_size_rules(text: str) -> tuple[SizeRules, ...]:
    """The rules of the shipped TOML text, oldest first."""
    return tuple(
        SizeRules(
            valid_from=entry["valid_from"],
            instrument=entry["instrument"],
            verified=entry["verified"],
            bounds={
                sector: tuple(SizeBounds(**entry[sector][size.name.lower()]) for size in TESTED)
                for sector in (INDUSTRY, SERVICES)
            },
        )
        for entry in sorted(tomllib.loads(text)["rules"], key=lambda entry: str(entry["valid_from"]))
    )


def size_sector(enterprise: Enterprise, editions: dict[str, SectorEdition]) -> SizeSector:
    """The sector of an enterprise by its main line of business (NĐ 80/2021/NĐ-CP, Điều 6) or as chosen by hand."""
    if enterprise.size_sector:
        return SizeSector(enterprise.size_sector, f"lĩnh vực {_SECTOR_WORDS[enterprise.size_sector]}, chọn bằng tay")
    if not enterprise.sector_code:
        return SizeSector("", "chưa có mã ngành chính")
    name = f"VSIC {enterprise.sector_edition}"
    edition = editions.get(enterprise.sector_edition)
    section = edition.section(enterprise.sector_code) if edition else None
    if section is None:
        return SizeSector("", f"mã ngành {quoted(enterprise.sector_code)} không có trong {name}")
    origin = f"theo mã ngành {enterprise.sector_code} (mục {section.letter}, {name})"
    return SizeSector(section.size_sector, f"lĩnh vực {_SECTOR_WORDS[section.size_sector]}, {origin}")


def size_class(
    figures: YearFigures, sector: SizeSector, rules: tuple[SizeRules, ...], founded_on: str = ""
) -> SizeClass:
    """The class of the figures' year. ``founded_on``: ISO day or year, "" when unknown; money in đồng."""
    in_force = next((each for each in reversed(rules) if each.valid_from <= f"{figures.year:04}-12-31"), None)
    if in_force is None:
        return SizeClass(Size.UNKNOWN, f"Chưa xác định quy mô: không có quy định về quy mô cho năm {figures.year}.")
    if not sector.code:
        return SizeClass(Size.UNKNOWN, f"Chưa xác định quy mô năm {figures.year}: {sector.reason}.")
    has_revenue_year = not founded_on or int(founded_on[:4]) < figures.year
    case = _Case(figures.labour, figures.revenue if has_revenue_year else None, figures.capital, has_revenue_year)
    bounds = in_force.bounds[sector.code]
    least, most = _first_passed(case, bounds, generous=True), _first_passed(case, bounds, generous=False)
    if least is not most:
        missing = " và ".join(_missing(case))
        return SizeClass(
            Size.UNKNOWN,
            f"Chưa xác định quy mô năm {figures.year}: thiếu {missing} nên có thể từ {least.value} đến {most.value} "
            f"({sector.reason}).",
        )
    why = _above_all(case, bounds[-1]) if least is Size.LARGE else _within(case, bounds[TESTED.index(least)])
    return SizeClass(least, f"Quy mô {least.value} năm {figures.year}: {why} ({sector.reason}; {in_force.instrument}).")


def _first_passed(case: _Case, bounds: tuple[SizeBounds, ...], *, generous: bool) -> Size:
    """The first class that passes when unknown figures are as low (generous) or as high as can be."""
    for size, bound in zip(TESTED, bounds, strict=True):
        labour = generous if case.labour is None else case.labour <= bound.labour
        revenue = (generous and case.has_revenue_year) if case.revenue is None else case.revenue <= bound.revenue
        capital = generous if case.capital is None else case.capital <= bound.capital
        if labour and (revenue or capital):
            return size
    return Size.LARGE


def _missing(case: _Case) -> list[str]:
    given = (
        (case.labour is None, "số lao động"),
        (case.revenue is None and case.has_revenue_year, "doanh thu năm trước"),
        (case.capital is None, "tổng nguồn vốn năm trước"),
    )
    return [words for is_missing, words in given if is_missing]


def _people(count: Decimal | int) -> str:
    return f"{format_quantity(Decimal(count))} người"


def _dong(amount: int) -> str:
    return f"{format_amount(amount, MoneyUnit.TY)} tỷ đồng"


def _within(case: _Case, bound: SizeBounds) -> str:
    """Labour is known here, and capital too if revenue does not pass: no class below lớn is certain without."""
    parts = [f"lao động {_people(case.labour or 0)} không quá {_people(bound.labour)}"]
    if case.revenue is not None and case.revenue <= bound.revenue:
        parts.append(f"doanh thu {_dong(case.revenue)} không quá {_dong(bound.revenue)}")
    else:
        parts.append(f"tổng nguồn vốn {_dong(case.capital or 0)} không quá {_dong(bound.capital)}")
    if not case.has_revenue_year:
        parts.append("chưa có năm doanh thu nên xét theo nguồn vốn")
    return ", ".join(parts)


def _above_all(case: _Case, bound: SizeBounds) -> str:
    if case.labour is not None and case.labour > bound.labour:
        return f"lao động {_people(case.labour)} vượt {_people(bound.labour)}"
    parts = [f"tổng nguồn vốn {_dong(case.capital or 0)} vượt {_dong(bound.capital)}"]
    if case.revenue is not None:
        parts.insert(0, f"doanh thu {_dong(case.revenue)} vượt {_dong(bound.revenue)}")
    else:
        parts.append("chưa có năm doanh thu nên xét theo nguồn vốn")
    return ", ".join(parts)
