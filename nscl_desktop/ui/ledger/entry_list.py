"""The entries of a line, the dossiers behind it, and who changed what: below the lines of the ledger."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.domain.ledger import LedgerEntry
from nscl_desktop.domain.ledger_sums import DossierShare, Flow
from nscl_desktop.domain.money import format_amount
from nscl_desktop.presenters.ledger_rows import entry_texts
from nscl_desktop.presenters.ledger_sheet import LedgerSheet
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.record_history import RecordHistory
from nscl_desktop.ui.tab import Surroundings

_ENTRIES = (
    ReadColumn("Ngày", 10), ReadColumn("Loại", 18), ReadColumn("Số tiền (đồng)", 15, is_figure=True),
    ReadColumn("Nguồn", 10), ReadColumn("Mục", 8), ReadColumn("Chứng từ, quyết định", 20), ReadColumn("Người ghi", 16),
    ReadColumn("Ghi chú"),
)  # fmt: skip
_DOSSIERS = (
    ReadColumn("Hồ sơ", 14), ReadColumn("Đơn vị được hỗ trợ"), ReadColumn("Nội dung", 28),
    ReadColumn("Cam kết (đồng)", 15, is_figure=True), ReadColumn("Đã chi (đồng)", 15, is_figure=True),
    ReadColumn("Cam kết − đã chi", 15, is_figure=True),
)  # fmt: skip
ENTRIES, DOSSIERS, HISTORY = range(3)
_LEAST = 44
"""Pixels: with little room the tabs alone are in sight, until one turns to them."""


class EntryList(QTabWidget):
    """``edit_wanted``: an entry, to be opened; ``dossier_wanted``: a dossier by its key."""

    edit_wanted = Signal(object)
    dossier_wanted = Signal(str)
    settlement_wanted = Signal(str)
    """Bộ hồ sơ quyết toán of a dossier, by its key."""

    def __init__(self, read: Callable[[], Sequence[HistoryEntry]], around: Surroundings) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self.entries, self.dossiers = ReadTable("Bút toán", _ENTRIES), ReadTable("Hồ sơ", _DOSSIERS)
        self.no_entries, self.no_dossiers = QLabel(), QLabel("Chưa có hồ sơ nào cam kết hoặc chi ở dòng này.")
        self.history = RecordHistory(read, around)
        self.add, self.edit = QPushButton("Ghi bút toán… (Ctrl+N)"), QPushButton("Sửa… (F2)")
        self.delete, self.settlement = QPushButton("Xóa (Delete)"), QPushButton("Bộ hồ sơ quyết toán…")
        for label in (self.no_entries, self.no_dossiers):
            label.setProperty("role", "caption")
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
        page, column, corner, row = QWidget(), QVBoxLayout(), QWidget(), QHBoxLayout()
        page.setLayout(column)
        corner.setLayout(row)
        row.setContentsMargins(0, 0, 0, 4)
        column.setContentsMargins(0, 4, 0, 0)
        for button in (self.settlement, self.add, self.edit, self.delete):
            row.addWidget(button)
        self.settlement.hide()
        self.setCornerWidget(corner)
        column.addWidget(self.no_entries)
        column.addWidget(self.entries, 1)
        of_dossiers, column = QWidget(), QVBoxLayout()
        of_dossiers.setLayout(column)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self.no_dossiers)
        column.addWidget(self.dossiers, 1)
        self.addTab(page, "Bút toán")
        self.addTab(of_dossiers, "Hồ sơ")
        self.addTab(self.history, "Lịch sử")
        for table in (self.entries, self.dossiers, self.history.table):
            table.setMinimumHeight(_LEAST)
        self.setMinimumHeight(_LEAST)
        self.entries.cellActivated.connect(lambda *_: self._edit())
        self.entries.currentCellChanged.connect(lambda *_: self._follow_entry())
        self.dossiers.cellActivated.connect(lambda *_: self._tell(self.dossier_wanted))
        self.currentChanged.connect(self._on_turned)
        self.settlement.clicked.connect(lambda: self._tell(self.settlement_wanted))

    @property
    def entry(self) -> LedgerEntry | None:
        """The entry of the current row."""
        found = self.entries.current_data
        return found if isinstance(found, LedgerEntry) and self.entries.rowCount() else None

    def show_entries(self, sheet: LedgerSheet, entries: Sequence[LedgerEntry], place: str) -> None:
        """Show the entries of a line."""
        self.entries.fill([entry_texts(sheet, each) for each in entries], entries)
        self.entries.setVisible(bool(entries))
        self.no_entries.setText(f"Chưa có bút toán nào ở {place}. Ctrl+N ghi bút toán đầu tiên.")
        self.no_entries.setVisible(not entries)
        self.setTabText(ENTRIES, f"Bút toán ({len(entries)})")
        self.edit.setText("Điều chỉnh… (F2)" if sheet.is_closed else "Sửa… (F2)")
        self.add.setEnabled(not sheet.is_closed)
        self._is_closed = sheet.is_closed
        self._follow_entry()

    def show_dossiers(self, found: Sequence[tuple[DossierShare, Flow]]) -> None:
        """Show the dossiers behind a line."""
        rows = [
            (share.code, share.unit, share.title, *map(format_amount, (flow.bound, flow.out, flow.unpaid)))
            for share, flow in found
        ]
        self.dossiers.fill(rows, [share.key for share, _ in found])
        self.dossiers.setVisible(bool(rows))
        self.settlement.setEnabled(bool(rows))
        self.no_dossiers.setVisible(not rows)

    def choose(self, key: str) -> None:
        """Put the keyboard on an entry."""
        for row in range(self.entries.rowCount()):
            self.entries.setCurrentCell(row, 0)
            if self.entry is not None and self.entry.id == key:
                self.setCurrentIndex(ENTRIES)
                self.entries.setFocus()
                return

    def _on_turned(self, page: int) -> None:
        """The buttons are those of the page in front."""
        self.settlement.setVisible(page == DOSSIERS)
        for button in (self.add, self.edit, self.delete):
            button.setVisible(page == ENTRIES)

    def _follow_entry(self) -> None:
        is_there = self.entry is not None
        self.edit.setEnabled(is_there)
        self.delete.setEnabled(is_there and not self._is_closed)

    _is_closed = False

    def _edit(self) -> None:
        if self.entry is not None:
            self.edit_wanted.emit(self.entry)

    def _tell(self, wanted: SignalInstance) -> None:
        found = self.dossiers.current_data
        if isinstance(found, str):
            wanted.emit(found)
