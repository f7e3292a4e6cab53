"""Experts against the plan of Bình Dương: 3-3-3-1 in 2022–2025, then four a year (seed, Phụ lục I.4 and II.4)."""

from decimal import Decimal

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.courses.experts import certified_by_year, expert_progress, promised, wanted_by_year
from nscl_desktop.domain.training import Person, PersonRole
from nscl_desktop.exchange.plan_json import read_plan
from nscl_desktop.presenters.course_office import ExpertsWork
from nscl_desktop.presenters.expert_list import expert_rows, progress_rows, progress_words
from nscl_desktop.resource_files import resource_path


def budget_of(code: str) -> Budget:
    book = read_plan(resource_path("samples", f"{code}.json").read_text("utf-8"))
    plan_id = next(each.id for each in book.records() if each.entity == "plan")
    return Budget(book, plan_id)


def role(key: str, person: str, day: str, plan: str | None, **fields: object) -> PersonRole:
    return PersonRole(id=key, person_id=person, certified_on=day, plan_id=plan, **fields)  # type: ignore[arg-type]


def test_binh_duong_wants_three_three_three_one_and_then_four_a_year() -> None:
    budget = budget_of("BD-2021-2030")
    found = {year: int(count) for year, count in wanted_by_year(budget).items()}
    assert found == {2022: 3, 2023: 3, 2024: 3, 2025: 1, 2026: 4, 2027: 4, 2028: 4, 2029: 4, 2030: 4}
    assert promised(budget) == 30  # ít nhất 10 and ít nhất 20
    assert promised(budget_of("TN-2021")) is None
    assert wanted_by_year(budget_of("TN-2021")) == {}


def test_experts_are_counted_once_in_the_year_of_their_first_certificate() -> None:
    budget = budget_of("BD-2021-2030")
    plan = budget.frame.plan.id
    roles = [
        role("a", "p1", "2022-05-01", plan), role("b", "p1", "2024-05-01", plan), role("c", "p2", "2023", plan),
        role("d", "p3", "2021-11-01", plan), role("e", "p4", "", plan), role("f", "p5", "2022-01-01", "other"),
        role("g", "p6", "2022-01-01", plan, role="lecturer"),
    ]  # fmt: skip
    assert certified_by_year(roles, plan) == {2022: {"p1"}, 2023: {"p2"}, 2021: {"p3"}}
    found = expert_progress(budget, roles)
    assert [(each.year, int(each.wanted), each.reached, each.words) for each in found.years[:5]] == [
        (2021, 0, 1, "vượt 1"), (2022, 3, 1, "còn thiếu 1"), (2023, 3, 1, "còn thiếu 3"), (2024, 3, 0, "còn thiếu 6"),
        (2025, 1, 0, "còn thiếu 7"),
    ]  # fmt: skip
    assert (int(found.wanted), found.reached, found.on_the_way) == (30, 3, 1)
    assert progress_words(found) == (
        "Mục tiêu của kế hoạch: 30 chuyên gia. Dự toán chi cho 30 chuyên gia. Đã đạt 3 người;"
        " 1 người đang đào tạo, chưa có ngày cấp chứng chỉ."
    )
    assert progress_rows(found)[-1] == ("Cộng", "30", "3", "", "", "còn thiếu 27")
    assert progress_rows(found)[1] == ("2022", "3", "1", "3", "2", "còn thiếu 1")


def test_a_plan_without_experts_says_so_and_one_that_is_met_is_enough() -> None:
    budget = budget_of("TN-2021")
    nothing = expert_progress(budget, [])
    assert progress_rows(nothing) == ()
    assert progress_words(nothing) == "Kế hoạch không nêu số chuyên gia. Đã đạt 0 người."
    binh_duong = budget_of("BD-2021-2030")
    three = [role(str(at), str(at), "2022", binh_duong.frame.plan.id) for at in range(3)]
    assert expert_progress(binh_duong, three).years[0].words == "đủ"
    assert expert_progress(binh_duong, three).years[0].wanted == Decimal(3)


def test_experts_are_listed_with_certificate_and_assignments() -> None:
    people = {"p1": Person(id="p1", name="Đỗ Em", unit="Sở Công Thương"), "p2": Person(id="p2", name="Lê An")}
    roles = [
        role("a", "p1", "2022-05-01", "k", certificate="CG-01", valid_to="2025-05-01"), role("b", "p2", "", "k"),
        role("c", "p9", "2022", "other"),
    ]  # fmt: skip
    work = ExpertsWork(people, roles, {}, {"p1": 2})
    assert expert_rows(work, "k", "2026-01-01") == [
        (("Lê An", "", "", "", "Đang đào tạo", "", ""), "p2"),
        (("Đỗ Em", "Sở Công Thương", "", "CG-01", "1/5/2022", "1/5/2025 (đã hết hạn)", "2"), "p1"),
    ]
    assert len(expert_rows(work, "", "2026-01-01")) == 3
