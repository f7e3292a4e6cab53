"""Package files from outside: damaged, tampered with, too large, too new; one sentence for each."""

import io
import json
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from itertools import islice, product
from random import Random

import pytest

from nscl_desktop.domain.errors import InputError, UnreadableFileError
from nscl_desktop.exchange.package_file import OUT, Package, read_package, write_package
from nscl_desktop.exchange.package_lock import is_locked

PASSPHRASE = "mật khẩu của gói"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20
NAME = f"{sha256(PICTURE).hexdigest()}.png"
PACKAGE = Package(
    OUT,
    "c-1",
    "o-1",
    "MÁY-02",
    "2026-03-01T02:00:00.000Z",
    {"records": [["enterprise", {"id": "e"}]] * 50},
    {NAME: PICTURE},
)


def test_a_package_is_read_as_it_was_written() -> None:
    assert read_package(write_package(PACKAGE)) == PACKAGE
    locked = write_package(PACKAGE, PASSPHRASE)
    assert is_locked(locked)
    assert b"MANIFEST" not in locked.upper()
    assert read_package(locked, PASSPHRASE) == PACKAGE


def test_any_zip_program_opens_a_package_without_passphrase() -> None:
    with zipfile.ZipFile(io.BytesIO(write_package(PACKAGE))) as archive:
        assert archive.testzip() is None
        assert json.loads(archive.read("manifest.json"))["kind"] == "out"


@pytest.mark.parametrize("passphrase", ["", "mật khẩu khác", PASSPHRASE.upper()])
def test_a_wrong_passphrase_opens_nothing(passphrase: str) -> None:
    with pytest.raises(UnreadableFileError, match="mật khẩu"):
        read_package(write_package(PACKAGE, PASSPHRASE), passphrase)


def test_a_passphrase_typed_in_another_form_of_unicode_is_the_same() -> None:
    decomposed = "ma\u0323\u0302t kha\u0302\u0309u cu\u0309a go\u0301i"
    assert read_package(write_package(PACKAGE, PASSPHRASE), decomposed) == PACKAGE


def test_a_short_passphrase_is_not_taken() -> None:
    with pytest.raises(InputError, match="8 ký tự"):
        write_package(PACKAGE, "ngắn")


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE], ids=["open", "locked"])
def test_no_changed_bit_and_no_lost_end_goes_unseen(passphrase: str) -> None:
    content, chance = write_package(PACKAGE, passphrase), Random(7)
    for number in range(300 if passphrase else 500):
        bent = bytearray(content)
        if number % 4 == 0:
            bent = bent[: chance.randrange(len(bent))]
        else:
            for _ in range(chance.choice([1, 1, 1, 8])):
                bent[chance.randrange(len(bent))] ^= 1 << chance.randrange(8)
        if bytes(bent) == content:
            continue
        with pytest.raises(UnreadableFileError):
            read_package(bytes(bent), passphrase)


@pytest.mark.parametrize("place", [0, 9, 20, 30, 60, -40])
def test_tampering_that_mends_the_digest_is_seen_under_a_passphrase(place: int) -> None:
    sealed = bytearray(write_package(PACKAGE, PASSPHRASE)[:-32])
    sealed[place if place >= 0 else len(sealed) + place] ^= 1
    with pytest.raises(UnreadableFileError):
        read_package(bytes(sealed) + sha256(bytes(sealed)).digest(), PASSPHRASE)


def forged(manifest: Mapping[str, object], files: Mapping[str, bytes]) -> bytes:
    """A zip with a right digest: what a careful enemy would write."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", json.dumps(manifest))
        for name, content in files.items():
            archive.writestr(name, content)
        archive.comment = bytes(71)
    body = made.getvalue()[:-71]
    return body + b"sha256:" + sha256(body).hexdigest().encode()


def manifest_of(files: Mapping[str, bytes], **other: object) -> dict[str, object]:
    parts = {name: {"size": len(content), "sha256": sha256(content).hexdigest()} for name, content in files.items()}
    return {
        "format": "nscl-package", "version": 1, "kind": "out", "check_out": "c", "office_file": "o", "machine": "m",
        "at": "", "parts": parts, **other,
    }  # fmt: skip


def test_what_is_forged_well_is_read_so_that_the_cases_below_fail_for_their_own_reason() -> None:
    files = {"records.json": b"[]"}
    assert read_package(forged(manifest_of(files), files)).parts == {"records": []}


@pytest.mark.parametrize(
    "files",
    [
        {"../ngoài.json": b"[]"},
        {"/records.json": b"[]"},
        {"attachments/../../x.png": b"x"},
        {f"attachments/{'0' * 64}.png": b"x"},
        {"records.json": b" " * 50_000_000},
        {"records.json": b"[" * 100_000},
        {"records.json": b"[1.5]"},
        {"records.json": b"[NaN]"},
        {"records.json": b"[" + b"9" * 5000 + b"]"},
        {"records.json": b"\xff\xfe"},
        {f"{''.join(letters)}.json": b"[]" for letters in islice(product("abcdefghij", repeat=5), 20_001)},
    ],
    ids=["above", "absolute", "climbing", "another content", "bomb", "deep", "float", "nan", "digits", "bytes", "many"],
)
def test_hostile_packages_are_refused(files: dict[str, bytes]) -> None:
    with pytest.raises(UnreadableFileError, match="hỏng"):
        read_package(forged(manifest_of(files), files))


def test_a_part_that_the_manifest_does_not_name_is_refused() -> None:
    with pytest.raises(UnreadableFileError):
        read_package(forged(manifest_of({}), {"records.json": b"[]"}))


def test_a_package_of_a_newer_program_says_so() -> None:
    with pytest.raises(UnreadableFileError, match="phiên bản mới hơn"):
        read_package(forged(manifest_of({}, version=2), {}))
    sealed = bytearray(write_package(PACKAGE, PASSPHRASE))
    sealed[8] = 2
    with pytest.raises(UnreadableFileError, match="phiên bản mới hơn"):
        read_package(bytes(sealed), PASSPHRASE)


@pytest.mark.parametrize("content", [b"", b"xin chao", b"%PDF-1.7", b"SQLite format 3\x00"])
def test_another_kind_of_file_is_no_package(content: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="không phải gói"):
        read_package(content)
