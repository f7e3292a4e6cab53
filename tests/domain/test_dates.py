"""Dates as the source papers print them, whole and in part."""

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nscl_desktop.domain.dates import format_clock, format_date_words, format_short, last_safe_day, parse_date
from nscl_desktop.domain.errors import InputError


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("ngày 24 tháng 11 năm 2021", "2021-11-24"),
        ("ngày 09 tháng 02 năm 2021", "2021-02-09"),
        ("Ngày 24/11/2021", "2021-11-24"),
        ("ngày 30 / 3 /2021", "2021-03-30"),
        ("30/3/2021", "2021-03-30"),
        ("19/05/2021", "2021-05-19"),
        ("31-8-2020", "2020-08-31"),
        ("31.8.2020", "2020-08-31"),
        ("29/2/2020", "2020-02-29"),
        ("24 tháng 11 năm 2021", "2021-11-24"),
        ("２４/１１/２０２１", "2021-11-24"),
        ("tháng 8/2021", "2021-08"),
        ("tháng 8 năm 2021", "2021-08"),
        ("8/2021", "2021-08"),
        ("ngày tháng 8 năm 2021", "2021-08"),
        ("ngày ..... tháng 8 năm 2021", "2021-08"),
        ("ngày …  tháng … năm 2021", "2021"),
        ("năm 2021", "2021"),
        ("2021", "2021"),
        ("2021-11-24", "2021-11-24"),
        ("2021-08", "2021-08"),
        ("", ""),
        (" \u00a0 ", ""),
        ("ngày      tháng      năm      ", ""),
        ("ngày ___ tháng ___ năm ___", ""),
    ],
)
def test_a_date_is_read_as_far_as_it_is_known(text: str, date: str) -> None:
    assert parse_date(text) == date


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("30/5", "Không đọc được ngày “30/5”"),
        ("24/11/21", "Không đọc được ngày"),
        ("hôm nay", "Không đọc được ngày"),
        ("ngày 8/2021", "Không đọc được ngày"),
        ("ngày 2021", "Không đọc được ngày"),
        ("2021-2025", "Không đọc được ngày"),
        ("1/2/2021/3", "Không đọc được ngày"),
        ("11/24/2021", "Tháng trong “11/24/2021” phải từ 1 đến 12"),
        ("0/2021", "phải từ 1 đến 12"),
        ("31/4/2021", "tháng 4/2021 có 30 ngày"),
        ("29/2/2021", "tháng 2/2021 có 28 ngày"),
        ("0/3/2021", "tháng 3/2021 có 31 ngày"),
        ("1/1/0000", "Năm trong"),
        ("1/1/2200", "phải từ 1900 đến 2199"),
        ("1899", "phải từ 1900 đến 2199"),
        ("2" * 2_000_000, "quá dài để là một ngày"),
    ],
)
def test_what_is_no_date_is_refused_in_one_short_sentence(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        parse_date(text)
    assert len(caught.value.sentence) < 200


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2020-01-05", "ngày 05 tháng 01 năm 2020"),
        ("2019-06-29", "ngày 29 tháng 6 năm 2019"),
        ("2021-02-09", "ngày 09 tháng 02 năm 2021"),
        ("2021-11-24", "ngày 24 tháng 11 năm 2021"),
        ("2021-03-01", "ngày 01 tháng 3 năm 2021"),
        ("2021-10-10", "ngày 10 tháng 10 năm 2021"),
        ("2021-08", "ngày      tháng 8 năm 2021"),
        ("2021-02", "ngày      tháng 02 năm 2021"),
        ("2021", "ngày      tháng      năm 2021"),
        ("", "ngày      tháng      năm      "),
    ],
)
def test_a_heading_writes_the_date_as_the_decree_demands(date: str, words: str) -> None:
    assert format_date_words(date) == words


@pytest.mark.parametrize(
    ("date", "short"),
    [("2021-11-24", "24/11/2021"), ("2019-06-05", "5/6/2019"), ("2021-08", "8/2021"), ("2021", "2021"), ("", "")],
)
def test_a_short_date_has_no_noughts(date: str, short: str) -> None:
    assert format_short(date) == short


PARTIAL = (
    st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)).map(dt.date.isoformat)
    | st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)).map(lambda d: d.isoformat()[:7])
    | st.integers(1900, 2199).map(str)
    | st.just("")
)


@given(PARTIAL)
def test_every_printed_date_is_read_back(date: str) -> None:
    assert parse_date(format_date_words(date)) == parse_date(format_short(date)) == parse_date(date) == date


@given(st.lists(st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))))
def test_dates_kept_as_text_stand_in_their_order(dates: list[dt.date]) -> None:
    kept = [parse_date(f"{d.day}/{d.month}/{d.year}") for d in dates]
    assert sorted(kept) == [d.isoformat() for d in sorted(dates)]


@pytest.mark.parametrize(
    ("day", "month", "strictly_before", "safe"),
    [
        (30, 11, True, (29, 11)),
        (20, 11, True, (19, 11)),
        (30, 5, True, (29, 5)),
        (30, 11, False, (30, 11)),
        (1, 12, True, (30, 11)),
        (1, 3, True, (28, 2)),
        (29, 2, True, (28, 2)),
        (29, 2, False, (28, 2)),
        (1, 1, True, (31, 12)),
    ],
)
def test_a_report_before_a_day_is_due_the_day_before(
    day: int, month: int, strictly_before: bool, safe: tuple[int, int]
) -> None:
    assert last_safe_day(day, month, strictly_before=strictly_before) == safe


@pytest.mark.parametrize(("day", "month"), [(31, 11), (30, 2), (0, 5), (5, 0), (5, 13)])
def test_a_deadline_on_no_day_is_refused(day: int, month: int) -> None:
    with pytest.raises(InputError, match=f"ngày {day}/{month} không có trong lịch"):
        last_safe_day(day, month, strictly_before=True)


@given(st.dates(dt.date(2001, 1, 1), dt.date(2199, 12, 31)))
def test_the_safe_day_is_before_the_deadline_in_every_year(deadline: dt.date) -> None:
    day, month = last_safe_day(deadline.day, deadline.month, strictly_before=True)
    year = deadline.year - (deadline.month == 1 and deadline.day == 1)
    assert day <= calendar.monthrange(year, month)[1]
    assert 1 <= (deadline - dt.date(year, month, day)).days <= 2


def test_the_clock_shows_when_something_was_saved() -> None:
    moment = dt.datetime(2026, 11, 22, 9, 5, 7)
    assert format_clock(moment) == "09:05:07"
    assert format_clock(moment.time(), seconds=False) == "09:05"
