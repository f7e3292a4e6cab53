"""A stick pulled out, or full, half-way through writing: what was there stays, nothing half-written is left."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest

from nscl_desktop.domain.attached_files import EnterpriseFile
from nscl_desktop.domain.changes import inserted, updated
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.errors import EnvironmentProblem
from nscl_desktop.office.handover_room import create_handover
from nscl_desktop.office.package_desk import write_return
from nscl_desktop.paths import UserFolders
from tests.packages.offices import RealOffice, work

if sys.platform == "win32":
    pytest.skip("Windows has no limit on the size of a file", allow_module_level=True)

import resource

SCAN = b"%PDF-1.7 " + Random(1).randbytes(3_000_000)
FIRM = Enterprise(id="e1", name="Công ty TNHH Một")


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Within the block no file grows beyond so many bytes: writing fails in the middle of a larger one."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("passphrase", ["", "mật khẩu của gói"], ids=["open", "locked"])
def test_a_write_that_fails_half_way_leaves_what_was_there(tmp_path: Path, passphrase: str) -> None:
    office, stick = RealOffice(tmp_path / "o"), tmp_path / "usb"
    stick.mkdir()
    digest = sha256(SCAN).hexdigest()
    (office.folder / "attachments").mkdir()
    (office.folder / "attachments" / f"{digest}.pdf").write_bytes(SCAN)
    office.work(inserted(FIRM), inserted(EnterpriseFile(id="f", enterprise_id="e1", sha256=digest)))
    machine = office.check_out("m")
    work(machine.store, updated(FIRM, phone="1"), inserted(EnterpriseFile(id="g", enterprise_id="e1", sha256=digest)))
    target = stick / "x"
    target.write_bytes(b"as it was")
    with room_for(1_500_000):
        with pytest.raises(EnvironmentProblem):
            office.room.create("n", [("enterprise", "e1")], target, passphrase)
        with pytest.raises(EnvironmentProblem):
            write_return(machine.store, target, passphrase)
        with pytest.raises(EnvironmentProblem):
            create_handover(office.folder / "nscl.db", target, UserFolders(tmp_path / "u"), ("a", "b"), passphrase)
    assert [(each.name, each.read_bytes()) for each in stick.iterdir()] == [("x", b"as it was")]
    assert [each.machine for each in office.room.check_outs()] == ["m"]
    office.room.create("n", [("enterprise", "e1")], target, passphrase)
    assert target.stat().st_size > len(SCAN)
