"""Places in which a data file would come to harm are told by their names and mounts."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from nscl_desktop.domain.errors import EnvironmentProblem
from nscl_desktop.storage.opening import open_store
from nscl_desktop.storage.safe_places import is_on_network, synchronising_service, told_mounts

MOUNTS = [
    ("/", "ext4"),
    ("/mnt/so", "cifs"),
    ("/mnt/so/ban-sao", "ext4"),
    ("/home/be", "nfs4"),
    ("/media/usb", "vfat"),
    ("/srv", "nfs"),
    ("/srv", "ext4"),
]


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        (r"C:\Users\Anh\OneDrive\Kế hoạch", "OneDrive"),
        (r"C:\Users\Anh\OneDrive - UBND tỉnh\2021", "OneDrive"),
        (r"D:\Dropbox (Cá nhân)", "Dropbox"),
        (r"G:\My Drive\2021", "Google Drive"),
        (r"C:\Users\Anh\Google Drive", "Google Drive"),
        (r"C:\Users\Anh\iCloudDrive", "iCloud"),
        (r"C:\Users\Anh\Documents\Zalo Received Files", "Zalo"),
        (r"C:\Users\Anh\AppData\Local\NSCL Desktop", None),
        (r"D:\Kế hoạch\Dropboxing", None),
        (r"D:\Hướng dẫn onedrive", None),
    ],
)
def test_folders_of_synchronising_services_are_known_by_name(folder: str, service: str | None) -> None:
    assert synchronising_service(PureWindowsPath(folder) / "nscl.db", {}) == service


def test_a_file_of_that_name_is_no_such_folder() -> None:
    assert synchronising_service(PurePosixPath("/home/anh/Dropbox"), {}) is None


def test_windows_itself_says_where_onedrive_lies() -> None:
    place = PureWindowsPath(r"D:\Tài liệu\nscl.db")
    assert synchronising_service(place, {"OneDriveCommercial": r"D:\Tài liệu"}) == "OneDrive"
    assert synchronising_service(place, {"OneDrive": "", "OneDriveConsumer": r"E:\Khác"}) is None


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("/mnt/so/nscl.db", True),
        ("/mnt/so/ban-sao/nscl.db", False),
        ("/home/be/nscl.db", True),
        ("/home/ben/nscl.db", False),
        ("/media/usb/nscl.db", False),
        ("/srv/nscl.db", False),
    ],
)
def test_network_mounts_are_known_by_the_nearest_mount(place: str, expected: bool) -> None:
    assert is_on_network(PurePosixPath(place), MOUNTS) is expected


def test_windows_shares_are_known_by_their_form() -> None:
    assert is_on_network(PureWindowsPath(r"\\MAYCHU\chung\nscl.db"), [])
    assert not is_on_network(PureWindowsPath(r"C:\chung\nscl.db"), [])


def test_mounts_are_told_as_linux_writes_them_with_their_blanks(tmp_path: Path) -> None:
    """As in proc(5), /proc/mounts: source, point, type, options and two numbers; a blank is written \\040."""
    table = tmp_path / "mounts"
    table.write_text("//may-chu/so /mnt/Sở\\040KH cifs rw,relatime 0 0\n/dev/sda1 / ext4 rw 0 0\n", "utf-8")
    assert told_mounts(table) == [("/mnt/Sở KH", "cifs"), ("/", "ext4")]


def test_a_machine_that_tells_no_mounts_has_none(tmp_path: Path) -> None:
    assert told_mounts(tmp_path / "mounts") == []


def test_a_data_file_is_not_made_in_such_a_place(tmp_path: Path) -> None:
    path = tmp_path / "OneDrive" / "nscl.db"
    with pytest.raises(EnvironmentProblem, match="thư mục của OneDrive"):
        open_store(path)
    assert not path.parent.exists()
