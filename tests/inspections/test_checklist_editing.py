"""Versions of a check list: drafts are edited, lists in use never, and a visit keeps its version."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.inspections import (
    CHOICE,
    DRAFT,
    HEADING,
    IN_USE,
    RETIRED,
    SURVEY,
    VERDICT,
    Checklist,
    Question,
)
from nscl_desktop.services.checklist_editing import (
    add_question,
    delete_question,
    move_question,
    new_checklist,
    new_version,
    put_in_use,
    retire,
    set_checklist_field,
    set_question_field,
    tree_of,
)
from tests.inspections.sheets import after, book, q


def order(made: Book, checklist: str = "c") -> list[str]:
    return [each.id for _, each in tree_of(made, checklist).walk()]


def newest(made: Book, before: set[str]) -> Question:
    (key,) = set(made.table(Question)) - before
    return made.get(Question, key)


def added(made: Book, after_key: str, kind: str = VERDICT) -> Question:
    known = set(made.table(Question))
    after(made, add_question(made, "c", after_key, kind))
    return newest(made, known)


def test_a_new_list_is_a_draft_of_version_one() -> None:
    step = new_checklist(" Khảo sát hiện trạng ", SURVEY)
    made = after(Book(), step).get(Checklist, step.scope)
    assert (made.name, made.purpose, made.state, made.version) == ("Khảo sát hiện trạng", SURVEY, DRAFT, 1)


def test_a_list_without_a_name_is_refused() -> None:
    with pytest.raises(InputError, match="Tên bảng kiểm"):
        new_checklist("  ")


def test_a_draft_can_be_renamed() -> None:
    made = book(state=DRAFT)
    assert after(made, set_checklist_field(made, "c", "name", "Kiểm tra 2026")).get(Checklist, "c").name == (
        "Kiểm tra 2026"
    )


@pytest.mark.parametrize("state", [IN_USE, RETIRED])
def test_a_list_in_use_or_retired_cannot_be_edited(state: str) -> None:
    made = book(state=state)
    for edit in (
        lambda: set_checklist_field(made, "c", "name", "x"),
        lambda: add_question(made, "c"),
        lambda: set_question_field(made, "papers", "text", "x"),
        lambda: move_question(made, "papers", 1),
        lambda: delete_question(made, "papers"),
        lambda: put_in_use(made, "c"),
    ):
        with pytest.raises(InputError, match="đã đưa vào dùng nên không sửa được; hãy lập phiên bản mới"):
            edit()


def test_a_question_is_added_at_the_end_behind_another_and_first_in_a_heading() -> None:
    made = book(state=DRAFT)
    last = added(made, "", HEADING)
    behind = added(made, "papers")
    inside = added(made, "III")
    beside = added(made, "I", HEADING)
    assert order(made) == [
        "I", "papers", behind.id, "why", beside.id, "II", "people", "machine", "words",
        "III", inside.id, "sort", "shine", last.id,
    ]  # fmt: skip


def test_the_first_question_of_an_empty_list_stands_at_the_top() -> None:
    made = Book([Checklist(id="c", name="Mới")])
    first = added(made, "", CHOICE)
    empty = added(made, first.id, HEADING)
    inside = added(made, empty.id)
    assert (first.place.parent, first.options) == ("", ("Có", "Không"))
    assert inside.place.parent == empty.id


def test_a_question_moves_among_its_siblings_and_into_the_heading_beside() -> None:
    made = book(state=DRAFT)
    after(made, move_question(made, "machine", -1))
    assert order(made)[3:7] == ["II", "machine", "people", "words"]
    after(made, move_question(made, "people", 1))
    assert order(made)[3:7] == ["II", "machine", "words", "people"]
    after(made, move_question(made, "people", 1))
    assert order(made)[5:8] == ["words", "III", "people"]
    after(made, move_question(made, "people", -1))
    assert order(made)[4:7] == ["machine", "words", "people"]
    after(made, move_question(made, "III", -1))
    assert order(made)[3:6] == ["III", "sort", "shine"]


def test_nothing_moves_beyond_the_ends_of_the_list() -> None:
    made = Book([Checklist(id="c", name="x"), q("A", "", "a0"), q("H", "", "a1", HEADING), q("x", "H", "a0")])
    for key, step in (("A", -1), ("H", 1), ("x", 1), ("x", -1)):
        assert not move_question(made, key, 1 if step > 0 else -1)


def test_deleting_a_heading_takes_what_is_below_and_frees_what_depended_on_it() -> None:
    made = book(state=DRAFT)
    free = added(made, "words")
    after(made, set_question_field(made, free.id, "asked_if", "papers"))
    step = delete_question(made, "I")
    assert step.words == "Xóa mục “Hồ sơ”"
    after(made, step)
    assert order(made)[0] == "II"
    assert made.get(Question, free.id).asked_if is None
    assert delete_question(made, free.id).words == "Xóa câu “Câu hỏi mới”"


def test_bounds_that_leave_no_number_are_refused() -> None:
    made = book(state=DRAFT)
    with pytest.raises(InputError, match="“Nhỏ nhất” không được lớn hơn “Lớn nhất”"):
        set_question_field(made, "people", "least", Decimal(501))
    assert after(made, set_question_field(made, "people", "least", Decimal(500))).get(Question, "people").least == 500


def test_a_question_cannot_depend_on_itself() -> None:
    with pytest.raises(InputError, match="chính nó"):
        set_question_field(book(state=DRAFT), "papers", "asked_if", "papers")


def test_a_heading_with_questions_below_does_not_become_a_question() -> None:
    made = book(state=DRAFT)
    with pytest.raises(InputError, match="đang có câu hỏi bên dưới"):
        set_question_field(made, "I", "kind", VERDICT)
    heading = added(made, "", HEADING)
    assert set_question_field(made, heading.id, "kind", VERDICT)


def test_an_empty_list_and_a_choice_without_options_are_not_put_in_use() -> None:
    with pytest.raises(InputError, match="chưa có câu hỏi nào"):
        put_in_use(Book([Checklist(id="c", name="x")]), "c")
    made = book(state=DRAFT)
    after(made, set_question_field(made, "machine", "options", ("Tốt",)))
    with pytest.raises(InputError, match="cần ít nhất hai lựa chọn"):
        put_in_use(made, "c")


def test_putting_a_version_in_use_retires_the_one_before() -> None:
    made = book()
    step = new_version(made, "c")
    after(made, step)
    assert made.get(Checklist, "c").state == IN_USE
    after(made, put_in_use(made, step.scope))
    assert (made.get(Checklist, "c").state, made.get(Checklist, step.scope).state) == (RETIRED, IN_USE)


def test_the_first_version_is_put_in_use_by_itself() -> None:
    made = book(state=DRAFT)
    assert after(made, put_in_use(made, "c")).get(Checklist, "c").state == IN_USE


def test_a_new_version_has_the_same_questions_with_keys_and_conditions_of_its_own() -> None:
    made = book()
    step = new_version(made, "c")
    after(made, step)
    fresh, old = tree_of(made, step.scope), tree_of(made, "c")
    assert (made.get(Checklist, step.scope).version, made.get(Checklist, step.scope).follows) == (2, "c")
    assert [(depth, each.text) for depth, each in fresh.walk()] == [(depth, each.text) for depth, each in old.walk()]
    assert not {each.id for _, each in fresh.walk()} & {each.id for _, each in old.walk()}
    why = next(each for _, each in fresh.walk() if each.text == "Thiếu gì")
    papers = next(each for _, each in fresh.walk() if each.text == "Hồ sơ đầy đủ")
    assert why.asked_if == papers.id


def test_editing_the_new_version_leaves_the_visits_list_as_it_was() -> None:
    made = book()
    step = new_version(made, "c")
    after(made, step)
    copy = next(each for _, each in tree_of(made, step.scope).walk() if each.text == "Hồ sơ đầy đủ")
    after(made, set_question_field(made, copy.id, "text", "Hồ sơ đủ và đúng"), put_in_use(made, step.scope))
    assert made.get(Question, "papers").text == "Hồ sơ đầy đủ"


def test_a_version_is_followed_by_one_only() -> None:
    made = book()
    after(made, new_version(made, "c"))
    with pytest.raises(InputError, match="Đã có phiên bản 2"):
        new_version(made, "c")


def test_a_list_can_be_retired() -> None:
    made = book()
    assert after(made, retire(made, "c")).get(Checklist, "c").state == RETIRED
