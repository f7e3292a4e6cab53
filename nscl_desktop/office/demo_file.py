"""The demo year as a data file of its own: sample plans and the invented year; never among an office's own data."""

import uuid
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from nscl_desktop.demo.plan import CODE, YEAR
from nscl_desktop.demo.year import demo_steps
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import EnvironmentProblem, InputError
from nscl_desktop.domain.periodic_reports import HALF_YEAR
from nscl_desktop.domain.periodic_reports import YEAR as ANNUAL
from nscl_desktop.domain.records import derived_id, keys_in_order
from nscl_desktop.exchange.shipped_checklists import missing_checklists
from nscl_desktop.exchange.shipped_directory import missing_directory
from nscl_desktop.office.papers import samples
from nscl_desktop.paths import UserFolders
from nscl_desktop.services.adding_plans import add_plan
from nscl_desktop.services.package_views import Watch, unwatched
from nscl_desktop.services.periodic_reports import new_report, open_report, send
from nscl_desktop.storage.opening import open_store
from nscl_desktop.storage.report_drafting import draft
from nscl_desktop.storage.store import Store

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
            _report(store, watch)
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


def _report(store: Store, watch: Watch) -> None:
    """The half year's report, which was sent; the year's, with what January still paid."""
    plan = next(row for row in store.plan_rows() if row.code == CODE)
    with keys_in_order("demo year, reports"):
        for kind, cutoff, sent_on in ((HALF_YEAR, f"{YEAR}-06-30", f"{YEAR}-07-05"), (ANNUAL, f"{YEAR + 1}-01-31", "")):
            report = new_report(plan, kind, YEAR, YEAR, cutoff)
            with store.reading() as connection:
                drafted = draft(connection, report, watch)
            steps = [open_report(report, drafted)]
            if sent_on:
                steps.append(send(report, drafted, sent_on, WHO))
            for step in steps:
                store.apply(step, who=WHO, machine=MACHINE)


def _steps() -> list[ChangeSet]:
    book = Book()
    steps = [missing_directory(book)]
    book.apply(steps[0].changes)
    for sample in samples():
        steps.append(add_plan(sample.book, book.records(), (), words="Thêm kế hoạch mẫu"))
        book.apply(steps[-1].changes)
    return [*steps, *demo_steps(book.records(), missing_checklists(book))]
