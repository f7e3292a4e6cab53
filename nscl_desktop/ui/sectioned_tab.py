"""A tab of several sections, each a tab of its own that costs nothing until it is first looked at."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from nscl_desktop.ui.lazy_tab import LazyTab
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.tab import Menus, Preparation, Surroundings, TabMaker

if TYPE_CHECKING:
    from nscl_desktop.presenters.office import Office


class Section(NamedTuple):
    """A section in the registry: ``module`` has a function ``prepare`` like all tabs."""

    title: str
    module: str
    shows: tuple[str, ...] = ()
    """Kinds of records that can be opened in the section from elsewhere."""


def sectioned(name: str, sections: Sequence[Section]) -> Preparation:
    """The preparation of a tab with these sections; ``name`` is how it is spoken of."""

    def prepare(office: "Office", preferences: Preferences) -> TabMaker:
        return lambda around: SectionedTab(name, sections, (office, preferences), around)

    return prepare


class SectionedTab:
    """A bar with the sections' titles over the section in front."""

    def __init__(
        self, name: str, sections: Sequence[Section], given: tuple["Office", Preferences], around: Surroundings
    ) -> None:
        self._specs = tuple(sections)
        self.sections = [LazyTab(section.module, *given, around) for section in sections]
        self._around = around
        self._page, self.bar, self._stack = QWidget(), QTabBar(), QStackedWidget()
        self.bar.setAccessibleName(name)
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        for spec, section in zip(self._specs, self.sections, strict=True):
            self.bar.addTab(spec.title)
            self._stack.addWidget(section.widget())
        self.bar.setVisible(len(self._specs) > 1)
        self.bar.currentChanged.connect(self._on_turned)
        around.voice.alone.connect(self._make_room)

    @property
    def current(self) -> LazyTab:
        """The section in front."""
        return self.sections[self.bar.currentIndex()]

    @property
    def titles(self) -> Sequence[str]:
        """What the sections are called."""
        return [spec.title for spec in self._specs]

    def widget(self) -> QWidget:
        """The tab's page."""
        return self._page

    def menus(self) -> Menus:
        """The commands of the section in front."""
        return self.current.menus()

    def come_in_front(self) -> None:
        """As the section in front does."""
        self.current.come_in_front()

    def go_to_findings(self) -> None:
        """As the section in front does."""
        self.current.go_to_findings()

    def settle(self) -> None:
        """All sections take what is being typed."""
        for section in self.sections:
            section.settle()

    def open_record(self, entity: str, key: str) -> None:
        """Bring the section in front that shows this kind of record."""
        for index, spec in enumerate(self._specs):
            if entity in spec.shows:
                self.bar.setCurrentIndex(index)
                self.sections[index].come_in_front()
                self.sections[index].open_record(entity, key)

    def chosen(self) -> Sequence[tuple[str, str]]:
        """What is chosen in the section in front."""
        return self.current.chosen()

    def read_again(self) -> None:
        """All sections do."""
        for section in self.sections:
            section.read_again()

    def _make_room(self, is_on: bool) -> None:
        self.bar.setVisible(len(self._specs) > 1 and not is_on)

    def _on_turned(self, index: int) -> None:
        for section in self.sections:
            if section is not self.current:
                section.settle()
        self._stack.setCurrentIndex(index)
        self._around.voice.menus_changed.emit()
        self.current.come_in_front()
