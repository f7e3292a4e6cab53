"""A chart as strips of a page that are not cut: heading, legend, one for each category or the whole of the lines.

Each strip knows its height before it is drawn, so that pages can be filled from above.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import NamedTuple

from nscl_desktop.domain.charts import Chart, Mark, Series, scale_end
from nscl_desktop.reports.chart_ink import Box, ChartInk
from nscl_desktop.reports.fonts import BASELINE, BOLD, ITALIC, LINE_SPACING, REGULAR, WordWidths
from nscl_desktop.reports.line_breaking import break_lines
from nscl_desktop.reports.paper import Frame
from nscl_desktop.reports.pdf_ink import Ink

TITLE, TEXT, SMALL = 11.5, 10.0, 9.0
"""Sizes in points: a chart's title, names and words, values and notes."""
_NAMES, _GAP = 0.36, 6.0
"""Part of the width that names take, and the distance from names and bars to what stands beside them."""
_BAR, _THIN_BAR, _BETWEEN = 13.0, 10.0, 1.5
_AFTER_CHART = 16.0
_SMALL_CHART = 0.55
"""Of the page's height: a chart lower than this moves to the next page rather than being cut."""
_LINES_HEIGHT = 150.0


class Place(NamedTuple):
    """Where a mark was drawn, for clicks: page from 0, its box, the mark's ref."""

    page: int
    box: Box
    ref: str


@dataclass
class Sheet:
    """One page being drawn."""

    ink: Ink
    chart_ink: ChartInk
    page: int
    places: list[Place] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Strip:
    """A part of a chart. ``is_kept``: stays on a page with the next one."""

    height: float
    draw: Callable[[Sheet, float], None]
    is_kept: bool = False


class Typesetter:
    """Makes strips between two margins."""

    def __init__(self, frame: Frame, widths: tuple[WordWidths, ...]) -> None:
        self._frame, self._widths = frame, widths

    def text(
        self, words: str, size: float, style: int = REGULAR, *, is_kept: bool = True, centred: bool = False
    ) -> Iterator[Strip]:
        """Lines of text, each a strip."""
        for line in break_lines(words, self._frame.width * 1000 / size, self._widths[style]):
            free = self._frame.width - line.width * size / 1000
            yield _line(line.text, self._frame.left + (free / 2 if centred else 0), (size, style), is_kept=is_kept)

    def chart(self, chart: Chart) -> Iterator[Strip]:
        """All strips of a chart; one that is not too high is not cut, a higher one goes on under its title again."""
        for number, part in enumerate(self._parts(chart, chart)):
            title = f"{chart.title} (tiếp theo)" if number else chart.title
            strips = list(self._strips(replace(part, title=title), chart))
            for strip in strips[:-1]:
                yield replace(strip, is_kept=bool(chart.series) or strip.is_kept)
            yield strips[-1]

    def _parts(self, chart: Chart, whole: Chart) -> list[Chart]:
        """The chart's categories halved until each part has room; words stay with the last."""
        height = sum(strip.height for strip in self._strips(chart, whole))
        count = len(chart.categories)
        if height < self._frame.height * _SMALL_CHART or count < 2 or chart.is_lines:
            return [chart]
        first, second = slice(0, (count + 1) // 2), slice((count + 1) // 2, count)
        return [
            *self._parts(replace(_cut(chart, first), words=()), whole),
            *self._parts(_cut(chart, second), whole),
        ]

    def _strips(self, chart: Chart, whole: Chart) -> Iterator[Strip]:
        yield from self.text(chart.title, TITLE, BOLD)
        if chart.note:
            yield from self.text(chart.note, SMALL, ITALIC)
        yield _space(_BETWEEN + 2, is_kept=True)
        if chart.series and (len(chart.series) > 1 or chart.is_lines):
            yield from self._legend(chart)
        if chart.series and chart.is_lines:
            yield self._lines(chart)
        elif chart.series:
            yield from self._bars(chart, whole)
        for words in chart.words:
            yield from self.text(words, TEXT, is_kept=False)
        yield _space(_AFTER_CHART)

    # -- bars -------------------------------------------------------------------------------------------------------

    def _bars(self, chart: Chart, whole: Chart) -> Iterator[Strip]:
        """All bars of the whole chart are measured by one scale, which leaves room for the longest value."""
        end = scale_end(whole)
        widest = max(self._width(mark.words) for series in whole.series for mark in series.marks)
        length = self._frame.width * (1 - _NAMES) - widest - 2 * _GAP
        for place, name in enumerate(chart.categories):
            marks = [series.marks[place] for series in chart.series]
            yield self._category(name, marks, (end, length), is_kept=place == 0)

    def _category(self, name: str, marks: Sequence[Mark], scale: tuple[Decimal, float], *, is_kept: bool) -> Strip:
        frame = self._frame
        room = frame.width * _NAMES
        lines = break_lines(name, room * 1000 / TEXT, self._widths[REGULAR])
        bar = _BAR if len(marks) == 1 else _THIN_BAR
        bars = len(marks) * (bar + _BETWEEN)
        names = len(lines) * TEXT * LINE_SPACING
        height = max(bars, names) + _GAP
        left = frame.left + room + _GAP
        end, length = scale

        def draw(sheet: Sheet, top: float) -> None:
            first = top + (height - _GAP - names) / 2
            for at, line in enumerate(lines):
                x = frame.left + room - line.width * TEXT / 1000
                sheet.ink.text(x, first + (at * LINE_SPACING + BASELINE) * TEXT, line.text, REGULAR, TEXT)
            at_top = top + (height - _GAP - bars) / 2
            for pattern, mark in enumerate(marks):
                self._bar(sheet, Box(left, at_top + pattern * (bar + _BETWEEN), length, bar), mark, end, pattern)
            sheet.ink.lines([(left, top - _GAP / 2, left, top + height - _GAP / 2)], 0.6)

        return Strip(height, draw, is_kept)

    def _bar(self, sheet: Sheet, room: Box, mark: Mark, end: Decimal, pattern: int) -> None:
        """``room`` is as long as the whole scale."""
        width = room.width * min(float((mark.value or 0) / end), 1.0)
        box = room._replace(width=width)
        if width > 0:
            sheet.chart_ink.area(box, pattern)
        base = room.top + (room.height - SMALL * LINE_SPACING) / 2 + BASELINE * SMALL
        sheet.ink.text(room.left + width + _GAP / 2, base, mark.words, REGULAR, SMALL)
        if mark.ref:
            reach = box._replace(width=width + _GAP + self._width(mark.words))
            sheet.places.append(Place(sheet.page, reach, mark.ref))

    # -- lines ------------------------------------------------------------------------------------------------------

    def _lines(self, chart: Chart) -> Strip:
        frame, end, count = self._frame, scale_end(chart), len(chart.categories)
        step = frame.width / max(count, 1)
        height = _LINES_HEIGHT + 3 * TEXT * LINE_SPACING

        def draw(sheet: Sheet, top: float) -> None:
            floor = top + TEXT * LINE_SPACING + _LINES_HEIGHT
            sheet.ink.lines([(frame.left, floor, frame.right, floor)], 0.6)
            for at, name in enumerate(chart.categories):
                self._centred(sheet, name, frame.left + (at + 0.5) * step, floor + 3, step)
            for number, series in enumerate(chart.series):
                points = [
                    (mark, frame.left + (at + 0.5) * step, floor - _LINES_HEIGHT * float(mark.value / end))
                    for at, mark in enumerate(series.marks)
                    if mark.value is not None
                ]
                sheet.chart_ink.line([(x, y) for _, x, y in points], number)
                for mark, x, y in points:
                    self._point(sheet, mark, (x, y), number)

        return Strip(height, draw)

    def _point(self, sheet: Sheet, mark: Mark, at: tuple[float, float], series: int) -> None:
        """The first series has its values above the points, the others below, so that two do not meet."""
        x, y = at
        sheet.chart_ink.point(x, y, series)
        shift = -6.0 if series == 0 else SMALL + 4.0
        sheet.ink.text(x - self._width(mark.words) / 2, y + shift, mark.words, REGULAR, SMALL)
        if mark.ref:
            sheet.places.append(Place(sheet.page, Box(x - 8, y - 8, 16, 16), mark.ref))

    def _centred(self, sheet: Sheet, name: str, middle: float, top: float, room: float) -> None:
        for at, line in enumerate(break_lines(name, (room - 4) * 1000 / SMALL, self._widths[REGULAR])[:2]):
            x = middle - line.width * SMALL / 2000
            sheet.ink.text(x, top + (at * LINE_SPACING + BASELINE) * SMALL, line.text, REGULAR, SMALL)

    # -- names of series --------------------------------------------------------------------------------------------

    def _legend(self, chart: Chart) -> Iterator[Strip]:
        """As many names to a line as fit."""
        row: list[tuple[int, Series, float]] = []
        used = 0.0
        for number, series in enumerate(chart.series):
            width = 22 + self._width(series.name) + 14
            if row and used + width > self._frame.width:
                yield self._legend_row(row, is_lines=chart.is_lines)
                row, used = [], 0.0
            row.append((number, series, used))
            used += width
        yield self._legend_row(row, is_lines=chart.is_lines)
        yield _space(_GAP, is_kept=True)

    def _legend_row(self, row: list[tuple[int, Series, float]], *, is_lines: bool) -> Strip:
        left = self._frame.left

        def draw(sheet: Sheet, top: float) -> None:
            for number, series, x in row:
                if is_lines:
                    sheet.chart_ink.line([(left + x, top + 6), (left + x + 18, top + 6)], number)
                    sheet.chart_ink.point(left + x + 9, top + 6, number)
                else:
                    sheet.chart_ink.area(Box(left + x, top + 1.5, 18, 8.5), number)
                sheet.ink.text(left + x + 22, top + BASELINE * SMALL, series.name, REGULAR, SMALL)

        return Strip(SMALL * LINE_SPACING + 2, draw, is_kept=True)

    def _width(self, words: str) -> float:
        """Of a value or a name in a legend, in points."""
        return self._widths[REGULAR][words] * SMALL / 1000


def _cut(chart: Chart, part: slice) -> Chart:
    series = tuple(Series(each.name, each.marks[part]) for each in chart.series)
    return replace(chart, categories=chart.categories[part], series=series)


def _line(text: str, x: float, look: tuple[float, int], *, is_kept: bool) -> Strip:
    size, style = look

    def draw(sheet: Sheet, top: float) -> None:
        sheet.ink.text(x, top + BASELINE * size, text, style, size)

    return Strip(size * LINE_SPACING, draw, is_kept)


def _space(height: float, *, is_kept: bool = False) -> Strip:
    return Strip(height, lambda _sheet, _top: None, is_kept)
