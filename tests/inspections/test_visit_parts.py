"""Who comes along, the order of people and recommendations, drafts that are deleted, plans of inspections."""

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.inspections import (
    CLERK,
    HEAD,
    Answer,
    InspectionPlan,
    Participant,
    Recommendation,
    Visit,
)
from nscl_desktop.domain.visit_sheet import VisitSheet
from nscl_desktop.services.inspection_plans import delete_plan, new_plan, set_plan_value
from nscl_desktop.services.visit_work import (
    Attending,
    add_recommendation,
    answer_question,
    delete_visit,
    finish,
    move_part,
    new_visit,
)
from tests.inspections.sheets import after, book


def test_a_visit_is_made_with_its_team_in_one_step() -> None:
    made = book()
    team = [Attending("Nguyễn Văn An", HEAD, "Phó Chi cục trưởng", "Chi cục"), Attending("Trần Thị Ngọc", CLERK)]
    step = new_visit(made, "e", "c", location="Xưởng 2", inspection_plan_id="ip", people=team)
    after(made, step)
    sheet = VisitSheet(made, step.scope)
    assert [(each.name, each.role, each.title, each.unit) for each in sheet.participants] == [
        ("Nguyễn Văn An", HEAD, "Phó Chi cục trưởng", "Chi cục"), ("Trần Thị Ngọc", CLERK, "", ""),
    ]  # fmt: skip
    assert (sheet.visit.location, sheet.visit.inspection_plan_id) == ("Xưởng 2", "ip")


def test_somebody_without_a_name_cannot_come_along() -> None:
    with pytest.raises(InputError, match="Họ và tên"):
        new_visit(book(), "e", "c", people=[Attending("  ", HEAD)])


def test_a_draft_is_deleted_with_all_that_was_answered_and_comes_back_whole() -> None:
    made = book()
    after(made, answer_question(made, "v", "papers", "Đạt"), add_recommendation(made, "v", "Lập sổ"))
    before = {each.id: each for each in made.records()}
    step = delete_visit(made, "v")
    after(made, step)
    assert not made.table(Visit)
    assert not made.table(Answer)
    assert not made.table(Participant)
    assert not made.table(Recommendation)
    after(made, step.inverted("Hoàn tác"))
    assert {each.id: each for each in made.records()} == before


def test_a_finished_visit_is_never_deleted() -> None:
    made = book()
    after(made, answer_question(made, "v", "papers", "Đạt"))
    after(made, finish(made, "v"))
    with pytest.raises(InputError, match="lập bản sửa"):
        delete_visit(made, "v")
    person = made.get(Participant, "p1")
    with pytest.raises(InputError, match="đã kết thúc"):
        move_part(made, person, 1)


def order(made: Book) -> list[str]:
    return [each.id for each in VisitSheet(made, "v").participants]


def test_people_and_recommendations_change_places_and_stay_at_the_ends() -> None:
    made = book()
    after(made, move_part(made, made.get(Participant, "p1"), 1))
    assert order(made) == ["p2", "p1"]
    assert not move_part(made, made.get(Participant, "p1"), 1)
    after(made, move_part(made, made.get(Participant, "p1"), -1))
    assert order(made) == ["p1", "p2"]
    for text in ("Một", "Hai", "Ba"):
        after(made, add_recommendation(made, "v", text))
    last = VisitSheet(made, "v").recommendations[-1]
    after(made, move_part(made, last, -1))
    assert [each.text for each in VisitSheet(made, "v").recommendations] == ["Một", "Ba", "Hai"]


def test_a_plan_of_inspections_is_made_changed_and_deleted_once_it_is_empty() -> None:
    made = Book()
    step = new_plan("  Đợt 1 năm 2026 ", is_ad_hoc=True)
    after(made, step)
    plan = made.get(InspectionPlan, step.scope)
    assert (plan.name, plan.is_ad_hoc) == ("Đợt 1 năm 2026", True)
    after(made, set_plan_value(plan, "date_from", "2026-03-05"))
    plan = made.get(InspectionPlan, step.scope)
    with pytest.raises(InputError, match="còn 2 lần kiểm tra"):
        delete_plan(plan, 2)
    after(made, delete_plan(plan, 0))
    assert not made.table(InspectionPlan)


def test_a_plan_needs_a_name_and_days_in_their_order() -> None:
    with pytest.raises(InputError, match="Tên đợt"):
        new_plan(" ")
    plan = InspectionPlan(id="ip", name="Đợt 1", date_from="2026-03-05", date_to="2026-03-09")
    with pytest.raises(InputError, match="kết thúc trước ngày bắt đầu"):
        set_plan_value(plan, "date_to", "2026-03-04")
    with pytest.raises(InputError, match="kết thúc trước ngày bắt đầu"):
        set_plan_value(plan, "date_from", "2026-04")
    assert set_plan_value(plan, "date_to", "2026-03")
    assert set_plan_value(plan, "note", "x").words == "Sửa ghi chú của đợt kiểm tra"
