"""A package under a passphrase: AES-256-GCM with a key that scrypt makes of the passphrase (docs/adr/0012).

The digest at the end tells a damaged file from a wrong passphrase; whether somebody tampered with it, only the
authentication tag tells.
"""

import hashlib
import os

from nscl_desktop.domain.errors import InputError, UnreadableFileError
from nscl_desktop.domain.text import nfc
from nscl_desktop.exchange.package_values import DamagedPackageError

MAGIC = b"NSCLGOI\x00"
VERSION = 1
SHORTEST = 8
_SALT, _NONCE, _DIGEST = 16, 12, 32
_COST, _BLOCK, _LANES = 2**15, 8, 1


def is_locked(data: bytes) -> bool:
    """Whether a file is a package under a passphrase."""
    return data.startswith(MAGIC)


def locked(data: bytes, passphrase: str) -> bytes:
    """The package under a passphrase; InputError for one that is too short to protect anything."""
    if len(nfc(passphrase)) < SHORTEST:
        raise InputError(f"Mật khẩu của gói cần ít nhất {SHORTEST} ký tự; hãy đặt dài hơn.")
    # Deferred: most packages have no passphrase, and the library takes time to load.
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = os.urandom(_SALT), os.urandom(_NONCE)
    head = MAGIC + bytes([VERSION]) + salt + nonce
    sealed = head + AESGCM(key_from(passphrase, salt)).encrypt(nonce, data, head)
    return sealed + hashlib.sha256(sealed).digest()


def unlocked(data: bytes, passphrase: str) -> bytes:
    """The package again; UnreadableFileError for a wrong passphrase and for anything that was changed."""
    start = len(MAGIC) + 1
    if data[len(MAGIC) : start] > bytes([VERSION]):
        raise UnreadableFileError(NEWER)
    sealed, digest = data[:-_DIGEST], data[-_DIGEST:]
    if hashlib.sha256(sealed).digest() != digest or len(sealed) < start + _SALT + _NONCE:
        raise DamagedPackageError
    if not passphrase:
        raise UnreadableFileError("Gói có mật khẩu; hãy nhập mật khẩu mà người lập gói đã đặt.")
    # Deferred, as above.
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce, body = sealed[start:][:_SALT], sealed[start + _SALT :][:_NONCE], sealed[start + _SALT + _NONCE :]
    try:
        return AESGCM(key_from(passphrase, salt)).decrypt(nonce, body, sealed[: start + _SALT + _NONCE])
    except InvalidTag:
        raise UnreadableFileError(
            "Sai mật khẩu, hoặc gói đã bị sửa sau khi lập; hãy nhập lại mật khẩu hoặc xin lại gói."
        ) from None


NEWER = "Gói do phiên bản mới hơn của chương trình ghi nên không đọc được; hãy cài phiên bản mới rồi làm lại."


def key_from(passphrase: str, salt: bytes) -> bytes:
    """The key that a passphrase makes: 32 MB of memory and about a tenth of a second for each guess."""
    secret = nfc(passphrase).encode()
    return hashlib.scrypt(secret, salt=salt, n=_COST, r=_BLOCK, p=_LANES, maxmem=64 * 1024 * 1024, dklen=32)
