"""A tab that costs nothing until it is first looked at: its module is imported and its data read only then."""

import importlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.tab import Choosing, Menus, Preparation, Surroundings, Tab, TabMaker

if TYPE_CHECKING:
    from nscl_desktop.presenters.office import Office


def lazily(module: str) -> Preparation:
    """The preparation of a tab whose ``module`` has a function ``prepare`` like all tabs."""

    def prepare(office: "Office", preferences: Preferences) -> TabMaker:
        return lambda around: LazyTab(module, office, preferences, around)

    return prepare


class LazyTab:
    """Stands in the window for a tab that nobody has looked at yet."""

    def __init__(self, module: str, office: "Office", preferences: Preferences, around: Surroundings) -> None:
        self.module = module
        """The module of the tab, by its whole name."""
        self._office, self._preferences, self._around = office, preferences, around
        self._page = QWidget()
        self._layout = QVBoxLayout(self._page)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.tab: Tab | None = None
        """The tab itself, once it was looked at."""

    def widget(self) -> QWidget:
        """The place of the tab."""
        return self._page

    def menus(self) -> Menus:
        """The tab's commands, once it is there."""
        return self.tab.menus() if self.tab else {}

    def make(self) -> Tab:
        """The tab; made where nobody has looked at it yet."""
        if self.tab is None:
            prepare = cast("Preparation", importlib.import_module(self.module).prepare)
            self.tab = prepare(self._office, self._preferences)(self._around)
            self._layout.addWidget(self.tab.widget())
        return self.tab

    def come_in_front(self) -> None:
        """Make the tab when it is first looked at."""
        if self.tab is None:
            self.make()
            self._around.voice.menus_changed.emit()
        self.make().come_in_front()

    def go_to_findings(self) -> None:
        """As the tab does."""
        if self.tab:
            self.tab.go_to_findings()

    def settle(self) -> None:
        """As the tab does."""
        if self.tab:
            self.tab.settle()

    def open_record(self, entity: str, key: str) -> None:
        """As the tab does, which is there because it is in front."""
        if self.tab:
            self.tab.open_record(entity, key)

    def chosen(self) -> Sequence[tuple[str, str]]:
        """What is chosen in the tab, where records can be chosen in it."""
        tab: object = self.tab
        return tab.chosen() if isinstance(tab, Choosing) else ()

    def read_again(self) -> None:
        """As the tab does; one that nobody has looked at has nothing to read again."""
        if self.tab:
            self.tab.read_again()
