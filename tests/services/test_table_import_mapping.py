"""Headings of all shapes, and rows that are no lines: totals, words, footnotes, captions, column numbers."""

from decimal import Decimal

from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.table_headings import ColumnUse, Use
from nscl_desktop.services.table_import import guess_mapping, plan_import, read_pasted, to_change_set
from nscl_desktop.services.table_import_model import USE_LABELS, Mapping, Weight
from tests.services.pasted_tables import MILLION, empty_plan, messages, preview_of, rows

TRIEU = MoneyUnit.TRIEU


def uses(*lines: tuple[object, ...]) -> list[tuple[Use, int, str]]:
    columns = guess_mapping(read_pasted(rows(*lines))).heads[0].columns
    return [(each.use, each.year, each.source) for each in columns]


# -- headings ---------------------------------------------------------------------------------------------------------


def test_three_rows_of_groups() -> None:
    head = (
        ("TT", "Nhiệm vụ", "Kinh phí", None, None, None, "Ghi chú"),
        (None, None, "Năm 2022", None, "Năm 2023", None, None),
        (None, None, "NSNN", "XHH", "NSNN", "XHH", None),
        (1, "Lớp", 1, 2, 3, 4, "x"),
    )
    assert uses(*head) == [
        (Use.LABEL, 0, ""), (Use.TEXT, 0, ""), (Use.AMOUNT, 2022, "NSNN"), (Use.AMOUNT, 2022, "XHH"),
        (Use.AMOUNT, 2023, "NSNN"), (Use.AMOUNT, 2023, "XHH"), (Use.NOTE, 0, ""),
    ]  # fmt: skip


def test_quantities_and_amounts_of_each_year() -> None:
    head = (
        ("STT", "Nội dung", "ĐVT", "Đơn giá (đồng)", "Năm 2022", None, "Năm 2023", None),
        ("STT", "Nội dung", None, None, "SL", "Thành tiền", "SL", "Thành tiền"),
        ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)=(4)x(5)", "(7)", "(8)"),
        (1, "Lớp", "Lớp", "1.000.000", 2, 2, 3, 3),
    )
    preview = preview_of(rows(*head), empty_plan(), TRIEU)
    assert preview.total == 5 * MILLION
    assert [(cell.year, cell.quantity, cell.amount) for cell in preview.lines[0].cells] == [
        (2022, Decimal(2), None), (2023, Decimal(3), None),
    ]  # fmt: skip


def test_a_table_without_heading_is_mapped_by_hand() -> None:
    table = read_pasted(rows((1, "Lớp chuyên gia", 5), ("1.1", "Hội nghị", 7), (None, None, None), (2, "Máy", "-")))
    guess = guess_mapping(table)
    assert [each.use for each in guess.heads[0].columns] == [Use.LABEL, Use.TEXT, Use.IGNORE]
    assert [each.weight for each in guess.findings] == [Weight.WARNING, Weight.WARNING]
    chosen = guess.with_column(2, ColumnUse(Use.AMOUNT, 2022))
    preview = plan_import(empty_plan(), table, chosen, TRIEU)
    assert [each.depth for each in preview.lines] == [0, 1, 0]
    assert preview.total == 7 * MILLION  # the 5 of the line above are taken as the sum of what lies below, and told
    assert [proof.agrees for proof in preview.proofs] == [False]


def test_a_table_of_figures_alone_needs_a_column_of_texts() -> None:
    table = read_pasted(rows((5, 6), (7, 8)))
    mapping = guess_mapping(table).with_column(0, ColumnUse(Use.AMOUNT)).with_column(1, ColumnUse(Use.AMOUNT))
    preview = plan_import(empty_plan(2022, 2022), table, mapping, TRIEU)
    assert preview.is_blocked
    assert "Chưa cột nào là Nội dung; hãy chọn cột ghi nội dung chi." in messages(preview)


def test_the_clerk_changes_a_column_year_and_source() -> None:
    table = read_pasted(rows(("STT", "Nội dung", "Xuất xứ", "Kinh phí"), (1, "Lớp", "VN", 5), (2, "Máy", "Đức", 7)))
    guess = guess_mapping(table)
    assert [each.message for each in guess.findings] == [
        "ô C1: Không hiểu cột “Xuất xứ” nên bỏ qua; nếu cần thì chọn cột này ghi gì rồi xem lại."
    ]
    chosen = guess.with_column(2, ColumnUse(Use.NOTE))
    mapping = Mapping(chosen.heads, chosen.skipped, year=2023, source="DN")
    budget = empty_plan()
    preview = plan_import(budget, table, mapping, TRIEU)
    dn = next(source.id for source in budget.frame.sources if source.code == "DN")
    assert [each.line.note for each in preview.lines] == ["VN", "Đức"]
    assert {(cell.year, cell.source_id) for each in preview.lines for cell in each.cells} == {(2023, dn)}
    assert set(USE_LABELS) == set(Use)


def test_a_column_without_title_is_named_by_its_letter() -> None:
    text = rows(("STT", "Nội dung", None, "Kinh phí"), (1, "Lớp", "?", 5))
    assert "ô C1: Không hiểu cột C nên bỏ qua" in messages(preview_of(text, empty_plan(2022, 2022)))[0]


def test_two_unlike_tables_one_below_the_other() -> None:
    text = rows(
        ("STT", "Nội dung", "Năm 2022"), (1, "Lớp", 5),
        ("STT", "Nội dung", "Năm 2023"), (2, "Hội nghị", 7),
        ("STT", "Nội dung", "Năm 2023"), (3, "Tập huấn", 1),
    )  # fmt: skip
    preview = preview_of(text, empty_plan(), TRIEU)
    assert [cell.year for each in preview.lines for cell in each.cells] == [2022, 2023, 2023]


def test_doubled_columns_without_a_total_are_taken_once_with_a_warning() -> None:
    text = rows(("STT", "Nội dung", "Năm 2022", "Năm 2022"), (1, "Lớp", 5, 6))
    preview = preview_of(text, empty_plan(), TRIEU)
    assert preview.total == 5 * MILLION
    assert "nhưng không có tổng để chứng minh" in messages(preview)[0]
    assert preview.findings[0].weight is Weight.WARNING


def test_of_doubled_columns_those_are_taken_that_add_up() -> None:
    text = rows(
        ("STT", "Nội dung", "Năm 2022", "Năm 2022", "Năm 2023", "Tổng cộng"),
        (1, "Lớp", 9, 5, 6, 11), (2, "Hội nghị", "-", 1, 1, 2), (3, "Máy", "x1", 2, None, 2),
    )  # fmt: skip
    preview = preview_of(text, empty_plan(), TRIEU)
    assert (preview.total, preview.is_proven) == (15 * MILLION, True)


def test_the_year_may_stand_in_a_caption_but_a_date_is_none() -> None:
    caption = "Dự toán kinh phí năm 2023 (kèm Kế hoạch ngày 30 tháng 3 năm 2022)"
    text = rows((caption,), ("STT", "Nội dung", "Kinh phí"), (1, "Lớp", 5))
    preview = preview_of(text, empty_plan(), TRIEU)
    assert [cell.year for cell in preview.lines[0].cells] == [2023]
    assert "Bảng không ghi năm; số liệu được ghi vào năm 2023." in messages(preview)


def test_no_year_anywhere_must_be_chosen() -> None:
    text = rows(("STT", "Nội dung", "Số lượng", "Kinh phí"), (1, "Lớp", 1, 5), (2, "Hội nghị", 3, None))
    preview = preview_of(text, empty_plan(), TRIEU)
    asked = "Bảng không ghi năm và kế hoạch có nhiều năm; hãy chọn năm cho bảng."
    blocking = [each.message for each in preview.findings if each.weight is Weight.BLOCKS]
    assert blocking == [f"ô D2: {asked}", f"ô C2: {asked}", f"ô C3: {asked}"]


# -- rows that are no lines -------------------------------------------------------------------------------------------

HEAD = ("STT", "Nội dung", "Kinh phí", "Ghi chú")


def test_totals_subtotals_words_and_footnotes_prove_and_explain() -> None:
    text = rows(
        ("PHỤ LỤC",), ("Đơn vị tính: triệu đồng",), HEAD, (1, 2, 3, 4),
        ("I", "Đào tạo"), (1, "Lớp", 5), (2, "Khóa", 7), (None, "Cộng mục I", 12),
        ("II", "Hội nghị", 8), (None, "Tổng cộng (I) + (II)", 20),
        ("(Bằng chữ: Hai mươi triệu đồng)",), ("* Tạm tính",),
    )  # fmt: skip
    preview = preview_of(text, empty_plan(2022, 2022))
    assert [each.line.text for each in preview.lines] == ["Đào tạo", "Lớp", "Khóa", "Hội nghị"]
    assert (preview.total, preview.is_proven, len(preview.proofs)) == (20 * MILLION, True, 3)


def test_a_total_of_an_unknown_part_proves_the_whole() -> None:
    text = rows(HEAD, (1, "Lớp", 5), (None, "Cộng mục X", 5), ("Tổng số", None, 6))
    preview = preview_of(text, empty_plan(2022, 2022), TRIEU)
    assert [proof.agrees for proof in preview.proofs] == [True, False]


def test_a_total_a_thousand_times_off_is_called_by_its_name() -> None:
    preview = preview_of(
        rows(HEAD, (1, "Lớp", "1.290,84"), (None, "Tổng cộng", "1,29084")), empty_plan(2022, 2022), TRIEU
    )
    assert "(chênh đúng 1.000 lần, có thể do dấu chấm, dấu phẩy hoặc đơn vị tính)" in messages(preview)[0]
    nought = preview_of(rows(HEAD, (1, "Lớp", 5), (None, "Tổng cộng", 0)), empty_plan(2022, 2022), TRIEU)
    assert "1.000 lần" not in messages(nought)[0]


def test_words_that_differ_or_cannot_be_read_are_told() -> None:
    wrong = rows(HEAD, (1, "Lớp", 5), ("Bằng chữ: Sáu triệu đồng",))
    assert messages(preview_of(wrong, empty_plan(2022, 2022), TRIEU))[0] == (
        "dòng 3: Bằng chữ là 6.000.000 đồng, tính được 5.000.000 đồng."
    )
    odd = rows(HEAD, (1, "Lớp", 5), ("Bằng chữ: Năm chiệu đồng",))
    assert messages(preview_of(odd, empty_plan(2022, 2022), TRIEU))[0].startswith("dòng 3: ")


def test_rows_that_belong_to_nothing_are_told_and_left_out() -> None:
    text = rows(
        ("Tổng chi", 5, 6), HEAD, (1, "Lớp", 5), (None, None, None, "lời dẫn"), (None, "dòng chữ"), (None, None, 3)
    )
    preview = preview_of(text, empty_plan(2022, 2022), TRIEU)
    told = messages(preview)
    assert told[0] == "dòng 1: Dòng này không thuộc bảng nên bỏ qua: “Tổng chi 5 6”."
    assert told[1] == "dòng 4: Dòng này không thuộc bảng nên bỏ qua: “lời dẫn”."
    assert [each.line.text for each in preview.lines] == ["Lớp", "dòng chữ", ""]


def test_titles_above_and_between_are_passed_over() -> None:
    text = rows(
        ("UBND TỈNH", "CỘNG HÒA"), ("1. Căn cứ",), ("Phụ lục",), HEAD, (1, "Lớp", 5), ("Tiếp theo trang 2",), HEAD,
        (2, "Khóa", 7),
    )  # fmt: skip
    assert [each.line.text for each in preview_of(text, empty_plan(2022, 2022), TRIEU).lines] == ["Lớp", "Khóa"]


def test_a_long_text_that_begins_like_a_total_is_a_line() -> None:
    long = f"Tổng {'kết ' * 60}"
    preview = preview_of(rows(HEAD, (None, long, 5), (1, "Tổng kết", 6), ("A", None, 7)), empty_plan(2022, 2022), TRIEU)
    assert [each.line.text[:8] for each in preview.lines] == ["Tổng kết", "Tổng kết", ""]


# -- tables about one item --------------------------------------------------------------------------------------------

YEARS = ("Nội dung", "Năm 2022", "Năm 2023", "Tổng cộng")


def only_line(text: str) -> Line:
    preview = preview_of(text, empty_plan(), TRIEU)
    assert len(preview.lines) == 1
    assert preview.is_proven
    return preview.lines[0].line


def test_a_table_of_one_item_without_caption() -> None:
    line = only_line(rows(YEARS, ("Số lớp", 1, 2, 3), ("Kinh phí = 5 triệu đồng/lớp", 5, 10, 15)))
    assert (line.text, line.price, line.quantity_label) == ("Số lớp", 5 * MILLION, "Số lớp")


def test_money_without_quantities_and_quantities_without_money() -> None:
    assert only_line(rows(YEARS, ("Kinh phí hỗ trợ", 5, 10, 15))).text == "Kinh phí hỗ trợ"
    preview = preview_of(rows(YEARS, ("Số lớp", 5, 10, 15), ("Hội nghị", 1, 1, 2)), empty_plan(), TRIEU)
    assert preview.total == 17 * MILLION  # no row "Kinh phí" follows: money of a line called so


def test_a_repeated_heading_under_a_caption_belongs_to_the_next_item() -> None:
    text = rows(("1. Lớp",), YEARS, ("Kinh phí", 1, 1, 2), ("2. Hội nghị",), YEARS, (1, 2, 3, 4), ("Kinh phí", 3, 3, 6))
    preview = preview_of(text, empty_plan(), TRIEU)
    assert [(each.line.label, each.amount) for each in preview.lines] == [("1", 2 * MILLION), ("2", 6 * MILLION)]


def test_quantities_that_a_table_adds_up_are_compared() -> None:
    preview = preview_of(rows(YEARS, ("Số lớp", 1, 2, 4), ("Kinh phí", 5, 10, 15)), empty_plan(), TRIEU)
    assert messages(preview)[0].startswith("ô D2: Bảng ghi 4, tính từ các ô được 3;")
    step = to_change_set(preview, keep_stated=True)
    kept = [change.after for change in step.changes if change.entity == "statement" and change.after]
    assert [(each["figure"], each["count"], each["value"]) for each in kept] == [
        ("quantity", Decimal(4), None), ("amount", None, 15 * MILLION),
    ]  # fmt: skip


def test_a_price_named_in_the_text_is_taken_only_if_it_makes_all_money() -> None:
    other = preview_of(rows(YEARS, ("Số lớp", 1, 2), ("Kinh phí (4 triệu đồng/lớp)", 5, 10)), empty_plan(), TRIEU)
    assert other.lines[0].line.price is None
    odd = rows(YEARS, ("Số lớp", 1, 2), ("Kinh phí 1.28.000 đồng, 0 đồng, 5 triệu đồng", 5, 10))
    assert preview_of(odd, empty_plan(), TRIEU).lines[0].line.price == 5 * MILLION


def test_empty_rows_anywhere_change_nothing() -> None:
    text = rows(
        ("TT", "Nội dung", "Năm 2022"), (), ("(1)", "(2)", "(3)"), (), (1, "Lớp", 5), (), (None, "Tổng cộng", 5)
    )
    assert preview_of(text, empty_plan(), TRIEU).is_proven
    item = rows(YEARS, ("Số lớp", 1, 2), (), ("Kinh phí", 5, 10), ("Số khác", 1, 1), (None, None, None, None))
    assert [each.line.text for each in preview_of(item, empty_plan(), TRIEU).lines] == ["Số lớp", "Số khác"]


def test_dashes_and_quantities_in_a_row_of_totals_are_no_proof() -> None:
    text = rows(
        ("TT", "Nội dung", "SL", "Năm 2022", "Năm 2023"), (1, "Lớp", 2, 5, None), (None, "Tổng cộng", 2, 5, "-")
    )
    assert [proof.place for proof in preview_of(text, empty_plan(), TRIEU).proofs] == ["ô D3"]
