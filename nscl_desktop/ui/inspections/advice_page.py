"""Kiến nghị, kết luận: shortcomings, what is to be mended until when, the unit's opinion, the conclusion."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QPushButton

from nscl_desktop.domain.inspections import Question, Recommendation
from nscl_desktop.domain.naming import shortened
from nscl_desktop.presenters.visit_record import FOLLOWED, VisitFacts, VisitForm, VisitParts
from nscl_desktop.services.desk import Desk
from nscl_desktop.services.visit_work import add_recommendation
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.inspections.scrolled_column import ScrolledColumn
from nscl_desktop.ui.inspections.whole_table import fit_rows
from nscl_desktop.ui.record_form_view import RecordFormView
from nscl_desktop.ui.record_table import RecordTable
from nscl_desktop.ui.tab import Surroundings

_COLUMNS = ("finding", "text", "deadline", *FOLLOWED)
_WIDEST = 1200
_WIDTHS = {"finding": 22, "deadline": 19, "closed_on": 20, "outcome": 20}
"""Characters; the recommendation itself takes what they leave."""


class AdvicePage(ScrolledColumn):
    """Texts and the table of recommendations, in the order of the paper."""

    def __init__(self, desk: Desk, facts: VisitFacts, around: Surroundings, undo: Callable[[], object]) -> None:
        super().__init__("Kiến nghị, kết luận", _WIDEST)
        self._desk, self._facts, self._around = desk, facts, around
        self.shortcomings = RecordFormView(VisitForm(desk, ("shortcomings",)), around.voice, wide_lines=4)
        self.words = RecordFormView(VisitForm(desk, ("opinion", "conclusion")), around.voice, wide_lines=4)
        parts = VisitParts(desk, Recommendation, _COLUMNS)
        self.table = RecordTable(parts, around, undo, noun="kiến nghị", stretched=1, lines=2)
        self.from_failed = QPushButton("Từ câu chưa đạt…")
        self.from_failed.setToolTip("Lấy tồn tại từ ghi chú của câu chưa đạt")
        self.from_failed.clicked.connect(self._offer_failed)
        self.table.buttons.insertWidget(1, self.from_failed)
        for name, characters in _WIDTHS.items():
            self.table.table.setColumnWidth(_COLUMNS.index(name), characters * self.fontMetrics().averageCharWidth())
        self.put(self.shortcomings, "Kiến nghị của đoàn kiểm tra", self.table, self.words)
        self.setFocusProxy(self.shortcomings.editor("shortcomings"))

    def follow(self) -> None:
        """Show the visit as it is now."""
        sheet = self._facts.sheet
        self.shortcomings.refresh()
        self.words.refresh()
        self.table.refresh()
        for column in range(len(_COLUMNS) - len(FOLLOWED), len(_COLUMNS)):  # told once the visit is finished
            self.table.table.setColumnHidden(column, sheet.is_open)
        fit_rows(self.table.table)
        table = self.table
        for button in (table.add, table.delete, table.up, table.down):
            button.setVisible(sheet.is_open)
        self.from_failed.setVisible(sheet.is_open and bool(self.failed()))

    def settle(self) -> None:
        """Take what is being typed."""
        for form in (self.shortcomings, self.words):
            form.settle()
        self.table.settle()

    def failed(self) -> tuple[Question, ...]:
        """Questions that were found chưa đạt and have no recommendation yet."""
        sheet = self._facts.sheet
        done = {each.question_id for each in sheet.recommendations}
        return tuple(each for each in sheet.failed() if each.id not in done)

    def failed_menu(self) -> QMenu:
        """The questions to take a finding from."""
        menu, tree = QMenu(self), self._facts.sheet.tree
        for each in self.failed():
            words = f"{tree.number(each)}. {shortened(each.text, 80)}"
            menu.addAction(words, lambda question=each: self._add(question))
        return menu

    def _offer_failed(self) -> None:
        self.failed_menu().popup(self.from_failed.mapToGlobal(self.from_failed.rect().bottomLeft()))

    def _add(self, question: Question) -> None:
        """Add a recommendation and go on typing in it."""

        def add() -> None:
            words = f"Khắc phục: {question.text}"
            step = add_recommendation(self._desk.book, self._desk.root_id, words, question_id=question.id)
            self._desk.perform(step)
            self.table.choose(step.changes[0].id)
            index = self.table.model.index(self.table.table.currentIndex().row(), _COLUMNS.index("text"))
            self.table.table.setCurrentIndex(index)
            self.table.table.setFocus()
            self.table.table.edit(index)

        attempted(self._around.voice, add)
