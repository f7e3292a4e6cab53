"""A list at the left and the page of the chosen record at the right: what most tabs and sections are made of."""

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabWidget, QWidget

from nscl_desktop.ui.tab import Surroundings


class RecordPage(Protocol):
    """The page of one record."""

    def settle(self) -> None:
        """Take what is being typed."""

    def take_focus(self) -> None:
        """Put the keyboard where one works."""


PageT = TypeVar("PageT", bound=RecordPage)
Found = TypeVar("Found")


class ListAndPage(Generic[PageT]):
    """Shows the record that was asked for last: an answer to an earlier question comes too late and is let go.

    Until the list is read, and while the first record is, the page's place is blank: "there are none" would be a lie.
    ``name`` is what the screen is called, ``nothing`` stands where no record is chosen, ``widths`` are of list and
    page in pixels, as far as the user has not changed them.
    """

    def __init__(
        self, name: str, side: QWidget, nothing: QWidget, around: Surroundings, widths: tuple[int, int]
    ) -> None:
        self._around, self._nothing = around, nothing
        self.page: PageT | None = None
        """The page of the record on the desk."""
        self.wanted = ""
        """The key of the record that is, or will soon be, on the desk."""
        self._stack, self._blank = QStackedWidget(), QWidget()
        for each in (self._blank, nothing):
            self._stack.addWidget(each)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setAccessibleName(name)
        self.split.addWidget(side)
        self.split.addWidget(self._stack)
        self.split.setStretchFactor(0, 0)
        self.split.setStretchFactor(1, 1)
        self.split.setCollapsible(1, False)
        self.split.setHandleWidth(1)
        self.split.setSizes(list(widths))

    def bring(
        self,
        key: str,
        read: Callable[[str], Found],
        make: Callable[[Found], PageT],
        shown: Callable[[PageT], None] | None = None,
    ) -> None:
        """Read a record aside and show its page, at the section that is in front now; none for "".

        ``shown`` is called once the page is in sight, to put the keyboard where it belongs.
        """
        self.wanted = key
        if not key:
            self.put_away()
            return
        self.settle()
        if not self.page:
            self._stack.setCurrentWidget(self._blank)

        def take(found: Found) -> None:
            if self.wanted == key:  # else the choice went on meanwhile
                page = make(found)
                self._put_on(page)
                if shown:
                    shown(page)

        self._around.operations.run("", lambda _: read(key), take)

    def _put_on(self, page: PageT) -> None:
        section = _section(self.page)
        self._take_away()
        self.page = page
        widget = cast("QWidget", page)
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        sections = _sections(page)
        if sections:
            sections.setCurrentIndex(section)
        self._around.voice.menus_changed.emit()

    def put_away(self) -> None:
        """Show that no record is chosen."""
        self.wanted = ""
        self._stack.setCurrentWidget(self._nothing)
        if self.page:
            self._take_away()
            self._around.voice.menus_changed.emit()

    def settle(self) -> None:
        """Take what is being typed."""
        if self.page:
            self.page.settle()

    def go_round(self, rows: QWidget, *beside: QWidget) -> None:
        """F6: from the list (or what stands ``beside`` it) to the page's sections, into the page, and to the list."""
        is_left = any(each.hasFocus() for each in (rows, *beside))
        sections = _sections(self.page)
        if self.page is None or not (is_left or (sections and sections.tabBar().hasFocus())):
            rows.setFocus()
        elif sections and is_left:
            sections.tabBar().setFocus()
        else:
            self.page.take_focus()

    def _take_away(self) -> None:
        if self.page:
            widget = cast("QWidget", self.page)
            self._stack.removeWidget(widget)
            widget.deleteLater()
            self.page = None


def _sections(page: object) -> QTabWidget | None:
    """The sections of a page that has several."""
    found = getattr(page, "pages", None)
    return found if isinstance(found, QTabWidget) else None


def _section(page: object) -> int:
    sections = _sections(page)
    return sections.currentIndex() if sections else 0
