"""What the entry screen shows and does, question by question."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.inspections import FINISHED, SIGNED, SURVEY, Answer, Checklist, Visit
from nscl_desktop.presenters.visit_entry import VisitEntry
from nscl_desktop.services.visit_work import answer_id
from tests.inspections.desks import MemoryDesk
from tests.inspections.sheets import FIVE, after, book, q


def entry_over(made: Book) -> tuple[VisitEntry, MemoryDesk]:
    desk = MemoryDesk(made)
    return VisitEntry(desk, "v"), desk


def at(made: Book, key: str) -> VisitEntry:
    entry, _ = entry_over(made)
    entry.go_to(key)
    return entry


def test_the_screen_says_where_one_is_and_how_far() -> None:
    entry, _ = entry_over(book())
    assert (entry.title, entry.state_words) == ("Công ty TNHH Cơ khí Tân Phát", "Nháp")
    assert (entry.card.place_words, entry.card.question_words) == ("I. Hồ sơ", "1. Hồ sơ đầy đủ *")
    assert entry.progress_words == "0/6 câu đã trả lời"


def test_an_answer_is_a_step_and_the_same_answer_is_none() -> None:
    entry, desk = entry_over(book())
    entry.enter("failed", "thiếu sổ")
    entry.enter("failed", "thiếu sổ")
    assert [step.words for step in desk.steps] == ["Trả lời câu “Hồ sơ đầy đủ”"]
    assert (entry.card.answer, entry.card.note, entry.progress) == ("failed", "thiếu sổ", (1, 7))


def test_going_on_asks_what_the_answer_makes_necessary_and_remembers_the_place() -> None:
    entry, desk = entry_over(book())
    entry.enter("failed", "")
    assert entry.step(1)
    assert entry.question is not None
    assert entry.question.id == "why"
    again = VisitEntry(desk, "v")
    assert again.question == entry.question
    assert entry.step(-1)
    assert not entry.step(-1)


def test_there_is_nothing_behind_the_last_question() -> None:
    assert not at(book(), "shine").step(1)


def test_a_figure_out_of_bounds_is_refused_and_nothing_is_kept() -> None:
    made = book()
    entry = at(made, "people")
    with pytest.raises(InputError, match="nhận số từ 1 đến 500"):
        entry.enter("501", "")
    assert answer_id("v", "people") not in made.table(Answer)
    assert entry.card.hint_words == "từ 1 đến 500 · đơn vị: người"


@pytest.mark.parametrize(
    ("key", "choices", "is_long", "has_notes"),
    [
        ("papers", ["1   Đạt", "2   Chưa đạt", "3   Không áp dụng"], False, True),
        ("machine", ["1   Tốt", "2   Cũ", "3   Hỏng"], False, True),
        ("sort", ["0", "1", "2", "3", "4", "5"], False, True),
        ("people", [], False, True),
        ("words", [], True, False),
    ],
)
def test_one_press_answers_where_there_are_few_answers(
    key: str, choices: list[str], is_long: bool, has_notes: bool
) -> None:
    entry = at(book(), key)
    assert [label for _, label in entry.card.choices] == choices
    assert (entry.card.is_long, entry.card.has_notes) == (is_long, has_notes)


def test_many_points_and_many_options_are_typed() -> None:
    many = [
        q("x", "", "b0", "score", most=Decimal(20)), q("y", "", "b1", "score", most=FIVE / 2),
        q("z", "", "b2", "score"),
        q("w", "", "b3", "choice", options=tuple(map(str, range(10)))),
    ]  # fmt: skip
    made = Book([*book().records(), *many])
    assert [at(made, each.id).card.choices for each in many] == [(), (), (), ()]


def test_an_empty_list_says_so() -> None:
    entry, desk = entry_over(Book([Checklist(id="c", name="x", purpose=SURVEY), Visit(id="v", checklist_id="c")]))
    entry.enter("x", "")
    assert not desk.steps
    assert not entry.step(1)
    card = entry.card
    assert card.question_words == "Bảng kiểm chưa có câu hỏi nào."
    assert (card.place_words, card.hint_words, card.choices, card.answer, card.note) == ("", "", (), "", "")
    assert (entry.title, entry.finish_words) == ("Chưa chọn đơn vị", "Kết thúc khảo sát")


def test_a_visit_is_finished_signed_and_corrected_from_the_screen() -> None:
    made = book()
    entry, desk = entry_over(made)
    with pytest.raises(InputError, match=r"câu I\.1"):
        entry.finish()
    assert [lack.question_id for lack in entry.lacks] == ["papers"]
    entry.enter("passed", "")
    entry.finish()
    assert made.get(Visit, "v").state == FINISHED
    entry.enter("failed", "")
    assert entry.card.answer == "passed"
    entry.sign()
    assert (made.get(Visit, "v").state, entry.state_words) == (SIGNED, "Đã ký biên bản")
    step = entry.correct("ghi nhầm")
    after(made, step)
    fresh = VisitEntry(desk, step.scope)
    assert fresh.state_words == "Nháp · bản sửa lần 1"
    assert fresh.finish_words == "Kết thúc kiểm tra"


def test_what_is_on_its_way_to_the_disk_is_not_saved_yet() -> None:
    entry, desk = entry_over(book())
    assert entry.is_saved
    desk.waiting = 1
    assert not entry.is_saved


def test_a_question_is_open_as_long_as_the_visit_is_a_draft() -> None:
    entry, _ = entry_over(book())
    assert entry.card.is_open
    entry.enter("passed", "")
    entry.finish()
    assert not entry.card.is_open
