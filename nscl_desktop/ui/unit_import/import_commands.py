"""Commands around the import of units: a file, the empty template, and the last import taken back."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.ui.attempts import TOLD
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.file_target import chosen_target
from nscl_desktop.ui.operations import Progress
from nscl_desktop.ui.tab import Surroundings

_FILES = "Danh sách (*.xlsx *.xlsm *.csv *.tsv *.txt)"
_EXCEL = "Bảng tính Excel (*.xlsx)"
_BACK = "Hoàn tác lần nhập này"


class UnitImportCommands(QObject):
    """``list_changed``: units came or went; there is none to be shown before others."""

    list_changed = Signal(str)

    def __init__(self, host: QWidget, around: Surroundings) -> None:
        super().__init__(host)
        self._host, self._around = host, around
        self.from_file = self._action("Nhập đơn vị từ Excel…", self._choose_file, "import", "Ctrl+Shift+I")
        self.template = self._action("Mẫu Excel để điền…", self._save_template, "table")
        self.take_back = self._action("Hoàn tác lần nhập Excel gần nhất", self._take_back_last, "undo")

    @property
    def for_files(self) -> Sequence[QAction]:
        """What concerns files."""
        return (self.from_file, self.template)

    def take(self, path: Path) -> None:
        """Read a file and ask what its columns are."""
        from nscl_desktop.presenters.unit_import_desk import UnitImportDesk  # wanted for the first import only

        imports, preferences = self._around.office.unit_imports, self._around.preferences
        from nscl_desktop.ui.unit_import.import_window import UnitImportWindow, remembered_choices  # likewise

        kept, year = remembered_choices(preferences), date.today().year  # noqa: DTZ011 - the clerk's own day

        def read(progress: Progress) -> UnitImportDesk:
            return UnitImportDesk(imports.read(path, progress.tell), path.name, year, kept)

        def show(desk: UnitImportDesk) -> None:
            window = UnitImportWindow(desk, self._around, self._host)
            window.imported.connect(self._told)
            window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            window.open()

        self._around.operations.run("Đang đọc tệp", read, show, self._refuse)

    def _choose_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self._host, "Nhập đơn vị từ Excel", "", _FILES)
        if chosen:
            self.take(Path(chosen))

    def _told(self, step: ChangeSet) -> None:
        self.list_changed.emit("")
        self._around.voice.done.emit(
            f"Đã {step.words[:1].lower()}{step.words[1:]}", _BACK, lambda: self._take_back(step)
        )

    def _take_back(self, step: ChangeSet) -> None:
        imports, back = self._around.office.unit_imports, step.inverted(f"Hoàn tác: {step.words}")

        def done(_: object) -> None:
            self.list_changed.emit("")
            self._around.voice.said.emit(f"Đã hoàn tác: {step.words[:1].lower()}{step.words[1:]}")

        self._around.operations.run("Đang hoàn tác lần nhập", lambda _: imports.save(back), done, self._refuse)

    def _take_back_last(self) -> None:
        imports = self._around.office.unit_imports

        def found(step: ChangeSet | None) -> None:
            if step is None:
                self._around.voice.said.emit("Không còn lần nhập Excel nào để hoàn tác.")
            else:
                self._take_back(step)

        self._around.operations.run("Đang tìm lần nhập gần nhất", lambda _: imports.last(), found)

    def _save_template(self) -> None:
        target = chosen_target(self._host, "Mẫu Excel để điền", "Mau danh sach don vi.xlsx", _EXCEL)
        if target is None:
            return
        imports, said = self._around.office.unit_imports, self._around.voice.said
        self._around.operations.run(
            "Đang ghi mẫu",
            lambda _: imports.write_template(target),
            lambda _: said.emit(f"Đã ghi mẫu {target.name}"),
            self._refuse,
        )

    def _refuse(self, error: BaseException) -> None:
        if not isinstance(error, TOLD):
            raise error
        self._around.voice.refused.emit(error.sentence)

    def _action(self, words: str, run: Callable[[], object], icon: str, *keys: str) -> QAction:
        return make_action(self._host, Command(words, run, icon, keys), self._around.theme)
