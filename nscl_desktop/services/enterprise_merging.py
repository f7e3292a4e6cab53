"""Two records of one unit made one: field by field as chosen, with all that belonged to the other; undone as one step.

The other record stays, emptied of what belonged to it and marked with where it went, because papers and packages may
still name its key.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from nscl_desktop.domain.changes import Change, ChangeSet, change_set, deleted, inserted, updated
from nscl_desktop.domain.enterprises import Enterprise, FormerName, YearFigures
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import FieldSpec, Kind, Value
from nscl_desktop.domain.records import Record, derived_id, fields_of, new_id
from nscl_desktop.domain.text import match_key
from nscl_desktop.services.enterprises import REGISTER, called, fitting, spec_of

_NOT_ASKED = frozenset({"id", "merged_into", "parent_id"})


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """A field in which two records differ: what each says, and whether the other's value is proposed."""

    spec: FieldSpec
    kept: Value
    other: Value
    takes_other: bool


def choices(kept: Enterprise, other: Enterprise) -> tuple[FieldChoice, ...]:
    """Every field in which they differ; proposed is what the kept record says, unless it says nothing."""
    found = []
    for spec in fields_of(Enterprise):
        mine, theirs = getattr(kept, spec.name), getattr(other, spec.name)
        if spec.name not in _NOT_ASKED and mine != theirs:
            found.append(FieldChoice(spec, mine, theirs, takes_other=_is_empty(mine)))
    return tuple(found)


def merge(
    kept: Enterprise,
    other: Enterprise,
    taken: Mapping[str, Value],
    belonging: Iterable[Record],
    *,
    keep_name: bool = True,
) -> ChangeSet:
    """One step: ``taken`` are the fields that get another value; ``belonging`` all records that point at ``other``,
    and the year figures of ``kept``. With ``keep_name`` a name that is given up stays as a former name.
    """
    if kept.id == other.id or kept.merged_into or other.merged_into:
        raise InputError("Hai bản ghi này không gộp được: đã gộp rồi, hoặc là một; hãy chọn hai đơn vị khác nhau.")
    values = {name: fitting(spec_of(Enterprise, name), value) for name, value in taken.items()}
    records = tuple(belonging)
    years = {each.year for each in records if isinstance(each, YearFigures) and each.enterprise_id == kept.id}
    moves = [change for record in records for change in _moved(record, other.id, kept.id, years)]
    changes: list[Change | None] = [updated(kept, **values), *moves, updated(other, merged_into=kept.id)]
    final = str(values.get("name", kept.name))
    given_up = {match_key(name): name for name in (kept.name, other.name) if match_key(name) != match_key(final)}
    if keep_name:
        changes += [inserted(FormerName(id=new_id(), enterprise_id=kept.id, name=name)) for name in given_up.values()]
    return change_set(f"Gộp {called(other)} vào {called(kept)}", changes, REGISTER)


def _moved(record: Record, old: str, new: str, years: set[int]) -> list[Change]:
    """A record that points at the old key points at the new one; figures of a year that is there already stay."""
    if isinstance(record, YearFigures):
        if record.enterprise_id != old or record.year in years:
            return []
        moved = replace(record, id=derived_id(YearFigures.entity, new, record.year), enterprise_id=new)
        return [deleted(record), inserted(moved)]
    pointing = {
        spec.name: new
        for spec in fields_of(type(record))
        if spec.kind is Kind.REF and spec.target == Enterprise.entity and getattr(record, spec.name) == old
    }
    is_itself = isinstance(record, Enterprise) and record.id in {old, new}
    change = None if is_itself or not pointing else updated(record, **pointing)
    return [change] if change else []


def _is_empty(value: Value) -> bool:
    return value in (None, "", (), False)

