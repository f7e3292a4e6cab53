"""What the screen Giao việc asks of the world below: what can be given, and what goes along with it. All aside."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple, Protocol

from nscl_desktop.domain.merging.proposals import Key

PLANS, CHECKLISTS, INSPECTION_PLANS, ROUNDS = "plan", "checklist", "inspection_plan", "selection_round"
COURSES, AWARDS, MONEY, WORK = "course", "award_round", "budget_year", "work_item"
OFFERED = (PLANS, CHECKLISTS, INSPECTION_PLANS, ROUNDS, COURSES, AWARDS, MONEY, WORK)
"""Kinds that are few enough to be listed; units are sought instead."""


class Offer(NamedTuple):
    """A record that can be given."""

    key: Key
    title: str


class Giving(Protocol):
    """What lies in the open data file, as far as it can be given."""

    def offers(self) -> Sequence[Offer]:
        """Every record of the kinds OFFERED."""

    def everything(self) -> Collection[Key]:
        """The keys of all records."""

    def goes_along(self, roots: Collection[Key] | None) -> Mapping[str, int]:
        """How many records of each kind a package with these holds; None stands for everything."""

    def names(self, keys: Collection[Key]) -> Mapping[Key, str]:
        """What records are called; those that are not there are left out."""

    def part(self) -> str:
        """GIVES where work went out of this file, WAS_GIVEN where it was made from a package; empty for neither."""


GIVES, WAS_GIVEN = "gives", "was_given"
