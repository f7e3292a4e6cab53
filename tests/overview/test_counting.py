"""What counts stand for: names of numbers, means of growth, how a count stands to what was promised."""

from decimal import Decimal
from typing import Any

import pytest

from nscl_desktop.domain import counting_rules as rules
from nscl_desktop.domain.counting import (
    APPLIES,
    Standing,
    counted_unit,
    promise_words,
    published_value,
    rounded,
    share,
    standing,
    state_of,
    year_by_of,
)
from nscl_desktop.domain.counting_rules import CountingRule, PublishedFigure
from nscl_desktop.domain.counting_words import rule_words
from nscl_desktop.domain.targets import Target

D = Decimal


def rule(**fields: object) -> CountingRule:
    return CountingRule(id="r", **fields)  # type: ignore[arg-type]  # fields of many types, by name


def figures(*values: tuple[int, str]) -> list[PublishedFigure]:
    return [
        PublishedFigure(id=str(year), indicator="x", year=year, value=D(value), unit="tỷ") for year, value in values
    ]


@pytest.mark.parametrize(
    "fields, unit",
    [
        ({"counted": "enrolment"}, "lượt người"), ({"counted": "enrolment", "distinct": "person"}, "người"),
        ({"counted": "prize"}, "giải"), ({"counted": "prize", "distinct": "unit"}, "đơn vị đạt giải"),
        ({"counted": "dossier"}, "hồ sơ"), ({"counted": "dossier", "distinct": "unit"}, "đơn vị"),
        ({"counted": "item", "unit": "hệ thống"}, "hệ thống"), ({"counted": "item"}, "mục"),
        ({"counted": "item", "unit": "hệ thống", "distinct": "unit"}, "đơn vị"), ({"counted": "work"}, "việc"),
        ({"counted": "dossier", "base": "register"}, "%"), ({"counted": "published", "average": "rates"}, "%/năm"),
        ({"counted": "published", "average": "mean"}, ""), ({"counted": "expert", "distinct": "unit"}, "chuyên gia"),
    ],
)  # fmt: skip
def test_every_number_bears_its_own_name(fields: dict[str, str], unit: str) -> None:
    assert counted_unit(rule(**fields)) == unit


def test_what_does_not_apply_to_what_is_counted_is_passed_over() -> None:
    assert state_of(rule(counted="enrolment", state="signed")) == "attended"
    assert state_of(rule(counted="dossier", state="signed")) == ""
    assert year_by_of(rule(counted="club", year_by="payment")) == ""
    assert year_by_of(rule(counted="prize", year_by="payment")) == "payment"


def test_everything_that_can_be_counted_says_what_applies_to_it() -> None:
    assert set(APPLIES) == {code for code, _ in rules.COUNTED}


# Mean growth: 100 → 121 in two years is 10 % a year; 10 % and 21 % compound to 33,1 %, whose root is 15,369 %.
@pytest.mark.parametrize(
    "average, values, expected",
    [
        ("levels", ((2021, "100"), (2023, "121")), "10"),
        ("rates", ((2022, "10"), (2023, "21")), "15.369"),
        ("mean", ((2022, "10"), (2023, "21")), "15.5"),
        ("", ((2022, "10"), (2023, "21")), "21"),
    ],
)
def test_growth_is_averaged_as_the_rule_says(average: str, values: tuple[tuple[int, str], ...], expected: str) -> None:
    found = published_value(rule(counted="published", indicator="x", average=average), figures(*values))
    assert found.value is not None
    assert round(found.value, 3) == D(expected)


@pytest.mark.parametrize(
    "average, values, reason",
    [
        ("", (), "Chưa nhập số liệu công bố “x” của các năm này."),
        ("levels", ((2021, "100"),), "Cần số “x” của ít nhất hai năm, đều lớn hơn 0."),
        ("levels", ((2021, "0"), (2023, "5")), "Cần số “x” của ít nhất hai năm, đều lớn hơn 0."),
        ("rates", ((2021, "-100"),), "Có năm giảm từ 100 % trở lên nên không tính được bình quân."),
    ],
)
def test_where_no_mean_can_be_told_the_reason_is(
    average: str, values: tuple[tuple[int, str], ...], reason: str
) -> None:
    found = published_value(rule(counted="published", indicator="x", average=average), figures(*values))
    assert (found.value, found.reason) == (None, reason)


def test_a_figure_without_year_or_value_says_nothing_and_the_final_one_goes_before_the_estimate() -> None:
    known = [
        PublishedFigure(id="a", indicator="x", year=2024, value=D(9), is_estimate=True, published_on="2025-06"),
        PublishedFigure(id="b", indicator="x", year=2024, value=D(8), unit="%", published_on="2025-03"),
        PublishedFigure(id="c", indicator="x", value=D(7)), PublishedFigure(id="d", indicator="x", year=2025),
    ]  # fmt: skip
    found = published_value(rule(counted="published"), known)
    assert found.value == D(8)
    assert (found.unit, found.years) == ("%", (2024,))


@pytest.mark.parametrize(
    "comparison, wanted, value, tolerance, expected",
    [
        ("at_least", "4", "4", None, Standing.REACHED), ("at_least", "4", "3", None, Standing.NOT_YET),
        ("over", "70", "70", None, Standing.NOT_YET), ("over", "70", "70.1", None, Standing.REACHED),
        ("about", "50", "45", "10", Standing.REACHED), ("about", "50", "44", "10", Standing.NOT_YET),
        ("about", "50", "49", None, Standing.NOT_YET), ("about", "30", "40", "10", Standing.REACHED),
        ("exactly", "8", "8", None, Standing.REACHED), ("exactly", "8", "9", None, Standing.REACHED),
        ("exactly", "8", None, None, Standing.NOT_COUNTED), ("", None, "3", None, Standing.NOT_QUANTIFIED),
    ],
)  # fmt: skip
def test_a_count_stands_to_its_target(
    comparison: str, wanted: str | None, value: str | None, tolerance: str | None, expected: Standing
) -> None:
    target = Target(id="t", plan_id="p", comparison=comparison, value=D(wanted) if wanted else None)
    counted = rule(counted="visit", tolerance=D(tolerance) if tolerance else None)
    assert standing(target, counted, D(value) if value else None) is expected


def test_about_without_a_rule_is_the_figure_itself() -> None:
    target = Target(id="t", plan_id="p", comparison="about", value=D(50))
    assert standing(target, None, D(49)) is Standing.NOT_YET


def test_a_promise_is_worded_as_in_the_plan() -> None:
    made = {code: Target(id="t", plan_id="p", comparison=code) for code in ("at_least", "over", "about", "exactly", "")}
    assert [promise_words(each, "04") for each in made.values()] == ["ít nhất 04", "trên 04", "khoảng 04", "04", "04"]


def test_shares_and_rounding() -> None:
    assert share(D(1), D(8)) == D("12.5")
    assert share(D(1), None) is None
    assert share(D(1), D(0)) is None
    assert [rounded(D("12.345")), rounded(D(4))] == [D("12.3"), D(4)]


@pytest.mark.parametrize(
    "fields, words",
    [
        ({"counted": "dossier", "distinct": "unit", "kinds": ("cooperative",), "groups": ("tool", "system"),
          "supports": ("5S",), "stage": "accepted"},
         ("Hồ sơ hỗ trợ, mỗi đơn vị một lần (số đơn vị); đơn vị là hợp tác xã; nội dung thuộc công cụ cải tiến năng"
         " suất, hệ thống quản lý; mã 5S; đã đến bước Nghiệm thu; tính cả chuyển tiếp; thuộc kế hoạch này;"
         " năm theo ngày đạt được (bước, cấp, kết thúc, quyết định).")),
        ({"counted": "dossier", "public_only": True, "base": "register", "with_carried": False, "outside_plan": True},
         ("Hồ sơ hỗ trợ, mỗi bản ghi một lần (số hồ sơ); đơn vị là mọi loại hình công lập, vốn nhà nước; không tính"
         " chuyển tiếp; trong cả sổ của văn phòng; năm theo ngày đạt được (bước, cấp, kết thúc, quyết định);"
         " chia cho số đơn vị  công lập, vốn nhà nước trong danh sách.")),
        ({"counted": "item", "unit": "hệ thống", "on_lines": True},
         ("Mục hỗ trợ (công cụ, hệ thống, sản phẩm…), mỗi bản ghi một lần (số hệ thống); tính theo hệ thống; tính cả"
         " chuyển tiếp; lấy kinh phí từ mục chi gắn với mục tiêu;"
         " năm theo ngày đạt được (bước, cấp, kết thúc, quyết định).")),
        ({"counted": "visit", "narrowed": "survey", "base": "published", "base_indicator": "Số DN"},
         ("Lần kiểm tra, khảo sát, mỗi bản ghi một lần (số lượt); đã kết thúc, đã xong; khảo sát; thuộc kế hoạch này;"
         " chia cho số công bố “Số DN”.")),
        ({"counted": "published", "indicator": "GRDP"}, "Số liệu công bố “GRDP”; số của năm gần nhất."),
        ({"reason": "Mục tiêu định tính."}, "Mục tiêu định tính."), ({}, "Chưa có cách đếm."),
    ],
)  # fmt: skip
def test_a_rule_says_in_words_what_it_counts(fields: dict[str, Any], words: str) -> None:
    assert rule_words(rule(**fields)) == words.replace("  ", " ")
