"""What keeps a check list from being used, told as sentences; levels of questions; drafts deleted."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.checklist_faults import can_be_answered, checklist_faults
from nscl_desktop.domain.checklist_tree import ChecklistTree
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.inspections import CHOICE, DRAFT, HEADING, NUMBER, PHOTO, TEXT, Checklist, Question
from nscl_desktop.services.checklist_editing import (
    delete_checklist,
    new_version,
    put_in_use,
    set_question_field,
    shift_question,
    tree_of,
)
from tests.inspections.sheets import after, book, q, questions


def sentences(*made: Question) -> list[str]:
    return [fault.sentence for fault in checklist_faults(ChecklistTree(made))]


def test_a_sound_list_has_no_faults() -> None:
    assert sentences(*questions()) == []


def test_an_empty_list_says_so_without_a_question() -> None:
    (fault,) = checklist_faults(ChecklistTree([]))
    assert (fault.question_id, "chưa có câu hỏi nào" in fault.sentence) == ("", True)


def test_a_new_question_wants_words_and_a_heading_questions() -> None:
    assert sentences(q("H", "", "a0", HEADING, text="Mục mới"), q("x", "", "a1", text="Câu hỏi mới")) == [
        "Mục I “Mục mới” chưa có nội dung; hãy ghi nội dung hoặc xóa đi.",
        "Mục I “Mục mới” chưa có câu hỏi nào bên dưới; hãy thêm câu hỏi hoặc xóa mục.",
        "Câu 1 “Câu hỏi mới” chưa có nội dung; hãy ghi nội dung hoặc xóa đi.",
    ]


def test_a_choice_wants_two_different_options() -> None:
    assert sentences(q("x", "", "a0", CHOICE, options=("Tốt", "Cũ", "tốt"))) == [
        "Câu 1 “x” có lựa chọn “Tốt” ghi hai lần; hãy bỏ bớt một."
    ]
    assert "ít nhất hai lựa chọn" in sentences(q("x", "", "a0", CHOICE, options=("Tốt",)))[0]


def test_a_condition_names_an_earlier_question_and_an_answer_that_it_has() -> None:
    first = q("A", "", "a0", CHOICE, options=("Có", "Không"))

    def fault(asked_if: str, condition: str = "") -> str:
        later = q("L", "", "a3")
        section, inner = q("H", "", "a2", HEADING), q("i", "H", "a0")
        made = (first, q("x", "", "a1", asked_if=asked_if, condition=condition), section, inner, later)
        return " ".join(sentences(*made))

    assert fault("A", "có") == fault("A") == ""
    assert "được trả lời là “Tốt”, nhưng câu ấy không có câu trả lời này" in fault("A", "Tốt")
    assert "chỉ hỏi theo câu 3 “L” đứng sau nó" in fault("L")
    assert "chỉ hỏi theo mục I “H”, là mục" in fault("H")
    assert "một câu không còn trong bảng kiểm" in fault("gone")


@pytest.mark.parametrize(
    ("question", "condition", "can"),
    [
        (q("v", "", "a0"), "Chưa đạt", True),
        (q("v", "", "a0"), "Không biết", False),
        (q("n", "", "a0", NUMBER, least=Decimal(1), most=Decimal(9)), "9", True),
        (q("n", "", "a0", NUMBER, least=Decimal(1), most=Decimal(9)), "10", False),
        (q("t", "", "a0", TEXT), "bất kỳ", True),
        (q("p", "", "a0", PHOTO), "bất kỳ", True),
        (q("v", "", "a0"), " ", True),
    ],
)
def test_whether_a_condition_can_be_met(question: Question, condition: str, can: bool) -> None:
    assert can_be_answered(question, condition) is can


def test_a_list_with_faults_is_not_put_in_use_and_says_how_many_there_are() -> None:
    made = Book([Checklist(id="c", name="x"), q("x", "", "a0", CHOICE), q("y", "", "a1", text="Câu hỏi mới")])
    with pytest.raises(InputError, match=r"cần ít nhất hai lựa chọn.*Còn 1 chỗ khác cần sửa"):
        put_in_use(made, "c")


def test_another_condition_question_forgets_the_answer_of_the_one_before() -> None:
    made = book(state=DRAFT)
    after(made, set_question_field(made, "why", "asked_if", "machine"))
    assert (made.get(Question, "why").asked_if, made.get(Question, "why").condition) == ("machine", "")


def test_a_question_goes_in_and_out_a_level() -> None:
    made = book(state=DRAFT)
    after(made, shift_question(made, "words", 1))
    assert made.get(Question, "words").place.parent == "machine"
    assert tree_of(made, "c").number(made.get(Question, "words")) == "2.1"
    after(made, shift_question(made, "words", -1))
    assert [each.id for each in tree_of(made, "c").children("II")] == ["people", "machine", "words"]
    after(made, shift_question(made, "III", 1))
    assert [each.id for each in tree_of(made, "c").children("II")][-1] == "III"


def test_where_there_is_no_level_the_reason_is_told() -> None:
    made = book(state=DRAFT)
    for key, step, reason in (("I", -1, "ngoài cùng"), ("I", 1, "Không có mục hoặc câu nào đứng trước")):
        with pytest.raises(InputError, match=reason):
            shift_question(made, key, 1 if step > 0 else -1)
    after(made, shift_question(made, "shine", -1), shift_question(made, "III", 1))
    heading = Book([Checklist(id="c", name="x"), q("A", "", "a0"), q("H", "", "a1", HEADING)])
    with pytest.raises(InputError, match="Mục không thể nằm dưới một câu hỏi"):
        shift_question(heading, "H", 1)


def test_a_draft_needs_no_new_version() -> None:
    with pytest.raises(InputError, match="hãy sửa thẳng"):
        new_version(book(state=DRAFT), "c")


def test_a_draft_is_deleted_with_its_questions_and_one_in_use_is_not() -> None:
    made = Book([Checklist(id="c", name="x"), *questions()])
    step = delete_checklist(made, "c")
    after(made, step)
    assert (list(made.table(Checklist)), list(made.table(Question))) == ([], [])
    after(made, step.inverted("Hoàn tác"))
    assert len(made.table(Question)) == len(questions())
    with pytest.raises(InputError, match="đã đưa vào dùng"):
        delete_checklist(book(), "c")
