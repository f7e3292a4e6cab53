"""Reading what the overview needs of a plan besides its budget: targets with their rules, obligations, days off."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.counting_rules import DayOff, PublishedFigure, SentReport
from nscl_desktop.domain.ledger import BudgetYear
from nscl_desktop.domain.plans import Period
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.targets import Obligation, Target
from nscl_desktop.storage.rows import read_records

_CACHE_KIB = 65_536
_LINES = "SELECT id, coalesce(place_parent, ''), coalesce(origin_id, '') FROM line WHERE plan_id IN ({})"
_LINKS = "SELECT target_id, line_id FROM target_link"


def make_room(connection: sqlite3.Connection) -> None:
    """Hold the pages of all units and dossiers while they are looked up one by one; else each is fetched many times."""
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")


def target_records(connection: sqlite3.Connection, plan_id: str) -> Iterator[Record]:
    """Targets and periods of a plan."""
    yield from read_records(connection, Target, "plan_id = ?", [plan_id])
    yield from read_records(connection, Period, "plan_id = ?", [plan_id])


def fed_lines(
    connection: sqlite3.Connection, plans: Sequence[str], chains: Iterable[Sequence[str]]
) -> list[tuple[str, ...]]:
    """For each target (by its chain of keys) the lines that feed it, with all below them and their copies in all plans.

    A link of an earlier version holds as long as the later one has none of its own.
    """
    links: dict[str, list[str]] = defaultdict(list)
    for target_id, line_id in connection.execute(_LINKS):
        links[target_id].append(line_id)
    following: dict[str, list[str]] = defaultdict(list)
    for key, parent, origin in connection.execute(_LINES.format(", ".join("?" * len(plans))), list(plans)):
        following[parent].append(key)
        following[origin].append(key)
    return [_closure(next((links[key] for key in chain if links[key]), []), following) for chain in chains]


def _closure(first: Sequence[str], following: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    found, waiting = set(first), list(first)
    while waiting:
        for key in following.get(waiting.pop(), ()):
            if key not in found:
                found.add(key)
                waiting.append(key)
    return tuple(sorted(found))


def lines_of(connection: sqlite3.Connection, plans: Sequence[str]) -> list[Line]:
    """The budget lines of these plans."""
    found = read_records(connection, Line, f"plan_id IN ({', '.join('?' * len(plans))})", list(plans))
    return [each for each in found if isinstance(each, Line)]


def opened_years(connection: sqlite3.Connection, plans: Sequence[str]) -> list[BudgetYear]:
    """The niên độ that the ledger has for the versions of a plan."""
    found = read_records(connection, BudgetYear, f"plan_id IN ({', '.join('?' * len(plans))})", list(plans))
    return [each for each in found if isinstance(each, BudgetYear) and each.year is not None]


def obligations(connection: sqlite3.Connection) -> list[Obligation]:
    """The obligations of all plans."""
    return [each for each in read_records(connection, Obligation) if isinstance(each, Obligation)]


def sent_reports(connection: sqlite3.Connection) -> list[SentReport]:
    """What was marked as sent."""
    return [each for each in read_records(connection, SentReport) if isinstance(each, SentReport)]


def days_off(connection: sqlite3.Connection) -> list[DayOff]:
    """The days that the office noted."""
    found = [each for each in read_records(connection, DayOff) if isinstance(each, DayOff)]
    return sorted(found, key=lambda each: (each.date, each.id))


def published_figures(connection: sqlite3.Connection) -> list[PublishedFigure]:
    """All published figures, by indicator and year."""
    found = [each for each in read_records(connection, PublishedFigure) if isinstance(each, PublishedFigure)]
    return sorted(found, key=lambda each: (each.indicator, each.year or 0, each.id))
