"""Praise that plans order: proposed and decided for many at once, listed by stage, on paper."""

import pytest

from nscl_desktop.domain.awards import COLLECTIVE, INDIVIDUAL, Commendation, PrizeNorm
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.prize_money import PrizeRules
from nscl_desktop.domain.training import Person
from nscl_desktop.presenters.award_office import Rules
from nscl_desktop.presenters.commendation_list import DECIDED, NEW, PROPOSED, below, listed, total_words, worth_words
from nscl_desktop.services import commendations as service
from tests.awards.full_round import bases, praise
from tests.enterprises.registers import unit

FORM = "Bằng khen của Chủ tịch UBND tỉnh"
NORMS = (
    PrizeNorm(id="c", prize=FORM, subject=COLLECTIVE, amount=3_000_000),
    PrizeNorm(id="i", prize=FORM, subject=INDIVIDUAL, amount=1_500_000),
    PrizeNorm(id="bd", prize=FORM, subject=COLLECTIVE, amount=4_000_000, province="Bình Dương"),
)
MONEY = {"": PrizeRules(NORMS), "kh": PrizeRules(NORMS, (), "Bình Dương")}


def done(book: Book, step: ChangeSet) -> ChangeSet:
    book.apply(step.changes)
    return step


def test_praise_is_opened_for_a_unit_or_a_person() -> None:
    book = Book()
    step = done(book, service.open_praise(COLLECTIVE, "Phòng Quản lý", FORM, 2025))
    assert step.words == "Thêm khen thưởng “Phòng Quản lý”"
    with pytest.raises(InputError, match="Tên ghi trong quyết định"):
        service.open_praise(COLLECTIVE, "")
    (one,) = book.table(Commendation).values()
    done(book, service.name_person(one, Person(id="p", name="Nguyễn Thị Lan", enterprise_id="u")))
    person = book.get(Commendation, one.id)
    assert (person.subject, person.name, person.person_id, person.enterprise_id) == (
        INDIVIDUAL, "Nguyễn Thị Lan", "p", "u",
    )  # fmt: skip
    done(book, service.name_unit(person, unit("u2", "Công ty An Phát")))
    named = book.get(Commendation, one.id)
    assert (named.subject, named.name, named.person_id, named.enterprise_id) == (
        COLLECTIVE,
        "Công ty An Phát",
        None,
        "u2",
    )
    done(book, service.set_praise(named, "plan_id", "kh"))
    done(book, service.set_praise(book.get(Commendation, one.id), "line_id", "dong"))
    done(book, service.set_praise(book.get(Commendation, one.id), "plan_id", "khac"))
    assert book.get(Commendation, one.id).line_id is None
    done(book, service.set_praise(book.get(Commendation, one.id), "plan_id", "khac"))
    assert book.get(Commendation, one.id).plan_id == "khac"


def test_one_paper_is_for_many_and_the_money_follows_subject_and_province() -> None:
    rows = [
        Commendation(id="a", name="A", form=FORM, plan_id="kh"),
        Commendation(id="b", name="B", form=FORM, plan_id="la"),
        Commendation(id="c", name="C", form=FORM, subject=INDIVIDUAL),
        Commendation(id="d", name="D", form="Thư", amount=5),
    ]
    book = Book(rows)
    done(book, service.propose(rows, "12/TTr", "2025-11-05"))
    done(book, service.decide(list(book.table(Commendation).values()), "850/QĐ", "2025-12-01", MONEY))
    assert [(each.proposal, each.decision, each.amount) for each in book.table(Commendation).values()] == [
        ("12/TTr", "850/QĐ", 4_000_000), ("12/TTr", "850/QĐ", 3_000_000), ("12/TTr", "850/QĐ", 1_500_000),
        ("12/TTr", "850/QĐ", 5),
    ]  # fmt: skip
    with pytest.raises(InputError, match="đã có quyết định nên không xóa được"):
        service.remove_praise(book.get(Commendation, "a"))
    done(book, service.set_praise(book.get(Commendation, "a"), "decision", ""))
    done(book, service.remove_praise(book.get(Commendation, "a")))
    assert "a" not in book.table(Commendation)


def test_a_paper_needs_number_day_and_somebody() -> None:
    one = Commendation(id="a", name="A")
    with pytest.raises(InputError, match="Chưa chọn mục"):
        service.propose([], "1", "2025-11-05")
    with pytest.raises(InputError, match="số và ngày tờ trình"):
        service.propose([one], "", "2025-11-05")
    with pytest.raises(InputError, match="số và ngày quyết định"):
        service.decide([one], "1", "2025-11", MONEY)


def test_the_list_is_by_stage_with_collectives_first() -> None:
    rows = praise()
    assert [each.id for each in listed(rows, "", "")] == ["aw-k0", "aw-k1", "aw-k3", "aw-k2"]
    assert [each.id for each in listed(rows, DECIDED, "")] == ["aw-k0"]
    assert [each.id for each in listed(rows, PROPOSED, "lan")] == ["aw-k2"]
    assert [each.id for each in listed(rows, NEW, "")] == ["aw-k3"]
    assert below(rows[0]) == f"Tập thể · Quyết định 850/QĐ-UBND · {FORM}"
    assert below(rows[3]) == f"Cá nhân · chưa có tờ trình · {FORM}"
    assert total_words(rows) == "2 tập thể, 2 cá nhân; tiền thưởng đã quyết định 7.020.000 đồng"
    assert total_words(rows[2:]) == "0 tập thể, 2 cá nhân"


def test_what_praise_is_worth_is_told_on_the_decisions_day_or_today() -> None:
    rules, one = Rules(Book([*NORMS, *bases()])), Commendation(id="a", name="A", form=FORM, decided_on="2025-12-01")
    assert worth_words(one, rules, "", "2026-11-22") == "Mức thưởng ngày quyết định: 3.000.000 đồng = Mức cố định."
    waiting = Commendation(id="a", name="A", form=FORM)
    assert worth_words(waiting, rules, "Bình Dương", "2026-11-22").startswith(
        "Mức thưởng hôm nay (22/11/2026): 4.000.000"
    )
    assert "Chưa ghi hình thức khen" in worth_words(Commendation(id="a", name="A"), rules, "", "2026-11-22")
    other = Commendation(id="a", name="A", form="Giấy khen")
    assert "thêm ở phần Quy chế, mức thưởng" in worth_words(other, rules, "", "2026-11-22")
