"""Visits read back from a data file, and the list that shows them."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import change_set, inserted
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.inspections import InspectionPlan, Visit
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.visit_rows import VisitRow
from nscl_desktop.presenters.visit_list import OVERDUE, VisitList
from nscl_desktop.services.visit_work import (
    add_recommendation,
    answer_question,
    correct,
    finish,
    set_part_field,
    set_visit_field,
)
from nscl_desktop.storage.opening import open_store
from nscl_desktop.storage.store import Store
from nscl_desktop.storage.visit_queries import (
    advice_rows,
    checklist_records,
    checklist_version,
    inspection_plans,
    known_people,
    last_draft,
    plan_records,
    usable_checklists,
    visit_records,
    visit_rows,
)
from tests.inspections.sheets import after, book

TODAY = "2026-03-10"


def stored() -> list[Record]:
    """A finished visit with a recommendation, its correction, and a draft of a plan."""
    made = book()
    after(made, answer_question(made, "v", "papers", "Đạt"), add_recommendation(made, "v", "Lập sổ"))
    (advice,) = (each for each in made.records() if each.entity == "recommendation")
    after(made, set_part_field(made, advice, "deadline", "2026-03-01"), finish(made, "v"))  # type: ignore[arg-type]
    after(made, correct(made, "v", "ghi nhầm"))
    plan = InspectionPlan(id="ip", name="Đợt 1 năm 2026")
    return [*made.records(), plan, Visit(id="w", inspection_plan_id="ip")]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(open_store(tmp_path / "visits.db", clock=lambda: datetime(2026, 3, 10, tzinfo=UTC))) as opened:
        opened.apply(change_set("Thử", map(inserted, stored())), who="an", machine="may")
        yield opened


def test_the_rows_tell_names_corrections_and_what_is_to_be_mended(store: Store) -> None:
    with store.reading() as connection:
        rows = {row.id: row for row in visit_rows(connection)}
    assert len(rows) == 3
    assert rows["v"] == VisitRow(
        id="v", state="finished", version=1, number="", date="2026-03-05", location="Xưởng 1", enterprise_id="e",
        unit="Công ty TNHH Cơ khí Tân Phát", checklist="Kiểm tra tình hình thực hiện", purpose="inspection",
        inspection_plan_id=None, inspection_plan="", is_corrected=True, open_advice=1, next_deadline="2026-03-01",
    )  # fmt: skip
    assert rows["v"].is_corrected is True
    assert (rows["w"].inspection_plan, rows["w"].unit, rows["w"].next_deadline) == ("Đợt 1 năm 2026", "", "")


def test_a_visit_is_read_with_all_that_its_screen_needs(store: Store) -> None:
    with store.reading() as connection:
        found = list(visit_records(connection, "v"))
        lists = list(checklist_records(connection))
    assert {each.entity for each in found} == {
        "enterprise", "checklist", "question", "visit", "visit_participant", "answer", "recommendation",
        "inspection_plan",
    }  # fmt: skip
    assert {getattr(each, "visit_id", "v") for each in found} == {"v"}
    assert len([each for each in found if each.entity == "visit"]) == 2
    assert len(lists) == 11


def test_only_the_newest_version_of_a_recommendation_counts(store: Store) -> None:
    with store.reading() as connection:
        (row,) = advice_rows(connection)
    assert row.advice.text == "Lập sổ"
    assert row.advice.visit_id not in ("v", "w")  # the correction's, which is a draft that stands for a finished one
    assert (row.unit, row.visited_on, row.enterprise_id) == ("Công ty TNHH Cơ khí Tân Phát", "2026-03-05", "e")


def test_a_first_draft_tells_nobody_what_to_mend(store: Store) -> None:
    with store.reading() as connection:
        before = advice_rows(connection)
        made = Book(visit_records(connection, "w"))
    store.apply(add_recommendation(made, "w", "Chưa nói với ai"), who="an", machine="may")
    with store.reading() as connection:
        assert advice_rows(connection) == before


def test_the_draft_worked_on_last_is_known_from_the_journal(store: Store) -> None:
    with store.reading() as connection:
        assert last_draft(connection) == ""
        correction = next(row.id for row in visit_rows(connection) if row.version == 2)
        made = Book([*visit_records(connection, correction), *visit_records(connection, "w")])
    for key in ("w", correction):
        store.apply(set_visit_field(made, key, "location", "Xưởng 3"), who="an", machine="may")
        with store.reading() as connection:
            assert last_draft(connection) == key


def test_people_of_the_office_are_remembered_those_of_units_not(store: Store) -> None:
    with store.reading() as connection:
        assert known_people(connection) == [("Nguyễn Văn An", "Trưởng phòng", "")]


def test_plans_and_lists_are_read_alone(store: Store) -> None:
    with store.reading() as connection:
        assert [each.id for each in inspection_plans(connection)] == ["ip"]
        assert [each.id for each in plan_records(connection, "ip")] == ["ip"]
        assert list(plan_records(connection, "x")) == []
        assert [each.id for each in usable_checklists(connection)] == ["c"]
        assert len(list(checklist_version(connection, "c"))) == 11


def test_a_visit_that_is_gone_is_told_in_a_sentence(store: Store) -> None:
    with store.reading() as connection, pytest.raises(InputError, match="Không còn lần kiểm tra này"):
        list(visit_records(connection, "x"))


def row(key: str, unit: str, date: str, **more: object) -> VisitRow:
    values: dict[str, object] = {
        "state": "finished", "version": 1, "number": "", "location": "", "enterprise_id": None, "checklist": "Bảng A",
        "purpose": "inspection",
        "inspection_plan_id": None, "inspection_plan": "", "is_corrected": False, "open_advice": 0, "next_deadline": "",
    }  # fmt: skip
    return VisitRow(id=key, unit=unit, date=date, **{**values, **more})  # type: ignore[arg-type]  # of many types


@pytest.fixture
def visits() -> VisitList:
    made = VisitList()
    made.load([
        row("a", "Công ty Hòa Bình", "2026-03-01", number="05", open_advice=2, next_deadline="2026-03-05"),
        row("b", "Hợp tác xã An Phú", "2026-03-09", inspection_plan_id="p", inspection_plan="Đợt 1", version=2),
        row("c", "", "", state="draft", open_advice=1),
        row("d", "Công ty Hòa Bình", "2026-02-01", is_corrected=True),
        row("e", "Cơ sở Minh Anh", "2026-03-09", open_advice=1, next_deadline="2026-03"),
    ])  # fmt: skip
    return made


def keys(visits: VisitList) -> list[str]:
    return [each.visit_id for each in visits.entries(TODAY)]


def test_the_newest_come_first_those_without_a_day_before_them_and_corrected_ones_not(visits: VisitList) -> None:
    assert keys(visits) == ["c", "e", "b", "a"]
    visits.with_corrected = True
    assert keys(visits) == ["c", "e", "b", "a", "d"]


def test_visits_are_found_without_diacritics_by_unit_and_by_number(visits: VisitList) -> None:
    visits.query = "hoa binh"
    assert keys(visits) == ["a"]
    visits.query = "05"
    assert keys(visits) == ["a"]
    visits.query = "không có"
    assert keys(visits) == []


def test_visits_are_narrowed_by_state_plan_and_days(visits: VisitList) -> None:
    visits.state = "draft"
    assert keys(visits) == ["c"]
    visits.state = OVERDUE
    assert keys(visits) == ["a"]
    visits.state = ""
    visits.plan_id = "p"
    assert keys(visits) == ["b"]
    visits.plan_id = ""
    visits.date_from, visits.date_to = "2026-03-02", "2026-03-31"
    assert keys(visits) == ["e", "b"]
    visits.date_from = ""
    visits.date_to = "2026-03-01"
    assert keys(visits) == ["a"]


def test_an_entry_says_what_is_to_be_mended_and_whether_it_is_late(visits: VisitList) -> None:
    shown = {each.visit_id: each for each in visits.entries(TODAY)}
    assert shown["a"].advice == "2 kiến nghị chưa xong, có kiến nghị quá hạn"
    assert shown["e"].advice == "1 kiến nghị chưa xong, hạn gần nhất 3/2026"
    assert (shown["b"].state, shown["b"].what, shown["b"].advice) == ("Xong tại chỗ · bản sửa lần 1", "Đợt 1", "")
    assert (shown["c"].unit, shown["c"].date, shown["c"].state, shown["c"].advice) == (
        "Chưa chọn đơn vị", "Chưa có ngày", "Nháp", "",
    )  # fmt: skip


def test_plans_to_choose_from_are_those_of_the_visits(visits: VisitList) -> None:
    assert visits.plans() == [("", "Mọi đợt"), ("p", "Đợt 1")]
    assert not visits.is_empty
    assert VisitList().is_empty


def test_filters_are_counted_and_taken_away_together(visits: VisitList) -> None:
    assert not visits.is_narrowed
    visits.purpose = "survey"
    assert keys(visits) == []
    visits.query, visits.state = "hoa", "draft"
    assert (visits.is_narrowed, visits.filter_count) == (True, 2)
    visits.clear()
    assert keys(visits) == ["c", "e", "b", "a"]


def test_the_visits_of_a_plan_are_those_that_stand(visits: VisitList) -> None:
    assert [each.visit_id for each in visits.of_plan("p", TODAY)] == ["b"]
    entry = visits.entries(TODAY)[3]
    assert (entry.is_late, entry.stored_state) == (True, "finished")
    assert entry.spoken.startswith("Công ty Hòa Bình, 1/3/2026, Xong tại chỗ, Bảng A, 2 kiến nghị")
