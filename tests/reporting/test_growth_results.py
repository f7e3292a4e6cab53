"""A study of TFP worked out: DOMAIN's worked example to the digit, capital filled in, gaps and faults told."""

from dataclasses import replace
from decimal import Decimal

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.growth_records import GrowthInput, GrowthStudy
from nscl_desktop.domain.growth_results import growth_result, percents, sensitivities, target_words
from nscl_desktop.services import growth as service

D = Decimal
STUDY = GrowthStudy(
    id="s", name="Tây Ninh", base_year=2020, capital_share=D("0.42"), labour_share=D("0.58"), depreciation=D("0.05"),
    target=D(30), target_to=D(35),
)  # fmt: skip
FIRST = GrowthInput(
    id="a", study_id="s", year=2020, output=D(52000), capital=D(118000), labour=D(612000), labour_share=D("0.575")
)
SECOND = GrowthInput(
    id="b", study_id="s", year=2021, output=D(56264), investment=D(16520), labour=D(621180), labour_share=D("0.585")
)


def two(value: Decimal) -> str:
    return f"{value:.2f}"


def test_the_worked_example_comes_out_to_the_digit_with_capital_by_perpetual_inventory() -> None:
    result = growth_result(STUDY, [SECOND, FIRST])
    assert result.inputs[1].capital == 128620  # 118.000 × 0,95 + 16.520
    assert result.computed == {2021}
    (year,) = result.years
    assert year.constant is not None
    assert year.tornqvist is not None
    assert [two(part * 100) for part in (year.constant.output, year.constant.tfp)] == ["8.20", "3.55"]
    assert result.constant is not None
    assert result.tornqvist is not None
    assert [two(share) for share in result.constant] == ["46.10", "10.61", "43.29"]
    assert [two(share) for share in result.tornqvist] == ["45.93", "10.96", "43.12"]
    assert percents(year.constant) == result.constant
    assert [two(rate * 100) for rate in (year.labour_productivity, year.capital_productivity)] == ["6.60", "-0.73"]
    assert result.tfp_rate is not None
    assert two(result.tfp_rate * 100) == "3.55"
    assert result.remarks == ()


def test_the_target_is_compared_with_the_share_of_the_whole_time() -> None:
    result = growth_result(STUDY, [FIRST, SECOND])
    assert target_words(STUDY, result) == "Mục tiêu 30 - 35 %, tính được 43,3 % của tăng trưởng cả kỳ: đạt."
    higher = replace(STUDY, target=D("45.5"), target_to=None)
    assert target_words(higher, result) == "Mục tiêu 45,5 %, tính được 43,3 % của tăng trưởng cả kỳ: chưa đạt."
    assert target_words(replace(STUDY, target=None), result) == ""


def test_a_larger_capital_share_leaves_less_to_tfp() -> None:
    rows = sensitivities(STUDY, growth_result(STUDY, [FIRST, SECOND]))
    assert [share for share, _ in rows] == [D("0.32"), D("0.37"), D("0.42"), D("0.47"), D("0.52")]
    by_hand = [(D("8.2") - share * 9 - (1 - share) * D("1.5")) / D("8.2") * 100 for share, _ in rows]
    assert [two(shares[2]) for _, shares in rows if shares] == [two(each) for each in by_hand]
    assert sensitivities(replace(STUDY, capital_share=None), growth_result(STUDY, [])) == ()
    assert len(sensitivities(replace(STUDY, capital_share=D("0.05")), growth_result(STUDY, [FIRST, SECOND]))) == 3


def test_what_cannot_be_computed_says_why() -> None:
    bare = replace(STUDY, capital_share=None)
    assert growth_result(bare, [FIRST, SECOND]).remarks == (
        "Chưa nhập tỷ trọng vốn và tỷ trọng lao động nên chưa tính theo tỷ trọng cố định.",
    )
    assert growth_result(bare, [FIRST, SECOND]).tfp_rate is None
    no_rate = growth_result(replace(STUDY, depreciation=None), [FIRST, SECOND])
    assert no_rate.remarks == ("Năm 2021 chưa có vốn.",)
    wrong = growth_result(replace(STUDY, labour_share=D("0.6")), [FIRST, SECOND])
    assert "cộng lại bằng 1" in wrong.remarks[0]
    assert wrong.years == ()
    twice = growth_result(STUDY, [FIRST, replace(FIRST, id="z")])
    assert twice.remarks == ("Năm 2020 nhập hai lần; chỉ tính dòng đầu.",)
    third = replace(FIRST, id="c", year=2023)
    gap = growth_result(STUDY, [FIRST, SECOND, third, GrowthInput(id="d", study_id="s")])
    assert gap.remarks == ("Thiếu số liệu giữa năm 2021 và năm 2023 nên không tính qua quãng này.",)
    assert len(gap.years) == 1
    without = growth_result(STUDY, [FIRST, replace(SECOND, labour_share=None)])
    assert without.tornqvist is None
    assert growth_result(STUDY, []).constant is None


def test_faults_of_shares_are_told_once() -> None:
    third = replace(SECOND, id="c", year=2022)
    wrong = growth_result(replace(STUDY, labour_share=D("0.6")), [FIRST, SECOND, third])
    assert len(wrong.remarks) == 1


def test_a_study_is_set_up_year_by_year_and_deleted_whole() -> None:
    step = service.new_study("Tây Ninh", base_year=2020)
    assert (step.words, step.scope) == ("Thêm bảng tính TFP “Tây Ninh”", step.changes[0].id)
    with pytest.raises(InputError):
        service.new_study("")
    first, later = service.add_year(STUDY, []), service.add_year(STUDY, [FIRST, SECOND])
    assert first.changes[0].after is not None
    assert later.changes[0].after is not None
    assert (first.changes[0].after["year"], later.changes[0].after["year"]) == (2020, 2022)
    assert service.set_value(STUDY, SECOND, "output", D(1)).words.startswith("Sửa số liệu năm 2021 của bảng tính")
    assert service.set_value(STUDY, STUDY, "name", "X").words.startswith("Sửa bảng tính")
    with pytest.raises(InputError, match="phần của 1"):
        service.set_value(STUDY, STUDY, "capital_share", D(42))
    with pytest.raises(InputError, match="phần của 1"):
        service.set_value(STUDY, SECOND, "labour_share", D("-0.1"))
    assert {each.id for each in service.remove(Book([STUDY, FIRST, SECOND]), STUDY, STUDY).changes} == {"s", "a", "b"}
    assert [each.id for each in service.remove(Book([STUDY, FIRST]), STUDY, FIRST).changes] == ["a"]
