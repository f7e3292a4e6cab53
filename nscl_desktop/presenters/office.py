"""What the screens ask of the world below: the open data file, paper, other files. The composition fulfils it."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.services.workspace import PlanDesk


class PlanShelf(Protocol):
    """The plans of the open data file."""

    def plans(self) -> Sequence[PlanRow]:
        """All plans as they are saved, unsorted."""

    def totals(self) -> Mapping[str, int]:
        """Plan key → total in đồng. Reads every plan, so it is asked for aside."""

    def read(self, plan_id: str) -> PlanDesk:
        """Put a plan on the desk; InputError if it is gone. Reads much, so it is asked for aside."""

    def add(self, step: ChangeSet) -> None:
        """Store a step that makes a new plan, before it is on a desk."""


class Office(Protocol):
    """All of it."""

    @property
    def shelf(self) -> PlanShelf:
        """The plans."""

    @property
    def person(self) -> str:
        """Who works here, as the journal notes it."""
