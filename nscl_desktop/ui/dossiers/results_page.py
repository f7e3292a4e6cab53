"""Kết quả: indicators before and after, certificates with their end, the looks at 6, 12 and 24 months."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from nscl_desktop.domain.supports import FollowUp, Indicator
from nscl_desktop.presenters.dossier_form import WonCertificates, effect_words
from nscl_desktop.presenters.dossier_office import OpenDossier
from nscl_desktop.presenters.dossier_parts import PartRows
from nscl_desktop.presenters.enterprise_sheet import expiry_of
from nscl_desktop.services.dossier_steps import plan_follow_ups
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.dossiers.page_parts import ScrolledColumn
from nscl_desktop.ui.record_table import RecordTable
from nscl_desktop.ui.record_table_model import ExtraColumn
from nscl_desktop.ui.tab import Surroundings

_INDICATOR = ("name", "unit", "before", "before_on", "after", "after_on", "less_is_better")
_FOLLOW = ("months", "due_on", "done_on", "still_running", "note")
_ROWS = 3


class ResultsPage(ScrolledColumn):
    """Three tables."""

    def __init__(self, open_dossier: OpenDossier, around: Surroundings, undo: Callable[[], object], today: str) -> None:
        super().__init__("Kết quả")
        self._open, self._around = open_dossier, around
        self.indicators = RecordTable(
            PartRows(open_dossier, Indicator, _INDICATOR), around, undo, noun="chỉ số", rows=_ROWS,
            extra=(ExtraColumn("Kết quả", effect_words),)
        )  # fmt: skip
        self.certificates = RecordTable(
            WonCertificates(open_dossier), around, undo, noun="giấy chứng nhận", rows=_ROWS,
            extra=(ExtraColumn("Thời hạn", lambda record: expiry_of(record, today)),)
        )  # fmt: skip
        self.follow_ups = RecordTable(
            PartRows(open_dossier, FollowUp, _FOLLOW), around, undo, noun="lần theo dõi", rows=_ROWS, stretched=4
        )
        for table in (self.indicators, self.certificates, self.follow_ups):
            table.shrink_to(16)
        self.certificates.stand_in_own_order()
        self.follow_ups.stand_in_own_order()
        self.schedule = QPushButton("Lập lịch 6, 12, 24 tháng")
        self.schedule.setToolTip("Tính từ ngày nghiệm thu; lần đã có thì giữ nguyên")
        self.schedule.clicked.connect(self._plan)
        self.follow_ups.buttons.insertWidget(1, self.schedule)
        self.add("Chỉ số trước và sau hỗ trợ", self.indicators)
        self.add("Giấy chứng nhận có được từ hồ sơ này", self.certificates)
        self.add("Theo dõi sau hỗ trợ", self.follow_ups)
        self.end()

    def follow(self) -> None:
        """Show the results as they are now."""
        for table in (self.indicators, self.certificates, self.follow_ups):
            table.refresh()

    def settle(self) -> None:
        """Take what is being typed."""
        for table in (self.indicators, self.certificates, self.follow_ups):
            table.settle()

    def take_focus(self) -> None:
        """Begin with the indicators."""
        (self.indicators.table if self.indicators.table.isVisible() else self.indicators.add).setFocus()

    def _plan(self) -> None:
        attempted(self._around.voice, lambda: self._open.desk.perform(plan_follow_ups(self._open.whole)))
