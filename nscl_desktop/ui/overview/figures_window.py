"""Số liệu công bố: figures that others publish, each with its source; growth targets and shares are counted by them."""

from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QWidget

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.counting_rules import PublishedFigure
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.money import format_quantity
from nscl_desktop.services import counting as services
from nscl_desktop.ui.dialogs.dialog import Dialog
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.saving_aside import save_aside
from nscl_desktop.ui.tab import Surroundings

_COLUMNS = (
    ReadColumn("Chỉ tiêu"), ReadColumn("Năm", 7), ReadColumn("Giá trị", 14, is_figure=True), ReadColumn("Đơn vị", 14),
    ReadColumn("Nguồn", 32),
)  # fmt: skip


class FiguresWindow(Dialog):
    """``done`` is called after each change."""

    def __init__(self, around: Surroundings, done: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent, "Số liệu công bố", "Thêm số liệu", leave="Đóng")
        self._around, self._done, self._room = around, done, around.office.overviews
        self._known: Sequence[PublishedFigure] = ()
        self.table = ReadTable("Số liệu công bố", _COLUMNS)
        self.indicator, self.year, self.value = QLineEdit(), QLineEdit(), QLineEdit()
        self.unit, self.source = QLineEdit(), QLineEdit()
        self.estimate = QCheckBox("Số ước, sơ bộ")
        self.delete = QPushButton("Xóa số đã chọn")
        self.content.addWidget(self.table, 1)
        self.content.addWidget(self.delete)
        self.add_fields(("Chỉ tiêu", self.indicator), ("Năm", self.year), ("Giá trị", self.value))
        self.add_fields(("Đơn vị tính", self.unit), ("Nguồn (tài liệu, trang)", self.source))
        self.content.addWidget(self.estimate)
        for button in (self.verb, self.leave, self.delete):
            button.setAutoDefault(False)
        self.verb.clicked.connect(self._add)
        self.delete.clicked.connect(self._delete)
        self.table.itemSelectionChanged.connect(self._follow)
        self.resize(860, 560)
        self._read()

    def _read(self) -> None:
        self._around.operations.run("", lambda _: self._room.figures(), self._show)

    def _show(self, known: Sequence[PublishedFigure]) -> None:
        self._known = known
        rows = [
            (
                f"{each.indicator}{' (ước)' if each.is_estimate else ''}", str(each.year or ""),
                "" if each.value is None else format_quantity(each.value), each.unit, each.source,
            )
            for each in known
        ]  # fmt: skip
        self.table.fill(rows, known)
        self._follow()

    def _follow(self) -> None:
        chosen = self.table.current_data
        self.delete.setEnabled(isinstance(chosen, PublishedFigure))
        if isinstance(chosen, PublishedFigure) and not self.indicator.text():
            self.indicator.setText(chosen.indicator)
            self.unit.setText(chosen.unit)

    def _add(self) -> None:
        try:
            step = services.add_figure(
                self._known, indicator=self.indicator.text(), year=_year(self.year.text()),
                value=_number(self.value.text()), unit=self.unit.text(), source=self.source.text(),
                is_estimate=self.estimate.isChecked(),
            )  # fmt: skip
        except InputError as error:
            self.say(error.sentence)
            return
        self.say("")
        self.year.clear()
        self.value.clear()
        self._keep(step)

    def _delete(self) -> None:
        chosen = self.table.current_data
        if isinstance(chosen, PublishedFigure):
            self._keep(services.remove_figure(chosen))

    def _keep(self, step: ChangeSet) -> None:
        told = f"Đã {step.words[:1].lower()}{step.words[1:]}"
        save_aside(self._around, self._room.add, step, told, done=self._follow_up, undone=self._done)

    def _follow_up(self) -> None:
        self._read()
        self._done()


def _year(text: str) -> int | None:
    text = text.strip()
    if text and not (text.isdecimal() and len(text) == 4):
        raise InputError("Năm phải gồm bốn chữ số, ví dụ 2024.")
    return int(text) if text else None


def _number(text: str) -> Decimal | None:
    plain = text.strip().rstrip("%").strip().replace(".", "").replace(",", ".")
    try:
        return Decimal(plain) if plain else None
    except InvalidOperation:
        raise InputError(f"Không đọc được giá trị “{text}”; hãy nhập một số, ví dụ 12,5.") from None
