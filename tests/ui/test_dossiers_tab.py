"""Section Hồ sơ hỗ trợ as a clerk uses it: from registration to settlement, withdrawal with a replacement, carrying."""

from decimal import Decimal

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.contracts import Contract, Payment
from nscl_desktop.domain.dossiers.counting import count_all
from nscl_desktop.domain.dossiers.quotas import carried_matches
from nscl_desktop.domain.dossiers.stages import NAMES, ORDER, following
from nscl_desktop.domain.dossiers.sums import sums_of
from nscl_desktop.domain.dossiers.whole import gather
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.supports import Dossier, DossierItem, DossierMoney, Indicator, StageStep, SupportNorm
from nscl_desktop.presenters.dossier_form import effect_words
from nscl_desktop.presenters.dossier_list import FREED, MISSING, dossiers_of_unit
from nscl_desktop.presenters.dossier_lists import NORM_FIELDS, CatalogueRows
from nscl_desktop.presenters.dossier_money import lines_left, money_cells
from nscl_desktop.presenters.dossier_parts import PartRows
from nscl_desktop.presenters.dossier_stages import report_words
from nscl_desktop.presenters.dossier_summary import relatives, to_do, warnings
from nscl_desktop.ui.dossiers.catalogue_window import CatalogueWindow
from nscl_desktop.ui.dossiers.dossier_page import DossierPage
from nscl_desktop.ui.dossiers.money_page import MoneyWindow
from nscl_desktop.ui.dossiers.new_dossier_window import NewDossierWindow
from nscl_desktop.ui.enterprises.unit_picker import UnitPicker
from tests.ui.dossier_windows import KINDS, LISTS, UNITS, Section, plan_of, section_of
from tests.ui.offices import MemoryOffice, fill
from tests.ui.windows import Opened, text


def tick(window: NewDossierWindow, *codes: str) -> None:
    wanted = {KINDS[code].id for code in codes}
    for row in range(window.kinds.count()):
        item = window.kinds.item(row)
        if item.data(Qt.ItemDataRole.UserRole) in wanted:
            item.setCheckState(Qt.CheckState.Checked)


def line_in(window: NewDossierWindow | MoneyWindow, words: str, year: int, source: str, amount: str) -> None:
    chooser = window.chooser
    chooser.search.setText(words)
    chooser.table.setCurrentCell(0, 0)
    chooser.year.setCurrentIndex(chooser.year.findData(str(year)))
    chooser.source.setCurrentIndex(chooser.source.findData(source))
    chooser.amount.setText(amount)


def test_an_empty_file_says_what_belongs_there_and_offers_the_first_lists(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    section = section_of(window, qtbot)
    assert section.tab.nothing.title.text() == "Chưa có hồ sơ hỗ trợ nào"
    section.tab.commands.make_new()
    asked = section.dialog(NewDossierWindow)
    section.settle()
    assert asked.first.isVisible()
    asked.first.click()
    section.settle()
    assert not asked.first.isVisible()
    assert asked.kinds.count() == len(KINDS)
    assert {each.name for each in office.dossiers.catalogue().papers} >= {"Phiếu đăng ký tham gia", "Hợp đồng"}
    asked.verb.click()
    assert asked.message.text() == "Hồ sơ chưa có đơn vị được hỗ trợ; hãy chọn đơn vị trong danh bạ."


def open_the_model(section: Section, plan_id: str) -> DossierPage:
    """Bình Dương's model: one enterprise, 2 công cụ and 1 hệ thống; here over two years and out of two sources."""
    section.tab.commands.make_new()
    asked = section.dialog(NewDossierWindow)
    section.settle()
    asked.choose_unit.click()
    picker = asked.findChildren(UnitPicker)[0]
    picker.search.setText("co khi minh dat")
    picker.verb.click()
    assert asked.unit.text() == "Công ty TNHH Cơ khí Minh Đạt"
    tick(asked, "5S", "Kaizen", "TCVN ISO 9001")
    asked.day.setText("5/1/2022")
    assert asked.code.text() == "HT-2022-001"
    assert asked.title_field.text() == "Áp dụng TCVN ISO 9001, 5S và Kaizen"
    asked.plan.setCurrentIndex(asked.plan.findData(plan_id))
    section.settle()
    for year in (2022, 2023):
        for source, amount in (("NSNN", "59.500.000"), ("DN", "39.250.000")):
            line_in(asked, "04 mo hinh diem", year, source, amount)
            asked.add_money.click()
            assert asked.message.text() == ""
    assert asked.money.count() == 4
    asked.verb.click()
    return section.page()


def test_the_model_for_one_enterprise_goes_from_registration_to_settlement(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    plan_id, records = plan_of("BG-2021-2025")
    fill(office, *records, *UNITS, *LISTS)
    section = section_of(window, qtbot)
    page = open_the_model(section, plan_id)
    assert page.title.text() == "HT-2022-001 · Công ty TNHH Cơ khí Minh Đạt"
    assert "1 hệ thống + 2 công cụ · 197.500.000 đồng" in page.about.text()

    page.money.contracts.add.click()
    (contract,) = page.open.whole.contracts
    rows = page.money.contract_rows
    specs = {spec.name: spec for spec in rows.specs}
    for name, words in (("number", "15/HĐ-TV"), ("value", "197.500.000"), ("date", "1/3/2022")):
        rows.enter(contract, specs[name], words)
    assert sums_of([page.open.whole]).contracted == 197_500_000
    assert [each.texts[3:5] for each in money_cells(page.open)] == [
        ("39.250.000", "39.250.000"), ("59.500.000", "59.500.000"), ("39.250.000", "39.250.000"),
        ("59.500.000", "59.500.000"), ("197.500.000", "197.500.000"),
    ]  # fmt: skip

    page.money.payments.add.click()
    section.answer(move="advance", amount="59.500.000", date="1/4/2022", year="2022", source="NSNN", document="UNC 1")
    assert sums_of([page.open.whole], sources=["NSNN"]).out == 59_500_000

    for at, stage in enumerate(ORDER[1:10], 1):
        assert page.next.text() == f"Ghi bước {NAMES[stage]}…"
        page.next.click()
        section.answer(done_on=f"{at}/{at + 1}/2022", document=f"{at:02}/BB")
    assert following(page.open.whole) == "followed"
    marks = [mark.look for mark in page.summary.bar.marks]
    assert marks == [*["done"] * 10, "next"]

    page.results.schedule.click()
    assert [each.due_on for each in page.open.whole.follow_ups] == ["2023-02-07", "2023-08-07", "2024-08-07"]
    section.tab.commands.finish.trigger()
    assert page.chip.text().startswith("Hoàn thành")
    counts = count_all(gather(office.dossiers.records([page.open.desk.root_id])), page.open.catalogue.kinds)
    assert counts.dossiers == 1
    assert (counts.in_unit("công cụ"), counts.in_unit("hệ thống")) == (Decimal(2), Decimal(1))
    page.undo()
    assert page.chip.text() == "Đang thực hiện"


def running(key: str, unit: str, plan_id: str, line_id: str, code: str, *parts: Record) -> list[Record]:
    """A dossier under a plan whose contract was signed and advanced."""
    return [
        Dossier(
            id=key, enterprise_id=unit, code=code, title="Áp dụng TCVN ISO 9001", plan_id=plan_id, year=2021,
            committed_on="2021-01-10",
        ),
        DossierItem(
            id=f"{key}/i", dossier_id=key, position="a0", kind_id=KINDS["TCVN ISO 9001"].id, name="TCVN ISO 9001",
            unit="hệ thống", quantity=Decimal(1),
        ),
        DossierMoney(
            id=f"{key}/m", dossier_id=key, position="a0", line_id=line_id, year=2021, source="NSNN", amount=50_000_000
        ),
        *(StageStep(id=f"{key}/{stage}", dossier_id=key, stage=stage, done_on="2021-02-01") for stage in ORDER[:5]),
        *parts,
    ]  # fmt: skip


def systems_line(records: list[Record]) -> Line:
    """Tây Ninh's line III.2: 06 hệ thống, of which 02 are carried over from 2016–2020."""
    return next(each for each in records if isinstance(each, Line) and each.carried_quantity and each.unit == "HT")


def test_an_enterprise_that_withdraws_pays_back_and_another_takes_its_place(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    plan_id, records = plan_of("TN-2021")
    line = systems_line(records)
    money: tuple[Record, ...] = (
        Contract(id="c", dossier_id="d", number="9/HĐ", value=50_000_000),
        Payment(
            id="p", dossier_id="d", contract_id="c", move="advance", amount=20_000_000, year=2021, source="NSNN",
            line_id=line.id,
        ),
    )  # fmt: skip
    fill(office, *records, *UNITS, *LISTS, *running("d", "u1", plan_id, line.id, "HT-2021-001", *money))
    section = section_of(window, qtbot)
    page = section.show("d")
    assert not section.tab.commands.replace.isEnabled()
    section.tab.commands.end.trigger()
    section.answer(reason="Đơn vị xin rút", day="1/6/2021", back="20.000.000", document="PT 3")
    assert page.chip.text() == "Chấm dứt từ 1/6/2021"
    assert sums_of([page.open.whole]).out == 0
    assert page.open.whole.payments[-1].document == "PT 3"
    assert page.summary.state.text() == (
        "Lý do: Đơn vị xin rút. Chỗ còn trống chờ thay thế: 1 hệ thống; kinh phí 50.000.000 đồng."
    )
    qtbot.waitUntil(lambda: section.tab.list.dossiers.chip_counts()[FREED] == 1)
    assert section.only(FREED) == ["Công ty TNHH Cơ khí Minh Đạt"]

    section.tab.commands.replace.trigger()
    picker = section.dialog(UnitPicker)
    picker.search.setText("rau sach")
    picker.verb.click()
    section.answer(decision="45/QĐ-SKHCN", day="15/6/2021")
    qtbot.waitUntil(lambda: section.tab.page is not None and section.tab.page.open.desk.root_id != "d")
    new = section.page()
    assert new.open.dossier is not None
    assert (new.open.dossier.replaces, new.open.dossier.enterprise_id) == ("d", "u2")
    assert sums_of([new.open.whole]).planned == 50_000_000
    assert [each.words for each in relatives(new.open)] == ["Thay cho hồ sơ HT-2021-001 theo 45/QĐ-SKHCN."]
    assert section.tab.list.dossiers.chip_counts()[FREED] == 0
    old = section.show("d")
    assert "Đã được thay bằng hồ sơ “Áp dụng TCVN ISO 9001” (Hợp tác xã Rau sạch Phú Giáo)." in [
        each.words for each in relatives(old.open)
    ]
    assert old.summary.state.text() == "Lý do: Đơn vị xin rút."


def test_carried_over_systems_are_linked_and_never_counted_twice(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    plan_id, records = plan_of("TN-2021")
    line = systems_line(records)
    before: list[Record] = [
        Dossier(id=key, enterprise_id=unit, code=f"CU-{unit}", title="Áp dụng ISO 9001", year=2019)
        for key, unit in (("a", "u1"), ("b", "u2"))
    ]
    items = [
        DossierItem(
            id=f"{key}/i", dossier_id=key, position="a0", kind_id=KINDS["TCVN ISO 9001"].id, quantity=Decimal(1)
        )
        for key in ("a", "b")
    ]
    fill(office, *records, *UNITS, *LISTS, *before, *items)
    section = section_of(window, qtbot)
    for key in ("a", "b"):
        section.show(key)
        section.tab.commands.carry.trigger()
        section.answer(plan=plan_id, year="2021", text="2016-2020")
        qtbot.waitUntil(lambda: section.tab.page is not None and section.tab.page.open.desk.root_id not in ("a", "b"))
        page = section.page()
        page.money.money.add.click()
        section.settle()
        asked = section.dialog(MoneyWindow)
        asked.chooser.table.setCurrentCell(_row_of(asked, line.id), 0)
        asked.chooser.amount.setText("50.000.000")
        asked.verb.click()
        assert page.open.whole.money[0].line_id == line.id
    words = [each.words for each in relatives(section.page().open)]
    assert words == ["Chuyển tiếp từ 2016-2020: hồ sơ CU-u2; tính là một lần hỗ trợ."]
    use = office.dossiers.use_of(plan_id)
    kinds = office.dossiers.catalogue().kinds
    everything = gather(office.dossiers.records([row.id for row in office.dossiers.rows()]))
    assert len(everything) == 4
    counts = count_all(everything, kinds)
    assert counts.dossiers == 2
    assert counts.in_unit("hệ thống") == Decimal(2)
    assert carried_matches(use.budget, use.wholes.values(), kinds)[line.id] == (Decimal(2), 2)
    found = next(each for each in lines_left(use, kinds) if each.line_id == line.id)
    assert (found.planned, found.quota, found.money) == ("6", "4", "200.000.000")


def _row_of(asked: MoneyWindow, line_id: str) -> int:
    table = asked.chooser.table
    for row in range(table.rowCount()):
        table.setCurrentCell(row, 0)
        if asked.chooser.line_id == line_id:
            return row
    raise AssertionError(line_id)


def test_warnings_tell_numbers_and_keep_the_reason_for_going_on(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    plan_id, records = plan_of("TN-2021")
    line = systems_line(records)
    many = [running(f"d{at}", "u2", plan_id, line.id, f"HT-2021-00{at}") for at in range(1, 8)]
    fill(office, *records, *UNITS, *LISTS, *(each for some in many for each in some))
    section = section_of(window, qtbot)
    page = section.show("d7")
    titles = [each.title for each in warnings(page.open, section.tab.today)]
    assert "Vượt kinh phí của mục chi" in titles
    at = titles.index("Vượt kinh phí của mục chi")
    assert "kế hoạch 300.000.000 đồng, các hồ sơ trước đã dùng 300.000.000 đồng" in text(page.summary.table, at, 1)
    page.summary.table.setCurrentCell(at, 0)
    page.summary.reason.click()
    section.answer(reason="Dùng kinh phí còn dư của mục III.3")
    (kept,) = page.open.whole.reasons
    assert kept.reason == "Dùng kinh phí còn dư của mục III.3"
    assert text(page.summary.table, len(titles) - 1, 2) == kept.reason


def test_papers_reports_indicators_and_certificates_are_kept_with_the_dossier(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    plan_id, records = plan_of("TN-2021")
    line = systems_line(records)
    fill(office, *records, *UNITS, *LISTS, *running("d", "u1", plan_id, line.id, "HT-2021-001"))
    section = section_of(window, qtbot)
    page = section.show("d")
    assert section.tab.list.dossiers.chip_counts()[MISSING] == 1
    lacking = [each for each in to_do(page.open, section.tab.today) if each.startswith("Thiếu ")]
    stages = page.stages
    for row in range(stages.papers.model.rowCount()):
        record = stages.papers.model.record_at(row)
        assert record is not None
        if stages.paper_rows.status(record) == "Còn thiếu":
            stages.papers.choose(record.id)
            stages.receive.click()
    assert lacking
    assert not [each for each in to_do(page.open, section.tab.today) if each.startswith("Thiếu ")]
    qtbot.waitUntil(lambda: section.tab.list.dossiers.chip_counts()[MISSING] == 0)

    stages.papers.add.click()
    section.answer(name="Công văn xin gia hạn")
    stages.reports.add.click()
    section.answer(asked_on="1/7/2021", due_on="30/7/2021")
    report = stages.reports.model.record_at(0)
    assert report is not None
    assert report_words(page.open, report, section.tab.today) == "Quá hạn"
    stages.report_rows.enter(report, stages.report_rows.specs[4], "29/7/2021")
    assert report_words(page.open, page.open.whole.reports[0], section.tab.today) == "Đã nhận"

    page.results.indicators.add.click()
    page.results.indicators.settle()
    rows = PartRows(page.open, Indicator, ("name", "unit", "before", "after", "less_is_better"))
    (indicator,) = rows.records()
    for spec, words in zip(rows.specs, ("Tỷ lệ lỗi", "%", "4", "3", "Có"), strict=True):
        rows.enter(indicator, spec, words)
    assert effect_words(page.open.whole.indicators[0]) == "Tốt hơn -25%"
    page.results.certificates.add.click()
    page.results.certificates.settle()
    (certificate,) = page.open.certificates
    assert (certificate.enterprise_id, certificate.dossier_id, certificate.standard) == ("u1", "d", "TCVN ISO 9001")


def test_dossiers_are_sought_without_dau_filtered_and_told_by_unit(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    plan_id, records = plan_of("TN-2021")
    line = systems_line(records)
    fill(
        office, *records, *UNITS, *LISTS,
        *running("d", "u1", plan_id, line.id, "HT-2021-001"), *running("e", "u2", plan_id, line.id, "HT-2021-002"),
        Dossier(id="f", enterprise_id="u2", code="HT-2023-001", title="Hướng dẫn 5S", year=2023, is_guidance=True),
    )  # fmt: skip
    section = section_of(window, qtbot)
    listed, shown = section.tab.list, section.tab.list.dossiers
    assert [row.id for row in shown.rows] == ["f", "d", "e"]
    listed.search.setText("rau sach ht-2021")
    assert [row.id for row in shown.rows] == ["e"]
    listed.clear.click()
    for name, value, found in (
        ("year", "2023", ["f"]), ("plan", plan_id, ["d", "e"]), ("plan", "-", ["f"]),
        ("stage", "contracted", ["d", "e"]), ("stage", "-", ["f"]), ("state", "paused", []),
    ):  # fmt: skip
        combo = listed.filters[name]
        combo.setCurrentIndex(combo.findData(value))
        combo.activated.emit(combo.currentIndex())
        assert [row.id for row in shown.rows] == found
        listed.clear.click()
    told = dossiers_of_unit(office.dossiers, "u2", section.tab.today)
    assert [(row.id, words.code, words.where) for row, words in told] == [
        ("f", "HT-2023-001", "Chưa đăng ký"), ("e", "HT-2021-002", "Hợp đồng"),
    ]  # fmt: skip


def test_a_dossier_is_paused_resumed_deleted_and_brought_back(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    plan_id, records = plan_of("TN-2021")
    line = systems_line(records)
    fill(office, *records, *UNITS, *LISTS, *running("d", "u1", plan_id, line.id, "HT-2021-001"))
    section = section_of(window, qtbot)
    page = section.show("d")
    section.tab.commands.pause.trigger()
    section.answer(day="1/8/2021", reason="Chờ máy mới")
    assert page.chip.text() == "Tạm dừng từ 1/8/2021"
    section.tab.commands.resume.trigger()
    assert page.chip.text() == "Đang thực hiện"
    undone: list[object] = []
    window.around.voice.done.connect(lambda _, __, undo: undone.append(undo))
    section.tab.commands.delete.trigger()
    qtbot.waitUntil(lambda: bool(undone))
    section.settle()
    assert office.dossiers.rows() == []
    undone[0]()  # type: ignore[operator]  # the toast's own button
    qtbot.waitUntil(lambda: len(office.dossiers.rows()) == 1)
    assert gather(office.dossiers.records(["d"]))["d"].items[0].unit == "hệ thống"


def test_the_lists_of_the_office_are_edited_in_their_window(window: Opened, qtbot: QtBot, office: MemoryOffice) -> None:
    section = section_of(window, qtbot)
    section.tab.commands.lists.trigger()
    section.settle()
    asked = section.dialog(CatalogueWindow)
    asked.first.click()
    assert len(office.dossiers.catalogue().kinds) == len(KINDS)
    asked.undo()
    assert not office.dossiers.catalogue().kinds
    asked.first.click()
    asked.pages.setCurrentIndex(2)
    norms = asked.tables["norms"]
    norms.add.click()
    norms.settle()
    rows = CatalogueRows(asked.desk, SupportNorm, NORM_FIELDS)
    (norm,) = rows.records()
    texts = {"name": "Mức hỗ trợ hệ thống", "kind_id": "Hệ thống quản lý chất lượng TCVN ISO 9001", "percent": "50"}
    for spec in rows.specs:
        if spec.name in texts:
            rows.enter(norm, spec, texts[spec.name])
    (kept,) = office.dossiers.catalogue().norms
    assert (kept.name, kept.kind_id, kept.percent) == ("Mức hỗ trợ hệ thống", KINDS["TCVN ISO 9001"].id, Decimal(50))
    asked.verb.click()
    section.settle()
