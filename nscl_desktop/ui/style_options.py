"""Members of style options that PySide6 has but its type stubs leave out, fetched in one place."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStyle, QStyleOption, QStyleOptionTab


def area_of(option: QStyleOption) -> QRect:
    """Where to paint."""
    area: QRect = option.rect  # type: ignore[attr-defined]  # missing in the stubs
    return area


def state_of(option: QStyleOption) -> QStyle.StateFlag:
    """Chosen, focused, enabled."""
    state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]  # missing in the stubs
    return state


def palette_of(option: QStyleOption) -> QPalette:
    """The colours of the widget that is painted."""
    palette: QPalette = option.palette  # type: ignore[attr-defined]  # missing in the stubs
    return palette


def put_tab(option: QStyleOptionTab, area: QRect, state: QStyle.StateFlag) -> None:
    """Paint a tab there and so, without its words: the style looks up by itself where those would stand."""
    option.text = ""  # type: ignore[attr-defined]  # missing in the stubs
    option.rect = area  # type: ignore[attr-defined]  # missing in the stubs
    option.state = state  # type: ignore[attr-defined]  # missing in the stubs
