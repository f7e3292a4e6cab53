"""Points of a round: sums by criterion, means of the judges that count, thresholds, the best of a group."""

from decimal import Decimal
from fractions import Fraction

from nscl_desktop.domain.award_rules import CriterionTree
from nscl_desktop.domain.award_scores import SELF, Proposal, RoundScores, Tie, hundredths, proposals
from nscl_desktop.domain.awards import AwardCriterion, AwardScore, Judge, Nomination, PrizeKind
from nscl_desktop.domain.fields import Place

CRITERIA = (
    AwardCriterion(id="k1", regime_id="r", place=Place("", "a0"), label="1", name="Lãnh đạo", most_points=Decimal(600)),
    AwardCriterion(id="k11", regime_id="r", place=Place("k1", "a0"), label="1.1", name="a", most_points=Decimal(300)),
    AwardCriterion(id="k12", regime_id="r", place=Place("k1", "a1"), label="1.2", name="b", most_points=Decimal(300)),
    AwardCriterion(id="k2", regime_id="r", place=Place("", "a1"), label="2", name="Kết quả", most_points=Decimal(400)),
)
JUDGES = (
    Judge(id="j1", round_id="v", name="An", role="chair"), Judge(id="j2", round_id="v", name="Hà"),
    Judge(id="j3", round_id="v", name="Cường"), Judge(id="tk", round_id="v", name="Em", role="secretary"),
)  # fmt: skip
GOLD = PrizeKind(id="g", regime_id="r", name="Giải Vàng", least_points=Decimal(800), is_best_of_group=True)
NATIONAL = PrizeKind(id="q", regime_id="r", name="Giải thưởng", least_points=Decimal(600))
GPEA = PrizeKind(id="p", regime_id="r", name="GPEA", is_international=True)


def given(nomination: str, judge: str | None, *points: str) -> list[AwardScore]:
    """Points for 1.1, 1.2 and 2; "" for none."""
    return [
        AwardScore(
            id=f"{nomination}{judge}{key}", nomination_id=nomination, criterion_id=key, judge_id=judge,
            points=Decimal(each) if each else None,
        )
        for key, each in zip(("k11", "k12", "k2"), points, strict=True)
    ]  # fmt: skip


def scores(*found: list[AwardScore], ties: dict[tuple[str, str], Tie] | None = None) -> RoundScores:
    return RoundScores(CriterionTree(CRITERIA, "r"), JUDGES, (each for some in found for each in some), ties or {})


def standing(*groups: str) -> list[Nomination]:
    return [Nomination(id=f"n{at}", round_id="v", group=group) for at, group in enumerate(groups, 1)]


def whole(*totals: str) -> RoundScores:
    """Units n1, n2 … with these totals from one judge, all at criterion 2."""
    return scores(*(given(f"n{at}", "j1", "", "", total) for at, total in enumerate(totals, 1)))


def test_parts_are_summed_upwards_for_each_judge_and_the_unit_itself() -> None:
    found = scores(given("n1", None, "250", "200", "300"), given("n1", "j1", "200", "", "150.5"))
    root, part, leaf = CRITERIA[0], CRITERIA[1], CRITERIA[3]
    assert found.given("n1", SELF, root) == 450
    assert found.sum_of("n1", SELF) == 750
    assert found.given("n1", "j1", root) == 200
    assert found.given("n1", "j1", leaf) == Decimal("150.5")
    assert found.given("n1", "j2", part) is None
    assert found.sum_of("n1", "j2") is None
    assert found.sum_of("n1", "j1") == Decimal("350.5")


def test_the_total_sums_exact_means_and_is_rounded_once() -> None:
    """1.1: (200 + 200 + 201) / 3 = 200,333…; 2: (150 + 151) / 2 = 150,5; together 350,8333… → 350,83."""
    found = scores(
        given("n1", "j1", "200", "", "150"), given("n1", "j2", "200", "", "151"), given("n1", "j3", "201", "", "")
    )
    assert found.mean("n1", CRITERIA[0]) == Fraction(601, 3)
    assert found.mean("n1", CRITERIA[3]) == Fraction(301, 2)
    assert found.mean("n1", CRITERIA[2]) is None
    assert found.total("n1") == Decimal("350.83")
    assert found.total("n2") is None
    assert found.missing("n1") == 1
    assert hundredths(Fraction(1, 200)) == Decimal("0.01")
    assert str(hundredths(Fraction(5))) == "5.00"


def test_the_units_own_points_are_never_in_the_mean() -> None:
    found = scores(given("n1", None, "300", "300", "400"), given("n1", "j1", "100", "100", "100"))
    assert found.total("n1") == 300


def test_a_judge_near_the_unit_is_kept_out_unless_that_was_waived() -> None:
    points = given("n1", "j1", "100", "100", "100"), given("n1", "j2", "300", "300", "400")
    near = {("n1", "j2"): Tie("Đã tư vấn")}
    assert scores(*points).total("n1") == 650
    assert scores(*points, ties=near).total("n1") == 300
    assert scores(*points, ties={("n1", "j2"): Tie("Trùng tên", is_waived=True)}).total("n1") == 650
    assert scores(*points, ties={("n2", "j2"): Tie("Đã tư vấn")}).total("n1") == 650


def test_who_still_owes_points_is_counted_over_the_round_and_the_secretary_owes_none() -> None:
    found = scores(
        given("n1", "j1", "1", "2", "3"), given("n2", "j1", "1", "", ""), ties={("n2", "j3"): Tie("Đã tư vấn")}
    )
    owing = found.debtors(standing("", ""))
    assert [(judge.name, owed) for judge, owed in owing] == [("An", 2), ("Hà", 6), ("Cường", 3)]
    assert found.owed("n2", "j3") == 0
    assert found.owed("n1", SELF) == 3


def test_thresholds_decide_and_only_the_best_of_a_group_is_proposed_for_gold() -> None:
    units = standing("large_industry", "large_industry", "small_service", "small_service", "")
    found = proposals(units, whole("850", "900", "799.99", "599.99", "820"), (GPEA, NATIONAL, GOLD))
    assert found == {
        "n1": Proposal(NATIONAL, "Không cao điểm nhất nhóm nên chưa đề nghị Giải Vàng"),
        "n2": Proposal(GOLD, ""),
        "n3": Proposal(NATIONAL, "Dưới ngưỡng 800 điểm của Giải Vàng"),
        "n4": Proposal(None, "Dưới ngưỡng 600 điểm của Giải thưởng"),
        "n5": Proposal(NATIONAL, "Chưa xếp nhóm nên chưa đề nghị Giải Vàng"),
    }


def test_equal_totals_at_the_top_of_a_group_are_told_and_not_decided() -> None:
    found = proposals(standing("large_service", "large_service"), whole("800", "800"), (GOLD, NATIONAL))
    assert {each.kind for each in found.values()} == {NATIONAL}
    assert {each.why for each in found.values()} == {"Có đơn vị bằng điểm trong nhóm nên chưa đề nghị Giải Vàng"}


def test_without_points_or_thresholds_nothing_is_proposed() -> None:
    units = standing("large_service", "")
    assert proposals(units, whole("800"), (GOLD,))["n2"] == Proposal(None, "Chưa có điểm")
    assert proposals(units, whole("800"), (GPEA,))["n1"] == Proposal(None, "Quy chế chưa ghi ngưỡng điểm của các giải")
    assert proposals(units, whole("800"), (GOLD,))["n1"] == Proposal(GOLD, "")
