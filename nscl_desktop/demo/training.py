"""Courses of the demo year: forty on 5S, twenty-four on ISO 9001 of whom twelve were on both, three of the office sent.

Experts, lecturers and a club come with them. Who was absent is written here by number, so that tests count by hand.
"""

from dataclasses import dataclass
from decimal import Decimal

from nscl_desktop.demo.dossier_story import Story
from nscl_desktop.demo.dossiers import Office
from nscl_desktop.demo.names import People
from nscl_desktop.demo.plan import OFFICE, SOURCE, YEAR
from nscl_desktop.demo.scribe import INVENTED
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.courses.pasted import read_people
from nscl_desktop.domain.courses.whole import WholeCourse, whole_course
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.text import fold
from nscl_desktop.domain.training import (
    EXPERT,
    HELD,
    LECTURER,
    SENT,
    Attendance,
    Club,
    Course,
    CourseCost,
    CoursePaper,
    Enrolment,
    ExpertAssignment,
    Person,
    PersonRole,
    Session,
)  # fmt: skip
from nscl_desktop.services import course_parts as parts
from nscl_desktop.services import course_results as results
from nscl_desktop.services import people as persons
from nscl_desktop.services.people_pasting import take_over

_PARTS: tuple[type[parts.Part], ...] = (Session, Enrolment, CourseCost, CoursePaper)
FORTY, BOTH, NEW = 40, 12, 12
ABSENT_5S = {5: 0, 17: 3, 29: 5, 38: 0}
"""Of the forty, by place from 0: at how many of the six half days they were; all others at all six."""
ABSENT_ISO = {20: 0}
SERIES = "{số}/{năm}/CN-MAU"


@dataclass(frozen=True)
class Taught:
    """What later chapters need of the courses."""

    five_s: Course
    iso: Course
    sent: Course
    experts: tuple[Person, ...]


def teach(office: Office, people: People) -> Taught:
    """All courses with their people; the lists of the two held come as pasted text."""
    lecturers = [_person(office, people, f"Giảng viên {topic}", LECTURER) for topic in ("5S", "ISO 9001")]
    days = [(f"{YEAR}-06-{day:02}", part) for day in (14, 15, 16) for part in ("morning", "afternoon")]
    five_s = _held(office, "Đào tạo công cụ 5S, Kaizen cho doanh nghiệp (năm mẫu)", "5S, Kaizen", days, lecturers[0], 5)
    rows = [_row(office, people, number) for number in range(FORTY + NEW)]
    _paste(office, five_s, rows[:FORTY])
    _attend(office, five_s, ABSENT_5S)
    _certify(office, five_s, f"{YEAR}-06-17")
    days = [(f"{YEAR}-10-{day:02}", part) for day in (6, 7) for part in ("morning", "afternoon")]
    iso = _held(office, "Đào tạo đánh giá nội bộ TCVN ISO 9001 (năm mẫu)", "TCVN ISO 9001:2015", days, lecturers[1], 4)
    _paste(office, iso, [*rows[:BOTH], *rows[FORTY:]])
    _attend(office, iso, ABSENT_ISO)
    _certify(office, iso, f"{YEAR}-10-08")
    sent = _sent(office, people)
    experts = _experts(office, people)
    _club(office, experts)
    office.scribe.chapter("lớp đào tạo, chuyên gia, câu lạc bộ")
    return Taught(five_s, iso, sent, experts)


def whole(office: Office, course: Course) -> WholeCourse:
    """A course as it stands now."""
    scribe = office.scribe
    own: list[Record] = [scribe.again(course), *scribe.all(Person)]
    own += [each for kind in _PARTS for each in scribe.all(kind) if each.course_id == course.id]
    enrolled = {each.id for each in own if isinstance(each, Enrolment)}
    own += [each for each in scribe.all(Attendance) if each.enrolment_id in enrolled]
    found = whole_course(Book(own), course.id)
    assert found  # noqa: S101 - it was just made
    return found


def _held(
    office: Office, title: str, topic: str, days: list[tuple[str, str]], lecturer: Person, to_pass: int
) -> Course:
    scribe = office.scribe
    step = parts.open_course(
        title, HELD, topic=topic, plan_id=office.plan_id, line_id=office.lines["II.1"].id, year=YEAR,
        date_from=days[0][0], date_to=days[-1][0], location="Hội trường mẫu, phường Mẫu", organiser=OFFICE,
        document="15/KH-TĐC (mẫu)", documented_on=f"{YEAR}-05-20", most_people=45, sessions_to_pass=to_pass,
        certificate_series=SERIES, state="finished", note=INVENTED,
        evaluation="Đa số học viên đánh giá nội dung sát thực tế (lời bịa cho năm mẫu).",
    )  # fmt: skip
    course = scribe.add(step, Course)
    for number, (day, part) in enumerate(days, start=1):
        values: dict[str, Value] = {
            "date": day,
            "part": part,
            "subject": f"{topic}: phần {number}",
            "hours": Decimal(4),
        }
        scribe.do(parts.add_part(whole(office, course), Session, lecturer_id=lecturer.id, **values))
    for text, quantity, unit, price in (
        ("Thù lao giảng viên", len(days), "buổi", 2_000_000), ("Tài liệu, văn phòng phẩm", 40, "bộ", 120_000),
        ("Nước uống", 40, "người", 80_000),
    ):  # fmt: skip
        scribe.do(
            parts.add_part(
                whole(office, course), CourseCost, text=text, line_id=office.lines["II.1"].id, year=YEAR,
                source=SOURCE, quantity=Decimal(quantity), unit=unit, price=price, amount=quantity * price,
            )
        )  # fmt: skip
    for paper in whole(office, course).papers[:-2]:
        scribe.do(parts.set_value(course, paper, "received_on", days[-1][0]))
    return course


def _row(office: Office, people: People, number: int) -> str:
    """A line of the list as it comes from Excel: name, year of birth, unit, position, telephone."""
    name, _ = people.one()
    unit = office.units[number % 28]
    title = ("Quản đốc", "Tổ trưởng", "Nhân viên chất lượng", "Kế toán")[number % 4]
    return f"{name}\t{1970 + number % 30}\t{unit.name}\t{title}\t0901{number:06}"


def _paste(office: Office, course: Course, rows: list[str]) -> None:
    text = "\n".join(["Họ và tên\tNăm sinh\tĐơn vị\tChức vụ\tĐiện thoại", *rows])
    known = {(each.name, each.birth_year): each for each in office.scribe.all(Person)}
    chosen = [(row, known.get((row.name, row.birth_year))) for row in read_people(text).people]
    units = {fold(unit.name): unit.id for unit in office.units}
    office.scribe.do(take_over(whole(office, course), chosen, units))


def _attend(office: Office, course: Course, absent: dict[int, int]) -> None:
    now = whole(office, course)
    cells = {
        (enrolment, session): at < absent.get(place, len(now.sessions))
        for place, enrolment in enumerate(now.enrolments)
        for at, session in enumerate(now.sessions)
    }
    office.scribe.do(results.mark_attendance(now, (), cells))


def _certify(office: Office, course: Course, day: str) -> None:
    office.scribe.do(results.apply_rule(whole(office, course)))
    taken = [each.certificate for each in office.scribe.all(Enrolment) if each.certificate]
    office.scribe.do(results.give_certificates(whole(office, course), taken, YEAR, day))


def _sent(office: Office, people: People) -> Course:
    scribe = office.scribe
    step = parts.open_course(
        "Chuyên gia đánh giá Giải thưởng Chất lượng quốc gia (năm mẫu)", SENT, plan_id=office.plan_id, year=YEAR,
        line_id=office.lines["II.2"].id, date_from=f"{YEAR}-04-12", date_to=f"{YEAR}-04-14", state="finished",
        location="Thành phố Hồ Chí Minh", organiser="Trung tâm đào tạo mẫu", note=INVENTED,
    )  # fmt: skip
    course = scribe.add(step, Course)
    scribe.do(parts.add_part(whole(office, course), Session, date=f"{YEAR}-04-12", subject="Bảy tiêu chí"))
    for _ in range(3):
        name, sex = people.one()
        step = persons.add_person(name, birth_year=1985, sex=sex, unit=OFFICE, title="Chuyên viên", is_staff=True)
        scribe.do(parts.enrol(whole(office, course), scribe.add(step, Person), OFFICE))
    _attend(office, course, {})
    return course


def _person(office: Office, people: People, title: str, role: str) -> Person:
    name, sex = people.one()
    step = persons.add_person(name, birth_year=1975, sex=sex, unit=office.advisers[0].name, title=title, note=INVENTED)
    person = office.scribe.add(step, Person)
    office.scribe.do(persons.add_part(person, PersonRole, role=role, field=title))
    return person


def _experts(office: Office, people: People) -> tuple[Person, ...]:
    """Three with a certificate, one still on the way; each of the three advises a unit."""
    found = []
    for number in range(4):
        person = _person(office, people, "Chuyên gia năng suất", EXPERT)
        if number < 3:
            role = office.scribe.all(PersonRole)[-1]
            for name, value in (
                ("certificate", f"CGNS-MAU-{number + 1:02}"), ("certified_on", f"{YEAR}-07-0{number + 1}"),
                ("valid_to", f"{YEAR + 5}-12-31"), ("issuer", "Viện đào tạo mẫu"), ("plan_id", office.plan_id),
            ):  # fmt: skip
                office.scribe.do(persons.set_value(person, office.scribe.again(role), name, value))
        found.append(person)
    return tuple(found)


def assign_experts(office: Office, experts: tuple[Person, ...], stories: list[Story]) -> None:
    """Work that the certified experts were asked to do."""
    for person, story in zip(experts[:3], stories, strict=False):
        dossier = story.whole.dossier
        step = persons.add_part(
            person, ExpertAssignment, enterprise_id=dossier.enterprise_id, dossier_id=dossier.id,
            text="Hướng dẫn áp dụng tại đơn vị", document="62/QĐ-TĐC (mẫu)", date_from=f"{YEAR}-07-15",
            date_to=f"{YEAR}-11-15", result="Đã hoàn thành",
        )  # fmt: skip
        office.scribe.do(step)
    office.scribe.chapter("phân công chuyên gia")


def _club(office: Office, experts: tuple[Person, ...]) -> None:
    scribe = office.scribe
    step = persons.found_club(
        "Câu lạc bộ Năng suất Chất lượng (mẫu)", founded_on=f"{YEAR}-08-01", decision="90/QĐ-TĐC (mẫu)",
        plan_id=office.plan_id, note=INVENTED,
    )  # fmt: skip
    club = scribe.add(step, Club)
    for person in (*experts, *[each for each in scribe.all(Person) if each.enterprise_id][:5]):
        own = Book([each for each in scribe.all(PersonRole) if each.club_id == club.id])
        scribe.do(persons.join_club(own, club, person, f"{YEAR}-08-01"))
