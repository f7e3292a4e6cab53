"""What the everyday windows ask below, whatever tab is in front: who works here, what was deleted, what was done."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from nscl_desktop.domain.activity import ActivityStep
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.deleted_records import DeletedRow
from nscl_desktop.presenters.staff_office import Staff
from nscl_desktop.services.package_views import Watch


class Bin(Protocol):
    """What was deleted in the open data file."""

    def deleted(self) -> Sequence[DeletedRow]:
        """What is not there again, newest first. Aside."""

    def restore(self, row: DeletedRow) -> ChangeSet:
        """Bring a record back whole; the step that did, InputError with why it cannot be. Aside."""


class Exports(Protocol):
    """Everything in forms that other programs read."""

    def write(self, target: Path, watch: Watch) -> str:
        """Write everything into a zip; what was written, in words. ``watch`` may stop it. Aside."""


class Activity(Protocol):
    """What was done in the open data file."""

    def steps(self, since: datetime) -> Sequence[ActivityStep]:
        """The steps taken since a moment, newest first. Aside."""


class Everyday(Protocol):
    """All of it over the open data file."""

    def has_staff(self) -> bool:
        """Whether there is anybody of the office to pick. Aside."""

    @property
    def staff(self) -> Staff:
        """The people of the office."""

    @property
    def bin(self) -> Bin:
        """What was deleted."""

    @property
    def activity(self) -> Activity:
        """What was done."""

    @property
    def exports(self) -> Exports:
        """All of it for other programs."""

    @property
    def account(self) -> str:
        """The Windows account, whose name the journal notes while nobody was picked."""
