"""Reading the work that plans order: all of it for the list, one piece with its parts, and a plan's tasks."""

import sqlite3
from collections.abc import Iterator

from nscl_desktop.domain.attached_files import WorkFile
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.targets import Task
from nscl_desktop.domain.work import WorkItem, WorkReminder, WorkUnit
from nscl_desktop.storage.rows import read_records


def all_work(connection: sqlite3.Connection) -> Iterator[Record]:
    """All work with its reminders: some hundreds, read together for the list."""
    yield from read_records(connection, WorkItem)
    yield from read_records(connection, WorkReminder)


def work_records(connection: sqlite3.Connection, key: str) -> Iterator[Record]:
    """A piece of work with all that belongs to it; nothing where it is gone."""
    yield from read_records(connection, WorkItem, "id = ?", [key])
    for kind in (WorkReminder, WorkUnit, WorkFile):
        yield from read_records(connection, kind, "work_id = ?", [key])


def task_of(connection: sqlite3.Connection, key: str) -> Iterator[Record]:
    """The task of a plan, as the plan states it; nothing where the plan is gone."""
    yield from read_records(connection, Task, "id = ?", [key])


def plan_tasks(connection: sqlite3.Connection, plan_id: str) -> Iterator[Record]:
    """A plan, its tasks, and the work that follows any of them."""
    yield from read_records(connection, Plan, "id = ?", [plan_id])
    yield from read_records(connection, Task, "plan_id = ?", [plan_id])
    yield from read_records(connection, WorkItem, "plan_id = ?", [plan_id])
