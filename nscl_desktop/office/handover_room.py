"""Handover ("Bàn giao"): everything an office has, in one file, and opened again elsewhere (docs/adr/0020).

Data, attached files, own forms and templates, the window's settings. Nothing of what is opened replaces anything:
the data file must be a new one, and forms of the same name that differ are put beside those that are there.
"""

import shutil
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from nscl_desktop.domain.errors import Bug, EnvironmentProblem, InputError, UnreadableFileError
from nscl_desktop.exchange.handover_file import DATA, Handover, is_locked_handover, read_handover, write_handover
from nscl_desktop.office.package_reception import stamp_or_none
from nscl_desktop.office.register_file import PackageFile
from nscl_desktop.paths import UserFolders, attachments_of
from nscl_desktop.services.handover_views import HandoverView
from nscl_desktop.services.package_views import Watch, unwatched
from nscl_desktop.storage.attachments import keep_file
from nscl_desktop.storage.backups import copy_whole
from nscl_desktop.storage.journal import to_stamp
from nscl_desktop.storage.opening import open_store
from nscl_desktop.storage.store import utc_now

SETTINGS = "window.ini"
BESIDE = ".ban-giao"
"""Ending of a form or template that differs from the one that is there; it is not used until it is renamed."""
_OWN = ("forms", "templates")


def create_handover(
    data: Path, target: Path, folders: UserFolders, signature: tuple[str, str], passphrase: str = "",
    watch: Watch = unwatched,
) -> HandoverView:  # fmt: skip
    """Write everything into one file, which appears when it is whole; the data file may be open meanwhile."""
    unfinished = target.with_name(f".{target.name}.{uuid.uuid4().hex}")
    at, (who, machine) = to_stamp(utc_now()), signature
    try:
        with tempfile.TemporaryDirectory(prefix="nscl-") as scratch:
            watch("Đang chép tệp dữ liệu")
            copy = Path(scratch) / DATA
            copy_whole(data, copy)
            files = {DATA: copy, **_files(data, folders)}
            with unfinished.open("wb") as written:
                write_handover(written, {"who": who, "machine": machine, "at": at}, files, passphrase, watch)
            sizes = {name: path.stat().st_size for name, path in files.items()}
        watch("Đang kết thúc")
        unfinished.replace(target)
    except OSError as error:
        raise EnvironmentProblem(
            f"Không ghi được tệp bàn giao “{target}”: ổ đĩa đã đầy, đã bị rút ra hoặc thư mục không cho ghi."
        ) from error
    finally:
        with suppress(OSError):
            unfinished.unlink()
    return _view(Handover(sizes, who, machine, at, ""))


def _files(data: Path, folders: UserFolders) -> dict[str, Path]:
    """Names in the handover → files on this machine."""
    found = {f"attachments/{path.name}": path for path in _in(attachments_of(data))}
    for kind, folder in zip(_OWN, (folders.forms, folders.templates), strict=True):
        found |= {f"{kind}/{path.name}": path for path in _in(folder) if not path.name.startswith("~$")}
    settings = folders.root / SETTINGS
    return {**found, SETTINGS: settings} if settings.is_file() else found


def _in(folder: Path) -> list[Path]:
    files = folder.iterdir() if folder.is_dir() else ()
    return sorted(path for path in files if path.is_file() and not path.name.startswith("."))


def is_locked(source: Path) -> bool:
    """Whether a handover needs a passphrase."""
    _require_readable(source)
    return is_locked_handover(source)


def look_into_handover(source: Path, passphrase: str = "", watch: Watch = unwatched) -> HandoverView:
    """Prove a handover and tell what it holds; nothing is kept."""
    _require_readable(source)
    with tempfile.TemporaryDirectory(prefix="nscl-") as scratch:
        return _view(_proved(source, Path(scratch), passphrase, watch))


def open_handover(
    source: Path, data: Path, folders: UserFolders, passphrase: str = "", watch: Watch = unwatched
) -> HandoverView:
    """Make a new data file of a handover, with its attached files, forms and templates; all of it is proved first.

    Settings are taken only where this machine has none. Raises UnreadableFileError for what is damaged or newer.
    """
    _require_readable(source)
    if data.exists():
        raise InputError(f"Đã có tệp “{data}”; hãy chọn tên khác cho tệp dữ liệu nhận bàn giao.")
    try:
        data.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".nscl-", dir=data.parent) as scratch:
            folder = Path(scratch)
            found = _proved(source, folder, passphrase, watch)
            watch("Đang đặt các tệp vào chỗ")
            _keep(_in(folder / "attachments"), attachments_of(data))
            beside = [name for kind in _OWN for name in _put(folder / kind, folders.root / kind)]
            if (folder / SETTINGS).is_file() and not (folders.root / SETTINGS).exists():
                folders.root.mkdir(parents=True, exist_ok=True)
                shutil.copy2(folder / SETTINGS, folders.root / SETTINGS)
            (folder / DATA).rename(data)
    except OSError as error:
        raise EnvironmentProblem(
            f"Không đặt được dữ liệu bàn giao vào “{data.parent}”: ổ đĩa đã đầy hoặc thư mục không cho ghi."
        ) from error
    return _view(found, tuple(beside))


def _proved(source: Path, folder: Path, passphrase: str, watch: Watch) -> Handover:
    """Unpack into a folder of its own, and let the data file open and prove itself."""
    found = read_handover(source, folder, passphrase, watch)
    watch("Đang mở thử tệp dữ liệu")
    copy_whole(folder / DATA, folder / "proved.db")
    (folder / "proved.db").unlink()
    open_store(folder / DATA, create=False, backups=folder / "backups").close()
    return found


def _keep(files: list[Path], folder: Path) -> None:
    for path in files:
        try:
            keep_file(path, folder)
        except InputError as error:
            raise UnreadableFileError(f"Tệp đính kèm trong tệp bàn giao không nhận được: {error.sentence}") from error


def _put(source: Path, target: Path) -> Iterator[str]:
    """Copy files into a folder; the names of those that were put beside a different one."""
    for path in _in(source):
        target.mkdir(parents=True, exist_ok=True)
        there = target / path.name
        if there.exists() and there.read_bytes() != path.read_bytes():
            there = target / f"{path.name}{BESIDE}"
            yield path.name
        shutil.copy2(path, there)


def _require_readable(source: Path) -> None:
    try:
        source.open("rb").close()
    except OSError as error:
        raise UnreadableFileError(f"Không đọc được tệp “{source}”; hãy kiểm tra lại tên và quyền đọc.") from error


def _view(handover: Handover, beside: tuple[str, ...] = ()) -> HandoverView:
    def number(folder: str) -> int:
        return sum(name.startswith(f"{folder}/") for name in handover.files)

    return HandoverView(
        handover.who, handover.machine, stamp_or_none(handover.at), handover.program, sum(handover.files.values()),
        number("attachments"), number("forms"), number("templates"), beside=beside,
    )  # fmt: skip


class HandoverRoom:
    """Handovers for the window, over its open data file, as ``presenters.package_office.Handovers`` says."""

    def __init__(self, data: PackageFile, folders: UserFolders) -> None:
        self._data, self._folders = data, folders

    def is_locked(self, source: Path) -> bool:
        """Whether a handover needs a passphrase."""
        return is_locked(source)

    def write(self, target: Path, passphrase: str = "", watch: Watch = unwatched) -> HandoverView:
        """Write everything into one file."""
        path = self._data.registers(settled=True).path
        if path is None:
            raise Bug("Dữ liệu trong bộ nhớ không bàn giao được.")
        return create_handover(path, target, self._folders, self._data.signature, passphrase, watch)

    def look(self, source: Path, passphrase: str = "", watch: Watch = unwatched) -> HandoverView:
        """What a handover holds; all of it is proved."""
        return look_into_handover(source, passphrase, watch)

    def open(self, source: Path, data: Path, passphrase: str = "", watch: Watch = unwatched) -> HandoverView:
        """Make a new data file of it."""
        return open_handover(source, data, self._folders, passphrase, watch)

    def demo_year(self, watch: Watch = unwatched) -> Path:
        """The demo year's data file, made if it is not there."""
        from nscl_desktop.office.demo_file import demo_place, write_demo_file  # wanted for this alone

        target = demo_place(self._folders)
        if not target.exists():
            write_demo_file(target, watch)
        return target
