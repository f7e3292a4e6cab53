"""A round of awards over a real data file: the rules come with the first round, prizes are undone after a restart."""

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from nscl_desktop.domain.awards import AwardRound, Nomination
from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.domain.enterprises import YearFigures
from nscl_desktop.office.award_room import AwardRoom
from nscl_desktop.office.data_file import DataFile
from nscl_desktop.presenters.award_remarks import remarks_on, round_remarks
from nscl_desktop.presenters.award_sheet import AwardSheet
from nscl_desktop.services.award_prizes import Decision, give_prizes
from nscl_desktop.services.award_rounds import open_round, set_value
from tests.awards.full_round import GOLD, ROUND, full_round, rules
from tests.enterprises.registers import unit


def opened(folder: Path) -> DataFile:
    return DataFile(
        folder / "nscl.db", person="Trần Thị Thử", machine="MAY-01", to_main=lambda _: None,
        clock=lambda: datetime(2026, 4, 20, 8, tzinfo=UTC),
    )  # fmt: skip


def test_rules_are_taken_over_once_and_rounds_find_theirs_by_year(tmp_path: Path) -> None:
    data = opened(tmp_path)
    room = AwardRoom(data)
    assert room.rules().regimes() == ()
    room.add(room.shipped())
    assert not room.shipped()
    for year in (2021, 2026):
        room.add(open_round(f"Giải thưởng {year}", year, room.rules().regimes()))
    codes = {}
    for row in room.rows():
        regime = AwardSheet(room.read(row.held.id), "2026-04-20").regime
        codes[row.held.year] = regime.code if regime else ""
    assert codes == {2021: "GTCLQG-2008", 2026: "GTCLQG-2026"}
    assert [each.code for each in room.rules_desk().rules.regimes() if each.id in room.rules_desk().used] == [
        "GTCLQG-2026", "GTCLQG-2008",
    ]  # fmt: skip
    assert data.close() == ()


def test_prizes_are_undone_whole_after_a_restart(tmp_path: Path) -> None:
    data = opened(tmp_path)
    room = AwardRoom(data)
    stored = [*rules(), unit("u", "Công ty An Phát"), AwardRound(id="v", name="Giải thưởng 2021", year=2021)]
    stored.append(Nomination(id="n", round_id="v", enterprise_id="u", state="national"))
    data.add(ChangeSet("Thêm", tuple(map(inserted, stored))))
    sheet = AwardSheet(room.read("v"), "2026-04-20")
    given = {sheet.nominations()[0]: GOLD}
    decision = Decision("543/QĐ-TTg", "2022-05-10", 2022)
    sheet.desk.perform(give_prizes(sheet.held, given, (), decision, sheet.money))
    assert [(row.winners, row.prizes) for row in room.rows()] == [(1, 1)]
    assert data.close() == ()
    data = opened(tmp_path)
    room = AwardRoom(data)
    again = room.read("v")
    assert again.desk.undo_stack.undo_words == "Ghi 1 giải ở đợt “Giải thưởng 2021”"
    again.desk.undo()
    assert [(row.winners, row.prizes) for row in room.rows()] == [(0, 0)]
    assert AwardSheet(room.read("v"), "2026-04-20").nominations()[0].state == "national"
    assert [entry.words for entry in room.history("v")][:1] == ["Hoàn tác: Ghi 1 giải ở đợt “Giải thưởng 2021”"]
    assert data.close() == ()


def test_a_unit_whose_workers_are_not_noted_is_told_by_the_registers_last_figures(tmp_path: Path) -> None:
    data = opened(tmp_path)
    labour = [
        YearFigures(id=f"f{year}", enterprise_id="aw3", year=year, labour=Decimal(year - 1600)) for year in (2019, 2020)
    ]
    figures = [*labour, YearFigures(id="f", enterprise_id="aw3", year=2021, revenue=5)]
    stored = [replace(each, workers=None) if each.id == "aw-n3" else each for each in full_round()]  # type: ignore[call-arg]  # a nomination
    data.add(ChangeSet("Thêm", tuple(map(inserted, [*rules(), *stored, *figures]))))
    sheet = AwardSheet(AwardRoom(data).read(ROUND), "2026-04-20")
    assert remarks_on(sheet, sheet.nominations()[3]) == (
        "Danh bạ ghi 420 lao động bình quân; hãy ghi lao động thường xuyên để xếp nhóm.",
    )
    assert round_remarks(sheet) == ("Quy chế chưa đối chiếu với văn bản gốc; xem phần Quy chế, mức thưởng.",)
    newer = next(each.id for each in sheet.opened.rules.regimes() if each.code == "GTCLQG-2026")
    sheet.desk.perform(set_value(sheet.held, sheet.held, "regime_id", newer))
    sheet.follow()
    points = 4 * 17 * 5  # of four units, seventeen leaves, the unit itself and four judges
    assert f"{points} điểm đã chấm không thuộc tiêu chí của quy chế đang chọn nên không tính." in round_remarks(sheet)
    assert data.close() == ()


def test_the_list_counts_winners_and_prizes_as_the_file_does(tmp_path: Path) -> None:
    data = opened(tmp_path)
    data.add(ChangeSet("Thêm", tuple(map(inserted, [*rules(), *full_round()]))))
    (row,) = AwardRoom(data).rows()
    opened_round = AwardRoom(data).read(ROUND)
    assert {tie.unit.id for tie in opened_round.near["aw0"]} == {"aw0", "aw-tv"}
    assert data.close() == ()
    with sqlite3.connect(tmp_path / "nscl.db") as connection:
        count = "SELECT COUNT(*), COUNT(DISTINCT n.enterprise_id), SUM(p.amount) FROM prize p JOIN nomination n"
        prizes, winners, money = connection.execute(f"{count} ON n.id = p.nomination_id").fetchone()
    assert (row.nominations, row.winners, row.prizes) == (4, winners, prizes)
    assert money == 73_010_000
