"""Số liệu and Kinh phí of a report: what was drafted, what has changed since; only the estimate is typed."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nscl_desktop.domain.periodic_reports import ReportFigure, ReportMoney
from nscl_desktop.domain.records import Record
from nscl_desktop.presenters.report_sheet import EstimateRows, ReportSheet, figure_columns, money_columns
from nscl_desktop.ui.record_table import RecordTable
from nscl_desktop.ui.record_table_model import ExtraColumn
from nscl_desktop.ui.tab import Surroundings

PartT = TypeVar("PartT", ReportFigure, ReportMoney)
Kind = type[ReportFigure] | type[ReportMoney]
_WIDTHS = {ReportFigure: (7, 0, 17, 9, 8, 9, 11), ReportMoney: (6, 0, 14, 14, 14, 14, 9, 14)}
_CHANGED = 18
_TEXT = 1


class FiguresPage(QWidget):
    """The table of targets, or of money."""

    def __init__(
        self, sheet: ReportSheet, kind: Kind, around: Surroundings, undo: Callable[[], object], about: tuple[str, str]
    ) -> None:
        super().__init__()
        self._sheet = sheet
        extra = _columns(kind, sheet.stale_words)
        self.table = RecordTable(
            EstimateRows(sheet, kind), around, undo, noun="số liệu", extra=extra, stretched=_TEXT + 1
        )
        self.table.empty.setText(
            "Kế hoạch này chưa có mục tiêu có số lượng." if kind is ReportFigure else "Kế hoạch này chưa có kinh phí."
        )
        self.about = QLabel(about[0])
        self.about.setToolTip(" ".join(about))
        self.about.setProperty("role", "caption")
        self.about.setWordWrap(True)
        self._arrange(_WIDTHS[kind])
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.about)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table.table)

    def follow(self) -> None:
        """Show the figures as they are now; what has changed takes room only where something has."""
        self.table.refresh()
        model = self.table.model
        records = [model.record_at(row) for row in range(model.rowCount())]
        is_stale = any(each is not None and self._sheet.stale_words(each) for each in records)
        self.table.table.setColumnHidden(model.columnCount() - 1, not is_stale)

    def settle(self) -> None:
        """Take what is being typed."""
        self.table.settle()

    def _arrange(self, widths: Sequence[int]) -> None:
        """The estimate, which is the only stored column, stands behind the figures; what has changed by the text."""
        table, header = self.table.table, self.table.table.horizontalHeader()
        for button in (self.table.add, self.table.delete, self.table.up, self.table.down):
            button.hide()
        header.moveSection(0, len(widths))
        header.moveSection(header.visualIndex(len(widths) + 1), _TEXT + 1)
        character = self.fontMetrics().averageCharWidth()
        for place, width in enumerate(widths):
            if width:
                table.setColumnWidth(place + 1, width * character)
        table.setColumnWidth(len(widths) + 1, _CHANGED * character)
        self.table.shrink_to(20)


def _columns(kind: Kind, stale: Callable[[Record], str]) -> list[ExtraColumn]:
    if kind is ReportFigure:
        found = [ExtraColumn(title, _of(ReportFigure, text), is_figure) for title, text, is_figure in figure_columns()]
    else:
        found = [ExtraColumn(title, _of(ReportMoney, text), is_figure) for title, text, is_figure in money_columns()]
    return [*found, ExtraColumn("Số liệu đã đổi", stale)]


def _of(kind: type[PartT], text: Callable[[PartT], str]) -> Callable[[Record], str]:
    return lambda record: text(record) if isinstance(record, kind) else ""
