"""From rows to cells: what is entered, what is left to be computed, and what a cell says when it is no plain figure."""

from decimal import Decimal

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Allocation
from nscl_desktop.domain.changes import inserted
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.plans import Source
from nscl_desktop.services.removal import removal
from nscl_desktop.services.table_import import ImportPreview, guess_mapping, plan_import, read_pasted, to_change_set
from nscl_desktop.services.table_import_model import Mapping, Weight
from tests.services.pasted_tables import MILLION, empty_plan, messages, preview_of, rows

TRIEU = MoneyUnit.TRIEU


def preview(*lines: tuple[object, ...], budget: Budget | None = None) -> ImportPreview:
    return preview_of(rows(*lines), budget or empty_plan(2022, 2022), TRIEU)


def cells(found: ImportPreview, line: int = 0) -> list[Allocation]:
    return list(found.lines[line].cells)


def blocking(found: ImportPreview) -> list[str]:
    return [each.message for each in found.findings if each.weight is Weight.BLOCKS]


# -- quantity, price, amount ------------------------------------------------------------------------------------------

PRICED = ("STT", "Nội dung", "Số lượng", "Đơn giá", "Kinh phí")


def test_an_amount_that_differs_from_quantity_by_price_stays_and_is_told() -> None:
    found = preview(PRICED, (1, "Lớp", 2, 15, 31), (2, "Khóa", 2, 15, 30))
    assert [(each.quantity, each.amount) for each in (*cells(found), *cells(found, 1))] == [
        (Decimal(2), 31 * MILLION), (Decimal(2), None),
    ]  # fmt: skip
    assert found.total == 61 * MILLION
    assert [proof.agrees for proof in found.proofs] == [True, True]  # the lump is what the paper states


def test_a_quantity_without_money_is_kept_and_a_line_without_figures_too() -> None:
    found = preview(PRICED, ("I", "Đào tạo"), (1, "Lớp", 4, None, None), (2, "Khóa"))
    assert [each.amount for each in found.lines] == [None, None, None]
    assert cells(found, 1)[0].quantity == 4


def test_sources_that_pay_for_one_quantity_share_it() -> None:
    head = ("STT", "Nội dung", "Số lượng", "NSNN", "Doanh nghiệp")
    found = preview(head, (1, "Mô hình", 4, 952, 628))
    line = found.lines[0].line
    assert line.shared_quantity
    assert [(each.quantity, each.price, each.amount) for each in cells(found)] == [
        (Decimal(4), 238 * MILLION, None), (Decimal(4), 157 * MILLION, None),
    ]  # fmt: skip
    assert found.total == 1580 * MILLION


def test_a_quantity_that_sources_cannot_share_is_left_out_and_told() -> None:
    found = preview(("STT", "Nội dung", "Số lượng", "NSNN", "DN"), (1, "Mô hình", 3, "0,1", "0,000001"))
    assert "ô C2: Số lượng này chung cho nhiều nguồn, không chia được nên chưa nhập." in messages(found)
    assert [each.quantity for each in cells(found)] == [None, None]


def test_a_quantity_over_all_years_is_spread_where_money_and_price_prove_it() -> None:
    head = ("STT", "Nội dung", "Số lượng", "Đơn giá", "Năm 2022", "Năm 2023", "Năm 2024")
    budget = empty_plan(2022, 2025)
    found = preview(head, (1, "Đào tạo chuyên gia", 10, 133, 266, 532, 532), budget=budget)
    assert [(each.year, each.quantity, each.amount) for each in cells(found)] == [
        (2022, Decimal(2), None), (2023, Decimal(4), None), (2024, Decimal(4), None),
    ]  # fmt: skip
    for row in ((1, "Lớp", 9, 133, 266, 532, 532), (1, "Lớp", 10, 100, 266, 532, 532), (1, "Lớp", 10, None, 1, 2, 0)):
        odd = preview(head, row, budget=budget)
        assert any("không chia được theo năm nên chưa nhập" in message for message in messages(odd))
        assert {each.quantity for each in cells(odd)} == {None}


def test_prices_of_years_or_sources_go_to_their_cells() -> None:
    head = ("STT", "Nội dung", "Đơn giá năm 2022", "Năm 2022 – Số lượng", "Đơn giá năm 2023", "Năm 2023 – Số lượng")
    found = preview(head, (1, "Lớp", 10, 2, 12, 3), budget=empty_plan(2022, 2025))
    assert [(each.year, each.quantity, each.price) for each in cells(found)] == [
        (2022, Decimal(2), 10 * MILLION), (2023, Decimal(3), 12 * MILLION),
    ]  # fmt: skip
    assert found.total == 56 * MILLION
    by_source = (
        ("STT", "Nội dung", "NSNN", None, "DN", None),
        (None, None, "SL", "Đơn giá", "SL", "Đơn giá"),
        (1, "Lớp", 1, 5, 2, 7),
    )
    assert preview(*by_source).total == 19 * MILLION


# -- one cell ---------------------------------------------------------------------------------------------------------

MONEY = ("STT", "Nội dung", "Kinh phí")


def test_dashes_and_words_are_printed_instead_of_an_amount() -> None:
    found = preview(MONEY, (1, "Lớp", "-"), (2, "Khóa", "Có dự án\xa0riêng"))
    assert [cells(found)[0].text, cells(found, 1)[0].text] == ["-", "Có dự án riêng"]
    assert messages(found)[0] == "ô C3: Chữ “Có dự án riêng” được giữ để in thay số tiền."


def test_figures_that_cannot_be_are_named_with_their_cells() -> None:
    long = "chữ " * 100
    found = preview(PRICED, (1, "Lớp", "2 lớp", "abc", -5), (2, "Khóa", 1, 2, "1.28.000"), (3, "x", None, None, long))
    assert [message.split(":")[0] for message in blocking(found)] == ["ô C2", "ô D2", "ô E2", "ô E3", "ô E4"]
    assert blocking(found)[2] == "ô E2: Số âm “-5” không nhận được; hãy sửa thành số từ 0 trở lên."


def test_an_amount_in_another_unit_than_the_table_s_is_flagged() -> None:
    found = preview(MONEY, (1, "Xăng xe", "500.000.000"), (2, "Lớp", "0,0005"), (3, "Khóa", "500.000 đồng"))
    assert [each.message[:5] for each in found.findings if each.weight is Weight.WARNING] == ["ô C2:", "ô C3:"]
    assert found.lines[2].amount == 500_000
    assert any("“500.000 đồng” được đọc là 0,5 triệu đồng" in message for message in messages(found))


def test_texts_the_data_file_would_refuse_are_named() -> None:
    found = preview(MONEY, (1, "Lớp " * 6000, 5))
    assert blocking(found) == ["dòng 2: “Nội dung” dài 23.999 ký tự; hãy rút xuống dưới 20.000 ký tự."]
    assert len(blocking(preview(PRICED, (1, "Lớp", "9.999.999.999", None, None)))) == 1


def test_two_amounts_for_one_year_and_source_are_refused() -> None:
    table = read_pasted(rows(("STT", "Nội dung", "Năm 2022 – NSNN", "Năm 2022 – Ngân sách nhà nước"), (1, "Lớp", 5, 6)))
    found = plan_import(empty_plan(), table, guess_mapping(table), TRIEU)
    assert blocking(found) == ["ô D2: Ô này và một ô khác cùng dòng ghi tiền cho cùng năm, cùng nguồn."]


def test_months_out_of_the_calendar_are_no_months() -> None:
    head = ("STT", "Nội dung", "Thời gian thực hiện", "Kinh phí")
    found = preview(head, (1, "Lớp", "tháng 11", 5), (2, "Khóa", "tháng 3 - 15", 6))
    assert [(each.line.month_from, each.line.month_to) for each in found.lines] == [(11, 11), (3, None)]


# -- sources and agencies ---------------------------------------------------------------------------------------------


def test_new_sources_are_made_and_named() -> None:
    found = preview(("STT", "Nội dung", "NSNN", "Xã hội hóa", "Vốn hợp pháp khác"), (1, "Lớp", 1, 2, 3))
    assert [(each.code, each.name, each.column) for each in found.sources] == [
        ("Xã hội hóa", "Xã hội hóa", ""), ("VHPK", "Vốn hợp pháp khác", "Vốn hợp pháp khác"),
    ]  # fmt: skip
    assert "Nguồn “Xã hội hóa” chưa có trong kế hoạch nên sẽ được thêm." in messages(found)


def test_money_without_source_goes_to_the_only_source_there_is() -> None:
    budget = empty_plan(2022, 2022)
    dn = next(source for source in budget.frame.sources if source.code == "DN")
    budget.book.apply(removal(budget.book, [dn]))
    found = preview(MONEY, (1, "Lớp", 5), budget=Budget(budget.book, budget.frame.plan_id))
    assert (found.sources, found.total) == ((), 5 * MILLION)


def test_money_without_source_goes_to_chua_phan_nguon_which_may_be_there_already() -> None:
    budget = empty_plan(2022, 2022)
    unstated = Source(
        id="u", plan_id=budget.frame.plan_id, position="z", code="CHUA_PHAN_NGUON", name="Chưa phân nguồn"
    )
    budget.book.apply([inserted(unstated)])
    found = preview(MONEY, (1, "Lớp", 5), budget=Budget(budget.book, budget.frame.plan_id))
    assert (found.sources, cells(found)[0].source_id) == ((), "u")


def test_starred_money_goes_where_the_clerk_says() -> None:
    table = read_pasted(rows(("STT", "Nội dung", "NSNN", "DN"), (1, "Lớp", 5, "7*")))
    guess = guess_mapping(table)
    budget = empty_plan(2022, 2022)
    nsnn, dn = budget.frame.sources
    found = plan_import(budget, table, Mapping(guess.heads, guess.skipped, marks={"DN*": "NSNN"}), TRIEU)
    assert blocking(found) == ["ô D2: Ô này và một ô khác cùng dòng ghi tiền cho cùng năm, cùng nguồn."]
    free = plan_import(budget, table, guess, TRIEU)
    assert [(each.code, each.name) for each in free.sources] == [("DN*", "Doanh nghiệp (*)")]
    assert {nsnn.code, dn.code} == {"NSNN", "DN"}


def test_years_outside_the_plan_are_told() -> None:
    found = preview(("STT", "Nội dung", "Năm 2031"), (1, "Lớp", 5), budget=empty_plan(2022, 2025))
    assert "Năm 2031 nằm ngoài kế hoạch 2022-2025." in messages(found)


def test_agencies_of_the_province_are_found_by_name_or_short_name() -> None:
    budget = empty_plan(2022, 2022, "Bắc Giang")
    agencies = [
        Agency(id="bg", name="Sở Khoa học và Công nghệ", short_name="Sở KH&CN", province="Bắc Giang"),
        Agency(id="tn", name="Sở Y tế", province="Tây Ninh"),
    ]
    budget.book.apply([inserted(each) for each in agencies])
    head = ("STT", "Nội dung", "Đơn vị chủ trì", "Kinh phí")
    lines = ((1, "Lớp", "Sở KH&CN.", 1), (2, "Khóa", "Sở Y tế", 1), (3, "Máy", "Sở Y tế, Sở Tài chính", 1))
    found = preview(head, *lines, budget=budget)
    assert found.lines[0].line.lead_id == "bg"
    assert [(each.name, each.province) for each in found.agencies] == [("Sở Y tế", "Bắc Giang")]
    assert found.lines[1].line.lead_id == found.agencies[0].id
    assert (found.lines[2].line.lead_id, found.lines[2].line.lead_text) == (None, "Sở Y tế, Sở Tài chính")


def test_labels_numbers_of_excel_write_with_a_comma_are_labels() -> None:
    found = preview(MONEY, ("1", "Đào tạo"), ("1,1", "Lớp", 5), ("1,2", "Khóa", 6))
    assert [(each.line.label, each.depth) for each in found.lines] == [("1", 0), ("1.1", 1), ("1.2", 1)]


def test_a_plan_without_years_takes_any() -> None:
    step = to_change_set(preview(("STT", "Nội dung", "Năm 2031"), (1, "Lớp", 5)))
    assert step
    budget = empty_plan(2022, 2022)
    object.__setattr__(budget.frame.plan, "year_from", None)
    found = preview(
        ("STT", "Nội dung", "Năm 2031"), (1, "Lớp", 5), budget=Budget(Book(budget.book.records()), budget.frame.plan_id)
    )
    assert not any("nằm ngoài" in message for message in messages(found))
