"""What the window expects of a tab, and what a tab may ask of the window."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias, runtime_checkable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.theme import Theme

if TYPE_CHECKING:  # wanted only after the first paint
    from PySide6.QtGui import QAction

    from nscl_desktop.presenters.office import Office
    from nscl_desktop.ui.operations import Operations

FILE, EDIT, VIEW, PLAN, TOOLS, HELP = "&Tệp", "&Sửa", "&Xem", "&Kế hoạch", "&Công cụ", "T&rợ giúp"
MENUS = (FILE, EDIT, VIEW, PLAN, TOOLS, HELP)
Menus: TypeAlias = "Mapping[str, Sequence[QAction | None]]"
"""Menu name → commands; None makes a line."""


class Voice(QObject):
    """What a tab can say in the window's frame; the window listens."""

    said = Signal(str)
    """A passing sentence for the status bar."""
    refused = Signal(str)
    """Why something could not be done, and what to do instead."""
    done = Signal(str, str, object)
    """What was done; words of a button and what it does ("Hoàn tác")."""
    findings = Signal(int, int, int)
    """How many errors, warnings and notes stand in what is on screen; below nought where nothing is checked."""
    title = Signal(str)
    """What is on screen, for the window's title."""
    menus_changed = Signal()
    record_wanted = Signal(str, str)
    """A record, by kind and key, to be shown by the tab whose it is."""
    file_wanted = Signal(str)
    """Another data file is to be opened in this window, by its path; "" is the one of this machine."""
    alone = Signal(bool)
    """One screen needs the whole window now, or does not any more: the bars of tabs make room for it."""
    data_replaced = Signal()
    """Everything on screen is to be read anew: a copy was put back, or the work of other machines came in."""


class Tab(Protocol):
    """One tab of the window."""

    def widget(self) -> QWidget:
        """The page itself."""

    def menus(self) -> Menus:
        """The tab's commands; shown while the tab is in front."""

    def come_in_front(self) -> None:
        """The tab is shown now: take the focus, tell the title."""

    def go_to_findings(self) -> None:
        """F8, or a click on the count in the status bar."""

    def settle(self) -> None:
        """Bring what is being typed into the data; the window is about to close or the tab to be left."""

    def open_record(self, entity: str, key: str) -> None:
        """Show a record of one of the kinds that the tab is registered for; the tab is in front."""

    def read_again(self) -> None:
        """The file holds something else now: nothing of before may stay on the desk."""


@runtime_checkable
class Choosing(Protocol):
    """A tab in which records are chosen that may be given to another machine."""

    def chosen(self) -> Sequence[tuple[str, str]]:
        """(kind, key) of what is chosen in the tab now."""


class Surroundings(NamedTuple):
    """All that a tab is built on."""

    office: "Office"
    theme: Theme
    operations: "Operations"
    preferences: Preferences
    voice: Voice


TabMaker = Callable[[Surroundings], Tab]
"""Makes the tab; on the main thread."""
Preparation = Callable[["Office", Preferences], TabMaker]
"""Reads what the tab shows at first; aside, before there is a tab."""


class TabSpec(NamedTuple):
    """A tab in the registry: ``load`` imports its module, aside, and returns how the tab is prepared."""

    key: str
    title: str
    load: Callable[[], Preparation]
    shows: tuple[str, ...] = ()
    """Kinds of records that can be opened in the tab from elsewhere."""
    is_first: bool = False
    """In front when the program starts, wherever it stands among the others; without one the leftmost is."""
