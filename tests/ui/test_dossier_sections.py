"""The sections of one dossier: facts, order, what is refused, what is removed, guidance, consultants, history."""

from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.contracts import Contract
from nscl_desktop.domain.enterprises import Certificate
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.supports import (
    Dossier,
    DossierItem,
    DossierMoney,
    DossierPaper,
    FollowUp,
    Indicator,
    StagePaper,
    StageStep,
    SupportKind,
)
from nscl_desktop.presenters.dossier_form import effect_words
from nscl_desktop.presenters.dossier_lists import KIND_FIELDS, PAPER_FIELDS, CatalogueRows
from nscl_desktop.presenters.dossier_parts import PartRows, kind_offers
from nscl_desktop.presenters.dossier_summary import warnings
from nscl_desktop.ui.dossiers.catalogue_window import CatalogueWindow
from nscl_desktop.ui.dossiers.new_dossier_window import NewDossierWindow
from nscl_desktop.ui.enterprises.unit_picker import UnitPicker
from tests.ui.dossier_windows import KINDS, LISTS, UNITS, Section, plan_of, section_of
from tests.ui.offices import MemoryOffice, fill, office_with
from tests.ui.windows import Opened, refusals, text

GUIDE = Dossier(id="g", enterprise_id="u1", code="HD-01", title="Hướng dẫn 5S", year=2022, is_guidance=True)
SUPPORT = Dossier(id="d", enterprise_id="u1", code="HT-01", title="Áp dụng 5S", year=2022)


@pytest.fixture
def office() -> MemoryOffice:
    return office_with(*UNITS, *LISTS, SUPPORT, GUIDE, Contract(id="c", dossier_id="d", number="1/HĐ"))


@pytest.fixture
def section(window: Opened, qtbot: QtBot) -> Section:
    return section_of(window, qtbot)


def refused(section: Section) -> list[str]:
    """What the voice says when something is refused."""
    return refusals(section.window)


def test_items_take_name_and_unit_of_their_kind_and_stand_by_hand(section: Section) -> None:
    page = section.show("d")
    rows = PartRows(page.open, DossierItem, ("kind_id", "name", "unit"), {"kind_id": kind_offers(page.open)})
    first, second = rows.add(), rows.add()
    item = next(each for each in rows.records() if each.id == first)
    rows.enter(item, rows.specs[0], "5S")
    assert [(each.name, each.unit) for each in page.open.whole.items] == [("5S", "công cụ"), ("", "")]
    rows.enter(page.open.whole.items[0], rows.specs[0], "—")
    assert page.open.whole.items[0].kind_id is None
    with pytest.raises(InputError, match="không có lựa chọn “7S”"):
        rows.enter(item, rows.specs[0], "7S")
    rows.move(page.open.whole.items[1], -1)
    assert [each.id for each in rows.records()] == [second, first]
    rows.move(page.open.whole.items[0], 1)
    rows.move(page.open.whole.items[1], 1)
    assert [each.id for each in rows.records()] == [first, second]
    assert rows.delete(item) == "Đã xóa mục hỗ trợ “5S” của hồ sơ HT-01"
    with pytest.raises(InputError, match="không còn trong hồ sơ"):
        rows.delete(item)


def test_a_plan_is_chosen_in_the_facts_and_offers_its_lines_at_once(section: Section, office: MemoryOffice) -> None:
    plan_id, records = plan_of("TN-2021")
    fill(office, *records)
    section.tab.read_again()
    section.settle()
    page = section.show("d")
    assert page.open.plan is None
    page.content.form.form.enter("plan_id", plan_id)
    section.qtbot.waitUntil(lambda: section.tab.page is not None and section.tab.page.open.plan is not None)
    fresh = section.page("d")
    assert "TN-2021" in fresh.about.text()
    assert fresh.content.form.form.stored("plan_id") == plan_id
    with pytest.raises(InputError):
        fresh.content.form.form.enter("committed_on", "31/2/2022")
    assert fresh.content.form.form.field("committed_on").text == "31/2/2022"


def test_guidance_has_stages_without_contracts_and_takes_no_money(section: Section) -> None:
    page = section.show("g")
    heard = refused(section)
    assert [mark.name for mark in page.summary.bar.marks][4] == "Thực hiện"
    page.money.contracts.add.click()
    assert heard == [
        "Hồ sơ HD-01 chỉ hướng dẫn, không có hợp đồng và kinh phí; hãy bỏ dấu “Chỉ hướng dẫn” của hồ sơ trước khi thêm."
    ]
    assert page.money.guidance.text().startswith("Hồ sơ chỉ hướng dẫn")


def test_consultant_and_party_are_chosen_in_the_register(section: Section) -> None:
    page = section.show("d")
    page.content.choose.click()
    picker = section.dialog(UnitPicker)
    picker.search.setText("nang suat viet")
    picker.verb.click()
    assert page.content.consultant.text() == "Tổ chức tư vấn Năng suất Việt"
    page.money.contracts.choose("c")
    page.money.party.click()
    picker = section.dialog(UnitPicker)
    picker.search.setText("nang suat viet")
    picker.verb.click()
    assert page.open.whole.contracts[0].party_id == "u3"
    page.content.forget.click()
    assert page.open.whole.dossier.consultant_id is None
    page.undo()
    page.redo()
    assert page.content.consultant.text() == "Chưa chọn"


def test_what_was_noted_of_a_stage_or_paper_can_be_forgotten(section: Section) -> None:
    page = section.show("d")
    stages = page.stages.stage_rows
    due, done = stages.specs[1], stages.specs[2]
    stages.enter(stages.records()[1], due, "1/3/2022")
    assert stages.status(stages.records()[1]) == "Quá hạn"
    stages.enter(stages.records()[1], done, "1/2/2022")
    assert [stages.status(each) for each in stages.records()[:3]] == ["Bỏ qua", "Đã thực hiện", "Bước tiếp theo"]
    assert stages.delete(stages.records()[1]) == "Đã xóa ghi chép của bước Khảo sát"
    assert stages.delete(stages.records()[1]) == "Bước này chưa ghi gì"
    papers = page.stages.paper_rows
    wanted = papers.records()[1]
    for place, typed in ((4, "Đơn vị không thuộc diện"), (3, "5/PĐK"), (2, "3/2/2022"), (2, "")):
        papers.enter(papers.records()[1], papers.specs[place], typed)
    (kept,) = page.open.whole.papers
    assert (kept.paper_id, kept.number, kept.received_on) == (getattr(wanted, "paper_id", ""), "5/PĐK", "")
    assert papers.status(papers.records()[1]) == "Còn thiếu"
    assert papers.delete(papers.records()[1]).startswith("Đã xóa giấy tờ")
    assert papers.delete(papers.records()[1]) == "Giấy tờ này chưa ghi gì"
    beyond = papers.add()
    assert isinstance(papers.records()[-1], DossierPaper)
    assert papers.text(papers.records()[-1], papers.specs[0]) == "Ngoài danh mục"
    assert page.open.whole.papers[0].id == beyond


def test_history_and_files_stand_in_sections_of_their_own(section: Section) -> None:
    page = section.show("d")
    page.content.form.form.enter("person", "Trần Thị Thử")
    page.pages.setCurrentWidget(page.history)
    section.settle()
    section.qtbot.waitUntil(lambda: page.history.table.rowCount() > 0)
    page.pages.setCurrentWidget(page.files)
    for _ in range(3):
        section.tab.round.trigger()
    section.tab.go_to_findings()
    assert page.pages.currentIndex() == 0


def test_certificates_of_the_unit_are_deleted_from_where_they_were_won(section: Section, office: MemoryOffice) -> None:
    fill(office, Certificate(id="x", enterprise_id="u1", dossier_id="d", standard="HACCP", expires_on="2020-01-01"))
    section.tab.read_again()
    section.settle()
    page = section.show("d")
    assert [each.title for each in warnings(page.open, section.tab.today)] == ["Giấy chứng nhận hết hạn"]
    page.results.certificates.choose("x")
    page.results.certificates.delete.click()
    assert page.open.certificates == ()


def test_an_indicator_says_which_way_it_went() -> None:
    asked: list[tuple[Indicator, str]] = [
        (Indicator(id="1", name="Năng suất"), "Chưa đủ số liệu"),
        (Indicator(id="2", name="Năng suất", unit="kg", before=_d("0"), after=_d("5")), "Tốt hơn +5 kg"),
        (Indicator(id="3", name="Năng suất", before=_d("4"), after=_d("5")), "Tốt hơn +25%"),
        (Indicator(id="4", name="Lỗi", before=_d("4"), after=_d("5"), less_is_better=True), "Kém hơn +25%"),
    ]
    assert [effect_words(each) for each, _ in asked] == [words for _, words in asked]
    assert effect_words(SUPPORT) == ""


def _d(text: str) -> Decimal:
    return Decimal(text)


def test_a_rule_of_codes_is_kept_on_the_machine_and_a_known_code_refused(section: Section) -> None:
    section.tab.commands.make_new()
    asked = section.dialog(NewDossierWindow)
    section.settle()
    asked.rule.setText("BD-{năm}")
    asked.rule.editingFinished.emit()
    assert asked.message.text() == "Quy tắc mã hồ sơ chưa có {số}; hãy ghi như HT-{năm}-{số}."
    asked.rule.setText("BD{số}/{năm}")
    asked.rule.editingFinished.emit()
    asked.day.setText("5/1/2022")
    assert asked.code.text() == "BD001/2022"
    asked.day.setText("không rõ")
    assert asked.code.text() == ""
    asked.day.setText("5/1/2022")
    asked.add_money.click()
    assert asked.message.text() == "Chưa chọn mục chi; hãy chọn một dòng của kế hoạch."
    asked.guidance.setChecked(True)
    assert not asked.pages.isTabEnabled(1)
    asked.take_unit("u2", "Hợp tác xã Rau sạch Phú Giáo")
    asked.title_field.setText("Hướng dẫn 5S")
    asked.code.setText("ht-01")
    asked.verb.click()
    assert asked.message.text() == "Mã hồ sơ ht-01 đã có; hãy ghi mã khác hoặc để trống."
    asked.code.setText("BD001/2022")
    asked.verb.click()
    section.qtbot.waitUntil(
        lambda: section.tab.page is not None and section.tab.page.title.text().startswith("BD001/2022")
    )


def test_entries_of_the_lists_are_moved_ended_and_removed(section: Section, office: MemoryOffice) -> None:
    section.tab.commands.show_lists()
    section.settle()
    asked = section.dialog(CatalogueWindow)
    papers = CatalogueRows(asked.desk, StagePaper, PAPER_FIELDS)
    first, second = papers.records()[:2]
    papers.move(second, -1)
    assert [each.id for each in papers.records()[:2]] == [second.id, first.id]
    papers.move(second, -1)
    specs = {spec.name: spec for spec in papers.specs}
    papers.enter(first, specs["valid_from"], "1/7/2022")
    with pytest.raises(InputError, match="hết hiệu lực trước ngày áp dụng"):
        papers.enter(papers.records()[1], specs["valid_to"], "1/6/2022")
    fresh = papers.add()
    assert any(each.id == fresh for each in papers.records())
    kinds = CatalogueRows(asked.desk, SupportKind, KIND_FIELDS)
    kind = kinds.add()
    record = next(each for each in kinds.records() if each.id == kind)
    assert kinds.text(record, kinds.specs[2]) == "(tên)"
    assert kinds.delete(record) == "Đã xóa nội dung hỗ trợ “(tên)”"
    assert {each.id for each in office.dossiers.catalogue().kinds.values()} == {each.id for each in KINDS.values()}
    asked.verb.click()
    section.settle()


def test_what_was_never_there_is_said(section: Section) -> None:
    heard: list[str] = []
    section.window.around.voice.said.connect(heard.append)
    section.tab.open_record("dossier", "nobody")
    section.settle()
    assert heard == ["Không còn hồ sơ này trong tệp dữ liệu."]
    wanted: list[tuple[str, str]] = []
    section.window.around.voice.record_wanted.connect(lambda *named: wanted.append(named))
    page = section.show("d")
    page.unit.click()
    assert wanted == [("enterprise", "u1")]
    section.tab.open_record("dossier", "g")
    section.page("g")


def test_the_sum_of_a_dossiers_money_stands_out(section: Section, office: MemoryOffice) -> None:
    parts = [DossierMoney(id=f"m{year}", dossier_id="d", year=year, amount=year * 1000) for year in (2022, 2023)]
    fill(office, *parts)
    section.tab.read_again()
    section.settle()
    cells = section.show("d").money.cells
    assert (text(cells, 2, 0), text(cells, 2, 3)) == ("Cộng", "4.045.000")
    bold = [item.font().bold() for row in range(3) if (item := cells.item(row, 3)) is not None]
    assert bold == [False, False, True]


def test_what_is_not_planned_of_the_follow_up_is_named_beside_what_is(section: Section, office: MemoryOffice) -> None:
    fill(
        office,
        StageStep(id="s", dossier_id="d", stage="accepted", done_on="2023-05-05"),
        FollowUp(id="f", dossier_id="d", months=6, due_on="2023-11-05"),
    )
    section.tab.read_again()
    section.settle()
    things = section.show("d").summary.to_do.text()
    assert "Theo dõi sau 6 tháng, hạn 5/11/2023" in things
    assert "Chưa lập lịch theo dõi sau 12, 24 tháng" in things
