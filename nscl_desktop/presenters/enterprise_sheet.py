"""A unit on the desk as forms and tables: the same shapes as a plan's, so that the same widgets show them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.enterprises import Certificate, Enterprise, FormerName, YearFigures
from nscl_desktop.domain.fields import FieldSpec, Kind, Value
from nscl_desktop.domain.positions import between
from nscl_desktop.domain.records import Record, fields_of, new_id
from nscl_desktop.domain.size_class import size_class, size_sector
from nscl_desktop.domain.tax_codes import read_tax_code
from nscl_desktop.presenters.field_text import text_of, value_of
from nscl_desktop.presenters.record_form import FormField, RootForm
from nscl_desktop.services import enterprises as register
from nscl_desktop.services.desk import Desk
from nscl_desktop.services.public_facts import shipped_sectors, shipped_size_rules

EXPIRES_SOON_DAYS = 90


class EnterpriseForm(RootForm[Enterprise]):
    """The unit's own fields."""

    def __init__(self, desk: Desk, names: Sequence[str]) -> None:
        def step(unit: Enterprise, name: str, value: Value) -> ChangeSet:
            return register.set_value(unit.id, unit, name, value)

        super().__init__(desk, Enterprise, names, step)

    def field(self, name: str) -> FormField:
        """A field as it stands; a doubtful tax code says why without being refused."""
        found = super().field(name)
        doubtful = name == "tax_code" and not found.error
        return replace(found, error=read_tax_code(found.text).warning) if doubtful else found


class PartList:
    """Records of one kind that belong to the unit; ``order`` names the fields by which they stand."""

    is_open = True

    def __init__(
        self, desk: Desk, record_type: type[Record], names: Sequence[str], order: str, *, falling: bool = False
    ) -> None:
        self._desk, self._type, self._order, self._falling = desk, record_type, order, falling
        self.specs: tuple[FieldSpec, ...] = tuple(register.spec_of(record_type, name) for name in names)

    def records(self) -> tuple[Record, ...]:
        """The unit's records."""
        own = self._desk.book.table(self._type).values()
        return tuple(sorted(own, key=lambda each: (getattr(each, self._order) or "", each.id), reverse=self._falling))

    def text(self, record: Record, spec: FieldSpec) -> str:
        """What a cell shows."""
        return text_of(spec, getattr(record, spec.name))

    def offers(self, spec: FieldSpec) -> Sequence[tuple[str, str]]:
        """What a cell of choices offers."""
        return spec.choices

    def enter(self, record: Record, spec: FieldSpec, text: str) -> None:
        """Take what was typed into a cell; raises InputError with the sentence."""
        value = value_of(spec, text)
        if isinstance(record, YearFigures) and spec.name == "year":
            known = self._desk.book.table(YearFigures).values()
            self._desk.perform(register.set_year(known, record, value))
        else:
            self._desk.perform(register.set_value(self._desk.root_id, record, spec.name, value))

    def add(self) -> str:
        """A new record; its key. Its required field says what it is until something is typed."""
        record = self._fresh()
        self._desk.perform(register.add_part(self._desk.root_id, record))
        return record.id

    def delete(self, record: Record) -> str:
        """Delete a record; what was done, for the toast."""
        self._desk.perform(register.delete_part(self._desk.root_id, record))
        return f"Đã xóa {register.called(record)}"

    def move(self, record: Record, step: int) -> None:
        """These lists stand in an order of their own."""

    def _fresh(self) -> Record:
        unit_id = self._desk.root_id
        if self._type is YearFigures:
            years = [each.year for each in self._desk.book.table(YearFigures).values()]
            return register.year_figures(unit_id, max(years, default=self.first_year - 1) + 1)
        values: dict[str, Any] = {"id": new_id(), "enterprise_id": unit_id}  # Any: of many types
        for spec in fields_of(self._type):
            if spec.kind is Kind.POSITION:
                last = max((str(getattr(each, "position", "")) for each in self.records()), default="")
                values["position"] = between(last or None, None)
            elif spec.required and spec.kind is Kind.TEXT:
                values[spec.name] = f"({spec.label.lower()})"
        return self._type(**values)

    first_year = 2024
    """The year offered where a unit has no figures yet."""


def size_of(desk: Desk, figures: Record) -> tuple[str, str]:
    """The size class of a year's figures and the sentence that says why."""
    unit = desk.book.table(Enterprise).get(desk.root_id)
    if unit is None or not isinstance(figures, YearFigures):
        return "", ""
    found = size_class(figures, size_sector(unit, shipped_sectors()), shipped_size_rules(), unit.founded_on)
    return found.size.value, found.reason


def expiry_of(certificate: Record, today: str) -> str:
    """What is to be said of a certificate on an ISO day: how long it still holds."""
    from datetime import date  # only here: the rest knows days as texts

    ends = certificate.expires_on if isinstance(certificate, Certificate) else ""
    if len(ends) < 10:
        return ""
    left = (date.fromisoformat(ends) - date.fromisoformat(today)).days
    if left < 0:
        return f"Hết hạn {-left} ngày"
    return f"Sắp hết hạn: còn {left} ngày" if left <= EXPIRES_SOON_DAYS else f"Còn {left} ngày"


def former_names(desk: Desk) -> tuple[FormerName, ...]:
    """Names borne before, newest first."""
    own = desk.book.table(FormerName).values()
    return tuple(sorted(own, key=lambda each: (each.until, each.id), reverse=True))
