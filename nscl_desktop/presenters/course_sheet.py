"""A course on screen: its own fields, its parts as tables, what is remarked about it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.courses.counts import HeadCount, head_count
from nscl_desktop.domain.courses.remarks import CourseRemark, course_remarks
from nscl_desktop.domain.courses.results import standing
from nscl_desktop.domain.courses.whole import WholeCourse, whole_course
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.sorting import person_sort_key
from nscl_desktop.domain.training import Course, CourseCost, CoursePaper, Enrolment, Session
from nscl_desktop.presenters.course_office import OpenCourse
from nscl_desktop.presenters.desk_rows import Deeds, DeskRows, Offers
from nscl_desktop.presenters.offered_form import OfferedForm
from nscl_desktop.services import course_parts as parts
from nscl_desktop.services.course_results import certificate_year

GONE = "Lớp đào tạo này đã bị xóa; hãy chọn lớp khác."


class CourseSheet:
    """The course as it stands, for all pages of its screen."""

    def __init__(self, opened: OpenCourse) -> None:
        self.opened, self.desk = opened, opened.desk

    @property
    def whole(self) -> WholeCourse:
        """The course with its parts; InputError once it is deleted."""
        found = whole_course(self.desk.book, self.desk.root_id)
        if found is None:
            raise InputError(GONE)
        return found

    @property
    def heads(self) -> HeadCount:
        """Lượt người and người who took part."""
        return head_count(self.whole.enrolments)

    def remarks(self) -> tuple[CourseRemark, ...]:
        """What is remarked about the course now."""
        whole = self.whole
        return course_remarks(whole, self.opened.taken, self.year)

    @property
    def year(self) -> int:
        """The year of the course's certificates."""
        return certificate_year(self.whole.course, date.today().isoformat())  # noqa: DTZ011 - the clerk's own day

    def name_of(self, record: Record) -> str:
        """A participant's name."""
        return self.whole.name_of(record) if isinstance(record, Enrolment) else ""

    def born(self, record: Record) -> str:
        """A participant's year of birth."""
        person = self.whole.person_of(record) if isinstance(record, Enrolment) else None
        return str(person.birth_year or "") if person else ""

    def unit_of(self, record: Record) -> str:
        """The unit that a participant came from: as it was noted then, else as it is called now."""
        if not isinstance(record, Enrolment):
            return ""
        return record.unit or self.opened.units.get(record.enterprise_id or "", "")

    def attended(self, record: Record) -> str:
        """At how many of the sessions a participant was, and what speaks against passing."""
        whole = self.whole
        if not isinstance(record, Enrolment) or not whole.sessions:
            return ""
        return f"{standing(whole, record).attended}/{len(whole.sessions)}"


class CourseForm(OfferedForm[Course]):
    """The course's own fields; plan and line are chosen out of what is on file."""

    def __init__(self, sheet: CourseSheet, names: Sequence[str]) -> None:
        super().__init__(sheet.desk, Course, names, _set_course, GONE)
        self.known_offers.update({"plan_id": (), "line_id": ()})


def session_rows(sheet: CourseSheet, lecturers: Offers) -> DeskRows:
    """The sessions in time."""
    names = ("date", "part", "subject", "lecturer_id", "hours", "location")
    return _rows(sheet, Session, names, lambda: sheet.whole.sessions, {"lecturer_id": lecturers})


def enrolment_rows(sheet: CourseSheet) -> DeskRows:
    """The participants in the order of the list; people come in other ways than by an empty row."""
    names = ("unit", "title", "phone", "state", "points", "certificate", "certified_on", "note")
    return _rows(sheet, Enrolment, names, lambda: sheet.whole.enrolments)


def cost_rows(sheet: CourseSheet, offers: Mapping[str, Offers]) -> DeskRows:
    """The planned costs in their order."""
    names = ("text", "quantity", "unit", "price", "amount", "line_id", "year", "source")
    return _rows(sheet, CourseCost, names, lambda: sheet.whole.costs, offers)


def paper_rows(sheet: CourseSheet) -> DeskRows:
    """The papers that settling needs."""
    names = ("name", "is_required", "number", "received_on", "not_needed")
    return _rows(sheet, CoursePaper, names, lambda: sheet.whole.papers)


def by_name(whole: WholeCourse) -> tuple[Enrolment, ...]:
    """The participants as Vietnamese lists have them: by given name."""
    return tuple(sorted(whole.enrolments, key=lambda each: (person_sort_key(whole.name_of(each)), each.id)))


def _rows(
    sheet: CourseSheet,
    kind: type[parts.Part],
    names: Sequence[str],
    read: Callable[[], Sequence[Record]],
    offers: Mapping[str, Offers] | None = None,
) -> DeskRows:
    def put(record: Record, name: str, value: Value) -> ChangeSet:
        return parts.set_value(sheet.whole.course, _part(record), name, value)

    def delete(record: Record) -> ChangeSet:
        return parts.remove_part(sheet.desk.book, sheet.whole.course, _part(record))

    def add() -> ChangeSet:
        if kind is Session:
            return parts.add_part(sheet.whole, Session)
        if kind is CourseCost:
            course = sheet.whole.course
            first = {"text": "(nội dung chi)", "line_id": course.line_id, "year": course.year}
            return parts.add_part(sheet.whole, CourseCost, **first)
        return parts.add_part(sheet.whole, CoursePaper, name="(giấy tờ)")

    deeds = Deeds(put, delete, None if kind is Enrolment else add, offers or {})
    return DeskRows(sheet.desk, kind, names, read, deeds)


def _set_course(course: Course, name: str, value: Value) -> ChangeSet:
    return parts.set_value(course, course, name, value)


def _part(record: Record) -> parts.Part:
    assert isinstance(record, Session | Enrolment | CourseCost | CoursePaper)  # noqa: S101 - the tables hold no other
    return record
