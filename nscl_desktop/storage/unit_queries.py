"""Reading what the registers hold about one unit beside itself: dossiers, visits, papers, and the names they use."""

import sqlite3
from collections.abc import Iterable, Iterator

from nscl_desktop.domain.attached_files import VisitFile
from nscl_desktop.domain.contracts import Contract
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.inspections import Checklist, InspectionPlan, Recommendation, Visit
from nscl_desktop.domain.plans import Source
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.supports import Dossier
from nscl_desktop.storage.award_queries import won_by
from nscl_desktop.storage.dossier_queries import dossier_records
from nscl_desktop.storage.rows import quoted, read_records


def records_about(connection: sqlite3.Connection, unit_id: str) -> Iterator[Record]:
    """All records about a unit that do not belong to itself; see ``domain.unit_record``."""
    keys = [key for (key,) in connection.execute("SELECT id FROM dossier WHERE enterprise_id = ?", [unit_id])]
    dossiers = list(dossier_records(connection, keys))
    yield from dossiers
    visits = list(read_records(connection, Visit, "enterprise_id = ?", [unit_id]))
    yield from visits
    for kind in (Recommendation, VisitFile):
        yield from _among(connection, kind, "visit_id", (each.id for each in visits))
    yield from _among(connection, Checklist, "id", _named(visits, "checklist_id"))
    yield from _among(connection, InspectionPlan, "id", _named(visits, "inspection_plan_id"))
    parties = {*_named(_of(dossiers, Contract), "party_id"), *_named(_of(dossiers, Dossier), "consultant_id")}
    yield from _among(connection, Enterprise, "id", parties - {unit_id})
    yield from _among(connection, Source, "plan_id", _named(_of(dossiers, Dossier), "plan_id"))
    yield from won_by(connection, unit_id)


def _of(records: Iterable[Record], kind: type[Record]) -> list[Record]:
    return [each for each in records if isinstance(each, kind)]


def _named(records: Iterable[Record], field: str) -> set[str]:
    return {key for each in records if (key := getattr(each, field))}


def _among(connection: sqlite3.Connection, kind: type[Record], field: str, keys: Iterable[str]) -> Iterator[Record]:
    """One unit has at most some hundred of anything, so one query does."""
    wanted = sorted(set(keys))
    if wanted:
        yield from read_records(connection, kind, f"{quoted(field)} IN ({', '.join('?' * len(wanted))})", wanted)
