"""A dossier's own fields as a form, the certificates it won, its indicators in words."""

from collections.abc import Sequence
from dataclasses import replace

from nscl_desktop.domain.dossiers.results import Turn, effect
from nscl_desktop.domain.enterprises import Certificate
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import FieldSpec, Kind, Value
from nscl_desktop.domain.money import format_quantity
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.records import Record, new_id
from nscl_desktop.domain.supports import Dossier, Indicator
from nscl_desktop.presenters.dossier_list import plan_words
from nscl_desktop.presenters.dossier_office import OpenDossier
from nscl_desktop.presenters.field_text import text_of, value_of
from nscl_desktop.presenters.record_form import FormField
from nscl_desktop.services import enterprises as register
from nscl_desktop.services.dossier_parts import set_dossier
from nscl_desktop.services.enterprises import spec_of


class DossierForm:
    """Fields of the dossier; ``plans``: what the plan may be chosen from."""

    def __init__(self, open_dossier: OpenDossier, names: Sequence[str], plans: Sequence[PlanRow] = ()) -> None:
        self._open, self._plans = open_dossier, plans
        self.names: tuple[str, ...] = tuple(names)
        self._rejected: dict[str, tuple[str, str]] = {}

    @property
    def record_id(self) -> str:
        """The dossier's key."""
        return self._open.desk.root_id

    def show(self, record_id: str) -> None:
        """A form is of one dossier."""

    def field(self, name: str) -> FormField:
        """A field as it stands."""
        spec, dossier = self._spec(name), self._open.dossier
        if dossier is None:
            return FormField(spec, "", is_open=False)
        text, error = self._rejected.get(name, (text_of(spec_of(Dossier, name), getattr(dossier, name)), ""))
        return FormField(spec, text, is_open=True, error=error)

    def offers(self, name: str) -> Sequence[tuple[str, str]]:
        """(stored value, label) pairs of a choice."""
        if name != "plan_id":
            return spec_of(Dossier, name).choices
        offers = [("", "Ngoài kế hoạch"), *((row.id, plan_words(row)) for row in self._plans)]
        stored = self.stored(name)
        known = {value for value, _ in offers}
        return [*offers, *([] if stored in known else [(stored, "Kế hoạch không có trong tệp")])]

    def stored(self, name: str) -> str:
        """The stored value of a choice."""
        return str(getattr(self._open.dossier, name, None) or "")

    def enter(self, name: str, text: str) -> None:
        """Take what was typed or chosen; raises InputError with the sentence, and keeps the text beside it."""
        if self._open.dossier is None:
            return
        try:
            value: Value = (text or None) if name == "plan_id" else value_of(spec_of(Dossier, name), text)
            self._rejected.pop(name, None)
            self._open.desk.perform(set_dossier(self._open.whole, **{name: value}))
        except InputError as error:
            self._rejected[name] = (text, error.sentence)
            raise

    @staticmethod
    def _spec(name: str) -> FieldSpec:
        spec = spec_of(Dossier, name)
        return replace(spec, kind=Kind.CHOICE) if name == "plan_id" else spec


class WonCertificates:
    """The unit's certificates that this dossier brought; each belongs to the unit and stays with it."""

    is_open = True

    def __init__(self, open_dossier: OpenDossier) -> None:
        self._open = open_dossier
        names = ("standard", "edition", "number", "body", "issued_on", "expires_on")
        self.specs: tuple[FieldSpec, ...] = tuple(spec_of(Certificate, name) for name in names)

    def records(self) -> tuple[Record, ...]:
        """By the day on which they end."""
        own = [each for each in self._open.certificates if each.dossier_id == self._open.desk.root_id]
        return tuple(sorted(own, key=lambda each: (each.expires_on, each.id)))

    def text(self, record: Record, spec: FieldSpec) -> str:
        """What a cell shows."""
        return text_of(spec, getattr(record, spec.name))

    def offers(self, spec: FieldSpec) -> Sequence[tuple[str, str]]:
        """Nothing is chosen from lists here."""
        return spec.choices

    def enter(self, record: Record, spec: FieldSpec, text: str) -> None:
        """Take what was typed into a cell; raises InputError with the sentence."""
        desk = self._open.desk
        desk.perform(register.set_value(desk.root_id, record, spec.name, value_of(spec, text)))

    def add(self) -> str:
        """A new certificate of the unit, named as the first thing supported; its key."""
        dossier = self._open.dossier
        if dossier is None or not dossier.enterprise_id:
            raise InputError("Hồ sơ chưa có đơn vị nên chưa ghi được giấy chứng nhận; hãy chọn đơn vị trước.")
        first = next(iter(self._open.whole.items), None)
        fresh = Certificate(
            id=new_id(),
            enterprise_id=dossier.enterprise_id,
            dossier_id=dossier.id,
            standard=(first.name if first else "") or "(tiêu chuẩn)",
            edition=first.edition if first else "",
        )
        self._open.desk.perform(register.add_part(dossier.id, fresh))
        return fresh.id

    def delete(self, record: Record) -> str:
        """Delete a certificate; what was done, for the toast."""
        self._open.desk.perform(register.delete_part(self._open.desk.root_id, record))
        return f"Đã xóa {register.called(record)}"

    def move(self, record: Record, step: int) -> None:
        """They stand by their days."""


def effect_words(record: Record) -> str:
    """What became of an indicator: "Tốt hơn +25,0%"."""
    if not isinstance(record, Indicator):
        return ""
    found = effect(record)
    if found.turn is Turn.UNKNOWN or found.difference is None:
        return found.turn.value
    sign = "+" if found.difference > 0 else ""
    if found.percent is None:
        return f"{found.turn.value} {sign}{format_quantity(found.difference)} {record.unit}".strip()
    return f"{found.turn.value} {sign}{format_quantity(found.percent)}%"
