"""Commands on visits: new, blank forms, choosing the unit, correcting, deleting."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import InputError
from nscl_desktop.services.visit_work import correct, delete_visit, set_visit_field
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.enterprises.change_window import AskWindow
from nscl_desktop.ui.enterprises.unit_picker import UnitPicker
from nscl_desktop.ui.inspections.asking import Asking, open_window
from nscl_desktop.ui.inspections.visit_page import VisitPage
from nscl_desktop.ui.tab import Surroundings


class VisitCommands(QObject):
    """``changed``: visits came, went or are to be read anew; its text is the visit to show then."""

    changed = Signal(str)

    def __init__(
        self, host: QWidget, around: Surroundings, page: Callable[[], VisitPage | None], asking: Asking
    ) -> None:
        super().__init__(host)
        self._host, self._around, self._page = host, around, page
        self.new = self._action("Lần kiểm tra mới…", asking.make_new, "add", "Ctrl+N")
        self.blank = self._action("In biểu mẫu trống…", asking.show_blank, "document")
        self.print = self._action("Bản in của lần kiểm tra", self._print, "print", "Ctrl+P")
        self.unit = self._action("Chọn đơn vị được kiểm tra…", self.choose_unit, "building")
        self.correct = self._action("Lập bản sửa…", self.make_correction, "edit")
        self.delete = self._action("Xóa lần kiểm tra", self._delete, "delete")

    @property
    def for_visit(self) -> Sequence[QAction | None]:
        """Commands on the visit on the desk."""
        return (self.unit, self.correct, None, self.delete)

    def follow(self) -> None:
        """Offer only what the visit on the desk allows."""
        page = self._page()
        is_there = page is not None and page.facts.is_there
        is_open = page is not None and is_there and page.facts.sheet.is_open
        self.print.setEnabled(is_there)
        self.unit.setEnabled(is_open)
        self.delete.setEnabled(is_open)
        self.correct.setEnabled(page is not None and is_there and not is_open and not page.facts.next_version)

    def choose_unit(self) -> None:
        """Another unit for the visit on the desk; the visit is read anew with the unit's people and dossiers."""
        page = self._page()
        if page is None:
            return
        page.settle()
        desk = page.desk

        def take(key: str, _name: str) -> None:
            def perform() -> None:
                desk.perform(set_visit_field(desk.book, desk.root_id, "enterprise_id", key))

            if attempted(self._around.voice, perform):
                self.changed.emit(desk.root_id)

        window = UnitPicker(self._around.office.enterprises, self._host, "Chọn đơn vị được kiểm tra")
        window.picked.connect(take)
        open_window(window)

    def make_correction(self) -> None:
        """The next version of a finished visit, with its reason."""
        page = self._page()
        if page is None:
            return
        desk, visits = page.desk, self._around.office.visits

        def take(texts: Sequence[str]) -> None:
            step = correct(desk.book, desk.root_id, texts[0])
            self._around.operations.run("Đang lập bản sửa", lambda _: visits.add(step), lambda _: self._told(step))

        open_window(AskWindow("Lập bản sửa", "Lập bản sửa", (("Vì sao phải sửa biên bản", ""),), take, self._host))

    def _told(self, step: ChangeSet) -> None:
        back, visits = step.inverted(f"Hoàn tác: {step.words}"), self._around.office.visits

        def undo() -> None:
            self._around.operations.run("Đang hoàn tác", lambda _: visits.add(back), lambda _: self.changed.emit(""))

        self.changed.emit(step.scope)
        self._around.voice.done.emit(f"Đã {step.words[:1].lower()}{step.words[1:]}", "Hoàn tác", undo)

    def _delete(self) -> None:
        page = self._page()
        if page is None:
            return
        page.settle()
        desk, visits = page.desk, self._around.office.visits
        try:
            step = delete_visit(desk.book, desk.root_id)
        except InputError as error:
            self._around.voice.refused.emit(error.sentence)
            return
        back = step.inverted(f"Hoàn tác: {step.words}")

        def undo() -> None:
            self._around.operations.run(
                "Đang hoàn tác", lambda _: visits.add(back), lambda _: self.changed.emit(desk.root_id)
            )

        def told() -> None:
            self.changed.emit("")
            self._around.voice.done.emit("Đã xóa lần kiểm tra", "Hoàn tác", undo)

        self._around.operations.run("Đang xóa", lambda _: visits.add(step), lambda _: told())

    def _print(self) -> None:
        page = self._page()
        if page is not None:
            page.print()

    def _action(self, words: str, run: Callable[[], object], icon: str, *keys: str) -> QAction:
        return make_action(self._host, Command(words, run, icon, keys), self._around.theme)
