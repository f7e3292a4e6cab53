"""A table pasted from Word or Excel: looked at, put right, proved by its own totals, brought in as one step."""

from dataclasses import replace

import pytest

from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.table_headings import Use
from nscl_desktop.presenters.table_import_desk import WEIGHT_WORDS, TableImportDesk
from nscl_desktop.services.table_import import read_pasted, table_of_rows
from nscl_desktop.services.table_import_model import Weight
from nscl_desktop.services.workspace import PlanDesk
from tests.presenters.desks import refused, section, small_plan
from tests.services.pasted_tables import pasted, rows

SMALL = rows(
    ("TT", "Nội dung", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền"),
    ("1", "Lớp học", "Lớp", "2", "15.000.000", "30.000.000"),
    ("2", "Tài liệu", "Bộ", "100", "70.000", "7.000.000"),
    ("", "Tổng cộng", "", "", "", "37.000.000"),
)


def import_desk(desk: PlanDesk, text: str, parent_id: str = "") -> TableImportDesk:
    """The table of a text from the clipboard."""
    return TableImportDesk(desk, [read_pasted(text)], parent_id)


def one_year() -> PlanDesk:
    return small_plan(years=(2021, 2021), sources=("NSNN",))


def test_tay_ninhs_table_comes_in_with_every_total_agreeing() -> None:
    desk = one_year()
    table = import_desk(desk, pasted("tay-ninh.tsv"))
    assert table.summary() == "Sẽ thêm 20 dòng, tổng 1.687.290.000 đồng. 22 số tổng ghi trong bảng đều khớp."
    assert table.can_take
    assert table.take().startswith("Đã ")
    assert desk.budget.total() == 1_687_290_000
    assert desk.undo_stack.undo_words
    desk.undo()
    assert desk.budget.tree.children() == ()


def test_bac_giangs_missing_page_shows_as_totals_that_do_not_agree() -> None:
    table = import_desk(small_plan(years=(2021, 2025)), pasted("bac-giang.tsv"))
    assert table.summary() == "Sẽ thêm 21 dòng, tổng 13.595,55 triệu đồng. 6 số tổng ghi trong bảng không khớp."
    assert table.can_take


def test_the_gravest_findings_stand_first() -> None:
    table = import_desk(one_year(), SMALL.replace("2\t15.000.000", "hai\t15.000.000"))
    weights = [finding.weight for finding in table.findings()]
    assert weights == sorted(weights, key=list(Weight).index)
    assert weights[0] is Weight.BLOCKS
    assert not table.can_take
    assert set(WEIGHT_WORDS) == set(Weight)


def test_a_cell_can_be_mended_before_the_table_comes_in() -> None:
    table = import_desk(one_year(), SMALL.replace("2\t15.000.000", "hai\t15.000.000"))
    assert table.findings()[0].weight is Weight.BLOCKS
    table.mend(1, 3, "2")
    assert table.can_take
    assert table.preview.total == 37_000_000


def test_a_table_that_cannot_come_in_is_refused_whole() -> None:
    desk = one_year()
    table = import_desk(desk, SMALL.replace("2\t15.000.000", "hai\t15.000.000"))
    assert refused(table.take)
    assert desk.budget.tree.children() == ()


def test_a_column_can_be_taken_for_something_else() -> None:
    table = import_desk(one_year(), SMALL)
    assert table.column_use(2).use is Use.UNIT
    assert (Use.UNIT.value, "Đơn vị tính") in table.offers.uses
    table.set_use(2, Use.NOTE)
    assert table.column_use(2).use is Use.NOTE
    assert [each.line.note for each in table.preview.lines if each.line.text == "Lớp học"] == ["Lớp"]


def test_years_of_columns_are_kept_where_headings_differ() -> None:
    desk = small_plan(years=(2021, 2025), sources=("NSNN",))
    table = import_desk(desk, pasted("binh-duong-2021-2025.txt"))
    assert len(table.mapping.heads) > 1
    years = [[use.year for use in head.columns] for head in table.mapping.heads]
    use = table.column_use(1).use
    table.set_use(1, Use.IGNORE)
    table.set_use(1, use)
    assert [[use.year for use in head.columns] for head in table.mapping.heads] == years
    assert table.preview.total == 5_835_200_000


def test_the_year_of_a_column_is_changed_under_the_headings_that_name_the_same() -> None:
    desk = small_plan(years=(2021, 2025), sources=("NSNN",))
    table = import_desk(desk, pasted("binh-duong-2021-2025.txt"))
    shown = table.column_use(1)
    others = [head.columns[1] for head in table.mapping.heads if head.columns[1] != shown]
    table.set_year(1, 2025)
    assert table.column_use(1).year == 2025
    assert [head.columns[1] for head in table.mapping.heads if head.columns[1].year != 2025] == [
        each for each in others if each.year != 2025
    ]
    assert list(table.offers.years) == [2021, 2022, 2023, 2024, 2025]


def test_a_table_that_names_no_year_source_or_unit_is_told_them() -> None:
    desk = small_plan(years=(2022, 2023), sources=("NSNN", "DN"))
    table = import_desk(desk, SMALL)
    assert table.offers.sources == (("NSNN", "NSNN"), ("DN", "DN"))
    table.set_whole_year(2023)
    table.set_whole_source("DN")
    table.set_unit(MoneyUnit.NGHIN)
    assert table.preview.total == 37_000_000_000
    table.set_unit(MoneyUnit.DONG)
    table.take()
    assert desk.budget.total(years=(2023,), sources=("DN",)) == 37_000_000


def test_what_the_table_states_can_be_kept_for_the_checker() -> None:
    desk = one_year()
    table = import_desk(desk, SMALL.replace("37.000.000", "36.000.000"))
    assert "1 số tổng ghi trong bảng không khớp" in table.summary()
    table.keep_stated = True
    table.take()
    assert any(finding.code == "S101" for finding in desk.findings())


def test_a_table_can_come_in_below_a_line() -> None:
    desk = small_plan(section("I", "I", "Đào tạo"), years=(2021, 2021), sources=("NSNN",))
    import_desk(desk, SMALL, "I").take()
    assert [line.text for line in desk.budget.tree.children("I")] == ["Lớp học", "Tài liệu"]


def test_a_list_without_figures_has_no_total_to_tell() -> None:
    table = import_desk(one_year(), rows(("TT", "Nội dung"), ("1", "Lớp học"), ("2", "Tài liệu")))
    assert table.summary() == "Sẽ thêm 2 dòng."


@pytest.mark.parametrize("nothing", ["", "  \n \t "])
def test_an_empty_clipboard_is_no_table(nothing: str) -> None:
    assert "Không thấy bảng nào" in refused(lambda: import_desk(one_year(), nothing))


def test_of_several_sheets_the_budget_comes_first_and_another_can_be_chosen() -> None:
    cover = table_of_rows([["Sở Khoa học và Công nghệ"]], "Bìa")
    table = TableImportDesk(one_year(), [cover, replace(read_pasted(SMALL), name="Dự toán")])
    assert (table.offers.sheets, table.sheet) == (("Bìa", "Dự toán"), 1)
    table.mend(1, 3, "4")
    table.choose_sheet(0)
    assert table.summary() == "Sẽ thêm 1 dòng."
    table.choose_sheet(1)
    assert table.preview.total == 37_000_000


def test_the_heading_can_be_shown_where_it_is_not_recognised() -> None:
    table = import_desk(one_year(), rows(("Việc", "Tiền"), ("Mở lớp", "2"), ("In tài liệu", "3")))
    assert table.offers.head_rows[:2] == ((-1, "tự nhận ra"), (0, "đến dòng 1: Việc | Tiền"))
    table.set_whole_source("NSNN")
    table.set_head(0)
    assert (len(table.preview.lines), table.mapping.source) == (2, "NSNN")
    table.set_use(1, Use.AMOUNT)
    assert table.preview.total == 5_000_000
    table.set_head(-1)
    assert len(table.preview.lines) == 3


def test_a_long_row_is_named_by_its_beginning() -> None:
    table = import_desk(one_year(), rows(("Nội dung", "Kinh phí"), ("x" * 100, "1")))
    assert table.offers.head_rows[2] == (1, f"đến dòng 2: {'x' * 40}…")
