"""Where the window has attached files: scans of signed papers, pictures of signatures, photos and papers of records."""

import tempfile
from pathlib import Path

from nscl_desktop.domain.attached_files import PDF, PHOTO, SCAN, TakenFile
from nscl_desktop.storage.attachments import KeptFile, ending_of, file_of, keep_file


class AttachmentRoom:
    """The folder of attached files beside the data file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, source: Path) -> KeptFile:
        """Copy a scan (PDF or picture) into the folder."""
        return keep_file(source, self._folder)

    def keep_signature(self, source: Path) -> KeptFile:
        """Copy a picture that is fit to be printed as a signature into the folder."""
        from nscl_desktop.reports.signature_files import require_signature_picture  # reads pictures, rarely wanted

        require_signature_picture(source)
        return keep_file(source, self._folder)

    def take(self, source: Path, most: int | None, *, keeps_original: bool) -> TakenFile:
        """Copy a file of a record; a picture is made smaller to ``most`` pixels unless that is None."""
        from nscl_desktop.reports.photo_files import look_at_picture  # likewise

        if ending_of(source) == ".pdf":
            return TakenFile(*keep_file(source, self._folder), kind=PDF)
        look = look_at_picture(source, most)
        kind = PHOTO if look.is_photo else SCAN
        if look.smaller is None:
            return TakenFile(*keep_file(source, self._folder), kind, look.taken_on)
        original = keep_file(source, self._folder).sha256 if keeps_original else ""
        with tempfile.TemporaryDirectory() as made:
            smaller = Path(made) / source.name
            smaller.write_bytes(look.smaller)
            return TakenFile(*keep_file(smaller, self._folder), kind, look.taken_on, original)

    def thumbnail(self, sha256: str, edge: int) -> bytes | None:
        """A small picture (PNG) of a kept file; None for one that is not there or cannot be shown."""
        from nscl_desktop.reports.photo_files import thumbnail  # likewise

        path = self.file_of(sha256)
        return thumbnail(path, edge) if path and path.suffix != ".pdf" else None

    def file_of(self, sha256: str) -> Path | None:
        """Where the file with this content lies; None where it does not."""
        return file_of(sha256, self._folder)
