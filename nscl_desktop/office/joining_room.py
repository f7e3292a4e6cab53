"""Bringing in another office's data file, or a colleague's older copy: units by choice, one step, after a copy."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.errors import InputError, UnreadableFileError
from nscl_desktop.domain.merging.shape import shape_of
from nscl_desktop.domain.registry import RECORD_TYPES
from nscl_desktop.office.copy_aside import CopyAside
from nscl_desktop.office.last_step import last_step
from nscl_desktop.office.register_file import PackageFile
from nscl_desktop.paths import attachments_of
from nscl_desktop.services.enterprises import REGISTER
from nscl_desktop.services.joining import WORDS, ForeignUnit, Joined, foreign_units, take_over
from nscl_desktop.services.package_views import Watch, unwatched
from nscl_desktop.storage.attachments import file_of, keep_file
from nscl_desktop.storage.backups import copy_whole
from nscl_desktop.storage.header import require_ours
from nscl_desktop.storage.opening import open_store
from nscl_desktop.storage.package_records import PackageRecords
from nscl_desktop.storage.packages import File, file_id
from nscl_desktop.storage.rows import read_records
from nscl_desktop.storage.store import Store


@dataclass(frozen=True, slots=True)
class OtherFile:
    """The other file, opened as a copy, so that it stays as it is even if it is older than this program."""

    store: Store
    origin: str
    path: Path


class JoiningRoom:
    """Over the open data file; ``who`` and machine are those of its steps."""

    def __init__(self, data: PackageFile) -> None:
        self._data = data

    def units(self, path: Path, watch: Watch = unwatched) -> list[ForeignUnit]:
        """The units of another file, which of ours they may be, and what is proposed. Aside."""
        store = self._data.registers(settled=True)
        with opened_other(path, store.path, watch) as other:
            return foreign_units_of(other, store, watch)

    def take_over(
        self, path: Path, choice: Mapping[str, str], *, dry_run: bool = False, watch: Watch = unwatched
    ) -> Joined:
        """Take over units as chosen (services.joining); ``dry_run`` only tells. Aside; every screen reads anew."""
        with self._data.alone() as store, opened_other(path, store.path, watch) as other:
            return join_files(other, store, choice, self._data.signature, dry_run=dry_run, watch=watch)

    def last(self) -> ChangeSet | None:
        """The last step that took units over and was not taken back. Aside."""
        return last_step(self._data.registers(settled=True), REGISTER, WORDS)


def join_files(
    other: OtherFile,
    store: Store,
    choice: Mapping[str, str] | None,
    signature: tuple[str, str],
    *,
    dry_run: bool,
    watch: Watch = unwatched,
) -> Joined:
    """One step that takes over units, after a proved copy of the data file; None takes what is proposed."""
    proposals = {each.unit.id: each.proposal for each in foreign_units_of(other, store, watch)}
    watch("Đang gom dữ liệu")
    with store.reading() as here, other.store.reading() as there:
        joined = take_over(
            PackageRecords(there), PackageRecords(here), other.origin,
            proposals if choice is None else choice, proposals, shape_of(RECORD_TYPES),
        )  # fmt: skip
    if dry_run or not joined.step:
        return joined
    with CopyAside(store.path) as copy:
        for digest in sorted(joined.files):
            source = file_of(digest, attachments_of(other.path))
            if source and store.path:
                keep_file(source, attachments_of(store.path))
        copy.require()
        watch("Đang ghi vào tệp dữ liệu")  # the last moment at which nothing has happened yet
        store.apply(joined.step, who=signature[0], machine=signature[1])
    return joined


def foreign_units_of(other: OtherFile, store: Store, watch: Watch = unwatched) -> list[ForeignUnit]:
    """The units of another file against those of ours."""
    watch("Đang tìm đơn vị trùng")
    with store.reading() as here, other.store.reading() as there:
        return foreign_units(_all(there), {each.id: each for each in _all(here)}, other.origin)


def _all(connection: File) -> Iterator[Enterprise]:
    return (each for each in read_records(connection, Enterprise) if isinstance(each, Enterprise))


@contextmanager
def opened_other(path: Path, own: Path | None, watch: Watch = unwatched) -> Iterator[OtherFile]:
    """Another data file, read from a copy; InputError for our own, UnreadableFileError for what is no data file."""
    if not path.is_file():
        raise UnreadableFileError(f"Không đọc được tệp “{path}”; hãy kiểm tra lại tên và quyền đọc.")
    if own and own.exists() and path.samefile(own):
        raise InputError("Đây là chính tệp dữ liệu đang mở; hãy chọn tệp dữ liệu của nơi khác.")
    require_ours(path)
    watch("Đang chép tệp của nơi khác để đọc")
    with tempfile.TemporaryDirectory(prefix="nscl-") as scratch:
        copy = Path(scratch) / "nscl.db"
        copy_whole(path, copy)
        store = open_store(copy, create=False)
        try:
            with store.reading() as connection:
                origin = file_id(connection)
            yield OtherFile(store, origin, path)
        finally:
            store.close()
