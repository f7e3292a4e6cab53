"""Commands on units: new, rename, many at once, duplicates, merge, delete, export, saved filters, columns."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.dates import parse_date
from nscl_desktop.domain.duplicates import Duplicate
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.records import Record
from nscl_desktop.presenters.enterprise_list import COLUMNS
from nscl_desktop.services import enterprises as register
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.enterprises.change_window import AskWindow, ManyWindow
from nscl_desktop.ui.enterprises.duplicates_window import MOST_SHOWN, DuplicatesWindow
from nscl_desktop.ui.enterprises.list_view import EnterpriseListView
from nscl_desktop.ui.enterprises.merge_window import MergeWindow
from nscl_desktop.ui.enterprises.new_unit_window import NewUnitWindow
from nscl_desktop.ui.enterprises.saved_filters import SavedFilters
from nscl_desktop.ui.enterprises.unit_page import UnitPage
from nscl_desktop.ui.list_columns import ListColumns, ListWords
from nscl_desktop.ui.operations import Progress
from nscl_desktop.ui.tab import Surroundings


class UnitCommands(QObject):
    """``list_changed``: units came, went or changed beside the desk; its text is the unit to show then."""

    list_changed = Signal(str)

    def __init__(
        self, host: QWidget, around: Surroundings, listed: EnterpriseListView, page: Callable[[], UnitPage | None]
    ) -> None:
        super().__init__(host)
        self._host, self._around, self._list, self._page = host, around, listed, page
        self.saved_filters = SavedFilters(around.preferences, listed)
        self.new = self._action("Đơn vị mới…", self.make_new, "add", "Ctrl+N")
        self.rename = self._action("Đổi tên, giữ tên cũ…", self.change_name, "edit")
        self.many = self._action("Sửa nhiều đơn vị đã chọn…", self._change_many, "edit", "Ctrl+Shift+E")
        self.merge = self._action("Gộp hai đơn vị đã chọn…", self._merge_selected, "duplicate")
        self.duplicates = self._action("Tìm đơn vị trùng…", self._find_duplicates, "compare")
        self.delete = self._action("Xóa đơn vị", self._delete, "delete")
        self.find = self._action("Tìm đơn vị", self._find, "search", "Ctrl+F")
        self.filter = self._action("Lọc danh sách", self._list.filter.click, "filter", "Ctrl+Shift+L")
        self.save_filter = self._action("Lưu bộ lọc…", self._save_filter, "save")
        self.saved = self._action("Bỏ bộ lọc đã lưu…", self._forget_filter, "filter")
        self._shown = ListColumns(host, around, listed, ListWords("enterprise_columns", "đơn vị", "Don vi.xlsx"))
        self.columns, self.export = self._shown.choose, self._shown.export

    @property
    def for_units(self) -> Sequence[QAction | None]:
        """Commands on units."""
        return (self.rename, self.many, self.merge, self.duplicates, None, self.delete)

    @property
    def for_list(self) -> Sequence[QAction | None]:
        """Commands on what the list shows."""
        return (self.find, self.filter, self.save_filter, self.saved, self.columns)

    def follow(self) -> None:
        """Offer only what the choice allows."""
        count = len(self._list.selected)
        self.rename.setEnabled(self._page() is not None)
        self.delete.setEnabled(self._page() is not None)
        self.many.setEnabled(count > 0)
        self.merge.setEnabled(count == 2)
        self.export.setEnabled(bool(self._list.units.rows))

    def make_new(self) -> None:
        """Ctrl+N."""
        window = NewUnitWindow(self._around, self._host)
        window.made.connect(self.list_changed)
        window.open_wanted.connect(self.list_changed)
        _open(window)

    def change_name(self) -> None:
        """A new name; the old one stays in the unit's names."""
        page = self._page()
        unit = page.unit if page else None
        if page is None or unit is None:
            return
        page.settle()

        def take(texts: Sequence[str]) -> None:
            name, until, instrument = texts
            page.desk.perform(register.rename(unit, name, parse_date(until.strip()), instrument))

        fields = (("Tên mới", unit.name), ("Tên cũ dùng đến ngày (ngày/tháng/năm)", ""), ("Văn bản đổi tên", ""))
        _open(AskWindow("Đổi tên đơn vị", "Đổi tên", fields, take, self._host))

    def offer_columns(self) -> tuple[str, ...]:
        """The columns chosen last, the name first; none where none were chosen."""
        chosen = self._shown.remembered
        return (COLUMNS[0], *chosen) if chosen else ()

    # -- many units -------------------------------------------------------------------------------------------------

    def _change_many(self) -> None:
        keys, units, shelf = self._list.selected, self._list.units, self._around.office.enterprises
        if len(keys) < len(units.rows) or not units.has_more:
            self._ask_for_many(keys)
            return
        query = units.query  # all rows that were read are chosen, so all that the list answers are meant
        self._around.operations.run("Đang đếm", lambda _: shelf.keys(query), self._ask_for_many)

    def _ask_for_many(self, keys: Sequence[str]) -> None:
        def take(name: str, value: Value) -> None:
            shelf = self._around.office.enterprises
            register.fitting(register.spec_of(Enterprise, name), value)
            self._around.operations.run(
                "Đang sửa",
                lambda progress: register.change_many(shelf.units(keys, progress.tell), name, value),
                self._save,
            )

        _open(ManyWindow(len(keys), take, self._host))

    def _save(self, step: ChangeSet, shown: str = "") -> None:
        """Save a step that stands on no desk and offer to take it back."""
        if not step:
            self._around.voice.said.emit("Không có gì thay đổi.")
            return
        shelf = self._around.office.enterprises
        self._around.operations.run(
            f"Đang lưu: {step.words}",
            lambda progress: shelf.add(step, progress.tell),
            lambda _: self._told(step, shown),
        )

    def _told(self, step: ChangeSet, shown: str = "") -> None:
        back = step.inverted(f"Hoàn tác: {step.words}")
        shelf = self._around.office.enterprises

        def undo() -> None:
            self._around.operations.run(
                "Đang hoàn tác",
                lambda progress: shelf.add(back, progress.tell),
                lambda _: self.list_changed.emit(shown),
            )

        self.list_changed.emit(shown)
        self._around.voice.done.emit(f"Đã {step.words[:1].lower()}{step.words[1:]}", "Hoàn tác", undo)

    def _merge_selected(self) -> None:
        keys = self._list.selected
        if len(keys) == 2:
            self._merge(*keys)

    def _merge(self, kept: str, other: str) -> None:
        page, shelf = self._page(), self._around.office.enterprises
        if page:
            page.settle()

        def ask(units: Sequence[Enterprise]) -> None:
            if len(units) == 2:
                window = MergeWindow(units[0], units[1], self._around, self._host)
                window.merged.connect(lambda step: self._told(step, kept))
                _open(window)

        self._around.operations.run("", lambda _: shelf.units([kept, other]), ask)

    def _find_duplicates(self) -> None:
        shelf = self._around.office.enterprises

        def look(progress: Progress) -> tuple[Sequence[Duplicate], Sequence[Enterprise]]:
            pairs = shelf.duplicates(progress.tell)
            keys = [key for pair in pairs[:MOST_SHOWN] for key in (pair.first_id, pair.second_id)]
            return pairs, shelf.units(list(dict.fromkeys(keys)))

        def show(found: tuple[Sequence[Duplicate], Sequence[Enterprise]]) -> None:
            window = DuplicatesWindow(*found, self._host)
            window.merge_wanted.connect(self._merge)
            _open(window)

        self._around.operations.run("Đang tìm đơn vị trùng", look, show)

    def _delete(self) -> None:
        page = self._page()
        if page is None or page.unit is None:
            return
        page.settle()
        shelf, desk = self._around.office.enterprises, page.desk

        def delete(pointing: Sequence[Record]) -> None:
            attempted(
                self._around.voice,
                lambda: self._save(register.delete_enterprise(desk.book, desk.root_id, pointing)),
            )

        self._around.operations.run("", lambda _: shelf.pointing(desk.root_id), delete)

    # -- the list ---------------------------------------------------------------------------------------------------

    def _find(self) -> None:
        self._list.search.setFocus()
        self._list.search.selectAll()

    def _save_filter(self) -> None:
        def take(texts: Sequence[str]) -> None:
            self.saved_filters.save(texts[0])
            self._around.voice.said.emit("Đã lưu bộ lọc; bộ lọc nằm trên danh sách.")

        _open(AskWindow("Lưu bộ lọc", "Lưu", (("Tên bộ lọc", ""),), take, self._host))

    def _forget_filter(self) -> None:
        menu = QMenu(self._host)
        for name in self.saved_filters.names:
            menu.addAction(name, partial(self.saved_filters.forget, name))
        if not self.saved_filters.names:
            menu.addAction("Chưa lưu bộ lọc nào").setEnabled(False)
        menu.popup(QCursor.pos())

    def _action(self, words: str, run: Callable[[], object], icon: str, *keys: str) -> QAction:
        return make_action(self._host, Command(words, run, icon, keys), self._around.theme)


def _open(window: QDialog) -> None:
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.open()
