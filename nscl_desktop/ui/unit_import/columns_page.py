"""Which column of the list holds what: one line for each, with its heading, some cells and a choice."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.domain.enterprises import SECTOR_EDITIONS
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.presenters.unit_import_desk import UnitImportDesk
from nscl_desktop.services.table_import_model import column_letters
from nscl_desktop.ui.dialogs.dialog import caption
from nscl_desktop.ui.elided_combo import ElidedCombo
from nscl_desktop.ui.read_table import ReadColumn, ReadTable

_COLUMNS = (ReadColumn("Cột", 5), ReadColumn("Đầu cột trong tệp", 28), ReadColumn("Ví dụ"), ReadColumn("Ghi vào", 28))
_OLD = (ReadColumn("Ô", 7), ReadColumn("Trong tệp"), ReadColumn("Sau khi chuyển"))
_MOST_OLD = 300
_FIRST_YEAR = 2015
_WORDS = "Chương trình nhận ra các cột theo đầu bảng; xem lại và chọn khác nếu cần. Cách chọn được nhớ cho tệp sau."


class ColumnsPage(QWidget):
    """``changed``: something is understood otherwise now."""

    changed = Signal()

    def __init__(self, desk: UnitImportDesk) -> None:
        super().__init__()
        self._desk = desk
        self.sheet, self.head, self.unit, self.edition = QComboBox(), ElidedCombo(), QComboBox(), QComboBox()
        self.year = QComboBox()
        self.asked = {
            "year": QLabel("Xét quy mô năm:"),
            "unit": QLabel("Đơn vị tiền:"),
            "edition": QLabel("Mã ngành:"),
        }
        self.table = ReadTable("Các cột của danh sách", _COLUMNS)
        self.parts, self.convert = QTabWidget(), QCheckBox()
        self.old = ReadTable("Ô theo bảng mã cũ", _OLD)
        self._fill_choices()
        self._lay_out()
        self._listen()
        self.show_sheet()

    def show_sheet(self) -> None:
        """Another sheet or heading."""
        self.head.clear()
        for row, words in self._desk.head_rows:
            self.head.addItem(words, row)
        self.table.fill([(each.letter, each.title, each.samples, "") for each in self._desk.columns()])
        for row, each in enumerate(self._desk.columns()):
            choice = ElidedCombo()
            choice.setAccessibleName(f"Cột {each.letter} ghi vào")
            for value, words in self._desk.fields:
                choice.addItem(words, value)
            choice.setCurrentIndex(choice.findData(each.field))
            choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            choice.installEventFilter(self)
            choice.activated.connect(lambda _, row=row, choice=choice: self._on_field(row, str(choice.currentData())))
            self.table.setCellWidget(row, len(_COLUMNS) - 1, choice)
        self._show_old()
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the table and never changes what a column is."""
        if isinstance(event, QWheelEvent):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    # -- building ---------------------------------------------------------------------------------------------------

    def _fill_choices(self) -> None:
        for name in self._desk.sheets:
            self.sheet.addItem(name)
        self.sheet.setCurrentIndex(self._desk.sheet)
        for year in range(_FIRST_YEAR, self._desk.choices.year + 2):
            self.year.addItem(str(year), year)
        self.unit.addItem("Theo độ lớn của số", None)
        for unit in MoneyUnit:
            self.unit.addItem(unit.label, unit)
        for value, words in SECTOR_EDITIONS:
            self.edition.addItem(words, value)
        for field, words in (
            (self.sheet, "Tờ của tệp"), (self.head, "Đầu bảng"), (self.year, "Số liệu xét quy mô năm"),
            (self.unit, "Đơn vị tiền"), (self.edition, "Hệ thống mã ngành"),
        ):  # fmt: skip
            field.setAccessibleName(words)
        self.head.setMinimumContentsLength(24)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        if self.sheet.count() > 1:
            top.addWidget(QLabel("Tờ:"))
            top.addWidget(self.sheet)
        top.addWidget(QLabel("Đầu bảng:"))
        top.addWidget(self.head, 1)
        for name, field in (("year", self.year), ("unit", self.unit), ("edition", self.edition)):
            top.addWidget(self.asked[name])
            top.addWidget(field)
        self.parts.setDocumentMode(True)
        self.parts.addTab(self.table, "Các cột")
        self.parts.addTab(self.old, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(caption(_WORDS))
        column.addLayout(top)
        column.addWidget(self.parts, 1)
        column.addWidget(self.convert)

    def _listen(self) -> None:
        self.sheet.activated.connect(self._on_sheet)
        self.head.activated.connect(lambda _: self._on_head())
        self.year.activated.connect(lambda _: self._on_choice())
        self.unit.activated.connect(lambda _: self._on_choice())
        self.edition.activated.connect(lambda _: self._on_choice())
        self.convert.toggled.connect(self._on_convert)

    # -- doing ------------------------------------------------------------------------------------------------------

    def _show_old(self) -> None:
        texts = self._desk.old_texts
        names = sorted({each.encoding.value for each in texts})
        unsure = sum(each.case_unsure for each in texts)
        words = f"Chuyển {len(texts)} ô viết theo bảng mã {' và '.join(names)} sang Unicode"
        self.convert.setText(words + (f" ({unsure} ô cần xem lại chữ hoa)" if unsure else ""))
        self.convert.setChecked(self._desk.convert)
        self.old.fill(
            [(f"{column_letters(each.column)}{each.row + 1}", each.before, each.after) for each in texts[:_MOST_OLD]]
        )
        self.convert.setVisible(bool(texts))
        self.parts.setTabVisible(1, bool(texts))
        self.parts.setTabText(1, f"Chữ theo bảng mã cũ ({len(texts)})")

    def _follow(self) -> None:
        choices, asks = self._desk.choices, self._desk.asks
        for field in (self.year, self.unit, self.edition):
            field.blockSignals(True)
        self.year.setCurrentIndex(self.year.findData(choices.year))
        self.unit.setCurrentIndex(max(self.unit.findData(choices.unit), 0))
        self.edition.setCurrentIndex(self.edition.findData(choices.edition))
        for name, field in (("year", self.year), ("unit", self.unit), ("edition", self.edition)):
            field.blockSignals(False)
            field.setVisible(name in asks)
            self.asked[name].setVisible(name in asks)
        for row, each in enumerate(self._desk.columns()):
            item: QTableWidgetItem | None = self.table.item(row, 1)
            if item is not None and not each.title:
                item.setText("(không có)")
        self.changed.emit()

    def _on_field(self, column: int, field: str) -> None:
        self._desk.set_field(column, field)
        self._follow()

    def _on_sheet(self, sheet: int) -> None:
        self._desk.choose_sheet(sheet)
        self.show_sheet()

    def _on_head(self) -> None:
        row = self.head.currentData()
        self._desk.set_head(row)
        self.show_sheet()
        self.head.setCurrentIndex(max(self.head.findData(row), 0))

    def _on_choice(self) -> None:
        self._desk.choose(
            year=self.year.currentData(), unit=self.unit.currentData(), edition=self.edition.currentData()
        )
        self.changed.emit()

    def _on_convert(self, on: bool) -> None:
        self._desk.convert = on
        self.old.setEnabled(on)
