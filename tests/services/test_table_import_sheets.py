"""Tables out of a workbook: headings that are shown by hand, cells without a value, sources with nothing."""

from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.table_headings import ColumnUse, Use
from nscl_desktop.services.table_import import guess_mapping, mapping_below, plan_import, table_of_rows
from nscl_desktop.services.table_import_model import PastedTable, Weight
from tests.services.pasted_tables import empty_plan

ROWS = [
    ["KẾ HOẠCH CHI"],
    ["Công việc", "Người giữ", "Kinh phí"],
    ["", "", "NSNN"],
    ["Mở lớp tập huấn cho doanh nghiệp", "chị Lan", "30"],
    ["In tài liệu", "anh Hải", "7"],
]


def test_a_heading_of_unknown_words_is_shown_by_its_last_row() -> None:
    table = table_of_rows(ROWS)
    mapping = mapping_below(table, 2)
    (head,) = mapping.heads
    assert (head.first, head.last) == (1, 2)
    assert [each.use for each in head.columns] == [Use.TEXT, Use.IGNORE, Use.AMOUNT]
    assert head.columns[2].source == "NSNN"
    assert mapping.skipped == {0, 1, 2}
    preview = plan_import(empty_plan(2026, 2026), table, mapping, MoneyUnit.TRIEU)
    assert [each.line.text for each in preview.lines] == ["Mở lớp tập huấn cho doanh nghiệp", "In tài liệu"]
    assert preview.total == 37_000_000


def test_a_column_nobody_understands_is_told_and_settled_by_a_choice() -> None:
    mapping = mapping_below(table_of_rows(ROWS), 2)
    assert [finding.message for finding in mapping.findings] == [
        "ô B2: Không hiểu cột “Người giữ” nên bỏ qua; nếu cần thì chọn cột này ghi gì rồi xem lại."
    ]
    assert mapping.with_column(1, ColumnUse(Use.NOTE)).findings == ()


def test_a_heading_with_nothing_below_it_is_no_fault_of_the_program() -> None:
    table = table_of_rows(ROWS)
    mapping = mapping_below(table, 4)
    assert plan_import(empty_plan(2026, 2026), table, mapping, MoneyUnit.TRIEU).lines == ()


def test_the_row_of_column_numbers_below_a_heading_shown_by_hand_is_passed_over() -> None:
    table = table_of_rows([["Việc", "Kinh phí", "Ghi chú"], ["(1)", "(2)", "(3)"], ["Lớp học", "5", ""]])
    assert mapping_below(table, 0).skipped == {0, 1}


def troubled() -> PastedTable:
    rows = [["STT", "Nội dung", "Kinh phí", "Lạ"], ["1", "=A1", "#REF!", "=B7"], ["2", "Lớp học", "5", ""]]
    sentences = {(0, 3): "ô D1: a.", (1, 1): "ô B2: b.", (1, 2): "ô C2: c.", (1, 3): "ô D2: d."}
    return table_of_rows(rows, "", sentences)


def test_cells_without_a_value_block_in_wanted_columns_only() -> None:
    table = troubled()
    preview = plan_import(empty_plan(2026, 2026), table, guess_mapping(table), MoneyUnit.TRIEU)
    told = {finding.message: finding.weight for finding in preview.findings}
    assert (told["ô B2: b."], told["ô C2: c."]) == (Weight.BLOCKS, Weight.BLOCKS)
    assert told["ô D1: a."] is Weight.WARNING
    assert "ô D2: d." not in told
    assert [finding for finding in preview.findings if "#REF!" in finding.message] == []


def test_a_mended_cell_is_no_trouble_any_more() -> None:
    table = troubled().with_cell(1, 1, "Hội nghị").with_cell(1, 2, "6")
    preview = plan_import(empty_plan(2026, 2026), table, guess_mapping(table), MoneyUnit.TRIEU)
    assert not preview.is_blocked
    assert preview.total == 11_000_000


def test_a_source_that_pays_nothing_does_not_share_the_quantity() -> None:
    rows = [["Nội dung", "Số lượng", "NSNN", "DN"], ["Hội nghị", "3", "41", "0"]]
    table = table_of_rows(rows)
    preview = plan_import(empty_plan(2026, 2026), table, guess_mapping(table), MoneyUnit.TRIEU)
    assert [finding for finding in preview.findings if finding.weight is not Weight.REMARK] == []
    (line,) = preview.lines
    assert [(cell.quantity, cell.amount) for cell in line.cells] == [(3, 41_000_000), (None, 0)]


def test_words_that_are_known_count_in_a_heading_shown_by_hand_too() -> None:
    table = table_of_rows([["Danh sách"], ["STT", "Nội dung", "Kinh phí"], ["1", "Lớp học", "5"]])
    mapping = mapping_below(table, 1)
    assert [each.use for each in mapping.heads[0].columns] == [Use.LABEL, Use.TEXT, Use.AMOUNT]
    assert mapping.findings == ()
