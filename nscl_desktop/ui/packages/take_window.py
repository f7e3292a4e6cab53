"""A package that becomes a data file of its own, which is then opened in this window: given work, or a handover."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from nscl_desktop.presenters.package_words import beside_words, handover_contents
from nscl_desktop.services.handover_views import HandoverView
from nscl_desktop.services.package_views import PackageFacts, Watch
from nscl_desktop.ui.dialogs.dialog import caption
from nscl_desktop.ui.file_target import with_ending
from nscl_desktop.ui.packages.package_file_window import Facts, PackageFileWindow
from nscl_desktop.ui.tab import Surroundings

_WORK = (
    "Việc được giao nằm trong một tệp dữ liệu riêng, tách khỏi tệp đang mở. Làm xong thì dùng “Gửi kết quả…”;"
    " trở lại tệp của máy này bằng menu Tệp."
)
_HANDOVER = (
    "Bàn giao thành một tệp dữ liệu mới, không thay tệp nào đang có. Mẫu của máy này vẫn giữ nguyên; mẫu cùng tên mà"
    " khác được để riêng bên cạnh."
)


class OpenAsFileWindow(PackageFileWindow):
    """``taken``: where the data file lies, and what more there is to say."""

    taken = Signal(str, str)

    def __init__(
        self, path: Path, folder: Path, around: Surroundings, parent: QWidget, words: tuple[str, str, str]
    ) -> None:
        title, verb, about = words
        super().__init__(path, around, parent, title, verb)
        self._folder = folder
        self.target, self.other = QLineEdit(), QPushButton("Chọn chỗ khác…")
        self.target.setAccessibleName("Tệp dữ liệu sẽ ghi")
        self.contents = caption("")
        self._place = QWidget()
        row = QHBoxLayout(self._place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.target, 1)
        row.addWidget(self.other)
        self._words: QLabel = caption("Ghi thành tệp dữ liệu")
        self._words.setBuddy(self.target)
        for part in (self.contents, self._words, self._place, caption(about)):
            self.content.addWidget(part)
        self.content.addStretch(1)
        for part in (self.contents, self._words, self._place):
            part.hide()
        self.other.clicked.connect(self._choose)
        self.verb.clicked.connect(self._open)
        self.resize(620, 320)
        self.look()

    def make(self, target: Path, key: str, watch: Watch) -> str:
        """Make the data file; what more there is to say. Aside."""
        raise NotImplementedError

    def offer_place(self) -> None:
        """Where the data file is to lie."""
        if not self.target.text():
            self.target.setText(str(free_file(self._folder, self.path.stem)))
        for part in (self._words, self._place):
            part.show()

    def _choose(self) -> None:
        words, kinds = "Ghi thành tệp dữ liệu", "Tệp dữ liệu (*.db)"
        chosen, _ = QFileDialog.getSaveFileName(self, words, self.target.text(), kinds)
        if chosen:  # a file that is there already is refused later, not replaced
            self.target.setText(str(with_ending(Path(chosen), ".db")))

    def _open(self) -> None:
        target, key = Path(self.target.text().strip()), self.key
        if not target.name:
            self.say("Chưa ghi tên tệp dữ liệu; hãy chọn chỗ ghi.")
            return

        def done(told: str) -> None:
            self.accept()
            self.taken.emit(str(target), told)

        self.work("Đang mở gói", lambda watch: self.make(target, key, watch), done)


class TakeWindow(OpenAsFileWindow):
    """Nhận việc được giao."""

    def __init__(self, path: Path, folder: Path, around: Surroundings, parent: QWidget) -> None:
        super().__init__(path, folder, around, parent, ("Nhận việc được giao", "Mở việc này", _WORK))

    def show_package(self, facts: Facts) -> None:
        """Only work that was given can be opened so."""
        if isinstance(facts, PackageFacts) and facts.kind == "out":
            self.offer_place()
        else:
            self.facts = None
            self.say("Đây không phải gói giao việc; hãy chọn gói do văn phòng ghi bằng “Giao việc…”.")

    def make(self, target: Path, key: str, watch: Watch) -> str:
        """Make the data file of the given work. Aside."""
        number = self._around.office.given_work.open_out(self.path, target, key, watch)
        return f"{number} bản ghi."


class TakeHandoverWindow(OpenAsFileWindow):
    """Mở tệp bàn giao."""

    def __init__(self, path: Path, folder: Path, around: Surroundings, parent: QWidget) -> None:
        super().__init__(path, folder, around, parent, ("Mở tệp bàn giao", "Mở dữ liệu này", _HANDOVER))

    def facts_with(self, key: str, watch: Watch) -> Facts | None:
        """All of it is proved before anything is said. Aside."""
        handovers = self._around.office.handovers
        return None if not key and handovers.is_locked(self.path) else handovers.look(self.path, key, watch)

    def show_package(self, facts: Facts) -> None:
        """What it holds."""
        if isinstance(facts, HandoverView):
            self.contents.setText(handover_contents(facts))
            self.contents.show()
            self.offer_place()

    def make(self, target: Path, key: str, watch: Watch) -> str:
        """Make the data file of the handover. Aside."""
        return beside_words(self._around.office.handovers.open(self.path, target, key, watch))


def free_file(folder: Path, name: str) -> Path:
    """A data file that is not there yet, in a folder of its own: copies and attached files will lie beside it."""
    number, target = 1, folder / name / "nscl.db"
    while target.exists():
        number += 1
        target = folder / f"{name} ({number})" / "nscl.db"
    return target
