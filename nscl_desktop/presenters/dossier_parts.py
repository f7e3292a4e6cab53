"""What belongs to a dossier as tables: items, money, contracts, payments, reports, indicators, follow-ups.

The dossier's rules decide what may be entered (services/dossier_parts); links are offered as lists of what there is.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Generic

from nscl_desktop.domain.contracts import Contract
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import FieldSpec, Kind, Value
from nscl_desktop.domain.naming import shortened
from nscl_desktop.domain.positions import between
from nscl_desktop.domain.records import Record, fields_of
from nscl_desktop.domain.supports import DossierItem, DossierMoney, Indicator
from nscl_desktop.domain.text import quoted
from nscl_desktop.presenters.dossier_office import OpenDossier
from nscl_desktop.presenters.field_text import NONE, text_of, value_of
from nscl_desktop.services import dossier_parts as parts
from nscl_desktop.services.dossier_parts import PartT
from nscl_desktop.services.enterprises import spec_of

Offers = Callable[[], Sequence[tuple[str, str]]]
"""(stored value, label) pairs that a cell may hold."""


class PartRows(Generic[PartT]):
    """Parts of one kind. ``offers``: by field, what it may hold; such a field is chosen, not typed."""

    def __init__(
        self,
        open_dossier: OpenDossier,
        part_type: type[PartT],
        names: Sequence[str],
        offers: Mapping[str, Offers] | None = None,
    ) -> None:
        self._open, self._type, self._offers = open_dossier, part_type, dict(offers or {})
        self.specs: tuple[FieldSpec, ...] = tuple(self._spec(name) for name in names)

    @property
    def is_open(self) -> bool:
        """A dossier that is there can always be written on."""
        return self._open.dossier is not None

    def records(self) -> tuple[Record, ...]:
        """The parts in their order."""
        return self._parts() if self.is_open else ()

    def text(self, record: Record, spec: FieldSpec) -> str:
        """What a cell shows; a link to what is not on file says so."""
        value = getattr(record, spec.name)
        if spec.name not in self._offers:
            return text_of(spec, value)
        if value in (None, ""):
            return ""
        return next((label for stored, label in self._offers[spec.name]() if stored == str(value)), self._lost(value))

    def offers(self, spec: FieldSpec) -> Sequence[tuple[str, str]]:
        """What a cell of choices offers."""
        if spec.name in self._offers:
            return [("", NONE), *self._offers[spec.name]()]
        return spec.choices

    def value(self, spec: FieldSpec, text: str) -> Value:
        """What a text or label gives to a field; raises InputError with the sentence."""
        if spec.name not in self._offers:
            return value_of(spec, text)
        stored = spec_of(self._type, spec.name)
        for value, label in self.offers(spec):
            if text in (value, label):
                if not value:
                    return None if stored.nullable else ""
                return int(value) if stored.kind is Kind.INTEGER else value
        raise InputError(f"“{spec.label}” không có lựa chọn {quoted(text)}; hãy chọn trong danh sách.")

    def enter(self, record: Record, spec: FieldSpec, text: str) -> None:
        """Take what was typed into a cell; raises InputError with the sentence."""
        part = self._known(record)
        values = {spec.name: self.value(spec, text)}
        values |= self._also(part, values)
        self._open.desk.perform(parts.set_part(self._open.whole, part, **values))

    def add(self) -> str:
        """A new part; its key. A required name says what it is until something is typed."""
        required: dict[str, Value] = {
            spec.name: f"({spec.label.lower()})"
            for spec in fields_of(self._type)
            if spec.required and spec.kind is Kind.TEXT
        }
        return self.add_with(**required)

    def add_with(self, **values: Value) -> str:
        """A new part with these values; its key."""
        step = parts.add_part(self._open.whole, self._type, **values)
        self._open.desk.perform(step)
        return step.changes[0].id

    def delete(self, record: Record) -> str:
        """Remove a part; what was done, for the toast."""
        step = parts.remove_part(self._open.whole, self._known(record))
        self._open.desk.perform(step)
        return f"Đã {step.words[:1].lower()}{step.words[1:]}"

    def move(self, record: Record, step: int) -> None:
        """One place up (-1) or down (1), where parts stand by hand; nothing happens at the ends."""
        part, known = self._known(record), self._parts()
        at = next(index for index, each in enumerate(known) if each.id == record.id)
        if not isinstance(part, DossierItem | DossierMoney | Indicator) or not 0 <= at + step < len(known):
            return
        low, high = (at - 2, at - 1) if step < 0 else (at + 1, at + 2)
        positions = [str(getattr(each, "position", "")) for each in known]
        before = positions[low] if low >= 0 else None
        after = positions[high] if high < len(known) else None
        self._open.desk.perform(parts.set_part(self._open.whole, part, position=between(before, after)))

    def _parts(self) -> tuple[PartT, ...]:
        whole = self._open.whole
        lists: tuple[tuple[parts.Part, ...], ...] = (
            whole.items, whole.money, whole.steps, whole.papers, whole.reports, whole.indicators, whole.follow_ups,
            whole.reasons, whole.contracts, whole.payments,
        )  # fmt: skip
        return tuple(each for some in lists for each in some if isinstance(each, self._type))

    def _known(self, record: Record) -> PartT:
        part = next((each for each in self._parts() if each.id == record.id), None)
        if part is None:
            raise InputError("Dòng này không còn trong hồ sơ; có thể đã bị xóa ở bước khác.")
        return part

    def _spec(self, name: str) -> FieldSpec:
        spec = spec_of(self._type, name)
        return replace(spec, kind=Kind.CHOICE) if name in self._offers else spec

    def _also(self, part: PartT, values: Mapping[str, Value]) -> dict[str, Value]:
        """A kind that is chosen names the item as the catalogue does, where it was not named otherwise before."""
        kind = self._open.catalogue.kinds.get(str(values.get("kind_id") or ""))
        if not isinstance(part, DossierItem) or kind is None:
            return {}
        before = self._open.catalogue.kinds.get(part.kind_id or "")
        found: dict[str, Value] = {}
        for name in ("name", "edition", "unit"):
            stands = getattr(part, name)
            if not stands or (before and stands == getattr(before, name)):
                found[name] = getattr(kind, name)
        return found

    @staticmethod
    def _lost(value: object) -> str:
        text = str(value)
        return text if len(text) < 20 else "(không có trong tệp)"


def kind_offers(open_dossier: OpenDossier) -> Offers:
    """What can be supported, by group; what the office no longer uses is not offered but still named."""

    def offers() -> Sequence[tuple[str, str]]:
        used = {item.kind_id for item in open_dossier.whole.items} if open_dossier.dossier else set()
        kinds = open_dossier.catalogue.kinds.values()
        return [(kind.id, kind_words(kind)) for kind in kinds if not kind.is_retired or kind.id in used]

    return offers


def kind_words(kind: Record) -> str:
    """A kind as it is chosen: its name, with the edition where the name does not say it."""
    name, edition = str(getattr(kind, "name", "")), str(getattr(kind, "edition", ""))
    return f"{name}:{edition}" if edition and edition not in name else name


def contract_offers(open_dossier: OpenDossier) -> Offers:
    """The contracts of the dossier."""
    return lambda: [(each.id, _contract_words(each)) for each in open_dossier.whole.contracts]


def _contract_words(contract: Contract) -> str:
    return " · ".join(filter(None, (contract.number, shortened(contract.subject, 30))))
