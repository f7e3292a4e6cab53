"""Dán bảng, nhập bảng: the table as it was read, a choice over each column, and what will come of it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.presenters.table_import_desk import WEIGHT_WORDS, TableImportDesk
from nscl_desktop.services.table_import_model import Weight
from nscl_desktop.ui.attempts import TOLD
from nscl_desktop.ui.dialogs.dialog import Dialog
from nscl_desktop.ui.dialogs.mapped_table import MappedTable
from nscl_desktop.ui.elided_combo import ElidedCombo
from nscl_desktop.ui.elided_label import ElidedLabel
from nscl_desktop.ui.tab import Surroundings
from nscl_desktop.ui.wrapped_items import wrap_items

_TONES = {Weight.BLOCKS: "error", Weight.WARNING: "warning", Weight.REMARK: "muted"}
_MOST_FINDINGS = 300
_SIZE, _AROUND = QSize(1120, 680), QSize(32, 64)
"""The window's own size, and what it leaves of a small screen."""
_PLACE = Qt.ItemDataRole.UserRole


class TableImportWindow(Dialog):
    """Mapping above, consequences below."""

    def __init__(
        self,
        import_desk: TableImportDesk,
        around: Surroundings,
        parent: QWidget,
        undo: Callable[[], object],
        title: str = "Dán bảng dự toán",
    ) -> None:
        super().__init__(parent, title, "Nhập vào kế hoạch")
        self._desk, self._around, self._undo = import_desk, around, undo
        self.sheet, self.unit = QComboBox(), QComboBox()
        self.sheet.setAccessibleName("Tờ của tệp Excel")
        for name in import_desk.offers.sheets:
            self.sheet.addItem(name)
        self.sheet.setCurrentIndex(import_desk.sheet)
        self.head = ElidedCombo()
        self.head.setAccessibleName("Đầu bảng")
        self.head.setMinimumContentsLength(26)
        self.unit.setAccessibleName("Đơn vị tiền của bảng")
        for unit in MoneyUnit:
            self.unit.addItem(unit.label, unit)
        self.reason = ElidedLabel()
        self.reason.setProperty("role", "caption")
        self.year, self.source = QComboBox(), QComboBox()
        self.year.setAccessibleName("Năm của cả bảng")
        self.source.setAccessibleName("Nguồn của cả bảng")
        self.year.addItem("Năm: theo cột", 0)
        for year in import_desk.offers.years:
            self.year.addItem(f"Năm {year}", year)
        self.source.addItem("Nguồn: theo cột", "")
        for code, name in import_desk.offers.sources:
            self.source.addItem(name, code)
        self.keep = QCheckBox("Giữ các số tổng để đối chiếu về sau")
        self.summary = QLabel()
        self.summary.setProperty("role", "heading")
        self.summary.setWordWrap(True)
        self.table = MappedTable(import_desk, around.theme)
        self.findings = QListWidget()
        wrap_items(self.findings)
        self._lay_out()
        self._show_table()
        self._listen()
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - _AROUND))

    def _listen(self) -> None:
        self.head.activated.connect(lambda _: self._on_head())
        self.sheet.activated.connect(self._on_sheet)
        self.unit.activated.connect(lambda _: self._on_unit())
        self.year.activated.connect(lambda _: self._on_whole_year())
        self.source.activated.connect(lambda _: self._on_whole_source())
        self.keep.clicked.connect(self._on_keep)
        self.table.changed.connect(self._refresh)
        self.findings.currentItemChanged.connect(self._on_finding)
        self.verb.clicked.connect(self._take)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        if self.sheet.count() > 1:
            head.addWidget(QLabel("Tờ:"))
            head.addWidget(self.sheet)
        head.addWidget(QLabel("Đơn vị tiền:"))
        head.addWidget(self.unit)
        head.addWidget(self.year)
        head.addWidget(self.source)
        head.addStretch(1)
        told = QHBoxLayout()
        told.setSpacing(8)
        told.addWidget(QLabel("Đầu bảng:"))
        told.addWidget(self.head)
        told.addSpacing(8)
        told.addWidget(self.reason, 1)
        told.addWidget(self.keep)
        self.findings.setProperty("framed", "true")
        self.findings.setAccessibleName("Những điều cần biết")
        below = QWidget()
        box = QVBoxLayout(below)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.summary)
        box.addWidget(self.findings, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(below)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([360, 180])
        self.content.addLayout(head)
        self.content.addLayout(told)
        self.content.addWidget(split, 1)

    # -- the table --------------------------------------------------------------------------------------------------

    def _show_table(self) -> None:
        """What was guessed of the table, and its cells."""
        self.head.clear()
        for row, words in self._desk.offers.head_rows:
            self.head.addItem(words, row)
        self.unit.setCurrentIndex(self.unit.findData(self._desk.unit))
        self.year.setCurrentIndex(max(self.year.findData(self._desk.mapping.year), 0))
        self.source.setCurrentIndex(0)
        self.reason.setText(self._desk.guess.reason)
        self._refresh()

    def _on_unit(self) -> None:
        self._desk.set_unit(self.unit.currentData())
        self._refresh()

    def _on_sheet(self, sheet: int) -> None:
        self._desk.choose_sheet(sheet)
        self.table.show_sheet()
        self._show_table()

    def _on_head(self) -> None:
        self._desk.set_head(self.head.currentData())
        self.table.show_sheet()
        self._refresh()

    def _on_whole_year(self) -> None:
        self._desk.set_whole_year(self.year.currentData())
        self._refresh()

    def _on_whole_source(self) -> None:
        self._desk.set_whole_source(self.source.currentData())
        self._refresh()

    def _on_keep(self) -> None:
        self._desk.keep_stated = self.keep.isChecked()

    # -- what will come of it ---------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        self.table.mark()
        self.summary.setText(self._desk.summary())
        self.findings.clear()
        findings = self._desk.findings()
        for finding in findings[:_MOST_FINDINGS]:
            self._add(f"{WEIGHT_WORDS[finding.weight]}: {finding.message}", _TONES[finding.weight])
            self.findings.item(self.findings.count() - 1).setData(_PLACE, (finding.row, finding.column))
        if len(findings) > _MOST_FINDINGS:
            self._add(f"… và {len(findings) - _MOST_FINDINGS} điều nữa.", "muted")
        if not findings:
            self._add("Không có gì phải sửa.", "success")
        self.verb.setEnabled(self._desk.can_take)

    def _add(self, words: str, tone: str) -> None:
        item = QListWidgetItem(words)
        item.setForeground(QColor(self._around.theme.colour(tone)))
        self.findings.addItem(item)

    def _on_finding(self, item: QListWidgetItem | None) -> None:
        """Show the cell that a finding is about."""
        place: Sequence[int] | None = item.data(_PLACE) if item is not None else None
        if place:
            self.table.go_to(place[0], place[1])

    def _take(self) -> None:
        try:
            done = self._desk.take()
        except TOLD as error:
            self.say(error.sentence)
            return
        self.accept()
        self._around.voice.done.emit(done, "Hoàn tác", self._undo)
