"""The demo year as a data file of its own: sample plans and the invented year; never among an office's own data."""

import uuid
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from nscl_desktop.demo.year import demo_steps
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import EnvironmentProblem, InputError
from nscl_desktop.domain.records import derived_id
from nscl_desktop.exchange.shipped_checklists import missing_checklists
from nscl_desktop.exchange.shipped_directory import missing_directory
from nscl_desktop.office.papers import samples
from nscl_desktop.paths import UserFolders
from nscl_desktop.services.adding_plans import add_plan
from nscl_desktop.services.package_views import Watch, unwatched
from nscl_desktop.storage.opening import open_store

WHO, MACHINE = "Người dùng năm mẫu", "Năm mẫu"
_MADE = datetime(2022, 5, 4, 8, tzinfo=UTC)
"""The moment that the journal notes, always the same."""


def demo_place(folders: UserFolders) -> Path:
    """Where the window keeps its demo year: a folder of its own beside the data of this machine."""
    return folders.root / "Nam mau" / "Nam mau.db"


def write_demo_file(target: Path, watch: Watch = unwatched) -> None:
    """Make the data file, which appears when it is whole; two runs make the same records with the same history.

    InputError where a file is there already: it is never replaced or added to.
    """
    if target.exists():
        raise InputError(f"Đã có tệp “{target}”; năm mẫu chỉ ghi vào tệp mới, hãy chọn tên khác.")
    unfinished = target.with_name(f".{target.name}.{uuid.uuid4().hex}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        store = open_store(unfinished, clock=lambda: _MADE)
        try:
            watch("Đang dựng năm mẫu")
            for number, step in enumerate(_steps(), start=1):
                watch(step.words)
                key = derived_id("change_set", "demo year", number)
                store.apply(replace(step, id=key), who=WHO, machine=MACHINE)
        finally:
            store.close()
        unfinished.rename(target)
    except OSError as error:
        raise EnvironmentProblem(
            f"Không ghi được năm mẫu vào “{target}”: ổ đĩa đã đầy hoặc thư mục không cho ghi; hãy chọn chỗ khác."
        ) from error
    finally:
        with suppress(OSError):
            unfinished.unlink()


def _steps() -> list[ChangeSet]:
    book = Book()
    steps = [missing_directory(book)]
    book.apply(steps[0].changes)
    for sample in samples():
        steps.append(add_plan(sample.book, book.records(), (), words="Thêm kế hoạch mẫu"))
        book.apply(steps[-1].changes)
    return [*steps, *demo_steps(book.records(), missing_checklists(book))]
