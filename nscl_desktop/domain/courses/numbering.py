"""Numbers of certificates: a series counts on from its greatest number, gives none twice, and gaps are told.

The office writes the series in its own words, such as "{số}/{năm}/CN-TĐC"; {số} has at least two digits (01).
"""

import re
from collections.abc import Iterable

from nscl_desktop.domain.errors import InputError

NUMBER, YEAR = "{số}", "{năm}"
_PART = re.compile(r"(\{số\}|\{năm\})")
_DIGITS = 2


def require_series(series: str) -> None:
    """Refuse a series that would give everyone the same number."""
    if NUMBER not in series:
        raise InputError(
            "Ký hiệu số chứng nhận chưa có {số}; hãy ghi ở trang Thông tin của lớp, như {số}/{năm}/CN-TĐC."
        )


def numbers_in(series: str, year: int, known: Iterable[str]) -> list[int]:
    """The running numbers of those certificates that follow the series, in order; one given twice stands twice."""
    words = {NUMBER: "([0-9]+)", YEAR: str(year)}
    pattern = "".join(words.get(part, re.escape(part)) for part in _PART.split(series))
    matches = (re.fullmatch(pattern, each.strip(), re.IGNORECASE) for each in known)
    return sorted(int(found[1]) for found in matches if found)


def next_numbers(series: str, year: int, known: Iterable[str], count: int) -> list[str]:
    """The numbers behind the greatest known one; gaps are not filled, since a number may have been given on paper."""
    require_series(series)
    last = max(numbers_in(series, year, known), default=0)
    return [_written(series, year, last + each) for each in range(1, count + 1)]


def gaps(series: str, year: int, known: Iterable[str]) -> tuple[str, ...]:
    """Numbers of the series that nobody has, below its greatest."""
    if NUMBER not in series:
        return ()
    there = set(numbers_in(series, year, known))
    return tuple(_written(series, year, each) for each in range(1, max(there, default=0)) if each not in there)


def _written(series: str, year: int, number: int) -> str:
    return series.replace(YEAR, str(year)).replace(NUMBER, f"{number:0{_DIGITS}}")
