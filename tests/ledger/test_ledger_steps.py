"""Steps of the ledger as a clerk makes them: each one ChangeSet with its name, refused where it cannot be."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.ledger import (
    ADJUSTED,
    ALLOTTED,
    CARRIED,
    COMMITTED,
    CUT,
    MOVED,
    PAID,
    BudgetYear,
    LedgerEntry,
)
from nscl_desktop.domain.ledger_lines import planned_cells
from nscl_desktop.domain.ledger_rules import Position
from nscl_desktop.domain.ledger_sums import YearSums, flows_by_cell
from nscl_desktop.services import ledger_entries as entries
from nscl_desktop.services import ledger_moves as moves
from nscl_desktop.services import ledger_years as years
from nscl_desktop.services.ledger_entries import Facts
from tests.ledger.napkin import TR, YEAR, entry, plan, position
from tests.small_plans import PLAN

FACTS = Facts("2022-05-04", "31/QĐ", "Hà")
NEXT = BudgetYear(id="n", plan_id=PLAN, year=2023)
CLOSED = replace(YEAR, closed_on="2023-03-31", closing_document="12/QĐ")


def after(step: ChangeSet, *before: LedgerEntry) -> list[LedgerEntry]:
    book = Book([YEAR, *before])
    book.apply(step.changes)
    return list(book.table(LedgerEntry).values())


def told(found: Sequence[LedgerEntry]) -> list[tuple[str, str | None, int | None]]:
    return sorted((each.kind, each.line_id, each.amount) for each in found)


def test_a_year_is_given_whole_out_of_the_plan_in_one_step_and_opened_with_it() -> None:
    step = years.allot_year(position(), ["NSNN"], FACTS, is_new=True)
    assert step.words == "Giao dự toán năm 2022: 75.000.000 đồng"
    book = Book()
    book.apply(step.changes)
    assert set(book.table(BudgetYear)) == {"y"}
    found = list(book.table(LedgerEntry).values())
    assert told(found) == [
        (ALLOTTED, "I.1", 30 * TR), (ALLOTTED, "I.2", 40 * TR), (ALLOTTED, "II", 5 * TR),
    ]  # fmt: skip
    assert {(each.document, each.date, each.person) for each in found} == {("31/QĐ", "2022-05-04", "Hà")}
    with pytest.raises(InputError, match="đã được giao dự toán"):
        years.allot_year(position(*found), ["DN"], FACTS)


@pytest.mark.parametrize(
    ("sources", "facts", "said"),
    [([], FACTS, "không có kinh phí năm 2022"), (["NSNN"], Facts("2022-01-01"), "Chưa ghi quyết định giao")],
)
def test_a_year_is_not_given_without_sources_or_decision(sources: list[str], facts: Facts, said: str) -> None:
    with pytest.raises(InputError, match=said):
        years.allot_year(position(), sources, facts)


def test_years_are_opened_once_by_a_key_that_two_machines_agree_on_closed_once_with_a_document() -> None:
    year = years.new_year("plan", 2022, "we")
    assert year.id == years.new_year("plan", 2022, None).id
    assert years.open_year(year, [], "TN").words == "Mở niên độ 2022 của TN"
    with pytest.raises(InputError, match="đã mở"):
        years.open_year(year, [year], "TN")
    with pytest.raises(InputError, match="đủ ngày, tháng, năm và văn bản"):
        years.close_year(year, "2023-03", "12/QĐ", "Hà")
    step = years.close_year(year, "2023-03-31", "12/QĐ", "Hà")
    assert step.changes[0].after == {"closed_on": "2023-03-31", "closing_document": "12/QĐ", "closed_by": "Hà"}
    with pytest.raises(InputError, match="đã khóa sổ"):
        years.close_year(CLOSED, "2023-04-01", "13/QĐ", "Hà")
    assert years.set_agency(year, "sct").changes[0].after == {"agency_id": "sct"}


def test_an_entry_is_written_with_its_name_and_an_unlikely_one_keeps_its_reason() -> None:
    given = position(entry(ALLOTTED, 30 * TR))
    draft = entries.draft(given, PAID, ("I.1", "NSNN"), 12 * TR, FACTS)
    step = entries.record(given, draft, "không cần")
    assert step.words == "Ghi thanh toán 12.000.000 đồng, mục I.1, nguồn NSNN"
    (kept,) = after(step)
    assert (kept.amount, kept.reason, kept.document) == (12 * TR, "", "31/QĐ")
    large = entries.draft(given, PAID, ("I.1", "NSNN"), 40 * TR, FACTS)
    with pytest.raises(InputError, match=r"vượt 10\.000\.000 đồng.*ghi lý do"):
        entries.record(given, large)
    assert after(entries.record(given, large, " giá tăng "))[0].reason == "giá tăng"
    with pytest.raises(InputError, match="gồm hai bút toán"):
        entries.record(given, entries.draft(given, MOVED, ("I.1", "NSNN"), 5, FACTS))


def test_an_entry_is_changed_in_place_and_half_of_a_pair_keeps_its_money() -> None:
    old = entry(ALLOTTED, 30 * TR, id="g")
    step = entries.change(position(old), old, replace(old, amount=29 * TR, document="32/QĐ"))
    assert step.changes[0].after == {"amount": 29 * TR, "document": "32/QĐ"}
    half = entry(MOVED, -5, id="m", pair="p")
    both = position(old, half)
    assert entries.change(both, half, replace(half, note="x")).changes[0].after == {"note": "x"}
    with pytest.raises(InputError, match="thuộc một cặp"):
        entries.change(both, half, replace(half, amount=-6))
    with pytest.raises(InputError, match="hãy dùng bút toán điều chỉnh"):
        entries.change(position(old, year=CLOSED), old, replace(old, note="x"))


def test_a_pair_goes_together_and_a_commitment_that_payments_name_stays() -> None:
    given, signed = entry(ALLOTTED, 30 * TR, id="g"), entry(COMMITTED, 20, id="c")
    paid = entry(PAID, 5, id="p", commitment_id="c")
    first, other = entry(MOVED, -5, id="1", pair="p"), entry(MOVED, 5, "I.2", id="2", pair="p")
    there = position(given, signed, paid, first, other)
    assert told(after(entries.remove(there, first), *there.entries)) == [
        (ALLOTTED, "I.1", 30 * TR), (COMMITTED, "I.1", 20), (PAID, "I.1", 5),
    ]  # fmt: skip
    with pytest.raises(InputError, match="còn 1 bút toán chi theo nó"):
        entries.remove(there, signed)
    with pytest.raises(InputError, match="quá phần chưa cam kết"):
        entries.remove(there, given)
    away = replace(paid, id="q", year_id="n")
    with pytest.raises(InputError, match="còn 1 bút toán"):
        entries.remove(position(given, signed), signed, [away])


def test_a_closed_year_is_set_right_by_an_adjusting_entry_with_its_document() -> None:
    old = entry(PAID, 12 * TR, id="p", commitment_id=None)
    closed = position(entry(ALLOTTED, 30 * TR), old, year=CLOSED)
    step = entries.correct(closed, old, -2 * TR, FACTS)
    (fixed,) = [each for each in after(step, old) if each.corrects == "p"]
    assert (fixed.kind, fixed.amount, fixed.line_id, fixed.source) == (PAID, -2 * TR, "I.1", "NSNN")
    assert step.words.startswith("Điều chỉnh sau khóa sổ thanh toán 12.000.000 đồng")
    for target, facts, at, said in (
        (old, Facts("2023-04-01"), closed, "phải có văn bản"),
        (old, FACTS, position(old), "chưa khóa sổ"),
        (replace(old, pair="x"), FACTS, closed, "không điều chỉnh riêng một nửa"),
    ):
        with pytest.raises(InputError, match=said):
            entries.correct(at, target, 5, facts)
    with pytest.raises(InputError, match="đã khóa sổ"):
        entries.remove(closed, old)


def test_a_transfer_is_one_pair_of_zero_sum_with_its_decision() -> None:
    given = position(entry(ALLOTTED, 30 * TR, id="g"))
    step = moves.transfer(given, ("I.1", "NSNN"), ("I.2", "NSNN"), 8 * TR, FACTS)
    assert step.words == "Điều chuyển 8.000.000 đồng"
    found = after(step)
    assert told(found) == [(MOVED, "I.1", -8 * TR), (MOVED, "I.2", 8 * TR)]
    assert len({each.pair for each in found}) == 1
    for start, end, amount, facts, said in (
        (("I.1", "NSNN"), ("I.1", "NSNN"), 5, FACTS, "đang là một"),
        (("I.1", "NSNN"), ("I.2", "NSNN"), 0, FACTS, "lớn hơn 0"),
        (("I.1", "NSNN"), ("I.2", "NSNN"), 5, Facts(), "Chưa ghi quyết định điều chuyển"),
        (("I.1", "NSNN"), ("I.2", "NSNN"), 31 * TR, FACTS, "quá phần chưa cam kết 30.000.000 đồng"),
    ):
        with pytest.raises(InputError, match=said):
            moves.transfer(given, start, end, amount, facts)


def years_of(*found: LedgerEntry) -> tuple[Position, Position]:
    """2022 and 2023 with these entries."""
    old = position(*(each for each in found if each.year_id == "y"))
    cells = flows_by_cell(found, {"y": YEAR, "n": NEXT})
    new = Position(NEXT, YearSums(old.sums.lines, cells, 2023), [each for each in found if each.year_id == "n"])
    return old, new


def test_money_goes_to_the_next_year_as_a_pair_with_the_commitments_that_will_be_paid_there() -> None:
    there = [entry(ALLOTTED, 30 * TR), entry(COMMITTED, 20 * TR, id="c"), entry(PAID, 12 * TR, commitment_id="c")]
    old, new = years_of(*there)
    step = moves.carry_over(old, new, ("I.1", "NSNN"), 18 * TR, 8 * TR, FACTS)
    assert step.words == "Chuyển nguồn 18.000.000 đồng từ niên độ 2022 sang 2023"
    book = Book([YEAR, NEXT, *there])
    book.apply(step.changes)
    later = list(book.table(LedgerEntry).values())
    pairs = [each for each in later if each.pair]
    assert sum(each.amount or 0 for each in pairs) == 0
    before, following = years_of(*later)
    spent, fresh = before.sums.flow("I.1"), following.sums.flow("I.1")
    assert (spent.current, spent.bound, spent.out, spent.left) == (12 * TR, 12 * TR, 12 * TR, 0)
    assert (fresh.current, fresh.bound, fresh.free) == (18 * TR, 8 * TR, 10 * TR)
    half = next(each for each in pairs if each.kind == CARRIED and each.year_id == "y")
    assert len(entries.remove(before, half, following.entries).changes) == 4


def test_only_what_is_left_is_carried_over_and_only_to_the_next_year() -> None:
    old, new = years_of(entry(ALLOTTED, 30), entry(COMMITTED, 20, id="c"), entry(PAID, 12, commitment_id="c"))
    cell = ("I.1", "NSNN")
    for amount, bound, said in (
        (0, 0, "lớn hơn 0"),
        (5, 6, "lớn hơn 0"),
        (19, 0, "chỉ còn 18 đồng"),
        (18, 9, "8 đồng"),
    ):
        with pytest.raises(InputError, match=said):
            moves.carry_over(old, new, cell, amount, bound, FACTS)
    with pytest.raises(InputError, match="niên độ kế tiếp"):
        moves.carry_over(old, Position(replace(NEXT, year=2024), new.sums, ()), cell, 5, 0, FACTS)
    with pytest.raises(InputError, match="quá phần chưa cam kết 10 đồng"):
        moves.carry_over(old, new, cell, 18, 0, FACTS)
    assert len(moves.carry_over(old, new, cell, 10, 0, FACTS).changes) == 2


def test_a_section_is_cut_in_one_step_with_quantities_planned_anew() -> None:
    there = [
        entry(ALLOTTED, amount, line, source) for (line, source), amount in planned_cells(plan().budget(), 2022).items()
    ]
    given = position(*there, entry(COMMITTED, 35 * TR, "I.2"))
    parts = moves.planned_cut(given, "I", None, 14 * TR, unit=TR)
    # 30 : 40 : 10 of 14 would be 5,25 : 7 : 1,75; I.2 has 5 left of NSNN, and 9 fall on 30 : 10 as 6,75 : 2,25
    assert [(part.line_id, part.source, part.amount) for part in parts] == [
        ("I.1", "NSNN", 7 * TR), ("I.2", "DN", 2 * TR), ("I.2", "NSNN", 5 * TR),
    ]  # fmt: skip
    assert [(part.before, part.after) for part in parts][:2] == [(Decimal(2), Decimal(1)), (None, None)]
    step = moves.cut(given, [replace(parts[0], after=Decimal(2)), *parts[1:]], FACTS)
    assert step.words == "Cắt giảm 14.000.000 đồng ở 3 dòng"
    assert {(each.kind, each.line_id, each.quantity) for each in after(step)} == {
        (CUT, "I.1", Decimal(2)), (CUT, "I.2", None),
    }  # fmt: skip
    by_free = moves.planned_cut(given, "", "NSNN", 7 * TR, by=moves.BY_FREE, unit=TR)
    assert [(part.line_id, part.amount) for part in by_free] == [("I.1", 6 * TR), ("I.2", 1 * TR)]


def test_a_cut_needs_its_sum_its_decision_and_room() -> None:
    given = position(entry(ALLOTTED, 30))
    with pytest.raises(InputError, match="lớn hơn 0"):
        moves.planned_cut(given, "", None, 0)
    with pytest.raises(InputError, match="quá phần chưa cam kết 30 đồng"):
        moves.planned_cut(given, "I", None, 31)
    with pytest.raises(InputError, match="Chưa ghi quyết định cắt giảm"):
        moves.cut(given, moves.planned_cut(given, "I", None, 3), Facts())


def test_entries_are_called_by_kind_day_and_document() -> None:
    assert (
        entries.entry_words(entry(ADJUSTED, 5, date="2022-05-04", document="31/QĐ")) == "Điều chỉnh · 4/5/2022 · 31/QĐ"
    )


def test_a_step_takes_back_whole() -> None:
    step = moves.transfer(position(entry(ALLOTTED, 30)), ("I.1", "NSNN"), ("I.2", "NSNN"), 8, FACTS)
    book = Book([YEAR])
    book.apply(step.changes)
    book.apply(step.inverted("Hoàn tác").changes)
    assert not book.table(LedgerEntry)
    assert inserted(YEAR).id == step.scope
