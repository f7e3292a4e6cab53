"""One selection round: its facts, criteria, candidates, points and order, each on a page of its own."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.dossiers.whole import WholeDossier
from nscl_desktop.domain.money import format_quantity
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.selection import Candidate, SelectionRound
from nscl_desktop.presenters.round_office import OpenRound, Waiting
from nscl_desktop.presenters.round_scores import ScoreGrid
from nscl_desktop.presenters.round_sheet import CandidateList, CriterionList, RoundSheet
from nscl_desktop.services import round_parts as parts
from nscl_desktop.services.desk import Changed, Refused
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.elided_label import ElidedLabel
from nscl_desktop.ui.enterprises.unit_picker import UnitPicker
from nscl_desktop.ui.point_table import PointTable
from nscl_desktop.ui.record_table import RecordTable
from nscl_desktop.ui.record_table_model import ExtraColumn
from nscl_desktop.ui.rounds.ranking_page import RankingPage
from nscl_desktop.ui.rounds.round_facts import RoundFacts
from nscl_desktop.ui.rounds.round_windows import WaitingWindow
from nscl_desktop.ui.rounds.score_grid import ScoreModel
from nscl_desktop.ui.tab import Surroundings
from nscl_desktop.ui.undoing import follow_undo, take_redo, take_undo, undo_actions

_MEANS = "Trung bình của mọi người chấm"


class RoundPage(QWidget):
    """The round on the desk. ``dossiers_changed``: its decision touched dossiers, which other screens show too."""

    state_changed = Signal()
    read_wanted = Signal()
    """Candidates came whose units and dossiers are not known here yet."""
    dossiers_changed = Signal()

    def __init__(self, opened: OpenRound, around: Surroundings) -> None:
        super().__init__()
        self.sheet, self.desk, self._around = RoundSheet(opened), opened.desk, around
        self.title, self.about = ElidedLabel(), ElidedLabel()
        self.title.setProperty("role", "title")
        self.about.setProperty("role", "caption")
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.facts = RoundFacts(self.sheet, around)
        self.criteria = RecordTable(CriterionList(self.sheet), around, self.undo, noun="tiêu chí")
        self.sum = QLabel()
        self.sum.setProperty("role", "caption")
        self.candidates = RecordTable(
            CandidateList(self.sheet), around, self.undo, noun="đơn vị dự xét",
            extra=(
                ExtraColumn("Đơn vị", self._name), ExtraColumn("Hồ sơ", self._dossier),
                ExtraColumn("Điều cần xem", self._doubts),
            ),
            stretched=3,
        )  # fmt: skip
        self.candidates.stand_in_own_order()
        self.candidates.table.horizontalHeader().moveSection(3, 0)
        self.unit = QPushButton("Thêm đơn vị trong danh bạ…")
        self.doubts = QLabel()
        self.doubts.setProperty("role", "caption")
        self.doubts.setWordWrap(True)
        self.grid = ScoreGrid(self.sheet)
        model = ScoreModel(self.grid, lambda act: attempted(around.voice, act))
        self.scores = PointTable(model, model.put)
        self.judge, self.new_judge, self.missing = QComboBox(), QPushButton("Thêm người chấm…"), QLabel()
        self.ranking = RankingPage(self.sheet, around, self.dossiers_changed.emit)
        self.undo_action, self.redo_action = undo_actions(self, around.theme, self.undo, self.redo)
        self._lay_out()
        self._listen()
        self.follow()

    @property
    def selection(self) -> SelectionRound | None:
        """The round as it stands; None once it is deleted."""
        return self.sheet.opened.selection

    def undo(self) -> None:
        """Ctrl+Z: take back the last step on this round, a decision with what it noted to the dossiers."""
        self.settle()
        take_undo(self._around.voice, self.desk.undo, self._tell_dossiers)

    def redo(self) -> None:
        """Ctrl+Y."""
        self.settle()
        take_redo(self._around.voice, self.desk.redo, self._tell_dossiers)

    def settle(self) -> None:
        """Take what is being typed."""
        self.facts.settle()
        self.criteria.settle()
        self.candidates.settle()
        self.scores.settle()

    def take_focus(self) -> None:
        """Begin with the page in front."""
        page = self.pages.currentWidget()
        if page is not None:
            page.setFocus()

    def follow(self) -> None:
        """Show the round as it is now."""
        selection = self.selection
        self.setEnabled(selection is not None)
        follow_undo(self.undo_action, self.redo_action, self.desk.undo_stack)
        if selection is None:
            return
        what = "Tuyển chọn tổ chức tư vấn" if self.sheet.is_of_consultants else "Xét chọn đơn vị được hỗ trợ"
        held = f"họp ngày {format_short(selection.held_on)}" if selection.held_on else ""
        self.title.setText(selection.name)
        self.about.setText(" · ".join(filter(None, (what, held, selection.decision))))
        self.facts.follow()
        for table in (self.criteria, self.candidates):
            table.refresh()
        most = sum((each.most_points or Decimal(0) for each in self.sheet.criteria()), Decimal(0))
        self.sum.setText(f"Tổng điểm tối đa: {format_quantity(most)}. Trọng số của tiêu chí là điểm tối đa của nó.")
        self._offer_judges()
        self.scores.model().refresh()  # type: ignore[attr-defined]  # Qt knows its own kind of model only
        self.ranking.follow()
        self._show_doubts()

    # -- building ---------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for label, top, bottom in ((self.title, 8, 0), (self.about, 0, 4)):
            row = QHBoxLayout()
            row.setContentsMargins(16, top, 16, bottom)
            row.addWidget(label, 1)
            layout.addLayout(row)
        self.candidates.add_by(self._choose_dossiers)
        self.candidates.buttons.insertWidget(1, self.unit)
        self.pages.addTab(self.facts, "Thông tin")
        self.pages.addTab(self._page(self.criteria.table, self.criteria, self.sum), "Tiêu chí")
        self.pages.addTab(self._page(self.candidates.table, self.candidates, self.doubts), "Đơn vị dự xét")
        self.pages.addTab(self._score_page(), "Chấm điểm")
        self.pages.addTab(self.ranking, "Xếp hạng")
        layout.addWidget(self.pages, 1)

    def _page(self, first: QWidget, *widgets: QWidget) -> QWidget:
        page, column = QWidget(), QVBoxLayout()
        page.setLayout(column)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        for at, widget in enumerate(widgets):
            column.addWidget(widget, 0 if at else 1)
        page.setFocusProxy(first)
        return page

    def _score_page(self) -> QWidget:
        page, column, head = QWidget(), QVBoxLayout(), QHBoxLayout()
        page.setLayout(column)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        head.setSpacing(8)
        label = QLabel("Người chấm")
        label.setBuddy(self.judge)
        self.judge.setAccessibleName("Người chấm")
        self.judge.setMinimumWidth(28 * self.fontMetrics().averageCharWidth())
        self.missing.setProperty("role", "caption")
        for widget in (label, self.judge, self.new_judge, self.missing):
            head.addWidget(widget)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self.scores, 1)
        page.setFocusProxy(self.scores)
        return page

    def _listen(self) -> None:
        self.desk.subscribe(self._on_event)
        self.unit.clicked.connect(self._choose_unit)
        self.candidates.chosen.connect(lambda _: self._show_doubts())
        self.judge.activated.connect(self._on_judge)
        self.new_judge.clicked.connect(self._ask_judge)

    # -- what tables say --------------------------------------------------------------------------------------------

    def _name(self, record: Record) -> str:
        return self.sheet.name_of(record) if isinstance(record, Candidate) else ""

    def _dossier(self, record: Record) -> str:
        return self.sheet.dossier_of(record) if isinstance(record, Candidate) else ""

    def _doubts(self, record: Record) -> str:
        found = self.sheet.doubts_of(record) if isinstance(record, Candidate) else ()
        return f"{len(found)} điều" if len(found) > 1 else "".join(found)

    def _show_doubts(self) -> None:
        record = self.candidates.current
        found = self.sheet.doubts_of(record) if isinstance(record, Candidate) else ()
        self.doubts.setText("\n".join(found))
        self.doubts.setVisible(bool(found))

    # -- doing ------------------------------------------------------------------------------------------------------

    def _choose_dossiers(self) -> None:
        rounds = self._around.office.rounds

        def show(waiting: Waiting) -> None:
            there = [each.dossier_id or "" for each in self.sheet.candidates()]
            window = WaitingWindow(waiting, there, self._add_dossiers, self)
            window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            window.open()

        if self.sheet.is_of_consultants:
            self._choose_unit()
        else:
            self._around.operations.run("", lambda _: rounds.waiting(), show)

    def _add_dossiers(self, wholes: list[WholeDossier]) -> None:
        self._add(lambda: parts.add_candidates(self.sheet.selection, self.sheet.candidates(), wholes))

    def _choose_unit(self) -> None:
        def take(key: str, _name: str) -> None:
            self._add(lambda: parts.add_offer(self.sheet.selection, self.sheet.candidates(), key))

        title = "Chọn tổ chức tư vấn" if self.sheet.is_of_consultants else "Chọn đơn vị dự xét"
        window = UnitPicker(self._around.office.enterprises, self, title)
        window.picked.connect(take)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def _add(self, made: Callable[[], ChangeSet]) -> None:
        """Add candidates; what is known of them besides is read anew."""
        if attempted(self._around.voice, lambda: self.desk.perform(made())):
            self.read_wanted.emit()

    def _offer_judges(self) -> None:
        offers = [("", _MEANS), *((name, name) for name in self.grid.judges())]
        shown = [(self.judge.itemData(at), self.judge.itemText(at)) for at in range(self.judge.count())]
        if shown != offers:
            self.judge.clear()
            for value, label in offers:
                self.judge.addItem(label, value)
        if self.grid.judge not in dict(offers):
            self.grid.judge = ""
        self.judge.setCurrentIndex(self.judge.findData(self.grid.judge))
        nobody = "Chưa có ai chấm: thêm người chấm, rồi nhập điểm như trong Excel." if len(offers) == 1 else ""
        self.missing.setText(self.grid.missing() or nobody)

    def _on_judge(self) -> None:
        self.grid.judge = str(self.judge.currentData() or "")
        self.follow()
        self.scores.go_to_first()

    def _ask_judge(self) -> None:
        name, is_given = QInputDialog.getText(self, "Thêm người chấm", "Họ và tên người chấm")
        if is_given:
            self.add_judge(name)

    def add_judge(self, name: str) -> None:
        """Somebody who will give points; the grid is theirs then."""
        if attempted(self._around.voice, lambda: self.grid.add_judge(name)):
            self.follow()
            self.scores.go_to_first()

    # -- following --------------------------------------------------------------------------------------------------

    def _on_event(self, event: Changed | Refused) -> None:
        self.follow()
        self.state_changed.emit()
        if isinstance(event, Refused):
            self._around.voice.refused.emit(event.sentence)

    def _tell_dossiers(self, step: ChangeSet) -> None:
        if any(change.entity in ("dossier", "stage_step") for change in step.changes):
            self.dossiers_changed.emit()
