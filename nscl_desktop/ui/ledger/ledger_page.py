"""A niên độ of the ledger: lines with figures above, entries and dossiers of the chosen line below."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QSplitter, QVBoxLayout, QWidget
from shiboken6 import isValid

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.ledger import LedgerEntry
from nscl_desktop.domain.ledger_paper import line_words
from nscl_desktop.domain.ledger_sums import DossierShare
from nscl_desktop.domain.settlement_pack import SettlementPack
from nscl_desktop.presenters.ledger_draft import EntryDraft
from nscl_desktop.presenters.ledger_explaining import dossiers_of, explain, target_of
from nscl_desktop.presenters.ledger_office import OpenLedger
from nscl_desktop.presenters.ledger_rows import foot_rows, line_rows
from nscl_desktop.presenters.ledger_sheet import LedgerSheet
from nscl_desktop.services import ledger_entries as entries
from nscl_desktop.services.desk import Desk
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.budget.explanation_window import ExplanationWindow
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.ledger.cut_window import CutWindow
from nscl_desktop.ui.ledger.entry_list import DOSSIERS, HISTORY, EntryList
from nscl_desktop.ui.ledger.entry_window import EntryWindow
from nscl_desktop.ui.ledger.ledger_table import LedgerTable
from nscl_desktop.ui.ledger.move_windows import CarryWindow, TransferWindow
from nscl_desktop.ui.ledger.settlement_window import SettlementWindow
from nscl_desktop.ui.ledger.year_windows import AllotWindow, CloseWindow
from nscl_desktop.ui.tab import Surroundings
from nscl_desktop.ui.undoing import follow_undo, take_redo, take_undo, undo_actions

_SMALL = 360
"""Pixels of height below which not both parts have room for some rows."""


class LedgerPage(QWidget):
    """The niên độ on the desk. ``state_changed`` after each step; ``source`` narrows the figures to one source."""

    state_changed = Signal()

    def __init__(self, opened: OpenLedger, desk: Desk, source: str | None, around: Surroundings) -> None:
        super().__init__()
        self.sheet, self.desk, self._around = LedgerSheet(opened), desk, around
        self._source = source
        self._shares: Sequence[DossierShare] | None = None
        ledgers = around.office.ledgers
        self.table = LedgerTable(around.theme)
        self.list = EntryList(lambda: ledgers.history(desk.root_id), around)
        self.undo_action, self.redo_action = undo_actions(self, around.theme, self.undo, self.redo)
        self._make_commands()
        split = self._split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(self.list)
        split.setStretchFactor(0, 5)
        split.setStretchFactor(1, 2)
        split.setCollapsible(0, False)
        split.setSizes([600, 200])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(split)
        self.setFocusProxy(self.table)
        self._listen()
        self.follow()
        self.table.go_to(next((row.line_id for row in self.table.model.rows), ""))

    @property
    def line_id(self) -> str:
        """The line whose entries are shown; "" for our total."""
        return "" if self.table.foot.hasFocus() else self.table.line_id

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, lines and entries take turns."""
        super().resizeEvent(event)
        self._make_room(for_list=self.list.isAncestorOf(self.focusWidget()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The part with the keyboard is given the room."""
        if event.type() == QEvent.Type.FocusIn:
            self._make_room(for_list=watched is not self.table.view)
        return super().eventFilter(watched, event)

    def follow(self) -> None:
        """Show the niên độ as it is now."""
        self.sheet.follow()
        self.table.show_rows(line_rows(self.sheet, self._source), foot_rows(self.sheet, self._source))
        follow_undo(self.undo_action, self.redo_action, self.desk.undo_stack)
        is_open = self.sheet.is_opened and not self.sheet.is_closed
        for action in (self.new, self.transfer, self.cut, self.carry, self.close_year):
            action.setEnabled(is_open)
        self.allot.setEnabled(is_open and not self.sheet.has_allotment)
        self._show_line()

    def show_source(self, source: str | None) -> None:
        """Narrow the figures to one source, or show all."""
        self._source = source
        self.follow()

    def undo(self) -> None:
        """Ctrl+Z."""
        take_undo(self._around.voice, self.desk.undo)

    def redo(self) -> None:
        """Ctrl+Y."""
        take_redo(self._around.voice, self.desk.redo)

    def choose_entry(self, key: str) -> None:
        """Show an entry in the list below its line."""
        entry = next((each for each in self.sheet.entries() if each.id == key), None)
        if entry:
            self.table.go_to(self.sheet.lines.in_force(entry.line_id or ""))
            self._show_line()
            self.list.choose(key)

    def explain(self) -> None:
        """F4: the figure as the entries and dossiers it is made of; each opens on Enter."""
        found = self.table.figure()
        if found is None:
            self._around.voice.said.emit("Đưa con trỏ vào một số rồi bấm F4 để xem số này từ đâu ra.")
            return
        row, figure = found

        def show(shares: Sequence[DossierShare]) -> None:
            explanation = explain(self.sheet, row.line_id, figure, self._source, shares)
            window = ExplanationWindow(explanation, "đồng", self._go, self, "Mở")
            window.resize(900, 460)
            self._open(window)

        self._with_shares(show)

    # -- building ---------------------------------------------------------------------------------------------------

    def _make_commands(self) -> None:
        theme = self._around.theme

        self.new = make_action(self, Command("Ghi bút toán…", self.add_entry, "add", ("Ctrl+N",)), theme)
        self.edit = make_action(self, Command("Sửa bút toán…", self._edit_current, "edit", ("F2",)), theme)
        self.delete = make_action(self, Command("Xóa bút toán", self._delete, "delete", ("Delete",)), theme)
        self.explain_action = make_action(self, Command("Giải thích số này", self.explain, keys=("F4",)), theme)
        self.transfer = make_action(self, Command("Điều chuyển…", self._transfer), theme)
        self.cut = make_action(self, Command("Cắt giảm…", self._cut), theme)
        self.carry = make_action(self, Command("Chuyển nguồn sang năm sau…", self._carry), theme)
        self.allot = make_action(self, Command("Giao dự toán cả năm từ kế hoạch…", self._allot), theme)
        self.close_year = make_action(self, Command("Khóa sổ niên độ…", self._close), theme)

    def _listen(self) -> None:
        self.desk.subscribe(lambda _: self._on_step())
        self.table.line_chosen.connect(lambda _: self._show_line())
        self.table.view.activated.connect(lambda _: self.explain())
        self.table.foot.activated.connect(lambda _: self.explain())
        self.list.add.clicked.connect(lambda: self.add_entry())  # noqa: PLW0108 - without Qt's own argument
        self.list.edit.clicked.connect(lambda: self._edit_current())  # noqa: PLW0108 - likewise
        self.list.delete.clicked.connect(lambda: self._delete())  # noqa: PLW0108 - likewise
        self.list.edit_wanted.connect(self._edit)
        self.list.dossier_wanted.connect(lambda key: self._around.voice.record_wanted.emit("dossier", key))
        for part in (self.table.view, self.list.entries, self.list.dossiers, self.list.history.table):
            part.installEventFilter(self)
        self.list.tabBarClicked.connect(lambda _: self._make_room(for_list=True))
        self.list.settlement_wanted.connect(self._settle)
        self.list.currentChanged.connect(lambda _: self._show_line())

    def _make_room(self, *, for_list: bool) -> None:
        """Share a small height out; a larger one is shared as the user wants it."""
        height = self.height()
        if height < _SMALL:
            least = self.list.minimumHeight()
            lines = max(height - 4 * least, 3 * least) if for_list else height - least
            self._split.setSizes([lines, height - lines])

    # -- showing ----------------------------------------------------------------------------------------------------

    def _on_step(self) -> None:
        if isValid(self):
            self.follow()
            self.state_changed.emit()

    def _show_line(self) -> None:
        line_id = self.line_id
        label, text = line_words(self.sheet.sums, line_id) if line_id else ("", "")
        place = f"mục {label}" if label else (f"dòng “{text}”" if line_id else "niên độ này")
        self.list.show_entries(self.sheet, self.sheet.entries_of(line_id, self._source), place)
        if self.list.currentIndex() == DOSSIERS:
            self._with_shares(
                lambda shares: self.list.show_dossiers(dossiers_of(self.sheet, self.line_id, self._source, shares))
            )
        elif self.list.currentIndex() == HISTORY:
            self.list.history.follow()

    def _with_shares(self, show: Callable[[Sequence[DossierShare]], object]) -> None:
        """Call ``show`` with the dossiers behind the niên độ, which are read when they are first wanted."""
        if self._shares is not None:
            show(self._shares)
            return
        opened, ledgers = self.sheet.opened, self._around.office.ledgers

        def take(shares: Sequence[DossierShare]) -> None:
            if isValid(self):
                self._shares = shares
                show(shares)

        self._around.operations.run("", lambda _: ledgers.shares(opened.row.id, opened.year), take)

    def _go(self, text: str) -> None:
        entity, key = target_of(text)
        if entity == LedgerEntry.entity:
            self.choose_entry(key)
        else:
            self._around.voice.record_wanted.emit(entity, key)

    # -- steps ------------------------------------------------------------------------------------------------------

    def add_entry(self) -> None:
        """Ctrl+N: an entry on the line of the keyboard."""
        self._enter(EntryDraft(self.sheet))

    def _edit_current(self) -> None:
        if self.list.entry is not None:
            self._edit(self.list.entry)

    def _edit(self, entry: LedgerEntry) -> None:
        self._enter(EntryDraft(self.sheet, entry, corrects=self.sheet.is_closed))

    def _enter(self, draft: EntryDraft) -> None:
        begin = draft.begin(self.line_id, self._source)
        self._open(EntryWindow(draft, begin, self._take, self))

    def _delete(self) -> None:
        entry = self.list.entry
        if entry is not None:
            attempted(
                self._around.voice,
                lambda: self._take(entries.remove(self.sheet.position(), entry, self.sheet.others())),
            )

    def _transfer(self) -> None:
        self._open(TransferWindow(self.sheet, self._cell(), self._take, self))

    def _cut(self) -> None:
        self._open(CutWindow(self.sheet, self.line_id, self._take, self))

    def _carry(self) -> None:
        self._open(CarryWindow(self.sheet, self._cell(), self._take, self))

    def _allot(self) -> None:
        self._open(AllotWindow(self.sheet, self._take, self))

    def _close(self) -> None:
        self._open(CloseWindow(self.sheet, self._take, self))

    def _settle(self, key: str) -> None:
        """The settlement pack of a dossier, read as it is now."""

        def show(pack: SettlementPack) -> None:
            if isValid(self):
                self._open(SettlementWindow(pack, self._around, self))

        self._around.operations.run("", lambda _: self._around.office.ledgers.settlement(key), show)

    def _cell(self) -> tuple[str, str]:
        known = [code for (line, code), flow in self.sheet.sums.cells(self.line_id).items() if flow.current]
        return self.line_id, self._source or next(iter(known), "")

    def _take(self, step: ChangeSet) -> None:
        """Make a step and say so, with a way back."""
        self.desk.perform(step)
        self._around.voice.done.emit(f"Đã {step.words[:1].lower()}{step.words[1:]}", "Hoàn tác", self.undo)

    @staticmethod
    def _open(window: QDialog) -> None:
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()
