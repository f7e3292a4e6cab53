"""Việc đã giao: machines that have work, what came home, and what can be done about each."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from nscl_desktop.presenters.package_check_outs import CheckOutList
from nscl_desktop.presenters.package_words import file_stem
from nscl_desktop.services.package_views import CheckOutState, OpenItems, Watch
from nscl_desktop.ui.dialogs.dialog import caption
from nscl_desktop.ui.file_target import chosen_target
from nscl_desktop.ui.packages.give_window import FILES
from nscl_desktop.ui.packages.package_window import PackageWindow
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.tab import Surroundings

_COLUMNS = (
    ReadColumn("Máy", 16), ReadColumn("Ngày giao", 11), ReadColumn("Đã giao"), ReadColumn("Đã nhận", 22),
    ReadColumn("Còn mở", 16),
)  # fmt: skip
_NOTHING = (
    "Chưa giao việc cho máy nào. “Giao việc…” trong menu Công cụ ghi một gói cho máy xách tay hoặc máy của kế toán;"
    " máy ấy mở gói, làm việc không cần mạng, rồi gửi kết quả về."
)


class CheckOutsWindow(PackageWindow):
    """``changed``: the records are others now; ``places_wanted``: the conflicts are to be seen."""

    changed = Signal(str)
    places_wanted = Signal()
    receive_wanted = Signal()

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(around, parent, "Việc đã giao", "Nhận kết quả…", leave="Đóng")
        self._packages = around.office.packages
        self.list = CheckOutList()
        self.table = ReadTable("Việc đã giao", _COLUMNS)
        self.nothing = caption(_NOTHING)
        self.detail = QLabel()
        self.detail.setWordWrap(True)
        self.withdraw = QPushButton("Hoàn tác lần nhận gần nhất")
        self.receipt = QPushButton("Ghi giấy báo nhận…")
        self.end = QPushButton("Khép lại")
        self.places = QPushButton("Xem chỗ khác nhau…")
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.receipt, self.places, self.withdraw, self.end):
            row.addWidget(button)
        row.addStretch(1)
        self.content.addWidget(self.nothing)
        self.content.addWidget(self.table, 1)
        self.content.addWidget(self.detail)
        self.content.addLayout(row)
        self.table.itemSelectionChanged.connect(self.follow)
        self.withdraw.clicked.connect(self._withdraw)
        self.receipt.clicked.connect(self._choose_receipt)
        self.end.clicked.connect(self._end)
        self.places.clicked.connect(self._see_places)
        self.verb.clicked.connect(self._receive)
        self.resize(1000, 480)
        self.follow()

    @property
    def current(self) -> str:
        """Key of the check-out in front; empty where there is none."""
        return str(self.table.current_data or "")

    def read(self) -> None:
        """Read the check-outs as they are now."""

        def read(_watch: Watch) -> tuple[list[CheckOutState], OpenItems]:
            return list(self._packages.check_outs()), self._packages.open_items()

        self.work("Đang đọc việc đã giao", read, self._show)

    def _show(self, found: tuple[list[CheckOutState], OpenItems]) -> None:
        self.list = CheckOutList(*found)
        rows = self.list.rows()
        shown = [(row.machine, row.given, row.what, row.state, row.open) for row in rows]
        self.table.fill(shown, data=[row.key for row in rows])
        self.table.setFocus()
        self.follow()

    def follow(self) -> None:
        """What can be done about the check-out in front."""
        key, has_rows = self.current, self.table.rowCount() > 0
        self.nothing.setVisible(not has_rows)
        for part in (self.table, self.detail, self.withdraw, self.receipt, self.end, self.places):
            part.setVisible(has_rows)
        is_there = key in self.list.states and not self.is_working
        self.detail.setText(self.list.detail(key) if key in self.list.states else "")
        self.withdraw.setEnabled(is_there and self.list.can_withdraw(key))
        self.receipt.setEnabled(is_there and self.list.states[key].returns > 0)
        self.places.setEnabled(is_there and bool(self.list.open_words(key)))
        self.end.setEnabled(is_there)
        self.end.setText("Mở lại" if self.list.is_closed(key) else "Khép lại")
        self.verb.setEnabled(has_rows and not self.is_working)

    def _withdraw(self) -> None:
        key, packages = self.current, self._packages
        machine = self.list.states[key].machine
        self._change(lambda: packages.withdraw(key), f"Đã hoàn tác lần nhận kết quả gần nhất của {machine}.")

    def _end(self) -> None:
        key, packages = self.current, self._packages
        if self.list.is_closed(key):
            self._change(lambda: packages.reopen(key), "")
        else:
            self._change(lambda: packages.close(key), "")

    def _change(self, act: Callable[[], None], told: str) -> None:
        def done(_: None) -> None:
            self.changed.emit(told)
            self.read()

        self.work("Đang ghi", lambda _: act(), done)

    def _choose_receipt(self) -> None:
        name = f"Giay bao nhan - {file_stem(self.list.states[self.current].machine)}.nsclgoi"
        target = chosen_target(self, "Ghi giấy báo nhận", name, FILES)
        if target:
            self.write_receipt(target)

    def write_receipt(self, target: Path) -> None:
        """Write the receipt of the check-out in front."""
        key, packages = self.current, self._packages
        self.work(
            "Đang ghi giấy báo nhận",
            lambda _: packages.write_receipt(key, target),
            lambda _: self._around.voice.said.emit(f"Đã ghi giấy báo nhận vào {target.name}"),
        )

    def _see_places(self) -> None:
        self.accept()
        self.places_wanted.emit()

    def _receive(self) -> None:
        self.accept()
        self.receive_wanted.emit()
