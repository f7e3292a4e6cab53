"""Another data file without a common past: its units, each with what becomes of it when they are taken over."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.services.joining import NEW, SKIP, ForeignUnit, Joined
from nscl_desktop.services.package_views import Watch, unwatched

OPEN = ""
"""Nobody has decided yet: the unit may be one of ours, and stays where it is until somebody does."""
_WORDS = {NEW: "Thêm thành đơn vị mới", SKIP: "Để lại, không nhập", OPEN: "Chưa quyết định"}


class Joining(Protocol):
    """What the screen asks of the world below. Aside; afterwards every screen reads anew."""

    def units(self, path: Path, watch: Watch = unwatched) -> Sequence[ForeignUnit]:
        """The units of another file, which of ours they may be, and what is proposed."""

    def take_over(
        self, path: Path, choice: Mapping[str, str], *, dry_run: bool = False, watch: Watch = unwatched
    ) -> Joined:
        """Take over units as chosen, in one step after a proved copy of the data file."""

    def last(self) -> ChangeSet | None:
        """The last step that took units over and can still be taken back; None where there is none."""


class JoinRow(NamedTuple):
    """A unit of the other file: ``fate`` in words, ``why`` it may be one of ours."""

    key: str
    name: str
    tax_code: str
    fate: str
    why: str
    is_open: bool


class JoiningSheet:
    """What was found in a file, and what was chosen; ``ours`` are names of our units by their keys."""

    def __init__(self, units: Sequence[ForeignUnit], ours: Mapping[str, str]) -> None:
        self._units, self._ours = {each.unit.id: each for each in units}, ours
        self._fates = {key: OPEN if each.proposal == SKIP else each.proposal for key, each in self._units.items()}

    def rows(self, *, only_open: bool = False) -> Sequence[JoinRow]:
        """The units in the order of the file; those without a decision alone, where wanted."""
        return [self._row(each) for key, each in self._units.items() if not only_open or self._fates[key] == OPEN]

    def offers(self, key: str) -> Sequence[tuple[str, str]]:
        """What can become of a unit: (choice, words), the likeliest of ours first."""
        unit = self._units[key]
        own = dict.fromkeys(each.first_id for each in unit.candidates)
        if unit.proposal not in {NEW, SKIP}:
            own[unit.proposal] = None
        targets = [*own, NEW, SKIP, *([OPEN] if unit.proposal == SKIP else [])]
        return [(target, self._words(target)) for target in targets]

    def fate(self, key: str) -> str:
        """What was chosen for a unit."""
        return self._fates[key]

    def decide(self, keys: Collection[str], target: str) -> None:
        """Choose what becomes of units."""
        self._fates.update(dict.fromkeys(keys, target))

    @property
    def open_keys(self) -> Sequence[str]:
        """The units that nobody has decided on."""
        return [key for key, fate in self._fates.items() if fate == OPEN]

    @property
    def choice(self) -> Mapping[str, str]:
        """For taking over: units without a decision stay where they are."""
        return {key: fate or SKIP for key, fate in self._fates.items()}

    @property
    def count(self) -> int:
        """How many units come in."""
        return sum(fate not in {OPEN, SKIP} for fate in self._fates.values())

    @property
    def summary(self) -> str:
        """What will happen, in numbers."""
        fates = list(self._fates.values())
        new, left, undecided = (fates.count(each) for each in (NEW, SKIP, OPEN))
        into = len(fates) - new - left - undecided
        counts = ((new, "đơn vị mới"), (into, "vào đơn vị đã có"), (left, "để lại"), (undecided, "chưa quyết định"))
        return " · ".join(f"{number} {words}" for number, words in counts if number) or "Tệp này không có đơn vị nào."

    def _row(self, found: ForeignUnit) -> JoinRow:
        fate = self._fates[found.unit.id]
        why = next((each.reason for each in found.candidates if fate in {each.first_id, OPEN}), "")
        return JoinRow(found.unit.id, found.unit.name, found.unit.tax_code, self._words(fate), why, fate == OPEN)

    def _words(self, target: str) -> str:
        return _WORDS.get(target) or f"Nhập vào “{self._ours.get(target, target)}”"


def joined_words(joined: Joined) -> str:
    """What was taken over, for the toast; nothing new where all of it was there."""
    if not joined.step:
        return "Mọi thứ đã chọn đều đã có trong tệp đang mở; không có gì phải nhập."
    return f"Đã {joined.step.words[:1].lower()}{joined.step.words[1:]}"
