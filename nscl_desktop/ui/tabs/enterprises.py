"""Tab Doanh nghiệp: the register at the left, the chosen unit at the right."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from nscl_desktop.domain.sorting import sort_key
from nscl_desktop.presenters.enterprise_list import COLUMNS, EnterpriseList, filter_offers
from nscl_desktop.presenters.office import Office
from nscl_desktop.services.desk import Desk
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.enterprises.list_view import EnterpriseListView
from nscl_desktop.ui.enterprises.unit_commands import UnitCommands
from nscl_desktop.ui.enterprises.unit_page import UnitPage
from nscl_desktop.ui.list_and_page import ListAndPage
from nscl_desktop.ui.nothing_yet import NothingYet
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
        self.list = EnterpriseListView(units)
        self.nothing = NothingYet(
            "Chưa có đơn vị nào",
            _WORDS,
            ("Đơn vị mới", lambda: self.commands.make_new()),  # noqa: PLW0108 - the commands come later
            ("Nhập từ Excel…", lambda: self.imports.from_file.trigger()),  # noqa: PLW0108 - likewise
            none_chosen="Chọn một đơn vị",
        )
        self._place: ListAndPage[UnitPage] = ListAndPage("Doanh nghiệp", self.list, self.nothing, around, (400, 960))
        self._split = self._place.split
        self.commands = UnitCommands(self._split, around, self.list, lambda: self.page)
        self.imports = UnitImportCommands(self._split, around)
        self.round = make_action(self._split, Command("Sang vùng khác", self._go_round, keys=("F6",)))
        columns = tuple(name for name in self.commands.offer_columns() if name in COLUMNS)
        if columns:
            units.columns = columns
        self._listen()
        self.list.offer(filter_offers(()))
        self.list.reload()
        if not units.rows:
            self._show("")
        self._prepare_to_seek()
        self._ask_for_places()

    @property
    def page(self) -> UnitPage | None:
        """The unit on the desk."""
        return self._place.page

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
        self._place.settle()

    def open_record(self, entity: str, key: str) -> None:
        """Show a unit, in the list and beside it; a filter that hides it is taken away."""
        self._on_list_changed(key)

    def chosen(self) -> Sequence[tuple[str, str]]:
        """The units that are marked in the list."""
        return [("enterprise", key) for key in self.list.selected]

    def read_again(self) -> None:
        """Nothing of before may stay on the desk."""
        self._place.put_away()
        self.list.reload()

    # -- doing ------------------------------------------------------------------------------------------------------

    def _listen(self) -> None:
        self.list.chosen.connect(self._show)
        self.list.new_wanted.connect(self.commands.make_new)
        self.list.count_wanted.connect(self._count)
        self.list.changed.connect(self._on_choice)
        self.commands.list_changed.connect(self._on_list_changed)
        self.imports.list_changed.connect(self._on_list_changed)

    def _show(self, key: str) -> None:
        self.nothing.follow(is_empty=not (self.list.units.rows or self.list.units.text))
        if not (self.page and self.page.desk.root_id == key and self.page.unit is not None):
            self._place.bring(key, self._around.office.enterprises.read, self._make_page)

    def _make_page(self, desk: Desk) -> UnitPage:
        page = UnitPage(desk, self._around)
        page.state_changed.connect(self._on_state)
        page.rename_wanted.connect(self.commands.change_name)
        return page

    def _on_state(self) -> None:
        """The unit has changed: its row follows, and stays where it is until the list is read anew."""
        self._around.voice.menus_changed.emit()
        if self.page and self.page.unit:
            self.list.model.show_change(self.page.unit)

    def _on_list_changed(self, key: str) -> None:
        self._place.put_away()
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
        self._place.go_round(self.list.table, self.list.search)
