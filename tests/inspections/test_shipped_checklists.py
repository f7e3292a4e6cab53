"""The samples can be read, added once, and used after the office has put them in use."""

from decimal import Decimal

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.inspections import DRAFT, HEADING, Checklist, Question
from nscl_desktop.domain.score_totals import score_totals
from nscl_desktop.exchange.shipped_checklists import missing_checklists, read_checklist, shipped_checklists
from nscl_desktop.services.checklist_editing import put_in_use, tree_of
from tests.inspections.sheets import after


def named(made: Book, name: str) -> Checklist:
    return next(each for each in made.table(Checklist).values() if name in each.name)


def test_the_follow_up_sample_has_the_six_parts_of_the_programmes_inspection() -> None:
    made = after(Book(), missing_checklists(Book()))
    tree = tree_of(made, named(made, "tình hình thực hiện").id)
    assert [each.text for each in tree.children()] == [
        "Hồ sơ", "Tiến độ thực hiện", "Kết quả áp dụng", "Chứng nhận", "Sử dụng kinh phí", "Chế độ báo cáo",
    ]  # fmt: skip
    assert all(each.kind == HEADING for each in tree.children())


def test_the_score_sheet_has_five_parts_and_at_most_forty_eight_points() -> None:
    made = after(Book(), missing_checklists(Book()))
    tree = tree_of(made, named(made, "5S").id)
    assert len(tree.children()) == 5
    assert sum(each.most or 0 for each in tree.questions()) == 12 * 4
    assert score_totals(tree, {})[-1].left_out == 12


def test_samples_are_drafts_that_say_so_and_can_be_put_in_use() -> None:
    made = after(Book(), missing_checklists(Book()))
    for checklist in list(made.table(Checklist).values()):
        assert checklist.state == DRAFT
        assert "mẫu" in checklist.note
        after(made, put_in_use(made, checklist.id))


def test_samples_are_added_once() -> None:
    made = after(Book(), missing_checklists(Book()))
    assert not missing_checklists(made)


def test_two_machines_make_the_same_records_of_a_sample() -> None:
    assert shipped_checklists() == shipped_checklists()


def test_a_question_depends_on_the_one_named_and_takes_the_files_defaults() -> None:
    text = """
code = "x"
name = "Thử"
purpose = "survey"
note = ""
[defaults]
kind = "number"
most = 9
[[section]]
text = "A"
[[section.question]]
key = "first"
kind = "verdict"
text = "Có xưởng"
[[section.question]]
text = "Mấy xưởng"
asked_if = "first"
condition = "Đạt"
"""
    _, _, first, second = read_checklist(text)
    assert isinstance(first, Question)
    assert isinstance(second, Question)
    assert (second.asked_if, second.kind, second.most) == (first.id, "number", Decimal(9))
