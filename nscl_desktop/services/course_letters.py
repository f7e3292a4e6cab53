"""What invitations and certificates of a course are filled with: a letter for each unit, a certificate for each person.

A certificate that was printed before is marked “BẢN SAO”; ``Enrolment.copies`` counts from its first printing.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from nscl_desktop.domain.courses.lists import when
from nscl_desktop.domain.courses.whole import WholeCourse
from nscl_desktop.domain.dates import format_date_words, format_short
from nscl_desktop.domain.training import PARTS_OF_DAY, Enrolment
from nscl_desktop.services.dossier_papers import Values, party_values, typed_by_persons
from nscl_desktop.services.paper_rows import Group, Rows

COPY, NO_COPY = "BẢN SAO", " "
_PARTS = dict(PARTS_OF_DAY)
_CALLED = {"female": "Bà", "male": "Ông"}


class Letter(NamedTuple):
    """One paper to be: key of the course or of the enrolment, what it is called on screen and in its file's name."""

    key: str
    name: str
    parts: tuple[str, ...]
    values: Values


def invitations(whole: WholeCourse, units: Mapping[str, str], people: Collection[str]) -> list[Letter]:
    """A letter for each unit that people come from, in the order of the list, and for everyone without a unit.

    ``people``: keys of those who are meant, all if none is named. A course without people has one letter, to be
    addressed by hand.
    """
    by_unit: dict[str, list[Enrolment]] = {}
    for each in whole.enrolments:
        if not people or each.id in people:
            by_unit.setdefault(_unit(each, units) or whole.name_of(each), []).append(each)
    return [
        Letter(
            whole.course.id, to or whole.course.title, (to or whole.course.title,),
            {
                **_of_course(whole), "moi": {"kinh_gui": to}, "buoi": _sessions(whole),
                "hoc_vien_moi": tuple(
                    {"ho_ten": whole.name_of(each), "chuc_vu": each.title or NO_COPY} for each in some
                ),
            },
        )
        for to, some in (by_unit or {"": []}).items()
    ]  # fmt: skip


def certificates(whole: WholeCourse, units: Mapping[str, str], people: Collection[str]) -> list[Letter]:
    """A certificate for each of the people who are meant and have a number.

    Where nobody is named: everyone whose certificate was never printed, else all of them, as copies.
    """
    some = [each for each in whole.enrolments if each.certificate and (not people or each.id in people)]
    fresh = [each for each in some if each.copies is None]
    return [
        Letter(each.id, whole.name_of(each), (each.certificate, whole.name_of(each)), _certificate(whole, each, units))
        for each in (some if people else fresh or some)
    ]


def _certificate(whole: WholeCourse, each: Enrolment, units: Mapping[str, str]) -> Values:
    person = whole.person_of(each)
    return {
        **_of_course(whole),
        "hoc_vien": {
            "ten": whole.name_of(each), "xung_ho": _CALLED.get(person.sex if person else "", "Ông/Bà"),
            "nam_sinh": str(person.birth_year or "") if person else "", "chuc_vu": each.title,
            "don_vi": _unit(each, units),
        },
        "chung_nhan": {
            "so": each.certificate, "ngay": format_date_words(each.certified_on) if each.certified_on else "",
            "ban_sao": NO_COPY if each.copies is None else COPY,
        },
    }  # fmt: skip


def _of_course(whole: WholeCourse) -> Values:
    course = whole.course
    on = f" {format_date_words(course.documented_on)}" if course.documented_on else ""
    facts: Group = {
        "ten": course.title, "chuyen_de": course.topic, "thoi_gian": when(course), "dia_diem": course.location,
        "to_chuc": course.organiser, "van_ban": f"{course.document}{on}" if course.document else "",
        "so_buoi": str(len(whole.sessions) or ""),
    }  # fmt: skip
    return {**typed_by_persons(), "ben_a": party_values(None), "lop": facts}


def _sessions(whole: WholeCourse) -> Rows:
    rows = []
    for each in whole.sessions:
        lecturer = whole.people.get(each.lecturer_id or "")
        day = f"{_PARTS[each.part]} {format_short(each.date)}".strip()
        rows.append({"ngay": day, "noi_dung": each.subject, "giang_vien": lecturer.name if lecturer else NO_COPY})
    return tuple(rows)


def _unit(each: Enrolment, units: Mapping[str, str]) -> str:
    return each.unit or units.get(each.enterprise_id or "", "")
