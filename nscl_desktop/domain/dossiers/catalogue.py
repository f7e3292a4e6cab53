"""The starter catalogue of what can be supported, shipped as data for the office to edit (unverified as a list)."""

import tomllib
from dataclasses import dataclass

from nscl_desktop.domain.records import derived_id
from nscl_desktop.domain.supports import SupportKind


@dataclass(frozen=True, slots=True)
class ShippedKinds:
    """The catalogue and whether it was compared with the law."""

    kinds: tuple[SupportKind, ...]
    verified: bool


def read_kinds(text: str) -> ShippedKinds:
    """The shipped TOML catalogue; keys follow from code and edition, so that two machines that take it over agree."""
    read = tomllib.loads(text)
    kinds = tuple(
        SupportKind(
            id=derived_id(SupportKind.entity, entry["code"], entry.get("edition", "")),
            code=entry["code"],
            name=entry["name"],
            group=entry["group"],
            unit=entry["unit"],
            edition=entry.get("edition", ""),
        )
        for entry in read["kinds"]
    )
    return ShippedKinds(kinds, read["verified"])
