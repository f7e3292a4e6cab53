"""Each user action is one ChangeSet that fits the book and can be taken back; what is refused is said in a sentence."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.contracts import ADVANCE, OWN_SHARE, PAYMENT, RECOVERY, Contract, Payment
from nscl_desktop.domain.dossiers.chains import latest_of_each
from nscl_desktop.domain.dossiers.codes import CONTRACT_OVER
from nscl_desktop.domain.dossiers.money_remarks import about_contracts
from nscl_desktop.domain.dossiers.papers import missing_papers
from nscl_desktop.domain.dossiers.stages import following, reached
from nscl_desktop.domain.dossiers.sums import sums_of
from nscl_desktop.domain.dossiers.whole import WholeDossier, Wholes, gather
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.supports import Dossier, DossierItem, DossierMoney, Indicator, ReportRequest, StagePaper
from nscl_desktop.services import dossier_life as life
from nscl_desktop.services import dossier_steps as steps
from nscl_desktop.services.dossier_parts import add_part, remove_part, set_dossier, set_part
from tests.dossiers.small_dossiers import (
    SYSTEM,
    TOOL,
    contract,
    dossier,
    item,
    money,
    payment,
    step,
    whole,
    wholes,
)

PLEDGE = StagePaper(id="pledge", stage="registered", position="a0", name="Bản cam kết")


def after(change: ChangeSet, *records: Record) -> Wholes:
    """The dossiers once the step is applied; taking it back must give the book as it was."""
    book, untouched = Book(records), Book(records)
    book.apply(change.changes)
    found = gather(book.records())
    book.apply(change.inverted("Hoàn tác").changes)
    assert set(book.records()) == set(untouched.records())
    return found


def only(change: ChangeSet, *records: Record) -> WholeDossier:
    (found,) = after(change, *records).values()
    return found


def test_a_registration_opens_a_dossier_with_an_item_for_each_kind() -> None:
    change = life.open_dossier("2022-01-05", [TOOL, SYSTEM], enterprise_id="dn1", title="Áp dụng 5S", code="HS-01")
    made = only(change)
    assert change.words == "Mở hồ sơ HS-01"
    assert change.scope == made.dossier.id
    assert (made.dossier.year, made.dossier.enterprise_id) == (2022, "dn1")
    assert [(each.name, each.edition, each.unit) for each in made.items] == [
        ("5S", "", "công cụ"), ("TCVN ISO 9001", "2015", "hệ thống"),
    ]  # fmt: skip
    assert (reached(made), following(made)) == ("registered", "surveyed")


def test_a_registration_may_name_its_money_in_order() -> None:
    parts: list[dict[str, Value]] = [
        {"line_id": "I", "year": 2022, "source": "NSNN", "amount": 30},
        {"line_id": "I", "amount": 20},
    ]
    made = only(life.open_dossier("2022-01-05", money=parts, enterprise_id="dn1", title="5S"))
    assert [(each.line_id, each.year, each.source, each.amount) for each in made.money] == [
        ("I", 2022, "NSNN", 30), ("I", None, "", 20),
    ]  # fmt: skip


def test_a_dossier_is_deleted_whole_and_leaves_the_certificate_to_its_unit() -> None:
    records: list[Record] = [dossier("a"), item("a", TOOL), step("a", "registered", "2022-01-05"), dossier("b")]
    change = life.delete_dossier(Book(records), wholes(*records)["a"], {"giấy chứng nhận": 1})
    assert change.words == "Xóa hồ sơ A"
    assert list(after(change, *records)) == ["b"]


Refused = Callable[[], ChangeSet]
RUN = whole(dossier("a"), money("a", "I", 2022, "NSNN", 50), contract("a", "1", 50))
DEEDS = whole(
    dossier("a"), contract("a", "1", 5), contract("a", "2", 5, changes="1"), payment("a", ADVANCE, 3, contract_id="1")
)
GUIDE = whole(dossier("g", is_guidance=True))
ENDED = whole(dossier("e", state="ended"))
TAKEN = wholes(dossier("n", replaces="e"))
REFUSALS: list[tuple[Refused, str]] = [
    (lambda: life.open_dossier("2022-01-05", title="5S"), "chưa có đơn vị được hỗ trợ"),
    (lambda: life.open_dossier("", enterprise_id="dn1", title="5S"), "chưa có ngày đăng ký"),
    (lambda: life.open_dossier("2022-01-05", enterprise_id="dn1"), "“Nội dung hỗ trợ” không được để trống"),
    (
        lambda: life.open_dossier(
            "2022-01-05", money=[{"amount": 5}], enterprise_id="dn1", title="5S", is_guidance=True
        ),
        "chỉ hướng dẫn không có kinh phí",
    ),
    (lambda: life.delete_dossier(Book(), RUN, {"lần kiểm tra": 2}), "còn 2 lần kiểm tra nhắc đến hồ sơ này"),
    (lambda: life.carry_over(ENDED, "p", 2023, ""), "Hồ sơ E đã chấm dứt nên không chuyển tiếp được"),
    (lambda: life.pause(RUN, "2022-05-01", " "), "Tạm dừng hồ sơ cần có ngày và lý do"),
    (lambda: life.end(RUN, "", "Phá sản"), "Chấm dứt hồ sơ cần có ngày và lý do"),
    (lambda: life.resume(RUN), "đang ở tình trạng đang thực hiện nên không tiếp tục được"),
    (lambda: life.end(RUN, "2022-05-01", "Phá sản", [Payment(id="", dossier_id="a", amount=1)]), "thu hồi lớn hơn"),
    (lambda: life.finish(RUN, "2022-05-01"), "chưa nghiệm thu; hãy ghi bước Nghiệm thu trước"),
    (lambda: life.replace_dossier({}, RUN, "dn2", "12/QĐ", "2022-06-01"), "chưa chấm dứt nên chưa thể thay thế"),
    (lambda: life.replace_dossier({}, ENDED, "dn2", " ", "2022-06-01"), "đơn vị mới và số quyết định"),
    (lambda: life.replace_dossier({}, ENDED, "", "12/QĐ", "2022-06-01"), "đơn vị mới và số quyết định"),
    (lambda: life.replace_dossier(TAKEN, ENDED, "dn2", "1", ""), "đã được thay bằng hồ sơ N"),
    (lambda: add_part(GUIDE, Contract, number="1"), "chỉ hướng dẫn, không có hợp đồng và kinh phí"),
    (lambda: add_part(RUN, Payment), "chưa có số tiền"),
    (lambda: add_part(RUN, DossierMoney, amount=-1), "“Số tiền”"),
    (lambda: add_part(RUN, Contract), "“Số hợp đồng” không được để trống"),
    (lambda: set_part(DEEDS, DEEDS.contracts[0], changes="2"), "1/HĐ không thể là phụ lục của chính nó"),
    (lambda: remove_part(DEEDS, DEEDS.contracts[0]), "còn 1 khoản chi và 1 phụ lục"),
    (lambda: set_dossier(RUN, state="done"), "Tình trạng hồ sơ chỉ đổi qua"),
    (lambda: set_dossier(RUN, is_guidance=True), "đã có kinh phí hoặc hợp đồng"),
    (lambda: steps.set_stage(GUIDE, "contracted", done_on="2022-01-01"), "không qua bước Hợp đồng"),
    (lambda: steps.set_stage(RUN, "running", due_on="2022-02-30"), "không phải một ngày có thật"),
    (lambda: steps.excuse_paper(RUN, PLEDGE, ""), "Chưa nêu lý do không cần Bản cam kết"),
    (lambda: steps.ask_report(RUN, "ad_hoc", "money", "2022-05-01", ""), "chưa có hạn nộp"),
    (lambda: steps.ask_report(RUN, "ad_hoc", "money", "2022-05-01", "2022-04"), "trước ngày yêu cầu"),
    (lambda: steps.plan_follow_ups(RUN), "Chưa có ngày nghiệm thu"),
]  # fmt: skip


@pytest.mark.parametrize(("step_of", "sentence"), REFUSALS, ids=[sentence for _, sentence in REFUSALS])
def test_what_cannot_be_is_refused_in_a_sentence(step_of: Refused, sentence: str) -> None:
    with pytest.raises(InputError) as refused:
        step_of()
    assert sentence in refused.value.sentence
    assert refused.value.sentence.endswith(".")


def test_a_stage_is_planned_then_done_in_one_step_record() -> None:
    records: list[Record] = [dossier("a")]
    planned = only(steps.set_stage(whole(*records), "surveyed", due_on="2022-02-01"), *records)
    assert steps.set_stage(planned, "surveyed", done_on="2022-01-20").words == "Ghi bước Khảo sát của hồ sơ A"
    there = [planned.dossier, *planned.steps]
    done = only(steps.set_stage(planned, "surveyed", done_on="2022-01-20", document="01/BB"), *there)
    (found,) = done.steps
    assert (found.due_on, found.done_on, found.document) == ("2022-02-01", "2022-01-20", "01/BB")


def test_a_stage_noted_elsewhere_is_not_noted_twice() -> None:
    there = [dossier("a"), step("a", "surveyed", "2022-01-20")]
    (found,) = only(steps.set_stage(whole(*there), "surveyed", person="Hà"), *there).steps
    assert (found.done_on, found.person) == ("2022-01-20", "Hà")


def test_two_machines_that_note_the_same_stage_make_the_same_record() -> None:
    here, there = (
        steps.set_stage(whole(dossier("a")), "surveyed", done_on=day) for day in ("2022-01-01", "2022-01-02")
    )
    assert here.changes[0].id == there.changes[0].id


def test_a_dossier_is_carried_over_with_what_is_not_finished_and_stays_one_support() -> None:
    there: list[Record] = [dossier("a", year=2020), item("a", TOOL, finished_on="2020-11-01"), item("a", SYSTEM)]
    found = after(life.carry_over(whole(*there), "p2021", 2021, "2016-2020"), *there)
    new = next(each for key, each in found.items() if key != "a")
    assert (new.dossier.carried_from, new.dossier.carried_text, new.dossier.plan_id) == ("a", "2016-2020", "p2021")
    assert (new.dossier.year, new.dossier.enterprise_id) == (2021, "dn1")
    assert [each.kind_id for each in new.items] == ["iso"]
    assert [each.dossier.id for each in latest_of_each(found)] == [new.dossier.id]


def test_a_dossier_is_paused_and_taken_up_again() -> None:
    paused = only(life.pause(RUN, "2022-05-01", "Dịch bệnh"), RUN.dossier)
    assert (paused.dossier.state, paused.dossier.state_on, paused.dossier.state_reason) == (
        "paused", "2022-05-01", "Dịch bệnh",
    )  # fmt: skip
    resumed = only(life.resume(paused), paused.dossier).dossier
    assert (resumed.state, resumed.state_on, resumed.state_reason) == ("open", "", "")


def test_a_dossier_that_was_accepted_is_finished() -> None:
    there = [dossier("a"), step("a", "accepted", "2022-11-01")]
    assert only(life.finish(whole(*there), "2022-12-01"), *there).dossier.state == "done"


def test_ending_recovers_the_advance_and_the_replacement_takes_what_was_not_spent() -> None:
    """40 + 10 planned, 30 advanced, 18 back: 12 are spent, 28 + 10 are free."""
    there: list[Record] = [
        dossier("a", plan_id="p"), item("a", TOOL, finished_on="2022-03-01"),
        money("a", "I", 2022, "NSNN", 40), money("a", "I", 2023, "NSNN", 10), money("a", "I", 2024, "NSNN", None),
        payment("a", ADVANCE, 30, year=2022),
    ]  # fmt: skip
    back = Payment(id="", dossier_id="", amount=18, date="2022-06-01")
    ended = only(life.end(whole(*there), "2022-06-01", "Ngừng sản xuất", [back]), *there)
    assert ended.dossier.state == "ended"
    assert [(each.move, each.amount) for each in ended.payments] == [(ADVANCE, 30), (RECOVERY, 18)]
    now = [ended.dossier, *ended.items, *ended.money, *ended.payments]
    change = life.replace_dossier(gather(now), ended, "dn2", "12/QĐ-SKHCN", "2022-07-01")
    new = next(each for key, each in after(change, *now).items() if key != "a")
    assert change.words == "Thay thế hồ sơ A"
    assert (new.dossier.replaces, new.dossier.replacing_decision, new.dossier.enterprise_id) == (
        "a", "12/QĐ-SKHCN", "dn2",
    )  # fmt: skip
    assert sorted((each.year, each.amount) for each in new.money) == [(2022, 28), (2023, 10)]
    assert [(each.kind_id, each.finished_on) for each in new.items] == [("5s", "")]
    assert reached(new) == "approved"


def test_what_was_spent_of_one_source_frees_the_money_of_the_other() -> None:
    """60 of the unit and 90 of the state planned, 45 of the state spent, 5 off the plan: 55 and 45 are free."""
    there: list[Record] = [
        dossier("a", plan_id="p", state="ended"), money("a", "I", 2022, "DN", 60), money("a", "I", 2022, "NSNN", 90),
        payment("a", ADVANCE, 45, year=2022, source="NSNN", line_id="I"),
        payment("a", PAYMENT, 5, year=2030, source="NSNN", line_id="II"),
    ]  # fmt: skip
    change = life.replace_dossier(wholes(*there), whole(*there), "dn2", "12/QĐ", "2022-07-01")
    new = next(each for key, each in after(change, *there).items() if key != "a")
    assert {each.source: each.amount for each in new.money} == {"DN": 55, "NSNN": 45}


def test_a_recovery_goes_back_to_where_the_money_came_from_and_never_to_the_units_own_share() -> None:
    there: list[Record] = [
        dossier("a"), payment("a", OWN_SHARE, 70, source="DN"),
        payment("a", ADVANCE, 30, contract_id="c", line_id="I", year=2022, source="NSNN"),
        payment("a", PAYMENT, 20, contract_id="c", line_id="I", year=2023, source="NSNN"),
        payment("a", RECOVERY, 5, contract_id="c", line_id="I", year=2022, source="NSNN"),
    ]  # fmt: skip
    back = life.recovered(whole(*there), 40, "2023-06-01", "PT 3")
    assert [(each.year, each.source, each.contract_id, each.amount) for each in back] == [
        (2022, "NSNN", "c", 25), (2023, "NSNN", "c", 15),
    ]  # fmt: skip
    ended = only(life.end(whole(*there), "2023-06-01", "Ngừng sản xuất", back), *there)
    assert sums_of([ended]).out == 5
    assert life.recovered(whole(*there), 0, "2023-06-01", "") == []
    with pytest.raises(InputError, match="lớn hơn số đã tạm ứng"):
        life.end(whole(*there), "2023-06-01", "x", life.recovered(whole(*there), 46, "2023-06-01", ""))


def test_parts_are_added_at_the_end_changed_and_removed() -> None:
    there = [dossier("a")]
    one = only(add_part(whole(*there), DossierItem, name="5S", quantity=Decimal(2)), *there)
    assert add_part(one, DossierItem, name="KPI").words == "Thêm mục hỗ trợ “KPI” của hồ sơ A"
    two = only(add_part(one, DossierItem, name="KPI"), *there, *one.items)
    assert [each.name for each in two.items] == ["5S", "KPI"]
    assert only(set_part(two, two.items[0], quantity=Decimal(3)), *there, *two.items).items[0].quantity == Decimal(3)
    assert [each.name for each in only(remove_part(two, two.items[0]), *there, *two.items).items] == ["KPI"]
    assert add_part(whole(*there), Indicator, name="Tỷ lệ lỗi").changes[0].after is not None
    assert add_part(whole(*there), DossierMoney, amount=5).words == "Thêm phần kinh phí của hồ sơ A"


def test_contracts_over_the_money_are_taken_and_remarked_on() -> None:
    there = [dossier("a"), money("a", "I", 2022, "NSNN", 50)]
    found = only(add_part(whole(*there), Contract, number="01/HĐ", value=60), *there)
    assert [each.code for each in about_contracts(found)] == [CONTRACT_OVER]
    appendix = only(add_part(found, Contract, number="01/PL", changes=found.contracts[0].id), *there, *found.contracts)
    assert len(appendix.contracts) == 2
    paid = only(add_part(found, Payment, move=ADVANCE, amount=5, document="UNC 1"), *there, *found.contracts)
    assert [each.amount for each in paid.payments] == [5]
    assert only(remove_part(found, found.contracts[0]), *there, *found.contracts).contracts == ()


def test_fields_of_the_dossier_are_changed() -> None:
    change = set_dossier(whole(dossier("a")), person="  Hà ", is_guidance=True)
    assert only(change, dossier("a")).dossier == replace_with(dossier("a"), person="Hà", is_guidance=True)
    assert not set_dossier(whole(dossier("a")), code="A")


def replace_with(made: Dossier, *, person: str, is_guidance: bool) -> Dossier:
    return replace(made, person=person, is_guidance=is_guidance)


def test_papers_come_in_or_are_excused() -> None:
    there: list[Record] = [dossier("a"), step("a", "registered", "2022-01-05")]
    assert len(missing_papers(whole(*there), [PLEDGE])) == 1
    excused = only(steps.excuse_paper(whole(*there), PLEDGE, "Đã có trong phiếu"), *there)
    assert missing_papers(excused, [PLEDGE]) == ()
    came = only(steps.receive_paper(excused, PLEDGE, "2022-01-09", "05"), *there, *excused.papers)
    assert [(each.number, each.not_needed) for each in came.papers] == [("05", "")]


def test_reports_are_asked_for_and_come_in() -> None:
    there = [dossier("a")]
    asked = only(steps.ask_report(whole(*there), "periodic", "both", "2022", "2022-06-30"), *there)
    (report,) = only(steps.receive_report(asked, asked.reports[0], "2022-06-20"), *there, *asked.reports).reports
    assert isinstance(report, ReportRequest)
    assert report.received_on == "2022-06-20"


def test_follow_ups_are_planned_once() -> None:
    there: list[Record] = [dossier("a"), step("a", "accepted", "2022-08-31")]
    planned = only(steps.plan_follow_ups(whole(*there)), *there)
    assert [each.due_on for each in planned.follow_ups] == ["2023-02-28", "2023-08-31", "2024-08-31"]
    assert not steps.plan_follow_ups(planned)


def test_the_reason_for_going_on_is_kept_and_may_be_bettered() -> None:
    there: list[Record] = [dossier("a"), contract("a", "1", 60)]
    (finding,) = about_contracts(whole(*there))
    kept = only(steps.go_on(whole(*there), finding, "Đối ứng bổ sung"), *there)
    assert [each.waived for each in about_contracts(kept)] == ["Đối ứng bổ sung"]
    later = only(steps.go_on(kept, finding, "Theo công văn 15"), *there, *kept.reasons)
    assert [each.waived for each in about_contracts(later)] == ["Theo công văn 15"]
    with pytest.raises(InputError, match="Chưa nêu lý do tiếp tục khi “Giá trị hợp đồng lớn hơn kinh phí của hồ sơ”"):
        steps.go_on(kept, finding, " ")
