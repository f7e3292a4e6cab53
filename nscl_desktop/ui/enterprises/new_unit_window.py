"""A new unit: name, tax code and kind; units that it may already be are shown while one types."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from nscl_desktop.domain.duplicates import Duplicate, DuplicateIndex
from nscl_desktop.domain.enterprises import KINDS, UNKNOWN_KIND, Enterprise
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.tax_codes import read_tax_code
from nscl_desktop.services.enterprises import add_enterprise
from nscl_desktop.ui.dialogs.dialog import Dialog, caption
from nscl_desktop.ui.tab import Surroundings

_TYPING_MS = 150
_MOST = 8


class NewUnitWindow(Dialog):
    """``made`` tells the new unit's key, ``open_wanted`` that of one that is there already."""

    made = Signal(str)
    open_wanted = Signal(str)

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent, "Đơn vị mới", "Thêm")
        self._around = around
        self._index: DuplicateIndex | None = None
        self.name, self.tax_code, self.kind = QLineEdit(), QLineEdit(), QComboBox()
        self.address, self.province = QLineEdit(), QLineEdit()
        for value, label in ((UNKNOWN_KIND, "Chưa rõ"), *KINDS):
            self.kind.addItem(label, value)
        self.add_field("Tên đơn vị", self.name)
        self.add_fields(("Mã số thuế (để trống nếu chưa có)", self.tax_code), ("Loại hình", self.kind))
        self.add_fields(("Địa chỉ", self.address), ("Tỉnh, thành phố", self.province))
        self.doubt = caption("")
        self.about = caption("Đang đọc danh sách để tìm đơn vị trùng…")
        self.likely = QListWidget()
        self.likely.setAccessibleName("Có thể trùng với")
        self.likely.setWordWrap(True)
        self.likely.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.content.addWidget(self.doubt)
        self.content.addWidget(self.about)
        self.content.addWidget(self.likely, 1)
        self.open_one = self.add_button("Mở đơn vị đang chọn")
        self.open_one.setEnabled(False)
        self._wait = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._wait.timeout.connect(self._look)
        for field in (self.name, self.tax_code):
            field.textChanged.connect(lambda _: self._wait.start())
        self.verb.clicked.connect(self._make)
        self.open_one.clicked.connect(self._open)
        self.likely.itemActivated.connect(lambda _: self._open())
        self.likely.currentRowChanged.connect(lambda row: self.open_one.setEnabled(row >= 0))
        self.resize(680, 520)
        register = around.office.enterprises
        around.operations.run("", lambda _: register.index(), self._take_index)

    def _take_index(self, index: DuplicateIndex) -> None:
        self._index = index
        self._look()

    def _look(self) -> None:
        name, code = self.name.text(), read_tax_code(self.tax_code.text())
        self.doubt.setText(code.warning)
        self.likely.clear()
        if self._index is None:
            return
        found: tuple[Duplicate, ...] = ()
        if name.strip() or code.text:
            found = self._index.candidates(Enterprise(id="", name=name, tax_code=code.text))[:_MOST]
        self.about.setText("Có thể trùng với:" if found else "Chưa thấy đơn vị nào trùng.")
        if found:
            register, keys = self._around.office.enterprises, [each.first_id for each in found]
            self._around.operations.run("", lambda _: register.units(keys), lambda units: self._show(found, units))

    def _show(self, found: tuple[Duplicate, ...], units: Sequence[Enterprise]) -> None:
        self.likely.clear()
        by_id = {unit.id: unit for unit in units}
        for each in found:
            unit = by_id.get(each.first_id)
            if unit:
                facts = " · ".join(filter(None, (unit.name, unit.tax_code, unit.commune, unit.province)))
                item = QListWidgetItem(f"{facts}\n{each.reason}")
                item.setData(Qt.ItemDataRole.UserRole, unit.id)
                self.likely.addItem(item)

    def _make(self) -> None:
        values = {
            "name": self.name.text(), "tax_code": self.tax_code.text(), "kind": str(self.kind.currentData()),
            "address": self.address.text(), "province": self.province.text(),
        }  # fmt: skip
        try:
            step = add_enterprise(values)
        except InputError as error:
            self.say(error.sentence)
            return
        register = self._around.office.enterprises
        self._around.operations.run("Đang thêm đơn vị", lambda _: register.add(step), lambda _: self._done(step.scope))

    def _done(self, key: str) -> None:
        self.made.emit(key)
        self.accept()

    def _open(self) -> None:
        item: QListWidgetItem | None = self.likely.currentItem()
        if item is not None:
            self.open_wanted.emit(str(item.data(Qt.ItemDataRole.UserRole)))
            self.reject()
