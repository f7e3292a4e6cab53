"""A new plan: codes suggested and kept apart, what each way needs to know, prices at the present salary base."""

import dataclasses
from functools import partial

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.directory import SalaryBase
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.plans import Period, Plan, Source
from nscl_desktop.presenters.plan_making import WAYS, NewPlan, PlanMaking, Way, price_offers
from nscl_desktop.services.workspace import PlanDesk
from tests.presenters.desks import refused, sample_desk

CODES = ("BD-2021-2030", "TN-2021", "BG-2021-2025")


def row(plan: Plan) -> PlanRow:
    return PlanRow(**{each.name: getattr(plan, each.name) for each in dataclasses.fields(PlanRow)})


def making(*codes: str) -> PlanMaking:
    return PlanMaking([row(sample_desk(code).plan) for code in codes or CODES])


def key(code: str) -> str:
    return sample_desk(code).plan_id


def made(desk: PlanDesk | None, new: NewPlan) -> Budget:
    """The new plan beside those of the source."""
    book = Book(desk.book.records()) if desk else Book()
    step = making().step(new, book if desk else None)
    book.apply(step.changes)
    return Budget(book, step.scope)


def test_a_plan_from_nothing_has_its_period_its_sources_and_no_line() -> None:
    new = NewPlan(
        code=" CM-2026-2030 ", title="Kế hoạch năng suất", province="Cà Mau", year_from="2026", year_to="2030"
    )
    budget = made(None, new)
    assert (budget.frame.plan.code, budget.frame.plan.province) == ("CM-2026-2030", "Cà Mau")
    assert [period.name for period in budget.book.table(Period).values()] == ["2026-2030"]
    assert [source.code for source in budget.book.table(Source).values()] == ["NSNN", "DN"]
    assert budget.tree.children() == ()


def test_a_plan_of_one_year_needs_only_that_year() -> None:
    new = NewPlan(way=Way.PASTE, code="CM-2026", title="Kế hoạch", year_from=" 2026 ")
    assert made(None, new).frame.plan.year_to == 2026


def test_a_plan_without_a_title_is_called_by_province_and_years_for_the_time_being() -> None:
    new = NewPlan(code="CM", title=" ", province="Cà Mau", year_from="2026", year_to="2030")
    assert made(None, new).frame.plan.title == "Kế hoạch Cà Mau 2026-2030"


@pytest.mark.parametrize(
    ("first", "last", "says"),
    [
        ("", "", "Chưa ghi năm của kế hoạch; hãy ghi năm đầu và năm cuối bằng bốn chữ số."),
        ("26", "2030", "Chưa ghi năm của kế hoạch; hãy ghi năm đầu và năm cuối bằng bốn chữ số."),
        ("2026", "20x0", "Chưa ghi năm của kế hoạch; hãy ghi năm đầu và năm cuối bằng bốn chữ số."),
        ("²⁰²⁶", "2030", "Chưa ghi năm của kế hoạch; hãy ghi năm đầu và năm cuối bằng bốn chữ số."),
        ("2030", "2026", "Giai đoạn 2030-2026 không hợp lệ; năm cuối phải không nhỏ hơn năm đầu."),
    ],
)
def test_what_is_missing_or_wrong_is_told(first: str, last: str, says: str) -> None:
    new = NewPlan(code="CM", title="Thử", year_from=first, year_to=last)
    assert refused(lambda: making().step(new, None)) == says


def test_a_code_is_needed_and_can_be_used_once() -> None:
    new = NewPlan(code=" TN-2021 ", title="Thử", year_from="2026")
    assert refused(lambda: making().step(new, None)) == "Mã TN-2021 đã có kế hoạch khác dùng; hãy đặt mã khác."
    assert "Mã kế hoạch không được để trống" in refused(lambda: making().step(dataclasses.replace(new, code=" "), None))


def test_a_copy_keeps_figures_and_leaves_number_and_date_blank() -> None:
    desk = sample_desk("TN-2021")
    new = NewPlan(way=Way.COPY, code="TN-2022", title="Kế hoạch năm 2022", source_id=desk.plan_id)
    budget = made(desk, new)
    plan = budget.frame.plan
    assert (plan.code, plan.title, plan.number, plan.status) == ("TN-2022", "Kế hoạch năm 2022", "", "draft")
    assert budget.total() == 1_687_290_000


def test_a_year_is_drawn_from_its_period_plan_and_stays_linked() -> None:
    desk = sample_desk("BD-2021-2030")
    new = NewPlan(way=Way.YEAR, code="BD-2023", title="", source_id=desk.plan_id, year="2023")
    budget = made(desk, new)
    assert budget.total() == 1_420_840_000
    assert budget.frame.plan.period_plan_id == desk.plan_id
    assert refused(lambda: making().step(dataclasses.replace(new, year=""), desk.book)) == (
        "Chưa chọn năm; hãy chọn một năm của kế hoạch giai đoạn."
    )
    assert "nằm ngoài kế hoạch" in refused(lambda: making().step(dataclasses.replace(new, year="2031"), desk.book))


def test_a_copy_needs_a_plan_to_copy() -> None:
    for way in (Way.COPY, Way.YEAR):
        assert refused(partial(making().step, NewPlan(way=way, code="X"), None)) == (
            "Chưa chọn kế hoạch để lấy dữ liệu; hãy chọn một kế hoạch trong danh sách."
        )


def test_plans_are_offered_by_code_province_and_years() -> None:
    assert making().sources == [
        (key("BD-2021-2030"), "BD-2021-2030 · Bình Dương 2021-2030"), (key("TN-2021"), "TN-2021 · Tây Ninh 2021"),
        (key("BG-2021-2025"), "BG-2021-2025 · Bắc Giang 2021-2025"),
    ]  # fmt: skip
    assert [words for _, words in making().period_plans] == [
        "BD-2021-2030 · Bình Dương 2021-2030", "BG-2021-2025 · Bắc Giang 2021-2025",
    ]  # fmt: skip


def test_a_period_plan_gives_each_of_its_years() -> None:
    assert list(making().years_of(key("BG-2021-2025"))) == [2021, 2022, 2023, 2024, 2025]
    assert making().years_of("không có") == ()


@pytest.mark.parametrize(
    ("province", "first", "last", "code"),
    [
        ("Cà Mau", "2026", "2030", "CM-2026-2030"),
        ("Tây Ninh", "2021", "2021", "TN-2021-2"),
        ("Đắk Lắk", "2026", "", "DL-2026"),
        ("Bà Rịa - Vũng Tàu", "", "", "BRVT"),
        ("", "2026", "2030", "KH-2026-2030"),
        ("", "", "", "KH"),
    ],
)
def test_a_code_is_suggested_in_plain_letters_and_never_one_that_is_taken(
    province: str, first: str, last: str, code: str
) -> None:
    assert making().suggested_code(NewPlan(province=province, year_from=first, year_to=last)) == code


def test_copies_years_and_versions_have_codes_of_their_own() -> None:
    source = key("BD-2021-2030")
    assert making().suggested_code(NewPlan(way=Way.YEAR, source_id=source, year="2023")) == "BD-2023"
    assert making().suggested_code(NewPlan(way=Way.COPY, source_id=source)) == "BD-2021-2030-sao"
    assert making().suggested_code(NewPlan(way=Way.COPY)) == "KH"
    assert making().adjusted_code(source) == "BD-2021-2030-DC1"
    assert making().adjusted_code("không có") == ""
    assert making().free("TN-2021") == "TN-2021-2"


def test_a_plan_from_a_file_comes_in_unless_its_code_is_taken() -> None:
    incoming = sample_desk("TN-2021").book
    step = making("BD-2021-2030").import_step(incoming, ())
    assert step.words == "Nhập kế hoạch TN-2021"
    book = Book()
    book.apply(step.changes)
    assert Budget(book, step.scope).total() == 1_687_290_000
    assert "đã có kế hoạch TN-2021" in refused(lambda: making().import_step(incoming, ()))


def test_award_prices_are_offered_at_the_salary_base_of_the_day() -> None:
    desk = sample_desk("BD-2021-2030")
    bases = [
        SalaryBase(id="2019", valid_from="2019-07-01", amount=1_490_000),
        SalaryBase(id="2023", valid_from="2023-07-01", amount=1_800_000),
        SalaryBase(id="2024", valid_from="2024-07-01", amount=2_340_000),
    ]
    book = Book([*desk.book.records(), *bases])
    told = [words for _, words in price_offers(book, desk.plan_id, "2025-01-01")]
    # 21, 14 and 7 × 1.490.000 were frozen for 2026-2030
    assert [words.split(": ", 1)[1] for words in told] == [
        "21 × lương cơ sở, 31.290.000 → 49.140.000 đồng",
        "14 × lương cơ sở, 20.860.000 → 32.760.000 đồng",
        "7 × lương cơ sở, 10.430.000 → 16.380.000 đồng",
    ]
    assert all("mục II.7" in words for words in told)


def test_every_way_is_explained() -> None:
    assert [way for way, _, _ in WAYS] == list(Way)
    assert all(words and explained.endswith(".") for _, words, explained in WAYS)
