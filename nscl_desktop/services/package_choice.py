"""What goes into a package: the chosen records, all that belongs to them, and whatever these point at."""

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from nscl_desktop.domain.awards import AwardRegime, PrizeNorm
from nscl_desktop.domain.changes import Fields
from nscl_desktop.domain.directory import Agency, SalaryBase
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.inspections import Checklist, Visit
from nscl_desktop.domain.merging.proposals import Key
from nscl_desktop.domain.merging.shape import Shape
from nscl_desktop.domain.supports import Dossier, StagePaper, SupportKind, SupportNorm

CATALOGUES = (
    Agency.entity, SalaryBase.entity, SupportKind.entity, SupportNorm.entity, StagePaper.entity, PrizeNorm.entity,
)  # fmt: skip
"""Go along always: small, and without them nothing can be entered."""
_WHOLE = (Checklist.entity, AwardRegime.entity)
"""Come with all that belongs to them even where something else only names them."""
_WITH_AN_ENTERPRISE = ((Dossier.entity, "enterprise_id"), (Visit.entity, "enterprise_id"))


class ChoiceReader(Protocol):
    """The records of the file as they are now."""

    def records(self, keys: Collection[Key]) -> Mapping[Key, Fields]:
        """Those of the keys that are there."""

    def users(self, keys: Collection[Key], *, owned_only: bool = False) -> Mapping[Key, Fields]:
        """The records that point at one of the keys; only those that belong to them, where that is asked."""

    def pointing(self, entity: str, column: str, ids: Iterable[str]) -> Mapping[Key, Fields]:
        """The records of a kind that point at some others with one field."""

    def all_of(self, entity: str) -> Mapping[Key, Fields]:
        """Every record of a kind."""


def chosen_records(reader: ChoiceReader, roots: Collection[Key], shape: Shape) -> dict[Key, Fields]:
    """The records of a package; no link in them leads outside of it.

    An enterprise comes with its dossiers and visits, a checklist with its questions and a regime of awards with its
    criteria even where only a visit or a round names them.
    """
    choice = _Choice(reader)
    for entity in CATALOGUES:
        choice.found.update(reader.all_of(entity))
    choice.add_with_all(reader.records(roots))
    choice.add_targets(shape)
    return choice.found


def with_all_that_belongs(reader: ChoiceReader, records: Mapping[Key, Fields], shape: Shape) -> dict[Key, Fields]:
    """Records with all that belongs to them, without the catalogues that nobody points at."""
    choice = _Choice(reader)
    choice.add_with_all(records)
    choice.add_targets(shape)
    return choice.found


class _Choice:
    def __init__(self, reader: ChoiceReader) -> None:
        self.found: dict[Key, Fields] = {}
        self._reader = reader

    def add_with_all(self, records: Mapping[Key, Fields]) -> None:
        """Add records with all that belongs to them."""
        while records:
            self.found.update(records)
            below = dict(self._reader.users(records, owned_only=True))
            enterprises = [key for entity, key in records if entity == Enterprise.entity]
            for entity, column in _WITH_AN_ENTERPRISE:
                below.update(self._reader.pointing(entity, column, enterprises))
            records = {key: values for key, values in below.items() if key not in self.found}

    def add_targets(self, shape: Shape) -> None:
        """Add what the records point at, until nothing leads outside."""
        while lacking := self._lacking(shape):
            more = self._reader.records(lacking)
            self.found.update(more)
            self.add_with_all({key: values for key, values in more.items() if key[0] in _WHOLE})

    def _lacking(self, shape: Shape) -> set[Key]:
        targets = {each for key, values in self.found.items() for each in shape.targets(key, values).values()}
        return targets - self.found.keys()
