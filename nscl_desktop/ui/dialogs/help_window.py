"""F1: the help beside the work, so that a sentence can be read while it is followed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.presenters.help_pages import Help, HelpSection
from nscl_desktop.ui.screen_room import fit_to_screen

_SECTION = Qt.ItemDataRole.UserRole


class HelpWindow(QDialog):
    """Sections at the left, the page at the right; it stays open while the main window is worked in."""

    def __init__(self, pages: Help, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Hướng dẫn")
        self._help = pages
        self._page = -1
        self.search = QLineEdit()
        self.search.setPlaceholderText("Tìm trong hướng dẫn (không cần dấu)")
        self.search.setAccessibleName("Tìm trong hướng dẫn")
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName("Mục lục")
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = QLabel("Không có mục nào như vậy; hãy thử ít chữ hơn.")
        self.nothing.setProperty("role", "caption")
        self.nothing.setWordWrap(True)
        self.text = QTextBrowser()
        self.text.setAccessibleName("Nội dung hướng dẫn")
        self.text.document().setDocumentMargin(16)
        self._lay_out()
        self.search.textChanged.connect(self._fill)
        self.list.currentItemChanged.connect(self._on_chosen)
        self._fill("")
        self.resize(920, 640)
        fit_to_screen(self)

    def show_code(self, code: str) -> None:
        """The section on a finding's code, the first page where there is none."""
        section = self._help.about(code)
        self.search.clear()
        for row in range(self.list.count()):
            if self.list.item(row).data(_SECTION) == section:
                self.list.setCurrentRow(row)

    def show_page(self, name: str) -> None:
        """The beginning of a page, by the name of its file; what is shown stays where there is none."""
        self.search.clear()
        for row in range(self.list.count()):
            section: HelpSection = self.list.item(row).data(_SECTION)
            if section.is_page and self._help.pages[section.page].name == name:
                self.list.setCurrentRow(row)

    def _lay_out(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.search, self.nothing):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setAccessibleName("Hướng dẫn")
        split.setHandleWidth(8)
        split.addWidget(side)
        split.addWidget(self.text)
        split.setStretchFactor(1, 1)
        split.setSizes([300, 620])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(split)

    def _fill(self, query: str) -> None:
        sections = self._help.matching(query)
        self.list.clear()
        for section in sections:
            self.list.addItem(_item(section, self.list.font()))
        self.nothing.setVisible(not sections)
        if sections:
            self.list.setCurrentRow(0)

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._show(item.data(_SECTION))

    def _show(self, section: HelpSection) -> None:
        if section.page != self._page:
            self._page = section.page
            self.text.setMarkdown(self._help.pages[section.page].text)
            self._calm_headings()
        start = QTextCursor(self.text.document())
        if not section.is_page:
            start = self.text.document().find(section.title, 0, QTextDocument.FindFlag.FindCaseSensitively)
        start.setPosition(start.selectionStart())
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.maximum())  # then the found heading is scrolled to the top instead of just into sight
        self.text.setTextCursor(start)
        bar.setValue(bar.value() + self.text.cursorRect().top() - 8)


    def _calm_headings(self) -> None:
        """Markdown's headings are twice as large as the text; a page read beside the work needs less."""
        points = self.text.font().pointSizeF()
        block = self.text.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            if level:
                heading, shape = QTextCharFormat(), QTextBlockFormat()
                heading.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
                heading.setFontPointSize(points * (1.4 if level == 1 else 1.1))
                heading.setFontWeight(QFont.Weight.Bold)
                shape.setTopMargin(0 if level == 1 else 12)
                cursor = QTextCursor(block)
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                cursor.mergeCharFormat(heading)
                cursor.mergeBlockFormat(shape)
            block = block.next()


def _item(section: HelpSection, face: QFont) -> QListWidgetItem:
    item = QListWidgetItem(section.title if section.is_page else f"    {section.title}")
    item.setData(_SECTION, section)
    item.setToolTip(section.title)
    if section.is_page:
        bold = QFont(face)
        bold.setBold(True)
        item.setFont(bold)
    return item
