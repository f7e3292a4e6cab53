"""Where a data file must not lie: the write-ahead log breaks on network shares, and a service that synchronises a
folder copies half of a file at a moment of its own choosing.
"""

import ctypes
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath

from nscl_desktop.domain.errors import EnvironmentProblem

# Folders as the programs of these services name them, in small letters; more may follow after a space:
# "OneDrive - UBND tỉnh", "Dropbox (Cá nhân)", "Zalo Received Files".
_SERVICES = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "drive của tôi": "Google Drive",
    "icloud": "iCloud",
    "iclouddrive": "iCloud",
    "zalo": "Zalo",
}
_NETWORK_TYPES = {
    "afs", "cifs", "davfs", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.sshfs", "ncpfs", "nfs", "nfs4",
    "smb3", "smbfs",
}  # fmt: skip
_DRIVE_REMOTE = 4  # GetDriveTypeW


def require_safe_place(path: Path) -> None:
    """Raise EnvironmentProblem for a place in which the data file would come to harm; nothing is written."""
    place = path.expanduser().resolve()
    mounts = told_mounts(Path("/proc/mounts"))
    if is_on_network(place, mounts) or _is_remote_drive(place):
        raise EnvironmentProblem(
            f"“{path}” nằm trên ổ mạng, nơi tệp dữ liệu có thể hỏng; hãy để tệp trên ổ đĩa của máy này."
        )
    service = synchronising_service(place, os.environ)
    if service:
        raise EnvironmentProblem(
            f"“{path}” nằm trong thư mục của {service}, nơi tệp dữ liệu có thể hỏng khi đồng bộ; "
            "hãy để tệp ở thư mục khác trên máy này."
        )


def synchronising_service(place: PurePath, environment: Mapping[str, str]) -> str | None:
    """Name of the service that keeps this place in step with a server, told by its folders' names."""
    for variable in ("OneDrive", "OneDriveConsumer", "OneDriveCommercial"):  # set by Windows
        folder = environment.get(variable)
        if folder and place.is_relative_to(folder):
            return "OneDrive"
    for part in place.parent.parts:
        name = part.casefold()
        for known, service in _SERVICES.items():
            if name == known or name.startswith(f"{known} "):
                return service
    return None


def is_on_network(place: PurePath, mounts: Iterable[tuple[str, str]]) -> bool:
    r"""Whether the place is a UNC path (\\server\share) or below a network mount, of (mount point, type) pairs."""
    if str(place).startswith(("\\\\", "//")):
        return True
    above = [(len(point), kind) for point, kind in mounts if place.is_relative_to(point)]
    # The later of two mounts on one point hides the earlier, and the longest point is the nearest.
    nearest = max(range(len(above)), key=lambda n: (above[n][0], n), default=None)
    return nearest is not None and above[nearest][1] in _NETWORK_TYPES


def told_mounts(table: Path) -> list[tuple[str, str]]:
    """Mount points with their types, as Linux lists them in /proc/mounts; other systems have no such file."""
    try:
        text = table.read_text("utf-8", "surrogateescape")
    except OSError:
        return []
    fields = [line.split(" ") for line in text.splitlines()]
    return [(point.replace(r"\040", " "), kind) for _, point, kind, *_ in fields]


def _is_remote_drive(place: Path) -> bool:
    if sys.platform == "win32":
        return bool(ctypes.windll.kernel32.GetDriveTypeW(place.anchor) == _DRIVE_REMOTE)
    return False
