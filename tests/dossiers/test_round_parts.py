"""A round and its parts as steps: opened, edited, candidates taken from dossiers, points pasted, judges renamed."""

from dataclasses import replace
from decimal import Decimal

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.records import derived_id
from nscl_desktop.domain.selection import CONSULTANTS, Candidate, Criterion, Score, SelectionRound
from nscl_desktop.services import round_parts as parts
from tests.dossiers.small_dossiers import dossier, money, whole

ROUND = SelectionRound(id="r", name="Đợt 1")
NEED = Criterion(id="n", round_id="r", position="a0", name="Cần thiết", most_points=Decimal(60))
ABLE = Criterion(id="b", round_id="r", position="a1", name="Năng lực", most_points=Decimal(40))
FIRST = Candidate(id="c1", round_id="r", enterprise_id="dn1", dossier_id="a")
SECOND = Candidate(id="c2", round_id="r", enterprise_id="dn2")


def score(candidate: Candidate, criterion: Criterion, judge: str, points: int) -> Score:
    key = derived_id(Score.entity, candidate.id, criterion.id, judge)
    return Score(id=key, candidate_id=candidate.id, criterion_id=criterion.id, judge=judge, points=Decimal(points))


def book_of(*records: Score) -> Book:
    return Book([ROUND, NEED, ABLE, FIRST, SECOND, *records])


def after(book: Book, step: ChangeSet) -> Book:
    book.apply(step.changes)
    return book


def test_a_round_begins_with_criteria_of_a_hundred_points_together() -> None:
    made = after(Book(), parts.open_round("Đợt 1 năm 2026"))
    criteria = made.table(Criterion).values()
    assert len(criteria) == 4
    assert sum(each.most_points or 0 for each in criteria) == 100
    assert not after(Book(), parts.open_round("Tư vấn", CONSULTANTS)).table(Criterion)
    assert not after(Book(), parts.open_round("Đợt", with_criteria=False)).table(Criterion)
    with pytest.raises(InputError, match="Tên đợt"):
        parts.open_round("  ")


def test_fields_are_set_but_results_are_not_typed() -> None:
    step = parts.set_value(ROUND, ROUND, "quota", Decimal(4))
    assert after(book_of(), step).get(SelectionRound, "r").quota == Decimal(4)
    with pytest.raises(InputError, match="trang Xếp hạng"):
        parts.set_value(ROUND, FIRST, "result", "chosen")


def test_a_criterion_is_put_behind_the_others() -> None:
    made = after(book_of(), parts.add_criterion(ROUND, [NEED, ABLE], "Cam kết"))
    names = [each.name for each in sorted(made.table(Criterion).values(), key=lambda each: each.position)]
    assert names == ["Cần thiết", "Năng lực", "Cam kết"]


def test_dossiers_stand_for_a_round_once_and_ask_for_their_planned_money() -> None:
    wholes = [
        whole(dossier("a")),
        whole(dossier("b", "dn2"), money("b", None, 2022, "NSNN", 70), money("b", None, 2023, "DN", 5)),
    ]
    made = after(book_of(), parts.add_candidates(ROUND, [FIRST, SECOND], wholes))
    new = [each for each in made.table(Candidate).values() if each.id not in ("c1", "c2")]
    assert [(each.enterprise_id, each.dossier_id, each.asked) for each in new] == [("dn2", "b", 75)]
    assert not parts.add_candidates(ROUND, new, wholes[1:])


def test_an_offer_of_a_unit_that_stands_already_is_refused() -> None:
    made = after(book_of(), parts.add_offer(ROUND, [FIRST, SECOND], "tv"))
    assert sorted(each.enterprise_id or "" for each in made.table(Candidate).values()) == ["dn1", "dn2", "tv"]
    with pytest.raises(InputError, match="đã có trong danh sách"):
        parts.add_offer(ROUND, [FIRST], "dn1")


def test_points_go_with_what_they_belong_to_and_come_back_by_undo() -> None:
    points = (score(FIRST, NEED, "An", 50), score(FIRST, ABLE, "An", 30), score(SECOND, NEED, "An", 40))
    for part, left in ((NEED, 1), (FIRST, 1)):
        made = book_of(*points)
        step = parts.remove(made, ROUND, part)
        made.apply(step.changes)
        assert len(made.table(Score)) == left
        made.apply(step.inverted("Hoàn tác").changes)
        assert len(made.table(Score)) == 3
    gone = book_of(*points)
    step = parts.remove(gone, ROUND, ROUND)
    assert step.words == "Xóa đợt “Đợt 1”"
    assert not list(after(gone, step).records())
    with pytest.raises(InputError, match="đã có quyết định phê duyệt"):
        parts.remove(gone, ROUND, replace(ROUND, decision="31/QĐ"))


def test_a_judge_gets_another_name_with_all_points() -> None:
    points = (
        score(FIRST, NEED, "An", 50),
        score(SECOND, NEED, "Hà", 40),
        replace(score(SECOND, ABLE, "An", 1), criterion_id=None),
    )
    made = after(book_of(*points), parts.rename_judge(ROUND, points, "An", " Bình "))
    assert {(each.judge, each.points) for each in made.table(Score).values()} == {
        ("Bình", Decimal(50)), ("Hà", Decimal(40)), ("An", Decimal(1)),
    }  # fmt: skip
    assert not parts.rename_judge(ROUND, points, "An", "An")
    for name, words in (("  ", "Chưa ghi tên"), ("Hà", "Đã có người chấm Hà")):
        with pytest.raises(InputError, match=words):
            parts.rename_judge(ROUND, points, "An", name)


def test_a_block_of_points_is_one_step_and_nothing_of_it_is_taken_when_one_is_too_many() -> None:
    block = {(FIRST, NEED): Decimal(50), (FIRST, ABLE): Decimal(40), (SECOND, NEED): None}
    step = parts.set_scores(ROUND, block, "An", [])
    assert step.words == "Chấm điểm 3 ô ở đợt “Đợt 1”"
    assert len(after(book_of(), step).table(Score)) == 3
    with pytest.raises(InputError, match="lớn hơn điểm tối đa 40"):
        parts.set_scores(ROUND, {**block, (SECOND, ABLE): Decimal(41)}, "An", [])
