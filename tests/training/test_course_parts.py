"""A course's steps: opened with its papers, parts added and taken away, all named and all undone whole."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.courses.whole import WholeCourse, whole_course
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.training import (
    HELD,
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
)
from nscl_desktop.services import course_papers, people
from nscl_desktop.services import course_parts as parts
from nscl_desktop.services import course_results as results
from tests.training.small_courses import course, enrolment, sessions, was_at, whole
from tests.training.small_courses import people as four_people


def book_of(*records: Record) -> Book:
    return Book([course(), *four_people(), *records])


def seen(book: Book) -> WholeCourse:
    found = whole_course(book, "k")
    assert found is not None
    return found


def apply(book: Book, step: ChangeSet) -> None:
    book.apply(step.changes)


def test_a_course_begins_with_the_papers_that_its_settlement_needs() -> None:
    held, sent = parts.open_course("Lớp 5S", year=2026), parts.open_course("Cử đi học TFP", SENT)
    assert held.words == "Mở lớp “Lớp 5S”"
    assert len(held.changes) - 1 == len(course_papers.shipped_papers(HELD)) == 11
    assert len(sent.changes) - 1 == len(course_papers.shipped_papers(SENT)) == 5
    with pytest.raises(InputError, match="Tên lớp"):
        parts.open_course("  ")


def test_papers_that_are_missing_are_those_required_that_did_not_come_and_are_needed() -> None:
    some = [
        CoursePaper(id="a", course_id="k", name="Giấy mời, công văn mời cử học viên", received_on="2026-05-01"),
        CoursePaper(id="b", course_id="k", name="Báo cáo", not_needed="lớp một buổi"),
        CoursePaper(id="c", course_id="k", name="Hóa đơn", is_required=False),
        CoursePaper(id="d", course_id="k", name="Danh sách ký tên"),
    ]
    assert [each.id for each in course_papers.lacking(some)] == ["d"]
    book = book_of(*some)
    apply(book, parts.add_missing_papers(seen(book)))
    assert len(seen(book).papers) == 4 + 10
    assert not parts.add_missing_papers(seen(book))


def test_parts_stand_behind_the_others_and_a_cost_is_quantity_times_price() -> None:
    book = book_of()
    for text in ("Thuê hội trường", "Thù lao giảng viên"):
        apply(book, parts.add_part(seen(book), CourseCost, text=text))
    apply(book, parts.add_part(seen(book), Session, subject="Mở đầu"))
    apply(book, parts.add_part(seen(book), CoursePaper, name="Giấy đi đường"))
    second = seen(book).costs[1]
    assert second.text == "Thù lao giảng viên"
    apply(book, parts.set_value(course(), second, "quantity", Decimal("2.5")))
    assert seen(book).costs[1].amount is None
    apply(book, parts.set_value(course(), seen(book).costs[1], "price", 2_000_001))
    assert seen(book).costs[1].amount == 5_000_003  # 5.000.002,5
    apply(book, parts.set_value(course(), seen(book).costs[1], "amount", 5_000_000))
    assert seen(book).costs[1].amount == 5_000_000
    step = parts.set_value(course(), course(), "title", "Kaizen")
    assert (step.words, step.scope) == ("Sửa lớp “Công cụ 5S”", "k")


def test_a_person_is_enrolled_once_with_unit_and_position_of_that_time_and_two_machines_make_the_same_record() -> None:
    book, other = book_of(), book_of()
    person = Person(id="p1", name="Nguyễn Thị An", title="Trưởng phòng", unit="Sở Công Thương", phone="0901")
    for each in (book, other):
        apply(each, parts.enrol(seen(each), person))
    found = seen(book).enrolments[0]
    assert (found.unit, found.title, found.phone, found.state) == (
        "Sở Công Thương", "Trưởng phòng", "0901", "registered",
    )  # fmt: skip
    assert found == seen(other).enrolments[0]
    with pytest.raises(InputError, match="đã có trong danh sách"):
        parts.enrol(seen(book), person)


def test_taking_a_session_away_takes_who_was_there_and_undoing_brings_all_back() -> None:
    book = book_of(*sessions(), enrolment(1), *was_at(1, "s1", "s2"), CourseCost(id="c", course_id="k", text="Nước"))
    before = set(book.records())
    step = parts.remove_part(book, course(), book.get(Session, "s1"))
    assert step.words == "Xóa buổi học “Lý thuyết” ở lớp “Công cụ 5S”"
    apply(book, step)
    assert [each.session_id for each in book.table(Attendance).values()] == ["s2"]
    apply(book, step.inverted("Hoàn tác"))
    assert set(book.records()) == before
    names = [parts.remove_part(book, course(), each).words for each in (
        book.get(Enrolment, "e1"), book.get(CourseCost, "c"), enrolment(9, person_id=None))]  # fmt: skip
    assert names == [
        "Xóa học viên Nguyễn Thị An ở lớp “Công cụ 5S”", "Xóa khoản chi của lớp “Nước” ở lớp “Công cụ 5S”",
        "Xóa học viên ở lớp “Công cụ 5S”",
    ]  # fmt: skip


def test_a_course_goes_with_its_parts_but_not_with_its_people_and_not_once_certificates_are_out() -> None:
    book = book_of(*sessions(), enrolment(1), *was_at(1, "s1"))
    apply(book, parts.remove_course(book, course()))
    assert {type(each) for each in book.records()} == {Person}
    with pytest.raises(InputError, match="đã cấp 1 giấy chứng nhận"):
        parts.remove_course(book_of(enrolment(1, certificate="01")), course())


def test_attendance_of_two_machines_meets_in_one_record_and_states_follow() -> None:
    one, two, three = enrolment(1), enrolment(2, state="attended"), enrolment(3, state="passed")
    book = book_of(*sessions(), one, two, three, *was_at(2, "s1"))
    first, second, _ = seen(book).sessions
    cells = {(one, first): True, (one, second): False, (two, first): False, (three, first): False}
    step = results.mark_attendance(seen(book), book.table(Attendance).values(), cells)
    assert step.words == "Ghi có mặt 4 ô ở lớp “Công cụ 5S”"
    elsewhere = results.mark_attendance(seen(book_of(*sessions(), one)), [], {(one, first): True})
    assert elsewhere.changes[0].id == next(each.id for each in step.changes if each.before is None)
    apply(book, step)
    assert [each.state for each in seen(book).enrolments] == ["attended", "registered", "passed"]
    assert seen(book).attendance == {("e1", "s1")}
    assert not results.mark_attendance(
        seen(book), book.table(Attendance).values(), {(seen(book).enrolments[0], first): True}
    )


def test_the_rule_gives_everyone_a_state_in_one_step_and_certificates_follow_the_list() -> None:
    people = [enrolment(at, points=Decimal(7)) for at in (1, 2, 3)]
    book = book_of(*sessions(), *people, *was_at(1, "s1", "s2"), *was_at(2, "s1"), *was_at(3, "s2", "s3"))
    apply(book, results.apply_rule(seen(book)))
    assert [each.state for each in seen(book).enrolments] == ["passed", "attended", "passed"]
    step = results.give_certificates(seen(book), ["03/2026/CN-TĐC"], 2026, "2026-06-01")
    apply(book, step)
    assert [(each.certificate, each.certified_on) for each in seen(book).enrolments] == [
        ("04/2026/CN-TĐC", "2026-06-01"), ("", ""), ("05/2026/CN-TĐC", "2026-06-01"),
    ]  # fmt: skip
    with pytest.raises(InputError, match="Không có học viên nào đạt"):
        results.give_certificates(seen(book), [], 2026, "2026-06-01")
    some = seen(book).enrolments[:1]
    apply(book, results.note_printing(course(), some))
    assert seen(book).enrolments[0].copies == 0
    apply(book, results.note_printing(course(), seen(book).enrolments[:1]))
    assert seen(book).enrolments[0].copies == 1


def test_the_year_of_certificates_is_that_of_the_course_else_of_its_days_else_of_today() -> None:
    assert results.certificate_year(course(), "2027-01-01") == 2026
    assert results.certificate_year(course(year=None, date_from="2025-12-30"), "2027-01-01") == 2025
    assert results.certificate_year(course(year=None), "2027-01-01") == 2027


def test_people_have_roles_and_assignments_and_stay_while_a_course_names_them() -> None:
    person = Person(id="p", name="Đỗ Quốc Em")
    book = Book([person])
    for step in (
        people.add_part(person, PersonRole, certificate="CG-01"),
        people.add_part(person, ExpertAssignment, text="Hướng dẫn 5S"),
        people.set_value(person, person, "birth_year", 1990),
    ):
        apply(book, step)
    person = book.get(Person, "p")
    role = next(iter(book.table(PersonRole).values()))
    assert people.set_value(person, role, "role", "lecturer").words == "Sửa vai trò của người của Đỗ Quốc Em"
    assert people.remove_part(person, role).words == "Xóa vai trò của người của Đỗ Quốc Em"
    assert people.add_person("Lý Thu Hà", unit="Sở Y tế").words == "Thêm Lý Thu Hà"
    with pytest.raises(InputError, match="danh sách của 2 lớp"):
        people.remove_person(book, person, 2)
    apply(book, people.remove_person(book, person, 0))
    assert list(book.records()) == []


def test_a_club_has_each_member_once_and_leaves_them_when_it_closes() -> None:
    person = Person(id="p", name="Đỗ Quốc Em")
    step = people.found_club("CLB NSCL Trường Cao đẳng", founded_on="2026-03-01")
    book = Book([person])
    apply(book, step)
    club = book.get(Club, step.scope)
    joining = people.join_club(book, club, person, "2026-03-01")
    apply(book, joining)
    with pytest.raises(InputError, match="đã là thành viên"):
        people.join_club(book, club, person)
    role = next(iter(book.table(PersonRole).values()))
    assert (role.role, role.club_id) == ("member", club.id)
    assert people.leave_club(club, role, person.name).words.startswith("Xóa Đỗ Quốc Em khỏi câu lạc bộ")
    assert people.set_club(club, club, "decision", "12/QĐ").words == "Sửa câu lạc bộ “CLB NSCL Trường Cao đẳng”"
    apply(book, people.close_club(book, club))
    assert list(book.records()) == [person]


def test_a_course_that_is_whole_knows_its_title() -> None:
    assert isinstance(whole().course, Course)
