"""Work taken over from the three source plans, followed and deleted."""

from collections import Counter

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.targets import Task
from nscl_desktop.domain.work import DOING, DONE, WAITING, WorkItem, WorkReminder, WorkUnit
from nscl_desktop.services import work as service
from tests.work.orders import SAMPLES, plan_of, tasks_of

ITEM = WorkItem(id="a", title="Hội nghị tổng kết", year=2025)


def made_by(step: ChangeSet) -> list[dict[str, object]]:
    return [{"id": change.id, **(change.after or {})} for change in step.changes]


@pytest.mark.parametrize(("code", "count"), [*zip(SAMPLES, (46, 27, 52), strict=True)])
def test_every_task_and_assignment_of_the_source_plans_can_be_followed(code: str, count: int) -> None:
    tasks = tasks_of(code)
    step = service.take_over(plan_of(code), tasks, 2021)
    assert len(step.changes) == len({change.id for change in step.changes}) == count
    assert step.words == f"Theo dõi {count} nhiệm vụ của kế hoạch {code}"
    assert step.scope == step.changes[0].id


def test_work_takes_lead_partners_and_end_from_the_plan() -> None:
    tasks = tasks_of("BG-2021-2025")
    by_start = {task.text[:12]: task for task in tasks}
    report, policy = by_start["Năm 2025, th"], by_start["Sửa đổi, bổ "]
    found = made_by(service.take_over(plan_of("BG-2021-2025"), [report, policy], 2025))
    assert found[0]["lead"] == "Sở Khoa học và Công nghệ"
    assert (found[0]["due_on"], found[0]["note"], found[0]["year"]) == ("2025", "Năm 2025", 2025)
    assert (found[1]["due_on"], found[1]["kind"]) == ("", "policy")
    assert str(found[0]["title"]).startswith("V.1 Năm 2025, tham mưu UBND tỉnh tổ chức Hội nghị tổng kết")


def test_an_assignment_without_a_lead_is_led_by_the_agency_that_it_is_given_to() -> None:
    tasks = [task for task in tasks_of("BD-2021-2030") if task.label == "IV.6"]
    found = made_by(service.take_over(plan_of("BD-2021-2030"), tasks, 2021))
    assert {each["lead"] for each in found} == {"Ủy ban nhân dân các huyện, thị xã, thành phố"}


def test_kinds_are_proposed_by_what_the_plan_says_and_not_by_the_name_of_an_agency() -> None:
    schools = [task for task in tasks_of("BG-2021-2025") if task.label in ("V.2", "V.3")]
    assert Counter(map(service.proposed_kind, schools)) == {"choice": 3, "communication": 2, "assignment": 1}
    departments = [task for task in tasks_of("BD-2021-2030") if task.label == "IV.2"]
    assert Counter(map(service.proposed_kind, departments)) == {"assignment": 3, "report": 1}
    assert service.proposed_kind(Task(id="t", plan_id="p", group="Hợp tác quốc tế", text="Cử đoàn")) == "cooperation"
    assert service.proposed_kind(Task(id="t", plan_id="p", group="Đào tạo", text="Mở lớp")) == "other"


def test_two_machines_that_take_a_task_over_make_one_record_and_years_are_apart() -> None:
    plan, tasks = plan_of("TN-2021"), tasks_of("TN-2021")
    mine, theirs = (service.take_over(plan, tasks[:2], 2021) for _ in range(2))
    assert [each.id for each in mine.changes] == [each.id for each in theirs.changes]
    next_year = service.take_over(plan, tasks[:2], 2022)
    assert not {each.id for each in mine.changes} & {each.id for each in next_year.changes}


def test_what_is_followed_in_a_year_is_not_offered_again_for_it() -> None:
    tasks = tasks_of("TN-2021")
    followed = [WorkItem(id="w", title="x", task_id=tasks[0].id, year=2021)]
    assert service.not_followed(tasks, followed, 2021) == tasks[1:]
    assert service.not_followed(tasks, followed, 2022) == tasks


def test_nothing_ticked_is_said() -> None:
    with pytest.raises(InputError, match="Chưa chọn nhiệm vụ nào"):
        service.take_over(plan_of("TN-2021"), [], 2021)


def test_work_needs_a_title() -> None:
    with pytest.raises(InputError, match="Tên việc"):
        service.new_work(" ")
    step = service.new_work("Khảo sát 50 doanh nghiệp", year=2021)
    assert step.words == "Thêm việc “Khảo sát 50 doanh nghiệp”"
    assert step.scope == step.changes[0].id


def test_a_day_of_finishing_means_done_and_no_other_state_keeps_it() -> None:
    (done,) = service.set_value(ITEM, ITEM, "done_on", "2025-11-20").changes
    assert done.after == {"done_on": "2025-11-20", "state": DONE}
    finished = WorkItem(id="a", title="x", state=DONE, done_on="2025-11-20")
    (again,) = service.set_value(finished, finished, "state", DOING).changes
    assert again.after == {"done_on": "", "state": DOING}
    (emptied,) = service.set_value(finished, finished, "done_on", "").changes
    assert emptied.after == {"done_on": ""}
    assert service.set_value(ITEM, ITEM, "state", WAITING).changes == ()


def test_reminders_and_units_are_added_changed_and_deleted_by_name() -> None:
    reminder = WorkReminder(id="r", work_id="a")
    step = service.add_part(ITEM, [], WorkReminder, sent_on="2025-11-01", to_party="Sở Y tế")
    assert step.words == "Thêm lần đôn đốc của việc “Hội nghị tổng kết”"
    assert made_by(step)[0]["work_id"] == "a"
    step = service.set_value(ITEM, reminder, "answered_on", "2025-11-10")
    assert (step.words, step.scope) == ("Sửa lần đôn đốc của việc “Hội nghị tổng kết”", "a")
    step = service.remove(Book([ITEM, reminder]), ITEM, reminder)
    assert [(change.entity, change.after) for change in step.changes] == [("work_reminder", None)]


def test_units_stand_in_the_order_in_which_they_came_and_none_twice() -> None:
    first = WorkUnit(id="u1", work_id="a", position="a0", enterprise_id="e1")
    second = made_by(service.add_part(ITEM, [first], WorkUnit, enterprise_id="e2"))[0]
    assert str(second["position"]) > "a0"
    with pytest.raises(InputError, match="đã có trong danh sách"):
        service.add_part(ITEM, [first], WorkUnit, enterprise_id="e1")
    named = made_by(service.add_part(ITEM, [first], WorkUnit, name="Trường THPT Ngô Sĩ Liên"))[0]
    assert named["name"] == "Trường THPT Ngô Sĩ Liên"


def test_work_goes_with_all_that_belongs_to_it() -> None:
    parts = [WorkReminder(id="r", work_id="a"), WorkUnit(id="u", work_id="a")]
    step = service.remove(Book([ITEM, *parts]), ITEM, ITEM)
    assert {change.id for change in step.changes} == {"a", "r", "u"}
    assert step.words == "Xóa việc “Hội nghị tổng kết”"


def test_the_schools_and_clinics_of_bac_giang_are_counted_by_group() -> None:
    units = [WorkUnit(id=f"s{at}", work_id="a", group="Trường tiểu học, THCS", state="chosen") for at in range(30)]
    units += [WorkUnit(id=f"h{at}", work_id="a", group="Trường THPT", state="chosen") for at in range(2)]
    units += [WorkUnit(id="p", work_id="a", group="Trường THPT"), WorkUnit(id="q", work_id="a", state="refused")]
    counts = service.choices_by_group(units)
    assert counts == {"Trường tiểu học, THCS": (30, 30), "Trường THPT": (2, 3), "": (0, 0)}
