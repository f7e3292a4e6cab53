"""Judges who stand near a unit that they judge, as the registers show it: who consulted it, who belongs to it.

A name is taken for the same only as whole words, without regard to dấu: an organisation named in a judge's title, or a
person whose name is that of the organisation's representative. What is found is shown with its reason and can be
overruled, because two people may share a name.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from nscl_desktop.domain.award_scores import Tie
from nscl_desktop.domain.awards import Judge, JudgeTie, Nomination
from nscl_desktop.domain.contracts import Contract
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.supports import Dossier
from nscl_desktop.domain.text import fold
from nscl_desktop.domain.training import ExpertAssignment, Person

_LEAST_WORDS = 2
"""A short name of one word ("Minh") is too common to mean an organisation."""


@dataclass(frozen=True, slots=True)
class Near:
    """An organisation near a unit, and how."""

    unit: Enterprise
    how: str


def judge_ties(
    nominations: Iterable[Nomination],
    judges: Iterable[Judge],
    noted: Iterable[JudgeTie],
    near: dict[str, tuple[Near, ...]],
    people: dict[str, Person],
    assignments: Iterable[ExpertAssignment],
) -> dict[tuple[str, str], Tie]:
    """Every tie by nomination and judge: those that were noted, and those that only the registers show.

    ``near``: the organisations near each unit, by its key, the unit itself among them.
    """
    judges, assigned = tuple(judges), tuple(assignments)
    found: dict[tuple[str, str], Tie] = {}
    for nomination in nominations:
        unit_id = nomination.enterprise_id or ""
        for judge in judges:
            person = people.get(judge.person_id or "")
            words = _near_words(judge, person, near.get(unit_id, ())) or _assigned_words(judge, unit_id, assigned)
            if words:
                found[nomination.id, judge.id] = Tie(words, is_found=True)
    for each in noted:
        if each.judge_id:
            found[each.nomination_id, each.judge_id] = Tie(each.text, each.is_waived)
    return found


def consultants_of(
    dossiers: Iterable[Dossier], contracts: Iterable[Contract], units: dict[str, Enterprise]
) -> dict[str, tuple[Near, ...]]:
    """The organisations that dossiers and their contracts name, by the unit they worked for, and the unit itself."""
    found: dict[str, dict[str, Near]] = {}
    parties = [(each.dossier_id, each.party_id) for each in contracts if each.party_id]
    for dossier in dossiers:
        own = dossier.enterprise_id or ""
        named = [dossier.consultant_id, *(party for key, party in parties if key == dossier.id)]
        for key in named:
            if key in units and key != own:
                what = dossier.code or dossier.title
                near = Near(units[key], f"đã tư vấn cho đơn vị ở hồ sơ {what}")
                found.setdefault(own, {}).setdefault(key, near)
    return {
        key: (Near(unit, "là đơn vị dự giải"), *found.get(key, {}).values()) for key, unit in units.items()
    }  # fmt: skip


def _near_words(judge: Judge, person: Person | None, near: Iterable[Near]) -> str:
    for each in near:
        belongs = person is not None and person.enterprise_id == each.unit.id
        where = f"{judge.title} {person.unit if person else ''}"
        if belongs or _names(where, each.unit.name) or _names(where, each.unit.short_name):
            return f"Người của {each.unit.name}, {each.how}"
        if each.unit.representative and fold(each.unit.representative) == fold(judge.name):
            return f"Trùng tên người đại diện của {each.unit.name}, {each.how}"
    return ""


def _assigned_words(judge: Judge, unit_id: str, assigned: Iterable[ExpertAssignment]) -> str:
    for each in assigned:
        if judge.person_id and each.person_id == judge.person_id and each.enterprise_id == unit_id:
            return f"Đã được phân công tại đơn vị: {each.text}"
    return ""


def _names(text: str, name: str) -> bool:
    """Whether a text names an organisation, as whole words."""
    wanted = _words(name)
    return len(wanted) >= _LEAST_WORDS and f" {' '.join(wanted)} " in f" {' '.join(_words(text))} "


def _words(text: str) -> list[str]:
    """Without dấu and without what stands between words."""
    return "".join(char if char.isalnum() else " " for char in fold(text)).split()
