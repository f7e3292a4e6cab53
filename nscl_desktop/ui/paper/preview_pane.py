"""Final pages of any document with what turns and enlarges them; the same pages as those printed and exported."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from nscl_desktop.presenters.printed_paper import PageImage, PrintedPaper
from nscl_desktop.ui.commands import Command, make_action, tool_button
from nscl_desktop.ui.elided_label import ElidedLabel
from nscl_desktop.ui.paper.pages_view import PagesView
from nscl_desktop.ui.tab import Surroundings


class PreviewPane(QWidget):
    """``show_paper`` shows a printing; ``hint`` is a word beside the page number."""

    def __init__(self, around: Surroundings, hint: str = "") -> None:
        super().__init__()
        self._around = around
        self.pages = PagesView(around.theme, self._ask_for_picture)
        self.number, self.hint = QLabel(), ElidedLabel(hint)
        for label in (self.number, self.hint):
            label.setProperty("role", "caption")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.pages.page_changed.connect(self._on_page)
        self.setFocusProxy(self.pages)
        band = QFrame()
        band.setProperty("panel", "band")
        bar = QHBoxLayout(band)
        bar.setContentsMargins(16, 4, 16, 4)
        bar.setSpacing(8)
        for action in self._zooming():
            bar.addWidget(tool_button(action))
        bar.addWidget(self.number)
        bar.addWidget(self.hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(band)
        column.addWidget(self.pages, 1)

    @property
    def paper(self) -> PrintedPaper | None:
        """What is shown."""
        return self.pages.paper

    def show_paper(self, paper: PrintedPaper) -> None:
        """Show a printing, unless the page it was made for is gone meanwhile."""
        if isValid(self.pages):
            self.pages.show_paper(paper)

    def _zooming(self) -> tuple[QAction, ...]:
        def action(words: str, run: Callable[[], object], icon: str, *keys: str) -> QAction:
            return make_action(self, Command(words, run, icon, keys), self._around.theme)

        return (
            action("Thu nhỏ", lambda: self.pages.zoom_by(-1), "zoom-out", "Ctrl+-"),
            action("Phóng to", lambda: self.pages.zoom_by(1), "zoom-in", "Ctrl++", "Ctrl+="),
            action("Vừa bề ngang", lambda: self.pages.set_zoom(0), "", "Ctrl+0"),
        )

    def _on_page(self, page: int) -> None:
        self.number.setText(f"Trang {page + 1}/{self.pages.page_count}" if self.pages.page_count else "")

    def _ask_for_picture(
        self, paper: PrintedPaper, page: int, scale: float, arrived: Callable[[PageImage], None]
    ) -> None:
        self._around.operations.run("", lambda _: paper.picture(page, scale), arrived)
