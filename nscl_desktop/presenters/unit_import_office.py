"""What the import of units asks of the world below. All of it is called aside; ``tell`` raises to stop it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from nscl_desktop.domain.changes import ChangeSet

if TYPE_CHECKING:  # reads cells and compares names, wanted for the first import only
    from nscl_desktop.services.unit_import_matching import Held, ImportRow
    from nscl_desktop.services.unit_import_model import UnitTable
    from nscl_desktop.services.unit_import_rows import UnitDraft

Tell = Callable[[str], object]


class UnitImports(Protocol):
    """Lists of units in files, and the register that they go to."""

    def read(self, path: Path, tell: Tell) -> "Sequence[UnitTable]":
        """The sheets of a file that have something in them; UnreadableFileError."""

    def compare(self, drafts: "Sequence[UnitDraft]", tell: Tell) -> "tuple[tuple[ImportRow, ...], Held]":
        """Every row against the register and the rows above it."""

    def save(self, step: ChangeSet) -> None:
        """Take the step into the file, all of it or nothing; raises why it was not saved."""

    def last(self) -> ChangeSet | None:
        """The last import that can still be taken back; None where there is none."""

    def write_template(self, target: Path) -> None:
        """An empty list to be filled in."""
