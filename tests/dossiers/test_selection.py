"""Ranking with the cut line, what speaks against a candidate, consultants and their repeated pairs."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from nscl_desktop.domain.dossiers.consultants import repeated_pairs, work_of
from nscl_desktop.domain.dossiers.eligibility import doubts
from nscl_desktop.domain.dossiers.ranking import means_of, ranking
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.selection import Candidate, Criterion, Score, SelectionRound
from tests.dossiers.small_dossiers import KINDS, TOOL, UNITS, contract, dossier, item, step, wholes

NEED, POWER = (
    Criterion(id="need", round_id="r", position="a0", name="Sự cần thiết", most_points=Decimal(60)),
    Criterion(id="power", round_id="r", position="a1", name="Năng lực", most_points=Decimal(40)),
)


def candidate(key: str, **fields: object) -> Candidate:
    made = Candidate(id=key, round_id="r", enterprise_id="dn1")
    for name, value in fields.items():
        object.__setattr__(made, name, value)
    return made


def score(owner: str, criterion: str | None, judge: str, points: str | None) -> Score:
    return Score(
        id=f"{owner}{criterion}{judge}", candidate_id=owner, criterion_id=criterion, judge=judge,
        points=None if points is None else Decimal(points),
    )  # fmt: skip


def round_of(quota: str | None = None, money: int | None = None) -> SelectionRound:
    return SelectionRound(id="r", name="Đợt 1", quota=None if quota is None else Decimal(quota), money=money)


def simple(points: dict[str, str]) -> list[Score]:
    return [score(key, "need", "Hà", value) for key, value in points.items()]


def test_the_mean_of_the_judges_is_taken_for_each_criterion_and_then_summed() -> None:
    """(50 + 55 + 60)/3 + (30 + 35)/2 = 55 + 32,5; the third judge left the second criterion empty."""
    scores = [
        score("a", "need", "Hà", "50"), score("a", "need", "Minh", "55"), score("a", "need", "Lan", "60"),
        score("a", "power", "Hà", "30"), score("a", "power", "Minh", "35"), score("a", "power", "Lan", None),
        score("a", None, "Hà", "9"), score("b", "need", "Hà", "1"),
    ]  # fmt: skip
    assert means_of("a", [NEED, POWER], scores) == {"need": Decimal(55), "power": Decimal("32.5")}
    found = ranking(round_of(), [candidate("a"), candidate("b")], [POWER, NEED], scores)
    assert [(row.candidate.id, row.total, row.unscored) for row in found.rows] == [
        ("a", Decimal("87.50"), ()), ("b", Decimal("1.00"), ("Năng lực",)),
    ]  # fmt: skip


def test_thirds_are_rounded_to_hundredths_and_equal_totals_share_a_rank() -> None:
    scores = [score("a", "need", judge, points) for judge, points in (("1", "10"), ("2", "10"), ("3", "11"))]
    found = ranking(
        round_of(),
        [candidate("a"), candidate("b"), candidate("c")],
        [NEED],
        [*scores, *simple({"b": "10.33", "c": "9"})],
    )
    assert [(row.candidate.id, str(row.total), row.rank, row.is_tied) for row in found.rows] == [
        ("a", "10.33", 1, True), ("b", "10.33", 1, True), ("c", "9.00", 3, False),
    ]  # fmt: skip
    assert all(row.is_above for row in found.rows)


def test_the_line_is_drawn_where_the_quota_ends() -> None:
    found = ranking(round_of("2"), [candidate(key) for key in "abc"], [NEED], simple({"a": "30", "b": "50", "c": "40"}))
    assert [(row.candidate.id, row.is_above, row.why) for row in found.rows] == [
        ("b", True, ""), ("c", True, ""), ("a", False, "Hết chỉ tiêu"),
    ]  # fmt: skip
    assert (found.quota_left, found.money_left) == (Decimal(0), None)
    assert found.tie_at_line == ()


def test_the_line_is_drawn_where_the_money_ends_and_nobody_jumps_it() -> None:
    candidates = [candidate("a", asked=60), candidate("b", asked=50), candidate("c", asked=10), candidate("d")]
    found = ranking(round_of(money=100), candidates, [NEED], simple({"a": "9", "b": "8", "c": "7", "d": "10"}))
    assert [(row.candidate.id, row.is_above, row.why) for row in found.rows] == [
        ("d", True, ""), ("a", True, ""), ("b", False, "Không còn đủ kinh phí"), ("c", False, "Không còn đủ kinh phí"),
    ]  # fmt: skip
    assert found.money_left == 40


def test_equal_totals_on_both_sides_of_the_line_are_shown() -> None:
    found = ranking(round_of("1"), [candidate(key) for key in "abc"], [NEED], simple({"a": "5", "b": "5", "c": "4"}))
    assert found.tie_at_line == ("a", "b")


def test_who_is_not_eligible_stands_behind_with_the_reason_and_without_a_rank() -> None:
    candidates = [
        candidate("a", is_eligible=False, why_not="Thiếu phiếu đăng ký"), candidate("b"),
        candidate("c", is_eligible=False), candidate("x", round_id="other"),
    ]  # fmt: skip
    found = ranking(round_of("2"), candidates, [NEED], simple({"a": "50", "b": "1"}))
    assert [(row.candidate.id, row.rank, row.why) for row in found.rows] == [
        ("b", 1, ""), ("a", None, "Thiếu phiếu đăng ký"), ("c", None, "Không đủ điều kiện"),
    ]  # fmt: skip


@given(st.lists(st.integers(0, 5), min_size=1, max_size=8), st.integers(0, 8))
def test_the_order_in_which_candidates_come_does_not_matter(points: list[int], quota: int) -> None:
    keys = [f"k{index}" for index in range(len(points))]
    scores = simple({key: str(each) for key, each in zip(keys, points, strict=True)})
    forwards = ranking(round_of(str(quota)), [candidate(key) for key in keys], [NEED], scores)
    backwards = ranking(round_of(str(quota)), [candidate(key) for key in reversed(keys)], [NEED], scores[::-1])
    assert forwards == backwards
    assert sum(row.is_above for row in forwards.rows) == min(quota, len(keys))
    assert [row.total for row in forwards.rows] == sorted(map(Decimal, points), reverse=True)


def test_what_speaks_against_a_candidate_is_said_in_sentences() -> None:
    there = wholes(
        dossier("a", year=2020), item("a", TOOL), step("a", "approved", "2020-05-01"), dossier("b"), item("b", TOOL),
        dossier("c"), dossier("d", state="done"), step("d", "approved", "2019-05-01"),
    )  # fmt: skip
    found = list(doubts(candidate("k", dossier_id="b"), there["b"], there.values(), KINDS, UNITS))
    assert found == [
        "Công ty TNHH Bột mì Tây Ninh đã được hỗ trợ “5S” ở hồ sơ A năm 2020, đã qua bước Phê duyệt ngày 1/5/2020.",
        "Đơn vị đang được hỗ trợ ở hồ sơ A.",
    ]
    assert list(doubts(candidate("k", enterprise_id="dn2"), None, there.values(), KINDS, UNITS)) == []
    assert list(doubts(candidate("k", dossier_id="a"), None, [there["a"]], KINDS, UNITS)) == []


def test_units_that_are_unknown_closed_or_merged_are_doubted() -> None:
    units = {
        "closed": Enterprise(id="closed", name="X", state="closed"),
        "gone": Enterprise(id="gone", name="Y", state="paused", merged_into="closed"),
    }

    def said(key: str | None) -> list[str]:
        return list(doubts(candidate("k", enterprise_id=key), None, [], KINDS, units))

    assert said(None) == ["Chưa chọn đơn vị trong danh bạ."]
    assert said("closed") == ["Đơn vị đã giải thể, chấm dứt hoạt động."]
    assert said("gone") == ["Đơn vị đang tạm ngừng hoạt động.", "Đơn vị đã được gộp vào một đơn vị khác trong danh bạ."]


def test_the_work_of_a_consultant_is_its_dossiers_and_its_own_contracts() -> None:
    there = wholes(
        dossier("a", consultant_id="tv", state="done"), contract("a", "1", 40, accepted_value=38),
        contract("a", "2", 10, party_id="khac"), dossier("b", "dn2", state="ended"),
        contract("b", "3", 5, party_id="tv"), dossier("c", None, consultant_id="tv"), dossier("d"),
    ).values()  # fmt: skip
    work = work_of("tv", there)
    assert (work.dossiers, work.finished, work.ended) == (("a", "b", "c"), 1, 1)
    assert (work.units, work.contracted, work.accepted) == (frozenset({"dn1", "dn2"}), 45, 38)


def test_the_same_pair_again_is_shown_in_the_order_of_opening() -> None:
    there = wholes(
        dossier("b", consultant_id="tv", year=2022), dossier("a", consultant_id="tv", year=2023),
        dossier("c", "dn2", consultant_id="tv"), dossier("d", None, consultant_id="tv"),
        dossier("e", consultant_id="dn1"), dossier("f", consultant_id="dn1"),
    ).values()  # fmt: skip
    found = repeated_pairs(there)
    assert {pair: [each.dossier.id for each in each_one] for pair, each_one in found.items()} == {
        ("dn1", "tv"): ["b", "a"]
    }
