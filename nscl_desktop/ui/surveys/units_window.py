"""The units that a figure counts, each with its answer; from here to its visit or to the unit itself."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from nscl_desktop.presenters.survey_sheet import UnitBehind
from nscl_desktop.ui.dialogs.dialog import Dialog, caption
from nscl_desktop.ui.read_table import ReadColumn, ReadTable

_COLUMNS = (ReadColumn("Đơn vị"), ReadColumn("Trả lời", 24), ReadColumn("Ngày", 12), ReadColumn("Tình trạng", 16))


class UnitsWindow(Dialog):
    """``open_record`` is called with kind and key of what shall be shown instead."""

    def __init__(
        self, words: str, units: Sequence[UnitBehind], open_record: Callable[[str, str], object], parent: QWidget
    ) -> None:
        super().__init__(parent, f"{len(units)} đơn vị", "Mở phiếu", leave="Đóng")
        self._open_record = open_record
        self.table = ReadTable("Các đơn vị", _COLUMNS)
        self.table.fill([(each.unit, each.answer, each.date, each.state) for each in units], data=list(units))
        self.unit = self.add_button("Mở đơn vị")
        self.content.addWidget(caption(words))
        self.content.addWidget(self.table, 1)
        self.verb.clicked.connect(self._open_visit)
        self.unit.clicked.connect(self._open_unit)
        self.table.cellDoubleClicked.connect(lambda *_: self._open_visit())
        for button in (self.verb, self.unit):
            button.setEnabled(bool(units))
        self.resize(940, 480)

    def _open_visit(self) -> None:
        chosen = self.table.current_data
        if isinstance(chosen, UnitBehind):
            self.accept()
            self._open_record("visit", chosen.visit_id)

    def _open_unit(self) -> None:
        chosen = self.table.current_data
        if isinstance(chosen, UnitBehind) and chosen.unit_id:
            self.accept()
            self._open_record("enterprise", chosen.unit_id)
