"""What cannot be is refused with one sentence; what is unlikely is told with its numbers."""

import pytest

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.ledger import (
    ADJUSTED,
    ADVANCED,
    ALLOTTED,
    CANCELLED,
    COMMITTED,
    CUT,
    MOVED,
    PAID,
    RECOVERED,
    SETTLED,
    BudgetYear,
    LedgerEntry,
)
from nscl_desktop.domain.ledger_rules import (
    Position,
    cell_name,
    doubts,
    proposed_year,
    require_possible,
    require_zero_sum,
)
from nscl_desktop.domain.ledger_sums import Flow
from tests.ledger.napkin import TR, entry, plan, position
from tests.small_plans import PLAN

CLOSED = BudgetYear(id="y", plan_id=PLAN, year=2022, closed_on="2023-03-31")


@pytest.mark.parametrize(
    ("kind", "date", "year"),
    [
        (PAID, "2023-01-12", 2022), (PAID, "2023-02-01", 2023), (RECOVERED, "2023-01-31", 2022),
        (SETTLED, "2023-01", 2022), (ADVANCED, "2023-01-12", 2023), (ALLOTTED, "2023-01-02", 2023),
        (PAID, "2023", 2023), (PAID, "", None),
    ],
)  # fmt: skip
def test_payments_of_january_belong_to_the_old_year(kind: str, date: str, year: int | None) -> None:
    assert proposed_year(kind, date) == year


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (entry(PAID, 0), "số tiền khác 0"), (entry(PAID, None), "số tiền khác 0"),
        (entry(ALLOTTED, 10**16), "1.000.000 tỷ"), (entry(PAID, -5), "không ghi số âm"),
        (entry(ALLOTTED, 5, "không có"), "không có trong kế hoạch"), (entry(ALLOTTED, 5, source="ODA"), "Nguồn “ODA”"),
        (entry(ADJUSTED, -5), "quá phần chưa cam kết 0 đồng"), (entry(CUT, 5), "quá phần chưa cam kết"),
        (entry(RECOVERED, 5), "quá số đã chi 0 đồng"), (entry(PAID, 5, corrects="lost"), "Không còn bút toán"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_one_sentence(made: LedgerEntry, said: str) -> None:
    with pytest.raises(InputError, match=said):
        require_possible([made], position())


def test_a_closed_year_takes_adjusting_entries_only_and_these_bear_a_sign() -> None:
    there = entry(PAID, 5 * TR, id="p")
    closed = position(there, year=CLOSED)
    with pytest.raises(InputError, match="đã khóa sổ ngày 31/3/2023"):
        require_possible([entry(PAID, 5)], closed)
    require_possible([entry(PAID, -9 * TR, corrects="p")], closed)


def test_less_than_is_committed_cannot_remain_on_the_line_or_on_the_section_above() -> None:
    given = position(entry(ALLOTTED, 30 * TR), entry(COMMITTED, 20 * TR))
    require_possible([entry(CUT, 10 * TR)], given)
    with pytest.raises(InputError, match=r"chưa cam kết 10\.000\.000 đồng \(hiện hành 30\.000\.000, đã cam kết 20"):
        require_possible([entry(CANCELLED, 10 * TR + 1)], given)
    on_section = position(entry(ALLOTTED, 30 * TR), entry(COMMITTED, 25 * TR, "I"))
    with pytest.raises(InputError, match="đồng của mục I, nguồn NSNN"):
        require_possible([entry(CUT, 10 * TR)], on_section)


def test_a_transfer_within_a_section_takes_nothing_from_the_section() -> None:
    full = position(entry(ALLOTTED, 30 * TR), entry(COMMITTED, 30 * TR, "I.2"))
    halves = [entry(MOVED, -30 * TR, "I.1", pair="p"), entry(MOVED, 30 * TR, "I.2", pair="p")]
    require_possible(halves, full)
    require_zero_sum(halves)
    with pytest.raises(InputError, match=r"đang lệch 1 đồng"):
        require_zero_sum([*halves, entry(MOVED, 1)])


def test_giving_less_than_before_and_taking_an_entry_away_are_held_to_the_same() -> None:
    old = entry(ALLOTTED, 30 * TR, id="g")
    given = position(old, entry(COMMITTED, 20 * TR))
    require_possible([entry(ALLOTTED, 20 * TR)], given, [old])
    with pytest.raises(InputError, match=r"Giảm 15\.000\.000 đồng"):
        require_possible([entry(ALLOTTED, 15 * TR)], given, [old])
    with pytest.raises(InputError, match=r"Giảm 30\.000\.000 đồng"):
        require_possible([], given, [old])


def test_money_of_another_agency_is_theirs_to_take_away() -> None:
    require_possible([entry(CUT, 9, "II")], position())


def test_more_can_come_back_than_is_on_one_line_but_not_more_than_was_paid_there() -> None:
    paid = position(entry(PAID, 10))
    require_possible([entry(RECOVERED, 10)], paid)
    with pytest.raises(InputError, match=r"Thu hồi 11 đồng là quá số đã chi 10 đồng của mục I\.1"):
        require_possible([entry(RECOVERED, 11)], paid)


def test_over_budget_is_told_with_its_numbers() -> None:
    given = position(entry(ALLOTTED, 30 * TR), entry(COMMITTED, 28 * TR, id="c"))
    assert doubts([entry(COMMITTED, 2 * TR)], given) == ()
    assert doubts([entry(COMMITTED, 5 * TR)], given) == (
        "Cam kết 33.000.000 đồng vượt dự toán hiện hành 30.000.000 đồng của mục I.1, nguồn NSNN, vượt 3.000.000 đồng.",
    )
    paid = doubts([entry(PAID, 31 * TR, commitment_id="c")], given)
    assert paid[0].startswith("Đã chi 31.000.000 đồng vượt dự toán hiện hành 30.000.000 đồng của mục I.1")
    assert paid[1] == "Đã chi 31.000.000 đồng vượt cam kết đã chọn 28.000.000 đồng, vượt 3.000.000 đồng."


def test_payments_on_one_commitment_are_added_up_less_what_came_back_and_without_the_one_edited() -> None:
    first, back = entry(PAID, 9, id="1", commitment_id="c"), entry(RECOVERED, 4, commitment_id="c")
    given = position(entry(ALLOTTED, 100), entry(COMMITTED, 10, id="c", document="08/HĐ"), first, back)
    assert doubts([entry(PAID, 5, commitment_id="c")], given) == ()
    assert "vượt cam kết 08/HĐ 10 đồng, vượt 1 đồng" in doubts([entry(PAID, 6, commitment_id="c")], given)[0]
    assert doubts([entry(PAID, 14, id="1", commitment_id="c")], given, [first]) == ()
    assert doubts([entry(RECOVERED, 2, commitment_id="c")], given) == ()


def test_what_was_given_to_a_section_is_for_all_its_lines() -> None:
    given = position(entry(ALLOTTED, 30 * TR, "I"))
    assert doubts([entry(COMMITTED, 30 * TR, "I.1")], given) == ()
    assert "của mục I, nguồn NSNN" in doubts([entry(COMMITTED, 31 * TR, "I.1")], given)[0]


def test_contracts_of_dossiers_count_in_what_is_bound() -> None:
    given = position(entry(ALLOTTED, 30), dossiers={("I.1", 2022, "NSNN"): Flow(committed=25)})
    assert "Cam kết 31 đồng" in doubts([entry(PAID, 6)], given)[0]


@pytest.mark.parametrize(
    ("kind", "date", "is_odd"),
    [
        (PAID, "2022-01-01", False), (PAID, "2023-01-31", False), (PAID, "2023-02-01", True),
        (PAID, "2021-12-31", True), (ADVANCED, "2022-12-31", False), (ADVANCED, "2023-01-02", True),
        (SETTLED, "2023-04-01", False), (PAID, "2023-02", False), (COMMITTED, "2024-01-01", False),
    ],
)  # fmt: skip
def test_a_payment_outside_of_its_year_and_the_january_after_it_is_told(kind: str, date: str, is_odd: bool) -> None:
    found = doubts([entry(kind, 5, date=date)], position(entry(ALLOTTED, 100)))
    assert bool(found) is is_odd
    assert all("ở ngoài thời gian chi của niên độ 2022" in each for each in found)


def test_a_year_without_its_number_judges_no_days() -> None:
    made = position(entry(ALLOTTED, 100))
    unknown = Position(BudgetYear(id="y", plan_id=PLAN), made.sums, made.entries)
    assert doubts([entry(PAID, 5, date="1999-01-01")], unknown) == ()


def test_cells_are_named_as_a_clerk_points_at_them() -> None:
    sums = position(budget=plan().budget()).sums
    assert cell_name(sums, "I.2", "DN") == "mục I.2, nguồn DN"
    assert cell_name(sums, "I.2", "") == "mục I.2"
    assert cell_name(sums, "lost", "DN") == "dòng không còn trong kế hoạch, nguồn DN"
