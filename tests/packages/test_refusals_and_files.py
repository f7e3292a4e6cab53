"""Added records without their owner are refused; attached files go along; a settled conflict is not settled again."""

from pathlib import Path

import pytest

from nscl_desktop.domain.changes import inserted, updated
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.errors import InputError, UnreadableFileError
from nscl_desktop.domain.merging.proposals import EXISTENCE, Claim, Proposal
from nscl_desktop.domain.plans import Attachment, Plan
from nscl_desktop.office.package_attachments import keep_attachments
from nscl_desktop.services.package_refusals import sift
from nscl_desktop.storage.attachments import keep_file, read_kept
from tests.packages.offices import RealOffice, exported, work

FIRM = Enterprise(id="e1", name="Công ty TNHH Một")
KEY = ("contact", "k")


def test_an_added_record_that_belongs_to_nothing_is_refused_whole() -> None:
    claims = {(KEY, EXISTENCE): Claim("m", 2, value=True), (KEY, "name"): Claim("m", 2, "An")}
    kept, refused = sift(Proposal("m", 2, claims))
    assert kept.claims == {}
    assert [each.spot for each in refused] == [(KEY, EXISTENCE), (KEY, "name")]


def test_a_decision_ends_a_conflict_once(tmp_path: Path) -> None:
    office = RealOffice(tmp_path / "o")
    office.work(inserted(FIRM))
    machine = office.check_out("m")
    work(machine.store, updated(FIRM, phone="1"))
    office.work(updated(FIRM, phone="2"))
    office.room.merge(machine.returned())
    office.room.decide((("enterprise", "e1"), "phone"), "3")
    assert office.open_conflicts() == []
    assert '"phone":"3"' in exported(office.store)
    with pytest.raises(InputError, match="đã được quyết định"):
        office.room.decide((("enterprise", "e1"), "phone"), "4")


def test_attached_files_go_along_both_ways(tmp_path: Path) -> None:
    office = RealOffice(tmp_path / "o")
    source = tmp_path / "bản quét.pdf"
    source.write_bytes(b"%PDF-1.7 a")
    kept = keep_file(source, tmp_path / "o" / "attachments")
    plan = Plan(id="p", code="TN", title="Kế hoạch")
    office.work(inserted(plan), inserted(Attachment(id="a", plan_id="p", name=kept.name, sha256=kept.sha256)))
    machine = office.check_out("m")
    assert read_kept(kept.sha256, machine.folder / "attachments") == b"%PDF-1.7 a"
    source.write_bytes(b"%PDF-1.7 b")
    new = keep_file(source, machine.folder / "attachments")
    work(machine.store, inserted(Attachment(id="b", plan_id="p", name=new.name, sha256=new.sha256)))
    office.room.merge(machine.returned())
    assert read_kept(new.sha256, tmp_path / "o" / "attachments") == b"%PDF-1.7 b"


def test_a_program_does_not_come_in_as_an_attached_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="không nhận được"):
        keep_attachments({"x.pdf": b"MZ program"}, tmp_path / "attachments")
