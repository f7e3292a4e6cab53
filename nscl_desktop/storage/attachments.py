"""The folder of attached files beside the data file: scans of papers, photos, pictures of signatures.

A file is named by its content, written once and never changed or removed: undo, history and older backups may still
ask for it. The data file keeps the names (`Attachment`, `Signer.image`).
"""

import hashlib
import os
import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from nscl_desktop.domain.errors import EnvironmentProblem, InputError, UnreadableFileError
from nscl_desktop.domain.text import quoted

MOST_BYTES = 200 * 1024 * 1024
_STARTS = {
    b"%PDF-": ".pdf",
    b"\x89PNG\r\n\x1a\n": ".png",
    b"\xff\xd8\xff": ".jpg",
    b"II*\0": ".tif",
    b"MM\0*": ".tif",
}
"""What a file of each kind begins with: endings of names are not to be trusted with what a viewer will open."""
_HEIC = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"})
"""Brands of photos that many phones take unless they are told not to; nothing that is shipped reads them."""
_LONGEST_SIGN = 16
_DIGITS = 64
_NAME = re.compile(rf"[0-9a-f]{{{_DIGITS}}}")
_FILE = re.compile(rf"{_NAME.pattern}\.(pdf|png|jpg|tif)")
_PIECE = 1024 * 1024
_READ_ONLY, _WRITABLE = 0o444, 0o644


class KeptFile(NamedTuple):
    """A file that lies in the folder; ``name`` is what it was called before, ``size`` is in bytes."""

    name: str
    sha256: str
    size: int


def keep_file(source: Path, folder: Path) -> KeptFile:
    """Copy a PDF or a picture into the folder; the same content is kept once.

    Raises:
        InputError: another kind of file, an empty or a huge one.
        UnreadableFileError: it cannot be read.
        EnvironmentProblem: the folder cannot be written.
    """
    digest, ending, size = _looked_at(source)
    if file_of(digest, folder) is None:
        copy_named(source, folder, f"{digest}{ending}")
    return KeptFile(source.name, digest, size)


def file_of(sha256: str, folder: Path) -> Path | None:
    """Where the file with this content lies; None where it does not, or where this names no content at all."""
    if not _NAME.fullmatch(sha256):
        return None
    places = (folder / f"{sha256}{ending}" for ending in dict.fromkeys(_STARTS.values()))
    return next((place for place in places if place.is_file()), None)


def read_kept(sha256: str, folder: Path) -> bytes | None:
    """The bytes of a kept file; None where it is not there any more, or is not what it was."""
    path = file_of(sha256, folder)
    try:
        data = path.read_bytes() if path else b""
    except OSError:
        return None
    return data if hashlib.sha256(data).hexdigest() == sha256 else None


def ending_of(source: Path) -> str:
    """The ending that suits what a file holds, ".pdf" for a PDF; raises like `keep_file` where it may not be kept."""
    try:
        with source.open("rb") as file:
            return _ending(file.read(_LONGEST_SIGN), quoted(source.name))
    except OSError as error:
        raise _unreadable(source) from error


def _ending(start: bytes, shown: str) -> str:
    ending = next((each for sign, each in _STARTS.items() if start.startswith(sign)), "")
    if start[4:8] == b"ftyp" and start[8:12] in _HEIC:
        raise InputError(
            f"Tệp {shown} là ảnh HEIC của điện thoại, chưa dùng được ở đây; hãy mở ảnh trên máy này rồi lưu thành .jpg,"
            " hoặc đặt điện thoại chụp ảnh .jpg (trên iPhone: Cài đặt, Camera, Định dạng, Tương thích nhất)."
        )
    if not ending:
        raise InputError(f"Tệp {shown} không phải bản quét; hãy chọn tệp .pdf hoặc ảnh (.png, .jpg, .tif).")
    return ending


def _unreadable(source: Path) -> UnreadableFileError:
    return UnreadableFileError(f"Không đọc được tệp {quoted(source.name)}; hãy kiểm tra lại tệp và quyền đọc.")


def kept_names(folder: Path) -> dict[str, int]:
    """Names of the files that lie in the folder with their bytes; what is named otherwise is passed over."""
    if not folder.is_dir():
        return {}
    with os.scandir(folder) as entries:
        return {each.name: each.stat().st_size for each in entries if _FILE.fullmatch(each.name)}


def copy_kept(name: str, source: Path, target: Path) -> bool:
    """Copy a kept file into another such folder; False where it is gone or is not what it was.

    Raises EnvironmentProblem where the folder cannot be written.
    """
    content = read_kept(name[:_DIGITS], source)
    if content is None:
        return False
    _write(content, target, name)
    return True


def _looked_at(source: Path) -> tuple[str, str, int]:
    """Digest, ending by its kind, and bytes."""
    shown = quoted(source.name)
    try:
        size = source.stat().st_size
        with source.open("rb") as file:
            start = file.read(_LONGEST_SIGN)
            ending = _ending(start, shown)
            if size > MOST_BYTES:
                raise InputError(f"Tệp {shown} lớn hơn 200 MB; hãy quét lại với độ phân giải thấp hơn.")
            digest = hashlib.sha256(start)
            while piece := file.read(_PIECE):
                digest.update(piece)
    except OSError as error:
        raise _unreadable(source) from error
    return digest.hexdigest(), ending, size


def copy_named(source: Path, folder: Path, name: str) -> None:
    """Copy a file under the name that its content had when it was looked at; raises as `keep_file` does.

    UnreadableFileError, too, where the content is another one by now: the name would promise what is not there.
    """
    digest = hashlib.sha256()
    with _put(folder, name) as written:
        for piece in _pieces(source):
            digest.update(piece)
            written.write(piece)
        if not name.startswith(digest.hexdigest()):
            raise UnreadableFileError(
                f"Tệp {quoted(source.name)} đang được chương trình khác ghi; hãy đợi ghi xong rồi đính kèm lại."
            )


def _pieces(source: Path) -> Iterator[bytes]:
    try:
        with source.open("rb") as read:
            while piece := read.read(_PIECE):
                yield piece
    except OSError as error:
        raise _unreadable(source) from error


def _write(content: bytes, folder: Path, name: str) -> None:
    with _put(folder, name) as written:
        written.write(content)


@contextmanager
def _put(folder: Path, name: str) -> Iterator[BinaryIO]:
    """A file that appears under its name when it is whole and on disk."""
    unfinished, place = folder / f".{name}.{uuid.uuid4().hex}.tmp", folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with unfinished.open("wb") as written:
            yield written
            written.flush()
            os.fsync(written.fileno())
        unfinished.chmod(_READ_ONLY)  # a viewer that keeps remarks in the file would change what it is named by
        with suppress(FileNotFoundError):
            place.chmod(_WRITABLE)  # Windows replaces no file that is read-only: here one that is not what it was
        unfinished.replace(place)
    except OSError as error:
        raise EnvironmentProblem(
            f"Không chép được tệp vào thư mục {folder}: ổ đĩa đã đầy hoặc thư mục không cho ghi; hãy kiểm tra lại."
        ) from error
    finally:
        with suppress(OSError):
            unfinished.unlink()
