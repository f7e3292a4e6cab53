"""Section Quy chế, mức thưởng: regimes with criteria and prizes, norms of prize money, lương cơ sở; all are edited."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QStackedWidget, QWidget

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.presenters.award_office import OpenRules
from nscl_desktop.presenters.award_rules_sheet import RulesSheet
from nscl_desktop.presenters.office import Office
from nscl_desktop.ui.awards.rules_page import RulesPage
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.nothing_yet import NothingYet
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.saving_aside import save_aside
from nscl_desktop.ui.tab import EDIT, FILE, Menus, Surroundings, TabMaker

_WORDS = (
    "Quy chế giải thưởng theo ngày: tiêu chí, điểm tối đa, ngưỡng của từng giải; mức thưởng theo tỉnh và theo lương\n"
    "cơ sở. Danh mục có sẵn ghi rõ chỗ nào chưa đối chiếu văn bản gốc; lấy vào rồi sửa theo văn bản."
)


def prepare(_office: Office, _preferences: Preferences) -> TabMaker:
    """The rules are read when the section is first looked at."""
    return AwardRulesTab


class AwardRulesTab:
    """The page of the rules, or what belongs here while there are none."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._today = date.today().isoformat()  # noqa: DTZ011 - the clerk's own day
        self.page: RulesPage | None = None
        self.nothing = NothingYet("Chưa có quy chế giải thưởng", _WORDS, ("Lấy danh mục có sẵn", self.take_shipped))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.nothing)
        self.shipped = make_action(
            self._stack, Command("Lấy quy chế, mức thưởng có sẵn", self.take_shipped, "import"), around.theme
        )
        self._read()

    # -- what the window asks ---------------------------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The section's page."""
        return self._stack

    def menus(self) -> Menus:
        """Commands on the rules."""
        return {FILE: [self.shipped], EDIT: [self.page.undo_action, self.page.redo_action] if self.page else []}

    def come_in_front(self) -> None:
        """Show the rules with the keyboard in them; rounds may use more of them now."""
        self._around.voice.title.emit("Quy chế, mức thưởng")
        self._around.voice.findings.emit(-1, -1, -1)
        if self.page:
            self._read()
        else:
            self.nothing.take_focus()

    def go_to_findings(self) -> None:
        """Rules have no findings; what is not proved says so itself."""

    def settle(self) -> None:
        """Take what is being typed."""
        if self.page:
            self.page.settle()

    def open_record(self, entity: str, key: str) -> None:
        """Show a regime."""
        if self.page:
            self.page.show_regime(key)

    def chosen(self) -> Sequence[tuple[str, str]]:
        """Rules are given with the catalogues, never one by one."""
        return ()

    def read_again(self) -> None:
        """Nothing of before may stay on the desk."""
        self._read()

    # -- doing ------------------------------------------------------------------------------------------------------

    def take_shipped(self) -> None:
        """Take over what comes with the program and is not there yet."""
        awards, around = self._around.office.awards, self._around

        def save(step: ChangeSet) -> None:
            if step:
                told = f"Đã lấy {len(step.changes)} mục của quy chế và mức thưởng có sẵn"
                save_aside(around, awards.add, step, told, done=self._read, undone=self._read)
            else:
                around.voice.said.emit("Danh mục có sẵn đã có đủ trong tệp.")

        around.operations.run("", lambda _: awards.shipped(), save)

    def _read(self) -> None:
        awards = self._around.office.awards
        if self.page:
            self.page.settle()
        self._around.operations.run("", lambda _: awards.rules_desk(), self._show)

    def _show(self, opened: OpenRules) -> None:
        before = self.page
        if not opened.rules.regimes() and not opened.rules.norms():
            self.page = None
            self._stack.setCurrentWidget(self.nothing)
        else:
            self.page = RulesPage(RulesSheet(opened, self._today), self._around)
            self._stack.addWidget(self.page)
            self._stack.setCurrentWidget(self.page)
            if before:
                self.page.pages.setCurrentIndex(before.pages.currentIndex())
                self.page.show_regime(before.sheet.regime_id)
        if before:
            self._stack.removeWidget(before)
            before.deleteLater()
        self._around.voice.menus_changed.emit()
