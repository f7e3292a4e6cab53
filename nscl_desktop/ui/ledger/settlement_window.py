"""Bộ hồ sơ quyết toán: the cover sheet of a dossier with what it still lacks, to be looked at, printed, exported."""

from datetime import date

from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from nscl_desktop.domain.appendix import AppendixDoc
from nscl_desktop.domain.settlement_pack import SettlementPack, cover
from nscl_desktop.presenters.minutes_sheet import Letterhead, plain_name
from nscl_desktop.ui.paper.minutes_page import MinutesPage
from nscl_desktop.ui.screen_room import fit_to_screen
from nscl_desktop.ui.tab import Surroundings


class SettlementWindow(QDialog):
    """What is missing at the left above the letterhead, the cover sheet at the right."""

    def __init__(self, pack: SettlementPack, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Bộ hồ sơ quyết toán")
        lacks = pack.lacks
        words = "Còn thiếu:\n" + "\n".join(f"• {each}" for each in lacks) if lacks else "Bộ hồ sơ đã đủ để quyết toán."
        self.lacks = QLabel(words)
        self.lacks.setWordWrap(True)
        self.page = MinutesPage(_Cover(pack), around, self.lacks, noun="bìa hồ sơ")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self.resize(1080, 680)
        fit_to_screen(self)
        self.page.come_in_front()


class _Cover:
    """What is printed."""

    def __init__(self, pack: SettlementPack) -> None:
        self._pack = pack

    def document(self, head: Letterhead) -> AppendixDoc:
        """The cover under the office's letterhead, as of today."""
        return cover(self._pack, head.lines, date.today().isoformat())  # noqa: DTZ011 - the clerk's own day

    def file_name(self) -> str:
        """What its file is called at first."""
        dossier = self._pack.whole.dossier
        return plain_name(f"Bia ho so quyet toan {dossier.code or dossier.title}")
