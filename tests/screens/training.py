"""Scenes of the tab Đào tạo: a course of forty, its grid, papers and windows, people, a club."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from PySide6.QtWidgets import QApplication

from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.positions import sequence
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.training import (
    Attendance,
    Club,
    Course,
    CourseCost,
    Enrolment,
    ExpertAssignment,
    Person,
    PersonRole,
    Session,
)
from nscl_desktop.exchange.plan_json import read_plan
from nscl_desktop.resource_files import resource_path
from nscl_desktop.services.course_papers import papers_of
from nscl_desktop.storage.opening import open_store
from nscl_desktop.ui.training.club_page import ClubPage
from nscl_desktop.ui.training.course_page import CoursePage
from nscl_desktop.ui.training.paste_window import PasteWindow
from nscl_desktop.ui.training.person_page import PersonPage
from tests.enterprises.registers import write
from tests.screens.stage import Stage

_PASTED = Path(__file__).parent.parent / "training" / "pasted"
_TITLE = "Công cụ 5S, Kaizen và quản lý trực quan cho doanh nghiệp cơ khí, chế biến gỗ, may mặc trên địa bàn tỉnh"


def people() -> list[list[str]]:
    return [line.split("\t") for line in (_PASTED / "expected.tsv").read_text("utf-8").splitlines()]


def records() -> list[Record]:
    """A course of forty people with three sessions, an empty one, experts, a club."""
    course = Course(
        id="k1", title=_TITLE, state="finished", topic="5S, Kaizen", year=2026, date_from="2026-05-11",
        date_to="2026-05-12", location="Hội trường Trung tâm Văn hóa tỉnh", document="Kế hoạch số 12/KH-TĐC",
        documented_on="2026-04-02", most_people=38, sessions_to_pass=2, points_to_pass=Decimal(5),
        certificate_series="{số}/{năm}/CN-TĐC", organiser="Chi cục Tiêu chuẩn Đo lường Chất lượng",
    )  # fmt: skip
    found: list[Record] = [course, *papers_of(course), Course(id="k2", title="ISO 9001:2015", year=2027)]
    found.append(Course(id="k3", title="Lớp TFP do Viện Năng suất tổ chức", kind="sent", year=2026, state="running"))
    parts = (("2026-05-11", "morning", "Tổng quan về 5S"), ("2026-05-11", "afternoon", "Thực hành tại xưởng"),
             ("2026-05-12", "morning", "Kaizen, quản lý trực quan; kiểm tra cuối khóa"))  # fmt: skip
    for at, (day, part, subject) in enumerate(parts, 1):
        found.append(
            Session(
                id=f"s{at}",
                course_id="k1",
                position=f"a{at}",
                date=day,
                part=part,
                subject=subject,
                lecturer_id="p5",
                hours=Decimal(4),
            )
        )
    return [*found, *forty(), *others()]


def forty() -> list[Record]:
    """Forty people on the course, with their attendance, points and certificates."""
    found: list[Record] = []
    for at, (position, row) in enumerate(zip(sequence(40), people(), strict=True), 1):
        name, born, sex, title, unit, phone = row
        found.append(Person(id=f"p{at}", name=name, birth_year=int(born), sex=sex, title=title, unit=unit, phone=phone))
        state = "passed" if at % 6 else "attended" if at % 12 else "absent"
        found.append(
            Enrolment(
                id=f"e{at}",
                course_id="k1",
                person_id=f"p{at}",
                position=position,
                unit=unit,
                title=title,
                phone=phone,
                state=state,
                points=Decimal(5 + at % 5),
                certificate=f"{at:02}/2026/CN-TĐC" if at % 6 else "",
                certified_on="2026-05-20" if at % 6 else "",
            )
        )
        there = (1, 2, 3) if at % 6 else (1,) if at % 12 else ()
        found += [Attendance(id=f"a{at}{n}", enrolment_id=f"e{at}", session_id=f"s{n}") for n in there]
    return found


def others() -> list[Record]:
    """Costs, roles, an assignment, a club."""
    found: list[Record] = []
    costs = (("Thuê hội trường, âm thanh", 2, "buổi", 3_000_000), ("Thù lao giảng viên", 3, "buổi", 2_000_000),
             ("Tài liệu, văn phòng phẩm", 40, "bộ", 120_000))  # fmt: skip
    for at, (text, count, unit, price) in enumerate(costs):
        found.append(
            CourseCost(
                id=f"c{at}",
                course_id="k1",
                position=f"a{at}",
                text=text,
                quantity=Decimal(count),
                unit=unit,
                price=price,
                amount=count * price,
                year=2026,
                source="NSNN",
            )
        )
    found += [
        PersonRole(id="r1", person_id="p5", role="lecturer", field="5S, Kaizen"),
        PersonRole(
            id="r2",
            person_id="p5",
            role="expert",
            certificate="CG-07",
            certified_on="2022-03-01",
            plan_id=_binh_duong(),
        ),
        ExpertAssignment(
            id="w1", person_id="p5", text="Hướng dẫn áp dụng 5S tại HTX Bình Minh", date_from="2026-06-01"
        ),
        Club(id="c1", name="Câu lạc bộ Năng suất Chất lượng Trường Cao đẳng Nghề", founded_on="2026-03-26"),
        *(PersonRole(id=f"m{at}", person_id=f"p{at}", role="member", club_id="c1") for at in range(1, 9)),
    ]
    return found


def fill(data: Path) -> None:
    """Put all of it into a file."""
    store = open_store(data)
    write(store, ChangeSet("Thêm", tuple(map(inserted, records()))))
    store.close()


def courses(stage: Stage) -> Iterator[str]:
    """Every page of a course, and the window of a pasted list."""
    page = stage.show("course", "k1", CoursePage)
    for number in range(page.pages.count()):
        page.pages.setCurrentIndex(number)
        stage.calm()
        yield f"course-{number + 1}"
    page = stage.show("course", "k2", CoursePage)
    page.pages.setCurrentWidget(page.people)
    yield "course-empty"
    QApplication.clipboard().setText((_PASTED / "chat.txt").read_text("utf-8"))
    page.people.ask_paste()
    stage.until(lambda: bool(page.findChildren(PasteWindow)))
    yield "course-paste"


def experts(stage: Stage) -> Iterator[str]:
    """A plan's experts by year."""
    place = next(at for at, spec in enumerate(stage.window.specs) if spec.key == "training")
    stage.section(place, "Chuyên gia")
    yield "experts"


def people_and_clubs(stage: Stage) -> Iterator[str]:
    """A person, and a club with its members."""
    page = stage.show("person", "p5", PersonPage)
    for number in range(page.pages.count()):
        page.pages.setCurrentIndex(number)
        stage.calm()
        yield f"person-{number + 1}"
    stage.show("club", "c1", ClubPage)
    yield "club"


def _binh_duong() -> str:
    """The key of the plan that wants experts by year."""
    book = read_plan(resource_path("samples", "BD-2021-2030.json").read_text("utf-8"))
    return next(iter(book.table(Plan)))
