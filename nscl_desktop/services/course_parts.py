"""A course and what belongs to it: opened, changed, taken away; one user action each."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, TypeVar, cast

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet, change_set, inserted, updated
from nscl_desktop.domain.courses.whole import WholeCourse
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.naming import shortened
from nscl_desktop.domain.positions import between
from nscl_desktop.domain.records import Record, derived_id
from nscl_desktop.domain.training import HELD, Attendance, Course, CourseCost, CoursePaper, Enrolment, Person, Session
from nscl_desktop.services.course_papers import missing_papers, papers_of
from nscl_desktop.services.dossier_parts import checked, made
from nscl_desktop.services.removal import removal

Part = Session | Enrolment | CourseCost | CoursePaper
PartT = TypeVar("PartT", Session, CourseCost, CoursePaper)


def open_course(title: str, kind: str = HELD, **values: Value) -> ChangeSet:
    """A new course with the papers that settling it needs; refused without a title."""
    course = made(Course, title=title, kind=kind, **values)
    return change_set(f"Mở {called(course)}", map(inserted, (course, *papers_of(course))), course.id)


def set_value(course: Course, record: Course | Part, name: str, value: Value) -> ChangeSet:
    """Give a field of the course or of a part a new value; the sum of a cost follows its quantity and price."""
    values = checked(type(record), {name: value})
    if isinstance(record, CourseCost) and name in ("quantity", "price"):
        quantity, price = values.get("quantity", record.quantity), values.get("price", record.price)
        if isinstance(quantity, Decimal) and isinstance(price, int):
            values["amount"] = product(quantity, price)
    if isinstance(record, Course):
        return change_set(f"Sửa {called(course)}", [updated(record, **values)], course.id)
    return change_set(f"Sửa {record.noun} ở {called(course)}", [updated(record, **values)], course.id)


def product(quantity: Decimal, price: int) -> int:
    """Quantity × price in whole đồng, halves rounded up."""
    return int((quantity * price).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def add_part(whole: WholeCourse, kind: type[PartT], **values: Value) -> ChangeSet:
    """One more session, cost or paper behind the others."""
    known: dict[type[Record], Sequence[Record]] = {
        Session: whole.sessions, CourseCost: whole.costs, CoursePaper: whole.papers,
    }  # fmt: skip
    last = max((str(getattr(each, "position", "")) for each in known[kind]), default="")
    part = made(kind, course_id=whole.course.id, position=between(last or None, None), **values)
    return change_set(f"Thêm {kind.noun} ở {called(whole.course)}", [inserted(part)], whole.course.id)


def add_missing_papers(whole: WholeCourse) -> ChangeSet:
    """The shipped papers that the course's list does not have."""
    new = missing_papers(whole)
    return change_set(f"Thêm {len(new)} giấy tờ ở {called(whole.course)}", map(inserted, new), whole.course.id)


def enrol(whole: WholeCourse, person: Person, unit: str = "") -> ChangeSet:
    """A known person as a participant, with unit and position as they are now; refused twice on one course."""
    if any(each.person_id == person.id for each in whole.enrolments):
        raise InputError(f"{person.name} đã có trong danh sách học viên của lớp; hãy chọn người khác.")
    last = max((each.position for each in whole.enrolments), default="")
    enrolment = enrolment_of(whole.course.id, person, between(last or None, None), unit)
    words = f"Thêm học viên {shortened(person.name, 40)} ở {called(whole.course)}"
    return change_set(words, [inserted(enrolment)], whole.course.id)


def enrolment_of(course_id: str, person: Person, position: str, unit: str = "", **values: Value) -> Enrolment:
    """The record; two machines that enrol the same person make the same one."""
    fields: dict[str, Value] = {
        "id": derived_id(Enrolment.entity, course_id, person.id), "course_id": course_id, "person_id": person.id,
        "enterprise_id": person.enterprise_id, "unit": unit or person.unit, "title": person.title,
        "phone": person.phone, "position": position,
    }  # fmt: skip
    return Enrolment(**cast("dict[str, Any]", fields | values))  # Any: values of many field types, from records


def remove_part(book: Book, course: Course, part: Part) -> ChangeSet:
    """Take a part away; with a session goes who was there, a participant's person stays on file."""
    gone: list[Record] = [part]
    if isinstance(part, Session):
        gone += [each for each in book.table(Attendance).values() if each.session_id == part.id]
    words = f"Xóa {part.noun}{_caption(book, part)} ở {called(course)}"
    return change_set(words, removal(book, gone), course.id)


def remove_course(book: Book, course: Course) -> ChangeSet:
    """Take the course away with all that belongs to it; refused once a certificate was given, which people hold."""
    given = sum(bool(each.certificate) for each in book.table(Enrolment).values())
    if given:
        raise InputError(
            f"Lớp đã cấp {given} giấy chứng nhận nên không xóa được; hãy ghi tình trạng “Không tổ chức” hoặc xóa các số"
            " chứng nhận trước."
        )
    own = Book(each for each in book.records() if not isinstance(each, Person))
    return change_set(f"Xóa {called(course)}", removal(own, [course]), course.id)


def called(course: Course) -> str:
    """What history calls a course."""
    return f"lớp “{shortened(course.title, 40)}”"


def _caption(book: Book, part: Part) -> str:
    if isinstance(part, Enrolment):
        person = book.table(Person).get(part.person_id or "")
        return f" {shortened(person.name, 40)}" if person else ""
    words = part.subject if isinstance(part, Session) else part.text if isinstance(part, CourseCost) else part.name
    return f" “{shortened(words, 40)}”" if words else ""
