"""Where the window has files attached to plans: scans of signed papers, pictures of signatures."""

from pathlib import Path

from nscl_desktop.reports.signature_files import require_signature_picture
from nscl_desktop.storage.attachments import KeptFile, file_of, keep_file


class AttachmentRoom:
    """The folder of attached files beside the data file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, source: Path) -> KeptFile:
        """Copy a scan (PDF or picture) into the folder."""
        return keep_file(source, self._folder)

    def keep_signature(self, source: Path) -> KeptFile:
        """Copy a picture that is fit to be printed as a signature into the folder."""
        require_signature_picture(source)
        return keep_file(source, self._folder)

    def file_of(self, sha256: str) -> Path | None:
        """Where the file with this content lies; None where it does not."""
        return file_of(sha256, self._folder)
