"""What the screens of awards ask below. Calls marked "aside" take long."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from nscl_desktop.domain.awards import AwardCriterion, AwardRegime, AwardRound, Commendation, PrizeKind, PrizeNorm
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.directory import SalaryBase
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.domain.judge_ties import Near
from nscl_desktop.domain.training import ExpertAssignment, Person
from nscl_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class AwardRow:
    """A round in the list, with how many units stand for it, how many won, and how many prizes."""

    held: AwardRound
    nominations: int
    winners: int
    prizes: int


@dataclass(frozen=True, slots=True)
class Rules:
    """Regimes with their parts, norms of prize money, lương cơ sở."""

    book: Book

    def regimes(self) -> tuple[AwardRegime, ...]:
        """Newest first."""
        found = self.book.table(AwardRegime).values()
        return tuple(sorted(found, key=lambda each: (each.valid_from, each.id), reverse=True))

    def criteria(self) -> tuple[AwardCriterion, ...]:
        """Of all regimes."""
        return tuple(self.book.table(AwardCriterion).values())

    def kinds(self) -> tuple[PrizeKind, ...]:
        """Of all regimes."""
        return tuple(self.book.table(PrizeKind).values())

    def norms(self) -> tuple[PrizeNorm, ...]:
        """All of them."""
        return tuple(self.book.table(PrizeNorm).values())

    def bases(self) -> tuple[SalaryBase, ...]:
        """All of them."""
        return tuple(self.book.table(SalaryBase).values())


@dataclass(frozen=True, slots=True)
class OpenAward:
    """A round on the desk with what it is held against.

    ``units``: those that stand for it, by key; ``near``: organisations near each of them; ``labour``: people by unit as
    the register last knew; ``province``: that of the round's plan, "" for none.
    """

    desk: Desk
    rules: Rules
    units: Mapping[str, Enterprise]
    near: Mapping[str, tuple[Near, ...]]
    people: Mapping[str, Person]
    assignments: Sequence[ExpertAssignment]
    labour: Mapping[str, int]
    province: str = ""

    @property
    def held(self) -> AwardRound | None:
        """The round as it stands; None once it is deleted."""
        return self.desk.book.table(AwardRound).get(self.desk.root_id)


@dataclass(frozen=True, slots=True)
class OpenRules:
    """All rules on one desk; ``used``: keys of regimes and criteria that rounds and points name."""

    desk: Desk
    used: frozenset[str]

    @property
    def rules(self) -> Rules:
        """As they stand."""
        return Rules(self.desk.book)


class Awards(Protocol):
    """The awards of the open data file."""

    def rows(self) -> Sequence[AwardRow]:
        """Every round. Aside."""

    def read(self, key: str) -> OpenAward:
        """A round for the desk; InputError if it is gone. Aside."""

    def rules(self) -> Rules:
        """What regimes, norms and bases there are. Aside."""

    def rules_desk(self) -> OpenRules:
        """The rules for the desk, where they are edited. Aside."""

    def shipped(self) -> ChangeSet:
        """The step that takes over what comes with the program; empty where nothing is missing. Aside."""

    def people(self) -> Sequence[Person]:
        """Everybody on file, who may judge or be praised. Aside."""

    def commendations(self) -> Sequence[Commendation]:
        """All praise, unsorted. Aside."""

    def read_commendation(self, key: str) -> Desk:
        """A piece of praise for the desk; InputError if it is gone. Aside."""

    def units(self, keys: Sequence[str]) -> Sequence[Enterprise]:
        """These units. Aside."""

    def add(self, step: ChangeSet) -> None:
        """Save a step that is made on no desk; raises why it was not saved. Aside."""

    def history(self, key: str) -> Sequence[HistoryEntry]:
        """Who changed a round, a piece of praise or the rules, newest first. Aside."""
