"""Prize money by dated norms: the source plans' own numbers come out, and what they would be at another day's base."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.award_results import results
from nscl_desktop.domain.awards import COLLECTIVE, INDIVIDUAL, Nomination, Prize, PrizeNorm
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.directory import SalaryBase
from nscl_desktop.domain.planned_prizes import PlannedPrizes, planned_prizes
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.prize_money import PrizeRules, Worth, base_on, norm_of, worth_by
from nscl_desktop.domain.salary_bases import rounded_product
from nscl_desktop.exchange.plan_json import read_plan
from nscl_desktop.exchange.shipped_directory import shipped_salary_bases
from nscl_desktop.presenters.award_results_sheet import planned_words
from nscl_desktop.resource_files import resource_path
from nscl_desktop.services.award_catalogue import shipped_award_rules

NORMS = tuple(each for each in shipped_award_rules() if isinstance(each, PrizeNorm))
BASES = shipped_salary_bases()
GPEA = "Giải thưởng Chất lượng Quốc tế Châu Á – Thái Bình Dương"
GOLD, NATIONAL = "Giải Vàng Chất lượng quốc gia", "Giải thưởng Chất lượng quốc gia"
PLAN_DAY, TODAY = "2021-11-24", "2026-11-22"


def sample(code: str) -> tuple[str, dict[str, Line]]:
    """The province of a source plan, and its lines by the keys that its file gives them."""
    book = read_plan(resource_path("samples", f"{code}.json").read_text("utf-8"))
    (plan,) = book.table(Plan).values()
    lines = book.table(Line).values()
    return plan.province, {each.text: each for each in lines if each.price}


# -- the source plans --------------------------------------------------------------------------------------------------


def test_binh_duongs_five_prizes_come_to_its_plans_own_83_440_000() -> None:
    """The plan prices 1 + 1 + 3 prizes a year; its own prices times its own quantities, and the norms, agree."""
    province, lines = sample("BD-2021-2030")
    priced = [
        (GPEA, lines["Giải thưởng chất lượng Châu Á - Thái Bình Dương"]), (GOLD, lines["Giải vàng"]),
        (NATIONAL, lines["Giải thưởng chất lượng quốc gia"]),
    ]  # fmt: skip
    stated = sum((line.price or 0) * int(line.component_quantity or 0) for _, line in priced)
    assert stated == 83_440_000
    rules = PrizeRules(NORMS, BASES, province)
    assert [rules.worth(prize, PLAN_DAY).amount for prize, _ in priced] == [line.price for _, line in priced]
    paid = [rules.worth(prize, PLAN_DAY).amount or 0 for prize, _ in priced]
    today = [rules.worth(prize, TODAY).amount or 0 for prize, _ in priced]
    counts = [int(line.component_quantity or 0) for _, line in priced]
    assert sum(amount * count for amount, count in zip(paid, counts, strict=True)) == 83_440_000
    assert today == [53_130_000, 35_420_000, 17_710_000]
    assert sum(amount * count for amount, count in zip(today, counts, strict=True)) == 141_680_000


def test_tay_ninhs_four_prizes_come_to_its_plans_own_90_000_000_and_stay_flat() -> None:
    province, lines = sample("TN-2021")
    rules = PrizeRules(NORMS, BASES, province)
    gold, national = lines["Giải vàng Chất lượng quốc gia"], lines["Giải thưởng Chất lượng quốc gia"]
    assert (gold.price, national.price) == (30_000_000, 20_000_000)
    for day in ("2021-03-30", TODAY):
        worth = [rules.worth(prize, day).amount or 0 for prize in (GOLD, NATIONAL)]
        assert worth[0] * 1 + worth[1] * 3 == 90_000_000
    assert (
        rules.worth(GOLD, TODAY).words == "Mức cố định theo Kế hoạch 950/KH-UBND ngày 30/3/2021 của UBND tỉnh Tây Ninh"
    )


@pytest.mark.parametrize(
    ("day", "gpea", "gold", "national"),
    [  # DOMAIN 4.4, worked out there by hand
        ("2021-01-01", 31_290_000, 20_860_000, 10_430_000),
        ("2023-06-30", 31_290_000, 20_860_000, 10_430_000),
        ("2023-07-01", 37_800_000, 25_200_000, 12_600_000),
        ("2024-07-01", 49_140_000, 32_760_000, 16_380_000),
        ("2026-07-01", 53_130_000, 35_420_000, 17_710_000),
    ],
)
def test_the_base_is_that_of_the_decisions_day(day: str, gpea: int, gold: int, national: int) -> None:
    rules = PrizeRules(NORMS, BASES, "Tỉnh Bình Dương")
    assert [rules.worth(prize, day).amount for prize in (GPEA, GOLD, NATIONAL)] == [gpea, gold, national]


def budget_of(code: str) -> Budget:
    book = read_plan(resource_path("samples", f"{code}.json").read_text("utf-8"))
    (plan,) = book.table(Plan).values()
    return Budget(book, plan.id)


def line_named(budget: Budget, words: str) -> str:
    return next(line.id for _, line in budget.tree.walk() if line.text.startswith(words))


def test_a_line_of_the_plan_tells_its_prizes_and_what_they_would_be_today() -> None:
    bd = budget_of("BD-2021-2030")
    line = line_named(bd, "Hỗ trợ doanh nghiệp được trao tặng giải thưởng chất lượng")
    assert planned_prizes(bd, line, BASES, TODAY) == PlannedPrizes(Decimal(5), 83_440_000, 141_680_000)
    assert planned_words(bd, line, BASES, TODAY) == (
        "Dòng dự toán này tính 5 giải: 83.440.000 đồng; nếu vẫn bằng bấy nhiêu lần lương cơ sở thì hôm nay là"
        " 141.680.000 đồng."
    )
    tn = budget_of("TN-2021")
    flat = line_named(tn, "Kinh phí hỗ trợ các tổ chức, doanh nghiệp tham gia và đạt Giải thưởng")
    assert planned_prizes(tn, flat, BASES, TODAY) == PlannedPrizes(Decimal(4), 90_000_000, 90_000_000)
    assert planned_words(tn, flat, BASES, TODAY) == "Dòng dự toán này tính 4 giải: 90.000.000 đồng."
    gold = line_named(tn, "Giải vàng Chất lượng quốc gia")
    assert planned_prizes(tn, gold, BASES, TODAY) == PlannedPrizes(Decimal(1), 30_000_000, 30_000_000)
    assert planned_prizes(bd, line, (), TODAY) == PlannedPrizes(Decimal(5), 83_440_000, 83_440_000)
    assert planned_prizes(tn, "gone", BASES, TODAY) is None
    assert planned_words(tn, "gone", BASES, TODAY) == ""
    section = next(line.id for _, line in tn.tree.walk() if not line.price)
    assert planned_prizes(tn, section, BASES, TODAY) != PlannedPrizes(Decimal(0), 0, 0)


# -- the rules ---------------------------------------------------------------------------------------------------------


def test_products_are_rounded_up_to_tens_of_thousands() -> None:
    assert rounded_product(Decimal("3.5"), 2_530_000) == 8_860_000  # 8.855.000
    assert rounded_product(Decimal(7), 1_490_000) == 10_430_000
    assert rounded_product(Decimal("0.0001"), 1_490_000) == 10_000
    assert worth_by(PrizeNorm(id="n", prize="x", multiple=Decimal("3.5")), BASES, TODAY) == Worth(
        8_860_000, "3,5 × 2.530.000 (lương cơ sở từ 1/7/2026)"
    )


def test_a_provinces_norm_goes_before_a_general_one_and_a_subjects_before_that_for_all() -> None:
    def norm(key: str, **fields: object) -> PrizeNorm:
        return PrizeNorm(id=key, prize="Bằng khen", **fields)  # type: ignore[arg-type]  # fields of many types

    norms = [
        norm("all"), norm("person", subject=INDIVIDUAL), norm("bd", province="Bình Dương"),
        norm("old", province="Bình Dương", valid_to="2020-12-31"), norm("later", valid_from="2027-01-01"),
    ]  # fmt: skip
    assert norm_of(norms, "bằng khen", "Tây Ninh", TODAY, COLLECTIVE) == norms[0]
    assert norm_of(norms, "Bằng khen", "", TODAY, INDIVIDUAL) == norms[1]
    assert norm_of(norms, "Bằng khen", "tỉnh Bình Dương", TODAY, INDIVIDUAL) == norms[2]
    assert norm_of(norms, "Giấy khen", "", TODAY) is None


def test_what_is_missing_is_said() -> None:
    rules = PrizeRules(NORMS, (), "Bình Dương")
    assert rules.worth(GOLD, "2021-05-10") == Worth(None, "Chưa có lương cơ sở của ngày 10/5/2021")
    assert rules.worth(GOLD, "2020-05-10").words == f"Chưa có mức thưởng của Bình Dương cho “{GOLD}” ngày 10/5/2020"
    assert PrizeRules(NORMS, BASES).worth(GOLD, TODAY).words == f"Chưa có mức thưởng cho “{GOLD}” ngày 22/11/2026"
    assert worth_by(PrizeNorm(id="n", prize="x"), BASES, TODAY) == Worth(None, "Mức thưởng chưa ghi số tiền")
    assert worth_by(PrizeNorm(id="n", prize="x", amount=5), BASES, TODAY) == Worth(5, "Mức cố định")
    assert base_on([SalaryBase(id="b", valid_from="2021-01-01")], TODAY) is None
    assert base_on([SalaryBase(id="b", amount=5)], TODAY) is None


# -- winners and prizes ------------------------------------------------------------------------------------------------


def test_winners_are_not_prizes_and_years_of_payment_are_summed_apart() -> None:
    """Bình Dương: four units a year and five prizes, since one unit holds two."""
    units = [Nomination(id=f"n{at}", round_id="v", enterprise_id=f"u{at}") for at in range(4)]
    units.append(Nomination(id="n4", round_id="v"))
    won = [
        ("n0", GPEA, 2021),
        ("n0", GOLD, 2022),
        ("n1", NATIONAL, 2022),
        ("n2", NATIONAL, 2022),
        ("n3", NATIONAL, None),
    ]
    prizes = [
        Prize(id=f"p{at}", nomination_id=key, prize=prize, year=year, amount=10_000 * (at + 1))
        for at, (key, prize, year) in enumerate(won)
    ]
    found = results(units, prizes)
    assert (found.winners, found.prizes) == (4, 5)
    assert found.by_prize == {GPEA: 1, GOLD: 1, NATIONAL: 3}
    assert found.money == {2021: 10_000, 2022: 90_000, None: 50_000}
    assert found.total == 150_000
    more = [*prizes, Prize(id="x", nomination_id="n4", prize=GOLD), Prize(id="y", nomination_id="gone", prize=GOLD)]
    assert (results(units, more).winners, results(units, more).prizes, results(units, more).unpriced) == (5, 6, 1)
