"""One record as a form: fields in their kinds, open or closed, and texts that could not be accepted."""

import pytest

from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.plans import ISSUED, SUBMITTED, Plan
from nscl_desktop.presenters.record_form import RecordForm
from nscl_desktop.services.editing import delete_record
from nscl_desktop.services.workspace import PlanDesk
from tests.presenters.desks import in_state, item, refused, section, small_plan


@pytest.fixture
def desk() -> PlanDesk:
    return small_plan(section("I", "I", "Đào tạo"), item("I.1", "I", "1", "Lớp học"), Agency(id="yt", name="Sở Y tế"))


def plan_form(desk: PlanDesk) -> RecordForm:
    return RecordForm(desk, Plan, ("title", "number", "date", "year_to", "recipients", "group_comma"), desk.plan_id)


def test_a_form_shows_each_field_as_it_is_stored(desk: PlanDesk) -> None:
    form = plan_form(desk)
    assert [form.field(name).text for name in form.names] == ["Kế hoạch thử", "", "", "2023", "", "Không"]
    assert all(form.field(name).is_open for name in form.names)
    assert not form.field("group_comma").is_on


def test_what_is_typed_is_stored_at_once_and_undone_by_name(desk: PlanDesk) -> None:
    form = plan_form(desk)
    form.enter("date", "ngày 24 tháng 11 năm 2021")
    assert (desk.plan.date, form.field("date").text) == ("2021-11-24", "24/11/2021")
    assert desk.undo_stack.undo_words == "Sửa ngày ban hành kế hoạch P-1"
    form.enter("recipients", "Như trên;\nLưu: VT.")
    form.enter("group_comma", "Có")
    assert desk.plan.recipients == ("Như trên;", "Lưu: VT.")
    assert form.field("group_comma").is_on
    desk.undo()
    desk.undo()
    desk.undo()
    assert [form.field(name).text for name in ("date", "recipients", "group_comma")] == ["", "", "Không"]


def test_a_text_that_cannot_be_accepted_stays_beside_its_sentence_until_it_is_mended(desk: PlanDesk) -> None:
    form = plan_form(desk)
    said = refused(lambda: form.enter("date", "31/2/2021"))
    assert (form.field("date").text, form.field("date").error) == ("31/2/2021", said)
    assert desk.plan.date == ""
    form.enter("date", "28/2/2021")
    assert (form.field("date").text, form.field("date").error) == ("28/2/2021", "")


@pytest.mark.parametrize(
    ("name", "typed", "says"),
    [
        ("title", "  ", "không được để trống"),
        ("title", "Kế hoạch\nnăm 2021", "chỉ nhận một dòng"),
        ("year_to", "20210", "phải từ 1900 đến 2199"),
        ("recipients", "x" * 20_001, "ký tự"),
    ],
)
def test_rules_of_the_field_are_told(desk: PlanDesk, name: str, typed: str, says: str) -> None:
    form = plan_form(desk)
    assert says in refused(lambda: form.enter(name, typed))
    assert says in form.field(name).error


def test_another_record_in_the_same_form_lets_the_rejected_text_go(desk: PlanDesk) -> None:
    form = RecordForm(desk, Line, ("text", "price"), "I")
    refused(lambda: form.enter("price", "nhiều"))
    form.show("I")
    assert form.field("price").text == "nhiều"
    form.show("I.1")
    assert (form.field("price").text, form.field("price").error) == ("", "")
    assert form.field("text").text == "Lớp học"


def test_links_and_choices_are_offered_with_an_empty_link_first(desk: PlanDesk) -> None:
    form = RecordForm(desk, Line, ("lead_id", "kind"), "I")
    assert form.offers("lead_id") == [("", "—"), ("yt", "Sở Y tế")]
    assert form.offers("kind")[0] == ("section", "Mục lớn")
    assert (form.stored("lead_id"), form.stored("kind")) == ("", "section")
    form.enter("lead_id", "yt")
    assert (form.stored("lead_id"), form.field("lead_id").text) == ("yt", "Sở Y tế")
    form.enter("lead_id", "")
    assert form.stored("lead_id") == ""


def test_a_record_that_is_gone_leaves_the_form_empty_and_closed(desk: PlanDesk) -> None:
    form = RecordForm(desk, Line, ("text", "kind"), "I.1")
    desk.perform(delete_record(desk.book, desk.budget, desk.book.get(Line, "I.1")))
    assert form.record is None
    assert (form.field("text").text, form.field("text").is_open, form.stored("kind")) == ("", False, "")
    form.enter("text", "Lớp khác")
    assert desk.undo_stack.undo_words == "Xóa mục I.1"


def test_each_state_closes_what_it_must(desk: PlanDesk) -> None:
    submitted, issued = plan_form(in_state(desk, SUBMITTED)), plan_form(in_state(desk, ISSUED))
    assert [submitted.field(name).is_open for name in ("title", "number", "date")] == [False, True, True]
    assert [issued.field(name).is_open for name in ("title", "number", "date")] == [False, False, False]
    assert "đã trình" in refused(lambda: submitted.enter("title", "Khác"))
    assert submitted.field("title").text == "Khác"


def test_the_state_itself_is_no_field_to_be_typed(desk: PlanDesk) -> None:
    form = RecordForm(desk, Plan, ("status",), desk.plan_id)
    assert "các bước trình, rút về nháp, ban hành" in refused(lambda: form.enter("status", "issued"))
