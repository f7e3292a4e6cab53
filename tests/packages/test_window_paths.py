"""Three machines work with what the window's screens call, at random, and come home in every order."""

import os
import shutil
from itertools import permutations
from pathlib import Path

import pytest

from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.domain.enterprises import Contact, Enterprise
from nscl_desktop.domain.inspections import DRAFT, Checklist, Visit
from nscl_desktop.domain.supports import Dossier, StagePaper, SupportKind
from nscl_desktop.exchange.package_file import Package
from nscl_desktop.office.package_room import PackageRoom
from nscl_desktop.storage.opening import open_store
from nscl_desktop.storage.package_records import PackageRecords
from nscl_desktop.storage.store import Store
from tests.inspections.sheets import book as inspected
from tests.packages.clerks import Clerk
from tests.packages.offices import WHO, RealOffice, conflicts_of, exported
from tests.small_plans import usual

STORIES = int(os.environ.get("NSCL_WINDOW_STORIES", "1"))
HERE, THERE = 12, 24


def filled(office: RealOffice) -> None:
    """A plan, an inspected unit with its check list, another list being drawn up, a dossier."""
    records = [*usual().budget().book.records(), *inspected().records()]
    records += [
        Enterprise(id="e2", name="Công ty cổ phần May Bình An"), Contact(id="k2", enterprise_id="e2", name="Bình"),
        Checklist(id="c2", name="Bảng đang lập", state=DRAFT), Visit(id="v2", enterprise_id="e2", checklist_id="c"),
        SupportKind(id="5s", code="5S", name="5S"), StagePaper(id="sp", stage="registered", name="Phiếu đăng ký"),
        Dossier(id="d1", enterprise_id="e", code="HS-01"), Dossier(id="d2", enterprise_id="e2", code="HS-02"),
    ]  # fmt: skip
    office.store.apply(ChangeSet("Dữ liệu ban đầu", tuple(map(inserted, records))), **WHO)


def outcome(store: Store) -> tuple[str, object, object]:
    """Data as JSON, open conflicts, and what waits."""
    merged = PackageRoom(store, **WHO).open_items()
    return exported(store), conflicts_of(merged), merged.waiting


def require_sound(store: Store) -> None:
    """No link leads to nothing."""
    with store.reading() as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert PackageRecords(connection).all_keys()


@pytest.mark.parametrize("story", range(STORIES))
def test_work_of_the_window_comes_home_alike_in_every_order(tmp_path: Path, story: int) -> None:
    office = RealOffice(tmp_path / "o")
    filled(office)
    machines = []
    for number in range(3):
        Clerk(office.store, 1000 * story + number).work(HERE // 3)
        machines.append(office.check_out(f"m{number}"))
    clerks = [Clerk(each.store, 1000 * story + 100 + number) for number, each in enumerate(machines)]
    for clerk in clerks:
        clerk.work(THERE)
    early = [each.returned() for each in machines]
    for clerk in clerks:
        clerk.work(THERE // 3)
    Clerk(office.store, 1000 * story + 200).work(HERE)
    late = [each.returned() for each in machines]
    office.store.close()
    for each in machines:
        each.store.close()
    assert min(clerk.done for clerk in clerks) > THERE // 3
    found = [came_home(tmp_path / "o" / "nscl.db", tmp_path / str(n), order, early, late)
             for n, order in enumerate(permutations(range(3)))]  # fmt: skip
    assert all(each == found[0] for each in found)


def came_home(
    data: Path, folder: Path, order: tuple[int, ...], early: list[Package], late: list[Package]
) -> tuple[str, object, object]:
    """The packages received in an order into a copy of the office's file; every reception can be taken back."""
    folder.mkdir()
    shutil.copy(data, folder / "nscl.db")
    store = open_store(folder / "nscl.db")
    room = PackageRoom(store, **WHO)
    for n, place in enumerate(order):
        package = early[place] if n == 1 else late[place]
        before = outcome(store) if order == (0, 1, 2) else None
        room.merge(package)
        if before:
            after = outcome(store)
            room.withdraw(package.check_out)
            assert outcome(store) == before
            room.merge(package)
            assert outcome(store) == after
    require_sound(store)
    room.merge(late[order[1]])
    room.merge(early[order[0]])
    found = outcome(store)
    store.close()
    return found
