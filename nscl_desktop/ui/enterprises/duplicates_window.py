"""Pairs of units that may be one: the reason beside them, and the way to merging."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nscl_desktop.domain.duplicates import Duplicate
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.ui.dialogs.dialog import Dialog, caption
from nscl_desktop.ui.read_table import ReadColumn, ReadTable

MOST_SHOWN = 500


class DuplicatesWindow(Dialog):
    """``merge_wanted``: the keys of the record to keep and of the other."""

    merge_wanted = Signal(str, str)

    def __init__(self, pairs: Sequence[Duplicate], units: Sequence[Enterprise], parent: QWidget) -> None:
        super().__init__(parent, "Đơn vị có thể trùng", "Gộp hai đơn vị này…", leave="Đóng")
        by_id = {unit.id: unit for unit in units}
        shown = [pair for pair in pairs if pair.first_id in by_id and pair.second_id in by_id][:MOST_SHOWN]
        words = f"{len(pairs)} cặp có thể là một đơn vị. Chương trình không tự gộp: xem lý do rồi quyết định."
        if len(pairs) > MOST_SHOWN:
            words += f" Danh sách chỉ hiện {MOST_SHOWN} cặp đầu."
        self.content.addWidget(caption(words if pairs else "Không thấy đơn vị nào có thể trùng nhau."))
        self.table = ReadTable(
            "Các cặp có thể trùng", (ReadColumn("Đơn vị"), ReadColumn("Có thể trùng với"), ReadColumn("Lý do"))
        )
        self.table.setWordWrap(True)
        rows = [(_facts(by_id[pair.first_id]), _facts(by_id[pair.second_id]), pair.reason) for pair in shown]
        self.table.fill(rows, data=shown)
        self.table.verticalHeader().setDefaultSectionSize(3 * self.fontMetrics().height() + 12)
        self.table.setVisible(bool(rows))
        self.content.addWidget(self.table, 1)
        if not rows:
            self.content.addStretch(1)
        self.verb.setEnabled(bool(rows))
        self.verb.clicked.connect(self._merge)
        self.table.itemActivated.connect(lambda _: self._merge())
        self.resize(900, 520 if rows else 200)

    def _merge(self) -> None:
        pair = self.table.current_data
        if isinstance(pair, Duplicate):
            self.accept()
            self.merge_wanted.emit(pair.first_id, pair.second_id)


def _facts(unit: Enterprise) -> str:
    return " · ".join(filter(None, (unit.name, unit.tax_code, unit.commune)))
