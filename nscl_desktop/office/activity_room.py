"""What was done in the last days, for the screens."""

from collections.abc import Sequence
from datetime import datetime

from nscl_desktop.domain.activity import ActivityStep
from nscl_desktop.office.register_file import RegisterFile
from nscl_desktop.storage.activity_queries import steps_since


class ActivityRoom:
    """Over one open data file."""

    def __init__(self, data: RegisterFile) -> None:
        self._data = data

    def steps(self, since: datetime) -> Sequence[ActivityStep]:
        """The steps taken since a moment, newest first."""
        with self._data.registers(settled=True).reading() as connection:
            return steps_since(connection, since)
