"""Work that plans order: taken over from the plan, followed, urged, deleted; one user action each."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet, change_set, inserted, updated
from nscl_desktop.domain.dates import parse_date
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.naming import shortened
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.positions import between
from nscl_desktop.domain.records import Record, derived_id, fields_of
from nscl_desktop.domain.targets import Task
from nscl_desktop.domain.text import fold, quoted
from nscl_desktop.domain.work import DONE, WorkItem, WorkReminder, WorkUnit
from nscl_desktop.services.dossier_parts import checked, made
from nscl_desktop.services.removal import removal

Part = WorkReminder | WorkUnit
PartT = TypeVar("PartT", WorkReminder, WorkUnit)
_KINDS = (
    ("communication", ("truyen thong", "tuyen truyen", "dang bao", "phong su")),
    ("conference", ("hoi nghi", "hoi thao")),
    ("study_visit", ("hoc tap kinh nghiem", "hoc hoi kinh nghiem")),
    ("survey", ("khao sat",)),
    ("database", ("co so du lieu", "so hoa")),
    ("tfp", ("tfp",)),
    ("choice", ("lua chon",)),
    ("report", ("bao cao", "so ket", "tong ket")),
    ("policy", ("co che", "chinh sach")),
    ("cooperation", ("hop tac",)),
)
"""Words without dấu by which a task's kind is proposed; the clerk corrects it."""


def new_work(title: str, **values: Value) -> ChangeSet:
    """One more piece of work; refused without a title. Its key is the step's scope."""
    item = made(WorkItem, title=title, **values)
    return change_set(f"Thêm {called(item)}", [inserted(item)], item.id)


def take_over(plan: Plan, tasks: Iterable[Task], year: int | None) -> ChangeSet:
    """Follow tasks of a plan: a piece of work for each, with lead, partners and what the plan says of its time.

    Two machines that take the same task over make the same record.
    """
    items = [_item_of(plan, task, year) for task in tasks]
    if not items:
        raise InputError("Chưa chọn nhiệm vụ nào; hãy đánh dấu các nhiệm vụ cần theo dõi.")
    return change_set(f"Theo dõi {len(items)} nhiệm vụ của kế hoạch {plan.code}", map(inserted, items), items[0].id)


def work_key(task: Task, year: int | None) -> str:
    """The key of the work of a task in a year."""
    return derived_id(WorkItem.entity, task.id, str(year or ""))


def proposed_kind(task: Task) -> str:
    """The kind of work that a task's words sound like, else those of its group; an assignment's group is an agency."""
    is_assignment = task.kind == "assignment"
    rest = "assignment" if is_assignment else _sounding_like(task.group) or "other"
    return _sounding_like(task.text) or rest


def set_value(item: WorkItem, record: WorkItem | Part, name: str, value: Value) -> ChangeSet:
    """Give a field a new value. Work that is done says when: the day may not stand without the state."""
    values = checked(type(record), {name: value})
    if isinstance(record, WorkItem) and name == "done_on" and values["done_on"]:
        values["state"] = DONE
    if isinstance(record, WorkItem) and name == "state" and values["state"] != DONE:
        values["done_on"] = ""
    what = called(item) if isinstance(record, WorkItem) else f"{record.noun} của {called(item)}"
    return change_set(f"Sửa {what}", [updated(record, **values)], item.id)


def add_part(item: WorkItem, known: Sequence[Part], kind: type[PartT], **values: Value) -> ChangeSet:
    """One more reminder or unit, the latter behind the others; a unit that takes part already is refused."""
    own = [each for each in known if isinstance(each, kind)]
    chosen = values.get("enterprise_id")
    if chosen and any(getattr(each, "enterprise_id", None) == chosen for each in own):
        raise InputError("Đơn vị này đã có trong danh sách tham gia; hãy chọn đơn vị khác.")
    if any(spec.name == "position" for spec in fields_of(kind)):
        last = max((str(getattr(each, "position", "")) for each in own), default="")
        values = {"position": between(last or None, None), **values}
    part = made(kind, work_id=item.id, **values)
    return change_set(f"Thêm {part.noun} của {called(item)}", [inserted(part)], item.id)


def remove(book: Book, item: WorkItem, record: WorkItem | Part) -> ChangeSet:
    """Delete a part, or the work with all that belongs to it."""
    what = called(item) if isinstance(record, WorkItem) else f"{record.noun} của {called(item)}"
    return change_set(f"Xóa {what}", removal(book, [record]), item.id)


def not_followed(tasks: Iterable[Task], items: Iterable[WorkItem], year: int | None) -> list[Task]:
    """Tasks of a plan that no work of the year follows yet, in the plan's order."""
    followed = {each.task_id for each in items if each.year == year}
    return sorted((each for each in tasks if each.id not in followed), key=lambda each: (each.position, each.id))


def choices_by_group(units: Iterable[WorkUnit]) -> Mapping[str, tuple[int, int]]:
    """Group → (chosen, proposed or chosen): Bắc Giang's 30 + 2 schools and 4 + 8 clinics are counted so."""
    counts: dict[str, tuple[int, int]] = {}
    for each in units:
        chosen, standing = counts.get(each.group, (0, 0))
        counts[each.group] = chosen + (each.state == "chosen"), standing + (each.state != "refused")
    return counts


def called(item: Record) -> str:
    """What history calls a piece of work."""
    return f"việc {quoted(shortened(str(getattr(item, 'title', '')), 48))}"


def _item_of(plan: Plan, task: Task, year: int | None) -> WorkItem:
    title = " ".join(filter(None, (task.label, task.text or task.group)))
    agency = task.group if task.kind == "assignment" else ""
    return made(
        WorkItem, id=work_key(task, year), title=shortened(title, 300), kind=proposed_kind(task),
        plan_id=plan.id, task_id=task.id, year=year, lead=task.lead or agency, partners=task.partners,
        due_on=_end_of(task.schedule), note=task.schedule,
    )  # fmt: skip


def _sounding_like(text: str) -> str:
    folded = fold(text)
    return next((kind for kind, words in _KINDS if any(word in folded for word in words)), "")


def _end_of(schedule: str) -> str:
    """The end that a plan's words name ("Năm 2025", "30/11/2021"); nothing where they name none."""
    try:
        return parse_date(schedule)
    except InputError:
        return ""
