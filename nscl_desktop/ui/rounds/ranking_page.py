"""Xếp hạng: the order with the cut line, results chosen by rank or one by one, the decision noted to the dossiers."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.dossiers.ranking import Ranked
from nscl_desktop.domain.errors import InputError
from nscl_desktop.presenters.round_scores import line_words, rank_rows
from nscl_desktop.presenters.round_sheet import RoundSheet
from nscl_desktop.services import dossier_rounds as rounds
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.rounds.round_windows import DecisionWindow, ReasonWindow
from nscl_desktop.ui.tab import Surroundings


class RankingPage(QWidget):
    """``decided`` is called when dossiers were changed by a decision."""

    def __init__(self, sheet: RoundSheet, around: Surroundings, decided: Callable[[], object]) -> None:
        super().__init__()
        self._sheet, self._around, self._decided = sheet, around, decided
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.decision = QLabel()
        self.decision.setProperty("role", "caption")
        self.decision.setWordWrap(True)
        self.table = ReadTable(
            "Xếp hạng",
            (
                ReadColumn("Hạng", 6, is_figure=True), ReadColumn("Đơn vị"),
                ReadColumn("Tổng điểm", 10, is_figure=True), ReadColumn("Đề nghị (đồng)", 14, is_figure=True),
                ReadColumn("Kết quả", 15), ReadColumn("Ghi chú", 28),
            ),
        )  # fmt: skip
        self.by_rank = QPushButton("Chọn theo thứ tự")
        self.by_rank.setToolTip("Đơn vị trên vạch: được chọn; dưới vạch: không được chọn")
        self.choose = QPushButton("Được chọn")
        self.refuse = QPushButton("Không được chọn")
        self.decide = QPushButton("Ghi quyết định…")
        self._lay_out()
        self.by_rank.clicked.connect(self._choose_by_rank)
        self.choose.clicked.connect(lambda: self._set("chosen"))
        self.refuse.clicked.connect(lambda: self._set("not"))
        self.decide.clicked.connect(self._ask_decision)
        make_action(self, Command("Được chọn", lambda: self._set("chosen"), keys=("Ctrl+1",)))
        make_action(self, Command("Không được chọn", lambda: self._set("not"), keys=("Ctrl+2",)))
        self.table.currentCellChanged.connect(lambda *_: self._follow_row())
        self.setFocusProxy(self.table)

    @property
    def ranked(self) -> Ranked | None:
        """The candidate of the current row; None on the line."""
        found = self.table.current_data
        return found if isinstance(found, Ranked) else None

    def follow(self) -> None:
        """Show the order as it is now."""
        rows = rank_rows(self._sheet)
        texts: list[tuple[str, ...]] = []
        data: list[Ranked | None] = []
        line = -1
        for at, row in enumerate(rows):
            if row.is_below and line < 0 and at and row.ranked.candidate.is_eligible:
                line = at
                texts.append(("", "▬▬  Vạch chỉ tiêu  ▬▬", "", "", "", ""))
                data.append(None)
            texts.append(row.texts)
            data.append(row.ranked)
        self.table.fill(texts, data)
        if line >= 0:
            self._draw_line(line)
        self.words.setText(line_words(self._sheet))
        selection = self._sheet.selection
        on = f" ngày {format_short(selection.decided_on)}" if selection.decided_on else ""
        self.decision.setText(f"Quyết định phê duyệt: {selection.decision}{on}" if selection.decision else "")
        self.decision.setVisible(bool(selection.decision))
        self.by_rank.setEnabled(bool(rows))
        self.decide.setEnabled(bool(rows))
        self.decide.setText("Ghi lại quyết định…" if selection.decision else "Ghi quyết định…")
        self._follow_row()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.by_rank, self.choose, self.refuse):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.decide.setProperty("primary", "true")
        buttons.addWidget(self.decide)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(self.table, 1)
        column.addWidget(self.decision)
        column.addLayout(buttons)

    def _draw_line(self, row: int) -> None:
        accent, window = self._around.theme.colour("accent"), self._around.theme.colour("window")
        bold = QFont(self.table.font())
        bold.setWeight(QFont.Weight.DemiBold)
        for column in range(self.table.columnCount()):
            item = self.table.item(row, column)
            if item is not None:
                item.setBackground(QBrush(window))
                item.setForeground(QBrush(accent))
                item.setFont(bold)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)

    def _follow_row(self) -> None:
        is_there = self.ranked is not None
        self.choose.setEnabled(is_there)
        self.refuse.setEnabled(is_there)

    def _choose_by_rank(self) -> None:
        desk, sheet = self._sheet.desk, self._sheet
        attempted(
            self._around.voice,
            lambda: desk.perform(rounds.choose_by_rank(sheet.selection, sheet.ranking())),
        )

    def _set(self, result: str) -> None:
        row, selection, desk = self.ranked, self._sheet.selection, self._sheet.desk
        if row is None:
            return
        try:
            desk.perform(rounds.set_result(selection, row, result))
        except InputError as error:
            if not row.candidate.is_eligible:
                self._around.voice.refused.emit(error.sentence)
                return

            def take(reason: str) -> None:
                desk.perform(rounds.set_result(selection, row, result, reason))

            window = ReasonWindow(error.sentence, take, self)
            window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            window.open()

    def _ask_decision(self) -> None:
        sheet = self._sheet
        selection = sheet.selection
        chosen = [each for each in sheet.candidates() if each.result == "chosen"]
        opens = not sheet.is_of_consultants and any(each.dossier_id not in sheet.opened.wholes for each in chosen)

        def take(decision: str, day: str, title: str) -> None:
            step = rounds.record_decision(sheet.selection, sheet.ranking(), sheet.opened.wholes, title, decision, day)
            sheet.desk.perform(step)
            if not sheet.is_of_consultants:
                self._decided()

        known = selection.decision, format_short(selection.decided_on)
        window = DecisionWindow(known, take, self, opens=opens)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()
