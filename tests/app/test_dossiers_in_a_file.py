"""Dossiers in a real data file: read with what they are held against, saved step by step, undone after a restart."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.domain.contracts import Payment
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.supports import Dossier, DossierItem, DossierMoney, SupportKind
from nscl_desktop.exchange.plan_json import read_plan
from nscl_desktop.office.data_file import DataFile
from nscl_desktop.office.dossier_room import DossierRoom
from nscl_desktop.presenters.dossier_money import lines_left, money_cells
from nscl_desktop.resource_files import resource_path
from nscl_desktop.services.dossier_life import open_dossier
from nscl_desktop.services.dossier_parts import add_part, set_dossier


def at_once(call: Callable[[], None]) -> None:
    call()


def opened(folder: Path) -> DataFile:
    return DataFile(folder / "nscl.db", person="Hà", machine="MAY-01", to_main=at_once, clock=lambda: datetime.now(UTC))


def money(owner: str, line_id: str, amount: int) -> DossierMoney:
    return DossierMoney(
        id=f"{owner}/m", dossier_id=owner, position="a0", line_id=line_id, year=2021, source="NSNN", amount=amount
    )


@pytest.fixture
def plan() -> list[Record]:
    return list(read_plan(resource_path("samples", "TN-2021.json").read_text("utf-8")).records())


def test_a_dossier_is_held_against_those_of_its_lines_unit_and_chain(tmp_path: Path, plan: list[Record]) -> None:
    data = opened(tmp_path)
    plan_id = next(each.id for each in plan if isinstance(each, Plan))
    line, other = [each for each in plan if isinstance(each, Line) and each.unit in ("HT", "CC")]
    units = [Enterprise(id=key, name=key) for key in ("u1", "u2")]
    dossiers = [
        Dossier(id="own", enterprise_id="u1", title="5S", plan_id=plan_id, carried_from="older"),
        Dossier(id="older", enterprise_id="u2", title="5S", carried_from="oldest"),
        Dossier(id="oldest", enterprise_id="u2", title="5S"),
        Dossier(id="same line", enterprise_id="u2", title="5S"),
        Dossier(id="paid", enterprise_id="u2", title="5S"),
        Dossier(id="other line", enterprise_id="u2", title="5S", plan_id=plan_id),
        Dossier(id="same unit", enterprise_id="u1", title="5S"),
        Dossier(id="instead", enterprise_id="u2", title="5S", replaces="own"),
    ]
    parts = [
        money("own", line.id, 50_000_000), money("same line", line.id, 30_000_000), money("other line", other.id, 7),
        Payment(id="p", dossier_id="paid", line_id=line.id, amount=1),
    ]  # fmt: skip
    data.add(ChangeSet("Thêm", tuple(map(inserted, [*plan, *units, *dossiers, *parts]))))
    room = DossierRoom(data)
    found = room.read("own")
    assert set(found.others) == {"older", "oldest", "same line", "paid", "same unit", "instead"}
    assert room.others("own") == found.others
    assert room.others("nobody") == {}
    (cell,) = money_cells(found)
    assert (cell.planned, cell.left) == (50_000_000, 220_000_000)
    left = {each.line_id: each.money for each in lines_left(room.use_of(plan_id), {})}
    assert (left[line.id], left[other.id]) == ("220.000.000", "279.999.993")
    assert room.pointing("own") == {"hồ sơ hỗ trợ": 1}
    assert [row.id for row in room.plans()] == [plan_id]
    data.close()


def test_what_was_done_to_a_dossier_is_undone_after_a_restart(tmp_path: Path) -> None:
    data = opened(tmp_path)
    kind = SupportKind(id="k", code="5S", name="5S", unit="công cụ")
    data.add(ChangeSet("Thêm", (inserted(Enterprise(id="u", name="Đơn vị")), inserted(kind))))
    step = open_dossier("2022-01-05", [kind], enterprise_id="u", title="Áp dụng 5S", code="HT-1")
    room = DossierRoom(data)
    room.add(step)
    found = room.read(step.scope)
    found.desk.perform(set_dossier(found.whole, person="Lan"))
    found.desk.perform(add_part(found.whole, DossierItem, kind_id="k", quantity=Decimal(2)))
    data.close()

    again = opened(tmp_path)
    room = DossierRoom(again)
    found = room.read(step.scope)
    assert found.whole.dossier.person == "Lan"
    assert len(found.whole.items) == 2
    found.desk.undo()
    found.desk.undo()
    assert found.desk.undo() is None
    (row,) = room.rows()
    assert (row.code, row.person, row.stage) == ("HT-1", "", "registered")
    assert {entry.who for entry in room.history(step.scope)} == {"Hà"}
    again.close()


def test_what_is_gone_is_said(tmp_path: Path) -> None:
    data = opened(tmp_path)
    room = DossierRoom(data)
    with pytest.raises(InputError, match="Không còn hồ sơ hỗ trợ này"):
        room.read("nobody")
    with pytest.raises(InputError, match="Không còn kế hoạch này"):
        room.use_of("nobody")
    data.close()
