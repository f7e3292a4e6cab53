"""A round over a real data file: its decision reaches the dossiers, and is undone whole after a restart."""

from datetime import UTC, datetime
from pathlib import Path

from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.domain.dossiers.whole import gather
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.selection import Candidate, SelectionRound
from nscl_desktop.domain.supports import Dossier, StageStep
from nscl_desktop.office.data_file import DataFile
from nscl_desktop.office.dossier_room import DossierRoom
from nscl_desktop.office.round_room import RoundRoom
from nscl_desktop.presenters.round_sheet import RoundSheet
from nscl_desktop.services import dossier_rounds as rounds
from tests.enterprises.registers import unit


def stored() -> list[Record]:
    """Two candidates: one with a dossier, one without, which the decision opens."""
    return [
        unit("u1", "An Phát"), unit("u2", "Bình Minh"),
        Dossier(id="d1", enterprise_id="u1", code="HS-01", title="Áp dụng 5S", year=2026),
        StageStep(id="s1", dossier_id="d1", stage="registered", done_on="2026-02-01"),
        StageStep(id="s2", dossier_id="d1", stage="approved", due_on="2026-05-01"),
        SelectionRound(id="r", name="Đợt 1", held_on="2026-04-15"),
        Candidate(id="c1", round_id="r", enterprise_id="u1", dossier_id="d1", result="chosen"),
        Candidate(id="c2", round_id="r", enterprise_id="u2", asked=70_000_000, result="chosen"),
    ]  # fmt: skip


def opened(folder: Path) -> DataFile:
    return DataFile(
        folder / "nscl.db", person="Trần Thị Thử", machine="MAY-01", to_main=lambda _: None,
        clock=lambda: datetime(2026, 4, 20, 8, tzinfo=UTC),
    )  # fmt: skip


def dossiers_in(data: DataFile) -> dict[str, tuple[str, int]]:
    """Day of approval and planned money of each dossier."""
    room = DossierRoom(data)
    wholes = gather(room.records([row.id for row in room.rows()]))
    return {
        whole.dossier.title: (whole.day_of("approved"), sum(part.amount or 0 for part in whole.money))
        for whole in wholes.values()
    }


def test_a_decision_is_undone_whole_after_a_restart(tmp_path: Path) -> None:
    data = opened(tmp_path)
    data.add(ChangeSet("Thêm", tuple(map(inserted, stored()))))
    sheet = RoundSheet(RoundRoom(data).read("r"))
    sheet.desk.perform(
        rounds.record_decision(
            sheet.selection, sheet.ranking(), sheet.opened.wholes, "Áp dụng Lean", "31/QĐ-SKHCN", "2026-04-20"
        )
    )
    assert dossiers_in(data) == {"Áp dụng 5S": ("2026-04-20", 0), "Áp dụng Lean": ("2026-04-20", 70_000_000)}
    assert data.close() == ()
    data = opened(tmp_path)
    room = RoundRoom(data)
    opened_again = room.read("r")
    assert [row.chosen for row in room.rows()] == [2]
    assert len(opened_again.wholes) == 2
    assert opened_again.desk.undo_stack.undo_words == "Ghi quyết định của Đợt 1"
    opened_again.desk.undo()
    assert dossiers_in(data) == {"Áp dụng 5S": ("", 0)}
    assert {type(each) for each in DossierRoom(data).records(["d1"])} == {Dossier, StageStep}
    assert room.read("r").selection == SelectionRound(id="r", name="Đợt 1", held_on="2026-04-15")
    assert [entry.words for entry in room.history("r")][:1] == ["Hoàn tác: Ghi quyết định của Đợt 1"]
    assert data.close() == ()
