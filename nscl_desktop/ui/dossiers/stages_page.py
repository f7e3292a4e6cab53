"""Giai đoạn & giấy tờ: stages with their days and documents, papers in and missing, reports of the unit."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from nscl_desktop.domain.dates import format_short, parse_date
from nscl_desktop.domain.supports import ReportRequest
from nscl_desktop.presenters.dossier_office import OpenDossier
from nscl_desktop.presenters.dossier_parts import PartRows
from nscl_desktop.presenters.dossier_stages import PaperRows, StageRows, report_words
from nscl_desktop.services.dossier_steps import ask_report
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.dossiers.page_parts import Asked, AskValues, ScrolledColumn
from nscl_desktop.ui.record_table import RecordTable
from nscl_desktop.ui.record_table_model import ExtraColumn
from nscl_desktop.ui.tab import Surroundings

_REPORT = ("kind", "subject", "asked_on", "due_on", "received_on", "note")
_STAGES, _PAPERS, _REPORTS = 11, 10, 3


class StagesPage(ScrolledColumn):
    """Three tables."""

    def __init__(self, open_dossier: OpenDossier, around: Surroundings, undo: Callable[[], object], today: str) -> None:
        super().__init__("Giai đoạn và giấy tờ")
        self._open, self._around, self._today = open_dossier, around, today
        self.stage_rows, self.paper_rows = StageRows(open_dossier, today), PaperRows(open_dossier)
        self.report_rows = PartRows(open_dossier, ReportRequest, _REPORT)
        stands = ExtraColumn("Tình trạng", self.stage_rows.status)
        self.stages = RecordTable(
            self.stage_rows, around, undo, noun="bước", stretched=5, rows=_STAGES, extra=(stands,)
        )
        status = ExtraColumn("Tình trạng", self.paper_rows.status)
        self.papers = RecordTable(
            self.paper_rows, around, undo, noun="giấy tờ khác", stretched=1, rows=_PAPERS, extra=(status,)
        )
        how = ExtraColumn("Tình trạng", lambda record: report_words(open_dossier, record, today))
        self.reports = RecordTable(
            self.report_rows, around, undo, noun="yêu cầu báo cáo", stretched=5, rows=_REPORTS, extra=(how,)
        )
        self.receive = QPushButton("Đã nhận hôm nay")
        self.receive.setToolTip("Ghi giấy tờ đang chọn đã nhận hôm nay")
        self.receive.clicked.connect(self._receive)
        self.papers.buttons.insertWidget(0, self.receive)
        self.stages.add.hide()
        for table in (self.stages, self.papers, self.reports):
            table.stand_in_own_order()
            table.shrink_to(12)
        self.papers.shrink_to(24)
        self.stages.delete.setText("Xóa ghi chép của bước")
        self.papers.delete.setText("Xóa ghi chép")
        self.papers.add_by(self._add_paper)
        self.reports.add_by(self._ask_report)
        self.about = QLabel("Nhập ngày vào ô; mỗi bước ghi hạn, ngày thực hiện và văn bản.")
        self.about.setProperty("role", "caption")
        self.add("Các bước", self.about, self.stages)
        self.add("Giấy tờ của các bước", self.papers)
        self.add("Báo cáo của đơn vị", self.reports)
        self.end()

    def follow(self) -> None:
        """Show the stages as they are now."""
        for table in (self.stages, self.papers, self.reports):
            table.refresh()
        self.receive.setEnabled(self.papers.model.rowCount() > 0)

    def settle(self) -> None:
        """Take what is being typed."""
        for table in (self.stages, self.papers, self.reports):
            table.settle()

    def take_focus(self) -> None:
        """Begin with the stages."""
        self.stages.table.setFocus()

    def _receive(self) -> None:
        record = self.papers.current
        if record is not None:
            attempted(self._around.voice, lambda: self.paper_rows.receive(record, self._today))

    def _add_paper(self) -> None:
        def take(values: Mapping[str, str]) -> None:
            fresh = self.paper_rows.add_named(values["name"])
            self.papers.refresh()
            self.papers.choose(fresh)

        self._ask(AskValues("Giấy tờ khác", "Thêm", (Asked("name", "Tên giấy tờ"),), take, self))

    def _ask_report(self) -> None:
        kinds, subjects = (spec.choices for spec in self.report_rows.specs[:2])
        asked = (
            Asked("kind", "Loại", kinds, "periodic"), Asked("subject", "Nội dung", subjects, "both"),
            Asked("asked_on", "Ngày yêu cầu", text=format_short(self._today)), Asked("due_on", "Hạn nộp"),
            Asked("note", "Ghi chú"),
        )  # fmt: skip

        def take(values: Mapping[str, str]) -> None:
            asked_on, due_on = (parse_date(values[name].strip()) for name in ("asked_on", "due_on"))
            self._open.desk.perform(
                ask_report(self._open.whole, values["kind"], values["subject"], asked_on, due_on, values["note"])
            )

        self._ask(AskValues("Yêu cầu báo cáo", "Thêm", asked, take, self))

    @staticmethod
    def _ask(window: AskValues) -> None:
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()
