"""Keys for records of another file: made of that file and the key there, or, where a key is made of what the record
says, made anew of what it says here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from nscl_desktop.domain.changes import Fields
from nscl_desktop.domain.fields import Place, Value
from nscl_desktop.domain.merging.proposals import Key
from nscl_desktop.domain.record_kinds import kind_named
from nscl_desktop.domain.records import derived_id, fields_of

_MADE_OF = {
    "year_figures": ("enterprise_id", "year"),
    "stage_step": ("dossier_id", "stage"),
    "dossier_paper": ("dossier_id", "paper_id"),
    "follow_up": ("dossier_id", "months"),
    "answer": ("visit_id", "question_id"),
}
"""Kinds whose records the program finds by a key made of these fields."""


@dataclass(frozen=True, slots=True)
class NewKeys:
    """Keys for the records of one file."""

    origin: str

    def of(self, key: Key, now: Fields, before: Fields) -> str:
        """The key here of a record that is ``before`` there and ``now`` here."""
        entity, old = key
        names = _MADE_OF.get(entity, ())
        if names and old == derived_id(entity, *(_part(before.get(name)) for name in names)):
            return derived_id(entity, *(_part(now.get(name)) for name in names))
        return derived_id("joined", self.origin, entity, old)

    @staticmethod
    def moved(entity: str, values: Fields, keys: Mapping[Key, str]) -> dict[str, Value]:
        """A record with the keys that it and those it points at have here; what is not taken over is remembered."""
        found = dict(values)
        found["id"] = keys.get((entity, str(values["id"])), str(values["id"]))
        for spec in fields_of(kind_named(entity)):
            value = values.get(spec.name)
            if spec.target and isinstance(value, Place):
                found[spec.name] = Place(keys.get((spec.target, value.parent), value.parent), value.position)
            elif spec.target and isinstance(value, str):
                found[spec.name] = keys.get((spec.target, value), value)
        return found


def _part(value: Value) -> str | int:
    return value if isinstance(value, int) else str(value or "")
