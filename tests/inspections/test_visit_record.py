"""A visit on the desk as head, form and tables; what a new one begins with; its paper."""

from dataclasses import replace

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.enterprises import Contact, Enterprise
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.inspections import (
    CLERK,
    HEAD,
    HOST,
    MEMBER,
    SURVEY,
    Checklist,
    InspectionPlan,
    Participant,
    Recommendation,
    Visit,
)
from nscl_desktop.domain.supports import Dossier
from nscl_desktop.domain.visit_rows import AdviceRow, KnownPerson, VisitRow
from nscl_desktop.domain.visit_sheet import VisitSheet
from nscl_desktop.presenters.inspection_plan_record import PlanEntries, PlanForm
from nscl_desktop.presenters.minutes_sheet import (
    Letterhead,
    blank_form,
    exported_words,
    form_name,
    minutes_name,
    visit_minutes,
)
from nscl_desktop.presenters.visit_making import VisitOffers, visit_step
from nscl_desktop.presenters.visit_record import VisitFacts, VisitForm, VisitParts, differs, hosts_of
from nscl_desktop.services.desk import Desk
from nscl_desktop.services.visit_work import answer_question, correct, finish, sign
from tests.inspections.sheets import book

UNIT = Enterprise(
    id="e", name="Công ty TNHH Cơ khí Tân Phát", representative="Lê Thị Bình", representative_title="Giám đốc"
)


class Nowhere:
    def submit(self, change_set: ChangeSet) -> None:
        """Nothing is saved here."""


@pytest.fixture
def desk() -> Desk:
    more = [
        UNIT,
        Contact(id="k", enterprise_id="e", position="a0", name="Võ Thành Long", title="Quản đốc"),
        InspectionPlan(id="ip", name="Đợt 1", document="Kế hoạch số 12/KH", documented_on="2026-02-10"),
        Dossier(id="d", enterprise_id="e", code="HS-01", title="Hướng dẫn 5S"),
    ]
    return Desk(Book([*book().records(), *more]), "v", Nowhere())


def done(desk: Desk) -> None:
    desk.perform(answer_question(desk.book, "v", "papers", "Đạt"))
    desk.perform(finish(desk.book, "v"))


def test_the_head_says_who_is_visited_and_what_is_missing(desk: Desk) -> None:
    facts = VisitFacts(desk)
    assert facts.title == "Công ty TNHH Cơ khí Tân Phát"
    assert facts.about == "Kiểm tra tình hình thực hiện · 5/3/2026 · 0/6 câu đã trả lời"
    assert facts.lack_words == "Còn thiếu: câu I.1"
    assert (facts.state_words, facts.version_words, facts.next_version) == ("Nháp", "", "")
    done(desk)
    assert (facts.state_words, facts.lack_words) == ("Xong tại chỗ", "")


def test_the_head_tells_versions_apart(desk: Desk) -> None:
    done(desk)
    step = correct(desk.book, "v", "ghi nhầm")
    desk.book.apply(step.changes)
    facts = VisitFacts(desk)
    assert facts.next_version == step.scope
    assert "đã có bản sửa" in facts.version_words
    fresh = VisitFacts(Desk(desk.book, step.scope, Nowhere()))
    assert (fresh.state_words, fresh.version_words) == ("Nháp · bản sửa lần 1", "Lý do sửa: ghi nhầm")


def test_a_visit_without_unit_and_list_says_so() -> None:
    facts = VisitFacts(Desk(Book([Visit(id="v")]), "v", Nowhere()))
    assert facts.title == "Chưa chọn đơn vị"
    assert facts.about == "Chưa có bảng kiểm · 0/0 câu đã trả lời"
    assert facts.plan is None
    assert facts.is_there
    assert hosts_of(Desk(Book([Visit(id="v")]), "v", Nowhere())) == ()


def test_fields_are_edited_until_the_visit_is_finished_its_number_until_it_is_signed(desk: Desk) -> None:
    form = VisitForm(desk, ("location", "number", "inspection_plan_id", "dossier_id"))
    form.enter("location", "Xưởng 2")
    form.enter("inspection_plan_id", "ip")
    assert (form.stored("inspection_plan_id"), form.stored("dossier_id")) == ("ip", "")
    assert form.offers("inspection_plan_id") == [("", "—"), ("ip", "Đợt 1")]
    assert form.offers("dossier_id") == [("", "—"), ("d", "HS-01 · Hướng dẫn 5S")]
    done(desk)
    assert [form.field(name).is_open for name in form.names] == [False, True, False, False]
    form.enter("number", "05")
    desk.perform(sign(desk.book, "v"))
    assert not form.field("number").is_open
    assert form.field("number").text == "05"


def test_a_text_that_is_no_day_stays_in_its_field_with_the_reason(desk: Desk) -> None:
    form = VisitForm(desk, ("date",))
    with pytest.raises(InputError):
        form.enter("date", "hôm qua")
    assert form.field("date").text == "hôm qua"
    assert "Không đọc được ngày" in form.field("date").error
    form.enter("date", "6/3/2026")
    assert (form.field("date").text, form.field("date").error) == ("6/3/2026", "")


def test_people_are_added_typed_ordered_and_deleted(desk: Desk) -> None:
    people = VisitParts(desk, Participant, ("name", "role"))
    key = people.add()
    added = desk.book.get(Participant, key)
    assert added.role == HOST
    name, role = people.specs
    people.enter(added, name, "Võ Thành Long")
    assert people.text(desk.book.get(Participant, key), role) == "Đại diện đơn vị"
    assert ("clerk", "Thư ký") in people.offers(role)
    people.move(desk.book.get(Participant, key), -1)
    assert [each.id for each in people.records()] == ["p1", key, "p2"]
    assert people.delete(desk.book.get(Participant, key)) == "Đã xóa người tham gia “Võ Thành Long”"
    done(desk)
    assert not people.is_open


def test_the_first_to_come_is_the_head_of_the_team() -> None:
    desk = Desk(Book([Visit(id="v")]), "v", Nowhere())
    people = VisitParts(desk, Participant, ("name",))
    assert desk.book.get(Participant, people.add()).role == HEAD


def test_how_a_recommendation_ended_is_told_after_the_visit_and_nothing_else_of_it(desk: Desk) -> None:
    advice = VisitParts(desk, Recommendation, ("text", "closed_on"))
    key = advice.add()
    text, closed_on = advice.specs
    advice.enter(desk.book.get(Recommendation, key), text, "Lập sổ")
    done(desk)
    assert advice.is_open
    advice.enter(desk.book.get(Recommendation, key), closed_on, "9/3/2026")
    assert desk.book.get(Recommendation, key).closed_on == "2026-03-09"
    with pytest.raises(InputError, match="lập bản sửa"):
        advice.enter(desk.book.get(Recommendation, key), text, "khác")


def test_a_visit_that_was_undone_shows_nothing() -> None:
    desk = Desk(Book(), "v", Nowhere())
    assert not VisitFacts(desk).is_there
    assert VisitParts(desk, Participant, ("name",)).records() == ()
    form = VisitForm(desk, ("location",))
    form.enter("location", "x")
    assert not form.field("location").is_open


def test_the_unit_offers_its_own_people(desk: Desk) -> None:
    assert hosts_of(desk) == (("Lê Thị Bình", "Giám đốc"), ("Võ Thành Long", "Quản đốc"))


def test_a_desk_differs_from_the_file_once_another_screen_has_saved(desk: Desk) -> None:
    saved = list(desk.book.records())
    assert not differs(desk, saved)
    assert differs(desk, [replace(each, name="Tên khác") if each is UNIT else each for each in saved])
    assert differs(desk, saved[1:])


class Offered:
    """What is there to choose from."""

    def checklists(self) -> list[Checklist]:
        return [
            Checklist(id="s", name="Khảo sát hiện trạng", purpose=SURVEY, state="in_use"),
            Checklist(id="c", name="Tình hình thực hiện", state="in_use", version=2),
        ]

    def plans(self) -> list[InspectionPlan]:
        return [
            InspectionPlan(id="1", name="Đợt 1", date_from="2026-01-01"),
            InspectionPlan(id="2", name="Đợt 2", date_from="2026-05-01"),
        ]

    def people(self) -> list[KnownPerson]:
        return [KnownPerson("Nguyễn Văn An", "Phó Chi cục trưởng", "Chi cục TĐC")]


@pytest.fixture
def offers() -> VisitOffers:
    return VisitOffers.read(Offered())  # type: ignore[arg-type]  # only what is read here


def test_a_new_visit_is_offered_inspections_first_and_the_newest_plan_first(offers: VisitOffers) -> None:
    assert offers.list_words() == [
        ("c", "Tình hình thực hiện (kiểm tra, bản 2)"), ("s", "Khảo sát hiện trạng (khảo sát, bản 1)"),
    ]  # fmt: skip
    assert offers.plan_words() == [("", "Không thuộc đợt nào"), ("2", "Đợt 2"), ("1", "Đợt 1")]


def test_who_is_known_brings_title_and_office_along(offers: VisitOffers) -> None:
    team = [(HEAD, "Nguyễn Văn An"), (CLERK, "Trần Thị Ngọc, Chuyên viên"), (MEMBER, " ")]
    step = visit_step(offers, "c", "e", "5/3/2026", "Xưởng 1", "", team, "Lê Thị Bình, Giám đốc")
    made = Book()
    made.apply(step.changes)
    people = VisitSheet(made, step.scope).participants
    assert [(each.name, each.role, each.title, each.unit) for each in people] == [
        ("Nguyễn Văn An", HEAD, "Phó Chi cục trưởng", "Chi cục TĐC"),
        ("Trần Thị Ngọc", CLERK, "Chuyên viên", ""), ("Lê Thị Bình", HOST, "Giám đốc", ""),
    ]  # fmt: skip
    assert made.get(Visit, step.scope).inspection_plan_id is None


def test_a_new_visit_wants_a_unit_and_a_list(offers: VisitOffers) -> None:
    with pytest.raises(InputError, match="Chưa chọn đơn vị"):
        visit_step(offers, "c", "", "", "", "", (), "")
    with pytest.raises(InputError, match="bảng kiểm nào đang dùng"):
        visit_step(offers, "", "e", "", "", "", (), "")


def test_the_paper_bears_the_letterhead_and_a_plain_file_name(desk: Desk) -> None:
    VisitForm(desk, ("inspection_plan_id",)).enter("inspection_plan_id", "ip")
    head = Letterhead(" SỞ KHOA HỌC VÀ CÔNG NGHỆ ", "CHI CỤC TĐC", "CCTĐC")
    doc = visit_minutes(desk.book, "v", head, blank=False)
    assert doc.heading.agency == ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "CHI CỤC TĐC")
    assert doc.heading.number.endswith("/BB-CCTĐC")
    assert minutes_name(desk.book, "v", blank=False) == "Bien ban 2026-03-05 Cong ty TNHH Co khi Tan Phat"
    assert minutes_name(desk.book, "v", blank=True).startswith("Bieu mau 2026-03-05")
    blank = blank_form(desk.book, "c", Letterhead(agency="CHI CỤC TĐC"))
    assert blank.heading.agency == ("CHI CỤC TĐC",)
    assert form_name(desk.book, "c") == "Bieu mau Kiem tra tinh hinh thuc hien"


def test_what_was_exported_is_named_by_its_kind() -> None:
    from pathlib import Path

    assert exported_words(Path("a/Bien ban.docx")) == "Đã xuất Word: Bien ban.docx"
    assert exported_words(Path("x.PDF")) == "Đã xuất PDF: x.PDF"


def test_a_plan_of_inspections_is_a_form_and_a_row() -> None:
    plan = InspectionPlan(id="ip", name="Đợt 1", date_from="2026-03-01", date_to="2026-03-31")
    desk = Desk(Book([plan]), "ip", Nowhere())
    form = PlanForm(desk, ("name", "date_to", "purpose"))
    with pytest.raises(InputError, match="kết thúc trước"):
        form.enter("date_to", "1/2/2026")
    assert form.field("date_to").text == "1/2/2026"
    form.enter("date_to", "15/3/2026")
    assert (form.field("date_to").text, form.record_id) == ("15/3/2026", "ip")
    assert (form.stored("purpose"), form.offers("purpose")[0]) == ("inspection", ("inspection", "Kiểm tra"))
    entries = PlanEntries()
    assert entries.is_empty
    row = VisitRow(
        id="v", state="finished", version=1, number="", date="", location="", enterprise_id=None, unit="",
        checklist="", purpose="", inspection_plan_id="ip", inspection_plan="Đợt 1", is_corrected=False, open_advice=0,
        next_deadline="",
    )  # fmt: skip
    late = InspectionPlan(id="x", name="Đợt 2", is_ad_hoc=True, date_from="2026-05")
    entries.load([plan, late], [row, replace(row, id="w", state="draft"), replace(row, id="u", is_corrected=True)])
    assert [(each.name, each.about, each.done) for each in entries.entries()] == [
        ("Đợt 2", "Đột xuất · 5/2026", "Chưa có lần nào"),
        ("Đợt 1", "Định kỳ · 1/3/2026 – 31/3/2026", "1/2 lần đã xong"),
    ]  # fmt: skip
    assert entries.visit_count("ip") == 2
    entries.query = "dot 2"
    assert [each.plan_id for each in entries.entries()] == ["x"]
    gone = PlanForm(Desk(Book(), "ip", Nowhere()), ("name",))
    gone.enter("name", "x")
    assert not gone.field("name").is_open


def test_a_row_of_advice_knows_its_visit() -> None:
    row = AdviceRow(Recommendation(id="r", visit_id="v", position="a0", text="x"), "e", "Âu Lạc", "2026-03-05", "05")
    assert (row.advice.visit_id, row.unit) == ("v", "Âu Lạc")
