"""Who was there, who passed, which certificates were given: the grid's steps and those of the whole list."""

from collections.abc import Iterable, Mapping

from nscl_desktop.domain.changes import Change, ChangeSet, change_set, deleted, inserted, updated
from nscl_desktop.domain.courses.counts import TOOK_PART
from nscl_desktop.domain.courses.numbering import next_numbers
from nscl_desktop.domain.courses.results import proposed_state
from nscl_desktop.domain.courses.whole import WholeCourse
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.records import derived_id
from nscl_desktop.domain.training import ATTENDED, PASSED, REGISTERED, Attendance, Course, Enrolment, Session
from nscl_desktop.services.course_parts import called

Cells = Mapping[tuple[Enrolment, Session], bool]


def attendance_of(enrolment_id: str, session_id: str) -> Attendance:
    """The record that says that somebody was there; two machines make the same one."""
    key = derived_id(Attendance.entity, enrolment_id, session_id)
    return Attendance(id=key, enrolment_id=enrolment_id, session_id=session_id)


def mark_attendance(whole: WholeCourse, known: Iterable[Attendance], cells: Cells) -> ChangeSet:
    """Note for cells of the grid whether somebody was there, as one step; the states of those people follow.

    Somebody with a first session becomes “Có tham dự”; without any they are back at “Đã đăng ký”. “Đạt” is never taken
    away by the way: a remark tells where it no longer fits.
    """
    records = {(each.enrolment_id, each.session_id): each for each in known}
    changes: list[Change | None] = []
    there = dict.fromkeys(records, True)
    for (enrolment, session), was_there in cells.items():
        key = (enrolment.id, session.id)
        record = records.get(key)
        there[key] = was_there
        if was_there and record is None:
            changes.append(inserted(attendance_of(*key)))
        elif not was_there and record is not None:
            changes.append(deleted(record))
    for enrolment in dict.fromkeys(enrolment for enrolment, _ in cells):
        is_seen = any(there.get((enrolment.id, session.id)) for session in whole.sessions)
        changes.append(_followed(enrolment, is_seen=is_seen))
    return change_set(f"Ghi có mặt {len(cells)} ô ở {called(whole.course)}", changes, whole.course.id)


def apply_rule(whole: WholeCourse) -> ChangeSet:
    """Đạt, có tham dự or vắng for everyone by the course's own rule, as one step."""
    changes = [updated(each, state=proposed_state(whole, each)) for each in whole.enrolments]
    return change_set(f"Xét kết quả {called(whole.course)}", changes, whole.course.id)


def give_certificates(whole: WholeCourse, taken: Iterable[str], year: int, day: str) -> ChangeSet:
    """Numbers in the order of the list for all who passed and have none. ``taken``: those of other courses.

    InputError for a series without {số}, and where nobody waits for one.
    """
    waiting = [each for each in whole.enrolments if each.state == PASSED and not each.certificate]
    if not waiting:
        raise InputError("Không có học viên nào đạt mà chưa có số chứng nhận; hãy xét kết quả trước.")
    known = [*taken, *(each.certificate for each in whole.enrolments)]
    numbers = next_numbers(whole.course.certificate_series, year, known, len(waiting))
    changes = [
        updated(each, certificate=number, certified_on=day) for each, number in zip(waiting, numbers, strict=True)
    ]
    words = f"Cấp {len(waiting)} số chứng nhận ở {called(whole.course)}"
    return change_set(words, changes, whole.course.id)


def note_printing(course: Course, enrolments: Iterable[Enrolment]) -> ChangeSet:
    """Certificates were printed: the first printing is the original (0 copies), every later one a copy more."""
    some = list(enrolments)
    changes = [updated(each, copies=0 if each.copies is None else each.copies + 1) for each in some]
    return change_set(f"In {len(some)} giấy chứng nhận ở {called(course)}", changes, course.id)


def certificate_year(course: Course, day: str) -> int:
    """The year of a course's certificates: of the course, else of the day on which they are given."""
    return course.year or int((course.date_to or course.date_from or day)[:4])


def _followed(enrolment: Enrolment, *, is_seen: bool) -> Change | None:
    if is_seen and enrolment.state not in TOOK_PART:
        return updated(enrolment, state=ATTENDED)
    if not is_seen and enrolment.state == ATTENDED:
        return updated(enrolment, state=REGISTERED)
    return None
