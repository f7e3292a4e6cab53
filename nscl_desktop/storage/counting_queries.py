"""What counting rules come to in the file, each number with the records that it counts.

The number and the list come from one query, so that they cannot differ; a test counts both by hand.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from decimal import Decimal

from nscl_desktop.domain import counting_rules as rules
from nscl_desktop.domain.counting import (
    APPLIES,
    CountedRecord,
    CountScope,
    Tally,
    counted_unit,
    distinct_of,
    published_value,
    share,
)
from nscl_desktop.domain.counting_rules import CountingRule, PublishedFigure
from nscl_desktop.domain.dossiers.counting import unit_key
from nscl_desktop.domain.targets import Target
from nscl_desktop.domain.text import same_text
from nscl_desktop.storage.counting_sql import listing, reached
from nscl_desktop.storage.rows import read_records

_WHOLE_YEAR = "-99"
"""Sorts behind every day of a year, so that a record of which only the year is known counts in a year that is over."""


def tally(connection: sqlite3.Connection, rule: CountingRule, scope: CountScope) -> Tally:
    """What a rule comes to within a scope; a Tally without a value says why there is none."""
    unit = counted_unit(rule)
    if not rule.counted:
        return Tally(None, unit, rule.reason or "Chưa có cách đếm.")
    if rule.counted == rules.PUBLISHED:
        return published_value(rule, published(connection, rule.indicator, scope))
    part = number(connection, rule, scope)
    if rule.base == rules.NO_BASE:
        return Tally(part, unit)
    whole = _base(connection, rule, scope)
    if not whole:
        missing = (
            f"Chưa nhập số liệu công bố “{rule.base_indicator}”" if rule.base == rules.PUBLISHED_BASE
            else "Danh sách của văn phòng chưa có đơn vị nào thuộc loại này"
        )  # fmt: skip
        return Tally(None, unit, f"{missing} nên không tính được tỷ lệ.", part, whole)
    return Tally(share(part, whole), unit, part=part, whole=whole)


def uncounted(target: Target, *, has_proposal: bool) -> Tally:
    """What is said of a target that has no rule: no number, and why."""
    if target.value is None:
        return Tally(None, target.unit, "Mục tiêu không lượng hóa.")
    there_is = "; có cách đếm đề xuất để xem và lấy" if has_proposal else ""
    return Tally(None, target.unit, f"Chưa có cách đếm{there_is}.")


def number(connection: sqlite3.Connection, rule: CountingRule, scope: CountScope) -> Decimal:
    """How many records, units or persons a rule counts, or the sum of their quantities."""
    words, values = _within(connection, rule, scope, is_lean=True)
    if rule.counted in (rules.ITEM, rules.WORK) and distinct_of(rule) == rules.EACH:
        rows = connection.execute(f"SELECT quantity, count(*) FROM ({words}) GROUP BY quantity", values)
        return sum((Decimal(quantity) * count for quantity, count in rows), Decimal(0))
    (count,) = connection.execute(f"SELECT count(DISTINCT who) FROM ({words})", values).fetchone()
    return Decimal(count)


def counted_records(connection: sqlite3.Connection, rule: CountingRule, scope: CountScope) -> list[CountedRecord]:
    """The records behind `number`, by day; those with the same ``who`` stand together."""
    words, values = _within(connection, rule, scope)
    columns = ", ".join(CountedRecord._fields)
    rows = connection.execute(f"SELECT {columns} FROM ({words}) ORDER BY day, unit, name, id", values)
    return [CountedRecord._make((*row[:6], Decimal(row[6]), row[7])) for row in rows]


def undated(connection: sqlite3.Connection, rule: CountingRule, scope: CountScope) -> int:
    """Records that would count if it were known in which year they fall."""
    words, values = _listing(connection, rule, scope)
    query = f"SELECT count(*) FROM ({words}) WHERE who IS NOT NULL AND coalesce(day, '') = ''"
    (count,) = connection.execute(query, values).fetchone()
    return int(count)


def published(connection: sqlite3.Connection, indicator: str, scope: CountScope) -> list[PublishedFigure]:
    """The figures published of an indicator for the years of a scope, however its name is capitalised and spaced."""
    found = [each for each in read_records(connection, PublishedFigure) if isinstance(each, PublishedFigure)]
    return [
        each
        for each in found
        if same_text(each.indicator, indicator)
        and (scope.first_year is None or (each.year or 0) >= scope.first_year)
        and (scope.last_year is None or (each.year or 0) <= scope.last_year)
        and not (scope.until and each.published_on > scope.until)
    ]


def rules_of(connection: sqlite3.Connection, targets: Sequence[Sequence[str]]) -> list[CountingRule | None]:
    """The rule of each target, which is named by its own key and those of the targets that it was taken from.

    The nearest goes first: a rule of the amended plan before that of the plan before.
    """
    every = (each for each in read_records(connection, CountingRule) if isinstance(each, CountingRule))
    known = {each.target_id: each for each in sorted(every, key=lambda rule: rule.id) if each.target_id}
    return [next((known[key] for key in chain if key in known), None) for chain in targets]


def origins(connection: sqlite3.Connection, targets: Iterable[Target]) -> list[tuple[str, ...]]:
    """For each target its key and the keys of those it was taken from, the nearest first."""
    above = dict(connection.execute("SELECT id, origin_id FROM target WHERE coalesce(origin_id, '') <> ''"))
    found = []
    for target in targets:
        chain, key = [target.id], target.origin_id or ""
        while key and key not in chain:
            chain.append(key)
            key = above.get(key, "")
        found.append(tuple(chain))
    return found


def _within(
    connection: sqlite3.Connection, rule: CountingRule, scope: CountScope, *, is_lean: bool = False
) -> tuple[str, dict[str, str]]:
    """The listing cut to the scope's years and last day."""
    words, values = _listing(connection, rule, scope, is_lean=is_lean)
    conditions = ["who IS NOT NULL"]
    if scope.first_year is not None:
        conditions.append("day >= :first")
        values["first"] = f"{scope.first_year:04}"
    if scope.last_year is not None:
        conditions.append("day <= :last")
        values["last"] = f"{scope.last_year:04}{_WHOLE_YEAR}"
    if scope.until:
        conditions.append("coalesce(day, '') <= :until")
        values["until"] = scope.until
    return f"SELECT * FROM ({words}) WHERE {' AND '.join(conditions)}", values


def _listing(
    connection: sqlite3.Connection, rule: CountingRule, scope: CountScope, *, is_lean: bool = False
) -> tuple[str, dict[str, str]]:
    """The listing of a rule, with the temporary table that it looks up made where it is not there yet.

    It goes with the end of the reading, which takes back whatever it wrote.
    """
    if rule.stage and "stage" in APPLIES[rule.counted].fields:
        make, fill, stages = reached(rule.stage)
        query = "SELECT 1 FROM sqlite_temp_master WHERE name = ?"
        if connection.execute(query, [f"reached_{rule.stage}"]).fetchone() is None:
            connection.execute(make)
            connection.execute(fill, stages)
    return listing(rule, scope, _units(connection, rule), is_lean=is_lean)


def _units(connection: sqlite3.Connection, rule: CountingRule) -> tuple[str, ...]:
    """The ways in which a rule's unit is written in the file: hệ thống, Hệ thống, HT."""
    if not rule.unit:
        return ()
    wanted = unit_key(rule.unit)
    query = (
        "SELECT DISTINCT unit FROM dossier_item UNION SELECT DISTINCT unit FROM support_kind"
        if rule.counted == rules.ITEM
        else "SELECT DISTINCT unit FROM work_item"
    )
    return tuple(sorted(unit for (unit,) in connection.execute(query) if unit_key(unit) == wanted))


def _base(connection: sqlite3.Connection, rule: CountingRule, scope: CountScope) -> Decimal | None:
    """What a percentage divides by: the latest published figure, or the units of these kinds that are at work."""
    if rule.base == rules.PUBLISHED_BASE:
        figures = published(connection, rule.base_indicator, scope)
        return published_value(CountingRule(id="", counted=rules.PUBLISHED), figures).value
    query = (
        "SELECT count(*) FROM enterprise e WHERE e.state <> 'closed' AND coalesce(e.merged_into, '') = ''"
        " AND (:kinds = '[]' OR e.kind IN (SELECT value FROM json_each(:kinds)))"
        f"{' AND e.is_state_owned' if rule.public_only else ''}"
    )
    (count,) = connection.execute(query, {"kinds": json.dumps(rule.kinds)}).fetchone()
    return Decimal(count)
