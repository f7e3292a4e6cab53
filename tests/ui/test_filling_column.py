"""A table's widest column takes what is left, and stays readable where nothing is left."""

from pytestqt.qtbot import QtBot

from nscl_desktop.ui.read_table import ReadColumn, ReadTable


def table_of(qtbot: QtBot, width: int) -> ReadTable:
    table = ReadTable("Thử", (ReadColumn("Lúc", 20), ReadColumn("Thay đổi"), ReadColumn("Máy", 10)))
    qtbot.addWidget(table)
    table.fill([("06:27", "Sửa đơn giá mục III.2", "vm")])
    table.resize(width, 200)
    table.show()
    return table


def test_it_takes_the_width_that_the_others_leave(qtbot: QtBot) -> None:
    table = table_of(qtbot, 1200)
    assert table.horizontalHeader().length() == table.viewport().width()
    table.setColumnWidth(0, 300)
    assert table.horizontalHeader().length() == table.viewport().width()


def test_it_stays_readable_where_nothing_is_left(qtbot: QtBot) -> None:
    table = table_of(qtbot, 300)
    assert table.columnWidth(1) >= 24 * table.fontMetrics().averageCharWidth()
    assert table.horizontalScrollBar().maximum() > 0
