"""The tables of the three source plans, pasted as text: their figures come in, and their own totals prove it.

Expected sums are those of the papers (DOMAIN 11.1, 11.3, 11.5), not of the program.
"""

from decimal import Decimal

import pytest

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import EXPLANATION, Allocation, Line
from nscl_desktop.domain.changes import inserted
from nscl_desktop.domain.checks.checker import check_plan
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.plans import Period, Source
from nscl_desktop.domain.positions import sequence
from nscl_desktop.services.table_import import (
    guess_mapping,
    guess_unit,
    plan_import,
    read_pasted,
    table_of_rows,
    to_change_set,
)
from nscl_desktop.services.table_import_model import Weight
from tests.services.pasted_tables import MILLION, empty_plan, messages, pasted, preview_of, rows


def brought_in(text: str, budget: Budget) -> Budget:
    step = to_change_set(preview_of(text, budget))
    budget.book.apply(step.changes)
    return Budget(budget.book, budget.frame.plan_id)


def line_with(budget: Budget, start: str) -> Line:
    return next(line for _, line in budget.tree.walk() if line.text.startswith(start))


# -- Tây Ninh: ten columns, the heading on every page -----------------------------------------------------------------


def test_tay_ninh_comes_to_the_total_of_its_paper() -> None:
    preview = preview_of(pasted("tay-ninh.tsv"), empty_plan(2021, 2021))
    assert preview.total == 1_687_290_000
    assert preview.is_proven
    assert not preview.is_blocked
    assert [each.amount for each in preview.lines if not each.depth] == [
        40_600_000, 116_690_000, 1_230_000_000, 300_000_000,
    ]  # fmt: skip


def test_tay_ninh_is_computed_from_quantities_and_prices_alone() -> None:
    budget = brought_in(pasted("tay-ninh.tsv"), empty_plan(2021, 2021))
    assert budget.total() == 1_687_290_000
    assert [cell for cell in budget.book.table(Allocation).values() if cell.amount is not None] == []
    award = line_with(budget, "Kinh phí hỗ trợ các tổ chức, doanh nghiệp tham gia")
    assert (budget.quantity(award), award.price, budget.total(award.id)) == (Decimal(4), None, 90_000_000)
    assert [child.label for child in budget.tree.children(award.id)] == ["-", "-"]


def test_tay_ninh_keeps_agencies_schedules_units_and_notes() -> None:
    budget = brought_in(pasted("tay-ninh.tsv"), empty_plan(2021, 2021, "Tây Ninh"))
    report = line_with(budget, "Đăng báo, tờ rơi")
    assert (report.unit, report.schedule, report.month_from, report.month_to) == (
        "Lần",
        "Dự kiến tháng 3 - 6/2021",
        3,
        6,
    )
    assert line_with(budget, "Kinh phí hỗ trợ doanh nghiệp xây dựng").note.startswith("Trong đó: 02 hệ thống")
    agencies = {agency.name: agency.province for agency in budget.book.table(Agency).values()}
    assert agencies["Cục Thống kê"] == "Tây Ninh"
    gdp = line_with(budget, "Kinh phí tính toán mức đóng góp")
    assert (gdp.label, budget.tree.ancestors(gdp.id)[0].label) == ("", "IV")


# -- Bắc Giang: years × sources, starred money, a missing page --------------------------------------------------------


def test_bac_giang_comes_to_the_sum_of_its_visible_rows() -> None:
    preview = preview_of(pasted("bac-giang.tsv"), empty_plan(2021, 2025))
    assert preview.total == 13_595_550_000  # 14.767,55 − 1.172 triệu of the page that is missing
    sections = {each.line.label: each.amount for each in preview.lines if not each.depth}
    assert sections == {
        "5": 41_250_000, "6": 150 * MILLION, "7": 62_700_000, "III": 2_230 * MILLION, "IV": 9_611_600_000,
        "V": 960 * MILLION, "VI": 540 * MILLION,
    }  # fmt: skip


def test_bac_giang_s_total_row_shows_what_the_missing_page_holds() -> None:
    preview = preview_of(pasted("bac-giang.tsv"), empty_plan(2021, 2025))
    missing = {proof.place: int(proof.stated - proof.computed) for proof in preview.proofs if not proof.agrees}
    assert missing == {
        "ô C32": 1_172 * MILLION, "ô D32": 1_172 * MILLION,
        "ô F32": 815 * MILLION, "ô H32": 119 * MILLION, "ô J32": 119 * MILLION, "ô L32": 119 * MILLION,
    }  # fmt: skip
    assert not preview.is_blocked


def test_starred_money_is_a_source_of_its_own_in_the_column_dn() -> None:
    budget = brought_in(pasted("bac-giang.tsv"), empty_plan(2021, 2025))
    by_code = {source.code: source for source in budget.frame.sources}
    star = by_code["DN*"]
    assert (star.column, star.mark, star.name) == ("DN", "*", "Kinh phí hợp pháp của cơ sở khám bệnh, chữa bệnh")
    assert budget.total(sources=(star.id,)) == 1_884 * MILLION
    assert budget.total(sources=(by_code["DN"].id,)) == 1_028 * MILLION
    assert budget.total(sources=(star.id,), years=(2023,)) == 471 * MILLION


def test_starred_money_goes_to_the_plan_s_own_source_with_that_star() -> None:
    budget = empty_plan(2021, 2025)
    kcb = Source(
        id="kcb", plan_id=budget.frame.plan_id, position="z", code="KCB", name="Bệnh viện", column="DN", mark="*"
    )
    budget.book.apply([inserted(kcb)])
    after = brought_in(pasted("bac-giang.tsv"), Budget(budget.book, budget.frame.plan_id))
    assert after.total(sources=("kcb",)) == 1_884 * MILLION
    assert len(after.frame.sources) == 3


def test_empty_nought_and_words_stay_three_different_things() -> None:
    budget = brought_in(pasted("bac-giang.tsv"), empty_plan(2021, 2025))
    trip = line_with(budget, "Tham quan, học tập")
    nsnn, dn = (source.id for source in budget.frame.sources[:2])
    nought = budget.allocation(trip.id, 2022, dn)
    assert nought is not None
    assert nought.amount == 0
    assert budget.allocation(trip.id, 2024, nsnn) is None
    own = line_with(budget, "Hỗ trợ hình thành ít nhất 01 đơn vị")
    assert (own.lead_id, own.lead_text, budget.total(own.id)) == (None, "Có dự án riêng", None)


# -- Bình Dương: a table for each item, years across ------------------------------------------------------------------


@pytest.mark.parametrize("number, total, price", [(1, 160, 40), (2, 800, 50)])
def test_a_small_table_of_binh_duong(number: int, total: int, price: int) -> None:
    text = pasted("binh-duong-2021-2025.txt")
    start, end = text.index(f"\n{number}. "), text.index(f"\n{number + 1}. ")
    preview = preview_of(text[start:end], empty_plan(2021, 2025), MoneyUnit.TRIEU)
    assert preview.total == total * MILLION
    assert preview.is_proven
    only = preview.lines[0].line
    assert (only.label, only.price, only.quantity_label) == (str(number), price * MILLION, "Số lượng doanh nghiệp")


@pytest.mark.parametrize("name, total", [("2021-2025", 5_835_200_000), ("2026-2030", 7_654_200_000)])
def test_all_tables_of_a_period_of_binh_duong_at_once(name: str, total: int) -> None:
    preview = preview_of(pasted(f"binh-duong-{name}.txt"), empty_plan(2021, 2030), MoneyUnit.TRIEU)
    assert preview.total == total
    assert preview.is_proven
    assert [each.line.label for each in preview.lines if each.depth == 1] == [str(item) for item in range(1, 12)]


def test_prices_are_taken_from_the_text_only_where_it_names_one() -> None:
    budget = brought_in(pasted("binh-duong-2021-2025.txt"), empty_plan(2021, 2025))
    award = line_with(budget, "Hỗ trợ doanh nghiệp được trao tặng giải thưởng")
    assert award.price is None  # 4 winners and 5 prizes: 83,44 ÷ 4 = 20,86 is the price of one of them by chance
    assert budget.total(award.id) == 417_200_000
    assert line_with(budget, "Tổ chức hội nghị").price == 34 * MILLION


def test_a_sentence_that_adds_up_is_an_explanation_on_the_level_of_its_parts() -> None:
    budget = brought_in(pasted("binh-duong-2021-2025.txt"), empty_plan(2021, 2025))
    sentence = line_with(budget, "Tổng cộng 6,84 triệu x 10 lần")
    assert sentence.kind == EXPLANATION
    assert [child.label for child in budget.tree.children(sentence.place.parent)] == ["a", "b", "c", "d", ""]


def test_years_printed_twice_are_taken_once_and_told() -> None:
    preview = preview_of(pasted("binh-duong-2026-2030.txt"), empty_plan(2026, 2030))
    conferences = next(each for each in preview.lines if each.line.label == "9")
    assert conferences.amount == 170 * MILLION  # a naive sum of the year cells gives 204, of all cells 544
    assert [cell.year for cell in conferences.cells] == [2026, 2027, 2028, 2029, 2030]
    assert messages(preview)[:2] == [
        "ô E35: Cột “Năm 2029” có 2 lần; lấy cột E, bỏ cột F, vì cộng lại đúng bằng cột tổng.",
        "ô G35: Cột “Năm 2030” có 2 lần; lấy cột G, bỏ cột H, vì cộng lại đúng bằng cột tổng.",
    ]


def test_both_periods_of_binh_duong_stand_in_their_own_periods() -> None:
    budget = empty_plan(2021, 2030)
    plan_id = budget.frame.plan_id
    budget.book.apply([inserted(Period(id="q", plan_id=plan_id, position="z", year_from=2026, year_to=2030))])
    old = budget.frame.periods[0]
    object.__setattr__(old, "year_to", 2025)
    both = f"{pasted('binh-duong-2021-2025.txt')}\n{pasted('binh-duong-2026-2030.txt')}"
    after = brought_in(both, Budget(budget.book, plan_id))
    assert [line.period_id for line in after.tree.children()] == [old.id, "q"]
    assert after.total() == 5_835_200_000 + 7_654_200_000


# -- one step ---------------------------------------------------------------------------------------------------------


def test_an_import_is_one_step_that_undo_takes_back_wholly() -> None:
    budget = empty_plan(2021, 2025)
    before = {record.id: record for record in budget.book.records()}
    step = to_change_set(preview_of(pasted("bac-giang.tsv"), budget), keep_stated=True)
    assert step.words == "Nhập bảng 21 dòng"
    assert step.scope == budget.frame.plan_id
    budget.book.apply(step.changes)
    budget.book.apply(step.inverted("Hoàn tác").changes)
    assert {record.id: record for record in budget.book.records()} == before


def test_the_same_table_may_come_in_twice_behind_what_is_there() -> None:
    budget = brought_in(pasted("tay-ninh.tsv"), empty_plan(2021, 2021))
    again = brought_in(pasted("tay-ninh.tsv"), budget)
    assert again.total() == 2 * 1_687_290_000
    assert [line.label for line in again.tree.children()] == ["I", "II", "III", "IV"] * 2
    assert len(again.book.table(Agency)) == len({agency.name for agency in again.book.table(Agency).values()})


def test_a_table_may_come_in_below_a_line() -> None:
    budget = brought_in(rows(("STT", "Nội dung", "Kinh phí"), ("A", "Phần chung", None)), empty_plan(2022, 2022))
    part = budget.tree.children()[0]
    table = read_pasted(rows(("STT", "Nội dung", "Kinh phí"), (1, "Hội nghị", 5)))
    preview = plan_import(budget, table, guess_mapping(table), MoneyUnit.TRIEU, parent_id=part.id)
    assert preview.total == 5 * MILLION
    budget.book.apply(to_change_set(preview).changes)
    assert Budget(budget.book, budget.frame.plan_id).total(part.id) == 5 * MILLION


def test_stated_totals_are_kept_for_the_checker_on_demand() -> None:
    text = rows(("STT", "Nội dung", "Kinh phí"), (1, "Hội nghị", 5), (2, "Tập huấn", 7), (None, "Tổng cộng", 13))
    budget = empty_plan(2022, 2022)
    budget.book.apply(to_change_set(preview_of(text, budget), keep_stated=True).changes)
    found = [each for each in check_plan(Budget(budget.book, budget.frame.plan_id)) if each.code == "S101"]
    assert [(each.expected, each.found) for each in found] == [("12.000.000 đồng", "13.000.000 đồng")]


def test_nothing_comes_in_while_cells_cannot_be_read() -> None:
    lines = [(number, "Hội nghị", "năm 5 triệu") for number in range(60)]
    preview = preview_of(rows(("STT", "Nội dung", "Kinh phí"), *lines), empty_plan(2022, 2022))
    assert preview.is_blocked
    with pytest.raises(InputError) as caught:
        to_change_set(preview)
    assert caught.value.sentence.startswith("Bảng có 60 chỗ phải sửa, chưa nhập dòng nào:\n- ô C2: Không đọc được số")
    assert caught.value.sentence.endswith("\n- và 10 chỗ nữa")


def test_a_bad_cell_is_mended_in_the_preview() -> None:
    table = read_pasted(rows(("STT", "Nội dung", "Kinh phí"), (1, "Hội nghị", "5 triêu đồng"), (2, "Lớp", 7)))
    budget, mapping = empty_plan(2022, 2022), guess_mapping(table)
    assert plan_import(budget, table, mapping, MoneyUnit.TRIEU).total == 12 * MILLION
    bad = table.with_cell(1, 2, "5..")
    assert plan_import(budget, bad, mapping, MoneyUnit.TRIEU).is_blocked
    assert plan_import(budget, bad.with_cell(1, 2, " 6 "), mapping, MoneyUnit.TRIEU).total == 13 * MILLION


def test_a_table_of_nothing_but_a_heading_brings_nothing() -> None:
    with pytest.raises(InputError, match="không có dòng nào để nhập"):
        to_change_set(preview_of(rows(("STT", "Nội dung", "Kinh phí")), empty_plan(2022, 2022)))


def test_rows_of_a_sheet_come_in_like_a_pasted_table_and_keep_its_addresses() -> None:
    cells = [
        ["Dự toán năm 2022"],
        [],
        ["TT", "Nội dung", "SL", "Đơn giá", "Thành tiền"],
        ["1", "Lớp", "2", "1290,5", "x9"],
    ]
    table = table_of_rows(cells, "Bảng 1")
    mapping = guess_mapping(table)
    preview = plan_import(empty_plan(), table, mapping, MoneyUnit.NGHIN)
    blocking = [each.message for each in preview.findings if each.weight is Weight.BLOCKS]
    assert len(blocking) == 1
    assert blocking[0].startswith("Bảng 1, ô E4: Không đọc được số “x9”")
    assert preview.total == 2_581_000


def test_positions_follow_the_table() -> None:
    lines = [(number, f"Việc {number}", 1) for number in range(1, 40)]
    budget = brought_in(rows(("STT", "Nội dung", "Kinh phí"), *lines), empty_plan(2022, 2022))
    assert [line.text for line in budget.tree.children()] == [f"Việc {number}" for number in range(1, 40)]
    assert [line.place.position for line in budget.tree.children()] == sequence(39)


def test_units_are_found_or_guessed_with_a_reason() -> None:
    named = read_pasted(rows(("(ĐVT: 1.000 đồng)",), ("STT", "Nội dung", "Kinh phí"), (1, "Lớp", 5)))
    assert guess_unit(named, guess_mapping(named)).unit is MoneyUnit.NGHIN
    heading = read_pasted(rows(("STT", "Nội dung", "Kinh phí (triệu đồng)"), (1, "Lớp", 5)))
    guess = guess_unit(heading, guess_mapping(heading))
    assert (guess.unit, guess.certain, guess.reason) == (MoneyUnit.TRIEU, True, "ô C1 ghi đơn vị tính triệu đồng.")
    large = read_pasted(rows(("STT", "Nội dung", "Kinh phí"), (1, "Lớp", "15.000.000"), (2, "Lớp", "vắng")))
    assert guess_unit(large, guess_mapping(large)).unit is MoneyUnit.DONG
    assert not guess_unit(large, guess_mapping(large)).certain
