"""Commands on whole plans: new, import, export, compare, delete, steps of life, backups; each opens what it needs."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget

from nscl_desktop.presenters.plan_sheet import Act, act_label
from nscl_desktop.services import plan_life
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.file_target import chosen_target
from nscl_desktop.ui.plan_page import PlanPage
from nscl_desktop.ui.tab import Surroundings
from nscl_desktop.ui.table_commands import TableCommands

if TYPE_CHECKING:
    from nscl_desktop.services.table_import_model import PastedTable

# Dialogs are imported when they are first opened, or aside once the plan is on screen: they would delay it.

_JSON, _TEMPLATE = "Tệp kế hoạch (*.json)", "Bảng tính Excel (*.xlsx)"
_WORD = "Văn bản Word (*.docx)"


class PlanCommands(QObject):
    """Acts for the tab; ``open_wanted`` tells which plan shall be shown, ``list_changed`` that the list is old."""

    open_wanted = Signal(str)
    list_changed = Signal()
    restored = Signal()

    def __init__(self, host: QWidget, around: Surroundings, page: Callable[[], PlanPage | None]) -> None:
        super().__init__(host)
        self._host, self._around, self._page = host, around, page
        self._waiting: tuple[str, Callable[[], object]] | None = None
        """A plan that is about to be shown, and what shall be done then."""
        self.tables = TableCommands(host, around, page)
        self.paste_table = self.tables.paste
        self.new = self._action("Kế hoạch mới…", self.make_new, "document-add", "Ctrl+N")
        self.export = self._action("Xuất kế hoạch ra tệp…", self._export, "export")
        self.on_word = self._action("Xuất cả kế hoạch ra Word (bản giấy)…", partial(self._write_whole, False), "export")
        self.for_mail = self._action(
            "Xuất cả kế hoạch ra Word (bản điện tử)…", partial(self._write_whole, True), "export"
        )
        self.template = self._action("Lưu biểu Excel để nhập…", self._save_template, "table")
        self.print = self._action("In…", self._on_page(PlanPage.print), "print", "Ctrl+P")
        on_paper, history = self._on_page(PlanPage.show_on_paper), self._on_page(PlanPage.show_line_history)
        self.on_paper = self._action("Xem dòng này trên bản in", on_paper, "preview", "Ctrl+Shift+P")
        self.history = self._action("Lịch sử của dòng này", history, "history", "Ctrl+H")
        self.compare = self._action("So sánh với kế hoạch khác…", self._compare, "compare")
        self.delete = self._action("Xóa kế hoạch", self._delete, "delete")
        self.backups = self._action("Sao lưu và khôi phục…", self._restore, "backup")
        self.acts = {act: self._action(act_label(act), partial(self._take, act), "") for act in Act}

    @property
    def for_file(self) -> Sequence[QAction | None]:
        """The menu Tệp."""
        files = (self.export, self.on_word, self.for_mail, self.template)
        return (self.new, *self.tables.actions, None, *files, None, self.print, None, self.backups)

    @property
    def for_plan(self) -> Sequence[QAction | None]:
        """The menu Kế hoạch, before what concerns lines."""
        return (*self.acts.values(), None, self.compare, self.delete, None, self.on_paper, self.history)

    def follow(self) -> None:
        """Offer only what the open plan and its state allow."""
        page = self._page()
        papers = (self.export, self.on_word, self.for_mail, self.print, self.on_paper)
        for action in (*self.tables.actions, *papers, self.history, self.compare, self.delete):
            action.setEnabled(page is not None)
        for act, action in self.acts.items():
            action.setEnabled(page is not None and act in page.sheet.acts)

    def make_new(self) -> None:
        """Ctrl+N."""
        self._new_plan(0)

    def import_plan(self) -> None:
        """The same dialog, open at the way from a file."""
        from nscl_desktop.presenters.plan_making import WAYS, Way  # see above

        self._new_plan([way for way, *_ in WAYS].index(Way.FILE))

    def _new_plan(self, way: int) -> None:
        from nscl_desktop.ui.dialogs.new_plan_window import NewPlanWindow  # see above

        window = NewPlanWindow(self._around, self._host)
        window.ways.setCurrentRow(way)
        window.made.connect(self._on_made)
        _open(window)

    def begin(self, page: PlanPage, act: str) -> None:
        """A step of life that needs answers."""
        from nscl_desktop.ui.dialogs.plan_steps import AdjustWindow, CorrectWindow  # see above

        if act == Act.ADJUST:
            window = AdjustWindow(page.desk, self._around, self._host)
            window.made.connect(self._show)
            _open(window)
        else:
            _open(CorrectWindow(page.desk, self._around, self._host, page.budget.current_line, page.undo))

    def shown(self, page: PlanPage) -> None:
        """A plan is on the desk now: bring the table in that it was made for."""
        if self._waiting and self._waiting[0] == page.desk.plan_id:
            _, act = self._waiting
            self._waiting = None
            act()

    def _action(self, words: str, run: Callable[[], object], icon: str, *keys: str) -> QAction:
        return make_action(self._host, Command(words, run, icon, keys), self._around.theme)

    def _on_page(self, act: Callable[[PlanPage], object]) -> Callable[[], None]:
        def run() -> None:
            page = self._page()
            if page:
                act(page)

        return run

    def _take(self, act: Act) -> None:
        page = self._page()
        if page:
            page.take(act)

    def _on_made(self, key: str, paste: bool, tables: "Sequence[PastedTable]") -> None:
        if paste:
            self._waiting = (key, self.tables.paste_table)
        elif tables:
            self._waiting = (key, lambda: self.tables.take(tables))
        self._show(key)

    def _show(self, key: str) -> None:
        self.list_changed.emit()
        self.open_wanted.emit(key)

    def _export(self) -> None:
        page = self._page()
        if page is None:
            return
        page.settle()
        target = chosen_target(self._host, "Xuất kế hoạch", f"{page.desk.plan.code}.json", _JSON)
        if target:
            done = f"Đã xuất kế hoạch ra {target.name}"

            def export() -> None:
                self._around.office.files.write(page.desk.budget, target)
                self._around.voice.said.emit(done)

            attempted(self._around.voice, export)

    def _write_whole(self, electronic: bool) -> None:
        page = self._page()
        if page is None:
            return
        page.settle()
        name = f"{page.desk.plan.code}{' ban dien tu' if electronic else ''}.docx"
        target = chosen_target(self._host, "Xuất cả kế hoạch ra Word", name, _WORD)
        if not target:
            return
        paper, said, words = self._around.office.paper, self._around.voice.said, f"Đã xuất cả kế hoạch ra {target.name}"

        def write() -> None:
            docs = paper.whole_plan(page.desk.budget, electronic=electronic)
            self._around.operations.run(
                "Đang ghi tệp Word", lambda _: paper.write_whole_plan(docs, target), lambda _: said.emit(words)
            )

        attempted(self._around.voice, write)

    def _save_template(self) -> None:
        target = chosen_target(self._host, "Lưu biểu Excel", "Bieu nhap ke hoach.xlsx", _TEMPLATE)
        if target:
            files = self._around.office.files
            said, words = self._around.voice.said, f"Đã ghi {target.name}"
            self._around.operations.run(
                "Đang ghi biểu Excel", lambda _: files.write_template(target), lambda _: said.emit(words)
            )

    def _compare(self) -> None:
        from nscl_desktop.ui.dialogs.compare_window import CompareWindow  # see above

        page = self._page()
        if page:
            page.settle()
            _open(CompareWindow(page.desk, self._around, self._host))

    def _delete(self) -> None:
        page = self._page()
        if page is None:
            return
        page.settle()

        def delete() -> None:
            step = plan_life.delete_plan(page.desk.book, page.desk.plan_id)
            shelf, key = self._around.office.shelf, page.desk.plan_id
            back = step.inverted(f"Hoàn tác: {step.words}")

            def undo() -> None:
                self._around.operations.run("Đang hoàn tác", lambda _: shelf.add(back), lambda _: self._show(key))

            def done(_: str) -> None:
                self.open_wanted.emit("")
                self.list_changed.emit()
                self._around.voice.done.emit(f"Đã {step.words[:1].lower()}{step.words[1:]}", "Hoàn tác", undo)

            self._around.operations.run("Đang xóa kế hoạch", lambda _: shelf.add(step), done)

        attempted(self._around.voice, delete)

    def _restore(self) -> None:
        from nscl_desktop.ui.dialogs.restore_window import RestoreWindow  # see above

        page = self._page()
        if page:
            page.settle()
        window = RestoreWindow(self._around, self._host)
        window.restored.connect(self.restored)
        _open(window)


def _open(window: QDialog) -> None:
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.open()
