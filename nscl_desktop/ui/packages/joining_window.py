"""Nhập từ tệp dữ liệu khác: each unit of the other file, and whether it is new, one of ours, or stays where it is."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QWidget

from nscl_desktop.presenters.joining_sheet import JoiningSheet
from nscl_desktop.services.joining import NEW, SKIP, Joined
from nscl_desktop.services.package_views import Watch
from nscl_desktop.ui.dialogs.dialog import caption
from nscl_desktop.ui.elided_combo import ElidedCombo
from nscl_desktop.ui.packages.package_window import PackageWindow
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.tab import Surroundings

_ABOUT = (
    "Dành cho tệp của văn phòng khác hoặc bản chép cũ, không phải gói kết quả. Đơn vị được nhập cùng hồ sơ, lần kiểm"
    " tra và tệp kèm theo; dữ liệu đang có không bị ghi đè, chỉ điền chỗ còn trống. Kế hoạch nhập bằng tệp kế hoạch."
)
_COLUMNS = (ReadColumn("Đơn vị trong tệp kia"), ReadColumn("Mã số thuế", 15), ReadColumn("Sẽ", 34))


class JoiningWindow(PackageWindow):
    """``joined``: what was taken over."""

    joined = Signal(object)

    def __init__(self, path: Path, around: Surroundings, parent: QWidget) -> None:
        super().__init__(around, parent, "Nhập từ tệp dữ liệu khác", "Nhập")
        self._path = path
        self.sheet = JoiningSheet((), {})
        self.file, self.summary = QLabel(path.name), QLabel()
        self.file.setProperty("role", "heading")
        self.table = ReadTable("Các đơn vị trong tệp kia", _COLUMNS)
        self.only_open = QCheckBox("Chỉ đơn vị chưa quyết định")
        self.fate, self.why = ElidedCombo(), caption("")
        self.fate.setAccessibleName("Đơn vị đang chọn sẽ")
        self.all_new, self.all_left = QPushButton("Còn lại: thêm mới"), QPushButton("Còn lại: để lại")
        self._lay_out()
        self.table.currentCellChanged.connect(lambda *_: self._show_offers())
        self.only_open.toggled.connect(lambda _: self.follow())
        self.fate.activated.connect(self._decide)
        self.all_new.clicked.connect(lambda: self._decide_rest(NEW))
        self.all_left.clicked.connect(lambda: self._decide_rest(SKIP))
        self.verb.clicked.connect(self._take_over)
        self.follow()
        self.resize(980, 600)

    def read(self) -> None:
        """Look into the file and compare it with the register."""
        joining, register = self._around.office.joining, self._around.office.enterprises

        def look(watch: Watch) -> JoiningSheet:
            units = joining.units(self._path, watch)
            ours = {each.first_id for unit in units for each in unit.candidates} | {unit.proposal for unit in units}
            return JoiningSheet(units, {each.id: each.name for each in register.units(sorted(ours))})

        def show(sheet: JoiningSheet) -> None:
            self.sheet = sheet
            self.follow()
            self.table.setFocus()

        self.work("Đang đọc tệp của nơi khác", look, show)

    def follow(self) -> None:
        """Show what is chosen, and how many units come in."""
        rows = self.sheet.rows(only_open=self.only_open.isChecked())
        self.table.fill(
            [(row.name, row.tax_code, row.fate) for row in rows], [row.key for row in rows], [row.why for row in rows]
        )
        is_open = bool(self.sheet.open_keys)
        for button in (self.all_new, self.all_left):
            button.setEnabled(is_open)
        self.summary.setText(self.sheet.summary)
        self.verb.setText(f"Nhập {self.sheet.count} đơn vị" if self.sheet.count else "Nhập")
        self.verb.setEnabled(bool(self.sheet.count) and not self.is_working)
        self._show_offers()

    def _lay_out(self) -> None:
        about, below, foot = caption(_ABOUT), QHBoxLayout(), QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(QLabel("Đơn vị đang chọn sẽ"))
        below.addWidget(self.fate, 1)
        foot.setSpacing(8)
        foot.addWidget(self.only_open)
        foot.addStretch(1)
        foot.addWidget(self.all_new)
        foot.addWidget(self.all_left)
        for widget in (self.file, about, self.summary):
            self.content.addWidget(widget)
        self.content.addWidget(self.table, 1)
        self.content.addLayout(below)
        self.content.addWidget(self.why)
        self.content.addLayout(foot)

    def _current(self) -> str:
        key = self.table.current_data if self.table.rowCount() else None
        return key if isinstance(key, str) else ""

    def _show_offers(self) -> None:
        key = self._current()
        self.fate.clear()
        self.fate.setEnabled(bool(key))
        row = next((each for each in self.sheet.rows() if each.key == key), None)
        self.why.setText(row.why if row else "")
        for target, words in self.sheet.offers(key) if key else ():
            self.fate.addItem(words, target)
        if key:
            self.fate.setCurrentIndex(self.fate.findData(self.sheet.fate(key)))

    def _decide(self, _index: int) -> None:
        key = self._current()
        if key:
            self.sheet.decide([key], str(self.fate.currentData()))
            self.follow()

    def _decide_rest(self, target: str) -> None:
        self.sheet.decide(self.sheet.open_keys, target)
        self.follow()

    def _take_over(self) -> None:
        joining, choice = self._around.office.joining, self.sheet.choice

        def done(joined: Joined) -> None:
            self.accept()
            self.joined.emit(joined)

        self.work(
            "Đang nhập từ tệp của nơi khác",
            lambda watch: joining.take_over(self._path, choice, watch=watch),
            done,
        )
