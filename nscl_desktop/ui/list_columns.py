"""Columns of choice and the export of what is shown: the same two commands for every list of records."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QMenu, QWidget

from nscl_desktop.presenters.exported_list import ExportedList
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.file_target import chosen_target
from nscl_desktop.ui.tab import Surroundings

_EXCEL = "Bảng tính Excel (*.xlsx)"


class ColumnedList(Protocol):
    """A list on screen whose columns can be chosen."""

    @property
    def columns(self) -> Sequence[str]:
        """The names of the columns that are shown."""

    def column_offers(self) -> Sequence[tuple[str, str]]:
        """(name, heading) of those that can be shown or left out, in the order in which they stand."""

    def show_columns(self, columns: Sequence[str]) -> None:
        """Show these columns, beside what is always shown."""

    def exported(self) -> ExportedList:
        """What is shown, for a file."""


class ListWords(NamedTuple):
    """``key``: where the choice is remembered; ``noun``: what a row is called; ``file``: how a file is named first."""

    key: str
    noun: str
    file: str


class ListColumns(QObject):
    """The commands ``choose`` and ``export`` of one list; ``host`` is the widget that they act in."""

    def __init__(self, host: QWidget, around: Surroundings, listed: ColumnedList, words: ListWords) -> None:
        super().__init__(host)
        self._host, self._around, self._list, self._words = host, around, listed, words
        self.choose = self._action("Chọn cột…", self._offer, "table")
        self.export = self._action("Xuất danh sách đang hiện ra Excel…", self._export, "export")

    @property
    def remembered(self) -> tuple[str, ...]:
        """The columns chosen last, as far as they still exist; none where none was chosen."""
        kept = self._around.preferences.text(self._words.key).split(",")
        return tuple(name for name, _ in self._list.column_offers() if name in kept)

    def _offer(self) -> None:
        menu = QMenu(self._host)
        for name, heading in self._list.column_offers():
            action = menu.addAction(heading)
            action.setCheckable(True)
            action.setChecked(name in self._list.columns)
            action.toggled.connect(partial(self._turn, name))
        menu.popup(QCursor.pos())

    def _turn(self, name: str, on: bool) -> None:
        wanted = {*self._list.columns, name} if on else {*self._list.columns} - {name}
        columns = [each for each, _ in self._list.column_offers() if each in wanted]
        self._around.preferences.remember(self._words.key, ",".join(columns))
        self._list.show_columns(columns)

    def _export(self) -> None:
        words, said = self._words, self._around.voice.said
        target = chosen_target(self._host, f"Xuất danh sách {words.noun}", words.file, _EXCEL)
        if target is None:
            return
        shelf, shown = self._around.office.enterprises, self._list.exported()

        def write() -> int:
            rows = shown.read()
            shelf.write_list(target, shown.headings, rows)
            return len(rows)

        self._around.operations.run(
            "Đang xuất danh sách",
            lambda _: write(),
            lambda count: said.emit(f"Đã xuất {count} {words.noun} ra {target.name}"),
        )

    def _action(self, words: str, run: Callable[[], object], icon: str) -> QAction:
        return make_action(self._host, Command(words, run, icon), self._around.theme)
