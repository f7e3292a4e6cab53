"""Each source plan in its own form, against what its signed or printed paper shows (DOMAIN.md 11.1, 11.3, 11.5, 12)."""

from decimal import Decimal

from nscl_desktop.domain.appendix import Area, Paragraph, Product, Row, RowKind, Sum, Table
from nscl_desktop.domain.money import MoneyUnit, format_amount
from tests.forms.printing import printed_sample
from tests.forms.soundness import header_texts, leaf_titles

TN = printed_sample("TN-2021", "tay-ninh")
BG = printed_sample("BG-2021-2025", "bac-giang")
BD = printed_sample("BD-2021-2030", "binh-duong")


def shown(row: Row, table: Table) -> list[str]:
    """What stands in the cells, amounts in the unit of the table, with their marks."""
    return [
        cell.text
        or (format_amount(cell.amount, table.unit) + cell.mark if cell.amount is not None else "")
        or (str(cell.quantity) if cell.quantity is not None else "")
        for cell in row.cells
    ]


def starting(table: Table, text: str) -> Row:
    """The row whose text starts so."""
    return next(row for row in table.rows if any(cell.text.startswith(text) for cell in row.cells))


def below(text: str) -> Table:
    """The table of Bình Dương below a heading."""
    place = next(i for i, block in enumerate(BD.blocks) if isinstance(block, Paragraph) and block.text.startswith(text))
    return next(block for block in BD.blocks[place:] if isinstance(block, Table))


# -- Tây Ninh ----------------------------------------------------------------------------------------------------------


def test_tay_ninh_has_its_ten_columns_and_their_numbers() -> None:
    assert header_texts(TN.tables[0]) == [
        [
            "STT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện", "ĐVT", "Số lượng",
            "Đơn giá (đồng)", "Kinh phí (đồng)", "Ghi chú",
        ]
    ]  # fmt: skip
    assert TN.tables[0].number_row == ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)")
    assert TN.landscape


def test_tay_ninh_prints_an_item_as_its_paper_does() -> None:
    row = starting(TN.tables[0], "Khảo sát, thu thập và số hóa dữ liệu")

    assert shown(row, TN.tables[0])[4:] == ["Dự kiến tháng 3 - 11/2021", "DN", "50", "8.000.000", "400.000.000", ""]
    assert row.cells[8].formula == Product(6, 7)
    assert [cell.text for cell in row.cells[2:4]] == ["", ""]


def test_tay_ninh_counts_the_awards_once() -> None:
    table = TN.tables[0]
    place = next(i for i, row in enumerate(table.rows) if row.cells[1].text.startswith("Kinh phí hỗ trợ các tổ chức"))

    assert shown(table.rows[place], table)[6:9] == ["4", "", "90.000.000"]
    assert table.rows[place].cells[8].formula == Sum((Area(0, place + 1, 8, place + 2, 8),))
    assert [row.cells[0].text for row in table.rows[place + 1 : place + 3]] == ["", ""]
    assert table.rows[place + 1].cells[1].text == "- Giải vàng Chất lượng quốc gia"


def test_tay_ninh_sections_name_their_agencies_and_sum_their_rows() -> None:
    sections = [row for row in TN.tables[0].rows if row.kind is RowKind.SECTION]

    assert [row.cells[0].text for row in sections] == ["I", "II", "III", "IV"]
    assert [row.cells[8].amount for row in sections] == [40_600_000, 116_690_000, 1_230_000_000, 300_000_000]
    assert sections[3].cells[2].text == "Cục Thống kê"
    assert all(row.keep_with_next for row in sections)


def test_tay_ninh_total_spans_to_the_amount_and_is_said_in_words() -> None:
    last = TN.tables[0].rows[-1]

    assert last.kind is RowKind.TOTAL
    assert (last.cells[0].text, last.cells[0].colspan) == ("Tổng cộng (I) + (II) + (III) + (IV)", 8)
    assert last.cells[8].amount == 1_687_290_000
    assert TN.words == "(Bằng chữ: Một tỷ, sáu trăm tám mươi bảy triệu, hai trăm chín mươi ngàn đồng)./."


def test_tay_ninh_is_attached_to_the_plan_of_the_committee() -> None:
    assert TN.heading.attached_to == (
        "(Kèm theo Kế hoạch số 950/KH-UBND ngày 30 tháng 3 năm 2021 của Ủy ban nhân dân tỉnh Tây Ninh)"
    )
    assert TN.heading.label == "Phụ lục"


# -- Bắc Giang ---------------------------------------------------------------------------------------------------------


def test_bac_giang_has_a_heading_of_two_rows_over_its_budgeted_years() -> None:
    assert header_texts(BG.tables[0]) == [
        [
            "TT", "Nội dung", "Kinh phí", "Năm 2022", "Năm 2023", "Năm 2024", "Năm 2025",
            "Đơn vị chủ trì", "Đơn vị phối hợp",
        ],
        ["Tổng cộng", *["NSNN", "DN"] * 5],
    ]  # fmt: skip


def test_bac_giang_prints_its_items_as_its_paper_does() -> None:
    table = BG.tables[0]

    assert shown(starting(table, "Xây dựng và triển khai 04 mô hình"), table)[2:13] == [
        "1.580", "952", "628", "238", "157", "238", "157", "238", "157", "238", "157",
    ]  # fmt: skip
    assert shown(starting(table, "Tham quan, học tập"), table)[2:] == [
        "150", "150", "0", "100", "0", "50", "", "", "", "", "", "", "",
    ]  # fmt: skip


def test_bac_giang_stars_the_money_of_hospitals_and_only_that() -> None:
    table = BG.tables[0]

    assert shown(starting(table, "Áp dụng các công cụ, hệ thống quản lý tiên tiến tại ít nhất 4"), table)[2:13] == [
        "1.580", "952", "628*", "238", "157*", "238", "157*", "238", "157*", "238", "157*",
    ]  # fmt: skip
    assert shown(starting(table, "Áp dụng các công cụ, hệ thống quản lý tiên tiến trên 70%"), table)[2:13] == [
        "3.160", "1.904", "1.256*", "", "", "476", "314*", "714", "471*", "714", "471*",
    ]  # fmt: skip
    sums = [row for row in table.rows if row.kind in {RowKind.SECTION, RowKind.TOTAL}]
    assert not any(cell.mark for row in sums for cell in row.cells)
    assert BG.footnotes == (("*", "Kinh phí hợp pháp của cơ sở khám bệnh, chữa bệnh./."),)


def test_bac_giang_sections_stand_across_number_and_contents() -> None:
    row = starting(BG.tables[0], "IV. Tư vấn")

    assert (row.cells[0].text, row.cells[0].colspan) == ("IV. Tư vấn, hỗ trợ xây dựng mô hình điểm về NSCL", 2)
    assert shown(row, BG.tables[0])[2:13] == [
        "9.611,6", "7.099,6", "2.512", "1.667,6", "314", "1.852", "628", "1.790", "785", "1.790", "785",
    ]  # fmt: skip


def test_bac_giang_prints_a_remark_for_the_project_of_its_own() -> None:
    row = starting(BG.tables[0], "Hỗ trợ hình thành ít nhất 01 đơn vị")

    assert shown(row, BG.tables[0])[2:] == [*[""] * 11, "Có dự án riêng", ""]


def test_bac_giang_totals_agree_with_its_paper() -> None:
    last = BG.tables[0].rows[-1]

    assert shown(last, BG.tables[0])[1:13] == [
        "Tổng cộng", "14.767,55", "11.855,55", "2.912",
        "3.509,85", "394", "3.133", "748", "3.021", "905", "2.191,7", "865",
    ]  # fmt: skip


def test_bac_giang_item_totals_sum_the_columns_beside_them() -> None:
    table = BG.tables[0]
    place = next(i for i, row in enumerate(table.rows) if row.cells[1].text.startswith("Xây dựng và triển khai 04"))

    assert table.rows[place].cells[2].formula == Sum((Area(0, place, 3, place, 4),))
    assert table.rows[place].cells[3].formula == Sum(
        tuple(Area(0, place, column, place, column) for column in (5, 7, 9, 11))
    )


def test_bac_giang_leaves_room_for_number_and_day_of_a_draft() -> None:
    assert BG.heading.attached_to == (
        "(Kèm theo Kế hoạch số         /KH-UBND ngày      tháng 8 năm 2021 của Ủy ban nhân dân tỉnh Bắc Giang)"
    )
    assert BG.words == ""


# -- Bình Dương --------------------------------------------------------------------------------------------------------


def test_binh_duong_starts_with_unit_and_the_heading_of_the_period() -> None:
    texts = [block.text for block in BD.blocks if isinstance(block, Paragraph)]

    assert texts[:2] == [
        "(Đơn vị tính: triệu đồng)",
        "I. Dự toán kinh phí thực hiện cho giai đoạn 2021 - 2025",
    ]
    assert texts[2].startswith("1. Hỗ trợ doanh nghiệp xây dựng, tư vấn và chứng nhận các công cụ")
    assert "II. Dự toán kinh phí thực hiện cho giai đoạn 2026 - 2030" in texts
    assert "Tổng kinh phí thực hiện cho giai đoạn 2021-2025" in texts
    assert not BD.landscape


def test_binh_duong_gives_each_item_a_table_of_its_own_years() -> None:
    tools, together = below("1. Hỗ trợ doanh nghiệp"), below("3. Hỗ trợ doanh nghiệp áp dụng đồng bộ")

    assert leaf_titles(tools) == ["Nội dung", "Năm 2022", "Năm 2023", "Năm 2024", "Năm 2025", "Tổng cộng"]
    assert leaf_titles(together) == ["Nội dung", "Năm 2023", "Năm 2024", "Năm 2025", "Tổng cộng"]
    assert shown(together.rows[0], together) == ["Số lượng doanh nghiệp", "1", "1", "1", "3"]
    assert shown(together.rows[1], together)[1:] == ["130", "130", "130", "390"]
    assert together.rows[1].cells[0].text == (
        "Kinh phí hỗ trợ = ((Chi phí tư vấn và đào tạo 40 triệu đồng/01 công cụ x 2 công cụ) + (Chi phí tư vấn và "
        "chứng nhận 50 triệu đồng/01 hệ thống))/01 doanh nghiệp"
    )


def test_binh_duong_keeps_zero_apart_from_a_year_without_figures() -> None:
    tracing = below("5. Hỗ trợ doanh nghiệp xây dựng, tư vấn và chứng nhận hệ thống truy xuất")

    assert [shown(row, tracing)[1:] for row in tracing.rows] == [
        ["0", "8", "8", "8", "8", "32"],
        ["0", "320", "320", "320", "320", "1.280"],
    ]


def test_binh_duong_awards_count_winners_not_prizes() -> None:
    awards = below("7. Hỗ trợ doanh nghiệp được trao tặng")

    assert awards.rows[0].cells[-1].quantity == Decimal(20)
    assert awards.rows[1].cells[-1].amount == 417_200_000


def test_binh_duong_prints_the_lines_of_an_item_with_their_components() -> None:
    table = below("11. Kinh phí hoạt động nghiệp vụ")

    assert [shown(row, table)[0][:24] for row in table.rows] == [
        "1. Hoạt động học tập, tr", "2. Chi cho Ban điều hành", "a. Chi họp Xét chọn nhiệ", "b. Chi họp nghiệm thu kế",
        "c. Xăng xe + phí cầu đườ", "d. Chi phí khác (nước uố", "Tổng cộng 6,84 triệu x 1",
    ]  # fmt: skip
    assert shown(table.rows[1], table)[1:] == ["68,4", "68,4", "68,4", "68,4", "68,4", "342"]
    assert all(shown(row, table)[1:] == [""] * 6 for row in table.rows[2:])


def test_binh_duong_closes_each_period_with_its_total() -> None:
    closing = [table for table in BD.tables if table.rows[-1].kind is RowKind.TOTAL]

    assert [shown(table.rows[0], table) for table in closing] == [
        ["341,84", "1.290,84", "1.420,84", "1.420,84", "1.360,84", "5.835,2"],
        ["1.530,84", "1.530,84", "1.530,84", "1.530,84", "1.530,84", "7.654,2"],
    ]
    assert all(table.unit is MoneyUnit.TRIEU for table in closing)


def test_binh_duong_closing_table_sums_the_amount_rows_of_the_tables_before_it() -> None:
    closing = next(table for table in BD.tables if table.rows[-1].kind is RowKind.TOTAL)

    first_year, *_, total = (cell.formula for cell in closing.rows[0].cells)

    assert isinstance(first_year, Sum)
    assert {area.table for area in first_year.areas} == {4, 5, 6, 7, 8, 9, 10}
    assert total == Sum((Area(11, 0, 0, 0, 4),))
