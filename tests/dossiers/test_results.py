"""Before and after, and the looks that follow acceptance."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.dossiers.results import Effect, Turn, accepted_on, effect, follow_ups_due, follow_ups_within
from nscl_desktop.domain.supports import FollowUp, Indicator
from tests.dossiers.small_dossiers import contract, dossier, step, whole


@pytest.mark.parametrize(
    ("before", "after", "less", "expected"),
    [
        ("120", "150", False, Effect(Turn.BETTER, Decimal(30), Decimal("25.0"))),
        ("5.2", "3.9", True, Effect(Turn.BETTER, Decimal("-1.3"), Decimal("-25.0"))),
        ("5.2", "6.5", True, Effect(Turn.WORSE, Decimal("1.3"), Decimal("25.0"))),
        ("3", "2", False, Effect(Turn.WORSE, Decimal(-1), Decimal("-33.3"))),
        ("7", "7", True, Effect(Turn.SAME, Decimal(0), Decimal("0.0"))),
        ("0", "4", False, Effect(Turn.BETTER, Decimal(4), None)),
        (None, "4", False, Effect(Turn.UNKNOWN)),
        ("4", None, False, Effect(Turn.UNKNOWN)),
    ],
)
def test_an_indicator_says_which_way_it_went(
    before: str | None, after: str | None, less: bool, expected: Effect
) -> None:
    indicator = Indicator(
        id="i", dossier_id="a", name="Tỷ lệ lỗi", less_is_better=less,
        before=None if before is None else Decimal(before), after=None if after is None else Decimal(after),
    )  # fmt: skip
    assert effect(indicator) == expected


def test_three_looks_follow_the_day_of_acceptance() -> None:
    done = whole(dossier("a"), step("a", "accepted", "2022-08-31"))
    assert [(each.months, each.due_on) for each in follow_ups_due(done)] == [
        (6, "2023-02-28"), (12, "2023-08-31"), (24, "2024-08-31"),
    ]  # fmt: skip
    assert follow_ups_due(done) == follow_ups_due(done)
    assert follow_ups_due(whole(dossier("a"))) == ()


def test_looks_that_are_there_are_not_made_again() -> None:
    there = FollowUp(id="x", dossier_id="a", months=12, due_on="2023-09-15")
    done = whole(dossier("a"), there, contract("a", "1", 5, accepted_on="2022-08-31"))
    assert accepted_on(done) == "2022-08-31"
    assert [each.months for each in follow_ups_due(done)] == [6, 24]


def test_looks_that_are_due_soon_or_overdue_are_listed() -> None:
    looks = [
        FollowUp(id="soon", dossier_id="a", months=6, due_on="2023-03-31"),
        FollowUp(id="over", dossier_id="a", months=12, due_on="2023-02-01"),
        FollowUp(id="done", dossier_id="a", months=24, due_on="2023-03-02", done_on="2023-03-01"),
        FollowUp(id="later", dossier_id="a", months=36, due_on="2023-04-01"),
        FollowUp(id="open", dossier_id="a", months=48),
    ]
    found = follow_ups_within([whole(dossier("a"), *looks)], "2023-03-01", 30)
    assert [each.id for _, each in found] == ["over", "soon"]
