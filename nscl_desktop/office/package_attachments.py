"""Attached files that go along with packages: those that the records name, by their content."""

import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from nscl_desktop.domain.changes import Fields
from nscl_desktop.domain.errors import InputError, UnreadableFileError
from nscl_desktop.storage.attachments import file_of, keep_file, read_kept

_NAMING_FIELDS = ("sha256", "original", "image")
"""Fields whose text names the content of an attached file."""


def attached_files(records: Iterable[Fields], folder: Path | None) -> dict[str, bytes]:
    """Name of the file → content, for those that the records name and that lie in the folder."""
    found: dict[str, bytes] = {}
    named = {str(values.get(name) or "") for values in records for name in _NAMING_FIELDS} if folder else set()
    for digest in sorted(named):
        path = file_of(digest, folder) if folder else None
        content = read_kept(digest, folder) if path and folder else None
        if path and content:
            found[path.name] = content
    return found


def keep_attachments(files: Mapping[str, bytes], folder: Path | None) -> None:
    """Put the files of a package beside the data file; UnreadableFileError for what is no scan or picture."""
    with tempfile.TemporaryDirectory() as unpacked:
        for name, content in files.items() if folder else ():
            source = Path(unpacked) / name
            source.write_bytes(content)
            try:
                keep_file(source, folder or source.parent)
            except InputError as error:
                raise UnreadableFileError(f"Tệp đính kèm trong gói không nhận được: {error.sentence}") from error
            source.unlink()
