"""A check list as a file: what goes out comes in again with keys of its own; another file is refused whole."""

import json

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.checklist_tree import ChecklistTree
from nscl_desktop.domain.errors import UnreadableFileError
from nscl_desktop.domain.inspections import DRAFT, SURVEY, Checklist, Question
from nscl_desktop.exchange.checklist_file import read_checklist_file, write_checklist
from nscl_desktop.services.checklist_editing import tree_of
from tests.inspections.sheets import questions

LIST = Checklist(id="c", name="Khảo sát", purpose=SURVEY, version=3, follows="b", state="in_use", note="Bản 2026")
TEXT = write_checklist(LIST, [each for _, each in ChecklistTree(questions()).walk()])


def brought(step: ChangeSet) -> Book:
    made = Book()
    made.apply(step.changes)
    return made


def shape(tree: ChecklistTree) -> list[object]:
    def told(each: Question) -> object:
        other = tree.get(each.asked_if)
        return (each.kind, each.text, each.options, each.least, each.most, other.text if other else "", each.condition)

    return [(depth, told(each)) for depth, each in tree.walk()]


def test_a_list_comes_back_as_a_draft_of_version_one_with_new_keys() -> None:
    step = read_checklist_file(TEXT)
    made = brought(step)
    checklist = made.get(Checklist, step.scope)
    assert (checklist.name, checklist.purpose, checklist.note) == ("Khảo sát", SURVEY, "Bản 2026")
    assert (checklist.state, checklist.version, checklist.follows) == (DRAFT, 1, None)
    assert shape(tree_of(made, step.scope)) == shape(ChecklistTree(questions()))
    assert not {each.id for each in questions()} & set(made.table(Question))


def test_reading_twice_makes_two_lists() -> None:
    assert read_checklist_file(TEXT).scope != read_checklist_file(TEXT).scope


def changed(**values: object) -> str:
    return json.dumps({**json.loads(TEXT), **values})


def with_question(**values: object) -> str:
    data = json.loads(TEXT)
    data["questions"][1].update(values)
    return json.dumps(data)


@pytest.mark.parametrize(
    "text",
    [
        "{}", "[]", "không phải", changed(version=2), changed(format="nscl-plan"), changed(questions=None),
        changed(questions=[{}] * 2001), changed(checklist={"name": "x", "colour": "red"}), changed(checklist=None),
        with_question(kind=3), with_question(id="I"), with_question(place=["papers", "a0"]),
        with_question(is_required=1),
    ],
)  # fmt: skip
def test_what_is_no_check_list_is_refused(text: str) -> None:
    with pytest.raises(UnreadableFileError, match=r"[Kk]hông phải"):
        read_checklist_file(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (with_question(kind="video"), "không có lựa chọn"),
        (with_question(text=""), "không được để trống"),
        (changed(checklist={"purpose": SURVEY}), "không được để trống"),
    ],
)
def test_values_that_no_list_may_have_are_named(text: str, reason: str) -> None:
    with pytest.raises(UnreadableFileError, match=reason):
        read_checklist_file(text)
