"""Thông tin của đợt: name, day, quota and money, plan and line, and what the plan has left beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from nscl_desktop.domain.money import format_amount, format_quantity
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.selection import SelectionRound
from nscl_desktop.presenters.dossier_list import plan_words
from nscl_desktop.presenters.dossier_office import PlanUse
from nscl_desktop.presenters.field_text import offers_of
from nscl_desktop.presenters.round_sheet import RoundForm, RoundSheet, left_in_plan
from nscl_desktop.services.enterprises import spec_of
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.record_form_view import RecordFormView
from nscl_desktop.ui.tab import Surroundings

_NAMES = ("name", "purpose", "held_on", "quota", "money", "plan_id", "line_id", "requirements")
_SPANS = {"name": 2, "line_id": 2}


class RoundFacts(QScrollArea):
    """The form, and below it what is left of the plan's line."""

    def __init__(self, sheet: RoundSheet, around: Surroundings) -> None:
        super().__init__()
        self._sheet, self._around = sheet, around
        self._use: PlanUse | None = None
        self._plan = ""
        self.form = RoundForm(sheet, _NAMES, {"plan_id": (), "line_id": ()})
        self.view = RecordFormView(self.form, around.voice, columns=3, wide_lines=4, spans=_SPANS)
        self.left = QLabel()
        self.left.setWordWrap(True)
        self.take = QPushButton("Lấy làm chỉ tiêu và kinh phí")
        self.take.clicked.connect(self._take_left)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner, column, row = QWidget(), QVBoxLayout(), QHBoxLayout()
        inner.setLayout(column)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(16)
        column.addWidget(self.view)
        row.addWidget(self.left, 1)
        row.addWidget(self.take)
        column.addLayout(row)
        column.addStretch(1)
        self.setWidget(inner)
        self.setFocusProxy(self.view.editor("name"))
        around.operations.run("", lambda _: around.office.dossiers.plans(), self._offer_plans)

    def follow(self) -> None:
        """Show the round as it is now."""
        self.view.refresh()
        plan = self._sheet.selection.plan_id or ""
        if plan != self._plan:
            self._plan, self._use = plan, None
            self.form.known_offers["line_id"] = ()
            if plan:
                self._ask_for_plan(plan)
        self._show_left()

    def settle(self) -> None:
        """Take what is being typed."""
        self.view.settle()

    def _offer_plans(self, rows: Sequence[PlanRow]) -> None:
        self.form.known_offers["plan_id"] = [(row.id, plan_words(row)) for row in rows]
        self.view.refresh()

    def _ask_for_plan(self, plan: str) -> None:
        dossiers = self._around.office.dossiers

        def take(use: PlanUse) -> None:
            self._take_use(plan, use)

        self._around.operations.run("", lambda _: dossiers.use_of(plan), take, lambda _: None)

    def _take_use(self, plan: str, use: PlanUse) -> None:
        if plan == self._plan and self._sheet.opened.selection is not None:
            self._use = use
            self.form.known_offers["line_id"] = offers_of(spec_of(SelectionRound, "line_id"), use.budget)
            self.view.refresh()
            self._show_left()

    def _show_left(self) -> None:
        line_id = self._sheet.selection.line_id or ""
        is_known = self._use is not None and self._use.budget.tree.has(line_id)
        self.take.setVisible(is_known)
        if self._use is None or not is_known:
            self.left.setText("")
            return
        quantity, money = left_in_plan(self._use, line_id, self._sheet.opened.kinds)
        unit = self._use.budget.tree.line(line_id).unit
        number = f"{format_quantity(quantity)} {unit}".strip() if quantity is not None else "chưa nêu số lượng"
        self.left.setText(f"Theo kế hoạch, mục này còn lại: {number}; {format_amount(money)} đồng.")

    def _take_left(self) -> None:
        line_id = self._sheet.selection.line_id or ""
        if self._use is None:
            return
        quantity, money = left_in_plan(self._use, line_id, self._sheet.opened.kinds)

        def take() -> None:
            if quantity is not None:
                self.form.enter("quota", format_quantity(max(quantity, quantity * 0)))
            self.form.enter("money", format_amount(max(money, 0)))

        attempted(self._around.voice, take)
