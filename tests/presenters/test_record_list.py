"""Lists of a plan's records: signers, sources, periods, targets, tasks; added, typed into, moved and deleted."""

import pytest

from nscl_desktop.domain.budget_lines import Allocation
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.plans import ISSUED, SUBMITTED, Period, Plan, Signer, Source
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.statements import Waiver
from nscl_desktop.domain.targets import Target, Task
from nscl_desktop.presenters.record_list import RecordList
from nscl_desktop.services.workspace import PlanDesk
from tests.presenters.desks import cell, in_state, refused, sample_desk, section, small_plan

SOURCE_FIELDS = ("code", "name", "column", "mark")


@pytest.fixture
def desk() -> PlanDesk:
    """NSNN pays 5 and DN pays 6 in 2022."""
    return small_plan(
        section("I", "I", "Đào tạo"), cell("I", 2022, amount=5), cell("I", 2022, "DN", amount=6),
        Source(id="other", plan_id="another plan", position="a0", code="X", name="Của kế hoạch khác"),
    )  # fmt: skip


def codes(desk: PlanDesk) -> list[str]:
    return [each.code for each in RecordList(desk, Source, SOURCE_FIELDS).records() if isinstance(each, Source)]


def record(records: RecordList, at: int) -> Record:
    return records.records()[at]


def test_a_list_shows_the_plans_own_records_in_printed_order() -> None:
    records = RecordList(sample_desk("BG-2021-2025"), Source, SOURCE_FIELDS)
    texts = [[records.text(each, spec) for spec in records.specs] for each in records.records()]
    assert [row[0] for row in texts] == ["NSNN", "DN", "KCB"]
    assert texts[2][2:] == ["DN", "*"]


def test_a_list_can_be_kept_to_records_of_one_sort() -> None:
    desk = sample_desk("TN-2021")
    tasks = RecordList(desk, Task, ("text",), kind="task").records()
    assigned = RecordList(desk, Task, ("text",), kind="assignment").records()
    assert tasks
    assert assigned
    assert len(tasks) + len(assigned) == len(RecordList(desk, Task, ("text",)).records())


def test_a_new_record_comes_last_and_belongs_to_the_plan_and_the_list(desk: PlanDesk) -> None:
    tasks = RecordList(desk, Task, ("text",), kind="assignment")
    first, second = tasks.add(), tasks.add()
    assert [each.id for each in tasks.records()] == [first, second]
    made = desk.book.get(Task, first)
    assert (made.plan_id, made.kind) == ("p", "assignment")
    assert desk.undo_stack.undo_words == "Thêm nhiệm vụ"
    waivers = RecordList(desk, Waiver, ("reason",))
    assert desk.book.get(Waiver, waivers.add()).plan_id == "p"  # a kind of record without an order


def test_what_is_typed_into_a_cell_is_stored_or_refused(desk: PlanDesk) -> None:
    sources = RecordList(desk, Source, SOURCE_FIELDS)
    code, name, *_ = sources.specs
    sources.enter(record(sources, 1), name, "Doanh nghiệp")
    assert sources.text(record(sources, 1), name) == "Doanh nghiệp"
    assert desk.undo_stack.undo_words == "Sửa tên nguồn kinh phí “DN”"
    assert "không được để trống" in refused(lambda: sources.enter(record(sources, 1), code, " "))


def test_records_move_one_place_and_stop_at_the_ends(desk: PlanDesk) -> None:
    sources = RecordList(desk, Source, SOURCE_FIELDS)
    sources.add()
    assert codes(desk) == ["NSNN", "DN", ""]
    sources.move(record(sources, 0), 1)
    assert codes(desk) == ["DN", "NSNN", ""]
    assert desk.undo_stack.undo_words == "Chuyển xuống nguồn kinh phí “NSNN”"
    sources.move(record(sources, 2), -1)
    assert codes(desk) == ["DN", "", "NSNN"]
    sources.move(record(sources, 1), -1)
    assert codes(desk) == ["", "DN", "NSNN"]
    sources.move(record(sources, 1), 1)
    assert codes(desk) == ["", "NSNN", "DN"]
    before = desk.undo_stack.undo_words
    sources.move(record(sources, 0), -1)
    sources.move(record(sources, 2), 1)
    assert (codes(desk), desk.undo_stack.undo_words) == (["", "NSNN", "DN"], before)


def test_deleting_a_source_takes_its_money_and_undo_brings_it_back(desk: PlanDesk) -> None:
    sources = RecordList(desk, Source, SOURCE_FIELDS)
    assert sources.delete(record(sources, 1)) == "Đã xóa nguồn kinh phí “DN”"
    assert (codes(desk), desk.budget.total()) == (["NSNN"], 5)
    assert len(desk.book.table(Allocation)) == 1
    desk.undo()
    assert (codes(desk), desk.budget.total()) == (["NSNN", "DN"], 11)


def test_links_and_choices_of_a_cell_are_offered(desk: PlanDesk) -> None:
    targets = RecordList(desk, Target, ("period_id", "comparison"))
    period, comparison = targets.specs
    assert targets.offers(period) == [("", "—"), ("g", "2022-2023")]
    assert targets.offers(comparison)[1] == ("at_least", "ít nhất")


def test_the_plans_state_closes_its_lists_but_signers_may_still_come(desk: PlanDesk) -> None:
    def is_open(status: str, kind: type[Record]) -> bool:
        return RecordList(in_state(desk, status), kind, ("id",)).is_open

    assert RecordList(desk, Period, ("year_from",)).is_open
    assert [is_open(SUBMITTED, kind) for kind in (Signer, Source, Target)] == [True, False, False]
    assert [is_open(ISSUED, kind) for kind in (Signer, Source, Target)] == [False, False, False]
    submitted = RecordList(in_state(desk, SUBMITTED), Source, SOURCE_FIELDS)
    assert "đã trình" in refused(submitted.add)
    assert "đã trình" in refused(lambda: submitted.delete(record(submitted, 0)))
    assert "đã trình" in refused(lambda: submitted.move(record(submitted, 0), 1))


def test_directories_are_nobodys_own(desk: PlanDesk) -> None:
    assert RecordList(desk, Agency, ("name",)).records() == ()
    assert RecordList(desk, Plan, ("title",)).records() == ()
