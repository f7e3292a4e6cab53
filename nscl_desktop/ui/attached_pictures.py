"""Photos and papers of any record: thumbnails, added from files or the camera's folder, described in place, opened.

How a screen puts it in::

    files = RecordFiles(desk, DossierFile, around.office.attachments)          # presenters/attached_pictures.py
    self.papers = AttachedPictures(files, around, self.undo)                    # all papers of the dossier on the desk
    layout.addWidget(self.papers, 1)

    files = RecordFiles(desk, VisitFile, around.office.attachments, question_id)
    self.photos = AttachedPictures(files, around, self.undo, words=PHOTOS, is_touch=True)   # large, grows with its rows
    ...
    self.photos.show_about(next_question_id)                                    # another question's photos

``refresh()`` after every event of the desk (undo of another widget's step …); the widget follows its own steps by
itself. ``set_open(False)`` where the record is closed. ``changed`` tells how many files are listed.
Readers must put the kind's records on the desk (storage/visit_queries.py does for VisitFile).
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from nscl_desktop.domain.attached_files import FILE_KINDS
from nscl_desktop.presenters.attached_pictures import Kept, RecordFiles
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.file_opening import open_file
from nscl_desktop.ui.picture_list import PictureList
from nscl_desktop.ui.tab import Surroundings

SHRINKS, KEEPS, CAMERA, FOLDER = "pictures_shrink", "pictures_keep", "camera_folder", "attached_folder"
"""Names of what is remembered."""
_FILES = "Ảnh, bản quét, PDF (*.jpg *.jpeg *.png *.tif *.tiff *.pdf *.heic *.heif)"
_EDGE, _TOUCH_EDGE, _TOUCH, _MOST_ROWS = 148, 164, 48, 2


class FileWords(NamedTuple):
    """What the widget calls what it holds."""

    add: str
    list: str
    empty: str


PHOTOS = FileWords("Thêm ảnh…", "Các ảnh", "Chưa có ảnh. Thêm từ tệp, từ thư mục máy ảnh, hoặc kéo thả ảnh vào đây.")
PAPERS = FileWords(
    "Thêm giấy tờ, ảnh…", "Các giấy tờ và ảnh",
    "Chưa có giấy tờ, ảnh nào. Thêm bản quét, ảnh chụp hoặc tệp PDF, hay kéo thả tệp vào đây;"
    " tệp được chép vào thư mục cạnh tệp dữ liệu.",
)  # fmt: skip


class AttachedPictures(QWidget):
    """``changed``: how many files are listed now."""

    changed = Signal(int)

    def __init__(
        self,
        files: RecordFiles,
        around: Surroundings,
        undo: Callable[[], object],
        *,
        words: FileWords = PAPERS,
        is_touch: bool = False,
    ) -> None:
        super().__init__()
        self.files = files
        self._around, self._undo, self._words, self._is_touch, self._is_open = around, undo, words, is_touch, True
        self.list = PictureList(files, around, _TOUCH_EDGE if is_touch else _EDGE)
        self.empty = QLabel(words.empty)
        self.caption, self.day, self.kind = QLineEdit(), QLineEdit(), QComboBox()
        self.about = QLabel()
        self.add, self.camera = QPushButton(words.add), QPushButton("Từ thư mục máy ảnh…")
        self.open, self.remove = QPushButton("Mở"), QPushButton("Xóa")
        self.shrinks, self.keeps = QCheckBox("Thu nhỏ ảnh còn tối đa 1.600 điểm ảnh"), QCheckBox("Giữ cả ảnh gốc")
        self._dress()
        self._lay_out()
        self._listen()
        self.refresh()

    # -- showing ----------------------------------------------------------------------------------------------------

    def refresh(self, choose: str = "") -> None:
        """The files as they are now; ``choose`` or what was chosen stays chosen."""
        self.list.fill(choose)
        self.list.setVisible(self.list.count() > 0)
        self.empty.setVisible(not self.list.count())
        self._fit_height()
        self._follow()
        self.changed.emit(self.list.count())

    def show_about(self, about: str | None) -> None:
        """Show the files of another part of the record, such as the next question."""
        self.settle()
        self.files.about = about
        self.refresh()

    def set_open(self, is_open: bool) -> None:
        """Whether files may be added, described and removed."""
        self._is_open = is_open
        self._follow()

    def settle(self) -> None:
        """Take what is being typed."""
        typed = ((self.caption, self.caption.text(), "caption"), (self.day, self.day.text(), "taken_on"))
        for field, text, name in typed:
            self._take(field, text, name)

    # -- doing ------------------------------------------------------------------------------------------------------

    def take(self, paths: Sequence[Path]) -> None:
        """Add these files; what is refused is told, the others are added in one step."""
        about, shrinks, keeps = self.files.about, self.shrinks.isChecked(), self.keeps.isChecked()

        def land(kept: Kept) -> None:
            if not isValid(self):
                return  # another record was opened meanwhile
            if kept.refused:
                self._around.voice.refused.emit(" ".join(kept.refused))
            if kept.taken:
                attempted(self._around.voice, lambda: self._say(self.files.add(kept.taken, about)))
            self.refresh()
            self.list.setCurrentRow(self.list.count() - 1)

        self._around.operations.run(
            f"Đang thêm {len(paths)} tệp",
            lambda _: self.files.keep(paths, shrinks=shrinks, keeps_original=keeps), land,
        )  # fmt: skip

    def _say(self, done: str) -> None:
        self._around.voice.done.emit(done, "Hoàn tác", self._undo)

    def _choose(self) -> None:
        self._choose_in(self._around.preferences.text(FOLDER), FOLDER)

    def _choose_from_camera(self) -> None:
        """The camera's folder is asked for once, and again where it is not there any more."""
        known = self._around.preferences.text(CAMERA)
        if not known or not Path(known).is_dir():
            known = QFileDialog.getExistingDirectory(self, "Chọn thư mục ảnh của máy ảnh hoặc điện thoại", known)
        if known:
            self._around.preferences.remember(CAMERA, known)
            self._choose_in(known, CAMERA)

    def _choose_in(self, folder: str, remembered: str) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, self._words.add.rstrip("…"), folder, _FILES)
        if chosen:
            self._around.preferences.remember(remembered, str(Path(chosen[0]).parent))
            self.take([Path(each) for each in chosen])

    def _open(self) -> None:
        if self.list.chosen:
            file = self.list.chosen[0]
            attempted(self._around.voice, lambda: open_file(self.files.path_of(file), file.shown_name))

    def _remove(self) -> None:
        files = self.list.chosen
        if not files or not self._is_open:
            return
        row = self.list.currentRow()

        def remove() -> None:
            self._say(self.files.remove(files))
            self.refresh()
            self.list.setCurrentRow(min(row, self.list.count() - 1))

        attempted(self._around.voice, remove)

    def _take(self, field: QLineEdit, text: str, name: str) -> None:
        chosen = self.list.chosen
        if len(chosen) != 1 or text == self.files.text(chosen[0], name):
            return

        def enter() -> None:
            self.files.enter(chosen[0], name, text)
            self.refresh()

        if not attempted(self._around.voice, enter):
            field.setText(self.files.text(chosen[0], name))

    def _take_kind(self) -> None:
        if self.list.chosen:
            file, words = self.list.chosen[0], self.kind.currentText()
            attempted(self._around.voice, lambda: self.files.enter(file, "kind", words))
            self.refresh()

    # -- building ---------------------------------------------------------------------------------------------------

    def _dress(self) -> None:
        self.list.setAccessibleName(self._words.list)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.add)
        self.empty.setWordWrap(True)
        for label in (self.empty, self.about):
            label.setProperty("role", "caption")
        self.about.setWordWrap(True)
        for field, words, width in ((self.caption, "Chú thích", 0), (self.day, "Ngày", 12)):
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
            if width:
                field.setFixedWidth(width * field.fontMetrics().averageCharWidth() + 24)
        self.kind.setAccessibleName("Loại")
        for value, words in FILE_KINDS:
            self.kind.addItem(words, value)
        self.camera.setToolTip("Mở thẳng thư mục ảnh đã nhớ; lần đầu chọn thư mục ấy")
        self.open.setToolTip("Mở bằng chương trình xem của máy (Enter)")
        self.remove.setToolTip("Bỏ khỏi danh sách, hoàn tác được (Del)")
        self.shrinks.setToolTip("Ảnh điện thoại 4 MB còn khoảng 0,4 MB, chữ trên nhãn vẫn đọc được")
        self.keeps.setToolTip("Chép thêm tệp gốc, tốn chỗ hơn")
        if self._is_touch:
            for widget in (self.add, self.camera, self.open, self.remove, self.caption, self.day, self.kind):
                widget.setMinimumHeight(_TOUCH)

    def _lay_out(self) -> None:
        self.describing = QWidget()
        fields = QHBoxLayout(self.describing)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(8)
        fields.addWidget(self.caption, 1)
        fields.addWidget(self.day)
        fields.addWidget(self.kind)
        buttons, options = QHBoxLayout(), QHBoxLayout()
        for row, widgets in (
            (buttons, (self.add, self.camera, self.open, self.remove)), (options, (self.shrinks, self.keeps)),
        ):  # fmt: skip
            row.setSpacing(8)
            for widget in widgets:
                row.addWidget(widget)
            row.addStretch(1)
        options.setSpacing(16)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.list, 0 if self._is_touch else 1)
        layout.addWidget(self.empty)
        layout.addWidget(self.about)
        layout.addWidget(self.describing)
        layout.addLayout(buttons)
        layout.addLayout(options)
        if not self._is_touch:
            layout.addStretch(0)

    def _listen(self) -> None:
        remembered = self._around.preferences
        for box, name, default in ((self.shrinks, SHRINKS, True), (self.keeps, KEEPS, False)):
            box.setChecked(remembered.flag(name, default=default))
            box.toggled.connect(lambda on, key=name: remembered.remember(key, on))
        self.shrinks.toggled.connect(self.keeps.setEnabled)
        self.keeps.setEnabled(self.shrinks.isChecked())
        self.add.clicked.connect(self._choose)
        self.camera.clicked.connect(self._choose_from_camera)
        self.open.clicked.connect(self._open)
        self.remove.clicked.connect(self._remove)
        self.list.itemSelectionChanged.connect(self._follow)
        self.list.open_wanted.connect(self._open)
        self.caption.editingFinished.connect(self.settle)
        self.day.editingFinished.connect(self.settle)
        self.kind.activated.connect(lambda _: self._take_kind())
        make_action(self, Command(self._words.add.rstrip("…"), self.add.click, keys=("Ins",)))
        make_action(self.list, Command("Xóa", self._remove, keys=("Del", "Ctrl+Del")))

    # -- following --------------------------------------------------------------------------------------------------

    def _follow(self) -> None:
        files = self.list.chosen
        single = files[0] if len(files) == 1 else None
        for button in (self.add, self.camera):
            button.setEnabled(self._is_open)
        self.remove.setEnabled(bool(files) and self._is_open)
        self.open.setEnabled(single is not None)
        self.describing.setVisible(single is not None)
        self.describing.setEnabled(self._is_open)
        self.about.setVisible(single is not None)
        if single:
            self.about.setText(" · ".join(dict.fromkeys((single.name, self.files.about_words(single)))))
            self.caption.setText(single.caption)
            self.day.setText(self.files.text(single, "taken_on"))
            self.kind.setCurrentIndex(max(self.kind.findData(single.kind), 0))

    def _fit_height(self) -> None:
        """One row is always seen; where the page scrolls, the list takes what it needs, but never the whole page."""
        if not self._is_touch:
            self.list.setMinimumHeight(self.list.height_of_rows(self.width(), 1))
        else:
            self.list.setFixedHeight(self.list.height_of_rows(self.width(), _MOST_ROWS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width takes other rows."""
        super().resizeEvent(event)
        self._fit_height()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files from the file manager."""
        if self._is_open and _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        event.acceptProposedAction()
        self.take(_dropped(event))


def _dropped(event: QDropEvent) -> list[Path]:
    paths = (Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
    return [path for path in paths if path.is_file()]
