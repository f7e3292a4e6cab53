"""Tab Doanh nghiệp: the register at the left, the chosen unit at the right."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from nscl_desktop.domain.sorting import sort_key
from nscl_desktop.presenters.enterprise_list import COLUMNS, EnterpriseList, filter_offers
from nscl_desktop.presenters.office import Office
from nscl_desktop.services.desk import Desk
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.enterprises.list_view import EnterpriseListView
from nscl_desktop.ui.enterprises.unit_commands import UnitCommands
from nscl_desktop.ui.enterprises.unit_page import UnitPage
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.tab import EDIT, FILE, TOOLS, VIEW, Menus, Surroundings, TabMaker
from nscl_desktop.ui.unit_import.import_commands import UnitImportCommands

_WORDS = (
    "Doanh nghiệp, hợp tác xã, hộ kinh doanh, trường học, cơ sở y tế được hỗ trợ hoặc sẽ được hỗ trợ.\n"
    "Ghi một đơn vị mới: chương trình báo ngay nếu đơn vị ấy đã có."
)


def prepare(_office: Office, _preferences: Preferences) -> TabMaker:
    """The list is read when the tab is made, which is when it is first looked at."""
    return EnterprisesTab


class EnterprisesTab:
    """The tab's parts and what they do with one another."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        units = EnterpriseList(around.office.enterprises, date.today().isoformat())  # noqa: DTZ011 - the clerk's own day
        self.page: UnitPage | None = None
        """The unit on the desk."""
        self._wanted = ""
        self.list = EnterpriseListView(units)
        self._stack = QStackedWidget()
        self.nothing = self._make_nothing()
        self._stack.addWidget(self.nothing)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setAccessibleName("Doanh nghiệp")
        self._split.addWidget(self.list)
        self._split.addWidget(self._stack)
        self._split.setStretchFactor(0, 0)
        self._split.setStretchFactor(1, 1)
        self._split.setCollapsible(1, False)
        self._split.setHandleWidth(1)
        self._split.setSizes([400, 960])
        self.commands = UnitCommands(self._split, around, self.list, lambda: self.page)
        self.imports = UnitImportCommands(self._split, around)
        self.round = make_action(self._split, Command("Sang vùng khác", self._go_round, keys=("F6",)))
        columns = tuple(name for name in self.commands.offer_columns() if name in COLUMNS)
        if columns:
            units.columns = columns
        self._listen()
        self.list.offer(filter_offers(()))
        self.list.reload()
        self._prepare_to_seek()
        self._ask_for_places()

    # -- what the window asks ---------------------------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The tab's page."""
        return self._split

    def menus(self) -> Menus:
        """Commands on the list and on the unit on the desk."""
        self.commands.follow()
        undoing = [self.page.undo_action, self.page.redo_action, None] if self.page else []
        return {
            FILE: [self.commands.new, None, *self.imports.for_files, self.commands.export],
            EDIT: [*undoing, *self.commands.for_units, None, self.imports.take_back],
            VIEW: [*self.commands.for_list, None, self.round],
            TOOLS: [self.commands.duplicates],
        }

    def come_in_front(self) -> None:
        """Show the list with the keyboard in it."""
        self._around.voice.title.emit("Doanh nghiệp")
        self._around.voice.findings.emit(-1, -1, -1)
        self.list.go_to_rows() if self.list.units.rows else self.list.search.setFocus()
        if self.page:
            self.page.look_around()

    def go_to_findings(self) -> None:
        """Units have no findings of their own; doubts stand beside their fields."""

    def settle(self) -> None:
        """Take what is being typed."""
        if self.page:
            self.page.settle()

    def open_record(self, entity: str, key: str) -> None:
        """Show a unit, in the list and beside it; a filter that hides it is taken away."""
        self._on_list_changed(key)

    def chosen(self) -> Sequence[tuple[str, str]]:
        """The units that are marked in the list."""
        return [("enterprise", key) for key in self.list.selected]

    def read_again(self) -> None:
        """Nothing of before may stay on the desk."""
        self._put_away()
        self.list.reload()

    # -- building ---------------------------------------------------------------------------------------------------

    def _make_nothing(self) -> QWidget:
        page, column, row = QWidget(), QVBoxLayout(), QHBoxLayout()
        page.setLayout(column)
        self.nothing_title, words = QLabel("Chưa có đơn vị nào"), QLabel(_WORDS)
        self.nothing_title.setProperty("role", "title")
        words.setProperty("role", "caption")
        words.setWordWrap(True)
        new = QPushButton("Đơn vị mới")
        new.setProperty("primary", "true")
        new.clicked.connect(lambda: self.commands.make_new())  # noqa: PLW0108 - the commands come later
        from_file = QPushButton("Nhập từ Excel…")
        from_file.clicked.connect(lambda: self.imports.from_file.trigger())  # noqa: PLW0108 - likewise
        column.setSpacing(16)
        column.addStretch(1)
        for label in (self.nothing_title, words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        row.addStretch(1)
        row.addWidget(new)
        row.addWidget(from_file)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        return page

    def _listen(self) -> None:
        self.list.chosen.connect(self._show)
        self.list.new_wanted.connect(self.commands.make_new)
        self.list.count_wanted.connect(self._count)
        self.list.changed.connect(self._on_choice)
        self.commands.list_changed.connect(self._on_list_changed)
        self.imports.list_changed.connect(self._on_list_changed)

    # -- doing ------------------------------------------------------------------------------------------------------

    def _show(self, key: str) -> None:
        if self.page and self.page.desk.root_id == key and self.page.unit is not None:
            return
        self._wanted = key
        if not key:
            self._put_away()
            return
        if self.page:
            self.page.settle()
        register = self._around.office.enterprises
        self._around.operations.run("", lambda _: register.read(key), lambda desk: self._put_on(desk, key))

    def _put_on(self, desk: Desk, key: str) -> None:
        if self._wanted != key:
            return  # the choice went on meanwhile
        kept = self.page.pages.currentIndex() if self.page else 0
        self._put_away()
        page = self.page = UnitPage(desk, self._around)
        page.state_changed.connect(self._on_state)
        page.rename_wanted.connect(self.commands.change_name)
        page.pages.setCurrentIndex(kept)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._around.voice.menus_changed.emit()

    def _put_away(self) -> None:
        self.nothing_title.setText(
            "Chọn một đơn vị" if self.list.units.rows or self.list.units.text else "Chưa có đơn vị nào"
        )
        self._stack.setCurrentWidget(self.nothing)
        if self.page:
            self._stack.removeWidget(self.page)
            self.page.deleteLater()
            self.page = None
            self._around.voice.menus_changed.emit()

    def _on_state(self) -> None:
        """The unit has changed: its row follows, and stays where it is until the list is read anew."""
        self._around.voice.menus_changed.emit()
        if self.page and self.page.unit:
            self.list.model.show_change(self.page.unit)

    def _on_list_changed(self, key: str) -> None:
        self._put_away()
        self._prepare_to_seek()
        self.list.reload(key)
        if key and self.list.current != key:
            self.list.clear.click()
            self.list.reload(key)
        self._show(key or self.list.current)

    def _prepare_to_seek(self) -> None:
        """Many units came or went: what answers typed keys follows aside."""
        register = self._around.office.enterprises
        self._around.operations.run("", lambda _: register.prepare_to_seek(), lambda _: None)

    def _on_choice(self) -> None:
        self.commands.follow()

    def _count(self) -> None:
        register, query = self._around.office.enterprises, self.list.units.query

        def take(count: int) -> None:
            if query == self.list.units.query:
                self.list.show_count(count)

        self._around.operations.run("", lambda _: register.count(query), take)

    def _ask_for_places(self) -> None:
        register = self._around.office.enterprises

        def ask() -> tuple[list[str], list[str]]:
            provinces, communes = (sorted(register.words(name), key=sort_key) for name in ("province", "commune"))
            return provinces, communes

        def take(words: tuple[list[str], list[str]]) -> None:
            self.list.offer(filter_offers(*words))

        self._around.operations.run("", lambda _: ask(), take)

    def _go_round(self) -> None:
        """F6: from the list to the unit's pages, into the page, and to the list again."""
        page = self.page
        if page is None:
            self.list.table.setFocus()
        elif self.list.table.hasFocus() or self.list.search.hasFocus():
            page.pages.tabBar().setFocus()
        elif page.pages.tabBar().hasFocus():
            page.take_focus()
        else:
            self.list.table.setFocus()
