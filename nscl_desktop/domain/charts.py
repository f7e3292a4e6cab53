"""Charts as plain data, drawn the same on screen and on paper (ADR 16). Words say every value: nothing is only seen.

Values are counts, percentages, đồng or whatever one chart measures; all marks of a chart have the same unit.
"""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Mark:
    """One bar or point: its value (None: nothing to draw), what is written at it, and the key of what it stands for."""

    value: Decimal | None
    words: str
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """Marks of one kind, one for each category; told apart from others by a pattern and its name in the legend."""

    name: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars below each other, grouped where there are several series, or lines over categories that run across.

    ``most``: the value at the end of the scale; None takes the largest. ``words`` are lines of text below, or alone
    where there are no series. ``note`` tells what is counted.
    """

    title: str
    note: str = ""
    categories: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    most: Decimal | None = None
    words: tuple[str, ...] = ()
    is_lines: bool = False


@dataclass(frozen=True, slots=True)
class ChartPaper:
    """Charts under one heading; ``about`` are the lines below the title."""

    title: str
    about: tuple[str, ...]
    charts: tuple[Chart, ...]


def scale_end(chart: Chart) -> Decimal:
    """The value at the end of the scale: as given, else the largest; 1 where nothing is larger than nought."""
    values = [mark.value for series in chart.series for mark in series.marks if mark.value is not None]
    return chart.most or max([*values, Decimal(0)]) or Decimal(1)


def round_step(most: Decimal, steps: int) -> Decimal:
    """A step of 1, 2 or 5 × 10ⁿ that covers ``most`` (above nought) in at most so many steps."""
    least = most / steps
    power = Decimal(10) ** least.adjusted()
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= least)
