"""The register: adding, changing, renaming and deleting units, one at a time or many at once.

All are steps that nothing has made yet. Their scope is the unit's key, so that undo stays with the unit on screen;
steps on many units have the scope REGISTER.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet, change_set, deleted, inserted, updated
from nscl_desktop.domain.enterprises import Enterprise, FormerName, YearFigures
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import FieldSpec, Value
from nscl_desktop.domain.limits import accepted
from nscl_desktop.domain.naming import shortened
from nscl_desktop.domain.records import Record, derived_id, fields_of, new_id
from nscl_desktop.domain.tax_codes import read_tax_code
from nscl_desktop.domain.text import match_key
from nscl_desktop.services.removal import removal

REGISTER = "enterprises"
"""Scope of steps that touch many units."""


def spec_of(record_type: type[Record], name: str) -> FieldSpec:
    """The FieldSpec of one field by name."""
    return next(spec for spec in fields_of(record_type) if spec.name == name)


def called(record: Record) -> str:
    """How history calls a record of the register: “Công ty TNHH Minh Đạt”, liên hệ “Lê Văn Tám”, số liệu năm 2023."""
    if isinstance(record, YearFigures):
        return f"{record.noun} {record.year}"
    caption = str(getattr(record, "name", "") or getattr(record, "standard", ""))
    shown = f"“{shortened(caption, 40)}”" if caption else ""
    return " ".join(filter(None, ("" if isinstance(record, Enterprise) else record.noun, shown))) or record.noun


def fitting(spec: FieldSpec, value: Value) -> Value:
    """The value as it is stored; a tax code in its kept form. InputError for what the field cannot hold."""
    if spec.name == "tax_code" and isinstance(value, str):
        value = read_tax_code(value).text
    return accepted(spec, value)


def add_enterprise(values: Mapping[str, Value]) -> ChangeSet:
    """A new unit; its key is the scope of the step. InputError where it has no name or a value does not fit."""
    fresh: Any = {name: fitting(spec_of(Enterprise, name), value) for name, value in values.items()}  # Any: many types
    fitting(spec_of(Enterprise, "name"), fresh.get("name", ""))
    unit = Enterprise(id=new_id(), **fresh)
    return change_set(f"Thêm đơn vị {called(unit)}", [inserted(unit)], unit.id)


def set_value(unit_id: str, record: Record, name: str, value: Value) -> ChangeSet:
    """Give a field of the unit, or of what belongs to it, a new value."""
    spec = spec_of(type(record), name)
    change = updated(record, **{name: fitting(spec, value)})
    return change_set(f"Sửa {_lower(spec.label)} của {called(record)}", [change], unit_id)


def rename(unit: Enterprise, name: str, until: str = "", instrument: str = "") -> ChangeSet:
    """Give a unit a new name and keep the old one: ``until`` is the ISO day until which it was borne."""
    new = fitting(spec_of(Enterprise, "name"), name)
    if match_key(str(new)) == match_key(unit.name):
        raise InputError("Tên mới giống tên đang dùng; hãy ghi tên khác, hoặc sửa chữ ngay trong ô tên.")
    former = FormerName(
        id=new_id(), enterprise_id=unit.id, name=unit.name,
        until=str(fitting(spec_of(FormerName, "until"), until)), instrument=instrument,
    )  # fmt: skip
    return change_set(f"Đổi tên {called(unit)}", [inserted(former), updated(unit, name=new)], unit.id)


def add_part(unit_id: str, record: Record) -> ChangeSet:
    """Add something that belongs to the unit: contact, certificate, figures of a year."""
    return change_set(f"Thêm {called(record)}", [inserted(record)], unit_id)


def delete_part(unit_id: str, record: Record) -> ChangeSet:
    """Delete something that belongs to the unit."""
    return change_set(f"Xóa {called(record)}", [deleted(record)], unit_id)


def year_figures(unit_id: str, year: int) -> YearFigures:
    """Empty figures of a year; two machines that add the same year mean the same record."""
    return YearFigures(id=derived_id(YearFigures.entity, unit_id, year), enterprise_id=unit_id, year=year)


def set_year(known: Iterable[YearFigures], figures: YearFigures, year: Value) -> ChangeSet:
    """The figures are those of another year; InputError where that year has its own."""
    fitting(spec_of(YearFigures, "year"), year)
    assert isinstance(year, int)  # noqa: S101 - all else was refused just before
    if any(each.year == year and each.id != figures.id for each in known):
        raise InputError(f"Năm {year} đã có số liệu; hãy sửa ở dòng của năm ấy.")
    if year == figures.year:
        return change_set("", [])
    moved = replace(figures, id=derived_id(YearFigures.entity, figures.enterprise_id, year), year=year)
    words = f"Sửa năm của số liệu {figures.year} thành {year}"
    return change_set(words, [deleted(figures), inserted(moved)], figures.enterprise_id)


def delete_enterprise(book: Book, unit_id: str, pointing: Iterable[Record]) -> ChangeSet:
    """Delete a unit with all that belongs to it; InputError while dossiers or visits stand on it."""
    unit = book.get(Enterprise, unit_id)
    nouns: dict[str, int] = {}
    for record in pointing:
        if not isinstance(record, Enterprise):  # a branch, or a record merged into this one, only remembers it
            nouns[record.noun] = nouns.get(record.noun, 0) + 1
    if nouns:
        counts = ", ".join(f"{count} {noun}" for noun, count in nouns.items())
        raise InputError(
            f"Không xóa được {called(unit)}: còn {counts} của đơn vị này. Hãy xóa các mục ấy trước, gộp vào đơn vị"
            " khác, hoặc chọn tình trạng “Đã giải thể, chấm dứt”."
        )
    return change_set(f"Xóa đơn vị {called(unit)}", removal(book, [unit]), unit_id)


def change_many(units: Iterable[Enterprise], name: str, value: Value) -> ChangeSet:
    """Give one field of many units the same value; units that have it already are left alone."""
    spec = spec_of(Enterprise, name)
    new = fitting(spec, value)
    changes = [change for unit in units if (change := updated(unit, **{name: new}))]
    return change_set(f"Sửa {_lower(spec.label)} của {len(changes)} đơn vị", changes, REGISTER)


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]
