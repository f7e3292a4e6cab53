"""A handover under a passphrase: a stream of pieces, each sealed with AES-256-GCM (docs/packages.md says the form).

A handover may hold gigabytes of scans, so that it is neither sealed nor opened in memory. Each piece is bound to its
place and the last one says that it is the last: pieces cannot be changed, exchanged, left out or cut off unseen.
"""

import os
from collections.abc import Iterator
from typing import BinaryIO

from nscl_desktop.domain.errors import InputError, UnreadableFileError
from nscl_desktop.domain.text import nfc
from nscl_desktop.exchange.package_lock import NEWER, SHORTEST, key_from

MAGIC = b"NSCLBG\x00\x00"
VERSION = 1
PIECE = 1024 * 1024
_SALT, _PREFIX, _TAG = 16, 7, 16
_HEAD = len(MAGIC) + 1 + _SALT + _PREFIX
DAMAGED = "Tệp bàn giao bị hỏng, bị cắt hoặc đã bị sửa nên không mở; hãy xin lại tệp từ nơi đã ghi ra nó."


class Sealing:
    """A file to write into, which seals what it is given."""

    def __init__(self, target: BinaryIO, passphrase: str) -> None:
        if len(nfc(passphrase)) < SHORTEST:
            raise InputError(f"Mật khẩu cần ít nhất {SHORTEST} ký tự; hãy đặt dài hơn.")
        # Deferred: most files have no passphrase, and the library takes time to load.
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        salt, self._prefix = os.urandom(_SALT), os.urandom(_PREFIX)
        self._head = MAGIC + bytes([VERSION]) + salt + self._prefix
        self._cipher = AESGCM(key_from(passphrase, salt))
        self._target, self._waiting, self._number = target, bytearray(), 0
        target.write(self._head)

    def write(self, data: bytes) -> int:
        """Take more; a piece is written when the next one has begun, since the last one is marked."""
        self._waiting += data
        while len(self._waiting) > PIECE:
            self._seal(bytes(self._waiting[:PIECE]), is_last=False)
            del self._waiting[:PIECE]
        return len(data)

    def finish(self) -> None:
        """Write the last piece."""
        self._seal(bytes(self._waiting), is_last=True)

    def _seal(self, piece: bytes, *, is_last: bool) -> None:
        self._target.write(self._cipher.encrypt(_nonce(self._prefix, self._number, is_last=is_last), piece, self._head))
        self._number += 1


def unsealed(source: BinaryIO, passphrase: str) -> Iterator[bytes]:
    """The pieces of a sealed file; UnreadableFileError for a wrong passphrase and for anything that was changed."""
    head = source.read(_HEAD)
    if len(head) == _HEAD and head[len(MAGIC)] > VERSION:
        raise UnreadableFileError(NEWER)
    if not passphrase:
        raise UnreadableFileError("Tệp bàn giao có mật khẩu; hãy nhập mật khẩu mà người lập tệp đã đặt.")
    # Deferred, as above.
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, prefix = head[len(MAGIC) + 1 :][:_SALT], head[len(MAGIC) + 1 + _SALT :]
    cipher, number = AESGCM(key_from(passphrase, salt)), 0
    piece = source.read(PIECE + _TAG)
    while True:
        following = source.read(PIECE + _TAG)
        try:
            yield cipher.decrypt(_nonce(prefix, number, is_last=not following), piece, head)
        except (InvalidTag, ValueError):
            wrong = "Sai mật khẩu, hoặc tệp bàn giao đã bị hỏng hay bị sửa; hãy nhập lại mật khẩu hoặc xin lại tệp."
            raise UnreadableFileError(wrong if number == 0 else DAMAGED) from None
        if not following:
            return
        piece, number = following, number + 1


def _nonce(prefix: bytes, number: int, *, is_last: bool) -> bytes:
    return prefix + number.to_bytes(4) + bytes([is_last])
