"""VSIC by DOMAIN 5.4: counts and letters are those of the two decisions."""

import pytest

from nscl_desktop.services.public_facts import shipped_sectors


def letter(edition: str, code: str) -> str | None:
    section = shipped_sectors()[edition].section(code)
    return section.letter if section else None


@pytest.mark.parametrize(("edition", "sections", "divisions"), [("2018", 21, 88), ("2025", 22, 87)])
def test_there_are_as_many_sections_and_divisions_as_the_decision_has(
    edition: str, sections: int, divisions: int
) -> None:
    known = shipped_sectors()[edition]
    assert len(known.sections) == sections
    assert [each.letter for each in known.sections] == [chr(ord("A") + i) for i in range(sections)]
    assert len(known.divisions()) == divisions
    assert sum(each.last - each.first + 1 for each in known.sections) == divisions, "sections do not overlap"
    assert not known.divisions_verified


def test_letters_shift_from_j_on() -> None:
    old, new = (shipped_sectors()[edition] for edition in ("2018", "2025"))
    names = [{each.letter: each.name for each in edition.sections} for edition in (old, new)]
    assert [names[0][chr(ord(each) - 1)] for each in "LMNOPQRTUV"] == [names[1][each] for each in "LMNOPQRTUV"]
    assert names[1]["J"] == "Hoạt động xuất bản, phát sóng, sản xuất và phân phối nội dung"


@pytest.mark.parametrize(
    ("code", "in_2018", "in_2025"),
    [
        ("10", "C", "C"),
        ("1071", "C", "C"),
        ("10.71", "C", "C"),
        ("c10710", "C", "C"),
        ("C", "C", "C"),
        ("45", "G", None),  # ô tô, xe máy: a division of its own until 2025
        ("62", "J", "K"),
        ("58", "J", "J"),
        ("J62", "J", None),
        ("K62", None, "K"),
        ("86", "Q", "R"),
        ("V", None, "V"),
        ("99", "U", "V"),
        ("00", None, None),
        ("1", None, None),
        ("", None, None),
        ("123456", None, None),
        ("mười", None, None),
    ],
)
def test_a_code_means_what_its_edition_says(code: str, in_2018: str | None, in_2025: str | None) -> None:
    assert (letter("2018", code), letter("2025", code)) == (in_2018, in_2025)


def test_farming_industry_and_building_are_one_sector_of_size_and_the_rest_another() -> None:
    for edition in shipped_sectors().values():
        assert {each.letter for each in edition.sections if each.size_sector == "industry"} == set("ABCDEF")
        assert {each.size_sector for each in edition.sections} == {"industry", "services"}


def test_names_that_no_source_gave_are_marked() -> None:
    old, new = (shipped_sectors()[edition] for edition in ("2018", "2025"))
    assert not any(each.verified for each in old.sections)
    assert [each.letter for each in new.sections if not each.verified] == ["G"]
