"""Photos of a visit: they answer questions that ask for them, stand in the minutes, and are copied by a correction."""

import pytest

from nscl_desktop.domain.attached_files import PHOTO as PHOTO_FILE
from nscl_desktop.domain.attached_files import TakenFile, VisitFile
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import inserted
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.inspections import PHOTO, Visit
from nscl_desktop.domain.minutes_tables import result_table
from nscl_desktop.domain.visit_sheet import VisitSheet
from nscl_desktop.services.attached_files import add_files, remove_files
from nscl_desktop.services.visit_work import answer_question, correct, finish
from tests.inspections.sheets import book, q


def taken(name: str) -> TakenFile:
    return TakenFile(name, f"{name:0<64}", 1000, PHOTO_FILE)


@pytest.fixture
def visited() -> Book:
    """The list with a question more, which asks for a photo and needs an answer."""
    made = book()
    made.apply([inserted(q("door", "I", "a9", PHOTO, text="Ảnh cổng", is_required=True))])
    return made


def add(to: Book, question: str, *names: str) -> None:
    to.apply(add_files(to, VisitFile, "v", [taken(name) for name in names], question).changes)


def test_a_photo_answers_a_question_that_asks_for_one(visited: Book) -> None:
    before = VisitSheet(visited, "v")
    assert "door" in {each.id for each in before.unanswered()}
    add(visited, "door", "a", "b")
    after = VisitSheet(visited, "v")
    assert "door" not in {each.id for each in after.unanswered()}
    assert after.answered() == before.answered() + 1
    assert after.answer_words(after.tree.question("door")) == "2 ảnh"
    assert after.photo_words(after.tree.question("door")) == ""


def test_photos_beside_another_answer_are_told_and_answer_nothing(visited: Book) -> None:
    add(visited, "papers", "a")
    sheet = VisitSheet(visited, "v")
    papers = sheet.tree.question("papers")
    assert (sheet.has_answer(papers), sheet.answer_words(papers), sheet.photo_words(papers)) == (
        False, "", "kèm 1 ảnh",
    )  # fmt: skip


def test_the_minutes_count_photos(visited: Book) -> None:
    visited.apply(answer_question(visited, "v", "papers", "passed", "Đủ 5 loại").changes)
    add(visited, "papers", "a")
    add(visited, "door", "b")
    rows = [[cell.text for cell in row.cells] for row in result_table(VisitSheet(visited, "v"), blank=False).rows]
    assert next(row for row in rows if row[1] == "Hồ sơ đầy đủ")[2:] == ["Đạt", "Đủ 5 loại; kèm 1 ảnh"]
    assert next(row for row in rows if row[1] == "Ảnh cổng")[2:] == ["1 ảnh", ""]
    blank = [[cell.text for cell in row.cells] for row in result_table(VisitSheet(visited, "v"), blank=True).rows]
    assert next(row for row in blank if row[1] == "Hồ sơ đầy đủ")[3] == ""


def test_a_correction_has_the_photos_and_not_the_signed_minutes(visited: Book) -> None:
    visited.apply(answer_question(visited, "v", "papers", "passed").changes)
    add(visited, "door", "a")
    add(visited, "", "signed-minutes")
    visited.apply(finish(visited, "v").changes)
    step = correct(visited, "v", "Ghi nhầm ngày")
    visited.apply(step.changes)
    assert [each.name for each in VisitSheet(visited, step.scope).files] == ["a"]
    assert {each.name for each in VisitSheet(visited, "v").files} == {"signed-minutes", "a"}


def test_photos_close_with_the_answers_while_signed_minutes_come_afterwards(visited: Book) -> None:
    visited.apply(answer_question(visited, "v", "papers", "passed").changes)
    add(visited, "door", "a")
    visited.apply(finish(visited, "v").changes)
    assert visited.get(Visit, "v").state == "finished"
    with pytest.raises(InputError, match="Lần kiểm tra đã kết thúc nên ảnh của câu hỏi không thêm, bớt được"):
        add(visited, "door", "b")
    with pytest.raises(InputError, match="hãy lập bản sửa"):
        remove_files(visited, VisitSheet(visited, "v").photos_of("door"))
    add(visited, "", "signed-minutes")
    assert len(VisitSheet(visited, "v").files) == 2
