"""The commands that print daily papers: of the dossier on the desk, or of many that are ticked."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.dialogs.dialog import Dialog, caption
from nscl_desktop.ui.tab import Surroundings
from nscl_desktop.ui.tick_list import TickList

Shown = Callable[[], Sequence[tuple[str, str]]]
"""Key and words of each dossier that the list shows now."""


def paper_actions(host: QWidget, around: Surroundings, current: Callable[[], str], shown: Shown) -> list[QAction]:
    """One paper and many at once; ``current``: the key of the dossier on the desk, or empty."""

    def print_one() -> None:
        from nscl_desktop.ui.dossier_papers.paper_window import print_papers  # wanted when the first paper is printed

        key = current()
        print_papers(host, around, lambda: [key] if key else [])

    def print_many() -> None:
        window = ManyWindow(around, shown(), host)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    return [
        make_action(host, Command("In giấy tờ của hồ sơ này…", print_one, "print", ("Ctrl+P",)), around.theme),
        make_action(host, Command("In hàng loạt cho nhiều hồ sơ…", print_many, keys=("Ctrl+Shift+P",)), around.theme),
    ]


class ManyWindow(Dialog):
    """Which of the dossiers that the list shows are printed."""

    def __init__(self, around: Surroundings, rows: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent, "In hàng loạt", "Tiếp tục")
        self._around, self._host = around, parent
        self.dossiers = TickList("Các hồ sơ", "Tìm đơn vị, mã, nội dung (không cần dấu)")
        self.about = caption("")
        self.content.addWidget(caption("Các hồ sơ danh sách đang hiện (theo bộ lọc). Phím cách đánh dấu từng hồ sơ."))
        self.content.addWidget(self.dossiers, 1)
        self.content.addWidget(self.about)
        self.every = self.add_button("Đánh dấu tất cả đang hiện")
        self.every.clicked.connect(self.dossiers.tick_shown)
        self.dossiers.changed.connect(self._follow)
        self.verb.clicked.connect(self._go_on)
        self.dossiers.fill(rows)
        self.resize(760, 540)
        self._follow()

    def _follow(self) -> None:
        count = len(self.dossiers.ticked)
        self.verb.setEnabled(count > 0)
        self.about.setText(f"Đã chọn {count} hồ sơ.")

    def _go_on(self) -> None:
        from nscl_desktop.ui.dossier_papers.paper_window import print_papers  # as above

        keys = self.dossiers.ticked
        self.accept()
        print_papers(self._host, self._around, lambda: keys)
