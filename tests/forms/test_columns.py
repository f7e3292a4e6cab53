"""What the kinds of columns print, one small plan for each."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.appendix import Align, Area, Cell, Product, Ratio, Sum
from tests.forms.builders import SmallPlan
from tests.forms.printing import printed, printed_table, table_form
from tests.forms.soundness import amounts, assert_sound, header_texts, leaf_titles, row_of, texts

TEXT = 'kind = "text"\ntitle = "Nội dung"'
LABEL = 'kind = "label"\ntitle = "STT"'
TOTAL = 'kind = "amount"\ntitle = "Kinh phí"'
YEARS = 'kind = "amount"\neach = "year"\ntitle = "Năm {year}"'
SOURCES = 'kind = "amount"\neach = "column"\ntitle = "{column}"'


def two_sources() -> SmallPlan:
    plan = SmallPlan((2021, 2023))
    plan.source("NSNN", group="Ngân sách")
    plan.source("DN")
    plan.source("KCB", column="DN", mark="*", footnote="Của bệnh viện")
    plan.section("I")
    return plan


def test_zero_is_printed_and_nothing_is_blank() -> None:
    plan = two_sources()
    plan.line("I.1", "I")
    plan.cell("I.1", 2021, "NSNN", amount=0)

    row = row_of(printed_table(plan.budget(), TEXT, YEARS), "I.1")

    assert amounts(row)[1:] == [0, None, None]
    assert texts(row)[2:] == ["", ""]


def test_a_form_may_print_a_dash_where_there_is_no_figure_except_in_totals() -> None:
    plan = two_sources()
    plan.line("I.1", "I")
    plan.cell("I.1", 2021, "NSNN", amount=5)

    table = printed_table(plan.budget(), TEXT, YEARS + '\nempty = "-"')

    assert texts(row_of(table, "I.1"))[1:] == ["", "-", "-"]
    assert texts(table.rows[-1])[1:] == ["", "", ""]


def test_a_text_entered_for_a_figure_is_printed_in_its_place() -> None:
    plan = two_sources()
    plan.line("I.1", "I")
    plan.line("I.2", "I")
    plan.cell("I.1", 2021, "NSNN", text="-")
    plan.cell("I.2", 2021, "NSNN", amount=7_000, text="7 nghìn")

    table = printed_table(plan.budget(), TEXT, YEARS)

    assert row_of(table, "I.1").cells[1] == Cell(text="-")
    assert row_of(table, "I.2").cells[1] == Cell(text="7 nghìn", amount=7_000)


def test_a_text_of_one_year_does_not_stand_for_the_total() -> None:
    plan = two_sources()
    plan.line("I.1", "I")
    plan.cell("I.1", 2021, "NSNN", text="-")
    plan.cell("I.1", 2022, "NSNN", amount=3)

    row = row_of(printed_table(plan.budget(), TEXT, TOTAL, YEARS), "I.1")

    assert (row.cells[1].text, row.cells[1].amount) == ("", 3)


def test_a_mark_stands_only_where_all_money_of_the_column_is_marked() -> None:
    plan = two_sources()
    plan.line("I.1", "I")
    plan.line("I.2", "I")
    plan.cell("I.1", 2021, "KCB", amount=5)
    plan.cell("I.2", 2021, "KCB", amount=5)
    plan.cell("I.2", 2021, "DN", amount=6)
    plan.cell("I.2", 2022, "KCB", amount=0)

    doc = printed(
        table_form(TEXT, TOTAL, SOURCES, 'kind = "amount"\nslice = { column = "DN", year = 2022 }'), plan.budget()
    )

    marks = {row.ref: [cell.mark for cell in row.cells] for row in doc.tables[0].rows}
    assert marks["I.1"] == ["", "", "", "*", ""]
    assert marks["I.2"] == ["", "", "", "", ""]
    assert doc.footnotes == (("*", "Của bệnh viện./."),)


def test_a_footnote_of_a_source_is_left_out_where_its_mark_is_not_printed() -> None:
    plan = two_sources()
    plan.footnote("*", "Của bệnh viện")
    plan.footnote("1", "Ghi chú của bảng")
    plan.line("I.1", "I")
    plan.cell("I.1", 2021, "KCB", amount=5)

    assert printed(table_form(TEXT, TOTAL), plan.budget()).footnotes == (("1", "Ghi chú của bảng./."),)
    assert printed(table_form(TEXT, SOURCES), plan.budget()).footnotes == (
        ("*", "Của bệnh viện"),
        ("1", "Ghi chú của bảng./."),
    )
    assert printed("footnotes = false\n" + table_form(TEXT, SOURCES), plan.budget()).footnotes == ()


def test_an_amount_is_a_product_only_where_it_is_exactly_so() -> None:
    plan = two_sources()
    plan.line("I.1", "I", price=333)
    plan.line("I.2", "I", price=333)
    plan.cell("I.1", 2021, "NSNN", quantity=3)
    plan.cell("I.2", 2021, "NSNN", quantity=Decimal("1.5"))

    table = printed_table(plan.budget(), TEXT, 'kind = "quantity"', 'kind = "price"', TOTAL)

    assert row_of(table, "I.1").cells[3] == Cell(amount=999, formula=Product(1, 2))
    assert row_of(table, "I.2").cells[3] == Cell(amount=500)


def test_quantity_and_amount_stand_side_by_side_for_each_year() -> None:
    plan = two_sources()
    plan.line("I.1", "I", price=10)
    plan.cell("I.1", 2021, "NSNN", quantity=2)
    plan.cell("I.1", 2022, "NSNN", quantity=3)

    table = printed_table(
        plan.budget(),
        TEXT,
        'kind = "quantity"',
        TOTAL,
        'kind = "quantity_amount"\neach = "year"\ntitle = "{year}"\ntitles = ["SL {year}", "Tiền"]',
        table='only = "budgeted"',
    )

    assert header_texts(table) == [["Nội dung", "", "Kinh phí", "2021", "2022"], ["SL 2021", "Tiền", "SL 2022", "Tiền"]]
    row = row_of(table, "I.1")
    assert [cell.quantity for cell in row.cells] == [None, 5, None, 2, None, 3, None]
    assert amounts(row) == [None, None, 50, None, 20, None, 30]
    assert row.cells[1].formula == Sum((Area(0, 1, 3, 1, 3), Area(0, 1, 5, 1, 5)))


def test_sources_that_share_a_quantity_do_not_add_it_up() -> None:
    plan = two_sources()
    plan.line("I.1", "I", shared_quantity=True)
    plan.cell("I.1", 2021, "NSNN", quantity=4, price=238)
    plan.cell("I.1", 2021, "DN", quantity=4, price=157)

    table = printed_table(
        plan.budget(), TEXT, 'kind = "quantity"', 'kind = "price"', TOTAL, 'each = "column"\ntitle = "{column}"\n'
        '[[block.column.column]]\nkind = "quantity"\n[[block.column.column]]\nkind = "price"\n'
        '[[block.column.column]]\nkind = "amount"',
    )  # fmt: skip

    row = row_of(table, "I.1")
    assert [cell.quantity for cell in row.cells if cell.quantity is not None] == [4, 4, 4]
    assert amounts(row) == [None, None, 395, 1580, None, 238, 952, None, 157, 628]
    assert row.cells[1].formula is None
    assert row.cells[3].formula == Product(1, 2)


def test_a_price_that_differs_between_years_is_left_blank() -> None:
    plan = two_sources()
    plan.line("I.1", "I")
    plan.line("I.2", "I", shared_quantity=True)
    for line in ("I.1", "I.2"):
        plan.cell(line, 2021, "NSNN", quantity=1, price=10)
        plan.cell(line, 2022, "NSNN", quantity=1, price=12)

    table = printed_table(
        plan.budget(), TEXT, 'kind = "price"', 'kind = "price"\neach = "year"', TOTAL, table='only = "budgeted"'
    )

    assert amounts(row_of(table, "I.1")) == [None, None, 10, 12, 22]
    assert amounts(row_of(table, "I.2")) == [None, None, 10, 12, 22]


def test_shares_are_of_the_total_of_the_line_above_or_of_another_measure() -> None:
    plan = two_sources()
    plan.measure("du_toan", "Dự toán")
    plan.measure("thuc_hien", "Thực hiện")
    plan.section("II")
    plan.line("I.1", "I")
    plan.line("I.2", "I")
    plan.cell("I.1", 2021, "NSNN", amount=30)
    plan.cell("I.2", 2021, "NSNN", amount=10)
    plan.cell("II", 2021, "NSNN", amount=80)
    plan.cell("I.1", 2021, "NSNN", "thuc_hien", amount=10)

    table = printed_table(
        plan.budget(),
        TEXT,
        TOTAL,
        'kind = "percentage"',
        'kind = "percentage"\nbase = "parent"\nempty = "x"',
        'kind = "percentage"\nof = "thuc_hien"\nbase = "du_toan"\ndecimals = 1',
        'kind = "amount"\nof = "thuc_hien"',
    )

    row = row_of(table, "I.1")
    assert [cell.percent for cell in row.cells[2:5]] == [Decimal("25.00"), Decimal("75.00"), Decimal("33.3")]
    assert row.cells[2].formula == Ratio(Area(0, 1, 1, 1, 1), Area(0, 4, 1, 4, 1))
    assert row.cells[3].formula == Ratio(Area(0, 1, 1, 1, 1), Area(0, 0, 1, 0, 1))
    assert row.cells[4].formula == Ratio(Area(0, 1, 5, 1, 5), Area(0, 1, 1, 1, 1))
    assert [cell.percent for cell in table.rows[-1].cells[2:4]] == [100, 100]
    assert row_of(table, "I.2").cells[4] == Cell()


def test_a_share_without_its_amount_column_is_a_figure_without_formula() -> None:
    plan = two_sources()
    plan.cell("I", 2021, "NSNN", amount=80)
    plan.cell("I", 2022, "DN", amount=20)

    table = printed_table(
        plan.budget(), TEXT, TOTAL, 'kind = "percentage"\nslice = { source = "DN" }', table="total = false"
    )

    assert table.rows[0].cells[2] == Cell(percent=Decimal(100))


def test_agencies_are_named_as_the_line_says_and_inherited_where_asked() -> None:
    plan = two_sources()
    plan.agency("so", "Sở Khoa học và Công nghệ", "Sở KHCN")
    plan.section("II", lead_id="so", partners="Các sở", schedule="Năm 2021")
    plan.line("II.1", "II", note="Ghi chú", unit="Lớp")
    plan.line("II.2", "II", lead_text="Có dự án riêng")
    agencies = 'kind = "agencies"\nwho = "{}"\n{}'

    table = printed_table(
        plan.budget(),
        'kind = "text"',
        agencies.format("lead", ""),
        agencies.format("lead", "inherit = true\nshort = true"),
        agencies.format("partners", "inherit = true"),
        agencies.format("both", "inherit = true"),
        'kind = "schedule"\ninherit = true',
        'kind = "unit"',
        'kind = "note"',
        TOTAL,
    )

    assert texts(row_of(table, "II"))[1] == "Sở Khoa học và Công nghệ"
    assert texts(row_of(table, "II.1"))[1:8] == [
        "", "Sở KHCN", "Các sở", "Chủ trì: Sở Khoa học và Công nghệ\nPhối hợp: Các sở", "Năm 2021", "Lớp", "Ghi chú",
    ]  # fmt: skip
    assert texts(row_of(table, "II.2"))[1:3] == ["Có dự án riêng", "Có dự án riêng"]
    assert texts(row_of(table, "I"))[1:5] == ["", "", "", ""]


def test_running_numbers_count_the_items_through_all_sections() -> None:
    plan = two_sources()
    plan.line("I.1", "I")
    plan.line("I.1.a", "I.1")
    plan.section("II")
    plan.line("II.1", "II")

    table = printed_table(plan.budget(), 'kind = "number"', TEXT, TOTAL, table="total = false")

    assert [row.cells[0].text for row in table.rows] == ["", "1", "", "", "2"]


def test_dashes_stand_before_the_text_and_labels_too_where_there_is_no_column_for_them() -> None:
    plan = two_sources()
    plan.line("I.1", "I", label="-")
    plan.line("I.2", "I", label="a)")
    plan.line("I.3", "I", label="4", text="")

    assert [texts(row)[:2] for row in printed_table(plan.budget(), LABEL, TEXT, TOTAL).rows[:3]] == [
        ["I", "Việc I"], ["", "- Việc I.1"], ["a)", "Việc I.2"],
    ]  # fmt: skip
    assert [row.cells[0].text for row in printed_table(plan.budget(), TEXT, TOTAL).rows[:4]] == [
        "I. Việc I", "- Việc I.1", "a) Việc I.2", "4",
    ]  # fmt: skip


def test_the_number_row_carries_the_formulas_of_the_form() -> None:
    plan = two_sources()
    plan.cell("I", 2021, "NSNN", amount=1)
    plan.cell("I", 2022, "NSNN", amount=1)

    table = printed_table(
        plan.budget(),
        TEXT,
        'kind = "quantity"\nid = "sl"',
        'kind = "price"\nid = "gia"',
        TOTAL + '\nnumber = "={sl}×{gia}"',
        'kind = "amount"\nnumber = "={nam}"',
        YEARS + '\nid = "nam"',
        table='number_row = true\nonly = "budgeted"',
    )

    assert table.number_row == ("(1)", "(2)", "(3)", "(4)=(2)×(3)", "(5)=(6)+(7)", "(6)", "(7)")


def test_the_number_row_may_be_written_out() -> None:
    table = printed_table(two_sources().budget(), LABEL, TEXT, TOTAL, table='numbers = ["A", "B"]')

    assert table.number_row == ("A", "B", "")


def test_widths_alignment_and_decimals_are_those_of_the_form() -> None:
    budget = two_sources().budget()

    doc = printed(
        "decimals = 2\n" + table_form(TEXT + "\nwidth = 50.5", TOTAL, YEARS + '\ndecimals = 0\nalign = "center"'),
        budget,
    )

    columns = doc.tables[0].columns
    assert (columns[0].width, columns[0].align, columns[0].decimals) == (50.5, Align.LEFT, None)
    assert (columns[1].align, columns[1].decimals) == (Align.RIGHT, 2)
    assert (columns[2].align, columns[2].decimals) == (Align.CENTER, 0)


@pytest.mark.parametrize(
    ("narrowing", "expected"),
    [
        ("slice = { year = 2021 }", 1 + 10 + 100),
        ("slice = { year = [2021, 2022] }", 1 + 10 + 100 + 2000),
        ('slice = { source = "DN" }', 10),
        ('slice = { source = ["DN", "NSNN"] }', 11 + 2000),
        ('slice = { column = "DN" }', 110),
        ('slice = { group = "Ngân sách" }', 2001),
        ('slice = { period = "2022-2023" }', 2000),
        ('slice = { source = "NSNN", year = 2022 }', 2000),
        ('slice = { source = "KHONG_CO" }', None),
        ('of = "thuc_hien"', None),
        ('slice = { measure = "thuc_hien" }', None),
    ],
)
def test_a_column_shows_its_slice_only(narrowing: str, expected: int | None) -> None:
    plan = two_sources()
    plan.period(2021, 2021)
    plan.period(2022, 2023)
    for year, source, amount in ((2021, "NSNN", 1), (2021, "DN", 10), (2021, "KCB", 100), (2022, "NSNN", 2000)):
        plan.cell("I", year, source, amount=amount)

    table = printed_table(plan.budget(), TEXT, f'kind = "amount"\n{narrowing}')

    assert table.rows[-1].cells[1].amount == expected


def test_columns_are_repeated_over_what_has_figures_or_is_listed() -> None:
    plan = two_sources()
    plan.period(2021, 2022)
    plan.period(2023, 2023)
    plan.cell("I", 2021, "NSNN", amount=1)
    repeated = 'kind = "amount"\neach = "{}"\nwhere = [{}]\ntitle = "{}"'

    table = printed_table(
        plan.budget(),
        TEXT,
        repeated.format("source", '"budgeted"', "{source} ({source_code})"),
        repeated.format("source", '"DN", "KCB"', "{source}"),
        repeated.format("year", "2022, 2023", "{year}"),
        repeated.format("period", '"2021-2022"', "{period_name}, {period_from}"),
        repeated.format("measure", '"budgeted"', "{measure}"),
    )

    assert leaf_titles(table) == [
        "Nội dung", "Nguồn NSNN (NSNN)", "Nguồn DN", "Nguồn KCB", "2022", "2023",
        "giai đoạn 2021-2022, 2021", "Dự toán",
    ]  # fmt: skip


def test_money_without_year_or_source_has_columns_of_its_own() -> None:
    plan = SmallPlan((None, None))
    plan.source("NSNN")
    plan.section("I")
    plan.cell("I", 0, "", amount=9)

    table = printed_table(plan.budget(), TEXT, TOTAL, YEARS, SOURCES)

    assert leaf_titles(table) == ["Nội dung", "Kinh phí", "Chưa phân năm", "NSNN", "Chưa phân nguồn"]
    assert amounts(table.rows[-1]) == [None, 9, 9, None, 9]


BESIDE = 'title = "Kinh phí"\n[[block.column.column]]\ntitle = "Tổng cộng"\nkind = "amount"\n'
EACH_SOURCE = '[[block.column.column]]\neach = "source"\ntitle = "{source}"\nkind = "amount"\n'


def test_where_no_source_is_stated_none_is_printed() -> None:
    plan = SmallPlan((2022, 2023))
    plan.source("CHUA_PHAN_NGUON")
    plan.section("I")
    plan.cell("I", 2022, "CHUA_PHAN_NGUON", amount=4)
    plan.cell("I", 2023, "CHUA_PHAN_NGUON", amount=5)

    by_year = f'each = "year"\ntitle = "Năm {{year}}"\n{EACH_SOURCE}'
    table = printed_table(plan.budget(), TEXT, BESIDE + EACH_SOURCE, by_year)

    assert header_texts(table) == [["Nội dung", "Tổng cộng", "Năm 2022", "Năm 2023"]]
    assert amounts(table.rows[-1]) == [None, 9, 4, 5]


def test_columns_of_other_figures_do_not_stand_for_the_source() -> None:
    plan = SmallPlan((2022, 2022))
    plan.source("CHUA_PHAN_NGUON")
    plan.measure("thuc_hien", "Thực hiện")
    plan.section("I")
    plan.cell("I", 2022, "CHUA_PHAN_NGUON", amount=4)
    plan.cell("I", 2022, "CHUA_PHAN_NGUON", measure="thuc_hien", amount=3)

    table = printed_table(plan.budget(), TEXT, 'kind = "amount"\ntitle = "Thực hiện"\nof = "thuc_hien"', SOURCES)

    assert leaf_titles(table) == ["Nội dung", "Thực hiện", "CHUA_PHAN_NGUON"]
    assert amounts(table.rows[-1]) == [None, 3, 4]


def test_money_of_no_source_beside_stated_ones_keeps_its_column() -> None:
    plan = SmallPlan((2022, 2022))
    plan.source("NSNN")
    plan.source("CHUA_PHAN_NGUON")
    plan.section("I")
    plan.cell("I", 2022, "NSNN", amount=4)
    plan.cell("I", 2022, "CHUA_PHAN_NGUON", amount=5)

    table = printed_table(plan.budget(), TEXT, BESIDE + EACH_SOURCE)

    assert amounts(table.rows[-1]) == [None, 9, 4, 5]


def test_an_optional_column_that_no_line_fills_is_left_out() -> None:
    plan = SmallPlan((2022, 2022))
    plan.section("I")
    plan.line("I.1", "I", schedule="Quý I")
    columns = [f'title = "{kind}"\nkind = "{kind}"\noptional = true' for kind in ("schedule", "note", "unit")]

    assert leaf_titles(printed_table(plan.budget(), TEXT, TOTAL, *columns)) == ["Nội dung", "Kinh phí", "schedule"]


def test_a_plan_without_years_or_money_still_makes_a_table() -> None:
    doc = printed(
        table_form(TEXT, TOTAL, 'each = "year"\n[[block.column.column]]\nkind = "amount"'),
        SmallPlan((None, None)).budget(),
    )

    assert_sound(doc)
    assert leaf_titles(doc.tables[0]) == ["Nội dung", "Kinh phí"]
    assert doc.words == ""


def test_groups_take_their_slice_down_to_the_columns_inside() -> None:
    plan = two_sources()
    plan.period(2021, 2021)
    plan.period(2022, 2023)
    plan.cell("I", 2021, "NSNN", amount=1)
    plan.cell("I", 2022, "DN", amount=20)
    each = '[[block.column.column]]\nkind = "amount"\neach = "{}"\ntitle = "{{{}}}"\n'

    table = printed_table(
        plan.budget(),
        TEXT,
        'title = "Năm 2022"\nslice = { year = 2022, source = ["DN", "KCB"] }\n'
        + "".join(each.format(kind, kind) for kind in ("period", "source", "column", "year")),
    )

    assert leaf_titles(table) == ["Nội dung", "2022-2023", "Nguồn DN", "Nguồn KCB", "DN", "2022"]
    assert amounts(table.rows[-1]) == [None, 20, 20, None, 20, 20]
