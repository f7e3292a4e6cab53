"""Regimes as they are shipped: criteria that add up, thresholds, the day on which the law changed; their editing."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.award_rules import CriterionTree, in_force, kinds_of, regime_of_year
from nscl_desktop.domain.awards import AwardCriterion, AwardRegime, PrizeKind, PrizeNorm
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.directory import SalaryBase
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Place
from nscl_desktop.domain.records import Record
from nscl_desktop.exchange.shipped_directory import shipped_salary_bases
from nscl_desktop.services import award_rules as service
from nscl_desktop.services.award_catalogue import add_shipped_rules, shipped_award_rules

OLD_POINTS = {"1": 120, "2": 85, "3": 85, "4": 90, "5": 85, "6": 85, "7": 450}
PARTS = {"1": (70, 50), "2": (45, 40), "3": (40, 45), "4": (45, 45), "5": (40, 45), "6": (45, 40)}
PARTS_OF_RESULTS = (120, 80, 80, 80, 90)


def shipped(kind: type[Record]) -> list[Record]:
    return [each for each in shipped_award_rules() if isinstance(each, kind)]


def regime(code: str) -> AwardRegime:
    return next(each for each in shipped_award_rules() if isinstance(each, AwardRegime) and each.code == code)


def tree(code: str) -> CriterionTree:
    criteria = (each for each in shipped_award_rules() if isinstance(each, AwardCriterion))
    return CriterionTree(criteria, regime(code).id)


def done(book: Book, step: ChangeSet) -> ChangeSet:
    book.apply(step.changes)
    return step


def rules_book() -> Book:
    return Book(shipped_award_rules())


# -- as shipped --------------------------------------------------------------------------------------------------------


def test_the_seven_criteria_have_a_thousand_points_with_their_parts() -> None:
    old = tree("GTCLQG-2008")
    assert {each.label: each.most_points for each in old.children()} == OLD_POINTS
    assert sum(OLD_POINTS.values()) == 1000
    assert old.most() == 1000
    for each in old.children():
        parts = tuple(int(part.most_points or 0) for part in old.children(each.id))
        assert parts == PARTS.get(each.label, PARTS_OF_RESULTS)
        assert old.most(each.id) == each.most_points
    assert old.faults() == ()
    assert len(old.leaves()) == 17


def test_the_new_regime_has_two_groups_and_no_points_yet() -> None:
    new = tree("GTCLQG-2026")
    assert [each.label for each in new.children()] == ["I", "II"]
    assert len(new.children(new.children()[0].id)) == 7
    assert new.most() is None
    assert new.faults() == ()
    assert [each.label for each in new.leaves(new.children()[1].id)] == ["II"]
    assert new.leaves("gone") == ()


def test_the_law_changed_on_the_23rd_of_january_2026() -> None:
    old, new = regime("GTCLQG-2008"), regime("GTCLQG-2026")
    days = ("2026-01-22", "2026-01-23")
    assert [in_force(old.valid_from, old.valid_to, day) for day in days] == [True, False]
    assert [in_force(new.valid_from, new.valid_to, day) for day in days] == [False, True]
    assert in_force("", "", days[0])
    regimes = (old, new)
    assert regime_of_year(regimes, 2025) == old
    assert regime_of_year(regimes, 2026) == new
    assert regime_of_year(regimes, 2007) is None


def test_thresholds_are_800_for_the_best_of_a_group_and_600() -> None:
    kinds = kinds_of((each for each in shipped_award_rules() if isinstance(each, PrizeKind)), regime("GTCLQG-2008").id)
    assert [(each.least_points, each.is_best_of_group, each.is_international) for each in kinds] == [
        (Decimal(800), True, False), (Decimal(600), False, False), (None, False, True),
    ]  # fmt: skip
    assert regime("GTCLQG-2008").large_from == 300


def test_nothing_shipped_claims_to_be_compared_with_the_official_text() -> None:
    verified = [getattr(each, "verified", False) for each in shipped_award_rules()]
    assert not any(verified)
    assert all(each.note for each in shipped(PrizeNorm) if isinstance(each, PrizeNorm))


def test_parts_that_do_not_add_up_are_told() -> None:
    criteria = [
        AwardCriterion(
            id="a", regime_id="r", place=Place("", "a0"), label="1", name="Lãnh đạo", most_points=Decimal(120)
        ),
        AwardCriterion(
            id="b", regime_id="r", place=Place("a", "a0"), label="1.1", name="Cấp cao", most_points=Decimal(70)
        ),
        AwardCriterion(id="c", regime_id="r", place=Place("gone", "a1"), label="2", name="Mồ côi"),
    ]
    found = CriterionTree(criteria, "r")
    assert found.faults() == ("Tiêu chí 1: điểm thành phần cộng lại là 70, khác 120.",)
    assert [each.label for each in found.children()] == ["1", "2"]


# -- taken over --------------------------------------------------------------------------------------------------------


def test_shipped_rules_are_taken_over_once_and_never_over_the_offices_own() -> None:
    book = Book()
    step = done(book, add_shipped_rules((), shipped_salary_bases()))
    assert len(book.table(AwardRegime)) == 2
    assert len(book.table(PrizeNorm)) == 5
    assert len(book.table(SalaryBase)) == 7
    assert not add_shipped_rules(book.records(), shipped_salary_bases())
    own = AwardRegime(id="own", name="Của văn phòng", code="GTCLQG-2008")
    again = add_shipped_rules((own, PrizeNorm(id="n", prize="Giấy khen"), SalaryBase(id="b")), shipped_salary_bases())
    added = {change.entity for change in again.changes}
    assert added == {"award_regime", "award_criterion", "prize_kind"}
    assert sum(change.entity == "award_regime" for change in again.changes) == 1
    assert len(again.changes) < len(step.changes)


# -- edited ------------------------------------------------------------------------------------------------------------


def test_a_norm_is_flat_or_a_multiple_never_both() -> None:
    book = rules_book()
    gold = next(each for each in book.table(PrizeNorm).values() if each.multiple == 14)
    done(book, service.set_rule(gold, "amount", 30_000_000))
    flat = book.get(PrizeNorm, gold.id)
    assert (flat.multiple, flat.amount) == (None, 30_000_000)
    done(book, service.set_rule(flat, "multiple", Decimal("3.5")))
    assert book.get(PrizeNorm, gold.id).amount is None
    done(book, service.set_rule(book.get(PrizeNorm, gold.id), "amount", None))
    assert book.get(PrizeNorm, gold.id).multiple == Decimal("3.5")


def test_rules_are_added_behind_the_others() -> None:
    book = Book()
    regime_step = done(book, service.add_regime("Giải của tỉnh"))
    key = regime_step.changes[0].id
    first = done(book, service.add_criterion(key, ())).changes[0].id
    above = book.get(AwardCriterion, first)
    done(book, service.add_criterion(key, book.table(AwardCriterion).values()))
    part = done(book, service.add_criterion(key, book.table(AwardCriterion).values(), above)).changes[0].id
    labels = [(depth, each.label) for depth, each in CriterionTree(book.table(AwardCriterion).values(), key).walk()]
    assert labels == [(0, "1"), (1, "1.1"), (0, "2")]
    with pytest.raises(InputError, match="hai cấp"):
        service.add_criterion(key, book.table(AwardCriterion).values(), book.get(AwardCriterion, part))
    done(book, service.add_kind(key, ()))
    done(book, service.add_kind(key, book.table(PrizeKind).values()))
    assert len({each.position for each in kinds_of(book.table(PrizeKind).values(), key)}) == 2
    done(book, service.add_norm())
    done(book, service.add_base())
    assert len(book.table(PrizeNorm)) == len(book.table(SalaryBase)) == 1


def test_a_regime_goes_with_its_parts_unless_a_round_is_held_under_it() -> None:
    book = rules_book()
    old = regime("GTCLQG-2008")
    leaf = tree("GTCLQG-2008").leaves()[0]
    with pytest.raises(InputError, match="đang được một đợt xét giải dùng"):
        service.remove_rule(book, old, frozenset({old.id}))
    with pytest.raises(InputError, match="ghi ngày hết áp dụng"):
        service.remove_rule(book, tree("GTCLQG-2008").children()[0], frozenset({leaf.id}))
    step = done(book, service.remove_rule(book, old, frozenset()))
    assert step.words.startswith("Xóa quy chế giải thưởng “Giải thưởng Chất lượng Quốc gia")
    assert {each.regime_id for each in book.table(AwardCriterion).values()} == {regime("GTCLQG-2026").id}
    assert len(book.table(PrizeKind)) == 3
    base = SalaryBase(id="b")
    book.apply([*service.add_base().changes])
    assert service.called(base) == ""
