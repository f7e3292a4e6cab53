"""Phiếu thông tin đơn vị: every section on paper, sentences where there is nothing, the same in PDF and Word."""

from dataclasses import replace
from pathlib import Path

from docx import Document

from nscl_desktop.domain.appendix import AppendixDoc, Paragraph
from nscl_desktop.domain.awards import AwardRound, Nomination, Prize
from nscl_desktop.domain.courses.rows import UnitTraining
from nscl_desktop.domain.enterprises import Certificate, Enterprise
from nscl_desktop.domain.supports import Dossier
from nscl_desktop.domain.unit_record import unit_record
from nscl_desktop.domain.unit_sheet import SheetFrame, unit_sheet
from nscl_desktop.domain.unit_sheet_tables import expiry_words
from nscl_desktop.office.papers import write_appendix
from tests.enterprises.full_unit import TODAY, UNIT, full_unit
from tests.reports.reading import printed

FRAME = SheetFrame(("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "CHI CỤC TĐC"), TODAY, {2025: "Vừa"})
SECTIONS = [
    "I. THÔNG TIN CHUNG", "II. HỖ TRỢ ĐÃ NHẬN", "III. KINH PHÍ THEO NGUỒN", "IV. CHỨNG NHẬN", "V. KIỂM TRA",
    "VI. ĐÀO TẠO", "VII. GIẢI THƯỞNG, KHEN THƯỞNG", "VIII. TÀI LIỆU LƯU", "IX. DÒNG THỜI GIAN",
]  # fmt: skip


def sheet(*records: object) -> AppendixDoc:
    found = unit_record(records or full_unit(), "u")  # type: ignore[arg-type]  # records, given one by one
    assert found is not None
    return unit_sheet(found, FRAME)


def rows(doc: AppendixDoc, title: str) -> list[list[object]]:
    table = next(each for each in doc.tables if each.title == title)
    return [
        [cell.text or cell.amount or cell.quantity or "" for cell in row.cells] for row in table.rows
    ]  # fmt: skip


def sentences(doc: AppendixDoc) -> list[str]:
    return [block.text for block in doc.blocks if isinstance(block, Paragraph) and block.italic]


def test_every_section_stands_on_the_sheet_in_its_order() -> None:
    doc = sheet()
    assert [each.text for each in doc.blocks if isinstance(each, Paragraph) and each.heading == 2] == SECTIONS
    assert (doc.heading.title, doc.heading.attached_to) == (UNIT.name, "(Tình hình đến ngày 15 tháng 3 năm 2026)")
    assert doc.author == "CHI CỤC TĐC"


def test_known_facts_are_told_and_unknown_ones_take_no_room() -> None:
    facts = {str(label): text for label, text in rows(sheet(), "Thông tin chung")}
    assert facts["Tên cũ"] == "Cơ sở Nông sản Tân Châu (đến 20/5/2019)"
    assert facts["Người đại diện"] == "Nguyễn Thị Thanh Hương, Giám đốc"
    assert facts["Ngành chính"] == "1030 - Chế biến rau quả"
    assert facts["Đối tượng ưu tiên"] == "Doanh nghiệp nhỏ và vừa; Chủ thể OCOP"
    assert "Tên viết tắt" not in facts
    assert rows(sheet(), "Số liệu năm")[0] == ["2025", 81, 63_200_000_000, 24_000_000_000, "Vừa"]


def test_supports_money_and_inspections_are_those_of_the_registers() -> None:
    doc = sheet()
    assert rows(doc, "Hỗ trợ") == [
        ["1", "HS-2025-03", "Áp dụng công cụ 5S và Kaizen", "2025", "Đăng ký", 35_000_000],
        ["2", "HS-2022-07", "Áp dụng TCVN ISO 22000:2018", "2022", "Hoàn thành (Nghiệm thu)", 150_000_000],
    ]
    assert rows(doc, "Kinh phí theo nguồn") == [
        ["Ngân sách nhà nước", 125_000_000, 125_000_000, 90_000_000, "-"],
        ["Doanh nghiệp đối ứng", 60_000_000, 60_000_000, "-", 60_000_000],
        ["Tổng cộng", 185_000_000, 185_000_000, 90_000_000, 60_000_000],
    ]
    assert rows(doc, "Chứng nhận") == [["TCVN ISO 22000:2018", "VN-22000-118", "QUACERT", "10/4/2023", "9/4/2026"]]
    assert rows(doc, "Kiến nghị") == [["1", "Kẻ vạch lối đi khu đóng gói", "28/2/2026", "Quá hạn 15 ngày"]]
    assert [row[:3] for row in rows(doc, "Các lần kiểm tra")] == [
        ["20/11/2025", "Kiểm tra định kỳ năm 2025", "Đã ký biên bản"], ["Chưa có ngày", "Bảng kiểm 5S", "Nháp"],
    ]  # fmt: skip
    assert [row[1] for row in rows(doc, "Tài liệu")] == [
        "Giấy chứng nhận đăng ký doanh nghiệp", "IMG_0021.jpg", "Lối đi bị che", "hop-dong-12.pdf",
    ]  # fmt: skip
    assert rows(doc, "Dòng thời gian")[0][0] == "Năm 2026"


def test_who_was_trained_and_what_was_won_stand_on_the_sheet() -> None:
    trained = UnitTraining("c", "Công cụ 5S", 2025, "2025-05-12", "p", "Trần Thị Bé", "Quản đốc", "passed", "07/CN-TĐC")
    undated = UnitTraining("d", "Kaizen", 2024, "", None, "", "", "lạ", "")
    won = (
        AwardRound(id="r", name="Giải thưởng Chất lượng Quốc gia 2024", year=2024),
        Nomination(id="n", round_id="r", enterprise_id="u"),
        Prize(id="z", nomination_id="n", prize="Giải Vàng", decision="543/QĐ-TTg", decided_on="2025-05-10",
              amount=32_760_000, year=2026),
    )  # fmt: skip
    record = unit_record([*full_unit(), *won], "u")
    assert record is not None
    doc = unit_sheet(record, replace(FRAME, trained=(trained, undated)))
    assert rows(doc, "Đào tạo") == [
        ["12/5/2025", "Công cụ 5S", "Trần Thị Bé", "Quản đốc", "Đạt", "07/CN-TĐC"],
        ["2024", "Kaizen", "", "", "lạ", ""],
    ]
    assert rows(doc, "Giải thưởng") == [
        ["2024", won[0].name, "Giải Vàng", "543/QĐ-TTg, 10/5/2025", "32.760.000", "2026"]
    ]


def test_a_section_without_anything_says_so() -> None:
    doc = sheet(Enterprise(id="u", name="Hộ kinh doanh Ba"))
    assert [table.title for table in doc.tables] == ["Thông tin chung"]
    assert sentences(doc) == [
        "Đơn vị chưa có hồ sơ hỗ trợ nào.",
        "Chưa ghi kinh phí cho hồ sơ nào của đơn vị.",
        "Chưa ghi giấy chứng nhận nào.",
        "Chưa có lần kiểm tra nào.",
        "Chưa ghi người nào của đơn vị dự lớp đào tạo.",
        "Chưa ghi giải thưởng, khen thưởng nào.",
        "Chưa lưu tài liệu nào.",
        "Chưa có sự việc nào có ngày tháng.",
    ]


def test_a_dossier_may_have_neither_stage_nor_money_and_a_visit_no_advice() -> None:
    records = [each for each in full_unit() if each.id != "a1"]
    doc = sheet(*records, Dossier(id="d3", enterprise_id="u", title="Hướng dẫn nhãn hàng hóa"))
    assert rows(doc, "Hỗ trợ")[2] == ["3", "", "Hướng dẫn nhãn hàng hóa", "", "Chưa đăng ký", ""]
    assert "Không còn kiến nghị nào chưa khắc phục." in sentences(doc)
    unnamed = unit_record([UNIT], "u")
    assert unnamed is not None
    assert unit_sheet(unnamed, SheetFrame()).author == ""


def test_an_expired_certificate_says_so() -> None:
    certificate = Certificate(id="z", enterprise_id="u", standard="ISO 9001", expires_on="2026-03-14")
    assert expiry_words(certificate, TODAY) == "14/3/2026 (đã hết hạn)"
    assert expiry_words(Certificate(id="z", enterprise_id="u", standard="ISO 9001"), TODAY) == ""


def test_paper_and_word_hold_every_section(tmp_path: Path) -> None:
    target = tmp_path / "phieu.docx"
    assert write_appendix(sheet(), target) == ""
    document = Document(str(target))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    in_word = " ".join(" ".join([*(each.text for each in document.paragraphs), *cells]).split())
    on_paper = " ".join(printed(sheet()).texts())
    for wanted in (*SECTIONS, "185.000.000", "Khắc phục xong: Lập sổ vệ sinh máy", "NGƯỜI LẬP PHIẾU"):
        assert wanted in in_word
        assert wanted in on_paper
