"""Nhận việc được giao: a package becomes a data file of its own, which is then opened in this window."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from nscl_desktop.services.package_views import PackageFacts
from nscl_desktop.ui.dialogs.dialog import caption
from nscl_desktop.ui.packages.package_file_window import PackageFileWindow
from nscl_desktop.ui.tab import Surroundings

_ABOUT = (
    "Việc được giao nằm trong một tệp dữ liệu riêng, tách khỏi tệp đang mở. Làm xong thì dùng “Gửi kết quả…”;"
    " trở lại tệp của máy này bằng menu Tệp."
)


class TakeWindow(PackageFileWindow):
    """``taken``: where the data file lies, and how many records it holds."""

    taken = Signal(str, int)

    def __init__(self, path: Path, folder: Path, around: Surroundings, parent: QWidget) -> None:
        super().__init__(path, around, parent, "Nhận việc được giao", "Mở việc này")
        self._folder = folder
        self.target, self.other = QLineEdit(), QPushButton("Chọn chỗ khác…")
        self.target.setAccessibleName("Tệp dữ liệu của việc được giao")
        self._place = QWidget()
        row = QHBoxLayout(self._place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.target, 1)
        row.addWidget(self.other)
        self._words = caption("Ghi thành tệp dữ liệu")
        self._words.setBuddy(self.target)
        self.content.addWidget(self._words)
        self.content.addWidget(self._place)
        self.content.addWidget(caption(_ABOUT))
        self.content.addStretch(1)
        for part in (self._words, self._place):
            part.hide()
        self.other.clicked.connect(self._choose)
        self.verb.clicked.connect(self._open)
        self.resize(600, 300)
        self.look()

    def show_package(self, facts: PackageFacts) -> None:
        """Where its data file is to lie."""
        if facts.kind != "out":
            self.facts = None
            self.say("Đây không phải gói giao việc; hãy chọn gói do văn phòng ghi bằng “Giao việc…”.")
            return
        if not self.target.text():
            self.target.setText(str(free_file(self._folder, self.path.stem)))
        for part in (self._words, self._place):
            part.show()

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, "Ghi thành tệp dữ liệu", self.target.text(), "Tệp dữ liệu (*.db)")
        if chosen:
            self.target.setText(str(Path(chosen).with_suffix(".db")))

    def _open(self) -> None:
        work, target, key = self._around.office.given_work, Path(self.target.text().strip()), self.key
        if not target.name:
            self.say("Chưa ghi tên tệp dữ liệu; hãy chọn chỗ ghi.")
            return

        def done(number: int) -> None:
            self.accept()
            self.taken.emit(str(target), number)

        self.work("Đang mở gói", lambda watch: work.open_out(self.path, target, key, watch), done)


def free_file(folder: Path, name: str) -> Path:
    """A data file that is not there yet, in a folder of its own: copies and attached files will lie beside it."""
    number, target = 1, folder / name / "viec.db"
    while target.exists():
        number += 1
        target = folder / f"{name} ({number})" / "viec.db"
    return target
