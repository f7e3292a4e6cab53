"""Proposals, knowledge and records as the JSON of packages, there and back exactly."""

import dataclasses
import json
from collections import defaultdict
from collections.abc import Mapping
from typing import NoReturn, cast

from nscl_desktop.domain.changes import Fields
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.merging.proposals import EXISTENCE, Claim, Key, Knowledge, Proposal, Spot
from nscl_desktop.domain.merging.proposing import Rules
from nscl_desktop.domain.registry import BY_ENTITY
from nscl_desktop.exchange.package_values import (
    DamagedPackageError,
    fields_from_json,
    fields_to_json,
    key_of,
    record_key,
    rows,
    specs_of_entity,
    text,
    texts,
    value_from_json,
    value_to_json,
    whole,
)

_MOST_DIGITS = 19


def dump(value: object) -> str:
    """JSON on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def load(written: str) -> object:
    """JSON without floats; DamagedPackageError for anything else."""
    try:
        return cast("object", json.loads(written, parse_float=_refuse, parse_constant=_refuse, parse_int=_whole))
    except (ValueError, RecursionError):
        raise DamagedPackageError from None


def _refuse(_written: str) -> NoReturn:
    raise DamagedPackageError


def _whole(written: str) -> int:
    if len(written.lstrip("-")) > _MOST_DIGITS:
        raise DamagedPackageError
    return int(written)


# -- records ----------------------------------------------------------------------------------------------------------


def records_to_json(records: Mapping[Key, Fields]) -> list[object]:
    """Records in a fixed order, with all their fields."""
    return [[entity, fields_to_json(entity, records[entity, key])] for entity, key in sorted(records)]


def records_from_json(given: object) -> dict[Key, Fields]:
    """The records again; fields that an older program did not know hold what is there when nothing was entered."""
    found: dict[Key, Fields] = {}
    for entity, fields in rows(given, 2):
        values = {**_defaults(text(entity)), **fields_from_json(text(entity), fields)}
        key = record_key(entity, values.get("id"))
        if key in found:
            raise DamagedPackageError
        found[key] = values
    return found


def _defaults(entity: str) -> dict[str, Value]:
    specs_of_entity(entity)
    return {item.name: cast("Value", item.default) for item in dataclasses.fields(BY_ENTITY[entity])[1:]}


# -- knowledge and proposals ------------------------------------------------------------------------------------------


def knowledge_to_json(knowledge: Knowledge) -> dict[str, object]:
    """What someone had seen."""
    unsettled = [[*key, name, sorted(authors)] for (key, name), authors in sorted(knowledge.unsettled.items())]
    return {"seen": dict(sorted(knowledge.seen.items())), "unsettled": unsettled}


def knowledge_from_json(given: object) -> Knowledge:
    """What someone had seen, again."""
    parts = members(given, "seen", "unsettled")
    if not isinstance(parts["seen"], dict):
        raise DamagedPackageError
    unsettled = {
        spot_from_json([entity, key, name]): frozenset(texts(authors))
        for entity, key, name, authors in rows(parts["unsettled"], 4)
    }
    return Knowledge({text(author): whole(number) for author, number in parts["seen"].items()}, unsettled)


def spot_from_json(given: object) -> Spot:
    """A field of a record."""
    ((entity, key, name),) = rows([given], 3)
    if name != EXISTENCE and name not in specs_of_entity(text(entity)):
        raise DamagedPackageError
    return record_key(entity, key), text(name)


def proposal_to_json(proposal: Proposal) -> dict[str, object]:
    """A machine's proposal; all its claims know the same, what the office knew when the machine was given its work."""
    claims: dict[Key, list[object]] = defaultdict(list)
    for (key, name), claim in sorted(proposal.claims.items(), key=lambda each: each[0]):
        claims[key].append([name, claim.since, _value_of(name, key[0], claim.value)])
    knows = next((claim.knows for claim in proposal.claims.values()), Knowledge())
    return {
        "author": proposal.author, "revision": proposal.revision, "knows": knowledge_to_json(knows),
        "claims": [[*key, fields] for key, fields in claims.items()],
    }  # fmt: skip


def proposal_from_json(given: object) -> Proposal:
    """The proposal again."""
    parts = members(given, "author", "revision", "knows", "claims")
    knows, author, revision = knowledge_from_json(parts["knows"]), key_of(parts["author"]), whole(parts["revision"])
    claims: dict[Spot, Claim] = {}
    for entity, key, fields in rows(parts["claims"], 3):
        for name, since, value in rows(fields, 3):
            spot = spot_from_json([entity, key, name])
            if spot in claims or name == "id" or not 0 <= whole(since) <= revision:
                raise DamagedPackageError
            claims[spot] = Claim(author, whole(since), _claimed(spot, value), knows)
    return Proposal(author, revision, claims)


def _claimed(spot: Spot, given: object) -> Value:
    (entity, _), name = spot
    if name != EXISTENCE:
        return value_from_json(specs_of_entity(entity)[name], given)
    if not isinstance(given, bool):
        raise DamagedPackageError
    return given


def members(given: object, *names: str) -> dict[str, object]:
    """A JSON object that has at least these members."""
    if not isinstance(given, dict) or not set(names) <= given.keys():
        raise DamagedPackageError
    return given


def step_trail(given: object) -> list[tuple[int, str]]:
    """Number and key of the newest step in each return package that the machine has written."""
    return [(whole(number), key_of(key)) for number, key in rows(given, 2)]


def steps_told(given: object) -> dict[int, tuple[str, str]]:
    """Step of a proposal → when (a stamp) and by whom, as far as the package tells."""
    told = members(given).get("steps", [])
    return {whole(number): (text(at), text(who)) for number, at, who in rows(told, 3)}


def rules_to_json(rules: Rules) -> str:
    """What was decided, as one text."""
    return dump([[*key, name, _value_of(name, key[0], value)] for (key, name), value in rules])


def _value_of(name: str, entity: str, value: Value) -> object:
    return value if name == EXISTENCE else value_to_json(specs_of_entity(entity)[name], value)


def rules_from_json(written: str) -> Rules:
    """What was decided, again."""
    found = ((spot_from_json(each[:3]), each[3]) for each in rows(load(written), 4))
    return tuple((spot, _claimed(spot, value)) for spot, value in found)
