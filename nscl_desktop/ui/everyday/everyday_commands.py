"""Everyday help in the menus, whatever tab is in front; each window is loaded when it is first wanted."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction

from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.main_window import MainWindow
from nscl_desktop.ui.saving_aside import take_back
from nscl_desktop.ui.tab import EDIT, FILE, HELP, TOOLS, VIEW, Menus, Surroundings
from nscl_desktop.ui.who_is_here import WhoIsHere

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from nscl_desktop.domain.changes import ChangeSet
    from nscl_desktop.services.table_import_model import PastedTable
    from nscl_desktop.ui.everyday.who_window import WhoWindow

_NEW_FILE = "Tệp dữ liệu mới: ghi cơ quan, người ký và kế hoạch đầu tiên theo từng bước?"


class EverydayCommands(QObject):
    """Over the data file that is open now."""

    def __init__(self, window: MainWindow, around: Surroundings) -> None:
        super().__init__(window)
        self._window, self._around = window, around
        self._who: WhoIsHere | None = None
        self.begin = self._action("Bắt đầu từng bước…", self.show_first_steps, "home")
        self.export = self._action("Xuất toàn bộ…", self._choose_export, "export")
        self.bin = self._action("Thùng rác…", self.show_bin, "delete")
        self.activity = self._action("Hoạt động gần đây…", self.show_activity, "history")
        self.who = self._action("Người làm việc trên máy này…", self.show_who, "people")

    def serve(self, around: Surroundings) -> None:
        """Work on the data file that is open now, and ask once who works here where there is somebody to pick."""
        self._around = around
        if not around.office.shelf.plans():
            around.voice.done.emit(_NEW_FILE, "Bắt đầu từng bước", self.show_first_steps)
        if not self._remembered.was_asked:
            office = around.office
            around.operations.run("", lambda _: office.everyday.has_staff(), self._ask_once)

    def menus(self) -> Menus:
        """For the frame."""
        return {FILE: [self.export], EDIT: [self.bin], VIEW: [self.activity], TOOLS: [self.who], HELP: [self.begin]}

    def show_who(self) -> None:
        """Pick who works here."""
        from nscl_desktop.ui.everyday.who_window import WhoWindow  # loaded when it is first wanted

        self._settle()
        self._show_who(WhoWindow(self._around, self._remembered, self._window))

    def show_first_steps(self) -> None:
        """The office, its people and its first plan, step by step."""
        from nscl_desktop.ui.everyday.first_steps_window import FirstStepsWindow  # likewise

        self._settle()
        window = FirstStepsWindow(self._around, self._window)
        window.begun.connect(self._on_begun)
        window.excel_wanted.connect(self._import_plan)
        _open(window)

    def _on_begun(self, step: "ChangeSet | None") -> None:
        voice = self._around.voice
        if step is None:
            voice.said.emit("Đã ghi tên cơ quan.")
            return
        voice.data_replaced.emit()
        if step.scope:
            voice.record_wanted.emit("plan", step.scope)
        undo = partial(take_back, self._around, self._around.office.shelf.add, step, voice.data_replaced.emit)
        voice.done.emit("Đã ghi những bước đầu tiên.", "Hoàn tác", undo)

    def _import_plan(self) -> None:
        from nscl_desktop.presenters.plan_making import WAYS, Way  # likewise
        from nscl_desktop.ui.dialogs.new_plan_window import NewPlanWindow  # likewise

        window, voice = NewPlanWindow(self._around, self._window), self._around.voice
        window.ways.setCurrentRow([way for way, _, _ in WAYS].index(Way.FILE))

        def made(key: str, _paste: bool, tables: "Sequence[PastedTable]") -> None:
            voice.data_replaced.emit()
            voice.record_wanted.emit("plan", key)
            if tables:
                voice.said.emit("Kế hoạch còn trống; nhập bảng bằng Tệp, Nhập bảng từ tệp Excel…")

        window.made.connect(made)
        _open(window)

    def show_bin(self) -> None:
        """What was deleted, and the way back."""
        from nscl_desktop.ui.everyday.bin_window import BinWindow  # likewise

        self._settle()
        window = BinWindow(self._around, self._window)
        window.restored.connect(self._on_restored)
        _open(window)
        window.read()

    def _on_restored(self, step: "ChangeSet", entity: str) -> None:
        voice, everyday = self._around.voice, self._around.office.everyday
        voice.data_replaced.emit()
        voice.record_wanted.emit(entity, step.scope)
        undo = partial(take_back, self._around, everyday.staff.add, step, voice.data_replaced.emit)
        voice.done.emit(f"Đã {step.words[:1].lower()}{step.words[1:]}.", "Hoàn tác", undo)

    def show_activity(self) -> None:
        """What was done in the last days."""
        from nscl_desktop.ui.everyday.activity_window import ActivityWindow  # likewise

        self._settle()
        kinds = frozenset(entity for spec in self._window.specs for entity in spec.shows)
        window = ActivityWindow(self._around, kinds, self._window)
        window.record_wanted.connect(self._around.voice.record_wanted.emit)
        _open(window)
        window.read()

    def _choose_export(self) -> None:
        from nscl_desktop.ui.file_target import chosen_target  # likewise

        name = f"Toan bo du lieu - {date.today().isoformat()}.zip"  # noqa: DTZ011 - the clerk's own day
        target = chosen_target(self._window, "Xuất toàn bộ", name, "Tệp nén (*.zip)")
        if target:
            self.export_to(target)

    def export_to(self, target: Path) -> None:
        """Write everything aside; the foot of the window says how far it is and can stop it."""
        self._settle()
        exports, voice = self._around.office.everyday.exports, self._around.voice
        self._around.operations.run(
            "Đang xuất toàn bộ", lambda progress: exports.write(target, progress.tell),
            lambda words: voice.done.emit(f"Đã xuất toàn bộ vào {target}: {words}.", "", None),
        )  # fmt: skip

    @property
    def _remembered(self) -> WhoIsHere:
        return WhoIsHere(self._around.preferences, self._around.office.everyday.account)

    def _ask_once(self, has_staff: bool) -> None:
        if has_staff and not self._remembered.was_asked:
            self.show_who()

    def _show_who(self, window: "WhoWindow") -> None:
        voice = self._around.voice
        window.edited.connect(voice.data_replaced.emit)
        window.picked.connect(lambda name: voice.said.emit(f"Từ bây giờ nhật ký ghi tên {name}."))
        _open(window)
        window.read()

    def _settle(self) -> None:
        for tab in self._window.tabs():
            tab.settle()

    def _action(self, words: str, run: Callable[[], object], icon: str) -> QAction:
        return make_action(self._window, Command(words, run, icon), self._around.theme)


def _open(window: "QDialog") -> None:
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.open()
