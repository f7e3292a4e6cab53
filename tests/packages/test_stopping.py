"""Giving out, opening, returning and receiving can be stopped at every word: what was not done is not there at all."""

from pathlib import Path

from nscl_desktop.domain.changes import ChangeSet, inserted, updated
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.office.package_desk import open_package, read_package_file, write_return
from nscl_desktop.storage.opening import open_store
from tests.packages.offices import WHO, RealOffice

FIRM = Enterprise(id="e1", name="Công ty TNHH Một", tax_code="0100109106")


def test_work_can_be_stopped_at_every_word_and_leaves_everything_as_it_was(tmp_path: Path) -> None:
    office = RealOffice(tmp_path / "p")
    office.work(inserted(FIRM))
    stopped = 0
    while not stopped_at(stopped, office, tmp_path):
        stopped += 1
    assert stopped > 8


class Stop(Exception):  # noqa: N818 - the user's wish, not an error
    pass


def stopped_at(number: int, office: RealOffice, folder: Path) -> bool:
    """Give out, open, work, return and receive; stop at the n-th word; whether it came to an end."""
    said = 0

    def watch(_words: str) -> None:
        nonlocal said
        said += 1
        if said > number:
            raise Stop

    place = folder / str(number)
    place.mkdir()
    machine = None
    before = (office.store.last_seq(), len(office.room.check_outs()))
    try:
        office.room.create("m", [("enterprise", "e1")], place / "ra.nsclgoi", "", watch)
        before = (office.store.last_seq(), len(office.room.check_outs()))
        open_package(read_package_file(place / "ra.nsclgoi"), place / "m.db", **WHO, watch=watch)
        machine = open_store(place / "m.db")
        change = updated(FIRM, phone=str(number))
        assert change
        machine.apply(ChangeSet("Sửa", (change,)), **WHO)
        write_return(machine, place / "ve.nsclgoi", watch=watch)
        office.room.merge(read_package_file(place / "ve.nsclgoi"), watch=watch)
    except Stop:
        assert (office.store.last_seq(), len(office.room.check_outs())) == before
        made = {each.name.split("-")[0] for each in place.iterdir() if each.suffix in {".nsclgoi", ".db"}}
        assert not any(each.name.startswith(".") for each in place.iterdir())
        assert made <= {"ra.nsclgoi", "ve.nsclgoi", "m.db"}
        return False
    finally:
        if machine is not None:
            machine.close()
    return True
