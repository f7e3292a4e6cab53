"""The class of a kind of record by its name, without loading the many that a plan has no use for.

Making those of the registers takes an eighth of what a bare window takes until it is painted, and the start needs none.
"""

from collections.abc import Iterable

from nscl_desktop.domain.plan_records import PLAN_RECORDS
from nscl_desktop.domain.records import Record

PLAN_ENTITIES = {kind.entity: kind for kind in PLAN_RECORDS}


def kind_named(entity: str) -> type[Record]:
    """The class of a kind of record; KeyError for a name that is none."""
    known = PLAN_ENTITIES.get(entity)
    return known or _registry()[entity]


def in_order(entities: Iterable[str]) -> list[str]:
    """Names of kinds, owners before what they own."""
    wanted = set(entities)
    kinds = PLAN_ENTITIES if wanted <= PLAN_ENTITIES.keys() else _registry()
    return [entity for entity in kinds if entity in wanted]


def _registry() -> dict[str, type[Record]]:
    from nscl_desktop.domain.registry import BY_ENTITY  # see above

    return BY_ENTITY
