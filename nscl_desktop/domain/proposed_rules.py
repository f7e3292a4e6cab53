"""Proposed counting rules, shipped as data: for the targets of the three source plans, and for others by their unit.

A proposal is no rule: nothing is counted by it until the office has taken it over, and until the office confirms it
the screen says that it is proposed.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast

from nscl_desktop.domain.counting_rules import CountingRule
from nscl_desktop.domain.fields import Kind, Value
from nscl_desktop.domain.records import derived_id, fields_of
from nscl_desktop.domain.targets import Target
from nscl_desktop.domain.text import match_key

Entry = Mapping[str, Any]  # Any: what TOML holds
_ABOUT_THE_ENTRY = frozenset({"plan", "targets", "units", "same_unit"})


@dataclass(frozen=True, slots=True)
class ProposedRules:
    """What is shipped; ``verified`` says whether whoever issued the plans has confirmed it."""

    by_target: Mapping[str, Entry]
    by_unit: Mapping[str, Entry]
    verified: bool

    def of(self, target: Target, chain: Sequence[str]) -> CountingRule | None:
        """The rule proposed for a target, which may have been taken from the targets of ``chain``; None for none."""
        entry = next((self.by_target[key] for key in chain if key in self.by_target), None)
        if entry is None and target.value is not None:
            entry = self.by_unit.get(match_key(target.unit))
        return None if entry is None else _made(target, entry)


def rule_id(target_id: str) -> str:
    """The only key that the rule of a target can have, so that two machines that take it over agree."""
    return derived_id(CountingRule.entity, target_id)


def read_rules(text: str) -> ProposedRules:
    """The shipped TOML file."""
    read = tomllib.loads(text)
    by_target = {
        derived_id(Target.entity, entry["plan"], handle): entry
        for entry in read["rules"]
        for handle in entry["targets"]
    }
    by_unit = {match_key(unit): entry for entry in read["by_unit"] for unit in entry["units"]}
    return ProposedRules(by_target, by_unit, read["verified"])


def _made(target: Target, entry: Entry) -> CountingRule:
    kinds = {spec.name: spec.kind for spec in fields_of(CountingRule)}
    values: dict[str, Value] = {}
    for name, value in entry.items():
        if name in _ABOUT_THE_ENTRY:
            continue
        if kinds[name] is Kind.LINES:
            values[name] = tuple(value)
        elif kinds[name] is Kind.NUMBER:
            values[name] = Decimal(str(value))
        else:
            values[name] = value
    if entry.get("same_unit"):
        values["unit"] = target.unit
    return CountingRule(id=rule_id(target.id), target_id=target.id, **cast("dict[str, Any]", values))  # Any: as above
