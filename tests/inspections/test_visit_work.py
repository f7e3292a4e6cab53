"""A visit from its draft to its signature, and corrections that leave the old version as it was."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.inspections import (
    DRAFT,
    FINISHED,
    HOST,
    SIGNED,
    SURVEY,
    Answer,
    Checklist,
    Participant,
    Recommendation,
    Visit,
)
from nscl_desktop.domain.records import values_of
from nscl_desktop.domain.visit_sheet import Lack, VisitSheet
from nscl_desktop.services.visit_work import (
    add_participant,
    add_recommendation,
    answer_id,
    answer_question,
    correct,
    delete_part,
    finish,
    go_to_question,
    new_visit,
    set_part_field,
    set_visit_field,
    sign,
)
from tests.inspections.sheets import after, book, questions


def done() -> Book:
    made = book()
    after(made, answer_question(made, "v", "papers", "Chưa đạt", "thiếu sổ"))
    after(made, answer_question(made, "v", "why", "Sổ theo dõi"))
    after(made, add_recommendation(made, "v", "Lập sổ theo dõi", question_id="papers"))
    return after(made, finish(made, "v"))


def of_visit(made: Book, key: str) -> list[object]:
    kept = [made.get(Visit, key)]
    parts = [*made.table(Answer).values(), *made.table(Participant).values(), *made.table(Recommendation).values()]
    return [values_of(each) for each in [*kept, *(part for part in parts if getattr(part, "visit_id", "") == key)]]


def test_a_visit_begins_as_a_draft_by_a_list_in_use() -> None:
    made = book()
    step = new_visit(made, "e", "c", date="2026-03-05")
    visit = after(made, step).get(Visit, step.scope)
    assert (visit.state, visit.checklist_id, visit.date, visit.version) == (DRAFT, "c", "2026-03-05", 1)
    with pytest.raises(InputError, match="chưa hoặc không còn được dùng"):
        new_visit(book(state=DRAFT), "e", "c")


def test_an_answer_is_kept_with_the_place_where_the_entry_is() -> None:
    made = book()
    after(made, answer_question(made, "v", "people", "12", note="lớp 5S"))
    answer = made.get(Answer, answer_id("v", "people"))
    assert (answer.number, answer.note, made.get(Visit, "v").at_question) == (Decimal(12), "lớp 5S", "people")


def test_changing_an_answer_keeps_its_note_and_the_same_answer_is_no_step() -> None:
    made = book()
    after(made, answer_question(made, "v", "papers", "Chưa đạt", "thiếu sổ"))
    after(made, answer_question(made, "v", "papers", "Đạt"))
    assert made.get(Answer, answer_id("v", "papers")).note == "thiếu sổ"
    assert not answer_question(made, "v", "papers", "passed")
    assert not answer_question(made, "v", "words", " ")


def test_a_note_alone_is_kept_too_but_answers_nothing() -> None:
    made = after(book(), answer_question(book(), "v", "words", "", "hỏi lại sau"))
    sheet = VisitSheet(made, "v")
    assert sheet.answered() == 0
    assert sheet.answers["words"].note == "hỏi lại sau"


def test_the_entry_goes_on_where_it_was_left_else_at_the_first_without_an_answer() -> None:
    made = book()
    assert _resumed(made) == "papers"
    after(made, go_to_question(made, "v", "machine"))
    assert _resumed(made) == "machine"
    after(made, go_to_question(made, "v", "why"))  # not asked while the papers are not found wanting
    assert _resumed(made) == "papers"


def _resumed(made: Book) -> str:
    question = VisitSheet(made, "v").resume_at()
    return question.id if question else ""


def test_the_entry_ends_at_the_last_question_and_nowhere_in_an_empty_list() -> None:
    made = book()
    for key, text in {
        "papers": "Đạt", "people": "3", "machine": "Tốt", "words": "gọn", "sort": "4", "shine": "5",
    }.items():  # fmt: skip
        after(made, answer_question(made, "v", key, text))
    after(made, set_visit_field(made, "v", "at_question", None))
    assert _resumed(made) == "shine"
    empty = Book([Visit(id="v")])
    assert VisitSheet(empty, "v").resume_at() is None
    assert VisitSheet(empty, "v").beside("x", 1) is None


def test_the_questions_beside_are_those_that_are_asked() -> None:
    made = book()
    sheet = VisitSheet(made, "v")
    following, before, beyond = sheet.beside("papers", 1), sheet.beside("people", -1), sheet.beside("shine", 1)
    assert (following.id if following else "", before.id if before else "") == ("people", "papers")
    assert beyond is None
    after(made, answer_question(made, "v", "papers", "Chưa đạt"))
    following = VisitSheet(made, "v").beside("papers", 1)
    assert following is not None
    assert following.id == "why"
    assert [each.id for each in VisitSheet(made, "v").failed()] == ["papers"]


def test_what_is_missing_is_listed_in_the_order_of_the_paper() -> None:
    bare = Book(
        [Checklist(id="c", name="x", state="in_use"), *questions(), Visit(id="v", checklist_id="c", date="2026")]
    )
    assert VisitSheet(bare, "v").lacks() == (
        Lack("đơn vị được kiểm tra", field="enterprise_id"),
        Lack("ngày kiểm tra", field="date"),
        Lack("địa điểm", field="location"),
        Lack("họ tên trưởng đoàn", field="participants"),
        Lack("họ tên đại diện đơn vị", field="participants"),
        Lack("câu I.1", question_id="papers"),
    )
    assert VisitSheet(Book([Visit(id="v")]), "v").lacks()[1] == Lack("bảng kiểm", field="checklist_id")


def test_a_survey_wants_neither_team_nor_place() -> None:
    survey = Checklist(id="c", name="x", purpose=SURVEY)
    made = Book([survey, *questions()[3:], Visit(id="v", checklist_id="c", date="2026-03-05", enterprise_id="e")])
    assert VisitSheet(made, "v").lacks() == ()


def test_finishing_names_what_is_missing() -> None:
    made = book()
    with pytest.raises(InputError, match=r"Chưa kết thúc được, còn thiếu: câu I\.1; hãy điền"):
        finish(made, "v")
    bare = Book([Checklist(id="c", name="x"), *questions(), Visit(id="v", checklist_id="c")])
    with pytest.raises(InputError, match="họ tên đại diện đơn vị và 1 chỗ khác"):
        finish(bare, "v")


def test_a_visit_is_finished_then_signed_and_takes_no_answers_any_more() -> None:
    made = done()
    assert made.get(Visit, "v").state == FINISHED
    for edit in (
        lambda: answer_question(made, "v", "people", "5"),
        lambda: set_visit_field(made, "v", "location", "x"),
        lambda: add_participant(made, "v", "x", HOST),
        lambda: finish(made, "v"),
    ):
        with pytest.raises(InputError, match="đã kết thúc nên không sửa được; hãy lập bản sửa"):
            edit()
    assert not go_to_question(made, "v", "people")
    after(made, set_visit_field(made, "v", "number", "05"), sign(made, "v"))
    assert (made.get(Visit, "v").state, made.get(Visit, "v").number) == (SIGNED, "05")
    with pytest.raises(InputError):
        set_visit_field(made, "v", "number", "06")


def test_only_a_finished_visit_is_signed() -> None:
    with pytest.raises(InputError, match="hãy kết thúc kiểm tra trước"):
        sign(book(), "v")


def test_a_correction_is_a_new_version_with_everything_and_the_old_one_stays_as_it_was() -> None:
    made = done()
    after(made, set_visit_field(made, "v", "number", "05"), sign(made, "v"))
    before = of_visit(made, "v")
    step = correct(made, "v", " Ghi nhầm số sổ ")
    after(made, step)
    fresh = VisitSheet(made, step.scope)
    assert (fresh.visit.version, fresh.visit.corrects, fresh.visit.state, fresh.visit.number) == (2, "v", DRAFT, "")
    assert fresh.visit.correction_reason == "Ghi nhầm số sổ"
    assert {key: each.text for key, each in fresh.answers.items()} == {"papers": "", "why": "Sổ theo dõi"}
    assert [each.name for each in fresh.participants] == ["Nguyễn Văn An", "Lê Thị Bình"]
    assert [each.text for each in fresh.recommendations] == ["Lập sổ theo dõi"]
    after(made, answer_question(made, step.scope, "why", "Sổ kho"))
    assert of_visit(made, "v") == before


def test_a_correction_needs_a_reason_a_finished_visit_and_no_other_correction() -> None:
    with pytest.raises(InputError, match="còn là nháp"):
        correct(book(), "v", "x")
    made = done()
    with pytest.raises(InputError, match="Lý do sửa"):
        correct(made, "v", "  ")
    after(made, correct(made, "v", "sai ngày"))
    with pytest.raises(InputError, match="đã có bản sửa"):
        correct(made, "v", "sai ngày")


def test_a_recommendation_takes_its_finding_from_the_note_or_the_question() -> None:
    made = book()
    after(made, answer_question(made, "v", "papers", "Chưa đạt", "thiếu sổ"))
    after(made, add_recommendation(made, "v", "Lập sổ", question_id="papers"))
    after(made, add_recommendation(made, "v", "Dán nhãn", question_id="shine"))
    after(made, add_recommendation(made, "v", "Cử người học"))
    assert [(each.finding, each.text) for each in VisitSheet(made, "v").recommendations] == [
        ("thiếu sổ", "Lập sổ"), ("Sạch sẽ", "Dán nhãn"), ("", "Cử người học"),
    ]  # fmt: skip


def test_how_a_recommendation_ended_is_told_after_signing_its_text_is_not() -> None:
    made = done()
    (advice,) = VisitSheet(made, "v").recommendations
    after(made, set_part_field(made, advice, "closed_on", "2026-04-01"))
    (advice,) = VisitSheet(made, "v").recommendations
    assert advice.closed_on == "2026-04-01"
    with pytest.raises(InputError):
        set_part_field(made, advice, "text", "khác")
    with pytest.raises(InputError):
        delete_part(made, advice)


def test_people_are_added_at_the_end_and_taken_out_again() -> None:
    made = book()
    after(made, add_participant(made, "v", "Trần Thị Chi", HOST, title="Kế toán", unit="Công ty"))
    people = VisitSheet(made, "v").participants
    assert [each.name for each in people][-1] == "Trần Thị Chi"
    after(made, set_part_field(made, people[-1], "title", "Kế toán trưởng"))
    after(made, delete_part(made, people[0]))
    left = VisitSheet(made, "v").participants
    assert [(each.name, each.title) for each in left] == [
        ("Lê Thị Bình", "Giám đốc"), ("Trần Thị Chi", "Kế toán trưởng"),
    ]  # fmt: skip
    alone = Book([Visit(id="v")])
    after(alone, add_participant(alone, "v", "Một người", HOST))
    assert VisitSheet(alone, "v").is_open
    with pytest.raises(InputError, match="Họ và tên"):
        add_participant(alone, "v", " ", HOST)
