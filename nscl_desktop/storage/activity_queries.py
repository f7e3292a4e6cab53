"""Reading the journal across all records: the steps of the last days, each with the record that it was taken on."""

import sqlite3
from datetime import datetime

from nscl_desktop.domain.activity import ActivityStep
from nscl_desktop.domain.records import fields_of
from nscl_desktop.domain.registry import BY_ENTITY
from nscl_desktop.storage.journal import from_stamp, to_stamp

MOST = 5000
"""So many steps are read: the newest."""
# min() gives the other columns of the first change, as SQLite promises. A step that only notes where somebody was
# reading is none to tell of.
_STEPS = """
SELECT step.seq, step.at, step.who, step.machine, step.words, count(*), count(DISTINCT change.root_id),
    min(change.n), change.entity, change.root_id, step.scope,
    CASE WHEN step.scope <> '' THEN (
        SELECT entity FROM change AS own WHERE own.change_set_id = step.id AND own.root_id = step.scope LIMIT 1) END,
    sum(NOT (change.entity = 'visit' AND change.[before] IS NOT NULL AND coalesce(change.[after], '') LIKE
        '{"at_question":%' AND instr(change.[after], ',"') = 0)) AS telling
FROM change_set AS step JOIN change ON change.change_set_id = step.id
WHERE step.at >= ? GROUP BY step.id HAVING telling > 0 ORDER BY step.seq DESC LIMIT ?
"""


def steps_since(connection: sqlite3.Connection, since: datetime, most: int = MOST) -> list[ActivityStep]:
    """The steps taken since a moment, newest first."""
    found = []
    for row in connection.execute(_STEPS, [to_stamp(since), most]):
        seq, at, who, machine, words, changes, roots, _, entity, root, scope, in_scope, _ = row
        if in_scope:  # a plan that brought its agencies along is still one plan
            entity, root, roots = in_scope, scope, 1
        on = root if roots == 1 else ""
        found.append(ActivityStep(seq, from_stamp(at), who, machine, words, changes, _root(entity), on))
    return found


def _root(entity: str) -> str:
    """The kind at the top of the chain of owners; the kind itself where this version does not know it."""
    while kind := BY_ENTITY.get(entity):
        owner = next((spec.target for spec in fields_of(kind) if spec.owner), None)
        if owner is None:
            break
        entity = owner
    return entity
