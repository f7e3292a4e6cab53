"""What the everyday windows ask below, whatever tab is in front: who works here, what was deleted, what was done."""

from typing import Protocol

from nscl_desktop.presenters.staff_office import Staff


class Everyday(Protocol):
    """All of it over the open data file."""

    def has_staff(self) -> bool:
        """Whether there is anybody of the office to pick. Aside."""

    @property
    def staff(self) -> Staff:
        """The people of the office."""

    @property
    def account(self) -> str:
        """The Windows account, whose name the journal notes while nobody was picked."""
