"""A handover as one file: a zip of files from disk with a manifest, proved when it is opened (docs/packages.md).

The zip's comment holds the digest of all bytes before it, as in packages; the manifest that of each file. Nothing is
held in memory whole.
"""

import hashlib
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from nscl_desktop import __version__
from nscl_desktop.domain.errors import UnreadableFileError
from nscl_desktop.exchange.handover_lock import DAMAGED, MAGIC, Sealing, unsealed
from nscl_desktop.exchange.package_lock import NEWER

FORMAT, VERSION = "nscl-handover", 1
ENDING = ".nsclbangiao"
DATA = "nscl.db"
_MANIFEST = "manifest.json"
_PIECE = 1024 * 1024
_MARK = b"sha256:"
_COMMENT = len(_MARK) + 64
_MOST_MANIFEST, _MOST_RATIO, _SMALL = 64 * 1024 * 1024, 500, 1024 * 1024
_NAME = re.compile(r"nscl\.db|window\.ini|attachments/[0-9a-f]{64}\.[a-z]{3,4}|(forms|templates)/[^/\\\x00-\x1f]+")
_ZIP_DATE = (2020, 1, 1, 0, 0, 0)
Watch = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Handover:
    """What a handover says of itself; ``files`` are names inside it with their sizes in bytes."""

    files: Mapping[str, int]
    who: str
    machine: str
    at: str
    program: str


class _Sink(Protocol):
    def write(self, data: bytes, /) -> int:
        """Take more."""


class _Digesting:
    """Passes on what it is given, and in place of the zip's empty comment the digest of all before it."""

    def __init__(self, target: _Sink) -> None:
        self._target, self._digest, self._last = target, hashlib.sha256(), b""

    def write(self, data: bytes) -> int:
        """Take more."""
        whole = self._last + bytes(data)
        ready, self._last = whole[:-_COMMENT], whole[-_COMMENT:]
        self._digest.update(ready)
        self._target.write(ready)
        return len(data)

    def flush(self) -> None:
        """Nothing is kept but the last few bytes, which wait for their end."""

    def close(self) -> None:
        """Write the comment."""
        self._target.write(_MARK + self._digest.hexdigest().encode())


def write_handover(
    target: BinaryIO, said: Mapping[str, str], files: Mapping[str, Path], passphrase: str, watch: Watch
) -> None:
    """Write these files under their names, with who hands over, where and when (``said``)."""
    sealing = Sealing(target, passphrase) if passphrase else None
    digesting = _Digesting(sealing or target)
    parts: dict[str, dict[str, object]] = {}
    with zipfile.ZipFile(digesting, "w") as archive:
        for number, (name, path) in enumerate(sorted(files.items()), start=1):
            watch(f"Đang ghi tệp {number}/{len(files)}")
            parts[name] = _add(archive, name, path)
        manifest = {"format": FORMAT, "version": VERSION, "program": __version__, **said, "parts": parts}
        archive.writestr(zipfile.ZipInfo(_MANIFEST, _ZIP_DATE), json.dumps(manifest, ensure_ascii=False))
        archive.comment = bytes(_COMMENT)
    digesting.close()
    if sealing:
        sealing.finish()


def _add(archive: zipfile.ZipFile, name: str, path: Path) -> dict[str, object]:
    digest, size, info = hashlib.sha256(), 0, zipfile.ZipInfo(name, _ZIP_DATE)
    info.compress_type = zipfile.ZIP_STORED if name.startswith("attachments/") else zipfile.ZIP_DEFLATED
    with path.open("rb") as source, archive.open(info, "w", force_zip64=True) as written:
        while piece := source.read(_PIECE):
            digest.update(piece)
            size += written.write(piece)
    return {"size": size, "sha256": digest.hexdigest()}


def is_locked_handover(source: Path) -> bool:
    """Whether a handover needs a passphrase."""
    with source.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def read_handover(source: Path, folder: Path, passphrase: str, watch: Watch) -> Handover:
    """Prove a handover and unpack it into an empty folder; UnreadableFileError for what is not as it was written."""
    plain = folder / ".plain" if is_locked_handover(source) else source
    try:
        if plain != source:
            _unlock(source, plain, passphrase, watch)
        watch("Đang kiểm tra tệp bàn giao")
        _require_whole(plain)
        with zipfile.ZipFile(plain) as archive:
            return _unpacked(archive, folder, watch)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, KeyError):
        raise UnreadableFileError(DAMAGED) from None
    finally:
        if plain != source:
            plain.unlink(missing_ok=True)


def _unlock(source: Path, plain: Path, passphrase: str, watch: Watch) -> None:
    with source.open("rb") as sealed, plain.open("wb") as written:
        for piece in unsealed(sealed, passphrase):
            watch("Đang giải mã tệp bàn giao")
            written.write(piece)


def _require_whole(path: Path) -> None:
    digest, left = hashlib.sha256(), path.stat().st_size - _COMMENT
    with path.open("rb") as file:
        if file.read(2) != b"PK":
            raise UnreadableFileError(f"Tệp này không phải tệp bàn giao; hãy chọn tệp có đuôi {ENDING}.")
        file.seek(0)
        while left > 0 and (piece := file.read(min(_PIECE, left))):
            digest.update(piece)
            left -= len(piece)
        if file.read() != _MARK + digest.hexdigest().encode():
            raise UnreadableFileError(DAMAGED)


def _unpacked(archive: zipfile.ZipFile, folder: Path, watch: Watch) -> Handover:
    infos = {each.filename: each for each in archive.infolist()}
    if infos[_MANIFEST].file_size > _MOST_MANIFEST or len(infos) < len(archive.infolist()):
        raise ValueError
    manifest = json.loads(archive.read(_MANIFEST))
    if manifest["format"] != FORMAT:
        raise ValueError
    if manifest["version"] > VERSION:
        raise UnreadableFileError(NEWER)
    parts = manifest["parts"]
    if DATA not in parts or {*parts, _MANIFEST} != infos.keys():
        raise ValueError
    for number, (name, told) in enumerate(sorted(parts.items()), start=1):
        watch(f"Đang kiểm tra tệp {number}/{len(parts)}")
        _unpack(archive, infos[name], folder, (told["size"], told["sha256"]))
    sizes = {name: int(told["size"]) for name, told in parts.items()}
    return Handover(sizes, *(str(manifest[name]) for name in ("who", "machine", "at", "program")))


def _unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo, folder: Path, told: tuple[object, object]) -> None:
    is_inflated = info.file_size > _SMALL and info.file_size > _MOST_RATIO * info.compress_size
    if is_inflated or not _NAME.fullmatch(info.filename) or ".." in info.filename:
        raise ValueError
    target = folder / info.filename
    target.parent.mkdir(exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with archive.open(info) as source, target.open("wb") as written:
        while piece := source.read(_PIECE):
            digest.update(piece)
            size += written.write(piece)
    if (size, digest.hexdigest()) != told:
        raise ValueError
