"""Instead of the tabs: why the data file could not be opened, and the ways on."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

_FILES = "Tệp dữ liệu (*.db)"


class OpeningFailed(QWidget):
    """The sentence, and a choice; ``back`` is the file that was open before, if there was one."""

    other_chosen = Signal(str)
    """The path of the file to open instead."""

    def __init__(self, sentence: str, path: Path, back: Path | None = None) -> None:
        super().__init__()
        self._path, self.sentence = path, sentence
        title = QLabel("Chưa mở được tệp dữ liệu")
        title.setProperty("role", "title")
        words = QLabel(sentence)
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        where = QLabel(f"Tệp: {path}")
        where.setProperty("role", "caption")
        where.setWordWrap(True)
        where.setVisible(str(path) not in sentence)
        self.again = QPushButton("Thử lại")
        self.again.setProperty("primary", "true")
        self.other = QPushButton("Mở tệp khác…")
        self.back = QPushButton("Trở lại tệp trước")
        self.back.setVisible(back is not None)
        self.back.setToolTip(str(back or ""))
        self.back.clicked.connect(lambda: self.other_chosen.emit(str(back)))
        self.again.clicked.connect(lambda: self.other_chosen.emit(str(path)))
        self.other.clicked.connect(self._choose)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.again)
        buttons.addWidget(self.other)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        inner = QVBoxLayout()
        inner.setSpacing(16)
        for part in (title, words, where):
            inner.addWidget(part)
        inner.addLayout(buttons)
        column = QWidget()
        column.setMaximumWidth(640)
        column.setLayout(inner)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(column, 100)  # as wide as it may be, so that no word is cut off
        middle.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addLayout(middle)
        layout.addStretch(2)

    def _choose(self) -> None:
        found, _ = QFileDialog.getOpenFileName(self, "Mở tệp dữ liệu", str(self._path.parent), _FILES)
        if found:
            self.other_chosen.emit(found)
