"""A dossier's own fields as a form, the certificates it won, its indicators in words."""

from collections.abc import Sequence
from dataclasses import replace

from nscl_desktop.domain.changes import ChangeSet
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
from nscl_desktop.presenters.record_form import RootForm
from nscl_desktop.services import enterprises as register
from nscl_desktop.services.dossier_parts import set_dossier
from nscl_desktop.services.enterprises import spec_of


class DossierForm(RootForm[Dossier]):
    """Fields of the dossier; ``plans``: what the plan may be chosen from."""

    def __init__(self, open_dossier: OpenDossier, names: Sequence[str], plans: Sequence[PlanRow] = ()) -> None:
        def step(_: Dossier, name: str, value: Value) -> ChangeSet:
            return set_dossier(open_dossier.whole, **{name: value})

        super().__init__(open_dossier.desk, Dossier, names, step)
        self._plans = plans

    def spec(self, name: str) -> FieldSpec:
        """The plan is chosen from a list like any other choice."""
        spec = super().spec(name)
        return replace(spec, kind=Kind.CHOICE) if name == "plan_id" else spec

    def offers(self, name: str) -> Sequence[tuple[str, str]]:
        """(stored value, label) pairs of a choice; a plan that the file does not hold is told as it is."""
        if name != "plan_id":
            return super().offers(name)
        offers = [("", "Ngoài kế hoạch"), *((row.id, plan_words(row)) for row in self._plans)]
        stored = self.stored(name)
        known = {value for value, _ in offers}
        return [*offers, *([] if stored in known else [(stored, "Kế hoạch không có trong tệp")])]

    def _shown(self, record: Dossier, name: str) -> str:
        return "" if name == "plan_id" else super()._shown(record, name)

    def _value(self, name: str, text: str) -> Value:
        return (text or None) if name == "plan_id" else super()._value(name, text)


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
