"""The last two sections of a dossier: Tài liệu, its scans and photos; Lịch sử, who changed what and when."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from nscl_desktop.domain.attached_files import DossierFile
from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.presenters.attached_pictures import RecordFiles
from nscl_desktop.presenters.dossier_office import OpenDossier
from nscl_desktop.presenters.history_list import HistoryList
from nscl_desktop.ui.attached_pictures import AttachedPictures
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.tab import Surroundings

_COLUMNS = (
    ReadColumn("Lúc", 22), ReadColumn("Người làm", 16), ReadColumn("Việc", 32), ReadColumn("Thay đổi"),
)  # fmt: skip


class FilesPage(QWidget):
    """The dossier's own papers as files."""

    def __init__(self, open_dossier: OpenDossier, around: Surroundings, undo: Callable[[], object]) -> None:
        super().__init__()
        files = RecordFiles(open_dossier.desk, DossierFile, around.office.attachments)
        self.files = AttachedPictures(files, around, undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.addWidget(self.files)

    def follow(self) -> None:
        """Show the files as they are now."""
        self.files.refresh()

    def settle(self) -> None:
        """Take what is being typed."""
        self.files.settle()

    def take_focus(self) -> None:
        """Begin with the files, else with adding some."""
        (self.files.list if self.files.list.count() else self.files.add).setFocus()


class HistoryPage(QWidget):
    """A table of steps, read when the section comes in front."""

    def __init__(self, open_dossier: OpenDossier, around: Surroundings) -> None:
        super().__init__()
        self._open, self._around = open_dossier, around
        self.table = ReadTable("Lịch sử thay đổi của hồ sơ", _COLUMNS, lines=2)
        self.empty = QLabel("Chưa có thay đổi nào được lưu cho hồ sơ này.")
        self.empty.setProperty("role", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)

    def follow(self) -> None:
        """The dossier has changed; the table is read when it is in front."""
        if self.isVisible():
            self.read()

    def settle(self) -> None:
        """Nothing is typed here."""

    def take_focus(self) -> None:
        """The section is in front."""
        self.table.setFocus()

    def read(self) -> None:
        """Read the journal anew."""
        dossiers, key = self._around.office.dossiers, self._open.desk.root_id
        self._around.operations.run("", lambda _: list(dossiers.history(key)), self._show)

    def _show(self, entries: list[HistoryEntry]) -> None:
        if not isValid(self):
            return  # another dossier was chosen meanwhile
        rows = HistoryList(None).rows(entries)
        self.empty.setVisible(not rows)
        self.table.setVisible(bool(rows))
        shown = [(row.when, row.who, row.words, row.brief) for row in rows]
        self.table.fill(shown, tips=["\n".join((row.words, *row.changes)) for row in rows])
