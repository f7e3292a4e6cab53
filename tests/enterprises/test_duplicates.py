"""Duplicates in a register: found by tax code, then by brand, without holding every unit against every other."""

import itertools
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nscl_desktop.domain import duplicates
from nscl_desktop.domain.duplicates import CROWDED, DuplicateIndex, register_duplicates
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.unit_name_parts import UnitName
from nscl_desktop.domain.unit_names import Grade, Likeness, compare, same_unit

A_CODE, OTHER_CODE = "0100109106", "0300588569"


def unit(key: str, name: str, tax_code: str = "", merged_into: str | None = None) -> Enterprise:
    return Enterprise(id=key, name=name, tax_code=tax_code, merged_into=merged_into)


def found(*units: Enterprise) -> list[tuple[str, str]]:
    return [(hit.first_id, hit.second_id) for hit in register_duplicates(units)]


def test_one_tax_code_however_written_is_one_unit() -> None:
    hits = list(register_duplicates([unit("a", "Công ty A", "0100 109 106"), unit("b", "Trường B", "0100109106")]))
    assert [(hit.first_id, hit.second_id, hit.grade, hit.reason) for hit in hits] == [
        ("a", "b", Grade.SAME, "Trùng mã số thuế 0100109106.")
    ]


def test_a_like_name_is_found_with_its_reason() -> None:
    hits = list(register_duplicates([unit("a", "Công ty TNHH Hoàng Long"), unit("b", "CONG TY TNHH HOANG LONG")]))
    assert [(hit.grade, hit.reason) for hit in hits] == [
        (
            Grade.LIKELY,
            "Tên giống nhau: tên riêng giống nhau khi bỏ dấu và dấu cách: “hoàng long”, “hoang long”.",
        )
    ]


def test_slips_are_found_from_either_side() -> None:
    right, slip = unit("a", "Công ty TNHH Hoàng Long"), unit("b", "Công ty TNHH Hoagn Long")
    assert found(right, slip) == [("a", "b")]
    assert found(slip, right) == [("b", "a")]


def test_names_without_a_brand_are_found_by_their_trades() -> None:
    name = "Công ty Cổ phần Đầu tư và Phát triển Đô thị"
    assert found(unit("a", name), unit("b", "CTCP Đầu tư Phát triển Đô thị")) == [("a", "b")]


def test_two_proved_codes_tell_two_units_apart_and_a_wrong_one_does_not() -> None:
    name = "Công ty TNHH Hoàng Long"
    assert found(unit("a", name, A_CODE), unit("b", name, OTHER_CODE)) == []
    assert found(unit("a", name, A_CODE), unit("b", name, "0300588560")) == [("a", "b")]
    assert found(unit("a", name, A_CODE), unit("b", name)) == [("a", "b")]


def test_a_branch_is_no_duplicate_of_its_firm() -> None:
    assert found(unit("a", "Công ty CP An Phát", A_CODE), unit("b", "Công ty CP An Phát", f"{A_CODE}-001")) == []


def test_records_already_joined_are_left_out() -> None:
    name = "Công ty TNHH Hoàng Long"
    assert found(unit("a", name), unit("b", name, merged_into="a")) == []
    assert DuplicateIndex([unit("b", name, merged_into="a")]).candidates(unit("c", name)) == ()


def test_at_entry_the_surest_comes_first_and_a_unit_is_not_its_own_duplicate() -> None:
    index = DuplicateIndex(
        [unit("a", "Cty Hoang Long"), unit("b", "Trường X", A_CODE), unit("c", "Công ty TNHH Hoàng Long", A_CODE)]
    )
    hits = index.candidates(unit("c", "Công ty TNHH Hoàng Long", A_CODE))
    assert [(hit.first_id, hit.grade) for hit in hits] == [("b", Grade.SAME), ("a", Grade.LIKELY)]


def test_units_of_other_brands_are_never_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*names: object) -> None:
        raise AssertionError(names)

    monkeypatch.setattr(duplicates, "compare", fail)
    brands = ("Hoàng Long", "Minh Phát", "Tân Á", "Đại Việt", "Vinamilk")
    assert found(*(unit(brand, f"Công ty Cổ phần Thương mại {brand}") for brand in brands)) == []


def _crowd(count: int) -> list[Enterprise]:
    """Firms of one brand in trades and places that tell them apart."""
    places = ("Bắc Giang", "Tây Ninh", "Đồng Nai", "Bình Phước", "Hà Nam", "Lào Cai", "Sơn La", "Phú Thọ")
    trades = ("Xây dựng", "May mặc", "Cơ khí", "Thực phẩm", "Du lịch", "Vận tải", "Điện tử", "Bao bì")
    names = itertools.islice(itertools.product(trades, places), count)
    return [unit(f"{trade}{place}", f"Công ty TNHH {trade} Thành Công {place}") for trade, place in names]


def test_in_a_crowd_of_one_brand_the_like_ones_still_meet() -> None:
    crowd = _crowd(60)
    assert len(crowd) > 2 * CROWDED
    twin = unit("twin", "CTY TNHH BAO BÌ THÀNH CÔNG HÀ NAM")
    assert found(*crowd, unit("first", "Công ty TNHH Bao bì Thành Công Hà Nam"), twin) == [("first", "twin")]


def test_the_work_grows_with_the_register_and_not_with_its_square(monkeypatch: pytest.MonkeyPatch) -> None:
    """All of one name and one code: the worst a register can be."""
    counted = itertools.count()

    def counting(a: UnitName, b: UnitName) -> Likeness:
        next(counted)
        return compare(a, b)

    monkeypatch.setattr(duplicates, "compare", counting)
    units = [unit(str(index), "Công ty TNHH Thành Công", "0" if index % 2 else "") for index in range(1000)]
    hits = sum(1 for _ in register_duplicates(units))
    assert 999 <= hits <= 4 * CROWDED * len(units)
    assert next(counted) <= 4 * CROWDED * len(units)


def _all_pairs(units: list[Enterprise]) -> Iterator[tuple[str, str]]:
    for a, b in itertools.combinations(units, 2):
        if same_unit(a.name, b.name).grade >= Grade.LIKELY:
            yield a.id, b.id


PARTS = st.tuples(
    st.sampled_from(["Công ty TNHH", "CTCP", "Cty", "CONG TY TNHH", "DNTN", "HTX", ""]),
    st.sampled_from(["", "Thương mại ", "TM DV ", "Xây dựng "]),
    st.sampled_from(["Hoàng Long", "Hoang Long", "Hoagn Long", "Hòang Long", "Minh Phát", "Minh Phat", "Vinamilk",
                     "Vinamikl", "An", "An Bình Phát", "(Vinamilk)", "Việt Nam", ""]),
    st.sampled_from(["", " Bắc Giang", " - Tây Ninh", " 1", " số 2"]),
)  # fmt: skip


@given(st.lists(PARTS.map("".join), min_size=2, max_size=10))
def test_blocks_lose_nothing_that_comparing_all_with_all_finds(names: list[str]) -> None:
    units = [unit(str(index), name or "Đơn vị") for index, name in enumerate(names)]
    assert set(found(*units)) == set(_all_pairs(units))
