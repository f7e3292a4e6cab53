"""Tổng hợp: where the dossier stands, what is missing now, warnings with the reasons for going on, its relatives."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from nscl_desktop.presenters.dossier_office import OpenDossier
from nscl_desktop.presenters.dossier_summary import (
    Warned,
    freed_words,
    relatives,
    stage_marks,
    to_do,
    warnings,
)
from nscl_desktop.services.dossier_steps import go_on
from nscl_desktop.ui.dossiers.page_parts import Asked, AskValues, ScrolledColumn, side_by_side
from nscl_desktop.ui.dossiers.stage_bar import StageBar
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.tab import Surroundings

_COLUMNS = (ReadColumn("Cảnh báo", 26), ReadColumn("Chi tiết"), ReadColumn("Lý do tiếp tục", 28))
_ROWS = 5


class SummaryPage(ScrolledColumn):
    """``wanted`` names another dossier to be shown."""

    wanted = Signal(str)

    def __init__(self, open_dossier: OpenDossier, around: Surroundings, today: str) -> None:
        super().__init__("Tổng hợp")
        self._open, self._around, self._today = open_dossier, around, today
        self.bar = StageBar(around.theme)
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.to_do = QLabel()
        self.to_do.setWordWrap(True)
        self.to_do.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.no_warning = QLabel("Không có cảnh báo nào.")
        self.no_warning.setProperty("role", "caption")
        self.table = ReadTable("Cảnh báo của hồ sơ", _COLUMNS, lines=3)
        self.table.setWordWrap(True)
        self.reason = QPushButton("Ghi lý do tiếp tục…")
        self.reason.setToolTip("Cảnh báo không chặn việc; lý do được giữ cùng hồ sơ.")
        self._relatives = QWidget()
        self._relative_rows = QVBoxLayout(self._relatives)
        self._relative_rows.setContentsMargins(0, 0, 0, 0)
        self._warned: tuple[Warned, ...] = ()
        self._lay_out()
        self.reason.clicked.connect(self.give_reason)
        self.table.cellActivated.connect(lambda *_: self.give_reason())

    def follow(self) -> None:
        """Say how it stands now."""
        if self._open.dossier is None:
            return
        self.bar.show_marks(stage_marks(self._open, self._today))
        reason, freed = self._open.whole.dossier.state_reason, freed_words(self._open)
        self.state.setText(" ".join(filter(None, (f"Lý do: {reason}." if reason else "", freed))))
        self.state.setVisible(bool(self.state.text()))
        things = to_do(self._open, self._today)
        self.to_do.setText("\n".join(f"•  {each}" for each in things) or "Không còn việc gì phải làm.")
        self._warned = warnings(self._open, self._today)
        self.table.fill([(each.title, each.message, each.reason or "Chưa ghi") for each in self._warned])
        line = self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(min(max(len(self._warned), 1), _ROWS) * line + line // 2 + 16)
        self.table.setVisible(bool(self._warned))
        self.reason.setVisible(bool(self._warned))
        self.no_warning.setVisible(not self._warned)
        self._show_relatives()

    def settle(self) -> None:
        """Nothing is typed here."""

    def take_focus(self) -> None:
        """Begin with the warnings, else with what can be scrolled."""
        (self.table if self._warned else self).setFocus()

    def give_reason(self) -> None:
        """Keep why the office goes on in spite of the chosen warning."""
        row = self.table.currentRow()
        if not 0 <= row < len(self._warned):
            return
        warned = self._warned[row]

        def take(values: Mapping[str, str]) -> None:
            self._open.desk.perform(go_on(self._open.whole, warned.finding, values["reason"]))

        asked = (Asked("reason", "Lý do", text=warned.reason),)
        window = AskValues("Lý do tiếp tục", "Ghi", asked, take, self, warned.message)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def _lay_out(self) -> None:
        self.add("", self.bar, self.state)
        self.add("Cần làm", self.to_do)
        self.add("Cảnh báo", self.no_warning, self.table, side_by_side(self.reason))
        self._relatives_title = self.add("Hồ sơ liên quan", self._relatives)
        self.end()

    def _show_relatives(self) -> None:
        while self._relative_rows.count():
            gone = self._relative_rows.takeAt(0).widget()
            if gone is not None:
                gone.deleteLater()
        found = relatives(self._open)
        for each in found:
            words = QLabel(each.words)
            words.setWordWrap(True)
            row = QFrame()
            column = QVBoxLayout(row)
            column.setContentsMargins(0, 0, 0, 4)
            column.addWidget(words)
            if each.dossier_id:
                show = QPushButton("Mở hồ sơ này")
                show.clicked.connect(lambda _=False, key=each.dossier_id: self.wanted.emit(key))
                column.addWidget(side_by_side(show))
            self._relative_rows.addWidget(row)
        self._relatives.setVisible(bool(found))
        self._relatives_title.setVisible(bool(found))
