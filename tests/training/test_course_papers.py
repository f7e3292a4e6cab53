"""Papers of a course as documents: what stands in their rows, sums recomputed by hand, files of every kind."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nscl_desktop.domain.appendix import AppendixDoc, Paragraph
from nscl_desktop.domain.courses import lists, settlement
from nscl_desktop.domain.courses.whole import WholeCourse
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.training import CourseCost, CoursePaper
from nscl_desktop.office.papers import write_appendix
from tests.training.small_courses import enrolment, sessions, was_at, whole

FRAME = lists.ListFrame(("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "CHI CỤC TĐC"), (("u1", "Công ty An Phát"),))


def course_of_three(*more: Record, **fields: object) -> WholeCourse:
    people = [
        enrolment(1, state="passed", title="Trưởng phòng", certificate="01/2026", certified_on="2026-05-20"),
        enrolment(2, state="attended", unit="", enterprise_id="u1"), enrolment(3, state="absent", phone="0901"),
    ]  # fmt: skip
    return whole(*sessions(), *people, *was_at(1, "s1", "s2"), *was_at(2, "s1"), *more, **fields)


def cells(doc: AppendixDoc, table: int = 0) -> list[list[str]]:
    return [[cell.text.strip() for cell in row.cells] for row in doc.tables[table].rows]


def words(doc: AppendixDoc) -> list[str]:
    return [block.text for block in doc.blocks if isinstance(block, Paragraph)]


def test_the_list_of_participants_has_unit_and_position_of_that_time() -> None:
    doc = lists.participant_list(course_of_three(document="Kế hoạch số 12/KH-TĐC", documented_on="2026-04-02"), FRAME)
    assert (doc.heading.title, doc.heading.attached_to) == (
        "Lớp Công cụ 5S", "(Kèm theo Kế hoạch số 12/KH-TĐC ngày 02 tháng 4 năm 2026)",
    )  # fmt: skip
    assert cells(doc) == [
        ["1", "Nguyễn Thị An", "1981", "Trưởng phòng", "Sở KH&CN", "", "Đạt"],
        ["2", "Trần Văn Bình", "1982", "", "Công ty An Phát", "", "Có tham dự"],
        ["3", "Lê Hoàng Cường", "1983", "", "Sở KH&CN", "0901", "Vắng"],
    ]
    assert words(doc) == ["Danh sách có 3 học viên; có tham dự: 2 lượt người, 2 người."]
    assert doc.landscape


def test_a_session_has_a_sheet_with_blank_rows_and_the_course_a_column_for_each() -> None:
    found = course_of_three(title="Lớp 5S", location="Hội trường A", date_from="2026-05-11", date_to="2026-05-12")
    doc = lists.sign_in_sheet(found, found.sessions[1], FRAME, blank=2)
    assert [row[0] for row in cells(doc)] == ["1", "2", "3", "4", "5"]
    assert (doc.heading.title, cells(doc)[4][1:]) == ("Lớp 5S", [""] * 5)
    assert words(doc) == ["Buổi 2/3: chiều 11/5/2026.", "Nội dung: Thực hành.", "Địa điểm: Hội trường A."]
    every = lists.sign_in_sheet(found, None, FRAME, blank=0)
    assert [each.text for each in every.tables[0].header[0]][5:] == [
        "Buổi 1: sáng 11/5/2026", "Buổi 2: chiều 11/5/2026", "Buổi 3: cả ngày …/…/……",
    ]  # fmt: skip
    assert words(every)[0] == "Thời gian: từ ngày 11 tháng 5 năm 2026 đến ngày 12 tháng 5 năm 2026."
    assert words(lists.sign_in_sheet(whole(), None, FRAME)) == []
    assert lists.when(whole(date_from="2026-05-11", date_to="2026-05-11").course) == "ngày 11 tháng 5 năm 2026"


def test_the_lecturer_signs_where_one_is_named() -> None:
    one = whole(*(each for each in sessions() if each.id == "s1"))
    taught = whole_with_lecturer()
    assert lists.sign_in_sheet(taught, taught.sessions[0], FRAME).signatures.signers[0].name == "Phạm Mỹ Dung"
    assert lists.sign_in_sheet(one, None, FRAME).signatures.signers[0].name == ""


def whole_with_lecturer() -> WholeCourse:
    found = course_of_three()
    return replace(found, sessions=tuple(replace(each, lecturer_id="p4") for each in found.sessions))


def test_certificates_are_listed_with_number_and_day() -> None:
    doc = lists.certificate_list(course_of_three(), FRAME)
    assert cells(doc) == [["1", "Nguyễn Thị An", "1981", "Sở KH&CN", "01/2026", "20/5/2026", ""]]
    assert words(doc) == ["Danh sách có 1 người."]
    assert words(lists.certificate_list(whole(enrolment(9, person_id=None)), FRAME)) == [
        "Chưa cấp giấy chứng nhận nào."
    ]
    assert lists.born(whole(), enrolment(9, person_id=None)) == ""


def test_the_list_for_payment_pays_each_session_to_whoever_was_there() -> None:
    doc = settlement.settlement_list(course_of_three(), FRAME, 150_000)
    amounts = [row.cells[5].amount for row in doc.tables[0].rows]
    assert amounts == [300_000, 150_000, 450_000]  # two sessions, one session, together
    assert words(doc) == ["(Bằng chữ: Bốn trăm năm mươi nghìn đồng./.)"]
    bare = settlement.settlement_list(whole(enrolment(1, state="attended")), FRAME, 150_000)
    assert bare.tables[0].rows[-1].cells[5].amount == 150_000
    assert words(settlement.settlement_list(whole(), FRAME, 150_000)) == []


def test_the_cover_tells_money_and_every_paper_that_is_missing() -> None:
    papers = (
        CoursePaper(id="a", course_id="k", position="a0", name="Kế hoạch", number="12/KH", received_on="2026-04-02"),
        CoursePaper(id="b", course_id="k", position="a1", name="Danh sách ký tên"),
        CoursePaper(id="c", course_id="k", position="a2", name="Hợp đồng giảng viên", not_needed="người của văn phòng"),
        CoursePaper(id="d", course_id="k", position="a3", name="Hóa đơn", is_required=False),
    )
    cost = CourseCost(id="x", course_id="k", position="a0", text="Tài liệu", amount=4_800_000)
    found = course_of_three(*papers, cost, CourseCost(id="y", course_id="k", position="a1", text="Khác"),
                            organiser="Chi cục TĐC")  # fmt: skip
    assert settlement.paper_count(papers) == (3, 1, 1, 1)
    doc = settlement.cover_sheet(found, FRAME, {"paid": 30_000_000, "advanced": 5_000_000})
    assert doc.tables[0].rows[-1].cells[5].amount == 4_800_000
    assert [row[5] for row in cells(doc, 1)] == ["Có", "THIẾU", "Không cần: người của văn phòng", "Chưa có"]
    assert "Theo sổ kinh phí: tạm ứng 5.000.000 đồng; thanh toán 30.000.000 đồng." in words(doc)
    assert words(doc)[-1] == "Giấy tờ bắt buộc: 3, còn thiếu 1."
    empty = words(settlement.cover_sheet(whole(), FRAME, {}))
    assert empty[-1] == "Chưa lập danh mục giấy tờ quyết toán của lớp."
    assert {"Chưa ghi chi phí dự kiến.", "Sổ kinh phí chưa có khoản chi nào cho lớp."} <= set(empty)
    full = settlement.cover_sheet(course_of_three(papers[0]), FRAME, {})
    assert words(full)[-1] == "Giấy tờ bắt buộc: 1, đủ."


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".xlsx"])
def test_every_paper_is_written_as_every_kind_of_file(ending: str, tmp_path: Path) -> None:
    found = course_of_three()
    docs = (
        lists.participant_list(found, FRAME), lists.sign_in_sheet(found, None, FRAME),
        settlement.settlement_list(found, FRAME, 1), settlement.cover_sheet(found, FRAME, {}),
    )  # fmt: skip
    for at, doc in enumerate(docs):
        target = tmp_path / f"{at}{ending}"
        assert write_appendix(doc, target, lambda: datetime(2026, 1, 1, tzinfo=UTC)) == ""
        assert target.stat().st_size > 1000
