"""Rounds, councils, points and prizes as steps: what each changes, what is refused and in which words."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.awards import (
    AwardCriterion,
    AwardRegime,
    AwardRound,
    AwardScore,
    Judge,
    JudgeTie,
    Nomination,
    Prize,
)
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Place
from nscl_desktop.domain.prize_money import PrizeRules
from nscl_desktop.services import award_rounds as service
from nscl_desktop.services.award_points import PointCell, set_points
from nscl_desktop.services.award_prizes import Decision, give_prizes, price_by_norm
from tests.awards.full_round import GOLD, GPEA, NATIONAL, ROUND, full_round, regime, rules

HELD = AwardRound(id="v", name="Giải thưởng 2021", year=2021, line_id="dong")
LEAF = AwardCriterion(
    id="k", regime_id="r", place=Place("", "a0"), label="1.1", name="Lãnh đạo", most_points=Decimal(70)
)
FREE = AwardCriterion(id="f", regime_id="r", place=Place("", "a1"), label="2", name="Không giới hạn")
JUDGE = Judge(id="j", round_id="v", name="Nguyễn Văn An")
UNIT = Nomination(id="n", round_id="v", enterprise_id="u", state="national")
MONEY = PrizeRules(
    tuple(each for each in rules() if each.entity == "prize_norm"),  # type: ignore[misc]  # norms only, by their kind
    tuple(each for each in rules() if each.entity == "salary_base"),  # type: ignore[misc]  # likewise
    "Bình Dương",
)


def done(book: Book, step: ChangeSet) -> ChangeSet:
    book.apply(step.changes)
    return step


def book() -> Book:
    return Book([HELD, JUDGE, UNIT])


# -- rounds ------------------------------------------------------------------------------------------------------------


def test_a_round_is_opened_under_the_regime_of_its_year() -> None:
    step = service.open_round("Giải thưởng 2021", 2021, (regime(),), "kh")
    made = step.changes[0].after or {}
    assert (made["year"], made["regime_id"], made["plan_id"]) == (2021, regime().id, "kh")
    assert step.words == "Mở đợt “Giải thưởng 2021”"
    assert (service.open_round("x", 2030, (regime(),)).changes[0].after or {})["regime_id"] is None
    with pytest.raises(InputError, match="Năm giải thưởng 21 không đúng"):
        service.open_round("x", 21, ())
    with pytest.raises(InputError, match="Tên đợt"):
        service.open_round(" ", 2021, ())


def test_the_day_of_a_stage_brings_a_nomination_there_and_not_back() -> None:
    held = book()
    step = done(held, service.set_value(HELD, UNIT, "screened_on", "2021-07-20"))
    assert held.get(Nomination, "n").state == "national"
    assert step.words == "Sửa đơn vị dự giải ở đợt “Giải thưởng 2021”"
    done(held, service.set_value(HELD, held.get(Nomination, "n"), "apqo_on", "2022-01-05"))
    assert held.get(Nomination, "n").state == "apqo"
    done(held, service.set_value(HELD, held.get(Nomination, "n"), "apqo_on", ""))
    assert held.get(Nomination, "n").state == "apqo"
    assert "thành viên hội đồng “Nguyễn Văn An”" in service.set_value(HELD, JUDGE, "title", "Giám đốc").words
    assert service.set_value(HELD, HELD, "name", "Khác").words.startswith("Sửa đợt xét giải ở đợt")


def test_nobody_sits_or_stands_twice() -> None:
    held = book()
    done(held, service.add_judge(HELD, held.table(Judge).values(), name="Hà", person_id="p"))
    with pytest.raises(InputError, match="đã có trong hội đồng"):
        service.add_judge(HELD, held.table(Judge).values(), name="Hà", person_id="p")
    done(held, service.add_judge(HELD, held.table(Judge).values(), name="Cường"))
    assert len({each.position for each in held.table(Judge).values()}) == 3
    with pytest.raises(InputError, match="đã có trong đợt"):
        service.add_nomination(HELD, held.table(Nomination).values(), "u")
    done(held, service.add_nomination(HELD, held.table(Nomination).values(), "u", "Gạo sạch"))
    assert len(held.table(Nomination)) == 2


def test_one_record_says_how_a_judge_stands_to_a_unit() -> None:
    held = book()
    with pytest.raises(InputError, match="Chưa ghi quan hệ"):
        service.set_tie(HELD, UNIT, JUDGE, " ", ())
    done(held, service.set_tie(HELD, UNIT, JUDGE, "Đã tư vấn", ()))
    with pytest.raises(InputError, match="Chưa ghi lý do vẫn tính điểm"):
        service.set_tie(HELD, UNIT, JUDGE, "", held.table(JudgeTie).values(), waived=True)
    step = done(held, service.set_tie(HELD, UNIT, JUDGE, "Từ 2015", held.table(JudgeTie).values(), waived=True))
    (tie,) = held.table(JudgeTie).values()
    assert (tie.text, tie.is_waived) == ("Từ 2015", True)
    assert step.words.startswith("Vẫn tính điểm của Nguyễn Văn An")


def test_what_has_prizes_stays_and_all_else_goes_with_its_parts() -> None:
    held = Book(full_round())
    round_ = held.get(AwardRound, ROUND)
    with pytest.raises(InputError, match="đã có 4 giải nên không xóa được"):
        service.remove(held, round_, round_)
    with pytest.raises(InputError, match="Đơn vị này đã có giải"):
        service.remove(held, round_, held.get(Nomination, "aw-n0"))
    scored = [each for each in held.table(AwardScore).values() if each.judge_id == "aw-j3"]
    assert len(scored) == 4 * 17
    step = done(held, service.remove(held, round_, held.get(Judge, "aw-j3")))
    assert step.words == "Xóa thành viên hội đồng “Phạm Minh Đức” ở đợt “Giải thưởng Chất lượng quốc gia năm 2021”"
    assert not any(each.judge_id == "aw-j3" for each in held.table(AwardScore).values())
    assert not held.table(JudgeTie)
    done(held, service.remove(held, round_, held.get(Nomination, "aw-n3")))
    for prize in list(held.table(Prize).values()):
        done(held, service.remove(held, round_, prize))
    done(held, service.remove(held, round_, round_))
    for kind in (AwardRound, Judge, Nomination, AwardScore, Prize):
        assert not held.table(kind)
    assert held.table(AwardRegime) == {}


# -- points ------------------------------------------------------------------------------------------------------------


def test_points_are_given_changed_and_taken_away() -> None:
    held = book()
    cells = {PointCell(LEAF, JUDGE): Decimal(60), PointCell(FREE, None): Decimal(9000), PointCell(FREE, JUDGE): None}
    step = done(held, set_points(HELD, UNIT, cells, ()))
    assert step.words == "Chấm 3 ô điểm ở đợt “Giải thưởng 2021”"
    assert sorted((each.judge_id or "", each.points) for each in held.table(AwardScore).values()) == [
        ("", Decimal(9000)), ("j", Decimal(60)),
    ]  # fmt: skip
    known = held.table(AwardScore)
    step = done(held, set_points(HELD, UNIT, {PointCell(LEAF, JUDGE): Decimal(70)}, known.values()))
    assert step.words == "Chấm điểm mục 1.1 ở đợt “Giải thưởng 2021”"
    step = done(held, set_points(HELD, UNIT, {PointCell(FREE, None): None}, held.table(AwardScore).values()))
    assert step.words.startswith("Ghi điểm tự đánh giá mục 2")
    assert [each.points for each in held.table(AwardScore).values()] == [Decimal(70)]
    assert not set_points(HELD, UNIT, {PointCell(LEAF, JUDGE): Decimal(70)}, held.table(AwardScore).values())


@pytest.mark.parametrize(
    ("points", "sentence"), [("-1", "không thể âm"), ("70.5", "lớn hơn điểm tối đa 70 của mục 1.1")]
)
def test_impossible_points_are_refused(points: str, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        set_points(HELD, UNIT, {PointCell(LEAF, JUDGE): Decimal(points)}, ())


# -- prizes ------------------------------------------------------------------------------------------------------------


def test_a_decision_gives_prizes_their_money_by_its_day() -> None:
    held = book()
    decision = Decision(" 543/QĐ-TTg ", "2022-05-10", 2023, "NSNN")
    step = done(held, give_prizes(HELD, {UNIT: GOLD}, (), decision, MONEY))
    (prize,) = held.table(Prize).values()
    assert (prize.decision, prize.decided_on, prize.amount, prize.year, prize.line_id) == (
        "543/QĐ-TTg", "2022-05-10", 20_860_000, 2023, "dong",
    )  # fmt: skip
    assert held.get(Nomination, "n").state == "decided"
    assert step.words == "Ghi 1 giải ở đợt “Giải thưởng 2021”"
    with pytest.raises(InputError, match="đã được ghi giải"):
        give_prizes(HELD, {UNIT: GOLD}, held.table(Prize).values(), decision, MONEY)
    winner = held.get(Nomination, "n")
    done(held, give_prizes(HELD, {winner: GPEA}, held.table(Prize).values(), Decision("1", "2024-08-01", None), MONEY))
    amounts = {each.prize: each.amount for each in held.table(Prize).values()}
    assert amounts == {GOLD: 20_860_000, GPEA: 49_140_000}
    done(held, give_prizes(HELD, {winner: "Giải lạ"}, held.table(Prize).values(), decision, MONEY))
    assert next(each for each in held.table(Prize).values() if each.prize == "Giải lạ").amount is None


@pytest.mark.parametrize(("number", "day"), [("", "2022-05-10"), ("1/QĐ", "2022-05"), ("1/QĐ", "")])
def test_a_decision_needs_number_and_whole_day(number: str, day: str) -> None:
    with pytest.raises(InputError, match="Chưa có số và ngày quyết định"):
        give_prizes(HELD, {UNIT: GOLD}, (), Decision(number, day, None), MONEY)


def test_a_decision_gives_something() -> None:
    with pytest.raises(InputError, match="Chưa chọn giải"):
        give_prizes(HELD, {}, (), Decision("1", "2022-05-10", None), MONEY)


def test_sums_are_worked_out_anew_only_where_a_norm_says() -> None:
    prizes = [
        Prize(id="a", nomination_id="n", prize=NATIONAL, decided_on="2026-08-01", amount=10_430_000),
        Prize(id="b", nomination_id="n", prize="Giải lạ", decided_on="2026-08-01", amount=5),
        Prize(id="c", nomination_id="n", prize=GOLD, amount=7),
    ]
    held = Book(prizes)
    assert len(done(held, price_by_norm(HELD, prizes, MONEY)).changes) == 1
    assert [each.amount for each in held.table(Prize).values()] == [17_710_000, 5, 7]
