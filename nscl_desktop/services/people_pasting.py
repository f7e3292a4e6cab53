"""A pasted list taken over: new people and all participants of a course in one step, which is undone as one."""

from collections.abc import Mapping, Sequence

from nscl_desktop.domain.changes import Change, ChangeSet, change_set, inserted
from nscl_desktop.domain.courses.pasted import PastedPerson
from nscl_desktop.domain.courses.whole import WholeCourse
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.positions import between
from nscl_desktop.domain.text import fold
from nscl_desktop.domain.training import Person
from nscl_desktop.services.course_parts import called, enrolment_of
from nscl_desktop.services.dossier_parts import made

Chosen = Sequence[tuple[PastedPerson, Person | None]]
"""Rows that are taken over, each with the person on file whom it is; None for a new one."""


def take_over(whole: WholeCourse, chosen: Chosen, units: Mapping[str, str]) -> ChangeSet:
    """The step. ``units``: folded name → key of the units on file, which new people are linked to.

    What is on file of a known person stays as it is; unit, position and telephone of the list stand in the enrolment.
    InputError where nothing is chosen.
    """
    if not chosen:
        raise InputError("Chưa có dòng nào được chọn để thêm; hãy dán danh sách có họ tên.")
    changes: list[Change | None] = []
    there = {each.person_id for each in whole.enrolments}
    position = max((each.position for each in whole.enrolments), default="") or None
    for row, known in chosen:
        unit_id = units.get(fold(row.unit)) if row.unit else None
        person = known or _person(row, unit_id)
        if person.id in there:
            continue
        there.add(person.id)
        position = between(position, None)
        said = {"title": row.title, "phone": row.phone, "note": row.note}
        values: dict[str, Value] = {name: value for name, value in said.items() if value}
        if row.unit:
            values["enterprise_id"] = unit_id
        enrolment = enrolment_of(whole.course.id, person, position, row.unit, **values)
        changes += [None if known else inserted(person), inserted(enrolment)]
    count = sum(change is not None and change.entity == "enrolment" for change in changes)
    return change_set(f"Dán {count} học viên vào {called(whole.course)}", changes, whole.course.id)


def _person(row: PastedPerson, unit_id: str | None) -> Person:
    return made(
        Person, name=row.name, birth_year=row.birth_year or None, sex=row.sex, unit=row.unit, title=row.title,
        phone=row.phone, email=row.email, enterprise_id=unit_id,
    )  # fmt: skip
