"""The list of plans: searched without dấu, sorted in every order, each entry told at a glance."""

import dataclasses

import pytest

from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.plans import Plan
from nscl_desktop.presenters.plan_list import ORDERS, Order, PlanList, years_text
from tests.presenters.desks import sample_desk

CODES = ("BD-2021-2030", "BG-2021-2025", "TN-2021")


def row(plan: Plan) -> PlanRow:
    return PlanRow(**{each.name: getattr(plan, each.name) for each in dataclasses.fields(PlanRow)})


def listed() -> PlanList:
    """The three source plans with their totals."""
    desks = [sample_desk(code) for code in CODES]
    plans = PlanList()
    plans.load([row(desk.plan) for desk in desks])
    plans.take_totals({desk.plan_id: desk.budget.total() or 0 for desk in desks})
    return plans


def names(plans: PlanList) -> list[str]:
    return [entry.name for entry in plans.entries()]


def test_each_plan_tells_name_number_state_and_total_in_trieu() -> None:
    entries = {entry.name: entry for entry in listed().entries()}
    told = {name: (each.document, each.status_words, each.total) for name, each in entries.items()}
    assert told["Tây Ninh 2021"] == ("950/KH-UBND", "Đã ban hành", "1.687,3")
    assert told["Bình Dương 2021-2030"][1:] == ("Đã ban hành", "13.489,4")
    assert told["Bắc Giang 2021-2025"][1:] == ("Nháp", "14.767,6")


def test_totals_are_not_told_before_they_are_known() -> None:
    plans = PlanList()
    plans.load([row(sample_desk("TN-2021").plan)])
    (entry,) = plans.entries()
    assert entry.total == ""
    assert entry.spoken == "Tây Ninh 2021, 950/KH-UBND, Đã ban hành"
    plans.take_totals({entry.plan_id: 1_687_290_000})
    assert plans.entries()[0].spoken == "Tây Ninh 2021, 950/KH-UBND, Đã ban hành, 1.687,3 triệu đồng"


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.NEWEST, ["Bình Dương 2021-2030", "Bắc Giang 2021-2025", "Tây Ninh 2021"]),
        (Order.NAME, ["Bắc Giang 2021-2025", "Bình Dương 2021-2030", "Tây Ninh 2021"]),
        (Order.STATUS, ["Bắc Giang 2021-2025", "Bình Dương 2021-2030", "Tây Ninh 2021"]),
        (Order.TOTAL, ["Bắc Giang 2021-2025", "Bình Dương 2021-2030", "Tây Ninh 2021"]),
    ],
)
def test_plans_are_sorted_as_chosen(order: Order, expected: list[str]) -> None:
    plans = listed()
    plans.order = order
    assert names(plans) == expected
    assert order in dict(ORDERS)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("tay ninh", ["Tây Ninh 2021"]),
        ("TÂY", ["Tây Ninh 2021"]),
        ("950", ["Tây Ninh 2021"]),
        ("bg-", ["Bắc Giang 2021-2025"]),
        ("nhap", ["Bắc Giang 2021-2025"]),
        ("2021-2025", ["Bắc Giang 2021-2025"]),
        ("năng suất", ["Bình Dương 2021-2030", "Bắc Giang 2021-2025", "Tây Ninh 2021"]),
        ("Cà Mau", []),
    ],
)
def test_plans_are_found_by_any_of_their_facts(query: str, found: list[str]) -> None:
    plans = listed()
    plans.query = query
    assert sorted(names(plans)) == sorted(found)


def test_the_best_answer_stands_first_while_something_is_sought() -> None:
    plans = PlanList()
    named = Plan(id="a", code="A", title="Kế hoạch Bình Phước", year_to=2030)
    begins = Plan(id="b", code="B", title="Bình Dương", year_to=2021)
    plans.load([row(named), row(begins)])
    assert [entry.plan_id for entry in plans.entries()] == ["a", "b"]
    plans.query = "bình"
    assert [entry.plan_id for entry in plans.entries()] == ["b", "a"]


def test_a_draft_without_number_and_a_second_version_say_so() -> None:
    plan = Plan(id="a", code="A", title="Kế hoạch thử", province="Cà Mau", year_from=2026, year_to=2026)
    plans = PlanList()
    plans.load([row(plan)])
    assert plans.entries()[0].document == "Chưa có số"
    second = dataclasses.replace(plan, number="/KH-UBND", version=2)
    assert plans.replace(second, None)
    assert plans.entries()[0].document == "…/KH-UBND · điều chỉnh lần 1"


def test_a_plan_without_place_and_years_goes_by_its_title_or_code() -> None:
    plans = PlanList()
    plans.load([row(Plan(id="a", code="A-1", title="Kế hoạch thử")), row(Plan(id="b", code="B-1", title=""))])
    assert sorted(names(plans)) == ["B-1", "Kế hoạch thử"]


def test_an_edited_plan_is_shown_as_it_stands_on_the_desk() -> None:
    desk, plans = sample_desk("BG-2021-2025"), listed()
    assert not plans.replace(desk.plan, desk.budget.total())
    assert plans.replace(desk.plan, 1_000_000)
    assert {entry.name: entry.total for entry in plans.entries()}["Bắc Giang 2021-2025"] == "1"
    assert plans.replace(desk.plan, None)
    assert {entry.name: entry.total for entry in plans.entries()}["Bắc Giang 2021-2025"] == "0"


def test_an_empty_file_is_told_from_a_search_without_answer() -> None:
    plans = PlanList()
    assert plans.is_empty
    assert listed().is_empty is False
    assert sorted(listed().codes()) == sorted(CODES)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (2021, 2025, "2021-2025"), (2021, 2021, "2021"), (2021, None, "2021"), (None, 2025, "2025"), (None, None, ""),
    ],
)  # fmt: skip
def test_years_are_written_as_papers_write_them(first: int | None, last: int | None, words: str) -> None:
    assert years_text(first, last) == words
