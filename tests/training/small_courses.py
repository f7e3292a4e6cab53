"""A small course made up by hand: three sessions, four people, one of whom is there twice on another course."""

from decimal import Decimal

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.courses.whole import WholeCourse, whole_course
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.training import Attendance, Course, Enrolment, Person, Session

NAMES = ("Nguyễn Thị An", "Trần Văn Bình", "Lê Hoàng Cường", "Phạm Mỹ Dung")


def course(**fields: object) -> Course:
    values = {
        "id": "k", "title": "Công cụ 5S", "year": 2026, "certificate_series": "{số}/{năm}/CN-TĐC", "most_people": 3,
        "sessions_to_pass": 2, "points_to_pass": Decimal(5),
    }  # fmt: skip
    return Course(**values | fields)  # type: ignore[arg-type]  # fields of many types, by name


def people() -> list[Record]:
    return [Person(id=f"p{at}", name=name, birth_year=1980 + at, unit="Sở KH&CN") for at, name in enumerate(NAMES, 1)]


def sessions() -> list[Record]:
    """Listed the wrong way round: time decides."""
    return [
        Session(id="s3", course_id="k", position="a0", subject="Chưa có ngày"),
        Session(id="s2", course_id="k", position="a1", date="2026-05-11", part="afternoon", subject="Thực hành"),
        Session(id="s1", course_id="k", position="a2", date="2026-05-11", part="morning", subject="Lý thuyết"),
    ]


def enrolment(at: int, **fields: object) -> Enrolment:
    values = {"id": f"e{at}", "course_id": "k", "position": f"a{at}", "person_id": f"p{at}", "unit": "Sở KH&CN"}
    return Enrolment(**values | fields)  # type: ignore[arg-type]  # likewise


def was_at(at: int, *keys: str) -> list[Record]:
    return [Attendance(id=f"{at}{key}", enrolment_id=f"e{at}", session_id=key) for key in keys]


def whole(*parts: Record, **fields: object) -> WholeCourse:
    found = whole_course(Book([course(**fields), *people(), *parts]), "k")
    assert found is not None
    return found
