"""Section Sổ kinh phí: plan and niên độ chosen at the top, the ledger of it below."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.presenters.dossier_list import plan_words
from nscl_desktop.presenters.ledger_office import OpenLedger
from nscl_desktop.presenters.ledger_rows import paper_of
from nscl_desktop.presenters.ledger_sheet import LedgerSheet
from nscl_desktop.presenters.office import Office
from nscl_desktop.services.ledger_years import open_year
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.commands import Command, make_action, tool_button
from nscl_desktop.ui.elided_combo import ElidedCombo
from nscl_desktop.ui.elided_label import ElidedLabel
from nscl_desktop.ui.file_target import chosen_target
from nscl_desktop.ui.ledger.ledger_page import LedgerPage
from nscl_desktop.ui.ledger.year_windows import AllotWindow
from nscl_desktop.ui.nothing_yet import NothingYet
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.saving_aside import save_aside
from nscl_desktop.ui.tab import EDIT, FILE, TOOLS, VIEW, Menus, Surroundings, TabMaker

_WORDS = (
    "Sổ theo dõi kinh phí theo từng dòng của kế hoạch, niên độ và nguồn: giao, điều chỉnh, cam kết, thanh toán.\n"
    "Hợp đồng và khoản chi của hồ sơ hỗ trợ tự vào sổ. Ba số còn lại luôn thấy ngay: chưa cam kết, cam kết chưa chi,\n"
    "chưa chi. Bước đầu: giao dự toán cả năm lấy từ kế hoạch, rồi ghi từng bút toán bằng Ctrl+N."
)
_NO_PLAN = "Chưa có kế hoạch nào để mở sổ. Hãy lập hoặc nhập kế hoạch ở tab Kế hoạch, rồi quay lại đây."


def prepare(_office: Office, _preferences: Preferences) -> TabMaker:
    """Everything is read when the section is first looked at."""
    return LedgerTab


class LedgerTab:
    """The section's parts and what they do with one another."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._plans: Sequence[PlanRow] = ()
        self._opened: OpenLedger | None = None
        self._wanted: tuple[str, int] = ("", 0)
        self._entry = ""
        self.page: LedgerPage | None = None
        """The niên độ on the desk."""
        self.plan, self.year, self.source = ElidedCombo(), QComboBox(), QComboBox()
        self.state = ElidedLabel()
        self.state.setProperty("role", "caption")
        self.nothing = NothingYet(
            "Chưa mở niên độ",
            _WORDS,
            ("Giao dự toán cả năm từ kế hoạch…", self._allot),
            ("Mở niên độ, chưa giao", self._open_bare),
        )
        self._whole, self._stack, self._bar = QWidget(), QStackedWidget(), QHBoxLayout()
        self.export = make_action(
            self._whole, Command("Xuất sổ kinh phí ra Excel…", self._export, "export"), around.theme
        )
        self.find = make_action(self._whole, Command("Chọn kế hoạch, niên độ", self.plan.setFocus, keys=("Ctrl+F",)))
        self.round = make_action(self._whole, Command("Sang vùng khác", self._go_round, keys=("F6",)))
        self._lay_out()
        self.plan.activated.connect(lambda _: self._on_plan())
        self.year.activated.connect(lambda _: self._read())
        self.source.activated.connect(lambda _: self._on_source())

    # -- what the window asks ---------------------------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The section's page."""
        return self._whole

    def menus(self) -> Menus:
        """Commands on the niên độ."""
        self.export.setEnabled(self.page is not None)
        page = self.page
        if page is None:
            return {VIEW: [self.find]}
        return {
            FILE: [page.new, None, self.export],
            EDIT: [page.undo_action, page.redo_action, None, page.edit, page.delete],
            VIEW: [self.find, page.explain_action, None, self.round],
            TOOLS: [page.allot, page.transfer, page.cut, page.carry, None, page.close_year],
        }

    def come_in_front(self) -> None:
        """Read anew: dossiers may have been paid, or the plan amended, meanwhile."""
        self._around.voice.title.emit("Sổ kinh phí")
        self._around.voice.findings.emit(-1, -1, -1)
        self._read_plans()
        if self.page:
            self.page.table.setFocus()
        else:
            self.nothing.take_focus()

    def go_to_findings(self) -> None:
        """What is over stands in its line."""

    def settle(self) -> None:
        """Entries are typed in windows of their own."""

    def open_record(self, entity: str, key: str) -> None:
        """Show a niên độ, or an entry in it."""
        ledgers = self._around.office.ledgers

        def show(place: tuple[str, int]) -> None:
            self._wanted = place
            self._entry = key if entity == "ledger_entry" else ""
            self._read_plans()

        self._around.operations.run("", lambda _: ledgers.place_of(entity, key), show)

    def read_again(self) -> None:
        """Nothing of before may stay on the desk."""
        self._put_away()
        self._read_plans()

    # -- choosing ---------------------------------------------------------------------------------------------------

    def _read_plans(self) -> None:
        def take(plans: Sequence[PlanRow]) -> None:
            self._plans = plans
            kept = self._wanted[0] or str(self.plan.currentData() or "")
            self.plan.clear()
            for row in plans:
                self.plan.addItem(plan_words(row), row.id)
            self.plan.setCurrentIndex(max(self._place_of(kept), 0))
            self.nothing.words.setText(_WORDS if plans else _NO_PLAN)
            for button in self.nothing.buttons:
                button.setVisible(bool(plans))
            self._offer_years()
            self._read()

        self._around.operations.run("", lambda _: list(self._around.office.ledgers.plans()), take)

    def _place_of(self, plan_id: str) -> int:
        """Where a plan stands in the list; one that was amended meanwhile is found by the version that came of it."""
        rows = enumerate(self._plans)
        return next((at for at, row in rows if plan_id and plan_id in (row.id, row.origin_id)), -1)

    def _offer_years(self) -> None:
        row = next((each for each in self._plans if each.id == self.plan.currentData()), None)
        kept = self._wanted[1] or int(self.year.currentData() or 0)
        self.year.clear()
        if row is None:
            return
        first, last = row.year_from or row.year_to or 0, row.year_to or row.year_from or 0
        years = sorted({*range(first, last + 2), kept} - {0})
        for year in years:
            self.year.addItem(f"Niên độ {year}", year)
        today = date.today().year  # noqa: DTZ011 - the clerk's own day
        chosen = kept or min(max(today, first), last)
        self.year.setCurrentIndex(max(self.year.findData(chosen), 0))

    def _on_plan(self) -> None:
        self._wanted = (str(self.plan.currentData() or ""), 0)
        self.year.clear()
        self._offer_years()
        self._read()

    def _on_source(self) -> None:
        if self.page:
            self.page.show_source(self.source.currentData())

    def _read(self) -> None:
        plan_id, year = str(self.plan.currentData() or ""), int(self.year.currentData() or 0)
        self._wanted = (plan_id, year)
        if not plan_id or not year:
            self._put_away()
            return

        def take(opened: OpenLedger) -> None:
            if self._wanted == (plan_id, year):  # else the choice went on meanwhile
                self._show(opened)

        self._around.operations.run("", lambda _: self._around.office.ledgers.read(plan_id, year), take)

    def _show(self, opened: OpenLedger) -> None:
        line = self.page.line_id if self.page and self._is_same(opened) else ""
        had_focus = bool(self.page and self.page.isAncestorOf(self._whole.focusWidget()))
        self._put_away()
        self._opened = opened
        self._offer_sources(LedgerSheet(opened))
        if opened.desk is None:
            self.nothing.title.setText(f"Niên độ {opened.year} của {opened.row.code} chưa mở")
            self.state.setText("")
            return
        page = self.page = LedgerPage(opened, opened.desk, self.source.currentData(), self._around)
        page.state_changed.connect(self._on_state)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        for action in (page.new, page.transfer, page.cut):
            self._bar.addWidget(tool_button(action, with_words=True))
        if line:
            page.table.go_to(line)
        if self._entry:
            page.choose_entry(self._entry)
            self._entry = ""
        elif had_focus:
            page.table.setFocus()
        self._on_state()

    def _is_same(self, opened: OpenLedger) -> bool:
        before = self._opened
        return before is not None and (before.first, before.year) == (opened.first, opened.year)

    def _offer_sources(self, sheet: LedgerSheet) -> None:
        kept = self.source.currentData()
        self.source.clear()
        self.source.addItem("Mọi nguồn", None)
        for code, name in sheet.sources():
            self.source.addItem(name, code)
        self.source.setCurrentIndex(max(self.source.findData(kept), 0))
        for combo in (self.year, self.source):
            combo.setMinimumWidth(combo.sizeHint().width())

    def _on_state(self) -> None:
        if self.page:
            self.state.setText(self.page.sheet.state)
        self._around.voice.menus_changed.emit()

    def _put_away(self) -> None:
        self._stack.setCurrentWidget(self.nothing)
        while self._bar.count():
            widget = self._bar.takeAt(0).widget()
            if isinstance(widget, QToolButton):
                widget.deleteLater()
        if self.page:
            self._stack.removeWidget(self.page)
            self.page.deleteLater()
            self.page = None
            self._around.voice.menus_changed.emit()

    # -- doing ------------------------------------------------------------------------------------------------------

    def _allot(self) -> None:
        if self._opened:
            window = AllotWindow(LedgerSheet(self._opened), self._save, self._whole)
            window.open()

    def _open_bare(self) -> None:
        opened = self._opened
        if opened:
            year = LedgerSheet(opened).year
            attempted(self._around.voice, lambda: self._save(open_year(year, (), opened.row.code)))

    def _save(self, step: ChangeSet) -> None:
        """A step that opens the niên độ, which is on no desk yet."""
        told = f"Đã {step.words[:1].lower()}{step.words[1:]}"
        save_aside(self._around, self._around.office.ledgers.add, step, told, done=self._read, undone=self._read)

    def _export(self) -> None:
        page = self.page
        if page is None:
            return
        folder = self._around.preferences.text("folder.export") or str(Path.home())
        name = f"So kinh phi {page.sheet.opened.row.code} {page.sheet.number}.xlsx"
        target = chosen_target(self._whole, "Xuất sổ kinh phí", str(Path(folder) / name), "Excel (*.xlsx)")
        if target is None:
            return
        self._around.preferences.remember("folder.export", str(target.parent))
        paper, ledgers, said = paper_of(page.sheet), self._around.office.ledgers, self._around.voice.said
        self._around.operations.run(
            "Đang xuất sổ kinh phí",
            lambda _: ledgers.write(paper, target),
            lambda _: said.emit(f"Đã xuất sổ kinh phí ra {target.name}"),
        )

    def _go_round(self) -> None:
        page = self.page
        if page is None:
            self.plan.setFocus()
        elif page.table.isAncestorOf(self._whole.focusWidget()) or page.table.view.hasFocus():
            page.list.entries.setFocus()
        elif self.plan.hasFocus() or self.year.hasFocus() or self.source.hasFocus():
            page.table.setFocus()
        else:
            self.plan.setFocus()

    def _lay_out(self) -> None:
        for combo, words in ((self.plan, "Kế hoạch"), (self.year, "Niên độ"), (self.source, "Nguồn")):
            combo.setAccessibleName(words)
            if combo is not self.plan:
                combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.plan.setMinimumWidth(200)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.plan, 2)
        row.addWidget(self.year)
        row.addWidget(self.source)
        row.addLayout(self._bar)
        row.addStretch(1)
        unit = QLabel("ĐVT: đồng")
        unit.setProperty("role", "caption")
        below = QHBoxLayout()
        below.addWidget(self.state, 1)
        below.addWidget(unit)
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(6)
        column.addLayout(row)
        column.addLayout(below)
        column.addWidget(self._stack, 1)
        self._stack.addWidget(self.nothing)
