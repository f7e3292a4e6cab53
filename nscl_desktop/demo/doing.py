"""The plan's tasks of the demo year, taken over and followed: done, urged by letter, given up, still open."""

from decimal import Decimal

from nscl_desktop.demo.dossiers import Office
from nscl_desktop.demo.plan import YEAR
from nscl_desktop.demo.scribe import INVENTED, Scribe
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.targets import Task
from nscl_desktop.domain.work import DOING, DROPPED, WorkItem, WorkReminder
from nscl_desktop.services import work

_DONE = {"communication": ("lần", f"{YEAR}-06-30"), "conference": ("hội nghị", f"{YEAR}-10-15")}
"""Kinds of work that are done, each once, with what it is counted in."""


def follow_tasks(office: Office) -> None:
    """All tasks of the plan; by kind and number some are done, one is given up, two were urged."""
    scribe = office.scribe
    plan = scribe.book.get(Plan, office.plan_id)
    tasks = [each for each in scribe.all(Task) if each.plan_id == plan.id]
    scribe.do(work.take_over(plan, sorted(tasks, key=lambda each: (each.position, each.id)), YEAR))
    waiting = dict(_DONE)
    for number, item in enumerate(scribe.all(WorkItem)):
        _set(scribe, item, {"due_on": f"{YEAR}-11-30", "person": "Người theo dõi năm mẫu", "note": INVENTED})
        if item.kind in waiting:
            unit, day = waiting.pop(item.kind)
            _set(scribe, item, {"quantity": Decimal(1), "planned": Decimal(1), "unit": unit, "done_on": day,
                                "result": "Đã thực hiện (năm mẫu)", "evidence": "Lưu tại hồ sơ mẫu"})  # fmt: skip
        elif number % 3 == 0:
            _set(scribe, item, {"done_on": f"{YEAR}-11-1{number % 10}", "result": "Đã thực hiện (năm mẫu)"})
        elif number % 3 == 1:
            _set(scribe, item, {"state": DOING})
    late = [each for each in scribe.all(WorkItem) if each.state == DOING]
    _set(scribe, late[-1], {"state": DROPPED, "result": "Không thực hiện do giãn cách xã hội"})
    for item, answered in zip(late, (f"{YEAR}-12-03", ""), strict=False):
        step = work.add_part(
            scribe.again(item), (), WorkReminder, sent_on=f"{YEAR}-12-01", number="210/SKHCN-TĐC (mẫu)",
            to_party=item.lead or "Cơ quan chủ trì (mẫu)", due_on=f"{YEAR}-12-10", answered_on=answered,
        )  # fmt: skip
        scribe.do(step)
    scribe.chapter("công việc, đôn đốc")


def _set(scribe: Scribe, item: WorkItem, values: dict[str, Value]) -> None:
    for name, value in values.items():
        scribe.do(work.set_value(scribe.again(item), scribe.again(item), name, value))
