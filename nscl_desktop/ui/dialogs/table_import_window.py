"""Dán bảng, nhập bảng: the table as it was read, a choice over each column, and what will come of it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.table_headings import FIGURES, Use
from nscl_desktop.presenters.table_import_desk import WEIGHT_WORDS, TableImportDesk
from nscl_desktop.services.table_import_model import Weight, column_letters
from nscl_desktop.ui.attempts import TOLD
from nscl_desktop.ui.dialogs.dialog import Dialog
from nscl_desktop.ui.elided_label import ElidedLabel
from nscl_desktop.ui.tab import Surroundings

_TONES = {Weight.BLOCKS: "error", Weight.WARNING: "warning", Weight.REMARK: "muted"}
_MOST_ROWS = 500
_MOST_FINDINGS = 300
_LONGEST = 2_000
"""Characters of a cell that are shown; what is longer cannot be mended here."""
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
        for name in import_desk.sheets:
            self.sheet.addItem(name)
        self.sheet.setCurrentIndex(import_desk.sheet)
        self.unit.setAccessibleName("Đơn vị tiền của bảng")
        for unit in MoneyUnit:
            self.unit.addItem(unit.label, unit)
        self.reason = ElidedLabel()
        self.reason.setProperty("role", "caption")
        self.year, self.source = QComboBox(), QComboBox()
        self.year.setAccessibleName("Năm của cả bảng")
        self.source.setAccessibleName("Nguồn của cả bảng")
        self.year.addItem("Năm: theo cột", 0)
        for year in import_desk.years:
            self.year.addItem(f"Năm {year}", year)
        self.source.addItem("Nguồn: theo cột", "")
        for code, name in import_desk.sources:
            self.source.addItem(name, code)
        self.keep = QCheckBox("Giữ các số tổng để đối chiếu về sau")
        self.summary = QLabel()
        self.summary.setProperty("role", "heading")
        self.summary.setWordWrap(True)
        self.table = QTableWidget()
        self.findings = QListWidget()
        self.findings.setWordWrap(True)
        self._lay_out()
        self._show_table()
        self.sheet.activated.connect(self._on_sheet)
        self.unit.activated.connect(lambda _: self._on_unit())
        self.year.activated.connect(lambda _: self._on_whole_year())
        self.source.activated.connect(lambda _: self._on_whole_source())
        self.keep.clicked.connect(self._on_keep)
        self.table.itemChanged.connect(self._on_mended)
        self.findings.currentItemChanged.connect(self._on_finding)
        self.verb.clicked.connect(self._take)
        self.resize(1120, 680)

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
        head.addWidget(self.reason, 1)
        head.addWidget(self.keep)
        for part, name in ((self.table, "Bảng sẽ nhập"), (self.findings, "Những điều cần biết")):
            part.setProperty("framed", "true")
            part.setAccessibleName(name)
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
        self.content.addLayout(head)
        self.content.addWidget(split, 1)

    # -- the table --------------------------------------------------------------------------------------------------

    def _show_table(self) -> None:
        """What was guessed of the table, and its cells."""
        self.unit.setCurrentIndex(self.unit.findData(self._desk.unit))
        self.year.setCurrentIndex(max(self.year.findData(self._desk.mapping.year), 0))
        self.source.setCurrentIndex(0)
        self.reason.setText(self._desk.guess.reason)
        self.table.blockSignals(True)  # filling in is no mending
        self.table.clear()
        self._fill_table()
        self.table.blockSignals(False)
        self._refresh()

    def _fill_table(self) -> None:
        """The first row chooses what each column is, and for figures which year."""
        table, source = self.table, self._desk.table
        shown = source.rows[:_MOST_ROWS]
        table.setRowCount(len(shown) + 1)
        table.setColumnCount(source.width)
        table.setHorizontalHeaderLabels([column_letters(column) for column in range(source.width)])
        table.setVerticalHeaderLabels(["Cột là", *(str(row + 1) for row in range(len(shown)))])
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        for row, cells in enumerate(shown):
            for column, text in enumerate(cells):
                is_whole = len(text) <= _LONGEST
                item = QTableWidgetItem(text if is_whole else f"{text[:_LONGEST]}…")
                item.setToolTip(item.text())
                if not is_whole:
                    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                table.setItem(row + 1, column, item)
        for column in range(source.width):
            table.setCellWidget(0, column, self._chooser(column))
            table.setColumnWidth(column, 18 * table.fontMetrics().averageCharWidth() + 24)
        table.setRowHeight(0, 2 * (table.fontMetrics().height() + 16))

    def _chooser(self, column: int) -> QWidget:
        use = self._desk.column_use(column)
        cell, layout = QWidget(), QVBoxLayout()
        cell.setLayout(layout)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(2)
        uses, year = QComboBox(), QComboBox()
        uses.setAccessibleName(f"Cột {column_letters(column)} là")
        year.setAccessibleName(f"Năm của cột {column_letters(column)}")
        for value, words in self._desk.uses:
            uses.addItem(words, value)
        uses.setCurrentIndex(uses.findData(use.use.value))
        year.addItem("Mọi năm", 0)
        for each in self._desk.years:
            year.addItem(str(each), each)
        year.setCurrentIndex(max(year.findData(use.year), 0))
        year.setVisible(use.use in FIGURES)
        uses.activated.connect(lambda _: self._on_use(column, Use(uses.currentData()), year))
        year.activated.connect(lambda _: self._on_year(column, year.currentData()))
        layout.addWidget(uses)
        layout.addWidget(year)
        return cell

    def _on_use(self, column: int, use: Use, year: QComboBox) -> None:
        self._desk.set_use(column, use)
        year.setVisible(use in FIGURES)
        self._refresh()

    def _on_year(self, column: int, year: int) -> None:
        self._desk.set_year(column, year)
        self._refresh()

    def _on_unit(self) -> None:
        self._desk.set_unit(self.unit.currentData())
        self._refresh()

    def _on_sheet(self, sheet: int) -> None:
        self._desk.choose_sheet(sheet)
        self._show_table()

    def _on_whole_year(self) -> None:
        self._desk.set_whole_year(self.year.currentData())
        self._refresh()

    def _on_whole_source(self) -> None:
        self._desk.set_whole_source(self.source.currentData())
        self._refresh()

    def _on_keep(self) -> None:
        self._desk.keep_stated = self.keep.isChecked()

    def _on_mended(self, item: QTableWidgetItem) -> None:
        if item.row() > 0:
            self._desk.mend(item.row() - 1, item.column(), item.text())
            self._refresh()

    # -- what will come of it ---------------------------------------------------------------------------------------

    def _refresh(self) -> None:
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
        if place and place[0] < _MOST_ROWS:
            self.table.setCurrentCell(place[0] + 1, place[1])

    def _take(self) -> None:
        try:
            done = self._desk.take()
        except TOLD as error:
            self.say(error.sentence)
            return
        self.accept()
        self._around.voice.done.emit(done, "Hoàn tác", self._undo)
