"""The list of check lists: by name, each with its versions, the newest first; those not used any more at will."""

from dataclasses import dataclass

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.inspections import CHECKLIST_STATES, HEADING, PURPOSES, RETIRED, Checklist, Question
from nscl_desktop.domain.sorting import sort_key
from nscl_desktop.domain.text import rank


@dataclass(frozen=True, slots=True)
class ChecklistRow:
    """One version in the list."""

    key: str
    name: str
    about: str
    """Purpose, version, state, how many questions: one line below the name."""
    state: str


class ChecklistList:
    """All check lists of the file."""

    def __init__(self) -> None:
        self.query = ""
        self.with_retired = False
        self._lists: tuple[Checklist, ...] = ()
        self._counts: dict[str, int] = {}

    def load(self, book: Book) -> None:
        """Take the check lists as they are now."""
        self._lists = tuple(book.table(Checklist).values())
        self._counts = {}
        for each in book.table(Question).values():
            if each.kind != HEADING:
                self._counts[each.checklist_id] = self._counts.get(each.checklist_id, 0) + 1

    @property
    def is_empty(self) -> bool:
        """Whether there is no check list at all."""
        return not self._lists

    @property
    def retired(self) -> int:
        """How many versions are not used any more."""
        return sum(each.state == RETIRED for each in self._lists)

    def rows(self) -> tuple[ChecklistRow, ...]:
        """What is shown."""
        found = [(rank(self.query, each.name), each) for each in self._lists]
        shown = [
            (place, each) for place, each in found if place is not None and (self.with_retired or each.state != RETIRED)
        ]
        shown.sort(key=lambda pair: (pair[0], sort_key(pair[1].name), pair[1].name, -pair[1].version, pair[1].id))
        return tuple(self.row(each) for _, each in shown)

    def row(self, each: Checklist) -> ChecklistRow:
        """A version as it is listed."""
        parts = (
            dict(PURPOSES)[each.purpose],
            f"bản {each.version}",
            dict(CHECKLIST_STATES)[each.state].lower(),
            f"{self._counts.get(each.id, 0)} câu",
        )
        return ChecklistRow(each.id, each.name, " · ".join(parts), each.state)
