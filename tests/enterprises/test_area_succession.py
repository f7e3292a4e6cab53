"""63 provinces became 34 on 01/07/2025 (DOMAIN 7): filters look back, paper keeps the name of its day."""

import pytest

from nscl_desktop.domain.area_succession import province_key
from nscl_desktop.services.public_facts import shipped_areas

AREAS = shipped_areas()
NOW = "2026-11-22"


def on(day: str) -> list[str]:
    return [
        each.full_name
        for each in AREAS.provinces
        if each.valid_from <= day and (not each.valid_to or day <= each.valid_to)
    ]


def test_there_are_63_units_until_the_merger_and_34_after() -> None:
    assert len(on("2025-06-30")) == len(set(on("2025-06-30"))) == 63
    assert len(on("2024-06-30")) == 63
    after = on("2025-07-01")
    assert len(after) == len(set(after)) == 34
    assert sum(name.startswith("Thành phố") for name in after) == 6


def test_every_unit_that_ended_has_a_successor_that_began_the_next_day() -> None:
    by_key = {each.key: each for each in AREAS.provinces}
    assert len(by_key) == len(AREAS.provinces)
    for each in AREAS.provinces:
        assert bool(each.valid_to) == bool(each.successor)
        if each.successor:
            assert {"2024-12-31": "2025-01-01", "2025-06-30": "2025-07-01"}[each.valid_to] == (
                by_key[each.successor].valid_from
            )


@pytest.mark.parametrize(
    ("now", "held"),
    [
        ("Thành phố Hồ Chí Minh", ["Bình Dương", "Bà Rịa – Vũng Tàu", "TP.HCM", "Hồ Chí Minh"]),
        ("Tỉnh Tây Ninh", ["Long An", "Tây Ninh"]),
        ("Tỉnh Bắc Ninh", ["Bắc Giang", "tỉnh Bắc Giang", "BẮC NINH"]),
        ("Phú Thọ", ["Vĩnh Phúc", "Hòa Bình"]),
        ("Huế", ["Thừa Thiên Huế", "Thừa Thiên - Huế"]),
    ],
)
def test_a_filter_by_a_province_of_today_finds_what_it_was_made_of(now: str, held: list[str]) -> None:
    found = AREAS.within(now, NOW)
    assert {province_key(name) for name in held} <= found
    assert province_key("Hà Nội") not in found


def test_a_filter_by_a_province_that_is_gone_finds_its_old_extent() -> None:
    assert AREAS.within("Bắc Giang", NOW) == {"bacgiang"}


def test_a_filter_on_a_day_before_the_merger_does_not_reach_further() -> None:
    assert AREAS.within("Bắc Ninh", "2021-08-01") == {"bacninh"}


def test_an_unknown_place_finds_itself() -> None:
    assert AREAS.within("Tỉnh Viêng Chăn", NOW) == {"viengchan"}
    assert AREAS.find("Viêng Chăn", NOW) is None
    assert AREAS.name_on("tỉnh Viêng Chăn", NOW) == "tỉnh Viêng Chăn"


@pytest.mark.parametrize(
    ("written", "day", "printed"),
    [
        ("Bắc Giang", "2021-08-15", "Tỉnh Bắc Giang"),
        ("Bắc Giang", "2025-06-30", "Tỉnh Bắc Giang"),
        ("Bắc Giang", "2025-07-01", "Tỉnh Bắc Ninh"),
        ("tỉnh Bình Dương", NOW, "Thành phố Hồ Chí Minh"),
        ("Tp. Hồ Chí Minh", NOW, "Thành phố Hồ Chí Minh"),
        ("Bắc Ninh", "2021-08-15", "Tỉnh Bắc Ninh"),
        ("Thừa Thiên Huế", "2024-12-31", "Tỉnh Thừa Thiên Huế"),
        ("Thừa Thiên Huế", NOW, "Thành phố Huế"),
    ],
)
def test_paper_prints_the_name_of_its_day(written: str, day: str, printed: str) -> None:
    assert AREAS.name_on(written, day) == printed


def test_spellings_of_a_province_are_one() -> None:
    assert AREAS.find("Daklak", NOW) == AREAS.find("Đắk Lắk", NOW) == AREAS.find("ĐẮC LẮC", NOW)


def test_only_what_sources_say_is_marked_as_verified() -> None:
    assert {each.name for each in AREAS.provinces if each.verified} == {
        "Hồ Chí Minh", "Bình Dương", "Bà Rịa - Vũng Tàu", "Tây Ninh", "Long An", "Bắc Ninh", "Bắc Giang",
    }  # fmt: skip
