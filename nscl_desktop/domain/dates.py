"""Dates of papers, which may be known only in part: drafts leave the day blank until the paper is signed.

A date is kept as a prefix of an ISO date: "2021-11-24", "2021-08", "2021" or "" (nothing known). Prefixes sort and
compare as text. On paper a date is written out as Nghị định 30/2020/NĐ-CP, Phụ lục I, II.4 demands.
"""

import calendar
import datetime as dt
import re
from typing import TypeAlias

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.figures import plain_signs
from nscl_desktop.domain.text import quoted

PartialDate: TypeAlias = str

FIRST_YEAR, LAST_YEAR = 1900, 2199
LONGEST_DATE = 60
BLANK = " " * 6  # room to write a number by hand

_DAY, _MONTH, _YEAR = r"(?P<day>\d{1,2})", r"(?P<month>\d{1,2})", r"(?P<year>\d{4})"
_GAP = r"[\s.…_]*"  # as a draft leaves the place of a number open
_MONTH_SIGN, _YEAR_SIGN = r"(?:\s*[/.-]\s*|\s*tháng\s*)", r"(?:\s*[/.-]\s*|\s*năm\s*)"
_FORMS = [
    re.compile(form)
    for form in (
        rf"{_YEAR}-(?P<month>\d{{2}})(?:-(?P<day>\d{{2}}))?",
        rf"(?:ngày\s*)?{_DAY}{_MONTH_SIGN}{_MONTH}{_YEAR_SIGN}{_YEAR}",
        rf"(?:(?:ngày{_GAP})?tháng\s*)?{_MONTH}{_YEAR_SIGN}{_YEAR}",
        rf"(?:(?:ngày{_GAP})?(?:tháng{_GAP})?năm\s*)?{_YEAR}",
        rf"(?:ngày{_GAP})?(?:tháng{_GAP})?(?:năm{_GAP})?",
    )
]


def parse_date(text: str) -> PartialDate:
    """A date as typed or printed: 24/11/2021, ngày 24 tháng 11 năm 2021, tháng 8/2021, 2021; blank parts stay unknown.

    Day before month, four digits for the year.

    Raises:
        InputError: for anything else, and for a day that the calendar does not have.
    """
    if len(text) > LONGEST_DATE:
        raise InputError(f"{quoted(text)} quá dài để là một ngày, hãy ghi theo mẫu 24/11/2021.")
    line = plain_signs(text).casefold()
    found = next((match for form in _FORMS if (match := form.fullmatch(line))), None)
    if found is None:
        raise InputError(f"Không đọc được ngày {quoted(text)}, hãy ghi theo mẫu 24/11/2021 hoặc tháng 8/2021.")
    given = {name: int(digits) for name, digits in found.groupdict().items() if digits}
    if "year" not in given:
        return ""
    _check(given["year"], given.get("month"), given.get("day"), text)
    formats = {"year": "04d", "month": "02d", "day": "02d"}
    return "-".join(format(given[name], form) for name, form in formats.items() if name in given)


def _check(year: int, month: int | None, day: int | None, text: str) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InputError(f"Năm trong {quoted(text)} phải từ {FIRST_YEAR} đến {LAST_YEAR}, hãy sửa lại.")
    if month is None:
        return
    if not 1 <= month <= 12:
        raise InputError(f"Tháng trong {quoted(text)} phải từ 1 đến 12 (ghi ngày trước, tháng sau), hãy sửa lại.")
    longest = calendar.monthrange(year, month)[1]
    if day is not None and not 1 <= day <= longest:
        raise InputError(f"Ngày {quoted(text)} không có thật: tháng {month}/{year} có {longest} ngày, hãy sửa lại.")


def _parts(date: PartialDate) -> tuple[int, int, int]:
    """Year, month and day, 0 where unknown."""
    known = (int(part) for part in date.split("-") if part)
    year, month, day = (*known, 0, 0, 0)[:3]
    return year, month, day


def format_date_words(date: PartialDate) -> str:
    """The date in full for headings: ngày 05 tháng 01 năm 2020; unknown parts leave room to be written by hand.

    Days 1-9 and the months 1 and 2 take a nought in front, other months do not (NĐ 30/2020, Phụ lục I, II.4).
    """
    year, month, day = _parts(date)
    day_text = f" {day:02d} " if day else BLANK
    month_text = (f" {month:02d} " if month < 3 else f" {month} ") if month else BLANK
    year_text = f" {year}" if year else BLANK
    return f"ngày{day_text}tháng{month_text}năm{year_text}"


def format_short(date: PartialDate) -> str:
    """The date inside sentences and lists: 24/11/2021, 8/2021, 2021, or nothing."""
    return "/".join(str(part) for part in reversed(_parts(date)) if part)


def last_safe_day(day: int, month: int, *, strictly_before: bool) -> tuple[int, int]:
    """The last day and month on which a yearly report is surely in time.

    "Trước ngày 30/11" means 29/11 at the latest (`strictly_before`); "đến ngày 30/11" means 30/11. February counts 28
    days, because the day must be safe in every year; before 1/1 it is 31/12 of the year before.

    Raises:
        InputError: for a day that no year has.
    """
    if not (1 <= month <= 12 and 1 <= day <= calendar.monthrange(2024, month)[1]):  # 2024 has a 29 February
        raise InputError(f"Hạn báo cáo ngày {day}/{month} không có trong lịch, hãy sửa lại.")
    deadline = dt.date(2023, month, min(day, calendar.monthrange(2023, month)[1]))
    is_leap_day = (day, month) == (29, 2)
    safe = deadline - dt.timedelta(days=1) if strictly_before and not is_leap_day else deadline
    return safe.day, safe.month


def format_clock(moment: dt.datetime | dt.time, *, seconds: bool = True) -> str:
    """The time of day for messages: 10:42:07, or 10:42 without `seconds`; in the zone `moment` is given in."""
    return moment.strftime("%H:%M:%S" if seconds else "%H:%M")
