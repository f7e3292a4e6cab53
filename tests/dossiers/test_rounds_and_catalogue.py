"""Points, results and decisions of a round; the shipped lists taken over, and a check list renewed."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.dossiers.papers import papers_needed
from nscl_desktop.domain.dossiers.ranking import Ranking, ranking
from nscl_desktop.domain.dossiers.stages import reached
from nscl_desktop.domain.dossiers.whole import gather
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.selection import Candidate, Criterion, Score, SelectionRound
from nscl_desktop.domain.supports import StagePaper, SupportKind
from nscl_desktop.services import dossier_catalogue as catalogue
from nscl_desktop.services import dossier_rounds as rounds
from tests.dossiers.small_dossiers import dossier, step, whole, wholes

ROUND = SelectionRound(id="r", name="Đợt 1/2022", line_id="I", plan_id="p", quota=Decimal(1), held_on="2022-02-01")
NEED = Criterion(id="need", round_id="r", position="a0", name="Sự cần thiết", most_points=Decimal(60))


def candidate(key: str, **fields: object) -> Candidate:
    made = Candidate(id=key, round_id="r", enterprise_id="dn1")
    for name, value in fields.items():
        object.__setattr__(made, name, value)
    return made


def ranked(points: dict[Candidate, str], selection: SelectionRound = ROUND) -> Ranking:
    scores = [
        Score(id=each.id, candidate_id=each.id, criterion_id="need", judge="Hà", points=Decimal(value))
        for each, value in points.items()
    ]
    return ranking(selection, points, [NEED], scores)


def applied(change: ChangeSet, *records: Record) -> Book:
    book, untouched = Book(records), Book(records)
    book.apply(change.changes)
    book.apply(change.inverted("Hoàn tác").changes)
    assert set(book.records()) == set(untouched.records())
    book.apply(change.changes)
    return book


def test_points_are_entered_and_corrected_in_one_record_per_judge() -> None:
    one = candidate("a")
    book = applied(rounds.set_score(ROUND, one, NEED, "Hà", Decimal(50), []), one)
    scores = list(book.table(Score).values())
    book = applied(rounds.set_score(ROUND, one, NEED, " Hà ", Decimal(60), scores), one, *scores)
    assert [(each.judge, each.points) for each in book.table(Score).values()] == [("Hà", Decimal(60))]
    assert rounds.set_score(ROUND, one, NEED, "Hà", None, scores).words == "Chấm điểm “Sự cần thiết” ở Đợt 1/2022"


def test_points_beyond_the_criterion_or_without_a_judge_are_refused() -> None:
    with pytest.raises(InputError, match="Điểm 60,5 lớn hơn điểm tối đa 60 của tiêu chí “Sự cần thiết”"):
        rounds.set_score(ROUND, candidate("a"), NEED, "Hà", Decimal("60.5"), [])
    with pytest.raises(InputError, match="Chưa ghi tên người chấm"):
        rounds.set_score(ROUND, candidate("a"), NEED, " ", Decimal(1), [])
    endless = Criterion(id="x", round_id="r", name="Khác")
    assert rounds.set_score(ROUND, candidate("a"), endless, "Hà", Decimal(99), [])


def test_a_choice_against_the_order_needs_a_reason() -> None:
    above, below = ranked({candidate("a"): "50", candidate("b"): "40"}).rows
    with pytest.raises(InputError, match=r"khác thứ tự xếp hạng \(hết chỉ tiêu\); hãy ghi lý do"):
        rounds.set_result(ROUND, below, "chosen")
    with pytest.raises(InputError, match="đơn vị đứng trên vạch chỉ tiêu"):
        rounds.set_result(ROUND, above, "not", " ")
    book = applied(rounds.set_result(ROUND, below, "chosen", "Vùng khó khăn"), below.candidate)
    assert book.get(Candidate, "b").reason == "Vùng khó khăn"
    book = applied(rounds.set_result(ROUND, above, "chosen", "thừa"), above.candidate)
    assert (book.get(Candidate, "a").result, book.get(Candidate, "a").reason) == ("chosen", "")


def test_who_is_not_eligible_cannot_be_chosen_but_may_be_refused() -> None:
    (row,) = ranked({candidate("a", is_eligible=False, why_not="Thiếu phiếu"): "50"}).rows
    with pytest.raises(InputError, match=r"không đủ điều kiện \(Thiếu phiếu\)"):
        rounds.set_result(ROUND, row, "chosen", "cứ chọn")
    assert rounds.set_result(ROUND, row, "not")


def test_all_above_the_line_are_chosen_at_once_unless_a_tie_stands_on_it() -> None:
    people = [candidate("a"), candidate("b"), candidate("c", is_eligible=False)]
    found = ranked(dict(zip(people, ("50", "40", "60"), strict=True)))
    book = applied(rounds.choose_by_rank(ROUND, found), *people)
    assert {key: each.result for key, each in book.table(Candidate).items()} == {"a": "chosen", "b": "not", "c": "not"}
    with pytest.raises(InputError, match="Có 2 đơn vị bằng điểm ở vạch chỉ tiêu"):
        rounds.choose_by_rank(ROUND, ranked({candidate("a"): "5", candidate("b"): "5"}))


def test_a_decision_approves_the_registered_and_opens_dossiers_for_the_others() -> None:
    people = [
        candidate("a", result="chosen", dossier_id="d1"),
        candidate("b", enterprise_id="dn2", result="chosen", asked=40),
        candidate("c", result="not"), candidate("e", enterprise_id="truong", result="chosen"),
    ]  # fmt: skip
    there: list[Record] = [ROUND, *people, dossier("d1"), step("d1", "registered", "2022-01-05")]
    found = ranked(dict.fromkeys(people, "1"))
    change = rounds.record_decision(ROUND, found, wholes(*there), "Áp dụng 5S", "15/QĐ-SKHCN", "2022-02-20")
    book = applied(change, *there)
    assert change.scope == "r"
    assert book.get(SelectionRound, "r").decision == "15/QĐ-SKHCN"
    dossiers = gather(book.records())
    assert {each.dossier.enterprise_id for each in dossiers.values()} == {"dn1", "dn2", "truong"}
    assert {reached(each) for each in dossiers.values()} == {"approved"}
    new = dossiers[book.get(Candidate, "b").dossier_id or ""]
    assert (new.dossier.title, new.dossier.plan_id, new.dossier.year) == ("Áp dụng 5S", "p", 2022)
    assert [(each.line_id, each.year, each.amount) for each in new.money] == [("I", 2022, 40)]
    assert {each.done_on for each in new.steps} == {"2022-02-01", "2022-02-20"}
    again = rounds.record_decision(ROUND, found, wholes(*there), "Áp dụng 5S", "15/QĐ-SKHCN", "2022-02-20")
    assert {each.id for each in again.changes if each.entity == "dossier"} == {
        each.id for each in change.changes if each.entity == "dossier"
    }


def test_a_decision_about_consultants_opens_no_dossier() -> None:
    selection = SelectionRound(id="r", name="Tuyển chọn tư vấn", purpose="consultants")
    found = ranked({candidate("a", result="chosen"): "5"}, selection)
    change = rounds.record_decision(selection, found, {}, "", "16/QĐ", "2022-02-20")
    assert [each.entity for each in change.changes] == ["selection_round"]


def test_a_round_without_a_meeting_day_notes_the_approval_only() -> None:
    selection = SelectionRound(id="r", name="Đợt 2")
    found = ranked({candidate("a", result="chosen"): "5"}, selection)
    change = rounds.record_decision(selection, found, {}, "5S", "16/QĐ", "2022-02-20")
    assert [each.entity for each in change.changes] == ["selection_round", "dossier", "candidate", "stage_step"]


@pytest.mark.parametrize(
    ("people", "decision", "sentence"),
    [
        ([candidate("a", result="chosen")], "", "Chưa có số và ngày quyết định"),
        ([candidate("a", result="chosen"), candidate("b")], "1/QĐ", "Còn 1 đơn vị chưa có kết quả"),
        ([candidate("a", result="not")], "1/QĐ", "Chưa chọn đơn vị nào"),
        ([candidate("a", result="chosen", enterprise_id=None)], "1/QĐ", "chưa nối với danh bạ"),
    ],
)
def test_a_decision_that_is_not_ripe_is_refused(people: list[Candidate], decision: str, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        rounds.record_decision(ROUND, ranked(dict.fromkeys(people, "1")), {}, "5S", decision, "2022-02-20")


def test_the_shipped_lists_are_added_once_and_leave_the_offices_own_alone() -> None:
    own = SupportKind(id="own", code="5s", name="5S của tỉnh")
    book = applied(catalogue.add_shipped_kinds([own]), own)
    kinds = book.table(SupportKind).values()
    assert sum(each.code.casefold() == "5s" for each in kinds) == 1
    assert len(kinds) == len(catalogue.shipped_kinds().kinds)
    assert not catalogue.add_shipped_kinds(kinds)
    mine = StagePaper(id="own", stage="surveyed", name="Biên bản  khảo sát")
    book = applied(catalogue.add_shipped_papers([mine]), mine)
    papers = book.table(StagePaper).values()
    assert len(papers) == len(catalogue.shipped_papers().papers)
    assert not catalogue.add_shipped_papers(papers)


def test_a_renewed_check_list_leaves_old_dossiers_theirs() -> None:
    there = [
        StagePaper(id="1", stage="registered", position="a0", name="Đơn đăng ký"),
        StagePaper(id="2", stage="registered", position="a1", name="Bản cam kết"),
        StagePaper(id="3", stage="registered", position="a2", name="Ảnh", is_required=False),
        StagePaper(id="4", stage="surveyed", position="a0", name="Biên bản"),
        StagePaper(id="5", stage="registered", position="a0", name="Cũ", valid_to="2020-12-31"),
    ]
    change = catalogue.renew_stage_papers(
        there, "registered", [("Phiếu đăng ký", True), ("Bản cam kết", True), ("Ảnh", True)], "2022-01-01"
    )
    assert change.words == "Đổi danh mục giấy tờ của bước Đăng ký"
    papers = list(applied(change, *there).table(StagePaper).values())

    def names(day: str) -> list[tuple[str, bool]]:
        opened = whole(dossier("a"), step("a", "registered", day))
        return [(each.name, each.is_required) for each in papers_needed(opened, papers, "registered")]

    assert names("2021-12-31") == [("Đơn đăng ký", True), ("Bản cam kết", True), ("Ảnh", False)]
    assert names("2022-01-01") == [("Bản cam kết", True), ("Phiếu đăng ký", True), ("Ảnh", True)]


def test_a_renewed_check_list_needs_a_whole_day() -> None:
    with pytest.raises(InputError, match="ngày áp dụng đầy đủ"):
        catalogue.renew_stage_papers([], "registered", [("Phiếu", True)], "2022")
