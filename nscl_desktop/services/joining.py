"""A file without a common past, such as another office's: its units are joined by choice, never by pretending a base.

Whoever is taken over as new gets a key made of the other file's and its own, so that the same file brought in again
finds what came before. Plans come by plan files; nothing of ours is overwritten, only what is empty is filled.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from nscl_desktop.domain.changes import Change, ChangeSet, Fields
from nscl_desktop.domain.duplicates import Duplicate, DuplicateIndex
from nscl_desktop.domain.enterprises import Enterprise, FormerName
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.inspections import Checklist, Question
from nscl_desktop.domain.merging.proposals import Key
from nscl_desktop.domain.merging.shape import Shape
from nscl_desktop.domain.records import derived_id, values_of
from nscl_desktop.domain.supports import StagePaper, SupportKind
from nscl_desktop.domain.text import match_key
from nscl_desktop.domain.unit_names import Grade
from nscl_desktop.services.enterprise_merging import choices
from nscl_desktop.services.enterprises import REGISTER
from nscl_desktop.services.joining_keys import NewKeys
from nscl_desktop.services.package_choice import ChoiceReader, with_all_that_belongs

WORDS = "Nhận dữ liệu từ tệp khác"
"""What the step is called at first, so that the last one can be found again."""
NEW, SKIP = "new", "skip"
"""What may be chosen for a unit instead of the key of one of ours."""
_SHARED = {SupportKind.entity: ("code", "name", "edition"), StagePaper.entity: ("stage", "name")}
"""Catalogues: entries that say the same are one."""


@dataclass(frozen=True, slots=True)
class ForeignUnit:
    """A unit of the other file, which of ours it may be, and what is proposed: a key of ours, NEW, or SKIP to ask."""

    unit: Enterprise
    candidates: tuple[Duplicate, ...]
    proposal: str


@dataclass(frozen=True, slots=True)
class Joined:
    """The step that takes records over; numbers of records by kind that are added, and of those that were there."""

    step: ChangeSet
    added: Mapping[str, int]
    known: int
    files: frozenset[str] = frozenset()
    """SHA-256 of the attached files that are named."""


def foreign_units(theirs: Iterable[Enterprise], ours: Mapping[str, Enterprise], origin: str) -> list[ForeignUnit]:
    """Every unit of the other file that is not merged away; ``origin`` is the key of that file."""
    index = DuplicateIndex(ours.values())
    found = []
    for unit in theirs:
        if unit.merged_into is not None:
            continue
        candidates = index.candidates(unit)
        own = next((key for key in (unit.id, joined_key(origin, Enterprise.entity, unit.id)) if key in ours), "")
        if own:
            proposal = own
        elif candidates and candidates[0].grade >= Grade.SAME:
            proposal = candidates[0].first_id
        else:
            proposal = SKIP if candidates else NEW
        found.append(ForeignUnit(unit, candidates, proposal))
    return found


def joined_key(origin: str, entity: str, key: str) -> str:
    """The key that a record of another file gets here."""
    return derived_id("joined", origin, entity, key)


def take_over(
    theirs: ChoiceReader,
    ours: ChoiceReader,
    origin: str,
    choice: Mapping[str, str],
    proposals: Mapping[str, str],
    shape: Shape,
) -> Joined:
    """Take over the chosen units with dossiers, visits and all that belongs to them.

    ``choice``: key of a unit there → NEW, SKIP, or the key of a unit here; ``proposals``: likewise for units that were
    not chosen but are named by what is taken over, such as consultants. InputError where a unit is not here.
    """
    wanted = {key: target for key, target in choice.items() if target != SKIP}
    kept = {(Enterprise.entity, key) for key in wanted.values() if key != NEW}
    if lost := kept - ours.records(kept).keys():
        raise InputError(f"Không có đơn vị với khóa {min(lost)[1]} trong tệp dữ liệu; hãy chọn lại.")
    joining = _Joining(theirs, ours, origin, shape, {**proposals, **wanted})
    joining.gather(wanted)
    return joining.result(wanted)


@dataclass
class _Joining:
    theirs: ChoiceReader
    ours: ChoiceReader
    origin: str
    shape: Shape
    units: Mapping[str, str]
    records: dict[Key, Fields] = field(default_factory=dict)
    keys: dict[Key, str] = field(default_factory=dict)
    """Record there → its key here."""
    known: set[Key] = field(default_factory=set)
    """Records there that are here already, and so stay as they are."""

    def gather(self, wanted: Mapping[str, str]) -> None:
        """Read the chosen units, all that belongs to them, and whatever these point at."""
        roots = self.theirs.records([(Enterprise.entity, key) for key in wanted])
        self.records = dict(with_all_that_belongs(self.theirs, roots, self.shape))
        others = {
            (Enterprise.entity, str(values[name]))
            for (entity, _), values in self.records.items()
            for name in ("consultant_id", "party_id")
            if entity in {"dossier", "contract"} and values.get(name)
        } - self.records.keys()
        self.records |= self.theirs.records(others)

    def result(self, wanted: Mapping[str, str]) -> Joined:
        """The changes, owners first."""
        self._give_keys()
        fresh = {key: values for key, values in self.records.items() if key not in self.known}
        changes = [Change(key[0], self.keys[key], None, self._moved(key, values)) for key, values in fresh.items()]
        for key, target in wanted.items():
            if target != NEW:
                changes += self._filled(key, target)
        digests = {str(each.after.get(name) or "") for each in changes if each.after for name in ("sha256", "image")}
        added = Counter(each.entity for each in changes if each.before is None)
        units = len([key for key in fresh if key[0] == Enterprise.entity])
        words = f"{WORDS}: {units} đơn vị mới, {len(wanted) - units} đơn vị đã có"
        return Joined(ChangeSet(words, tuple(changes), REGISTER), added, len(self.known), frozenset(digests - {""}))

    def _give_keys(self) -> None:
        keys = NewKeys(self.origin)
        shared = self._shared()
        for key in self._owners_first():
            owners = self.shape.owners(key, self.records[key]) & self.records.keys()
            ours = self.units.get(key[1], NEW) if key[0] == Enterprise.entity else NEW
            if ours not in {NEW, SKIP}:
                self.keys[key] = ours
                self.known.add(key)
            elif key in shared:
                self.keys[key] = shared[key]
                self.known.add(key)
            else:
                self.keys[key] = keys.of(key, self._moved(key, self.records[key]), self.records[key])
                if self._is_here(key, owners):
                    self.known.add(key)

    def _is_here(self, key: Key, owners: set[Key]) -> bool:
        """Whether a record came in before, lies in our own older copy, or says what one of ours says.

        A dossier or visit that is here stays as it is with all its parts.
        """
        entity, old = key
        if any(owner[0] != Enterprise.entity for owner in owners & self.known):
            return True
        if entity != Enterprise.entity and self.ours.records([key]):
            self.keys[key] = old
            return True
        if self.ours.records([(entity, self.keys[key])]):
            return True
        return any(self._says_the_same(key, owner) for owner in owners & self.known)

    def _says_the_same(self, key: Key, owner: Key) -> bool:
        here = self.ours.users([(owner[0], self.keys[owner])], owned_only=True)
        mine = _content(self._moved(key, self.records[key]))
        return any(found[0] == key[0] and _content(values) == mine for found, values in here.items())

    def _owners_first(self) -> list[Key]:
        found: dict[Key, None] = {}

        def add(key: Key) -> None:
            if key in self.records and key not in found:
                targets = self.shape.targets(key, self.records[key])
                for target in sorted(set(targets.values()) - {key}):
                    add(target)
                found[key] = None

        for key in sorted(self.records):
            add(key)
        return list(found)

    def _shared(self) -> dict[Key, str]:
        """Entries of catalogues, and whole check lists, that are here in the same words."""
        found: dict[Key, str] = {}
        for entity, names in _SHARED.items():
            same = {_words(values, names): key for (_, key), values in self.ours.all_of(entity).items()}
            there = {each: _words(values, names) for each, values in self.records.items() if each[0] == entity}
            found |= {key: same[words] for key, words in there.items() if words in same}
        for key in [each for each in self.records if each[0] == Checklist.entity]:
            parts = {part: values for part, values in self.records.items() if key in self._owners(part)}
            here = self.ours.records([key, *parts])
            if len(here) == len(parts) + 1 and all(here[each] == self.records[each] for each in here):
                found |= {each: each[1] for each in here}
        return found

    def _owners(self, key: Key) -> set[Key]:
        is_question = key[0] == Question.entity
        return self.shape.owners(key, self.records[key]) if is_question else set()

    def _moved(self, key: Key, values: Fields) -> Fields:
        """The record with its key here, and those that it points at."""
        return NewKeys.moved(key[0], values, self.keys)

    def _filled(self, key: str, target: str) -> list[Change]:
        """What is empty in our unit gets what theirs says; another name that theirs bears is kept as a former one."""
        theirs = _unit(self.records[Enterprise.entity, key])
        mine = _unit(self.ours.records([(Enterprise.entity, target)])[Enterprise.entity, target])
        asked = choices(mine, theirs)
        taken = {each.spec.name: each.other for each in asked if each.takes_other and each.spec.name != "note"}
        changes = []
        if taken:
            before = {name: getattr(mine, name) for name in taken}
            changes.append(Change(Enterprise.entity, target, before, taken))
        names = {match_key(mine.name)}
        for found, values in self.ours.users([(Enterprise.entity, target)], owned_only=True).items():
            if found[0] == FormerName.entity:
                names.add(match_key(str(values["name"])))
        if match_key(theirs.name) not in names:
            made = FormerName(
                id=joined_key(self.origin, FormerName.entity, key), enterprise_id=target, name=theirs.name
            )
            changes.append(Change(made.entity, made.id, None, values_of(made)))
        return changes


def _unit(values: Fields) -> Enterprise:
    fields: dict[str, Any] = dict(values)  # Any: dataclasses take the fields' own types
    return Enterprise(**fields)


def _words(values: Fields, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(match_key(str(values.get(name) or "")) for name in names)


def _content(values: Fields) -> dict[str, object]:
    return {name: value for name, value in values.items() if name not in {"id", "position"}}
