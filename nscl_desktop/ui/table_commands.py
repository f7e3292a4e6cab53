"""Commands that bring a table into the open plan: from the clipboard, or from any Excel file."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from nscl_desktop.ui.attempts import TOLD, attempted
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.plan_page import PlanPage
from nscl_desktop.ui.tab import Surroundings

if TYPE_CHECKING:
    from nscl_desktop.services.table_import_model import PastedTable

# What reads tables is imported when it is first wanted, or aside once the plan is on screen: it would delay it.

_EXCEL = "Bảng tính Excel (*.xlsx *.xlsm)"
_PASTE_TITLE, _FILE_TITLE = "Dán bảng dự toán", "Nhập bảng từ tệp Excel"
_LEFT_EMPTY = "Chưa nhập bảng nào, kế hoạch còn trống; nhập lại bằng Tệp, Nhập bảng từ tệp Excel…"


class TableCommands(QObject):
    """Both ways open the same window, in which the clerk says what each column is."""

    def __init__(self, host: QWidget, around: Surroundings, page: Callable[[], PlanPage | None]) -> None:
        super().__init__(host)
        self._host, self._around, self._page = host, around, page
        paste = Command("Dán bảng từ Word, Excel…", self.paste_table, "import", ("Ctrl+Shift+V",))
        from_file = Command("Nhập bảng từ tệp Excel…", self._choose_file, "table", ("Ctrl+Shift+O",))
        self.paste = make_action(host, paste, around.theme)
        self.from_file = make_action(host, from_file, around.theme)

    def paste_table(self) -> None:
        """The table on the clipboard."""
        from nscl_desktop.services.table_import import read_pasted  # see above

        data = QGuiApplication.clipboard().mimeData()
        text = data.html() if data.hasHtml() and "<table" in data.html().lower() else data.text()
        attempted(self._around.voice, lambda: self._open([read_pasted(text)], _PASTE_TITLE))

    def take(self, tables: "Sequence[PastedTable]") -> None:
        """The sheets of a workbook, for a plan that was made for one of them."""
        attempted(self._around.voice, lambda: self._open(tables, _FILE_TITLE, _LEFT_EMPTY))

    def _choose_file(self) -> None:
        page = self._page()
        if page is None:
            return
        page.settle()
        chosen, _ = QFileDialog.getOpenFileName(self._host, _FILE_TITLE, "", _EXCEL)
        if not chosen:
            return
        from nscl_desktop.presenters.incoming_file import read_tables  # see above

        files = self._around.office.files

        def land(tables: "Sequence[PastedTable]") -> None:
            if self._page() is page:  # else the clerk has gone on to another plan
                attempted(self._around.voice, lambda: self._open(tables, _FILE_TITLE))

        def refuse(error: BaseException) -> None:
            if not isinstance(error, TOLD):
                raise error
            self._around.voice.refused.emit(error.sentence)

        self._around.operations.run("Đang đọc tệp Excel", lambda _: read_tables(files, Path(chosen)), land, refuse)

    def _open(self, tables: "Sequence[PastedTable]", title: str, left: str = "") -> None:
        # see above
        from nscl_desktop.presenters.table_import_desk import TableImportDesk
        from nscl_desktop.ui.dialogs.table_import_window import TableImportWindow

        page = self._page()
        if page is None:
            return
        page.settle()
        import_desk = TableImportDesk(page.desk, tables)
        window = TableImportWindow(import_desk, self._around, self._host, page.undo, title)
        if left:
            window.rejected.connect(lambda: self._around.voice.said.emit(left))
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    @property
    def actions(self) -> Sequence[QAction]:
        """Both, for the menu."""
        return (self.paste, self.from_file)
