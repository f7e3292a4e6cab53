"""Where the user's own files lie: the data file, its backups, the logs, forms of one's own."""

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs


@dataclass(frozen=True, slots=True)
class UserFolders:
    """The program's folder on this machine. Nothing is made here: whoever writes a file makes its folder."""

    root: Path

    @property
    def data_file(self) -> Path:
        """The data file that is opened when none is named."""
        return self.root / "nscl.db"

    @property
    def logs(self) -> Path:
        """Log files, for reports of faults."""
        return self.root / "logs"

    @property
    def forms(self) -> Path:
        """The user's own TOML forms."""
        return self.root / "forms"

    @property
    def templates(self) -> Path:
        """The user's own Word templates of daily papers."""
        return self.root / "templates"


def user_folders() -> UserFolders:
    """The folders of this user: what NSCL_HOME names (a portable copy, a test), else the machine's local data.

    Local and not roaming: Windows copies roaming folders over the network, where a data file does not survive.
    """
    home = os.environ.get("NSCL_HOME")
    if home:
        return UserFolders(Path(home).expanduser().absolute())
    return UserFolders(platformdirs.user_data_path("NSCL Desktop", appauthor=False, roaming=False))


def backups_of(data_file: Path) -> Path:
    """The folder of a data file's backups: beside it, so that both are found and moved together."""
    return data_file.parent / "backups"


def attachments_of(data_file: Path) -> Path:
    """The folder of the files attached to plans, such as scans, named by their content."""
    return data_file.parent / "attachments"
