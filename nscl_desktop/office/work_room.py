"""Work that plans order, for the screens: the list, one piece for the desk, what of a plan is not followed yet."""

from collections import defaultdict
from collections.abc import Sequence

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.targets import Task
from nscl_desktop.domain.work import WorkItem, WorkReminder
from nscl_desktop.domain.work_standing import waits_for_answer
from nscl_desktop.office.register_file import RegisterFile
from nscl_desktop.presenters.work_office import OpenWork, PlanTasks, WorkRow
from nscl_desktop.storage import work_queries as queries
from nscl_desktop.storage.queries import plan_rows
from nscl_desktop.storage.store import Store


class WorkRoom:
    """Over one open data file."""

    def __init__(self, data: RegisterFile) -> None:
        self._data = data

    def rows(self) -> Sequence[WorkRow]:
        """All work, unsorted."""
        reminders: dict[str, list[WorkReminder]] = defaultdict(list)
        items = []
        with self._settled.reading() as connection:
            for each in queries.all_work(connection):
                if isinstance(each, WorkItem):
                    items.append(each)
                elif isinstance(each, WorkReminder):
                    reminders[each.work_id].append(each)
        return [WorkRow(item, waits_for_answer(reminders[item.id])) for item in items]

    def read(self, key: str) -> OpenWork:
        """A piece of work for the desk."""
        with self._settled.reading() as connection:
            records = list(queries.work_records(connection, key))
            if not records or not isinstance(item := records[0], WorkItem):
                raise InputError("Không còn việc này trong tệp dữ liệu; hãy chọn việc khác.")
            found = [each for each in queries.task_of(connection, item.task_id or "") if isinstance(each, Task)]
        return OpenWork(self._data.put_on_desk(Book(records), item), found[0] if found else None)

    def plans(self) -> Sequence[PlanRow]:
        """The plans that work can belong to."""
        with self._settled.reading() as connection:
            return plan_rows(connection)

    def tasks(self, plan_id: str) -> PlanTasks:
        """What a plan orders, and which work follows it."""
        with self._settled.reading() as connection:
            records = list(queries.plan_tasks(connection, plan_id))
        plan = next((each for each in records if isinstance(each, Plan)), None)
        if plan is None:
            raise InputError("Không còn kế hoạch này trong tệp dữ liệu; hãy chọn kế hoạch khác.")
        return PlanTasks(
            plan,
            tuple(each for each in records if isinstance(each, Task)),
            tuple(each for each in records if isinstance(each, WorkItem)),
        )

    def add(self, step: ChangeSet) -> None:
        """Save a step that is made on no desk; raises why it was not saved."""
        self._data.add(step)

    def history(self, key: str) -> Sequence[HistoryEntry]:
        """Who changed a piece of work and what belongs to it, newest first."""
        return self._data.history(key)

    @property
    def _settled(self) -> Store:
        return self._data.registers(settled=True)
