"""One study of TFP: inputs with their sources, results beside what others publish, chart, printed pages, history."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nscl_desktop.domain import growth_paper as paper
from nscl_desktop.domain.growth_results import target_words
from nscl_desktop.presenters.growth_office import OpenStudy
from nscl_desktop.presenters.growth_sheet import GrowthForm, GrowthSheet
from nscl_desktop.services.desk import Changed, Refused
from nscl_desktop.ui.elided_label import ElidedLabel
from nscl_desktop.ui.paper.minutes_page import MinutesPage
from nscl_desktop.ui.paper.preview_pane import PreviewPane
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.record_form_view import RecordFormView
from nscl_desktop.ui.record_history import RecordHistory
from nscl_desktop.ui.record_table import RecordTable
from nscl_desktop.ui.scrolled import scrolled
from nscl_desktop.ui.tab import Surroundings
from nscl_desktop.ui.undoing import follow_undo, take_redo, take_undo, undo_actions
from nscl_desktop.ui.wrapped_tabs import wrapped_tabs

_FACTS = (
    "name", "area", "plan_id", "base_year", "unit", "depreciation", "capital_share", "labour_share", "share_source",
    "target", "target_to", "published", "note",
)  # fmt: skip
_LEAST = 200


class GrowthPage(QWidget):
    """The study on the desk."""

    state_changed = Signal()

    def __init__(self, opened: OpenStudy, around: Surroundings) -> None:
        super().__init__()
        self.sheet, self.desk, self._around = GrowthSheet(opened), opened.desk, around
        self.title, self.remarks, self.target = ElidedLabel(), QLabel(), QLabel()
        self.title.setProperty("role", "title")
        self.remarks.setProperty("role", "warning")
        for label in (self.remarks, self.target):
            label.setWordWrap(True)
        self.pages = wrapped_tabs("Các phần của bảng tính", around.theme)
        self.form = GrowthForm(self.sheet, _FACTS)
        self.view = RecordFormView(self.form, around.voice, columns=3, wide_lines=2)
        self.inputs = RecordTable(self.sheet.years(), around, self.undo, noun="năm", stretched=2)
        self.inputs.stand_in_own_order()
        self.results = _table("Kết quả", paper.RESULT_TITLES, (6, 14, 12, 11, 15, 11, 11, 15, 11), 2)
        self.tried = _table("Độ nhạy", paper.SENSITIVITY_TITLES, (20, 14, 16, 14), 1)
        self.published = _table("Số liệu công bố", paper.PUBLISHED_TITLES, (8, 16, 14, 0), 1, 2)
        self.chart = PreviewPane(around)
        self.print = MinutesPage(self.sheet, around, noun="bảng tính", excel=True)
        studies, key = around.office.growth, opened.desk.root_id
        self.history = RecordHistory(lambda: studies.history(key), around, " cho bảng tính này")
        self.undo_action, self.redo_action = undo_actions(self, around.theme, self.undo, self.redo)
        self._lay_out()
        self.desk.subscribe(self._on_event)
        self.pages.currentChanged.connect(lambda _: self._on_page())
        self.follow()

    def undo(self) -> None:
        """Ctrl+Z."""
        self.settle()
        take_undo(self._around.voice, self.desk.undo)

    def redo(self) -> None:
        """Ctrl+Y."""
        self.settle()
        take_redo(self._around.voice, self.desk.redo)

    def settle(self) -> None:
        """Take what is being typed."""
        self.view.settle()
        self.inputs.settle()

    def take_focus(self) -> None:
        """Begin with the page in front."""
        page = self.pages.currentWidget()
        if page is not None:
            page.setFocus()

    def report_to(self, changed: Callable[[], object], _read_wanted: Callable[[], object]) -> None:
        """Call this after every step."""
        self.state_changed.connect(changed)

    def follow(self) -> None:
        """Show the study as it is now."""
        study = self.sheet.opened.study
        self.setEnabled(study is not None)
        follow_undo(self.undo_action, self.redo_action, self.desk.undo_stack)
        if study is None:
            return
        result = self.sheet.result()
        self.title.setText(study.name)
        self.view.refresh()
        self.inputs.refresh()
        self.remarks.setText("\n".join(result.remarks))
        self.target.setText(target_words(study, result))
        self.results.fill(paper.result_rows(result))
        self.tried.fill(paper.sensitivity_rows(study, result))
        self.published.fill(paper.published_rows(self.sheet.published()))
        for label in (self.remarks, self.target):
            label.setVisible(bool(label.text()))
        self.print.follow()

    def _lay_out(self) -> None:
        head, layout = QHBoxLayout(), QVBoxLayout(self)
        head.setContentsMargins(16, 8, 16, 4)
        head.addWidget(self.title, 1)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        self.inputs.table.setMinimumHeight(_LEAST)
        self.results.setMinimumHeight(_LEAST)
        for name, page in (
            ("Số liệu đầu vào", _stacked(self.view, self.inputs)),
            ("Kết quả", _stacked(
                self.target, self.remarks, self.results, _heading("Độ nhạy theo tỷ trọng vốn (cả kỳ)"), self.tried,
                _heading("Số liệu do cơ quan khác công bố, để đối chiếu"), self.published,
            )),
            ("Biểu đồ", self.chart), ("Bản in", self.print), ("Lịch sử", self.history),
        ):  # fmt: skip
            self.pages.addTab(page, name)
        layout.addWidget(self.pages, 1)

    def _on_page(self) -> None:
        page = self.pages.currentWidget()
        if page is self.history:
            self.history.follow()
        elif page is self.print:
            self.print.come_in_front()
        elif page is self.chart and self.sheet.opened.study is not None:
            drawn, surveys = self.sheet.chart(), self._around.office.surveys
            self._around.operations.run("Đang vẽ biểu đồ", lambda _: surveys.printed(drawn), self.chart.show_paper)

    def _on_event(self, event: Changed | Refused) -> None:
        self.follow()
        self._on_page()
        self.state_changed.emit()
        if isinstance(event, Refused):
            self._around.voice.refused.emit(event.sentence)


def _table(name: str, titles: Sequence[str], widths: Sequence[int], first: int, end: int = 99) -> ReadTable:
    """Figures stand in the columns from ``first`` to before ``end``."""
    sized = enumerate(zip(titles, widths, strict=True))
    columns = [ReadColumn(title, width, first <= at < end) for at, (title, width) in sized]
    return ReadTable(name, columns)


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "heading")
    return label


def _stacked(*parts: QWidget) -> QWidget:
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(16, 12, 16, 16)
    column.setSpacing(12)
    for part in parts:
        column.addWidget(part)
    return scrolled(inner)
