"""Minutes of the preliminary council, lists of winners and of praise: what stands on them, and in which order."""

from dataclasses import replace
from decimal import Decimal

import pytest

from nscl_desktop.domain.appendix import AppendixDoc, Paragraph, RowKind, Table
from nscl_desktop.domain.award_lists import praise_list, winners_list
from nscl_desktop.domain.award_results import results
from nscl_desktop.domain.awards import AwardRegime, AwardRound, Nomination, Prize
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.records import Record
from nscl_desktop.office.award_room import AwardRoom
from nscl_desktop.presenters.award_papers import WINNERS, AwardPapers, PraisePaper
from nscl_desktop.presenters.award_sheet import AwardSheet
from nscl_desktop.presenters.minutes_sheet import Letterhead
from tests.awards.full_round import NAMES, ROUND, full_round, praise, rules
from tests.enterprises.registers import StoreAsFile, store_of

HEAD = Letterhead("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "CHI CỤC TIÊU CHUẨN ĐO LƯỜNG CHẤT LƯỢNG", "CCTĐC")
TOTALS = ["862,83", "837,13", "776,17", "664,70"]
"""By hand: (860 + 868,5 + 860) / 3 without the consultant; (780 + 788,5 + 1000 + 780) / 4; (660 + 668,5 + 1000) / 3
without the relative; (550,3 + 558,2 + 1000 + 550,3) / 4."""


def sheet_of(*records: Record) -> AwardSheet:
    return AwardSheet(AwardRoom(StoreAsFile(store_of(records))).read(ROUND), "2026-11-22")


def texts(doc: AppendixDoc) -> list[str]:
    return [block.text for block in doc.blocks if isinstance(block, Paragraph)]


def table(doc: AppendixDoc, title: str) -> Table:
    return next(each for each in doc.tables if each.title == title)


def column(found: Table, place: int) -> list[str]:
    return [row.cells[place].text for row in found.rows]


@pytest.fixture(scope="module")
def sheet() -> AwardSheet:
    return sheet_of(*rules(), *full_round())


def test_the_minutes_follow_the_decrees_frame(sheet: AwardSheet) -> None:
    doc = AwardPapers(sheet).document(HEAD)
    assert doc.heading.label == "BIÊN BẢN"
    assert doc.heading.title == "Họp Hội đồng sơ tuyển Giải thưởng Chất lượng quốc gia năm 2021"
    assert doc.heading.number == "Số:      /BB-CCTĐC"
    assert doc.heading.motto
    assert doc.signatures.place_date == ""  # Mẫu 1.9 has neither place nor date beside Quốc hiệu
    assert [each.name for each in doc.signatures.signers] == ["Vũ Thị Em", "Nguyễn Văn An"]
    found = texts(doc)
    assert found[0] == (
        "Căn cứ Quyết định số 112/QĐ-TĐC ngày 25/6/2021 của Tổng cục Tiêu chuẩn Đo lường Chất lượng."
    )  # fmt: skip
    assert found[1] == "Thời gian bắt đầu: …… giờ …… phút, ngày 20 tháng 7 năm 2021."
    assert "3. Lê Quốc Cường, Trung tâm Tư vấn Năng suất Việt - Ủy viên;" in found
    assert found[-1] == "Cuộc họp kết thúc vào …… giờ …… phút, ngày 20 tháng 7 năm 2021./."


def test_points_by_criterion_and_by_judge_are_those_of_the_sheets(sheet: AwardSheet) -> None:
    doc = AwardPapers(sheet).document(HEAD)
    by_criterion = table(doc, "Điểm theo tiêu chí")
    assert column(by_criterion, -1) == TOTALS
    assert [each.text for each in by_criterion.header[0]][2:] == [*(f"TC {at}" for at in range(1, 8)), "Tổng điểm"]
    assert column(by_criterion, 2)[0] == "103,53"  # (103,2 + 104,2 + 103,2) / 3
    by_judge = table(doc, "Điểm của từng thành viên")
    marks = [[(cell.quantity, cell.mark) for cell in row.cells[2:]] for row in by_judge.rows]
    assert marks[0][:4] == [(Decimal(860), ""), (Decimal("868.5"), ""), (Decimal(1000), "x"), (Decimal(860), "")]
    assert marks[2][3] == (Decimal(660), "x")
    assert by_judge.rows[0].cells[6].quantity is None  # the secretary gives none
    assert column(table(doc, "Đơn vị dự giải"), 3) == ["900,00"] * 4
    assert column(table(doc, "Đề nghị của Hội đồng"), 1) == list(NAMES)
    assert column(table(doc, "Đề nghị của Hội đồng"), 3) == [
        "Giải Vàng Chất lượng quốc gia", "Giải Vàng Chất lượng quốc gia", "Giải thưởng Chất lượng quốc gia",
        "Giải thưởng Chất lượng quốc gia",
    ]  # fmt: skip


def test_judges_near_a_unit_stand_in_the_minutes(sheet: AwardSheet) -> None:
    found = texts(AwardPapers(sheet).document(HEAD))
    at = found.index("4. Thành viên có quan hệ với đơn vị dự giải")
    assert found[at + 1] == (
        f"- Lê Quốc Cường đối với {NAMES[0]}: Người của Trung tâm Tư vấn Năng suất Việt, đã tư vấn cho đơn vị ở hồ sơ"
        " HS-2019-07 (điểm không tính vào trung bình);"
    )
    assert found[at + 2].startswith(f"- Phạm Minh Đức đối với {NAMES[2]}")


def test_minutes_of_a_round_without_anything_leave_room_to_write() -> None:
    bare = AwardRound(id=ROUND, name="Giải thưởng")
    doc = AwardPapers(sheet_of(bare, Nomination(id="n", round_id=ROUND))).document(Letterhead())
    assert doc.heading.title == "Họp Hội đồng sơ tuyển Giải thưởng Chất lượng quốc gia"
    assert doc.heading.number.endswith("/BB-……")
    found = texts(doc)
    assert found[0] == "Thời gian bắt đầu: …… giờ …… phút, ngày …… tháng …… năm ……."
    assert "Không có." in found
    assert sum(block.dotted for block in doc.blocks if isinstance(block, Paragraph)) == 4 + 3 + 3
    assert [each.title for each in doc.tables] == ["Đơn vị dự giải", "Điểm của từng thành viên", "Đề nghị của Hội đồng"]
    assert doc.author == ""


def test_a_tie_that_was_waived_and_points_without_a_most_are_printed_as_such(sheet: AwardSheet) -> None:
    regime = AwardRegime(id="r", name="Mới")
    records = [each for each in full_round() if each.entity not in ("award_score", "judge_tie")]
    held = next(each for each in records if isinstance(each, AwardRound))
    others = [each for each in records if each is not held]
    found = sheet_of(regime, *others, replace(held, regime_id="r", conclusion=""))
    assert "dotted" in repr(AwardPapers(found).document(HEAD).blocks)
    assert column(table(AwardPapers(found).document(HEAD), "Đề nghị của Hội đồng"), 2) == [""] * 4


def test_winners_and_prizes_are_counted_apart_on_the_list(sheet: AwardSheet) -> None:
    papers = AwardPapers(sheet)
    papers.kind = WINNERS
    doc = papers.document(HEAD)
    assert doc.heading.attached_to == "(3 đơn vị, 4 giải)"
    (winners,) = doc.tables
    assert column(winners, 1)[:2] == [NAMES[0], NAMES[0]]
    total = winners.rows[-1]
    assert total.kind is RowKind.TOTAL
    assert total.cells[4].amount == 31_290_000 + 20_860_000 + 2 * 10_430_000
    assert total.cells[4].formula is not None
    assert papers.file_name() == "Danh sach don vi dat giai Giai thuong Chat luong quoc gia nam 2021"
    held = sheet.held
    unpriced = [Prize(id="p", nomination_id="n", prize="Giải")]
    bare = winners_list(replace(held, year=None), unpriced, {"n": "A"}, results((), ()), ())
    assert bare.tables[0].rows[0].cells[4].amount is None
    assert bare.heading.title == "Đơn vị đạt Giải thưởng Chất lượng quốc gia"


def test_a_list_of_winners_needs_winners() -> None:
    papers = AwardPapers(sheet_of(AwardRound(id=ROUND, name="Giải thưởng")))
    papers.kind = WINNERS
    with pytest.raises(InputError, match="Chưa có giải nào"):
        papers.document(HEAD)


def test_praise_is_listed_by_collectives_and_persons_under_its_proposal() -> None:
    rows = praise()
    doc = PraisePaper(tuple(rows[:3])).document(HEAD)
    assert doc.heading.attached_to == "(Kèm theo Tờ trình số 12/TTr-SKHCN ngày 5/11/2025)"
    (found,) = doc.tables
    assert column(found, 0) == ["A", "1", "2", "B", "1", "Tổng cộng"]
    assert found.rows[-1].cells[4].amount == 7_020_000
    assert PraisePaper(()).file_name() == "Danh sach de nghi khen thuong"
    mixed = praise_list(rows, ())
    assert mixed.heading.attached_to == ""
    assert praise_list([replace(rows[0], proposed_on="")], ()).heading.attached_to == (
        "(Kèm theo Tờ trình số 12/TTr-SKHCN)"
    )  # fmt: skip
    empty = praise_list((), ())
    assert empty.tables[0].rows[0].cells[4].formula is None
    assert Book(rows).table(type(rows[0]))
