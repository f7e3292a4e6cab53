"""The office's lists in a window: what can be supported, papers of the stages, norms; every edit is saved at once."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTabWidget, QVBoxLayout, QWidget

from nscl_desktop.domain.supports import StagePaper, SupportKind, SupportNorm
from nscl_desktop.presenters.dossier_draft import first_lists
from nscl_desktop.presenters.dossier_lists import KIND_FIELDS, NORM_FIELDS, PAPER_FIELDS, CatalogueRows
from nscl_desktop.presenters.dossier_office import Catalogue
from nscl_desktop.services.desk import Changed, Desk, Refused
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.dialogs.dialog import Dialog, caption
from nscl_desktop.ui.record_table import RecordTable
from nscl_desktop.ui.tab import Surroundings

_ABOUT = (
    "Danh mục của văn phòng, sửa được. Nội dung đã dùng trong hồ sơ thì đánh dấu “Không dùng nữa” thay vì xóa.",
    (
        "Hồ sơ theo danh mục có hiệu lực vào ngày mở hồ sơ: đổi danh mục thì ghi “Đến hết ngày” cho dòng cũ và thêm"
        " dòng mới có “Áp dụng từ”."
    ),
    (
        "Định mức do quyết định, nghị quyết của tỉnh quy định; chương trình không có sẵn định mức nào. Vượt định mức"
        " chỉ bị nhắc, không bị chặn."
    ),
)


def open_catalogue(around: Surroundings, host: QWidget, closed: Callable[[], object]) -> None:
    """Read the lists aside, then show them; ``closed`` is called when the window is left."""
    office = around.office.dossiers

    def show(desk: Desk) -> None:
        window = CatalogueWindow(desk, around, host)
        window.finished.connect(lambda _: closed())
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    around.operations.run("", lambda _: office.catalogue_desk(), show)


class CatalogueWindow(Dialog):
    """Three tables in tabs."""

    def __init__(self, desk: Desk, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent, "Danh mục hỗ trợ", "Xong")
        self.desk, self._around = desk, around
        self.leave.hide()
        self.verb.clicked.connect(self.accept)
        self.verb.setDefault(False)
        self.verb.setAutoDefault(False)
        self.pages = QTabWidget(documentMode=True)
        self.tables = {
            "kinds": self._table(SupportKind, KIND_FIELDS, "nội dung hỗ trợ", 2),
            "papers": self._table(StagePaper, PAPER_FIELDS, "giấy tờ", 1),
            "norms": self._table(SupportNorm, NORM_FIELDS, "định mức", 0),
        }
        self.tables["kinds"].stand_in_own_order()
        self.tables["norms"].stand_in_own_order()
        names = ("Nội dung hỗ trợ", "Giấy tờ của các bước", "Định mức hỗ trợ")
        for words, about, table in zip(names, _ABOUT, self.tables.values(), strict=True):
            page = QWidget()
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 12, 0, 0)
            column.setSpacing(8)
            column.addWidget(caption(about))
            column.addWidget(table, 1)
            self.pages.addTab(page, words)
        self.first = QPushButton("Thêm danh mục ban đầu của chương trình")
        self.first.setToolTip("Thêm những dòng chưa có; dòng của văn phòng giữ nguyên")
        self.first.clicked.connect(self._add_first)
        self.first.setAutoDefault(False)
        self.content.addWidget(self.pages, 1)
        self.content.addWidget(self.first)
        make_action(self, Command("Hoàn tác", self.undo, keys=("Ctrl+Z",)))
        make_action(self, Command("Làm lại", lambda: self._step(desk.redo), keys=("Ctrl+Y",)))
        around.voice.refused.connect(self.say)
        desk.subscribe(self._on_event)
        self.resize(1000, 600)
        self._follow()

    def undo(self) -> None:
        """Ctrl+Z."""
        self._step(self.desk.undo)

    def _table(
        self, kind: type[SupportKind | StagePaper | SupportNorm], names: tuple[str, ...], noun: str, wide: int
    ) -> RecordTable:
        return RecordTable(CatalogueRows(self.desk, kind, names), self._around, self.undo, noun=noun, stretched=wide)

    def _add_first(self) -> None:
        kinds = self.desk.book.table(SupportKind)
        papers = tuple(self.desk.book.table(StagePaper).values())
        attempted(self._around.voice, lambda: self.desk.perform(first_lists(Catalogue(kinds, papers))))

    def _step(self, step: Callable[[], object]) -> None:
        attempted(self._around.voice, step)

    def _on_event(self, event: Changed | Refused) -> None:
        self.say(event.sentence if isinstance(event, Refused) else "")
        self._follow()

    def _follow(self) -> None:
        for table in self.tables.values():
            table.refresh()
        kinds = self.desk.book.table(SupportKind)
        papers = tuple(self.desk.book.table(StagePaper).values())
        self.first.setVisible(bool(first_lists(Catalogue(kinds, papers))))
