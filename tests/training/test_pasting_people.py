"""A pasted list held against those on file and taken over in one step, which is undone as one."""

from pathlib import Path

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.courses.matching import State, match_people
from nscl_desktop.domain.courses.pasted import PastedPerson, read_people
from nscl_desktop.domain.courses.rows import PersonRow
from nscl_desktop.domain.courses.whole import whole_course
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.training import Person
from nscl_desktop.presenters.pasting_desk import NEW, SKIP, PastingDesk
from nscl_desktop.services.people_pasting import take_over
from tests.training.small_courses import course, whole

PASTED = Path(__file__).parent / "pasted"


def on_file(key: str, name: str, year: int | None = None, unit: str = "") -> PersonRow:
    return PersonRow(
        id=key, name=name, birth_year=year, unit=unit, title="", phone="", is_staff=False, roles=frozenset(), turns=0
    )


def row(line: int, name: str, year: int = 0, unit: str = "") -> PastedPerson:
    return PastedPerson(line, name, year, "", unit)


@pytest.mark.parametrize(
    ("pasted", "state", "why"),
    [
        (row(1, "Nguyễn Thị An", 1985), State.FOUND, "cùng họ tên, năm sinh"),
        (row(1, "NGUYỄN THỊ AN", 1985, "Cty An Phát"), State.FOUND, "cùng họ tên, năm sinh, đơn vị"),
        (row(1, "Nguyễn Thị An", 1986, "Công ty TNHH An Phát"), State.NEW, ""),
        (row(1, "Nguyễn Thị An", 1985, "Sở Nội vụ"), State.DOUBTFUL,
         "cùng họ tên và năm sinh nhưng ở Công ty TNHH An Phát"),
        (row(1, "Nguyễn Thị An", 0, "Sở Nội vụ"), State.DOUBTFUL, "cùng họ tên nhưng ở Công ty TNHH An Phát"),
        (row(1, "Nguyễn Thị An"), State.DOUBTFUL, "cùng họ tên, chưa có năm sinh và đơn vị để so"),
        (row(1, "Nguyen Thi An", 1985), State.DOUBTFUL, "chỉ khác dấu với Nguyễn Thị An"),
        (row(1, "Nguyễn Thị Ân", 1985), State.NEW, ""),
        (row(1, "Trần B", 1990), State.DOUBTFUL, "2 người giống nhau trong tệp"),
        (row(1, "Lê Dự", 1991), State.DOUBLE, "đã là học viên của lớp này"),
        (row(1, "Võ Mới", 1991), State.NEW, ""),
    ],
)  # fmt: skip
def test_name_year_and_unit_say_who_it_is(pasted: PastedPerson, state: State, why: str) -> None:
    known = [
        on_file("p1", "Nguyễn Thị An", 1985, "Công ty TNHH An Phát"), on_file("p2", "Trần B", 1990),
        on_file("p3", "Trần B", 1990, "HTX Ba"), on_file("p4", "Lê Dự", 1991),
    ]  # fmt: skip
    found = match_people([pasted], known, ["p4"])[0]
    assert (found.state, found.why) == (state, why)


def test_a_row_that_comes_again_is_double() -> None:
    rows = [row(1, "Nguyễn Thị An", 1985), row(2, "Nguyễn Thị An", 1985, "Sở Nội vụ"), row(3, "Lê Bé"), row(4, "Lê Bé"),
            row(5, "Nguyễn Thị An", 1990)]  # fmt: skip
    found = match_people(rows, [], [])
    assert [each.state for each in found] == [State.NEW, State.DOUBLE, State.NEW, State.DOUBLE, State.NEW]
    assert found[1].why == "trùng dòng 1 của danh sách"


def test_forty_people_are_taken_over_in_one_step_and_undone_as_one() -> None:
    people = read_people((PASTED / "excel.txt").read_text("utf-8")).people
    known = Person(id="p", name="Nguyễn Thị An", birth_year=1985, unit="An Phát cũ", title="Nhân viên")
    book = Book([course()])
    empty = whole_course(book, "k")
    assert empty is not None
    chosen = [(people[0], known), *((each, None) for each in people[1:]), (people[0], known)]
    step = take_over(empty, chosen, {"so cong thuong": "u9"})
    assert step.words == "Dán 40 học viên vào lớp “Công cụ 5S”"
    assert len(step.changes) == 40 + 39
    book.apply(step.changes)
    book.apply([])
    found = whole_course(book, "k")
    assert found is not None
    first, fifth = found.enrolments[0], found.enrolments[4]
    assert (first.person_id, first.unit, first.title) == (
        "p", "Công ty TNHH Sản xuất, Thương mại An Phát", "Trưởng phòng",
    )  # fmt: skip
    assert (fifth.enterprise_id, found.name_of(fifth)) == ("u9", "Đỗ Quốc Em")
    assert book.get(Person, fifth.person_id or "").enterprise_id == "u9"
    assert [each.position for each in found.enrolments] == sorted(each.position for each in found.enrolments)
    book.apply(step.inverted("Hoàn tác").changes)
    assert list(book.records()) == [course()]


def test_a_row_without_unit_keeps_the_units_of_the_person_and_nothing_chosen_is_refused() -> None:
    known = Person(id="p", name="Lê Dự", enterprise_id="u1", unit="An Phát", title="Tổ trưởng", phone="0901")
    step = take_over(whole(), [(PastedPerson(1, "Lê Dự"), known)], {})
    made = step.changes[0].after
    assert made is not None
    assert (made["enterprise_id"], made["unit"], made["title"], made["phone"]) == ("u1", "An Phát", "Tổ trưởng", "0901")
    with pytest.raises(InputError, match="Chưa có dòng nào"):
        take_over(whole(), [], {})


def test_the_desk_proposes_lets_decide_and_tells_how_many_of_each() -> None:
    desk = PastingDesk([on_file("p1", "Lê An", 1990, "HTX Ba"), on_file("p2", "Võ Bé", None, "HTX Hai")])
    assert desk.summary == "Chưa thấy họ tên nào trong phần đã dán."
    text = "Danh sách\nLê An - 1990 - HTX Ba\nVõ Bé - 1985 - Sở Y tế\nĐỗ Mới - 1999 - HTX Ba\nĐỗ Mới - 1999"
    desk.read(text, [])
    assert desk.summary == (
        "4 người: 1 mới, 1 đã có, 1 cần xem, 1 trùng. Không phải học viên: dòng 1 “Danh sách”."
    )  # fmt: skip
    assert [desk.action(each) for each in desk.matches] == ["p1", NEW, NEW, SKIP]
    assert (desk.count, desk.wanted, desk.units) == (3, ["p1"], ["HTX Ba", "Sở Y tế"])
    doubtful = desk.matches[1]
    assert [label for _, label in desk.offers(doubtful)] == ["Là Võ Bé · HTX Hai", "Thêm người mới", "Bỏ qua"]
    desk.decide(doubtful, "p2")
    desk.decide(desk.matches[0], SKIP)
    desk.read(f"{text}\nGhi chú: hết\nCảm ơn", [])
    assert [each[7] for each in desk.rows()] == ["Bỏ qua", "Lấy người đã có", "Thêm người mới", "Bỏ qua"]
    assert desk.summary.endswith("dòng 1 “Danh sách”, dòng 6 “Ghi chú: hết” và 1 dòng nữa.")
    step = desk.step(whole(), {"p2": Person(id="p2", name="Võ Bé")}, {})
    assert [(change.entity, (change.after or {}).get("name")) for change in step.changes] == [
        ("enrolment", None), ("person", "Đỗ Mới"), ("enrolment", None),
    ]  # fmt: skip
