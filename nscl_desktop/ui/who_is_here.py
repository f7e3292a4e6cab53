"""Who works under a Windows account, remembered beside the user's data; the journal notes the name in every file."""

import getpass

from nscl_desktop.ui.preferences import Preferences


class WhoIsHere:
    """What is remembered of the account that runs the program."""

    def __init__(self, preferences: Preferences, account: str = "") -> None:
        self._preferences = preferences
        self._group = "who/" + (account or getpass.getuser()).replace("/", "_").replace("\\", "_")

    @property
    def picked(self) -> tuple[str, str]:
        """Key and name of the person who was picked; both empty for none."""
        return self._preferences.text(f"{self._group}/key"), self._preferences.text(f"{self._group}/name")

    @property
    def was_asked(self) -> bool:
        """Whether the clerk has been asked once, and answered or put it off."""
        return self._preferences.flag(f"{self._group}/asked", default=False)

    def note_asked(self) -> None:
        """Ask no more by ourselves."""
        self._preferences.remember(f"{self._group}/asked", value=True)

    def remember(self, key: str, name: str) -> None:
        """This person works here; both empty for the account alone."""
        self._preferences.remember(f"{self._group}/key", key)
        self._preferences.remember(f"{self._group}/name", name)
        self.note_asked()
