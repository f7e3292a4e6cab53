"""The book takes changes whole or not at all, and says in Vietnamese which field stands in the way."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from nscl_desktop.domain.backup_copies import OPENING, BackupCopy
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.changes import Change, ChangeSet, change_set, deleted, inserted
from nscl_desktop.domain.errors import Bug, ConflictError
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.records import fields_of, owner_field
from nscl_desktop.domain.registry import RECORD_TYPES
from tests.small_plans import PLAN, edit, usual


def _book() -> Book:
    return Book(usual().records)


def test_a_record_is_added_changed_and_removed() -> None:
    book, line = _book(), Line(id="III", plan_id=PLAN, label="III")
    book.apply([inserted(line)])
    assert book.get(Line, "III") == line
    book.apply([edit(line, text="Đào tạo")])
    assert book.get(Line, "III").text == "Đào tạo"
    book.apply([deleted(book.get(Line, "III"))])
    assert "III" not in book.table(Line)


def test_a_record_that_is_there_is_not_added_again() -> None:
    with pytest.raises(ConflictError, match="Đã có mục chi này"):
        _book().apply([inserted(Line(id="II", plan_id=PLAN))])


def test_a_record_that_is_gone_is_neither_changed_nor_removed() -> None:
    gone = Line(id="gone", plan_id=PLAN)
    for change in (edit(gone, text="x"), deleted(gone)):
        with pytest.raises(ConflictError, match="Không còn mục chi này"):
            _book().apply([change])


def test_a_step_made_for_other_values_is_refused_by_the_names_of_its_fields() -> None:
    book = _book()
    stale = Change("line", "II", {"text": "cũ", "unit": "Lớp"}, {"text": "mới", "unit": "Khóa"})
    with pytest.raises(ConflictError) as caught:
        book.apply([stale])
    assert "“Nội dung”, “Đơn vị tính” của mục chi" in caught.value.sentence


def test_a_step_is_taken_back_whole_when_its_last_change_does_not_fit() -> None:
    book = _book()
    before = {record.id: record for record in book.records()}
    renamed = edit(book.get(Line, "I"), text="Khác")
    steps = [inserted(Line(id="III", plan_id=PLAN)), renamed, deleted(book.get(Line, "II")), deleted(no_line())]
    with pytest.raises(ConflictError):
        book.apply(steps)
    assert {record.id: record for record in book.records()} == before


def no_line() -> Line:
    """A line that no plan has."""
    return Line(id="gone", plan_id=PLAN)


def test_a_fault_of_ours_in_the_midst_of_a_step_leaves_nothing_half_done() -> None:
    book = _book()
    with pytest.raises(TypeError):
        book.apply([inserted(Line(id="III", plan_id=PLAN)), Change("line", "IV", None, {"nonsense": 1})])
    assert "III" not in book.table(Line)


def test_asking_for_a_record_that_is_not_there_is_our_fault() -> None:
    with pytest.raises(Bug, match="kế hoạch"):
        _book().get(Plan, "gone")


def test_owners_come_before_what_they_own() -> None:
    order = [record_type.entity for record_type in RECORD_TYPES]
    for record_type in RECORD_TYPES:
        field = owner_field(record_type)
        target = next((spec.target for spec in fields_of(record_type) if spec.name == field), None)
        assert target is None or order.index(target) < order.index(record_type.entity)
    assert owner_field(Plan) is None


def test_an_empty_step_is_no_step_and_a_step_taken_back_begins_at_its_end() -> None:
    assert not change_set("Không đổi", [None])
    first, second = inserted(no_line()), deleted(no_line())
    step = ChangeSet("Hai việc", (first, second), scope=PLAN)
    back = step.inverted("Hoàn tác")
    assert back.changes == (first, second)  # taking back a removal adds, taking back an addition removes
    assert (back.scope, back.undoes) == (PLAN, step.id)


def test_a_copy_says_why_it_was_made() -> None:
    made = datetime(2026, 11, 22, tzinfo=UTC)
    assert BackupCopy(Path("a.db"), made, OPENING, 1).reason_label == "Khi mở chương trình"
    assert BackupCopy(Path("a.db"), made, "sau này", 1).reason_label == "sau này"
