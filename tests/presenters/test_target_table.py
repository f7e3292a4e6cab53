"""Targets beside what the budget pays for: linked lines, the quantity they count, how the two stand to each other."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.plans import Period
from nscl_desktop.domain.targets import ABOUT, AT_LEAST, EXACTLY, NONE, OVER, Target, TargetLink
from nscl_desktop.presenters.target_table import TargetTable
from nscl_desktop.services.editing import set_field
from nscl_desktop.services.workspace import PlanDesk
from tests.presenters.desks import cell, item, refused, sample_desk, section, small_plan


def target(
    comparison: str = AT_LEAST,
    value: str | None = "4",
    *,
    value_to: str | None = None,
    unit: str = "doanh nghiệp",
    period_id: str | None = None,
    year: int | None = None,
) -> Target:
    return Target(
        id="t", plan_id="p", position="a0", text="Hỗ trợ doanh nghiệp", comparison=comparison, unit=unit,
        value=None if value is None else Decimal(value), value_to=None if value_to is None else Decimal(value_to),
        period_id=period_id, year=year,
    )  # fmt: skip


def feeding(made: Target, *lines: str, counts: bool = True) -> PlanDesk:
    """I.1 pays for 3 in 2022 and 2 in 2023, I.2 for 10 in 2023; the target is fed by these lines."""
    return small_plan(
        section("I", "I", "Hỗ trợ", at="a0"),
        item("I.1", "I", "1", "Công cụ", at="a0", unit="doanh nghiệp"),
        cell("I.1", 2022, quantity="3"),
        cell("I.1", 2023, quantity="2"),
        item("I.2", "I", "2", "Hệ thống", at="a1", unit="HT"),
        cell("I.2", 2023, quantity="10"),
        item("I.3", "I", "3", "Khoán", at="a2"),
        Period(id="late", plan_id="p", position="a1", year_from=2023, year_to=2025),
        made,
        *(TargetLink(id=f"link {line}", target_id="t", line_id=line, counts=counts) for line in lines),
    )


def verdict(made: Target, *lines: str, counts: bool = True) -> str:
    return TargetTable(feeding(made, *lines, counts=counts)).verdict(made)


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (target(AT_LEAST, "5"), "Đủ"),
        (target(AT_LEAST, "4"), "Đủ"),
        (target(AT_LEAST, "7.5"), "Thiếu 2,5"),
        (target(OVER, "4"), "Đủ"),
        (target(OVER, "5"), "Phải trên 5"),
        (target(OVER, "6"), "Thiếu 1"),
        (target(EXACTLY, "5"), "Đủ"),
        (target(EXACTLY, "3"), "Vượt 2"),
        (target(EXACTLY, "3", value_to="6"), "Đủ"),
        (target(EXACTLY, "3", value_to="4"), "Vượt 1"),
        (target(ABOUT, "5"), "Đủ"),
        (target(ABOUT, "8"), "Thiếu 3"),
        (target(NONE, "8"), "Không lượng hóa"),
        (target(AT_LEAST, None), "Không lượng hóa"),
        (target(OVER, "70", unit="%"), "Không đếm theo số lượng"),
    ],
)
def test_the_budget_is_measured_against_the_target(made: Target, says: str) -> None:
    assert verdict(made, "I.1") == says


def test_a_target_without_lines_or_without_counting_lines_says_so() -> None:
    assert verdict(target()) == "Chưa gắn mục chi"
    assert verdict(target(), "I.1", counts=False) == "Không đếm theo số lượng"
    assert TargetTable(feeding(target(), "I.1", counts=False)).counted(target()) == ""


def test_a_counting_line_without_quantity_counts_for_nothing() -> None:
    desk = feeding(target(), "I.3")
    assert (TargetTable(desk).counted(target()), TargetTable(desk).verdict(target())) == ("0", "Thiếu 4")


def test_quantities_of_all_linked_lines_are_counted() -> None:
    table = TargetTable(feeding(target(), "I.2", "I.1"))
    assert table.counted(target()) == "15"
    assert table.lines(target()) == "I.1, I.2"
    assert [(row.name, row.quantity) for row in table.links(target())] == [
        ("Mục I.1 · Công cụ", "5 doanh nghiệp"), ("Mục I.2 · Hệ thống", "10 HT"),
    ]  # fmt: skip
    assert TargetTable(feeding(target(), "I.3")).links(target())[0].quantity == ""


def test_a_line_and_one_below_it_are_counted_once() -> None:
    made = target()
    desk = small_plan(
        section("I", "I", "Hỗ trợ"),
        cell("I", 2022, quantity="4"),
        item("I.1", "I", "1", "Trong đó"),
        cell("I.1", 2022, quantity="3"),
        made,
        *(TargetLink(id=f"link {line}", target_id="t", line_id=line) for line in ("I", "I.1")),
    )
    assert TargetTable(desk).counted(made) == "4"


@pytest.mark.parametrize(("period", "year", "counted"), [("late", None, "2"), (None, 2022, "3"), (None, 2030, "5")])
def test_only_years_of_the_targets_period_or_up_to_its_year_count(
    period: str | None, year: int | None, counted: str
) -> None:
    made = target(period_id=period, year=year)
    assert TargetTable(feeding(made, "I.1")).counted(made) == counted


def test_counts_follow_the_budget() -> None:
    desk = feeding(target(), "I.1")
    table = TargetTable(desk)
    known = desk.budget.allocation("I.1", 2023, "NSNN")
    assert known is not None
    desk.perform(set_field(desk.budget, known, "quantity", Decimal(0)))
    assert (table.counted(target()), table.verdict(target())) == ("3", "Thiếu 1")


def test_a_line_is_linked_unlinked_and_made_not_to_count() -> None:
    desk = feeding(target(), "I.1")
    table = TargetTable(desk)
    table.link(target(), "I.2")
    assert (table.counted(target()), desk.undo_stack.undo_words) == ("15", "Gắn mục I.2 với mục tiêu")
    assert refused(lambda: table.link(target(), "I.2")) == ("Mục chi này đã gắn với mục tiêu; hãy chọn mục chi khác.")
    second = table.links(target())[1].link
    table.set_counts(second, counts=False)
    table.set_counts(table.links(target())[1].link, counts=False)  # nothing changes, so it is no step
    assert (table.counted(target()), desk.undo_stack.undo_words) == ("5", "Đổi cách đếm của mục tiêu")
    table.unlink(table.links(target())[1].link)
    assert (table.lines(target()), desk.undo_stack.undo_words) == ("I.1", "Bỏ mục chi khỏi mục tiêu")
    for _ in range(3):
        desk.undo()
    assert desk.undo() is None
    assert table.lines(target()) == "I.1"


def test_targets_of_an_issued_plan_keep_their_links() -> None:
    desk = sample_desk("TN-2021")
    made = next(each for each in desk.book.table(Target).values() if each.label == "II.1.a")
    line = desk.budget.tree.children()[0].id
    assert "đã ban hành" in refused(lambda: TargetTable(desk).link(made, line))


# Targets of the papers' text with the number the budget plans for: 4/16/3/10 and 5/20/5/20 in Bình Dương.
@pytest.mark.parametrize(
    ("code", "label", "counted"),
    [
        ("BD-2021-2030", "I.2.a", ["4", "16", "3", "10"]),
        ("BD-2021-2030", "I.2.b", ["5", "20", "5", "20"]),
        ("TN-2021", "II.3.a", ["50", "6", "4", "2", "1", "8", ""]),
    ],
)
def test_the_source_papers_plan_for_what_they_promise(code: str, label: str, counted: list[str]) -> None:
    desk = sample_desk(code)
    table = TargetTable(desk)
    own = sorted((each for each in desk.book.table(Target).values() if each.label == label), key=lambda t: t.position)
    assert [table.counted(each) for each in own] == counted
    assert {table.verdict(each) for each in own} <= {"Đủ", "Không lượng hóa"}


def test_bac_giangs_courses_are_not_counted_against_its_experts() -> None:
    desk = sample_desk("BG-2021-2025")
    experts = next(each for each in desk.book.table(Target).values() if each.unit == "chuyên gia")
    assert TargetTable(desk).verdict(experts) == "Không đếm theo số lượng"
    assert [row.quantity for row in TargetTable(desk).links(experts)] == ["10 khóa"]
