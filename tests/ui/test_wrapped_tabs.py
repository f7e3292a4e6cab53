"""A bar of titles that goes on in a second line: nothing is hidden, mouse and keys reach every page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTabWidget
from pytestqt.qtbot import QtBot

from nscl_desktop.ui.wrapped_tabs import WrappedTabBar, wrapped_tabs
from tests.ui.windows import Opened

TITLES = (
    "Thông tin",
    "Hỗ trợ",
    "Kinh phí",
    "Chứng nhận",
    "Kiểm tra",
    "Tài liệu",
    "Dòng thời gian",
    "Lịch sử",
    "Bản in",
)


@pytest.fixture
def pages(window: Opened, qtbot: QtBot) -> QTabWidget:
    made = wrapped_tabs("Các phần", window.around.theme)
    qtbot.addWidget(made)
    for title in TITLES:
        made.addTab(QLabel(title), title)
    made.resize(1200, 400)
    made.show()
    return made


def bar(pages: QTabWidget) -> WrappedTabBar:
    found = pages.tabBar()
    assert isinstance(found, WrappedTabBar)
    return found


def lines(pages: QTabWidget) -> list[int]:
    return sorted({area.top() for area in bar(pages).areas()})


def test_where_there_is_room_all_titles_stand_in_one_line(pages: QTabWidget) -> None:
    assert len(lines(pages)) == 1


def test_where_there_is_none_they_go_on_below_and_all_stand_inside(pages: QTabWidget, qtbot: QtBot) -> None:
    high = pages.currentWidget().height()
    pages.resize(500, 400)
    qtbot.waitUntil(lambda: pages.currentWidget().height() < high)
    areas = bar(pages).areas()
    assert len(lines(pages)) == 2
    assert all(bar(pages).rect().contains(area) for area in areas)
    assert not any(one.intersects(other) for at, one in enumerate(areas) for other in areas[:at])


def test_a_title_of_the_second_line_is_reached_by_mouse(pages: QTabWidget, qtbot: QtBot) -> None:
    pages.resize(500, 400)
    qtbot.mouseClick(bar(pages), Qt.MouseButton.LeftButton, pos=bar(pages).areas()[8].center())
    assert pages.currentIndex() == 8
    qtbot.mouseClick(bar(pages), Qt.MouseButton.RightButton, pos=bar(pages).areas()[0].center())
    assert pages.currentIndex() == 8


def test_keys_go_along_the_line_and_from_line_to_line(pages: QTabWidget, qtbot: QtBot) -> None:
    pages.resize(500, 400)
    below = next(at for at, area in enumerate(bar(pages).areas()) if area.top())
    qtbot.keyClick(bar(pages), Qt.Key.Key_Down)
    assert pages.currentIndex() == below
    qtbot.keyClick(bar(pages), Qt.Key.Key_Right)
    assert pages.currentIndex() == below + 1
    qtbot.keyClick(bar(pages), Qt.Key.Key_Up)
    assert bar(pages).areas()[pages.currentIndex()].top() == 0
    qtbot.keyClick(pages, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert pages.currentIndex() == 2


def test_the_bar_may_be_as_narrow_as_its_longest_title(pages: QTabWidget) -> None:
    assert bar(pages).minimumSizeHint().width() == max(area.width() for area in bar(pages).areas())
