"""Counting rules as SQL: for each rule one query that lists the records it counts.

Its columns: id, entity and key of the record that opens, name, unit, day (or year) that decides the year, quantity
(a decimal number as text), who (by what records are told apart). Lists are handed over as JSON, so that one query
serves lists of any length.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field

from nscl_desktop.domain import counting_rules as rules
from nscl_desktop.domain.counting import CountScope, distinct_of, state_of, year_by_of
from nscl_desktop.domain.counting_rules import CountingRule
from nscl_desktop.domain.dossiers.stages import ORDER

_NOMINATION_ORDER = ("registered", "screened", "national", "decided")
_OF_UNIT = "coalesce(nullif(e.merged_into, ''), e.id)"


@dataclass(slots=True)
class Counting:
    """A query while it is put together; ``values`` are its named parameters."""

    rule: CountingRule
    scope: CountScope
    units: tuple[str, ...] = ()
    """The ways in which the rule's unit is written in the file; only for rules that name one."""
    is_lean: bool = False
    """Only the number is wanted: whose a record is need not be looked up among all units unless the rule asks."""
    values: dict[str, str] = field(default_factory=dict)
    conditions: list[str] = field(default_factory=list)

    def where(self, condition: str) -> None:
        """One more condition."""
        self.conditions.append(condition)

    def among(self, column: str, name: str, listed: tuple[str, ...]) -> str:
        """A condition that a column holds one of these texts."""
        self.values[name] = json.dumps(listed)
        return f"{column} IN (SELECT value FROM json_each(:{name}))"

    def of_plan(self, column: str, line: str = "") -> str:
        """The condition that a record belongs to the plan, or takes money out of the target's lines."""
        if line and self.rule.on_lines:
            return self.among(line, "lines", self.scope.lines)
        if self.rule.outside_plan:
            return "1"
        return self.among(column, "plans", self.scope.plans)

    def of_kinds(self) -> None:
        """Conditions on the unit that is concerned."""
        if self.rule.kinds:
            self.where(self.among("e.kind", "kinds", self.rule.kinds))
        if self.rule.public_only:
            self.where("e.is_state_owned")

    @property
    def names_units(self) -> bool:
        """Whether units are looked up."""
        rule = self.rule
        asks = bool(rule.kinds) or rule.public_only or distinct_of(rule) == rules.BY_UNIT
        return asks or not self.is_lean

    @property
    def unit(self) -> tuple[str, str]:
        """The column of a dossier's unit, and the table it comes from."""
        if not self.names_units:
            return "''", ""
        return "coalesce(e.name, '')", " LEFT JOIN enterprise e ON e.id = d.enterprise_id"

    def who(self, own: str, unit: str = _OF_UNIT, person: str = "") -> str:
        """The column by which records are told apart."""
        return {rules.EACH: own, rules.BY_UNIT: unit, rules.BY_PERSON: person or own}[distinct_of(self.rule)]


def reached(stage: str) -> tuple[str, str, tuple[str, ...]]:
    """Of a stage: the temporary table of its days, how to make it, and how to fill it (with these stages bound).

    Which dossiers came so far, and when first, is asked by every rule of a plan; found out once it is a look-up.
    """
    name = f"reached_{stage}"
    make = f"CREATE TEMP TABLE IF NOT EXISTS {name} (id TEXT PRIMARY KEY, day TEXT NOT NULL) WITHOUT ROWID"
    behind = ORDER[ORDER.index(stage) :]
    among = ", ".join("?" * len(behind))
    words = f"SELECT dossier_id, min(done_on) FROM stage_step NOT INDEXED WHERE done_on <> '' AND stage IN ({among})"
    return make, f"INSERT INTO {name} {words} GROUP BY dossier_id", behind


def listing(
    rule: CountingRule, scope: CountScope, units: tuple[str, ...] = (), *, is_lean: bool = False
) -> tuple[str, dict[str, str]]:
    """The query of a rule without regard to years, and its parameters. Published figures are no count: KeyError."""
    counting = Counting(rule, scope, units, is_lean)
    words = _LISTINGS[rule.counted](counting)
    return f"{words} WHERE {' AND '.join(counting.conditions or ['1'])}", counting.values


def _dossiers(counting: Counting) -> str:
    _of_dossiers(counting)
    if counting.rule.groups or counting.rule.supports:
        counting.where(f"EXISTS (SELECT 1 {_ITEMS_OF} AND {_of_supports(counting)})")
    return (
        "SELECT d.id AS id, 'dossier' AS entity, d.id AS key, trim(d.code || ' ' || d.title) AS name,"
        f" {counting.unit[0]} AS unit, {_dossier_day(counting)} AS day, '1' AS quantity,"
        f" {counting.who('d.id')} AS who"
        f" FROM dossier d {_reached(counting)}{counting.unit[1]}"
    )


def _items(counting: Counting) -> str:
    _of_dossiers(counting)
    if counting.rule.groups or counting.rule.supports:
        counting.where(_of_supports(counting))
    if counting.rule.unit:
        counting.where(counting.among("coalesce(nullif(i.unit, ''), k.unit, '')", "units", counting.units))
    return (
        "SELECT i.id AS id, 'dossier' AS entity, d.id AS key,"
        f" trim(d.code || ' ' || coalesce(nullif(i.name, ''), k.name, d.title)) AS name, {counting.unit[0]} AS unit,"
        f" {_dossier_day(counting)} AS day, coalesce(i.quantity, '1') AS quantity, {counting.who('i.id')} AS who"
        f" FROM dossier d {_reached(counting)}CROSS JOIN dossier_item i ON i.dossier_id = d.id"
        f" LEFT JOIN support_kind k ON k.id = i.kind_id{counting.unit[1]}"
    )


_ITEMS_OF = "FROM dossier_item i JOIN support_kind k ON k.id = i.kind_id WHERE i.dossier_id = d.id"


def _of_dossiers(counting: Counting) -> None:
    """Ended dossiers leave their place; of a support that was carried over only the dossier that goes on counts."""
    rule = counting.rule
    counting.where("d.state <> 'ended'")
    counting.where(_of_plan_or_lines(counting, "d"))
    counting.where(
        "d.id NOT IN (SELECT n.carried_from FROM dossier n WHERE coalesce(n.carried_from, '') <> ''"
        f" AND n.carried_from <> n.id AND n.state <> 'ended' AND {_of_plan_or_lines(counting, 'n')})"
    )
    if not rule.with_carried:
        counting.where("coalesce(d.carried_from, '') = '' AND d.carried_text = ''")
    counting.of_kinds()


def _of_plan_or_lines(counting: Counting, dossier: str) -> str:
    if not counting.rule.on_lines:
        return counting.of_plan(f"{dossier}.plan_id")
    lines = counting.among("m.line_id", "lines", counting.scope.lines)
    return f"EXISTS (SELECT 1 FROM dossier_money m WHERE m.dossier_id = {dossier}.id AND {lines})"


def _of_supports(counting: Counting) -> str:
    found = []
    if counting.rule.groups:
        found.append(counting.among("k.[group]", "groups", counting.rule.groups))
    if counting.rule.supports:
        found.append(counting.among("k.code", "supports", counting.rule.supports))
    return " AND ".join(found)


def _reached(counting: Counting) -> str:
    """Only dossiers that stood at the rule's stage or behind it, with the first day on which they did."""
    return f"CROSS JOIN temp.reached_{counting.rule.stage} r ON r.id = d.id " if counting.rule.stage else ""


def _dossier_day(counting: Counting) -> str:
    by_day = counting.rule.stage and year_by_of(counting.rule) == rules.BY_DAY
    return "r.day" if by_day else "CAST(d.year AS TEXT)"


def _certificates(counting: Counting) -> str:
    rule = counting.rule
    if rule.on_lines or not rule.outside_plan:
        counting.where(_of_plan_or_lines(counting, "d"))
    if rule.groups or rule.supports:
        wanted = _of_supports(counting)
        named = f"c.standard IN (SELECT k.code FROM support_kind k WHERE {wanted})"
        counting.where(f"({named} OR EXISTS (SELECT 1 {_ITEMS_OF} AND {wanted}))")
    if not rule.with_carried:
        counting.where("coalesce(d.carried_from, '') = '' AND coalesce(d.carried_text, '') = ''")
    counting.of_kinds()
    return (
        "SELECT c.id AS id, 'enterprise' AS entity, e.id AS key, trim(c.standard || ' ' || c.number) AS name,"
        f" e.name AS unit, c.issued_on AS day, '1' AS quantity, {counting.who('c.id')} AS who"
        " FROM certificate c JOIN enterprise e ON e.id = c.enterprise_id LEFT JOIN dossier d ON d.id = c.dossier_id"
    )


_COURSE_DAY = "coalesce(nullif(c.date_to, ''), nullif(c.date_from, ''), CAST(c.year AS TEXT))"


def _of_courses(counting: Counting) -> str:
    counting.where(counting.of_plan("c.plan_id", "c.line_id"))
    if counting.rule.narrowed in ("held", "sent"):
        counting.where(f"c.kind = '{counting.rule.narrowed}'")
    return "CAST(c.year AS TEXT)" if year_by_of(counting.rule) == rules.BY_YEAR else _COURSE_DAY


def _courses(counting: Counting) -> str:
    day = _of_courses(counting)
    counting.where("c.state <> 'called_off'" if state_of(counting.rule) == "any" else "c.state = 'finished'")
    return (
        "SELECT c.id AS id, 'course' AS entity, c.id AS key, c.title AS name, c.organiser AS unit,"
        f" {day} AS day, '1' AS quantity, c.id AS who FROM course c"
    )


_ENROLLED = {
    "attended": "p.state IN ('attended', 'passed')", "passed": "p.state = 'passed'",
    "certified": "p.certificate <> ''", "registered": "p.state <> 'absent'",
}  # fmt: skip


def _enrolments(counting: Counting) -> str:
    day = _of_courses(counting)
    counting.where("c.state <> 'called_off'")
    counting.where(_ENROLLED[state_of(counting.rule)])
    counting.of_kinds()
    who = counting.who("p.id", person="nullif(p.person_id, '')")
    return (
        "SELECT p.id AS id, 'course' AS entity, c.id AS key, trim(coalesce(q.name, '') || ' – ' || c.title) AS name,"
        f" coalesce(e.name, p.unit) AS unit, {day} AS day, '1' AS quantity, {who} AS who"
        " FROM enrolment p JOIN course c ON c.id = p.course_id LEFT JOIN person q ON q.id = p.person_id"
        " LEFT JOIN enterprise e ON e.id = p.enterprise_id"
    )


def _experts(counting: Counting) -> str:
    counting.where("r.role = 'expert'")
    counting.where(counting.of_plan("r.plan_id"))
    if state_of(counting.rule) == "certified":
        counting.where("(r.certificate <> '' OR r.certified_on <> '')")
    counting.of_kinds()
    return (
        "SELECT r.id AS id, 'person' AS entity, q.id AS key, q.name AS name, coalesce(e.name, q.unit) AS unit,"
        " coalesce(nullif(r.certified_on, ''), r.since) AS day, '1' AS quantity, q.id AS who"
        " FROM person_role r JOIN person q ON q.id = r.person_id LEFT JOIN enterprise e ON e.id = q.enterprise_id"
    )


def _clubs(counting: Counting) -> str:
    counting.where(counting.of_plan("c.plan_id"))
    return (
        "SELECT c.id AS id, 'club' AS entity, c.id AS key, c.name AS name, '' AS unit, c.founded_on AS day,"
        " '1' AS quantity, c.id AS who FROM club c"
    )


def _nominations(counting: Counting) -> str:
    state = state_of(counting.rule)
    if state == "registered":
        counting.where("n.state <> 'withdrawn'")  # whoever was refused took part, too
    else:
        counting.where(counting.among("n.state", "states", _NOMINATION_ORDER[_NOMINATION_ORDER.index(state) :]))
    counting.where(counting.of_plan("r.plan_id", "r.line_id"))
    counting.of_kinds()
    by_year = year_by_of(counting.rule) == rules.BY_YEAR
    day = "CAST(r.year AS TEXT)" if by_year else "coalesce(nullif(n.filed_on, ''), CAST(r.year AS TEXT))"
    return (
        "SELECT n.id AS id, 'award_round' AS entity, r.id AS key, trim(r.name || ' ' || n.product) AS name,"
        f" coalesce(e.name, '') AS unit, {day} AS day, '1' AS quantity, {counting.who('n.id')} AS who"
        " FROM nomination n JOIN award_round r ON r.id = n.round_id LEFT JOIN enterprise e ON e.id = n.enterprise_id"
    )


_PRIZE_DAYS = {
    rules.BY_DAY: "p.decided_on", rules.BY_YEAR: "CAST(r.year AS TEXT)", rules.BY_PAYMENT: "CAST(p.year AS TEXT)",
}  # fmt: skip


def _prizes(counting: Counting) -> str:
    counting.where(counting.of_plan("r.plan_id", "coalesce(nullif(p.line_id, ''), r.line_id)"))
    counting.of_kinds()
    day = _PRIZE_DAYS[year_by_of(counting.rule)]
    return (
        "SELECT p.id AS id, 'award_round' AS entity, r.id AS key, p.prize AS name, coalesce(e.name, '') AS unit,"
        f" {day} AS day, '1' AS quantity, {counting.who('p.id')} AS who"
        " FROM prize p JOIN nomination n ON n.id = p.nomination_id JOIN award_round r ON r.id = n.round_id"
        " LEFT JOIN enterprise e ON e.id = n.enterprise_id"
    )


def _commendations(counting: Counting) -> str:
    counting.where(counting.of_plan("c.plan_id", "c.line_id"))
    if state_of(counting.rule) == "decided":
        counting.where("(c.decision <> '' OR c.decided_on <> '')")
    if counting.rule.narrowed in ("collective", "individual"):
        counting.where(f"c.subject = '{counting.rule.narrowed}'")
    paid = year_by_of(counting.rule) == rules.BY_PAYMENT
    day = "CAST(c.year AS TEXT)" if paid else "coalesce(nullif(c.decided_on, ''), CAST(c.year AS TEXT))"
    who = counting.who("c.id", "c.enterprise_id", "c.person_id")
    return (
        "SELECT c.id AS id, 'commendation' AS entity, c.id AS key, c.form AS name, c.name AS unit,"
        f" {day} AS day, '1' AS quantity, {who} AS who FROM commendation c"
    )


def _of_work(counting: Counting) -> None:
    counting.where(counting.of_plan("w.plan_id", "w.line_id"))
    if counting.rule.narrowed:
        counting.where(counting.among("w.kind", "work_kinds", (counting.rule.narrowed,)))


def _work(counting: Counting) -> str:
    _of_work(counting)
    counting.where("w.state <> 'dropped'" if state_of(counting.rule) == "any" else "w.state = 'done'")
    if counting.rule.unit:
        counting.where(counting.among("w.unit", "units", counting.units))
    by_year = year_by_of(counting.rule) == rules.BY_YEAR
    day = "CAST(w.year AS TEXT)" if by_year else "coalesce(nullif(w.done_on, ''), CAST(w.year AS TEXT))"
    return (
        "SELECT w.id AS id, 'work_item' AS entity, w.id AS key, w.title AS name, w.lead AS unit,"
        f" {day} AS day, coalesce(w.quantity, '1') AS quantity, w.id AS who FROM work_item w"
    )


def _work_units(counting: Counting) -> str:
    _of_work(counting)
    counting.where("u.state <> 'refused'" if state_of(counting.rule) == "any" else "u.state = 'chosen'")
    counting.of_kinds()
    who = counting.who("u.id", f"coalesce({_OF_UNIT}, u.id)")
    return (
        "SELECT u.id AS id, 'work_item' AS entity, w.id AS key, w.title AS name, coalesce(e.name, u.name) AS unit,"
        f" CAST(coalesce(u.year, w.year) AS TEXT) AS day, '1' AS quantity, {who} AS who"
        " FROM work_unit u JOIN work_item w ON w.id = u.work_id LEFT JOIN enterprise e ON e.id = u.enterprise_id"
    )


def _visits(counting: Counting) -> str:
    counting.where("v.state = 'signed'" if state_of(counting.rule) == "signed" else "v.state IN ('finished', 'signed')")
    counting.where("v.id NOT IN (SELECT corrects FROM visit WHERE corrects IS NOT NULL AND state <> 'draft')")
    counting.where(counting.of_plan("coalesce(nullif(a.plan_id, ''), d.plan_id)"))
    if counting.rule.narrowed in ("inspection", "survey"):
        counting.where(f"l.purpose = '{counting.rule.narrowed}'")
    counting.of_kinds()
    return (
        "SELECT v.id AS id, 'visit' AS entity, v.id AS key, trim(coalesce(l.name, '') || ' ' || v.number) AS name,"
        f" coalesce(e.name, '') AS unit, v.date AS day, '1' AS quantity, {counting.who('v.id')} AS who"
        " FROM visit v LEFT JOIN checklist l ON l.id = v.checklist_id"
        " LEFT JOIN inspection_plan a ON a.id = v.inspection_plan_id LEFT JOIN dossier d ON d.id = v.dossier_id"
        " LEFT JOIN enterprise e ON e.id = v.enterprise_id"
    )


_LISTINGS: dict[str, Callable[[Counting], str]] = {
    rules.DOSSIER: _dossiers, rules.ITEM: _items, rules.CERTIFICATE: _certificates, rules.COURSE: _courses,
    rules.ENROLMENT: _enrolments, rules.EXPERT: _experts, rules.CLUB: _clubs, rules.NOMINATION: _nominations,
    rules.PRIZE: _prizes, rules.COMMENDATION: _commendations, rules.WORK: _work, rules.WORK_UNIT: _work_units,
    rules.VISIT: _visits,
}  # fmt: skip

_DOSSIER_RECORDS = ("dossier", "dossier_item", "dossier_money", "stage_step", "support_kind", "enterprise")
MADE_OF: dict[str, tuple[str, ...]] = {
    rules.DOSSIER: _DOSSIER_RECORDS, rules.ITEM: _DOSSIER_RECORDS,
    rules.CERTIFICATE: ("certificate", *_DOSSIER_RECORDS), rules.COURSE: ("course",),
    rules.ENROLMENT: ("course", "enrolment", "person", "enterprise"),
    rules.EXPERT: ("person_role", "person", "enterprise"),
    rules.CLUB: ("club",), rules.NOMINATION: ("nomination", "award_round", "enterprise"),
    rules.PRIZE: ("prize", "nomination", "award_round", "enterprise"), rules.COMMENDATION: ("commendation",),
    rules.WORK: ("work_item",), rules.WORK_UNIT: ("work_unit", "work_item", "enterprise"),
    rules.VISIT: ("visit", "checklist", "inspection_plan", "dossier", "enterprise"), rules.PUBLISHED: (),
}  # fmt: skip
"""Kinds of records that a number depends on, besides the rule and published figures."""
