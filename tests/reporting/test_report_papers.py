"""A report on paper: pages, workbook and Word template say the same hand-written figures; nothing adds percentages."""

import io
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
import pytest

from nscl_desktop.domain.appendix import Paragraph, RowKind
from nscl_desktop.domain.periodic_reports import SECTION, SENT, YEAR, PeriodicReport, ReportFigure
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.report_figures import Draft
from nscl_desktop.domain.report_paper import ReportPaper, dated, opening, report_document
from nscl_desktop.domain.report_paper_tables import money_table, promised, targets_table
from nscl_desktop.office.print_room import PrintRoom
from nscl_desktop.reports.templates import fill, open_fields
from nscl_desktop.resource_files import resource_path
from nscl_desktop.services.report_values import report_values
from nscl_desktop.storage.report_drafting import draft
from tests.enterprises.registers import store_of
from tests.reporting.report_template import report_template
from tests.reporting.tay_ninh_year import PLAN, RECORDS

D = Decimal
ROW = PlanRow(**{name: getattr(PLAN, name) for name in PlanRow.__dataclass_fields__})
REPORT = PeriodicReport(
    id="r", title="Kết quả thực hiện năm 2021", kind=YEAR, plan_id=PLAN.id, year_from=2021, year_to=2021,
    cutoff="2022-01-31", number="05/BC-CCTĐC", date="2022-02-07", place="Tây Ninh", to_party=("UBND tỉnh",),
    authority=("CHI CỤC TRƯỞNG",), signer="Nguyễn Văn Bình", recipients=("- Như trên;",), summary="Đã làm.",
    difficulties="Không.", next_steps="Làm tiếp.", proposals="Không.",
)  # fmt: skip
HEAD = ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "CHI CỤC TCĐLCL")
TEMPLATE = resource_path("report-templates") / "bao-cao-dinh-ky.docx"


@pytest.fixture(scope="module")
def found() -> Iterator[Draft]:
    store = store_of(RECORDS)
    with store.reading() as connection:
        yield draft(connection, REPORT, lambda _: None)
    store.close()


@pytest.fixture(scope="module")
def paper(found: Draft) -> ReportPaper:
    return ReportPaper(REPORT, ROW, found.figures, found.money, found.lists, HEAD, "CCTĐC")


def words_of(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    texts = [paragraph.text for paragraph in document.paragraphs]
    texts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join(texts)


def test_the_shipped_template_is_made_from_its_wording(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--golden-update"):
        TEMPLATE.write_bytes(report_template())
    assert TEMPLATE.read_bytes() == report_template()


def test_the_template_asks_for_nothing_that_a_report_does_not_know(paper: ReportPaper) -> None:
    assert open_fields(TEMPLATE, report_values(paper)).unknown == ()
    bare = replace(REPORT, place="", to_party=(), number="", date="", signer="", authority=(), summary="")
    assert open_fields(TEMPLATE, report_values(ReportPaper(bare, None, (), (), ()))).unknown == ()


def test_the_filled_template_says_the_figures_of_the_year(paper: ReportPaper) -> None:
    text = words_of(fill(TEMPLATE, report_values(paper)))
    for shown in (
        "Số: 05/BC-CCTĐC", "Tây Ninh, ngày 07 tháng 02 năm 2022",
        "Kinh phí được giao 1.157,29 triệu đồng; đã chi 155 triệu đồng, bằng 13,4% kinh phí được giao.",  # 155/1157,29
        "3 hồ sơ của 2 đơn vị.", "1 lớp, 2 lượt người tham dự, 1 lượt đạt.", "99/QĐ-TTg ngày 1/3/2021", "15.000.000",
        "1.387,29",
    ):  # fmt: skip
        assert shown in text


def test_the_workbook_adds_money_by_formulas(paper: ReportPaper, tmp_path: Path) -> None:
    target = tmp_path / "bc.xlsx"
    PrintRoom(tmp_path).write(report_document(paper), target)
    cells = [cell.value for row in openpyxl.load_workbook(target).active.iter_rows() for cell in row]
    sums = [each for each in cells if isinstance(each, str) and each.upper().startswith(("=SUM", "=SUBTOTAL"))]
    assert len(sums) >= 10  # five columns of two tables
    assert not any(isinstance(each, str) and "%" in each and each.startswith("=SUM") for each in cells)


def test_totals_of_the_money_table_are_hand_added_and_others_money_stands_outside(found: Draft) -> None:
    table = money_table(found.money, SECTION, 0)
    (at,) = [number for number, row in enumerate(table.rows) if row.kind is RowKind.TOTAL]
    assert [cell.amount for cell in table.rows[at].cells[2:7]] == [
        1_387_290_000, 1_157_290_000, 285_000_000, 155_000_000, 155_000_000,
    ]  # fmt: skip
    assert table.rows[at].cells[-1].percent == D("13.4")
    (others,) = table.rows[at + 1 :]
    assert (others.cells[2].amount, others.cells[-1].text) == (300_000_000, "–")


def test_a_percentage_names_what_it_is_part_of_and_gets_no_ratio() -> None:
    rate = ReportFigure(
        id="f", report_id="r", text="Cơ sở công lập", unit="%", comparison="over", planned=D(70), total=D("71.43"),
        part=D(5), whole=D(7), divided_by="cơ sở khám chữa bệnh công lập", counted_unit="%",
    )  # fmt: skip
    cells = targets_table([rate, replace(rate, total=None, reason="Chưa nhập số liệu công bố.")]).rows
    assert cells[0].cells[3].text == "trên 70"
    assert cells[0].cells[7].text == "–"
    assert cells[0].cells[8].text == "Đạt (5/7 cơ sở khám chữa bệnh công lập)"
    assert cells[1].cells[8].text == "Chưa nhập số liệu công bố."
    assert promised(replace(rate, comparison="about", planned=D(30), planned_to=D(35))) == "khoảng 30 - 35"


def test_a_draft_is_crossed_and_leaves_number_day_and_words_open() -> None:
    bare = PeriodicReport(id="r", title="x", year_from=2021, year_to=2021, cutoff="2021-06-30")
    doc = report_document(ReportPaper(bare, None, (), (), ()))
    assert doc.watermark == "DỰ THẢO"
    assert doc.heading.number == "Số:        /BC-"
    assert dated(bare).startswith("…………, ngày")
    assert opening(ReportPaper(bare, None, (), (), ())) == (
        "Kết quả thực hiện như sau (số liệu tính đến hết ngày 30/6/2021):"
    )
    assert sum(isinstance(each, Paragraph) and each.dotted > 0 for each in doc.blocks) == 4


def test_a_sent_report_has_no_mark_of_a_draft(paper: ReportPaper) -> None:
    doc = report_document(replace(paper, report=replace(REPORT, state=SENT)))
    assert doc.watermark == ""
    assert doc.heading.dated == "Tây Ninh, ngày 07 tháng 02 năm 2022"
    assert opening(paper).startswith("Thực hiện Kế hoạch số 950/KH-UBND ngày 30 tháng 3 năm 2021 của Ủy ban nhân dân")
    plan = replace(ROW, number="", date="")
    assert f"Kế hoạch {plan.title}" in opening(replace(paper, plan=plan))
