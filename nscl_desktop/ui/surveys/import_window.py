"""Nhập khảo sát từ Excel: every row with what becomes of it, decided where it is in doubt, taken in as one step."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QWidget

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.errors import InputError
from nscl_desktop.presenters.survey_import_desk import SurveyImportDesk
from nscl_desktop.ui.dialogs.dialog import Dialog
from nscl_desktop.ui.elided_combo import ElidedCombo
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.wrapped_items import wrap_items

_COLUMNS = (
    ReadColumn("Dòng", 6, is_figure=True), ReadColumn("Tên trong tệp", 30), ReadColumn("Việc làm", 10),
    ReadColumn("Đơn vị trong danh sách", 30), ReadColumn("Chi tiết"),
)  # fmt: skip


class SurveyImportWindow(Dialog):
    """``take`` is given the step."""

    def __init__(self, import_desk: SurveyImportDesk, take: Callable[[ChangeSet], object], parent: QWidget) -> None:
        super().__init__(parent, "Nhập khảo sát từ Excel", "Nhập")
        self._desk, self._take = import_desk, take
        self.sheet, self.period = QComboBox(), ElidedCombo()
        today = date.today().isoformat()  # noqa: DTZ011 - the clerk's own day
        self.date = QLineEdit(format_short(today))
        self.summary = QLabel()
        self.summary.setProperty("role", "heading")
        self.summary.setWordWrap(True)
        self.table = ReadTable("Các dòng của tệp", _COLUMNS)
        self.decision = ElidedCombo()
        self.details = QListWidget()
        self.details.setAccessibleName("Chi tiết của dòng")
        self.details.setProperty("framed", "true")
        wrap_items(self.details)
        self._lay_out()
        self._listen()
        self.sheet.addItems(list(import_desk.sheet_names))
        for key, name in import_desk.periods():
            self.period.addItem(name, key)
        self.period.setCurrentIndex(max(self.period.findData(import_desk.likely_period()), 0))
        best = import_desk.best_sheet()
        self.sheet.setCurrentIndex(best)
        import_desk.choose_sheet(best)
        self._set_occasion()
        self.table.setCurrentCell(import_desk.first_doubt(), 0)

    def _lay_out(self) -> None:
        self.add_fields(
            ("Trang tính", self.sheet),
            ("Thuộc đợt khảo sát", self.period),
            ("Ngày khảo sát của dòng không ghi ngày", self.date),
        )
        self.content.addWidget(self.summary)
        self.content.addWidget(self.table, 3)
        self.add_field("Dòng đang chọn", self.decision)
        self.content.addWidget(self.details, 1)
        self.resize(1120, 640)

    def _listen(self) -> None:
        self.sheet.activated.connect(self._choose_sheet)
        self.period.activated.connect(lambda _: self._set_occasion())
        self.date.editingFinished.connect(self._set_occasion)
        self.table.currentCellChanged.connect(lambda row, *_: self._show_row(row))
        self.decision.activated.connect(lambda _: self._decide())
        self.verb.clicked.connect(self._done)

    def _choose_sheet(self, place: int) -> None:
        self._desk.choose_sheet(place)
        self._show()

    def _set_occasion(self) -> None:
        try:
            self._desk.set_occasion(self.date.text(), str(self.period.currentData() or ""))
        except InputError as error:
            self.say(error.sentence)
            self.verb.setEnabled(False)
            return
        self._show()

    def _show(self) -> None:
        desk = self._desk
        self.say(desk.refusal)
        rows = [(row.number, row.name, row.state, row.unit, row.what) for row in desk.rows()]
        self.table.fill(rows)
        self.summary.setText(desk.words if rows else "Trang này không có dòng trả lời nào.")
        self.verb.setText(f"Nhập {desk.count} phiếu" if desk.count else "Nhập")
        self.verb.setEnabled(desk.count > 0)
        self._show_row(self.table.currentRow())

    def _show_row(self, row: int) -> None:
        self.decision.clear()
        self.details.clear()
        is_there = 0 <= row < len(self._desk.plans)
        self.decision.setEnabled(is_there)
        if not is_there:
            return
        for value, words in self._desk.choices(row):
            self.decision.addItem(words, value)
        self.decision.setCurrentIndex(max(self.decision.findData(self._desk.decision(row)), 0))
        self.details.addItems(self._desk.details(row))

    def _decide(self) -> None:
        row = self.table.currentRow()
        self._desk.decide(row, str(self.decision.currentData() or ""))
        self._show()

    def _done(self) -> None:
        try:
            step = self._desk.step()
        except InputError as error:
            self.say(error.sentence)
            return
        self.accept()
        self._take(step)
