"""Qt's own buttons, dialogs and menus speak Vietnamese once resources/translations/qtbase_vi.qm is installed."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import (
    QAbstractButton,
    QColorDialog,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFontDialog,
    QGroupBox,
    QHeaderView,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QTabWidget,
    QWidget,
    QWizard,
)
from pytestqt.qtbot import QtBot

from nscl_desktop.resource_files import resource_path

SOURCE = resource_path("translations", "qtbase_vi.ts")
MESSAGES = [
    (context.findtext("name", ""), message.findtext("source", ""), message.findtext("translation", ""))
    for context in ET.fromstring(SOURCE.read_text("utf-8")).iter("context")  # noqa: S314 - our own file
    for message in context.iter("message")
]
VIETNAMESE = {translation for _, _, translation in MESSAGES}
# Names that are the same in every language, and what the machine itself contributes (paper sizes, fonts, folders).
PROPER_NAMES = re.compile(r"HTML|PDF|Cicero|Didot|Pica|Inch|Alt|Ctrl|Shift|Del|Esc")


@pytest.fixture(autouse=True)
def translator(qtbot: QtBot) -> Iterator[QTranslator]:
    installed = QTranslator()
    assert installed.load(str(resource_path("translations", "qtbase_vi.qm")))
    QCoreApplication.installTranslator(installed)
    yield installed
    QCoreApplication.removeTranslator(installed)


def own_texts(part: QWidget) -> list[str]:
    """What this one widget shows of itself, tool tips included, data (lists of files, fonts, paper sizes) left out."""
    texts = [part.toolTip()]
    if isinstance(part, (QLabel, QAbstractButton)):
        texts.append(part.text())
    elif isinstance(part, QGroupBox):
        texts.append(part.title())
    elif isinstance(part, QTabWidget):
        texts += [part.tabText(index) for index in range(part.count())]
    elif isinstance(part, QHeaderView) and part.model() is not None:
        texts += [str(part.model().headerData(i, part.orientation()) or "") for i in range(part.count())]
    return texts


def texts_of(window: QWidget) -> set[str]:
    """All that a window and its parts show."""
    parts = [window, *window.findChildren(QWidget)]
    actions = [action.text() for action in window.findChildren(QAction)]
    return {text for text in [window.windowTitle(), *actions, *(t for p in parts for t in own_texts(p))] if text}


def english(texts: set[str]) -> set[str]:
    """Those with a Latin word of three letters or more that neither is a translation of ours nor a name."""
    return {text for text in texts if text not in VIETNAMESE and re.search(r"[A-Za-z]{3,}", PROPER_NAMES.sub("", text))}


def test_the_shipped_qm_is_made_of_the_ts_beside_it(translator: QTranslator) -> None:
    stale = [m for m in MESSAGES if translator.translate(m[0], m[1]) != m[2]]
    assert stale == [], "run pyside6-lrelease resources/translations/qtbase_vi.ts"
    assert len(MESSAGES) > 400


@pytest.mark.parametrize("mark", ["%1", "%2", "%3", "\n", "<b>"])
def test_translations_keep_places_for_values_and_line_breaks(mark: str) -> None:
    assert [source for _, source, text in MESSAGES if source.count(mark) != text.count(mark)] == []


def test_standard_buttons_are_vietnamese(qtbot: QtBot) -> None:
    expected = {
        "Ok": "Đồng ý",
        "Save": "Lưu",
        "SaveAll": "Lưu tất cả",
        "Open": "Mở",
        "Yes": "&Có",
        "YesToAll": "Có cho &tất cả",
        "No": "&Không",
        "NoToAll": "K&hông cho tất cả",
        "Abort": "Dừng",
        "Retry": "Thử lại",
        "Ignore": "Bỏ qua",
        "Close": "Đóng",
        "Cancel": "Hủy",
        "Discard": "Bỏ",
        "Help": "Trợ giúp",
        "Apply": "Áp dụng",
        "Reset": "Đặt lại",
        "RestoreDefaults": "Khôi phục mặc định",
    }
    box, message = QDialogButtonBox(), QMessageBox()
    qtbot.addWidget(box)
    qtbot.addWidget(message)
    assert {n: box.addButton(QDialogButtonBox.StandardButton[n]).text() for n in expected} == expected
    assert {n: message.addButton(QMessageBox.StandardButton[n]).text() for n in expected} == expected


def test_details_of_a_message_open_by_a_vietnamese_button(qtbot: QtBot) -> None:
    message = QMessageBox()
    qtbot.addWidget(message)
    message.setDetailedText("…")
    message.show()
    assert "Xem chi tiết..." in texts_of(message)
    assert english(texts_of(message)) == set()


@pytest.mark.parametrize("mode", list(QFileDialog.AcceptMode))
def test_the_file_dialog_is_vietnamese(qtbot: QtBot, mode: QFileDialog.AcceptMode) -> None:
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(mode)
    dialog.setNameFilter("Tệp số liệu (*.db)")
    dialog.show()
    shown = texts_of(dialog)
    assert {"Tê&n tệp:", "Loại tệp:", "Tìm trong:", "Hủy", "Tên", "Kích thước", "Ngày sửa"} <= shown
    assert ("&Mở" if mode == QFileDialog.AcceptMode.AcceptOpen else "&Lưu") in shown
    assert english(shown) == set()


@pytest.mark.parametrize("kind", [QColorDialog, QFontDialog, QInputDialog, QProgressDialog, QWizard])
def test_small_dialogs_are_vietnamese(qtbot: QtBot, kind: type[QDialog]) -> None:
    dialog = kind()
    qtbot.addWidget(dialog)
    dialog.show()
    assert texts_of(dialog)
    assert english(texts_of(dialog)) == set()


@pytest.mark.parametrize("kind", [QPrintDialog, QPrintPreviewDialog])
def test_dialogs_of_printing_are_vietnamese(qtbot: QtBot, kind: type[QPrintDialog | QPrintPreviewDialog]) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog = kind(printer)
    qtbot.addWidget(dialog)
    shown = texts_of(dialog)
    assert shown
    assert english(shown) == set()


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_the_menu_of_a_text_field_is_vietnamese(qtbot: QtBot, kind: type[QLineEdit | QPlainTextEdit]) -> None:
    field = kind()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    assert isinstance(menu, QMenu)
    # After the tab stands the shortcut: keys are named as they are printed on the keyboard.
    named = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert named == ["&Hoàn tác", "&Làm lại", "Cắ&t", "&Sao chép", "&Dán", "Xóa", "Chọn tất cả"]
    menu.deleteLater()


def test_shortcuts_written_in_the_code_still_mean_the_same_keys() -> None:
    left = QKeySequence("Ctrl+Left")
    assert left == QKeySequence("Ctrl+Left", QKeySequence.SequenceFormat.PortableText)
    assert left.toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+Trái"
    assert QKeySequence("Ctrl+Space").toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+Phím cách"
