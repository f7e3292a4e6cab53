"""Scenes of packages: work given, received with differences, decided, and an office handed over."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QDialog

from nscl_desktop.domain.changes import Change, ChangeSet, inserted, updated
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.office.package_desk import open_package, read_package_file, write_return
from nscl_desktop.office.package_room import PackageRoom
from nscl_desktop.storage.opening import open_store
from nscl_desktop.ui.packages.give_window import GiveWindow
from nscl_desktop.ui.packages.receive_window import ReceiveWindow
from tests.enterprises.full_unit import UNIT
from tests.enterprises.registers import unit, write
from tests.packages.offices import WHO
from tests.screens.stage import Stage

DialogT = TypeVar("DialogT", bound=QDialog)
_BACK = "Ket qua May 02.nsclgoi"
_LONG = "Tổ trưởng Tổ kiểm tra liên ngành số 2, Chi cục Tiêu chuẩn Đo lường Chất lượng tỉnh Tây Ninh"


def fill(data: Path) -> None:
    """Units of which some are out with a machine, whose results lie beside the file and differ from the office's."""
    store, units = open_store(data), [UNIT, *(unit(f"u{at}", f"Công ty Cơ khí {at}", phone="0") for at in range(6))]
    write(store, ChangeSet("Thêm", tuple(map(inserted, units))))
    out, machine_file = data.parent / "ra.nsclgoi", data.parent / "máy" / "nscl.db"
    machine_file.parent.mkdir()
    PackageRoom(store, **WHO).create("Máy 02", [("enterprise", each.id) for each in units], out)
    open_package(read_package_file(out), machine_file, **WHO)
    machine = open_store(machine_file)
    for side, number in ((machine, "0901 234 567"), (store, "0276 3 812 999")):
        write(side, ChangeSet("Sửa", _edits(units, number)))
    write(machine, ChangeSet("Sửa", (_edit(units[1], representative=_LONG), _edit(units[5], address=_LONG))))
    write_return(machine, data.parent / _BACK)
    machine.close()
    store.close()


def work_out_and_back(stage: Stage) -> Iterator[str]:
    """Giao việc, Nhận kết quả, Việc đã giao, Chỗ khác nhau, Bàn giao."""
    stage.until(stage.is_open)
    packages = stage.packages
    packages.give_work()
    yield "give-empty"
    packages.give_work()
    give = _front(stage, GiveWindow)
    give.machine.setCurrentText(_LONG)
    for _ in range(3):
        give.take.click()
    yield "give-chosen"
    packages.receive_files([stage.home / _BACK])
    yield "receive"
    packages.receive_files([stage.home / _BACK])
    window = _front(stage, ReceiveWindow)
    stage.until(window.verb.isEnabled)
    window.verb.click()
    stage.calm()
    yield "received"
    packages.show_check_outs()
    yield "given-out"
    packages.show_places()
    yield "places"
    stage.handovers.write.trigger()
    yield "handover"


def _edit(record: Enterprise, **fields: str) -> Change:
    made = updated(record, **fields)
    assert made is not None
    return made


def _edits(units: list[Enterprise], number: str) -> tuple[Change, ...]:
    return tuple(_edit(each, phone=number) for each in units[:4])


def _front(stage: Stage, kind: type[DialogT]) -> DialogT:
    stage.calm()
    return next(each for each in stage.window.findChildren(kind) if each.isVisible())
