"""Everything an office has in forms that other programs read: the SQLite file, one workbook, the attached files.

The copy of the data file is one moment, and the workbook is written from that copy. Data file and attachments lie as
the program itself has them, so the folder can be opened again. Unlike a handover, nothing of it is locked or proved.
"""

import shutil
import tempfile
import uuid
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from nscl_desktop.domain.errors import Bug, EnvironmentProblem, InputError
from nscl_desktop.domain.fields import Kind
from nscl_desktop.domain.records import Record, values_of
from nscl_desktop.domain.registry import RECORD_TYPES
from nscl_desktop.office.register_file import RegisterFile
from nscl_desktop.paths import attachments_of
from nscl_desktop.reports.whole_workbook import WholeSheet, write_whole_workbook
from nscl_desktop.services.package_views import Watch, unwatched
from nscl_desktop.services.record_titles import name_of
from nscl_desktop.services.whole_export import Cell, cells, headings, sheet_name, targets
from nscl_desktop.storage.attachments import kept_names
from nscl_desktop.storage.backups import copy_whole
from nscl_desktop.storage.opening import open_store
from nscl_desktop.storage.rows import read_records
from nscl_desktop.storage.soundness import row_counts
from nscl_desktop.storage.store import Store

DATA, WORKBOOK, ATTACHMENTS = "nscl.db", "So lieu.xlsx", "attachments"
INDEX = "Mục lục"


class Exported(NamedTuple):
    """What was written: records of all kinds, kinds that have any, attached files."""

    records: int
    kinds: int
    files: int

    @property
    def words(self) -> str:
        """For the user."""
        return f"{self.records} bản ghi của {self.kinds} loại, {self.files} tệp đính kèm"


def export_all(data: Path, target: Path, watch: Watch = unwatched) -> Exported:
    """Write all of it into a zip, or into a new folder where ``target`` does not end in ".zip".

    It appears when it is whole; what ``watch`` raises stops it with nothing left behind. The data file may be open.
    """
    is_zip = target.suffix.casefold() == ".zip"
    if not is_zip and target.exists() and (target.is_file() or any(target.iterdir())):
        raise InputError(f"Thư mục “{target}” đã có dữ liệu; hãy chọn thư mục mới hoặc thư mục trống.")
    unfinished = target.with_name(f".{target.name}.{uuid.uuid4().hex}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="nscl-") as scratch:
            found = _prepared(data, Path(scratch), watch)
            files = {name: Path(scratch) / name for name in (DATA, WORKBOOK)}
            kept = attachments_of(data)
            files |= {f"{ATTACHMENTS}/{name}": kept / name for name in sorted(kept_names(kept))}
            (_zipped if is_zip else _copied)(files, unfinished, watch)
        watch("Đang kết thúc")
        if not is_zip and target.exists():
            target.rmdir()
        unfinished.replace(target)
    except OSError as error:
        raise EnvironmentProblem(
            f"Không ghi được vào “{target}”: ổ đĩa đã đầy, đã bị rút ra hoặc thư mục không cho ghi."
        ) from error
    finally:
        _remove(unfinished)
    return found._replace(files=len(files) - 2)


def _remove(path: Path) -> None:
    """What is left of an export that was stopped."""
    with suppress(OSError):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def _prepared(data: Path, folder: Path, watch: Watch) -> Exported:
    watch("Đang chép tệp dữ liệu")
    copy_whole(data, folder / DATA)
    store = open_store(folder / DATA, create=False, backups=folder / "backups")
    try:
        counts = write_whole_workbook(folder / WORKBOOK, _sheets(store), INDEX, watch)
    finally:
        store.close()
    return Exported(sum(counts.values()), sum(map(bool, counts.values())), 0)


def _sheets(store: Store) -> Iterator[WholeSheet]:
    taken = {INDEX}
    with store.reading() as connection:
        counts = row_counts(connection)
        known: dict[str, dict[tuple[str, str], str]] = {}

        def names_of(entity: str) -> dict[tuple[str, str], str]:
            if entity not in known:
                kind = next(kind for kind in RECORD_TYPES if kind.entity == entity)
                known[entity] = {(entity, each.id): name_of(values_of(each)) for each in read_records(connection, kind)}
            return known[entity]

        def rows(kind: type[Record]) -> Iterator[list[Cell]]:
            names = {key: name for entity in targets(kind) for key, name in names_of(entity).items()}
            return (cells(record, names) for record in read_records(connection, kind))

        for kind in RECORD_TYPES:
            name, columns = sheet_name(kind, taken), headings(kind)
            taken.add(name)
            money = frozenset(at for at, column in enumerate(columns) if column.kind is Kind.MONEY)
            yield WholeSheet(name, [column.text for column in columns], money, counts[kind.entity], rows(kind))


def _zipped(files: dict[str, Path], target: Path, watch: Watch) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for at, (name, path) in enumerate(files.items(), start=1):
            watch(f"Đang ghi tệp {at}/{len(files)}")
            is_packed = name.startswith(ATTACHMENTS) or name == WORKBOOK
            archive.write(path, name, zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED)


def _copied(files: dict[str, Path], target: Path, watch: Watch) -> None:
    for at, (name, path) in enumerate(files.items(), start=1):
        watch(f"Đang chép tệp {at}/{len(files)}")
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)


class ExportRoom:
    """The same for the window, over its open data file."""

    def __init__(self, data: RegisterFile) -> None:
        self._data = data

    def write(self, target: Path, watch: Watch = unwatched) -> str:
        """Write everything; what was written, in words."""
        path = self._data.registers(settled=True).path
        if path is None:
            raise Bug("Dữ liệu trong bộ nhớ không xuất được.")
        return export_all(path, target, watch).words
