"""What the three source plans order."""

from functools import cache

from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.targets import Task
from nscl_desktop.exchange.plan_json import read_plan
from nscl_desktop.resource_files import resource_path

SAMPLES = ("BD-2021-2030", "TN-2021", "BG-2021-2025")


@cache
def records_of(code: str) -> tuple[Record, ...]:
    """All records of a sample plan."""
    return tuple(read_plan(resource_path("samples", f"{code}.json").read_text("utf-8")).records())


def plan_of(code: str) -> Plan:
    """The plan itself."""
    return next(each for each in records_of(code) if isinstance(each, Plan))


def tasks_of(code: str) -> list[Task]:
    """Its tasks and assignments in their order."""
    found = [each for each in records_of(code) if isinstance(each, Task)]
    return sorted(found, key=lambda each: each.position)
