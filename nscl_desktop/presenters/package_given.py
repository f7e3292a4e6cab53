"""A machine's side in words: what it was given, what it sends, what the office says became of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, tzinfo

from nscl_desktop.domain.merging.proposals import Key
from nscl_desktop.domain.naming import shortened
from nscl_desktop.presenters.package_words import capital, day_words, field_words, figure, file_stem
from nscl_desktop.services.package_report import Receipt
from nscl_desktop.services.package_views import GivenState

_SHORT = 32
"""Characters of a machine's name that the foot of a small window has room for."""


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """A place that the office did not simply take."""

    outcome: str
    place: str
    why: str


def given_words(given: GivenState, zone: tzinfo | None = None) -> str:
    """What the foot of the window says of the file."""
    return f"Việc giao cho {shortened(given.machine, _SHORT)}, nhận ngày {day_words(given.at, zone)}"


def sent_words(given: GivenState) -> str:
    """How much there is to send."""
    before = f"Đã gửi {given.returns} lần. " if given.returns else "Chưa gửi lần nào. "
    if not given.unreturned:
        return before + "Từ đó đến nay không có thay đổi nào mới."
    return before + f"Có {figure(given.unreturned)} bước làm việc chưa gửi."


def file_name(given: GivenState, today: date) -> str:
    """A name that tells machine and day."""
    return f"Ket qua - {file_stem(given.machine)} - {today.isoformat()}.nsclgoi"


def taken_words(receipt: Receipt) -> str:
    """How much the office took."""
    left = len(receipt.waiting) + len(receipt.conflicts) + len(receipt.refused)
    rest = f" {left} chỗ dưới đây thì chưa." if left else " Không có chỗ nào phải chờ hay bị từ chối."
    return f"Văn phòng đã nhận {figure(receipt.taken)} thay đổi.{rest}"


def receipt_keys(receipt: Receipt) -> set[Key]:
    """The records that a receipt speaks of."""
    return {(entity, key) for entity, key, *_ in (*receipt.waiting, *receipt.conflicts, *receipt.refused)}


def receipt_rows(receipt: Receipt, names: Mapping[Key, str]) -> list[ReceiptRow]:
    """What waits, differs or was refused, with reasons."""
    groups = (("Đang chờ", receipt.waiting), ("Khác nhau", receipt.conflicts), ("Không nhận", receipt.refused))
    return [
        ReceiptRow(outcome, _place((entity, key), field, names), why)
        for outcome, places in groups
        for entity, key, field, why in places
    ]


def _place(key: Key, field: str, names: Mapping[Key, str]) -> str:
    title = capital(names.get(key, "")) or "Bản ghi đã xóa"
    return f"{title} · {field_words(key[0], field)}" if field else title
