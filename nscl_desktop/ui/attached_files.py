"""Files on the page Thông tin: a signer's picture, shown small under the signers, and the list of signed scans."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from nscl_desktop.domain.plans import Attachment, Signer
from nscl_desktop.domain.records import Record
from nscl_desktop.presenters.attachments import PlanAttachments, SignaturePictures, size_words
from nscl_desktop.presenters.office import KeptFile
from nscl_desktop.presenters.record_list import RecordList
from nscl_desktop.services.workspace import PlanDesk
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.file_opening import open_file
from nscl_desktop.ui.record_table import RecordTable
from nscl_desktop.ui.record_table_model import ExtraColumn
from nscl_desktop.ui.tab import Surroundings

_WIDE, _HIGH, _EDGE = 176, 64, 4
_WHITE = QColor("#FFFFFF")  # a signature is seen as on paper, in every theme
_PNG = "Ảnh chữ ký (*.png)"
_SCANS = "Bản quét (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)"
_UNDO = "Hoàn tác"


class SignatureBox(QWidget):
    """The picture of the signature of the signer chosen in the table above; empty until it is first refreshed."""

    def __init__(
        self, desk: PlanDesk, table: RecordTable, is_open: Callable[[], bool], around: Surroundings,
        undo: Callable[[], object],
    ) -> None:  # fmt: skip
        super().__init__()
        self.pictures = SignaturePictures(desk, around.office.attachments)
        self._table, self._is_open, self._around, self._undo = table, is_open, around, undo
        self.picture, self.words = QLabel(), QLabel()
        self.picture.setFixedSize(_WIDE, _HIGH)
        self.words.setProperty("role", "caption")
        self.words.setWordWrap(True)
        self.add, self.remove = QPushButton(), QPushButton("Bỏ ảnh chữ ký")
        self._lay_out()
        self.add.clicked.connect(self._choose)
        self.remove.clicked.connect(lambda: self._put(""))
        table.chosen.connect(lambda _: self.refresh())

    @property
    def signer(self) -> Signer | None:
        """The signer chosen in the table; the only one where there is but one."""
        model = self._table.model
        found = self._table.current or (model.record_at(0) if model.rowCount() == 1 else None)
        return found if isinstance(found, Signer) else None

    def refresh(self) -> None:
        """Show the chosen signer's picture, and what can be done with it now."""
        signer = self.signer
        path = self.pictures.file_of(signer) if signer else None
        self.setVisible(self._table.model.rowCount() > 0)
        self.picture.setVisible(path is not None)
        if signer and path:
            self.picture.setPixmap(self._on_paper(path))
            self.picture.setAccessibleName(f"Ảnh chữ ký của {signer.name}")
        self.words.setText(_words(signer, is_there=path is not None))
        self.add.setText("Thay ảnh chữ ký…" if signer and signer.image else "Thêm ảnh chữ ký…")
        self.add.setEnabled(signer is not None and self._is_open())
        self.remove.setVisible(bool(signer and signer.image))
        self.remove.setEnabled(self._is_open())

    def take(self, path: Path) -> None:
        """Give the chosen signer the picture in this file."""
        signer = self.signer
        if signer is None:
            return

        def land(kept: KeptFile) -> None:
            if isValid(self):  # else another plan was opened meanwhile
                self._put(kept.sha256, signer.id)

        self._around.operations.run("Đang thêm ảnh chữ ký", lambda _: self.pictures.keep(path), land)

    def _put(self, sha256: str, signer_id: str = "") -> None:
        key = signer_id or (self.signer.id if self.signer else "")
        done = "Đã thêm ảnh chữ ký; ảnh được in trên phụ lục" if sha256 else "Đã bỏ ảnh chữ ký"

        def put() -> None:
            self.pictures.put(key, sha256)
            self._around.voice.done.emit(done, _UNDO, self._undo)

        attempted(self._around.voice, put)

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, "Thêm ảnh chữ ký", "", _PNG)
        if chosen:
            self.take(Path(chosen))

    def _on_paper(self, path: Path) -> QPixmap:
        """The picture, small, on white."""
        ratio = self.devicePixelRatioF()
        sheet = QPixmap(round(_WIDE * ratio), round(_HIGH * ratio))
        sheet.fill(_WHITE)
        edge = round(_EDGE * ratio)
        shown = QPixmap(str(path)).scaled(
            sheet.width() - 2 * edge, sheet.height() - 2 * edge, Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )  # fmt: skip
        painter = QPainter(sheet)
        painter.drawPixmap((sheet.width() - shown.width()) // 2, (sheet.height() - shown.height()) // 2, shown)
        painter.setPen(self._around.theme.colour("edge"))
        painter.drawRect(0, 0, sheet.width() - 1, sheet.height() - 1)
        painter.end()
        sheet.setDevicePixelRatio(ratio)
        return sheet

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.add)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.words)
        right.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(right, 1)


def _words(signer: Signer | None, *, is_there: bool) -> str:
    if signer is None:
        return "Chọn một người ký trong bảng để thêm ảnh chữ ký."
    of_whom = f"Ảnh chữ ký của {signer.name}" if signer.name else "Ảnh chữ ký"
    if is_there:
        return f"{of_whom}, in giữa chức vụ và họ tên. Bỏ chọn ở trang Bản in nếu ký tay."
    if signer.image:
        return f"{of_whom} không có trên máy này, bản in để trống chỗ ký; hãy thêm lại từ tệp gốc."
    return f"{of_whom}: chưa có, bản in để trống chỗ ký tay. Ảnh là tệp .png nền trong suốt."


def has_picture(record: Record) -> str:
    """What the table of signers says about the picture."""
    return "Có" if isinstance(record, Signer) and record.image else ""


class AttachedFiles(QWidget):
    """The plan's scans; they are added at any time, since the signed paper comes after all is locked."""

    def __init__(self, desk: PlanDesk, around: Surroundings, undo: Callable[[], object], rows: int) -> None:
        super().__init__()
        self.files = PlanAttachments(desk, around.office.attachments)
        self._around, self._undo = around, undo
        size = ExtraColumn("Kích thước", _size, is_figure=True)
        self.table = RecordTable(
            RecordList(desk, Attachment, ("name", "kind")), around, undo, noun="bản ký", extra=[size], rows=rows
        )
        self.table.add_by(self._choose)
        self.table.empty.setText("Chưa có bản ký nào. Thêm bản quét có chữ ký và dấu, cả khi kế hoạch đã khóa.")
        self.open = QPushButton("Mở")
        self.open.setToolTip("Mở tệp bằng chương trình xem của máy")
        self.table.buttons.insertWidget(1, self.open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        self.open.clicked.connect(self._show)
        self.table.chosen.connect(lambda _: self._follow())
        self._follow()

    def take(self, path: Path) -> None:
        """Attach the scan in this file."""

        def add(kept: KeptFile) -> None:
            self.table.choose(self.files.add(kept))
            self._around.voice.done.emit(f"Đã thêm “{kept.name}”", _UNDO, self._undo)

        def land(kept: KeptFile) -> None:
            if isValid(self):  # else another plan was opened meanwhile
                attempted(self._around.voice, lambda: add(kept))

        self._around.operations.run("Đang thêm bản ký", lambda _: self.files.keep(path), land)

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, "Thêm bản ký", "", _SCANS)
        if chosen:
            self.take(Path(chosen))

    def _show(self) -> None:
        record = self.table.current
        if isinstance(record, Attachment):
            attempted(self._around.voice, lambda: open_file(self.files.file_of(record), record.name))

    def _follow(self) -> None:
        self.open.setEnabled(self.table.current is not None)


def _size(record: Record) -> str:
    return size_words(record.size) if isinstance(record, Attachment) else ""
