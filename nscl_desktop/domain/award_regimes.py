"""Regimes of awards and norms of prize money that come with the program, as records for the office to edit.

They are dated data with their confidence: nothing of them was compared with the official text yet, and each note says
where a figure is from. Parts of a criterion have points only, because their names were not found.
"""

import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from nscl_desktop.domain.awards import AwardCriterion, AwardRegime, PrizeKind, PrizeNorm
from nscl_desktop.domain.fields import Place
from nscl_desktop.domain.positions import sequence
from nscl_desktop.domain.records import Record, derived_id

Entry = Mapping[str, Any]  # Any: what TOML gives


def read_award_rules(text: str) -> tuple[Record, ...]:
    """The shipped TOML as records, owners first; keys follow from their names, so that two machines agree."""
    read = tomllib.loads(text)
    found: list[Record] = []
    for entry in read["regime"]:
        regime = _regime(entry)
        found.append(regime)
        places = sequence(len(entry["criteria"]))
        for place, each in zip(places, entry["criteria"], strict=True):
            found.extend(_criteria(regime, each, place))
        prizes = entry["prizes"]
        found.extend(_kind(regime, each, place) for each, place in zip(prizes, sequence(len(prizes)), strict=True))
    found.extend(_norm(each) for each in read["norm"])
    return tuple(found)


def _regime(entry: Entry) -> AwardRegime:
    own = {name: value for name, value in entry.items() if name not in ("criteria", "prizes")}
    return AwardRegime(id=derived_id(AwardRegime.entity, entry["code"]), **own)


def _criteria(regime: AwardRegime, entry: Entry, place: str) -> Iterator[AwardCriterion]:
    key = derived_id(AwardCriterion.entity, regime.code, entry["label"])
    note = entry.get("note", "")
    points = _number(entry.get("points"))
    yield AwardCriterion(
        id=key, regime_id=regime.id, place=Place("", place), label=entry["label"], name=entry["name"],
        most_points=points, note=note,
    )  # fmt: skip
    parts: list[tuple[str, Decimal | None]] = [("", Decimal(part)) for part in entry.get("parts", ())]
    parts += [(name, None) for name in entry.get("aspects", ())]
    for number, (own_place, (name, most)) in enumerate(zip(sequence(len(parts)), parts, strict=True), start=1):
        label = f"{entry['label']}.{number}"
        yield AwardCriterion(
            id=derived_id(AwardCriterion.entity, regime.code, label), regime_id=regime.id, place=Place(key, own_place),
            label=label, name=name or f"Nội dung {label}", most_points=most, note=note,
        )  # fmt: skip


def _kind(regime: AwardRegime, entry: Entry, position: str) -> PrizeKind:
    values = {**entry, "least_points": _number(entry.get("least_points"))}
    key = derived_id(PrizeKind.entity, regime.code, entry["name"])
    return PrizeKind(id=key, regime_id=regime.id, position=position, **values)


def _norm(entry: Entry) -> PrizeNorm:
    values = {**entry, "multiple": _number(entry.get("multiple"))}
    key = derived_id(PrizeNorm.entity, entry["prize"], entry.get("province", ""), entry["valid_from"])
    return PrizeNorm(id=key, **values)


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
