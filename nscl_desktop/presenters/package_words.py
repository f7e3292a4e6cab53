"""How the screens of packages call records, fields, values and days."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime, tzinfo

from nscl_desktop.domain.fields import FieldSpec, Kind, Place, Value
from nscl_desktop.domain.merging.proposals import Key
from nscl_desktop.domain.record_kinds import kind_named
from nscl_desktop.domain.records import fields_of
from nscl_desktop.presenters.field_text import text_of
from nscl_desktop.services.handover_views import HandoverView
from nscl_desktop.services.package_views import DELETE, KEEP, PackageFacts

NOTHING = "(trống)"
WHOLE_RECORD = "Cả bản ghi"
CHOICE_WORDS = {KEEP: "Giữ lại", DELETE: "Xóa"}
KIND_WORDS = {"out": "gói giao việc", "return": "gói kết quả", "receipt": "giấy báo nhận"}
_BY_CONTENT = frozenset({"sha256", "image"})
"""Fields that name a file by its content: the beginning is enough to tell one from another."""
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
"""What no file name of Windows may hold."""
Names = Mapping[Key, str]
"""What records are called that values point at."""


def spec_named(entity: str, field: str) -> FieldSpec:
    """The FieldSpec of a record's field."""
    return next(spec for spec in fields_of(kind_named(entity)) if spec.name == field)


def field_words(entity: str, field: str) -> str:
    """What a field is called; "" stands for the record as a whole."""
    return spec_named(entity, field).label if field else WHOLE_RECORD


def capital(words: str) -> str:
    """The words as they begin a line."""
    return words[:1].upper() + words[1:]


def value_words(entity: str, field: str, value: Value, names: Names) -> str:
    """A value as it is read in a table; one that is empty says so."""
    if not field:
        return "Có" if value else "Xóa"
    spec = spec_named(entity, field)
    if isinstance(value, Place):
        return _place_words(spec, value, names)
    if spec.kind is Kind.REF:
        return names.get((spec.target, str(value)), "bản ghi không có ở đây") if value else NOTHING
    if spec.kind is Kind.POSITION:
        return f"thứ tự {value}" if value else NOTHING
    text = text_of(spec, value)
    return f"tệp {text[:8]}" if text and field in _BY_CONTENT else text or NOTHING


def _place_words(spec: FieldSpec, place: Place, names: Names) -> str:
    if not place.parent:
        return f"Ở cấp đầu, thứ tự {place.position}"
    above = names.get((spec.target, place.parent), "bản ghi không có ở đây")
    return f"Dưới {above}, thứ tự {place.position}"


def pointed_at(entity: str, values: Iterable[tuple[str, Value]]) -> set[Key]:
    """The records that (field, value) pairs of a kind of record point at: whose names are wanted."""
    found = set()
    for field, value in values:
        spec = spec_named(entity, field) if field else None
        key = value.parent if isinstance(value, Place) else value
        if spec and spec.target and key and isinstance(key, str):
            found.add((spec.target, key))
    return found


def kinds_words(keys: Iterable[Key]) -> str:
    """How many records of which kinds, the most first: "2 kế hoạch, 12 đơn vị"."""
    counts = Counter(entity for entity, _ in keys)
    return counted_words(counts)


def counted_words(counts: Mapping[str, int]) -> str:
    """The same of numbers by kind."""
    shown = sorted(counts.items(), key=lambda each: (-each[1], kind_named(each[0]).noun))
    return ", ".join(f"{figure(number)} {kind_named(entity).noun}" for entity, number in shown)


def figure(number: int) -> str:
    """A number as it is read: 1.234."""
    return f"{number:,}".replace(",", ".")


def file_stem(machine: str) -> str:
    """A machine's name as a part of a file's name."""
    return " ".join(_UNFIT.sub(" ", machine).split()).strip(" .") or "máy"


def day_words(at: datetime | None, zone: tzinfo | None = None) -> str:
    """A day as 05/01/2026; empty where it is not known."""
    return f"{at.astimezone(zone):%d/%m/%Y}" if at else ""


def moment_words(at: datetime | None, zone: tzinfo | None = None) -> str:
    """A moment as 10:30 05/01/2026; empty where it is not known."""
    return f"{at.astimezone(zone):%H:%M %d/%m/%Y}" if at else ""


def facts_words(facts: PackageFacts, zone: tzinfo | None = None) -> str:
    """What a package says of itself, in one line."""
    kind = KIND_WORDS.get(facts.kind, "gói")
    machine = f" của {facts.machine}" if facts.machine else ""
    at = f", ghi lúc {moment_words(facts.at, zone)}" if facts.at else ""
    return f"{capital(kind)}{machine}{at}"


def handover_words(handover: HandoverView, zone: tzinfo | None = None) -> str:
    """What a handover says of itself, in one line."""
    by = " ".join(filter(None, (handover.who, f"({handover.machine})" if handover.machine else "")))
    at = f" ghi lúc {moment_words(handover.at, zone)}" if handover.at else ""
    return f"Bàn giao do {by or 'máy khác'}{at}"


def handover_contents(handover: HandoverView) -> str:
    """What it holds, in numbers."""
    numbers = (
        (handover.attachments, "tệp đính kèm"), (handover.forms, "mẫu phụ lục"), (handover.templates, "mẫu văn bản"),
    )  # fmt: skip
    held = ", ".join(["tệp dữ liệu", *(f"{figure(number)} {words}" for number, words in numbers if number)])
    megabytes = f"{handover.size / 1024 / 1024:.1f}".replace(".", ",")
    return f"Gồm {held}; {megabytes} MB. Mọi tệp đã được kiểm tra là nguyên vẹn."


def beside_words(handover: HandoverView) -> str:
    """Which forms and templates were put beside those of this machine; empty where none was."""
    if not handover.beside:
        return ""
    return f"Máy này đã có mẫu cùng tên mà khác nội dung nên để riêng bên cạnh: {', '.join(handover.beside)}."
