"""Every figure of a report against figures written down by hand and plain SQL over the same file."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from sqlite3 import Connection

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.periodic_reports import ELSEWHERE, HALF_YEAR, SECTION, SOURCE, YEAR, PeriodicReport
from nscl_desktop.domain.plans import ISSUED, REPLACED, Plan
from nscl_desktop.domain.report_figures import Draft, money_total, reached, stands
from nscl_desktop.domain.report_lists import summary
from nscl_desktop.services.plan_life import adjust
from nscl_desktop.storage.report_drafting import draft
from tests.enterprises.registers import store_of
from tests.reporting.tay_ninh_year import MILLION, PLAN, RECORDS

HALF = PeriodicReport(
    id="r1", title="x", kind=HALF_YEAR, plan_id=PLAN.id, year_from=2021, year_to=2021, cutoff="2021-06-30"
)
WHOLE = PeriodicReport(
    id="r2", title="x", kind=YEAR, plan_id=PLAN.id, year_from=2021, year_to=2021, cutoff="2022-01-31"
)
DAYS = {"r1": "2021-06-30", "r2": "2021-12-31"}


@pytest.fixture(scope="module")
def file() -> Iterator[Connection]:
    store = store_of(RECORDS)
    with store.reading() as connection:
        yield connection
    store.close()


@pytest.fixture(scope="module")
def half(file: Connection) -> Draft:
    return draft(file, HALF, lambda _: None)


@pytest.fixture(scope="module")
def whole(file: Connection) -> Draft:
    return draft(file, WHOLE, lambda _: None)


def one(file: Connection, query: str, *values: object) -> int:
    (found,) = file.execute(query, values).fetchone()
    return int(found or 0)


def by_unit(found: Draft) -> dict[str, Decimal | None]:
    return {each.unit: each.total for each in found.figures if each.unit in ("công cụ", "hệ thống")}


def money(found: Draft, part: str) -> dict[str, tuple[int | None, ...]]:
    return {
        each.label or each.text: (each.planned, each.current, each.committed, each.paid, each.paid_total)
        for each in found.money
        if each.part == part
    }


def test_targets_are_counted_until_the_day_on_which_data_are_closed(half: Draft, whole: Draft) -> None:
    assert by_unit(half) == {"công cụ": 3, "hệ thống": 0}
    assert by_unit(whole) == {"công cụ": 3, "hệ thống": 1}


@pytest.mark.parametrize("which", [HALF, WHOLE])
def test_items_agree_with_plain_sql(file: Connection, which: PeriodicReport) -> None:
    counted = one(
        file,
        "SELECT sum(CAST(i.quantity AS INTEGER)) FROM dossier_item i JOIN dossier d ON d.id = i.dossier_id"
        " WHERE d.plan_id = ? AND i.unit = 'công cụ' AND EXISTS (SELECT 1 FROM stage_step s WHERE s.dossier_id = d.id"
        " AND s.stage = 'accepted' AND s.done_on BETWEEN '2021' AND ?)",
        PLAN.id, DAYS[which.id],
    )  # fmt: skip
    assert by_unit(draft(file, which, lambda _: None))["công cụ"] == counted


def test_a_half_year_of_money_leaves_out_what_was_cut_paid_or_signed_later(half: Draft) -> None:
    # D1's and D2's contracts are signed by then, D3's is not; of D1 only the advance is paid
    assert money(half, SECTION) == {
        "I": (40_600_000, 40_600_000, 5 * MILLION, 5 * MILLION, 5 * MILLION),
        "II": (116_690_000, 116_690_000, 90 * MILLION, 0, 0),
        "III": (1_230 * MILLION, 1_230 * MILLION, 160 * MILLION, 18 * MILLION, 18 * MILLION),
    }


def test_a_year_of_money_has_what_january_paid_for_it(whole: Draft) -> None:
    assert money(whole, SECTION) == {
        "I": (40_600_000, 40_600_000, 5 * MILLION, 5 * MILLION, 5 * MILLION),
        "II": (116_690_000, 116_690_000, 90 * MILLION, 90 * MILLION, 90 * MILLION),
        "III": (1_230 * MILLION, 1_000 * MILLION, 190 * MILLION, 60 * MILLION, 60 * MILLION),
    }


def test_sections_and_sources_are_two_divisions_of_one_sum_without_what_others_lead(whole: Draft) -> None:
    names = ("planned", "current", "committed", "paid", "paid_total")
    sections, sources = (money_total(whole.money, part) for part in (SECTION, SOURCE))
    assert [getattr(sections, name) for name in names] == [getattr(sources, name) for name in names]
    assert sections.planned == 1_687_290_000 - 300 * MILLION
    ((planned, _, _, paid, _),) = money(whole, ELSEWHERE).values()
    assert (planned, paid) == (300 * MILLION, 300 * MILLION)


@pytest.mark.parametrize("which", [HALF, WHOLE])
def test_what_was_paid_agrees_with_plain_sql(file: Connection, which: PeriodicReport) -> None:
    entries = one(
        file,
        "SELECT sum(e.amount) FROM ledger_entry e JOIN line l ON l.id = e.line_id"
        " WHERE e.kind = 'paid' AND e.date <= ? AND l.text NOT LIKE 'Tính toán%'",
        which.cutoff,
    )
    payments = one(file, "SELECT sum(amount) FROM payment WHERE year = 2021 AND date <= ?", which.cutoff)
    assert money_total(draft(file, which, lambda _: None).money, SECTION).paid == entries + payments


def test_lists_hold_what_happened_in_the_time_of_this_plan(half: Draft, whole: Draft) -> None:
    first, second, third = half.rows("dossiers")
    assert first == ("1", "Công ty An Bình", "3900000001", "Áp dụng 5S", "D1", "Nghiệm thu, 20/6/2021", "60.000.000")
    assert (second[4], second[5]) == ("D2", "Hợp đồng, 5/5/2021")
    assert (third[1], third[6]) == ("Công ty Ánh Dương", "")  # its contract came a day later
    assert whole.rows("dossiers")[1][5] == "Nghiệm thu, 30/10/2021"
    assert summary("dossiers", half.rows("dossiers")) == "3 hồ sơ của 2 đơn vị."
    (course,) = half.rows("courses")
    assert course == ("1", "Lớp 5S", "Văn phòng tổ chức", "10/5/2021 – 12/5/2021", "Tây Ninh", "2", "2", "1")
    assert summary("courses", half.rows("courses")) == "1 lớp, 2 lượt người tham dự, 1 lượt đạt."
    (prize,) = half.rows("prizes")
    assert prize[3:] == ("2020", "Giải Vàng", "99/QĐ-TTg ngày 1/3/2021", "15.000.000")
    assert summary("prizes", half.rows("prizes")) == "1 giải của 1 đơn vị."
    assert summary("prizes", ()) == "Không có trong kỳ."


def test_a_ratio_divides_by_the_target_and_says_nothing_of_percentages(half: Draft) -> None:
    tools = next(each for each in half.figures if each.unit == "công cụ")
    assert reached(tools) == 75  # 3 of 4
    assert stands(tools).value == "Chưa đạt"


def test_figures_keep_their_keys_however_often_they_are_drafted(file: Connection, half: Draft) -> None:
    assert draft(file, HALF, lambda _: None) == half
    assert len({each.id for each in half.records}) == len(half.records)


def test_drafting_stops_when_it_is_told_to(file: Connection) -> None:
    class EnoughError(Exception):
        """The user wants no more."""

    def stop(_words: str) -> None:
        raise EnoughError

    with pytest.raises(EnoughError):
        draft(file, HALF, stop)


def test_a_report_without_its_plan_is_refused(file: Connection) -> None:
    lost = PeriodicReport(id="r", title="x", plan_id="mất", year_from=2021, year_to=2021, cutoff="2021-12-31")
    with pytest.raises(InputError, match="Không còn kế hoạch"):
        draft(file, lost, lambda _: None)


def test_what_was_paid_in_earlier_years_is_in_the_sum_since_the_start_alone(file: Connection) -> None:
    later = PeriodicReport(
        id="r3", title="x", kind=YEAR, plan_id=PLAN.id, year_from=2022, year_to=2022, cutoff="2022-12-31"
    )
    found = money_total(draft(file, later, lambda _: None).money, SECTION)
    assert (found.planned, found.paid, found.paid_total) == (0, 0, 155 * MILLION)


def test_a_report_keeps_its_rows_when_the_plan_is_amended(half: Draft) -> None:
    book = Book(RECORDS)
    step = adjust(book, PLAN.id, code="TN-2021-ĐC")
    book.apply(step.changes)
    plans = {each.id: each for each in book.table(Plan).values()}
    (newer,) = [each for each in plans.values() if each.id != PLAN.id]
    changed = {PLAN.id: replace(PLAN, status=REPLACED), newer.id: replace(newer, status=ISSUED)}
    store = store_of([changed.get(each.id, each) for each in book.records()])
    with store.reading() as connection:
        amended = draft(connection, HALF, lambda _: None)
    store.close()
    assert {each.id for each in amended.records} == {each.id for each in half.records}
    assert [each.paid for each in amended.money] == [each.paid for each in half.money]
    assert by_unit(amended) == by_unit(half)
