"""The Excel form: its own example comes back whole, and sheets are understood however a clerk arranges them."""

import subprocess
from datetime import date
from decimal import Decimal
from pathlib import Path
from shutil import which
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Allocation, Line
from nscl_desktop.domain.changes import inserted
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.plans import Period, Plan, Source
from nscl_desktop.domain.targets import Target, TargetLink
from nscl_desktop.exchange.plan_json import read_plan, write_plan
from nscl_desktop.exchange.plan_workbook import plan_template_workbook, read_plan_workbook, read_workbook
from nscl_desktop.office.papers import plan_template, read_plan_file
from nscl_desktop.services.adding_plans import add_plan
from tests.exchange.workbook_makers import HEAD, LINES, TOTAL, Formula, Row, save_workbook, sheets_with

MILLION = 1_000_000


def budget_of(book: Book) -> Budget:
    return Budget(book, next(iter(book.table(Plan))))


def plan_of(book: Book) -> Plan:
    return next(iter(book.table(Plan).values()))


def line_of(book: Book, text: str) -> Line:
    return next(line for line in book.table(Line).values() if line.text == text)


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "mau.xlsx"
    path.write_bytes(plan_template())
    return path


# -- the form itself --------------------------------------------------------------------------------------------------


def test_the_form_is_the_same_bytes_every_time() -> None:
    assert plan_template_workbook() == plan_template_workbook()


def test_the_example_in_the_form_comes_in_and_adds_up(template: Path) -> None:
    reading = read_workbook(template)
    budget = budget_of(reading.book)
    # by hand: 16,5 × 2 + 16,5 × 2 + 62,7 + (238 + 157) + (476 + 314) + 133 × 2
    assert budget.total() == 1_579_700_000
    assert budget.total(years=(2026,)) == (33 + 238 + 157) * MILLION
    assert budget.total(years=(2027,)) == (33 + 476 + 314 + 266) * MILLION
    assert budget.total(years=(2030,)) == 62_700_000
    assert reading.remarks == ()


def test_sources_that_share_a_quantity_do_not_count_it_twice(template: Path) -> None:
    budget = budget_of(read_plan_workbook(template))
    line = next(line for _, line in budget.tree.walk() if line.shared_quantity)
    assert budget.quantity(line) == Decimal(3)
    assert budget.price(line) == 395 * MILLION


def test_the_example_leads_targets_to_their_lines(template: Path) -> None:
    book = read_plan_workbook(template)
    link = next(iter(book.table(TargetLink).values()))
    assert link.counts
    assert book.get(Line, link.line_id).text.startswith("Hỗ trợ xây dựng, áp dụng hệ thống quản lý")
    assert {target.comparison for target in book.table(Target).values()} == {"at_least", "over"}


def test_the_plan_of_the_form_can_be_added_to_a_data_file_and_written_as_json(template: Path) -> None:
    book = read_plan_file(template)
    plan = plan_of(book)
    step = add_plan(book, [], [], words="Nhập")
    assert {change.entity for change in step.changes} >= {"plan", "period", "source", "measure", "line", "allocation"}
    again = read_plan(write_plan(book, plan.id))
    assert sorted(map(repr, map(inserted, again.records()))) == sorted(map(repr, map(inserted, book.records())))


def test_texts_are_kept_as_text_and_choices_are_lists(template: Path) -> None:
    book = load_workbook(template)
    sheet = book["Dự toán"]
    assert sheet["B8"].number_format == "@"
    assert sheet.freeze_panes == "D7"
    assert "F4:G4" in {str(area) for area in sheet.merged_cells.ranges}
    lists = [rule.formula1 for rule in book["Kế hoạch"].data_validations.dataValidation if rule.type == "list"]
    assert '"đồng,nghìn đồng,triệu đồng,tỷ đồng"' in lists


@pytest.mark.slow
@pytest.mark.skipif(which("soffice") is None, reason="needs LibreOffice")
def test_another_program_calculates_the_same_totals(template: Path, tmp_path: Path) -> None:
    book = load_workbook(template)  # leaves out all stored results
    sheet = book["Kế hoạch"]
    next(row for row in sheet.iter_rows(max_col=2) if row[0].value == "Mã kế hoạch *")[1].value = "VD-2"
    book["Dự toán"]["F8"] = 3  # one more report of 16,5 triệu in 2026
    book.save(tmp_path / "sua.xlsx")
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to"]
    command += ["xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "out"), str(tmp_path / "sua.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    assert budget_of(read_plan_workbook(tmp_path / "out" / "sua.xlsx")).total() == 1_579_700_000 + 16_500_000


# -- a filled workbook ------------------------------------------------------------------------------------------------


def test_amounts_are_in_the_unit_of_the_plan(tmp_path: Path) -> None:
    budget = budget_of(read_plan_workbook(save_workbook(tmp_path / "a.xlsx", sheets_with())))
    assert budget.total() == 369_250_000
    assert budget.total(years=(2026,)) == 307_250_000
    sources = {source.code: source.id for source in budget.frame.sources}
    assert budget.total(sources=(sources["DN"],)) == 62 * MILLION
    assert [line.label for line in budget.tree.children()] == ["I", "II"]


def test_quantity_and_price_make_the_amount_which_is_then_not_entered(tmp_path: Path) -> None:
    book = read_plan_workbook(save_workbook(tmp_path / "a.xlsx", sheets_with()))
    cells = {cell.line_id: cell for cell in book.table(Allocation).values()}
    expert = cells[line_of(book, "Đào tạo chuyên gia").id]
    assert (expert.quantity, expert.amount) == (Decimal(2), None)
    assert cells[line_of(book, "Hội nghị").id].amount == 41_250_000


def test_a_lump_that_differs_from_quantity_by_price_stays_for_the_checker(tmp_path: Path) -> None:
    lines: list[Row] = [[1, "1", "Lớp học", "Lớp", 10, 2, 25]]
    book = read_plan_workbook(save_workbook(tmp_path / "a.xlsx", sheets_with(lines)))
    cell = next(iter(book.table(Allocation).values()))
    assert (cell.quantity, cell.amount) == (Decimal(2), 25 * MILLION)


def test_columns_may_stand_in_any_order_and_the_heading_anywhere_in_thirty_rows(tmp_path: Path) -> None:
    order = [2, 9, 7, 8, 1, 5, 6, 0, 4, 3]
    moved = [[(list(row) + [None] * 10)[column] for column in order] for row in (*HEAD, *LINES, TOTAL)]
    moved[0] = ["Nội dung", "Tổng", "Năm 2027 – DN", None, "STT", "Năm 2026 – NSNN", None, "Cấp", "Đơn giá", "ĐVT"]
    above: list[Row] = [["Dự toán kinh phí"], [], ["Đơn vị tính: triệu đồng"], *([[]] * 20)]
    sheets = sheets_with() | {"Dự toán": [*above, *moved]}
    assert budget_of(read_plan_workbook(save_workbook(tmp_path / "a.xlsx", sheets))).total() == 369_250_000


def test_levels_left_out_are_told_by_labels_and_the_clerk_hears_it(tmp_path: Path) -> None:
    lines = [[None, *row[1:]] for row in LINES]
    reading = read_workbook(save_workbook(tmp_path / "a.xlsx", sheets_with(lines)))
    assert [line.label for line in budget_of(reading.book).tree.children()] == ["I", "II"]
    assert reading.remarks == ("Dự toán: Không ghi cấp; cấp của các dòng được suy ra từ số thứ tự.",)


def test_a_number_typed_as_text_is_read_and_told_where_it_could_be_meant_otherwise(tmp_path: Path) -> None:
    lines: list[Row] = [
        [1, "1", "Rõ", None, None, None, "1.290,84"],
        [1, "2", "Mơ hồ", None, None, None, "68.4"],
        [None, None, "Tổng cộng", None, None, None, Formula("=SUM(G3:G4)", 0)],
    ]
    reading = read_workbook(save_workbook(tmp_path / "a.xlsx", sheets_with(lines)))
    assert budget_of(reading.book).total() == 1_359_240_000  # 1.290,84 + 68,4
    assert reading.remarks == (
        "Dự toán, ô G4: “68.4” được đọc là 68,4 triệu đồng: dấu chấm là dấu thập phân.",
        "Dự toán, ô G5: Excel chưa cộng các ô số ghi dạng chữ (ô G3, ô G4); chương trình đã tính đúng từ các ô.",
    )


def test_a_section_may_repeat_the_sum_of_its_lines(tmp_path: Path) -> None:
    lines = [[1, "I", "Đào tạo", None, None, None, 266, None, 62, 328], *LINES[1:]]
    total: Row = [None, None, "Tổng cộng", None, None, None, 573.25, None, 124, 697.25]  # Excel adds the section twice
    reading = read_workbook(save_workbook(tmp_path / "a.xlsx", sheets_with([*lines, total])))
    assert budget_of(reading.book).total() == 369_250_000
    assert len(reading.remarks) == 3
    assert "cộng cả số của dòng mục lớn" in reading.remarks[0]


def test_dates_come_in_every_form(tmp_path: Path) -> None:
    forms = {
        "24/11/2021": "2021-11-24",
        "ngày 24 tháng 11 năm 2021": "2021-11-24",
        "tháng 8/2021": "2021-08",
        date(2021, 11, 24): "2021-11-24",
    }
    for index, (given, kept) in enumerate(forms.items()):
        path = save_workbook(tmp_path / f"{index}.xlsx", sheets_with(plan=[["Ngày ban hành", given]]))
        assert plan_of(read_plan_workbook(path)).date == kept


def test_a_sum_typed_into_a_cell_is_kept_as_its_explanation(tmp_path: Path) -> None:
    lines: list[Row] = [[1, "1", "Mô hình điểm", None, None, None, Formula("=2*16.5+33", 66)]]
    book = read_plan_workbook(save_workbook(tmp_path / "a.xlsx", sheets_with(lines)))
    cell = next(iter(book.table(Allocation).values()))
    assert (cell.amount, cell.formula) == (66 * MILLION, "=2*16,5+33")


def test_a_plan_of_several_periods_and_agencies(tmp_path: Path) -> None:
    plan: list[Row] = [["Các giai đoạn", "2026; 2027"], ["Tỉnh, thành phố", "Tây Ninh"]]
    head = [[*HEAD[0], "Cơ quan chủ trì"], HEAD[1]]
    lines: list[Row] = [
        [1, "I", "Đào tạo", None, None, None, 1, None, None, 1, "Sở Khoa học và Công nghệ"],
        [1, "II", "Dự án", None, None, None, 1, None, None, 1, "Có dự án riêng"],
    ]
    book = read_plan_workbook(save_workbook(tmp_path / "a.xlsx", sheets_with(lines, plan=plan, head=head)))
    assert [period.name for period in book.table(Period).values()] == ["2026", "2027"]
    assert [(each.name, each.province) for each in book.table(Agency).values()] == [
        ("Sở Khoa học và Công nghệ", "Tây Ninh")
    ]
    assert [(line.lead_id is not None, line.lead_text) for line in book.table(Line).values()] == [
        (True, ""), (False, "Có dự án riêng"),
    ]  # fmt: skip


def test_money_without_a_source_stands_under_chua_phan_nguon(tmp_path: Path) -> None:
    head: list[Row] = [
        ["Cấp", "STT", "Nội dung", "Đơn giá", "Năm 2026", None],
        [None, None, None, None, "Số lượng", "Số tiền"],
    ]
    lines: list[Row] = [[1, "1", "Hội nghị", None, 1, 34]]
    sheets = sheets_with(lines, head=head, sources=[])
    book = read_plan_workbook(save_workbook(tmp_path / "a.xlsx", sheets))
    assert [source.code for source in book.table(Source).values()] == ["CHUA_PHAN_NGUON"]
    assert budget_of(book).total() == 34 * MILLION


def test_percentages_and_several_lines_of_a_target(tmp_path: Path) -> None:
    targets: list[Row] = [
        ["Nội dung mục tiêu", "So sánh", "Giá trị", "Đơn vị", "Mục chi"],
        ["Đào tạo chuyên gia", "Ít nhất", 2, "Khóa", "I.1; II"],
        ["Năng suất tăng", "trên", "30", "%", ""],
    ]
    book = read_plan_workbook(save_workbook(tmp_path / "a.xlsx", sheets_with(targets=targets)))
    links = [book.get(Line, link.line_id).text for link in book.table(TargetLink).values()]
    assert links == ["Đào tạo chuyên gia", "Hội nghị"]
    assert [(target.value, target.unit) for target in book.table(Target).values()] == [
        (Decimal(2), "Khóa"),
        (Decimal(30), "%"),
    ]


def test_macros_links_and_pictures_are_not_looked_at(tmp_path: Path) -> None:
    sound = save_workbook(tmp_path / "a.xlsx", sheets_with())
    with ZipFile(sound, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\x00" * 64)
        archive.writestr("xl/externalLinks/externalLink1.xml", "<broken")
    assert budget_of(read_plan_workbook(sound)).total() == 369_250_000
