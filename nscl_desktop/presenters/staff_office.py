"""What the window about who works here asks below. Calls marked "aside" take long."""

from collections.abc import Sequence
from typing import Protocol

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.courses.rows import PersonRow
from nscl_desktop.domain.training import Person


class Staff(Protocol):
    """The people of the office, and the name under which the journal notes what is done here."""

    def people(self) -> Sequence[PersonRow]:
        """Everybody on file, of the office or not; unsorted. Aside."""

    def person(self, key: str) -> Person:
        """Somebody as they are on file; InputError if they are gone. Aside."""

    def add(self, step: ChangeSet) -> None:
        """Save a step; raises why it was not saved. Aside."""

    def sign_as(self, key: str) -> str:
        """Note from now on this one of the staff in the journal, "" the account; the name that is noted. Aside."""
