"""Đào tạo on a unit's page, and the lists of the tab: what their lines say."""

from nscl_desktop.domain.courses.counts import HeadCount
from nscl_desktop.domain.courses.rows import ClubRow, CourseRow, PersonRow, UnitTraining
from nscl_desktop.presenters.course_list import club_lines, course_lines, people_lines
from nscl_desktop.presenters.unit_training import training_lines


def learned(key: str, person: str | None, state: str) -> UnitTraining:
    return UnitTraining(key, f"Lớp {key}", 2026, "", person, person or "", "Tổ trưởng", state, "")


def test_a_unit_counts_turns_and_persons_apart() -> None:
    rows = [learned("k1", "An", "passed"), learned("k2", "An", "attended"), learned("k2", None, "attended"),
            learned("k2", "Bình", "absent")]  # fmt: skip
    found = training_lines(rows)
    assert found[0].cells == ("2026", "Lớp k1", "An", "Tổ trưởng", "Đạt", "")
    assert found[0].opens == ("course", "k1")
    assert found[-1].cells[1] == "Có tham dự: 3 lượt người, 1 người (chưa kể 1 lượt chưa rõ người)"
    assert training_lines([]) == []


def course(key: str, title: str, year: int, **fields: object) -> CourseRow:
    values = {
        "id": key, "title": title, "kind": "held", "state": "finished", "topic": "", "year": year, "date_from": "",
        "location": "", "plan_id": None, "sessions": 0, "enrolled": 0, "passed": 0, "certificates": 0,
        "heads": HeadCount(),
    }  # fmt: skip
    return CourseRow(**values | fields)  # type: ignore[arg-type]  # fields of many types, by name


def test_courses_stand_newest_first_and_are_sought_without_dau() -> None:
    rows = [
        course("a", "Công cụ 5S", 2025, enrolled=40), course("b", "ISO 9001", 2026, kind="sent", heads=HeadCount(3, 2)),
        course("c", "Kaizen", 2025, date_from="2025-06-01", topic="cải tiến"),
    ]  # fmt: skip
    assert course_lines(rows, "") == [
        ("b", "ISO 9001", "2026 · cử đi học · Đã kết thúc · 3 lượt người, 2 người"),
        ("c", "Kaizen", "1/6/2025 · Đã kết thúc"), ("a", "Công cụ 5S", "2025 · Đã kết thúc · 40 học viên"),
    ]  # fmt: skip
    assert [key for key, *_ in course_lines(rows, "cai tien")] == ["c"]


def test_people_stand_by_given_name_and_are_filtered_by_what_they_are() -> None:
    def person(key: str, name: str, *roles: str, staff: bool = False) -> PersonRow:
        return PersonRow(id=key, name=name, birth_year=None, unit="Sở Y tế" if key == "a" else "", title="", phone="",
                         is_staff=staff, roles=frozenset(roles), turns=2 if key == "a" else 0)  # fmt: skip

    rows = [person("a", "Trần Bình", "expert", "lecturer"), person("b", "Võ Ánh", staff=True), person("c", "Lê An")]
    assert [key for key, *_ in people_lines(rows, "", "")] == ["c", "b", "a"]
    assert people_lines(rows, "", "expert") == [("a", "Trần Bình", "chuyên gia, giảng viên · Sở Y tế · 2 lượt học")]
    assert people_lines(rows, "", "staff") == [("b", "Võ Ánh", "Chưa ghi đơn vị")]
    assert [key for key, *_ in people_lines(rows, "so y te", "")] == ["a"]


def test_clubs_tell_members_and_founding() -> None:
    rows = [ClubRow("b", "CLB Bình", "2026-03-01", "12/QĐ", 3), ClubRow("a", "CLB An", "", "", 0)]
    assert club_lines(rows, "") == [
        ("a", "CLB An", "0 thành viên"), ("b", "CLB Bình", "3 thành viên · thành lập 1/3/2026 · 12/QĐ"),
    ]  # fmt: skip
