"""Thông tin của đợt xét giải: year and regime, plan and line, the days of the call, the meeting of the council."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from nscl_desktop.domain.awards import AwardRound
from nscl_desktop.presenters.award_lists import award_form
from nscl_desktop.presenters.award_remarks import round_remarks
from nscl_desktop.presenters.award_results_sheet import planned_words
from nscl_desktop.presenters.award_sheet import AwardSheet
from nscl_desktop.ui.awards.plan_offers import PlanOffers
from nscl_desktop.ui.record_form_view import RecordFormView
from nscl_desktop.ui.scrolled import scrolled
from nscl_desktop.ui.tab import Surroundings

_NAMES = (
    "name", "year", "regime_id", "plan_id", "line_id", "register_until", "file_until", "council_on", "council_place",
    "council_document", "conclusion", "note",
)  # fmt: skip
_SPANS = {"name": 2, "regime_id": 2, "line_id": 2, "council_place": 2}


class AwardFacts(QWidget):
    """The form, above it what does not fit. ``plan_changed``: norms of another province apply now."""

    plan_changed = Signal()

    def __init__(self, sheet: AwardSheet, around: Surroundings) -> None:
        super().__init__()
        self._sheet = sheet
        self.form = award_form(sheet, _NAMES)
        self.form.known_offers.update({"plan_id": (), "line_id": ()})
        self.view = RecordFormView(self.form, around.voice, columns=3, wide_lines=4, spans=_SPANS)
        self.plans = PlanOffers(self.form.known_offers, self.view, AwardRound, around, self._plan_now)
        self.plans.known = self._show_planned
        self._plan = self._plan_now()
        self.remarks = QLabel()
        self.remarks.setWordWrap(True)
        self.planned = QLabel()
        self.planned.setWordWrap(True)
        inner = QFrame()
        inner.setProperty("panel", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.remarks)
        column.addWidget(self.planned)
        column.addWidget(self.view)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inner))
        self.setFocusProxy(self.view.editor("name"))

    def follow(self) -> None:
        """Show the round as it is now."""
        self.view.refresh()
        remarks = round_remarks(self._sheet)
        self.remarks.setText("\n".join(f"⚠ {words}" for words in remarks))
        self.remarks.setVisible(bool(remarks))
        self.plans.follow()
        self._show_planned()
        if self._plan != self._plan_now():
            self._plan = self._plan_now()
            self.plan_changed.emit()

    def settle(self) -> None:
        """Take what is being typed."""
        self.view.settle()

    def _show_planned(self) -> None:
        """What the line of the plan prices, once the plan was read."""
        use, held = self.plans.use, self._sheet.opened.held
        line, bases = (held.line_id if held else None) or "", self._sheet.opened.rules.bases()
        words = planned_words(use.budget, line, bases, self._sheet.today) if use and line else ""
        self.planned.setText(words)
        self.planned.setVisible(bool(words))

    def _plan_now(self) -> str:
        held = self._sheet.opened.held
        return (held.plan_id if held else None) or ""
