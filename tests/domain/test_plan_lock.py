"""What a submitted, issued or replaced plan still takes, and that no step whatever moves a figure in it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Allocation, Line
from nscl_desktop.domain.changes import Change, deleted, inserted
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Kind, Place
from nscl_desktop.domain.plan_lock import is_correctable, require_unlocked
from nscl_desktop.domain.plans import (
    DRAFT,
    ISSUED,
    REPLACED,
    STATUSES,
    SUBMITTED,
    Attachment,
    Correction,
    Plan,
    Signer,
    Source,
    TextBlock,
)
from nscl_desktop.domain.records import Record, fields_of
from nscl_desktop.domain.registry import RECORD_TYPES
from nscl_desktop.domain.statements import Statement, Waiver
from nscl_desktop.domain.targets import Target, TargetLink
from tests.random_changes import FOREIGN, random_step, rich_plan
from tests.small_plans import DN, NSNN, PLAN, Sketch, edit, usual

LOCKED = [SUBMITTED, ISSUED, REPLACED]


def _with_status(sketch: Sketch, status: str) -> Book:
    plan = sketch.records[0]
    assert isinstance(plan, Plan)
    sketch.records[0] = replace(plan, status=status)
    sketch.add(Signer(id="signer", plan_id=PLAN, name="Nguyễn Văn A"))
    sketch.add(TextBlock(id="text", plan_id=PLAN, text="mô hình điềm"))
    sketch.add(Target(id="t", plan_id=PLAN, text="Ít nhất 02 lớp")).add(
        TargetLink(id="l", target_id="t", line_id="I.1")
    )
    sketch.add(Correction(id="old", plan_id=PLAN, printed="điềm", corrected="điểm"))
    return Book(sketch.statement("st", 5).records)


def _is_open(book: Book, *changes: Change, undoing: bool = False) -> bool:
    try:
        require_unlocked(book, PLAN, changes, undoing=undoing)
    except InputError:
        return False
    return True


def _content(book: Book) -> list[Change]:
    """One change of each thing that makes up the content of a plan."""
    cell = next(cell for cell in book.table(Allocation).values() if cell.line_id == "II")
    line = book.get(Line, "I.1")
    return [
        edit(line, price=1),
        edit(line, text="Khác"),
        edit(line, place=Place("II", "a0")),
        edit(line, adds=False),
        inserted(Line(id="new", plan_id=PLAN)),
        deleted(book.get(Line, "II")),
        edit(cell, amount=1),
        edit(cell, measure="khac"),
        deleted(cell),
        inserted(Allocation(id="new", line_id="II", year=2024, source_id=DN, amount=1)),
        inserted(Source(id="new", plan_id=PLAN, code="KCB", name="KCB")),
        edit(book.get(Source, NSNN), column="DN"),
        edit(book.get(Target, "t"), text="Ít nhất 03 lớp"),
        deleted(book.get(TargetLink, "l")),
        edit(book.get(Statement, "st"), value=6),
        edit(book.get(TextBlock, "text"), text="mô hình điểm"),
        edit(book.get(Correction, "old"), reason="Khác"),
        deleted(book.get(Correction, "old")),
        edit(book.get(Plan, PLAN), title="Khác"),
        edit(book.get(Plan, PLAN), year_to=2030),
        Change("line", "", {}, {}),
    ]


@pytest.mark.parametrize("status", LOCKED)
def test_no_content_of_a_locked_plan_is_open_by_itself_or_beside_a_step_of_life(status: str) -> None:
    book = _with_status(usual(), status)
    step = edit(book.get(Plan, PLAN), status=next(code for code, _ in STATUSES if code != status))
    for change in _content(book):
        assert not _is_open(book, change), change
        assert not _is_open(book, step, change), change
        assert not _is_open(book, inserted(Waiver(id="w", plan_id=PLAN)), change), change


def test_everything_in_a_draft_is_open() -> None:
    book = _with_status(usual(), DRAFT)
    assert all(_is_open(book, change) for change in _content(book))


@pytest.mark.parametrize(
    ("status", "way"), [(SUBMITTED, "rút về nháp"), (ISSUED, "lập bản điều chỉnh"), (REPLACED, "sửa ở bản")]
)
def test_the_refusal_names_the_plan_its_state_and_the_way(status: str, way: str) -> None:
    book = _with_status(usual(), status)
    with pytest.raises(InputError, match=f"THU-2022 đã .*{way}"):
        require_unlocked(book, PLAN, [edit(book.get(Line, "I.1"), price=1)])


def test_number_date_place_signers_and_scans_come_after_signing() -> None:
    """NĐ 30/2020: số và ngày do văn thư cấp sau khi ký; nothing has to be unlocked for them."""
    book = _with_status(usual(), SUBMITTED)
    plan, signer = book.get(Plan, PLAN), book.get(Signer, "signer")
    assert _is_open(book, edit(plan, number="950/KH-UBND", date="2021-03-30", place="Tây Ninh"))
    assert not _is_open(book, edit(plan, number="950/KH-UBND", title="Khác"))
    signing = [edit(signer, name="Trần Thị B"), deleted(signer), inserted(Signer(id="two", plan_id=PLAN))]
    issued = _with_status(usual(), ISSUED)
    for change in signing:
        assert _is_open(book, change)
        assert not _is_open(issued, change)
    assert not _is_open(issued, edit(plan, number="950/KH-UBND"))
    for each in (inserted(Attachment(id="scan", plan_id=PLAN)), inserted(Waiver(id="w", plan_id=PLAN))):
        assert _is_open(book, each)
        assert _is_open(issued, each)


@pytest.mark.parametrize(
    ("before", "after", "forward", "backward"),
    [
        (SUBMITTED, DRAFT, True, True),
        (SUBMITTED, ISSUED, True, True),
        (SUBMITTED, REPLACED, False, False),
        (ISSUED, REPLACED, True, True),
        (ISSUED, SUBMITTED, False, True),
        (ISSUED, DRAFT, False, True),
        (REPLACED, ISSUED, False, True),
        (REPLACED, DRAFT, False, False),
    ],
)
def test_a_plan_goes_its_way_and_back_only_by_undoing(
    before: str, after: str, *, forward: bool, backward: bool
) -> None:
    book = _with_status(usual(), before)
    step = edit(book.get(Plan, PLAN), status=after)
    assert _is_open(book, step) is forward
    assert _is_open(book, step, undoing=True) is backward
    assert not _is_open(book, edit(book.get(Plan, PLAN), status=after, title="Khác"), undoing=True)


def _removal_of(book: Book) -> list[Change]:
    own = [record for record in book.records() if getattr(record, "plan_id", PLAN) == PLAN]
    return [deleted(record) for record in reversed(own)]


def test_only_a_paper_that_was_not_signed_can_be_deleted() -> None:
    for status, is_open in ((DRAFT, True), (SUBMITTED, True), (ISSUED, False), (REPLACED, False)):
        book = _with_status(usual(), status)
        assert _is_open(book, *_removal_of(book)) is is_open
        assert _is_open(book, *_removal_of(book), undoing=True) is is_open
    book = _with_status(usual(), SUBMITTED)
    assert not _is_open(book, *_removal_of(book), inserted(Line(id="new", plan_id=PLAN)))


def _note(key: str = "note") -> Change:
    return inserted(Correction(id=key, plan_id=PLAN, printed="điềm", corrected="điểm", reason="Sai chính tả"))


def test_a_text_is_mended_with_a_note_for_each_field_and_taken_back_with_it() -> None:
    book = _with_status(usual(), ISSUED)
    text, label = (
        edit(book.get(TextBlock, "text"), text="mô hình điểm"),
        edit(book.get(Line, "I.1"), label="1a", text="x"),
    )
    assert _is_open(book, text, _note())
    assert not _is_open(book, label, _note())
    assert _is_open(book, label, _note(), _note("second"))
    taken_back = deleted(book.get(Correction, "old"))
    assert _is_open(book, text, taken_back, undoing=True)
    assert not _is_open(book, text, taken_back)


def test_no_figure_hangs_on_a_text_that_can_be_mended() -> None:
    book = _with_status(usual(), ISSUED)
    texts = [edit(book.get(TextBlock, "text"), text="mô hình điểm"), edit(book.get(Line, "I.1"), text="Khác")]
    for change in _content(book):
        assert (
            not _is_open(book, change, _note())
            or change in texts
            or change.after == {"title": "Khác"}
            or (change.entity == "target")
        ), change
    figures = {Kind.MONEY, Kind.NUMBER, Kind.INTEGER, Kind.FLAG, Kind.CHOICE, Kind.REF, Kind.PLACE, Kind.DATE}
    for record_type in RECORD_TYPES:
        for spec in fields_of(record_type):
            assert not (spec.kind in figures and is_correctable(record_type, spec.name))
    assert not is_correctable(Allocation, "text")
    assert not is_correctable(Source, "code")


def test_each_record_is_judged_by_its_own_plan_whichever_is_on_the_desk() -> None:
    sketch = rich_plan()
    sketch.add(Plan(id="issued", code="DA-BH", title="Đã ban hành", status=ISSUED))
    sketch.add(Line(id="L", plan_id="issued")).cell("L", amount=5)
    book = sketch.budget().book
    cell = next(cell for cell in book.table(Allocation).values() if cell.line_id == "L")
    for change in (
        edit(cell, amount=6),
        edit(book.get(Line, "II"), plan_id="issued"),
        edit(book.get(Line, "L"), plan_id=PLAN),
        inserted(Allocation(id="n", line_id="L", year=2022, source_id=NSNN)),
        edit(cell, line_id="II"),
    ):
        with pytest.raises(InputError, match="DA-BH"):
            require_unlocked(book, PLAN, [change])
    require_unlocked(book, "issued", [edit(book.get(Line, "II"), price=3)])


def test_what_a_line_was_copied_from_is_no_content() -> None:
    book = _with_status(usual().line("III", origin_id="elsewhere"), ISSUED)
    assert _is_open(book, edit(book.get(Line, "III"), origin_id=None))


def test_a_new_plan_comes_with_all_that_belongs_to_it() -> None:
    plan, line = Plan(id="fresh", code="N", title="N", status=ISSUED), Line(id="L", plan_id="fresh")
    cell = Allocation(id="C", line_id="L", year=2022, source_id=NSNN)
    assert _is_open(_with_status(usual(), ISSUED), inserted(plan), inserted(line), inserted(cell))


def _records(book: Book) -> dict[str, Record]:
    return {
        record.id: record
        for record in book.records()
        if not isinstance(record, Waiver) and record.entity not in ("agency", "salary_base")
        if record.id not in (FOREIGN, "F", "F.1") and getattr(record, "line_id", "") not in ("F", "F.1")
    }


@given(st.data())
def test_no_step_that_is_let_through_moves_anything_in_an_issued_plan(data: st.DataObject) -> None:
    sketch = rich_plan()
    book = _with_status(sketch, ISSUED)
    before, total = _records(book), Budget(book, PLAN).cells()
    work = Budget(Book(book.records()), PLAN)
    changes = random_step(work, data)
    if _is_open(book, *changes):
        assert _records(work.book) == before
        assert Budget(work.book, PLAN).cells() == total
