"""Dán danh sách: what each pasted row is and what the clerk decides for it, before it is taken over."""

from collections import Counter
from collections.abc import Mapping, Sequence

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.courses.matching import STATE_WORDS, Match, State, match_people
from nscl_desktop.domain.courses.pasted import read_people
from nscl_desktop.domain.courses.rows import PersonRow
from nscl_desktop.domain.courses.whole import WholeCourse
from nscl_desktop.domain.text import quoted
from nscl_desktop.domain.training import Person
from nscl_desktop.presenters.course_list import name_of
from nscl_desktop.services.people_pasting import take_over

NEW, SKIP = "new", "skip"
_NEW_WORDS, _SKIP_WORDS = "Thêm người mới", "Bỏ qua"
_DONE = {NEW: _NEW_WORDS, SKIP: _SKIP_WORDS}


class PastingDesk:
    """``people`` are those on file. Decisions stay with a row as long as its line reads the same."""

    def __init__(self, people: Sequence[PersonRow]) -> None:
        self._people = people
        self.matches: tuple[Match, ...] = ()
        self.skipped: tuple[tuple[int, str], ...] = ()
        self._decided: dict[str, str] = {}

    def read(self, text: str, there: Sequence[str]) -> None:
        """Another text; ``there`` are the keys of those on the course already."""
        found = read_people(text)
        self.matches = match_people(found.people, self._people, frozenset(there))
        self.skipped = found.skipped

    def action(self, match: Match) -> str:
        """`NEW`, `SKIP` or the key of a person: what was decided, else what the row proposes."""
        decided = self._decided.get(_key(match))
        if decided is not None:
            return decided
        if match.state is State.DOUBLE:
            return SKIP
        return match.candidates[0].id if match.state is State.FOUND else NEW

    def decide(self, match: Match, action: str) -> None:
        """Take a decision for a row."""
        self._decided[_key(match)] = action

    def offers(self, match: Match) -> Sequence[tuple[str, str]]:
        """What can be decided for a row."""
        known = [(each.id, " · ".join(filter(None, (f"Là {name_of(each)}", each.unit)))) for each in match.candidates]
        return [*known, (NEW, _NEW_WORDS), (SKIP, _SKIP_WORDS)]

    def rows(self) -> Sequence[tuple[str, ...]]:
        """Line, state, name, year, unit, title, telephone, decision, why."""
        return [
            (
                str(match.row.line), STATE_WORDS[match.state], match.row.name, str(match.row.birth_year or ""),
                match.row.unit, match.row.title, match.row.phone, _DONE.get(self.action(match), "Lấy người đã có"),
                match.why,
            )
            for match in self.matches
        ]  # fmt: skip

    @property
    def summary(self) -> str:
        """How many of each, and which lines name nobody."""
        counts = Counter(match.state for match in self.matches)
        parts = [f"{counts[state]} {words.lower()}" for state, words in STATE_WORDS.items() if counts[state]]
        head = f"{len(self.matches)} người: {', '.join(parts)}." if parts else "Chưa thấy họ tên nào trong phần đã dán."
        if not self.skipped:
            return head
        lines = ", ".join(f"dòng {line} {quoted(text, 24)}" for line, text in self.skipped[:2])
        more = f" và {len(self.skipped) - 2} dòng nữa" if len(self.skipped) > 2 else ""
        return f"{head} Không phải học viên: {lines}{more}."

    @property
    def wanted(self) -> Sequence[str]:
        """Keys of the people on file who are taken over."""
        return [action for match in self.matches if (action := self.action(match)) not in (NEW, SKIP)]

    @property
    def units(self) -> Sequence[str]:
        """The units that the taken rows name."""
        return sorted({match.row.unit for match in self.matches if match.row.unit and self.action(match) != SKIP})

    @property
    def count(self) -> int:
        """How many rows are taken over."""
        return sum(self.action(match) != SKIP for match in self.matches)

    def step(self, whole: WholeCourse, people: Mapping[str, Person], units: Mapping[str, str]) -> ChangeSet:
        """The step that takes the rows over; raises InputError where none is chosen."""
        chosen = [(match.row, people.get(self.action(match))) for match in self.matches if self.action(match) != SKIP]
        return take_over(whole, chosen, units)


def _key(match: Match) -> str:
    row = match.row
    return "\t".join((str(row.line), row.name, str(row.birth_year), row.unit))
