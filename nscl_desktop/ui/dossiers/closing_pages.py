"""The last two sections of a dossier: Tài liệu, its scans and photos; Lịch sử, who changed what and when."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from nscl_desktop.domain.attached_files import DossierFile
from nscl_desktop.presenters.attached_pictures import RecordFiles
from nscl_desktop.presenters.dossier_office import OpenDossier
from nscl_desktop.ui.attached_pictures import AttachedPictures
from nscl_desktop.ui.record_history import RecordHistory
from nscl_desktop.ui.scrolled import scrolled
from nscl_desktop.ui.tab import Surroundings


class FilesPage(QWidget):
    """The dossier's own papers as files."""

    def __init__(self, open_dossier: OpenDossier, around: Surroundings, undo: Callable[[], object]) -> None:
        super().__init__()
        files = RecordFiles(open_dossier.desk, DossierFile, around.office.attachments)
        self.files = AttachedPictures(files, around, undo)
        inner, column = QFrame(), QVBoxLayout(self)
        inner.setProperty("panel", "page")
        padded = QVBoxLayout(inner)
        padded.setContentsMargins(16, 12, 16, 16)
        padded.addWidget(self.files)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(inner))

    def follow(self) -> None:
        """Show the files as they are now."""
        self.files.refresh()

    def settle(self) -> None:
        """Take what is being typed."""
        self.files.settle()

    def take_focus(self) -> None:
        """Begin with the files, else with adding some."""
        (self.files.list if self.files.list.count() else self.files.add).setFocus()


class HistoryPage(RecordHistory):
    """The dossier's steps, read when the section comes in front."""

    def __init__(self, open_dossier: OpenDossier, around: Surroundings) -> None:
        dossiers, key = around.office.dossiers, open_dossier.desk.root_id
        super().__init__(lambda: dossiers.history(key), around, " cho hồ sơ này")

    def follow(self) -> None:
        """The dossier has changed; the table is read when it is in front."""
        if self.isVisible():
            super().follow()

    def settle(self) -> None:
        """Nothing is typed here."""

    def take_focus(self) -> None:
        """The section is in front."""
        self.table.setFocus()
