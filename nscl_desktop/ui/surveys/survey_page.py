"""One survey: narrowed and grouped above; its summary, its charts and its visits on pages below."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.domain.survey_summary import Grouping
from nscl_desktop.domain.survey_table import RULE, RowKind, SurveyTable
from nscl_desktop.presenters.printed_paper import PrintedPaper
from nscl_desktop.presenters.survey_sheet import GROUPINGS, SurveySheet, UnitBehind
from nscl_desktop.ui.elided_combo import ElidedCombo
from nscl_desktop.ui.elided_label import ElidedLabel
from nscl_desktop.ui.paper.preview_pane import PreviewPane
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.surveys.summary_table import SummaryTable
from nscl_desktop.ui.surveys.units_window import UnitsWindow
from nscl_desktop.ui.tab import Surroundings

_VISITS = (
    ReadColumn("Đơn vị"),
    ReadColumn("Ngày", 14),
    ReadColumn("Tình trạng", 18),
    ReadColumn("Đã trả lời", 14, is_figure=True),
)
_BRIEF_RULE = "Tỷ lệ tính trên số đơn vị đã trả lời câu ấy trong cùng nhóm; nhấn đúp một số để xem các đơn vị."
TABLE, CHARTS, VISITS = range(3)


class SurveyPage(QWidget):
    """A survey as it was read."""

    form_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, sheet: SurveySheet, around: Surroundings) -> None:
        super().__init__()
        self.sheet, self._around = sheet, around
        self.title, self.about = ElidedLabel(sheet.checklist.name), ElidedLabel()
        self.title.setProperty("role", "title")
        self.about.setProperty("role", "caption")
        self.form, self.take_in = QPushButton("Xuất phiếu Excel…"), QPushButton("Nhập từ Excel…")
        self.take_in.setProperty("primary", "true")
        self.period, self.grouping = ElidedCombo(), ElidedCombo()
        self.drafts = QCheckBox("Tính cả phiếu nháp")
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.table = SummaryTable(around.theme)
        self.charts = PreviewPane(around, "Nhấn vào một cột để xem các đơn vị")
        self.charts.pages.set_zoom(1.0)
        self.visits = ReadTable("Các phiếu khảo sát", _VISITS)
        self.nothing = QLabel(
            "Chưa có phiếu nào được tính. Xuất phiếu Excel gửi các đơn vị rồi nhập lại, hoặc lập lần khảo sát ở mục"
            " “Lần kiểm tra” bằng phiếu này."
        )
        self._shown: SurveyTable | None = None
        self._is_stale = True
        self._lay_out()
        self._listen()
        self.follow()

    @property
    def paper(self) -> PrintedPaper | None:
        """The charts as they are shown."""
        return self.charts.paper

    def follow(self) -> None:
        """Show the survey as it is narrowed and grouped now."""
        self.about.setText(self.sheet.counted_words)
        self.drafts.setVisible(self.sheet.drafts > 0)
        self._shown = self.sheet.table()
        is_empty = not self.sheet.cases
        self.nothing.setVisible(is_empty)
        self.table.setVisible(not is_empty)
        self.table.show_table(self._shown)
        rows = self.sheet.visits()
        self.visits.fill([(each.unit, each.date, each.state, each.answer) for each in rows], data=list(rows))
        self._is_stale = True
        if self.pages.currentIndex() == CHARTS:
            self.draw_charts()

    def settle(self) -> None:
        """Nothing is typed here."""

    def take_focus(self) -> None:
        """Begin with the page in front."""
        (self.table, self.charts, self.visits)[self.pages.currentIndex()].setFocus()

    def draw_charts(self) -> None:
        """Make the pages of charts anew, where something has changed since."""
        if not self._is_stale:
            return
        self._is_stale = False
        surveys, paper = self._around.office.surveys, self.sheet.paper()
        self._around.operations.run("Đang vẽ biểu đồ", lambda _: surveys.printed(paper), self.charts.show_paper)

    # -- building ---------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head, below = QHBoxLayout(), QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 0)
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.form)
        head.addWidget(self.take_in)
        below.setContentsMargins(16, 8, 16, 8)
        below.setSpacing(8)
        below.addWidget(self.about, 1)
        for combo, name, characters in ((self.period, "Thời gian", 16), (self.grouping, "Nhóm theo", 18)):
            combo.setAccessibleName(name)
            combo.setMinimumContentsLength(characters)
        for value, words in self.sheet.periods():
            self.period.addItem(words, value)
        for grouping, words in GROUPINGS:
            self.grouping.addItem(words, grouping)
        for widget in (self.period, self.grouping, self.drafts):
            below.addWidget(widget)
        rule = ElidedLabel(_BRIEF_RULE)
        rule.setToolTip(RULE)
        rule.setProperty("role", "caption")
        self.nothing.setProperty("role", "notice")
        self.nothing.setWordWrap(True)
        self.pages.addTab(_page(self.nothing, self.table, rule), "Bảng tổng hợp")
        self.pages.addTab(self.charts, "Biểu đồ")
        self.pages.addTab(_page(self.visits), "Các phiếu")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(below)
        layout.addWidget(self.pages, 1)

    def _listen(self) -> None:
        self.form.clicked.connect(self.form_wanted)
        self.take_in.clicked.connect(self.import_wanted)
        self.period.activated.connect(lambda _: self._narrow())
        self.grouping.activated.connect(lambda _: self._narrow())
        self.drafts.toggled.connect(lambda _: self._narrow())
        self.pages.currentChanged.connect(lambda at: self.draw_charts() if at == CHARTS else None)
        self.table.opened.connect(self._open_figure)
        self.charts.pages.line_clicked.connect(self._open_mark)
        self.visits.cellDoubleClicked.connect(lambda *_: self._open_visit())

    # -- doing ------------------------------------------------------------------------------------------------------

    def _narrow(self) -> None:
        self.sheet.period = str(self.period.currentData() or "")
        self.sheet.grouping = Grouping(self.grouping.currentData())
        self.sheet.with_drafts = self.drafts.isChecked()
        self.follow()

    def _open_figure(self, at: int, column: int) -> None:
        if self._shown is None:
            return
        row = self._shown.rows[at]
        question = self.sheet.behind_words(row.question_id)
        group = self._shown.columns[column] if row.cells else ""
        label = "" if row.kind is RowKind.QUESTION else row.label
        self._open_units(" · ".join(filter(None, (question, label, group))), self.sheet.behind(row, column))

    def _open_mark(self, ref: str) -> None:
        question_id, label, group = (*ref.split("\t"), "", "")[:3]
        words = " · ".join(filter(None, (self.sheet.behind_words(question_id), label, group)))
        self._open_units(words, self.sheet.behind_mark(ref))

    def _open_units(self, words: str, units: tuple[UnitBehind, ...]) -> None:
        window = UnitsWindow(words, units, self._around.voice.record_wanted.emit, self)
        window.finished.connect(window.deleteLater)
        window.open()

    def _open_visit(self) -> None:
        chosen = self.visits.current_data
        if isinstance(chosen, UnitBehind):
            self._around.voice.record_wanted.emit("visit", chosen.visit_id)


def _page(*widgets: QWidget) -> QWidget:
    page, column = QWidget(), QVBoxLayout()
    page.setLayout(column)
    column.setContentsMargins(16, 12, 16, 12)
    column.setSpacing(8)
    for widget in widgets:
        column.addWidget(widget, 0 if isinstance(widget, QLabel) and widget.property("role") != "notice" else 1)
    return page
