"""Phiếu thông tin đơn vị: all that the office knows of a unit on paper, for a file or a meeting.

No text fixes this paper; it follows the office's other ones (AppendixDoc), so that PDF and DOCX come from the same
writers. A section that has nothing says so in a sentence and takes no more room.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from nscl_desktop.domain import unit_sheet_tables as tables
from nscl_desktop.domain.appendix import Align, AppendixDoc, Block, Heading, Paragraph, Signature, SignatureBlock, Table
from nscl_desktop.domain.courses.rows import UnitTraining
from nscl_desktop.domain.dates import format_date_words
from nscl_desktop.domain.unit_record import UnitRecord

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


@dataclass(frozen=True, slots=True)
class SheetFrame:
    """What the paper needs beyond the unit: the office's two names, the day (ISO), the size class by year.

    ``trained`` are those of the unit who were on courses.
    """

    agency: tuple[str, ...] = ()
    today: str = ""
    sizes: Mapping[int, str] = field(default_factory=dict)
    trained: tuple[UnitTraining, ...] = ()


def unit_sheet(record: UnitRecord, frame: SheetFrame) -> AppendixDoc:
    """The sheet of a unit as it stands on a day."""
    sections = (
        ("Thông tin chung", _facts(record, frame)),
        ("Hỗ trợ đã nhận", _supports(record)),
        ("Kinh phí theo nguồn", _money(record)),
        ("Chứng nhận", _certificates(record, frame)),
        ("Kiểm tra", _visits(record, frame)),
        ("Đào tạo", _trained(frame)),
        ("Giải thưởng, khen thưởng", _awards(record)),
        ("Tài liệu lưu", _files(record)),
        ("Dòng thời gian", _timeline(record)),
    )
    blocks: list[Block] = []
    for number, (title, content) in zip(_ROMAN, sections, strict=True):
        blocks += [Paragraph(f"{number}. {title.upper()}", bold=True, heading=2), *content]
    return AppendixDoc(
        Heading(
            "PHIẾU THÔNG TIN ĐƠN VỊ", record.unit.name, f"(Tình hình đến {format_date_words(frame.today)})",
            frame.agency, motto=True,
        ),
        tuple(blocks),
        signatures=SignatureBlock(signers=(Signature(("NGƯỜI LẬP PHIẾU",), "", "(Ký, ghi rõ họ tên)"),)),
        author=frame.agency[-1] if frame.agency else "",
    )  # fmt: skip


def _facts(record: UnitRecord, frame: SheetFrame) -> list[Block]:
    blocks: list[Block] = [tables.facts_table(record)]
    if record.figures:
        blocks += [_named("Số liệu năm"), tables.figures_table(record.figures, frame.sizes)]
    return blocks


def _supports(record: UnitRecord) -> list[Block]:
    if not record.dossiers:
        return [_words("Đơn vị chưa có hồ sơ hỗ trợ nào.")]
    return [tables.supports_table(record)]


def _money(record: UnitRecord) -> list[Block]:
    if not record.money_by_source():
        return [_words("Chưa ghi kinh phí cho hồ sơ nào của đơn vị.")]
    table = tables.money_table(record)
    return [Paragraph("Đơn vị tính: đồng", Align.RIGHT, italic=True), table]


def _certificates(record: UnitRecord, frame: SheetFrame) -> list[Block]:
    if not record.certificates:
        return [_words("Chưa ghi giấy chứng nhận nào.")]
    return [tables.certificates_table(record.certificates, frame.today)]


def _visits(record: UnitRecord, frame: SheetFrame) -> list[Block]:
    if not record.visits:
        return [_words("Chưa có lần kiểm tra nào.")]
    blocks: list[Block] = [tables.visits_table(record)]
    if record.open_advice:
        blocks += [_named("Kiến nghị chưa khắc phục"), tables.advice_table(record, frame.today)]
    else:
        blocks.append(_words("Không còn kiến nghị nào chưa khắc phục."))
    return blocks


def _trained(frame: SheetFrame) -> list[Block]:
    if not frame.trained:
        return [_words("Chưa ghi người nào của đơn vị dự lớp đào tạo.")]
    return [tables.trained_table(frame.trained)]


def _awards(record: UnitRecord) -> list[Block]:
    table = tables.awards_table(record)
    return [table] if table.rows else [_words("Chưa ghi giải thưởng, khen thưởng nào.")]


def _files(record: UnitRecord) -> list[Block]:
    files = (*record.files, *record.papers)
    return [tables.files_table(files)] if files else [_words("Chưa lưu tài liệu nào.")]


def _timeline(record: UnitRecord) -> list[Block]:
    table: Table = tables.timeline_table(record)
    return [table] if table.rows else [_words("Chưa có sự việc nào có ngày tháng.")]


def _named(text: str) -> Paragraph:
    return Paragraph(text, bold=True, heading=3)


def _words(text: str) -> Paragraph:
    return Paragraph(text, Align.JUSTIFY, italic=True)
