"""Reading rounds of awards, the regimes they are judged by, what the registers know of judges and units, and praise."""

import sqlite3
from collections.abc import Iterator, Sequence

from nscl_desktop.domain.attached_files import AwardFile
from nscl_desktop.domain.awards import (
    AwardCriterion,
    AwardRegime,
    AwardRound,
    AwardScore,
    Commendation,
    Judge,
    JudgeTie,
    Nomination,
    Prize,
    PrizeKind,
    PrizeNorm,
)
from nscl_desktop.domain.contracts import Contract
from nscl_desktop.domain.directory import SalaryBase
from nscl_desktop.domain.enterprises import YearFigures
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.supports import Dossier
from nscl_desktop.domain.training import ExpertAssignment, Person
from nscl_desktop.storage.rows import quoted, read_records

_RULES = (AwardRegime, AwardCriterion, PrizeKind, PrizeNorm, SalaryBase)
_OF_NOMINATION = (JudgeTie, AwardScore, Prize)


def rule_records(connection: sqlite3.Connection) -> Iterator[Record]:
    """Regimes with criteria and prizes, norms of prize money, lương cơ sở: some dozens."""
    for kind in _RULES:
        yield from read_records(connection, kind)


def used_rules(connection: sqlite3.Connection) -> frozenset[str]:
    """Keys of regimes that rounds are held under and of criteria that points were given for."""
    rows = connection.execute(
        "SELECT DISTINCT regime_id FROM award_round UNION SELECT DISTINCT criterion_id FROM award_score"
    )
    return frozenset(key for (key,) in rows if key)


def all_rounds(connection: sqlite3.Connection) -> Iterator[Record]:
    """All rounds with who stands for them and the prizes: a few a year, read together for the list."""
    for kind in (AwardRound, Nomination, Prize):
        yield from read_records(connection, kind)


def round_records(connection: sqlite3.Connection, key: str) -> Iterator[Record]:
    """A round with all that belongs to it; nothing where it is gone."""
    yield from read_records(connection, AwardRound, "id = ?", [key])
    for kind in (Judge, Nomination, AwardFile):
        yield from read_records(connection, kind, "round_id = ?", [key])
    own = "nomination_id IN (SELECT id FROM nomination WHERE round_id = ?)"
    for each in _OF_NOMINATION:
        yield from read_records(connection, each, own, [key])


def known_of_units(connection: sqlite3.Connection, units: Sequence[str]) -> Iterator[Record]:
    """Dossiers of these units with their contracts, which name consultants, and their figures by year."""
    among = f"IN ({', '.join('?' * len(units))})"
    supported = f"dossier_id IN (SELECT id FROM dossier WHERE enterprise_id {among})"  # noqa: S608 - question marks only
    yield from read_records(connection, Dossier, f"enterprise_id {among}", units)
    yield from read_records(connection, Contract, supported, units)
    yield from read_records(connection, YearFigures, f"{quoted('enterprise_id')} {among}", units)


def people(connection: sqlite3.Connection, keys: Sequence[str]) -> Iterator[Record]:
    """These persons with what they were asked to do as experts."""
    among = f"IN ({', '.join('?' * len(keys))})"
    yield from read_records(connection, Person, f"id {among}", keys)
    yield from read_records(connection, ExpertAssignment, f"person_id {among}", keys)


def all_people(connection: sqlite3.Connection) -> Iterator[Record]:
    """Everybody on file, to choose from."""
    yield from read_records(connection, Person)


def commendations(connection: sqlite3.Connection, key: str = "") -> Iterator[Record]:
    """All praise, or one of it."""
    yield from read_records(connection, Commendation, "id = ?" if key else "", [key] if key else ())


def won_by(connection: sqlite3.Connection, enterprise_id: str) -> Iterator[Record]:
    """The rounds that a unit stood for, its nominations and prizes, and the praise it was given."""
    mine = "SELECT id FROM nomination WHERE enterprise_id = ?"
    yield from read_records(
        connection, AwardRound, "id IN (SELECT round_id FROM nomination WHERE enterprise_id = ?)", [enterprise_id]
    )
    yield from read_records(connection, Nomination, "enterprise_id = ?", [enterprise_id])
    yield from read_records(connection, Prize, f"nomination_id IN ({mine})", [enterprise_id])
    yield from read_records(connection, Commendation, "enterprise_id = ?", [enterprise_id])
