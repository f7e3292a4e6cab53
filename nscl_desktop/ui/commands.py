"""Commands as QActions: one place where words, icon, keys and what they do come together.

A command stands in a menu, may stand on a tool bar, and is found by Ctrl+K; its keys are shown in all three.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from nscl_desktop.ui.dressing import dress
from nscl_desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Command:
    """What a command is called and does. ``keys`` are portable key texts, the first one is shown."""

    words: str
    run: Callable[[], object]
    icon: str = ""
    keys: Sequence[str] = ()
    hint: str = ""


def make_action(owner: QWidget, command: Command, theme: Theme | None = None) -> QAction:
    """The QAction of a command; its keys work wherever ``owner`` or something in it has the focus."""
    action = QAction(command.words, owner)
    action.setShortcuts([QKeySequence(keys) for keys in command.keys])
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda: command.run())  # noqa: PLW0108 - without Qt's own argument
    _explain(action, command.hint)
    if theme and command.icon:
        dress(theme, action, command.icon)
    owner.addAction(action)
    return action


def rename(action: QAction, words: str) -> None:
    """Give a command other words ("Hoàn tác: sửa đơn giá"), its tool tip with them."""
    if action.text() != words:
        action.setText(words)
        _explain(action, "")


def keys_text(action: QAction) -> str:
    """The command's first keys as they stand on the keyboard; empty without keys."""
    keys = action.shortcut()
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


def tool_button(action: QAction, *, with_words: bool = False) -> QToolButton:
    """A tool bar button for a command; without words its name is still told to screen readers."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(plain_words(action))
    if with_words:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button


def plain_words(action: QAction) -> str:
    """The command's words without the mark of its Alt letter and without dots."""
    return action.text().replace("&", "").rstrip("…")


def fill_menu(menu: QMenu, actions: Iterable[QAction | None]) -> None:
    """Put commands into a menu; None makes a line, and no line stands first, last or twice."""
    pending = False
    for action in actions:
        if action is None:
            pending = bool(menu.actions())
            continue
        if pending:
            menu.addSeparator()
            pending = False
        menu.addAction(action)


def _explain(action: QAction, hint: str) -> None:
    keys = keys_text(action)
    first = plain_words(action) + (f" ({keys})" if keys else "")
    action.setToolTip(f"{first}\n{hint}" if hint else first)


def all_commands(menus: Iterable[QMenu]) -> list[tuple[str, QAction]]:
    """Every command in the menus with the path of the menu it stands in ("Xem › Giao diện")."""
    found: list[tuple[str, QAction]] = []
    for menu in menus:
        path = menu.title().replace("&", "")
        for action in menu.actions():
            below = action.menu()
            if isinstance(below, QMenu):
                found += [(f"{path} › {inner}", each) for inner, each in all_commands([below])]
            elif not action.isSeparator() and action.text() and action.isVisible():
                found.append((path, action))
    return found


def shortcut_everywhere(actions: Iterable[QAction], window: QObject) -> None:
    """Let these keys work in the whole window, whoever has the focus."""
    for action in actions:
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setParent(window)
