"""Items, money, contracts, payments and other parts of a dossier: added, changed, removed; one user action each."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar, cast

from nscl_desktop.domain.changes import Change, ChangeSet, change_set, deleted, inserted, updated
from nscl_desktop.domain.contracts import Contract, Payment
from nscl_desktop.domain.dossiers.whole import WholeDossier
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.limits import accepted
from nscl_desktop.domain.naming import shortened
from nscl_desktop.domain.positions import between
from nscl_desktop.domain.records import Record, RecordT, fields_of, new_id
from nscl_desktop.domain.supports import (
    Dossier,
    DossierItem,
    DossierMoney,
    DossierPaper,
    FollowUp,
    Indicator,
    Reason,
    ReportRequest,
    StageStep,
)

Part = (
    DossierItem | DossierMoney | StageStep | DossierPaper | ReportRequest | Indicator | FollowUp | Reason | Contract
    | Payment
)  # fmt: skip
PartT = TypeVar("PartT", bound=Part)
_OF_MONEY = (DossierMoney, Contract, Payment)


def checked(record_type: type[Record], values: Mapping[str, Value]) -> dict[str, Value]:
    """Values as they are stored; raises InputError for the first that its field cannot hold."""
    specs = {spec.name: spec for spec in fields_of(record_type)}
    return {name: accepted(specs[name], value) for name, value in values.items()}


def made(record_type: type[RecordT], **values: Value) -> RecordT:
    """A new record of checked values; fields that must be filled and are not named are refused."""
    given = {"id": values.get("id") or new_id(), **values}
    required = {spec.name: cast("Value", "") for spec in fields_of(record_type) if spec.required}
    fit = checked(record_type, {**required, **given})
    return record_type(**cast("dict[str, Any]", fit))  # Any: values of many field types, checked above


def add_part(whole: WholeDossier, part_type: type[PartT], **values: Value) -> ChangeSet:
    """Add an item, a sum of money, a contract, a payment … to a dossier.

    Money and contracts are refused for a dossier that is guidance only; so is a payment without a sum. What goes over
    budget or norm is not refused: it is remarked on (domain/dossiers/remarks.py).
    """
    _require_money_allowed(whole, part_type)
    if "position" in (spec.name for spec in fields_of(part_type)):
        values = {"position": _end_of(whole, part_type), **values}
    part = made(part_type, dossier_id=whole.dossier.id, **values)
    _require_sound(whole, part)
    return _named("Thêm", whole, part, inserted(part))


def set_part(whole: WholeDossier, part: Part, **values: Value) -> ChangeSet:
    """Give fields of a part new values."""
    fit = checked(type(part), values)
    _require_sound(whole, replace(part, **cast("dict[str, Any]", fit)))  # Any: checked above
    return _named("Sửa", whole, part, updated(part, **fit))


def remove_part(whole: WholeDossier, part: Part) -> ChangeSet:
    """Remove a part; a contract that payments or appendices name stays until they are gone."""
    if isinstance(part, Contract):
        payments = sum(each.contract_id == part.id for each in whole.payments)
        appendices = sum(each.changes == part.id for each in whole.contracts)
        if payments or appendices:
            raise InputError(
                f"Hợp đồng {part.number} còn {payments} khoản chi và {appendices} phụ lục; hãy xóa các mục đó trước."
            )
    return _named("Xóa", whole, part, deleted(part))


def set_dossier(whole: WholeDossier, **values: Value) -> ChangeSet:
    """Give fields of the dossier itself new values; its state changes by steps of its own (dossier_life)."""
    if "state" in values:
        raise InputError("Tình trạng hồ sơ chỉ đổi qua tạm dừng, tiếp tục, chấm dứt, hoàn thành; hãy dùng các nút ấy.")
    has_money = any((whole.money, whole.contracts, whole.payments))
    if values.get("is_guidance") and has_money:
        raise InputError(
            f"{_upper(whole.name)} đã có kinh phí hoặc hợp đồng nên không thể là hồ sơ chỉ hướng dẫn; hãy xóa trước."
        )
    change = updated(whole.dossier, **checked(Dossier, values))
    return change_set(f"Sửa {whole.name}", [change], whole.dossier.id)


def _require_money_allowed(whole: WholeDossier, part_type: type[Record]) -> None:
    if whole.dossier.is_guidance and issubclass(part_type, _OF_MONEY):
        raise InputError(
            f"{_upper(whole.name)} chỉ hướng dẫn, không có hợp đồng và kinh phí; "
            "hãy bỏ dấu “Chỉ hướng dẫn” của hồ sơ trước khi thêm."
        )


def _require_sound(whole: WholeDossier, part: Part) -> None:
    if isinstance(part, Payment) and not part.amount:
        raise InputError("Khoản chi chưa có số tiền; hãy nhập số tiền rồi lưu.")
    if isinstance(part, Contract) and part.changes:
        above = {each.id: each.changes for each in whole.contracts} | {part.id: part.changes}
        link, seen = part.changes, {part.id}
        while link and link not in seen:
            seen.add(link)
            link = above.get(link) or ""
        if link:
            raise InputError(f"{part.number} không thể là phụ lục của chính nó; hãy chọn hợp đồng khác.")


def _end_of(whole: WholeDossier, part_type: type[Record]) -> str:
    lists: tuple[tuple[DossierItem | DossierMoney | Indicator, ...], ...] = (whole.items, whole.money, whole.indicators)
    positions = [each.position for parts in lists for each in parts if isinstance(each, part_type) and each.position]
    return between(max(positions, default=None), None)


def _named(what: str, whole: WholeDossier, part: Part, change: Change | None) -> ChangeSet:
    specs = {spec.name: spec for spec in fields_of(type(part))}
    captions = (getattr(part, name) for name in ("name", "number", "document") if name in specs)
    caption = next((each for each in captions if each), "")
    shown = f" “{shortened(caption, 32)}”" if caption else ""
    return change_set(f"{what} {part.noun}{shown} của {whole.name}", [change], whole.dossier.id)


def _upper(name: str) -> str:
    return name[:1].upper() + name[1:]
