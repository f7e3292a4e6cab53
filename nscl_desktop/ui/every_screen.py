"""All screens of the window, in front or not: which help page each has, and which commands each offers."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from nscl_desktop.ui.commands import plain_words
from nscl_desktop.ui.lazy_tab import LazyTab
from nscl_desktop.ui.main_window import MainWindow
from nscl_desktop.ui.sectioned_tab import SectionedTab
from nscl_desktop.ui.tab import Menus, Voice
from nscl_desktop.ui.undoing import REDO, UNDO

HELP_PAGES: Mapping[str, str] = {
    "overview": "tong-quan", "plans": "bat-dau",
    "enterprises": "tai-lieu-va-don-vi", "dossiers": "ho-so-ho-tro", "rounds": "xet-chon", "consultants": "xet-chon",
    "visits": "kiem-tra", "inspection_plans": "kiem-tra", "advice": "kiem-tra", "checklists": "khao-sat",
    "surveys": "khao-sat",
    "courses": "dao-tao", "people": "dao-tao", "experts": "dao-tao", "clubs": "dao-tao",
    "awards": "giai-thuong", "commendations": "giai-thuong", "award_rules": "giai-thuong",
    "work": "cong-viec", "ledger": "so-kinh-phi",
    "periodic_reports": "bao-cao", "growth": "bao-cao", "money_tables": "bao-cao",
}  # fmt: skip
"""The last name of a screen's module → its page in resources/help."""


class Elsewhere(NamedTuple):
    """A command of a screen that is not in front: where it stands, and running it there."""

    where: str
    action: QAction
    run: Callable[[], object]


def help_page(window: MainWindow) -> str:
    """The help page of the screen in front; empty where none is there yet."""
    tab = window.current_tab
    if tab is None:
        return ""
    screen = tab.current if isinstance(tab, SectionedTab) else tab
    key = screen.module.rpartition(".")[2] if isinstance(screen, LazyTab) else window.current_key
    return HELP_PAGES.get(key, "")


def commands_elsewhere(window: MainWindow, voice: Voice) -> Iterator[list[Elsewhere]]:
    """The commands of all screens that are not in front, a screen at a time; one that nobody has looked at is made.

    Undoing is left out: it means the screen in front. The caller takes a step, then lets the window answer.
    """
    front = window.current_tab
    for index, spec in enumerate(window.specs):
        tab = window.tab_of(spec)
        if isinstance(tab, SectionedTab):
            for at, title in enumerate(tab.titles):
                if tab is front and tab.current is tab.sections[at]:
                    continue
                tab.sections[at].make()
                where = f"{spec.title} › {title}"
                yield _found(tab.sections[at].menus(), where, window, voice, partial(_bring, window, index, tab, at))
        elif tab is not None and tab is not front:
            if isinstance(tab, LazyTab):
                tab.make()
            yield _found(tab.menus(), spec.title, window, voice, partial(window.pages.setCurrentIndex, index))


def _found(menus: Menus, where: str, window: MainWindow, voice: Voice, bring: Callable[[], object]) -> list[Elsewhere]:
    def run(action: QAction) -> None:
        bring()
        QTimer.singleShot(0, window, partial(_trigger, action, where, voice))

    return [Elsewhere(where, action, partial(run, action)) for action in _flat(menus.values())]


def _flat(groups: Iterable[Sequence[QAction | None]]) -> Iterator[QAction]:
    for group in groups:
        for action in group:
            below = action.menu() if action is not None else None
            if isinstance(below, QMenu):
                yield from _flat([below.actions()])
            elif action is not None and action.text() and not action.isSeparator() and _is_offered(action):
                yield action


def _is_offered(action: QAction) -> bool:
    return action.isVisible() and not plain_words(action).startswith((UNDO, REDO))


def _bring(window: MainWindow, index: int, tab: SectionedTab, at: int) -> None:
    window.pages.setCurrentIndex(index)
    tab.bar.setCurrentIndex(at)


def _trigger(action: QAction, where: str, voice: Voice) -> None:
    if action.isEnabled():
        action.trigger()
    else:
        voice.said.emit(f"Đã mở {where}; “{plain_words(action)}” dùng được khi đã chọn một mục ở đó.")
