"""Bản in of a paper under the office's letterhead, such as minutes: letterhead, pages, printing and export."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.domain.appendix import AppendixDoc
from nscl_desktop.presenters.minutes_sheet import Letterhead, exported_words
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.paper.preview_pane import PreviewPane
from nscl_desktop.ui.paper.printer_run import PrinterRun, ask_for_printer
from nscl_desktop.ui.tab import Surroundings

_FILTERS = {".pdf": "Tệp PDF (*.pdf)", ".docx": "Văn bản Word (*.docx)", ".xlsx": "Bảng tính Excel (*.xlsx)"}
_HEAD = (
    ("parent", "Cơ quan chủ quản", "Ví dụ: SỞ KHOA HỌC VÀ CÔNG NGHỆ"),
    ("agency", "Cơ quan lập biên bản", "Ví dụ: CHI CỤC TIÊU CHUẨN ĐO LƯỜNG CHẤT LƯỢNG"),
    ("symbol", "Ký hiệu sau “BB-”", "Ví dụ: CCTĐC"),
)
_PAUSE_MS = 300
_MINUTES = "biên bản"


class Printable(Protocol):
    """What can be printed here."""

    def document(self, head: Letterhead) -> AppendixDoc:
        """The paper as data."""

    def file_name(self) -> str:
        """What its file is called at first, without the ending."""


class MinutesPage(QWidget):
    """Letterhead and buttons at the left, pages at the right; ``extra`` stands above the letterhead.

    ``noun`` is what the paper is called where it is no Biên bản; such a paper has no số, ký hiệu. ``excel``: it is a
    list, which is wanted as a spreadsheet, too.
    """

    def __init__(
        self,
        printable: Printable,
        around: Surroundings,
        extra: QWidget | None = None,
        *,
        noun: str = _MINUTES,
        excel: bool = False,
    ) -> None:
        super().__init__()
        self._printable, self._around, self._noun = printable, around, noun
        self.preview = PreviewPane(around)
        self.fields = {name: QLineEdit(placeholderText=example) for name, _, example in _HEAD}
        self.print = QPushButton("In…")
        self.print.setProperty("primary", "true")
        self.pdf, self.word, self.excel = QPushButton("PDF"), QPushButton("Word"), QPushButton("Excel")
        self._exports = (self.pdf, self.word, self.excel) if excel else (self.pdf, self.word)
        self._is_stale = True
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.print_anew)
        self._lay_out(extra)
        for name, field in self.fields.items():
            field.setText(around.preferences.text(f"minutes.{name}"))
            field.textEdited.connect(lambda _: self._pause.start())
            field.editingFinished.connect(self._remember)
        self.print.clicked.connect(self.send_to_printer)
        self.pdf.clicked.connect(lambda: self._export(".pdf"))
        self.word.clicked.connect(lambda: self._export(".docx"))
        self.excel.clicked.connect(lambda: self._export(".xlsx"))
        self.setFocusProxy(self.preview)

    @property
    def head(self) -> Letterhead:
        """The letterhead as it is typed."""
        return Letterhead(**{name: field.text() for name, field in self.fields.items()})

    def follow(self) -> None:
        """The paper is another now: it is made anew once one pauses, and only while it is looked at."""
        self._is_stale = True
        if self.isVisible():
            self._pause.start()

    def come_in_front(self) -> None:
        """The page is looked at."""
        if self._is_stale:
            self.print_anew()

    def print_anew(self) -> None:
        """Make the pages as they are now."""
        self._pause.stop()
        self._is_stale = False

        def make() -> None:
            doc, paper = self._printable.document(self.head), self._around.office.paper
            self._around.operations.run("Đang lập bản in", lambda _: paper.printed(doc), self.preview.show_paper)

        attempted(self._around.voice, make)

    def send_to_printer(self) -> None:
        """Ask for the printer and print what is shown."""
        paper = self.preview.paper
        printer = ask_for_printer(paper, self._printable.file_name(), self) if paper else None
        if paper and printer:
            PrinterRun(
                paper, printer, self._around.operations, lambda: self._tell("Đã gửi đến máy in", paper.remark)
            ).start()

    def write(self, target: Path) -> None:
        """Write the paper as the kind of file that the name's ending says."""

        def write() -> None:
            doc, paper = self._printable.document(self.head), self._around.office.paper
            self._around.operations.run(
                f"Đang xuất {self._noun}",
                lambda _: paper.write(doc, target),
                lambda remark: self._tell(exported_words(target), remark),
            )

        attempted(self._around.voice, write)

    def _export(self, ending: str) -> None:
        folder = self._around.preferences.text("folder.export") or _documents()
        suggested = str(Path(folder) / f"{self._printable.file_name()}{ending}")
        chosen, _ = QFileDialog.getSaveFileName(self, f"Xuất {self._noun}", suggested, _FILTERS[ending])
        if chosen:
            target = Path(chosen if chosen.lower().endswith(ending) else chosen + ending)
            self._around.preferences.remember("folder.export", str(target.parent))
            self.write(target)

    def _tell(self, done: str, remark: str) -> None:
        """What was done; a remark on the paper weighs more than that it was made."""
        if remark:
            self._around.voice.refused.emit(f"{done}. {remark}")
        else:
            self._around.voice.said.emit(done)

    def _remember(self) -> None:
        for name, field in self.fields.items():
            self._around.preferences.remember(f"minutes.{name}", field.text())

    def _lay_out(self, extra: QWidget | None) -> None:
        """The letterhead scrolls where the window is low; what is done with the paper always stays in sight."""
        side = QFrame()
        side.setProperty("panel", "side")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        column.addWidget(self._choices(extra), 1)
        column.addLayout(self._foot())
        side.setFixedWidth(28 * self.fontMetrics().averageCharWidth() + 80)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(self.preview, 1)

    def _choices(self, extra: QWidget | None) -> QScrollArea:
        choices, scroll = QFrame(), QScrollArea()
        choices.setProperty("panel", "side")
        column = QVBoxLayout(choices)
        column.setContentsMargins(16, 16, 16, 8)
        column.setSpacing(4)
        if extra:
            column.addWidget(extra)
            column.addSpacing(8)
        for name, words, _ in _HEAD:
            if name == "symbol" and self._noun != _MINUTES:
                continue
            label = _caption(words.replace("lập biên bản", f"lập {self._noun}"))
            label.setBuddy(self.fields[name])
            self.fields[name].setAccessibleName(words)
            self.fields[name].setToolTip("Dùng cho mọi giấy tờ loại này in từ máy này")
            column.addWidget(label)
            column.addWidget(self.fields[name])
            column.addSpacing(8)
        column.addStretch(1)
        scroll.setWidget(choices)
        scroll.setWidgetResizable(True)
        scroll.setProperty("panel", "side")
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return scroll

    def _foot(self) -> QVBoxLayout:
        foot, exports = QVBoxLayout(), QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 0)
        foot.setSpacing(4)
        exports.setSpacing(8)
        for button in self._exports:
            exports.addWidget(button)
        foot.addWidget(self.print)
        foot.addWidget(_caption("Xuất ra tệp"))
        foot.addLayout(exports)
        return foot


def _caption(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "caption")
    return label


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
