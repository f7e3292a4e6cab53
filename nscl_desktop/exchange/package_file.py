"""A package as one file: a zip with a manifest, JSON parts and attached files (docs/packages.md says the form).

The zip's comment holds the digest of all bytes before it, so that no changed bit goes unseen, and the manifest that of
each part. Whatever is too large, too many or not named in the manifest is refused before it is unpacked.
"""

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from nscl_desktop import __version__
from nscl_desktop.domain.errors import UnreadableFileError
from nscl_desktop.exchange.package_lock import NEWER, is_locked, locked, unlocked
from nscl_desktop.exchange.package_proposals import dump, load, members
from nscl_desktop.exchange.package_values import DamagedPackageError, key_of, text, whole

FORMAT, VERSION = "nscl-package", 1
OUT, RETURN, RECEIPT = "out", "return", "receipt"
ENDING = ".nsclgoi"
MOST_BYTES = 1024 * 1024 * 1024
_MOST_PARTS = 20_000
_MOST_JSON = 256 * 1024 * 1024
_SMALL, _MOST_RATIO = 1024 * 1024, 200
_MANIFEST = "manifest.json"
_ATTACHMENT = re.compile(r"attachments/([0-9a-f]{64})(\.[a-z]{3,4})")
_PART = re.compile(r"[a-z]+\.json")
_MARK = b"sha256:"
_COMMENT = len(_MARK) + 64
_ZIP_DATE = (2020, 1, 1, 0, 0, 0)  # the same package is always the same bytes


@dataclass(frozen=True, slots=True)
class Package:
    """What a package says: its kind, the check-out it belongs to, the office's file, and its parts by name."""

    kind: str
    check_out: str
    office_file: str
    machine: str
    at: str
    parts: Mapping[str, object]
    attachments: Mapping[str, bytes] = field(default_factory=dict)
    """Name of the file ("<sha-256>.pdf") → content."""
    program: str = __version__
    """Version of the program that wrote it."""


def write_package(package: Package, passphrase: str = "") -> bytes:
    """The file; under a passphrase if there is one."""
    files = {f"{name}.json": dump(part).encode() for name, part in sorted(package.parts.items())}
    files |= {f"attachments/{name}": content for name, content in sorted(package.attachments.items())}
    manifest = {
        "format": FORMAT, "version": VERSION, "program": package.program, "kind": package.kind,
        "check_out": package.check_out, "office_file": package.office_file, "machine": package.machine,
        "at": package.at,
        "parts": {name: {"size": len(data), "sha256": _digest(data)} for name, data in files.items()},
    }  # fmt: skip
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in {_MANIFEST: dump(manifest).encode(), **files}.items():
            how = zipfile.ZIP_STORED if name.startswith("attachments/") else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, _ZIP_DATE), data, how)
        archive.comment = bytes(_COMMENT)
    whole_file = made.getvalue()[:-_COMMENT]
    whole_file += _MARK + _digest(whole_file).encode()
    return locked(whole_file, passphrase) if passphrase else whole_file


def read_package(data: bytes, passphrase: str = "") -> Package:
    """The package in a file; UnreadableFileError with one sentence for everything else, before anything is kept."""
    if is_locked(data):
        data = unlocked(data, passphrase)
    if not data.startswith(b"PK"):
        raise UnreadableFileError(f"Tệp này không phải gói dữ liệu của chương trình; hãy chọn tệp có đuôi {ENDING}.")
    body, comment = data[:-_COMMENT], data[-_COMMENT:]
    if comment != _MARK + _digest(body).encode():
        raise DamagedPackageError
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, KeyError):
        raise DamagedPackageError from None


def _read(archive: zipfile.ZipFile) -> Package:
    entries = _bounded(archive)
    manifest = members(_json(archive.read(_MANIFEST)), "format", "version")
    if manifest["format"] != FORMAT:
        raise DamagedPackageError
    if whole(manifest["version"]) > VERSION:
        raise UnreadableFileError(NEWER)
    manifest = members(manifest, "kind", "check_out", "office_file", "machine", "at", "parts")
    told = manifest["parts"]
    if not isinstance(told, dict) or {*told, _MANIFEST} != entries:
        raise DamagedPackageError
    parts, attachments = {}, {}
    for name in sorted(told):
        content, facts = archive.read(name), members(told[name], "size", "sha256")
        if (len(content), _digest(content)) != (facts["size"], facts["sha256"]):
            raise DamagedPackageError
        attached = _ATTACHMENT.fullmatch(name)
        if attached is None:
            parts[name.removesuffix(".json")] = _json(content)
        elif attached[1] == _digest(content):
            attachments[f"{attached[1]}{attached[2]}"] = content
        else:
            raise DamagedPackageError
    return Package(
        text(manifest["kind"]), key_of(manifest["check_out"]), key_of(manifest["office_file"]),
        text(manifest["machine"]), text(manifest["at"]), parts, attachments, text(manifest.get("program", "")),
    )  # fmt: skip


def _bounded(archive: zipfile.ZipFile) -> set[str]:
    """Names of the entries, after a look at what they would unpack to."""
    infos = archive.infolist()
    names = {each.filename for each in infos}
    packed = sum(each.file_size for each in infos if _PART.fullmatch(each.filename))
    if len(infos) > _MOST_PARTS or len(names) < len(infos) or packed > _MOST_JSON:
        raise DamagedPackageError
    if sum(each.file_size for each in infos) > MOST_BYTES:
        raise DamagedPackageError
    for each in infos:
        is_inflated = each.file_size > _SMALL and each.file_size > _MOST_RATIO * each.compress_size
        if (
            is_inflated
            or each.flag_bits & 1
            or not (_PART.fullmatch(each.filename) or _ATTACHMENT.fullmatch(each.filename))
        ):
            raise DamagedPackageError
    return names


def _json(content: bytes) -> object:
    try:
        return load(content.decode())
    except UnicodeDecodeError:
        raise DamagedPackageError from None


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
