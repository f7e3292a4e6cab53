"""Lượt người and người, who passes, numbers of certificates, what is remarked: counted by hand."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.courses.counts import head_count
from nscl_desktop.domain.courses.numbering import gaps, next_numbers, numbers_in
from nscl_desktop.domain.courses.remarks import course_remarks
from nscl_desktop.domain.courses.results import proposed_state, standing
from nscl_desktop.domain.courses.whole import whole_course
from nscl_desktop.domain.errors import InputError
from tests.training.small_courses import course, enrolment, sessions, was_at, whole


def test_somebody_on_two_courses_is_two_turns_and_one_person() -> None:
    found = head_count(
        [
            enrolment(1, state="attended"), enrolment(5, person_id="p1", course_id="other", state="passed"),
            enrolment(2, state="passed"), enrolment(3, state="registered"), enrolment(4, state="absent"),
            enrolment(6, person_id=None, state="attended"), enrolment(7, person_id="p9", state="invited"),
        ]
    )  # fmt: skip
    assert found == (4, 2, 1)
    assert found.words == "4 lượt người, 2 người (chưa kể 1 lượt chưa rõ người)"
    assert head_count([]).words == "0 lượt người, 0 người"


def test_sessions_stand_in_time_and_undated_ones_last() -> None:
    assert [each.id for each in whole(*sessions()).sessions] == ["s1", "s2", "s3"]
    assert whole_course(Book([]), "k") is None


@pytest.mark.parametrize(
    ("keys", "points", "expected", "why"),
    [
        (("s1", "s2"), "5", "passed", ""),
        (("s1", "s2", "s3"), "4.5", "attended", "4,5 điểm, phải đạt 5"),
        (("s1",), "9", "attended", "dự 1/2 buổi"),
        (("s1",), None, "attended", "dự 1/2 buổi; chưa có điểm"),
        ((), "9", "absent", "dự 0/2 buổi"),
    ],
)
def test_sessions_and_points_decide_who_passes(
    keys: tuple[str, ...], points: str | None, expected: str, why: str
) -> None:
    one = enrolment(1, points=None if points is None else Decimal(points))
    found = whole(*sessions(), one, *was_at(1, *keys))
    assert (proposed_state(found, one), standing(found, one).why) == (expected, why)


def test_all_sessions_are_needed_where_no_number_is_given_and_no_points_where_none_are_asked() -> None:
    one = enrolment(1)
    found = whole(*sessions(), one, *was_at(1, "s1", "s2"), sessions_to_pass=None, points_to_pass=None)
    assert standing(found, one)[:3] == (2, 3, False)


def test_a_course_without_sessions_goes_by_who_was_there_and_calls_nobody_absent() -> None:
    there, asked = enrolment(1, state="attended"), enrolment(2, state="invited")
    found = whole(there, asked, points_to_pass=None)
    assert [proposed_state(found, each) for each in (there, asked)] == ["passed", "invited"]
    assert standing(found, asked).why == "chưa ghi có tham dự"
    weak = enrolment(3, state="attended", points=Decimal(4))
    assert proposed_state(whole(weak), weak) == "attended"


def test_a_series_counts_on_behind_its_greatest_number_and_tells_its_gaps() -> None:
    known = ["01/2026/CN-TĐC", " 4/2026/cn-tđc", "04/2025/CN-TĐC", "07/CN", ""]
    series = "{số}/{năm}/CN-TĐC"
    assert numbers_in(series, 2026, known) == [1, 4]
    assert next_numbers(series, 2026, known, 2) == ["05/2026/CN-TĐC", "06/2026/CN-TĐC"]
    assert gaps(series, 2026, known) == ("02/2026/CN-TĐC", "03/2026/CN-TĐC")
    assert next_numbers("{số}/2021/CN-TĐC", 2021, [], 1) == ["01/2021/CN-TĐC"]
    assert gaps("CN", 2026, known) == ()
    with pytest.raises(InputError, match=r"chưa có \{số\}"):
        next_numbers("CN-TĐC", 2026, [], 1)


def test_remarks_warn_with_numbers_and_names() -> None:
    people = [
        enrolment(1, state="passed", certificate="01/2026/CN-TĐC"),
        enrolment(2, state="registered", certificate="05/2026/CN-TĐC"),
        enrolment(3, state="passed", certificate="05/2026/cn-tđc", points=Decimal(8)),
        enrolment(4, state="absent"),
        enrolment(5, person_id="p1"), enrolment(6, person_id=None, certificate="x"),
        enrolment(7, person_id="p8", certificate="y"), enrolment(8, person_id="p9", certificate="z"),
    ]  # fmt: skip
    found = whole(*sessions(), *people, *was_at(1, "s1"), *was_at(3, "s1", "s2"))
    assert [each.words for each in course_remarks(found, ["01/2026/CN-TĐC", "09/2026/CN-TĐC"], 2026)] == [
        "Có 7 học viên, vượt 4 người so với số tối đa 3.",
        "Nguyễn Thị An có 2 lần trong danh sách.",
        "Nguyễn Thị An ghi Đạt nhưng dự 1/2 buổi; chưa có điểm.",
        "4 học viên có số chứng nhận mà chưa đạt: Trần Văn Bình, (chưa rõ người), (chưa rõ người) và 1 người nữa.",
        "Số chứng nhận 01/2026/CN-TĐC của Nguyễn Thị An đã cấp ở lớp khác.",
        "Số chứng nhận 05/2026/CN-TĐC cấp cho 2 người: Trần Văn Bình, Lê Hoàng Cường.",
        "Dãy số chứng nhận còn trống 02/2026/CN-TĐC, 03/2026/CN-TĐC, 04/2026/CN-TĐC và 3 số nữa.",
    ]
    assert course_remarks(found)[1].enrolments == ("e1", "e5")


def test_a_rule_that_nobody_can_fulfil_is_remarked_and_a_sound_course_is_not() -> None:
    assert [each.words for each in course_remarks(whole(*sessions(), sessions_to_pass=4))] == [
        "Phải dự 4 buổi để đạt mà lớp chỉ có 3 buổi, nên không ai đạt được."
    ]
    assert course_remarks(whole(*sessions(), enrolment(1, certificate=""))) == ()
    assert course_remarks(whole(most_people=None, sessions_to_pass=None)) == ()
    assert course().most_people == 3
