"""The rooms of everyday help in one place, each loaded when its window is opened."""

from typing import TYPE_CHECKING

from nscl_desktop.office.register_file import SignedFile
from nscl_desktop.storage.staff_queries import staff_names

if TYPE_CHECKING:
    from nscl_desktop.office.activity_room import ActivityRoom
    from nscl_desktop.office.bin_room import BinRoom
    from nscl_desktop.office.export_room import ExportRoom
    from nscl_desktop.office.staff_room import StaffRoom


class EverydayRoom:
    """Over one open data file."""

    def __init__(self, data: SignedFile, account: str) -> None:
        self._data = data
        self.account = account

    def has_staff(self) -> bool:
        """Whether there is anybody of the office to pick; asked after the start, so it loads nothing."""
        with self._data.registers(settled=False).reading() as connection:
            return bool(staff_names(connection))

    @property
    def staff(self) -> "StaffRoom":
        """The people of the office."""
        from nscl_desktop.office.staff_room import StaffRoom  # see above

        return StaffRoom(self._data, self.account)

    @property
    def bin(self) -> "BinRoom":
        """What was deleted."""
        from nscl_desktop.office.bin_room import BinRoom  # knows every kind of record

        return BinRoom(self._data)

    @property
    def activity(self) -> "ActivityRoom":
        """What was done."""
        from nscl_desktop.office.activity_room import ActivityRoom  # likewise

        return ActivityRoom(self._data)

    @property
    def exports(self) -> "ExportRoom":
        """All of it for other programs."""
        from nscl_desktop.office.export_room import ExportRoom  # loads what writes workbooks

        return ExportRoom(self._data)
